"""Held-out outputs that hold, about an abdication: The Capital Gazette, 2021-01-15."""

from __future__ import annotations

from tests.retrieval.writing.heldout.throne_quotes import (
    ABDICATE,
    ADDRESS,
    BANQUET,
    BROTHER,
    HEIR,
    MARRIED,
    OATH,
    POLL,
    REFERENDUM,
    SIDEBOARD,
    STEADY_HAND,
    SUCCEEDED,
    VILLA,
)
from tests.retrieval.writing.table import Claim, Scripted

THRONE_HOLDS: tuple[Scripted, ...] = (
    Scripted(
        "plain",
        "the abdication, the poll and the move, close to the article",
        "When will King Aurel of Ardania abdicate?",
        (
            Claim(
                "King Aurel III of Ardania will abdicate on 30 April, his 80th birthday, after 37 years on the throne.",
                (
                    (
                        "King Aurel III of Ardania will abdicate",
                        "King Aurel III of Ardania will abdicate on 30 April, his 80th birthday, after 37 "
                        "years on the throne",
                    ),
                ),
                True,
            ),
            Claim(
                "In December a poll put support for the monarchy at 61 per cent, down from 74 per cent ten years "
                "earlier.",
                (POLL,),
                True,
            ),
            Claim(
                "The king and his wife are planning to move to a lakeside villa at Sarn.",
                (VILLA,),
                True,
            ),
        ),
    ),
    Scripted(
        "plain",
        "the league, the law and the money, close to the article",
        "How was the news of the abdication received?",
        (
            Claim(
                "The Republican League, which has 22 of the 150 seats in parliament, called for a referendum on "
                "the monarchy.",
                (REFERENDUM,),
                True,
            ),
            Claim(
                "There will be no coronation banquet, and the palace said that the money, about 1.5m florins, "
                "would go to hospitals.",
                (BANQUET,),
                True,
            ),
        ),
    ),
    Scripted(
        "reworded",
        "the change of law, the oath and the brother in other words",
        "Why can Princess Sidonie succeed her father?",
        (
            Claim(
                "It is a change in the law made by parliament in 1998 that makes the succession possible; before "
                "that, the throne could pass only to sons.",
                (
                    (
                        "The succession is possible because parliament changed",
                        "The succession is possible because parliament changed the law in 1998. Until then "
                        "only sons could inherit.",
                    ),
                ),
                True,
            ),
            Claim(
                "Prince Casimir, the king's younger brother, who had been against the reform, offered his niece "
                "his congratulations on Friday.",
                (BROTHER,),
                True,
            ),
            Claim(
                "Parliament, not the cathedral, is where she is expected to be sworn in, and some bishops are said "
                "to be unhappy about this departure from tradition.",
                (OATH,),
                True,
            ),
        ),
    ),
    Scripted(
        "reworded",
        "the banquet, the poll and the denial in other words",
        "What else did the palace say about the king and the coronation?",
        (
            Claim(
                "No banquet will be held for the coronation; hospitals, according to the palace, will receive the "
                "money, roughly 1.5 million florins.",
                (BANQUET,),
                True,
            ),
            Claim(
                "Support for the monarchy had fallen to 61 per cent in a poll in December, from 74 per cent a "
                "decade before.",
                (
                    (
                        "support for the monarchy at 61 per",
                        "support for the monarchy at 61 per cent, down from 74 per cent ten years earlier",
                    ),
                ),
                True,
            ),
            Claim(
                "Reports that the king suffers from Parkinson's disease were rejected by the palace.",
                (
                    ADDRESS,
                    (
                        "the palace denied reports that he was",
                        "the palace denied reports that he was suffering from Parkinson’s disease",
                    ),
                ),
                True,
            ),
        ),
    ),
    Scripted(
        "combined",
        "the queen and her heir, the league and its leader",
        "Who is in the line of succession, and who is against it?",
        (
            Claim(
                "Crown Princess Sidonie will be the country's first reigning queen, and Prince Emil, 17, her elder "
                "son with the Danish architect Henrik Lund, will become heir.",
                (SUCCEEDED, MARRIED, HEIR),
                True,
            ),
            Claim(
                "The Republican League called for a referendum, and its leader, Jonas Weil, said it was absurd to "
                "inherit a country like a sideboard.",
                (REFERENDUM, SIDEBOARD),
                True,
            ),
        ),
    ),
    Scripted(
        "resolved",
        "the year of the abdication, last year, a Dane, pronouns",
        "When will Ardania have a queen?",
        (
            Claim(
                "King Aurel III will abdicate on 30 April 2021, the palace announced on 15 January 2021.",
                (ABDICATE,),
                True,
            ),
            Claim(
                "King Aurel III will be succeeded by his elder daughter, Crown Princess Sidonie, who will become "
                "Ardania's first reigning queen.",
                (ABDICATE, SUCCEEDED),
                True,
            ),
            Claim(
                "Ilse Torvald, the prime minister, praised the king for his steady hand during the border crisis "
                "with Kestria in 2020.",
                (STEADY_HAND,),
                True,
            ),
            Claim(
                "Henrik Lund, to whom the princess is married, is an architect from Denmark.",
                (MARRIED,),
                True,
            ),
        ),
    ),
)
