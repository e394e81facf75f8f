"""JSON objects from outside: a value is taken by its key as the kind it must be, or named in one sentence."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from enum import Enum
from typing import Any, Generic, TypeVar, get_args

from config.errors import UsageError

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Kind(Generic[T]):
    """A kind of value: its name after "must be", and how it is read, which raises when the value is another kind."""

    words: str
    read: Callable[[Any], T]


def exactly(kind: type[T], value: object) -> T:
    """`value`, which is a `kind` and nothing derived from it; a TypeError otherwise."""
    if type(value) is not kind:  # not isinstance: true and false are integers to Python
        raise TypeError
    return value


def _finite(value: object) -> float:
    number = float(value if type(value) is int else exactly(float, value))
    if not math.isfinite(number):
        raise ValueError
    return number


def _moment(value: str) -> datetime:
    moment = datetime.fromisoformat(value)
    if moment.tzinfo is None:
        raise ValueError
    return moment


def one_of(words: Any) -> Kind[Any]:
    """One of the words of a `Literal`."""
    allowed: tuple[str, ...] = get_args(words)
    return Kind(" or ".join(f'"{word}"' for word in allowed), lambda value: allowed[allowed.index(value)])


def or_null(kind: Kind[T]) -> Kind[T | None]:
    """What `kind` reads, or null, which is None."""
    return Kind(f"{kind.words}, or null", lambda value: None if value is None else kind.read(value))


TEXT = Kind("text", lambda value: exactly(str, value))
WHOLE = Kind("a whole number", lambda value: exactly(int, value))
FLAG = Kind("true or false", lambda value: exactly(bool, value))
NUMBER = Kind("a number", _finite)
DAY = Kind("a day like 2021-10-07", date.fromisoformat)
MOMENT = Kind("a time with its zone, like 2021-10-07T12:00:00+00:00", _moment)
LIST = Kind("a list", lambda value: exactly(list, value))
OBJECT = Kind("a JSON object", lambda value: exactly(dict, value))
NUMBERS = Kind("a list of whole numbers", lambda value: tuple(exactly(int, item) for item in exactly(list, value)))
TEXTS = Kind("a list of texts", lambda value: tuple(exactly(str, item) for item in exactly(list, value)))


class _Absent(Enum):
    REFUSED = "the key must be there"


@dataclass(frozen=True, slots=True)
class JsonObject:
    """A JSON object under the name that a person would look for it by: "citation 2"."""

    values: Mapping[str, object]
    name: str

    @classmethod
    def of(cls, value: object, name: str) -> JsonObject:
        if not isinstance(value, dict):
            raise UsageError(f"{name} must be {OBJECT.words}")
        return cls(value, name)

    def holds(self, key: str) -> bool:
        return self.values.get(key) is not None

    def take(self, key: str, kind: Kind[T], absent: T | _Absent = _Absent.REFUSED) -> T:
        if key not in self.values:
            if isinstance(absent, _Absent):
                raise UsageError(f'{self.name} has no "{key}"')
            return absent
        try:
            return kind.read(self.values[key])
        except (TypeError, ValueError, OverflowError):
            raise UsageError(f'"{key}" of {self.name} must be {kind.words}') from None

    def take_all(self, kind: Kind[T]) -> dict[str, T]:
        return {key: self.take(key, kind) for key in self.values}

    def part(self, key: str) -> JsonObject:
        values = self.take(key, OBJECT)
        return JsonObject(values, f'"{key}" of {self.name}')

    def parts(self, key: str, noun: str) -> list[JsonObject]:
        items = self.take(key, LIST)
        return [JsonObject.of(item, f"{noun} {place}") for place, item in enumerate(items, 1)]
