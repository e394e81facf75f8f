"""
Files into raw articles: one function per file format, in one visible table from suffix to function.

Each reads its file as a stream and never gives up on a corpus: what cannot be read as an article is reported with
its path, its line and one reason, and the rest goes on.
"""

from __future__ import annotations

import errno
import gzip
import json
import zlib
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import BinaryIO

from config.errors import ArticleFormatError
from corpus.markdown import read_markdown
from corpus.metadata import checked, read_sidecar, split_front_matter
from corpus.types import Problem, RawArticle, Report

MAX_RECORD_BYTES = 16 * 1024 * 1024
"""The longest article, as bytes of its file or of its line: a longer one is a dump and would fill the memory."""

Format = Callable[[Path, Report], Iterator[RawArticle]]

_BOM = b"\xef\xbb\xbf"
_OTHER_ENCODINGS = ((b"\xff\xfe", "UTF-16"), (b"\xfe\xff", "UTF-16"))


def read_text(path: Path, report: Report) -> Iterator[RawArticle]:
    """The one article of a `.txt` file."""
    yield _one_article(path, _whole_text(path), report)


def read_markdown_file(path: Path, report: Report) -> Iterator[RawArticle]:
    """The one article of a `.md` file; a heading that opens it becomes the title, if none is stated."""
    yield _one_article(path, _whole_text(path), report, markdown=True)


def read_jsonl(path: Path, report: Report) -> Iterator[RawArticle]:
    """The articles of a `.jsonl` file, one a line."""
    with path.open("rb") as file:
        yield from _records(path, file, report)


def read_jsonl_gz(path: Path, report: Report) -> Iterator[RawArticle]:
    """The articles of a `.jsonl.gz` file, one a line; of a file cut short, those before the cut."""
    with path.open("rb") as packed, gzip.GzipFile(fileobj=packed) as file:
        yield from _records(path, file, report)


FORMATS: dict[str, Format] = {
    ".txt": read_text,
    ".md": read_markdown_file,
    ".jsonl": read_jsonl,
    ".jsonl.gz": read_jsonl_gz,
}
"""Suffix to reader. A reader may raise OSError and ArticleFormatError; `read_file` turns both into problems."""


def format_of(path: Path) -> Format | None:
    """The reader for a file's suffix, in any case; None when the format is not known."""
    name = path.name.lower()
    return next((read for suffix, read in FORMATS.items() if name.endswith(suffix)), None)


def read_file(path: Path, report: Report) -> Iterator[RawArticle]:
    """
    The articles of one file as it holds them; nothing when its suffix is not in `FORMATS`.

    `id` is "" when the file states none. Whatever is wrong goes to `report`; nothing is raised for bad data.
    """
    read = format_of(path)
    if read is None:
        return
    try:
        if not path.is_file() and path.exists():  # a pipe or a device would be waited for without end
            raise ArticleFormatError(path, None, "is not a regular file")
        yield from read(path, report)
    except ArticleFormatError as exc:
        report(Problem(exc.path, exc.line, exc.reason))
    except FileNotFoundError:
        gone = "is a link that leads nowhere" if path.is_symlink() else "vanished before it was read"
        report(Problem(path, None, gone))
    except PermissionError:
        report(Problem(path, None, "may not be read: permission denied"))
    except OSError as exc:
        if exc.errno == errno.ELOOP:
            report(Problem(path, None, "is a link that leads back to itself"))
            return
        report(Problem(path, None, f"cannot be read: {exc.strerror or exc}"))


def _whole_text(path: Path) -> str:
    with path.open("rb") as file:
        data = file.read(MAX_RECORD_BYTES + 1)
    if len(data) > MAX_RECORD_BYTES:
        raise ArticleFormatError(path, None, _too_long("the file"))
    if not data.removeprefix(_BOM).strip():
        raise ArticleFormatError(path, None, "holds only blanks" if data else "is empty")
    return _decoded(data, path, None)


