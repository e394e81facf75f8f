"""
Foreign text in Discord's Markdown: shown as it is, measured as Discord counts, cut only where an ellipsis says so.

Pure: no discord here. Sources: Discord's reference on message formatting, and the issues of discord-api-docs that are
named below; lengths are UTF-16 units, the pessimistic reading of its limits.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Callable, Iterable
from functools import lru_cache
from itertools import accumulate
from urllib.parse import quote, urlsplit

from bot.wording import visible
from corpus.types import Span

_SPECIAL = re.compile(
    r"""
      [\\*_~`|\[\]<>@]  # emphasis, code, spoilers, masked links, mentions, @everyone
    | (?<=\])\(         # the address of a masked link; clients look for it without regard to backslashes
    | :(?=//)           # a bare address, which Discord would make a link
    | :(?=[^\s:]*:)     # the name of an emoji
    | &(?=\#?\w+;)      # an entity; Discord reads none, other readers of Markdown do
    """,
    re.VERBOSE,
)
_LINE_START = re.compile(r"(?=[#+=-])|\d+(?=[.)])")
"""Headings, small print and lists; it ends where the backslash has to stand."""
_PLAIN = re.compile(r"""[\w .,;:!?'"’‘“”„«»…&%$€£()/–—-]+""")
"""A label that every client shows as it is: in a label, backslashes are shown (6185), emoji break the link (7673)."""
_HOST = re.compile(r"[\w-]{1,63}(?:\.[\w-]{1,63})+", re.ASCII)
_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f]")
_LINK_SAFE = ":/?#[]@!$&'*+,;=%-._~"
"""What stays as it is in an address: the reserved characters of RFC 3986 without the round brackets, and `%`."""

_LONG_WORD = 40
"""Characters; a longer word, or a text in a script without blanks, may be cut anywhere but before a mark."""
_MARKS = {"Mn", "Mc", "Me", "Sk"}
"""Categories of characters that belong to the one before them: accents, vowel signs, skin tones."""
_RIGHT_TO_LEFT = {"R", "AL", "AN"}
_ISOLATE, _ISOLATE_END = "\u2068", "\u2069"
_NOTHING = Span(0, 0)


def units(text: str) -> int:
    """The length of `text` as Discord counts it at worst: UTF-16 units."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def escaped(text: str) -> str:
    """`text` on one line, so that Discord shows every character of it and acts on none."""
    return marked(text)


def marked(text: str, spans: Iterable[Span] = ()) -> str:
    """`text` as `escaped` shows it, with what lies in `spans` (offsets into `text`, in any order) in bold."""
    line = _line(text, tuple(spans))
    return line.shown(0, len(line.words))


def excerpt(text: str, most: int, spans: Iterable[Span] = ()) -> tuple[str, bool]:
    """
    `text` as `marked` shows it in at most `most` units (20 or more), and whether all of it is there.

    A longer one is cut between words so that its first bold ones are seen, and "…" stands where words are missing.
    """
    line = _line(text, tuple(spans))
    whole = len(line.words)
    if line.units(0, whole) <= most:
        return line.shown(0, whole), True
    start, seen = 0, line.bold[0] if line.bold else _NOTHING
    if line.furthest(0, most, seen) < seen.end:
        start = line.earliest(seen.start, (most - line.units(*seen)) // 2)
    end = line.furthest(start, most, seen)
    if end == whole:
        start = min(start, line.earliest(end, most))
    return line.shown(start, end), False


def chunks(text: str, most: int, spans: Iterable[Span] = ()) -> list[str]:
    """All of `text` as `marked` shows it, in parts of at most `most` units, with "…" where one goes on; never none."""
    line = _line(text, tuple(spans))
    parts: list[str] = []
    at = 0
    while not parts or at < len(line.words):
        end = line.furthest(at, most)
        parts.append(line.shown(at, end))
        at = end + 1 if line.words[end : end + 1] == " " else end
    return parts


def link(label: str, url: str | None, most: int) -> str:
    """
    `label` (already escaped) as a link to `url`; the label alone where that is no web address, or too long a one.

    A label that some client would not take as one stands before the link.
    """
    address = web_address(url)
    if not address or units(address) > most:
        return label
    return f"[{label}](<{address}>)" if _PLAIN.fullmatch(label) else f"{label} · [article](<{address}>)"


def web_address(url: str | None) -> str | None:
    """
    `url` in ASCII and in a form that cannot end a Markdown link early; None for anything but http and https.

    None too for what Discord would refuse, and the whole message with it: a host without a dot, a port that is none;
    and for a name before the host ("https://news.example@evil.example"), which is there to deceive.
    """
    url = (url or "").strip()
    try:
        parts = urlsplit(url)
        host, port = parts.hostname or "", parts.port
        netloc = ".".join(map(_ascii_label, host.split(".")))
        if parts.scheme not in ("http", "https") or "@" in parts.netloc or not _HOST.fullmatch(netloc):
            return None
        if _CONTROL.search(url) or visible(host) != host:
            return None
        netloc += "" if port is None else f":{port}"
        return quote(parts._replace(netloc=netloc).geturl(), safe=_LINK_SAFE)
    except ValueError:
        return None


class _Line:
    """A foreign text on one line: its `words`, which of them are `bold`, and what each part of it takes to show."""

    def __init__(self, text: str, spans: Iterable[Span]) -> None:
        self.words = " ".join(visible(text).split())
        self.bold = _merged((Span(_place(text, start), _place(text, end)) for start, end in spans), self.words)
        special = {found.start() for found in _SPECIAL.finditer(self.words)}
        if start := _LINE_START.match(self.words):
            special.add(start.end())
        self._cells = ["\\" + char if at in special else char for at, char in enumerate(self.words)]
        self._before = list(accumulate(map(units, self._cells), initial=0))
        # Else a marker or a date beside them would be drawn into the run of right-to-left words.
        self._isolated = any(unicodedata.bidirectional(char) in _RIGHT_TO_LEFT for char in self.words)

    def shown(self, start: int, end: int) -> str:
        """The Markdown of a part, with "…" where the line goes on."""
        pieces, at = [], start
        for bold in self._bold_in(start, end):
            pieces += [*self._cells[at : bold.start], "**", *self._cells[bold.start : bold.end], "**"]
            at = bold.end
        part = "".join([*pieces, *self._cells[at:end]])
        part = ("…" if start > 0 else "") + part + ("…" if end < len(self.words) else "")
        return f"{_ISOLATE}{part}{_ISOLATE_END}" if self._isolated else part

    def units(self, start: int, end: int) -> int:
        """`units` of what `shown` gives, without putting it together."""
        around = (start > 0) + (end < len(self.words)) + 2 * self._isolated
        return self._before[end] - self._before[start] + 4 * len(self._bold_in(start, end)) + around

    def furthest(self, start: int, most: int, seen: Span = _NOTHING) -> int:
        """The end of the longest part from `start` on that takes at most `most` units; not to cut `seen` if it fits."""
        ends = range(start, len(self.words) + 1)
        end = ends[max(bisect_right(ends, most, key=lambda end: self.units(start, end)) - 1, 0)]
        if end == len(self.words):
            return end
        least = seen.end if seen.end <= end else seen.start + 1
        places = range(end, max(start, least - 1, end - _LONG_WORD), -1)
        return self._cut(places, lambda at: self.words[at] == " ", end)

    def earliest(self, end: int, most: int) -> int:
        """The start of the longest part up to `end` that takes at most `most` units."""
        starts = range(end, -1, -1)
        start = starts[max(bisect_right(starts, most, key=lambda start: self.units(start, end)) - 1, 0)]
        if start == 0:
            return start
        places = range(start, min(end, start + _LONG_WORD))
        return self._cut(places, lambda at: self.words[at - 1] == " ", start)

    def _cut(self, places: range, between_words: Callable[[int], bool], otherwise: int) -> int:
        """The first of `places` that lies between words, or else not before a mark."""
        whole = (at for at in places if unicodedata.category(self.words[at]) not in _MARKS)
        return next(filter(between_words, places), next(whole, otherwise))

    def _bold_in(self, start: int, end: int) -> list[Span]:
        cut = (Span(max(bold.start, start), min(bold.end, end)) for bold in self.bold)
        return [bold for bold in cut if bold.start < bold.end]


@lru_cache(maxsize=256)
def _line(text: str, spans: tuple[Span, ...]) -> _Line:
    """Kept, because an answer is tried in several sizes: its titles, sentences and quotes come again and again."""
    return _Line(text, spans)


def _place(text: str, at: int) -> int:
    """Where the character at `at` of `text` stands in the words of its line; past their end for what follows them."""
    before = visible(text[: max(at, 0)])
    words = " ".join(before.split())
    return len(words) + (bool(words) and before.endswith(" "))


def _merged(spans: Iterable[Span], words: str) -> list[Span]:
    """`spans` in order, without blanks at their ends; those that overlap, touch or have a blank between are one."""
    found: list[Span] = []
    for start, end in sorted(spans):
        inside = words[start:end]
        start += len(inside) - len(inside.lstrip())
        end = start + len(inside.strip())
        if start == end:
            continue
        if found and not words[found[-1].end : start].strip():
            found[-1] = Span(found[-1].start, max(found[-1].end, end))
        else:
            found.append(Span(start, end))
    return found


def _ascii_label(label: str) -> str:
    return label if label.isascii() else "xn--" + label.encode("punycode").decode("ascii")
