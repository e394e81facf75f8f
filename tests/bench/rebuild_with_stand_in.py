"""
A rebuild whose vectors come from a stand-in at once, so that archives of many sizes can be rebuilt in minutes.

`rebuild_with_stand_in DATA_DIR CORPUS` prints what `rebuild --json` says of it, as far as it is wanted here.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence
from pathlib import Path

from retrieval.embedding import Progress, Vectors
from retrieval.generations import Generations
from retrieval.rebuild import Rebuilder
from tests.fakes import FakeEmbedder

DIMENSION = 384  # of the shipped model
PASSAGE_TOKENS = 160  # a passage has more words here than with a real tokenizer, so there are fewer


class StandIn(FakeEmbedder):
    """Remembers nothing of what it has embedded: memory is what is measured."""

    def embed_passages(self, texts: Sequence[str], progress: Progress | None = None) -> Vectors:
        vectors = super().embed_passages(texts, progress)
        self.embedded.clear()
        return vectors


if __name__ == "__main__":
    data_dir, corpus = map(Path, sys.argv[1:])
    rebuilder = Rebuilder(Generations(data_dir), StandIn(dimension=DIMENSION), PASSAGE_TOKENS)
    report = rebuilder.rebuild(corpus, str(corpus), lambda *_: None)
    told = {name: getattr(report, name) for name in ("articles", "passages", "changed", "embedded", "how")}
    print(json.dumps(told))
