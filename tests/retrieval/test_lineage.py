"""Which articles are one story: near-copies, pages that were updated, and what only looks like either."""

from __future__ import annotations

import hashlib
import random
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from retrieval.lineage import Traced, lineages, page, sketch

WORDS = [f"{a}{b}" for a in "ka lo mi ne ru sa te vo".split() for b in "bar den fil gos lum nep rid tan".split()]


def prose(seed: int, words: int = 400) -> str:
    """News without a meaning: no two seeds share five words in a row but by a rare chance."""
    chosen = random.Random(seed)
    return " ".join(chosen.choice(WORDS) for _ in range(words))


def article(
    id_: str,
    text: str,
    outlet: str | None = None,
    *,
    title: str | None = None,
    url: str | None = None,
    published: date | None = date(2021, 10, 7),
) -> Traced:
    return Traced(id_, title, outlet, page(url), published, hashlib.sha256(text.encode()).hexdigest(), sketch(text))


STORY, OTHER, THIRD = prose(1), prose(2), prose(3)


def test_a_wire_story_in_three_outlets_is_one_story_named_by_the_earliest() -> None:
    copies = [
        article("b", STORY, "Gazette", published=date(2021, 10, 8)),
        article("c", STORY + " Reporting by the desk.", "Courier", published=None),
        article("a", STORY, "Wire", published=date(2021, 10, 7)),
        article("z", OTHER, "Wire"),
    ]
    assert lineages(copies).stories == [["a", "b", "c"]]


@pytest.mark.parametrize(
    "copy",
    [
        " ".join(STORY.split()[:200]),
        " ".join(STORY.split()[150:]),
        prose(9, 60) + " " + STORY,
        STORY + " " + prose(9, 150),
        STORY.upper().replace(" ", "\n\n"),
        ", ".join(STORY.split()),
        STORY.replace("kabar", "nedan"),
    ],
    ids=["first half", "last part", "own beginning", "own end", "another layout", "commas", "one word changed"],
)
def test_a_story_that_was_cut_added_to_or_set_anew_is_a_near_copy(copy: str) -> None:
    assert lineages([article("a", STORY, "Wire"), article("b", copy, "Gazette")]).stories == [["a", "b"]]


@pytest.mark.parametrize(
    "other",
    [
        OTHER,
        OTHER + " " + " ".join(STORY.split()[:60]),
        " ".join(f"{a} {b}" for a, b in zip(STORY.split()[:200], OTHER.split(), strict=False)),
        "",
        "kabar",
    ],
    ids=["another story", "a shared statement", "the same words in another order", "nothing", "one word"],
)
def test_what_shares_less_is_not(other: str) -> None:
    assert lineages([article("a", STORY, "Wire"), article("b", other, "Gazette")]).stories == []


def test_copies_that_each_change_a_little_are_one_chain() -> None:
    words, new = STORY.split(), OTHER.split()
    states = [" ".join(new[: 60 * n] + words[60 * n :]) for n in range(4)]
    chain = [article(str(n), text, f"Outlet {n}", published=date(2021, 10, 7 + n)) for n, text in enumerate(states)]
    assert lineages([chain[0], chain[3]]).stories == []
    assert lineages(chain[::-1]).stories == [["0", "1", "2", "3"]]


def test_a_round_up_makes_one_story_of_none_that_it_holds() -> None:
    round_up = article("r", f"{STORY} {OTHER} {THIRD}", "Courier")
    copy_of_it = article("s", f"{STORY} {OTHER} {THIRD} And more tomorrow.", "Gazette")
    stories = [article("a", STORY, "Wire"), article("b", OTHER, "Wire"), article("c", STORY, "Gazette")]
    assert lineages([round_up, *stories]).stories == [["a", "c"]]
    assert lineages([round_up, copy_of_it, *stories]).stories == [["a", "c"], ["r", "s"]]


def test_what_an_outlet_says_under_all_its_articles_makes_no_copies() -> None:
    furniture = prose(50, 600)
    some = [article(str(n), f"{prose(n + 10, 150)} {furniture}", "Gazette") for n in range(4)]
    assert lineages(some).stories == []
    # The same words in four outlets are no furniture, but a wire's.
    spread = [article(str(n), f"{prose(n + 10, 150)} {furniture}", f"Outlet {n}") for n in range(4)]
    assert lineages(spread).stories == [["0", "1", "2", "3"]]


