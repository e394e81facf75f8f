"""Held-out outputs that hold, about a border clash: Transworld News Agency, 2020-09-17."""

from __future__ import annotations

from tests.retrieval.writing.heldout.border_quotes import (
    ARTILLERY,
    CLASH,
    CROSSING,
    DEAD,
    ENVOY,
    FABRICATION,
    GENEVA,
    LORRIES,
    OBSERVERS,
    PATROL,
    READY_TO_TALK,
    STRIP,
)
from tests.retrieval.writing.heldout.throne_quotes import STEADY_HAND
from tests.retrieval.writing.table import Claim, Scripted

BORDER_HOLDS: tuple[Scripted, ...] = (
    Scripted(
        "plain",
        "the dead, the meeting and the crossing, close to the article",
        "What happened on the border between Ardania and Kestria?",
        (
            Claim(
                "Four soldiers were killed and nine wounded on Wednesday in an exchange of fire on the disputed "
                "border between Ardania and Kestria.",
                (CLASH,),
                True,
            ),
            Claim(
                "Three of the dead were Ardanian and one was Kestrian, according to officials from both countries.",
                (("Three of the dead were Ardanian and", "Three of the dead were Ardanian and one was Kestrian"),),
                True,
            ),
            Claim(
                "Both governments have closed the only road crossing, which is at Saint Vlas.",
                (CROSSING,),
                True,
            ),
        ),
    ),
    Scripted(
        "plain",
        "attributed claims of both sides, close to the article",
        "What do Ardania and Kestria say about the clash?",
        (
            Claim(
                "Ardania's defence ministry said that a Kestrian patrol had crossed the Velda river shortly after "
                "dawn and opened fire on an observation post.",
                (PATROL,),
                True,
            ),
            Claim(
                "Kestria has denied using artillery in the clash on the border with Ardania.",
                (ARTILLERY, CLASH),
                True,
            ),
        ),
    ),
    Scripted(
        "reworded",
        "the cancelled meeting, the ruling and the queue in other words",
        "What are the consequences of the border clash?",
        (
            Claim(
                "President Osman Belek of Kestria has called off a trip to Geneva that was to have brought him "
                "together with the Ardanian prime minister, Ilse Torvald, on Friday.",
                (GENEVA,),
                True,
            ),
            Claim(
                "A court in The Hague gave Ardania the greater part of the land in 2011, a decision that Kestria "
                "does not accept.",
                (
                    (
                        "The neighbours have quarrelled since 1991 over",
                        "The neighbours have quarrelled since 1991 over a strip of land 40 km long and "
                        "believed to hold natural gas. A court in The Hague awarded most of it to Ardania in "
                        "2011; Kestria rejects the ruling.",
                    ),
                ),
                True,
            ),
            Claim(
                "Customs officials put the number of lorries waiting at the crossing on Thursday at about 600 and "
                "said most were loaded with fruit.",
                (CROSSING, LORRIES),
                True,
            ),
        ),
    ),
    Scripted(
        "reworded",
        "a quarrel, an offer and a record in other words",
        "What is the quarrel between Ardania and Kestria about?",
        (
            Claim(
                "A strip of land 40 kilometres long, under which natural gas is thought to lie, has been a bone of "
                "contention between the neighbours since 1991.",
                (STRIP,),
                True,
            ),
            Claim(
                "Ilse Torvald remains ready to talk by her own account, but not, as she put it, under the barrel "
                "of a gun.",
                (READY_TO_TALK, GENEVA),
                True,
            ),
            Claim(
                "Not since the ceasefire of 2014 had an incident on the border between Ardania and Kestria cost so "
                "many lives.",
                (CLASH,),
                True,
            ),
        ),
    ),
    Scripted(
        "combined",
        "charge and denial, dead and nationality, this article and the one on the throne",
        "Who shot first on the border?",
        (
            Claim(
                "Ardania's defence ministry said a Kestrian patrol crossed the Velda river and opened fire, which "
                "Kestria called a fabrication.",
                (PATROL, FABRICATION),
                True,
            ),
            Claim(
                "Four soldiers were killed in Wednesday's exchange of fire, three of them Ardanian and one "
                "Kestrian, officials from both countries said.",
                (CLASH, DEAD),
                True,
            ),
            Claim(
                "Ilse Torvald said in September 2020 that she was ready to talk, though not under the barrel of a "
                "gun, and later praised the king for his steady hand in the crisis with Kestria.",
                (READY_TO_TALK, STEADY_HAND),
                True,
            ),
        ),
    ),
    Scripted(
        "resolved",
        "the Wednesday and Friday around 17 September 2020, the UN, the envoy's country",
        "When was the clash between Ardania and Kestria?",
        (
            Claim(
                "Four soldiers were killed on 16 September 2020 in an exchange of fire on the border between "
                "Ardania and Kestria.",
                (CLASH,),
                True,
            ),
            Claim(
                "Osman Belek, the president of Kestria, had been due to meet Ilse Torvald in Geneva on 18 "
                "September 2020.",
                (GENEVA,),
                True,
            ),
            Claim(
                "The UN, which has 180 observers in the area, called for restraint.",
                (OBSERVERS,),
                True,
            ),
            Claim(
                "The envoy of the United Nations, Luis Amaral, a diplomat from Portugal, is to travel to both "
                "capitals at the weekend.",
                (OBSERVERS, ENVOY),
                True,
            ),
        ),
    ),
)
