"""Archives made for measuring: a copy that may be changed, a sentence added to one article, many articles of few."""

from __future__ import annotations

import gzip
import json
import shutil
from collections.abc import Callable, Iterator
from itertools import count, islice
from pathlib import Path
from typing import TextIO

from tests.bench.child import BenchError
from tests.bench.sources import texts

_EVERY = 24
"""After so many words of an article that is used again comes a mark, so that few passages have none."""
_MARKS = "alpha bravo charlie delta echo foxtrot golf hotel india juliett kilo lima mike".split()


def copy_of(corpus: Path, folder: Path) -> Path:
    """A copy of an archive, file or folder, under its own name in the new `folder`: articles keep their ids."""
    folder.mkdir(parents=True)
    copy = folder / corpus.name
    return Path(shutil.copytree(corpus, copy) if corpus.is_dir() else shutil.copyfile(corpus, copy))


def add_sentence(corpus: Path, sentence: str) -> None:
    """
    Add `sentence` to the end of the first article of `corpus`, in the format of its file.

    Raises:
        BenchError: there is no article to add it to.
    """
    for file in sorted(corpus.rglob("*")) if corpus.is_dir() else [corpus]:
        if file.suffix in (".txt", ".md"):
            with file.open("a", encoding="utf-8") as article:
                article.write(f"\n\n{sentence}\n")
            return
        if file.name.endswith((".jsonl", ".jsonl.gz")):
            _add_to_first_record(file, sentence)
            return
    raise BenchError(f"no article under {corpus} to add a sentence to")


def grown(corpus: Path, articles: int, to: Path) -> None:
    """
    Write so many articles of the texts of `corpus` to the `.jsonl` file `to`, over and over until there are enough.

    A text that comes again says a word or two more in every `_EVERY` words, other ones each time: all passages differ,
    while the words of the archive stay nearly as many.
    """
    with to.open("w", encoding="utf-8") as file:
        for number, text in enumerate(islice(_again_and_again(corpus), articles)):
            file.write(json.dumps({"id": f"article-{number}", "text": text}) + "\n")


def _again_and_again(corpus: Path) -> Iterator[str]:
    for turn in count():
        empty = True
        for text in texts(corpus):
            empty = False
            yield _marked(text, turn)
        if empty:
            raise BenchError(f"no article under {corpus} to make an archive of")


def _marked(text: str, turn: int) -> str:
    """`text` with the number of the turn in it, written with `_MARKS` as its digits; as it is in the first turn."""
    digits = []
    while turn:
        turn, digit = divmod(turn, len(_MARKS))
        digits.append(_MARKS[digit])
    words = text.split(" ")
    return " ".join(
        word for start in range(0, len(words), _EVERY) for word in [*words[start : start + _EVERY], *digits]
    )


def _add_to_first_record(file: Path, sentence: str) -> None:
    opened: Callable[..., TextIO] = gzip.open if file.suffix == ".gz" else open
    changed = file.with_name(f"{file.name}.changed")
    with opened(file, "rt", encoding="utf-8") as lines, opened(changed, "wt", encoding="utf-8") as out:
        record = json.loads(next(lines))
        out.write(json.dumps({**record, "text": f"{record['text']}\n\n{sentence}"}, ensure_ascii=False) + "\n")
        shutil.copyfileobj(lines, out)
    changed.replace(file)
