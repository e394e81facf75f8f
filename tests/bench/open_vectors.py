"""Search copies of the served generation's vectors and do nothing else: `open_vectors DATA_DIR COPIES`."""

from __future__ import annotations

import shutil
import sys
import tempfile
from pathlib import Path

import numpy as np

from retrieval.generations import Generations
from retrieval.index import CHROMA
from retrieval.store import ChromaStore

if __name__ == "__main__":
    generations = Generations(Path(sys.argv[1]))
    served = generations.current_id()
    dimension = generations.manifest(served).dimension
    with tempfile.TemporaryDirectory(dir=generations.data_dir) as folder:
        stores = []
        for number in range(int(sys.argv[2])):
            copy = shutil.copytree(generations.folder(served) / CHROMA, Path(folder) / str(number) / CHROMA)
            stores.append(ChromaStore(copy))
            stores[-1].nearest(np.eye(1, dimension, dtype=np.float32)[0], 1)
        for store in stores:
            store.close()
