"""What `render` claims for a terminal: nothing is lost, nothing foreign acts, and it reads without colour too."""

from __future__ import annotations

import io
import shlex
import unicodedata
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len
from rich.console import Console, RenderableType

from bot.render import render_answer, render_article, render_hits, render_sources
from bot.wording import date_words, filters_line, show_command, source_line, withdrawn_line
from corpus.types import Article, ArticleInfo, Passage, Span
from retrieval.citing import withdraw
from retrieval.types import AlsoIn, Answer, AnswerSentence, Citation, Difference, Filters, Hit, Quote, Side, Window
from tests.bot.samples import INDEX, INFO, SAID, opening


def citation(number: int, text: str = SAID, info: ArticleInfo = INFO, emphasis: Sequence[Span] = ()) -> Citation:
    return Citation(number, Quote(text, 100, 100 + len(text), tuple(emphasis)), info, "moscow:0", 0.8, number)


def answered(*citations: Citation) -> Answer:
    sentences = tuple(AnswerSentence(one.quote.text, (one.number,)) for one in citations)
    return Answer("Who?", "answered", "reader", sentences, citations, 0.9, INDEX)


def hit(text: str = SAID, info: ArticleInfo = INFO, rank: int = 1) -> Hit:
    return Hit(rank, Passage("moscow:0", info.id, 100, 100 + len(text), text, ()), info, 0.5)


def not_found(*nearest: Hit) -> Answer:
    return replace(answered(), status="not_found", nearest=nearest)


def printed(renderable: RenderableType, *, width: int = 88, colour: bool = False) -> str:
    out = io.StringIO()
    console = Console(file=out, width=width, force_terminal=colour, color_system="standard" if colour else None)
    console.print(renderable)
    return out.getvalue()


def in_one_line(text: str) -> str:
    return " ".join(text.split())


def test_an_answer_is_followed_by_its_quotes_its_sources_and_where_to_read_on() -> None:
    assert printed(render_answer(answered(citation(1)), opening)).splitlines() == [
        "Russia’s presidential envoy to Afghanistan, Zamir Kabulov, told journalists of the",
        "talks. [1]",
        "",
        "[1] Russia’s presidential envoy to Afghanistan, Zamir Kabulov, told journalists of the",
        "    talks.",
        "    — The Moscow Times · 7 October 2021 · Russia has invited the Taliban to attend…",
        "    dateline show moscow --at 100:189",
        "",
        "Archive: 2,100 articles, 14 passages · newest 7 October 2021 · built 8 October 2021",
    ]


LATER = replace(INFO, id="later", outlet="Coast \x1b[1mWire", published=date(2021, 10, 9))


def test_what_sources_differ_in_stands_side_by_side_under_the_answer() -> None:
    cited = (citation(1, "It killed 19.", LATER), citation(2, "It killed 12."), citation(3, "12 died."))
    sides = (Side("19", (1,)), Side("12", (2, 3)))
    answer = replace(
        answered(*cited),
        sentences=(AnswerSentence("It killed 19.", (1,)), AnswerSentence("It killed 12.", (2, 3))),
        difference=Difference("number", sides),
    )
    assert printed(render_answer(answer, opening)).splitlines()[:6] == [
        "It killed 19. [1] It killed 12. [2][3]",
        "",
        "Sources differ. The later one is first.",
        "  19 — Coast �[1mWire, 9 October 2021 [1]",
        "  12 — The Moscow Times, 7 October 2021 and 1 more [2][3]",
        "",
    ]
    same_day = replace(answer, citations=tuple(replace(one, article=INFO) for one in cited))
    assert "Sources differ.\n" in printed(render_answer(same_day, opening))


def test_how_many_sources_say_so_and_where_else_a_quote_stands() -> None:
    others = [replace(LATER, outlet=name, published=None) for name in ("Ämne", "Bote", "Courier", "Dagbladet")]
    first = replace(citation(1), also_in=(*(AlsoIn(one, "copy") for one in others), AlsoIn(LATER, "version")))
    answer = replace(answered(first, citation(2)), sentences=(AnswerSentence(SAID, (1, 2)),))
    lines = in_one_line(printed(render_answer(answer, opening)))
    assert "[1][2] 2 sources say so. [1] " in lines
    assert (
        "also in Ämne, date unknown; Bote, date unknown; Courier, date unknown; 1 more"
        " · other versions: Coast �[1mWire, 9 October 2021"
    ) in lines
    assert "say so" not in printed(render_answer(answered(first, citation(2)), opening))


