"""Passages and sentences that outputs quote, about an excavation: Strata Magazine, 2022-03-14."""

from __future__ import annotations

FLAMES = (
    "The flames that swept Cutler Canyon last",
    "The flames that swept Cutler Canyon last August did archaeologists an unlikely favor.",
)
EXPOSED = (
    "By burning away a dense cover of",
    "By burning away a dense cover of manzanita, they exposed the foundations of at least 18 pit houses that no "
    "one knew were there.",
)
MAPPING = (
    "A team led by Naomi Castellan of",
    "A team led by Naomi Castellan of Alder State University began mapping the site in October with drones and "
    "ground-penetrating radar.",
)
RADIOCARBON = (
    "Radiocarbon dates from charred acorns suggest that",
    "Radiocarbon dates from charred acorns suggest that people lived there between about 2100 and 1800 B.C., some "
    "six centuries earlier than anywhere else in the valley.",
)
CAREER = (
    "It’s the kind of place you spend",
    "“It’s the kind of place you spend a career hoping to walk into,” Castellan says.",
)
OBSIDIAN = (
    "Her colleague Peter Yoon, who studies stone",
    "Her colleague Peter Yoon, who studies stone tools, found obsidian from a source 240 kilometers away, "
    "evidence, he argues, of long-distance trade.",
)
DOUBT = (
    "Helen Marchetti, an archaeologist at the University",
    "Helen Marchetti, an archaeologist at the University of Turin who was not involved in the work, says the "
    "acorns could have been old when they were burned.",
)
BONE = (
    "She wants to see dates from bone",
    "She wants to see dates from bone before she accepts the chronology.",
)
BEAR = (
    "The team has also uncovered a carved",
    "The team has also uncovered a carved figure of a bear, 7 centimeters tall, made of soapstone.",
)
TOY = (
    "It may have been a toy or",
    "It may have been a toy or a ritual object.",
)
NO_REMAINS = (
    "No human remains have been found",
    "No human remains have been found.",
)
LAND = (
    "The land belongs to the Tessaway Tribe",
    "The land belongs to the Tessaway Tribe, whose council approved the excavation on condition that all artifacts "
    "stay in the county.",
)
MUSEUM = (
    "The tribe’s chair, Robert Twohill, would like",
    "The tribe’s chair, Robert Twohill, would like to build a museum with a state grant of $1.2 million.",
)
PUBLISHED = (
    "The findings, published last week in the",
    "The findings, published last week in the Journal of Western Prehistory, are based on less than 5% of the site.",
)
DIGGING = (
    "Digging will resume in June, once the",
    "Digging will resume in June, once the risk of mudslides has passed.",
)
