"""What `markdown` claims: foreign text is shown as it is and acts on nothing, however it is cut."""

from __future__ import annotations

import unicodedata
from urllib.parse import unquote, urlsplit

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from bot.discord_bot.markdown import chunks, escaped, excerpt, link, marked, units, web_address
from corpus.types import Span
from tests.bot.discord_bot.answers import FAR, URLS, filled, foreign, marks_in, on_one_line, read, utf16

marked_texts = foreign.flatmap(lambda text: st.tuples(st.just(text), marks_in(text)))
limits = st.sampled_from([20, 21, 60, 200, 700, 2800])


@pytest.mark.parametrize(
    ("claim", "text", "markdown"),
    [
        ("plain words stay", "It’s 5°C – “cold” (very), 50% off; 1.5 = a.b #1 -2 +3!", None),
        ("emphasis", "*a* **b** _c_ ~~d~~ ||e||", r"\*a\* \*\*b\*\* \_c\_ \~\~d\~\~ \|\|e\|\|"),
        ("code", "`a` ```b```", r"\`a\` \`\`\`b\`\`\`"),
        ("a backslash before a special", r"\* \\ \a", r"\\\* \\\\ \\a"),
        (
            "mentions",
            "<@1> <@&2> <#3> </c:4> <t:5> <id:home> <:x:6>",
            r"\<\@1\> \<\@&2\> \<#3\> \</c:4\> "
            r"\<t:5\> \<id:home\> \<\:x:6\>",
        ),
        ("everyone", "@everyone and @here", r"\@everyone and \@here"),
        ("the name of an emoji", ":smile: 10:30:45 a: b:", r"\:smile: 10\:30:45 a: b:"),
        ("a skin tone", ":+1::skin-tone-2:", r"\:+1\:\:skin-tone-2:"),
        ("a bare address", "see https://a.b/c", r"see https\://a.b/c"),
        ("a masked link", "[a](http://b.c)", r"\[a\]\(http\://b.c)"),
        ("the end of a masked link that our marker would begin", "](http://b.c)", r"\]\(http\://b.c)"),
        ("an entity", "AT&T &amp; &#42; a&b", r"AT&T \&amp; \&#42; a&b"),
        ("a heading", "# a # b", r"\# a # b"),
        ("small print", "-# a -# b", r"\-# a -# b"),
        ("a list", "- a - b", r"\- a - b"),
        ("a list with a plus", "+ a", r"\+ a"),
        ("a numbered list", "1. a 2. b", r"1\. a 2. b"),
        ("a year is a numbered list too", "2021. It began", r"2021\. It began"),
        ("a numbered list of others than Discord", "12) a", r"12\) a"),
        ("a quote", "> a", r"\> a"),
        ("lines become one", " # a\n\n- b\t> c\u2028d ", r"\# a - b \> c d"),
        ("no direction or zero-width character", "a\u202e\u200bb\ufeff", "ab"),
        ("a control character and half a pair leave a mark", "a\x1bb\ud800", "a�b�"),
        ("right-to-left words do not draw in what is beside them", "שלום 7", "\u2068שלום 7\u2069"),
    ],
)
def test_escaped(claim: str, text: str, markdown: str | None) -> None:
    assert escaped(text) == (text if markdown is None else markdown)
    assert read(escaped(text)).text == on_one_line(text)


@settings(max_examples=150)
@given(foreign)
@example("a" * 4000 + ":b")
def test_every_character_is_shown_and_none_acts(text: str) -> None:
    seen = read(escaped(text))
    assert seen.text == on_one_line(text)
    assert seen.acts == []


@settings(max_examples=100)
@given(foreign)
def test_no_other_reader_of_markdown_acts_on_it_either(text: str) -> None:
    markdown_it = pytest.importorskip("markdown_it")
    pytest.importorskip("linkify_it")
    parser = markdown_it.MarkdownIt("default", {"html": False, "linkify": True}).enable("linkify")
    parser.linkify.set({"fuzzy_link": False, "fuzzy_email": False, "fuzzy_ip": False})
    tokens = parser.parse(escaped(text))
    assert {token.type for token in tokens} <= {"paragraph_open", "inline", "paragraph_close"}
    inside = [child for token in tokens for child in token.children or ()]
    assert {token.type for token in inside} <= {"text"}
    assert "".join(token.content for token in inside).strip("\u2068\u2069") == on_one_line(text)


