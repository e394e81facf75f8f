"""How many sources stand behind an answer, where else a quote's words stand, and in what sources differ. Pure."""

from __future__ import annotations

from typing import NamedTuple

from bot.dated_quotes import short_days
from bot.wording import Opening, day_words, headline, visible
from corpus.types import ArticleInfo
from retrieval.citing import quote_dates
from retrieval.types import Answer, Citation

MOST_NAMED = 3
"""Articles that a line names before it counts the others."""


class SideWords(NamedTuple):
    """One side of a difference: what it says, its markers, and who says so on which day."""

    value: str
    markers: str
    name: str
    day: str


def agreement_line(answer: Answer) -> str | None:
    """How many independent sources say what the answer's first sentence says; None where that is one."""
    count = answer.saying(answer.sentences[0]) if answer.sentences else 0
    return f"{count} sources say so." if count > 1 else None


def sides(answer: Answer, opening: Opening) -> list[SideWords]:
    """What the sources differ in, side by side in the order of the answer; empty where they do not."""
    found = []
    for side in answer.difference.sides if answer.difference else ():
        cited = answer.cited(side.citations)
        first = next((one for one in cited if one.number in side.citations[:1]), None)
        if first:  # a saved answer may name what it does not hold
            others = answer.sources(side.citations) - 1
            more = f" and {others} more" if others else ""
            markers = "".join(f"[{one.number}]" for one in cited)
            value = visible(side.value) + _days(side.value, first)
            found.append(SideWords(value, markers, _name(first.article, opening), _day(first.article) + more))
    return found


def _days(value: str, citation: Citation) -> str:
    """The days that the words of a value mean, where they do not say so themselves: " [6 Oct 2021]"."""
    for words in quote_dates(citation):
        if words.text == value and not words.spelled_out:
            return f" [{short_days(words.first, words.last)}]"
    return ""


def difference_end(answer: Answer) -> str:
    """What a line about a difference ends with: which side is the newer one, where that can be said."""
    return " The later one is first." if answer.superseded else ""


def also_line(citation: Citation, opening: Opening) -> str | None:
    """The other articles of the same story, "also in …" and "other versions: …"; None where there is none."""
    named = []
    for words, relation in (("also in ", "copy"), ("other versions: ", "version")):
        articles = [who(one.article, opening) for one in citation.also_in if one.relation == relation]
        more = [f"{len(articles) - MOST_NAMED} more"] if len(articles) > MOST_NAMED else []
        named += [words + "; ".join(articles[:MOST_NAMED] + more)] if articles else []
    return " · ".join(named) or None


def who(info: ArticleInfo, opening: Opening) -> str:
    """Outlet and day of an article, its headline where the outlet is not known: "Coast Wire, 8 October 2021"."""
    return f"{_name(info, opening)}, {_day(info)}"


def _name(info: ArticleInfo, opening: Opening) -> str:
    return visible(info.outlet) if info.outlet else f"“{visible(headline(info, opening))}”"


def _day(info: ArticleInfo) -> str:
    return day_words(info.published) if info.published else "date unknown"
