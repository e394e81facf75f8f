from __future__ import annotations

from datetime import date

import pytest

from bot.report.markup import annotated, count, decimal, excerpt, safe, short_names, source
from corpus.types import ArticleInfo, Span


@pytest.mark.parametrize(
    ("words", "shown"),
    [
        ("<b>&'\"", "&lt;b&gt;&amp;&#x27;&quot;"),
        ("two\nlines\tand  blanks", "two lines and blanks"),
        ("bell\x07 and \x1b[1m", "bell� and �[1m"),
        ("\u202eback\u200bwards", "backwards"),
        ("half \ud800 a pair", "half � a pair"),
    ],
)
def test_foreign_words_are_escaped_and_made_visible(words: str, shown: str) -> None:
    assert safe(words) == shown


@pytest.mark.parametrize(
    ("bold", "marked", "shown"),
    [
        ([], [], "a&lt;b c"),
        ([Span(0, 3)], [], "<b>a&lt;b</b> c"),
        ([Span(0, 3)], [Span(2, 5)], "<b>a&lt;</b><mark><b>b</b></mark><mark> c</mark>"),
        ([Span(-4, 1)], [Span(4, 99)], "<b>a</b>&lt;b <mark>c</mark>"),
        ([Span(9, 12)], [], "a&lt;b c"),
    ],
)
def test_spans_are_marked_between_escaped_words(bold: list[Span], marked: list[Span], shown: str) -> None:
    assert annotated("a<b c", bold, marked) == shown


def test_an_excerpt_is_cut_between_words_around_what_is_marked() -> None:
    text = "one " * 100 + "here it stands " + "two " * 100
    cut = excerpt(text, 60, marked=[Span(400, 414)])
    assert cut.startswith("…one ")
    assert "<mark>here it stands</mark> two" in cut
    assert cut.endswith("two…")
    assert len(cut) < 60 + len("<mark></mark>……")


def test_an_excerpt_without_marks_is_the_beginning() -> None:
    assert excerpt("one two three " * 20, 30) == "one two three one two three…"


def test_a_short_text_is_its_own_excerpt() -> None:
    assert excerpt("a < b", 30) == "a &lt; b"


def test_an_excerpt_of_one_endless_word_is_cut_inside_it() -> None:
    assert excerpt("x" * 99, 30) == "x" * 30 + "…"


def info(url: str | None = None, title: str | None = "A title", published: date | None = None) -> ArticleInfo:
    return ArticleInfo("a", "0" * 64, title=title, outlet="The <Times>", url=url, published=published)


@pytest.mark.parametrize("url", ["https://example.org/a?b=1&c=<2>", "http://example.org"])
def test_an_address_of_the_web_becomes_a_link(url: str) -> None:
    shown = source(info(url), lambda _: "")
    assert f'<a href="{url.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")}" rel=' in shown


@pytest.mark.parametrize(
    "url",
    [
        "javascript:alert(1)",
        "JAVASCRIPT:alert(1)",
        "java\nscript:alert(1)",
        " javascript:alert(1)",
        "data:text/html,x",
        "file:///etc/passwd",
        "//example.org",
        "/relative",
        "https:",
        "https://exa\u202emple.org",
        "https://[broken",
        "",
        None,
    ],
)
def test_any_other_address_is_no_link(url: str | None) -> None:
    assert "<a" not in source(info(url), lambda _: "")


def test_a_source_without_title_and_day_says_so() -> None:
    shown = source(info(title=None), lambda _: "The first <words> of it")
    assert shown == "The &lt;Times&gt; · date unknown · The first &lt;words&gt; of it…"
    assert source(info(title=None), lambda _: "").endswith("untitled")
    assert "3 February 2021" in source(info(published=date(2021, 2, 3)), lambda _: "")


@pytest.mark.parametrize(
    ("paths", "names"),
    [
        (["/a/one.jsonl", "two.jsonl"], ["one.jsonl", "two.jsonl"]),
        (["/a/q.jsonl", "/b/q.jsonl", "/b/r.jsonl"], ["/a/q.jsonl", "/b/q.jsonl", "r.jsonl"]),
        ([], []),
    ],
)
def test_files_are_called_by_their_names_unless_two_share_one(paths: list[str], names: list[str]) -> None:
    assert list(short_names(paths).values()) == names


@pytest.mark.parametrize(
    ("number", "shown"), [(0.0, ".00"), (0.456, ".46"), (0.999, "1.00"), (1.0, "1.00"), (-0.5, "-0.50")]
)
def test_shares_are_written_as_the_figures_are(number: float, shown: str) -> None:
    assert decimal(number) == shown


def test_one_is_not_many() -> None:
    assert (count(1, "question"), count(2100, "question")) == ("1 question", "2,100 questions")
