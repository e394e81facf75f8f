"""A conversation in a terminal: what a line does, and that an error does not end it."""

from __future__ import annotations

import io
import subprocess
import sys
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from rich.console import RenderableType
from rich.text import Text

from bot.chat import Chat
from config.errors import IndexDamaged, UsageError
from corpus.types import ArticleInfo
from retrieval.types import Answer, AnswerSentence, Citation, Filters, IndexInfo, Question, Quote

INDEX = IndexInfo("g1", datetime(2024, 1, 1, tzinfo=UTC), articles=1, passages=1, newest_published=None)
ROOT = Path(__file__).parents[2]
EDITS = """
import pathlib, readline, sys
from bot.chat import _line_editing
_line_editing(pathlib.Path(sys.argv[1]))
readline.add_history("Who?")
"""
FILTERS = Filters(since=date(2021, 1, 1))


class Scripted:
    """Answers every question with "It says <question>", keeps the questions, and fails where it is told to."""

    def __init__(self) -> None:
        self.asked: list[Question] = []
        self.sources_fail = False
        self.rendering_fails = False
        self.withdrawn: set[str] = set()

    def ask(self, question: Question) -> Answer:
        self.asked.append(question)
        if question.text == "fail":
            raise UsageError("the question is empty")
        if question.text == "interrupt":
            raise KeyboardInterrupt
        words = f"It says {question.text}."
        # Each answer from an article of its own, whose id is the question.
        citation = Citation(1, Quote(words, 0, len(words)), ArticleInfo(question.text, "0" * 64), "p", 0.5, 1)
        sentence = AnswerSentence(words, (1,))
        return Answer(
            question.text, "answered", "reader", (sentence,), (citation,), 0.9, INDEX, resolved_question="resolved"
        )

    def render(self, answer: Answer) -> RenderableType:
        if self.rendering_fails:
            raise IndexDamaged("g1", "a part is missing")
        return Text(answer.text)

    def sources(self, answer: Answer) -> RenderableType:
        if self.sources_fail:
            raise IndexDamaged("g1", "a part is missing")
        return Text(f"sources of {answer.question}")


@pytest.fixture
def scripted() -> Scripted:
    return Scripted()


@pytest.fixture
def chat(scripted: Scripted) -> Chat:
    return Chat(scripted.ask, scripted.render, scripted.sources, FILTERS, lambda: scripted.withdrawn)


def take(chat: Chat, capsys: pytest.CaptureFixture[str], *lines: str) -> tuple[str, str]:
    """What the last of `lines` shows, on standard output and on standard error."""
    for line in lines:
        capsys.readouterr()
        chat.take(line)
    return capsys.readouterr()


def test_a_question_shows_its_answer(chat: Chat, capsys: pytest.CaptureFixture[str]) -> None:
    assert take(chat, capsys, "Who?") == ("It says Who?. [1]\n", "")


def test_a_question_knows_all_that_was_said_before(
    chat: Chat, scripted: Scripted, capsys: pytest.CaptureFixture[str]
) -> None:
    take(chat, capsys, "Who?", "And he?")
    first, second = scripted.asked
    assert first.history == ()
    assert [(turn.question, turn.answer, turn.resolved_question) for turn in second.history] == [
        ("Who?", "It says Who?. [1]", "resolved")
    ]
    assert {first.filters, second.filters} == {FILTERS}


def test_new_forgets_what_came_before(chat: Chat, scripted: Scripted, capsys: pytest.CaptureFixture[str]) -> None:
    out, err = take(chat, capsys, "Who?", "/new", "And he?", "/new", "/sources")
    assert scripted.asked[-1].history == ()
    assert (out, err) == ("", "There is no answer yet.\n")


def test_sources_are_those_of_the_last_answer(chat: Chat, capsys: pytest.CaptureFixture[str]) -> None:
    assert take(chat, capsys, "Who?", "When?", "/sources") == ("sources of When?\n", "")


def test_what_is_withdrawn_meanwhile_is_not_shown_again_and_not_gone_on_from(
    chat: Chat, scripted: Scripted, capsys: pytest.CaptureFixture[str]
) -> None:
    take(chat, capsys, "Who?", "And he?")
    scripted.withdrawn.add("Who?")
    assert take(chat, capsys, "/sources") == ("sources of And he?\n", "")  # another article's
    take(chat, capsys, "When?")
    assert [(turn.question, turn.answer, turn.resolved_question) for turn in scripted.asked[-1].history] == [
        ("Who?", "", "resolved"),
        ("And he?", "It says And he?. [1]", None),  # it was understood from the first answer
    ]
    take(chat, capsys, "Where?")
    assert scripted.asked[-1].history[-1].resolved_question == "resolved"  # and this one from what is left


