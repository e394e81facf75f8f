"""What cleaning takes out, what it joins, and that it loses nothing else."""

from __future__ import annotations

import re
import time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import corpus
from corpus.cleaning import STEPS, clean_text, footnote_links, visible_line

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
        ("a U.S.-\nled alliance", "a U.S.-led alliance"),
        ("the U.S.-\nRussian talks", "the U.S.-Russian talks"),
        ("a Calif.-\nbased maker", "a Calif.-based maker"),
        ("It was the end.-\nThe war", "It was the end.- The war"),
        ("an anti-\ngovernment march", "an anti-government march"),
        ("a non-\nbinding vote", "a non-binding vote"),
        ("a co-\nfounder", "a co-founder"),
        ("a counter-\noffensive", "a counter-offensive"),
        ("an inter-\nagency group", "an inter-agency group"),
        ("a multi-\nbillion loss", "a multi-billion loss"),
        ("a post-\nelection poll", "a post-election poll"),
        ("an inter-\nnational inter-\nview", "an international interview"),
        ("a counter-\npart", "a counterpart"),
        ("multi-\nple times", "multiple times"),
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


@pytest.mark.parametrize(
    "prose",
    [
        "Prosecutors told the court that fighting in the villages on the other bank still\n"
        "continues after the truce, and that nine people were killed there on Sunday alone.",
        "The museum keeps all of the letters, and visitors who come on a quiet morning can\n"
        "read more about the siege of the harbour and the nine people who died in it.",
        "The judge kept the cameras out of the room, and so the families in the town could\n"
        "follow the trial on Facebook, because one clerk wrote down every word of it.",
        "The judge kept the cameras out of the room, and the families were in the street.\n"
        "Follow the trial on Facebook: this was what the clerk had told all nine of them.",
        "The second letter was never sent. It said who had been there, and it said nothing\n"
        "more: nine names and no word about the ship or about the fire on the other bank.",
    ],
)
def test_a_line_inside_a_wrapped_paragraph_is_never_furniture(prose: str) -> None:
    assert prose.replace("\n", " ") in clean_text(f"{WRAPPED}\n{prose}\n")


def test_a_line_inside_a_paragraph_stays_when_the_page_has_no_one_width() -> None:
    above = "Prosecutors told the court that fighting in the villages on the other bank still"
    assert "continues after the truce" in clean_text(f"Notes\n\n{above}\ncontinues after the truce.")


def test_furniture_that_is_wrapped_goes_with_its_rest() -> None:
    line = "Related: The harbour and the old bridge that nobody in the whole town wanted to\nkeep open for a winter"
    assert clean_text(f"{WRAPPED}\n{line}\n\nThe ferry is closed.") == clean_text(f"{WRAPPED}\nThe ferry is closed.")


def test_furniture_right_below_furniture_is_taken_out() -> None:
    text = clean_text(f"{WRAPPED}\nhttps://example.org/one\nAdvertisement\nRELATED: The bridge\n\nThe ferry is closed.")
    assert text == clean_text(f"{WRAPPED}\nThe ferry is closed.")


@pytest.mark.parametrize(
    "prose",
    [
        "The envoy came to the capital in the night for a meeting with the five ministers\n"
        "— a meeting that had been kept secret for days — and left again before the morning.",
        "The envoy came to the capital in the night, and the talks will go on, he said, on Oct.\n"
        "20. The agency that belongs to the state did not write about any of the meetings.",
        "The number of those who were found under the roof of the old hall has since risen to\n"
        "112. Rescuers said that they would look for others until the end of the long week.",
        "The envoy came to the capital in the night to see the new ambassador from the U.S.\n"
        "– a friend of his – and left again before the first of the ministers was awake.",
    ],
)
def test_a_dash_or_number_at_a_line_beginning_continues_the_sentence(prose: str) -> None:
    assert prose.replace("\n", " ") in clean_text(f"{WRAPPED}\n{prose}\n")


def test_a_sentence_runs_on_into_a_dash_or_number_across_a_page_break() -> None:
    assert (
        clean_text("The talks begin on Oct.\n\f\n20. They are secret.")
        == "The talks begin on Oct. 20. They are secret."
    )
    assert clean_text("The talks will be in the\n\f\n– old – hall.") == "The talks will be in the – old – hall."