def test_the_short_answer_stands_first_and_is_all_that_is_bold_above_the_quotes() -> None:
    answer = replace(answered(citation(1)), short_answer="Zamir \x1b[31mKabulov")
    shown = printed(render_answer(answer, opening), colour=True)
    assert shown.startswith("\x1b[1mZamir �[31mKabulov\x1b[0m\n\nRussia’s presidential envoy")
    assert printed(render_answer(replace(answer, short_answer=" "), opening), colour=True).startswith("\x1b[1mRussia’s")


def test_not_in_the_archive_looks_different_and_offers_the_nearest_passages() -> None:
    assert printed(render_answer(not_found(hit()), opening)).splitlines() == [
        "Not in the archive. It reaches to 7 October 2021.",
        "",
        "The nearest passages, none of which clearly answers it:",
        "",
        " 1. Russia’s presidential envoy to Afghanistan, Zamir Kabulov, told journalists of the",
        "    talks.",
        "    — The Moscow Times · 7 October 2021 · Russia has invited the Taliban to attend…",
        "    dateline show moscow --at 100:189",
        "",
        "Archive: 2,100 articles, 14 passages · newest 7 October 2021 · built 8 October 2021",
    ]


@pytest.mark.parametrize(
    ("unclear", "said"),
    [
        ("he", "I cannot tell what “he” means here. Please ask again and name it."),
        ("Why?", "That goes on from an earlier question, and there is none here. Please ask it in full."),
    ],
)
def test_an_unclear_question_is_asked_back_and_not_said_to_be_missing_from_the_archive(unclear: str, said: str) -> None:
    shown = printed(render_answer(replace(not_found(), question="Why?", unclear=unclear), opening)).splitlines()
    assert shown[:2] == [said, ""]
    assert not any("Not in the archive" in line for line in shown)


def test_an_answer_with_nothing_left_is_withdrawn_and_not_said_to_be_missing_from_the_archive() -> None:
    gone = withdraw(answered(citation(1), citation(2)), ["moscow"])
    assert printed(render_answer(gone, opening)).splitlines() == [
        "The article behind this answer was withdrawn from the archive; what it said is not shown",
        "any more.",
        "",
        "Archive: 2,100 articles, 14 passages · newest 7 October 2021 · built 8 October 2021",
    ]


def test_an_answer_with_something_left_says_what_was_withdrawn_below_it() -> None:
    other = replace(INFO, id="kabul")
    left = withdraw(answered(citation(1), citation(2, "Snow fell.", other)), ["moscow"])
    shown = in_one_line(printed(render_answer(left, opening)))
    assert shown.startswith("Snow fell. [2] [2] Snow fell. — The Moscow Times")
    assert "An article behind this answer was withdrawn from the archive; what it said is not shown any more." in shown
    near = withdraw(not_found(hit(), hit("Snow fell.", other, rank=2)), ["moscow"])
    shown = in_one_line(printed(render_answer(near, opening)))
    assert shown.startswith("Not in the archive.")
    assert "2. Snow fell." in shown
    assert "An article behind this answer was withdrawn" in shown
    assert "Kabulov" not in shown


@pytest.mark.parametrize(
    ("emptied", "count", "words"),
    [
        (False, 1, "An article behind this answer was withdrawn from the archive; what it said is"),
        (False, 2, "2 articles behind this answer were withdrawn from the archive; what they said is"),
        (True, 1, "The article behind this answer was withdrawn from the archive; what it said is"),
        (True, 2, "The 2 articles behind this answer were withdrawn from the archive; what they said is"),
    ],
)
def test_withdrawn_articles_are_counted_in_words(emptied: bool, count: int, words: str) -> None:
    answer = not_found() if emptied else answered(citation(1))
    line = withdrawn_line(replace(answer, withdrawn=tuple("ab"[:count])))
    assert line == f"{words} not shown any more."


def test_with_nothing_near_no_passages_are_announced() -> None:
    undated = replace(not_found(), index=replace(INDEX, newest_published=None))
    shown = printed(render_answer(undated, opening))
    assert "nearest" not in shown
    assert "How far it reaches is not known" in shown
    assert "none of them dated" in shown


