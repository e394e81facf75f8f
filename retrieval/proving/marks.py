"""
Marks: the words that make less than a fact of what stands behind them, by what they make of it.

English leaves open what an infinitive or a clause tells behind most verbs ("agreed to sign", "think that he signed");
the tables name those that news writes, and `keeps` what says as much in the sentence.
"""

from __future__ import annotations

from dataclasses import dataclass

from retrieval.proving.texts import stems_of
from retrieval.terms import STOP_WORDS, words


def _of(text: str) -> frozenset[str]:
    """The stems of words, and the commonest words as they are, which have none."""
    return frozenset(stems_of(text)) | frozenset(word for word in words(text) if word in STOP_WORDS)


NEGATORS = frozenset(
    """not no never none unless rather nobody neither nor without cannot cant
    dont doesnt didnt isnt arent wasnt werent wont
    wouldnt couldnt shouldnt hasnt havent hadnt""".split()
)
LESS = frozenset(("no", "without"))
"""Deny a thing and not a statement."""
DENYING = _of("deny denied denies reject rejected rejects dismiss dismissed refute refuted")
REFUSING = _of(
    """refuse refused refuses decline declined declines fail failed fails unable unlikely reluctant unwilling powerless
    too"""
)
"""Deny what stands behind a "to" after them."""
_KEEPING_FROM = _of("prevent prevented stop stopped bar barred ban banned keep kept block blocked prohibit prohibited")
_FALSE = _of("false untrue myth hoax lie lies wrong incorrect baseless unfounded fiction rumour rumor misconception")
_LITTLE = _of("little few scant no without not never")
_EVIDENCE = _of("sign signs evidence proof indication indications hope chance prospect")
_CLEARED = _of("clear cleared acquit acquitted exonerated innocent")
_NEARLY = frozenset("nearly almost hardly barely scarcely narrowly".split())
DENIALS = (
    DENYING
    | (REFUSING - {"too"})
    | _CLEARED
    | _NEARLY
    | _of(
        """stop stopped short lack lacked rule ruled avoid prevent prevented ban banned bar barred block blocked unclear
        unknown unhurt uninjured unharmed absent doubt doubts yet"""
    )
)
MODALS = frozenset("may might could can should must ought probably perhaps possibly maybe".split())
UNSURE = _of(
    "unclear uncertain unsure doubt doubts doubted doubtful unknown question questions questioned wonder wonders"
)
PERHAPS = _of(
    "possible potentially chance able uncertain unclear depends likely if unless whether risk fear fears feared"
)
HOPES = _of(
    """hope hopes hoped propose proposes proposed want wants seek seeks ask asks
    asked request requests requested demand demands demanded threaten threatened try tries tried urge urged suggest
    suggested"""
) | {"considering"}  # but not "considers it too low"
EXPECTS = _of(
    """will would shall plan plans planned expect expects expected aim aims intend intends promise promises promised
    vow vowed pledge pledged likely due scheduled set forecast forecasts upcoming next"""
)
OPEN = _of(
    """agree agreed agrees offer offered offers ready about willing prepared poised keen eager decide decided vote
    voted design designed order ordered tell told allow allowed permit permitted invite invited require required
    need needs needed meant supposed attempt attempted encourage encouraged bid obliged pressure pressured persuade
    warn warned hint hinted call called"""
) | {"going"}  # but not "went to"
"""Leave open what stands behind a "to" after them."""
SEEMS = _of("appear appears appeared seem seems seemed")
ALLEGATIONS = _of(
    """accuse accused accuses accusation allege alleged alleges allegedly allegation apparently claim claimed claims
    suspect suspected suspicion report reported reports rumour rumoured rumored blame blamed blames believe believed
    believes think thinks thought"""
)
"""What somebody else says, or another paper reports, and nobody has proved."""
CHARGES = _of("charge charged charges indict indicted prosecuted sue sued")
SAYING = _of(
    """say said says tell told according warn warned report reported state stated argue argued insist insisted deny
    denied describe described call called think thinks believe"""
)
_PARTIES = _of(
    """prosecutor prosecutors plaintiff plaintiffs indictment lawsuit accuser army military defence defense rebels
    militants militia separatists insurgents"""
)
"""Whose word is an accusation or a claim of war, which no newspaper makes its own."""
_SAID = frozenset("said say says".split())
_OBLIGED = frozenset("must should ought".split())
_WITHOUT_NOT = _of("avoid avoids avoided avert averted spare spared lack lacks lacked veto vetoed vetoes")
"""Deny what stands behind them without a word for it."""
_PAST = frozenset("used once former formerly previously earlier was were had ex ago then".split())
_TO, _WHETHER = frozenset(("to",)), frozenset("whether if that how who why".split())


@dataclass(frozen=True, slots=True)
class Mark:
    """
    Words that make less of a fact. Where `leads` are given they do only with one of them at most `near` words behind,
    and of what stands behind that one; and where `passive`, only behind a form of "to be".
    """

    words: frozenset[str]
    leads: frozenset[str] = frozenset()
    near: int = 4
    passive: bool = False


