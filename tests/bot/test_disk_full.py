"""A disk without room, and one that cannot be written: a real file system in memory, a few hundred kilobytes large."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from bot.failures import FAILED
from tests.conftest import Corpus

ROOT = Path(__file__).parents[2]
NAMESPACES = (["unshare", "--mount"], ["unshare", "--user", "--map-root-user", "--mount"])
"""How a mount is hidden from everybody else: as root, and as anybody where the system lets him."""
PLENTY = 30_000
"""Kilobytes that are more than enough."""
ARTICLES = 60
QUESTION = "Who is the Kremlin's envoy to Afghanistan?"
NEXT_STEP = "Make room, then run it again; what was embedded so far is not embedded again."


class Said(NamedTuple):
    """A command's exit code and what it wrote."""

    code: int
    out: str
    err: str


class Disk:
    """Calls into the child that has the small disk; see `tests.bot.small_disk`."""

    def __init__(self, child: subprocess.Popen[str], folder: Path) -> None:
        self._child = child
        self.data_dir = folder / "data"

    def __call__(self, name: str, *arguments: Any) -> Any:
        assert self._child.stdin
        assert self._child.stdout
        self._child.stdin.write(json.dumps([name, *arguments]) + "\n")
        self._child.stdin.flush()
        line = self._child.stdout.readline()
        assert line, f"the child ended with {self._child.wait()} in {name} {arguments}"
        return json.loads(line)

    def dateline(self, *arguments: str | Path) -> Said:
        return Said(*self("dateline", *map(str, arguments)))

    def rebuild(self, corpus: Path, *options: str) -> Said:
        return self.dateline("rebuild", "--corpus", corpus, *options)


