"""Keeping an index: rebuild, roll back, take down, by the real commands, as whoever runs Dateline reads them."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from bot.cli import run
from retrieval.generations import Generations

Command = Callable[..., tuple[int, str, str]]


@pytest.fixture
def command(data_dir: Path, capsys: pytest.CaptureFixture[str]) -> Command:
    """Runs a command; gives the exit code and what went to standard output and standard error."""

    def command(*arguments: str) -> tuple[int, str, str]:
        return run(["--data-dir", str(data_dir), *arguments]), *capsys.readouterr()

    return command


@pytest.fixture
def build(command: Command, corpus: Callable[..., Path]) -> Callable[..., dict[str, Any]]:
    """Rebuilds with these articles; gives what `rebuild --json` prints."""

    def build(**articles: str) -> dict[str, Any]:
        code, out, _ = command("rebuild", "--corpus", str(corpus(**articles)), "--allow-shrink", "--json")
        assert code == 0
        built = json.loads(out)
        assert isinstance(built, dict)
        return built

    return build


def test_it_says_what_serves_what_does_not_any_more_and_what_happens_next(
    command: Command, build: Callable[..., dict[str, Any]]
) -> None:
    first = build(a="The harbour was closed on Monday.")["generation"]
    second = build(a="The harbour was opened on Friday.", b="Snow fell.")["generation"]
    code, out, err = command("rollback")
    lines = out.splitlines()
    assert (code, err, len(lines)) == (0, "", 4)
    assert lines[0].startswith(f"Serving again: generation {first}, 1 article, built ")
    assert lines[1].startswith(f"Not any more: generation {second}, 2 articles, built ")
    assert lines[2] == "A second `dateline rollback` returns to that one."
    assert lines[3] == "The next `dateline rebuild` brings the index to the state of the corpus again."
    assert "closed on Monday" in command("show", "a")[1]

    code, out, _ = command("rollback", "--json")
    found = json.loads(out)
    assert (code, found["generation"], found["previous"]) == (0, second, first)
    assert found.keys() == {"generation", "built_at", "articles", "passages", "newest_published", "previous"}
    assert "opened on Friday" in command("show", "a")[1]


def test_with_nothing_to_go_back_to_it_exits_with_1_and_the_next_step(
    command: Command, build: Callable[..., dict[str, Any]]
) -> None:
    build(a="The harbour was closed on Monday.")
    code, out, err = command("rollback")
    assert (code, out, len(err.splitlines())) == (1, "", 1)
    assert err.startswith("There is no generation to go back to: ")
    assert err.endswith("Run `dateline rebuild`; `dateline status` lists what is kept.\n")
    code, out, _ = command("rollback", "--json")
    assert (code, json.loads(out)["error"]["type"]) == (1, "NothingToRollBack")


def test_an_answer_from_the_generation_before_a_damaged_one_says_so_in_one_line(
    command: Command, build: Callable[..., dict[str, Any]], data_dir: Path
) -> None:
    first = build(a="The harbour was closed on Monday.")["generation"]
    second = build(a="The harbour was opened on Friday.")["generation"]
    (data_dir / "generations" / second / "articles.sqlite").unlink()
    code, out, err = command("ask", "When was the harbour closed?", "--json")
    assert code == 0
    assert json.loads(out)["index"]["generation"] == first
    line, *others = err.splitlines()
    assert others == []
    assert line.startswith(f"Note: generation {second} is damaged: its articles cannot be read")
    assert f"; until the next rebuild, generation {first} of " in line

    code, out, _ = command("status")
    assert code == 1
    assert " ".join(out.split()).endswith("answers. Run `dateline rebuild`.")


def test_a_newer_versions_index_is_refused_with_the_commands_that_help(
    command: Command, build: Callable[..., dict[str, Any]], data_dir: Path
) -> None:
    built = build(a="The harbour was closed on Monday.")["generation"]
    manifest = data_dir / "generations" / built / "manifest.json"
    manifest.write_text(json.dumps({**json.loads(manifest.read_text()), "format": 99}))
    for arguments in (("ask", "When was the harbour closed?"), ("rebuild",)):
        code, out, err = command(*arguments)
        assert (code, out) == (1, "")
        assert err.splitlines()[-1] == (
            f"Generation {built} was written by a newer version of Dateline. Install that version, or run "
            "`dateline rebuild --full` to build the index anew with this one."
        )


ROWS = {"a": "The harbour was closed on Monday.", "b": "Xylophonists struck on Friday.", "c": "Snow fell in Kabul."}


def test_a_rebuild_says_that_nothing_has_changed(command: Command, build: Callable[..., dict[str, Any]]) -> None:
    first = build(**ROWS)
    assert (first["added"], first["embedded"], first["how"]) == (3, 3, "from nothing: nothing was served")
    code, out, err = command("rebuild")
    assert (code, out) == (0, "")
    assert f"Nothing has changed: generation {first['generation']} goes on serving 3 articles, 3 passages" in err


def test_a_full_rebuild_embeds_everything_again(command: Command, build: Callable[..., dict[str, Any]]) -> None:
    build(**ROWS)
    code, out, err = command("rebuild", "--full", "--json")
    assert (code, json.loads(out)["embedded"], json.loads(out)["changed"]) == (0, 3, 0)
    assert "3 passages embedded" in err


def test_a_purge_takes_the_article_down_for_good(
    command: Command, build: Callable[..., dict[str, Any]], data_dir: Path
) -> None:
    build(**ROWS)
    answer = data_dir / "answer.json"
    answer.write_text(command("ask", "Who struck on Friday?", "--json")[1])
    assert "Xylophonists" in answer.read_text()
    code, out, err = command("rebuild", "--purge", "b")
    assert (code, out) == (0, "")
    assert "1 article taken out: 1 generation made anew, 0 stored answers marked as withdrawn" in err
    assert command("ask", "Who struck on Friday?")[0] == 3
    assert command("show", "b")[0] == 1
    code, out, _ = command("verify", str(answer))
    assert code == 1
    assert "withdrawn" in out

    code, _, err = command("rebuild")
    assert code == 0
    assert "1 withdrawn article of the corpus left out" in err
    assert command("show", "b")[0] == 1
    code, out, _ = command("status")
    assert code == 0
    assert "withdrawn      1 article\n" in out


def test_a_purge_tells_other_programs_what_it_did(command: Command, build: Callable[..., dict[str, Any]]) -> None:
    build(**ROWS)
    build(**ROWS, d="Rain fell.")
    done = json.loads(command("rebuild", "--purge", "b", "c", "--json")[1])
    assert done["generation"] == json.loads(command("status", "--json")[1])["index"]["generation"]
    assert done["purged"].pop("seconds") > 0
    assert done["purged"] == {"articles": ["b", "c"], "rewritten": 2, "removed": 0, "answers": 0}
    assert json.loads(command("rollback", "--json")[1])["articles"] == 1


def test_a_purge_of_what_the_corpus_does_not_hold(command: Command, build: Callable[..., dict[str, Any]]) -> None:
    build(**ROWS)
    build(a=ROWS["a"], c=ROWS["c"])
    done = json.loads(command("rebuild", "--purge", "--json")[1])
    assert (done["articles"], done["purged"]["articles"]) == (2, ["b"])
    assert json.loads(command("rollback", "--json")[1])["articles"] == 2


@pytest.mark.parametrize(
    ("arguments", "said", "expected"),
    [
        (["--purge", "typo"], "The archive holds no article with the id 'typo'.", 1),
        (["b"], "`b` stands alone: --corpus names a corpus, --purge takes articles down.", 2),
        (["--purge", "b", "--full"], "--purge with articles reads no corpus", 2),
    ],
)
def test_a_purge_that_is_not_meant_so_does_nothing(
    arguments: list[str], said: str, expected: int, command: Command, build: Callable[..., dict[str, Any]]
) -> None:
    build(**ROWS)
    code, _, err = command("rebuild", *arguments)
    assert code == expected
    assert said in err
    assert command("show", "b")[0] == 0


def test_the_log_says_what_changed_and_why_and_no_word_of_an_article(
    command: Command, build: Callable[..., dict[str, Any]], data_dir: Path
) -> None:
    build(**ROWS)
    second = build(a=ROWS["a"], b="Changed.", d="New.")["generation"]
    command("rebuild", "--purge", "b")
    command("rebuild", "--corpus", str(data_dir / "nowhere"))
    log = (data_dir / "rebuild.log").read_text()
    for said in (
        "from nothing: nothing was served",
        "3 added: a, b, c",
        "1 changed: b",
        "1 removed: c",
        f"serving {second}: 3 articles",
        "without withdrawn articles is",
        "failed: ",
    ):
        assert said in log
    assert not any(word in log for word in ("Xylophonists", "harbour", "Changed"))


def test_two_rebuilds_at_once_are_one_and_the_other_is_told_who_writes(
    command: Command, build: Callable[..., dict[str, Any]], data_dir: Path
) -> None:
    build(**ROWS)
    build(**ROWS, d="Rain fell.")
    with Generations(data_dir).writing():
        for arguments in (["rebuild"], ["rebuild", "--purge", "b"], ["rollback"]):
            code, _, err = command(*arguments)
            assert code == 1
            assert re.search(r"is running \(process \d+ on .+, since \d{4}-\d\d-\d\d \d\d:\d\d:\d\d UTC\)", err)
