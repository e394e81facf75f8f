"""A finished generation, looked at as its readers will, before it serves."""

from __future__ import annotations

from contextlib import closing
from itertools import islice
from pathlib import Path

import numpy as np

from config.errors import IndexDamaged
from corpus.chunking import title_in_front
from retrieval.index import Index
from retrieval.manifest import Manifest
from retrieval.terms import terms

PROBES = 8
"""Passages that are looked for by their own words, spread over the generation, the newest among them."""
IDS_AT_ONCE = 256
NEAR = 0.999
"""The cosine that a vector has to itself, but for rounding."""


def validate(folder: Path, manifest: Manifest) -> None:
    """
    Open the generation in `folder` as a reader would; compare ids, counts and dimension, and ask what is known.

    Raises:
        IndexDamaged: anything does not agree.
    """
    with closing(Index.open(folder, manifest)) as index:
        if _with_vectors(index) != manifest.passages or index.vectors.count() != manifest.passages:
            raise IndexDamaged(manifest.id, "the vectors' ids are not those of the passages")
        if index.articles.count_articles() != manifest.articles:
            raise IndexDamaged(manifest.id, "the number of articles is not the manifest's")
        numbers = index.articles.numbers()
        spread = np.linspace(0, len(numbers) - 1, min(PROBES, len(numbers))).astype(np.int64)
        found = [_finds(index, manifest, number) for number in sorted(set(numbers[spread].tolist()))]
        if found and not any(found):
            raise IndexDamaged(manifest.id, "no passage is found by its own vector")


def _with_vectors(index: Index) -> int:
    """How many passages have a vector; asked for by and by, because all ids at once would fill the memory."""
    ids, found = index.articles.passage_ids(), 0
    while some := list(islice(ids, IDS_AT_ONCE)):
        found += len(index.vectors.among(some))
    return found


def _finds(index: Index, manifest: Manifest, number: int) -> bool:
    """
    Whether the passage `number` is found by its own vector.

    The graph searches approximately: where many passages are alike, it may miss one or the other.
    """
    (one,) = islice(index.articles.each_passage(number), 1)
    vector = index.vectors.vectors([one.passage.id])[one.passage.id]
    if vector.shape != (manifest.dimension,):
        raise IndexDamaged(manifest.id, f"its vectors have the shape {vector.shape}")
    words = title_in_front(one.info.title, one.passage.text)
    if terms(words) and index.lexical.scores(words)[number] <= 0:
        raise IndexDamaged(manifest.id, "a passage is not found by its own words")
    _, cosine = index.vectors.nearest(vector, 1)[0]
    return cosine >= NEAR
