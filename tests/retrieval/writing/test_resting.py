"""What `resting` claims: a sentence stands on whole sentences of articles that prove it, and on as few as will do."""

from __future__ import annotations

from datetime import date

import pytest

from corpus.types import Article, Span
from retrieval.citing import locate
from retrieval.proving.judging import fault
from retrieval.types import Hit
from retrieval.writing.drafts import Claimed, Draft
from retrieval.writing.resting import MOST_QUOTES, MOST_WORDS, Outcome, Rest, Resting, Shown, proves, resting
from tests.retrieval.writing.ferry import GAZETTE, WIRE, hit, known

ONE, TWO = known("gazette"), known("wire")
SHOWN = (Shown(1, ONE), Shown(2, TWO))

AGROUND = "The ferry Aurora ran aground off Lund on Monday."
CAPTAIN = "Its captain, Ola Lind, said that 12 passengers were hurt."
DENIED = "He denied that the crew had been drinking."
MAYOR = "The mayor, Ina Berg, thanked the rescuers of the harbour."
PROMISED = "She promised them a new lifeboat by the summer."
FOURTEEN = "Fourteen passengers were hurt when the ferry Aurora ran aground off Lund, the coast guard said."
DIVERS = "Divers will search the hull on Friday."
CANCELLED = "Nordline has cancelled all crossings until April."


def rest(text: str, *claimed: tuple[int | None, str], shown: tuple[Shown, ...] = SHOWN) -> Resting:
    return resting(Draft(text, tuple(Claimed(*one) for one in claimed)), shown)


def quotes(found: Resting) -> list[str]:
    return [one.text for one in found.rests]


def words(found: Resting) -> list[str]:
    """What the model meant of each quote, cut out of the articles."""
    texts = {"gazette": GAZETTE, "wire": WIRE}
    return [texts[one.hit.article.id][span.start : span.end] for one in found.rests for span in one.words]


@pytest.mark.parametrize(
    ("outcome", "text", "claimed", "quoted"),
    [
        ("verbatim", AGROUND, (1, AGROUND), AGROUND),
        ("verbatim", AGROUND, (1, "ran aground off Lund"), AGROUND),
        ("verbatim", DIVERS, (1, DIVERS), DIVERS),
        ("supported", "The Aurora ran aground off Lund on 4 March 2024.", (1, "ran aground off Lund"), AGROUND),
        ("supported", "Ola Lind, its captain, said 12 passengers were hurt.", (1, "12 passengers were hurt"), CAPTAIN),
        ("supported", "Divers will search the hull on 8 March 2024.", (2, "search the hull on Friday"), DIVERS),
        ("relocated", "The Aurora ran aground off Lund on Monday.", (2, "ran aground off Lund on Monday"), AGROUND),
        ("relocated", "All crossings are cancelled until April.", (99, "cancelled all crossings"), CANCELLED),
        ("replaced", "The ferry Aurora ran aground off Lund on Tuesday.", (1, "ran aground off Lund"), AGROUND),
        (
            "replaced",
            "The mayor thanked 40 rescuers of the harbour.",
            (1, "thanked the rescuers of the harbour"),
            MAYOR,
        ),
        ("replaced", "The crew had been drinking.", (1, "the crew had been drinking"), DENIED),
        ("replaced", "The crew had been drinking.", (2, "the crew had been drinking"), DENIED),
    ],
)
def test_what_becomes_of_a_sentence(outcome: Outcome, text: str, claimed: tuple[int, str], quoted: str) -> None:
    found = rest(text, claimed)
    assert (found.outcome, quotes(found), found.together) == (outcome, [quoted], False)
    assert found.text == (quoted if outcome == "replaced" else text)


@pytest.mark.parametrize(
    ("text", "claimed", "reason"),
    [
        ("The ferry sank.", (), "no quote"),
        ("The ferry sank.", ((1, "  "), (2, "")), "no quote"),
        ("The ferry sank.", ((1, "the ferry sank off the coast of Velden"),), "quote"),
        ("The ferry ran aground.", ((1, "ferry"),), "quote"),
        ("The ferry ran aground.", ((1, "Aurora ran aground off Velden"),), "quote"),
        ("The mayor thanked them.", ((1, "THANKED THE RESCUERS"),), "quote"),
        ("The moon is made of cheese.", ((1, "the ferry Aurora ran aground"),), "coverage"),
        ("The cheese of the moon was 40 years old.", ((1, "thanked the rescuers of the harbour"),), "number"),
        ("“The mayor is the best,” divers said.", ((2, "Divers will search the hull"),), "quotation"),
    ],
)
def test_a_sentence_is_dropped_for_a_reason(text: str, claimed: tuple[tuple[int, str], ...], reason: str) -> None:
    assert rest(text, *claimed) == Resting("dropped", fault=reason)


