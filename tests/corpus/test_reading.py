"""An archive on disk as articles: which ones, in which order, by which names."""

from __future__ import annotations

import hashlib
import json
import re
from datetime import date
from pathlib import Path

import pytest

import corpus
from config.errors import EmptyCorpusError
from corpus.types import Article, Problem
from tests.articles import read_articles

SHIPPED = Path(corpus.__file__).parent / "articles"


def read(root: Path) -> tuple[list[Article], list[Problem]]:
    problems: list[Problem] = []
    return list(read_articles(root, problems.append)), problems


def write(root: Path, files: dict[str, str]) -> Path:
    for name, content in files.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(content, encoding="utf-8")
    return root


def records(*items: dict[str, object]) -> str:
    return "".join(f"{json.dumps({'text': 'Words.', **item})}\n" for item in items)


def test_the_shipped_articles_are_known_as_their_sidecars_say() -> None:
    (first, second), problems = read(SHIPPED)
    assert (first.id, second.id) == ("000_fb3d9519ca0be116", "004_02f4d93758813a8a")
    assert (first.info.outlet, first.info.published, first.info.published_from) == (
        "The Moscow Times",
        date(2021, 10, 7),
        "metadata",
    )
    assert (second.info.outlet, second.info.published, second.info.published_from) == (None, None, None)
    assert len(first.links) == 2
    assert not problems


def test_the_hash_is_that_of_the_clean_text() -> None:
    for article in read(SHIPPED)[0]:
        assert article.info.sha256 == hashlib.sha256(article.text.encode()).hexdigest()


def test_files_are_read_in_the_order_of_their_paths(tmp_path: Path) -> None:
    write(tmp_path, {"b.txt": "Two.", "a/z.md": "One.", "c.jsonl": records({"text": "Three."}, {"text": "Four."})})
    assert [article.text for article in read(tmp_path)[0]] == ["One.", "Two.", "Three.", "Four."]


def test_hidden_files_sidecars_and_unknown_suffixes_are_no_articles(tmp_path: Path) -> None:
    write(tmp_path, {"a.txt": "Words.", ".b.txt": "x", ".git/c.txt": "x", "lone.toml": "", "d.pdf": "x", "e.PDF": "x"})
    articles, (problem,) = read(tmp_path)
    assert len(articles) == 1
    assert problem.reason.startswith("files that end in .pdf are no format that is read")
    assert problem.reason.endswith(": 2 left out")
    assert not problem.skipped


def test_one_file_is_an_archive_too_and_its_ids_are_those_of_its_folder(tmp_path: Path) -> None:
    write(tmp_path, {"a.txt": "Words."})
    assert read(tmp_path / "a.txt")[0] == read(tmp_path)[0]


def test_an_id_is_the_stated_one_else_of_the_address_else_of_the_place(tmp_path: Path) -> None:
    write(
        tmp_path, {"a.jsonl": records({"id": "own", "url": "https://a.example/1"}, {"url": "https://a.example/1"}, {})}
    )
    own, by_url, by_place = (article.id for article in read(tmp_path)[0])
    assert own == "own"
    assert re.fullmatch(r"url-[0-9a-f]{16}", by_url)
    assert re.fullmatch(r"file-[0-9a-f]{16}", by_place)


def test_ids_do_not_depend_on_where_the_archive_stands(tmp_path: Path) -> None:
    files = {"sub/a.txt": "Words.", "b.jsonl": records({}, {})}
    here, there = write(tmp_path / "here", files), write(tmp_path / "there", files)
    assert [a.id for a in read(here)[0]] == [a.id for a in read(there)[0]]


@pytest.mark.parametrize("stated", ["a b", "$(rm)", "-rf", "../../etc", "a'b\"", "x" * 500, "a\x1b[31m", "~root"])
def test_an_id_is_safe_on_a_command_line(tmp_path: Path, stated: str) -> None:
    write(tmp_path, {"a.jsonl": records({"id": stated})})
    (article,), (problem,) = read(tmp_path)
    assert re.fullmatch(r"[\w][\w.:+/~=,-]{0,130}", article.id)
    assert f"it becomes “{article.id}”" in problem.reason
    assert not problem.skipped


def test_two_ids_made_safe_stay_two(tmp_path: Path) -> None:
    write(tmp_path, {"a.jsonl": records({"id": "a b"}, {"id": "a$b"})})
    assert len({article.id for article in read(tmp_path)[0]}) == 2


def test_the_second_article_with_an_id_is_named_with_the_place_of_the_first(tmp_path: Path) -> None:
    write(tmp_path, {"a.jsonl": records({"id": "one", "text": "First."}, {"id": "one", "text": "Second."})})
    (article,), (problem,) = read(tmp_path)
    assert article.text == "First."
    assert (problem.line, problem.skipped) == (2, True)
    assert problem.reason == f"the id “one” is taken by {tmp_path / 'a.jsonl'}:1; the first is kept"


