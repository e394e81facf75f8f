"""
What text looks like that turns to whoever reads it by machine: `SIGNS` is the table, a row a kind of sign.

No guess is made at what such a text means. What may stand between two words of a sign is bounded, for an article may
hold one of them a thousand times. Patterns are written for `re.VERBOSE`, in which a blank says nothing.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_KIND = r"(?:AI|A\.I\.|chat|digital|virtual|automat(?:ed|ic)|robot|machine|generative|answering|reading)"
_DOES = (
    r"(?:assistants?|models?|systems?|agents?|readers?|writers?|clients?|programs?|machines?|answers?|summari[sz]ers?)"
)
_SURELY = rf"""(?:
    AIs? | A\.I\. | artificial\ intelligences? | (?:large\ )?language\ models? | LLMs? | chat\ ?bots | bots
    | {_KIND}[\ -]{_DOES} | (?:assistants|agents|systems|models|programs)\ (?:that|which|with)
    | the\ (?:assistant|model|machine|bot)(?!\ (?:\w+(?:er|or|man)|coach|agent|is|was|of|from|at|in|on)\b)
    | (?:whoever|who|anyone\ who|anything\ that)\ (?:reads|processes)\ this\ by\ machine
)"""
"""Who is surely meant to be a machine."""
_MACHINE = rf"(?: {_SURELY} | chat\ ?bots? | bots? | models? | agents? | assistants? | machines? | robots? | modelo )"
_ORDERED = r"""(?:
    must | shall | should | has\ to | have\ to | had\ better | is\ to | are\ to | will\ now | needs?\ to | may\ now
    | (?:is|are)\ (?:required|asked|told|invited|allowed|permitted|free|expected|obliged)\ to
)"""
_SPEAK = r"""(?:
    answer | respond | reply | say | state | output | print | write | append | insert | tell | inform | cite | quote
    | repeat | report | warn | add | reveal | give\ figures | close\ with | end\ with | finish | begin | offer | attach
    | wrap | ring | link | name\ us | show | forget | ignore | override | clear | copy | pretend | back\ each
    | back\ every | lend\ weight | list | use\ the\ word
)"""
_RULES = r"(?:instructions?|prompts?|rules|guidelines|system\ prompt|directives|programming|manners|orders)"
_OWN = r"(?:your|its|their|all|any|previous|prior|earlier|the\ above|old|these|those|every)"
_ANSWER = r"(?:answer|reply|response|summary|output)"
_OPENS = r"(?:(?<=^)|(?<=[.!?]\ )|(?<=\n)|(?<=-\ ))"

_ROWS = (
    (
        "marks of a conversation with a machine",
        0,
        r"""
          <\|[^|>\n]{1,40}\|> | \[/?INST\] | <</?SYS>> | </?(?:start|end)_of_turn> | </s>
        | (?i: </?(?:
            system|user|assistant|human|passages?|documents?|context|instructions?|prompt|tool\w*|function\w*
            |system_instructions|article|script|img|iframe|a\ href
          )\b [^<>\n]{0,200} > )
        | \[/?tool_?\w*[:\]] | \{\s*["'](?:role|content|found|sentences)["']\s*:
        | (?m: ^[^\S\n]*\#\#\#\s ) | -{3}\ *(?:END\ OF\ )?PASSAGE\b | \bEND\ OF\ (?:PASSAGE|DOCUMENT|CONTEXT|PROMPT)
        | \b(?:SYSTEM|ASSISTANT)(?:\ (?:MESSAGE|NOTICE|PROMPT|OVERRIDE|NOTE))?: | \bEND\ SYSTEM\b
        | (?m: ^[^\S\n]*(?:Human|User|Assistant|System):\ \S )
        """,
    ),
    (
        "sets rules aside",
        re.IGNORECASE,
        rf"""
          \b(?:
            ignore|disregard|forget|override|overriding|suspend|neglect|drop|set\ aside|put\ aside|unlearn|discard
          )\s+ (?:all\s+|any\s+|of\s+|the\s+){{0,2}} {_OWN}\s+ (?:\w+\s+){{0,3}}? {_RULES}\b
        | \b(?:ignore|disregard|forget|override)\s+ (?:all\s+|any\s+|the\s+)? (?:
            system\s+prompt | everything\ (?:above|before|you)
          | (?:previous|prior|earlier|preceding)\s+ (?:{_RULES}|texts?|context|messages?|passages?|answers?)
          )
        | \bset\s+ {_OWN}\s+{_RULES}\s+ aside\b | \brules?\ about\ quotes?\ (?:is|are)\ suspended
        | \b(?:to|your|their|any|all)\ old\ instructions\b | \boverriding\ what\ they\ were\ told
        | \bnew\ (?:task|instructions?|system\ prompt)\s*: | \bforget\ the\ question\b
        """,
    ),
    (
        "turns to a machine",
        re.IGNORECASE,
        rf"""
          \bdear\ {_MACHINE}\b | \battention,?\ {_MACHINE}\s*[:,!]
        | \b(?:note|message|instructions?|orders?|reminder|words?)\ (?:to|for)\ (?:(?:the|all|any|every)\ )? {_MACHINE}
          \s*[:,]
        | \b(?:to|for)\ (?:(?:the|all)\ )?{_MACHINE}(?:\ only|\ with\ a\ screen)?:\s | \b(?:by|for)\ machines\ only\b
        | \bif\ you\ are\ an?\ {_MACHINE}\b | \bfor\ you,\ {_MACHINE}\b
        | \byou\ are\ (?:now\ )?(?:an?\ |the\ )?(?:\w+,?\ ){{0,4}}?{_MACHINE}\b(?=[,.]|\ w)
        | ,\ (?:dear\ )?(?:assistant|machine|AI|chatbot|bot),\ (?!(?:the|an?|and|who|which|said)\b)
        | {_OPENS} (?:Models?|Modelo|Bots?|Assistants?|Machines?|Robots?|AI|LLMs?|AI\ readers) [,:]\ (?:
            {_SPEAK} | hide|drop|do|make|put|use|olvida|take|let
          )\b (?!\ \w+,)
        | \breaders\ are\ programs | \b(?:automated|AI|robot|machine|generative)\ readers\b
        """,
    ),
    (
        "tells a machine what to say",
        re.IGNORECASE,
        rf"""
          \b{_SURELY}\b [^.!?\n]{{0,80}}? \b{_ORDERED}\ (?:(?:now|always|never|not|then|also|first)\ )? {_SPEAK}\b
        | \b{_SURELY}\ (?:appends?|ends?\ with|continues?\ (?:on|with)|reports?\ this)\b
        | \b(?:any|every|all|each)\ {_SURELY}\b [^.!?\n]{{0,60}}? \b(?:{_SPEAK})s?\b
        | \b(?:permitted|allowed|welcome|free|encouraged)\b [^.!?\n]{{0,20}} \b(?:that|for)\ {_SURELY}\b
        """,
    ),
    (
        "dictates the answer",
        re.IGNORECASE,
        rf"""
          \byour\ (?:(?:next|final|whole|first)\ )?{_ANSWER}\ (?:
            must|should|consists|has\ to|begins|ends|is\ to|contains
          )\b
        | \b(?:in|into|to)\ your\ (?:(?:next|final|own)\ )?(?:answer|reply|response)\b
        | (?:(?<=[.!?]\ )|(?<=\n)|(?<=and\ )) tell\ (?:the|your)\ (?:user|reader)s?\ (?:so|that)\b
        | \b(?:and|,)\ (?:write|say|answer|output|print)\ nothing\ (?:else|more)\b
        | \breply\ in\ JSON\b | \bas\ your\ first\ sentence\b | \b(?:finish|terminate)\ every\ answer\b
        | \bsummar(?:y|ies)\ of\ this\ (?:article|story|text)\ (?:must|should|has|have)\b
        | \bdo\ not\ mention\ this\ (?:note|message|instruction) | \bcite\ passage\ \d+\b
        | \b(?:the\ )?words\ of\ the\ user\b
        | \b(?:API|session)\ key\b[^.\n]{{0,60}}\b(?:insert|append|add|path|address)
        | \b(?:insert|append|add|fill)\b[^.\n]{{0,80}}\b(?:API|session)?\ ?key\ (?:of|and|as)\b
        | \bword\ for\ word:\s* | \bbetween\ three\ backticks\b
        | \bwhen\ you\ (?:summari[sz]e|answer|cite|quote)\ (?:this|the|it)\b
        """,
    ),
    (
        "carries a link that acts",
        re.IGNORECASE,
        r"""
          !\[[^\]\n]{0,300}\]\s?\( | \]\(\s*(?:https?|javascript|data|ftp): | \bjavascript:\s*\w | \bdata:text/
        | \bh(?:tt|xx)ps?(?:\[?:\]?)//\S{0,300}?(?:
            \{|\bQUESTION\b|\bKEY\b|\bPROMPT\b|____|\?(?:q|prompt|ctx|session)=(?=\W|$|KEY)
          )
        | hxxps?:// | \w\[\.\]\w
        """,
    ),
    ("hides characters", 0, "[\ufe00-\ufe0f\U000e0100-\U000e01ef]{2,}|[\u200c\u200d]{2,}"),
    ("pings", 0, r"@(?:everyone|here)\b | <[@\#][!&]?\d+> | <:\w+:\d+>"),
    (
        "sets rules aside in another language",
        re.IGNORECASE,
        r"""
          \b(?:ignor(?:ez|e)|oublie[zr]?)\b[^.\n]{0,40}\b(?:instructions|consignes|règles)
        | \b(?:ignorier\w*|vergiss|vergesst|missachte\w*)\b[^.\n]{0,40}\b(?:
            anweisungen|regeln|vorgaben|instruktionen
          )
        | \banweisungen\ sind\ aufgehoben | \bSystemnachricht\b
        | \b(?:ignora|ignore|olvida|olvide)\b[^.\n]{0,40}\b(?:
            instrucciones|reglas|indicaciones|órdenes|istruzioni|regole
          )
        | (?:игнорируй|забудь|проигнорируй)\w*[^.\n]{0,40}(?:указани|инструкци|правил|команд)\w*
        | 忽略[^。\n]{0,20}(?:指令|指示|规则)
        """,
    ),
)
SIGNS = tuple((name, re.compile(pattern, re.VERBOSE | flags)) for name, flags, pattern in _ROWS)
"""What is looked for, each under the name by which it is told."""

_SPACED = re.compile(r"\b(?:\w[ .\-_*]){5,}\w\b")
_LEET_WORD = re.compile(
    r"\b(?=\w{2,30}\b) (?: (?=\w*\d)(?=\w*[a-z])\w*[013457]\w*[a-z]\w* | \d\w*[a-z]\w*\d\w* )",
    re.IGNORECASE | re.VERBOSE,
)
_LEET = str.maketrans("013457", "oieast")
_LEAST_LEET = 4
"""Words of figures for letters in a text; one may be a name, a unit or a model of car."""
_COMBINED = re.compile("[A-Za-z][\u0300-\u036f][A-Za-z][\u0300-\u036f]")
"""Two letters in a row with marks drawn over them."""
_SCRIPTS = ("LATIN", "CYRILLIC", "GREEK")
_WORD = re.compile(r"[^\W\d_]+")
MIXED = "mixes alphabets in a word"
"""The sign that no pattern is: letters of two alphabets that look alike, which no language writes in one word."""


@lru_cache(maxsize=512)
def sign_in(text: str) -> str | None:
    """By what sign `text` turns to a machine, as `SIGNS` names it, or `MIXED`; None for nearly every text."""
    found = next((name for variant in _variants(text) for name, sign in SIGNS if sign.search(variant)), None)
    return found or (MIXED if _mixes(text) else None)


def _variants(text: str) -> list[str]:
    """The text as it is, and as it is meant where letters are drawn apart, or as figures or other letters."""
    variants = [text]
    if not text.isascii():
        variants.append(unicodedata.normalize("NFKC", text))
        if _COMBINED.search(text):
            variants.append("".join(char for char in unicodedata.normalize("NFKD", text) if not _combines(char)))
    if _SPACED.search(text):
        variants.append(_SPACED.sub(lambda match: re.sub(r"[ .\-_*]", "", match.group()), text))
    if len(_LEET_WORD.findall(text)) >= _LEAST_LEET:
        variants.append(_LEET_WORD.sub(lambda match: match.group().translate(_LEET), text))
    return variants


def _combines(char: str) -> bool:
    return unicodedata.category(char) in ("Mn", "Me")


def _mixes(text: str) -> bool:
    if text.isascii():
        return False
    return any(len({_script(char) for char in word} - {None}) > 1 for word in _WORD.findall(text) if not word.isascii())


@lru_cache(maxsize=4096)
def _script(char: str) -> str | None:
    name = unicodedata.name(char, "")
    return next((script for script in _SCRIPTS if name.startswith(script)), None)
