"""What the bot keeps comes back, private stays private, and what is forgotten is gone from the bytes on disk."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from bot.discord_bot.secret import keyed_hash
from bot.discord_bot.store import ConversationStore, Kept, Vote, Voted, read_feedback
from retrieval.types import Answer, Turn
from tests.bot.discord_bot.keeping import (
    ANN,
    BOB,
    CARL,
    HERE,
    KEY,
    MESSAGE,
    START,
    THERE,
    answered,
    not_found,
    opened,
)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "data" / "conversations.sqlite"


@pytest.fixture
def store(file: Path) -> Iterator[ConversationStore]:
    with closing(opened(file)) as store:
        yield store


Keep = Callable[..., str]


@pytest.fixture
def keep(store: ConversationStore) -> Keep:
    """Keeps an answer, of Ann's in one place unless it is said otherwise."""

    def keep(
        answer: Answer | str = "Where?",
        parent: str | None = None,
        person: int = ANN,
        place: int = HERE,
        private: bool = False,
    ) -> str:
        answer = answered(answer) if isinstance(answer, str) else answer
        return store.keep(answer, person=person, place=place, private=private, parent=parent).id

    return keep


def questions(turns: tuple[Turn, ...]) -> str:
    return " ".join(turn.question for turn in turns)


def on_disk(file: Path) -> bytes:
    """All that is in the folder of the database, logs and journals included."""
    return b"".join(path.read_bytes() for path in file.parent.iterdir())


@pytest.mark.parametrize("answer", [answered(), answered("¿Dónde? 😀 \ud800 \x00", "“Да”, he said."), not_found()])
def test_an_answer_comes_back_as_it_was(answer: Answer, store: ConversationStore) -> None:
    kept = store.keep(answer, person=ANN, place=HERE, private=True, parent="before", claim=True)
    assert kept == Kept(kept.id, answer, True, True, "before", START + timedelta(minutes=1))
    assert store.get(kept.id) == kept


def test_what_is_forgotten_leaves_the_follow_ups_of_others_too(
    store: ConversationStore, keep: Keep, file: Path
) -> None:
    ann = keep("Did Ann Smith testify?")
    bob = keep(answered("And when?", resolved="And when? (Did Ann Smith testify?)"), parent=ann, person=BOB)
    later = keep(answered("Why?", resolved="Why? (And when? (Did Ann Smith testify?))"), parent=bob, person=CARL)
    beside = keep(answered("Who?", resolved="Who spoke?"), person=BOB)
    assert store.forget(ANN) == 1
    left = [store.get(id_) for id_ in (bob, later, beside)]
    assert [kept and kept.answer.resolved_question for kept in left] == [None, None, "Who spoke?"]
    assert b"Ann Smith" not in on_disk(file)


def test_an_id_is_short_and_safe_in_a_url_and_never_the_same(keep: Keep) -> None:
    ids = {keep() for _ in range(50)}
    assert len(ids) == 50
    assert all(re.fullmatch(r"[\w-]{16}", id_, re.ASCII) for id_ in ids)


@pytest.mark.parametrize("id_", ["", "unknown", "'; DROP TABLE answers"])
def test_an_unknown_id_is_none(id_: str, store: ConversationStore, keep: Keep) -> None:
    keep()
    assert store.get(id_) is None
    assert store.vote(id_, ANN, "wrong") is None
    assert store.history(id_) == ()


def test_every_message_of_an_answer_leads_to_it(store: ConversationStore, keep: Keep) -> None:
    one, two = keep(), keep()
    store.link(one, [MESSAGE, MESSAGE + 1])
    store.link(two, iter([MESSAGE + 2]))
    store.link(two, [])
    assert [store.answered_in(MESSAGE + i) for i in range(4)] == [one, one, two, None]


def test_messages_of_an_answer_that_is_gone_are_not_kept(store: ConversationStore, keep: Keep) -> None:
    id_ = keep()
    store.forget(ANN)
    store.link(id_, [MESSAGE])
    assert store.answered_in(MESSAGE) is None


def test_a_message_that_shows_another_answer_now_leads_to_that(store: ConversationStore, keep: Keep) -> None:
    one, two = keep(), keep()
    store.link(one, [MESSAGE])
    store.link(two, [MESSAGE])
    assert store.answered_in(MESSAGE) == two