@pytest.mark.parametrize("stated", ["2021-02-30", "yesterday"])
def test_an_impossible_date_keeps_the_article_without_one(tmp_path: Path, stated: str) -> None:
    write(tmp_path, {"a.jsonl": records({"published": stated})})
    (article,), (problem,) = read(tmp_path)
    assert article.info.published is article.info.published_from is None
    assert problem.reason == f"the date “{stated}” is not one day of the calendar; the article is kept without a date"
    assert (problem.line, problem.skipped) == (1, False)


@pytest.mark.parametrize(
    ("url", "outlet"),
    [
        ("https://www.news.example/a", "news.example"),
        ("https://News.Example:8080/", "news.example"),
        ("no address", None),
    ],
)
def test_the_outlet_falls_back_to_the_host(tmp_path: Path, url: str, outlet: str | None) -> None:
    write(tmp_path, {"a.jsonl": records({"url": url})})
    assert read(tmp_path)[0][0].info.outlet == outlet


def test_what_holds_only_furniture_is_named_and_left_out(tmp_path: Path) -> None:
    write(tmp_path, {"a.jsonl": records({"text": "Advertisement\n\nhttps://a.example/"}, {})})
    articles, (problem,) = read(tmp_path)
    assert len(articles) == 1
    assert (problem.line, problem.skipped) == (1, True)


def test_half_a_surrogate_pair_in_a_record_can_be_stored(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_text('{"text": "W\\ud800ords.", "title": "T\\udc00", "id": "i\\ud800"}')
    (article,), _ = read(tmp_path)
    assert (article.text, article.info.title, article.id) == ("Words.", "T", "i")


def test_a_loop_of_links_ends(tmp_path: Path) -> None:
    write(tmp_path, {"a/b.txt": "Words."})
    (tmp_path / "a" / "up").symlink_to(tmp_path)
    (tmp_path / "self.txt").symlink_to(tmp_path / "self.txt")
    articles, problems = read(tmp_path)
    assert len(articles) == 1
    assert [(problem.path.name, problem.reason) for problem in problems] == [
        ("up", "leads to a folder that was read already"),
        ("self.txt", "is a link that leads back to itself"),
    ]


def test_a_link_to_an_impossible_name_is_named_and_the_rest_is_read(tmp_path: Path) -> None:
    write(tmp_path, {"b.txt": "Words."})
    (tmp_path / "a.txt").symlink_to("x" * 300)
    (article,), (problem,) = read(tmp_path)
    assert article.text == "Words."
    assert (problem.path.name, problem.reason, problem.skipped) == (
        "a.txt",
        "is a link that cannot be followed: File name too long",
        True,
    )


def test_a_folder_that_may_not_be_entered_is_named_and_the_rest_is_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(tmp_path, {"closed/a.txt": "x", "closed/b.txt": "x", "open/c.txt": "Words."})
    is_dir = Path.is_dir

    def refuse(path: Path) -> bool:
        if path.parent.name == "closed":
            raise PermissionError(13, "Permission denied")
        return is_dir(path)

    monkeypatch.setattr(Path, "is_dir", refuse)
    (article,), (problem,) = read(tmp_path)
    assert article.text == "Words."
    assert problem.path.name == "closed"
    assert problem.reason == "the folder cannot be entered: Permission denied"
    assert problem.skipped


def test_an_archive_with_an_impossible_name_is_said_so(tmp_path: Path) -> None:
    with pytest.raises(EmptyCorpusError, match="cannot be read: File name too long"):
        read_articles(tmp_path / ("x" * 300), lambda problem: None)


def test_an_archive_that_does_not_exist_is_said_before_anything_is_read(tmp_path: Path) -> None:
    with pytest.raises(EmptyCorpusError, match="does not exist"):
        read_articles(tmp_path / "gone", lambda problem: None)


def test_one_file_of_an_unknown_format_is_said_so(tmp_path: Path) -> None:
    write(tmp_path, {"a.pdf": "x"})
    with pytest.raises(EmptyCorpusError, match="is of no format that is read"):
        read_articles(tmp_path / "a.pdf", lambda problem: None)


@pytest.mark.parametrize("files", [{}, {"a.txt": ""}, {"a.jsonl": "{}\n"}, {"a.pdf": "x"}])
def test_an_archive_without_an_article_is_an_error(tmp_path: Path, files: dict[str, str]) -> None:
    write(tmp_path, files)
    with pytest.raises(EmptyCorpusError, match="holds no article that can be read"):
        read(tmp_path)
