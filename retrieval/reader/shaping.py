"""The words a reader found to the words to show: a whole name, date, quantity, enumeration or quotation."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from corpus.types import Span
from retrieval.expects import PERSON_NOUNS, Kind, how_many
from retrieval.offering import COUNT, MONTH, WEEKDAY
from retrieval.reader.speech import quoted_in
from retrieval.reader.tidying import EDGES, tidy
from retrieval.terms import STOP_WORDS

Step = Callable[[str, Span], Span]
"""A sentence and a span of it to a better span of it; the same one when the step has nothing to do."""

_LEADING_TYPED = re.compile(
    r"(?:and|or|but|nor|that|which|who|in|on|at(?!\s+(?:least|most))|by|to|of|with|for)\s+(?=[$€£“\"\w])", re.IGNORECASE
)

_TIME = r"(?:days?|weeks?|months?|years?|decades?|centuries|century|hours?|minutes?|seconds?)"
_FIGURE = rf"(?:[$€£]\s?)?(?<![\d,.])(?:\d[\d,.]{{0,20}}\d|\d)(?!\w)|\b(?:one|{COUNT})\b"
_QUANTITY = re.compile(
    r"(?:\b(?:more than|less than|fewer than|no more than|no fewer than|at least|at most|up to|as (?:many|much|few) as"
    r"|close to|an estimated|nearly|almost|about|around|roughly|approximately|some|just over|just under|over|under"
    r"|exactly|only)\s)?(?:\b(?:half )?a\s(?=hundred|thousand|million|billion|dozen|half|third|quarter))?"
    rf"(?:\bbetween (?:{_FIGURE}) and |\bfrom (?:{_FIGURE}) to )?"
    rf"(?:{_FIGURE})(?:[ -](?:{_FIGURE}|to (?:{_FIGURE})|of (?:thousands|millions|billions))){{0,3}}"
    r"(?:\s?%)?(?:[ -](?:percent(?:age points?)?|per cent|(?:U\.S\. )?dollars?|euros?|pounds?|cents?|yen|yuan|rubles?"
    r"|(?:square |cubic |nautical )?(?:kilomet(?:er|re)s?|met(?:er|re)s?|miles?|feet|foot|inch(?:es)?|yards?|acres?"
    r"|hectares?)|km|mph|kph|tons?|tonnes?|kilograms?|kg|grams?|ounces?|gallons?|lit(?:er|re)s?|barrels?"
    rf"|degrees?(?: (?:Celsius|Fahrenheit))?|{_TIME}(?:[ -]old)?|times)\b)?"
    rf"(?: (?:a|per) (?:{_TIME}|person|gallon|barrel|ounce|share)\b)?",
    re.IGNORECASE,
)
_DAY = r"\d{1,2}(?:st|nd|rd|th)?\b"
_RELATIVE = r"(?:last|next|this|past|earlier this|later this|early|mid|late|the following|the previous)"
_DATE = re.compile(
    rf"(?:\b{WEEKDAY},? )?(?:\b{_RELATIVE}[ -])?(?:\b{MONTH}(?: {_DAY})?|\b{_DAY}(?: of)? {MONTH})"
    r"(?:,? (?:of )?\d{4}\b)?"
    rf"|(?:\b{_RELATIVE}[ -])?\b(?:{WEEKDAY}|weekend|[Ss]pring|[Ss]ummer|[Aa]utumn|[Ww]inter)\b"
    r"(?: (?:morning|afternoon|evening|night)\b)?(?: (?:of|in) \d{4}\b)?"
    rf"|\b{_RELATIVE} {_TIME}\b|\b(?:an?|\d{{1,4}}|{COUNT}|several) {_TIME} (?:ago|later|earlier)\b"
    r"|(?:\b(?:early|mid|late)[ -])?(?:\bthe )?\b(?:1\d|20)\d\d(?:s\b|\b(?:[-–](?:\d{4}|\d\d)\b)?)"
)

_CAPITALISED = re.compile(r"[^\W\d_a-z]")
_TOKEN = re.compile(r"[^\W_]+(?:[’'&.-][^\W_]+)*(?:(?<=\b[^\W\d_])\.|(?<=\b[JS]r)\.)?")
_NO_NAME = frozenset(  # capitalised, but no part of the name after it, nor are PERSON_NOUNS
    """mr mrs ms dr vice prime sen rep gov general gen col colonel sir lord lady cfo chairwoman administrator aviator
    former then ex foreign defense defence interior finance first deputy special however meanwhile yesterday today
    tomorrow late earlier later last according american british russian chinese french german canadian israeli ukrainian
    palestinian japanese indian australian italian spanish iranian turkish mexican democratic independent u.s us
    uk""".split()
)
_CALENDAR = re.compile(rf"(?:{MONTH}|{WEEKDAY})$")
_SUFFIXES = frozenset(
    """news times post journal inc corp ltd university bank party agency airlines group department ministry court union
    league association committee council institute foundation administration company college church museum""".split()
)
_PLACE_FIRST = frozenset(
    """north south east west northern southern eastern western central new san santa saint st los las el la fort mount
    lake saudi sri costa puerto hong tel abu cape port great united papua sierra buenos rio""".split()
)
_PLACE_LAST = frozenset(
    """city county island islands strip sea ocean river bay beach springs falls heights peninsula republic valley
    mountains desert states kingdom emirates""".split()
)
_MEMBER = re.compile(
    r"(?<![\w’'&.-])(?:the )?[A-Z0-9][\w’'&.-]*(?:(?: (?:of|of the|de|la|bin|al|van|von))? [A-Z0-9][\w’'&.-]*){0,6}"
)
_COMMA = re.compile(r",\s?")
_CONJUNCTION = re.compile(r",?\s(?:and|or|as well as|&)\s(?:both )?")
_LAST_MEMBERS = re.compile(
    r"(?:, [\w’'-]+(?: [\w’'-]+){0,2}){0,20},? (?:and|or|as well as) [\w’'-]+(?: [\w’'-]+)?(?=\s?[.,;!?]|\s?$)"
)
_SETS_OUT = re.compile(r"(?:In|At|On|From|After|Before|Since|By|For|With|Besides|Unlike) ")


def short_answer(question: str, kind: Kind, sentence: str, span: Span) -> Span:
    """
    The words of `sentence` to show for what a reader found at `span`: whole, of `kind`, without what only leans on it.

    It shares a character with `span`, or with the word where `span` lies when that is empty or outside the sentence.
    Kinds without a step of their own stay what the reader chose, only tidied.

    Returns:
        Half-open offsets into `sentence`, never empty unless the sentence is.
    """
    found = _inside(sentence, span)
    shaped = _whole_words(sentence, found)
    for step in (tidy, *_steps(question, kind), tidy):
        shaped = step(sentence, shaped)
    overlaps = shaped.start < found.end and found.start < shaped.end
    return shaped if overlaps and shaped.start < shaped.end else found


def _steps(question: str, kind: Kind) -> tuple[Step, ...]:
    if kind == "list":
        wanted = how_many(question)
        return (lambda sentence, span: _all_members(sentence, span, wanted),)
    return _STEPS.get(kind, ())


def _inside(sentence: str, span: Span) -> Span:
    """`span` within the sentence and at least a character long, when the sentence has one."""
    start = min(max(span.start, 0), max(len(sentence) - 1, 0))
    return Span(start, min(max(span.end, start + 1), len(sentence)))


def _whole_words(sentence: str, span: Span) -> Span:
    start, end = span
    while start > 0 and sentence[start - 1].isalnum() and sentence[start].isalnum():
        start -= 1
    while 0 < end < len(sentence) and sentence[end - 1].isalnum() and sentence[end].isalnum():
        end += 1
    return Span(start, end)


def _typed_edge(sentence: str, span: Span) -> Span:
    """`span` without the preposition that leads to a name or a figure: "in Ankara" is "Ankara"."""
    match = _LEADING_TYPED.match(sentence, span.start, span.end)
    return Span(match.end(), span.end) if match else span


def _grown(pattern: re.Pattern[str]) -> Step:
    """Grows a span to the matches of `pattern` that it touches."""

    def grow(sentence: str, span: Span) -> Span:
        start, end = span
        for match in pattern.finditer(sentence):
            if match.start() < span.end and span.start < match.end():
                start, end = min(start, match.start()), max(end, match.end())
        return Span(start, end)

    return grow


def _whole_person(sentence: str, span: Span) -> Span:
    """`span` with the capitalised words before and after it, titles left out: "Stoll" is "Ada M. Stoll"."""
    return _with_neighbours(sentence, span, before=_may_be_of_name, after=_may_follow_person)


def _whole_name(sentence: str, span: Span) -> Span:
    """`span` with the capitalised words before it; of those after it, where the chief may stand, only the table's."""
    return _with_neighbours(sentence, span, before=_may_be_of_name, after=lambda word: word.lower() in _SUFFIXES)