def test_the_last_answer_is_of_the_person_and_the_place(store: ConversationStore, keep: Keep) -> None:
    keep(), keep(person=BOB, place=THERE)
    ann, bob, there = keep(), keep(person=BOB), keep(place=THERE)
    assert [store.last(ANN, HERE, private=False), store.last(BOB, HERE, private=False)] == [ann, bob]
    assert store.last(ANN, THERE, private=False) == there
    assert store.last(CARL, HERE, private=True) is None


def test_a_public_question_passes_over_private_answers_and_a_private_one_takes_either(
    store: ConversationStore, keep: Keep
) -> None:
    public, private = keep(), keep(private=True)
    assert store.last(ANN, HERE, private=False) == public
    assert store.last(ANN, HERE, private=True) == private
    newer = keep()
    assert store.last(ANN, HERE, private=True) == store.last(ANN, HERE, private=False) == newer


def test_a_history_is_the_chain_of_parents_with_the_oldest_first(store: ConversationStore, keep: Keep) -> None:
    first = keep(answered("Who?", "Kabulov."))
    keep("another branch", parent=first)
    second = keep(answered("And he?", "He too.", resolved="And he? (Who?)"), parent=first)
    assert store.history(second) == (
        Turn("Who?", "Kabulov. [1][2]"),
        Turn("And he?", "He too. [1][2]", "And he? (Who?)"),
    )
    assert store.history(None) == ()


@pytest.mark.parametrize(("most", "expected"), [(0, ""), (1, "q4"), (3, "q2 q3 q4"), (9, "q0 q1 q2 q3 q4")])
def test_a_history_keeps_the_newest_turns(most: int, expected: str, store: ConversationStore, keep: Keep) -> None:
    id_ = None
    for number in range(5):
        id_ = keep(f"q{number}", parent=id_)
    assert questions(store.history(id_, most)) == expected


PUBLIC, PRIVATE = False, True


@pytest.mark.parametrize(
    ("chain", "asked", "expected"),
    [
        # Each answer with whose it is and whether it is private; whether the question that goes on is; its history.
        ([(ANN, PUBLIC), (ANN, PRIVATE), (ANN, PUBLIC)], PUBLIC, "q0 q2"),
        ([(ANN, PUBLIC), (ANN, PRIVATE), (ANN, PUBLIC)], PRIVATE, "q0 q2"),
        ([(ANN, PRIVATE), (ANN, PRIVATE), (ANN, PUBLIC)], PUBLIC, "q2"),
        ([(ANN, PUBLIC), (ANN, PRIVATE)], PRIVATE, "q0 q1"),
        ([(ANN, PUBLIC), (ANN, PRIVATE)], PUBLIC, "q0"),
        ([(ANN, PRIVATE)], PUBLIC, ""),
        ([(ANN, PRIVATE), (ANN, PUBLIC), (ANN, PRIVATE)], PRIVATE, "q0 q1 q2"),
        # Bob goes on, privately, from what Ann showed everybody: what she kept to herself stays hers.
        ([(ANN, PRIVATE), (ANN, PUBLIC), (BOB, PRIVATE)], PRIVATE, "q1 q2"),
    ],
)
def test_a_private_answer_never_gets_into_a_chain_that_others_see(
    chain: list[tuple[int, bool]], asked: bool, expected: str, store: ConversationStore, keep: Keep
) -> None:
    id_ = None
    for number, (person, private) in enumerate(chain):
        id_ = keep(f"q{number}", parent=id_, person=person, private=private)
    assert questions(store.history(id_, private=asked)) == expected


def test_private_answers_take_no_turns_from_a_public_history(store: ConversationStore, keep: Keep) -> None:
    id_ = keep("public")
    for _ in range(10):
        id_ = keep("private", parent=id_, private=True)
    assert questions(store.history(keep("newest", parent=id_), most=2)) == "public newest"


def test_a_parent_that_is_gone_ends_the_chain(store: ConversationStore, keep: Keep) -> None:
    parent = keep("Ann's", parent=keep("Bob's", person=BOB))
    child = keep("Carl's", parent=parent, person=CARL)
    store.forget(ANN)
    assert questions(store.history(child)) == "Carl's"


def test_a_vote_is_one_a_person_and_the_last_one_counts(store: ConversationStore, keep: Keep) -> None:
    id_ = keep()
    votes: list[tuple[int, Vote, str | None, str, Voted]] = [
        (ANN, "helpful", None, "", "new"),
        (ANN, "helpful", None, "", "same"),
        (BOB, "helpful", None, "", "new"),
        (ANN, "wrong", "wrong source", "", "changed"),
        (ANN, "wrong", "wrong source", "", "same"),
        (ANN, "wrong", "out of date", "it is 2026", "changed"),
    ]
    for person, vote, reason, note, told in votes:
        assert store.vote(id_, person, vote, reason, note) == told
    assert [(entry.vote, entry.reason, entry.note) for entry in store.feedback()] == [
        ("wrong", "out of date", "it is 2026"),
        ("helpful", None, ""),
    ]


