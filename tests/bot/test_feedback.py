"""What people said of answers is told to a person and to a program, and nobody's text gets out of its line."""

from __future__ import annotations

import io
import json
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from rich.console import Console

from bot.cli import run
from bot.discord_bot.store import ConversationStore, Feedback
from bot.feedback import feedback_to_json, render_feedback
from corpus.types import ArticleInfo
from retrieval.citing import withdraw
from retrieval.types import Answer, AnswerSentence, Citation, IndexInfo, Json, Quote

AT = datetime(2026, 11, 22, 14, 3, tzinfo=UTC)
INDEX = IndexInfo("g1", datetime(2024, 1, 1, tzinfo=UTC), articles=1, passages=1, newest_published=None)
TEXT = "Talks began in Moscow."


def answered(question: str = "Where?", text: str = TEXT) -> Answer:
    quote = Quote(text, 0, len(text))
    citations = tuple(
        Citation(n, quote, ArticleInfo(id_, "0" * 64), "p", 0.5, n) for n, id_ in ((1, "b"), (2, "a"), (3, "b"))
    )
    sentences = (AnswerSentence(text, (1, 2, 3)),)
    return Answer(question, "answered", "reader", sentences, citations, 0.9, INDEX, resolved_question="Where, in 2017?")


NOT_FOUND = Answer("Why?", "not_found", "reader", (), (), 0.1, INDEX)
WRONG = Feedback(AT, "wrong", "wrong source", "Not this round.", answered(), claim=False)
HELPFUL = Feedback(AT, "helpful", None, "", NOT_FOUND, claim=True)


def shown(*feedback: Feedback) -> str:
    out = io.StringIO()
    Console(file=out, width=200).print(render_feedback(feedback))
    return out.getvalue()


def test_a_person_sees_each_vote_with_its_answer_and_how_many_there_are() -> None:
    assert [line.rstrip() for line in shown(WRONG, HELPFUL).splitlines()] == [
        "Wrong (wrong source) · 2026-11-22 14:03 UTC",
        "  Note: Not this round.",
        "  Question: Where?",
        "  Understood as: Where, in 2017?",
        "  Answer: Talks began in Moscow. [1][2][3]",
        "  Articles: b, a",
        "  confidence 0.90 · generation g1",
        "",
        "Helpful · 2026-11-22 14:03 UTC",
        "  Claim: Why?",
        "  Answer: Not in the archive.",
        "  confidence 0.10 · generation g1",
        "",
        "1 helpful, 1 wrong.",
    ]


def test_a_person_sees_which_articles_of_an_answer_were_withdrawn_and_no_word_of_them() -> None:
    part, all_of_it = (
        replace(WRONG, answer=withdraw(answered(), gone), note="", reason=None) for gone in (["a"], ["a", "b"])
    )
    assert [line.rstrip() for line in shown(part, all_of_it).splitlines()] == [
        "Wrong · 2026-11-22 14:03 UTC",
        "  Question: Where?",
        "  Understood as: Where, in 2017?",
        "  Answer: Talks began in Moscow. [1][3]",
        "  Articles: b",
        "  Withdrawn: a",
        "  confidence 0.90 · generation g1",
        "",
        "Wrong · 2026-11-22 14:03 UTC",
        "  Question: Where?",
        "  Understood as: Where, in 2017?",
        "  Answer: Withdrawn.",
        "  Withdrawn: a, b",
        "  confidence 0.90 · generation g1",
        "",
        "0 helpful, 2 wrong.",
    ]
    told = feedback_to_json([all_of_it])["feedback"][0]
    assert (told["withdrawn"], told["text"], told["articles"], told["citations"]) == (["a", "b"], "", [], [])


@pytest.mark.parametrize("evil", ["\x1b[31mred", "line\nbreak", "\u202ereversed", "[bold]markup[/bold]"])
def test_foreign_text_stays_on_its_line_and_moves_no_cursor(evil: str) -> None:
    text = shown(Feedback(AT, "wrong", evil, evil, answered(evil, evil), claim=False))
    assert len(text.splitlines()) == len(shown(WRONG).splitlines())
    assert "\x1b" not in text
    assert "\u202e" not in text
    assert "[bold]" in text or "markup" not in evil


