"""Which sentences make an answer, which sources stand behind each, and where they differ."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from typing import Any, cast

import numpy as np
import pytest

from bot.assembly import Dateline
from retrieval.index import Index
from retrieval.reader.comparing import AGREEING, DAYS_APART
from retrieval.reader.gathering import ALSO, Gathered, gather
from retrieval.reader.signals import Asked, Candidate
from retrieval.types import Hit
from tests.retrieval.reader.found import candidate, hit, ranked

Gather = Callable[..., Gathered]
SURE = {"margin": 9.0, "covered": 0.8, "names": 1.0}


class _Vectors:
    """Vectors with the same cosine between any two passages."""

    def __init__(self, cosine: float) -> None:
        self._cosine = cosine

    def vectors(self, ids: Sequence[str]) -> dict[str, Any]:
        shared = np.full((len(ids), 1), np.sqrt(self._cosine))
        return dict(zip(ids, np.hstack([shared, np.sqrt(1 - self._cosine) * np.eye(len(ids))]), strict=True))


class _Articles:
    """No story is told by any article that is here."""

    def told_by(self, lineage: str, filters: object) -> list[Any]:
        return []


class _Index:
    def __init__(self, cosine: float) -> None:
        self.vectors = _Vectors(cosine)
        self.articles = _Articles()


@pytest.fixture
def gathered(shipped: Dateline) -> Gather:
    def gathered(question: str, *said: tuple[Candidate, float], most: int = 3, cosine: float = 0.9) -> Gathered:
        with shipped.archive.reading() as index:
            asked = Asked(question, index.lexical)
        found = [ranked(one, score) for one, score in sorted(said, key=lambda pair: -pair[1])]
        return gather(asked, found, most, cast(Index, _Index(cosine)))

    return gathered


def quotes(found: Gathered) -> list[list[str]]:
    return [[quote.text for quote in piece.quotes] for piece in found.evidence]


def values(found: Gathered) -> list[str | None]:
    return [piece.value for piece in found.evidence]


def on(one: Hit, day: int | None, **changes: Any) -> Hit:
    """`one` in an article of that day of March 2023, or of no day."""
    published = date(2023, 3, day) if day else None
    return replace(one, article=replace(one.article, published=published), **changes)


A = hit("a", "The court fined the Aldra company.", "Rain fell on Morvik.", "Ina Berg spoke.")
B = hit("b", "The Aldra company was fined by the court.", "Snow fell on Selby.")


def test_two_articles_that_say_the_same_are_one_sentence(gathered: Gather) -> None:
    found = gathered("Who was fined?", (candidate(A, 0, "Aldra"), 2.0), (candidate(B, 0, "Aldra"), 1.9))
    assert quotes(found) == [["The court fined the Aldra company.", "The Aldra company was fined by the court."]]


def test_what_is_said_otherwise_is_a_sentence_of_its_own_when_it_is_near(gathered: Gather) -> None:
    near, far = 2.0 - ALSO / 2, 2.0 - ALSO * 2
    rain, snow = candidate(A, 1, "Rain"), candidate(B, 1, "Snow")
    assert len(gathered("What fell?", (rain, 2.0), (snow, near)).evidence) == 2
    assert len(gathered("What fell?", (rain, 2.0), (snow, far)).evidence) == 1


def test_no_more_sentences_than_wanted(gathered: Gather) -> None:
    hail = candidate(hit("c", "Hail fell."), 0, "Hail")
    found = [(candidate(A, 1, "Rain"), 2.0), (candidate(B, 1, "Snow"), 1.9), (hail, 1.8)]
    assert [len(gathered("What fell?", *found, most=most).evidence) for most in (1, 2, 3)] == [1, 2, 3]


def test_nothing_is_quoted_twice_as_a_context(gathered: Gather) -> None:
    one = hit("a", "Ina Berg won.", "She left on Friday.")
    found = gathered(
        "When did Berg leave?",
        (candidate(one, 1, "Friday", margin=3.0), 2.0),
        (candidate(one, 0, "Ina Berg", margin=-5.0), 1.9),
    )
    assert quotes(found) == [["Ina Berg won. She left on Friday."]]


def test_the_same_words_in_one_place_of_two_articles_are_no_overlap(gathered: Gather) -> None:
    """Offsets of two articles say nothing of one another."""
    found = gathered("What fell?", (candidate(hit("a", "Rain fell."), 0, "Rain"), 2.0), (candidate(B, 1, "Snow"), 1.9))
    assert len(found.evidence) == 2


DEAD = "How many people died when the ferry sank?"


def published(one: Candidate, day: date | None) -> Candidate:
    return replace(one, hit=replace(one.hit, article=replace(one.hit.article, published=day)))


def dead(article: str, sentence: str, words: str, day: int | None = 14, story: str | None = None) -> Candidate:
    return candidate(on(hit(article, sentence), day, story=story), 0, words, **SURE)


TWELVE = dead("a", "Twelve people died, the harbour master said.", "Twelve")
ALSO_12 = dead("b", "The sinking killed 12 people on board.", "12", 15)
NINETEEN = dead("c", "In the ferry 19 people died.", "19", 16)


def test_sources_that_give_one_number_in_other_words_are_quotes_of_one_sentence(gathered: Gather) -> None:
    found = gathered(DEAD, (TWELVE, 9.0), (ALSO_12, 8.0))
    assert quotes(found) == [[TWELVE.text, ALSO_12.text]]
    assert (values(found), found.differs_in) == ([None], None)


def test_sources_that_give_another_number_stand_side_by_side_the_later_first(gathered: Gather) -> None:
    found = gathered(DEAD, (TWELVE, 9.0), (ALSO_12, 8.5), (NINETEEN, 8.2))
    assert quotes(found) == [[NINETEEN.text], [TWELVE.text, ALSO_12.text]]
    assert (values(found), found.differs_in, found.first) == (["19", "Twelve"], "number", NINETEEN)


def test_with_a_source_of_no_day_the_best_stays_first(gathered: Gather) -> None:
    undated = dead("c", "In the ferry 19 people died.", "19", None)
    assert values(gathered(DEAD, (TWELVE, 9.0), (undated, 8.2))) == ["Twelve", "19"]


def test_sides_are_shown_even_where_one_sentence_is_wanted(gathered: Gather) -> None:
    assert values(gathered(DEAD, (TWELVE, 9.0), (NINETEEN, 8.2), most=1)) == ["19", "Twelve"]


@pytest.mark.parametrize(
    ("other", "score", "cosine"),
    [
        (NINETEEN, 8.2, 0.1),
        (NINETEEN, 4.5, 0.9),
        (replace(NINETEEN, signals=NINETEEN.signals._replace(margin=-1.0)), 8.2, 0.9),
        (replace(NINETEEN, signals=NINETEEN.signals._replace(names=0.5)), 8.2, 0.9),
        (published(NINETEEN, date(2022, 3, 1)), 8.2, 0.9),
        (dead("c", "In the ferry 30 people were wounded.", "30"), 8.2, 0.9),
        (dead("c", "At least ten people died.", "ten"), 8.2, 0.9),
    ],
    ids="event|score|margin|names|year|wounded|bound".split("|"),
)
def test_no_difference_is_claimed_of(gathered: Gather, other: Candidate, score: float, cosine: float) -> None:
    assert gathered(DEAD, (TWELVE, 9.0), (other, score), cosine=cosine).differs_in is None


def test_days_apart_are_counted_to_the_day(gathered: Gather) -> None:
    assert DAYS_APART == 60
    on_day = [published(NINETEEN, date(2023, 5, day)) for day in (13, 14)]
    assert [gathered(DEAD, (TWELVE, 9.0), (one, 8.2)).differs_in for one in on_day] == ["number", None]


def test_one_story_has_one_voice(gathered: Gather) -> None:
    one, copy = dead("a", "Twelve people died.", "Twelve", story="a"), dead("b", "12 people died.", "12", story="a")
    assert quotes(gathered(DEAD, (one, 9.0), (copy, 8.9))) == [["Twelve people died."]]


def test_of_two_states_of_a_sentence_the_newer_speaks_and_they_do_not_differ(gathered: Gather) -> None:
    old = dead("a", "The ferry sank and 12 people died.", "12", 14, "a")
    new = dead("b", "The ferry sank and 19 people died.", "19", 16, "a")
    found = gathered(DEAD, (old, 9.0), (new, 8.0))
    assert (quotes(found), found.differs_in, found.first) == ([[new.text]], None, new)


def test_a_round_up_is_no_second_source_of_what_it_holds_and_yields_to_it(gathered: Gather) -> None:
    held = replace(TWELVE, hit=replace(TWELVE.hit, article=replace(TWELVE.hit.article, id="r"), holds=frozenset("a")))
    for scores in ((9.0, 8.9), (8.9, 9.0)):
        found = gathered(DEAD, (TWELVE, scores[0]), (held, scores[1]))
        assert [[hit.article.id for hit in piece.hits] for piece in found.evidence] == [["a"]]


MAYOR = "Who was elected mayor of Selby?"


def mayor(article: str, sentence: str, words: str, **signals: float) -> Candidate:
    return candidate(on(hit(article, sentence), 14), 0, words, **{**SURE, **signals})


def test_two_names_differ_where_one_was_asked_for_and_both_say_all_of_the_question(gathered: Gather) -> None:
    voss = mayor("a", "Anna Voss was elected mayor of Selby, the clerk said.", "Anna Voss")
    marrick = mayor("b", "Lena Marrick was elected mayor of Selby, a recount showed.", "Lena Marrick")
    found = gathered(MAYOR, (voss, 9.0), (marrick, 8.5))
    assert (values(found), found.differs_in) == (["Anna Voss", "Lena Marrick"], "name")
    assert gathered("Who spoke to the mayor of Selby?", (voss, 9.0), (marrick, 8.5)).differs_in is None
    vague = replace(marrick, signals=marrick.signals._replace(covered=0.5))
    assert gathered(MAYOR, (voss, 9.0), (vague, 8.5)).differs_in is None


def test_a_part_of_a_name_is_the_same_person(gathered: Gather) -> None:
    voss = mayor("a", "Anna Voss was elected mayor of Selby, the clerk said.", "Anna Voss")
    short = mayor("b", "Ms. Voss was elected mayor of Selby, a recount showed.", "Ms. Voss")
    found = gathered(MAYOR, (voss, 9.0), (short, 8.5))
    assert (len(found.evidence), len(found.evidence[0].quotes), found.differs_in) == (1, 2, None)


def test_a_name_that_is_only_mentioned_is_no_second_source(gathered: Gather) -> None:
    voss = mayor("a", "Anna Voss was elected mayor of Selby, the clerk said.", "Anna Voss")
    other = mayor("b", "Rain did not keep Anna Voss from a walk.", "Anna Voss", covered=0.1)
    assert len(gathered(MAYOR, (voss, 9.0), (other, 8.9)).evidence[0].quotes) == 1
    late = mayor("b", "The town elected Anna Voss as mayor of Selby.", "Anna Voss")
    assert len(gathered(MAYOR, (voss, 9.0), (late, 9.0 - AGREEING / 2)).evidence[0].quotes) == 2


CLOSES = "Will Aldra close its plant?"


def test_said_and_denied_differ_and_are_never_one_sentence(gathered: Gather) -> None:
    said = mayor("a", "Aldra will close its plant, the union said.", "Aldra")
    denied = mayor("b", "Aldra will not close its plant, the chairman said.", "Aldra")
    found = gathered(CLOSES, (said, 9.0), (denied, 8.5))
    assert (values(found), found.differs_in) == (["Yes", "No"], "polarity")
    assert quotes(gathered("What will Aldra close?", (said, 9.0), (denied, 8.5))) == [[said.text], [denied.text]]


@pytest.mark.parametrize(
    ("question", "one", "other", "words"),
    [
        ("How many goals?", "Stoll won the cup with three goals.", "Stoll won the cup with two goals.", "goals"),
        ("Who was held?", "Police have arrested Ada Stoll.", "Police have not arrested Ada Stoll.", "Ada Stoll"),
        ("How much is it?", "The bridge cost 3 million dollars.", "The bridge cost 3 million euros.", "3 million"),
    ],
)
def test_sentences_of_nearly_the_same_words_that_say_something_else_are_not_one(
    gathered: Gather, question: str, one: str, other: str, words: str
) -> None:
    a, b = mayor("a", one, words), mayor("b", other, words)
    assert all(len(piece.quotes) == 1 for piece in gathered(question, (a, 9.0), (b, 8.9)).evidence)


def test_what_is_said_beside_the_point_denies_nothing(gathered: Gather) -> None:
    voss = mayor("a", "Anna Voss, who had never held office, was elected mayor of Selby.", "Anna Voss")
    other = mayor("b", "Anna Voss was elected mayor of Selby.", "Anna Voss")
    assert len(gathered(MAYOR, (voss, 9.0), (other, 8.9)).evidence[0].quotes) == 2


@pytest.mark.parametrize("when", ["in 1987", "on 2 March 2023", "last year"])
def test_what_happened_on_other_days_is_another_event(gathered: Gather, when: str) -> None:
    now = dead("a", "The ferry sank on Monday and 12 people died.", "12", 14)
    then = dead("b", f"The ferry sank {when} and 19 people died.", "19", 15)
    assert gathered(DEAD, (now, 9.0), (then, 8.8)).differs_in is None


def test_a_beginning_and_an_end_do_not_differ(gathered: Gather) -> None:
    began = candidate(on(hit("a", "The strike began on Monday, the union said."), 7), 0, "Monday", **SURE)
    ended = candidate(on(hit("b", "The long strike ended last Friday."), 15), 0, "Friday", **{**SURE, "covered": 0.6})
    assert gathered("When did the strike begin?", (began, 9.0), (ended, 8.9)).differs_in is None


def test_a_story_that_holds_itself_in_parts_is_quoted_all_the_same(gathered: Gather) -> None:
    whole = dead("w", "Twelve people died.", "Twelve", story="w")
    held = replace(whole, hit=replace(whole.hit, holds=frozenset({"w", "c"})))
    assert quotes(gathered(DEAD, (held, 9.0))) == [["Twelve people died."]]
