"""The commands with a language model set: the real client, a server on loopback, and what a person sees of it."""

from __future__ import annotations

import io
import json
import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest
from rich.console import Console

from bot import streaming, terminal
from bot.assembly import Dateline, assemble
from bot.cli import run
from config.settings import load_settings
from retrieval.types import Question
from tests.bot.test_cli import ENVOY, NOWHERE, Said
from tests.retrieval.llm.openai_server import Behaviour, Cut, OpenAiServer, Raw, Says, Silence, Status
from tests.retrieval.test_written import RIGHT, WRONG
from tests.retrieval.writing.scripted import as_json, as_lines
from tests.retrieval.writing.table import Claim

ROOT = Path(__file__).parents[2]
KEY = "sk-7a1c55-that-nobody-may-see"
Command = Callable[..., Said]


@pytest.fixture(scope="module")
def running() -> Iterator[OpenAiServer]:
    with OpenAiServer().running() as server:
        yield server


@pytest.fixture
def server(running: OpenAiServer) -> Iterator[OpenAiServer]:
    running.forget()
    running.behave = saying(RIGHT)
    yield running
    running.forget()


@pytest.fixture(autouse=True)
def _set(server: OpenAiServer, monkeypatch: pytest.MonkeyPatch) -> None:
    """A model of an OpenAI-compatible server, as its user sets it."""
    for name in os.environ:
        if name.lower().endswith("_proxy") or name.startswith(("OPENAI_", "LANGSMITH_", "LANGCHAIN_")):
            monkeypatch.delenv(name)
    for name, value in environment(server).items():
        monkeypatch.setenv(name, value)


def environment(server: OpenAiServer) -> dict[str, str]:
    return {
        "DATELINE_LLM__MODEL": "openai:test-model",
        "DATELINE_LLM__BASE_URL": server.url,
        "DATELINE_LLM__API_KEY": KEY,
        "DATELINE_LLM__TIMEOUT_S": "20",
        "DATELINE_LLM__RETRIES": "0",
    }


