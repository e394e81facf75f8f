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

from corpus.cleaning import visible_line
from corpus.types import Problem, Report

KEYS = ("id", "url", "title", "outlet", "published", "authors", "language")
_LONGEST_FRONT_MATTER = 100  # lines; an opening rule without a closing one by then is a rule of the text
_KEY_VALUE = re.compile(r"([A-Za-z_][\w-]*)[ \t]*:(?:[ \t]+(.*))?$")
_LIST_LINE = re.compile(r"[ \t]*-[ \t]+(.*)$")
_BLOCK_MARK = re.compile(r"[|>][+-]?")  # YAML: the value is the text of the indented lines below
_NEARLY = 0.8  # likeness at which a key is a misspelt known one, so that its block is metadata: "titel", "Title"


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
                fields["authors"] = tuple(filter(None, map(visible_line, names)))
            else:
                wrong(key, "a list of names")
        elif key == "published" and isinstance(value, date):  # TOML has dates of its own; a datetime is a date too
            fields["published"] = value.isoformat()
        elif isinstance(value, str) or (key == "id" and isinstance(value, int) and not isinstance(value, bool)):
            if words := visible_line(str(value)):
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

    Between two lines `+++` it is TOML, between two lines `---` it is `key: value` lines, with at least one known key;
    anything else there is the article's own text under a rule, and is named when it looks like keys.
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
        if any(map(_KEY_VALUE.match, lines[1:close])):
            reason = "the lines between the rules at the top are not readable as front matter; they are kept as text"
            report(Problem(path, 1, reason, skipped=False))
        return {}, text
    name_unknown_keys(stated, path, report)
    return stated, "\n".join(lines[close + 1 :])


def _toml(lines: list[str]) -> dict[str, object]:
    return tomllib.loads("\n".join(lines))


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
    if stated and not any(difflib.get_close_matches(key.lower(), KEYS, n=1, cutoff=_NEARLY) for key in stated):
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


_PARSERS: dict[str, Callable[[list[str]], dict[str, object] | None]] = {"+++": _toml, "---": _key_values}
