"""Who says what in a sentence: quoted words and reported clauses with their speakers."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from corpus.types import Span
from retrieval.expects import asked, names_in
from retrieval.reader.tidying import EDGES, tidy
from retrieval.terms import STOP_WORDS, words

_SAID = (
    "said says say told tells stated states added adds noted notes warned warns claimed claims argued argues "
    "explained explains announced insisted insists declared replied responded remarked commented suggested stressed "
    "acknowledged confirmed admitted emphasised emphasized pledged promised vowed tweeted wrote reiterated asserted"
)
_DESCRIBED = "called calls described describes characterised characterized characterises characterizes branded dubbed"
SAYING = re.compile(rf"\b(?:{'|'.join((_SAID + ' ' + _DESCRIBED).split())})\b")
"""A verb of saying in a sentence."""
_BEFORE_VERB = re.compile(r"(?:\b(?:has|have|had|also|later|then|earlier|again|is|was|\w{2,20}ly)\s+){1,4}$")
_PASSIVE = re.compile(r"\b(?:was|were|been|being|is|are)\s+(?:(?:also|then|later|again|first|\w{2,20}ly)\s+)?$")
_CUTS = re.compile(r"\b(?:and|but|that|while|after|when|as|because|who|which|if|before|where|whom)\b")
_SPEAKER = re.compile(
    r"(?:what|how) (?:did|does|do|has|have|had|is|was|were|are) (?P<speaker>(?:\S+ ){1,8}?)"
    r"(?:say|said|tell|told|warn|comment|repl|respon|argue|claim|tweet|think|have to|describe|character|react|portray|"
    r"sum|opinion|view|stance|message|words)"
)
_SETS_OFF = re.compile(r"(?:In|At|On|From|After|Before|Since|By|For|With|When|While|As|If|Although|Though|During)\b")
_LEADS = re.compile(
    r"(?:(?! (?:the|an?|it|he|she|they|this)\b)|(?<=told))(?: [^\s,;.]+){0,6}? that "
    r"|(?<=told)(?: (?:the|an?|his|her|its))? \S+ | (?:on|in|at) \S+ |[ ,:]+"
)
_PRONOUNS = frozenset("he she they it".split())
_UNSAID = "¶"
_MOST_SAYINGS = 20
"""Verbs of saying that are looked at in one sentence; more of them stand in no sentence, but perhaps in its stead."""
_QUOTE_WORDS = 4
"""Quoted words from which on they are what was said, and not a name or a word held at arm's length."""


def quotation_in(sentence: str, question: str) -> Span | None:
    """
    What the speaker that `question` asks about says in `sentence`: the quoted words, or the reported clause.

    A speaker is the subject of a verb of saying outside the quotation marks; "he" may be anybody. A few quoted words
    are an answer only after a verb of describing: names stand in quotation marks too.

    Returns:
        Half-open offsets into `sentence`, marks left out; None when somebody else speaks, or nobody.
    """
    speaker = _speaker(question)
    quotes = quoted_in(sentence)
    said = list(islice(sayings(sentence), _MOST_SAYINGS))
    for verb, subject in said:
        if not (speaker and (_is_speaker(subject, speaker, sentence) or {subject.lower(), speaker} & _PRONOUNS)):
            continue
        others = [other for other, said_by in said if other.start() != verb.start() and said_by]
        own = [
            quote
            for quote in quotes
            if not any(
                min(verb.start(), quote.start) < other.start() < max(verb.start(), quote.start) for other in others
            )
        ]
        best = max(own, key=lambda quote: quote.end - quote.start, default=None)
        if best and (
            len(sentence[best.start : best.end].split()) >= _QUOTE_WORDS or verb.group() in _DESCRIBED.split()
        ):
            return best
        reported = _reported(sentence, verb, subject)
        if reported:
            return reported
    return None


def speaks(sentence: str, question: str) -> bool:
    """Whether somebody whom `question` names says something in `sentence`; a pronoun names nobody."""
    speaker = _speaker(question)
    named = names_in(question)
    return any(
        _is_speaker(subject, speaker, sentence) or bool(named & set(_head(subject))) for _, subject in sayings(sentence)
    )


def quoted_in(sentence: str) -> list[Span]:
    """The words in quotation marks; from the sentence's beginning or to its end where the other mark is missing."""
    spans: list[Span] = []
    start: int | None = None
    for place, mark in enumerate(sentence):
        before = sentence[place - 1 : place]
        if start is None and (mark == "“" or (mark == '"' and (not before or before in " (—–\t\n\u00a0"))):
            start = place + 1
        elif mark == "”" or (mark == '"' and not before.isdigit()):
            if start is not None or not spans:
                spans.append(Span(start or 0, place))
            start = None
    if start is not None:
        spans.append(Span(start, len(sentence)))
    tidied = (tidy(sentence, span) for span in spans if sentence[span.start : span.end].strip(EDGES))
    return [span for span in tidied if span.start < span.end]