def test_one_text_under_four_links_of_one_outlet_is_one_story_all_the_same() -> None:
    some = [article(str(n), STORY, "Gazette", url=f"https://gazette.example/{n}/story") for n in range(4)]
    assert lineages(some).stories == [["0", "1", "2", "3"]]


def test_pages_that_could_not_be_read_are_no_copies_of_one_another() -> None:
    notice = "Sign up for our newsletter, which provides you with a daily digest of news and analysis."
    some = [article(str(n), notice, "Gazette", title=f"Story {n}") for n in range(4)]
    assert lineages(some).stories == []
    assert lineages([*some, article("9", notice, "Courier", title="Story 2")]).stories == [["2", "9"]]


def test_states_of_one_page_are_one_story_whatever_is_left_of_the_text() -> None:
    states = [
        article(
            "new", OTHER, url="https://www.gazette.example/world/talks?utm_source=feed", published=date(2021, 10, 9)
        ),
        article("old", STORY, url="http://gazette.example/world/talks/", published=date(2021, 10, 7)),
    ]
    assert lineages(states).stories == [["old", "new"]]


@pytest.mark.parametrize(
    ("link", "same"),
    [
        ("https://gazette.example/world/talks", True),
        ("http://www.gazette.example/world/talks/", True),
        ("https://gazette.example/world/talks?utm_source=x&utm_medium=y#comments", True),
        ("https://m.gazette.example/world/talks", True),
        ("https://amp.gazette.example/world/talks", True),
        ("https://gazette.example/world/talks/amp", True),
        ("https://gazette.example/amp/world/talks", True),
        ("https://GAZETTE.example/world//talks/index.html", True),
        ("https://gazette.example/world/talks?fbclid=abc", True),
        ("https://gazette.example/world/talks?page=2", False),
        ("https://gazette.example/world/talks?1234", False),
        ("https://gazette.example/world/talks#/s/1234", False),
        ("https://gazette.example/world/Talks-2", False),
        ("https://courier.example/world/talks", False),
    ],
)
def test_links_to_one_page(link: str, same: bool) -> None:
    assert (page(link) == page("https://gazette.example/world/talks")) == same


@pytest.mark.parametrize(
    "link", [None, "", "https://gazette.example", "https://gazette.example/?utm_source=x", "http://["]
)
def test_a_link_to_no_page_tells_nothing(link: str | None) -> None:
    assert page(link) is None


def test_the_parameters_of_a_page_count_in_any_order() -> None:
    assert page("https://a.example/read?id=7&lang=en") == page("https://a.example/read?lang=en&id=7&utm_id=1")
    assert page("https://a.example/?p=7") != page("https://a.example/?p=8")


@given(
    st.lists(st.sampled_from([STORY, OTHER, THIRD, STORY + " " + OTHER, "", "kabar loden"]), max_size=6), st.randoms()
)
def test_the_order_of_the_articles_does_not_matter_and_each_is_in_one_story_at_most(
    texts: list[str], shuffled: random.Random
) -> None:
    articles = [article(str(n), text, f"Outlet {n % 3}") for n, text in enumerate(texts)]
    found = lineages(articles).stories
    ids = [id_ for story in found for id_ in story]
    assert len(ids) == len(set(ids))
    shuffled.shuffle(articles)
    assert lineages(articles).stories == found


def test_containment_is_estimated_closely_enough_on_articles_of_ordinary_length() -> None:
    """Three quarters or more of the shorter one are a near-copy, and a half or less are none, nearly always."""

    def share(part: float, seed: int) -> list[Traced]:
        words = int(500 * part)
        return [
            article("a", prose(seed, 500), "Wire"),
            article(
                "b", " ".join(prose(seed, 500).split()[:words] + prose(seed + 1000, 500 - words).split()), "Gazette"
            ),
        ]

    assert sum(bool(lineages(share(0.85, seed)).stories) for seed in range(40)) >= 38
    assert sum(bool(lineages(share(0.5, seed)).stories) for seed in range(40)) <= 2


def test_a_page_that_was_cut_in_two_ways_is_no_round_up_of_itself() -> None:
    half, other_half = " ".join(STORY.split()[:210]), " ".join(STORY.split()[190:])
    link = "https://wire.example/flood"
    found = lineages(
        [
            article("w", STORY, "Wire", url=link),
            article("b", half, "Wire", url=f"{link}?utm_source=x"),
            article("c", other_half, "Gazette"),
        ]
    )
    assert (found.stories, found.held) == ([["b", "w"]], {}) or (found.stories, found.held) == ([["b", "c", "w"]], {})
