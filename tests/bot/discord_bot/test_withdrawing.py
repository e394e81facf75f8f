"""An article that is taken down leaves what the bot keeps, bytes included, whatever the bot does meanwhile."""

from __future__ import annotations

import logging
import os
import signal
import sqlite3
import subprocess
import sys
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from dataclasses import replace
from itertools import chain
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.discord_bot import database
from bot.discord_bot.database import Database
from bot.discord_bot.store import CONVERSATIONS_FILE, ConversationStore, read_feedback
from bot.discord_bot.withdrawing import cited_articles, withdraw_answers
from config.errors import ConversationsUnusable, SettingsError
from corpus.types import ArticleInfo, Passage, Span
from retrieval.types import Answer, AnswerSentence, Citation, Hit, Quote
from tests.bot.discord_bot.keeping import ANN, BOB, CARL, HERE, INDEX, KEY, START, opened

WORDS = {"a1": "Quixotically", "a2": "Zephyrous", "ä“3”": "Marzipan"}
"""A word of each article that nothing else says."""
ONE, TWO, THREE = WORDS


def info(id_: str) -> ArticleInfo:
    return ArticleInfo(id_, "0" * 64, f"{WORDS[id_]} title", "The Times", f"https://example.org/{WORDS[id_]}")


def answer(*cited: Sequence[str], nearest: Sequence[str] = (), resolved: str | None = None, size: int = 1) -> Answer:
    """An answer of a sentence for each of `cited`, which are the articles that say it, the first first."""
    citations: list[Citation] = []
    sentences = []
    for articles in cited:
        numbers = range(len(citations) + 1, len(citations) + len(articles) + 1)
        said = [f"{WORDS[id_]} said so. " * size for id_ in articles]
        citations += [
            Citation(number, Quote(text, 5, 5 + len(text), (Span(6, 9),)), info(id_), f"{id_}@0-22", 0.5, number)
            for number, text, id_ in zip(numbers, said, articles, strict=True)
        ]
        sentences.append(AnswerSentence(" ".join(said[0].split()), tuple(numbers)))
    near = [
        Hit(rank, Passage(f"{id_}@0-4", id_, 0, 4, f"{WORDS[id_]} is near.", ()), info(id_), 0.25)
        for rank, id_ in enumerate(nearest, 1)
    ]
    return Answer(
        "Who?",
        "answered" if cited else "not_found",
        "reader",
        tuple(sentences),
        tuple(citations),
        0.9,
        INDEX,
        resolved_question=resolved,
        short_answer=WORDS[cited[0][0]] if cited else None,
        nearest=tuple(near),
    )


@pytest.fixture
def data_dir(tmp_path: Path) -> Path:
    return tmp_path / "data"


@pytest.fixture
def store(data_dir: Path) -> Iterator[ConversationStore]:
    """A bot that runs."""
    with closing(opened(data_dir / CONVERSATIONS_FILE)) as store:
        yield store


def keep(store: ConversationStore, answer: Answer, parent: str | None = None, person: int = ANN) -> str:
    return store.keep(answer, person=person, place=HERE, private=False, parent=parent).id


def kept(store: ConversationStore, id_: str) -> Answer:
    found = store.get(id_)
    assert found is not None
    return found.answer


def on_disk(data_dir: Path) -> bytes:
    """All that is in the data folder, the database's log and index of the log included."""
    return b"".join(path.read_bytes() for path in data_dir.iterdir())


def words_on_disk(data_dir: Path) -> set[str]:
    found = on_disk(data_dir)
    return {id_ for id_, word in WORDS.items() if word.encode() in found}


def test_an_answer_loses_what_rested_on_it_and_keeps_the_rest_with_its_numbers(
    store: ConversationStore, data_dir: Path
) -> None:
    id_ = keep(store, answer([ONE, TWO], [TWO, ONE], [TWO]))
    assert withdraw_answers(data_dir, [ONE]) == 1
    left = kept(store, id_)
    assert left.text == "Zephyrous said so. [3] Zephyrous said so. [5]"
    assert [(one.number, one.article.id) for one in left.citations] == [(3, TWO), (5, TWO)]
    assert (left.status, left.short_answer, left.withdrawn) == ("answered", None, (ONE,))
    assert words_on_disk(data_dir) == {TWO}


