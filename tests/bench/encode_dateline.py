"""Seconds that Dateline's embedder takes for the passages of a JSON file: `encode_dateline MODELS FILE`."""

from __future__ import annotations

import json
import sys
import time
from pathlib import Path

from retrieval.embedding import GRAPH_FILE, OnnxEmbedder

if __name__ == "__main__":
    models, file = map(Path, sys.argv[1:])
    passages = json.loads(file.read_text(encoding="utf-8"))
    embedder = OnnxEmbedder(next(models.rglob(GRAPH_FILE)).parent)
    embedder.embed_passages(passages[:16])
    start = time.perf_counter()
    embedder.embed_passages(passages)
    print(json.dumps({"seconds": time.perf_counter() - start}))