@pytest.mark.parametrize(
    ("claim", "text", "spans", "markdown"),
    [
        ("none", "a b c", [], "a b c"),
        ("the whole", "a b c", [(0, 5)], "**a b c**"),
        ("at both ends", "a b c", [(4, 5), (0, 1)], "**a** b **c**"),
        ("touching ones are one", "abcd", [(0, 2), (2, 3)], "**abc**d"),
        ("those with a blank between are one", "a b c", [(0, 1), (2, 3)], "**a b** c"),
        ("those with only an invisible character between are one", "a\u200bb c", [(0, 1), (2, 3)], "**ab** c"),
        ("those with a character between are two", "abc", [(0, 1), (2, 3)], "**a**b**c**"),
        ("overlapping ones are one", "abcdef", [(2, 5), (0, 3)], "**abcde**f"),
        ("one inside another", "abcdef", [(0, 5), (1, 2)], "**abcde**f"),
        ("blanks at their ends are left out", "a b c", [(1, 4)], "a **b** c"),
        ("only blanks", "a  b", [(1, 3)], "a b"),
        ("an empty one", "ab", [(1, 1)], "ab"),
        ("nothing to see", "a\u200bb", [(1, 2)], "ab"),
        ("past the ends", "abc", [(-5, 1), (2, 99)], "**a**b**c**"),
        ("outside", "abc", [(-5, -1), (7, 99)], "abc"),
        ("blanks before it shrink", "\n a \n\n b\u200e  c", [(7, 8)], "a **b** c"),
        ("specials inside and at its ends", "*a* b", [(0, 3)], r"**\*a\*** b"),
        ("a backslash at its end", "a\\ b", [(0, 2)], r"**a\\** b"),
        ("a special beside it", "a*b", [(0, 1)], r"**a**\*b"),
        ("what is special across its border", "10:30:45 ](x", [(3, 5), (10, 11)], r"10\:**30**:45 \]**\(**x"),
        ("a line start inside it", "# a", [(0, 3)], r"**\# a**"),
    ],
)
def test_marked(claim: str, text: str, spans: list[tuple[int, int]], markdown: str) -> None:
    assert marked(text, [Span(*span) for span in spans]) == markdown
    assert read(markdown).text == on_one_line(text)


@settings(max_examples=150)
@given(marked_texts)
def test_bold_is_what_the_spans_say_and_nothing_else_acts(case: tuple[str, list[Span]]) -> None:
    text, spans = case
    seen = read(marked(text, spans))
    assert seen.text == on_one_line(text)
    assert seen.kinds() <= {"bold"}
    bold = "".join("".join(seen.words("bold")).split())
    chars = {at for span in spans for at in range(*span)}
    assert bold == "".join(on_one_line("".join(text[at] for at in sorted(chars))).split())


FOX = "The quick brown fox jumps over the lazy dog and runs away into the deep dark wood."


