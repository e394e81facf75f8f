"""What `parsing` claims: both forms are read as they come, however they are cut, and nothing breaks the reader."""

from __future__ import annotations

import json
import time
from collections.abc import Iterable
from itertools import pairwise
from typing import Any, NamedTuple

import pytest
from hypothesis import given
from hypothesis import strategies as st

from retrieval.writing.drafts import Claimed, Draft
from retrieval.writing.parsing import DraftReader

DRAFTS = [
    Draft("The ferry ran aground on Monday.", (Claimed(1, "ran aground off Lund on Monday"),)),
    Draft("Twelve were hurt.", (Claimed(2, "12 passengers {were} hurt"), Claimed(None, "twelve of them"))),
    Draft("Nobody was drunk.", ()),
]
SENTENCES = [
    {"text": one.text, "quotes": [{"passage": claim.passage, "words": claim.words} for claim in one.claimed]}
    for one in DRAFTS
]
JSON = json.dumps({"found": True, "sentences": SENTENCES})
LINES = """SENTENCE: The ferry ran aground on Monday.
QUOTE 1: ran aground off Lund on Monday
SENTENCE: Twelve were hurt.
QUOTE 2: 12 passengers {were} hurt
QUOTE: twelve of them
SENTENCE: Nobody was drunk."""
THOUGHT = "The user asks\nSENTENCE: not this one.\nNOT FOUND\n" + '{"found": false, "sentences": [{"text": "no"}]}\n'

FORMS = {
    "JSON": JSON,
    "JSON on many lines": json.dumps({"found": True, "sentences": SENTENCES}, indent=2),
    "JSON in a fence": f"```json\n{JSON}\n```",
    "JSON in a fence of no language": f"```\n{JSON}\n```\n",
    "JSON with blanks around it": f"\n\n  {JSON}  \n",
    "JSON after prose": f"Here is what I found:\n\n{JSON}",
    "JSON in a fence after prose": f"Here it is:\n```json\n{JSON}\n```",
    "JSON before prose": f"{JSON}\n\nI hope that this helps.",
    "JSON after a thought": f"<think>\n{THOUGHT}</think>\n\n{JSON}",
    "JSON after two thoughts": f"<thinking>{THOUGHT}</thinking><THINK>{THOUGHT}</THINK>{JSON}",
    "lines": LINES,
    "lines that end as on Windows": LINES.replace("\n", "\r\n"),
    "lines with blank ones between": LINES.replace("\n", "\n\n") + "\n\n",
    "lines in a fence": f"```\n{LINES}\n```",
    "lines after prose": f"Here is the answer.\n\n{LINES}",
    "lines after a thought": f"<think>{THOUGHT}</think>{LINES}",
    "lines in Markdown": LINES.replace("SENTENCE:", "**SENTENCE:**").replace("QUOTE 1:", "- **QUOTE 1:**"),
    "lines with numbers": LINES.replace("SENTENCE:", "1. Sentence 1:").replace("QUOTE 1:", "> quote [1]:"),
}
NO_FORMS = {
    "nothing": "",
    "blanks": " \n\t",
    "prose": "The ferry ran aground on Monday. Twelve were hurt.",
    "a list": "1. The ferry ran aground.\n2. Twelve were hurt.",
    "a quote of no sentence": "QUOTE 1: ran aground off Lund on Monday",
    "a thought without an end": f"<think>{THOUGHT}{JSON}",
    "other JSON": '{"answer": "The ferry ran aground."}',
    "sentences that are none": '{"found": true, "sentences": "The ferry ran aground."}',
    "braces": "{{{}}} {",
    "what only says the words": "It was not found in the passages.",
}
NOTHING_FOUND = {
    "JSON": '{"found": false, "sentences": []}',
    "JSON with sentences all the same": json.dumps({"found": False, "sentences": SENTENCES}),
    "the line": "NOT FOUND",
    "the line in Markdown": "**Not found.**",
    "the line after prose": "I have read all the passages.\n\nNOT FOUND\n",
    "the line after a thought": "<think>SENTENCE: maybe</think>\nNOT_FOUND",
}
TRUNCATED = {f"JSON up to {place}": JSON[:place] for place in range(0, len(JSON), 23)} | {
    f"lines up to {place}": LINES[:place] for place in range(0, len(LINES), 23)
}
EVERY = [*FORMS.values(), *NO_FORMS.values(), *NOTHING_FOUND.values(), *TRUNCATED.values()]


