"""
What a file says about its article: front matter, a sidecar, the keys of a record. Checked here, in one way for all.

What cannot be used is named and left out; the article itself is kept.
"""

from __future__ import annotations

import difflib
import errno
import re
import tomllib
from collections.abc import Callable, Mapping
from datetime import date, datetime, time
from pathlib import Path
from typing import TypedDict

from config.errors import ArticleFormatError
from corpus.cleaning import visible_line
from corpus.files import obstacle, whole_text
from corpus.types import Problem, Report

KEYS = ("id", "url", "title", "outlet", "published", "authors", "language")
_LONGEST_VALUE = 4000  # characters; a title stands in front of every passage, and longer ones are texts
_MAX_ID_BITS = 512  # of a number; TOML's hexadecimal ones may have any length, and printing them takes long
_MAX_SIDECAR_BYTES = 64 * 1024
_MAX_FRONT_MATTER_CHARS = 64 * 1024  # what is longer is a text under a rule
_LONGEST_FRONT_MATTER = 100  # lines; an opening rule without a closing one by then is a rule of the text
_KEY_VALUE = re.compile(r"([A-Za-z_][\w-]*)[ \t]*:(?:[ \t]+(.*))?$")
_LIST_LINE = re.compile(r"[ \t]*-[ \t]+(.*)$")
_BLOCK_MARK = re.compile(r"[|>][+-]?")  # YAML: the value is the text of the indented lines below
_SHOWN_KEY = 60  # characters; a message stays a line, and comparing long texts takes long
_NEARLY = 0.8  # likeness at which a key is a misspelt known one, so that its block is metadata: "titel", "Title"


_KINDS: tuple[tuple[type, str], ...] = (
    (str, "a text"),
    (bool, "true or false"),
    (int, "a number"),
    (float, "a number"),
    (list, "a list"),
    (dict, "an object"),
    (datetime, "a time"),
    (date, "a date"),
    (time, "a time"),
    (type(None), "null"),
)


class Fields(TypedDict, total=False):
    """The optional fields of a `RawArticle`, of the right types; a key that was not stated is absent."""

    id: str
    url: str
    title: str
    outlet: str
    published: str
    authors: tuple[str, ...]
    language: str


def checked(stated: Mapping[str, object], path: Path, line: int | None, report: Report) -> Fields:
    """What can be used of `stated`; what is of a wrong type or size is named and left out, null is not stated."""
    fields: Fields = {}
    for key in KEYS:
        value = stated.get(key)
        if value is None:
            continue
        used, wrong = _authors(value) if key == "authors" else _words(key, value)
        if wrong:
            report(Problem(path, line, f"“{key}” {wrong}; the article is kept without it", skipped=False))
        elif used:
            fields[key] = used  # type: ignore[literal-required]  # the key is one of KEYS
    return fields


def _words(key: str, value: object) -> tuple[str, str | None]:
    """A value as one line of text, and what is wrong with it if it cannot be used."""
    if key == "published" and isinstance(value, date):  # TOML has dates of its own; a datetime is a date too
        return value.isoformat(), None
    if key == "id" and isinstance(value, int) and not isinstance(value, bool):
        return (str(value), None) if value.bit_length() <= _MAX_ID_BITS else ("", "is a number with too many digits")
    if not isinstance(value, str):
        return "", f"must be a text, not {kind_of(value)}"
    return visible_line(value), _too_long(value) if key != "id" else None  # a long id is made a short one, and stays


def _authors(value: object) -> tuple[tuple[str, ...], str | None]:
    names = [value] if isinstance(value, str) else value
    if not isinstance(names, list):
        return (), f"must be a list of names, not {kind_of(value)}"
    for name in names:
        if not isinstance(name, str):
            return (), f"must be a list of names, and holds {kind_of(name)}"
    return tuple(filter(None, map(visible_line, names))), _too_long("".join(names))


def _too_long(value: str) -> str | None:
    return f"has {len(value):,} characters, too many" if len(value) > _LONGEST_VALUE else None


def kind_of(value: object) -> str:
    """What `value` is, in the words of whoever writes JSON, TOML or YAML."""
    return next((words for kind, words in _KINDS if isinstance(value, kind)), "something else")


def name_unknown_keys(stated: Mapping[str, object], path: Path, report: Report) -> None:
    """Reports each key that is not known, with the known one that was probably meant."""
    for key in stated:
        if key not in KEYS:
            near = _nearest(key)
            meant = f"; did you mean “{near}”?" if near else f"; known are {', '.join(KEYS)}"
            shown = visible_line(key)[:_SHOWN_KEY]
            report(Problem(path, None, f"unknown key “{shown}”{meant}", skipped=False))


def _nearest(key: str, likeness: float = 0.6) -> str | None:
    """The known key that `key` is most like, from 0 (not at all) to 1 (the same); None when none is as like as that."""
    return next(iter(difflib.get_close_matches(key[:_SHOWN_KEY].lower(), KEYS, n=1, cutoff=likeness)), None)


