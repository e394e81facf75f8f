"""The commands as a person and as another program use them, on the real chain and the shipped articles."""

from __future__ import annotations

import gzip
import json
import os
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from bot.assembly import Dateline
from bot.cli import run

ENVOY = "Who is the Kremlin's envoy to Afghanistan?"
NOWHERE = "Who won the 2018 FIFA World Cup?"
ROOT = Path(__file__).parents[2]


class Said:
    """A command's exit code and what it wrote."""

    def __init__(self, code: int, out: str, err: str) -> None:
        self.code, self.out, self.err = code, out, err

    @property
    def json(self) -> dict[str, Any]:
        lines = self.out.splitlines()
        assert len(lines) == 1, "one JSON object on standard output, and nothing else"
        value = json.loads(lines[0])
        assert isinstance(value, dict)
        return value


Command = Callable[..., Said]


@pytest.fixture
def dateline(shipped: Dateline, capsys: pytest.CaptureFixture[str]) -> Command:
    """Runs a command on the index of the shipped articles, in this process."""

    def command(*arguments: str) -> Said:
        code = run(["--data-dir", str(shipped.settings.data_dir), *arguments])
        return Said(code, *capsys.readouterr())

    return command


def test_an_answer_shows_its_quotes_sources_dates_and_where_to_read_on(dateline: Command) -> None:
    said = dateline("ask", ENVOY)
    assert said.code == 0
    for part in ("Zamir Kabulov", "[1]", "The Moscow Times", "7 October 2021", "dateline show ", "Archive: 2 articles"):
        assert part in said.out


def test_what_is_not_in_the_archive_exits_with_3_and_offers_the_nearest(dateline: Command) -> None:
    said = dateline("ask", NOWHERE)
    assert said.code == 3
    assert said.out.startswith("Not in the archive.")
    assert "nearest passages" in said.out


def test_json_has_every_key_of_the_contract(dateline: Command) -> None:
    answer = dateline("ask", ENVOY, "--json").json
    assert {
        *("question", "resolved_question", "status", "answered_by", "text", "short_answer", "confidence", "sentences"),
        *("citations", "nearest", "usage", "index", "timings_ms"),
    } <= answer.keys()
    citation = answer["citations"][0]
    assert {
        *("number", "article_id", "title", "outlet", "url", "published", "published_from", "passage_id", "quote"),
        *("start", "end", "article_sha256", "score", "quote_dates"),
    } <= citation.keys()
    assert {"total", "embed"} <= answer["timings_ms"].keys()


def test_a_citation_can_be_checked_with_show(dateline: Command) -> None:
    citation = dateline("ask", ENVOY, "--json").json["citations"][0]
    article = dateline("show", citation["article_id"], "--json").json
    assert article["text"][citation["start"] : citation["end"]] == citation["quote"]
    assert article["sha256"] == citation["article_sha256"]


def test_the_first_article_keeps_its_links_and_its_mended_sentence(dateline: Command) -> None:
    article = dateline("show", "000_fb3d9519ca0be116", "--json").json
    assert "so-called “Moscow format” talks" in str(article["text"])
    assert "https://ria.ru/20211007/afganistan-1753484753.html" in article["links"]


def test_a_window_leaves_the_undated_article_out_and_counts_it(dateline: Command) -> None:
    answer = dateline("ask", ENVOY, "--since", "2021-10", "--json").json
    assert {citation["article_id"] for citation in answer["citations"]} == {"000_fb3d9519ca0be116"}
    assert answer["left_out_undated"] == 1


@pytest.mark.parametrize(
    ("options", "hits"),
    [
        (("--until", "2021-10-06"), 0),
        (("--since", "2021-10-07", "--until", "2021-10-07"), 1),
        (("--as-of", "2021-10-06"), 0),
        (("--as-of", "2021-10-07"), 1),
        (("--outlet", "the moscow TIMES"), 1),
        (("--outlet", "Nobody's Gazette"), 0),
    ],
)
def test_filters_hold_for_search(dateline: Command, options: tuple[str, ...], hits: int) -> None:
    found = dateline("search", "Taliban talks", *options, "--json").json["hits"]
    assert len({hit["article_id"] for hit in found}) == hits