class Read(NamedTuple):
    drafts: list[Draft]
    readable: bool
    not_found: bool


def read(pieces: Iterable[str], *, cut: bool = False) -> Read:
    reader = DraftReader()
    drafts = [draft for piece in pieces for draft in reader.feed(piece)]
    drafts += reader.finish(cut=cut)
    return Read(drafts, reader.readable, reader.not_found)


def pieces_of(text: str, places: Iterable[int]) -> list[str]:
    return [text[start:end] for start, end in pairwise(sorted({0, len(text), *places}))]


@pytest.mark.parametrize("text", FORMS.values(), ids=FORMS)
def test_either_form_is_read_whatever_stands_around_it(text: str) -> None:
    assert read([text]) == (DRAFTS, True, False)


@pytest.mark.parametrize("text", NO_FORMS.values(), ids=NO_FORMS)
def test_what_has_no_form_is_not_readable(text: str) -> None:
    assert read([text]) == ([], False, False)


@pytest.mark.parametrize("text", NOTHING_FOUND.values(), ids=NOTHING_FOUND)
def test_that_nothing_was_found_is_readable(text: str) -> None:
    assert read([text]) == ([], True, True)


@given(st.sampled_from(EVERY), st.data())
def test_wherever_an_output_is_cut_into_pieces_the_drafts_are_the_same(text: str, data: st.DataObject) -> None:
    places = data.draw(st.lists(st.integers(0, len(text)), max_size=12))
    assert read(pieces_of(text, places)) == read([text])


@pytest.mark.parametrize("size", [1, 2, 3, 7, 17, 64])
@pytest.mark.parametrize("text", FORMS.values(), ids=FORMS)
def test_pieces_of_one_size_give_the_same_drafts(text: str, size: int) -> None:
    assert read(pieces_of(text, range(0, len(text), size))).drafts == DRAFTS


CLAIMS = st.builds(Claimed, st.none() | st.integers(-5, 10**9), st.text(max_size=20))
ANY_DRAFTS = st.lists(st.builds(Draft, st.text(max_size=20), st.lists(CLAIMS, max_size=3).map(tuple)), max_size=4)


@given(ANY_DRAFTS, st.booleans(), st.data())
def test_any_words_come_out_of_json_as_they_went_in(drafts: list[Draft], ascii_: bool, data: st.DataObject) -> None:
    sentences = [
        {"text": one.text, "quotes": [{"passage": claim.passage, "words": claim.words} for claim in one.claimed]}
        for one in drafts
    ]
    text = json.dumps({"found": True, "sentences": sentences}, ensure_ascii=ascii_)
    places = data.draw(st.lists(st.integers(0, len(text)), max_size=6))
    assert read(pieces_of(text, places)) == (drafts, True, False)


def test_a_sentence_of_json_is_given_once_its_last_brace_has_come() -> None:
    reader = DraftReader()
    given = [reader.feed(char) for char in JSON]
    ends = [JSON.index('{"text": "Twelve') - 3, JSON.index('{"text": "Nobody') - 3, len(JSON) - 3]
    assert [place for place, drafts in enumerate(given) if drafts] == ends
    assert [draft for drafts in given for draft in drafts] == DRAFTS
    assert reader.finish() == []
    assert reader.ended


def test_a_sentence_of_lines_is_given_once_the_next_one_has_begun() -> None:
    reader = DraftReader()
    given = [reader.feed(f"{line}\n") for line in LINES.split("\n")]
    assert given == [[], [], DRAFTS[:1], [], [], DRAFTS[1:2]]
    assert reader.finish() == DRAFTS[2:]


def test_of_lines_that_were_cut_off_the_last_sentence_is_left_out() -> None:
    assert read([LINES], cut=True) == (DRAFTS[:2], True, False)


