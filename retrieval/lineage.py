"""
Which articles are copies or versions of one story: the wire's, cut or added to by an outlet, or an updated page.

Articles are compared by the runs of words (shingles) that they share. What counts is containment, the share of the
shorter one's shingles that the longer one has (Broder, "On the resemblance and containment of documents", 1997): a
story that was cut to its first half is contained in it. It is estimated from the same eighth of all possible shingles
in every article (FracMinHash; Irber et al., "Lightweight compositional analysis of metagenomes with FracMinHash and
minimum metagenome covers", 2022), so that sketches are made once, with the article, and all are compared anew.

Two reporters who tell of one event share few runs of five words and stay two sources. Nothing here reads a file.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import combinations
from typing import NamedTuple
from urllib.parse import parse_qsl, urlencode, urlsplit
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

LINEAGE_VERSION = "1"
"""Goes up whenever the same articles would give other sketches; a generation with another one is built from nothing."""

SHINGLE = 5
"""Words in a run."""
KEPT = 8
"""One in so many shingles is in a sketch."""
CONTAINED = 0.7
"""The least containment of near-copies. What was measured on news stands in retrieval/README.md."""
WHOLE = 0.9
"""Articles that share this part of the longer one are the same whatever they share with others."""
FEWEST = 6
"""Shingles that two sketches must share: some fifty words in a row. Less is a sentence that both quote."""
FURNITURE = 3
"""What so many articles of one outlet share tells of the outlet: captions of a gallery, background, a template."""
HELD = 0.5
"""The least containment of a story in a round-up, which may hold a part of each."""
ROUND_UP = 1.15
"""How much longer than each of the stories that it holds a round-up is, at least."""
NEIGHBOURS = 20
"""How many holders of a shingle each one is compared with: more copies than that still form one chain."""
AT_ONCE = 100_000
"""Kept shingles that are compared at a time: where all articles are copies, each has `NEIGHBOURS` others."""

Sketch = NDArray[np.uint64]
"""The kept shingles of an article, ascending, without repetition."""

_WORD = re.compile(r"\w+")
_TRACKING = re.compile(
    r"utm_\w+|fbclid|gclid|dclid|msclkid|mc_[ce]id|igshid|cmpid|ncid|ocid|ref_src|referrer|smid|smtyp|CMP|cmp|amp"
    r"|outputType|at_\w+|xtor|wt\.\w+|guccounter|guce_\w+|__twitter\w+"
)
_EDITION = re.compile(r"^(?:www\d?|amp|m|mobile|edition)\.")


@dataclass(frozen=True, slots=True)
class Traced:
    """An article as its lineage is looked for; `page` is that of its link, `sketch` that of its text."""

    id: str
    title: str | None
    outlet: str | None
    page: str | None
    published: date | None
    sha256: str
    sketch: Sketch


class Lineages(NamedTuple):
    """
    Ids of articles. `stories` are those that are one story, the earliest first; only where there are two or more.

    `held` are the articles that a round-up holds, by its own id: it has no voice beside theirs.
    """

    stories: list[list[str]]
    held: dict[str, list[str]]


def sketch(text: str) -> Sketch:
    """The sketch of a text; empty for one of fewer than `SHINGLE` words."""
    hashes = np.array([crc32(word.encode()) for word in _WORD.findall(text.lower())], dtype=np.uint64)
    runs = len(hashes) - SHINGLE + 1
    if runs < 1:
        return np.empty(0, dtype=np.uint64)
    shingles = np.zeros(runs, dtype=np.uint64)
    for place in range(SHINGLE):
        shingles = shingles * np.uint64(0x9E3779B97F4A7C15) + hashes[place : place + runs]
    mixed = _mixed(shingles)
    return np.unique(mixed[mixed < np.uint64(2**64 // KEPT)])


def page(url: str | None) -> str | None:
    """
    What two links to one page have in common: host and path, without tracking, `www.`, `m.`, "amp" and the like.

    None for no link and for one to a whole site, which tells nothing of an article.
    """
    if not url:
        return None
    try:
        parts = urlsplit(url.strip())
        host = _EDITION.sub("", (parts.hostname or "").lower())
    except ValueError:
        return None
    path = re.sub(r"/+", "/", parts.path)
    path = re.sub(r"/(?:amp|index\.html?)$|\.amp(?=\.html?$)|\.amp$|^/amp(?=/)", "", path.rstrip("/")).rstrip("/")
    query = urlencode(
        sorted(
            (key, value)
            for key, value in parse_qsl(parts.query, keep_blank_values=True)
            if not _TRACKING.fullmatch(key)
        )
    )
    fragment = f"#{parts.fragment}" if parts.fragment[:1] in ("/", "!") else ""  # the path of a page made by a script
    return f"{host}{path}?{query}{fragment}" if host and (path or query or fragment) else None


def lineages(articles: Sequence[Traced]) -> Lineages:
    """
    Which articles are one story: those whose links lead to one page, and near-copies.

    A round-up that holds several stories joins none of them.
    """
    parents = list(range(len(articles)))

    def root(place: int) -> int:
        while parents[place] != place:
            parents[place] = place = parents[parents[place]]
        return place

    containment = _containment(articles)
    near = {pair for pair, share in containment.items() if share >= CONTAINED}
    held = _round_ups([pair for pair, share in containment.items() if share >= HELD], near, articles)
    copies = [(a, b) for a, b in sorted(near) if b not in held.get(a, ()) and a not in held.get(b, ())]
    for one, other in (*_same_page(articles), *_same_text(articles), *copies):
        parents[root(one)] = root(other)
    # What became one story by another way is no round-up of itself.
    apart = {longer: [one for one in shorter if root(one) != root(longer)] for longer, shorter in held.items()}
    held = {longer: shorter for longer, shorter in apart.items() if len({root(one) for one in shorter}) > 1}
    stories: dict[int, list[Traced]] = defaultdict(list)
    for place, article in enumerate(articles):
        stories[root(place)].append(article)
    return Lineages(
        sorted(
            [one.id for one in sorted(story, key=lambda one: (one.published or date.max, one.id))]
            for story in stories.values()
            if len(story) > 1
        ),
        {articles[place].id: sorted(articles[one].id for one in shorter) for place, shorter in held.items()},
    )


def _mixed(values: Sketch) -> Sketch:
    """Bits spread evenly, so that any eighth of the values is an even sample (the finaliser of SplitMix64)."""
    values = (values ^ (values >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
    values = (values ^ (values >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
    return values ^ (values >> np.uint64(31))


def _same_page(articles: Sequence[Traced]) -> list[tuple[int, int]]:
    return _alike(article.page for article in articles)


def _same_text(articles: Sequence[Traced]) -> list[tuple[int, int]]:
    """
    Articles whose text is the same, however short, under the same title.

    Where a page could not be read, many an archive holds only what stands on all pages: that has many titles.
    """
    return _alike(f"{article.sha256} {article.title or ''}" for article in articles)


def _alike(keys: Iterable[str | None]) -> list[tuple[int, int]]:
    first: dict[str, int] = {}
    return [(place, first.setdefault(key, place)) for place, key in enumerate(keys) if key is not None]


def _containment(articles: Sequence[Traced]) -> dict[tuple[int, int], float]:
    """
    How much of the shorter article stands in the longer one, for each pair of places that shares anything of note.

    What stands in many articles of an outlet is not counted, unless the two are the same as a whole.
    """
    sizes = np.array([len(article.sketch) for article in articles], dtype=np.int64)
    owners = np.repeat(np.arange(len(articles), dtype=np.int64), sizes)
    hashes = np.concatenate([article.sketch for article in articles]) if articles else np.empty(0, dtype=np.uint64)
    order = np.argsort(hashes, kind="stable")
    hashes, owners = hashes[order], owners[order]
    whole = {
        pair: 1.0 for pair, (of_both, _, longer) in _shared(hashes, owners, sizes).items() if of_both >= WHOLE * longer
    }
    own = ~_furniture(hashes, owners, articles)
    hashes, owners = hashes[own], owners[own]
    sizes = np.bincount(owners, minlength=len(articles))
    return {pair: of_both / shorter for pair, (of_both, shorter, _) in _shared(hashes, owners, sizes).items()} | whole


def _shared(
    hashes: Sketch, owners: NDArray[np.int64], sizes: NDArray[np.int64]
) -> Mapping[tuple[int, int], tuple[int, int, int]]:
    """For each pair that shares `FEWEST` of the sorted `hashes` or more: how many, and of how many each, ascending."""
    count = len(sizes)
    pairs, shared = np.empty(0, dtype=np.int64), np.empty(0, dtype=np.int64)
    for start in range(0, len(hashes), AT_ONCE):
        held_by_both: list[NDArray[np.int64]] = []
        for distance in range(1, NEIGHBOURS + 1):
            stop = min(start + AT_ONCE, len(hashes) - distance)
            one, other = slice(start, max(start, stop)), slice(start + distance, max(start, stop) + distance)
            same = hashes[one] == hashes[other]
            if not same.any():
                break
            held_by_both.append(owners[one][same] * count + owners[other][same])
        if not held_by_both:
            continue
        both, times = np.unique(np.concatenate(held_by_both), return_counts=True)
        pairs, place = np.unique(np.concatenate([pairs, both]), return_inverse=True)
        shared = np.bincount(place, weights=np.concatenate([shared, times]), minlength=len(pairs)).astype(np.int64)
    enough = shared >= FEWEST
    found: dict[tuple[int, int], tuple[int, int, int]] = {}
    for pair, of_both in zip(pairs[enough].tolist(), shared[enough].tolist(), strict=True):
        a, b = divmod(pair, count)
        shorter, longer = sorted((int(sizes[a]), int(sizes[b])))
        found[a, b] = (of_both, shorter, longer)
    return found


def _furniture(hashes: Sketch, owners: NDArray[np.int64], articles: Sequence[Traced]) -> NDArray[np.bool_]:
    """Which of the sorted `hashes` stand in `FURNITURE` articles of their outlet or more; none where it is unknown."""
    names = sorted({article.outlet for article in articles if article.outlet})
    numbers = {name: number for number, name in enumerate(names)}
    outlets = np.array([numbers.get(article.outlet or "", -1) for article in articles], dtype=np.int64)
    new = np.ones(len(hashes), dtype=np.bool_)
    new[1:] = hashes[1:] != hashes[:-1]
    groups = np.cumsum(new) - 1
    # Most shingles stand in one article only, and need not be looked at.
    held = np.flatnonzero((np.bincount(groups, minlength=1)[groups] >= FURNITURE) & (outlets[owners] >= 0))
    _, which, counts = np.unique(
        groups[held] * len(names) + outlets[owners[held]], return_inverse=True, return_counts=True
    )
    furniture = np.zeros(len(hashes), dtype=np.bool_)
    furniture[held[counts[which] >= FURNITURE]] = True
    return furniture


def _round_ups(
    pairs: Sequence[tuple[int, int]], near: Collection[tuple[int, int]], articles: Sequence[Traced]
) -> dict[int, list[int]]:
    """The articles that hold several shorter ones which are no copies of one another, with those."""
    held: dict[int, list[int]] = defaultdict(list)
    for one, other in pairs:
        shorter, longer = sorted((one, other), key=lambda place: len(articles[place].sketch))
        if len(articles[longer].sketch) > ROUND_UP * len(articles[shorter].sketch):
            held[longer].append(shorter)
    return {
        longer: stories
        for longer, stories in held.items()
        if any((min(one, other), max(one, other)) not in near for one, other in combinations(stories, 2))
    }
