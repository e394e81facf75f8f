"""The plain texts of articles, read without Dateline: the tutorial and the made-up questions know nothing of it."""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterator
from pathlib import Path


def texts(path: Path) -> Iterator[str]:
    """The text of each article in a `.txt`, `.md`, `.jsonl` or `.jsonl.gz` file, or in all of those under a folder."""
    if path.is_dir():
        for file in sorted(path.rglob("*")):
            if file.is_file():
                yield from texts(file)
    elif path.suffix in (".txt", ".md"):
        yield path.read_text(encoding="utf-8")
    elif path.name.endswith((".jsonl", ".jsonl.gz")):
        with gzip.open(path, "rt", encoding="utf-8") if path.suffix == ".gz" else path.open(encoding="utf-8") as lines:
            for line in lines:
                yield json.loads(line)["text"]


def questions(path: Path, count: int, words: int = 8) -> list[str]:
    """At most `count` questions made from runs of `words` words, spread evenly over the articles under `path`."""
    runs = [
        " ".join(article[start : start + words])
        for article in (text.split() for text in texts(path))
        for start in range(0, len(article) - words + 1, words)
    ]
    step = max(1, len(runs) // count)
    return [f"What is known about {run}?" for run in runs[::step][:count]]
