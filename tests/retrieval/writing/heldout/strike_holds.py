"""Held-out outputs that hold, about a strike at schools: Wendle & District Observer, 2023-03-16."""

from __future__ import annotations

from tests.retrieval.writing.heldout.strike_quotes import (
    BALLOT,
    CHILDMINDER,
    CLOSED_FOR_LEAD,
    DEMAND,
    EASTER,
    EXTENDED,
    FATHER,
    OFFER,
    RANSOM,
    SHUT,
    TALKS,
    TEACHERS,
)
from tests.retrieval.writing.table import Claim, Scripted

STRIKE_HOLDS: tuple[Scripted, ...] = (
    Scripted(
        "plain",
        "the strike, the offer and the parents, close to the article",
        "What is the strike in Wendle about?",
        (
            Claim(
                "More than 9,000 pupils in Wendle face a second week without lessons after teaching assistants and "
                "caretakers voted to extend their strike to 24 March.",
                (EXTENDED,),
                True,
            ),
            Claim(
                "Wendle Borough Council has offered 4.5 per cent and a one-off payment of £600, which it describes "
                "as its final offer.",
                (
                    (
                        "has offered 4.5 per cent and a",
                        "has offered 4.5 per cent and a one-off payment of £600, which it calls its final offer",
                    ),
                ),
                True,
            ),
            Claim(
                "Childminder Tracy Boll, who is 44, called the walkout by the school staff selfish.",
                (CHILDMINDER,),
                True,
            ),
            Claim(
                "Members of the Public Staff Union backed the action by 412 votes to 87.",
                (BALLOT,),
                True,
            ),
        ),
    ),
    Scripted(
        "reworded",
        "the leader's warning, the talks and the exceptions in other words",
        "How does the council respond to the school strike?",
        (
            Claim(
                "A higher rise would come at the expense of library opening times, warned council leader Margaret "
                "Thewlis, in whose words the union is holding children to ransom.",
                (RANSOM,),
                True,
            ),
            Claim(
                "Monday's talks at the conciliation service brought no agreement, and no date has been fixed for "
                "another round.",
                (TALKS,),
                True,
            ),
            Claim(
                "Apart from eleven schools that are fully shut, those in the borough admit only children of key "
                "workers and pupils with exams this summer.",
                (SHUT,),
                True,
            ),
        ),
    ),
    Scripted(
        "reworded",
        "two parents and the teachers' union in other words",
        "Do parents and teachers support the strikers?",
        (
            Claim(
                "Imran Sheikh, who has three children, sides with the strikers even though he has no annual leave "
                "left.",
                (FATHER,),
                True,
            ),
            Claim(
                "Teachers, whose own union has not walked out, have been told by it not to stand in for colleagues "
                "who are absent.",
                (TEACHERS,),
                True,
            ),
            Claim(
                "According to Colin Adeyemi, the union's regional secretary, its members have been making use of "
                "food banks.",
                (("our members are using food banks", "our members are using food banks"),),
                True,
            ),
        ),
    ),
    Scripted(
        "combined",
        "vote and turnout, demand and offer, closure and cause in two articles",
        "How did the ballot go, and why is St Aldhelm's closed?",
        (
            Claim(
                "On a turnout of 71 per cent, members of the PSU backed the action by 412 votes to 87.",
                (
                    (
                        "Members of the Public Staff Union (PSU)",
                        "Members of the Public Staff Union (PSU) backed the action by 412 votes to 87 in a "
                        "ballot that closed on Tuesday night. Turnout was 71 per cent.",
                    ),
                ),
                True,
            ),
            Claim(
                "The union wants a rise of eight per cent, while Wendle Borough Council has offered 4.5 per cent "
                "and a single payment of £600.",
                (DEMAND, OFFER),
                True,
            ),
            Claim(
                "St Aldhelm's Primary, where samples of 27 February contained 30 micrograms of lead per litre, is "
                "closed because of the discovery of lead in its drinking water.",
                (
                    (
                        "Samples taken at St Aldhelm's Primary on",
                        "Samples taken at St Aldhelm's Primary on 27 February contained 30 micrograms of "
                        "lead per litre",
                    ),
                    CLOSED_FOR_LEAD,
                ),
                True,
            ),
        ),
    ),
    Scripted(
        "resolved",
        "the Tuesday and the Monday before 16 March 2023, the union's acronym",
        "When did the ballot close and when did talks end?",
        (
            Claim(
                "The PSU's ballot closed on the night of 14 March 2023, with 412 votes for the action and 87 against.",
                (BALLOT,),
                True,
            ),
            Claim(
                "Talks at the conciliation service ended on 13 March 2023 without agreement.",
                (TALKS,),
                True,
            ),
            Claim(
                "Margaret Thewlis, the council leader, hoped but could not promise that all schools would reopen "
                "after the Easter holidays, which begin on 3 April 2023.",
                (RANSOM, EASTER),
                True,
            ),
        ),
    ),
)
