"""
Archives as crawlers, editors and failing disks leave them: well-formed files, then damage, all from one seed.

Growth is a row in one of the tables: what a value may be, what may happen to a record, to a text, to bytes.
"""

from __future__ import annotations

import gzip
import json
import random
from collections.abc import Callable
from pathlib import Path

GOOD_FILES = {
    "0-good.jsonl": '{"id": "good-1", "text": "The bridge was opened. The mayor spoke.", "title": "A bridge"}\n'
    '{"id": "good-2", "text": "Snow fell in Kabul.", "published": "2021-10-07", "url": "https://news.example/2"}\n',
    "0-good.txt": "---\nid: good-3\n---\nEnvoys of four countries met in Moscow. Talks go on.\n",
}
"""They are read first, so that no damaged file can take their ids."""

_PROSE = (
    "The town council met on Thursday to speak about the bridge.",
    "“We have waited for nine years,” said the mayor, Ann Smith.",
    "Mr. Li, who lives near the U.S. embassy, did not agree!",
    "Published Oct. 7, 2021",
    "Read more: The other bridge",
    "https://news.example/2021/10/07/bridge",
    "- one\n- two\n- three",
    "# A heading",
    "The water rose by 3.5 metres; nobody was hurt (so far).",
    "Advertisement",
)
_ODD_TEXTS = (
    "",
    " ",
    "\0",
    "\x1b[31mred",
    "a\u0301\u0308\u0323" * 20,
    "\u202eright to left\u202c",
    "שלום עולם. مرحبا بالعالم؟",
    "中文句子。第二句！",
    "👨\u200d👩\u200d👧 🏳️\u200d🌈",
    "\u2028line\u2029paragraph\x85next\x0cpage\x1cfile",
    "\ufeffmark",
    "\u00ad\u200b\u2060",
    "ﬁle ǅ İ ß",
    "\U0010ffff\ufffe",
    "‘’“”„«»",
    "\ud800",
    "\udfff\ud800",
    "x" * 5000,
    "é" * 3000,
    "word " * 5000,
    "A. " * 3000,
    "\n" * 5000,
    "a\n" * 3000,
    "ab-\n" * 3000,
    "[" * 3000,
    "*_`" * 1500,
    "<!--" * 1000,
    "> " * 3000,
    "“" * 2000,
    "`" * 2000,
    "\f12\n" * 1000,
    "https://a.example/ " * 500,
    "|---|---|\n" * 500,
    "Traceback (most recent call last): ValueError",
)
_DATES = (
    "2021-10-07",
    "2021-02-30",
    "0000-00-00",
    "99999-01-01",
    "yesterday",
    "10/07/2021",
    "Thu, 07 Oct 2021 10:00:00 GMT",
    "2021-10-07T25:61:61Z",
    "2021-10-07T10:00:00+99:99",
    "20211007",
    "1e400",
    "Infinity 2021",
    "٢٠٢١-١٠-٠٧",
    "２０２１-10-07",
    "2021²",
    "7 October 2021 AD",
    "2021 W40",
    "-2021-10-07",
    "2021-10-07 " * 5,
    "0.0.0.0 2021",
    "1:2:3:4:5 2021",
    "9999999999999999999 2021",
    "Jan Feb 2021",
    "2021-10-07 10:00 PST EST",
    "4e5 2021 am pm",
)
_IDS = (
    "-rf",
    "../../etc/passwd",
    "~root",
    "a b",
    "a\nb",
    "\0",
    "$(rm)",
    "'\"`",
    "x" * 3000,
    "é",
    "e\u0301",
    "中",
    "\ud800",
    "%00",
    "a/b",
    ".",
    "..",
    "|",
    "mutant",
    "MUTANT",
    "\u202e",
    "@0-5",
)
_URLS = (
    "https://news.example/2021/10/07/a",
    "http://[::1",
    "http://[v1.a]/",
    "https://\u2100.example/",
    "//",
    "javascript:alert(1)",
    "https://user:pass@host:99999/",
    "https://" + "a" * 3000,
    "http://exa mple/\n",
    "\0://",
    "https://xn--/2021/13/45/",
)
_OTHER_TYPES: tuple[object, ...] = (
    None,
    True,
    False,
    0,
    -1,
    7,
    10**30,
    10**200,
    1.5,
    float("nan"),
    float("inf"),
    [],
    [[]],
    {},
    {"text": "Words."},
    ["a", 1],
    ["a", "b"],
    [None],
)