def test_what_was_understood_is_said_before_the_answer() -> None:
    answer = replace(answered(citation(1)), resolved_question="Who is the envoy?")
    assert printed(render_answer(answer, opening)).startswith("Understood as: Who is the envoy?\n\n")


def test_emphasis_is_bold_on_the_words_that_it_spans_and_unseen_without_colour() -> None:
    start = 100 + SAID.index("Zamir")
    answer = answered(citation(1, emphasis=[Span(start, start + len("Zamir Kabulov"))]))
    assert "Afghanistan, \x1b[1mZamir Kabulov\x1b[0m, told" in printed(render_answer(answer, opening), colour=True)
    assert printed(render_answer(answer, opening)) == printed(render_answer(answered(citation(1)), opening))


def test_emphasis_stays_on_its_words_when_white_space_before_them_shrinks() -> None:
    text = "He met \n\n\u200e Zamir   Kabulov there."
    start = 100 + text.index("Zamir")
    shown = printed(
        render_answer(answered(citation(1, text, emphasis=[Span(start, start + 15)])), opening), colour=True
    )
    assert "\x1b[1mZamir Kabulov\x1b[0m there." in shown


def test_a_quote_shows_the_days_that_its_words_mean_and_the_sentence_above_stays_as_it_is() -> None:
    answer = answered(citation(1, "He said Thursday that more talks will be held later this month."))
    assert printed(render_answer(answer, opening)).splitlines()[:4] == [
        "He said Thursday that more talks will be held later this month. [1]",
        "",
        "[1] He said Thursday [7 Oct 2021] that more talks will be held later this month [7–31",
        "    Oct 2021].",
    ]
    assert "Thursday\x1b[2m [7 Oct 2021]\x1b[0m that" in printed(render_answer(answer, opening), colour=True)


@pytest.mark.parametrize(
    ("info", "words"),
    [
        (INFO, "7 October 2021"),
        (replace(INFO, published_from="url"), "7 October 2021 (from the URL)"),
        (replace(INFO, published_from="text"), "7 October 2021 (from the text)"),
        (replace(INFO, published=None, published_from=None), "date unknown"),
    ],
)
def test_a_date_says_how_it_is_known(info: ArticleInfo, words: str) -> None:
    assert date_words(info) == words


@pytest.mark.parametrize(
    ("info", "line"),
    [
        (INFO, "The Moscow Times · 7 October 2021 · Russia has invited the Taliban to attend…"),
        (replace(INFO, title="Talks in Moscow"), "The Moscow Times · 7 October 2021 · Talks in Moscow"),
        (replace(INFO, outlet=None, title="Talks\nin  Moscow"), "7 October 2021 · Talks in Moscow"),
        (ArticleInfo("gone", "0"), "date unknown · untitled"),
    ],
)
def test_a_source_line_leaves_out_what_is_unknown(info: ArticleInfo, line: str) -> None:
    assert source_line(info, opening) == line


@pytest.mark.parametrize(
    ("filters", "left_out", "line"),
    [
        (Filters(since=date(2021, 1, 1)), 0, "Only articles published since 1 January 2021"),
        (
            Filters(until=date(2021, 1, 1)),
            1,
            "Only articles published until 1 January 2021 · 1 article without a date left out",
        ),
        (
            Filters(date(2021, 1, 1), date(2021, 2, 1), "RIA"),
            2,
            "Only articles from RIA, published from 1 January 2021 to 1 February 2021"
            " · 2 articles without a date left out",
        ),
        (Filters(outlet="RIA"), 0, "Only articles from RIA"),
        (Filters(date(2021, 1, 1), date(2021, 1, 1)), 0, "Only articles published on 1 January 2021"),
        (
            Filters(until=date(2021, 10, 7), as_of=True),
            1,
            "As of 7 October 2021: only articles published by then · 1 article without a date left out",
        ),
        (
            Filters(date(2021, 1, 1), date(2021, 10, 7), "RIA", as_of=True),
            0,
            "As of 7 October 2021: only articles from RIA, published by then, not before 1 January 2021",
        ),
    ],
)
def test_a_limit_is_said_with_the_undated_articles_that_it_left_out(filters: Filters, left_out: int, line: str) -> None:
    assert filters_line(filters, left_out) == line
    for answer in (answered(citation(1)), not_found(hit())):
        limited = replace(answer, filters=filters, undated_left_out=left_out)
        assert line in in_one_line(printed(render_answer(limited, opening)))


