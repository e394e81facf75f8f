"""What a file's bytes become, and what a person is told about those that become nothing."""

from __future__ import annotations

import gzip
import json
import os
import time
from pathlib import Path
from typing import IO

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from corpus import formats
from corpus.formats import FORMATS, read_file
from corpus.markdown import read_markdown
from corpus.types import Problem, RawArticle


def read(path: Path) -> tuple[list[RawArticle], list[Problem]]:
    problems: list[Problem] = []
    return list(read_file(path, problems.append)), problems


def written(folder: Path, name: str, content: str | bytes) -> Path:
    path = folder / name
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path


def only_reason(path: Path) -> str:
    articles, problems = read(path)
    assert not articles
    assert len(problems) == 1
    assert problems[0].skipped
    assert "\n" not in problems[0].reason
    return problems[0].reason


def test_the_formats_are_those_of_the_table() -> None:
    assert list(FORMATS) == [".txt", ".md", ".jsonl", ".jsonl.gz"]


@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"])
def test_a_text_file_is_one_article(tmp_path: Path, mark: bytes) -> None:
    articles, problems = read(written(tmp_path, "a.txt", mark + "Café.\n".encode()))
    assert (articles[0].text, articles[0].id, articles[0].line, problems) == ("Café.\n", "", None, [])


FRONT_MATTER = [
    '---\nid: a1\ntitle: "The bridge"\npublished: 2021-10-07\nauthors: [Ann Smith, Bo Li]\n---\nIt is open.',
    "---\r\nid: a1\r\ntitle: The bridge\r\npublished: 2021-10-07\r\nauthors:\r\n- Ann Smith\r\n- Bo Li\r\n---\r\n"
    "It is open.",
    '+++\nid = "a1"\ntitle = "The bridge"\npublished = 2021-10-07\nauthors = ["Ann Smith", "Bo Li"]\n+++\nIt is open.',
]


@pytest.mark.parametrize("content", FRONT_MATTER)
@pytest.mark.parametrize("name", ["a.txt", "a.md"])
def test_front_matter_says_what_is_known(tmp_path: Path, content: str, name: str) -> None:
    (article,), problems = read(written(tmp_path, name, content))
    assert (article.id, article.title, article.published) == ("a1", "The bridge", "2021-10-07")
    assert article.authors == ("Ann Smith", "Bo Li")
    assert article.text.strip() == "It is open."
    assert not problems


def test_a_sidecar_says_what_is_known_and_front_matter_goes_before_it(tmp_path: Path) -> None:
    written(tmp_path, "a.toml", 'title = "From the sidecar"\noutlet = "The Harbour Times"\n')
    (article,), _ = read(written(tmp_path, "a.txt", "---\ntitle: From the file\n---\nWords."))
    assert (article.title, article.outlet) == ("From the file", "The Harbour Times")


@pytest.mark.parametrize(
    "text", ["---\nA text under a rule.\n---\nMore.", "---\nNo end.", "+++\nNo end.", "Title: no fence"]
)
def test_a_rule_at_the_top_is_not_front_matter(tmp_path: Path, text: str) -> None:
    (article,), problems = read(written(tmp_path, "a.txt", text))
    assert article.text == text
    assert not problems


NO_FRONT_MATTER = [
    "---\nHARBOUR: The town has invited nine envoys to talks about the bridge.\n---\nMore.",
    "---\nAuthorities: nine were found.\n---\nMore.",
    "---\ntitle: The bridge\nand a line that is no key\n---\nMore.",
]


@pytest.mark.parametrize("text", NO_FRONT_MATTER)
def test_keys_that_are_no_front_matter_stay_in_the_text_and_are_named(tmp_path: Path, text: str) -> None:
    (article,), (problem,) = read(written(tmp_path, "a.txt", text))
    assert article.text == text
    assert (problem.line, problem.skipped) == (1, False)
    assert problem.reason.startswith("the lines between the rules at the top are not readable as front matter")


@pytest.mark.parametrize(
    "nested",
    [
        "seo:\n  description: A bridge is open\n  tags:\n    - bridge\n",
        "seo:\n- name: one\n  size: 2\n- name: two\n",
        "seo:\n    title: Another\n",
        "seo: {title: Another}\n",
        "seo: |\n  Words of its own.\n  title: Another\n",
    ],
)
def test_nested_values_of_an_unknown_key_are_passed_over_and_the_key_named(tmp_path: Path, nested: str) -> None:
    content = f"---\ntitle: The bridge\n{nested}published: 2021-10-07\n---\nIt is open."
    (article,), (problem,) = read(written(tmp_path, "a.md", content))
    assert (article.title, article.published, article.text) == ("The bridge", "2021-10-07", "It is open.")
    assert problem.reason.startswith("unknown key “seo”")


