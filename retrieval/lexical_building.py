"""
A generation's lexical index, made of an older one and the difference, or of nothing but new passages.

Postings go through the memory in blocks: those of the older index as they lie there, those of new passages sorted by
term and set aside on disk until all are known. What is kept in memory grows with the vocabulary alone.
"""

from __future__ import annotations

import json
import tempfile
from array import array
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from types import TracebackType
from typing import NamedTuple, Self

import numpy as np
from numpy.typing import NDArray

from config.errors import IndexDamaged
from retrieval.disk import reserve
from retrieval.lexical import COUNTS, GONE, LENGTHS, NUMBERS, STARTS, VOCABULARY
from retrieval.terms import terms

BLOCK = 1 << 18
"""Postings in memory at a time."""
MOST = np.iinfo(np.uint16).max
"""A term that stands in a passage more often counts so often."""

Ints = NDArray[np.integer]


class _Block(NamedTuple):
    """Postings sorted by the id of their term, and for one term by passage."""

    term_ids: Ints
    numbers: Ints
    counts: Ints


class _Older(NamedTuple):
    """The postings of an older index, mapped into memory."""

    starts: Ints
    numbers: Ints
    counts: Ints


class LexicalBuilder:
    """
    Collects postings and writes their index into `folder`, which is made.

    First `carry` what stays of an older index, if there is one; then `add` passages in the order of their numbers,
    which are higher than all carried ones; then `save`. To be used as a context manager.
    """

    def __init__(self, folder: Path) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        self._folder = folder
        self._older: _Older | None = None
        self._moved: Ints = np.zeros(0, dtype=np.int32)
        self._vocabulary: dict[str, int] = {}
        self._lengths = array("i")
        self._spill = tempfile.TemporaryFile(dir=folder)  # noqa: SIM115  # closed by __exit__
        self._spilled = 0
        self._waiting = (array("i"), array("i"), array("H"))

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, exc: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._spill.close()

    def carry(self, older: Path, numbers: Ints) -> None:
        """
        Take over the index in the folder `older`: its passage `n` gets the number `numbers[n]`, or goes if that is -1.

        The new numbers must be in the order of the old ones.

        Raises:
            IndexDamaged: a file of the older index is missing or cannot be read.
        """
        try:
            known = json.loads((older / VOCABULARY).read_text(encoding="utf-8"))
            lengths = np.load(older / LENGTHS)
            self._older = _Older(*(np.load(older / name, mmap_mode="r") for name in (STARTS, NUMBERS, COUNTS)))
        except (OSError, EOFError, ValueError) as exc:
            raise IndexDamaged(older.parent.name, f"its lexical index cannot be read ({exc})") from exc
        self._moved = numbers.astype(np.int32)
        self._vocabulary = {term: id_ for id_, term in enumerate(known)}
        stay = self._moved >= 0
        carried = np.full(int(self._moved[stay].max(initial=-1)) + 1, GONE, dtype=np.int32)
        carried[self._moved[stay]] = lengths[stay]
        self._lengths = array("i", carried.tobytes())

    def add(self, number: int, text: str) -> None:
        """The passage `number`, with whatever should be searched of it, the title too."""
        counts = Counter(terms(text))
        self._lengths.extend([GONE] * (number - len(self._lengths)))
        self._lengths.append(counts.total())
        term_ids, numbers, times = self._waiting
        for term, count in counts.items():
            term_ids.append(self._vocabulary.setdefault(term, len(self._vocabulary)))
            numbers.append(number)
            times.append(min(count, MOST))
        if len(numbers) >= BLOCK:
            self._set_aside()

    def save(self) -> None:
        """Write the index; no passage gives an empty one. Terms that no passage says any more are left out."""
        self._set_aside()
        frequencies = np.zeros(len(self._vocabulary), dtype=np.int64)
        for block in self._blocks():
            frequencies += np.bincount(block.term_ids, minlength=len(frequencies))
        starts = np.concatenate([[0], np.cumsum(frequencies)])
        self._write_postings(starts)
        said = frequencies > 0
        words = [term for term, there in zip(self._vocabulary, said.tolist(), strict=True) if there]
        (self._folder / VOCABULARY).write_text(json.dumps(words, ensure_ascii=False), encoding="utf-8")
        np.save(self._folder / STARTS, np.concatenate([starts[:-1][said], starts[-1:]]))
        np.save(self._folder / LENGTHS, np.array(self._lengths, dtype=np.int32))

    def _write_postings(self, starts: Ints) -> None:
        """Each posting goes to the next free place of its term; blocks come in the order of their passages."""
        numbers, counts = (
            np.lib.format.open_memmap(self._folder / name, mode="w+", dtype=dtype, shape=(int(starts[-1]),))
            for name, dtype in ((NUMBERS, np.int32), (COUNTS, np.uint16))
        )
        for name in (NUMBERS, COUNTS):
            reserve(self._folder / name)
        free = starts[:-1].copy()
        for block in self._blocks():
            if not len(block.term_ids):
                continue
            own = np.bincount(block.term_ids, minlength=len(free))
            first_in_block = np.cumsum(own) - own
            places = free[block.term_ids] + np.arange(len(block.term_ids)) - first_in_block[block.term_ids]
            numbers[places], counts[places] = block.numbers, block.counts
            free += own
        numbers.flush()
        counts.flush()

    def _blocks(self) -> Iterator[_Block]:
        yield from self._carried()
        self._spill.seek(0)
        for _ in range(self._spilled):
            yield _Block(*(np.load(self._spill) for _ in _Block._fields))

    def _carried(self) -> Iterator[_Block]:
        if self._older is None:
            return
        starts, numbers, counts = self._older
        for begin in range(0, len(numbers), BLOCK):
            places = np.arange(begin, min(begin + BLOCK, len(numbers)))
            moved = self._moved[numbers[places]]
            stay = moved >= 0
            term_ids = np.searchsorted(starts, places[stay], side="right") - 1
            yield _Block(term_ids, moved[stay], counts[places][stay])

    def _set_aside(self) -> None:
        block = _Block(*(np.array(column) for column in self._waiting))
        order = np.argsort(block.term_ids, kind="stable")
        for column in block:
            np.save(self._spill, column[order])
        self._spilled += 1
        self._waiting = (array("i"), array("i"), array("H"))
