"""The archives that the tables are about, and a chain over one of them through which a script speaks."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from pathlib import Path

from bot.assembly import SHIPPED_CORPUS, Dateline, assemble
from config.settings import load_settings
from retrieval.chain import AnswerChain
from retrieval.llm.ledger import TokenLedger
from retrieval.llm.service import ChatService, Limits
from retrieval.types import Hit
from retrieval.writing.author import Author
from retrieval.writing.resting import Shown
from tests.articles import read_articles
from tests.retrieval.writing.scripted import Script, ScriptedModel

HERE = Path(__file__).parent
NAME = "test:scripted"


def rows_in(folder: Path) -> list[dict[str, str]]:
    """The articles of a table: each a file with the title, the outlet and the day, an empty line, and the text."""
    rows: list[dict[str, str]] = []
    for file in sorted(folder.glob("*.txt")):
        head, text = file.read_text(encoding="utf-8").strip().split("\n\n", 1)
        title, source = head.split("\n")
        outlet, day = source.rsplit(", ", 1)
        url = f"https://www.{file.stem}.example/a"
        rows.append({"id": file.stem, "title": title, "outlet": outlet, "published": day, "url": url, "text": text})
    return rows


def shipped_rows() -> list[dict[str, str]]:
    """The shipped articles, for outputs are about them too."""
    rows: list[dict[str, str]] = []
    for article in read_articles(SHIPPED_CORPUS, lambda _: None):
        info = article.info
        known = {
            "outlet": info.outlet,
            "url": info.url,
            "published": info.published.isoformat() if info.published else None,
        }
        rows.append({"id": info.id, "text": article.text, **{name: value for name, value in known.items() if value}})
    return rows


def archive_of(rows: Iterable[Mapping[str, str]], folder: Path, models: Path) -> Dateline:
    """A Dateline with these articles built; no language model is set."""
    folder.mkdir()
    (folder / "models").symlink_to(models)
    corpus = folder / "corpus.jsonl"
    corpus.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    dateline = assemble(load_settings({"data_dir": folder}))
    dateline.rebuild(lambda *_: None, corpus)
    return dateline


def all_shown(dateline: Dateline) -> list[Shown]:
    """Every passage of an archive, numbered as if a model had been shown all of them."""
    with dateline.archive.reading() as index:
        found = index.articles.passages(list(index.articles.passage_ids()))
    return [
        Shown(number, Hit(number, passage, info, 0.5)) for number, (passage, info, _) in enumerate(found.values(), 1)
    ]


def written_by(script: Script, dateline: Dateline, folder: Path) -> AnswerChain:
    """The chain of `dateline` with `script` for a language model."""
    model = ScriptedModel(script=script)
    service = ChatService(NAME, lambda: model, Limits(retries=0), TokenLedger(folder / "usage.sqlite", 0))
    reads = dateline.settings.reader.passages
    return AnswerChain(dateline.archive, dateline.searcher, dateline.reader, reads, Author(service))