def _whole_place(sentence: str, span: Span) -> Span:
    """`span` with the words that places begin and end with: "Korea" is "North Korea", but no "Times" is taken along."""
    return _with_neighbours(
        sentence,
        span,
        before=lambda word: word.lower() in _PLACE_FIRST,
        after=lambda word: word.lower() in _PLACE_LAST,
    )


def _may_be_of_name(word: str) -> bool:
    folded = word.lower().rstrip(".")
    return folded not in _NO_NAME | PERSON_NOUNS and folded not in STOP_WORDS and not _CALENDAR.match(word)


def _may_follow_person(word: str) -> bool:
    return _may_be_of_name(word) and word.lower() not in _SUFFIXES


def _with_neighbours(sentence: str, span: Span, before: Callable[[str], bool], after: Callable[[str], bool]) -> Span:
    tokens = list(_TOKEN.finditer(sentence))
    if _is_headline(tokens):
        return span
    inside = [place for place, token in enumerate(tokens) if token.start() < span.end and span.start < token.end()]
    if not inside or not all(_CAPITALISED.match(tokens[place].group()) for place in (inside[0], inside[-1])):
        return span
    first, last = inside[0], inside[-1]
    while first > 0 and _joined(sentence, tokens[first - 1], tokens[first]) and before(tokens[first - 1].group()):
        first -= 1
    while (
        last + 1 < len(tokens) and _joined(sentence, tokens[last], tokens[last + 1]) and after(tokens[last + 1].group())
    ):
        last += 1
    return Span(min(span.start, tokens[first].start()), max(span.end, tokens[last].end()))