@pytest.mark.parametrize("before", [answer([ONE], [ONE]), answer(nearest=[ONE])], ids=["cited", "nearest"])
def test_an_answer_that_has_nothing_left_says_so(before: Answer, store: ConversationStore, data_dir: Path) -> None:
    id_ = keep(store, before)
    assert withdraw_answers(data_dir, [ONE]) == 1
    left = kept(store, id_)
    assert left.emptied
    assert left == replace(
        before, status="not_found", sentences=(), citations=(), short_answer=None, nearest=(), withdrawn=(ONE,)
    )
    assert words_on_disk(data_dir) == set()


def test_nearest_passages_of_other_articles_stay(store: ConversationStore, data_dir: Path) -> None:
    before = answer(nearest=[ONE, TWO])
    id_ = keep(store, before)
    assert withdraw_answers(data_dir, [ONE, THREE]) == 1
    assert kept(store, id_) == replace(before, nearest=before.nearest[1:], withdrawn=(ONE,))
    assert not kept(store, id_).emptied


def test_answers_of_other_articles_are_left_as_they_are(store: ConversationStore, data_dir: Path) -> None:
    before = replace(answer([TWO], nearest=[]), question=f'Who is "{ONE}"?')
    id_ = keep(store, before)
    assert withdraw_answers(data_dir, [ONE, "a", ""]) == 0
    assert kept(store, id_) == before


def test_what_follow_ups_were_understood_as_goes_and_what_came_before_stays(
    store: ConversationStore, data_dir: Path
) -> None:
    first = keep(store, answer([TWO]))
    cites = keep(store, answer([ONE], resolved="Where? (Who?)"), parent=first)
    follows = keep(store, answer([TWO], resolved="And he? (Who? Quixotically)"), parent=cites, person=BOB)
    later = keep(store, answer([TWO], resolved="Why? (And he? Quixotically)"), parent=follows, person=CARL)
    beside = keep(store, answer([TWO], resolved="When? (Who?)"), parent=first)
    assert withdraw_answers(data_dir, [ONE]) == 1
    understood = [kept(store, id_).resolved_question for id_ in (cites, follows, later, beside)]
    assert understood == ["Where? (Who?)", None, None, "When? (Who?)"]
    assert words_on_disk(data_dir) == {TWO}
    assert [turn.answer for turn in store.history(cites)] == ["Zephyrous said so. [1]", ""]


def test_it_can_be_done_again_and_for_one_article_after_the_other(store: ConversationStore, data_dir: Path) -> None:
    id_ = keep(store, answer([ONE], [THREE], [TWO]))
    assert [withdraw_answers(data_dir, [gone]) for gone in (THREE, THREE, ONE)] == [1, 0, 1]
    assert kept(store, id_).withdrawn == (ONE, THREE)
    assert kept(store, id_).text == "Zephyrous said so. [3]"
    assert words_on_disk(data_dir) == {TWO}


TALKS = st.lists(
    st.tuples(
        st.lists(st.lists(st.sampled_from(list(WORDS)), min_size=1, max_size=3), max_size=4), st.integers(1, 300)
    ),
    min_size=1,
    max_size=12,
)
"""Which articles are cited by each sentence of each answer, and how long its quotes are."""


@settings(max_examples=25, deadline=None)
@given(TALKS, st.sets(st.sampled_from(list(WORDS))))
def test_no_byte_of_what_is_withdrawn_is_left(
    tmp_path_factory: pytest.TempPathFactory, talk: list[tuple[list[list[str]], int]], gone: set[str]
) -> None:
    """Beside a bot that runs, over answers of many sizes that go on from each other, so that pages are rearranged."""
    data_dir = tmp_path_factory.mktemp("data")
    with closing(opened(data_dir / CONVERSATIONS_FILE)) as store:
        ids: list[str] = []
        for cited, size in talk:
            before = answer(*cited, nearest=[] if cited else list(WORDS), size=size)
            ids.append(keep(store, before, parent=ids[-1] if ids else None))
        changed = withdraw_answers(data_dir, gone)
        touched = [gone.intersection(chain(*cited) if cited else WORDS) for cited, _ in talk]
        assert changed == sum(map(bool, touched))
        assert not words_on_disk(data_dir) & gone
        for id_, (cited, _), named in zip(ids, talk, touched, strict=True):
            left = kept(store, id_)
            assert set(left.withdrawn) == named
            assert [one.text.split()[0] for one in left.sentences] == [WORDS[a[0]] for a in cited if a[0] not in gone]


