"""Passages and sentences that outputs quote, about an abdication: The Capital Gazette, 2021-01-15."""

from __future__ import annotations

ABDICATE = (
    "King Aurel III of Ardania will abdicate",
    "King Aurel III of Ardania will abdicate on 30 April, his 80th birthday, after 37 years on the throne, the "
    "palace announced on Friday.",
)
SUCCEEDED = (
    "He will be succeeded by his elder",
    "He will be succeeded by his elder daughter, Crown Princess Sidonie, 49, who will become the country’s first "
    "reigning queen.",
)
ADDRESS = (
    "In a televised address, the king said",
    "In a televised address, the king said his strength was failing.",
)
OPERATION = (
    "He had a hip operation in October",
    "He had a hip operation in October; the palace denied reports that he was suffering from Parkinson’s disease.",
)
LAW = (
    "The succession is possible because parliament changed",
    "The succession is possible because parliament changed the law in 1998.",
)
ONLY_SONS = (
    "Until then only sons could inherit",
    "Until then only sons could inherit.",
)
BROTHER = (
    "The king’s younger brother, Prince Casimir, opposed",
    "The king’s younger brother, Prince Casimir, opposed the reform but congratulated his niece on Friday.",
)
STEADY_HAND = (
    "Prime Minister Ilse Torvald praised the king",
    "Prime Minister Ilse Torvald praised the king for his “steady hand” during last year’s border crisis with Kestria.",
)
REFERENDUM = (
    "The Republican League, which holds 22 of",
    "The Republican League, which holds 22 of the 150 seats in parliament, called for a referendum on the monarchy.",
)
SIDEBOARD = (
    "Its leader, Jonas Weil, said it was",
    "Its leader, Jonas Weil, said it was “absurd to inherit a country like a sideboard”.",
)
POLL = (
    "A poll in December put support for",
    "A poll in December put support for the monarchy at 61 per cent, down from 74 per cent ten years earlier.",
)
MARRIED = (
    "The princess, a biologist, is married to",
    "The princess, a biologist, is married to the Danish architect Henrik Lund.",
)
HEIR = (
    "Their elder son, Prince Emil, 17, will",
    "Their elder son, Prince Emil, 17, will become heir.",
)
OATH = (
    "She is expected to take her oath",
    "She is expected to take her oath before parliament rather than in the cathedral, a break with tradition some "
    "bishops are said to dislike.",
)
BANQUET = (
    "There will be no coronation banquet: the",
    "There will be no coronation banquet: the palace said the money, about 1.5m florins, would go to hospitals.",
)
VILLA = (
    "The king and his wife plan to",
    "The king and his wife plan to move to a lakeside villa at Sarn.",
)
ALLOWANCE = (
    "He will keep his title but give",
    "He will keep his title but give up his official allowance.",
)
