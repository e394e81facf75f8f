"""Addresses: one that the sentence says must stand in a quote, or beside it, character for character."""

from __future__ import annotations

import re
from collections.abc import Iterator

from retrieval.proving.texts import Case

# A host with a capital ("Amazon.com", "St.Petersburg") does nothing where it stands, and is proved like any name.
ADDRESS = re.compile(
    r"""
      <? (?:
          h(?:tt|xx)ps?\s?(?:\[:\]|:)\s?/{1,2} | \b[a-z][a-z0-9+.-]{1,20}:// | \bwww\.(?=\w)
        | \bjavascript: | \bvbscript: | \bdata:(?=\w+/|[;,]) | \bmailto:(?=\S+@) | \btel:(?=\+?\d)
      ) [^\s<>]* >?
    | (?://\s?)?\b(?:[a-z0-9-]{1,63}\.){1,8}[a-z]{2,24}(?:/|\?\w|:\d)[^\s<>]*
    | (?://\s?)?\b(?-i:(?:[a-z0-9-]{1,63}\.){1,8}[a-z]{2,24})\b
    | \b[a-z0-9-]{1,63}(?:\ ?(?:\[\.\]|\(\.\)|\(dot\))\ ?[a-z0-9-]{1,63}){1,8} (?:[/:?][^\s<>]*)?
    """,
    re.IGNORECASE | re.VERBOSE,
)
"""Anything that a program or a person might follow, disguised ones too."""
PLAIN = re.compile(r"(?:https?://)?[\w.-]+(?::\d{1,5})?(?:[/?#][\w.~/?#@!$&+,;=%:-]*)?", re.IGNORECASE)
"""One that does nothing but name a place on the web: no other scheme, and no mark that a front end may read."""

_CLOSERS = ".,;:!?…\"”’')]}›»>"
END = r"(?=[.,;:!?…\"”’')\]}>›»*_~|`]*(?:\s|$))"
"""Where an address ends; one that goes on ("https://our.example!@other.example") is another one."""


def addresses_in(line: str) -> Iterator[str]:
    """The plain addresses that a line says, without the marks that close what they stand in."""
    for found in ADDRESS.finditer(line):
        bare = found.group().strip(" <>").rstrip(_CLOSERS)
        if PLAIN.fullmatch(bare) and "://" not in bare.removeprefix("https://").removeprefix("http://"):
            yield bare


def untold_address(case: Case) -> str | None:
    """The first address of the sentence that none of its sources says or comes from; None when they say all."""
    for address in addresses_in(case.sentence.line):
        written = re.compile(rf"(?<![\w/.@-]){re.escape(address)}{END}", re.IGNORECASE)
        if not any(
            written.search(text)
            for source in case.sources
            for text in (source.line, source.about, *places_of(source.url))
        ):
            return address
    return None


def places_of(url: str | None) -> tuple[str, ...]:
    """How an article's own URL may be written: whole, without its scheme, its host alone; none for one that acts."""
    if not url or not PLAIN.fullmatch(url) or not url.lower().startswith(("http://", "https://")):
        return ()
    bare = url.split("://", 1)[1].rstrip("/")
    host = re.split(r"[/?#:]", bare)[0]
    return tuple(dict.fromkeys((url, bare, host, host.removeprefix("www."))))