def test_without_passages_nothing_is_proved() -> None:
    assert rest(AGROUND, (1, AGROUND), shown=()) == Resting("dropped", fault="quote")


def test_a_fault_is_told_of_what_was_replaced_and_none_of_what_holds() -> None:
    assert rest("The ferry Aurora ran aground off Lund on Tuesday.", (1, "ran aground off Lund")).fault == "date"
    assert rest("The mayor thanked 40 rescuers of the harbour.", (1, "thanked the rescuers")).fault == "number"
    assert rest("The crew had been drinking.", (1, "the crew had been drinking")).fault == "mood"
    assert rest(AGROUND, (1, "ran aground off Lund")).fault is None


@pytest.mark.parametrize(
    "claimed",
    [
        "ran aground off Lund on Monday",
        "  ran\naground   off Lund on Monday ",
        "“…ran aground off Lund on Monday.”",
        "Ran aground off Lund on Monday",
        "the ferry Aurora ran aground … off Lund on Monday",
        "ran aground off Lund [...] said that 12 passengers",
    ],
)
def test_the_marks_around_a_quote_and_what_it_leaves_out_are_the_models_own(claimed: str) -> None:
    found = rest("The Aurora ran aground off Lund.", (1, claimed))
    assert (found.outcome, quotes(found)) == ("supported", [AGROUND])


def test_a_quote_is_whole_sentences_and_the_words_that_were_meant_stand_in_it() -> None:
    found = rest(
        "The Aurora ran aground off Lund.", (1, "aground off Lund"), (1, "ferry Aurora"), (2, "aground off Lund")
    )
    assert quotes(found) == [AGROUND, FOURTEEN]
    assert words(found) == ["aground off Lund", "ferry Aurora", "aground off Lund"]
    assert [one.hit for one in found.rests] == [ONE, TWO]
    for one in found.rests:
        assert all(one.span.start <= span.start < span.end <= one.span.end for span in one.words)


def test_a_quote_that_stands_in_both_passages_is_taken_from_the_one_that_is_named() -> None:
    for number, text in ((1, AGROUND), (2, FOURTEEN)):
        found = rest("The Aurora ran aground off Lund.", (number, "the ferry Aurora ran aground off Lund"))
        assert (found.outcome, quotes(found)) == ("supported", [text])


def test_a_quote_that_stands_twice_is_taken_where_the_sentence_is_covered_best() -> None:
    twice = hit("twice", "It rained in the town of Lund. A fire broke out in the town of Lund at night.")
    found = rest("A fire broke out at night.", (1, "in the town of Lund"), shown=(Shown(1, twice),))
    assert quotes(found) == ["A fire broke out in the town of Lund at night."]


def test_each_of_several_quotes_that_prove_it_alone_counts() -> None:
    found = rest("The ferry Aurora ran aground off Lund.", (1, "ran aground off Lund"), (2, "ran aground off Lund"))
    assert (found.outcome, found.together) == ("supported", False)
    assert [one.hit.article.id for one in found.rests] == ["gazette", "wire"]


def test_a_quote_that_proves_nothing_is_left_out_beside_one_that_does() -> None:
    found = rest(
        "The mayor thanked the rescuers.", (2, "cancelled all crossings until April"), (1, "thanked the rescuers")
    )
    assert (found.outcome, quotes(found)) == ("supported", [MAYOR])


def test_the_same_words_twice_are_one_quote() -> None:
    found = rest(AGROUND, (1, "ran aground off Lund"), (1, "ran aground off Lund"), (1, AGROUND))
    assert quotes(found) == [AGROUND]


def test_no_more_quotes_are_given_than_a_sentence_may_need() -> None:
    many = tuple(
        Shown(number, hit(f"a{number}", f"The fish market will move in May. So says {number}.")) for number in range(9)
    )
    found = rest(
        "The fish market will move.", *((number, "market will move in May") for number in range(9)), shown=many
    )
    assert [one.hit.article.id for one in found.rests] == ["a0", "a1", "a2", "a3"]
    assert len(found.rests) == MOST_QUOTES


def test_a_quote_of_many_sentences_is_taken_apart() -> None:
    found = rest("The mayor promised a new lifeboat.", (1, GAZETTE))
    assert max(len(text.split()) for text in quotes(found)) < len(GAZETTE.split()) / 2
    assert PROMISED in quotes(found)[0]
    assert quotes(rest("The ferry Aurora ran aground off Lund.", (1, GAZETTE))) == [AGROUND]