def test_sources_of_a_withdrawn_answer_are_one_sentence(
    chat: Chat, scripted: Scripted, capsys: pytest.CaptureFixture[str]
) -> None:
    take(chat, capsys, "Who?")
    scripted.withdrawn.add("Who?")
    said = "The article behind this answer was withdrawn from the archive; what it said is not shown any more.\n"
    assert take(chat, capsys, "/sources") == ("", said)


def test_what_is_withdrawn_while_a_question_is_worked_on_is_not_shown(
    chat: Chat, scripted: Scripted, capsys: pytest.CaptureFixture[str]
) -> None:
    scripted.withdrawn.add("Who?")
    assert take(chat, capsys, "Who?") == ("\n", "")


def test_sources_before_the_first_answer_say_that_there_is_none(chat: Chat, capsys: pytest.CaptureFixture[str]) -> None:
    assert take(chat, capsys, "/sources") == ("", "There is no answer yet.\n")


def test_an_error_is_shown_and_is_no_turn(chat: Chat, scripted: Scripted, capsys: pytest.CaptureFixture[str]) -> None:
    out, err = take(chat, capsys, "fail")
    assert out == ""
    assert err.startswith("The question is empty.")
    take(chat, capsys, "Who?")
    assert scripted.asked[-1].history == ()


@pytest.mark.parametrize("broken", ["sources_fail", "rendering_fails"])
def test_an_error_while_showing_keeps_the_chat_alive(
    broken: str, chat: Chat, scripted: Scripted, capsys: pytest.CaptureFixture[str]
) -> None:
    take(chat, capsys, "Who?")
    setattr(scripted, broken, True)
    _, err = take(chat, capsys, "/sources" if broken == "sources_fail" else "When?")
    assert "damaged" in err
    setattr(scripted, broken, False)
    assert take(chat, capsys, "Where?")[0] == "It says Where?. [1]\n"


def test_an_unknown_command_is_no_question(chat: Chat, scripted: Scripted, capsys: pytest.CaptureFixture[str]) -> None:
    assert take(chat, capsys, "/source now") == ("", "There is no command /source; /help lists them.\n")
    assert scripted.asked == []


def test_help_names_every_command(chat: Chat, capsys: pytest.CaptureFixture[str]) -> None:
    out, _ = take(chat, capsys, "/help")
    assert [line.split()[0] for line in out.splitlines() if line.startswith("/")] == [
        "/sources",
        "/new",
        "/help",
        "/quit",
    ]


@pytest.mark.parametrize("typed", ["Who?\n\n  \nWhen?\n/quit\nnever\n", "Who?\nWhen?\n"])
def test_a_chat_goes_on_until_quit_or_the_end_of_the_input(
    typed: str, chat: Chat, scripted: Scripted, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "stdin", io.StringIO(typed))
    assert chat.run(tmp_path / "history") == 0
    assert [question.text for question in scripted.asked] == ["Who?", "When?"]


def test_without_a_terminal_no_prompt_stands_among_the_answers(
    chat: Chat, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "stdin", io.StringIO("Who?\n"))
    chat.run(tmp_path / "history")
    assert capsys.readouterr() == ("It says Who?. [1]\n", "")


def test_ctrl_c_gives_up_a_question_and_not_the_conversation(
    chat: Chat, scripted: Scripted, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys.stdin, "isatty", lambda: True)
    assert take(chat, capsys, "Who?", "interrupt") == ("", "That question is given up. /quit leaves.\n")
    take(chat, capsys, "And he?")
    assert [turn.question for turn in scripted.asked[-1].history] == ["Who?"]


def test_ctrl_c_ends_a_conversation_that_no_person_types(chat: Chat, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys.stdin, "isatty", lambda: False)
    with pytest.raises(KeyboardInterrupt):
        chat.take("interrupt")


def test_a_history_that_cannot_be_kept_disturbs_nobody(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("no folder")
    done = subprocess.run(
        [sys.executable, "-c", EDITS, str(tmp_path / "file" / "history")], cwd=ROOT, capture_output=True, text=True
    )
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    kept = tmp_path / "folder" / "history"
    subprocess.run([sys.executable, "-c", EDITS, str(kept)], cwd=ROOT, check=True)
    assert kept.read_text() == "Who?\n"