@pytest.mark.parametrize(
    "items",
    [
        "The council, which sat until the late evening, wrote down what has to be closed:\n- the bridge\n- the ferry",
        "1. the old bridge and the road to it, which has been closed since the first of May\n2. the ferry",
        "• the old bridge and the road to it, which has been closed since the first of\nMay and the road\n– ferry",
        "It said what it wants to close.\n- the bridge\n- the ferry",
    ],
)
def test_items_of_a_wrapped_text_stay_items(items: str) -> None:
    last = clean_text(f"{WRAPPED}\n{items}\n").split("\n")[-1]
    assert last == items.split("\n")[-1]


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
        "Stay in the talk of the harbour and its town: Sign up for our evening newsletter",
        "Want the news of the harbour in your inbox every night? Sign up for our newsletter",
        "More:Ships come back. Here's what we know.",
        "More: Is the bridge safe?",
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
        "The mayor resigned on Monday after losing the vote. Sign up for our morning newsletter.",
        "Nobody knows why the mayor resigned on Monday after the vote! Sign up for our newsletter.",
        "More about the victims: two were children, police said.",
        f"More: {'the mayor has gone and ' * 10}nobody has seen him",
        "Follow the trial on Facebook, because the court lets no camera in.",
        "Facebook",
        "Email",
        "Opening hours: nine to five",
        "Ann Smith:",
        "Sponsored events brought in half of the money.",
        "The story continues to fascinate the town.",
        "42",
    ],
)
def test_lines_that_only_look_like_furniture_stay(line: str) -> None:
    assert clean_text(f"The bridge is open.\n\n{line}\n\nThe ferry is closed.").split("\n\n")[1] == line


def test_a_company_in_a_list_of_companies_stays() -> None:
    assert clean_text("Boats and Sons\nFacebook\nHarbour Bank\n\nPrint\n\nRadio") == (
        "Boats and Sons\nFacebook\nHarbour Bank\n\nPrint\n\nRadio"
    )


@pytest.mark.parametrize("buttons", ["Facebook\nEmail\nPrint", "Share this article\n\nFacebook", "EMAIL\n\nCopy link"])
def test_share_buttons_beside_each_other_are_taken_out(buttons: str) -> None:
    assert clean_text(f"The bridge is open.\n\n{buttons}\n\nThe ferry is closed.") == (
        "The bridge is open.\n\nThe ferry is closed."
    )


def test_the_letters_of_an_interview_stay() -> None:
    page = "The harbour was quiet on that morning, and nobody saw the ship come in."
    text = "\n\n".join(["Q", page, "A", page] * 4)
    assert clean_text(text) == text


@pytest.mark.parametrize("header", ["HERALD\n\n", "\fHERALD\n\n", "HERALD | {number}\n\n"])
def test_a_header_of_one_word_is_known_by_its_page(header: str) -> None:
    page = "The harbour was quiet on that morning, and nobody saw the ship come in."
    text = clean_text("\n\n".join(f"{header.format(number=number)}{page}" for number in range(1, 5)))
    assert ("HERALD" in text) == (header == "HERALD\n\n")


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


def test_a_visible_line_holds_no_line_break_and_nothing_invisible() -> None:
    assert visible_line(" A\u200b title\nin two\x00 lines ") == "A title in two lines"


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


# One beginning for each row of NAMED that a sentence could run into.
OPENINGS = (
    "advertisements|scroll to continue with|continues after the|story continues below the|related:|Related stories:|"
    "read more:|read more about the|Read the whole story|you may like:|up next:|more:|More about the victims:|"
    "live updates:|previously:|Sign up for the newsletter|Subscribe to newsletters|get the newsletter sign up here|"
    "follow the trial on Facebook|Follow him on X|share this|facebook|email|print|view gallery|"
    "1. How relevant is this ad to you?|video player was slow to load the|we will use the details you have shared|"
    "by signing up you agree to|follow every game: latest|need a news break? check out|page 3|— 7 —|- 7 -|— a|20. The|"
    "support local journalism. subscribe"
).split("|")
PLAIN = st.lists(st.sampled_from("the harbour of a town where nobody has seen ships".split()), max_size=12)


@given(st.lists(st.tuples(st.sampled_from(OPENINGS), PLAIN, st.sampled_from(["", ".", ","])), min_size=1, max_size=8))
@settings(deadline=None)
def test_wrapped_prose_loses_no_word_whatever_its_lines_begin_with(parts: list[tuple[str, list[str], str]]) -> None:
    lines = ["The mayor"]
    for number, (opening, words, mark) in enumerate(parts):
        filled = f"{lines[-1]} {' '.join(words)} ship {number}"[:72].rstrip()  # as full as a page 80 characters wide
        lines[-1] = filled + " seaside" * ((80 - len(filled)) // 8) + mark
        lines.append(opening)
    prose = "\n".join(lines)
    text = f"{WRAPPED}\n{prose} and so it went on until the evening."
    assert letters(clean_text(text)) == letters(text)


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