def sayings(sentence: str) -> Iterator[tuple[re.Match[str], str]]:
    """The verbs of saying outside quotation marks, each with its subject's words; "" when none is seen."""
    told = list(sentence)
    for quote in quoted_in(sentence):
        told[quote.start : quote.end] = _UNSAID * (quote.end - quote.start)
    narrated = "".join(told)
    for verb in SAYING.finditer(narrated):
        if not _PASSIVE.search(narrated, max(0, verb.start() - 30), verb.start()):
            yield verb, _subject(narrated, verb)
    for source in re.finditer(r"\b[Aa]ccording to ", narrated):
        yield source, re.split(r"[,;:.¶“”\"]", narrated[source.end() : source.end() + 80], maxsplit=1)[0].strip()


def _subject(narrated: str, verb: re.Match[str]) -> str:
    before = narrated[max(0, verb.start() - 240) : verb.start()]
    adverbs = _BEFORE_VERB.search(before, max(0, len(before) - 60))
    before = before[: adverbs.start()] if adverbs else before
    clause = re.split(rf"[;:—{_UNSAID}“”\"]", before)[-1].strip()
    if not clause.strip(" ,"):  # “…,” said Ms. Stoll
        return re.split(rf"[,;:.{_UNSAID}“”\"](?:\s|$)", narrated[verb.end() : verb.end() + 80], maxsplit=1)[0].strip()
    if clause.endswith(","):  # "Ada Stoll, the envoy, said"; "who leads it" may stand for "the envoy"
        parts = [part.strip() for part in clause.strip(" ,").split(",")]
        return next((part for part in parts[: max(1, len(parts) - 1)] if not _SETS_OFF.match(part)), "")
    phrase = clause.rsplit(",", 1)[-1]
    cut = list(_CUTS.finditer(phrase))
    if not cut:
        return phrase.strip()
    after = phrase[cut[-1].end() :].strip()
    return after or " ".join(phrase[: cut[-1].start()].split()[:5])  # "Ada Stoll arrived and said"


def _head(subject: str) -> list[str]:
    """The words of a subject before its first "of" or "for", possessors left out: "Stoll's aide" is not Stoll."""
    head = re.split(r"\b(?:of|for|to|from|in|at)\b", subject, maxsplit=1)[0]
    return [one for word in head.split() if not re.search(r"[’']s?$", word) for one in words(word)]


def _speaker(question: str) -> str:
    """Who is asked about in "What did … say", in lower case; "" when the question asks about nobody's words."""
    match = _SPEAKER.match(asked(question))
    return match["speaker"].strip() if match else ""


def _is_speaker(subject: str, speaker: str, sentence: str) -> bool:
    """Whether `subject` has the last word of the speaker's head, and the sentence a word of what stands with it."""
    parts = re.split(r"\b(?:of|for|to|from|in|at)\b|'s\b", speaker)
    if speaker.find("'s ") >= 0:
        parts.reverse()
    head = [word for word in words(parts[0]) if word not in STOP_WORDS]
    with_it = {word for part in parts[1:] for word in words(part)} - STOP_WORDS
    return bool(head) and head[-1] in _head(subject) and (not with_it or bool(with_it & set(words(sentence))))


def _reported(sentence: str, verb: re.Match[str], subject: str) -> Span | None:
    """The clause that somebody is reported to have said; None when none is seen."""
    if verb.group() in _DESCRIBED.split():
        return None
    rest = sentence[verb.end() :]
    if len(rest.split()) <= _QUOTE_WORDS:  # "The talks go on, Ms. Stoll said on Friday."
        clause = sentence[: verb.start()].rpartition(",")[0]
        if len(clause.split()) >= _QUOTE_WORDS and subject not in clause and not _SETS_OFF.match(clause):
            return tidy(sentence, Span(0, len(clause)))
    if verb.group().lower() == "according to ":
        return None
    if subject and rest.lstrip().startswith(subject):  # "…,” said Ms. Stoll of the port"
        return None
    lead = _LEADS.match(sentence, verb.end())
    start = lead.end() if lead else verb.end()
    return tidy(sentence, Span(start, len(sentence))) if len(sentence[start:].split()) >= _QUOTE_WORDS - 1 else None
