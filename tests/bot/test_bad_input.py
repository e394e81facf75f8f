"""Each bad input beside two good articles: what a person reads, the exit code, and that nothing good is lost."""

from __future__ import annotations

import ctypes
import gzip
import json
import os
import subprocess
import sys
import tracemalloc
import zlib
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

import pytest

from bot.assembly import Dateline
from bot.cli import run
from corpus import formats
from corpus.types import RawArticle, Report
from retrieval.embedding import ExportCard
from retrieval.exporting import PACKAGED_MODEL, exported
from tests.fakes import FakeEmbedder

ROOT = Path(__file__).parents[2]
GOOD = {
    "bridge": "The bridge over the harbour was opened on Monday.",
    "snow": "Snow fell in Kabul during the talks.",
}
MB = 1_000_000
CAP_DAC_OVERRIDE, CAP_DAC_READ_SEARCH, PR_CAPBSET_DROP = 1, 2, 24  # linux/capability.h, linux/prctl.h


class Said(NamedTuple):
    """A command's exit code and what it wrote."""

    code: int
    out: str
    err: str

    @property
    def problems(self) -> list[str]:
        """The lines about files; the others tell of progress and of what was built."""
        return [line for line in self.err.splitlines() if line.endswith(("(skipped)", "(kept)"))]


class Archive:
    """A folder with the two good articles, one read before whatever else is there and one after it."""

    def __init__(self, folder: Path, data_dir: Path, capsys: pytest.CaptureFixture[str]) -> None:
        self.folder = folder
        self.data_dir = data_dir
        self._capsys = capsys
        folder.mkdir()
        for name, (id_, text) in zip(("0-first.txt", "z-last.md"), GOOD.items(), strict=True):
            (folder / name).write_text(f"---\nid: {id_}\n---\n{text}\n", encoding="utf-8")

    def command(self, *arguments: str) -> Said:
        self._capsys.readouterr()
        code = run(["--data-dir", str(self.data_dir), *arguments])
        return Said(code, *self._capsys.readouterr())

    def rebuild(self, *options: str) -> Said:
        return self.command("rebuild", "--corpus", str(self.folder), *options)

    def text(self, article_id: str) -> str:
        """The text that is served under this id."""
        return str(json.loads(self.command("show", article_id, "--json").out)["text"])

    def good(self) -> dict[str, str]:
        return {id_: self.text(id_) for id_ in GOOD}

    def pointer(self) -> str:
        return (self.data_dir / "current").read_text(encoding="utf-8")


