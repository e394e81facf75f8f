"""
Files into raw articles: one function per file format, in one visible table from suffix to function.

Each reads its file as a stream and never gives up on a corpus: what cannot be read as an article is reported with
its path, its line and one reason, and the rest goes on.
"""

from __future__ import annotations

import gzip
import json
import zlib
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import BinaryIO

from config.errors import ArticleFormatError
from corpus.files import CUT_SHORT, decoded, is_blank, obstacle, refuse_utf_16, too_long, watched, whole_text
from corpus.markdown import read_markdown
from corpus.metadata import checked, kind_of, read_sidecar, split_front_matter
from corpus.types import Problem, RawArticle, Report

MAX_RECORD_BYTES = 16 * 1024 * 1024
"""The longest article, as bytes of its file or of its line: a longer one is a dump and would fill the memory."""

Format = Callable[[Path, Report], Iterator[RawArticle]]

_ONE_ARTICLE = "one article"
_PASSED_OVER_BYTES = 1024 * 1024  # of a line that is too long, at a time
_GZIP_MARK = b"\x1f\x8b"


def read_text(path: Path, report: Report) -> Iterator[RawArticle]:
    """The one article of a `.txt` file."""
    yield _one_article(path, report)


def read_markdown_file(path: Path, report: Report) -> Iterator[RawArticle]:
    """The one article of a `.md` file; a heading that opens it becomes the title, if none is stated."""
    yield _one_article(path, report, markdown=True)


def read_jsonl(path: Path, report: Report) -> Iterator[RawArticle]:
    """The articles of a `.jsonl` file, one a line."""
    with watched(path, report) as file:
        yield from _records(path, file, report)


def read_jsonl_gz(path: Path, report: Report) -> Iterator[RawArticle]:
    """The articles of a `.jsonl.gz` file, one a line; of a file cut short, those before the cut."""
    with watched(path, report) as packed:
        if packed.read(len(_GZIP_MARK)) not in (_GZIP_MARK, b""):
            raise ArticleFormatError(path, None, "is no gzip file")
        packed.seek(0)
        with gzip.GzipFile(fileobj=packed) as file:
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
        yield from read(path, report)
    except ArticleFormatError as exc:
        report(Problem(exc.path, exc.line, exc.reason))
    except OSError as exc:
        report(Problem(path, None, obstacle(exc, path)))


def _one_article(path: Path, report: Report, *, markdown: bool = False) -> RawArticle:
    text = whole_text(path, MAX_RECORD_BYTES, _ONE_ARTICLE).replace("\r\n", "\n")
    if not text.strip():
        raise ArticleFormatError(path, None, "holds only blanks" if text else "is empty")
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
            is_too_long = len(data) > MAX_RECORD_BYTES
            while is_too_long and data and not data.endswith(b"\n"):
                data = file.readline(_PASSED_OVER_BYTES)
        except EOFError:
            reason = f"the gzip file ends early here, {CUT_SHORT}; the lines before are kept"
            raise ArticleFormatError(path, number + 1, reason) from None
        except (gzip.BadGzipFile, zlib.error):
            reason = "the gzip file is damaged here; the lines before are kept"
            raise ArticleFormatError(path, number + 1, reason) from None
        if not (data or is_too_long):
            break
        number += 1
        if number == 1:
            refuse_utf_16(data, path)
        if is_blank(data) and not is_too_long:
            continue
        records += 1
        try:
            if is_too_long:
                raise ArticleFormatError(path, number, too_long("the line", MAX_RECORD_BYTES, _ONE_ARTICLE))
            yield _record(decoded(data, path, number), path, number, report)
        except ArticleFormatError as exc:
            report(Problem(exc.path, exc.line, exc.reason))
    if not records:
        raise ArticleFormatError(path, None, "holds only blank lines" if number else "is empty")


def _record(line: str, path: Path, number: int, report: Report) -> RawArticle:
    try:
        record = json.loads(line.strip())  # the line break would be counted as a line of the JSON
    except json.JSONDecodeError as exc:
        what = exc.msg.rstrip(": ").removesuffix(" at").removesuffix(" starting")
        # The longest piece that says nothing when it is cut is an escape, "\\u00e".
        is_cut = not line.endswith("\n") and (what.startswith("Unterminated") or exc.pos >= len(line) - 6)
        cut = f"; the file ends in this line, {CUT_SHORT}" if is_cut else ""
        raise ArticleFormatError(path, number, f"broken JSON at column {exc.colno}: {what}{cut}") from None
    except RecursionError:
        raise ArticleFormatError(path, number, "broken JSON: nested too deeply") from None
    except ValueError:
        raise ArticleFormatError(path, number, "broken JSON: a number has thousands of digits") from None
    if not isinstance(record, dict):
        raise ArticleFormatError(path, number, "the record is no JSON object")
    text = record.get("text")
    if text is None:
        raise ArticleFormatError(path, number, "the record has no “text”")
    if not isinstance(text, str):
        raise ArticleFormatError(path, number, f"“text” must be a text, not {kind_of(text)}")
    if not text.strip():
        raise ArticleFormatError(path, number, "“text” holds only blanks")
    fields = checked(record, path, number, report)
    fields.setdefault("id", "")
    return RawArticle(text=text, path=path, line=number, **fields)
