"""What `answer_sheets` claims: every message fits, no citation is lost, no quote is cut unseen, and nothing acts."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.discord_bot.answer_sheets import FITS, MAX_SHEETS, answer_sheets, shortened
from bot.discord_bot.sheet import Sheet
from bot.wording import archive_line, withdrawn_line
from corpus.types import ArticleInfo, Span
from retrieval.citing import withdraw
from retrieval.types import AlsoIn, Answer, AnswerSentence, Difference, Filters, Side, Window
from tests.bot.discord_bot.answers import (
    answered,
    answers,
    check_acts,
    check_limits,
    citation,
    hit,
    not_found,
    on_one_line,
    read,
)
from tests.bot.samples import INDEX, INFO, SAID, opening

ID = "a" * 22
LONG = " ".join(f"word{number}" for number in range(1000))


def shown(answer: Answer, **more: Any) -> list[str]:
    """The Markdown of an answer that is one message."""
    (sheet,) = answer_sheets(answer, ID, opening, **more)
    return list(sheet.texts)


def said(text: str, *numbers: int) -> AnswerSentence:
    return AnswerSentence(text, numbers)


# The shape.


LATER = replace(INFO, id="later", outlet="Coast *Wire*", published=date(2021, 10, 9))


def differing(*sides: Side) -> Answer:
    cited = (citation(1, "It killed 19.", LATER), citation(2, "It killed 12."), citation(3, "12 died."))
    sentences = (said("It killed 19.", 1), said("It killed 12.", 2, 3))
    return answered(*cited, sentences=sentences, difference=Difference("number", sides))


def test_what_sources_differ_in_stands_side_by_side_under_the_answer() -> None:
    assert shown(differing(Side("19", (1,)), Side("12", (2, 3))))[0] == (
        "It killed 19. [1] It killed 12. [2][3]\n"
        "⚖️ Sources differ. The later one is first.\n"
        "• **19** — Coast \\*Wire\\*, 9 October 2021 [1]\n"
        "• **12** — The Moscow Times, 7 October 2021 and 1 more [2][3]"
    )


def test_a_side_that_has_to_be_cut_stands_in_full_among_the_sources() -> None:
    long = differing(Side(LONG[:200], (1,)), Side("12", (2,)))
    assert "…" in shown(long)[0]
    assert shortened(long, opening) == [("Sources differ", f"{LONG[:200]} — Coast *Wire*, 9 October 2021 [1]")]


def test_how_many_sources_say_so_and_where_else_a_quote_stands() -> None:
    others = (AlsoIn(LATER, "copy"), AlsoIn(replace(INFO, outlet=None, title="Talks", published=None), "version"))
    first = replace(citation(1), also_in=others)
    answer = answered(first, citation(2, "So it was.", LATER), sentences=(said(SAID, 1, 2),))
    above, quote, *_ = shown(answer)
    assert above.endswith("[1][2]\n-# 2 sources say so.")
    assert quote.endswith("\n-# also in Coast \\*Wire\\*, 9 October 2021 · other versions: “Talks”, date unknown")
    one = replace(answer, citations=tuple(replace(cited, source=1) for cited in answer.citations))
    assert "say so" not in shown(one)[0]


def test_an_answer_is_its_sentences_their_quotes_and_how_current_the_archive_is() -> None:
    info = replace(INFO, title="Talks in Moscow", url="https://example.org/talks")
    answer = answered(
        citation(1, emphasis=[Span(100, 106)]),
        citation(2, "The talks are near.", info),
        sentences=(said(SAID, 1), said("The talks are near.", 2, 1)),
        short_answer="Zamir Kabulov",
    )
    (sheet,) = answer_sheets(answer, ID, opening)
    assert sheet.tone == "answered"
    assert sheet.groups == (
        (
            "**Zamir Kabulov** — Russia’s presidential envoy to Afghanistan, Zamir Kabulov, told journalists of the"
            " talks. [1]"
            " The talks are near. [2][1]",
        ),
        (
            "[1] The Moscow Times · 7 October 2021 · Russia has invited the Taliban to attend…\n"
            "> **Russia**’s presidential envoy to Afghanistan, Zamir Kabulov, told journalists of the talks.",
            "[2] The Moscow Times · 7 October 2021 · [Talks in Moscow](<https://example.org/talks>)\n"
            "> The talks are near.",
        ),
        ("-# Archive: 2,100 articles, 14 passages · newest 7 October 2021 · built 8 October 2021",),
    )
    assert [(button.label, button.custom_id) for button in sheet.rows[0]] == [
        ("Sources", f"sources:{ID}"),
        ("Follow up", f"follow:{ID}"),
        ("Helpful", f"helpful:{ID}"),
        ("Wrong", f"wrong:{ID}"),
    ]


@pytest.mark.parametrize("near", [0, 1, 3])
def test_not_in_the_archive_looks_different_and_offers_what_is_nearest(near: int) -> None:
    (sheet,) = answer_sheets(not_found(*(hit(rank=rank) for rank in range(1, near + 1))), ID, opening)
    assert sheet.tone == "not_found"
    assert sheet.texts[0] == "🔍 **Not in the archive.** It reaches to 7 October 2021."
    source = f"The Moscow Times · 7 October 2021 · Russia has invited the Taliban to attend…\n> {SAID}"
    nearest = ["The nearest passages, none of which clearly answers it:", *[source] * near] if near else []
    assert list(sheet.texts[1:-1]) == nearest
    assert sheet.rows[0][0].label == ("Nearest passages" if near else "Follow up")


def test_an_answer_with_nothing_left_is_withdrawn_and_not_said_to_be_missing_from_the_archive() -> None:
    (sheet,) = answer_sheets(withdraw(answered(citation(1)), ["moscow"]), ID, opening, asked="Who?")
    said = "The article behind this answer was withdrawn from the archive; what it said is not shown any more."
    assert sheet.groups[0] == (f"### Who?\n**Withdrawn.** {said}",)
    assert [button.label for button in sheet.rows[0]] == ["Follow up", "Helpful", "Wrong"]


def test_an_answer_with_something_left_says_what_was_withdrawn_after_it() -> None:
    other = replace(INFO, id="kabul")
    texts = shown(withdraw(answered(citation(1), citation(2, "Snow fell.", other)), ["moscow"]))
    said = "An article behind this answer was withdrawn from the archive; what it said is not shown any more."
    assert texts[0] == "Snow fell. [2]"
    assert texts[1].endswith("\n> Snow fell.")
    assert texts[2] == f"**Withdrawn.** {said}"
    assert not any("Kabulov" in text for text in texts)


def test_an_unclear_question_is_asked_back() -> None:
    texts = shown(not_found(unclear="he"))
    assert texts[0] == "❓ I cannot tell what “he” means here. Please ask again and name it."
    assert not any("Not in the archive" in text for text in texts)


def test_an_archive_without_dates_says_so() -> None:
    texts = shown(not_found(index=replace(INDEX, newest_published=None)))
    assert texts[0] == "🔍 **Not in the archive.** How far it reaches is not known: nothing is dated."
    assert "none of them dated" in texts[-1]


@pytest.mark.parametrize(
    ("claim", "changed", "more", "before"),
    [
        ("nothing", {}, {}, []),
        ("the question", {}, {"asked": "Who *is* he?"}, [r"### Who \*is\* he?"]),
        ("a question without a word to see", {}, {"asked": "\u200b"}, []),
        (
            "somebody’s statement, in a block of its own",
            {},
            {"asked": "He is\nthe envoy", "claim": True},
            ["-# What the articles say on", "> He is the envoy", ""],
        ),
        ("what was understood", {"resolved_question": "Who is @x?"}, {}, [r"-# Understood as: Who is \@x?"]),
        ("nothing to see was understood", {"resolved_question": "\u200b"}, {}, []),
        (
            "the limits, and what they left out",
            {"filters": Filters(date(2021, 1, 1), None, "_RIA_"), "undated_left_out": 2},
            {},
            [
                r"-# Only articles from \_RIA\_, published since 1 January 2021 · 2 articles without a date left out",
            ],
        ),
        (
            "a long outlet does not hide what was left out",
            {"filters": Filters(None, date(2021, 1, 1), "x" * 9000), "undated_left_out": 1},
            {},
            [f"-# Only articles from {'x' * 100}…, published until 1 January 2021 · 1 article without a date left out"],
        ),
        (
            "all of it, in order",
            {"resolved_question": "Who?", "filters": Filters(outlet="RIA")},
            {"asked": "he?"},
            ["### he?", "-# Understood as: Who?", "-# Only articles from RIA"],
        ),
    ],
)
def test_before_the_answer_stands(claim: str, changed: dict[str, Any], more: dict[str, Any], before: list[str]) -> None:
    for answer, first in ((answered(citation(1), **changed), SAID), (not_found(**changed), "🔍")):
        *lines, last = shown(answer, **more)[0].split("\n")
        assert lines == before
        assert last.startswith(first)


def test_a_statement_is_not_judged() -> None:
    assert "-# Quotes only: whether the message is true is for its readers to judge." in shown(
        answered(citation(1)), claim=True
    )[-1].split("\n")


@pytest.mark.parametrize(
    ("claim", "short", "text", "markdown"),
    [
        ("none", None, "It was he.", "It was he. [1]"),
        ("in the sentence", "was", "It was he.", "**was** — It was he. [1]"),
        ("at its beginning", "It", "It was he.", "**It** was he. [1]"),
        ("all of it", "It was he.", "It was he.", "**It was he.** [1]"),
        ("a part of its first word", "talk", "Talks, talks.", "**talk** — Talks, talks. [1]"),
        ("with a sign at its end", "$5", "$5 is the price.", "**$5** is the price. [1]"),
        ("over the end of a line", "It\nwas", "It was he.", "**It was** he. [1]"),
        ("with specials", "*he*", "*he* it was.", r"**\*he\*** it was. [1]"),
        ("not in the sentence", "Kabulov", "It was he.", "**Kabulov** — It was he. [1]"),
        ("nothing to see", "\u200b", "It was he.", "It was he. [1]"),
        ("blank", " \n", "It was he.", "It was he. [1]"),
        ("a long one", LONG, "It was he.", None),
    ],
)
def test_the_short_answer_stands_out(claim: str, short: str | None, text: str, markdown: str | None) -> None:
    (line, *_) = shown(answered(citation(1), sentences=(said(text, 1),), short_answer=short))
    if markdown is None:
        assert re.fullmatch(r"\*\*word0 .{170,190}\*\*… — It was he\. \[1\]", line)
    else:
        assert line == markdown


def test_the_short_answer_stands_before_the_first_sentence_only() -> None:
    answer = answered(citation(1), sentences=(said("A b.", 1), said("C b.", 1)), short_answer="b")
    assert shown(answer)[0] == "**b** — A b. [1] C b. [1]"


@pytest.mark.parametrize(
    ("claim", "changed", "line"),
    [
        (
            "no title: the opening words",
            {},
            "The Moscow Times · 7 October 2021 · Russia has invited the Taliban to attend…",
        ),
        ("nor those", {"id": "gone"}, "The Moscow Times · 7 October 2021 · untitled"),
        ("a title without a character to see", {"title": "\u200b"}, "The Moscow Times · 7 October 2021 · untitled"),
        ("no outlet", {"outlet": None, "title": "Talks"}, "7 October 2021 · Talks"),
        ("nothing to see of an outlet", {"outlet": "\u200b", "title": "Talks"}, "7 October 2021 · Talks"),
        (
            "no date",
            {"published": None, "published_from": None, "title": "Talks"},
            "The Moscow Times · date unknown · Talks",
        ),
        (
            "a date from the URL",
            {"published_from": "url", "title": "Talks"},
            "The Moscow Times · 7 October 2021 (from the URL) · Talks",
        ),
        (
            "a link",
            {"title": "Talks", "url": "https://a.b/c"},
            "The Moscow Times · 7 October 2021 · [Talks](<https://a.b/c>)",
        ),
        (
            "an address that is none",
            {"title": "Talks", "url": "javascript:x()"},
            "The Moscow Times · 7 October 2021 · Talks",
        ),
        (
            "a title with specials is no label",
            {"title": "Talks](http://evil.example)", "url": "https://a.b/c"},
            r"The Moscow Times · 7 October 2021 · Talks\]\(http\://evil.example) · [article](<https://a.b/c>)",
        ),
        (
            "a long title is cut, a long outlet sooner",
            {"title": LONG, "outlet": LONG},
            re.compile(r"word0 .{80,93}… · 7 October 2021 · word0 .{280,293}…"),
        ),
        (
            "right-to-left words keep to themselves",
            {"title": "שלום", "outlet": "الجزيرة"},
            "\u2068الجزيرة\u2069 · 7 October 2021 · \u2068שלום\u2069",
        ),
    ],
)
def test_a_source_says(claim: str, changed: dict[str, Any], line: str | re.Pattern[str]) -> None:
    info = replace(INFO, **changed)
    cited = shown(answered(citation(1, info=info)))[1].split("\n")[0]
    near = shown(not_found(hit(info=info)))[2].split("\n")[0]
    assert cited == f"[1] {near}"
    assert re.fullmatch(line, near) if isinstance(line, re.Pattern) else near == line


def test_right_to_left_words_do_not_swallow_the_marker() -> None:
    text = shown(answered(citation(1, "מוסקבה הזמינה את הטליבאן")))[0]
    assert text == "\u2068מוסקבה הזמינה את הטליבאן\u2069 [1]"


def test_a_long_quote_is_cut_round_its_emphasis() -> None:
    at = 100 + LONG.index("word500")
    quoted = shown(answered(citation(1, LONG, emphasis=[Span(at, at + 7)]), sentences=(said("Yes.", 1),)))[1]
    assert re.search(r"\n> …word\d+ .*\*\*word500\*\*.* word\d+…$", quoted)


# The ladder.


def test_an_ordinary_answer_is_one_message_and_whole() -> None:
    sentence = "The talks, which had been planned for months, were held in Moscow on Thursday and ended in the evening."
    info = replace(
        INFO,
        title="Talks in Moscow, as they were seen by those who took part" * 2,
        url="https://example.org/" + "x" * 80,
    )
    answer = answered(
        *(citation(number, f"{sentence} {number}", info) for number in range(1, 7)),
        sentences=tuple(said(f"{sentence} {number}", number, number + 1) for number in (1, 3, 5)),
    )
    assert shortened(answer, opening) == []
    texts = shown(answer, asked="What was said of the talks?", claim=True)
    assert "…" not in "".join(texts)
    dated = sentence.replace("Thursday", r"Thursday \[7 Oct 2021\]")
    assert [sum(text.count(words) for text in texts) for words in (sentence, dated)] == [3, 6]


def test_a_time_in_the_question_and_the_day_of_the_newest_quote_are_said_above_the_answer() -> None:
    window = Window("in 2023", date(2023, 1, 1), date(2023, 12, 31), kept=True)
    asked = answered(citation(1), question="Who leads now?", window=window)
    limit = "-# Only articles published from 1 January 2023 to 31 December 2023 · “in 2023” in the question\n"
    assert shown(asked)[0].startswith(f"{limit}-# The newest quote is of 7 October 2021.\nRussia’s")
    (widened, *_) = shown(answered(citation(1), window=replace(window, kept=False)))
    assert widened.startswith("-# Nothing published in 2023 answers this; all dates were searched.\nRussia’s")


def test_a_quote_shows_the_day_that_its_words_mean_beside_its_emphasis() -> None:
    text = "Kabulov spoke of the talks last month."
    (_, quoted, *_) = shown(answered(citation(1, text, emphasis=[Span(100, 107), Span(127, 137)])))
    assert quoted.endswith("\n> **Kabulov** spoke of the talks **last month** \\[Sep 2021\\].")


def test_a_quote_that_must_be_cut_is_cut_without_its_days() -> None:
    text = f"He said Thursday that {LONG}."
    (_, quoted, *_) = shown(answered(citation(1, text), sentences=(said("Yes.", 1),)))
    assert "\n> He said Thursday that word0 word1 " in quoted
    assert quoted.endswith("…")


@pytest.mark.parametrize("length", [60, 700, 2990, 3001, 10_000])
def test_a_sentence_is_whole_as_long_as_a_message_holds_it(length: int) -> None:
    text = (LONG * 2)[:length].strip()
    answer = answered(citation(1), sentences=(said(text, 1),))
    whole = any(f"{text} [1]" in sheet.texts[0] for sheet in answer_sheets(answer, ID, opening))
    assert whole == (length <= 3000)
    assert shortened(answer, opening) == ([] if whole else [("The whole answer", answer.text)])


@pytest.mark.parametrize("count", [20, 22, 23, 26])
def test_what_is_cut_does_not_depend_on_the_way_of_asking(count: int) -> None:
    # At 22, 23 and 26 it would, were the question not counted where it is not shown.
    sentence = LONG[:600].strip()
    answer = answered(*(citation(number, sentence) for number in range(1, count + 1)), question=LONG[:2000])
    cut = "The whole answer" in dict(shortened(answer, opening))
    for more in ({}, {"asked": answer.question}, {"asked": answer.question, "claim": True}):
        sheets = answer_sheets(answer, ID, opening, **more)
        assert len(sheets) <= MAX_SHEETS
        assert cut == (f"{sentence} [{count}]" not in " ".join(text for sheet in sheets for text in sheet.texts))


def test_each_fit_is_tighter_than_the_one_before() -> None:
    for roomy, tight in pairwise(FITS):
        assert all(more >= less for more, less in zip(roomy, tight, strict=True))


def test_forty_of_everything_at_its_longest_fit_in_five_messages() -> None:
    info = replace(INFO, title="*" * 10_000, outlet="*" * 10_000, published_from="text", url="https://a.b/" + "x" * 400)
    everything = tuple(range(1, 41))
    answer = answered(
        *(citation(number, "*" * 10_000, info) for number in everything),
        sentences=tuple(said("*" * 10_000, *everything) for _ in everything),
        question="*" * 2000,
        resolved_question="*" * 2000,
        short_answer="_" * 2000,
        filters=Filters(date(2021, 12, 1), date(2021, 12, 31), "*" * 2000),
    )
    sheets = answer_sheets(answer, ID, opening, asked="*" * 2000, claim=True)
    assert len(sheets) <= MAX_SHEETS
    check_sentences(answer, sheets)
    check_quotes(answer, sheets)
    assert [len(sheet.rows) for sheet in sheets] == [0] * (len(sheets) - 1) + [1]


def test_forty_short_quotes_are_more_components_than_one_message_holds() -> None:
    sheets = answer_sheets(answered(*(citation(number, "Yes.") for number in range(1, 41))), ID, opening)
    assert len(sheets) == 3
    for sheet in sheets:
        check_limits(sheet)


# Over generated answers.


@settings(max_examples=60)
@given(answers(), st.booleans(), st.booleans())
def test_messages_of_any_answer(answer: Answer, asked: bool, claim: bool) -> None:
    sheets = answer_sheets(answer, ID, opening, asked=answer.question if asked else None, claim=claim)
    assert 1 <= len(sheets) <= MAX_SHEETS
    assert [bool(sheet.rows) for sheet in sheets] == [False] * (len(sheets) - 1) + [True]
    for sheet in sheets:
        assert sheet.tone == answer.status
        check_limits(sheet)
        check_acts(sheet, [one.article.url for one in (*answer.citations, *answer.nearest)])
    check_sentences(answer, sheets)
    check_quotes(answer, sheets)
    told = [text for sheet in sheets for text in sheet.texts if "**Withdrawn.** " in text]
    assert len(told) == bool(answer.withdrawn)
    assert all(withdrawn_line(answer) in text for text in told)
    assert sheets[-1].texts[-1].split("\n")[-1] == f"-# {archive_line(answer.index)}"


def check_sentences(answer: Answer, sheets: Sequence[Sheet]) -> None:
    """Fails unless each sentence stands in order, whole or cut with an ellipsis, with its markers right after it."""
    lead = on_one_line(answer.short_answer or "")
    sentences = list(answer.sentences)
    for sheet in sheets:
        rest = " ".join(
            read(line).text
            for text in sheet.texts
            if not re.match(r"\[\d+\] ", text)
            for line in text.split("\n")
            if answer.sentences and line and not line.startswith(("### ", "-# ", "> ", "**Withdrawn.** ", "⚖️ ", "• "))
        )
        while rest:
            sentence = sentences.pop(0)
            markers = " " + "".join(f"[{number}]" for number in sentence.citations)
            ends = [found.start() for found in re.finditer(re.escape(markers), rest)]
            line = on_one_line(sentence.text)
            starts = {0, *(at.end() for at in re.finditer(" — ", rest) if lead and is_part(rest[: at.start()], lead))}
            end = next(end for end in ends for at in starts if is_part(rest[at:end], line))
            rest = rest[end + len(markers) :].removeprefix(" ")
    assert not sentences


def check_quotes(answer: Answer, sheets: Sequence[Sheet]) -> None:
    """Fails unless each citation has its entry, in order, with its quote whole or cut with an ellipsis."""
    entries = [text for sheet in sheets for text in sheet.texts if re.match(r"\[\d+\] ", text)]
    assert len(entries) == len(answer.citations)
    for entry, cited in zip(entries, answer.citations, strict=True):
        source, _, words = entry.partition("\n> ")
        words, _, also = words.partition("\n-# ")
        assert bool(also) == bool(cited.also_in)
        assert source.startswith(f"[{cited.number}] ")
        assert "\n" not in words
        assert is_part(read(words).text, on_one_line(cited.quote.text))


def is_part(shown: str, line: str) -> bool:
    """Whether `shown` is all of `line`, or a part of it that says at each end where it is cut."""
    return (
        shown == line
        or (shown.endswith("…") and line.startswith(shown[:-1]))
        or (shown.startswith("…") and line.endswith(shown[1:]))
        or (shown.startswith("…") and shown.endswith("…") and shown[1:-1] in line)
    )


def test_the_check_of_parts_takes_no_mutilated_quote() -> None:
    assert is_part("a b", "a b")
    assert is_part("a…", "a b")
    assert is_part("…b", "a b")
    assert not is_part("a", "a b")
    assert not is_part("a c", "a b c")
    assert not is_part("…b", "a b c")


def test_an_article_of_no_words_at_all_still_has_its_entry() -> None:
    nothing = ArticleInfo("", "0", title="", outlet="", url="")
    assert shown(answered(citation(1, "", nothing)))[1] == "[1] date unknown · untitled\n> "