def test_a_value_may_go_on_in_indented_lines(tmp_path: Path) -> None:
    content = (
        "---\ntitle: >-\n  The bridge\n  is open\nauthors: [Ann Smith,\n  Bo Li]\noutlet: The Harbour\n  Times\n---\nA."
    )
    (article,), problems = read(written(tmp_path, "a.txt", content))
    assert (article.title, article.authors, article.outlet) == (
        "The bridge is open",
        ("Ann Smith", "Bo Li"),
        "The Harbour Times",
    )
    assert not problems


def test_a_nested_value_of_a_known_key_is_named_and_the_article_kept(tmp_path: Path) -> None:
    (article,), (problem,) = read(written(tmp_path, "a.txt", "---\ntitle:\n  long: The bridge\n---\nWords."))
    assert (article.title, article.text) == (None, "Words.")
    assert problem.reason == "“title” must be a text, not an object; the article is kept without it"


def test_an_unknown_key_is_named_with_the_nearest_known_one_and_the_article_kept(tmp_path: Path) -> None:
    (article,), (problem,) = read(written(tmp_path, "a.txt", "---\ntitel: The bridge\n---\nWords."))
    assert article.text == "Words."
    assert problem.reason == "unknown key “titel”; did you mean “title”?"
    assert not problem.skipped


def test_a_broken_sidecar_is_named_and_the_article_kept(tmp_path: Path) -> None:
    sidecar = written(tmp_path, "a.toml", "title = The bridge")
    (article,), (problem,) = read(written(tmp_path, "a.txt", "Words."))
    assert article.title is None
    assert problem.path == sidecar
    assert problem.reason.startswith("is not readable TOML: ")
    assert not problem.skipped


def test_markdown_keeps_its_words_and_its_links(tmp_path: Path) -> None:
    content = (
        "# The *bridge* is open\n\nThe **mayor** said [so](https://example.org/so) on `Monday`, snake_case_name.\n\n"
        "## What comes next\n\n> A quotation.\n\n- one\n- two\n\n2 * 3 * 4 <!-- hidden -->\n"
    )
    (article,), _ = read(written(tmp_path, "a.md", content))
    assert article.title == "The bridge is open"
    assert "The mayor said so on Monday, snake_case_name." in article.text
    assert "\nWhat comes next\n" in article.text
    assert "\nA quotation.\n\n- one\n- two\n\n2 * 3 * 4" in article.text
    assert article.text.endswith("\n\nhttps://example.org/so")
    assert "hidden" not in article.text


@pytest.mark.parametrize(
    "text",
    ["<!-- " * 400_000, f"# x{' ' * 2_000_000}x", f"# x{' #' * 1_000_000}x", "[](a" * 500_000, "`a" * 1_000_000],
    ids=["comments", "blanks in a heading", "marks in a heading", "links", "code"],
)
def test_two_million_characters_of_one_mark_take_seconds(text: str) -> None:
    started = time.process_time()
    read_markdown(text)
    assert time.process_time() - started < 20


@pytest.mark.parametrize(
    ("markdown", "words"),
    [
        ("a<!-- b -->c", "ac"),
        ("a<!-- b -- c --><!---->d", "ad"),
        ("a<!-- b", "a<!-- b"),
        (f"a<!--{' ' * 5001}-->b<!-- c -->", f"a<!--{' ' * 5001}-->b"),
        ("Words.\n\n## One ##\n\n# C#", "Words.\n\nOne\n\nC#"),
    ],
)
def test_comments_and_closing_marks_go_and_nothing_else(markdown: str, words: str) -> None:
    assert read_markdown(markdown) == (None, words)


def test_a_heading_under_a_stated_title_stays_in_the_text(tmp_path: Path) -> None:
    (article,), _ = read(written(tmp_path, "a.md", "---\ntitle: Stated\n---\n# Heading\n\nWords."))
    assert article.title == "Stated"
    assert article.text.split() == ["Heading", "Words."]


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", "is empty"),
        (b" \n\t\n", "holds only blanks"),
        (b"caf\xe9.", "is not UTF-8: byte 4 of the line is 0xe9"),
        (b"PK\x03\x04\x00\x00", "is binary, not text"),
        ("Words.".encode("utf-16"), "is UTF-16, not UTF-8"),
        (b"---\ntitle: The bridge\n---\n \n", "has no text below its front matter"),
    ],
)
def test_a_file_that_is_no_article_is_named_with_the_reason(tmp_path: Path, content: bytes, reason: str) -> None:
    assert only_reason(written(tmp_path, "a.txt", content)) == reason