@pytest.fixture
def archive(
    tmp_path: Path,
    data_dir: Path,
    models: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> Archive:
    """The archive, embedded by a stand-in that goes by the real one's name, so that `show` opens what was built."""
    identity = ExportCard.load(exported(PACKAGED_MODEL, "fp32", models)).identity
    monkeypatch.setattr(Dateline, "embedder", FakeEmbedder(identity))
    monkeypatch.setenv("DATELINE_EMBEDDER__DEVICE", "cpu")
    return Archive(tmp_path / "archive", data_dir, capsys)


def records(*items: Mapping[str, object] | str) -> bytes:
    """Lines of JSON; a text stands as it is."""
    lines = (item if isinstance(item, str) else json.dumps(item) for item in items)
    return "".join(f"{line}\n" for line in lines).encode()


def written(name: str, content: bytes) -> Callable[[Path], object]:
    return lambda folder: (folder / name).write_bytes(content)


def linked(**links: str) -> Callable[[Path], object]:
    """Links by name; `_txt` at a name's end is its suffix."""

    def make(folder: Path) -> None:
        for name, target in links.items():
            (folder / name.replace("_", ".")).symlink_to(target)

    return make


ONE, TWO = {"id": "one", "text": "One boat left."}, {"id": "two", "text": "Two boats came."}
BOATS = 2  # articles that ONE and TWO add
LONG_TEXT = " ".join(f"On day {day} the snow was {day * 7 % 1000} inches deep." for day in range(50_000))
NUMBERED = [{"id": f"r{number}", "text": f"Report number {number}."} for number in range(1, 321)]

SKIPPED = [
    pytest.param(written("m.txt", b""), "m.txt: is empty", 0, id="an empty file"),
    pytest.param(written("m.jsonl", b""), "m.jsonl: is empty", 0, id="an empty file of records"),
    pytest.param(written("m.txt", b" \n\t\n"), "m.txt: holds only blanks", 0, id="a file of blanks"),
    pytest.param(written("m.txt", b"\x7fELF\x02\x00\x01"), "m.txt: is binary, not text", 0, id="a binary file"),
    pytest.param(
        written("m.jsonl", records(ONE) + b"PK\x03\x04\0\0\n" + records(TWO)),
        "m.jsonl:2: is binary, not text",
        BOATS,
        id="a binary line",
    ),
    pytest.param(
        written("m.txt", "Words.\nDer Bürgermeister".encode("latin-1")),
        "m.txt:2: is not UTF-8: byte 6 of the line is 0xfc",
        0,
        id="another encoding",
    ),
    pytest.param(
        written("m.jsonl", records(ONE, TWO).decode().encode("utf-16")),
        "m.jsonl: is UTF-16, not UTF-8",
        0,
        id="UTF-16",
    ),
    pytest.param(
        written("m.txt", "The café".encode()[:-1]),
        "m.txt:1: is not UTF-8: byte 8 of the line is 0xc3; the file ends there, perhaps cut short or still being "
        "written",
        0,
        id="a text cut inside a character",
    ),
    pytest.param(
        written("m.jsonl", records(ONE, TWO, {"id": "three", "text": "Three"})[:-4]),
        "m.jsonl:3: broken JSON at column 25: Unterminated string; the file ends in this line, cut short or still "
        "being written",
        BOATS,
        id="records cut short",
    ),
    pytest.param(
        written("m.jsonl.gz", b"no gzip at all"), "m.jsonl.gz: is no gzip file", 0, id="no gzip file by that name"
    ),
    pytest.param(
        written("m.jsonl", records(*NUMBERED[:316], '{"id": "r317", "text": "Report"', *NUMBERED[317:])),
        "m.jsonl:317: broken JSON at column 32: Expecting ',' delimiter",
        319,
        id="broken JSON on line 317",
    ),
    pytest.param(
        written("m.jsonl", records(ONE, {"id": "three"}, TWO)),
        "m.jsonl:2: the record has no “text”",
        BOATS,
        id="a record without text",
    ),
    pytest.param(
        written("m.jsonl", records(ONE, {"text": " \n\t\u00a0"}, TWO)),
        "m.jsonl:2: “text” holds only blanks",
        BOATS,
        id="a record of blanks",
    ),
    pytest.param(
        written("m.jsonl", records(ONE, TWO, {"id": "one", "text": "Another boat."})),
        "m.jsonl:3: the id “one” is taken by {folder}/m.jsonl:1; the first is kept",
        BOATS,
        id="two records with one id",
    ),
    pytest.param(linked(m_txt="m.txt"), "m.txt: is a link that leads back to itself", 0, id="a link to itself"),
    pytest.param(linked(m_txt="gone.txt"), "m.txt: is a link that leads nowhere", 0, id="a link to nothing"),
    # Not on the list.
    pytest.param(
        written("m.jsonl", records(ONE, "[" * 100_000, TWO)),
        "m.jsonl:2: broken JSON: nested too deeply",
        BOATS,
        id="deep nesting",
    ),
    pytest.param(
        written("m.jsonl", records(ONE, f'{{"id": {"9" * 5000}, "text": "Words."}}', TWO)),
        "m.jsonl:2: broken JSON: a number has thousands of digits",
        BOATS,
        id="a huge number",
    ),
    pytest.param(lambda folder: os.mkfifo(folder / "m.jsonl"), "m.jsonl: is not a regular file", 0, id="a pipe"),
]

KEPT = [
    pytest.param(
        written("m.jsonl", records({**ONE, "published": "2021-02-30"}, TWO)),
        "m.jsonl:1: the date “2021-02-30” is not one day of the calendar; the article is kept without a date",
        BOATS,
        id="an impossible date",
    ),
    pytest.param(linked(loop="."), "loop: leads to a folder that was read already", 0, id="a loop of folders"),
    # Not on the list.
    pytest.param(
        lambda folder: (folder / "z-last.toml").mkdir(),
        "z-last.toml: is not a regular file; the article is kept without it",
        0,
        id="a folder in a sidecar's place",
    ),
    pytest.param(
        written("m.jsonl", records({**ONE, "title": "T" * (2 * MB)}, TWO)),
        "m.jsonl:1: “title” has 2,000,000 characters, too many; the article is kept without it",
        BOATS,
        id="a title of 2 MB",
    ),
]

FINE = [
    pytest.param(written("m.jsonl", records({"id": "m", "text": "Snow"})), "Snow", id="a record of one word"),
    pytest.param(
        written("m.jsonl", records({"id": "m", "text": LONG_TEXT})),
        LONG_TEXT,
        id="a record of 2 MB",
    ),
    # Not on the list.
    pytest.param(
        written("m.jsonl", b'{"id": "m\\u0000", "text": "Sn\\ud800ow\\r\\nfell.", "text_2": 1}\r\n'),
        "Snow\nfell.",
        id="half a surrogate pair, a NUL and Windows line ends",
    ),
]


@pytest.mark.parametrize(("make", "line", "more"), SKIPPED)
def test_what_cannot_be_read_is_named_and_skipped_and_everything_else_is_served(
    archive: Archive, make: Callable[[Path], object], line: str, more: int
) -> None:
    assert archive.rebuild().code == 0
    make(archive.folder)
    said = archive.rebuild()
    named = f"{archive.folder}/{line.format(folder=archive.folder)}"
    assert said.problems == [f"{named} (skipped)"]
    assert f" {len(GOOD) + more} articles, " in said.err.splitlines()[-1]
    assert said.code == 0
    assert archive.good() == GOOD
    before = archive.pointer()
    strict = archive.rebuild("--strict")
    assert strict.err.splitlines() == [
        f"{named}. Correct the file, or run `dateline rebuild` without --strict to leave it out."
    ]
    assert strict.code == 1
    assert archive.pointer() == before


@pytest.mark.parametrize(("make", "line", "more"), KEPT)
def test_what_is_odd_but_can_be_read_is_named_and_kept_even_when_strict(
    archive: Archive, make: Callable[[Path], object], line: str, more: int
) -> None:
    make(archive.folder)
    said = archive.rebuild("--strict")
    assert said.problems == [f"{archive.folder}/{line} (kept)"]
    assert f" {len(GOOD) + more} articles, " in said.err.splitlines()[-1]
    assert said.code == 0
    assert archive.good() == GOOD


@pytest.mark.parametrize(("make", "text"), FINE)
def test_what_only_looks_bad_is_served_without_a_word(
    archive: Archive, make: Callable[[Path], object], text: str
) -> None:
    make(archive.folder)
    said = archive.rebuild("--strict")
    assert (said.code, said.problems) == (0, [])
    assert archive.text("m") == text
    assert archive.good() == GOOD


def test_a_folder_with_the_name_of_a_file_is_a_folder(archive: Archive) -> None:
    (archive.folder / "m.jsonl").mkdir()
    (archive.folder / "m.jsonl" / "m.jsonl").write_bytes(records(ONE))
    said = archive.rebuild("--strict")
    assert (said.code, said.problems) == (0, [])
    assert archive.text("one") == "One boat left."


def test_a_file_whose_name_is_no_utf_8_is_served_and_its_faults_are_named(archive: Archive) -> None:
    folder = os.fsencode(archive.folder)
    Path(os.fsdecode(folder + b"/caf\xe9.jsonl")).write_bytes(records(ONE, {}))
    said = archive.rebuild()
    assert said.code == 0
    assert said.problems[0].endswith(".jsonl:2: the record has no “text” (skipped)")
    assert archive.text("one") == "One boat left."
    assert json.loads(archive.rebuild("--json").out)["skipped"][0]["line"] == 2


def test_an_empty_folder_is_said_so_and_what_was_served_goes_on(archive: Archive, tmp_path: Path) -> None:
    assert archive.rebuild().code == 0
    before = archive.pointer()
    (tmp_path / "empty").mkdir()
    said = archive.command("rebuild", "--corpus", str(tmp_path / "empty"))
    assert said.err == (
        f"{tmp_path}/empty holds no article that can be read. Name a folder of .txt, .md, .jsonl or .jsonl.gz: "
        "`dateline rebuild --corpus PATH`.\n"
    )
    assert said.code == 1
    assert archive.pointer() == before
    assert archive.good() == GOOD


def test_of_a_packed_file_cut_short_every_whole_record_is_served(archive: Archive) -> None:
    lines = [{"id": f"r{number}", "text": os.urandom(60).hex(" ", 5)} for number in range(400)]
    packed = gzip.compress(records(*lines))
    (archive.folder / "m.jsonl.gz").write_bytes(packed[: len(packed) // 2])
    whole = zlib.decompressobj(wbits=31).decompress(packed[: len(packed) // 2]).count(b"\n")
    said = archive.rebuild()
    assert whole > 100
    assert said.problems == [
        f"{archive.folder}/m.jsonl.gz:{whole + 1}: the gzip file ends early here, cut short or still being written; "
        "the lines before are kept (skipped)"
    ]
    assert f" {len(GOOD) + whole} articles, " in said.err
    assert archive.text(f"r{whole - 1}") == lines[whole - 1]["text"]
    assert archive.good() == GOOD


@pytest.mark.parametrize(
    ("name", "problem"),
    [
        ("m.txt", "m.txt: the file is longer than 16 MiB, too long for one article (skipped)"),
        ("m.jsonl", "m.jsonl:2: the line is longer than 16 MiB, too long for one article (skipped)"),
        ("m.jsonl.gz", "m.jsonl.gz:2: the line is longer than 16 MiB, too long for one article (skipped)"),
    ],
)
def test_a_line_of_100_mb_is_named_and_skipped_without_being_held(archive: Archive, name: str, problem: str) -> None:
    assert archive.rebuild().code == 0  # what is imported is not to be counted
    with gzip.open(archive.folder / name, "wb", 1) if name.endswith("gz") else (archive.folder / name).open("wb") as m:
        m.write(records(ONE))
        for _ in range(100):
            m.write(b"x" * MB)
        m.write(b"\n" + records(TWO))
    tracemalloc.start()
    said = archive.rebuild()
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert (said.code, said.problems, archive.good()) == (0, [f"{archive.folder}/{problem}"], GOOD)
    assert name == "m.txt" or archive.text("two") == "Two boats came."
    assert peak < 50 * MB


def meanwhile(suffix: str, act: Callable[[Path], object], monkeypatch: pytest.MonkeyPatch) -> None:
    """Has another program act on every file of this format, once the first of its articles has been read."""
    real = formats.FORMATS[suffix]

    def read(path: Path, report: Report) -> Iterator[RawArticle]:
        for number, article in enumerate(real(path, report)):
            if number == 0:
                act(path)
            yield article

    monkeypatch.setitem(formats.FORMATS, suffix, read)


def test_a_file_that_is_being_written_gives_its_whole_records_and_the_next_rebuild_the_rest(
    archive: Archive, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = archive.folder / "m.jsonl"
    half = len(records(ONE, TWO)) - 5
    file.write_bytes(records(ONE))
    with monkeypatch.context() as patch:
        meanwhile(".jsonl", lambda path: path.write_bytes(records(ONE, TWO)[:half]), patch)
        said = archive.rebuild()
    assert said.problems == [
        f"{file}:2: broken JSON at column 23: Unterminated string; the file ends in this line, cut short or still "
        "being written (skipped)",
        f"{file}: changed while it was read; the next rebuild reads it again (kept)",
    ]
    assert (said.code, archive.text("one"), archive.good()) == (0, "One boat left.", GOOD)
    file.write_bytes(records(ONE, TWO))
    said = archive.rebuild()
    assert (said.code, said.problems) == (0, [])
    assert archive.text("two") == "Two boats came."


def test_a_file_that_vanishes_before_its_turn_is_named_and_skipped(
    archive: Archive, monkeypatch: pytest.MonkeyPatch
) -> None:
    gone = archive.folder / "m.jsonl"
    gone.write_bytes(records(ONE))
    meanwhile(".txt", lambda path: gone.unlink(), monkeypatch)
    said = archive.rebuild()
    assert said.problems == [f"{gone}: vanished before it was read (skipped)"]
    assert (said.code, archive.good()) == (0, GOOD)


def test_a_file_that_vanishes_while_it_is_read_is_read_to_its_end(
    archive: Archive, monkeypatch: pytest.MonkeyPatch
) -> None:
    gone = archive.folder / "m.jsonl"
    gone.write_bytes(records(ONE, TWO))
    meanwhile(".jsonl", Path.unlink, monkeypatch)
    said = archive.rebuild()
    assert said.problems == [f"{gone}: vanished while it was read; its articles are kept until the next rebuild (kept)"]
    assert (said.code, archive.text("two"), archive.good()) == (0, "Two boats came.", GOOD)


@pytest.fixture
def closed(monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[[Path, int], None]]:
    """Takes permissions away until the test has ended."""
    paths: list[Path] = []

    def close(path: Path, mode: int) -> None:
        paths.append(path)
        path.chmod(mode)

    yield close
    for path in reversed(paths):
        path.chmod(0o755)


def as_nobody_special(archive: Archive, *arguments: str) -> Said:
    """The command in a process that permissions bind, whoever runs the tests; with the real embedder."""
    if sys.platform != "linux" and os.geteuid() == 0:
        pytest.skip("root reads and writes everything, and only Linux can take that right from a process")

    def give_up_rights() -> None:
        for right in (CAP_DAC_OVERRIDE, CAP_DAC_READ_SEARCH) if os.geteuid() == 0 else ():
            ctypes.CDLL(None).prctl(PR_CAPBSET_DROP, right, 0, 0, 0)

    done = subprocess.run(
        [sys.executable, "-c", "from bot.cli import main; main()", "--data-dir", str(archive.data_dir), *arguments],
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        preexec_fn=give_up_rights,
    )
    return Said(done.returncode, done.stdout, done.stderr)


def test_a_file_and_a_folder_that_may_not_be_read_are_named_and_skipped(
    archive: Archive, closed: Callable[[Path, int], None]
) -> None:
    (archive.folder / "locked").mkdir()
    for name in ("m.jsonl", "n.txt", "n.toml", "locked/a.txt"):
        (archive.folder / name).write_bytes(records(ONE))
    for name in ("m.jsonl", "n.toml", "locked"):
        closed(archive.folder / name, 0)
    said = as_nobody_special(archive, "rebuild", "--corpus", str(archive.folder))
    assert [line.removeprefix(f"{archive.folder}/") for line in said.problems] == [
        "locked: the folder cannot be read: Permission denied (skipped)",
        "m.jsonl: may not be read: permission denied (skipped)",
        "n.toml: may not be read: permission denied; the article is kept without it (kept)",
    ]
    assert (said.code, archive.good()) == (0, GOOD)


@pytest.mark.skipif(sys.platform != "linux", reason="a file that every reading of fails is known on Linux only")
def test_a_file_that_the_disk_does_not_give_is_named_and_skipped(archive: Archive) -> None:
    (archive.folder / "m.txt").symlink_to("/proc/self/mem")
    said = archive.rebuild()
    assert said.problems == [f"{archive.folder}/m.txt: cannot be read: input/output error (skipped)"]
    assert (said.code, archive.good()) == (0, GOOD)


def test_a_data_folder_that_may_not_be_written_is_named_and_goes_on_serving(
    archive: Archive, closed: Callable[[Path, int], None]
) -> None:
    assert archive.rebuild().code == 0
    before = archive.pointer()
    (archive.folder / "m.jsonl").write_bytes(records(ONE))
    for folder in (archive.data_dir / "generations", archive.data_dir):
        closed(folder, 0o555)
    said = as_nobody_special(archive, "rebuild", "--corpus", str(archive.folder))
    # The whole of it: not even the first article is read.
    assert said.err == (
        f"The data folder {archive.data_dir} cannot be used: permission denied. "
        "Let Dateline read and write it, or set another `data_dir`.\n"
    )
    assert said.code == 1
    assert archive.pointer() == before
    assert archive.good() == GOOD


def test_an_unknown_setting_in_a_file_is_named_before_anything_is_built(archive: Archive, tmp_path: Path) -> None:
    file = tmp_path / "settings.toml"
    file.write_text("[index]\nmax_pasage_tokens = 100\n", encoding="utf-8")
    said = archive.command("--config", str(file), "rebuild", "--corpus", str(archive.folder))
    assert said.err == (
        f"Unknown setting index.max_pasage_tokens in {file}; did you mean index.max_passage_tokens? "
        "Correct the setting; config/default.toml lists them all.\n"
    )
    assert said.code == 1
    assert not (archive.data_dir / "generations").exists()


def test_an_unknown_setting_in_the_environment_is_named_before_anything_is_built(
    archive: Archive, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DATELINE_CORPUS_PAHT", "/news")
    said = archive.rebuild()
    assert said.err == (
        "Unknown setting DATELINE_CORPUS_PAHT in the environment; did you mean DATELINE_CORPUS_PATH? "
        "Correct the setting; config/default.toml lists them all.\n"
    )
    assert said.code == 1
    assert not (archive.data_dir / "generations").exists()
