"""The README says what is true: its commands run, its answer is printed, its settings are the settings."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import pytest

from bot.assembly import Dateline
from bot.cli import app, run
from config.settings import known_names, load_settings

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")
COMMANDS = [line for block in re.findall(r"```sh\n(.*?)```", README, re.S) for line in block.splitlines() if line]
ANSWERS = re.findall(r"```text\n(.*?)```", README, re.S)[:2]


def parts(command: str) -> list[str]:
    return shlex.split(command.split(">")[0])[1:]


def test_it_opens_with_the_two_commands() -> None:
    assert COMMANDS[0].startswith("make ask Q=")
    assert COMMANDS[1] == "make test"


@pytest.mark.parametrize("command", [command for command in COMMANDS if command.startswith("make ")])
def test_every_make_target_exists(command: str) -> None:
    assert re.search(rf"^{command.split()[1]}:", (ROOT / "Makefile").read_text(encoding="utf-8"), re.M)


# The others need a person at the keyboard, or the reader's own folder of articles.
ALONE = [c for c in COMMANDS if c.startswith("dateline ") and not re.search(r"chat|rebuild|verify", c)]


@pytest.mark.parametrize("command", ALONE)
def test_every_command_runs(command: str, shipped: Dateline, capsys: pytest.CaptureFixture[str]) -> None:
    code = run(["--data-dir", str(shipped.settings.data_dir), *parts(command)])
    assert code == (3 if "World Cup" in command else 0)
    assert capsys.readouterr().out


@pytest.mark.parametrize(
    ("shown", "question"),
    list(zip(ANSWERS, ["Who is the Kremlin's envoy to Afghanistan?", "Who won the 2018 FIFA World Cup?"], strict=True)),
    ids=["answered", "not found"],
)
def test_what_it_shows_is_what_is_printed(
    shown: str, question: str, shipped: Dateline, capsys: pytest.CaptureFixture[str]
) -> None:
    run(["--data-dir", str(shipped.settings.data_dir), "ask", question])
    printed = capsys.readouterr().out
    # Only the day of the build is another one each time.
    built = re.compile(r"built \d+ \w+ \d+")
    assert built.sub("built", printed).strip() == built.sub("built", shown).strip()


def test_its_table_of_settings_is_the_settings() -> None:
    rows = re.findall(r"^\| `([a-z_.]+)` \| (.+?) \| `(DATELINE_\w+)` \|$", README, re.M)
    assert [name for name, _, _ in rows] == list(known_names())
    assert [row for _, _, row in rows] == [f"DATELINE_{name.replace('.', '__').upper()}" for name in known_names()]
    settings = load_settings().model_dump()
    for name, default, _ in rows:
        section, _, key = name.rpartition(".")
        value = settings[section][key] if section else settings[key]
        # The data folder's default is another one on each machine.
        if value is not None and name != "data_dir":
            assert default == f"`{value}`"


def test_every_command_of_the_program_is_named() -> None:
    commands = [info.name or info.callback.__name__ for info in app.registered_commands if info.callback]
    assert [name for name in commands if f"dateline {name}" not in README] == []
