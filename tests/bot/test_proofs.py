"""Saved answers are read back and proved again, against what is served now."""

from __future__ import annotations

import hashlib
import io
import json
import sys
from collections.abc import Callable, Collection
from datetime import UTC, datetime
from pathlib import Path

import pytest
from rich.console import Console

from bot.proofs import Proof, proofs_of, proofs_to_json, render_proofs
from config.errors import AnswerFormatError, DatelineError
from corpus.types import Article, ArticleInfo
from retrieval.serialise import answer_to_json
from retrieval.types import Answer, AnswerSentence, Citation, IndexInfo, Json, Quote

INDEX = IndexInfo("g1", datetime(2024, 1, 1, tzinfo=UTC), articles=1, passages=1, newest_published=None)
TEXT = "Talks began in Moscow. Snow fell in Kabul."
QUOTE = "Talks began in Moscow."


def article(text: str = TEXT) -> Article:
    return Article(ArticleInfo("a", hashlib.sha256(text.encode()).hexdigest()), text)


def serving(text: str | None) -> Callable[[str], Article | None]:
    return lambda id_: article(text) if id_ == "a" and text is not None else None


def saved(question: str = "Where?", quote: str = QUOTE) -> Json:
    start = TEXT.find(quote)
    citation = Citation(1, Quote(quote, start, start + len(quote)), article().info, "a@0-22", 0.5, 1)
    sentence = AnswerSentence(quote, (1,))
    return answer_to_json(Answer(question, "answered", "reader", (sentence,), (citation,), 0.9, INDEX))


def not_found() -> Json:
    return answer_to_json(Answer("Why?", "not_found", "reader", (), (), 0.1, INDEX))


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "answers.json"


def prove(file: Path, *rows: Json | str, text: str | None = TEXT, withdrawn: Collection[str] = ()) -> list[Proof]:
    lines = (row if isinstance(row, str) else json.dumps(row, ensure_ascii=False) for row in rows)
    file.write_text("\n".join(lines), encoding="utf-8")
    return proofs_of(str(file), serving(text), withdrawn)


def test_a_saved_answer_is_proved(file: Path) -> None:
    (proof,) = prove(file, saved())
    assert proof.holds
    assert proof.id is None


def test_a_single_answer_may_be_spread_over_lines(file: Path) -> None:
    (proof,) = prove(file, json.dumps(saved(), indent=2))
    assert proof.holds


def test_every_line_of_a_batch_is_proved_under_its_id_and_errors_are_passed_over(file: Path) -> None:
    error = {"id": 2, "error": {"type": "UsageError", "message": "m", "next_step": "n"}}
    proofs = prove(file, {"id": "x", **saved()}, "", error, {"id": 3, **not_found()})
    assert [(proof.id, proof.holds) for proof in proofs] == [("x", True), (3, True)]


@pytest.mark.parametrize(
    ("change", "text", "status"),
    [
        ({}, None, "missing article"),
        ({}, TEXT + " More.", "changed"),
        ({"quote": "Talks ended in Moscow."}, TEXT, "false"),
        ({"start": 1}, TEXT, "false"),
    ],
)
def test_what_does_not_hold_is_told_for_what_it_is(change: Json, text: str | None, status: str, file: Path) -> None:
    row = saved()
    row["citations"][0].update(change)
    (proof,) = prove(file, row, text=text)
    assert not proof.holds
    assert proof.findings[0].status == status


@pytest.mark.parametrize("text", [TEXT, None, TEXT + " More."], ids=["still served", "gone", "changed"])
def test_an_article_that_was_taken_down_is_named_as_withdrawn_whatever_is_served(text: str | None, file: Path) -> None:
    told = proofs_to_json(prove(file, saved(), text=text, withdrawn={"a", "b"}))
    assert (told["ok"], told["answers"][0]["ok"]) == (False, False)
    message = "Article 'a' was withdrawn from the archive; it should not be quoted any more."
    assert told["answers"][0]["findings"] == [{"status": "withdrawn", "citation": 1, "message": message}]
    said = shown(prove(file, saved(), saved("When?"), text=text, withdrawn={"a"}))
    assert said.count(f"  ✗ [1] {message}\n") == 2
    assert said.endswith("0 of 2 answers proved.\n")


def test_other_articles_that_were_taken_down_change_nothing(file: Path) -> None:
    (proof,) = prove(file, saved(), withdrawn={"b"})
    assert proof.holds


def test_a_text_that_says_more_than_its_sentences_does_not_hold(file: Path) -> None:
    (proof,) = prove(file, {**saved(), "text": "War began. [1]"})
    assert not proof.holds


@pytest.mark.parametrize("char", ["\u2028", "\u2029", "\x85", "\x0b", "\x1c"])
def test_a_line_end_of_unicode_inside_an_answer_does_not_end_its_line(char: str, file: Path) -> None:
    row = saved(question=f"Where{char}?")
    assert [proof.answer.question for proof in prove(file, {"id": 1, **row}, {"id": 2, **row})] == [
        f"Where{char}?",
        f"Where{char}?",
    ]


def test_a_mark_at_the_start_of_the_file_is_no_part_of_it(file: Path) -> None:
    file.write_text(json.dumps(saved()), encoding="utf-8-sig")
    assert proofs_of(str(file), serving(TEXT), ())[0].holds


def test_a_dash_is_the_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.StringIO(json.dumps(saved())))
    assert proofs_of("-", serving(TEXT), ())[0].holds


@pytest.mark.parametrize(
    ("content", "complaint"),
    [
        ("", "holds no answer"),
        ("\n\n", "holds no answer"),
        ('{"error": {"type": "UsageError"}}', "holds no answer"),
        ("no JSON", "answers.json:1 is not JSON"),
        ("[]\n{", "a saved answer is a JSON object"),
        ("[1, 2]", "a saved answer is a JSON object"),
        ("{}", "the answer has no"),
        ('{"question": "Where?", "citations": []}', "the answer has no"),
        (b"\xff\xfe\x00", "cannot be read"),
    ],
)
def test_what_is_no_answer_is_refused(content: str | bytes, complaint: str, file: Path) -> None:
    file.write_bytes(content if isinstance(content, bytes) else content.encode())
    with pytest.raises(DatelineError, match=complaint):
        proofs_of(str(file), serving(TEXT), ())


def test_a_file_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(AnswerFormatError, match=r"none.json cannot be read: no such file"):
        proofs_of(str(tmp_path / "none.json"), serving(TEXT), ())


def shown(proofs: list[Proof]) -> str:
    out = io.StringIO()
    Console(file=out, width=200).print(render_proofs(proofs))
    return out.getvalue()


def test_a_person_sees_each_question_its_verdicts_and_how_many_hold(file: Path) -> None:
    false = saved("When?")
    false["citations"][0]["start"] = 1
    text = shown(prove(file, saved("Where?"), false, not_found()))
    where, when, why = text.index("Where?"), text.index("When?"), text.index("Why?")
    assert "✓ [1]" in text[where:when]
    assert "✗ [1]" in text[when:why]
    assert "Nothing was claimed" in text[why:]
    assert text.endswith("2 of 3 answers proved.\n")


def test_the_json_says_what_holds_and_what_was_found(file: Path) -> None:
    told = proofs_to_json(prove(file, {"id": "x", **saved()}, text=None))
    assert told["ok"] is False
    (answer,) = told["answers"]
    assert (answer["id"], answer["question"], answer["ok"]) == ("x", "Where?", False)
    assert answer["findings"][0]["status"] == "missing article"
    assert json.loads(json.dumps(told)) == told
