"""What must hold of a data folder after a command was killed in it, and after the next rebuild."""

from __future__ import annotations

import shutil
import sqlite3
import tempfile
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import numpy as np

from retrieval.articles import ArticleStore
from retrieval.generations import Generations
from retrieval.index import ARTICLES, Index
from retrieval.passage_vectors import LOG

MOST_GENERATIONS = 3
"""On disk: the two that are kept, and one that was just published or is still being read."""
CLOSE = 1e-5
"""How far vectors of the same words may be apart: what is embedded beside them changes the rounding."""


def check_serving(generations: Generations) -> None:
    """What serves is whole and opens."""
    generations.check(generations.current_id())
    with _serving(generations):
        pass
    check_kept(generations)


def check_kept(generations: Generations) -> None:
    kept = generations.kept()
    assert len(kept) <= MOST_GENERATIONS, f"{len(kept)} generations are on disk: {kept}"
    assert generations.previous_id(), f"nothing to roll back to is left: {kept}"


def check_nothing_unfinished(generations: Generations) -> None:
    left = sorted(path.name for path in (generations.data_dir / "work").iterdir())
    assert not left, f"work/ still holds {left}"


def check_same(generations: Generations, undisturbed: Generations) -> None:
    """Both serve the same articles, passages and vectors."""
    with _serving(generations) as found, _serving(undisturbed) as expected:
        assert found.articles.states() == expected.articles.states(), "the articles differ"
        passages, wanted = ({p.passage for p in index.articles.each_passage()} for index in (found, expected))
        assert passages == wanted, f"passages differ: {sorted(p.id for p in passages ^ wanted)}"
        ids = {passage.id for passage in wanted}
        assert found.vectors.count() == len(ids), f"there are {found.vectors.count()} vectors for {len(ids)} passages"
        vectors, wanted_vectors = (index.vectors.vectors(sorted(ids)) for index in (found, expected))
        far = [id_ for id_ in ids if not np.allclose(vectors[id_], wanted_vectors[id_], atol=CLOSE)]
        assert not far, f"the vectors of {sorted(far)} are others"


def check_gone(data_dir: Path, word: str) -> None:
    """No file that could be served again holds `word`."""
    files = (path for name in ("generations", "work") for path in (data_dir / name).rglob("*") if path.is_file())
    holding = [path.relative_to(data_dir) for path in files if word.encode() in path.read_bytes()]
    assert not holding, f"“{word}”, which was taken down, still stands in {holding}"


def known_digests(generations: Generations, *, full: bool) -> set[bytes]:
    """The digests of the words whose vectors are on disk, for a rebuild that uses only the log if it is `full`."""
    kept = () if full else (generations.served_id(), generations.previous_id())
    digests = (_digests(generations.folder(id_)) for id_ in kept if id_)
    return _logged(generations.data_dir / "work").union(*digests)


def check_embedded(generations: Generations, known: set[bytes], embedded: int) -> None:
    """A rebuild embedded no more than the words of which no vector was `known`."""
    missing = len(_digests(generations.folder(generations.current_id())) - known)
    assert embedded <= missing, f"{embedded} passages were embedded, though only {missing} were missing"


@contextmanager
def _serving(generations: Generations) -> Iterator[Index]:
    manifest = generations.manifest(generations.current_id())
    with closing(Index.published(generations, manifest)) as index:
        yield index


def _digests(folder: Path) -> set[bytes]:
    with closing(ArticleStore(folder / ARTICLES)) as articles:
        return {one.digest for one in articles.each_passage()}


def _logged(work: Path) -> set[bytes]:
    """What a killed rebuild has logged, read in a copy: whoever opens the log itself mends it."""
    with tempfile.TemporaryDirectory() as folder:
        for file in work.glob(f"{LOG}*"):
            shutil.copy(file, folder)
        with closing(sqlite3.connect(Path(folder) / LOG)) as log:
            if not log.execute("SELECT 1 FROM sqlite_master WHERE name = 'vectors'").fetchall():
                return set()
            return {digest for (digest,) in log.execute("SELECT digest FROM vectors")}
