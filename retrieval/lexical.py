"""BM25 over the passages of a generation, by bm25s; a passage is known by its number, its row in the index."""

from __future__ import annotations

import json
import sys
from array import array
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from config.errors import IndexDamaged
from retrieval.terms import terms

Scores = NDArray[np.float32]
K1, B = 1.2, 0.75
"""What a generation is built with; measured: retrieval/README.md."""
COUNT_FILE = "passages.json"


class LexicalBuilder:
    """
    Collects passages one after the other and writes their index; the first added is number 0.

    `k1` and `b` are Robertson's weights of saturation and of length.
    """

    def __init__(self, k1: float = K1, b: float = B) -> None:
        self._k1, self._b = k1, b
        self._vocabulary: dict[str, int] = {}
        self._rows: list[array[int]] = []

    def add(self, text: str) -> None:
        """The next passage, with whatever should be searched of it, the title too."""
        ids = array("i")
        for term in terms(text):
            ids.append(self._vocabulary.setdefault(term, len(self._vocabulary)))
        self._rows.append(ids)

    def save(self, folder: Path) -> None:
        """Write the index of all that was added into `folder`, which is made; none added gives an empty index."""
        import bm25s

        folder.mkdir(parents=True, exist_ok=True)
        (folder / COUNT_FILE).write_text(json.dumps({"passages": len(self._rows)}), encoding="utf-8")
        if not self._vocabulary:
            return
        index = bm25s.BM25(method="lucene", k1=self._k1, b=self._b)
        index.index((self._rows, self._vocabulary), show_progress=False)
        index.save(str(folder), show_progress=False)


class LexicalIndex:
    """The index in `folder`, mapped into memory. Safe to use from several threads."""

    def __init__(self, folder: Path) -> None:
        """
        Raises:
            IndexDamaged: a file of the index is missing or cannot be read.
        """
        bm25s = _bm25s_for_reading()
        try:
            self.passages: int = json.loads((folder / COUNT_FILE).read_text(encoding="utf-8"))["passages"]
            self._index: Any = None
            if (folder / "vocab.index.json").is_file():
                self._index = bm25s.BM25.load(str(folder), mmap=True, load_vocab=True)
        except (OSError, EOFError, ValueError, KeyError, TypeError) as exc:
            raise IndexDamaged(folder.parent.name, f"its lexical index cannot be read ({exc})") from exc
        self._vocabulary: dict[str, int] = self._index.vocab_dict if self._index else {}

    def scores(self, query: str) -> Scores:
        """
        The BM25 score of every passage, shape `(passages,)`; all zero when no term of `query` is known.

        A term that `query` says twice counts once.
        """
        known = {self._vocabulary[term] for term in terms(query) if term in self._vocabulary}
        if not known:
            return np.zeros(self.passages, dtype=np.float32)
        scores: Scores = self._index.get_scores_from_ids(sorted(known))
        return scores

    def rarity(self, query_terms: Sequence[str]) -> dict[str, float]:
        """
        How much each term tells, its inverse document frequency scaled to `(0, 1]`; 1 for a term no passage holds.

        Robertson's and Spärck Jones's weight in Lucene's form, `log(1 + (N - n + 0.5) / (n + 0.5))`.
        """
        most = float(np.log(1 + (self.passages + 0.5) / 0.5))
        weights = {}
        for term in query_terms:
            n = self._document_frequency(term)
            weights[term] = float(np.log(1 + (self.passages - n + 0.5) / (n + 0.5))) / most
        return weights

    def _document_frequency(self, term: str) -> int:
        number = self._vocabulary.get(term)
        if number is None:
            return 0
        starts = self._index.scores["indptr"]
        return int(starts[number + 1] - starts[number])


def best(scores: Scores, k: int, allowed: NDArray[np.bool_] | None = None) -> list[int]:
    """The numbers of the `k` highest scores above zero, best first, ties by number; only where `allowed`."""
    if allowed is not None:
        scores = np.where(allowed, scores, 0.0)
    k = min(k, int(np.count_nonzero(scores > 0)))
    if k == 0:
        return []
    lowest = np.partition(scores, -k)[-k]
    # More than `k` when scores tie at the end; which of them a partition puts first is left to chance.
    top = np.flatnonzero(scores >= lowest)
    return [int(number) for number in top[np.argsort(-scores[top], kind="stable")[:k]]]


def _bm25s_for_reading() -> Any:
    """bm25s without scipy, a fifth of a second of imports that it needs only to build an index."""
    if not {"bm25s", "scipy"} & sys.modules.keys():
        sys.modules["scipy"] = None  # type: ignore[assignment]  # what Python itself puts there to stop an import
        try:
            import bm25s
        finally:
            del sys.modules["scipy"]
    import bm25s

    return bm25s