@pytest.fixture
def dateline(shipped: Dateline, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Iterator[Command]:
    """Runs a command on the shipped articles, in this process; whatever it writes, the key is not in it."""

    def command(*arguments: str) -> Said:
        code = run(["--data-dir", str(shipped.settings.data_dir), *arguments])
        said = Said(code, *capsys.readouterr())
        assert KEY not in said.out + said.err
        return said

    yield command
    (shipped.settings.data_dir / "llm_usage.sqlite").unlink(missing_ok=True)


def saying(*claims: Claim) -> Callable[[dict[str, Any]], Behaviour]:
    def behave(request: dict[str, Any]) -> Behaviour:
        prompt = str(request["messages"][-1]["content"])
        return Says((as_json if "response_format" in request else as_lines)(claims, prompt))

    return behave


def test_an_answer_is_written_proved_and_counted(dateline: Command, server: OpenAiServer) -> None:
    said = dateline("ask", ENVOY)
    assert said.code == 0
    assert RIGHT.text in " ".join(said.out.split())
    assert "Written by openai:test-model." in said.out
    assert {name.lower(): value for name, value in server.headers[0].items()}["authorization"] == f"Bearer {KEY}"
    row = dateline("ask", ENVOY, "--json").json
    assert row["usage"] == {"input_tokens": 100, "output_tokens": 20, "total_tokens": 120, "calls": 1}
    assert row["sentences"][0]["check"] == "supported"


def test_a_sentence_that_is_not_proved_is_not_shown(dateline: Command, server: OpenAiServer) -> None:
    server.behave = saying(WRONG)
    said = dateline("ask", ENVOY)
    assert "Oct. 21" not in said.out
    assert "1 sentence in the source's words instead of its own" in " ".join(said.out.split())


@pytest.mark.parametrize(
    ("behaviour", "why"),
    [
        (Status(401, error={"message": f"Incorrect API key provided: {KEY}", "code": "invalid_api_key"}), "key"),
        (Status(404, error={"message": "no such model", "code": "model_not_found"}), "knows no model of that name"),
        (Status(429, {"Retry-After": "90"}), "too many"),
        (Status(500, body=b"<html>secret internals</html>"), "fails on its side"),
        (Cut(), "reached"),
        (Says('{"found": true, "sentences": [{"text": "Zami', cut_after=30), "reached"),
        (Says('{"found": true, "sentences": [{"te'), "read"),
        (Raw(b"<html>hello</html>", "text/html"), "read"),
        (Says("x" * 5_000_000), "end"),
    ],
    ids=["401", "404", "429", "500", "cut", "cut in the middle", "truncated JSON", "a page", "5 MB"],
)
def test_where_the_model_fails_the_articles_answer_and_it_is_said_why(
    behaviour: Behaviour, why: str, dateline: Command, server: OpenAiServer
) -> None:
    server.plays(behaviour)
    said = dateline("ask", ENVOY)
    assert said.code == 0
    line = " ".join(said.out.split()).partition("The articles themselves answer instead.")[0]
    assert line.startswith("openai:test-model"), said.out
    assert why in line
    assert "Zamir Kabulov" in said.out
    assert "secret internals" not in said.out + said.err
    assert "x" * 100 not in said.out
    assert said.err == ""


@pytest.mark.parametrize("streamed", ["true", "false"])
def test_a_question_hangs_no_longer_than_it_may(
    streamed: str, dateline: Command, server: OpenAiServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DATELINE_LLM__STREAMING", streamed)
    monkeypatch.setenv("DATELINE_LLM__TIMEOUT_S", "1")
    server.plays(Silence(60))
    started = time.monotonic()
    row = dateline("ask", ENVOY, "--json").json
    assert time.monotonic() - started < 15
    assert row["timings_ms"]["write"] < 3000
    assert "did not answer in time" in row["writing"]["fallback"]
    assert row["answered_by"] == "reader"


def test_not_in_the_archive_is_the_models_word_and_exits_with_3(dateline: Command, server: OpenAiServer) -> None:
    server.behave = saying()
    said = dateline("ask", NOWHERE)
    assert said.code == 3
    assert said.out.startswith("Not in the archive.")
    assert "Looked for by openai:test-model." in said.out


def test_after_the_daily_tokens_the_articles_answer(
    dateline: Command, server: OpenAiServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DATELINE_LLM__DAILY_TOKENS", "20000")
    rows = [dateline("ask", ENVOY, "--json").json]
    assert rows[0]["writing"]["fallback"] is None
    monkeypatch.setenv("DATELINE_LLM__DAILY_TOKENS", "500")
    rows.append(dateline("ask", ENVOY, "--json").json)
    assert "120 of the 500 tokens of today are used" in rows[1]["writing"]["fallback"]
    assert rows[1]["status"] == "answered"
    assert len(server.requests) == 1
    status = dateline("status", "--json").json
    assert status["llm"] == {
        "model": "openai:test-model",
        "tokens_today": 120,
        "calls_today": 1,
        "daily_tokens": 500,
    }


def test_status_tells_the_model_and_its_tokens_and_no_address(dateline: Command, server: OpenAiServer) -> None:
    dateline("ask", ENVOY)
    for said in (dateline("status"), dateline("status", "--json")):
        assert "openai:test-model" in said.out
        assert "120" in said.out
        assert "127.0.0.1" not in said.out


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({"DATELINE_LLM__MODEL": "opnai:gpt", "DATELINE_LLM__BASE_URL": ""}, "did you mean openai:gpt?"),
        ({"DATELINE_LLM__MODEL": "anthropic:claude"}, 'pip install "dateline[anthropic]"'),
        ({"DATELINE_LLM__BASE_URL": "", "DATELINE_LLM__API_KEY": ""}, "OPENAI_API_KEY"),
        ({"DATELINE_LLM__TIMEOUT_S": "0"}, "llm.timeout_s"),
    ],
)
def test_a_model_that_cannot_be_had_is_said_in_one_line_with_what_to_do(
    changed: dict[str, str], said: str, dateline: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, value in changed.items():
        monkeypatch.setenv(name, value)
    found = dateline("ask", ENVOY)
    assert (found.code, found.out) == (1, "")
    assert said in found.err
    assert len(found.err.splitlines()) == 1


def test_many_questions_of_a_file_are_written_in_one_process(
    dateline: Command, server: OpenAiServer, tmp_path: Path
) -> None:
    file = tmp_path / "questions.jsonl"
    file.write_text(f'{{"question": "{ENVOY}"}}\n{{"question": "{ENVOY}"}}\n')
    rows = [json.loads(line) for line in dateline("ask", "--jsonl", str(file)).out.splitlines()]
    assert [row["answered_by"] for row in rows] == ["openai:test-model"] * 2


def test_eval_sets_the_model_beside_the_reader_in_one_table(
    dateline: Command, server: OpenAiServer, tmp_path: Path
) -> None:
    file = tmp_path / "questions.jsonl"
    file.write_text(
        json.dumps({"id": "1", "question": ENVOY, "answers": ["Zamir Kabulov"]})
        + "\n"
        + json.dumps({"id": "2", "question": NOWHERE, "answers": []})
        + "\n"
    )
    server.behave = lambda request: (
        Status(500) if NOWHERE in str(request["messages"][-1]["content"]) else saying(RIGHT)(request)
    )
    table = dateline("eval", str(file)).out
    header = table.splitlines()[0]
    assert [name for name in ("reader", "openai:test-model", "openai:test-model − reader") if name in header]
    said = " ".join(table.split())
    assert "The reader answered 1 question in place of openai:test-model: 1 × openai:test-model: it fails on" in said
    page = tmp_path / "report.html"
    row = dateline("eval", str(file), "--json", "--report", str(page)).json
    report = page.read_text()
    assert "llm.model" in report
    assert "openai:test-model" in report
    assert "127.0.0.1" not in report
    assert KEY not in report
    assert row["comparison"]["against"] == "reader"
    assert row["comparison"]["questions"] == 2
    assert row["comparison"]["differences"]["openai:test-model"]["quote@1"]["value"] == 0.0
    assert row["writing"]["fell_back"] == 1
    assert row["writing"]["fell_back_because"] == {"openai:test-model: it fails on its side": 1}
    assert row["writing"]["sentences"] == {"supported": 1}
    assert row["total"]["figures"] == row["comparison"]["figures"]["openai:test-model"]


def test_on_a_terminal_sentences_appear_as_they_are_proved_and_the_answer_takes_their_place(
    shipped: Dateline, server: OpenAiServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    screen = io.StringIO()
    console = Console(file=screen, force_terminal=True, width=100, color_system=None)
    monkeypatch.setattr(streaming, "out", lambda: console)
    monkeypatch.setattr(terminal, "out", lambda: console)
    frames: list[str] = []
    write = screen.write

    def noted(text: str) -> int:
        frames.append(text)
        return write(text)

    monkeypatch.setattr(screen, "write", noted)
    server.behave = lambda request: Says(as_json((RIGHT, RIGHT), str(request["messages"][-1]["content"])), pause_s=0.01)
    with assemble(load_settings({"data_dir": shipped.settings.data_dir})) as dateline:
        assert streaming.shows_drafts(dateline)
        answer = streaming.drafted(dateline)(Question(ENVOY))
    shown = "".join(frames)
    assert "openai:test-model is reading…" in shown
    assert "openai:test-model is writing…" in shown
    assert RIGHT.text[:40] in shown
    assert answer.answered_by == "openai:test-model"


def test_a_draft_that_is_taller_than_the_screen_leaves_nothing_of_itself(
    shipped: Dateline, server: OpenAiServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    screen = io.StringIO()
    console = Console(file=screen, force_terminal=True, width=24, height=4, color_system=None)
    monkeypatch.setattr(streaming, "out", lambda: console)
    monkeypatch.setattr(terminal, "out", lambda: console)
    server.behave = lambda request: Says(as_json((RIGHT, RIGHT), str(request["messages"][-1]["content"])), pause_s=0.01)
    with assemble(load_settings({"data_dir": shipped.settings.data_dir})) as dateline:
        streaming.drafted(dateline)(Question(ENVOY))
    assert "…" in screen.getvalue()
    assert "is writing" not in screen.getvalue()  # the last line of a draft, which is below the screen


def test_a_question_without_streaming_says_that_it_is_read(
    shipped: Dateline, server: OpenAiServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    screen = io.StringIO()
    console = Console(file=screen, force_terminal=True, width=100, color_system=None)
    monkeypatch.setattr(streaming, "out", lambda: console)
    monkeypatch.setenv("DATELINE_LLM__STREAMING", "false")
    with assemble(load_settings({"data_dir": shipped.settings.data_dir})) as dateline:
        assert streaming.shows_drafts(dateline)
        assert streaming.drafted(dateline)(Question(ENVOY)).answered_by == "openai:test-model"
    assert "openai:test-model is reading…" in screen.getvalue()


@pytest.mark.parametrize("limit", ["0", "9000"])
def test_a_count_that_cannot_be_read_is_a_problem_where_there_is_a_limit_to_keep(
    limit: str, dateline: Command, shipped: Dateline, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DATELINE_LLM__DAILY_TOKENS", limit)
    (shipped.settings.data_dir / "llm_usage.sqlite").write_text("this is no database, and never was one" * 100)
    said = dateline("status", "--json")
    assert said.code == (1 if limit != "0" else 0)
    told = "problems" if limit != "0" else "notes"
    assert "the tokens used cannot be counted in" in str(said.json[told])


def test_a_key_with_a_line_break_behind_it_is_the_key(
    dateline: Command, server: OpenAiServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DATELINE_LLM__API_KEY", f"{KEY}\n")
    assert dateline("ask", ENVOY, "--json").json["answered_by"] == "openai:test-model"
    assert {name.lower(): value for name, value in server.headers[0].items()}["authorization"] == f"Bearer {KEY}"


def test_a_bot_whose_model_cannot_be_set_up_does_not_start(dateline: Command, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: Any, **__: Any) -> None:
        raise ImportError("libx is missing")

    monkeypatch.setattr("langchain.chat_models.init_chat_model", broken)
    monkeypatch.setattr(
        "bot.discord_bot.run._log_to_stderr", lambda: None
    )  # for the life of the process, which is ours
    monkeypatch.setenv("DATELINE_DISCORD__TOKEN", "a.b.c")
    said = dateline("discord")
    assert said.code == 1
    assert 'pip install --force-reinstall "dateline[openai]"' in said.err


def _cli(*arguments: str, shipped: Dateline, env: dict[str, str], **options: Any) -> subprocess.Popen[str]:
    own = {name: value for name, value in os.environ.items() if not name.lower().endswith("_proxy")}
    return subprocess.Popen(
        [
            sys.executable,
            "-c",
            # Whatever runs the tests in the background may have told them, and so this process, to ignore Ctrl-C.
            "import signal; signal.signal(signal.SIGINT, signal.default_int_handler)\nfrom bot.cli import main; main()",
            "--data-dir",
            str(shipped.settings.data_dir),
            *arguments,
        ],
        cwd=ROOT,
        env={**own, **env},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        **options,
    )


def test_ctrl_c_ends_a_question_at_once(shipped: Dateline) -> None:
    with OpenAiServer().running() as server:  # of its own: a late request of another test would say that this one asks
        server.plays(Silence(60))
        asked = _cli("ask", ENVOY, shipped=shipped, env={**environment(server), "DATELINE_LLM__TIMEOUT_S": "60"})
        try:
            until = time.monotonic() + 60
            while not server.requests and time.monotonic() < until:
                time.sleep(0.05)
            assert server.requests
            started = time.monotonic()
            asked.send_signal(signal.SIGINT)
            out, err = asked.communicate(timeout=50)
        finally:
            asked.kill()
            asked.wait()
        assert time.monotonic() - started < 15
        assert asked.returncode == 130
        assert (out, err) == ("", "Interrupted.\n")
        assert server.gone.wait(15)


class _Traces:
    """A server on loopback that takes what LangSmith's client sends."""

    def __init__(self) -> None:
        self.bodies: list[bytes] = []
        traces = self

        class Handler(BaseHTTPRequestHandler):
            def log_message(self, format: str, *args: Any) -> None:
                """Nothing."""

            def do_GET(self) -> None:
                self._ok(b"{}")

            def do_POST(self) -> None:
                self._take()

            def do_PATCH(self) -> None:
                self._take()

            def _take(self) -> None:
                traces.bodies.append(self.rfile.read(int(self.headers.get("Content-Length", 0))))
                self._ok(b"{}")

            def _ok(self, body: bytes) -> None:
                self.send_response(200)
                self.send_header("Content-Type", "application/json")
                self.send_header("Content-Length", str(len(body)))
                self.end_headers()
                self.wfile.write(body)

        self._http = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.url = f"http://127.0.0.1:{self._http.server_address[1]}"

    def __enter__(self) -> _Traces:
        threading.Thread(target=self._http.serve_forever, args=(0.02,), daemon=True).start()
        return self

    def __exit__(self, *_: object) -> None:
        self._http.shutdown()
        self._http.server_close()


@pytest.mark.parametrize("on", [True, False])
def test_tracing_is_langchains_own_switch_and_off_without_it(on: bool, shipped: Dateline, server: OpenAiServer) -> None:
    with _Traces() as traces:
        env = environment(server) | {"LANGSMITH_ENDPOINT": traces.url, "LANGSMITH_API_KEY": "a-key"}
        asked = _cli(
            "ask", ENVOY, "--json", shipped=shipped, env={**env, **({"LANGSMITH_TRACING": "true"} if on else {})}
        )
        out, err = asked.communicate(timeout=120)
        assert asked.returncode == 0, err
        sent = b"\n".join(traces.bodies)
    assert json.loads(out)["answered_by"] == "openai:test-model"
    assert bool(sent) is on
    assert KEY.encode() not in sent