def test_truncated_json_keeps_every_sentence_that_is_whole_and_has_not_ended() -> None:
    ends = [JSON.index('{"text": "Twelve') - 2, JSON.index('{"text": "Nobody') - 2, len(JSON) - 2]
    for place in range(len(JSON)):
        for pieces in ([JSON[:place]], pieces_of(JSON[:place], range(0, place, 5))):
            reader = DraftReader()
            drafts = [draft for piece in pieces for draft in reader.feed(piece)] + reader.finish()
            assert drafts == DRAFTS[: sum(end <= place for end in ends)], JSON[:place]
            assert reader.readable is bool(drafts), JSON[:place]
            assert not (drafts and reader.ended), JSON[:place]


def test_truncated_json_in_a_fence_keeps_them_too() -> None:
    assert read([f"```json\n{JSON[:-5]}"]).drafts == DRAFTS[:2]


@pytest.mark.parametrize("behind", ["}", " ]", "}}}", "\nSENTENCE: More.\nQUOTE 1: off Lund", JSON, '{"a": 1}'])
def test_what_stands_behind_the_object_changes_nothing(behind: str) -> None:
    assert read([JSON + behind]) == read(JSON + behind) == (DRAFTS, True, False)


def test_a_sentence_that_is_no_json_is_passed_over_where_another_one_follows() -> None:
    text = JSON.replace('"Twelve were hurt."', '"Twelve "were" hurt."')
    assert read([text]) == read(text) == ([DRAFTS[0], Draft("", ()), DRAFTS[2]], True, False)


def test_sentences_before_the_word_that_nothing_was_found_stand() -> None:
    text = json.dumps({"sentences": SENTENCES, "found": False})
    assert read([text]) == read(text) == (DRAFTS, True, False)


@pytest.mark.parametrize("text", ['{"found": false}', '{"found": false, "sent'])
def test_that_nothing_was_found_needs_no_list(text: str) -> None:
    assert read([text]) == ([], True, True)


def test_an_object_of_something_else_before_the_answer_is_passed_over() -> None:
    assert read([f'{{"plan": "look it up"}} {JSON}']) == (DRAFTS, True, False)


@pytest.mark.parametrize("bad", ["[" * 20_000, "9" * 5_000 + "x", '{"a": ' * 5_000], ids=["deep", "long", "objects"])
def test_what_cannot_be_read_costs_no_sentence_before_it(bad: str) -> None:
    text = f"{json.dumps({'found': True, 'sentences': SENTENCES})[:-2]}, {bad}"
    for pieces in ([text], pieces_of(text, range(0, len(text), 1000))):
        assert read(pieces).drafts[: len(DRAFTS)] == DRAFTS


def test_a_mark_of_thoughts_in_a_sentence_is_a_word_like_others() -> None:
    text = JSON.replace("Nobody was drunk.", "Nobody said <think>.")
    assert read([text]).drafts[-1].text == "Nobody said <think>."


def test_thoughts_of_which_only_the_end_is_told_are_none_of_the_answer() -> None:
    assert read([f"The user wants to know.\n</think>\n{JSON}"]) == (DRAFTS, True, False)
    assert read([f"The user wants to know.\n</think>\n{LINES}"]) == (DRAFTS, True, False)


@pytest.mark.parametrize("behind", ["So it was. " * 4000, LINES * 100, "{" * 40_000], ids=["prose", "lines", "braces"])
def test_no_output_takes_long(behind: str) -> None:
    started = time.process_time()
    for text in (JSON + behind, behind, f"{JSON[:-1]}, {behind}"):
        read(pieces_of(text[:41_000], range(0, len(text), 17)))
    assert time.process_time() - started < 10


@pytest.mark.parametrize("piece", ["\n", "x\n", "}", "- \n", "<think>\n", '{"a":'], ids=ascii)
def test_pieces_that_might_end_a_sentence_cost_no_more_for_what_came_before_them(piece: str) -> None:
    started = time.process_time()
    assert read([piece] * 40_000 + [LINES] if piece == "\n" else [piece] * 40_000).readable is (piece == "\n")
    assert time.process_time() - started < 10


