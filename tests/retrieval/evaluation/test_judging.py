from __future__ import annotations

import json
from dataclasses import replace

import pytest

from corpus.types import Article
from retrieval.evaluation.judging import Ranks, System, judge, rank
from retrieval.evaluation.questions import EvalQuestion
from retrieval.types import Answer, Quote, Reading
from tests.retrieval.evaluation.fakes import ScriptedSystem, answered, article, citation, hits, not_found, reading

WHO = EvalQuestion("secret-id", "Who?", answers=("Ann",), gold_articles=("gold",))


def test_the_system_sees_the_question_and_nothing_that_is_known_of_it() -> None:
    fake = ScriptedSystem()
    judge("f", WHO, System(fake.ask, fake.search))
    [seen] = fake.asked
    assert (seen.text, seen.history) == ("Who?", ())
    assert fake.searched == [("Who?", 10)]


def test_earlier_questions_are_asked_first_and_become_turns() -> None:
    fake = ScriptedSystem({"Who ran?": answered("Ann ran."), "And won?": not_found(resolved_question="Did Ann win?")})
    judge("f", EvalQuestion("1", "When?", history=("Who ran?", "And won?")), System(fake.ask))
    first, second, last = fake.asked
    assert first.history == ()
    assert [(turn.question, turn.answer) for turn in second.history] == [("Who ran?", "Ann ran. [1]")]
    assert [(turn.question, turn.answer, turn.resolved_question) for turn in last.history] == [
        ("Who ran?", "Ann ran. [1]", None),
        ("And won?", "", "Did Ann win?"),
    ]


def test_the_search_is_for_the_question_as_the_answer_resolved_it() -> None:
    fake = ScriptedSystem({"Who?": not_found(resolved_question="Who won the race?")})
    judge("f", WHO, System(fake.ask, fake.search))
    assert fake.searched == [("Who won the race?", 10)]


@pytest.mark.parametrize(
    ("quotes", "right"),
    [
        (["Ann won."], (True,)),
        (["Bob ran.", "Ann won."], (False, True)),
        (["One.", "Two.", "Three.", "Ann won."], (False, False, False)),
        (["word " * 59 + "Ann"], (True,)),
        (["word " * 60 + "Ann"], (False,)),
    ],
)
def test_the_first_sixty_words_of_the_first_three_quotes_count(quotes: list[str], right: tuple[bool, ...]) -> None:
    fake = ScriptedSystem({"Who?": answered(*quotes)})
    assert judge("f", WHO, System(fake.ask)).right_quotes == right


def test_what_was_not_found_is_wrong_whatever_it_carries() -> None:
    found = answered("Ann won.", short_answer="Ann")
    fake = ScriptedSystem({"Who?": replace(found, status="not_found")})
    record = judge("f", WHO, System(fake.ask))
    assert (record.first_quote_right, record.short_em, record.short_f1) == (False, 0.0, 0.0)


@pytest.mark.parametrize(
    ("passages", "ranks"),
    [
        ([("x", "Ann won"), ("gold", "Ann won")], Ranks(answer=1, gold=2)),
        ([("gold", "Bob ran"), ("x", "Ann won")], Ranks(answer=2, gold=None)),
        ([("gold", "word " * 199 + "Ann")], Ranks(answer=1, gold=1)),
        ([("gold", "word " * 200 + "Ann")], Ranks(None, None)),
        ([], Ranks(None, None)),
    ],
)
def test_ranks_are_of_the_first_hits_that_contain_an_answer(passages: list[tuple[str, str]], ranks: Ranks) -> None:
    assert rank(WHO, hits(*passages)) == ranks


@pytest.mark.parametrize(
    ("stored", "quote", "start", "proved"),
    [
        ("Ann won.", "Ann won.", 0, True),
        ("So Ann won.", "Ann won.", 3, True),
        ("So Ann won.", "Ann won.", 2, False),
        ("Ann  won.", "Ann won.", 0, False),
        ("Ann won.", "won.", -4, False),
        ("Ann won.", "", 3, False),
        (None, "Ann won.", 0, False),
    ],
)
def test_a_quote_is_proved_by_exact_comparison_alone(stored: str | None, quote: str, start: int, proved: bool) -> None:
    cited = replace(citation(quote), quote=Quote(quote, start, start + len(quote)))
    fake = ScriptedSystem({"Who?": replace(answered("x"), citations=(cited,))})

    def article_of(article_id: str) -> Article | None:
        return None if stored is None else article(stored, article_id)

    assert judge("f", WHO, System(fake.ask, article_of=article_of)).proved == (proved,)