def _one_article(path: Path, text: str, report: Report, *, markdown: bool = False) -> RawArticle:
    text = text.replace("\r\n", "\n")
    inside, text = split_front_matter(text, path, report)
    fields = checked({**read_sidecar(path, report), **inside}, path, None, report)
    if markdown:
        heading, text = read_markdown(text)
        if heading and fields.setdefault("title", heading) != heading:
            text = f"{heading}\n\n{text}"
    if not text.strip():
        raise ArticleFormatError(path, None, "has no text below its front matter")
    fields.setdefault("id", "")
    return RawArticle(text=text, path=path, **fields)


def _records(path: Path, file: BinaryIO | gzip.GzipFile, report: Report) -> Iterator[RawArticle]:
    number, records = 0, 0
    while True:
        try:
            data = file.readline(MAX_RECORD_BYTES + 1)
            too_long = len(data) > MAX_RECORD_BYTES
            rest = data
            while too_long and rest and not rest.endswith(b"\n"):
                rest = file.readline(MAX_RECORD_BYTES)
        except EOFError:
            raise ArticleFormatError(
                path, number + 1, "the gzip file ends early; the records before are kept"
            ) from None
        except (gzip.BadGzipFile, zlib.error) as exc:
            raise ArticleFormatError(path, number + 1, f"is no sound gzip file: {exc}") from None
        if not data:
            break
        number += 1
        if not data.removeprefix(_BOM).strip():
            continue
        records += 1
        try:
            if too_long:
                raise ArticleFormatError(path, number, _too_long("the line"))
            yield _record(_decoded(data, path, number), path, number, report)
        except ArticleFormatError as exc:
            report(Problem(exc.path, exc.line, exc.reason))
    if not records:
        raise ArticleFormatError(path, None, "holds only blank lines" if number else "is empty")


def _record(line: str, path: Path, number: int, report: Report) -> RawArticle:
    try:
        record = json.loads(line.strip())  # the line break would be counted as a line of the JSON
    except json.JSONDecodeError as exc:
        raise ArticleFormatError(path, number, f"broken JSON at column {exc.colno}: {exc.msg}") from None
    except RecursionError:
        raise ArticleFormatError(path, number, "broken JSON: nested too deeply") from None
    except ValueError as exc:  # a number with thousands of digits
        raise ArticleFormatError(path, number, f"broken JSON: {exc}") from None
    if not isinstance(record, dict):
        raise ArticleFormatError(path, number, "the record is no JSON object")
    text = record.get("text")
    if text is None:
        raise ArticleFormatError(path, number, "the record has no “text”")
    if not isinstance(text, str):
        raise ArticleFormatError(path, number, f"“text” must be a text, not {type(text).__name__}")
    if not text.strip():
        raise ArticleFormatError(path, number, "“text” holds only blanks")
    fields = checked(record, path, number, report)
    fields.setdefault("id", "")
    return RawArticle(text=text, path=path, line=number, **fields)


def _decoded(data: bytes, path: Path, line: int | None) -> str:
    """The text of `data`, UTF-8 with or without its mark; anything else raises ArticleFormatError with the place."""
    for mark, name in _OTHER_ENCODINGS:
        if data.startswith(mark):
            raise ArticleFormatError(path, line, f"is {name}, not UTF-8")
    data = data.removeprefix(_BOM)
    if b"\0" in data:
        raise ArticleFormatError(path, line, "is binary, not text")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as exc:
        lines_before = data.count(b"\n", 0, exc.start)
        at = exc.start - (data.rfind(b"\n", 0, exc.start) + 1) + 1
        where = lines_before + 1 if line is None else line
        reason = f"is not UTF-8: byte {at} of the line is 0x{data[exc.start]:02x}"
        raise ArticleFormatError(path, where, reason) from None


def _too_long(what: str) -> str:
    return f"{what} is longer than {MAX_RECORD_BYTES // 1024**2} MiB, too long for one article"