def test_an_undecodable_byte_is_named_with_its_line(tmp_path: Path) -> None:
    _, (problem,) = read(written(tmp_path, "a.txt", b"one\ntwo\nthr\xffe"))
    assert (problem.line, problem.reason) == (3, "is not UTF-8: byte 4 of the line is 0xff")


@pytest.mark.parametrize("pack", [lambda data: data, gzip.compress], ids=["jsonl", "jsonl.gz"])
def test_each_line_is_one_article(tmp_path: Path, pack: object) -> None:
    records = [{"id": 7, "text": "One.", "title": "A", "authors": "Ann", "other": {}}, {"text": "Two.", "url": None}]
    data = "\n\n".join(map(json.dumps, records)).encode()
    name = "a.jsonl" if pack is not gzip.compress else "a.JSONL.gz"
    articles, problems = read(written(tmp_path, name, pack(data)))  # type: ignore[operator]
    assert [(a.id, a.text, a.line, a.title, a.authors) for a in articles] == [
        ("7", "One.", 1, "A", ("Ann",)),
        ("", "Two.", 3, None, ()),
    ]
    assert not problems


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ('{"text": "a"', "broken JSON at column 13: Expecting ',' delimiter"),
        ('["a"]', "the record is no JSON object"),
        ('{"title": "a"}', "the record has no “text”"),
        ('{"text": null}', "the record has no “text”"),
        ('{"text": 5}', "“text” must be a text, not a number"),
        ('{"text": " \\n"}', "“text” holds only blanks"),
        ("[" * 100_000, "broken JSON: nested too deeply"),
        ('{"id": ' + "9" * 5000 + "}", "broken JSON: a number has thousands of digits"),
        ('{"text": "a', "broken JSON at column 10: Unterminated string"),
    ],
)
def test_a_bad_record_is_named_with_its_line_and_the_rest_go_on(tmp_path: Path, line: str, reason: str) -> None:
    good = json.dumps({"text": "Words."})
    articles, (problem,) = read(written(tmp_path, "a.jsonl", f"{good}\n{line}\n{good}\n"))
    assert [article.line for article in articles] == [1, 3]
    assert (problem.line, problem.reason, problem.skipped) == (2, reason, True)


def test_a_wrong_type_beside_the_text_is_named_and_the_article_kept(tmp_path: Path) -> None:
    record = {"text": "Words.", "title": ["a"], "published": 2021, "outlet": True, "authors": ["Ann", {}]}
    (article,), problems = read(written(tmp_path, "a.jsonl", json.dumps(record)))
    assert (article.title, article.published, article.outlet, article.authors) == (None, None, None, ())
    assert [problem.reason for problem in problems] == [
        "“title” must be a text, not a list; the article is kept without it",
        "“outlet” must be a text, not true or false; the article is kept without it",
        "“published” must be a text, not a number; the article is kept without it",
        "“authors” must be a list of names, and holds an object; the article is kept without it",
    ]
    assert not any(problem.skipped for problem in problems)


def test_a_title_as_long_as_a_text_is_named_and_left_out(tmp_path: Path) -> None:
    record = {"id": "i" * 5000, "text": "Words.", "title": "a" * 4001, "outlet": "b" * 4000}
    (article,), (problem,) = read(written(tmp_path, "a.jsonl", json.dumps(record)))
    assert (len(article.id), article.title, len(article.outlet or "")) == (5000, None, 4000)
    assert problem.reason == "“title” has 4,001 characters, too many; the article is kept without it"


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        (
            b'{"text": "Wor',
            "broken JSON at column 10: Unterminated string; the file ends in this line, cut short or still being "
            "written",
        ),
        (
            b'{"text": "caf\xc3',
            "is not UTF-8: byte 14 of the line is 0xc3; the file ends there, perhaps cut short or still being written",
        ),
    ],
)
def test_the_half_record_at_the_end_of_a_file_is_named_as_such(tmp_path: Path, line: bytes, reason: str) -> None:
    articles, (problem,) = read(written(tmp_path, "a.jsonl", b'{"text": "Words."}\n' + line))
    assert len(articles) == 1
    assert (problem.line, problem.reason, problem.skipped) == (2, reason, True)