def test_without_search_and_articles_nothing_is_claimed_of_them() -> None:
    record = judge("f", WHO, System(ScriptedSystem().ask))
    assert (record.hits, record.ranks, record.proved) == (None, None, None)


def test_a_record_becomes_plain_json() -> None:
    fake = ScriptedSystem({"Who?": answered("Ann won.", short_answer="Ann")}, {"Who?": hits(("gold", "Ann"))})
    told = json.loads(json.dumps(judge("f", WHO, System(fake.ask, fake.search)).to_json()))
    assert told["quotes"] == ["Ann won."]
    assert told["right_quotes"] == [True]
    assert told["ranks"] == {"answer": 1, "gold": 1}
    assert told["proved"] is None
    assert told["read"] is None


def test_the_reading_is_for_the_question_as_the_answer_resolved_it() -> None:
    resolved = "Who won the race?"
    fake = ScriptedSystem(
        {"Who?": not_found(resolved_question=resolved)}, readings={resolved: reading(("Ann won. Bob ran.", "Ann won."))}
    )
    record = judge("f", WHO, System(fake.ask, read=fake.read))
    assert record.read is not None
    assert [row.quote.text for row in record.read] == ["Ann won."]


def test_the_best_sentence_leads_whatever_the_order_of_the_passages() -> None:
    told = reading(("Bob ran.", "Bob ran."), ("Ann won.", "Ann won."))
    told = replace(told, passages=tuple(replace(row, score=1.0 - row.score) for row in told.passages))
    fake = ScriptedSystem({"Who?": not_found()}, readings={"Who?": told})
    record = judge("f", WHO, System(fake.ask, read=fake.read))
    assert record.read is not None
    assert [(row.hit.rank, row.quote.text) for row in record.read] == [(2, "Ann won."), (1, "Bob ran.")]
    assert record.best_quote_right


def test_what_was_read_is_told_in_json_up_to_the_fifth_passage() -> None:
    told = reading(*[("Bob ran. Ann won.", "Ann won.")] * 7)
    fake = ScriptedSystem(readings={"Who?": told})
    rows = json.loads(json.dumps(judge("f", WHO, System(fake.ask, read=fake.read)).to_json()))["read"]
    assert len(rows) == 5
    assert rows[1] == {
        "passage": "p2",
        "article": "a1",
        "rank": 2,
        "passage_score": 0.5,
        "sentence": "Ann won.",
        "score": 0.5,
    }


@pytest.mark.parametrize(
    ("answers", "answer", "read", "right"),
    [
        (("Ann",), answered("Ann won."), None, True),
        (("Ann",), answered("Bob won."), reading(("x", "Ann won.")), False),
        (("Ann",), not_found(), reading(("x", "Ann won."), ("y", "Bob ran.")), True),
        (("Ann",), not_found(), reading(("x", "Bob ran."), ("y", "Ann won.")), False),
        (("Ann",), not_found(), reading(("x", "word " * 60 + "Ann")), False),
        (("Ann",), not_found(), None, None),
        # A reader that does not tell what it read, and one that had nothing to read.
        (("Ann",), not_found(), Reading((), 0.1), None),
        (("Ann",), not_found(), Reading((), 0.0), False),
        ((), not_found(), None, False),
        ((), answered("Ann won."), reading(("x", "Ann won.")), False),
    ],
)
def test_a_withheld_quote_is_judged_where_it_is_known(
    answers: tuple[str, ...], answer: Answer, read: Reading | None, right: bool | None
) -> None:
    fake = ScriptedSystem({"Who?": answer}, readings={"Who?": read} if read else {})
    system = System(fake.ask, read=fake.read if read else None)
    assert judge("f", EvalQuestion("1", "Who?", answers), system).best_quote_right is right