@pytest.mark.parametrize(
    ("text", "claimed", "quoted"),
    [
        ("Ina Berg promised a new lifeboat.", "promised them a new lifeboat", f"{MAYOR} {PROMISED}"),
        ("Ola Lind denied that the crew had been drinking.", "denied that the crew", f"{CAPTAIN} {DENIED}"),
    ],
)
def test_a_quote_that_leaves_open_who_is_meant_is_widened_to_the_sentence_that_says_it(
    text: str, claimed: str, quoted: str
) -> None:
    found = rest(text, (1, claimed))
    assert (found.outcome, quotes(found), found.together) == ("supported", [quoted], False)
    assert words(found) == [claimed]


@pytest.mark.parametrize(
    ("passage", "text", "claimed"),
    [
        # a number, another name and another day are not lent by whatever stands near
        ("The bridge was closed. Repairs take 40 days.", "The bridge was closed for 40 days.", "The bridge was closed"),
        (
            "Max Holm wept. Ola Lind resigned from the board.",
            "Max Holm resigned from the board.",
            "Lind resigned from the",
        ),
        (
            "It was a warm Friday. The court closed the case on Thursday.",
            "On Friday the court closed the case.",
            "The court closed the case",
        ),
        # nor by what comes after, or by what says something else
        (
            "Ola Lind was there. He denied the fraud charges in court. Ina Berg left early.",
            "Ina Berg denied the fraud charges in court.",
            "denied the fraud charges in court",
        ),
        (
            "The airline cancelled all flights to Lund. Nordjet, a rival, did not.",
            "Nordjet cancelled all flights to Lund.",
            "cancelled all flights to Lund",
        ),
        (
            "The minister resigned over the affair. Police searched the bank for the missing files.",
            "The minister resigned over the missing files.",
            "minister resigned over the affair",
        ),
        (
            "A dam burst in Velden. The minister resigned over the affair.",
            "The minister resigned over the affair in Velden.",
            "minister resigned over the affair",
        ),
        (
            "It opened in 2019. The museum closed the hall for repairs.",
            "The museum closed the hall for repairs in 2019.",
            "museum closed the hall for repairs",
        ),
        (
            "The fair ended on 3 May. In 2021 the court closed the case.",
            "On 3 May the court closed the case.",
            "the court closed the case",
        ),
    ],
)
def test_a_quote_is_not_widened_for_what_it_does_not_leave_open(passage: str, text: str, claimed: str) -> None:
    found = rest(text, (1, claimed), shown=(Shown(1, hit("a", passage, published=date(2024, 3, 5))),))
    assert found.outcome in ("replaced", "dropped")


def test_a_quote_is_not_widened_beyond_its_passage_or_over_too_many_words() -> None:
    filler = " ".join(["very"] * MOST_WORDS)
    text, claimed = "Ola Lind denied the charge of fraud.", "denied the charge of fraud"
    near = hit("a", "Ola Lind spoke in court. He denied the charge of fraud.")
    far = hit("a", f"Ola Lind spoke {filler} long in court. He denied the charge of fraud.")
    alone = hit("a", "He denied the charge of fraud.")
    assert rest(text, (1, claimed), shown=(Shown(1, near),)).outcome == "supported"
    assert rest(text, (1, claimed), shown=(Shown(1, far),)).outcome == "replaced"
    assert rest(text, (1, claimed), shown=(Shown(1, alone),)).outcome == "replaced"


def test_quotes_that_prove_it_only_together_say_so_and_are_the_fewest() -> None:
    found = rest(
        "The mayor thanked the rescuers, and divers will search the hull.",
        (2, "cancelled all crossings until April"),
        (1, "thanked the rescuers"),
        (2, "Divers will search the hull"),
        (1, "ran aground off Lund"),
    )
    assert (found.outcome, found.together, quotes(found)) == ("supported", True, [MAYOR, DIVERS])


def test_three_quotes_are_taken_where_two_will_not_do_in_the_order_of_the_model() -> None:
    found = rest(
        "The mayor thanked the rescuers, all crossings are cancelled until April, and divers will search the hull.",
        (2, "cancelled all crossings until April"),
        (1, "thanked the rescuers"),
        (2, "Divers will search the hull"),
    )
    assert (found.outcome, found.together, quotes(found)) == ("supported", True, [CANCELLED, MAYOR, DIVERS])


def test_of_quotes_that_are_needed_together_one_may_be_elsewhere_than_the_model_says() -> None:
    text = "The mayor thanked the rescuers, and divers will search the hull."
    assert rest(text, (2, "thanked the rescuers"), (2, "Divers will search the hull")).outcome == "relocated"