def test_it_needs_no_key_and_no_bot(store: ConversationStore, data_dir: Path) -> None:
    id_ = keep(store, answer([ONE]))
    store.close()
    assert withdraw_answers(data_dir, [ONE]) == 1
    assert [path.name for path in data_dir.iterdir()] == [CONVERSATIONS_FILE]
    assert words_on_disk(data_dir) == set()
    with closing(opened(data_dir / CONVERSATIONS_FILE)) as again:
        assert kept(again, id_).emptied


@pytest.mark.parametrize("empty", [False, True], ids=["no file", "an empty file"])
def test_where_nothing_was_kept_nothing_is_made(empty: bool, data_dir: Path) -> None:
    if empty:
        data_dir.mkdir()
        (data_dir / CONVERSATIONS_FILE).touch()
    assert withdraw_answers(data_dir, [ONE]) == 0
    assert not data_dir.exists() or on_disk(data_dir) == b""


def test_a_file_that_is_no_database_is_told(data_dir: Path) -> None:
    data_dir.mkdir()
    (data_dir / CONVERSATIONS_FILE).write_bytes(b"no database" * 100)
    with pytest.raises(ConversationsUnusable, match="file is not a database"):
        withdraw_answers(data_dir, [ONE])


KILLED = """
import os, signal, sys
from pathlib import Path
from bot.discord_bot import withdrawing
made = withdrawing.to_row
def to_row(answer):
    done.append(answer)
    if len(done) == 3:
        os.kill(os.getpid(), signal.SIGKILL)
    return made(answer)
done = []
withdrawing.to_row = to_row
withdrawing.withdraw_answers(Path(sys.argv[1]), ["a1"])
"""


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such signal")
def test_killed_halfway_it_has_done_nothing_and_is_done_again(store: ConversationStore, data_dir: Path) -> None:
    before = answer([ONE], [TWO])
    ids = [keep(store, before) for _ in range(5)]
    killed = subprocess.run([sys.executable, "-c", KILLED, str(data_dir)], cwd=Path(__file__).parents[3])
    assert killed.returncode == -signal.SIGKILL
    assert [kept(store, id_) for id_ in ids] == [before] * 5
    assert withdraw_answers(data_dir, [ONE]) == 5
    assert words_on_disk(data_dir) == {TWO}


