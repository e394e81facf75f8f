"""Answers to render, made by hand or by hypothesis, and a reader of Discord's Markdown that owes nothing to ours."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from functools import lru_cache
from typing import Any

from hypothesis import strategies as st

from bot.discord_bot.layout import layout_of
from bot.discord_bot.markdown import web_address
from bot.discord_bot.sheet import Sheet
from bot.wording import visible
from corpus.types import ArticleInfo, Passage, Span
from retrieval.types import AlsoIn, Answer, AnswerSentence, Citation, Difference, Filters, Hit, Quote, Relation, Side
from tests.bot.samples import INDEX, INFO, SAID


def citation(number: int, text: str = SAID, info: ArticleInfo = INFO, emphasis: Sequence[Span] = ()) -> Citation:
    return Citation(
        number, Quote(text, 100, 100 + len(text), tuple(emphasis)), info, f"{info.id}:{number}", 0.8, number
    )


def answered(*citations: Citation, **changed: Any) -> Answer:
    sentences = tuple(AnswerSentence(" ".join(one.quote.text.split()), (one.number,)) for one in citations)
    return replace(Answer("Who?", "answered", "reader", sentences, citations, 0.9, INDEX), **changed)


def hit(text: str = SAID, info: ArticleInfo = INFO, rank: int = 1) -> Hit:
    return Hit(rank, Passage(f"{info.id}:{rank}", info.id, 100, 100 + len(text), text, ()), info, 0.5)


def not_found(*nearest: Hit, **changed: Any) -> Answer:
    return answered(status="not_found", nearest=nearest, **changed)


def passage_round(one: Citation, before: str = "Before it. ", after: str = " After it.") -> Passage:
    """A passage that holds the quote of `one` where it says it is."""
    text, start = before + one.quote.text + after, one.quote.start - len(before)
    return Passage(one.passage_id, one.article.id, start, start + len(text), text, ())


@lru_cache(maxsize=512)
def on_one_line(text: str) -> str:
    """What a reader is to see of a foreign text."""
    return " ".join(visible(text).split())


def utf16(text: str) -> int:
    return sum(2 if char > "\uffff" else 1 for char in text)


# A reader of Discord's Markdown.

_START = re.compile(r" *(?:(>>> |> )|(-# )|(#{1,3}) +(?=\S)|([*+-]|\d+[.)]) )")
_STARTS = ("quote", "small", "heading", "list")
# As simple-markdown has it, which Discord's clients were made from: backslashes do not count inside.
_LINK = re.compile(
    r"\[((?:\[[^\]]*\]|[^\[\]]|\](?=[^\[]*\]))*)\]"
    r"\(\s*<?((?:\([^)]*\)|[^\s\\]|\\.)*?)>?(?:\s+['\"][\s\S]*?['\"])?\s*\)"
)
_ESCAPE = re.compile(r"\\([^0-9A-Za-z\s])")
_BOLD = re.compile(r"\*\*((?:\\[\s\S]|[^\\])+?)\*\*(?!\*)")
_RUN = re.compile(r"(?:[^\W_]|[ ,.;…–-])+")
_ACTS = re.compile(
    r"""
      (?P<address>(?<=[a-zA-Z])://\S)
    | (?P<emoji>:[^\s:]+:)
    | (?P<everyone>@(?:everyone|here))
    | (?P<angle><\S)  # mentions, commands, times, emoji, addresses
    | (?P<code>`)
    | (?P<emphasis>[*_]|~~|\|\|)
    """,
    re.VERBOSE,
)


@dataclass
class Read:
    """What a person sees of a text, and what of it acts: (kind, its words, where a link leads)."""

    text: str = ""
    acts: list[tuple[str, str, str]] = field(default_factory=list)

    def kinds(self) -> set[str]:
        return {kind for kind, _, _ in self.acts}

    def words(self, kind: str) -> list[str]:
        return [words for what, words, _ in self.acts if what == kind]


def read(markdown: str, *, line_start: bool = True) -> Read:
    """`markdown` as Discord shows it, our direction marks left out; every doubt counts as something that acts."""
    seen = Read()
    at = 0
    while at < len(markdown):
        if line_start and (start := _START.match(markdown, at)):
            seen.acts.append((_STARTS[(start.lastindex or 1) - 1], "", ""))
            at = start.end()
            line_start = start.lastindex == 1  # a list or a heading may stand in a quote
            continue
        before, line_start = line_start, markdown[at] == "\n"
        if run := _RUN.match(markdown, at):
            seen.text += run[0]
            at = run.end()
        elif escape := _ESCAPE.match(markdown, at):
            seen.text += escape[1]
            at = escape.end()
        elif link := _LINK.match(markdown, at):
            seen.acts.append(("link", link[1], re.sub(_ESCAPE, r"\1", link[2])))
            seen.text += link[1]  # with its backslashes, as Discord shows them
            at = link.end()
        elif bold := _BOLD.match(markdown, at):
            inside = read(bold[1], line_start=before)
            seen.acts += [("bold", inside.text, ""), *inside.acts]
            seen.text += inside.text
            at = bold.end()
        else:
            if acts := _ACTS.match(markdown, at):
                seen.acts.append((str(acts.lastgroup), acts[0], ""))
            seen.text += "" if markdown[at] in "\u2068\u2069" else markdown[at]
            at += 1
    return seen


# What hypothesis makes.

LIMITS = (0, 1, 2, 20, 99, 100, 101, 255, 256, 257, 299, 300, 301, 511, 512, 513, 1999, 2000, 2001, 2799, 3001)
FAR = (3799, 3801, 3999, 4000, 4001, 10_000)
FILLS = (
    "word ",
    "x",
    "\\",
    "*",
    "**",
    "[",
    "](",
    "😀",
    "é",
    "e\u0301",
    "\u0301",
    "שלום ",
    "ع",
    "\ud800",
    "\u202e",
    ":a",
    "1. ",
)
SNIPPETS = (
    *"*_~`|[]()<>@#-+.\\!&:/=…",
    *(" ", "  ", "\n", "\n\n", "\t", "\r\n", "\u2028", "\xa0", "word", "two words", "Kabulov", "1", "2021. ", "1) "),
    *("**bold**", "*em*", "__under__", "~~gone~~", "||spoiler||", "`code`", "```\nblock\n```", "\\*", "\\\\", "\\["),
    *("# head", "### head", "-# small", "> quote", ">>> quote", "- item", "* item", "+ item", "1. item", "---", "==="),
    *("@everyone", "@here", "<@1>", "<@!1>", "<@&1>", "<#1>", "</cmd:1>", "<t:1>", "<t:1:R>", "<id:browse>", "<:x:1>"),
    *("<a:x:1>", ":smile:", ":+1::skin-tone-2:", "10:30:45", "¯\\_(ツ)_/¯", "<https://evil.example>", "<mailto:a@b.c>"),
    *("https://evil.example", "http://evil.example/x_y_z", "steam://run/1", "discord://x", "javascript:alert(1)"),
    *("[label](http://evil.example)", "](http://evil.example)", "] (http://evil.example)", "](<http://evil.example>)"),
    *("[1]", "[2]", "[1][2]", "[1]: http://evil.example", "![x](http://evil.example)", "&amp;", "&#42;", "<b>"),
    *(
        "😀",
        "👩\u200d👩\u200d👧",
        "👍🏽",
        "🇩🇪",
        "e\u0301",
        "\u0301",
        "שלום",
        "مرحبا 12",
        "हिन्दी",
        "日本語のテキスト",
        "ไทย",
    ),
    *("\u202e", "\u2066", "\u2069", "\u200b", "\u200f", "\ufeff", "\ud800", "\udc00", "\x00", "\x1b", "\x7f"),
)
URLS = (
    *(
        "https://example.org/a",
        "http://example.org/a_(b)?q=[1]&x=*y*#z",
        "https://пример.рф/ю",
        "https://example.org/a b",
    ),
    *("https://example.org/" + "x" * 490, "https://example.org/" + "x" * 491, "https://example.org/" + "x" * 493),
    *("https://example.org/" + "ю" * 100, "https://example.org/" + "y" * 3000, "https://example.org/@everyone/:smile:"),
    *(
        "javascript:alert(1)",
        "data:text/html,x",
        "file:///etc/passwd",
        "ftp://example.org/a",
        "//example.org",
        "example.org",
    ),
    *(
        "https://",
        "https:///a",
        "http://localhost/a",
        "http://a b.example/",
        "http://example.org:99999/",
        "http://[::1",
    ),
    *(
        "https://news.example@evil.example/",
        "http://exa\nmple.org/",
        "http://example.org/\ud800",
        "http://a..b/",
        "\u200b",
    ),
    *("https://example.org/)[x](http://evil.example", "https://example.org/>](http://evil.example)", "not an address"),
)

snippets = st.lists(st.sampled_from(SNIPPETS) | st.characters(), max_size=12).map("".join)
spaced = st.lists(st.sampled_from(SNIPPETS) | st.characters(), max_size=40).map(" ".join)


def filled(lengths: Sequence[int]) -> st.SearchStrategy[str]:
    """One thing over and over, at lengths where something might be cut."""
    return st.builds(lambda fill, length: (fill * length)[:length], st.sampled_from(FILLS), st.sampled_from(lengths))


foreign = snippets | spaced | filled(LIMITS)
"""Texts that nobody wishes for."""


RELATIONS: st.SearchStrategy[Relation] = st.sampled_from(["copy", "version"])


def marks_in(text: str) -> st.SearchStrategy[list[Span]]:
    ends = st.integers(0, len(text))
    return st.lists(st.builds(lambda a, b: Span(min(a, b), max(a, b)), ends, ends), max_size=5)


@st.composite
def infos(draw: st.DrawFn, texts: Sequence[str]) -> ArticleInfo:
    known = st.none() | st.sampled_from(texts)
    published = draw(st.sampled_from([None, date(2021, 10, 7)]))
    return ArticleInfo(
        draw(st.sampled_from(["moscow", "x" * 100, "x" * 101, *texts])),
        "0" * 64,
        title=draw(known),
        outlet=draw(known),
        url=draw(st.none() | st.sampled_from(URLS)),
        published=published,
        published_from=draw(st.sampled_from(["metadata", "url", "text"])) if published else None,
    )


@st.composite
def answers(draw: st.DrawFn) -> Answer:
    """Answers of 1 to 40 citations and sentences, or none of either, made of a few texts each."""
    texts = draw(st.lists(foreign, min_size=2, max_size=6))
    texts += draw(st.lists(filled(FAR), max_size=1))
    text = st.sampled_from(texts)
    articles = draw(st.lists(infos(texts), min_size=1, max_size=4))
    common = {
        "question": draw(text),
        "resolved_question": draw(st.none() | text),
        "filters": draw(st.sampled_from([Filters(), Filters(since=date(2021, 1, 1)), Filters(outlet=texts[-1])])),
        "undated_left_out": draw(st.integers(0, 3)),
        "withdrawn": draw(st.sampled_from([(), (), ("a",), ("a", "b")])),
        "index": draw(st.sampled_from([INDEX, replace(INDEX, newest_published=None)])),
    }
    if draw(st.integers(0, 5)) == 0:
        ranks = range(1, draw(st.integers(0, 3)) + 1)
        return not_found(*(hit(draw(text), draw(st.sampled_from(articles)), rank) for rank in ranks), **common)
    # Few draws for many citations, or hypothesis would give up on the large answers.
    sizes = st.sampled_from([1, 2, 3, 5, 10, 19, 20, 21, 39, 40])
    count, sentence_count = draw(sizes), draw(sizes)
    quotes = [(words, [Span(start + 100, end + 100) for start, end in draw(marks_in(words))]) for words in texts]
    picked = draw(st.lists(st.tuples(st.sampled_from(quotes), st.sampled_from(articles)), min_size=1, max_size=8))
    also_in = draw(st.lists(st.builds(AlsoIn, st.sampled_from(articles), RELATIONS), max_size=5).map(tuple))
    citations = []
    for number in range(1, count + 1):
        (words, marks), info = picked[number % len(picked)]
        others = also_in if number % 3 == 1 else ()
        citations.append(replace(citation(number, words, info, marks), source=number // 2 + 1, also_in=others))
    numbers = st.lists(st.integers(1, count), min_size=1, max_size=min(count, 4), unique=True).map(tuple)
    cited = draw(st.lists(st.tuples(text, numbers | st.just(tuple(range(1, count + 1)))), min_size=1, max_size=8))
    picks = (cited[place % len(cited)] for place in range(sentence_count))
    sentences = [AnswerSentence(on_one_line(words), proofs) for words, proofs in picks]
    short = draw(st.none() | text | st.just(sentences[0].text[3:20]))
    sides = draw(st.lists(st.builds(Side, text, numbers), min_size=2, max_size=4).map(tuple))
    differing = draw(st.none() | st.just(Difference("name", sides)))
    return answered(*citations, sentences=tuple(sentences), short_answer=short, difference=differing, **common)


# What is sent, held against Discord's limits.


def sent(sheet: Sheet) -> tuple[int, int]:
    """How many components and units the message of `sheet` has, as discord.py would send it."""
    components = list(_every(layout_of(sheet).to_components()))
    return len(components), sum(utf16(one.get("content") or one.get("label") or "") for one in components)


def check_limits(sheet: Sheet) -> None:
    """Fails where Discord would refuse `sheet`."""
    assert sent(sheet) == (sheet.components, sheet.text_units)
    assert sheet.components <= 40
    assert sheet.text_units <= 4000
    assert all(text.strip() for text in sheet.texts)
    assert all(1 <= len(row) <= 5 for row in sheet.rows)
    buttons = [button for row in sheet.rows for button in row]
    assert all(1 <= utf16(button.label) <= 80 for button in buttons)
    assert all((button.url is None) != (button.custom_id is None) for button in buttons)
    assert all(utf16(button.url) <= 512 for button in buttons if button.url is not None)
    ids = [button.custom_id for button in buttons if button.custom_id is not None]
    assert all(1 <= len(id_) <= 100 for id_ in ids)
    assert len(ids) == len(set(ids))


def check_acts(sheet: Sheet, urls: Iterable[str | None]) -> None:
    """Fails where anything acts but what is ours: bold, the starts of our lines, links to the articles themselves."""
    own = {web_address(url) for url in urls} - {None}
    for text in sheet.texts:
        seen = read(text)
        assert seen.kinds() <= {"bold", "link", "quote", "small", "heading"}
        links = [(label, target) for kind, label, target in seen.acts if kind == "link"]
        assert len(links) <= 1
        assert all(target.strip("<>") in own and "\\" not in label for label, target in links)
        for line in text.split("\n"):
            foreign_line = re.sub(r"^(> |-# |### )", "", line)
            assert not _START.match(foreign_line)
    assert all(button.url in own for row in sheet.rows for button in row if button.url)


def _every(components: Iterable[Any]) -> Iterator[dict[str, Any]]:
    for component in components:
        yield component
        yield from _every(component.get("components", ()))