@pytest.mark.parametrize(
    ("claim", "text", "most", "word", "shown"),
    [
        ("what fits is whole", FOX, len(FOX), "", FOX),
        ("one unit too many is cut", FOX, len(FOX) - 1, "", FOX[:-6] + "…"),
        ("between words", FOX, 21, "", "The quick brown fox…"),
        ("to the unit", FOX, 20, "", "The quick brown fox…"),
        ("the beginning, when it holds the word", FOX, 40, "brown", "The quick **brown** fox jumps over the…"),
        ("round the word", FOX, 40, "runs away", "…dog and **runs away** into the deep…"),
        ("the end", FOX, 40, "wood", "…runs away into the deep dark **wood**."),
        ("all of the word, with little round it", FOX, 30, "jumps over the lazy dog", "…**jumps over the lazy dog**…"),
        (
            "its beginning, when there is no room for it",
            FOX,
            28,
            "jumps over the lazy dog",
            "…**jumps over the lazy**…",
        ),
        (
            "a part of a word is not lost with the word",
            "a bbbbbbbbbccbbbbbbbbbbbbbbbbbb",
            24,
            "cc",
            "a bbbbbbbbb**cc**bbbbbb…",
        ),
        ("a long word inside", "x" * 50, 20, "", "x" * 19 + "…"),
        ("a long word before the bold one", "x" * 50 + " end", 20, "end", "…xxx **end**"),
        ("an accent stays on its letter", "e\u0301" * 20, 20, "", "e\u0301" * 9 + "…"),
        (
            "a text without blanks",
            "日本語のテキストは空白なしで書かれています。",
            20,
            "",
            "日本語のテキストは空白なしで書かれてい…",
        ),
        ("a backslash stays with its special", "*" * 30, 20, "", r"\*" * 9 + "…"),
        ("the ellipsis of right-to-left words is on their side", "שלום " * 8, 20, "", "\u2068שלום שלום שלום…\u2069"),
    ],
)
def test_excerpt(claim: str, text: str, most: int, word: str, shown: str) -> None:
    at = text.index(word)
    spans = [Span(at, at + len(word))] if word else []
    assert excerpt(text, most, spans) == (shown, shown == text)


@settings(max_examples=200)
@given(marked_texts, limits)
def test_an_excerpt_is_a_part_with_an_ellipsis_where_it_is_cut(case: tuple[str, list[Span]], most: int) -> None:
    text, spans = case
    shown, whole = excerpt(text, most, spans)
    seen, line = read(shown), on_one_line(text)
    assert units(shown) <= most
    assert seen.kinds() <= {"bold"}
    assert (seen.text == line) if whole else is_cut(seen.text, line)
    assert whole == (units(marked(text, spans)) <= most)
    bold = read(marked(text, spans)).words("bold")
    if bold and not whole:
        assert seen.words("bold")
        assert bold[0] in seen.words("bold") or units(bold[0]) + 20 > most / 2


def is_cut(shown: str, line: str) -> bool:
    """Whether `shown` is a part of `line` that says at each end where it is cut."""
    return (
        (shown.endswith("…") and line.startswith(shown[:-1]))
        or (shown.startswith("…") and line.endswith(shown[1:]))
        or (shown.startswith("…") and shown.endswith("…") and shown[1:-1] in line)
    )


@settings(max_examples=100)
@given(marked_texts | filled(FAR).map(lambda text: (text, [Span(50, 3000)])), limits)
def test_chunks_are_the_whole_text_in_parts_that_fit(case: tuple[str, list[Span]], most: int) -> None:
    text, spans = case
    parts = chunks(text, most, spans)
    line = on_one_line(text)
    assert parts
    assert all(units(part) <= most for part in parts)
    at = 0
    for place, part in enumerate(parts):
        words = read(part).text
        assert read(part).kinds() <= {"bold"}
        words = words[1:] if place else words
        words = words[:-1] if place < len(parts) - 1 else words
        at += line[at : at + 1] == " " and not words.startswith(" ")
        assert line.startswith(words, at)
        at += len(words)
    assert at == len(line)


def test_no_part_of_a_text_without_accents_of_their_own_begins_with_one() -> None:
    for text in ("हिन्दी" * 300, "e\u0301" * 900, "👍🏽" * 600):
        for part in chunks(text, 100):
            assert unicodedata.category(part.lstrip("…")[0]) not in {"Mn", "Mc", "Me", "Sk"}