def test_killed_before_it_erased_the_next_time_does(
    store: ConversationStore, data_dir: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    keep(store, answer([ONE], size=900))
    with monkeypatch.context() as patch:
        patch.setattr(Database, "erase", lambda self: True)
        assert withdraw_answers(data_dir, [ONE]) == 1
    assert words_on_disk(data_dir) == {ONE}
    assert withdraw_answers(data_dir, [ONE]) == 0
    assert words_on_disk(data_dir) == set()


def test_a_reader_only_delays_the_erasing_which_is_told(
    store: ConversationStore, data_dir: Path, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(database, "BUSY_S", 0.05)
    keep(store, answer([ONE], size=900))
    with closing(sqlite3.connect(data_dir / CONVERSATIONS_FILE, isolation_level=None)) as reader:
        reader.execute("BEGIN")
        reader.execute("SELECT count(*) FROM answers").fetchone()
        with caplog.at_level(logging.WARNING):
            assert withdraw_answers(data_dir, [ONE]) == 1
        assert "free space of" in caplog.text
        assert words_on_disk(data_dir) == {ONE}
    assert store.expire(START) == 0
    assert words_on_disk(data_dir) == set()


def test_a_bot_that_goes_on_keeping_answers_and_several_who_withdraw_do_not_disturb_each_other(data_dir: Path) -> None:
    def talk(person: int) -> list[str]:
        return [keep(store, answer([ONE], [TWO], size=50), person=person) for _ in range(30)]

    # Unlike the store of the other tests, it waits for as long as the bot does.
    with closing(ConversationStore(data_dir / CONVERSATIONS_FILE, KEY)) as store:
        first = [keep(store, answer([ONE], [TWO])) for _ in range(20)]
        store.withdrawn.add([ONE])
        with ThreadPoolExecutor(6) as pool:
            talks = [pool.submit(talk, person) for person in (ANN, BOB)]
            purges = [pool.submit(withdraw_answers, data_dir, [ONE]) for _ in range(3)]
            ids = first + [id_ for talk in talks for id_ in talk.result()]
            assert sum(purge.result() for purge in purges) == len(first)
        assert {kept(store, id_).withdrawn for id_ in ids} == {(ONE,)}
        withdraw_answers(data_dir, [ONE])  # what was in use just now
        assert words_on_disk(data_dir) == {TWO}


@pytest.mark.parametrize("saved", ['{"article_id": "a1", "text": "Quixotically"}', 'no JSON "a1" Quixotically'])
def test_an_answer_that_cannot_be_read_back_is_deleted_when_it_names_the_article(
    saved: str, store: ConversationStore, data_dir: Path
) -> None:
    id_ = keep(store, answer([TWO]))
    store.vote(id_, BOB, "helpful")
    after = keep(store, answer([TWO], resolved="And he? (Quixotically)"), parent=id_)
    beside = keep(store, answer([TWO]), parent=id_)
    with closing(sqlite3.connect(data_dir / CONVERSATIONS_FILE)) as db, db:
        db.execute("UPDATE answers SET answer = ? WHERE id = ?", (saved, id_))
        db.execute("UPDATE answers SET answer = 'no JSON' WHERE id = ?", [beside])
    assert withdraw_answers(data_dir, [THREE]) == 0
    assert withdraw_answers(data_dir, [ONE]) == 1
    assert store.get(id_) is None
    assert kept(store, after).resolved_question is None
    assert words_on_disk(data_dir) == {TWO}


def test_an_answer_that_was_under_way_is_kept_without_the_words(store: ConversationStore, data_dir: Path) -> None:
    store.withdrawn.add([ONE])
    under_way = store.keep(answer([ONE], [TWO]), person=ANN, place=HERE, private=False, parent=None)
    assert under_way.answer.text == "Zephyrous said so. [2]"
    assert under_way == store.get(under_way.id)
    assert words_on_disk(data_dir) == {TWO}


def test_what_it_was_understood_as_goes_if_anything_was_withdrawn_since_its_conversation_was_read(
    store: ConversationStore,
) -> None:
    follow_up = answer([TWO], resolved="And he? (Quixotically)")

    def understood(*withdrawn_before: str) -> str | None:
        kept = store.keep(
            follow_up, person=ANN, place=HERE, private=False, parent=None, withdrawn_before=withdrawn_before
        )
        return kept.answer.resolved_question

    assert understood() == follow_up.resolved_question
    store.withdrawn.add([ONE])
    assert understood() is None
    assert understood(ONE) == follow_up.resolved_question
    store.withdrawn.add([THREE])
    assert understood(ONE) is None


def test_nothing_is_kept_while_nobody_can_tell_what_was_withdrawn(store: ConversationStore, data_dir: Path) -> None:
    (data_dir / "withdrawn").write_bytes(b"\xff\xfe")
    with pytest.raises(SettingsError, match="list of withdrawn articles"):
        keep(store, answer([ONE]))
    (data_dir / "withdrawn").unlink()
    assert words_on_disk(data_dir) == set()
    assert store.last(ANN, HERE, private=True) is None


def test_votes_stay_and_tell_what_was_withdrawn(store: ConversationStore, data_dir: Path) -> None:
    id_ = keep(store, answer([ONE]))
    store.vote(id_, BOB, "wrong", "source", "It says otherwise.")
    withdraw_answers(data_dir, [ONE])
    (entry,) = read_feedback(data_dir / CONVERSATIONS_FILE)
    assert (entry.vote, entry.note, entry.answer.withdrawn) == ("wrong", "It says otherwise.", (ONE,))
    assert store.vote(id_, BOB, "wrong", "source", "It says otherwise.") == "same"


def test_words_that_are_still_on_disk_are_not_shown_once_their_article_is_on_the_list(
    store: ConversationStore, data_dir: Path
) -> None:
    id_ = keep(store, answer([ONE], [TWO]))
    store.withdrawn.add([ONE])
    assert kept(store, id_).text == "Zephyrous said so. [2]"
    assert words_on_disk(data_dir) == {ONE, TWO}


def test_the_articles_of_stored_answers_are_known_though_no_generation_has_them(
    store: ConversationStore, data_dir: Path
) -> None:
    assert cited_articles(data_dir) == frozenset()
    keep(store, answer([ONE]))
    keep(store, answer(nearest=[TWO]))
    assert cited_articles(data_dir) == {ONE, TWO}
    assert cited_articles(data_dir / "nowhere") == frozenset()
