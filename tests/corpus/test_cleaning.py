"""What cleaning takes out, what it joins, and that it loses nothing else."""

from __future__ import annotations

import re
import time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import corpus
from corpus.cleaning import STEPS, clean_text, footnote_links, one_line

SHIPPED = Path(corpus.__file__).parent / "articles"
MOSCOW_TIMES = (SHIPPED / "000_fb3d9519ca0be116.txt").read_text(encoding="utf-8")

WRAPPED = """The council met on Monday to talk about the harbour and the old bridge that leads
to it. Nobody had expected that so many people would come, and the room was soon
too small for the crowd, which waited in the street until the evening.

The mayor said that the bridge would be closed in spring and that the ferry would
carry people across the river for as long as the repairs would take.
"""


def letters(text: str) -> str:
    """All that is neither white space nor a hyphen: what no step but the named ones may take."""
    return re.sub(r"[\s\-‐]", "", text)


def is_subsequence(part: str, whole: str) -> bool:
    rest = iter(whole)
    return all(character in rest for character in part)


def test_first_shipped_article_begins_with_its_first_word() -> None:
    assert clean_text(MOSCOW_TIMES).startswith(
        "Russia has invited the Taliban to attend negotiations on Afghanistan in"
    )


@pytest.mark.parametrize(
    "words", ["at the so-called “Moscow format” talks. RIA Novosti reported", "an ex-Soviet republic that shares"]
)
def test_first_shipped_article_reads_as_it_was_written(words: str) -> None:
    assert words in clean_text(MOSCOW_TIMES)


def test_first_shipped_article_loses_its_related_article_with_the_wrapped_rest() -> None:
    text = clean_text(MOSCOW_TIMES)
    assert "Related article" not in text
    assert "Resistance Member Warns" not in text


def test_links_are_taken_out_of_the_text_and_kept_once_each_in_order() -> None:
    assert [link.split("/")[2] for link in footnote_links(MOSCOW_TIMES)] == ["ria.ru", "www.themoscowtimes.com"]
    assert "http" not in clean_text(MOSCOW_TIMES)


def test_shipped_articles_keep_their_paragraphs() -> None:
    assert clean_text(MOSCOW_TIMES).count("\n\n") == 13
    assert "\n" not in clean_text(MOSCOW_TIMES).replace("\n\n", "")


def test_hard_wrapped_paragraphs_become_one_line_each() -> None:
    first, second = clean_text(WRAPPED).split("\n\n")
    assert "\n" not in first + second
    assert "that leads to it. Nobody" in first


@pytest.mark.parametrize(
    "lines",
    [
        "The list:\n\n• bread and butter\n• milk\n• eggs from the farm",
        "I met a traveller from an antique land\nWho said: Two vast and trunkless legs of stone\nStand in the desert",
        "1. Open the door\n2. Close the door\n3. Wait",
        "Score\nHome 3\nAway 2",
    ],
)
def test_line_breaks_that_are_meant_stay(lines: str) -> None:
    assert clean_text(lines) == lines


def test_a_list_inside_a_wrapped_text_keeps_its_lines() -> None:
    text = clean_text(f"{WRAPPED}\n- the bridge\n- the ferry\n")
    assert text.endswith("- the bridge\n- the ferry")


@pytest.mark.parametrize(
    ("broken", "whole"),
    [
        ("an ex-\nSoviet republic", "an ex-Soviet republic"),
        ("the so-\ncalled talks", "the so-called talks"),
        ("the govern-\nment fell", "the government fell"),
        ("the govern-\nment of national-\nunity. National-unity cabinets", "the government of national-unity."),
        ("a Kremlin-\nbacked party", "a Kremlin-backed party"),
        ("a 20-\nyear war", "a 20-year war"),
        ("the email and the e-\nmail", "the email and the email"),
        ("short-\nand long-term aims", "short- and long-term aims"),
        ("the GOVERN-\nMENT", "the GOVERNMENT"),
        ("a state-of-the-\nart hall", "a state-of-the-art hall"),
        ("gov\N{SOFT HYPHEN}\nernment", "government"),
    ],
)
def test_a_word_broken_at_a_line_end_is_whole(broken: str, whole: str) -> None:
    assert " ".join(clean_text(broken).split()).startswith(whole)