def read_sidecar(article: Path, report: Report) -> dict[str, object]:
    """What the file `name.toml` beside `article` states; {} when there is none or it cannot be read."""
    path = article.with_suffix(".toml")

    def unread(line: int | None, reason: str) -> dict[str, object]:
        report(Problem(path, line, f"{reason}; the article is kept without it", skipped=False))
        return {}

    try:
        stated = _toml(whole_text(path, _MAX_SIDECAR_BYTES, "a sidecar"))
    except OSError as exc:
        # An article's name may be so long that its sidecar's cannot exist.
        absent = exc.errno == errno.ENAMETOOLONG or (exc.errno == errno.ENOENT and not path.is_symlink())
        return {} if absent else unread(None, obstacle(exc, path))
    except ArticleFormatError as exc:
        return unread(exc.line, exc.reason)
    except ValueError as exc:
        return unread(None, f"is not readable TOML: {exc}")
    name_unknown_keys(stated, path, report)
    return stated


def split_front_matter(text: str, path: Path, report: Report) -> tuple[dict[str, object], str]:
    """
    What the front matter at the top of `text` states, and the text below it.

    Between two lines `+++` it is TOML, between two lines `---` it is `key: value` lines, with at least one known key;
    anything else there is the article's own text under a rule, and is named when it looks like keys.
    """
    lines = text[:_MAX_FRONT_MATTER_CHARS].split("\n", _LONGEST_FRONT_MATTER + 1)
    fence = lines[0].rstrip()
    parse = _PARSERS.get(fence)
    if parse is None:
        return {}, text
    close = next((at for at, line in enumerate(lines) if at and line.rstrip() == fence), None)
    if close is None:
        return {}, text
    try:
        stated = parse(lines[1:close])
    except ValueError as exc:
        report(Problem(path, 1, f"the front matter is not readable TOML: {exc}; the article is kept without it", False))
        stated = {}
    if stated is None:
        if any(map(_KEY_VALUE.match, lines[1:close])):
            reason = "the lines between the rules at the top are not readable as front matter; they are kept as text"
            report(Problem(path, 1, reason, skipped=False))
        return {}, text
    name_unknown_keys(stated, path, report)
    return stated, text[sum(len(line) + 1 for line in lines[: close + 1]) :]


def _toml(text: str) -> dict[str, object]:
    """The table that `text` holds; raises ValueError with the reason, in a person's words, and the place."""
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError:
        raise
    except RecursionError:
        raise ValueError("nested too deeply") from None
    except ValueError:
        raise ValueError("a number has thousands of digits") from None


def _toml_lines(lines: list[str]) -> dict[str, object]:
    return _toml("\n".join(["", *lines]))  # the rule above them is a line too, in the places that messages name


def _key_values(lines: list[str]) -> dict[str, object] | None:
    """
    The pairs of lines `key: value`, `key: [a, b]`, or `key:` above lines `- a` or indented ones.

    None when a line is none of these, or when no key is known, not even nearly: then it is a text with a colon.
    """
    stated: dict[str, list[str]] = {}
    lines_of_key: list[str] | None = None
    for line in lines:
        if not line.strip() or line.lstrip().startswith("#"):
            continue
        if pair := _KEY_VALUE.match(line.rstrip()):
            lines_of_key = stated[pair[1]] = [(pair[2] or "").strip()]
        elif lines_of_key is not None and (line[0].isspace() or _LIST_LINE.match(line)):
            lines_of_key.append(line)
        else:
            return None
    if stated and not any(_nearest(key, _NEARLY) for key in stated):
        return None
    values = {key: _value(first, below) for key, (first, *below) in stated.items()}
    return {key: value for key, value in values.items() if value != []}


def _value(first: str, below: list[str]) -> object:
    """The value of a key: a text or a list; {} for a mapping inside it, which no known key has."""
    if not first:
        items = [item[1] for item in map(_LIST_LINE.match, below) if item]
        if any(_KEY_VALUE.match(line.strip()) for line in (*below, *items)):
            return {}
        if len(items) == len(below):
            return [_scalar(item) for item in items]
    text = " ".join([*([] if _BLOCK_MARK.fullmatch(first) else [first]), *map(str.strip, below)]).strip()
    if text.startswith("[") and text.endswith("]"):
        return [_scalar(part) for part in text[1:-1].split(",") if part.strip()]
    return _scalar(text)


def _scalar(value: str) -> object:
    value = value.strip()
    if len(value) >= 2 and value[0] == value[-1] and value[0] in "\"'":
        return value[1:-1]
    return None if value in ("null", "~", "") else value


_PARSERS: dict[str, Callable[[list[str]], dict[str, object] | None]] = {"+++": _toml_lines, "---": _key_values}