@pytest.mark.parametrize(
    ("url", "address"),
    [
        ("https://example.org/a?b=c#d", "https://example.org/a?b=c#d"),
        (" http://example.org ", "http://example.org"),
        ("HTTPS://Example.org/A", "https://example.org/A"),
        ("http://example.org:8080/", "http://example.org:8080/"),
        ("https://example.org/a b", "https://example.org/a%20b"),
        ("https://example.org/a%20b", "https://example.org/a%20b"),
        ("https://example.org/a_(b)", "https://example.org/a_%28b%29"),
        ("https://example.org/)[x](http://evil.example", "https://example.org/%29[x]%28http://evil.example"),
        ('https://example.org/>\\`"', "https://example.org/%3E%5C%60%22"),
        ("https://пример.рф/ю", "https://xn--e1afmkfd.xn--p1ai/%D1%8E"),
        ("https://straße.example/", "https://xn--strae-oqa.example/"),
        *(
            (url, None)
            for url in (
                *(None, "", " ", "example.org", "//example.org", "not an address", "https:", "https://", "https:///a"),
                *("javascript:alert(1)", "data:text/html,x", "file:///etc/passwd", "ftp://example.org", "mailto:a@b.c"),
                *("http://localhost/a", "http://[::1]/", "http://[::1", "http://a..b/", "http://a b.c/", "http://.a.b"),
                *(
                    "http://a.b:99999/",
                    "http://a.b:x/",
                    "http://" + "a" * 64 + ".b/",
                    "http://exa\nmple.org/",
                    "http://a.b/\x00",
                ),
                *("https://news.example@evil.example/", "https://a:b@c.d/", "http://a.b\\@c.d/", "http://a.b\\.c.d/"),
                *("http://a\u202eb.c/", "http://a.b/\ud800", "http://\ud800.b/", "http://a．b\u2100.c/"),
            )
        ),
    ],
)
def test_web_address(url: str | None, address: str | None) -> None:
    assert web_address(url) == address


@settings(max_examples=200)
@given(
    st.sampled_from(URLS)
    | st.tuples(st.sampled_from(["http://", "https://example.org/", "", "//"]), foreign).map("".join)
)
def test_an_address_is_the_articles_own_and_ends_no_link(url: str) -> None:
    address = web_address(url)
    if address is None:
        assert link("label", url, 100_000) == "label"
        return
    assert address.isascii()
    assert not set(address) & set("()<>\\`\"'{}^| ") - {"'"}
    own, parts = urlsplit(url.strip()), urlsplit(address)
    assert (parts.scheme, parts.port) == (own.scheme, own.port)
    assert parts.hostname == (own.hostname or "").encode("idna").decode()
    assert unquote(address.split(parts.netloc, 1)[1]) == unquote(own._replace(scheme="", netloc="").geturl())
    seen = read(f"[1] {link('label', url, 100_000)}\n> " + escaped(f"{url} ](http://evil.example)"))
    assert [act for act in seen.acts if act[0] == "link"] == [("link", "label", address)]


@pytest.mark.parametrize(
    ("claim", "label", "shown"),
    [
        ("a plain label is the link", "Talks in “Moscow”: 3 days, 50% (so far)…", "[{}](<https://example.org/a>)"),
        ("Discord shows backslashes in a label", r"The \_day\_", r"{} · [article](<https://example.org/a>)"),
        ("clients differ on brackets in a label", r"\[Video\] Talks", r"{} · [article](<https://example.org/a>)"),
        ("an emoji in a label breaks the link", "Talks 😀", "{} · [article](<https://example.org/a>)"),
        (
            "an address in a label breaks the link",
            r"At https\://evil.example",
            r"{} · [article](<https://example.org/a>)",
        ),
        ("direction marks are no label", "\u2068שלום\u2069", "{} · [article](<https://example.org/a>)"),
    ],
)
def test_link(claim: str, label: str, shown: str) -> None:
    assert link(label, "https://example.org/a", 100) == shown.format(label)


def test_a_link_of_a_longer_address_than_may_be_is_its_label() -> None:
    url = "https://example.org/" + "x" * 80
    assert link("label", url, 100) == f"[label](<{url}>)"
    assert link("label", url, 99) == "label"


@settings(max_examples=50)
@given(foreign)
def test_units_are_those_of_utf_16(text: str) -> None:
    assert units(text) == utf16(text)
