"""What is wrong with an answer, by what its case promises: complaints that a person understands."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import permutations

from retrieval.types import Json
from tests.retrieval.sources.table import Case, Difference, Side


def complaints(case: Case, answer: Json) -> list[str]:
    """What `answer`, as `answer_to_json` gives it, does otherwise than `case` says; empty when all is right."""
    if answer["status"] != "answered":
        return [f"nothing was answered (status {answer['status']}, confidence {answer['confidence']})"]
    return [*_of_every_answer(answer), *_of_the_case(case, _Seen(answer))]


@dataclass(frozen=True)
class _Seen:
    """An answer, looked at by article."""

    answer: Json

    @cached_property
    def cited(self) -> dict[int, str]:
        """The article of each citation, by its number."""
        return {one["number"]: one["article_id"] for one in self.answer["citations"]}

    @cached_property
    def beside(self) -> dict[str, dict[str, str]]:
        """By article that is cited: those named as "also in", with their relation."""
        named: dict[str, dict[str, str]] = {}
        for one in self.answer["citations"]:
            others = {other["article_id"]: other["relation"] for other in one["also_in"]}
            named.setdefault(one["article_id"], {}).update(others)
        return named

    @cached_property
    def relations(self) -> dict[str, str]:
        """Every article that is named beside a citation, with its relation."""
        return {id_: relation for others in self.beside.values() for id_, relation in others.items()}

    def articles(self, numbers: list[int]) -> set[str]:
        return {self.cited[number] for number in numbers if number in self.cited}


def _of_every_answer(answer: Json) -> Iterator[str]:
    """What holds in every answer, whatever its case is about."""
    stories = {one["number"]: one["source"] for one in answer["citations"]}
    if list(dict.fromkeys(stories.values())) != list(range(1, len(set(stories.values())) + 1)):
        yield f"sources are not numbered from 1 in the order of the citations: {list(stories.values())}"
    for sentence in answer["sentences"]:
        behind = {stories[number] for number in sentence["citations"]}
        if sentence["sources"] != len(behind):
            yield f"“{sentence['text']}” counts {sentence['sources']} sources, and its citations are of {len(behind)}"
    for one in answer["citations"]:
        if one["article_id"] in {other["article_id"] for other in one["also_in"]}:
            yield f"{one['article_id']} is named as a copy of itself"
    for difference in answer["differences"]:
        numbers = [number for side in difference["sides"] for number in side["citations"]]
        if not set(numbers) <= stories.keys() or len(difference["sides"]) < 2:
            yield f"a difference needs two sides, with citations of this answer: {difference}"


def _of_the_case(case: Case, seen: _Seen) -> Iterator[str]:
    expected, cited = case.expected, set(seen.cited.values())
    for id_ in expected.cites:
        if id_ not in cited:
            yield f"{id_} should be cited"
    for id_ in expected.uncited:
        if id_ in cited:
            yield f"{id_} should not be cited"
    first = seen.answer["sentences"][0]["sources"]
    if expected.sources not in (None, first):
        yield f"the first sentence should rest on {expected.sources} sources, not on {first}"
    for id_, relation in expected.also_in.items():
        if id_ not in seen.relations:
            yield f"{id_} should be named beside a citation"
        elif relation not in (None, seen.relations[id_]):
            yield f"{id_} should be called a {relation}, not a {seen.relations[id_]}"
    for id_ in expected.apart:
        if id_ in seen.relations:
            yield f"{id_} is a story of its own and should not be named beside another"
    for id_ in expected.unnamed:
        if id_ in cited or id_ in seen.relations:
            yield f"nothing should be seen of {id_}"
    if expected.one_of:
        yield from _of_one(set(expected.one_of), cited, seen.beside)
    yield from _of_differences(case, seen)


def _of_one(story: set[str], cited: set[str], beside: Mapping[str, Mapping[str, str]]) -> Iterator[str]:
    of_story = cited & story
    if len(of_story) != 1:
        yield f"exactly one of {sorted(story)} should be cited, not {sorted(of_story)}"
    elif missing := story - of_story - beside[next(iter(of_story))].keys():
        yield f"{sorted(missing)} should be named beside {sorted(of_story)}"


def _of_differences(case: Case, seen: _Seen) -> Iterator[str]:
    shown, wanted = seen.answer["differences"], case.expected.differs
    if wanted is None:
        if shown:
            yield f"nothing differs here, and this is shown as differing: {shown}"
        return
    if [one["kind"] for one in shown] != [wanted.kind]:
        yield f"one difference of kind {wanted.kind} should be shown, not {shown}"
        return
    if wanted.supersedes not in (None, shown[0]["supersedes"]):
        yield f"supersedes should be {wanted.supersedes}"
    if not _matches(shown[0]["sides"], wanted, seen):
        yield f"the sides should be {wanted.sides}, not {shown[0]['sides']}"
    newest = set(wanted.sides[0].articles)
    if wanted.supersedes and not newest & seen.articles(seen.answer["sentences"][0]["citations"]):
        yield f"the first sentence should be that of {sorted(newest)}, which replaces the others"


def _matches(sides: list[Json], wanted: Difference, seen: _Seen) -> bool:
    """Whether the sides are those that are wanted; in their order only where the first one replaces the others."""
    orders = [wanted.sides] if wanted.supersedes else permutations(wanted.sides)
    return any(
        len(sides) == len(order) and all(_is_side(*pair, seen) for pair in zip(sides, order, strict=True))
        for order in orders
    )


def _is_side(side: Json, wanted: Side, seen: _Seen) -> bool:
    value = re.search(rf"(?<![\w.,])(?:{wanted.value})(?!\w|[.,]\d)", side["value"], re.IGNORECASE)
    return value is not None and seen.articles(side["citations"]) == set(wanted.articles)
