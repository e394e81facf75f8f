"""Held-out outputs that mostly do not hold, about a strike at schools: Wendle & District Observer, 2023-03-16."""

from __future__ import annotations

from tests.retrieval.writing.heldout.strike_quotes import (
    BALLOT,
    CHILDMINDER,
    CLOSED_FOR_LEAD,
    EASTER,
    EXTENDED,
    FATHER,
    OFFER,
    PICKET,
    RANSOM,
    SHUT,
    TALKS,
    TEACHERS,
)
from tests.retrieval.writing.heldout.water_quotes import BOTTLED, SAMPLES, TESTS
from tests.retrieval.writing.table import Claim, Scripted

STRIKE_FAILS: tuple[Scripted, ...] = (
    Scripted(
        "number",
        "more schools, digits exchanged, a share that the votes do not give",
        "How many schools in Wendle are shut?",
        (
            Claim(
                "Fourteen of the borough's 34 schools are shut completely, and the rest are open only to some pupils.",
                (SHUT,),
                False,
            ),
            Claim(
                "Members of the Public Staff Union backed the action by 412 votes to 78.",
                (("backed the action by 412 votes to", "backed the action by 412 votes to 87"),),
                False,
            ),
            Claim(
                "More than nine in ten of the members who voted backed the action, by 412 votes to 87.",
                (BALLOT,),
                False,
            ),
        ),
        not_found=True,
    ),
    Scripted(
        "date",
        "a week too late, and twice a day too late",
        "Until when does the Wendle school strike last?",
        (
            Claim(
                "Teaching assistants and caretakers in Wendle voted to extend their strike to Friday, 31 March.",
                (EXTENDED,),
                False,
            ),
            Claim(
                "Talks at the conciliation service ended on 14 March 2023 without agreement.",
                (TALKS,),
                False,
            ),
            Claim(
                "The ballot of the Public Staff Union closed on the night of 15 March 2023.",
                (BALLOT,),
                False,
            ),
        ),
        not_found=True,
    ),
    Scripted(
        "name or place",
        "the wrong parent and the wrong union",
        "Which parents support the strike?",
        (
            Claim(
                "Childminder Tracy Boll said that she supported the strikers, although she had used up her annual "
                "leave.",
                (FATHER, CHILDMINDER),
                False,
            ),
            Claim(
                "Members of the Municipal Workers' Union backed the action by 412 votes to 87.",
                (BALLOT,),
                False,
            ),
            Claim(
                "Imran Sheikh, a father of three, said that he supported the strikers although he had used up his "
                "annual leave.",
                (FATHER,),
                True,
            ),
        ),
    ),
    Scripted(
        "role or speaker swapped",
        "the accuser and the accused, the offer and the demand",
        "Who accused whom in the Wendle school strike?",
        (
            Claim(
                "Colin Adeyemi, the union's regional secretary, accused the council of holding children to ransom.",
                (PICKET, RANSOM),
                False,
            ),
            Claim(
                "Wendle Borough Council wants a pay rise of 4.5 per cent, while the union has offered a one-off "
                "payment of £600.",
                (OFFER,),
                False,
            ),
        ),
        not_found=True,
    ),
    Scripted(
        "denial or hedge",
        "a hope becomes a promise, a union that does not strike strikes",
        "Will schools in Wendle reopen after Easter?",
        (
            Claim(
                "Mrs Thewlis promised that all schools would reopen after the Easter holidays, which begin on 3 April.",
                (EASTER,),
                False,
            ),
            Claim(
                "The teachers' own union is also on strike and has told members not to cover for absent colleagues.",
                (TEACHERS,),
                False,
            ),
            Claim(
                "Talks at the conciliation service ended on Monday without agreement, but a new date has been set.",
                (TALKS,),
                False,
            ),
        ),
        not_found=True,
    ),
    Scripted(
        "added",
        "a reason and a complaint that no quote gives",
        "Why did the talks in Wendle fail?",
        (
            Claim(
                "Talks at the conciliation service ended on Monday without agreement because the council would not "
                "raise its offer.",
                (TALKS,),
                False,
            ),
            Claim(
                "Colin Adeyemi, the union's regional secretary, said that members were using food banks and could "
                "not pay their rent.",
                (PICKET,),
                False,
            ),
            Claim(
                "No new date has been set since talks at the conciliation service ended on Monday without agreement.",
                (TALKS,),
                True,
            ),
        ),
    ),
    Scripted(
        "word exchanged",
        "cleaners for caretakers, a nursery for a library",
        "Which staff are on strike in Wendle?",
        (
            Claim(
                "Teaching assistants and cleaners in Wendle voted to extend their strike to Friday, 24 March.",
                (EXTENDED,),
                False,
            ),
            Claim(
                "Council leader Margaret Thewlis said a bigger rise would mean cutting nursery hours.",
                (RANSOM,),
                False,
            ),
        ),
        not_found=True,
    ),
    Scripted(
        "fabricated quote",
        "a threat that the secretary never made",
        "Will the union extend the strike again?",
        (
            Claim(
                "Colin Adeyemi said that the union would strike until the summer if it had to.",
                (
                    (
                        "said the union’s regional secretary, Colin Adeyemi",
                        "“We will strike until the summer if we have to,” said the union’s regional "
                        "secretary, Colin Adeyemi.",
                    ),
                ),
                False,
            ),
        ),
        not_found=True,
    ),
    Scripted(
        "wrong article",
        "the Chronicle wrote only of bottled water when the school was still open",
        "Why is St Aldhelm's Primary closed?",
        (
            Claim(
                "St Aldhelm's Primary is closed because lead was discovered in its drinking water.",
                (SAMPLES, BOTTLED),
                False,
            ),
            Claim(
                "More than 9,000 pupils in Wendle have no lessons because of the lead in the drinking water.",
                (TESTS,),
                False,
            ),
            Claim(
                "St Aldhelm's Primary is closed because lead has been discovered in its drinking water.",
                (("Samples taken at St Aldhelm's Primary", CLOSED_FOR_LEAD[1]),),
                True,
            ),
        ),
    ),
    Scripted(
        "no citation",
        "true, but without a quote",
        "What do the strikers in Wendle demand?",
        (
            Claim(
                "The members of the Public Staff Union on strike in Wendle want a pay rise of eight per cent.",
                (),
                False,
            ),
        ),
        not_found=True,
    ),
)