@pytest.mark.parametrize(
    ("line", "sentence"),
    [
        ("SENTENCE: It ran aground.", "It ran aground."),
        ("SENTENCE:It ran aground.", "It ran aground."),
        ("  SENTENCE 12 :  It ran aground. ", "It ran aground."),
        ("sentence: It ran aground.", "It ran aground."),
        ("**SENTENCE 1:** It ran aground.", "It ran aground."),
        ("## SENTENCE: It ran aground.", "It ran aground."),
        ("- SENTENCE: It ran aground: so they say.", "It ran aground: so they say."),
        ("SENTENCE:", ""),
    ],
)
def test_a_line_that_begins_a_sentence_may_be_marked_up(line: str, sentence: str) -> None:
    assert read([f"{line}\nQUOTE 1: off Lund"]).drafts == [Draft(sentence, (Claimed(1, "off Lund"),))]


@pytest.mark.parametrize(
    ("line", "claimed"),
    [
        ("QUOTE 3: off Lund", Claimed(3, "off Lund")),
        ("quote 3:off Lund ", Claimed(3, "off Lund")),
        ("QUOTE [3]: off Lund", Claimed(3, "off Lund")),
        ("QUOTE passage 3: off Lund", Claimed(3, "off Lund")),
        ("* **QUOTE 3:** off Lund: at night", Claimed(3, "off Lund: at night")),
        ("QUOTE: off Lund", Claimed(None, "off Lund")),
        ("QUOTE 99999999999999999999: off Lund", Claimed(None, "off Lund")),
        ("QUOTE 3:", Claimed(3, "")),
    ],
)
def test_a_line_that_quotes_names_its_passage_or_none(line: str, claimed: Claimed) -> None:
    assert read([f"SENTENCE: It ran aground.\n{line}"]).drafts == [Draft("It ran aground.", (claimed,))]


def test_a_line_of_no_form_goes_on_the_one_before_it() -> None:
    text = "SENTENCE: It ran\naground.\n\nQUOTE 1: ran aground\n  off Lund\n```\nSENTENCE: So it did."
    ran = Draft("It ran aground.", (Claimed(1, "ran aground off Lund"),))
    assert read([text]).drafts == [ran, Draft("So it did.", ())]


PROPER: Any = {"text": "It ran aground.", "quotes": [{"passage": 1, "words": "off Lund"}]}


@pytest.mark.parametrize(
    ("sentence", "draft"),
    [
        ("It ran aground.", Draft("", ())),
        (None, Draft("", ())),
        (["It ran aground."], Draft("", ())),
        ({}, Draft("", ())),
        ({**PROPER, "text": 7}, Draft("", (Claimed(1, "off Lund"),))),
        ({**PROPER, "text": None}, Draft("", (Claimed(1, "off Lund"),))),
        ({**PROPER, "quotes": "off Lund"}, Draft("It ran aground.", ())),
        ({**PROPER, "quotes": {"passage": 1, "words": "off Lund"}}, Draft("It ran aground.", ())),
        ({**PROPER, "quotes": [None, 7, "off Lund", [], {}]}, Draft("It ran aground.", ())),
        ({**PROPER, "quotes": [{"passage": 1, "words": ["off", "Lund"]}]}, Draft("It ran aground.", ())),
        (
            {**PROPER, "quotes": [{"passage": 1}, *PROPER["quotes"]]},
            Draft("It ran aground.", (Claimed(1, "off Lund"),)),
        ),
        ({**PROPER, "more": {"quotes": []}}, Draft("It ran aground.", (Claimed(1, "off Lund"),))),
    ],
)
def test_what_has_another_type_is_left_out_and_the_rest_stays(sentence: Any, draft: Draft) -> None:
    text = json.dumps({"found": True, "sentences": [PROPER, sentence, PROPER]})
    proper = Draft("It ran aground.", (Claimed(1, "off Lund"),))
    assert read([text]) == ([proper, draft, proper], True, False)