def test_as_of_a_day_is_said_and_leaves_the_undated_article_out(dateline: Command) -> None:
    limit = "As of 7 October 2021: only articles published by then · 1 article without a date left out"
    said = dateline("ask", ENVOY, "--as-of", "2021-10-07")
    assert limit in said.out
    assert "date unknown" not in said.out
    assert limit in dateline("search", "Taliban talks", "--as-of", "2021-10-07").out
    found = dateline("search", "Taliban talks", "--as-of", "2021-10-07", "--json").json
    assert (found["filters"]["as_of"], found["left_out_undated"]) == ("2021-10-07", 1)


def test_the_words_of_a_quote_carry_their_days(dateline: Command) -> None:
    answer = dateline("ask", "What did RIA Novosti report last month?", "--json").json
    (cited,) = answer["citations"]
    (dated,) = cited["quote_dates"]
    assert (dated["text"], dated["from"], dated["to"]) == ("last month", "2021-09-01", "2021-09-30")
    article = dateline("show", cited["article_id"], "--json").json
    assert article["text"][dated["start"] : dated["end"]] == "last month"


def test_search_json_is_that_of_the_contract(dateline: Command) -> None:
    found = dateline("search", "Moscow format", "-k", "2", "--json").json
    assert found.keys() >= {"query", "hits", "index"}
    assert [hit["rank"] for hit in found["hits"]] == [1, 2]


def test_many_questions_give_a_line_each_and_a_bad_line_stops_nothing(dateline: Command, tmp_path: Path) -> None:
    file = tmp_path / "questions.jsonl"
    file.write_text(
        json.dumps({"id": "a", "question": ENVOY})
        + "\nnot json\n\n"
        + json.dumps({"id": "b", "question": ""})
        + "\n"
        + json.dumps(
            {
                "id": "c",
                "question": "And the second one?",
                "history": ["When did the first round of the Moscow format take place?"],
            }
        )
        + "\n",
        encoding="utf-8",
    )
    said = dateline("ask", "--jsonl", str(file))
    rows = [json.loads(line) for line in said.out.splitlines()]
    assert said.code == 0
    assert [row["id"] for row in rows] == ["a", 2, "b", "c"]
    assert ["error" in row for row in rows] == [False, True, True, False]
    assert rows[3]["resolved_question"] == "When did the second round of the Moscow format take place?"


def test_a_saved_answer_is_proved_again_and_a_changed_one_is_not(dateline: Command, tmp_path: Path) -> None:
    saved = tmp_path / "answer.json"
    saved.write_text(dateline("ask", ENVOY, "--json").out, encoding="utf-8")
    assert dateline("verify", str(saved)).code == 0
    saved.write_text(saved.read_text(encoding="utf-8").replace("Kabulov", "Kabulow"), encoding="utf-8")
    said = dateline("verify", str(saved), "--json")
    assert said.code == 1
    assert said.json["ok"] is False


def test_status_says_what_is_served(dateline: Command) -> None:
    status = dateline("status", "--json").json
    assert status["ok"] is True
    assert status["index"]["articles"] == 2
    assert dateline("status").out.rstrip().endswith("All is well.")


@pytest.mark.parametrize(
    ("question", "reason"),
    [
        ("", "the question is empty"),
        (" \t ", "the question is empty"),
        ("?!", "the question holds no word"),
        ("x" * 100_000, "the question has 100,000 characters"),
        ("who\x00 is", "the question holds control characters"),
        ("who \x1b[31m is", "the question holds control characters"),
    ],
)
def test_a_question_that_cannot_be_used_gets_one_clear_line(dateline: Command, question: str, reason: str) -> None:
    said = dateline("ask", question)
    assert said.code == 2
    assert said.out == ""
    assert len(said.err.splitlines()) == 1
    assert reason in said.err.lower()