def write_case(folder: Path, seed: int) -> list[Path]:
    """One archive in the empty `folder`: the good files, and one to three others, whose paths it returns."""
    chance = random.Random(seed)
    for name, content in GOOD_FILES.items():
        (folder / name).write_text(content, encoding="utf-8")
    mutants = []
    for number in range(chance.randint(1, 3)):
        suffix, make = chance.choice(_MAKERS)
        mutant = folder / f"m{number}{suffix}"
        mutant.write_bytes(_packed(chance, _damaged(chance, make(chance)), suffix))
        if suffix in (".txt", ".md") and chance.random() < 0.3:
            mutant.with_suffix(".toml").write_bytes(_damaged(chance, _toml(chance)))
        mutants.append(mutant)
    return mutants


def _text(chance: random.Random) -> str:
    paragraphs = [
        " ".join(chance.choices(_PROSE, k=chance.randint(1, 5)))
        if chance.random() < 0.8
        else chance.choice(_ODD_TEXTS) + chance.choice(_PROSE)
        for _ in range(chance.randint(0, 6))
    ]
    return chance.choice(("\n\n", "\n", "\r\n\r\n", " ", "\f", "")).join(paragraphs)


_VALUES: dict[str, Callable[[random.Random], object]] = {
    "text": _text,
    "id": lambda chance: chance.choice(_IDS),
    "url": lambda chance: chance.choice(_URLS),
    "title": lambda chance: chance.choice((*_PROSE, *_ODD_TEXTS)),
    "outlet": lambda chance: chance.choice(_ODD_TEXTS),
    "published": lambda chance: chance.choice(_DATES),
    "authors": lambda chance: chance.choices((*_PROSE, *_ODD_TEXTS), k=2),
    "language": lambda chance: chance.choice(("en", *_ODD_TEXTS)),
    "titel": lambda chance: chance.choice(_PROSE),
    "\ud800": lambda chance: chance.choice(_ODD_TEXTS),
}


def _fields(chance: random.Random) -> dict[str, object]:
    """Some keys with odd values, some of a wrong type, some as large as a text."""
    fields = {key: make(chance) for key, make in _VALUES.items() if chance.random() < (0.9 if key == "text" else 0.4)}
    for key in fields:
        if chance.random() < 0.07:
            fields[key] = chance.choice(_OTHER_TYPES)
        elif chance.random() < 0.02:
            fields[key] = chance.choice(("long ", "longer")) * 10_000
    return fields


def _record(chance: random.Random) -> str:
    fields = _fields(chance)
    line = json.dumps(fields, ensure_ascii=chance.random() < 0.5)
    happened = chance.random()
    if happened < 0.03:
        depth = chance.choice((10, 900, 1100, 100_000))
        return line[:-1] + ', "deep": ' + "[" * depth + "]" * depth + "}"
    if happened < 0.05:
        return '{"id": ' + "9" * chance.choice((30, 4300, 4301, 9000)) + ', "text": "Words."}'
    if happened < 0.07:
        return chance.choice(("[]", "null", '"text"', "{}", "{{}}", "5", "NaN", "", " ", "\ufeff", "{'text': 'a'}"))
    if happened < 0.09:
        return line[:-1] + ', "text": "Twice.", "text": "Three times."}'
    return line


