"""The verdict on text of any kind: whatever a model writes, it comes soon and nothing is raised."""

from __future__ import annotations

from time import perf_counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from retrieval.proving.judging import LONGEST, MOST_QUOTED, Fault, fault
from tests.retrieval.proving.cases import quoted

QUOTE = (
    "“The mayor of Rimal will sign 12 pacts,” Mara Vint told reporters on Friday, if Ostby, which lost 2-3, does not "
    "refuse to pay $3 million; Olin Derk denied that the port may close from 2008 to 2015."
)
SOONEST = 2.0
"""Seconds; most take a hundredth of them."""

ODD = [
    "9" * 400,
    "1e999",
    "-0",
    "٣",
    "½ ² Ⅷ",
    "0.0.0.0",
    "1,2,3,4,5",
    "“‘«„\"'",
    "“a ‘b “c” d’ e”",
    "»«»«",
    "’’’s’s",
    "\x00",
    "\ud800",
    "\u202e\u200b\u0301",
    "ß ﬁ İ ſ",
    "港は閉まった。",
    "Порт закрылся.",
    "أغلق الميناء",
    "🙂🏽",
    "a\u2028b\x85c\x1cd",
    "31 February 2023",
    "on 99 June 0000",
    "from 2015 to 2008",
    "said said said",
    "not not not never",
    "if unless if",
    "by by was by",
    "\\d+(?:[",
    "%s {} {0}",
]
UNITS = [
    *("a", "Aa ", "the ", "Vint ", "Vint sued Derk ", "Vint, ", "9 ", "1 to 2 ", "one hundred and ", "in 2010 "),
    *(
        "from 2008 to 2015 ",
        "“",
        "“a” ",
        "'a ",
        "‘a’",
        "«",
        "»«",
        "…",
        "a-",
        "A.",
        "said ",
        "Vint said ",
        "said Vint, ",
    ),
    *(
        "Vint, the mayor, said, ",
        "according to Vint, ",
        "was by ",
        "if ",
        "unless ",
        "not ",
        "not to ",
        "to ",
        "and to ",
    ),
    *("from Vint to Derk ", "more flour ", "won 3-2 ", "May ", "8 June 2023 ", "no ", "that ", "slowly ", "Of the "),
    *("’s ", "$1 ", "12 per day ", "one in five ", "J. ", "! ", ": a", "told Vint ", "told the the ", "minus 5 "),
    *("one of the most a ", "dozens of ", "٣", "م ", "🙂", "\u00a0", "\u0301"),
]


def seconds(sentence: str, *quotes: str) -> float:
    start = perf_counter()
    fault(sentence, [quoted(quote) for quote in quotes])
    return perf_counter() - start


@pytest.mark.parametrize("odd", ODD, ids=ascii)
def test_no_odd_text_raises(odd: str) -> None:
    for sentence in (odd, f"Vint said {odd} sailors left Rimal.", f"{odd} {QUOTE}", QUOTE):
        for quotes in ([], [quoted(odd)], [quoted(QUOTE)], [quoted(f"{odd} {QUOTE}"), quoted(odd, day=None)]):
            found = fault(sentence, quotes)
            assert found is None or isinstance(found.words, str)
        if sentence.strip():
            assert fault(sentence, [quoted(sentence)]) is None or not any(map(str.isalnum, sentence))


@pytest.mark.parametrize("unit", UNITS, ids=ascii)
def test_a_sentence_of_one_thing_over_and_over_is_judged_soon(unit: str) -> None:
    long, longest = ((unit * size)[:size] for size in (LONGEST, 20_000))
    for said in (long, longest, f"{long[:900]} Vint"):
        assert seconds(said, QUOTE) < SOONEST
    assert seconds(QUOTE[:-1], longest) < SOONEST
    assert seconds(longest, longest) < SOONEST


def test_a_long_quote_is_read_soon() -> None:
    told = " ".join(f"{QUOTE} It rained {number} times." for number in range(MOST_QUOTED // 250))
    assert len(told) <= MOST_QUOTED
    for sentence in ("Mara Vint will sign 12 pacts.", "Derk said that the port may close.", (QUOTE * 9)[:LONGEST]):
        assert seconds(sentence, told) < SOONEST


def test_what_is_too_long_is_no_sentence_unless_the_quote_has_it() -> None:
    line = "The mayor " + "and the clerk " * 100 + "left."
    assert len(line) > LONGEST
    assert fault(line, [quoted("The mayor and the clerk left.")]) == Fault("coverage", line)
    assert fault(line, [quoted(f"It rained. {line}")]) is None


def test_a_sentence_that_rests_on_whole_articles_is_not_looked_at() -> None:
    sentence, article = "The clerk left.", quoted("The mayor sang, and the clerk left. " * 200)
    assert len(article.text) > MOST_QUOTED
    assert fault(sentence, [article]) == Fault("coverage", sentence)
    assert fault("The mayor sang, and the clerk left.", [article]) is None


WORDS = st.sampled_from(
    """the mayor Vint Derk said told not may will denied was by from to up more 3-2 12 million $5 half 2010 May Friday
    , . “ ” ' ( - if unless refuse sued beat lost largest third another a day 's""".split()
)
LINES = st.lists(WORDS, max_size=25).map(" ".join)


@settings(deadline=None)
@given(LINES, st.lists(LINES, max_size=3))
def test_no_line_of_news_words_raises(sentence: str, quotes: list[str]) -> None:
    found = fault(sentence, [quoted(quote) for quote in quotes])
    assert found is None or isinstance(found.words, str)


@settings(deadline=None)
@given(LINES)
def test_a_line_that_is_its_quote_has_no_fault(line: str) -> None:
    found = fault(line, [quoted(line)])
    assert found is None or not any(map(str.isalnum, line))