def _is_headline(tokens: list[re.Match[str]]) -> bool:
    """Whether most words begin with a capital, which then tells no name; a few words are no headline."""
    return len(tokens) > 5 and sum(bool(_CAPITALISED.match(token.group())) for token in tokens) > 0.75 * len(tokens)


def _joined(sentence: str, one: re.Match[str], other: re.Match[str]) -> bool:
    """Whether two words may be of one name: both capitalised, a blank between them, the first no possessor."""
    return (
        sentence[one.end() : other.start()] == " "
        and not re.search(r"[’']s?$", one.group())
        and all(_CAPITALISED.match(token.group()) for token in (one, other))
    )


def _all_members(sentence: str, span: Span, wanted: int | None) -> Span:
    """
    `span` grown to the enumeration it lies in; to as many of the last members as are `wanted`, when it has more.

    Names are looked for to both sides. Other words only to the right, up to a stop: where an enumeration of common
    nouns begins cannot be seen.
    """
    for members in _enumerations(sentence):
        if members[0].start < span.end and span.start < members[-1].end:
            first = members[-wanted:][0] if wanted else members[0]
            return Span(min(span.start, first.start), max(span.end, members[-1].end))
    more = _LAST_MEMBERS.match(sentence, span.end)
    if more and "," in sentence[span.start : more.end()].rstrip(","):  # "sold pears and left" enumerates nothing
        return Span(span.start, more.end())
    return span


def _enumerations(sentence: str) -> Iterator[list[Span]]:
    """Runs of names between commas that end in "and" or "or" and another name; two members at least."""
    members: list[Span] = []
    whole = False
    for match in _MEMBER.finditer(sentence):
        start = match.start()
        if start == 0:  # "In Oslo, …", "Envoys of Norway, …"
            if _SETS_OUT.match(match.group()):
                continue
            start = max((match.start() + of.end() for of in re.finditer(r" of (?:the )?", match.group())), default=0)
        between = sentence[members[-1].end : start] if members else ""
        adds = bool(members and _CONJUNCTION.fullmatch(between))
        if not adds and (whole or not (members and _COMMA.fullmatch(between))):
            if whole:
                yield members
            members, whole = [], False
        whole = whole or adds
        members.append(Span(start, match.end() - (match.group()[-1] in ".,'’-")))
    if whole:
        yield members


def _whole_quotation(sentence: str, span: Span) -> Span:
    """The quoted words that `span` lies in; grown to those it touches or lies beside otherwise."""
    start, end = span
    for quoted in quoted_in(sentence):
        if quoted.start <= span.start and span.end <= quoted.end:
            return quoted
        between = sentence[min(quoted.end, end) : max(quoted.start, start)]
        if (quoted.start < end and start < quoted.end) or not between.strip(EDGES):
            start, end = min(start, quoted.start), max(end, quoted.end)
    return Span(start, end)


_STEPS: dict[Kind, tuple[Step, ...]] = {
    "person": (_typed_edge, _whole_person),
    "place": (_typed_edge, _whole_place),
    "name": (_typed_edge, _whole_name),
    "date": (_typed_edge, _grown(_DATE)),
    "number": (_typed_edge, _grown(_QUANTITY)),
    "quotation": (_whole_quotation,),
}
