"""What stands behind "Sources": every passage whole with its quote in bold, and whatever the messages had to cut."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.discord_bot.answer_sheets import answer_sheets
from bot.discord_bot.markdown import web_address
from bot.discord_bot.pages import BODY_UNITS, GONE, Page, page_sheet, pages
from corpus.types import Passage
from retrieval.citing import withdraw
from retrieval.types import Answer, AnswerSentence
from tests.bot.discord_bot.answers import (
    FAR,
    answered,
    answers,
    check_acts,
    check_limits,
    citation,
    filled,
    foreign,
    hit,
    not_found,
    on_one_line,
    passage_round,
    read,
)
from tests.bot.samples import INFO, SAID, opening

ID = "a" * 22
SOURCE = "The Moscow Times · 7 October 2021 · Russia has invited the Taliban to attend…"
LONG = " ".join(f"word{number}" for number in range(1000))


def pages_of(answer: Answer, *passages: Passage) -> tuple[Page, ...]:
    near = {hit.passage.id: hit.passage for hit in answer.nearest}
    return pages(answer, near | {passage.id: passage for passage in passages}, opening)


def test_a_page_is_a_passage_with_its_quote_in_bold() -> None:
    one = citation(1)
    assert pages_of(answered(one), passage_round(one)) == (
        Page(
            f"**[1]** {SOURCE}",
            f"> Before it. **{SAID}** After it.",
            f"characters 100:{100 + len(SAID)} of the article moscow",
        ),
    )


def test_the_bold_words_are_the_quoted_ones_where_the_passage_says_them_twice() -> None:
    one = citation(1, "yes")
    (page,) = pages_of(answered(one), passage_round(one, "yes and ", " and yes"))
    assert page.body == "> yes and **yes** and yes"


@pytest.mark.parametrize(
    ("claim", "changed"),
    [
        ("it is gone", None),
        ("its words have changed", {"text": "Before it. " + SAID.replace("Zamir", "Samir")}),
        ("its words have moved", {"start": 80}),
        ("it begins after the quote", {"start": 105, "text": SAID}),
        ("it ends before the quote does", {"text": f"Before it. {SAID[:-1]}"}),
        ("it begins after the quote, and its end would match", {"start": 100 + len(SAID), "text": SAID}),
        ("it is another article’s", {"article_id": "other"}),
    ],
)
def test_a_quote_whose_passage_is_not_what_it_was_stands_alone_and_says_so(
    claim: str, changed: dict[str, Any] | None
) -> None:
    one = citation(1)
    passages = [] if changed is None else [replace(passage_round(one), **changed)]
    (page,) = pages_of(answered(one), *passages)
    assert page.body == f"> {SAID}"
    assert page.head == f"**[1]** {SOURCE}\n-# {GONE}"


def test_a_long_passage_goes_on_on_the_next_page_and_its_quote_with_it() -> None:
    one = citation(1, LONG)
    found = pages_of(answered(one, sentences=(AnswerSentence("Yes.", (1,)),)), passage_round(one))
    assert len(found) == 3
    assert {page.head for page in found} == {f"**[1]** {SOURCE}"}
    assert found[0].body.startswith("> Before it. **word0 ")
    assert all(page.body.startswith("> …**word") for page in found[1:])
    assert all(page.body.endswith("**…") for page in found[:-1])
    assert found[-1].body.endswith(" word999** After it.")


def test_pages_follow_the_citations_and_then_the_nearest() -> None:
    heads = [page.head.split("**")[1] for page in pages_of(answered(*map(citation, range(1, 41))))]
    assert heads == [f"[{number}]" for number in range(1, 41)]
    heads = [page.head.split("**")[1] for page in pages_of(not_found(hit(rank=1), hit(rank=2)))]
    assert heads == ["Nearest, 1", "Nearest, 2"]
    assert pages_of(not_found()) == ()


@pytest.mark.parametrize(
    ("claim", "changed", "body", "url"),
    [
        ("a web address is a button", {"url": "https://a.b/c d"}, [], "https://a.b/c%20d"),
        ("as long as a button’s may be", {"url": "https://a.b/" + "x" * 500}, [], "https://a.b/" + "x" * 500),
        ("a longer one is text", {"url": "https://a.b/" + "x" * 501}, [r"https\://a.b/" + "x" * 501], None),
        ("what is no web address is text", {"url": "javascript:x(1)"}, ["javascript:x(1)"], None),
        ("what Discord would refuse is text", {"url": "http://localhost/a"}, [r"http\://localhost/a"], None),
        ("nothing to see of an address", {"url": "\u200b"}, [], None),
        ("a title that the line holds", {"title": "x" * 300}, [], None),
        ("a longer one stands in the body", {"title": "x" * 301}, ["x" * 301], None),
        ("an outlet that the line holds", {"outlet": "x" * 100}, [], None),
        ("a longer one too", {"outlet": "x" * 101}, ["x" * 101], None),
        ("an id that the line holds", {"id": "x" * 100}, [], None),
        ("and a longer id", {"id": "x" * 101}, ["x" * 101], None),
    ],
)
def test_what_is_known_of_an_article_is_whole(
    claim: str, changed: dict[str, Any], body: list[str], url: str | None
) -> None:
    info = replace(INFO, **changed)
    (page,) = pages_of(answered(citation(1, info=info)))
    assert page.body == "\n\n".join([*body, f"> {SAID}"])
    assert page.url == url
    (page,) = pages_of(not_found(hit(info=info)))
    assert (page.body, page.url) == ("\n\n".join([*body, f"> {SAID}"]), url)


def test_what_was_withdrawn_comes_first() -> None:
    one, other = citation(1), citation(2, "Snow fell.", replace(INFO, id="kabul"))
    found = pages_of(withdraw(answered(one, other), ["moscow"]), passage_round(one), passage_round(other))
    said = "An article behind this answer was withdrawn from the archive; what it said is not shown any more."
    assert [(page.head.split(" ")[0], page.body) for page in found] == [
        ("**Withdrawn**", said),
        ("**[2]**", "> Before it. **Snow fell.** After it."),
    ]
    (only,) = pages_of(withdraw(not_found(hit()), ["moscow"]))
    assert (only.head, only.body) == ("**Withdrawn**", said.replace("An", "The"))


def test_what_the_messages_cut_comes_last() -> None:
    one = citation(1)
    answer = answered(one, sentences=(AnswerSentence(LONG, (1,)),), question=LONG[:400], resolved_question=LONG[:500])
    heads = [page.head for page in pages_of(answer, passage_round(one))]
    assert heads == [f"**[1]** {SOURCE}", *["**The whole answer**"] * 3, "**Understood as**", "**The question**"]


# A page as a message.


def many(count: int) -> tuple[Page, ...]:
    return tuple(Page(f"head {number}", f"body {number}", f"foot {number}", "https://a.b/") for number in range(count))


def test_a_page_is_a_message_with_its_place_among_the_others() -> None:
    sheet = page_sheet(many(3), 1, ID)
    assert sheet.groups == (("head 1",), ("body 1",), ("-# Page 2 of 3 · foot 1",))
    turning, (article,) = sheet.rows
    assert [(button.label, button.custom_id, button.disabled) for button in turning] == [
        ("First", f"page:{ID}:0:first", False),
        ("Previous", f"page:{ID}:0:previous", False),
        ("Next", f"page:{ID}:2:next", False),
        ("Last", f"page:{ID}:2:last", False),
    ]
    assert (article.label, article.url) == ("Open the article", "https://a.b/")


def test_a_page_without_an_address_has_no_button_for_it() -> None:
    assert len(page_sheet((replace(many(1)[0], url=None), many(1)[0]), 0, ID).rows) == 1


def test_one_page_has_nothing_to_turn() -> None:
    sheet = page_sheet(many(1), 0, ID)
    assert sheet.texts[-1] == "-# foot 0"
    assert [[button.label for button in row] for row in sheet.rows] == [["Open the article"]]


@pytest.mark.parametrize(
    ("number", "shown", "disabled"),
    [
        (0, 0, [True, True, False, False]),
        (1, 1, [False, False, False, False]),
        (2, 2, [False, False, True, True]),
        (-1, 0, [True, True, False, False]),
        (3, 2, [False, False, True, True]),
        (10**30, 2, [False, False, True, True]),
    ],
)
def test_a_number_is_held_within_the_pages_and_the_ends_have_no_way_out(
    number: int, shown: int, disabled: list[bool]
) -> None:
    sheet = page_sheet(many(3), number, ID)
    assert sheet.texts[0] == f"head {shown}"
    assert [button.disabled for button in sheet.rows[0]] == disabled


@pytest.mark.parametrize("count", [2, 3, 4, 999])
def test_no_two_buttons_of_a_page_have_the_same_id(count: int) -> None:
    for number in {0, 1, count - 2, count - 1}:
        check_limits(page_sheet(many(count), number, ID))


# Over generated answers.


@settings(max_examples=25)
@given(answers(), st.data())
def test_everything_of_any_answer_can_be_read(answer: Answer, data: st.DataObject) -> None:
    served = data.draw(st.sets(st.sampled_from([one.passage_id for one in answer.citations] or [""])))
    passages = [
        passage_round(one, *data.draw(st.sampled_from([("", ""), ("# a ", " b"), (LONG[:400] + "\n", "")])))
        for one in answer.citations
        if one.passage_id in served
    ]
    found = pages_of(answer, *passages)
    infos = [one.article for one in (*answer.citations, *answer.nearest)]
    for number, page in enumerate(found):
        sheet = page_sheet(found, number, ID)
        check_limits(sheet)
        check_acts(sheet, [info.url for info in infos])
        assert len(page.body) <= BODY_UNITS + 2
    buttons = {page.url for page in found}
    heads, bodies = {squeezed(page.head) for page in found}, squeezed(*(page.body for page in found))
    feet = {squeezed(page.foot) for page in found}
    texts = [one.quote.text for one in answer.citations] + [one.text for one in passages]
    texts += [one.passage.text for one in answer.nearest]
    assert all(plain(text) in bodies for text in texts)
    for info in infos:
        for known in (info.outlet, info.title, info.id):
            assert plain(known or "") in bodies or any(plain(known or "") in line for line in heads | feet)
        assert web_address(info.url) in buttons or plain(info.url or "") in bodies
    sheets = answer_sheets(answer, ID, opening, asked=answer.question)
    everything = squeezed(*(text for sheet in sheets for text in sheet.texts)) + " " + bodies
    asked = [answer.question, answer.resolved_question or "", answer.short_answer or ""]
    if found:
        assert all(plain(text) in everything for text in [*asked, *(one.text for one in answer.sentences)])


def squeezed(*texts: str) -> str:
    """What a person reads in `texts`, one after the other, without the ellipses and blanks where one goes on."""
    lines = [line.removeprefix("> ") for text in texts for line in text.split("\n")]
    return "".join(read(line).text for line in lines).replace(" ", "").replace("…", "")


def plain(text: str) -> str:
    """`text` as `squeezed` has it, when all of it can be read."""
    return on_one_line(text).replace(" ", "").replace("…", "")


@settings(max_examples=60)
@given(foreign | filled(FAR), foreign, foreign)
def test_the_bold_words_of_the_pages_are_the_quote(quote: str, before: str, after: str) -> None:
    one = citation(1, quote)
    found = pages_of(
        answered(one, sentences=(AnswerSentence("Yes.", (1,)),)), passage_round(one, f"{before} ", f" {after}")
    )
    bodies = [read(page.body.removeprefix("> ")) for page in found]
    assert plain("".join(words for body in bodies for words in body.words("bold"))) == plain(quote)
    assert plain("".join(body.text for body in bodies)) == plain(f"{before} {quote} {after}")