def test_of_a_file_that_grows_while_it_is_read_the_new_records_are_read_too(tmp_path: Path) -> None:
    path = written(tmp_path, "a.jsonl", '{"text": "One."}\n{"text": "Two."}\n')
    problems: list[Problem] = []
    articles = read_file(path, problems.append)
    first = next(articles)
    with path.open("a") as file:
        file.write('{"text": "Three."}\n{"text": "Fo')
    assert [first.text, *(article.text for article in articles)] == ["One.", "Two.", "Three."]
    assert [(problem.line, problem.reason, problem.skipped) for problem in problems] == [
        (
            4,
            "broken JSON at column 10: Unterminated string; the file ends in this line, cut short or still being "
            "written",
            True,
        ),
        (None, "changed while it was read; the next rebuild reads it again", False),
    ]


@pytest.mark.parametrize("replaced", [False, True])
def test_a_file_that_goes_while_it_is_read_is_read_to_its_end(tmp_path: Path, replaced: bool) -> None:
    path = written(tmp_path, "a.jsonl.gz", gzip.compress(b'{"text": "One."}\n{"text": "Two."}\n'))
    problems: list[Problem] = []
    articles = read_file(path, problems.append)
    next(articles)
    if replaced:
        written(tmp_path, "new", b"").replace(path)
    else:
        path.unlink()
    assert [article.text for article in articles] == ["Two."]
    told = "changed while it was read; the next rebuild reads it again"
    gone = "vanished while it was read; its articles are kept until the next rebuild"
    assert [problem.reason for problem in problems] == [told if replaced else gone]


class Written:
    """Stands in for `Path.open`: before each of the first `times` readings another program adds a word."""

    def __init__(self, times: int, monkeypatch: pytest.MonkeyPatch) -> None:
        self.times = times
        self.open = Path.open
        monkeypatch.setattr(Path, "open", lambda path, mode: self(path, mode))

    def __call__(self, path: Path, mode: str) -> IO[bytes]:
        if self.times:
            self.times -= 1
            with self.open(path, "ab") as file:
                file.write(b" more")
        return self.open(path, mode)


