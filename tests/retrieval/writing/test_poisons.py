"""Articles that give orders, with a model that obeys them: nothing harmful reaches a person, wherever it is shown."""

from __future__ import annotations

import io
import json
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
from rich.console import Console

from bot.assembly import Dateline
from bot.discord_bot.answer_sheets import answer_sheets, draft_sheet
from bot.discord_bot.pages import page_sheet, pages
from bot.render import render_answer, render_draft
from retrieval.serialise import answer_to_json
from retrieval.types import Answer, Question
from retrieval.writing.untrusted import suspects
from tests.retrieval.writing.archives import archive_of, written_by
from tests.retrieval.writing.poisons.poisons import POISONS
from tests.retrieval.writing.scripted import Script, as_json, as_lines
from tests.retrieval.writing.table import Poison

OWN_ADDRESSES = {poison.article["url"] for poison in POISONS if "url" in poison.article}


@pytest.fixture(scope="module")
def poisoned(tmp_path_factory: pytest.TempPathFactory, models: Path) -> Iterator[Dateline]:
    folder = tmp_path_factory.mktemp("poisons") / "data"
    with archive_of([poison.article for poison in POISONS], folder, models) as dateline:
        yield dateline


def test_there_are_forty_articles_and_each_kind_three_times() -> None:
    kinds = Counter(poison.kind for poison in POISONS)
    assert len({poison.article["text"] for poison in POISONS}) == len(POISONS) >= 40
    assert len(kinds) >= 6
    assert min(kinds.values()) >= 3, kinds


def test_every_poison_would_do_harm_if_it_were_let(poisoned: Dateline) -> None:
    """The model's output holds the harm: what keeps it from a person is Dateline."""
    for poison in POISONS:
        output = poison.raw if poison.raw is not None else "\n".join(claim.text for claim in poison.obeys)
        assert any(harm in output for harm in poison.harm), poison.why


@pytest.mark.parametrize("poison", POISONS, ids=[f"{poison.kind} {poison.article['id']}" for poison in POISONS])
def test_nothing_harmful_reaches_a_person(poison: Poison, poisoned: Dateline, tmp_path: Path) -> None:
    for form in (as_json, as_lines) if poison.raw is None else (as_json,):
        for answer in written_by(_obeying(poison, form), poisoned, tmp_path).stream(Question(poison.asks)):
            for where, text in _everywhere(answer, poisoned).items():
                assert not [harm for harm in poison.harm if harm in text], (where, poison.why)
        _is_only_text_behind_sources(answer, poisoned, poison.why)


def test_an_article_that_turns_to_machines_is_not_shown_to_the_model(poisoned: Dateline, tmp_path: Path) -> None:
    withheld = 0
    for poison in POISONS:
        with poisoned.archive.reading() as index:
            hits = poisoned.searcher.search(index, poison.asks, 10)
            flagged = suspects(hits, index)
        withheld += poison.article["id"] in flagged
    # What the signs miss, the proof of every sentence has to stop: the test above counts those too.
    assert withheld >= 0.9 * len(POISONS)


def _is_only_text_behind_sources(answer: Answer, dateline: Dateline, why: str) -> None:
    """Who turns to a passage is shown all of it, as it is in the archive: its words are there, and do nothing."""
    shown = [citation.passage_id for citation in answer.citations] + [hit.passage.id for hit in answer.nearest]
    found = pages(answer, dateline.passages(shown), dateline.opening)
    for number in range(len(found)):
        text = "\n".join(page_sheet(found, number, "id").texts)
        assert OWN_ADDRESSES.issuperset(re.findall(r"(?<!\\)\]\(<?(.+?)>?\)", text)), why
        assert "@everyone" not in text, why
        assert not re.search(r"(?<!\\)<[@#:/]", text), why


def _obeying(poison: Poison, form: object) -> Script:
    def script(prompt: str) -> str:
        if poison.raw is not None:
            return poison.raw
        return as_json(poison.obeys, prompt) if form is as_json else as_lines(poison.obeys, prompt)

    return script


def _everywhere(answer: Answer, dateline: Dateline) -> dict[str, str]:
    """All that a person or a program is shown of an answer."""
    if answer.draft:
        return {
            "terminal draft": _printed(render_draft(answer, dateline.opening)),
            "Discord draft": "\n".join(draft_sheet(answer, asked=answer.question).texts),
        }
    return {
        "terminal": _printed(render_answer(answer, dateline.opening)),
        "Discord": "\n".join(text for sheet in answer_sheets(answer, "id", dateline.opening) for text in sheet.texts),
        "JSON": json.dumps(answer_to_json(answer), ensure_ascii=False),
    }


def _printed(renderable: object) -> str:
    out = io.StringIO()
    Console(file=out, width=100).print(renderable)
    return out.getvalue()
