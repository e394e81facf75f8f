"""
Articles into passages: whole sentences, at most as many tokens as asked, overlapping by one sentence.

The tokens are those of the embedder that will read the passages, so nothing of a passage is ever cut off unseen.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

from corpus.sentences import sentence_spans
from corpus.types import Article, Passage, Span

CHUNKER_VERSION = "2"
"""Part of an index's identity: goes up whenever the same article would be cut differently."""

CountTokens = Callable[[Sequence[str]], list[int]]
"""
How many tokens each text has, special tokens not counted.

Texts joined by a blank must not have more tokens than they have apart, as with every tokenizer that splits at blanks
first; so each sentence is counted once and passages are sums.
"""

_LONGEST_WORD = 200  # characters; a tokenizer may call any longer run one unknown token, and hide its length
_WORD = re.compile(r"\S+")
_INNER_SENTENCE_END = re.compile(r"[.!?][\"'”’)\]]*$")


def cut(article: Article, count_tokens: CountTokens, max_tokens: int = 160) -> list[Passage]:
    """
    The passages of an article, in order; [] when its text is blank.

    Every word is in a passage, no passage lies within another, and `article.text[start:end] == text`. A sentence
    longer than the limit becomes pieces, at the sentences of a quotation, else at blanks, else anywhere.

    Returns:
        Passages of at most `max_tokens` tokens, but for a single character that costs more; a passage's id tells its
        article and its place, so cutting the same text again gives the same ids.
    """
    units, costs = _units(article.text, count_tokens, max_tokens)
    passages: list[Passage] = []
    first, last = 0, 0  # the passage under construction holds the units [first, last)
    while last < len(units):
        room = max_tokens - sum(costs[first:last])
        while last < len(units) and (costs[last] <= room or first == last):
            room -= costs[last]
            last += 1
        passages.append(_passage(article, units[first:last]))
        # The last sentence opens the next passage too, unless there it would leave no room for a new one.
        overlaps = last < len(units) and last - first > 1 and costs[last - 1] + costs[last] <= max_tokens
        first = last - 1 if overlaps else last
    return passages


def title_in_front(title: str | None, text: str) -> str:
    """What is embedded and searched for a passage: the article's title on a line before it, if there is one."""
    return f"{title}\n{text}" if title else text


def _passage(article: Article, sentences: list[Span]) -> Passage:
    start, end = sentences[0].start, sentences[-1].end
    return Passage(f"{article.id}@{start}-{end}", article.id, start, end, article.text[start:end], tuple(sentences))


def _units(text: str, count_tokens: CountTokens, max_tokens: int) -> tuple[list[Span], list[int]]:
    """The sentences of `text`, long ones in pieces, with the tokens of each: above the limit only a character."""
    sentences = sentence_spans(text)
    units: list[Span] = []
    costs: list[int] = []
    counted = count_tokens([text[start:end] for start, end in sentences]) if sentences else []
    for sentence, tokens in zip(sentences, counted, strict=True):
        # A text without a long word has at least a token for every _LONGEST_WORD characters.
        hides_length = sentence.end - sentence.start > _LONGEST_WORD * max(tokens, 1)
        pieces = [(sentence, tokens)]
        if tokens > max_tokens or hides_length:
            pieces = list(_pieces(text, sentence, count_tokens, max_tokens))
        for piece, cost in pieces:
            units.append(piece)
            costs.append(cost)
    return units, costs


def _pieces(text: str, sentence: Span, count_tokens: CountTokens, max_tokens: int) -> Iterator[tuple[Span, int]]:
    """A long sentence in pieces of at most `max_tokens` tokens, as even as its words allow at sentence ends."""
    words = list(_words(text, sentence, count_tokens, max_tokens))
    at = 0
    while at < len(words):
        total, end = 0, at
        while end < len(words) and (total + words[end][1] <= max_tokens or end == at):
            total += words[end][1]
            end += 1
        if end < len(words):  # back to where a sentence of the quotation ends, if that is past the half
            for stop in range(end, at + (end - at) // 2, -1):
                if _INNER_SENTENCE_END.search(text[words[stop - 1][0].start : words[stop - 1][0].end]):
                    end = stop
                    break
        yield Span(words[at][0].start, words[end - 1][0].end), sum(cost for _, cost in words[at:end])
        at = end


def _words(text: str, sentence: Span, count_tokens: CountTokens, max_tokens: int) -> Iterator[tuple[Span, int]]:
    """The words of a sentence with their tokens; one that does not fit, or hides its length, in short parts."""
    words = [Span(*found.span()) for found in _WORD.finditer(text, sentence.start, sentence.end)]
    for word, tokens in zip(words, count_tokens([text[start:end] for start, end in words]), strict=True):
        if tokens <= max_tokens and word.end - word.start <= _LONGEST_WORD:
            yield word, tokens
            continue
        # No tokenizer in use needs more than four tokens for one character.
        size = max(1, max_tokens // 4)
        parts = [Span(at, min(at + size, word.end)) for at in range(word.start, word.end, size)]
        yield from zip(parts, count_tokens([text[start:end] for start, end in parts]), strict=True)
