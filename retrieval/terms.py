"""Text to the terms that lexical search and the reader compare: lower case, stemmed, without the commonest words."""

from __future__ import annotations

import re
import threading
import unicodedata
from functools import lru_cache

import Stemmer

TERMS_VERSION = "1"
"""Part of an index's identity: terms made by one version are not looked up with those of another."""

_WORD = re.compile(r"\d+(?:[.,]\d+)*|[^\W\d_]+(?:['’.][^\W\d_]+)*\.?|\w+")
_ABBREVIATION = re.compile(r"(?:[^\W\d_]\.){2,}|(?:[^\W\d_]\.)+[^\W\d_]")

# The commonest English words, which tell passages apart least (Snowball's list, shortened: "no" and "not" carry news).
STOP_WORDS = frozenset(
    """a about after all also am an and any are as at be because been before being both but by can could did do does
    doing during each few for from further had has have having he her here hers him his how i if in into is it its
    itself just me more most my of off on once only or other our out over own s same she should so some such t than
    that the their them then there these they this those through to too under until up very was we were what when
    where which while who whom whose why will with would you your""".split()
)

_local = threading.local()


def words(text: str) -> list[str]:
    """
    The words of `text` in order, folded for comparison: "U.S." is "us", "1,500" is "1500", "Kremlin's" is "kremlin".

    Accents and the two spellings of -ise/-ize are levelled too. Empty for a text without letters or digits.
    """
    return [folded for word in _WORD.findall(text) if (folded := _fold(word))]


def terms(text: str) -> list[str]:
    """The stemmed words of `text` in order, stop words left out."""
    return [_stem(word) for word in words(text) if word not in STOP_WORDS]


@lru_cache(maxsize=65_536)
def _fold(word: str) -> str:
    if _ABBREVIATION.match(word):
        word = word.replace(".", "")
    word = unicodedata.normalize("NFKD", word.casefold())
    word = "".join(char for char in word if not unicodedata.combining(char)).replace("’", "'").rstrip(".")
    if word[:1].isdigit():
        return word.replace(",", "").rstrip(".,")
    word = word.removesuffix("'s").replace("'", "")
    return _american(word)


def _american(word: str) -> str:
    """The -ize spelling of an -ise verb, which the stemmer would take for another word."""
    return re.sub(r"(?<=[a-z]{3})is(e|ed|es|er|ers|ing|ation|ations)$", r"iz\1", word)


@lru_cache(maxsize=65_536)
def _stem(word: str) -> str:
    # A Stemmer must not be shared between threads.
    if not hasattr(_local, "stemmer"):
        _local.stemmer = Stemmer.Stemmer("english")
    stem: str = _local.stemmer.stemWord(word)
    return stem
