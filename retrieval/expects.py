"""What kind of words a question asks for: a person, a date, a number, a list. `offering.py` finds them in sentences."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise
from typing import Literal

from retrieval.terms import STOP_WORDS, words

Kind = Literal["person", "place", "name", "date", "number", "reason", "manner", "yes_no", "quotation", "list", "any"]

_HOW_MANY = {
    word: number
    for number, word in enumerate("two three four five six seven eight nine ten eleven twelve".split(), start=2)
}
_AUXILIARY = (
    r"(?:is|are|was|were|am|has|have|had|do|does|did|will|would|can|could|shall|should|might|must|may(?! \d))"
    r"(?:n't)?|can't|won't|cannot"
)
_PREPOSITION = (
    r"(?:in|on|at|to|from|by|for|of|with|about|until|since|under|during|after|around|roughly|approximately|nearly"
    r"|over|into|against|within|as|between|across|because of|due to|thanks to)"
)
_RELATIVE = rf"(?! (?:{_AUXILIARY}|the|an?|he|she|it|they|we|you|i|his|her|its|their|this|that|these|those)\b)"

# Nouns that a question asks for after "which" or "what", with the kind of the words that answer it. "any" is for those
# that have no type but end what begins with another one: "which college sport".
_NOUN_TABLE: tuple[tuple[Kind, str], ...] = (
    (
        "person",
        """activist actor actress adviser ambassador artist astronaut athlete attorney author billionaire boxer
        businessman businesswoman candidate celebrity ceo chairman chancellor chef chief coach comedian
        commander commissioner composer congressman congresswoman contender cyclist dancer defendant
        delegate democrat designer diplomat director driver economist editor engineer envoy executive
        explorer figure footballer founder golfer governor guest gymnast head host inventor investor
        journalist judge justice king lawmaker lawyer leader legend man manager mayor member minister
        mogul musician negotiator nominee novelist official opponent owner painter participant performer
        person philosopher photographer pilot player playwright poet politician pope premier presenter
        president prince princess professor quarterback queen rapper reporter representative republican
        rival runner scholar scientist secretary senator singer skater skier soldier speaker spokesman
        spokesperson spokeswoman star superstar suspect swimmer teenager tycoon veteran victim winner
        woman writer""",
    ),
    (
        "place",
        """airport area borough capital castle city coast constituency continent country county desert district gulf
        island kingdom lake location mountain museum nation neighborhood neighbourhood park peninsula
        planet port prison province region republic resort river sea stadium state strait street suburb
        territory town venue village volcano""",
    ),
    (
        "name",
        """agency airline airliner album app association automaker award band bank book brand broadcaster carmaker
        carrier chain channel charity church club college company conglomerate corporation council court
        department festival film firm foundation franchise game group holiday hurricane institute
        institution label landmark league magazine manufacturer militia ministry mission movie musical
        network newspaper ngo nonprofit novel organisation organization outlet party platform play
        podcast prize producer program programme publication publisher restaurant retailer school series
        service show song startup station store storm studio supermarket tabloid team title tournament
        tribe typhoon union university vendor website""",
    ),
    ("date", "century date day decade month time week weekday weekend year"),
    ("number", "amount number percent percentage price proportion share"),
    (
        "any",
        """animal character color crop disease drink drug food issue plant product species sport term virus""",
    ),
)
_NOUNS: dict[str, Kind] = {noun: kind for kind, nouns in _NOUN_TABLE for noun in nouns.split()}

PERSON_NOUNS = frozenset(noun for noun, kind in _NOUNS.items() if kind == "person")
"""What somebody is, and a question may ask for: "envoy", "singer"."""

# The first row whose pattern begins the asking part of a question decides; it is matched in lower case.
_ASKS: tuple[tuple[str, Kind], ...] = (
    (rf"(?:{_AUXILIARY}|if|whether)\b", "yes_no"),
    (
        r"why\b|how come\b|(?:for )?what(?: \w+)? reasons?\b|(?:due to|because of|thanks to) (?:what|which)\b"
        r"|what (?:has |have |had )?(?:caused|causes|led to|prompted|triggered|sparked)\b"
        r"|what (?:is|was|are|were) (?:behind|(?:the|\S+'s?|his|her|its|their)(?: \w+)? (?:reasons?|causes?))\b",
        "reason",
    ),
    (
        r"what (?:did|does|do|has|have|had) (?:\S+ ){1,8}?(?:say|said|tell|told|warn|warned|comment|commented|reply|"
        r"replied|respond|responded|argue|argued|claim|claimed|tweet|tweeted|think|have to say)"
        r"(?: (?:about|on|of|regarding|concerning|to|in|at|after|before|when|during|following|this|that|last)\b.*)?$"
        r"|what (?:is|was|are|were) (?:\S+ ){1,8}?(?:response|reaction|reply|comments?|message|words|opinion|views?|"
        r"stance)\b|how (?:did|does|do|has|have|had) (?:\S+ ){1,8}?(?:describe|characteri[sz]e|react|respond|reply|"
        r"portray|sum up)(?:d|ed)?\b",
        "quotation",
    ),
    (rf"(?:{_PREPOSITION} )?how (?:many|much|long|old|far|big|large|tall|high|deep|fast|heavy|wide|often)\b", "number"),
    (r"what (?:is|was|will be) (?:the|his|her|its|\S+'s?)(?: \w+)? (?:population|age|price|cost|number|total|"
     r"percentage|height|length|size|death toll|rate)\b(?!')", "number"),
    (rf"(?:{_PREPOSITION} )?when\b|what (?:is|was) the(?: \w+)? date\b", "date"),
    (r"(?:from |to )?where\b|what (?:is|was) (?:the|\S+'s) (?:capital|birthplace|location)\b(?! \w+ment)", "place"),
    (
        r"what (?:are|were) (?:the )?(?:\S+ ){0,4}?names\b|(?:name|list|give me|give) (?:all|the names)\b"
        rf"|(?:(?:{_PREPOSITION} )?(?:which|what)|who (?:are|were)(?: the)?|what (?:are|were) the|name(?: the)?)"
        rf"(?: other)? (?:{'|'.join(_HOW_MANY)}|[0-9]{{1,2}}(?= ))\b(?!-)|list\b",
        "list",
    ),
    (r"what(?:'s| is| was)(?: the)? (?:name|title|nickname) (?:of|for)\b", "name"),
    (r"what(?:'s| is| was) (?:\S+ ){1,6}?name$", "name"),
    (r"(?:which|what)\b.* (?:called|named|titled|dubbed|nicknamed)$", "name"),
    (rf"how (?:{_AUXILIARY}|to)\b|how$", "manner"),
)  # fmt: skip
_BY_NOUN = re.compile(
    rf"(?:{_PREPOSITION} )?(?:(?:which|what)(?: (?:type|kind|sort) of)?|who (?:are|were) the|(?:name|give me|tell me)"
    r"(?: the| an?)?) (?P<phrase>.*)"
)
_ENDS_PHRASE = re.compile(rf"{_AUXILIARY}|{_PREPOSITION}|the|an?|and|or|this|that|last")
_WHO = re.compile(rf"(?:{_PREPOSITION} )?(?:who|whom|whose)\b")

_FRAME = re.compile(
    r"(?:(?:can|could|would|will|do|does) (?:you|we|anyone|anybody|someone)(?: please| also| happen to)?"
    r" (?:tell(?: me| us)?|know|say|remember|recall|explain(?: to me| to us)?|show me|give me|find out)"
    r"|is it (?:known|clear)|(?:please )?(?:tell me|tell us|explain)|i(?:'d like| would like| want) to know|i wonder"
    r"|(?:can|could|would|will) (?:you|we)(?: please)?(?= (?:name|list)\b)|please(?= (?:name|list)\b)),? "
    rf"(?=(?:exactly |{_PREPOSITION} )?(?:who|whom|whose|what|which|when|where|why|how|if|whether|name|list|all|the)\b)"
)
_OPENING = re.compile(r"(?:and|but|so|also|then|now|well|ok|okay|exactly|finally),? (?!far\b)")
_INITIALS = re.compile(r"(?:\w\.)+")
_SHORTENED = re.compile(r"(?:mr|mrs|ms|dr|st|gov|sen|rep|gen|no|vs|jr|sr|prof|lt|col|sgt|rev|hon)\.", re.IGNORECASE)
_ASKING = re.compile(r"\b(?:who|whom|whose|what|which|when|where|why|how)\b")
_ASKS_AT_ONCE = re.compile(
    rf"(?:{_AUXILIARY}|if|whether|name|list|(?:the )?names)\b|(?:who|whom|whose|what|which|when|where|why|how)\b"
    rf"|{_PREPOSITION} (?:who|whom|whose|how|when|where|(?:what|which){_RELATIVE})\b"
)
# "When he left, who came?", "If it rains, where …" ask something else than their first word does.
_SUBORDINATE = re.compile(
    rf"(?:when|where|if|how|as|after)\b(?! (?:{_AUXILIARY}|many|much|long|old|far)\b)"
    rf"[^,]*, (?:{_PREPOSITION} )?(?:who|whom|whose|what|which|when|where|why|how|{_AUXILIARY})\b"
)
_NAMED_WILL = re.compile(r"(?:will|may) \w")  # "Will Smith won which award?"
# Where a question word may stand that does not open its sentence, the likeliest first.
_WITHIN: tuple[re.Pattern[str], ...] = tuple(
    re.compile(pattern)
    for pattern in (
        rf"(?<!\w)(?:{_PREPOSITION} )?(?:which{_RELATIVE}|how (?:many|much|long|old|far)\b|whose )",
        rf"(?<!\w)(?:{_PREPOSITION} )?what{_RELATIVE}|(?<=[,;:] )what\b",
        rf"(?<=[,;:] )(?:and )?(?:who|where|when|why|how)(?= (?:{_AUXILIARY})\b)|(?<=[,;:] )who\b",
        r"\b(?:who|whom|where|when|why|how|what)$",
        rf"(?<=, )(?:{_AUXILIARY})\b",
    )
)
_TAG = re.compile(r", (?:right|correct|true|yes|no)$")

_AFTER_VERB = frozenset("a an the its his her their this that these those with most more no".split())


def kind_of(question: str) -> Kind:
    """What `question` asks for; "any" when its words do not tell."""
    return next((kind for asking in _askings(question) if (kind := _kind(asking)) != "any"), "any")


@lru_cache(maxsize=256)
def asked(question: str) -> str:
    """The part of `question` that asks, in lower case and without its question mark; empty for a blank question."""
    return next((asking for asking in _askings(question) if _kind(asking) != "any"), _folded(question))


def how_many(question: str) -> int | None:
    """How many members a list must have: 6 for "Which six countries …"; None when no list or no count is asked for."""
    if kind_of(question) != "list":
        return None
    match = re.search(rf"\b(?:{'|'.join(_HOW_MANY)})\b|(?<!\S)[0-9]{{1,2}}(?= )", asked(question))
    return (_HOW_MANY.get(match.group()) or int(match.group())) if match else None


def names_in(question: str) -> frozenset[str]:
    """The folded words of the names and numbers in `question`: capitalised past its first word, or with a digit."""
    found: set[str] = set()
    for position, token in enumerate(question.split()):
        bare = token.strip("\"'“”‘’()[],.?!:;")
        if (position and bare[:1].isupper()) or any(char.isdigit() for char in bare):
            found.update(word for word in words(bare) if word not in STOP_WORDS)
    return frozenset(found)


def _kind(asking: str) -> Kind:
    kind = next((kind for pattern, kind in _ASKS if re.match(pattern, asking)), None)
    if kind is not None:
        return kind
    by_noun = _BY_NOUN.match(asking)
    if by_noun and (of_noun := _kind_of_noun(by_noun["phrase"])) != "any":
        return "person" if asking.startswith("who") and of_noun != "list" else of_noun
    return "person" if _WHO.match(asking) else "any"


def _kind_of_noun(phrase: str) -> Kind:
    """
    The kind of the first noun of `_NOUNS` in a noun phrase, or of the last that follows it directly ("film star").

    "list" for a plural. The phrase ends at the first word that cannot be part of it: after "which company" come verbs.
    """
    head: Kind | None = None
    for word, following in pairwise([*phrase.split()[:7], ""]):
        said = word.strip('"“”(),:;')
        bare = re.sub(r"'s$|(?<=s)'$", "", said)
        found: Kind | None = _NOUNS.get(bare) or ("list" if _singular(bare) in _NOUNS else None)
        if found is None and (head or _ENDS_PHRASE.fullmatch(bare)):
            break
        if head and found == "list" and following in _AFTER_VERB:  # "which country shares a border"
            break
        head = found or head
        if (head and bare != said) or word.endswith((",", ":", ";")):  # "which state's governor"
            break
    return head or "any"


def _singular(noun: str) -> str:
    irregular = {"people": "person", "men": "man", "women": "woman"}
    if noun.endswith("ies"):
        return noun[:-3] + "y"
    return irregular.get(noun) or (noun[:-2] if noun[:-2] in _NOUNS and noun.endswith("es") else noun.removesuffix("s"))


def _askings(question: str) -> Iterator[str]:
    """The parts of `question` that may be what is asked, the likeliest first; none for a blank question."""
    sentences = [_opened(sentence) for sentence in reversed(_sentences(question))]
    asking = next((one for one in sentences if _ASKS_AT_ONCE.match(one)), None)
    if asking is None:
        asking = next((one for one in sentences if _ASKING.search(one)), sentences[0])
    elif not (_SUBORDINATE.match(asking) or (_NAMED_WILL.match(asking) and _WITHIN[0].search(asking))):
        yield asking
        return
    for pattern in _WITHIN:
        for match in pattern.finditer(asking):
            yield asking[match.start() :].removeprefix("and ")
    if _TAG.search(asking):
        yield "is it true that " + asking[: asking.rindex(",")]


def _opened(sentence: str) -> str:
    """`sentence` folded, without what only introduces a question: "And", "Can you tell me"."""
    folded = _folded(sentence)
    for _ in range(2):  # "And so who …"
        folded = _OPENING.sub("", folded, count=1) if _OPENING.match(folded) else folded
    frame = _FRAME.match(folded)
    return folded[frame.end() :] if frame else folded


def _folded(text: str) -> str:
    return " ".join(re.sub("[’‘]", "'", text.lower()).split()).rstrip(" ?!.:…").strip()


def _sentences(question: str) -> list[str]:
    """`question` at its full stops, which those of initials are not; "U.S." ends a sentence before a question word."""
    sentences: list[list[str]] = [[]]
    for token, following in pairwise([*question.split(), ""]):
        sentences[-1].append(token)
        bare = token.rstrip("\"'”’)]")
        if bare[-1:] in (".", "?", "!") and following.lstrip("\"'“‘([")[:1].isupper():
            initials = _INITIALS.fullmatch(bare) and not _ASKS_AT_ONCE.match(following.lower())
            if not initials and not _SHORTENED.fullmatch(bare):
                sentences.append([])
    return [" ".join(sentence) for sentence in sentences]