@pytest.mark.parametrize(
    "arguments",
    [
        ("ask",),
        ("ask", "a question", "--since", "2021-13"),
        ("ask", "a question", "--since", "2022", "--until", "2021"),
        ("ask", "a question", "--until", "2021", "--as-of", "2021"),
        ("search", "words", "--as-of", "now"),
        ("ask", "a question", "--no-such-option"),
        ("no-such-command",),
        ("search", "words", "-k", "0"),
        ("show", "000_fb3d9519ca0be116", "--at", "5:1"),
    ],
)
def test_wrong_usage_exits_with_2_and_one_line(dateline: Command, arguments: tuple[str, ...]) -> None:
    said = dateline(*arguments)
    assert said.code == 2
    assert said.out == ""
    assert len(said.err.splitlines()) == 1


def test_a_file_without_answers_cannot_be_verified(dateline: Command) -> None:
    said = dateline("verify", "no-such-file.json")
    assert (said.code, said.out, len(said.err.splitlines())) == (1, "", 1)


def test_an_outlet_that_is_nearly_right_is_named(dateline: Command) -> None:
    assert "Did you mean The Moscow Times?" in dateline("ask", ENVOY, "--outlet", "Moscow Times").err


def test_an_unknown_article_says_where_ids_come_from(dateline: Command) -> None:
    said = dateline("show", "no-such-article")
    assert said.code == 1
    assert "dateline search" in said.err


def test_a_failure_with_json_is_the_contracts_object(dateline: Command) -> None:
    error = dateline("show", "no-such-article", "--json").json["error"]
    assert error.keys() == {"type", "message", "next_step"}


def test_the_first_question_builds_the_shipped_index_and_says_so(
    data_dir: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["--data-dir", str(data_dir), "ask", ENVOY, "--json"]) == 0
    said = Said(0, *capsys.readouterr())
    assert said.json["index"]["articles"] == 2
    assert "no index yet" in said.err