@pytest.mark.parametrize(
    ("between", "join"),
    [
        ("\n\nhttps://example.org/one\nhttps://example.org/two\n\n", " "),
        ("\n\f\n", " "),
        ("\n\n12\n\f\n", " "),
        ("\n\n- 7 -\n\n", " "),
        ("\n\nPage 3 of 9\n\n", " "),
        ("\n\nAdvertisement\n\n", " "),
        ("\n\nRead more: The bridge that nobody wanted\n\n", " "),
    ],
)
def test_a_sentence_runs_on_across_what_is_taken_out(between: str, join: str) -> None:
    assert clean_text(f"The mayor opened the{between}old bridge.") == f"The mayor opened the{join}old bridge."


def test_two_sentences_stay_two_paragraphs_across_what_is_taken_out() -> None:
    text = "The bridge is open.\n\nhttps://example.org/one\n\nThe ferry is closed."
    assert clean_text(text) == "The bridge is open.\n\nThe ferry is closed."


def test_a_link_in_the_middle_of_a_wrapped_sentence_stays() -> None:
    text = "The report can be read at\nhttps://example.org/report\nfrom Monday on."
    assert "https://example.org/report" in clean_text(text)
    assert footnote_links(text) == ()


@pytest.mark.parametrize(
    "line",
    [
        "ADVERTISEMENT",
        "Story continues below the gallery.",
        "Article continues after advertisement",
        "RELATED: Mayor opens the bridge",
        "Related:Mayor opens the bridge",
        "More:Mayor opens the bridge",
        "More on the harbour: Mayor opens the bridge",
        "Sign up for our harbour newsletter to read more",
        "What's new? Sign up for our evening newsletter to get the latest",
        "Follow Ann Smith on Twitter: @annsmith.",
        "(Image credit: A. Smith)",
        "___",
        "* * *",
    ],
)
def test_named_furniture_is_taken_out(line: str) -> None:
    assert clean_text(f"The bridge is open.\n\n{line}\n\nThe ferry is closed.") == (
        "The bridge is open.\n\nThe ferry is closed."
    )


@pytest.mark.parametrize(
    "line",
    [
        "London CNN —",
        "The mayor asked people to sign up for the newsletter of the town.",
        "Related problems were found in the second bridge.",
        "Read more than one book, the mayor said.",
        "More than that was said on the evening of the opening.",
        "Opening hours: nine to five",
        "Ann Smith:",
        "Sponsored events brought in half of the money.",
        "The story continues to fascinate the town.",
        "42",
    ],
)
def test_lines_that_only_look_like_furniture_stay(line: str) -> None:
    assert clean_text(f"The bridge is open.\n\n{line}\n\nThe ferry is closed.").split("\n\n")[1] == line


def test_a_header_repeated_on_each_page_is_taken_out() -> None:
    page = "The harbour was quiet on that morning, and nobody saw the ship come in."
    text = "\n\n".join(["THE HARBOUR TIMES", page] * 3)
    assert "HARBOUR TIMES" not in clean_text(text)
    assert clean_text(text).count(page) == 3


def test_a_header_with_its_page_number_is_taken_out() -> None:
    page = "The harbour was quiet on that morning, and nobody saw the ship come in."
    text = "\n\n".join(f"The Harbour Times | {number}\n\n{page}" for number in range(1, 4))
    assert "Harbour Times" not in clean_text(text)


@pytest.mark.parametrize("line", ["Ann Smith:", "• Maker: Boats and Sons", "We will see."])
def test_speakers_items_and_sentences_may_come_back(line: str) -> None:
    page = "The harbour was quiet on that morning, and nobody saw the ship come in."
    assert clean_text("\n\n".join([line, page] * 4)).count(line) == 4


