"""What Discord refuses in a message, a modal, a list of choices and a list of commands, each with the place of it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator

from tests.wire.world import COMPONENTS_V2, Json, walk

Problem = tuple[str, str]
"""Where, with dots (`components.0.label`), and what is wrong there."""

ROW, BUTTON, SELECT, TEXT_INPUT, SECTION, TEXT, SEPARATOR, CONTAINER, LABEL = 1, 2, 3, 4, 9, 10, 14, 17, 18
TOP_OF_V2 = {ROW, SECTION, TEXT, 12, 13, SEPARATOR, CONTAINER}
OPTION_LISTS = {SELECT: 25, 21: 10, 22: 10}
COMMAND_NAME = re.compile(r"^[-_'\w]{1,32}$")


def units(text: str) -> int:
    """UTF-16 units: never fewer than Discord counts, so what passes here passes there."""
    return len(text.encode("utf-16-le")) // 2


def message_problems(shown: Json) -> list[Problem]:
    """What is wrong with a message as it would be shown, edits already merged; empty when nothing is."""
    v2 = bool(shown["flags"] & COMPONENTS_V2)
    return list(_v2_problems(shown) if v2 else _classic_problems(shown)) + list(_control_problems(shown["components"]))


def modal_problems(modal: Json) -> list[Problem]:
    found = list(_text("title", modal.get("title"), 45)) + list(_text("custom_id", modal.get("custom_id"), 100))
    rows = modal.get("components", [])
    if not 1 <= len(rows) <= 5:
        found.append(("components", "Must be between 1 and 5 in length."))
    for n, part in enumerate(rows):
        if part["type"] not in (ROW, TEXT, LABEL):
            found.append((f"components.{n}.type", f"A modal cannot hold the component type {part['type']}."))
        if part["type"] == LABEL:
            found += _text(f"components.{n}.label", part.get("label"), 45)
            found += _text(f"components.{n}.description", part.get("description"), 100, required=False)
    return found + list(_control_problems(rows))


def choice_problems(choices: list[Json]) -> list[Problem]:
    found = [("choices", "Must be 25 or fewer in length.")] if len(choices) > 25 else []
    for n, choice in enumerate(choices):
        found += _text(f"choices.{n}.name", choice["name"], 100)
        if isinstance(choice["value"], str):
            found += _text(f"choices.{n}.value", choice["value"], 100)
    return found


def command_problems(commands: list[Json]) -> list[Problem]:
    kinds = Counter(command.get("type", 1) for command in commands)
    found = [
        ("", f"Too many commands of type {kind}.") for kind, most in ((1, 100), (2, 15), (3, 15)) if kinds[kind] > most
    ]
    for n, command in enumerate(commands):
        if command.get("type", 1) != 1:
            found += _text(f"{n}.name", command["name"], 32)
            continue
        found += _named(str(n), command)
        for m, option in enumerate(command.get("options") or []):
            found += _named(f"{n}.options.{m}", option)
            found += choice_problems(option.get("choices") or [])
            if option.get("choices") and option.get("autocomplete"):
                found.append((f"{n}.options.{m}", "Choices and autocomplete exclude each other."))
    return found


def _named(at: str, thing: Json) -> Iterator[Problem]:
    for name in (thing["name"], *(thing.get("name_localizations") or {}).values()):
        if not COMMAND_NAME.match(name) or name != name.lower():
            yield f"{at}.name", f"{name!r} is no command or option name."
    for said in (thing.get("description"), *(thing.get("description_localizations") or {}).values()):
        yield from _text(f"{at}.description", said, 100)


def _classic_problems(shown: Json) -> Iterator[Problem]:
    yield from _text("content", shown["content"], 2000, required=False)
    yield from _embed_problems(shown["embeds"])
    rows = shown["components"]
    if len(rows) > 5:
        yield "components", "Must be 5 or fewer in length."
    for n, row in enumerate(rows):
        if row["type"] != ROW:
            yield f"components.{n}.type", "Only action rows stand in a message without IS_COMPONENTS_V2."
    if not (shown["content"] or shown["embeds"] or shown["attachments"] or rows):
        yield "", "Cannot send an empty message"


def _v2_problems(shown: Json) -> Iterator[Problem]:
    for name in ("content", "embeds", "poll", "sticker_ids"):
        if shown.get(name):
            yield name, f"The '{name}' field cannot be used when using MessageFlags.IS_COMPONENTS_V2"
    parts = list(walk(shown["components"]))
    if not parts:
        yield "components", "This field is required"
    if len(parts) > 40:
        yield "components", f"The maximum number of components is 40, not {len(parts)}."
    displayed = sum(units(part["content"]) for part in parts if part["type"] == TEXT)
    if displayed > 4000:
        yield "components", f"The total displayable text size exceeds 4000: {displayed}."
    for n, part in enumerate(shown["components"]):
        if part["type"] not in TOP_OF_V2:
            yield f"components.{n}.type", f"{part['type']} cannot stand at the top."
    for part in parts:
        if part["type"] == CONTAINER and any(child["type"] == CONTAINER for child in part["components"]):
            yield "components", "A container cannot hold a container."
        if part["type"] == SECTION and (not 1 <= len(part["components"]) <= 3 or not part.get("accessory")):
            yield "components", "A section has one to three texts and an accessory."


def _control_problems(components: list[Json]) -> Iterator[Problem]:
    parts = list(walk(components))
    ids = [part["custom_id"] for part in parts if part.get("custom_id")]
    for twice in (id_ for id_, times in Counter(ids).items() if times > 1):
        yield "components", f"Component custom id cannot be duplicated: {twice}"
    for part in parts:
        at = f"components.{part.get('custom_id') or part['type']}"
        if part["type"] == ROW:
            wide = sum(1 if child["type"] == BUTTON else 5 for child in part["components"])
            if not 1 <= wide <= 5:
                yield at, "An action row has one to five buttons, or one menu or input."
        elif part["type"] == TEXT:
            yield from _text(f"{at}.content", part["content"], 4000)
        elif part["type"] == BUTTON:
            yield from _button_problems(at, part)
        elif part["type"] == TEXT_INPUT:
            yield from _text(f"{at}.placeholder", part.get("placeholder"), 100, required=False)
            yield from _text(f"{at}.value", part.get("value"), 4000, required=False)
        if part["type"] in OPTION_LISTS:
            yield from _option_problems(at, part)
        if part["type"] in (SELECT, TEXT_INPUT, 21, 22, 23):
            yield from _text(f"{at}.custom_id", part.get("custom_id"), 100)


def _button_problems(at: str, button: Json) -> Iterator[Problem]:
    if not (button.get("label") or button.get("emoji")):
        yield at, "A button needs a label or an emoji."
    yield from _text(f"{at}.label", button.get("label"), 80, required=False)
    if button["style"] == 5:
        yield from _text(f"{at}.url", button.get("url"), 512)
        if not re.match(r"(https?|discord)://\S+$", button.get("url") or ""):
            yield f"{at}.url", "Scheme must be one of ('http', 'https', 'discord')."
        if button.get("custom_id"):
            yield at, "A custom id and url cannot both be specified"
    else:
        yield from _text(f"{at}.custom_id", button.get("custom_id"), 100)


def _option_problems(at: str, menu: Json) -> Iterator[Problem]:
    options = menu.get("options") or []
    if not 1 <= len(options) <= OPTION_LISTS[menu["type"]]:
        yield f"{at}.options", f"Must be between 1 and {OPTION_LISTS[menu['type']]} in length."
    for option in options:
        yield from _text(f"{at}.label", option["label"], 100)
        yield from _text(f"{at}.value", option["value"], 100)
        yield from _text(f"{at}.description", option.get("description"), 100, required=False)


def _embed_problems(embeds: list[Json]) -> Iterator[Problem]:
    if len(embeds) > 10:
        yield "embeds", "Must be 10 or fewer in length."
    total = 0
    for n, embed in enumerate(embeds):
        fields = embed.get("fields") or []
        if len(fields) > 25:
            yield f"embeds.{n}.fields", "Must be 25 or fewer in length."
        texts = [
            ("title", embed.get("title"), 256, False),
            ("description", embed.get("description"), 4096, False),
            ("footer.text", embed.get("footer", {}).get("text"), 2048, False),
            ("author.name", embed.get("author", {}).get("name"), 256, False),
            *((f"fields.{m}.name", part.get("name"), 256, True) for m, part in enumerate(fields)),
            *((f"fields.{m}.value", part.get("value"), 1024, True) for m, part in enumerate(fields)),
        ]
        for at, text, most, required in texts:
            yield from _text(f"embeds.{n}.{at}", text, most, required=required)
            total += units(text or "")
    if total > 6000:
        yield "embeds", "Embed size exceeds maximum size of 6000"


def _text(at: str, text: str | None, most: int, *, required: bool = True) -> Iterator[Problem]:
    if required and not text:
        yield at, "This field is required"
    if text and units(text) > most:
        yield at, f"Must be {most} or fewer in length."


def as_error(problems: Iterable[Problem]) -> Json:
    """The body of Discord's 400 for these."""
    problems = list(problems)
    if problems == [("", "Cannot send an empty message")]:
        return {"message": "Cannot send an empty message", "code": 50006}
    errors: Json = {}
    for at, what in problems:
        place = errors
        for name in at.split(".") if at else ():
            place = place.setdefault(name, {})
        place.setdefault("_errors", []).append({"code": "INVALID", "message": what})
    return {"message": "Invalid Form Body", "code": 50035, "errors": errors}