def test_the_json_has_every_key_of_the_contract() -> None:
    told = feedback_to_json([WRONG, HELPFUL])
    assert (told["helpful"], told["wrong"]) == (1, 1)
    wrong, helpful = told["feedback"]
    quotes = wrong.pop("citations")
    assert [(one["number"], one["quote"], one["start"], one["end"]) for one in quotes] == [
        (one.number, one.quote.text, one.quote.start, one.quote.end) for one in WRONG.answer.citations
    ]
    assert wrong == {
        "at": "2026-11-22T14:03:00+00:00",
        "vote": "wrong",
        "reason": "wrong source",
        "note": "Not this round.",
        "question": "Where?",
        "resolved_question": "Where, in 2017?",
        "claim": False,
        "status": "answered",
        "text": "Talks began in Moscow. [1][2][3]",
        "confidence": 0.9,
        "generation": "g1",
        "articles": ["b", "a"],
        "withdrawn": [],
    }
    assert (helpful["status"], helpful["text"], helpful["articles"], helpful["claim"]) == ("not_found", "", [], True)


Command = Callable[..., tuple[int, str, str]]


@pytest.fixture
def feedback(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Command:
    def command(*options: str) -> tuple[int, str, str]:
        code = run(["--data-dir", str(tmp_path / "data"), "feedback", *options])
        return (code, *capsys.readouterr())

    return command


def as_json(said: tuple[int, str, str]) -> Json:
    code, out, err = said
    assert (code, err) == (0, "")
    (line,) = out.splitlines()
    told: Json = json.loads(line)
    return told


def test_where_nothing_was_ever_kept_the_command_says_so_and_makes_nothing(feedback: Command, tmp_path: Path) -> None:
    assert feedback() == (0, "Nobody has voted on an answer yet.\n", "")
    assert as_json(feedback("--json")) == {"helpful": 0, "wrong": 0, "feedback": []}
    assert not (tmp_path / "data").exists()


def test_the_command_reads_beside_a_bot_that_runs(feedback: Command, tmp_path: Path) -> None:
    with closing(ConversationStore(tmp_path / "data" / "conversations.sqlite", bytes(32))) as store:
        assert as_json(feedback("--json")) == {"helpful": 0, "wrong": 0, "feedback": []}
        for question in ("First?", "Second?"):
            id_ = store.keep(answered(question), person=1, place=2, private=False, parent=None).id
            store.vote(id_, 1, "helpful")
        told = as_json(feedback("--json"))
        assert (told["helpful"], [entry["question"] for entry in told["feedback"]]) == (2, ["Second?", "First?"])
        _, out, _ = feedback()
        assert out.index("Second?") < out.index("First?")
        assert store.vote(id_, 1, "wrong") == "changed"
    assert as_json(feedback("--json"))["wrong"] == 1


def test_a_damaged_file_is_one_sentence_or_the_contract_s_error(feedback: Command, tmp_path: Path) -> None:
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "conversations.sqlite").write_bytes(b"no database" * 100)
    code, out, err = feedback()
    assert (code, out) == (1, "")
    assert "cannot be read or kept: file is not a database" in err
    code, out, _ = feedback("--json")
    assert (code, json.loads(out)["error"]["type"]) == (1, "ConversationsUnusable")


def test_it_loads_no_model_no_index_and_no_discord(tmp_path: Path) -> None:
    heavy = {"chromadb", "discord", "langchain_core", "numpy", "onnxruntime", "tokenizers", "torch"}
    code = (
        "import sys; from bot.cli import run; run(['--data-dir', sys.argv[1], 'feedback', '--json']); "
        f"print(*{heavy} & sys.modules.keys())"
    )
    command = [sys.executable, "-c", code, str(tmp_path)]
    said = subprocess.check_output(command, cwd=Path(__file__).parents[2], text=True).splitlines()
    assert said == ['{"helpful": 0, "wrong": 0, "feedback": []}', ""]