def test_a_sentence_of_which_a_half_is_not_proved_does_not_hold() -> None:
    found = rest("The mayor thanked the rescuers, and the prince wept.", (1, "thanked the rescuers"))
    assert (found.outcome, found.fault) == ("replaced", "coverage")


def test_what_replaces_a_sentence_is_on_one_line_and_its_quote_as_the_article_has_it() -> None:
    broken = hit("a", "The ferry ran aground\noff Lund\non Monday.")
    found = rest(
        "The ferry ran aground off Lund on 40 Mondays.",
        (1, "The ferry ran aground off Lund"),
        shown=(Shown(1, broken),),
    )
    assert (found.outcome, found.text) == ("replaced", "The ferry ran aground off Lund on Monday.")
    assert quotes(found) == ["The ferry ran aground\noff Lund\non Monday."]


def test_a_line_break_in_the_article_does_not_make_its_words_another_sentence() -> None:
    broken = hit("a", "The ferry ran aground\noff Lund.")
    found = rest("The ferry ran aground off Lund.", (1, "The ferry ran aground off Lund"), shown=(Shown(1, broken),))
    assert found.outcome == "verbatim"


@pytest.mark.parametrize("start", [0, 100])
def test_the_offsets_are_the_articles_also_where_the_passage_begins_later(start: int) -> None:
    before = "x" * (start - 1) + " " if start else ""
    whole = hit("a", before + AGROUND)
    (span,) = [one for one in whole.passage.sentences if one.end == len(before + AGROUND)]
    later = Hit(
        1,
        type(whole.passage)("p", "a", span.start, span.end, whole.passage.text[span.start :], (span,)),
        whole.article,
        0.5,
    )
    (found,) = rest("The Aurora ran aground off Lund.", (1, "aground off Lund"), shown=(Shown(1, later),)).rests
    text = whole.passage.text
    assert text[found.span.start : found.span.end] == found.text
    assert [text[one.start : one.end] for one in found.words] == ["aground off Lund"]


TEXTS = [
    AGROUND,
    CAPTAIN,
    DENIED,
    MAYOR,
    FOURTEEN,
    DIVERS,
    "The crew had been drinking.",
    "Ina Berg promised a lifeboat.",
]


@pytest.mark.parametrize("claimed", [AGROUND, CAPTAIN, DENIED, MAYOR, PROMISED, FOURTEEN, DIVERS, CANCELLED])
@pytest.mark.parametrize("text", TEXTS)
def test_whatever_is_shown_is_proved_by_its_quotes(text: str, claimed: str) -> None:
    found = rest(text, (1, claimed), (2, FOURTEEN))
    articles = {"gazette": GAZETTE, "wire": WIRE}
    for one in found.rests:
        assert articles[one.hit.article.id][one.span.start : one.span.end] == one.text
    if found.outcome in ("verbatim", "supported", "relocated"):
        quoted = [one.quoted for one in found.rests]
        proving = [quoted] if found.together else [[one] for one in quoted]
        assert all(fault(text, some) is None for some in proving)
    elif found.outcome == "replaced":
        assert found.text == found.rests[0].text
    else:
        assert (found.text, found.rests) == ("", ())
    assert (found.fault is None) is (found.outcome in ("verbatim", "supported", "relocated"))


def of(one: Hit, sentence: str) -> Rest:
    span = locate(sentence, Article(one.article, one.passage.text))
    assert span
    return Rest(one, Span(*span), (span,))


def test_a_quote_that_only_lends_a_name_proves_nothing_together_with_another() -> None:
    # The words are all there, but nobody says that the one did what the other tells.
    text = "Ina Berg ran aground off Lund."
    assert not proves(text, [of(ONE, MAYOR), of(ONE, AGROUND)])
    assert proves("The mayor thanked the rescuers, and divers will search the hull.", [of(ONE, MAYOR), of(TWO, DIVERS)])


def test_a_quote_that_says_who_is_meant_counts_only_right_before_the_one_that_leaves_it_open() -> None:
    text = "Ina Berg promised them a new lifeboat by the summer."
    assert proves(text, [of(ONE, MAYOR), of(ONE, PROMISED)])
    apart = hit("a", f"{MAYOR} It rained all day in the harbour. {PROMISED}")
    assert not proves(text, [of(apart, MAYOR), of(apart, PROMISED)])


def test_where_no_passage_is_named_no_other_one_is_meant() -> None:
    assert rest(AGROUND.replace("Monday", "4 March 2024"), (None, "ran aground off Lund")).outcome == "supported"
