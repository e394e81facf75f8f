"""Held-out outputs that mostly do not hold, about an excavation: Strata Magazine, 2022-03-14."""

from __future__ import annotations

from tests.retrieval.writing.heldout.dig_quotes import (
    BEAR,
    BONE,
    CAREER,
    DIGGING,
    DOUBT,
    EXPOSED,
    FLAMES,
    LAND,
    MUSEUM,
    NO_REMAINS,
    OBSIDIAN,
    PUBLISHED,
    RADIOCARBON,
)
from tests.retrieval.writing.table import Claim, Scripted

DIG_FAILS: tuple[Scripted, ...] = (
    Scripted(
        "number",
        "a larger share, digits exchanged, at least made exact",
        "How much of the site has been studied?",
        (
            Claim(
                "The findings, published in the Journal of Western Prehistory, are based on less than 15% of the site.",
                (PUBLISHED,),
                False,
            ),
            Claim(
                "Peter Yoon found obsidian that came from a source 420 kilometers away.",
                (OBSIDIAN,),
                False,
            ),
            Claim(
                "The flames exposed the foundations of exactly 18 pit houses that no one knew were there.",
                (EXPOSED,),
                False,
            ),
        ),
        not_found=True,
    ),
    Scripted(
        "date",
        "another month, another century",
        "When did people live in Cutler Canyon, and when does digging resume?",
        (
            Claim(
                "Radiocarbon dates from charred acorns suggest that people lived at the site between about 2100 "
                "and 1600 B.C.",
                (RADIOCARBON,),
                False,
            ),
            Claim(
                "Digging at the site will resume in July, once the risk of mudslides has passed.",
                (DIGGING,),
                False,
            ),
            Claim(
                "Digging at the site will resume in June, after the risk of mudslides has passed.",
                (DIGGING,),
                True,
            ),
        ),
    ),
    Scripted(
        "name or place",
        "Trento for Turin, the other researcher",
        "Who doubts the dating of the village?",
        (
            Claim(
                "Helen Marchetti, an archaeologist at the University of Trento, says the acorns could have been "
                "old when they were burned.",
                (DOUBT,),
                False,
            ),
            Claim(
                "Naomi Castellan found obsidian from a source 240 kilometers away, evidence of long-distance "
                "trade, it is argued.",
                (CAREER, OBSIDIAN),
                False,
            ),
        ),
        not_found=True,
    ),
    Scripted(
        "role or speaker swapped",
        "skeptic and discoverer, tribe and state exchange parts",
        "What do the archaeologists say about the village?",
        (
            Claim(
                "Peter Yoon wants to see dates from bone before he accepts the chronology.",
                (BONE, OBSIDIAN),
                False,
            ),
            Claim(
                "The state would like to build a museum with a grant of $1.2 million from the Tessaway Tribe.",
                (LAND, MUSEUM),
                False,
            ),
            Claim(
                "Naomi Castellan says it is the kind of place that one spends a career hoping to walk into.",
                (CAREER,),
                True,
            ),
        ),
    ),
    Scripted(
        "denial or hedge",
        "a may, a no and a condition go missing",
        "What was the carved bear of Cutler Canyon for?",
        (
            Claim(
                "The carved figure of a bear, made of soapstone, was a ritual object.",
                (
                    (
                        "The team has also uncovered a carved",
                        "The team has also uncovered a carved figure of a bear, 7 centimeters tall, made of "
                        "soapstone. It may have been a toy or a ritual object.",
                    ),
                ),
                False,
            ),
            Claim(
                "Human remains have been found at the site, along with a carved figure of a bear.",
                (BEAR, NO_REMAINS),
                False,
            ),
            Claim(
                "The council of the Tessaway Tribe approved the excavation without any conditions.",
                (LAND,),
                False,
            ),
        ),
        not_found=True,
    ),
    Scripted(
        "added",
        "a reason and a meaning that the quotes do not give",
        "Why does the Tessaway Tribe want a museum?",
        (
            Claim(
                "The chair of the Tessaway Tribe would like to build a museum so that schoolchildren can learn "
                "about their ancestors.",
                (LAND, MUSEUM),
                False,
            ),
            Claim(
                "Digging will resume in June, once the risk of mudslides has passed and new funding has been secured.",
                (DIGGING,),
                False,
            ),
            Claim(
                "The find of a soapstone bear shows that the people of the village were skilled carvers who "
                "worshiped animals.",
                (BEAR,),
                False,
            ),
        ),
        not_found=True,
    ),
    Scripted(
        "word exchanged",
        "juniper for manzanita, walnuts for acorns, sandstone for soapstone",
        "What covered the site before the fire?",
        (
            Claim(
                "By burning away a dense cover of juniper, the flames exposed the foundations of at least 18 pit "
                "houses.",
                (EXPOSED,),
                False,
            ),
            Claim(
                "Radiocarbon dates from charred walnuts suggest that people lived there between about 2100 and "
                "1800 B.C.",
                (RADIOCARBON,),
                False,
            ),
            Claim(
                "The team has uncovered a carved figure of a bear, 7 centimeters tall, made of sandstone.",
                (BEAR,),
                False,
            ),
            Claim(
                "A carved bear of soapstone, 7 centimeters tall, has also been uncovered by the team.",
                (BEAR,),
                True,
            ),
        ),
    ),
    Scripted(
        "fabricated quote",
        "a superlative that she never used, and a true statement with a quote that is only a paraphrase",
        "What did Naomi Castellan say about the village?",
        (
            Claim(
                "Naomi Castellan called the village the most important find of her career.",
                (("A team led by Naomi Castellan", "“This is the most important find of my career,” Castellan says."),),
                False,
            ),
            Claim(
                "The Tessaway Tribe, to which the land belongs, wants all artifacts to stay in the county.",
                (
                    (
                        "The land belongs to the Tessaway Tribe",
                        "The tribe insists that every artifact must remain in the county.",
                    ),
                ),
                False,
            ),
        ),
        not_found=True,
    ),
    Scripted(
        "wrong article",
        "the doubt about the acorns is quoted for a doubt about the cause of the fire",
        "Is the cause of the Cutler Canyon Fire known?",
        (
            Claim(
                "It is still not clear whether a downed power line started the fire in Cutler Canyon.",
                (DOUBT,),
                False,
            ),
            Claim(
                "The flames that swept Cutler Canyon in August 2021 forced about 3,500 people from their homes.",
                (FLAMES,),
                False,
            ),
        ),
        not_found=True,
    ),
)