def test_feedback_has_the_answer_and_the_moment_and_nobody_s_id(
    store: ConversationStore, keep: Keep, file: Path
) -> None:
    answer = not_found("Why, \u202eeve?")
    store.vote(keep(answer), BOB, "wrong", "other", "half \ud800 of a pair")
    (entry,) = store.feedback()
    assert entry.answer == answer
    assert entry.at == START + timedelta(minutes=2)
    assert entry.note == "half ? of a pair"
    assert keyed_hash(KEY, "person", BOB) not in repr(entry)
    assert read_feedback(file) == [entry]


def test_no_id_of_discord_is_on_the_disk(store: ConversationStore, keep: Keep, file: Path) -> None:
    id_ = keep()
    store.link(id_, [MESSAGE])
    store.vote(id_, BOB, "helpful")
    saved = on_disk(file)
    for secret in (ANN, BOB, HERE, MESSAGE):
        assert str(secret).encode() not in saved
        assert secret.to_bytes(8, "big") not in saved
    assert KEY not in saved


def filled(store: ConversationStore, people: int, answers: int) -> None:
    """Answers of many sizes with votes, so that SQLite has to split, merge and rearrange its pages."""
    for number in range(answers):
        person = number % people
        text = f"text-of-{person}! " * (1 + number * 37 % 400)
        answer = answered(f"question-of-{person}!", text)
        id_ = store.keep(answer, person=person, place=HERE, private=False, parent=None).id
        store.link(id_, [MESSAGE + 2 * number, MESSAGE + 2 * number + 1])
        store.vote(id_, (person + 1) % people, "wrong", "other", f"note-of-{(person + 1) % people}! " * (number % 30))


def test_what_is_forgotten_is_gone_from_the_bytes_on_disk(store: ConversationStore, file: Path) -> None:
    filled(store, people=5, answers=30)
    theirs = [b"text-of-3!", b"question-of-3!", b"note-of-3!", keyed_hash(KEY, "person", 3).encode()]
    assert all(text in on_disk(file) for text in theirs)
    assert store.forget(3) == 6
    assert [text for text in theirs if text in on_disk(file)] == []
    assert b"text-of-2!" in on_disk(file)
    assert len(store.feedback()) == 18  # of 30, those on the person's answers and the person's own are gone
    assert store.forget(3) == 0


def leave_stale_copies(file: Path, person: int) -> None:
    """As a page may hold them that SQLite has rearranged, `secure_delete` or not; here on purpose."""
    with closing(sqlite3.connect(file)) as db, db:
        db.execute("PRAGMA secure_delete = OFF")
        db.execute("DELETE FROM answers WHERE person = ?", [keyed_hash(KEY, "person", person)])


def test_stale_copies_of_earlier_deletions_go_too(store: ConversationStore, keep: Keep, file: Path) -> None:
    keep(answered(text="a stale secret. " * 900), person=BOB)
    keep()
    leave_stale_copies(file, BOB)
    assert store.forget(ANN) == 1
    assert b"a stale secret." not in on_disk(file)


def test_forgetting_takes_the_votes_of_others_on_those_answers_and_the_person_s_own_elsewhere(
    store: ConversationStore, keep: Keep
) -> None:
    ann, bob = keep("Ann's"), keep("Bob's", person=BOB)
    store.link(ann, [MESSAGE])
    for id_ in (ann, bob):
        for person in (ANN, BOB):
            store.vote(id_, person, "helpful")
    assert store.forget(ANN) == 1
    assert store.get(ann) is None
    assert store.answered_in(MESSAGE) is None
    assert [entry.answer.question for entry in store.feedback()] == ["Bob's"]
    assert store.vote(bob, ANN, "helpful") == "new"


def test_a_person_who_only_voted_is_forgotten_too(store: ConversationStore, keep: Keep, file: Path) -> None:
    store.vote(keep(), BOB, "wrong", "other", "a secret. " * 900)
    assert store.forget(BOB) == 0
    assert store.feedback() == []
    assert b"a secret." not in on_disk(file)


