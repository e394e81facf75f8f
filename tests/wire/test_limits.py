"""Each limit at its edge, which passes, and one past it, which Discord refuses."""

from __future__ import annotations

from typing import Any

import pytest

from tests.wire import payloads
from tests.wire.limits import as_error, choice_problems, command_problems, message_problems, modal_problems
from tests.wire.world import BOT, COMPONENTS_V2, GENERAL, Json


def message(**fields: Any) -> list[tuple[str, str]]:
    return message_problems(payloads.message(BOT, GENERAL, fields.pop("content", ""), **fields))


def layout(*components: Json, **fields: Any) -> list[tuple[str, str]]:
    return message(components=list(components), flags=COMPONENTS_V2, **fields)


def text(length: int) -> Json:
    return {"type": 10, "content": "x" * length}


def row(*parts: Json) -> Json:
    return {"type": 1, "components": list(parts)}


def button(label: int = 1, custom_id: str = "a", **fields: Any) -> Json:
    return {"type": 2, "style": 2, "label": "x" * label, "custom_id": custom_id, **fields}


def menu(options: int, length: int = 1) -> Json:
    choices = [{"label": "x" * length, "value": str(n)} for n in range(options)]
    return {"type": 3, "custom_id": "m", "options": choices}


def fields(number: int, name: int = 1, value: int = 1) -> list[Json]:
    return [{"fields": [{"name": "x" * name, "value": "x" * value}] * number}]


def command(**given: Any) -> list[Json]:
    return [{"name": "ask", "type": 1, "description": "x", **given}]


@pytest.mark.parametrize(
    ("fits", "breaks"),
    [
        (message(content="x" * 2000), message(content="x" * 2001)),
        (message(content="😀" * 1000), message(content="😀" * 1001)),
        (message(content="x"), message()),
        (message(embeds=[{"title": "x" * 256}]), message(embeds=[{"title": "x" * 257}])),
        (message(embeds=[{"description": "x" * 4096}]), message(embeds=[{"description": "x" * 4097}])),
        (message(embeds=[{"footer": {"text": "x" * 2048}}]), message(embeds=[{"footer": {"text": "x" * 2049}}])),
        (message(embeds=[{"author": {"name": "x" * 256}}]), message(embeds=[{"author": {"name": "x" * 257}}])),
        (message(embeds=fields(25)), message(embeds=fields(26))),
        (message(embeds=fields(1, name=256)), message(embeds=fields(1, name=257))),
        (message(embeds=fields(1, value=1024)), message(embeds=fields(1, value=1025))),
        (message(embeds=[{"title": "x"}] * 10), message(embeds=[{"title": "x"}] * 11)),
        (message(embeds=[{"description": "x" * 3000}] * 2), message(embeds=[{"description": "x" * 3001}] * 2)),
        (message(components=[row(button(80))]), message(components=[row(button(81))])),
        (message(components=[row(button(1, "a" * 100))]), message(components=[row(button(1, "a" * 101))])),
        (message(components=[row(menu(25, 100))]), message(components=[row(menu(26))])),
        (message(components=[row(menu(1, 100))]), message(components=[row(menu(1, 101))])),
        (layout(text(1)), message(components=[text(1)])),
        (layout(text(4000)), layout(text(2000), text(2001))),
        (layout(*[text(1)] * 40), layout(*[text(1)] * 41)),
        (layout({"type": 17, "components": [text(1)] * 39}), layout({"type": 17, "components": [text(1)] * 40})),
        (layout(text(1)), layout(text(1), content="x")),
        (layout(text(1)), layout(text(1), embeds=[{"title": "x"}])),
        (layout(text(1)), layout(text(0))),
        (layout(text(1)), layout()),
        (layout(row(button())), layout(button())),
        (layout(row(button(), button(1, "b"))), layout(row(button(), button()))),
        (layout(row(*[button(1, str(n)) for n in range(5)])), layout(row(*[button(1, str(n)) for n in range(6)]))),
        (
            layout({"type": 9, "components": [text(1)], "accessory": button()}),
            layout({"type": 9, "components": [text(1)]}),
        ),
        (
            layout(row(button(1, "", style=5, url="https://example.com/"))),
            layout(row(button(1, "", style=5, url="javascript:alert(1)"))),
        ),
        (
            choice_problems([{"name": "x" * 100, "value": "x"}] * 25),
            choice_problems([{"name": "x", "value": "x"}] * 26),
        ),
        (choice_problems([{"name": "x", "value": 1}]), choice_problems([{"name": "x" * 101, "value": 1}])),
        (command_problems(command(description="x" * 100)), command_problems(command(description="x" * 101))),
        (command_problems(command(name="frage")), command_problems(command(name="Frage"))),
        (
            command_problems(command(description_localizations={"de": "x" * 100})),
            command_problems(command(description_localizations={"de": "x" * 101})),
        ),
        (
            modal_problems({"title": "x" * 45, "custom_id": "m", "components": [row(menu(1))]}),
            modal_problems({"title": "x" * 46, "custom_id": "m", "components": [row(menu(1))]}),
        ),
        (
            modal_problems({"title": "x", "custom_id": "m", "components": [row(menu(1))]}),
            modal_problems({"title": "x", "custom_id": "m", "components": []}),
        ),
    ],
)
def test_a_limit_holds_at_its_edge(fits: list[tuple[str, str]], breaks: list[tuple[str, str]]) -> None:
    assert fits == []
    assert breaks


def test_the_error_names_the_place_as_discord_does() -> None:
    assert as_error([("components.0.label", "too long")]) == {
        "message": "Invalid Form Body",
        "code": 50035,
        "errors": {"components": {"0": {"label": {"_errors": [{"code": "INVALID", "message": "too long"}]}}}},
    }
    assert as_error(message())["code"] == 50006