@dataclass(frozen=True, slots=True)
class Mood:
    """
    What turns a statement into something less: a `mark` in a quote, about the `window` words of content behind it.

    A sentence that says those words must say them behind one of `keeps`.
    """

    name: str
    mark: Mark
    keeps: frozenset[str]
    window: int = 3


_DENIED = NEGATORS | DENIALS
_DOUBTED = MODALS | PERHAPS | HOPES | UNSURE | SEEMS | _of("need require oblige call")
_OPEN = _DOUBTED | EXPECTS | OPEN | _TO
_ALLEGED = (ALLEGATIONS - _of("suspect")) | CHARGES | SAYING | {"suspected"}  # but not "the suspects"

MOODS: tuple[Mood, ...] = (
    Mood("denial", Mark(NEGATORS - {"no", "neither", "none"}), _DENIED, 1),
    Mood("denial", Mark(frozenset(("neither", "none"))), _DENIED, 5),
    Mood("denial", Mark(_LITTLE, _EVIDENCE, 3), _DENIED | _LITTLE, 4),
    Mood("denial", Mark(_FALSE, frozenset(("that",)), 2), _DENIED | _FALSE, 9),
    Mood("denial", Mark(frozenset(("no",))), _DENIED, 2),
    Mood("denial", Mark(DENYING), _DENIED, 6),
    Mood("denial", Mark(REFUSING | {"yet"}, _TO), _DENIED, 1),
    Mood("denial", Mark(_KEEPING_FROM, frozenset(("from",))), _DENIED, 1),
    Mood("denial", Mark(_CLEARED | {"short"}, frozenset(("of",))), _DENIED, 5),
    Mood("denial", Mark(_NEARLY), _DENIED, 1),
    Mood("denial", Mark(_WITHOUT_NOT), _DENIED | _WITHOUT_NOT, 2),
    Mood("denial", Mark(frozenset(("far", "instead", "rather")), frozenset("from of than".split()), 1), _DENIED, 1),
    Mood("denial", Mark(_of("turn turned turns"), frozenset(("down",)), 1), _DENIED | _of("turned"), 2),
    Mood("denial", Mark(_of("give gave given"), frozenset(("up",)), 1), _DENIED | _of("give gave given"), 4),
    Mood("past", Mark(frozenset(("used",)), _TO, 1), _DENIED | _PAST),
    Mood("doubt", Mark(MODALS - _OBLIGED), _DOUBTED),
    Mood("doubt", Mark(_OBLIGED), _DOUBTED | _TO),
    Mood("doubt", Mark(UNSURE, _WHETHER), _DOUBTED),
    Mood("doubt", Mark(SEEMS, _TO), _DOUBTED | _ALLEGED),
    Mood("hope", Mark(HOPES), _DOUBTED, 5),
    Mood("doubt", Mark(frozenset(("whether",))), _DOUBTED),
    Mood("expectation", Mark(EXPECTS), _OPEN, 5),
    Mood("expectation", Mark(OPEN, _TO), _OPEN),
    Mood("expectation", Mark(frozenset(("talks",)), _TO, 1), _OPEN | {"talks"}),
    Mood("expectation", Mark(frozenset("is are was were be".split()), _TO, 1), _OPEN),  # "is to sign it"
    Mood("allegation", Mark(ALLEGATIONS), _ALLEGED, 9),
    Mood("allegation", Mark(CHARGES, frozenset("with for of over".split())), _ALLEGED, 5),
    Mood("allegation", Mark(_PARTIES, _SAID, 3), _ALLEGED, 9),
    Mood("allegation", Mark(SAYING, _TO, 1, passive=True), _ALLEGED, 5),  # "is said to dislike it"
    Mood(
        "allegation", Mark(SAYING, frozenset("was were is are".split()), 1), _ALLEGED
    ),  # "what it said were the files"
)


@dataclass(frozen=True, slots=True)
class Invented:
    """
    What makes less of a fact in a sentence: a `mark` there, about words that the quotes say.

    `excuses` are the words of a quote any of which may have been put so.
    """

    name: str
    mark: Mark
    excuses: frozenset[str]
    window: int = 2


_EXCUSES = _OPEN | ALLEGATIONS | _of("when until unless next tomorrow coming future later")

INVENTED: tuple[Invented, ...] = (
    Invented("denial", Mark(DENYING), _DENIED),
    Invented("denial", Mark(REFUSING, _TO), _DENIED | MODALS),
    Invented("doubt", Mark(frozenset("may might perhaps possibly probably maybe".split())), _EXCUSES),
    Invented("expectation", Mark(EXPECTS - {"will", "would", "shall", "next", "upcoming"}, _TO), _EXCUSES),
    Invented("allegation", Mark(_of("allegedly accused suspected")), _ALLEGED | _DENIED),
)
