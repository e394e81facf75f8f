"""Held-out outputs that mostly do not hold, about an abdication: The Capital Gazette, 2021-01-15."""

from __future__ import annotations

from tests.retrieval.writing.heldout.border_quotes import GENEVA
from tests.retrieval.writing.heldout.throne_quotes import (
    ABDICATE,
    ADDRESS,
    ALLOWANCE,
    BANQUET,
    BROTHER,
    HEIR,
    LAW,
    MARRIED,
    OATH,
    OPERATION,
    POLL,
    REFERENDUM,
    SIDEBOARD,
    STEADY_HAND,
    VILLA,
)
from tests.retrieval.writing.table import Claim, Scripted

THRONE_FAILS: tuple[Scripted, ...] = (
    Scripted(
        "number",
        "years, seats and a percentage changed",
        "For how long has King Aurel reigned?",
        (
            Claim(
                "King Aurel III of Ardania will abdicate on 30 April after 47 years on the throne.",
                (ABDICATE,),
                False,
            ),
            Claim(
                "The Republican League, which holds 22 of the 115 seats in parliament, called for a referendum on "
                "the monarchy.",
                (REFERENDUM,),
                False,
            ),
            Claim(
                "A poll in December put support for the monarchy at 61 per cent, up from 47 per cent ten years "
                "earlier.",
                (POLL,),
                False,
            ),
        ),
        not_found=True,
    ),
    Scripted(
        "date",
        "the month of the operation, the year of the law",
        "When did Ardania change its law on the succession?",
        (
            Claim(
                "The succession of a daughter is possible because parliament changed the law in 1989.",
                (LAW,),
                False,
            ),
            Claim(
                "The king had a hip operation in December, and the palace denied reports of Parkinson's disease.",
                (ADDRESS, OPERATION),
                False,
            ),
            Claim(
                "In October, the king, who said his strength was failing, had a hip operation.",
                (ADDRESS, OPERATION),
                True,
            ),
        ),
    ),
    Scripted(
        "name or place",
        "another country, another place, the uncle for the son",
        "Who is married to Princess Sidonie?",
        (
            Claim(
                "The princess, a biologist, is married to the Swedish architect Henrik Lund.",
                (MARRIED,),
                False,
            ),
            Claim(
                "The king and his wife plan to move to a lakeside villa at Velda.",
                (VILLA,),
                False,
            ),
            Claim(
                "Prince Casimir, the elder son of Sidonie and Henrik Lund, will become heir.",
                (BROTHER, MARRIED, HEIR),
                False,
            ),
        ),
        not_found=True,
    ),
    Scripted(
        "role or speaker swapped",
        "the prime minister's and the republican's words exchanged",
        "Who called the inheritance of a country absurd?",
        (
            Claim(
                "Prime Minister Ilse Torvald said it was absurd to inherit a country like a sideboard.",
                (STEADY_HAND, SIDEBOARD),
                False,
            ),
            Claim(
                "The king praised Prime Minister Ilse Torvald for her steady hand during last year's border crisis "
                "with Kestria.",
                (STEADY_HAND,),
                False,
            ),
        ),
        not_found=True,
    ),
    Scripted(
        "denial or hedge",
        "a denied report becomes a fact, a loss is denied, hearsay becomes certain",
        "Is King Aurel ill?",
        (
            Claim(
                "The king, who had a hip operation in October, is suffering from Parkinson's disease.",
                (OPERATION,),
                False,
            ),
            Claim(
                "He will keep his title and his official allowance when he and his wife move to Sarn.",
                (VILLA, ALLOWANCE),
                False,
            ),
            Claim(
                "Some bishops dislike that she is expected to take her oath before parliament.",
                (OATH,),
                False,
            ),
        ),
        not_found=True,
    ),
    Scripted(
        "added",
        "a motive, a purchase and a threat that no quote gives",
        "Why does Prince Casimir congratulate his niece?",
        (
            Claim(
                "Prince Casimir opposed the reform but congratulated his niece on Friday, since he himself no "
                "longer wished to reign.",
                (BROTHER,),
                False,
            ),
            Claim(
                "The king and his wife plan to move to a lakeside villa at Sarn, which they bought in the autumn.",
                (VILLA,),
                False,
            ),
            Claim(
                "The palace denied reports that the king was suffering from Parkinson's disease and threatened to sue.",
                (OPERATION,),
                False,
            ),
        ),
        not_found=True,
    ),
    Scripted(
        "word exchanged",
        "schools for hospitals, lawyer for biologist, hotel for villa",
        "What happens to the money for the banquet?",
        (
            Claim(
                "There will be no coronation banquet: the palace said the money, about 1.5m florins, would go to "
                "schools.",
                (BANQUET,),
                False,
            ),
            Claim(
                "The princess, a lawyer, is married to the Danish architect Henrik Lund.",
                (MARRIED,),
                False,
            ),
            Claim(
                "The king and his wife plan to move to a lakeside hotel at Sarn.",
                (VILLA,),
                False,
            ),
        ),
        not_found=True,
    ),
    Scripted(
        "fabricated quote",
        "a farewell that the king did not speak",
        "What did King Aurel say in his address?",
        (
            Claim(
                "In his televised address, the king said that a younger hand should hold the sceptre.",
                (
                    (
                        "In a televised address, the king said his",
                        "“The sceptre belongs in a younger hand,” the king said.",
                    ),
                ),
                False,
            ),
        ),
        not_found=True,
    ),
    Scripted(
        "wrong article",
        "the trip to Geneva is quoted for the king's plans",
        "Did King Aurel cancel a trip?",
        (
            Claim(
                "King Aurel of Ardania cancelled a trip to Geneva on account of his failing strength.",
                (GENEVA, ADDRESS),
                False,
            ),
            Claim(
                "Osman Belek praised the king for his steady hand during the border crisis.",
                (GENEVA,),
                False,
            ),
        ),
        not_found=True,
    ),
    Scripted(
        "no citation",
        "true, but without a quote",
        "Who is the heir to the throne after Sidonie?",
        (
            Claim(
                "Prince Emil, who is 17, will become heir to the throne of Ardania.",
                (),
                False,
            ),
        ),
        not_found=True,
    ),
)