def test_a_reader_that_holds_the_log_only_delays_the_erasing(store: ConversationStore, keep: Keep, file: Path) -> None:
    keep(answered(text="a secret. " * 900))
    with closing(sqlite3.connect(file, isolation_level=None)) as reader:
        reader.execute("BEGIN")
        reader.execute("SELECT count(*) FROM answers").fetchone()
        assert store.forget(ANN) == 1
        assert b"a secret." in on_disk(file)
    assert store.expire(START) == 0
    assert b"a secret." not in on_disk(file)


def test_a_bot_killed_before_it_erased_does_so_when_it_starts_again(
    store: ConversationStore, keep: Keep, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    keep(answered(text="a stale secret. " * 900), person=BOB)
    keep()
    leave_stale_copies(file, BOB)
    monkeypatch.setattr(store._database, "erase", lambda: None)
    store.forget(ANN)
    store.close()
    assert b"a stale secret." in on_disk(file)
    opened(file).close()
    assert b"a stale secret." not in on_disk(file)


def test_older_answers_expire_and_their_text_is_erased(store: ConversationStore, keep: Keep, file: Path) -> None:
    old, new = keep(answered(text="yesterday's news. " * 300)), keep()
    store.vote(old, BOB, "helpful")
    moment = store.get(new)
    assert moment is not None
    assert store.expire(moment.asked_at) == 1
    assert store.get(old) is None
    assert store.get(new) is not None
    assert store.feedback() == []
    assert b"yesterday's news." not in on_disk(file)
    assert store.expire(moment.asked_at) == 0


def test_a_moment_of_another_time_zone_is_the_same_moment(file: Path) -> None:
    east = datetime.fromisoformat("2026-11-22T20:00:00+08:00")  # is START
    with closing(ConversationStore(file, KEY, clock=lambda: east)) as store:
        id_ = store.keep(answered(), person=ANN, place=HERE, private=False, parent=None).id
        kept = store.get(id_)
        assert kept is not None
        assert (kept.asked_at, kept.asked_at.tzinfo) == (START, UTC)
        assert store.expire(START) == 0
        assert store.expire(START + timedelta(microseconds=1)) == 1


def test_a_small_fact_is_remembered_as_it_was_told_last(store: ConversationStore) -> None:
    assert store.remembered("commands") is None
    store.remember("commands", "one")
    store.remember("commands", "two")
    assert store.remembered("commands") == "two"


def test_everything_is_there_after_a_restart(file: Path) -> None:
    with closing(opened(file)) as store:
        id_ = store.keep(answered(), person=ANN, place=HERE, private=False, parent=None).id
        store.link(id_, [MESSAGE])
        store.vote(id_, BOB, "wrong", "other")
        store.remember("commands", "one")
    with closing(opened(file)) as store:
        assert store.answered_in(MESSAGE) == store.last(ANN, HERE, private=False) == id_
        assert questions(store.history(id_)) == "Where?"
        assert store.vote(id_, BOB, "wrong", "other") == "same"
        assert store.remembered("commands") == "one"


def test_an_answer_that_cannot_be_read_back_counts_as_not_kept(
    store: ConversationStore, keep: Keep, file: Path
) -> None:
    for saved in ('{"question": "Where?"}', "no JSON", "[]"):
        id_ = keep("parent")
        store.vote(id_, BOB, "helpful")
        with closing(sqlite3.connect(file)) as db, db:
            db.execute("UPDATE answers SET answer = ? WHERE id = ?", (saved, id_))
        assert store.get(id_) is None
        assert store.vote(id_, BOB, "wrong") is None
        assert questions(store.history(keep("child", parent=id_))) == "child"
    assert store.feedback() == []


def test_threads_lose_nothing_of_each_other(store: ConversationStore) -> None:
    def talk(person: int) -> list[str]:
        ids: list[str] = []
        for number in range(8):
            parent = store.last(person, HERE, private=False)
            assert parent == (ids[-1] if ids else None)
            question = f"{person}.{number}"
            ids.append(store.keep(answered(question), person=person, place=HERE, private=False, parent=parent).id)
            store.link(ids[-1], [person * 1000 + number])
            assert store.vote(ids[-1], person, "helpful") == "new"
        return ids

    with ThreadPoolExecutor(8) as pool:
        talks = list(pool.map(talk, range(8)))
    for person, ids in enumerate(talks):
        assert questions(store.history(ids[-1])) == " ".join(f"{person}.{number}" for number in range(8))
        assert [store.answered_in(person * 1000 + number) for number in range(8)] == ids
    assert len(store.feedback()) == 64
