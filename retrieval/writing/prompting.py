"""
What a model is told: the instructions, the passages as material, the conversation and the question.

Fitted to the model's context by a stated rule: the instructions and the question always; of what is left, the newest
turns of the conversation up to a fifth, whole; then whole passages, the likeliest to answer first, until one does not
fit. Tokens are estimated (`llm/tokens.py`).
"""

from __future__ import annotations

import secrets
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cache
from pathlib import Path
from string import Template

from langchain_core.messages import BaseMessage, HumanMessage, SystemMessage

from retrieval.citing import one_line
from retrieval.llm.tokens import PER_MESSAGE, estimated_tokens
from retrieval.types import Hit, IndexInfo, Turn
from retrieval.writing.resting import Shown
from retrieval.writing.signs import sign_in

PROMPTS = Path(__file__).resolve().parent.parent / "prompts"
CONVERSATION_SHARE = 0.2
"""Of the room for passages and turns; what the turns do not need the passages get."""
LONGEST_TURN = 1500
"""Characters of an earlier answer that are told again."""
LONGEST_ABOUT = 300
"""Characters of a headline or of an outlet's name: a corpus may put anything there."""
BETWEEN = "\n\n"
"""What stands between two blocks of a prompt."""


@dataclass(frozen=True, slots=True)
class Prompt:
    """What is said to the model, which passages it was shown under which numbers, and what did not fit."""

    system: str
    human: str
    shown: tuple[Shown, ...] = ()
    passages_left_out: int = 0
    turns_left_out: int = 0

    def messages(self, form: str) -> list[BaseMessage]:
        """With `form`, how the answer is to be formed, behind the instructions."""
        return [SystemMessage(f"{self.system}\n\n{form}".strip()), HumanMessage(self.human)]


@cache
def instructions(name: str) -> str:
    """The text of a file in `retrieval/prompts/`."""
    return (PROMPTS / f"{name}.md").read_text(encoding="utf-8").strip()


def answer_prompt(
    question: str,
    turns: Sequence[Turn],
    hits: Sequence[Hit],
    index: IndexInfo,
    today: date,
    *,
    sentences: int,
    room: int,
) -> Prompt:
    """
    The prompt for an answer in at most `room` tokens.

    `hits` are the passages, the likeliest to answer first. At least one of them is shown, cut after a sentence if even
    that does not fit; none when there are none.
    """
    system = _filled("answer", today=_day(today), reach=_reach(index), sentences=str(sentences))
    mark = secrets.token_hex(3)  # else a text could say that it ends, and what comes after it were no passage
    frame = _filled("question", conversation="", passages="", question=question)
    room -= estimated_tokens(system + frame + instructions("as_lines")) + 2 * PER_MESSAGE
    conversation, turns_left_out = _conversation(turns, int(room * CONVERSATION_SHARE), mark)
    room -= estimated_tokens(conversation)
    shown: list[Shown] = []
    blocks: list[str] = []
    for hit in hits:
        one = Shown(len(shown) + 1, hit)
        block = _block(one, mark)
        fits = estimated_tokens(block + BETWEEN) <= room
        if not fits and shown:
            break
        shown.append(one)
        blocks.append(block if fits else _cut_block(one, mark, room))
        if not fits:
            break
        room -= estimated_tokens(block + BETWEEN)
    human = _filled("question", conversation=conversation, passages=BETWEEN.join(blocks), question=question)
    return Prompt(system, human, tuple(shown), len(hits) - len(shown), turns_left_out)


def rewrite_prompt(question: str, turns: Sequence[Turn], room: int) -> Prompt:
    """The prompt for a question that stands alone, with as many of the newest turns as fit into `room` tokens."""
    system = instructions("rewrite")
    frame = _filled("question", conversation="", passages="", question=question)
    room -= estimated_tokens(system + frame) + 2 * PER_MESSAGE
    conversation, left_out = _conversation(turns, room, secrets.token_hex(3))
    return Prompt(
        system, _filled("question", conversation=conversation, passages="", question=question), (), 0, left_out
    )


def _filled(name: str, **values: str) -> str:
    # Values are not looked into for placeholders: they may hold anything.
    return Template(instructions(name)).substitute(values)


def _conversation(turns: Sequence[Turn], room: int, mark: str) -> tuple[str, int]:
    """The newest turns that fit, oldest first, and how many were left out."""
    told: list[str] = []
    for turn in reversed(turns):
        text = f"Asked: {one_line(turn.question)}\nAnswered: {_answer(turn)}\n"
        if estimated_tokens(_framed("conversation", "\n".join([text, *told]), mark) + BETWEEN) > room:
            break
        told.insert(0, text)
    left_out = len(turns) - len(told)
    return (_framed("conversation", "\n".join(told), mark) + BETWEEN if told else ""), left_out


def _answer(turn: Turn) -> str:
    text = one_line(turn.answer)[:LONGEST_TURN]
    return text if text and sign_in(text) is None else "(not told again)" if text else "(nothing was found)"


def _framed(what: str, text: str, mark: str) -> str:
    return f"<<<{what} {mark}\n{text}\n{what} {mark}>>>"


def _block(shown: Shown, mark: str) -> str:
    return _framed(f"passage {shown.number}", "\n".join((*_about(shown.hit), "", shown.hit.passage.text)), mark)


def _about(hit: Hit) -> Iterator[str]:
    info = hit.article
    for name, value in (("Headline", info.title), ("Outlet", info.outlet)):
        if value:
            yield f"{name}: {one_line(value)[:LONGEST_ABOUT]}"
    yield f"Published: {_day(info.published) if info.published else 'on an unknown day'}"


def _cut_block(shown: Shown, mark: str, room: int) -> str:
    """As many sentences of the passage as fit, and at least one."""
    passage = shown.hit.passage
    block = _block(shown, mark)
    for last in reversed(passage.sentences):
        cut = replace(passage, text=passage.text[: last.end - passage.start])
        block = _block(shown._replace(hit=replace(shown.hit, passage=cut)), mark)
        if estimated_tokens(block) <= room:
            break
    return block


def _day(day: date) -> str:
    """With the weekday, from which a model counts the days of a passage."""
    weekdays = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()
    months = "January February March April May June July August September October November December".split()
    return f"{weekdays[day.weekday()]}, {day.day} {months[day.month - 1]} {day.year}"


def _reach(index: IndexInfo) -> str:
    if index.newest_published is None:
        return f"{index.articles:,} articles, none of which is dated"
    return f"{index.articles:,} articles, the newest of {_day(index.newest_published)}"