@pytest.mark.parametrize(
    ("given_", "number"),
    [
        (3, 3),
        (-1, -1),
        (10**12, 10**12),
        ("3", 3),
        ("passage 3", 3),
        ("[3]", 3),
        ("three", None),
        ("", None),
        (None, None),
        (True, None),
        ([3], None),
        ({"number": 3}, None),
    ],
)
def test_the_number_of_a_passage_may_be_written_in_words_around_it(given_: Any, number: int | None) -> None:
    text = json.dumps({"found": True, "sentences": [{"text": "So.", "quotes": [{"passage": given_, "words": "off"}]}]})
    assert read([text]).drafts == [Draft("So.", (Claimed(number, "off"),))]


@pytest.mark.parametrize("found", ["true", "null", '"no"', "0", "[]"])
def test_only_false_says_that_nothing_was_found(found: str) -> None:
    assert read([JSON.replace("true", found, 1)]) == (DRAFTS, True, False)


def test_sentences_without_a_word_on_whether_anything_was_found_count() -> None:
    assert read([json.dumps({"sentences": SENTENCES})]) == (DRAFTS, True, False)


def test_of_a_key_that_a_sentence_has_twice_the_last_counts() -> None:
    text = '{"found": true, "sentences": [{"text": "One.", "text": "Two.", "quotes": [], "quotes": []}]}'
    assert read([text]) == ([Draft("Two.", ())], True, False)
    assert read(text) == ([Draft("Two.", ())], True, False)


@pytest.mark.parametrize("char", ["\x00", "\x1b", "\u2028", "\ufeff", "\t"], ids=ascii)
@pytest.mark.parametrize("raw", [True, False], ids=["raw", "escaped"])
def test_a_control_character_in_a_string_breaks_nothing(char: str, raw: bool) -> None:
    text = json.dumps({"found": True, "sentences": [{"text": f"It{char}ran.", "quotes": []}]}, ensure_ascii=not raw)
    if raw:
        text = text.replace(json.dumps(char)[1:-1], char)
    assert read([text]).drafts == read(text).drafts == [Draft(f"It{char}ran.", ())]


def test_half_of_a_surrogate_pair_breaks_nothing() -> None:
    assert read(['{"found": true, "sentences": [{"text": "It \\ud83d ran.", "quotes": []}]}']).drafts == [
        Draft("It \ud83d ran.", ())
    ]


@pytest.mark.parametrize(
    "text",
    [
        "[" * 100_000,
        '{"a":' * 50_000,
        '{"found": true, "sentences": ' + "[" * 100_000,
        '{"found": true, "sentences": [{"text": ' + '{"a": [' * 20_000,
    ],
    ids=["lists", "objects", "sentences", "text"],
)
def test_what_is_nested_too_deep_is_read_as_nothing(text: str) -> None:
    assert read([text]).drafts == []
    assert read(pieces_of(text, range(0, len(text), 40_000))).drafts == []


MEGABYTE = 1_000_000


def test_a_string_of_a_megabyte_is_read() -> None:
    text = json.dumps({"found": True, "sentences": [*SENTENCES, {"text": "x" * MEGABYTE, "quotes": []}]})
    found = read(pieces_of(text, range(0, len(text), 1000)))
    assert found.drafts == [*DRAFTS, Draft("x" * MEGABYTE, ())]


def test_lines_of_a_megabyte_are_read() -> None:
    one = "SENTENCE: It ran aground.\nQUOTE 1: off Lund\n"
    found = read([one * (MEGABYTE // len(one))])
    assert set(found.drafts) == {Draft("It ran aground.", (Claimed(1, "off Lund"),))}
    assert len(found.drafts) == MEGABYTE // len(one)


@pytest.mark.parametrize("filler", ["So it was. ", "\n", "<think>", "`", "\x00", "}"], ids=ascii)
def test_a_megabyte_of_no_form_is_not_readable(filler: str) -> None:
    text = filler * (MEGABYTE // len(filler))
    assert read(pieces_of(text, range(0, len(text), 250_000))) == ([], False, False)


@given(st.text(alphabet=' {}[]",:\\\nSENTENCE<think>`0a\x00', max_size=60), st.booleans())
def test_no_text_makes_the_reader_fail(text: str, cut: bool) -> None:
    for pieces in ([text], text):
        assert read(pieces, cut=cut).drafts is not None