SUMMER = Window("Between May and July 2023", date(2023, 5, 1), date(2023, 7, 31), kept=True)


def test_a_time_that_the_question_named_is_said_as_a_limit() -> None:
    shown = in_one_line(printed(render_answer(replace(answered(citation(1)), window=SUMMER), opening)))
    assert (
        "Only articles published from 1 May 2023 to 31 July 2023 · “Between May and July 2023” in the question" in shown
    )


def test_that_nothing_of_the_time_in_the_question_answers_is_said_before_the_answer() -> None:
    answer = replace(answered(citation(1)), window=replace(SUMMER, kept=False))
    shown = in_one_line(printed(render_answer(answer, opening)))
    assert shown.startswith(
        "Nothing published between May and July 2023 answers this; all dates were searched. Russia’s presidential"
    )
    assert "Only articles" not in shown


@pytest.mark.parametrize(
    ("question", "published", "line"),
    [
        ("Who is the envoy now?", date(2021, 10, 6), "The newest quote is of 6 October 2021."),
        ("Who is the envoy now?", None, "None of the quotes is dated."),
        ("Who was the envoy?", date(2021, 10, 6), ""),
    ],
)
def test_an_answer_about_now_says_of_which_day_it_is(question: str, published: date | None, line: str) -> None:
    older = citation(2, info=replace(INFO, published=published and date(2020, 1, 1)))
    answer = replace(answered(citation(1, info=replace(INFO, published=published)), older), question=question)
    shown = in_one_line(printed(render_answer(answer, opening)))
    assert f"{line} Archive: 2,100 articles".strip() in shown
    assert ("newest quote" in shown or "None of" in shown) == bool(line)


def test_a_search_says_what_it_was_limited_to() -> None:
    limited = printed(render_hits([hit()], INDEX, opening, Filters(outlet="RIA"), 0))
    assert "Only articles from RIA\nArchive: 2,100 articles" in limited
    assert "Only articles" not in printed(render_hits([hit()], INDEX, opening))


def test_a_long_passage_is_cut_between_words_and_says_so() -> None:
    shown = in_one_line(printed(render_hits([hit("envoy " * 100)], INDEX, opening)))
    assert "envoy envoy… — The Moscow Times" in shown
    assert "score 0.50" in shown


def test_a_long_quote_is_never_cut() -> None:
    text = " ".join(f"word{place}" for place in range(400))
    shown = in_one_line(printed(render_answer(answered(citation(1, text)), opening)))
    assert shown.count(text) == 2


def test_no_hit_is_said() -> None:
    assert "No passage matches." in printed(render_hits([], INDEX, opening))


def test_sources_are_whole_passages_with_the_quote_in_bold() -> None:
    passage = hit(f"Talks are near. {SAID} More is not known. " + "So it was said. " * 40).passage
    quoted = citation(2)
    quoted = replace(quoted, quote=replace(quoted.quote, start=116, end=116 + len(SAID)))
    shown = in_one_line(printed(render_sources([(quoted, passage)], opening), colour=True))
    assert "Talks are near. \x1b[1mRussia’s presidential" in shown
    assert "talks.\x1b[0m More is not known." in shown
    assert shown.count("So it was said.") == 40
    assert f"dateline show moscow --at 116:{116 + len(SAID)}" in shown


def test_an_answer_without_passages_says_so() -> None:
    assert printed(render_sources([], opening)) == "That answer rests on no passage.\n"


@pytest.mark.parametrize("article_id", ["moscow", "two words", "it's", "$(reboot)", "a;b", "-x"])
def test_the_command_to_read_on_is_one_word_an_argument_to_a_shell(article_id: str) -> None:
    assert shlex.split(show_command(article_id, Span(3, 9))) == ["dateline", "show", article_id, "--at", "3:9"]


ARTICLE = Article(
    replace(INFO, title="Talks in Moscow", url="https://example.org/talks"),
    "The talks are near.\n\nKabulov said so\non Thursday.\n\n\n\nNothing else was said.",
    links=("https://example.org/1",),
)