@pytest.fixture(scope="module")
def child(tmp_path_factory: pytest.TempPathFactory, models: Path) -> Iterator[Disk]:
    folder = tmp_path_factory.mktemp("small")
    unshare = next((one for one in NAMESPACES if _can_mount(one, folder)), None)
    if unshare is None:
        pytest.skip("neither root nor an own user namespace may mount a file system here")
    command = [*unshare, sys.executable, "-m", "tests.bot.small_disk", str(folder), str(models)]
    process = subprocess.Popen(command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
    with process:
        yield Disk(process, folder)


@pytest.fixture
def disk(child: Disk) -> Disk:
    """An empty file system with room."""
    child("anew", PLENTY)
    return child


@pytest.fixture
def archive(corpus: Corpus) -> Path:
    return _version(corpus, 1)


def test_the_first_rebuild_of_a_full_disk_says_so_wherever_it_runs_out(disk: Disk, archive: Path) -> None:
    codes = []
    for kilobytes in (4, 8, 20, 40, 80, 120, 160, 200, 240, 280, 320, 360, 400, 500, 600, 800):
        disk("anew", kilobytes)
        said = disk.rebuild(archive)
        codes.append(said.code)
        if said.code:
            _is_told(said, disk)
            assert disk("found", "work/2*") == []
    assert codes[0] == FAILED
    assert codes[-1] == 0


def test_what_serves_goes_on_wherever_a_rebuild_runs_out_of_room(disk: Disk, archive: Path, corpus: Corpus) -> None:
    assert disk.rebuild(archive).code == 0
    served = disk("found", "generations/*")
    _version(corpus, 2)
    said = Said(FAILED, "", "")
    for kilobytes in (0, 8, 40, 80, 120, 160, 200, 240, 280, 320, 360, 400, 450, 500, 600, 700):
        disk("leave", kilobytes)
        said = disk.rebuild(archive)
        disk("leave", PLENTY)
        if said.code == 0:
            break
        _is_told(said, disk)
        assert disk("found", "work/2*") == []
        assert disk("found", "generations/*") == served
        assert "opened 1 times" in disk.dateline("show", "a0").out
    assert said.code == 0
    assert "opened 2 times" in disk.dateline("show", "a0").out


def test_what_was_embedded_before_the_disk_was_full_is_not_embedded_again(disk: Disk, archive: Path) -> None:
    logged = []
    for kilobytes in range(300, 600, 25):
        disk("anew", kilobytes)
        if disk.rebuild(archive).code == 0:
            break
        logged.append(disk("logged"))
        disk("leave", PLENTY)
        told = json.loads(disk.rebuild(archive, "--json").out)
        assert (told["articles"], told["embedded"]) == (ARTICLES, ARTICLES - logged[-1])
        assert disk("found", "work/*") == []
    assert max(logged) == ARTICLES


def test_json_of_a_full_disk_is_the_error_object(disk: Disk, archive: Path) -> None:
    disk("leave", 40)
    said = disk.rebuild(archive, "--json")
    assert said.code == FAILED
    error = json.loads(said.out)["error"]
    assert error["type"] == "DiskFull"
    assert str(disk.data_dir) in error["message"]
    assert error["next_step"] == NEXT_STEP


def test_a_question_is_answered_though_the_disk_is_full(disk: Disk, archive: Path) -> None:
    assert disk.rebuild(archive).code == 0
    disk("leave", 0)
    said = disk.dateline("ask", QUESTION, "--json")
    assert said.code == 0, said
    assert json.loads(said.out)["short_answer"] == "Zamir Kabulov"


def test_status_says_that_there_is_no_room_for_a_rebuild(disk: Disk, archive: Path) -> None:
    assert disk.rebuild(archive).code == 0
    disk("leave", 100)
    said = disk.dateline("status")
    assert said.code == FAILED
    assert f"The disk of {disk.data_dir} has 0 MB left" in " ".join(said.out.split())


def test_a_file_that_may_not_grow_is_told_as_a_full_disk(disk: Disk, archive: Path, corpus: Corpus) -> None:
    assert disk.rebuild(archive).code == 0
    _version(corpus, 2)
    disk("files_at_most", 100)
    said = disk.rebuild(archive)
    disk("files_at_most", None)
    (line,) = said.err.splitlines()
    assert line.startswith(f"The disk of {disk.data_dir} is full")
    assert "opened 1 times" in disk.dateline("show", "a0").out


def test_a_folder_that_cannot_be_written_is_one_clear_line_from_a_rebuild(disk: Disk, archive: Path) -> None:
    assert disk.rebuild(archive).code == 0
    disk("read_only")
    said = disk.dateline("rebuild")
    assert said.code == FAILED
    assert said.err.startswith(f"The data folder {disk.data_dir} cannot be used: read-only file system.")
    assert len(said.err.splitlines()) == 1


@pytest.mark.parametrize("command", [["ask", QUESTION], ["show", "a0"], ["status"]])
def test_a_folder_that_cannot_be_written_is_read(disk: Disk, archive: Path, command: list[str]) -> None:
    assert disk.rebuild(archive).code == 0
    disk("read_only")
    said = disk.dateline(*command)
    assert (said.code, said.err) == (0, "")


def _version(corpus: Corpus, number: int) -> Path:
    """A corpus of which a third changes with every version; every article is a passage."""
    return corpus(
        **{
            f"a{place}": f"Report {place * 7} of the harbour. "
            f"The bridge was opened {number if place % 3 == 0 else 1} times. " * 5
            for place in range(ARTICLES - 1)
        },
        envoy="The Kremlin's envoy to Afghanistan, Zamir Kabulov, told reporters in Moscow that talks will follow.",
    )


def _is_told(said: Said, disk: Disk) -> None:
    assert said.code == FAILED
    (line,) = said.err.splitlines()
    assert line.startswith(f"The disk of {disk.data_dir} is full (0 MB are free)"), line
    assert line.endswith(NEXT_STEP), line


def _can_mount(unshare: list[str], folder: Path) -> bool:
    if not shutil.which("unshare"):
        return False
    mount = ["mount", "-t", "tmpfs", "none", str(folder)]
    return subprocess.run([*unshare, *mount], capture_output=True).returncode == 0