def test_a_text_that_is_being_written_is_read_again_until_it_is_whole(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = written(tmp_path, "a.txt", "Words")
    Written(2, monkeypatch)
    (article,), problems = read(path)
    assert (article.text, problems) == ("Words more more", [])


def test_a_text_that_never_stays_the_same_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = written(tmp_path, "a.txt", "Words")
    Written(99, monkeypatch)
    assert only_reason(path) == "changes while it is read; the next rebuild tries again"


def test_a_line_that_is_too_long_is_passed_over_without_being_held(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(formats, "MAX_RECORD_BYTES", 1024**2)
    good = json.dumps({"text": "Words."}).encode()
    path = written(tmp_path, "a.jsonl", good + b"\n" + b"x" * 5_000_000 + b"\n" + good)
    articles, (problem,) = read(path)
    assert [article.line for article in articles] == [1, 3]
    assert (problem.line, problem.reason) == (2, "the line is longer than 1 MiB, too long for one article")
    assert only_reason(written(tmp_path, "b.txt", b"x" * 5_000_000)).startswith("the file is longer than 1 MiB")


def test_of_a_gzip_file_cut_short_the_records_before_the_cut_are_kept(tmp_path: Path) -> None:
    lines = [json.dumps({"text": f"{os.urandom(40).hex()} words."}) for _ in range(500)]
    packed = gzip.compress("\n".join(lines).encode())
    articles, (problem,) = read(written(tmp_path, "a.jsonl.gz", packed[: len(packed) // 2]))
    assert 100 < len(articles) < 500
    assert problem.line == len(articles) + 1
    assert (
        problem.reason == "the gzip file ends early here, cut short or still being written; the lines before are kept"
    )


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"no gzip at all", "is no gzip file"),
        (b"\x1f\x8b\x08\x00broken-broken-broken", "the gzip file is damaged here; the lines before are kept"),
    ],
)
def test_what_is_no_gzip_file_is_named(tmp_path: Path, content: bytes, reason: str) -> None:
    assert only_reason(written(tmp_path, "a.jsonl.gz", content)) == reason


def test_after_the_sum_of_a_gzip_file_proves_wrong_its_lines_are_kept(tmp_path: Path) -> None:
    packed = bytearray(gzip.compress(b'{"text": "One."}\n'))
    packed[-6] ^= 1
    (article,), (problem,) = read(written(tmp_path, "a.jsonl.gz", bytes(packed)))
    assert article.text == "One."
    assert (problem.line, problem.reason) == (2, "the gzip file is damaged here; the lines before are kept")


def test_a_file_of_records_in_utf_16_is_named_once(tmp_path: Path) -> None:
    assert only_reason(written(tmp_path, "a.jsonl", '{"text": "a"}\n{"text": "b"}\n'.encode("utf-16"))) == (
        "is UTF-16, not UTF-8"
    )


@pytest.mark.parametrize(
    ("sidecar", "line", "reason"),
    [
        (b"title = 'caf\xe9'", 1, "is not UTF-8: byte 13 of the line is 0xe9"),
        (b"a = " + b"[" * 5000, None, "is not readable TOML: nested too deeply"),
        (b"a = " + b"1" * 5000, None, "is not readable TOML: a number has thousands of digits"),
        (b"#" * 70_000, None, "the file is longer than 64 KiB, too long for a sidecar"),
        (b"id = 0x" + b"f" * 5000, None, "“id” is a number with too many digits"),
    ],
)
def test_a_sidecar_that_cannot_be_used_is_named_in_words(
    tmp_path: Path, sidecar: bytes, line: int | None, reason: str
) -> None:
    written(tmp_path, "a.toml", sidecar)
    (article,), (problem,) = read(written(tmp_path, "a.txt", "Words."))
    assert (article.text, problem.skipped) == ("Words.", False)
    assert (problem.line, problem.reason) == (line, f"{reason}; the article is kept without it")


def test_a_pipe_and_a_folder_are_no_sidecars(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "a.toml")
    (tmp_path / "b.toml").mkdir()
    for name in ("a.txt", "b.txt"):
        _, (problem,) = read(written(tmp_path, name, "Words."))
        assert problem.reason == "is not a regular file; the article is kept without it"


def test_an_article_whose_name_leaves_no_room_for_a_sidecar_has_none(tmp_path: Path) -> None:
    (article,), problems = read(written(tmp_path, f"{'a' * 251}.txt", "Words."))
    assert (article.text, problems) == ("Words.", [])


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("title = The bridge", "Invalid value (at line 2, column 9)"),
        ("a = " + "[" * 5000, "nested too deeply"),
    ],
)
def test_broken_front_matter_is_named_with_its_place_and_the_text_kept(tmp_path: Path, line: str, reason: str) -> None:
    (article,), (problem,) = read(written(tmp_path, "a.txt", f"+++\n{line}\n+++\nWords."))
    assert article.text == "Words."
    assert problem.reason == f"the front matter is not readable TOML: {reason}; the article is kept without it"


def test_a_long_text_between_rules_is_no_front_matter(tmp_path: Path) -> None:
    text = f"---\ntitle: {'x' * 70_000}\n---\nWords."
    (article,), _ = read(written(tmp_path, "a.txt", text))
    assert article.text == text


def test_an_unknown_key_of_many_lines_is_named_on_one(tmp_path: Path) -> None:
    written(tmp_path, "a.toml", f'"ti\\ntel{"x" * 100}" = 1')
    _, (problem,) = read(written(tmp_path, "a.txt", "Words."))
    assert problem.reason.startswith("unknown key “ti tel")
    assert len(problem.reason) < 200


@pytest.mark.parametrize("name", ["a.jsonl", "a.txt"])
def test_a_file_that_vanished_is_named(tmp_path: Path, name: str) -> None:
    assert only_reason(tmp_path / name) == "vanished before it was read"


def test_a_link_that_leads_nowhere_is_named(tmp_path: Path) -> None:
    (tmp_path / "a.txt").symlink_to(tmp_path / "gone.txt")
    assert only_reason(tmp_path / "a.txt") == "is a link that leads nowhere"


def test_a_file_that_may_not_be_read_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied")

    path = written(tmp_path, "a.txt", "Words.")
    monkeypatch.setattr(Path, "open", refuse)
    assert only_reason(path) == "may not be read: permission denied"


def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "a.txt")
    assert only_reason(tmp_path / "a.txt") == "is not a regular file"


@given(
    data=st.binary(max_size=300),
    suffix=st.sampled_from(sorted(FORMATS)),
    front=st.sampled_from([b"", b"---\n", b"+++\n"]),
)
@settings(deadline=None, max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_no_bytes_raise(tmp_path: Path, data: bytes, suffix: str, front: bytes) -> None:
    articles, problems = read(written(tmp_path, f"a{suffix}", front + data))
    assert articles or problems
