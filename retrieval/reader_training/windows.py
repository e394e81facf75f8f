"""Where a training passage is cut out of its context: round the answer, or where it looks most as if it answered."""

from __future__ import annotations

from random import Random

from corpus.types import Span
from retrieval.reader.encoding import Pieces


def window_around(pieces: Pieces, answer: Span, most: int, chance: Random) -> Span:
    """
    At most `most` tokens with all of `answer` in them: whole sentences, added before or after as chance has it.

    Sentences of the answer that are longer than that are cut at a place of chance too, so that where the window lies
    tells nothing about where the answer is. `answer` must not be longer than `most`.
    """
    inner = pieces.sentences_of(answer)
    first, last = inner.start, inner.stop
    start, end = pieces.sentences[first].start, pieces.sentences[last - 1].end
    if end - start > most:
        start = chance.randint(max(start, answer.end - most), min(answer.start, end - most))
        return Span(start, start + most)
    while True:
        room = most - (end - start)
        before = first > 0 and start - pieces.sentences[first - 1].start <= room
        after = last < len(pieces.sentences) and pieces.sentences[last].end - end <= room
        if not (before or after):
            return Span(start, end)
        if before and (not after or chance.random() < 0.5):
            first -= 1
            start = pieces.sentences[first].start
        else:
            end = pieces.sentences[last].end
            last += 1


def window_like(pieces: Pieces, words: frozenset[int], most: int) -> Span:
    """The window of whole sentences, at most `most` tokens, that says the most of `words`; the first such."""
    best, best_said = Span(0, min(most, len(pieces.ids))), -1
    for number, sentence in enumerate(pieces.sentences):
        end = min(sentence.end, sentence.start + most)
        for further in pieces.sentences[number + 1 :]:
            if further.end - sentence.start > most:
                break
            end = further.end
        said = len(words.intersection(pieces.ids[sentence.start : end]))
        if said > best_said:
            best, best_said = Span(sentence.start, end), said
    return best
