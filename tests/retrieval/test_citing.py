"""What `citing` claims: a quote is found whatever its white space, and nothing that is not verbatim is ever proved."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any, Literal

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from corpus.types import Article, ArticleInfo, Passage, Span
from retrieval.citing import ArticleOf, cite, difference, keep_proved, locate, verify, withdraw
from retrieval.types import (
    AlsoIn,
    Answer,
    AnswerSentence,
    Citation,
    Difference,
    DifferenceKind,
    Evidence,
    Hit,
    IndexInfo,
    Quote,
    Side,
)

TEXT = (
    "Kabulov did not specify who exactly will represent the Taliban at the so-called “Moscow format” talks.\n\n"
    "Russia would do so, but the details were still being decided, Kabulov said.\n\n"
    "The talks will follow a G20 summit on\nAfghanistan on Oct. 12. The talks will follow."
)
WHITE = st.text(alphabet=" \n\t\u00a0\u2003", min_size=1, max_size=3)
INDEX = IndexInfo("g1", datetime(2021, 10, 8, tzinfo=UTC), articles=2, passages=3, newest_published=date(2021, 10, 7))


def article(text: str = TEXT, article_id: str = "moscow") -> Article:
    return Article(ArticleInfo(article_id, hashlib.sha256(text.encode()).hexdigest(), outlet="The Moscow Times"), text)


MOSCOW, SUMMIT = article(), article("A summit was held. Nothing was signed.", "summit")


def quote(of: Article, words: str) -> tuple[Quote, Hit]:
    span = locate(words, of)
    assert span is not None
    text = of.text[span.start : span.end]
    passage = Passage(f"{of.id}:0", of.id, 0, len(of.text), of.text, (Span(0, len(of.text)),))
    return Quote(text, span.start, span.end), Hit(1, passage, of.info, score=0.8)


def evidence(*said: tuple[Article, str]) -> Evidence:
    quotes, hits = zip(*(quote(of, words) for of, words in said), strict=True)
    return Evidence(quotes, hits, score=0.9)


def answer(*pieces: Evidence, **changes: Any) -> Answer:
    sentences, citations = cite(pieces)
    status: Literal["answered", "not_found"] = "answered" if sentences else "not_found"
    whole = Answer("Who?", status, "reader", sentences, citations, 0.9, INDEX, short_answer="Kabulov")
    return replace(whole, **changes)


def served(*articles: Article) -> ArticleOf:
    return {one.id: one for one in articles}.get


ARCHIVE = served(MOSCOW, SUMMIT)
TWO = answer(
    evidence((MOSCOW, "Russia would do so, but the details were still being decided, Kabulov said.")),
    evidence((SUMMIT, "Nothing was signed.")),
)


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("Moscow format", Span(TEXT.index("Moscow"), TEXT.index("Moscow") + 13)),
        ("  Moscow\n\nformat\t", Span(TEXT.index("Moscow"), TEXT.index("Moscow") + 13)),
        ("summit on Afghanistan", Span(TEXT.index("summit"), TEXT.index("summit") + 21)),
        ("The talks will follow", Span(TEXT.index("The talks"), TEXT.index("The talks") + 21)),
        ("moscow format", None),
        ("“Moscow” format", None),
        ('"Moscow format"', None),
        ("Moscowformat", None),
        ("Oct. 12 .", None),
        ("Oct? 12", None),
        (".*", None),
        ("", None),
        (" \n", None),
    ],
)
def test_only_white_space_is_forgiven_in_a_quote(words: str, found: Span | None) -> None:
    assert locate(words, MOSCOW) == found


@given(st.data())
def test_any_run_of_the_text_is_found_however_its_white_space_is_mangled(data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(TEXT) - 1))
    end = data.draw(st.integers(start + 1, len(TEXT)))
    words = TEXT[start:end].split()
    assume(words)
    mangled = words[0] + "".join(data.draw(WHITE) + word for word in words[1:])
    span = locate(data.draw(st.sampled_from(["", " ", "\n"])) + mangled, MOSCOW)
    assert span is not None
    assert TEXT[span.start : span.end].split() == words
    assert span.start <= start + len(TEXT[start:end]) - len(TEXT[start:end].lstrip())


@given(st.text(max_size=40), st.text(max_size=8))
def test_whatever_is_located_says_the_quote(text: str, words: str) -> None:
    span = locate(words, article(text))
    if span is None:
        assert not words.split() or " ".join(words.split()) not in " ".join(text.split())
    else:
        assert text[span.start : span.end].split() == words.split()
        assert not text[span.start].isspace()
        assert not text[span.end - 1].isspace()


def test_citations_are_numbered_as_they_appear_and_a_span_keeps_its_number() -> None:
    sentences, citations = cite(
        [
            evidence((MOSCOW, "Kabulov said."), (SUMMIT, "Nothing was signed.")),
            evidence((SUMMIT, "A summit was held.")),
            evidence((SUMMIT, "Nothing was signed."), (MOSCOW, "Kabulov said.")),
        ]
    )
    assert [sentence.citations for sentence in sentences] == [(1, 2), (3,), (2, 1)]
    assert [(one.number, one.article.id) for one in citations] == [(1, "moscow"), (2, "summit"), (3, "summit")]


def test_a_sentence_says_its_first_quote_on_one_line_and_the_quote_keeps_its_line_break() -> None:
    sentences, citations = cite([evidence((MOSCOW, "a G20 summit on Afghanistan on Oct. 12."))])
    assert sentences == (AnswerSentence("a G20 summit on Afghanistan on Oct. 12.", (1,), "verbatim"),)
    assert citations[0].quote.text == "a G20 summit on\nAfghanistan on Oct. 12."


def test_no_evidence_gives_no_sentence_and_no_citation() -> None:
    assert cite([]) == ((), ())


def test_every_citation_of_an_untouched_answer_is_proved() -> None:
    assert [(one.status, one.citation) for one in verify(TWO, ARCHIVE, text=TWO.text)] == [("proved", 1), ("proved", 2)]


def test_an_answer_that_found_nothing_has_nothing_to_prove() -> None:
    assert verify(answer(), ARCHIVE, text="") == ()


def with_quote(citation: Citation, **changes: Any) -> Citation:
    return replace(citation, quote=replace(citation.quote, **changes))


@given(st.integers(0, len(TWO.citations[0].quote.text) - 1), st.characters())
def test_every_changed_character_of_a_quote_is_caught(place: int, other: str) -> None:
    said = TWO.citations[0].quote.text
    assume(said[place] != other)
    forged = with_quote(TWO.citations[0], text=said[:place] + other + said[place + 1 :])
    findings = verify(replace(TWO, citations=(forged, TWO.citations[1])), ARCHIVE)
    assert findings[0].status == "false"
    assert findings[1].status == "proved"


@given(st.integers(-300, 600), st.integers(-300, 600))
def test_every_shift_of_the_offsets_is_caught_unless_the_same_words_stand_there(start: int, end: int) -> None:
    proper = TWO.citations[0]
    shifted = with_quote(proper, start=start, end=end)
    same = 0 <= start < end <= len(TEXT) and TEXT[start:end] == proper.quote.text
    assert (verify(replace(TWO, citations=(shifted, TWO.citations[1])), ARCHIVE)[0].status == "proved") is same


def test_offsets_from_the_end_of_the_article_prove_nothing() -> None:
    proper = TWO.citations[0]
    shifted = with_quote(proper, start=proper.quote.start - len(TEXT), end=proper.quote.end - len(TEXT))
    assert TEXT[shifted.quote.start : shifted.quote.end] == proper.quote.text
    assert verify(replace(TWO, citations=(shifted, TWO.citations[1])), ARCHIVE)[0].status == "false"


@pytest.mark.parametrize(
    ("now", "status", "says"),
    [
        (article("Updated. " + TEXT), "changed", "the quote stands at 113:188 now"),
        (article(TEXT + " Updated."), "changed", "the quote still stands in its place"),
        (article("All of it was withdrawn."), "changed", "the quote is not in it now"),
        (replace(MOSCOW, info=replace(MOSCOW.info, outlet="RIA")), "changed", "outlet of article 'moscow' is RIA"),
        (replace(MOSCOW, info=replace(MOSCOW.info, outlet=None)), "changed", "outlet of article 'moscow' is unknown"),
        (None, "missing article", "no article 'moscow'"),
    ],
)
def test_an_article_that_is_another_now_is_named_as_changed_and_not_as_false(
    now: Article | None, status: str, says: str
) -> None:
    finding = verify(TWO, served(SUMMIT, *([now] if now else [])))[0]
    assert finding.status == status
    assert says in finding.message


@pytest.mark.parametrize("archive", [ARCHIVE, served(SUMMIT)], ids=["still served", "gone"])
def test_an_article_that_was_taken_down_proves_nothing_and_is_named_as_withdrawn(archive: ArticleOf) -> None:
    findings = verify(TWO, archive, text=TWO.text, withdrawn=["moscow"])
    assert [(one.status, one.citation) for one in findings] == [("withdrawn", 1), ("proved", 2)]
    assert findings[0].message == "Article 'moscow' was withdrawn from the archive; it should not be quoted any more."


FAULTS: dict[str, tuple[Callable[[Answer], Answer], str]] = {
    "no citation": (
        lambda a: replace(a, sentences=(replace(a.sentences[0], citations=()), a.sentences[1])),
        "Sentence 1 has no citation.",
    ),
    "no entry": (
        lambda a: replace(a, sentences=(replace(a.sentences[0], citations=(1, 7)), a.sentences[1])),
        "Sentence 1 cites [7], which has no entry.",
    ),
    "unused": (lambda a: replace(a, sentences=a.sentences[:1]), "No sentence uses citation [2]."),
    "other words": (
        lambda a: replace(a, sentences=(replace(a.sentences[0], text="Russia would."), a.sentences[1])),
        "Sentence 1 does not say the words of its quote [1].",
    ),
    "other quote first": (
        lambda a: replace(a, sentences=(replace(a.sentences[0], citations=(2, 1)), a.sentences[1])),
        "Sentence 1 does not say the words of its quote [2].",
    ),
    "numbers repeat": (
        lambda a: replace(a, citations=(a.citations[0], replace(a.citations[1], number=1))),
        "The citations are not numbered 1, 2, 3 in their order.",
    ),
    "found, yet not": (
        lambda a: replace(a, status="not_found"),
        'The status is "not_found", but the answer has 2 sentences.',
    ),
    "answered with nothing": (
        lambda a: replace(a, sentences=(), citations=()),
        'The status is "answered", but the answer has 0 sentences.',
    ),
}


@pytest.mark.parametrize(("damage", "says"), FAULTS.values(), ids=FAULTS)
def test_each_structural_fault_is_named(damage: Callable[[Answer], Answer], says: str) -> None:
    assert says in [finding.message for finding in verify(damage(TWO), ARCHIVE) if finding.status == "false"]


def test_a_saved_text_that_says_more_than_the_sentences_is_false() -> None:
    findings = verify(TWO, ARCHIVE, text=TWO.text + " Everybody agreed.")
    assert [finding.status for finding in findings] == ["proved", "proved", "false"]


def test_an_answer_that_holds_is_left_alone() -> None:
    assert keep_proved(TWO, ARCHIVE) is TWO


def test_a_sentence_that_fails_goes_and_the_rest_is_numbered_anew() -> None:
    forged = with_quote(TWO.citations[0], start=0)
    kept = keep_proved(replace(TWO, citations=(forged, TWO.citations[1])), ARCHIVE)
    assert kept.sentences == (AnswerSentence("Nothing was signed.", (1,)),)
    assert kept.citations == (replace(TWO.citations[1], number=1),)
    assert kept.status == "answered"
    assert kept.short_answer is None


def test_a_sentence_whose_words_are_proved_loses_only_its_failing_further_citation() -> None:
    said = answer(evidence((MOSCOW, "Kabulov said."), (SUMMIT, "Nothing was signed."), (MOSCOW, "on Oct. 12.")))
    kept = keep_proved(said, served(MOSCOW))
    assert [sentence.citations for sentence in kept.sentences] == [(1, 2)]
    assert kept.text == "Kabulov said. [1][2]"
    assert kept.short_answer == "Kabulov"


def test_nothing_proved_is_not_found() -> None:
    kept = keep_proved(TWO, served())
    assert (kept.status, kept.sentences, kept.citations, kept.text) == ("not_found", (), (), "")


@given(st.sets(st.integers(0, 2)), st.sampled_from([served(), served(MOSCOW), served(SUMMIT), ARCHIVE]))
def test_what_is_kept_is_always_proved(forged: set[int], archive: ArticleOf) -> None:
    whole = answer(
        evidence((MOSCOW, "Kabulov said."), (SUMMIT, "Nothing was signed.")),
        evidence((SUMMIT, "A summit was held."), (MOSCOW, "Kabulov said.")),
    )
    citations = tuple(
        with_quote(one, text=one.quote.text.upper()) if place in forged else one
        for place, one in enumerate(whole.citations)
    )
    kept = keep_proved(replace(whole, citations=citations), archive)
    assert all(finding.status == "proved" for finding in verify(kept, archive, text=kept.text))


def test_an_answer_that_has_nothing_of_a_withdrawn_article_is_left_alone() -> None:
    assert withdraw(TWO, ["elsewhere", ""]) is TWO
    assert withdraw(TWO, []) is TWO


def test_a_withdrawn_article_takes_its_sentences_and_the_others_keep_their_numbers() -> None:
    left = withdraw(TWO, ["moscow"])
    assert left == replace(
        TWO, sentences=TWO.sentences[1:], citations=TWO.citations[1:], short_answer=None, withdrawn=("moscow",)
    )
    assert left.text == "Nothing was signed. [2]"
    assert not left.emptied


def test_a_sentence_of_another_article_loses_only_the_marker_of_a_withdrawn_one() -> None:
    said = answer(evidence((MOSCOW, "Kabulov said."), (SUMMIT, "Nothing was signed."), (MOSCOW, "on Oct. 12.")))
    left = withdraw(said, ["summit"])
    assert left.text == "Kabulov said. [1][3]"
    assert (left.short_answer, left.withdrawn) == ("Kabulov", ("summit",))


def test_an_answer_of_withdrawn_articles_alone_is_emptied_and_no_plain_not_found() -> None:
    left = withdraw(withdraw(TWO, ["summit"]), ["moscow"])
    assert (left.status, left.text, left.citations, left.short_answer) == ("not_found", "", (), None)
    assert left.withdrawn == ("moscow", "summit")
    assert left.emptied
    assert not answer().emptied


def test_nearest_passages_of_a_withdrawn_article_go() -> None:
    near = tuple(replace(quote(of, words)[1], rank=rank) for rank, (of, words) in enumerate(PLACES, 1))
    left = withdraw(answer(nearest=near), ["moscow"])
    assert (left.nearest, left.withdrawn, left.emptied) == (near[1:], ("moscow",), False)
    assert withdraw(left, ["summit"]).emptied


PLACES = [(MOSCOW, "Kabulov said."), (SUMMIT, "Nothing was signed.")]


@given(st.sets(st.sampled_from(["moscow", "summit"])))
def test_what_is_left_of_an_answer_is_proved_but_for_its_numbers(gone: set[str]) -> None:
    whole = answer(evidence(*PLACES), evidence(*PLACES[::-1]), evidence((SUMMIT, "A summit was held.")))
    left = withdraw(whole, gone)
    told = verify(left, served(*(one for one in (MOSCOW, SUMMIT) if one.id not in gone)), text=left.text)
    assert {one.message for one in told if one.status != "proved"} <= {
        "The citations are not numbered 1, 2, 3 in their order."
    }
    assert withdraw(left, gone) is left


def test_sources_are_stories_and_not_articles() -> None:
    same, other = article("Kabulov said.", "copy"), article("Kabulov said. So it was.", "other")
    piece = evidence((MOSCOW, "Kabulov said."), (same, "Kabulov said."), (other, "Kabulov said."))
    story = tuple(replace(hit, story=None if hit.article.id == "other" else "moscow") for hit in piece.hits)
    said = answer(replace(piece, hits=story), evidence((SUMMIT, "Nothing was signed.")))
    assert [one.source for one in said.citations] == [1, 1, 2, 3]
    assert [said.sources(sentence.citations) for sentence in said.sentences] == [2, 1]
    assert answer().sources([1]) == 0


def differing(*values: str, kind: DifferenceKind = "number", days: tuple[date | None, ...] = ()) -> Answer:
    """An answer of two articles of the summit that differ in `values`, which are the words of their quotes."""
    pieces = []
    for place, value in enumerate(values):
        one = article(f"It was said that {value} came.", f"a{place}")
        published = replace(one.info, published=days[place] if days else None)
        piece = evidence((replace(one, info=published), f"It was said that {value} came."))
        pieces.append(replace(piece, value=value))
    whole = answer(*pieces)
    return replace(whole, difference=difference(kind, pieces, whole.sentences))


def archive(of: Answer) -> ArticleOf:
    return served(*(Article(one.article, one.quote.text) for one in of.citations))


def test_what_sources_differ_in_has_a_side_for_each_and_is_proved() -> None:
    said = differing("19", "12")
    assert said.difference == Difference("number", (Side("19", (1,)), Side("12", (2,))))
    assert {one.status for one in verify(said, archive(said))} == {"proved"}
    assert difference(None, [evidence(PLACES[0])], answer(evidence(PLACES[0])).sentences) is None


@pytest.mark.parametrize(
    ("days", "superseded"),
    [
        ((date(2021, 10, 9), date(2021, 10, 7)), True),
        ((date(2021, 10, 7), date(2021, 10, 7)), False),
        ((date(2021, 10, 7), date(2021, 10, 9)), False),
        ((date(2021, 10, 9), None), False),
    ],
)
def test_what_was_published_later_than_all_others_supersedes(days: tuple[date | None, ...], superseded: bool) -> None:
    assert differing("19", "12", days=days).superseded is superseded
    assert not TWO.superseded


@pytest.mark.parametrize(
    ("sides", "fault"),
    [
        ((Side("20", (1,)), Side("12", (2,))), "The quote [1] does not say '20', on which sources differ."),
        ((Side("19", (1,)),), "A difference has one side only."),
        ((Side("19", (1,)), Side("12", ())), "The side '12' of a difference has no quote."),
        ((Side("19", (1,)), Side("12", (7,))), "The side '12' of a difference has no quote."),
    ],
)
def test_a_difference_that_the_quotes_do_not_say_is_a_fault(sides: tuple[Side, ...], fault: str) -> None:
    said = differing("19", "12")
    forged = replace(said, difference=Difference("number", sides))
    assert fault in [one.message for one in verify(forged, archive(said)) if one.status == "false"]


def test_yes_and_no_stand_in_no_quote() -> None:
    said = differing("nobody", "everyone")
    read = replace(said, difference=Difference("polarity", (Side("No", (1,)), Side("Yes", (2,)))))
    assert {one.status for one in verify(read, archive(said))} == {"proved"}


def test_a_difference_loses_a_side_that_is_withdrawn_and_ends_with_one() -> None:
    said = differing("19", "12", "30")
    left = withdraw(said, ["a0"])
    assert left.difference == Difference("number", (Side("12", (2,)), Side("30", (3,))))
    assert withdraw(left, ["a2"]).difference is None


def test_what_is_kept_as_proved_differs_under_its_new_numbers() -> None:
    said = differing("19", "12", "30")
    kept = keep_proved(said, served(*(Article(one.article, one.quote.text) for one in said.citations[1:])))
    assert kept.difference == Difference("number", (Side("12", (1,)), Side("30", (2,))))


def test_an_article_that_was_withdrawn_is_not_named_as_saying_the_same() -> None:
    others = tuple(AlsoIn(ArticleInfo(id_, "0" * 64), "copy") for id_ in ("b", "c"))
    said = answer(evidence((MOSCOW, "Kabulov said.")))
    said = replace(said, citations=(replace(said.citations[0], also_in=others),))
    left = withdraw(said, ["b"])
    assert left.citations[0].also_in == others[1:]
    assert (left.text, left.withdrawn) == (said.text, ())
    assert withdraw(left, ["b"]) is left