def _records(chance: random.Random) -> bytes:
    end = chance.choice(("\n", "\r\n", "\n\n", "\r"))
    lines = [_record(chance) for _ in range(chance.randint(0, 6))]
    return end.join([*lines, ""]).encode("utf-8", chance.choice(("surrogatepass", "replace")))


def _yaml(chance: random.Random) -> str:
    lines = []
    for key, value in _fields(chance).items():
        form = chance.random()
        if form < 0.6:
            lines.append(f"{key}: {value}")
        elif form < 0.8:
            lines.append(f"{key}:\n- {value}\n  - nested: {value}")
        else:
            lines.append(f"{key}: |\n  {value}")
    return "\n".join(lines)


def _toml(chance: random.Random) -> bytes:
    happened = chance.random()
    if happened < 0.1:
        return b"a = " + b"[" * chance.choice((10, 5000)) + b"1"
    if happened < 0.2:
        return b"id = " + chance.choice((b"0x" + b"f" * 5000, b"9" * 5000, b"1e999", b"07:32:00", b"1979-13-01"))
    if happened < 0.3:
        return b".".join([b"a"] * chance.choice((3, 3000))) + b" = 1"
    lines = (f"{json.dumps(key)} = {json.dumps(value)}" for key, value in _fields(chance).items() if key != "text")
    return "\n".join(lines).encode("utf-8", "replace")


def _article(chance: random.Random) -> bytes:
    text = _text(chance).encode("utf-8", chance.choice(("surrogatepass", "replace")))
    kind = chance.random()
    if kind < 0.4:
        return text
    fence = b"---" if kind < 0.8 else b"+++"
    front = _yaml(chance).encode("utf-8", "replace") if fence == b"---" else _toml(chance)
    return b"\n".join((fence, front, fence if chance.random() < 0.9 else b"", text))


_MAKERS: tuple[tuple[str, Callable[[random.Random], bytes]], ...] = (
    (".txt", _article),
    (".md", _article),
    (".jsonl", _records),
    (".jsonl.gz", _records),
)


def _flip(chance: random.Random, data: bytearray) -> None:
    for _ in range(chance.randint(1, 8)):
        data[chance.randrange(len(data))] ^= 1 << chance.randrange(8)


def _cut(chance: random.Random, data: bytearray) -> None:
    del data[chance.randrange(len(data)) :]


def _insert(chance: random.Random, data: bytearray) -> None:
    at = chance.randrange(len(data))
    data[at:at] = chance.choice((chance.randbytes(5), b"\0", b"\n", b"\xff\xfe", b"\xef\xbb\xbf", b"\xc3", b"\\ud800"))


def _remove(chance: random.Random, data: bytearray) -> None:
    at = chance.randrange(len(data))
    del data[at : at + chance.randint(1, 40)]


def _repeat(chance: random.Random, data: bytearray) -> None:
    at = chance.randrange(len(data))
    piece = data[at : at + chance.randint(1, 60)]
    data[at:at] = piece * chance.choice((1, 2, 300))


def _blank_out(chance: random.Random, data: bytearray) -> None:
    """A block of zeros, as a file system leaves it after a power cut."""
    at = chance.randrange(len(data))
    data[at : at + 16] = bytes(len(data[at : at + 16]))


_DAMAGES = (_flip, _cut, _insert, _remove, _repeat, _blank_out)


def _damaged(chance: random.Random, content: bytes) -> bytes:
    data = bytearray(content)
    while data and chance.random() < 0.35:
        chance.choice(_DAMAGES)(chance, data)
    if chance.random() < 0.02:
        return data.decode("utf-8", "replace").encode(chance.choice(("utf-16", "utf-32", "latin-1")), "replace")
    return bytes(data)


def _packed(chance: random.Random, data: bytes, suffix: str) -> bytes:
    return _damaged(chance, gzip.compress(data, 1, mtime=0)) if suffix.endswith(".gz") else data