def test_a_rebuild_names_what_it_skipped_and_a_plain_one_uses_the_same_corpus(
    data_dir: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    archive = tmp_path / "archive.jsonl.gz"
    with gzip.open(archive, "wt", encoding="utf-8") as lines:
        lines.write(
            '{"id": "a", "text": "The harbour was closed on Monday.", "published": "2021-02-30"}\n{"id": "b"}\n'
        )
    command = ["--data-dir", str(data_dir), "rebuild", "--json"]
    assert run([*command, "--corpus", str(archive)]) == 0
    first = Said(0, *capsys.readouterr())
    assert [row["line"] for row in first.json["skipped"]] == [2]
    assert run(command) == 0
    second = Said(0, *capsys.readouterr())
    assert (second.json["articles"], second.json["added"], second.json["changed"]) == (1, 0, 0)
    assert run([*command, "--strict"]) == 1


def test_eval_counts_a_file_and_compares_the_searches(dateline: Command, tmp_path: Path) -> None:
    file = tmp_path / "questions.jsonl"
    rows = [
        {"id": "1", "question": ENVOY, "answers": ["Zamir Kabulov"]},
        {"id": "2", "question": NOWHERE, "answers": []},
    ]
    file.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    figures = dateline("eval", str(file), "--json").json["total"]["figures"]
    assert figures["verified"]["value"] == 1.0
    assert figures["refused"]["value"] == 1.0
    assert "fused" in dateline("eval", "--search", str(file)).out


@pytest.fixture
def questions(tmp_path: Path) -> Path:
    file = tmp_path / "questions.jsonl"
    rows = [
        {"id": "1", "question": ENVOY, "answers": ["Zamir Kabulov"]},
        {"id": "2", "question": NOWHERE, "answers": []},
        {"id": "3", "question": "Where did the harbour open?", "answers": ["<Nowhere>"]},
    ]
    file.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    return file


def test_eval_writes_a_report_of_the_same_figures_beside_its_json(
    dateline: Command, questions: Path, tmp_path: Path
) -> None:
    report = tmp_path / "report.html"
    said = dateline("eval", str(questions), "--report", str(report), "--json")
    page = report.read_text(encoding="utf-8")
    assert said.code == 0
    assert f"{said.json['total']['figures']['quote@1']['value']:.3f}".lstrip("0") in page
    assert [row["read"] for row in said.json["records"]] != []
    assert "reader.min_confidence" in page
    assert "&lt;Nowhere&gt;" in page
    assert "The report is in" in said.err
    assert sorted(path.name for path in tmp_path.iterdir()) == ["questions.jsonl", "report.html"]


def test_a_report_that_cannot_be_written_is_told_before_anything_is_built_or_asked(
    data_dir: Path, questions: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    missing = questions.parent / "missing" / "report.html"
    code = run(["--data-dir", str(data_dir), "eval", str(questions), "--report", str(missing)])
    [line] = capsys.readouterr().err.splitlines()
    assert code == 2
    assert f"{missing} cannot be written: no such file or directory." in line
    assert not (data_dir / "generations").exists()


def test_a_report_is_not_written_over_the_questions(dateline: Command, questions: Path) -> None:
    before = questions.read_text(encoding="utf-8")
    assert dateline("eval", str(questions), "--report", str(questions)).code == 2
    assert questions.read_text(encoding="utf-8") == before


def test_a_comparison_of_searches_has_no_report(dateline: Command, questions: Path, tmp_path: Path) -> None:
    said = dateline("eval", "--search", str(questions), "--report", str(tmp_path / "r.html"))
    assert said.code == 2
    assert "--search" in said.err
    assert not (tmp_path / "r.html").exists()


def test_a_chat_understands_a_follow_up(
    dateline: Command, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    lines = iter(
        ["When did the first round of the Moscow format take place?", "And the second one?", "/sources", "/quit"]
    )
    monkeypatch.setattr("builtins.input", lambda prompt: next(lines))
    said = dateline("chat")
    assert said.code == 0
    assert "Understood as: When did the second round of the Moscow format take place?" in said.out


def test_no_colour_reaches_a_pipe_and_no_color_is_honoured(shipped: Dateline) -> None:
    command = [sys.executable, "-c", "import sys; from bot.cli import main; main()"]
    arguments = ["--data-dir", str(shipped.settings.data_dir), "ask", ENVOY]
    environment = {**os.environ, "NO_COLOR": "1", "PYTHONPATH": str(ROOT), "COLUMNS": "80"}
    said = subprocess.run([*command, *arguments], capture_output=True, text=True, env=environment, check=True)
    assert "\x1b" not in said.stdout + said.stderr


def test_a_question_imports_nothing_heavy(shipped: Dateline) -> None:
    code = (
        "import sys; from bot.cli import run\n"
        "assert run(sys.argv[1:]) == 0\n"
        "print([m for m in ('torch', 'transformers', 'sentence_transformers', 'sklearn', 'discord', 'langchain',"
        " 'scipy', 'dateutil.parser', 'sentencex', 'onnx') if m in sys.modules], file=sys.stderr)"
    )
    arguments = ["--data-dir", str(shipped.settings.data_dir), "ask", ENVOY]
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    said = subprocess.run([sys.executable, "-c", code, *arguments], capture_output=True, text=True, env=environment)
    assert said.stderr.strip().endswith("[]")


def test_the_version_is_told_and_nothing_else(dateline: Command) -> None:
    said = dateline("--version")
    assert (said.code, said.err) == (0, "")
    assert re.fullmatch(r"dateline \d+\.\d+\.\d+\n", said.out)
