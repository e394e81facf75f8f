"""An article and an archive that rendering is tried on, in the terminal and in Discord."""

from __future__ import annotations

from datetime import UTC, date, datetime

from corpus.types import ArticleInfo
from retrieval.types import IndexInfo

INDEX = IndexInfo("g1", datetime(2021, 10, 8, 6, 30, tzinfo=UTC), 2100, 14, newest_published=date(2021, 10, 7))
INFO = ArticleInfo(
    "moscow", "0" * 64, outlet="The Moscow Times", published=date(2021, 10, 7), published_from="metadata"
)
SAID = "Russia’s presidential envoy to Afghanistan, Zamir Kabulov, told journalists of the talks."
OPENING = "Russia has invited the Taliban to attend negotiations on Afghanistan in Moscow later this month."


def opening(article_id: str) -> str:
    return OPENING if article_id == "moscow" else ""
