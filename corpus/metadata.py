"""
What a file says about its article: front matter, a sidecar, the keys of a record. Checked here, in one way for all.

What cannot be used is named and left out; the article itself is kept.
"""

from __future__ import annotations

import difflib
import re
import tomllib
from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path
from typing import TypedDict

from corpus.cleaning import one_line
from corpus.types import Problem, Report

KEYS = ("id", "url", "title", "outlet", "published", "authors", "language")
_LONGEST_FRONT_MATTER = 100  # lines; an opening rule without a closing one by then is a rule of the text
_KEY_VALUE = re.compile(r"([A-Za-z_][\w-]*)[ \t]*:(?:[ \t]+(.*))?$")
_LIST_LINE = re.compile(r"[ \t]*-[ \t]+(.*)$")


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
    """What can be used of `stated`; a value of a wrong type is reported and left out, null counts as not stated."""
    fields: Fields = {}

    def wrong(key: str, expected: str) -> None:
        kind = type(stated[key]).__name__
        report(Problem(path, line, f"“{key}” must be {expected}, not {kind}; the article is kept without it", False))

    for key in KEYS:
        value = stated.get(key)
        if value is None:
            continue
        if key == "authors":
            names = [value] if isinstance(value, str) else value
            if isinstance(names, list) and all(isinstance(name, str) for name in names):
                fields["authors"] = tuple(filter(None, map(one_line, names)))
            else:
                wrong(key, "a list of names")
        elif key == "published" and isinstance(value, date):  # TOML has dates of its own; a datetime is a date too
            fields["published"] = value.isoformat()
        elif isinstance(value, str) or (key == "id" and isinstance(value, int) and not isinstance(value, bool)):
            if words := one_line(str(value)):
                fields[key] = words  # type: ignore[literal-required]  # the key is one of KEYS
        else:
            wrong(key, "a text")
    return fields


def name_unknown_keys(stated: Mapping[str, object], path: Path, report: Report) -> None:
    """Reports each key that is not known, with the known one that was probably meant."""
    for key in stated:
        if key not in KEYS:
            near = difflib.get_close_matches(key.lower(), KEYS, n=1)
            meant = f"; did you mean “{near[0]}”?" if near else f"; known are {', '.join(KEYS)}"
            report(Problem(path, None, f"unknown key “{key[:60]}”{meant}", skipped=False))


def read_sidecar(article: Path, report: Report) -> dict[str, object]:
    """What the file `name.toml` beside `article` states; {} when there is none or it cannot be read."""
    path = article.with_suffix(".toml")
    try:
        stated = tomllib.loads(path.read_text(encoding="utf-8-sig"))
    except FileNotFoundError:
        return {}
    except OSError as exc:
        report(Problem(path, None, f"cannot be read: {exc.strerror or exc}; the article is kept without it", False))
        return {}
    except ValueError as exc:  # bad TOML, and bytes that are not UTF-8
        report(Problem(path, None, f"is not readable TOML: {exc}; the article is kept without it", False))
        return {}
    name_unknown_keys(stated, path, report)
    return stated


def split_front_matter(text: str, path: Path, report: Report) -> tuple[dict[str, object], str]:
    """
    What the front matter at the top of `text` states, and the text below it.

    Between two lines `+++` it is TOML, between two lines `---` it is `key: value` lines; anything else there is the
    article's own text under a rule.
    """
    lines = text.split("\n", _LONGEST_FRONT_MATTER + 1)
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
        return {}, text
    name_unknown_keys(stated, path, report)
    return stated, "\n".join(lines[close + 1 :])


def _toml(lines: list[str]) -> dict[str, object]:
    return tomllib.loads("\n".join(lines))


def _key_values(lines: list[str]) -> dict[str, object] | None:
    """The pairs of lines `key: value`, `key: [a, b]`, or `key:` above lines `- a`; None when a line is neither."""
    stated: dict[str, object] = {}
    items: list[object] | None = None
    for line in lines:
        if not line.strip() or line.lstrip().startswith("#"):
            continue
        if items is not None and (item := _LIST_LINE.match(line)):
            items.append(_scalar(item[1]))
            continue
        pair = _KEY_VALUE.match(line.rstrip())
        if not pair:
            return None
        key, value = pair[1], (pair[2] or "").strip()
        items = None
        if not value:
            stated[key] = items = []
        elif value.startswith("[") and value.endswith("]"):
            stated[key] = [_scalar(part) for part in value[1:-1].split(",") if part.strip()]
        else:
            stated[key] = _scalar(value)
    return {key: value for key, value in stated.items() if value != []}


def _scalar(value: str) -> object:
    value = value.strip()
    if len(value) >= 2 and value[0] == value[-1] and value[0] in "\"'":
        return value[1:-1]
    return None if value in ("null", "~", "") else value


_PARSERS: dict[str, Callable[[list[str]], dict[str, object] | None]] = {"+++": _toml, "---": _key_values}
