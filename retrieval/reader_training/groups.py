"""
What one pass over the data shows the reader: groups of inputs for one question, cut into batches of like length.

A group is a question with the passage that answers it and passages that look as if they did, or a question that its
passage does not answer. Everything of chance comes from `(seed, pass)`, so a run can be taken up at any batch.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from random import Random

from retrieval.reader.encoding import Encoder, Input, Pieces
from retrieval.reader_training.data import Asked, Context, QuestionSet
from retrieval.reader_training.negatives import Negatives, Swaps
from retrieval.reader_training.windows import window_around, window_like

Group = tuple[Input, ...]
"""Inputs of one question; at most the first has answers."""

PART_OF = {"squadshifts_reddit": 0.5, "squadshifts_amazon_reviews": 0.4}
"""The share of a set's questions that one pass shows, 1 where it is not named: talk and reviews are least like news."""
PASSAGE_TOKENS = (56, 150)
"""The bounds between which the most tokens of a question's windows are drawn: short ones cost less."""
NEGATIVES = (0.10, 0.80, 0.10)
"""How often a question with an answer comes with none, one or two passages without it."""
NEIGHBOUR, SWAPPED, PREAMBLE, TITLED = 0.2, 0.15, 0.08, 0.7
"""Shares: of negatives taken from next to the answer; of questions asked once more with a swap; of questions put
after a sentence of their context, as news quizzes do; of titles shown."""
SORTED_TOGETHER = 40
"""Batches' worth of groups that are sorted by length together: little padding, and batches stay mixed."""
LONGEST_PREAMBLE = 32
_FORM = "{} {}"


class Groups:
    """The groups of every pass over `sets`. Building it tokenises all contexts and searches for all questions."""

    def __init__(self, sets: Sequence[QuestionSet], encoder: Encoder) -> None:
        self._encoder = encoder
        self._sets = sets
        self._negatives = {one.name: Negatives(one) for one in sets}
        self._swaps = {one.name: Swaps(one) for one in sets}
        self._pieces = {context.id: encoder.pieces(context.text) for one in sets for context in one.contexts}
        self._titles = {
            context.id: encoder.ids(context.title) if one.titled else () for one in sets for context in one.contexts
        }

    def batches(self, seed: int, passages: int) -> Iterator[list[Group]]:
        """Batches of at most `passages` inputs, pass after pass without end."""
        number = 0
        while True:
            yield from self._pass(Random(f"{seed} {number}"), passages)
            number += 1

    def _pass(self, chance: Random, passages: int) -> Iterator[list[Group]]:
        order = [
            (one, asked)
            for one in self._sets
            for asked in one.questions
            if chance.random() < PART_OF.get(one.name, 1.0)
        ]
        chance.shuffle(order)
        groups: list[Group] = []
        for one, asked in order:
            groups.extend(self._groups(one, asked, chance))
            if sum(map(len, groups)) >= SORTED_TOGETHER * passages:
                yield from _batched(groups, passages, chance)
                groups = []
        yield from _batched(groups, passages, chance)

    def _groups(self, one: QuestionSet, asked: Asked, chance: Random) -> Iterator[Group]:
        most = chance.randint(*PASSAGE_TOKENS)
        titled = chance.random() < TITLED
        if not asked.answers:
            yield (self._unanswered(asked.text, asked.context, most, titled),)
            return
        text = asked.text
        if one.titled and chance.random() < PREAMBLE:
            text = self._with_preamble(asked, chance)
        answered = self._answered(asked, text, most, titled, chance)
        if answered is None:
            return
        others = self._look_alikes(one, asked, chance)
        yield (answered, *(self._unanswered(text, context, most, titled) for context in others))
        if chance.random() < SWAPPED and (swapped := self._swaps[one.name].swapped(asked, chance)):
            elsewhere = self._answered(asked, swapped, most, titled, chance)
            if elsewhere is not None:
                yield (elsewhere._replace(answers=()),)

    def _look_alikes(self, one: QuestionSet, asked: Asked, chance: Random) -> list[Context]:
        wanted = chance.choices(range(len(NEGATIVES)), NEGATIVES)[0]
        others: list[Context] = []
        for _ in range(wanted):
            near = one.titled and chance.random() < NEIGHBOUR
            found = self._negatives[one.name].neighbours(asked) if near else []
            found = [c for c in found or self._negatives[one.name].searched(asked) if c not in others]
            if found:  # the first ranks come most often
                others.append(found[min(int(chance.expovariate(0.4)), len(found) - 1)])
        return others

    def _answered(self, asked: Asked, text: str, most: int, titled: bool, chance: Random) -> Input | None:
        pieces = self._pieces[asked.context.id]
        spans = [span for answer in asked.answers if 0 < len_of(span := pieces.cover(answer)) <= most]
        if not spans:
            return None
        window = window_around(pieces, chance.choice(spans), most, chance)
        return self._encoder.input(self._encoder.ids(text), self._title(asked.context, titled), pieces, window, spans)

    def _unanswered(self, text: str, context: Context, most: int, titled: bool) -> Input:
        pieces, question = self._pieces[context.id], self._encoder.ids(text)
        window = window_like(pieces, frozenset(question), most)
        return self._encoder.input(question, self._title(context, titled), pieces, window)

    def _title(self, context: Context, titled: bool) -> tuple[int, ...]:
        return self._titles[context.id] if titled else ()

    def _with_preamble(self, asked: Asked, chance: Random) -> str:
        """The question after a sentence of its context that says no answer, as a quiz sets the scene."""
        pieces: Pieces = self._pieces[asked.context.id]
        taken = {number for answer in asked.answers for number in pieces.sentences_of(pieces.cover(answer))}
        free = [
            sentence
            for number, sentence in enumerate(pieces.sentences)
            if number not in taken and len_of(sentence) <= LONGEST_PREAMBLE
        ]
        if not free:
            return asked.text
        start, end = chance.choice(free)
        said = asked.context.text[pieces.offsets[start].start : pieces.offsets[end - 1].end]
        answers = [asked.context.text[answer.start : answer.end].lower() for answer in asked.answers]
        return asked.text if any(a in said.lower() for a in answers) else _FORM.format(said, asked.text)


def len_of(span: tuple[int, int]) -> int:
    return span[1] - span[0]


def _batched(groups: list[Group], passages: int, chance: Random) -> Iterator[list[Group]]:
    """Groups of like length together, the batches in an order of chance."""
    batches: list[list[Group]] = []
    held = passages
    for group in sorted(groups, key=lambda group: max(len(one.ids) for one in group)):
        if held + len(group) > passages:
            batches.append([])
            held = 0
        batches[-1].append(group)
        held += len(group)
    chance.shuffle(batches)
    return iter(batches)
