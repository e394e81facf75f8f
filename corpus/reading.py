"""An archive on disk as a stream of clean articles: walk, read, name, clean. Only the ids are kept in memory."""

from __future__ import annotations

import hashlib
import os
import re
import unicodedata
from collections import Counter
from collections.abc import Iterator
from dataclasses import asdict, replace
from pathlib import Path
from urllib.parse import urlsplit

from config.errors import EmptyCorpusError
from corpus.cleaning import clean_text, footnote_links, visible_line
from corpus.dates import publication_date
from corpus.formats import FORMATS, format_of, read_file
from corpus.types import Article, ArticleInfo, Problem, RawArticle, Report

_SIDECAR = ".toml"
_LONGEST_ID = 120  # characters
# What a shell, a terminal or an address could take for something else becomes a dash.
_UNSAFE_IN_ID = re.compile(r"[^\w.:+/~=,-]|^[-~./]+")


class Source:
    """
    One article as its file holds it, under its final id, not cleaned yet.

    `digest`, 32 bytes, changes when anything of it does from which the article is made.
    """

    def __init__(self, raw: RawArticle) -> None:
        self.raw = raw
        self.holds_words = True
        """False once it was cleaned and nothing was left."""
        made_of = asdict(replace(raw, path=Path(), line=None))
        self.digest = hashlib.sha256(repr(made_of).encode("utf-8", "surrogatepass")).digest()

    @property
    def id(self) -> str:
        return self.raw.id

    def problem(self, reason: str) -> Problem:
        """Something about an article that is kept all the same, said of the place where it stands."""
        return Problem(self.raw.path, self.raw.line, reason, skipped=False)

    def article(self, report: Report) -> Article | None:
        """The clean article, or None when it holds no words; what is wrong with it goes to `report`."""
        article = _cleaned(self.raw, report)
        self.holds_words = article is not None
        return article


def read_sources(root: Path, report: Report) -> Iterator[Source]:
    """
    What the files under `root`, a file or a folder, hold, in the order of their paths; each id once.

    Hidden files and folders are passed over, a link that leads back to a folder already read is not followed. All
    that cannot be used goes to `report`, and the rest goes on. An article that turns out to hold no words leaves its id
    to the next one.

    Raises:
        EmptyCorpusError: `root` does not exist, or no article in it can be read; the latter once all was tried.
    """
    try:
        exists = root.exists()
    except OSError as exc:
        raise EmptyCorpusError(root, f"cannot be read: {exc.strerror or exc}") from exc
    if not exists:
        raise EmptyCorpusError(root, "does not exist")
    if root.is_file() and not format_of(root):
        raise EmptyCorpusError(root, f"is of no format that is read ({' '.join(FORMATS)})")
    return _sources(root, report)


def _sources(root: Path, report: Report) -> Iterator[Source]:
    base = root.parent if root.is_file() else root
    first_with: dict[str, RawArticle] = {}  # without their texts
    for path in [root] if root.is_file() else _files(root, report):
        for unnamed in read_file(path, report):
            raw = replace(unnamed, id=_safe_id(unnamed, base, report))
            if first := first_with.get(raw.id):
                where = f"{first.path}:{first.line}" if first.line else f"{first.path}"
                report(Problem(raw.path, raw.line, f"the id “{raw.id}” is taken by {where}; the first is kept"))
                continue
            source = Source(raw)
            yield source
            if source.holds_words:
                first_with[raw.id] = replace(raw, text="")
    if not first_with:
        raise EmptyCorpusError(root)


def _files(root: Path, report: Report) -> Iterator[Path]:
    """The files of known formats under `root`, sorted; the other ones are counted, a problem for each suffix."""
    unknown: Counter[str] = Counter()
    example: dict[str, Path] = {}
    visited: set[tuple[int, int]] = set()

    def walk(folder: Path) -> Iterator[Path]:
        try:
            stat = folder.stat()
            if (stat.st_dev, stat.st_ino) in visited:
                report(Problem(folder, None, "leads to a folder that was read already", skipped=False))
                return
            visited.add((stat.st_dev, stat.st_ino))
            names = sorted(name for name in os.listdir(folder) if not name.startswith("."))  # noqa: PTH208
        except OSError as exc:
            report(Problem(folder, None, f"the folder cannot be read: {exc.strerror or exc}"))
            return
        for name in names:
            path = folder / name
            try:
                is_folder = path.is_dir()
            except OSError as exc:
                if not os.path.islink(path):  # noqa: PTH114  # Path.is_symlink would raise the same error
                    report(Problem(folder, None, f"the folder cannot be entered: {exc.strerror or exc}"))
                    return
                report(Problem(path, None, f"is a link that cannot be followed: {exc.strerror or exc}"))
                continue
            if is_folder:
                yield from walk(path)
            elif format_of(path):
                yield path
            elif path.suffix.lower() != _SIDECAR:
                unknown[path.suffix.lower()] += 1
                example.setdefault(path.suffix.lower(), path)

    yield from walk(root)
    for suffix, count in sorted(unknown.items()):
        which = f"files that end in {visible_line(suffix)}" if suffix else "files without a suffix"
        known = " ".join(FORMATS)
        report(Problem(example[suffix], None, f"{which} are no format that is read ({known}): {count} left out", False))


def _safe_id(raw: RawArticle, base: Path, report: Report) -> str:
    """The article's own id, else a hash of its address, else of its place; fit for a command line and a message."""
    if raw.id:
        safe = _UNSAFE_IN_ID.sub("-", raw.id)[:_LONGEST_ID].lstrip("-")
        if safe == raw.id:
            return raw.id
        safe = f"{safe}-{_digest(raw.id)[:8]}".lstrip("-")  # two unsafe ids must not become one
        shown = raw.id if len(raw.id) <= 80 else f"{raw.id[:80]}…"
        report(
            Problem(raw.path, raw.line, f"the id “{shown}” is not fit for a command line: it becomes “{safe}”", False)
        )
        return safe
    if raw.url:
        return f"url-{_digest(raw.url)}"
    place = unicodedata.normalize("NFC", raw.path.relative_to(base).as_posix())
    return f"file-{_digest(f'{place}:{raw.line}' if raw.line else place)}"


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "surrogateescape")).hexdigest()[:16]


def _cleaned(raw: RawArticle, report: Report) -> Article | None:
    text = clean_text(raw.text)
    if not any(map(str.isalnum, text)):
        report(Problem(raw.path, raw.line, "holds no words besides links and page furniture"))
        return None
    published = publication_date(raw)
    if published.unreadable is not None:
        kept = "its day is taken from elsewhere" if published.day else "the article is kept without a date"
        reason = f"the date “{published.unreadable[:80]}” is not one day of the calendar; {kept}"
        report(Problem(raw.path, raw.line, reason, skipped=False))
    info = ArticleInfo(
        id=raw.id,
        sha256=hashlib.sha256(text.encode()).hexdigest(),
        title=visible_line(raw.title or "") or None,
        outlet=raw.outlet or _host(raw.url or ""),
        url=raw.url,
        published=published.day,
        published_from=published.known_from,
        authors=raw.authors,
        language=raw.language,
    )
    return Article(info, text, footnote_links(raw.text))


def _host(url: str) -> str | None:
    """The host of an address without "www."; None when it has none."""
    try:
        return (urlsplit(url).hostname or "").removeprefix("www.") or None
    except ValueError:
        return None