def test_an_article_keeps_its_paragraphs_and_shows_the_words_at_the_top() -> None:
    assert printed(render_article(ARTICLE, Span(21, 36))).splitlines() == [
        "Talks in Moscow",
        "The Moscow Times · 7 October 2021 · moscow",
        "https://example.org/talks",
        "",
        "At 21:36  Kabulov said so",
        "",
        "The talks are near.",
        "",
        "Kabulov said so",
        "on Thursday.",
        "",
        "Nothing else was said.",
        "",
        "Links in the article",
        "  https://example.org/1",
    ]


def test_the_words_at_the_span_stand_out_in_the_article() -> None:
    body = printed(render_article(ARTICLE, Span(21, 36)), colour=True).split("near.")[1]
    assert "\x1b[1;30;43mKabulov said so\x1b[0m" in body


def test_an_article_without_a_span_highlights_nothing() -> None:
    assert "At " not in printed(render_article(ARTICLE))
    assert "\x1b[1;30;43m" not in printed(render_article(ARTICLE), colour=True)


MARKUP = "[red]not red[/red] [link=https://evil.example]here[/link] :smile: [/] \\[b] https://example.org 12.5"


@pytest.mark.parametrize("colour", [False, True])
def test_markup_in_foreign_text_is_shown_as_text(colour: bool) -> None:
    info = replace(INFO, title=MARKUP, outlet=MARKUP, url=MARKUP)
    everything = [
        render_answer(replace(answered(citation(1, MARKUP, info)), resolved_question=MARKUP), opening),
        render_answer(not_found(hit(MARKUP, info)), opening),
        render_article(Article(info, MARKUP, (MARKUP,)), Span(0, 5)),
    ]
    for renderable in everything:
        shown = in_one_line(printed(renderable, colour=colour))
        assert "[link=https://evil.example]here[/link] :smile: [/] \\[b] https://example.org 12.5" in shown
        assert "\x1b]8" not in shown


HARMFUL = "\x1b\x07\x08\x9b\x00\x7f\r\x0b\x85\u202e\u2066\u2069\u200b\u200f\ufeff\u2028\U000e0041\ud800"
foreign = st.text(alphabet=st.one_of(st.sampled_from(HARMFUL + "ab [/]\n\t"), st.characters()), max_size=60)


@given(foreign, foreign, st.integers(0, 60), st.integers(0, 60), st.integers(8, 120))
def test_no_control_or_direction_character_reaches_the_terminal(
    text: str, title: str, start: int, end: int, width: int
) -> None:
    info = replace(INFO, id=title, title=title, outlet=text, url=title)
    marked = [Span(100 + start, 100 + end)]
    for renderable in (
        render_answer(replace(answered(citation(1, text, info, marked)), resolved_question=text), lambda _: text),
        render_answer(not_found(hit(text, info)), lambda _: text),
        render_hits([hit(text, replace(info, title=None))], INDEX, lambda _: text),
        render_article(Article(info, text, (text, title)), Span(start, end)),
    ):
        shown = printed(renderable, width=width)
        assert not set(shown) & set(HARMFUL)
        assert not {unicodedata.category(char) for char in shown.replace("\n", "")} & {"Cc", "Cf", "Cs", "Zl", "Zp"}


@given(
    st.lists(st.text(alphabet="ab é“”[]1\n", min_size=1, max_size=200), min_size=1, max_size=40), st.integers(24, 140)
)
def test_every_citation_is_shown_whole_with_its_number(texts: list[str], width: int) -> None:
    answer = answered(*(citation(number, text) for number, text in enumerate(texts, 1)))
    shown = "".join(printed(render_answer(answer, opening), width=width).split())
    for number, text in enumerate(texts, 1):
        assert f"[{number}]{''.join(text.split())}—" in shown


@given(st.text(max_size=300), st.integers(8, 140))
def test_no_line_is_wider_than_the_terminal_or_ends_in_blanks(text: str, width: int) -> None:
    for renderable in (render_answer(answered(citation(1, text)), opening), render_hits([hit(text)], INDEX, opening)):
        for line in printed(renderable, width=width).splitlines():
            assert line == line.rstrip()
            assert cell_len(line) <= width