def test_headings_that_come_back_between_short_lines_stay() -> None:
    assert clean_text("\n\n".join(["Best song", "A tune", "Best film", "A film"] * 3)).count("Best song") == 3


@pytest.mark.parametrize(
    ("raw", "clean"),
    [
        ("\ufeffHello\u200b wor\u00adld\u202e!", "Hello world!"),
        ("a\u00a0b\tc  d \n e", "a b c d\ne"),
        ("a\r\nb\rc\u2028d", "a\nb\nc\nd"),
        ("a\n \n\n\nb", "a\n\nb"),
        ("bell\x07 and null\x00", "bell and null"),
        ("\U000e0041tag", "tag"),
        ("half a pair \ud800.", "half a pair ."),
        ("می\u200cخواهم 👩\u200d🚀", "می\u200cخواهم 👩\u200d🚀"),
        ('“Quotes” ‘and’ "straight" – — café', '“Quotes” ‘and’ "straight" – — café'),
        ("", ""),
        (" \n\f\n ", ""),
    ],
)
def test_blanks_and_invisible_characters(raw: str, clean: str) -> None:
    assert clean_text(raw) == clean


def test_one_line_holds_no_line_break_and_nothing_invisible() -> None:
    assert one_line(" A\u200b title\nin two\x00 lines ") == "A title in two lines"


SENTENCE = st.lists(
    st.sampled_from(["harbour", "the", "a", "so-called", "ex-", "Moscow", "U.S.", "“yes”", "it.", "Oct.", "old—new"]),
    min_size=1,
    max_size=30,
).map(" ".join)
BREAK = st.sampled_from(["\n", "\n\n", " \n", "\n  ", "\r\n", "\n\f\n"])
TEXT = st.lists(st.tuples(SENTENCE, BREAK), max_size=12).map(lambda parts: "".join(a + b for a, b in parts))
ANYTHING = st.text(st.one_of(st.sampled_from("\n\n\n   -.aB“”•_1\f"), st.characters(codec="utf-8")), max_size=300)


@given(TEXT)
@settings(deadline=None)
def test_without_furniture_every_word_stays(text: str) -> None:
    assert letters(clean_text(text)) == letters(text)


@given(st.one_of(TEXT, ANYTHING))
@settings(deadline=None)
def test_nothing_is_added_and_the_order_is_kept(text: str) -> None:
    assert is_subsequence(letters(clean_text(text)), text)


@given(TEXT)
@settings(deadline=None)
def test_clean_text_has_no_stray_blanks(text: str) -> None:
    clean = clean_text(text)
    assert clean == clean.strip()
    assert not re.search(r"[^\S\n]{2}| \n|\n |\n{3}|\t|\r|\f", clean)


def test_shipped_articles_are_clean_once_cleaned() -> None:
    for path in SHIPPED.glob("*.txt"):
        once = clean_text(path.read_text(encoding="utf-8"))
        assert clean_text(once) == once


@pytest.mark.parametrize(
    "unit",
    [
        "a",
        " ",
        "\n",
        "word ",
        "- ",
        "so-\n",
        "https://a.b/c\n",
        "“",
        ".",
        "\f",
        "a\n\n",
        "Page 1\n",
        "Related: ",
        "x-",
        "_ ",
    ],
)
def test_no_text_takes_time_that_grows_with_its_square(unit: str) -> None:
    text = unit * (200_000 // len(unit))
    began = time.process_time()
    clean_text(text)
    footnote_links(text)
    assert time.process_time() - began < 10


def test_two_megabytes_of_prose_are_cleaned_in_seconds() -> None:
    began = time.process_time()
    clean_text(f"{WRAPPED}\n" * (2_000_000 // len(WRAPPED)))
    assert time.process_time() - began < 10


def test_every_step_is_a_plain_function_of_text() -> None:
    assert all(isinstance(step(""), str) for step in STEPS)
