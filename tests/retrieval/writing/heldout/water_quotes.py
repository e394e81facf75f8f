"""Passages and sentences that outputs quote, about lead in tap water: Northern Chronicle, 2023-03-09."""

from __future__ import annotations

TESTS = (
    "Tests have found lead in the drinking",
    "Tests have found lead in the drinking water of a primary school and a nursery in Wendle at up to three times "
    "the legal limit, the water company Wenwater has confirmed.",
)
SAMPLES = (
    "Samples taken at St Aldhelm's Primary on",
    "Samples taken at St Aldhelm's Primary on 27 February contained 30 micrograms of lead per litre; the limit is 10.",
)
NURSERY = (
    "At the Acorn nursery next door the",
    "At the Acorn nursery next door the figure was 18.",
)
BOTTLED = (
    "Both have been supplied with bottled water",
    "Both have been supplied with bottled water since last Friday.",
)
PIPES = (
    "Wenwater said the mains were not to",
    "Wenwater said the mains were not to blame and pointed to old pipes inside the buildings, which date from 1937.",
)
DISPUTED = (
    "The council, which owns them, disputed this",
    "The council, which owns them, disputed this.",
)
REPLACED = (
    "A spokeswoman said the pipes had been",
    "A spokeswoman said the pipes had been replaced in 2009 and that the company's works in Mill Lane in January "
    "might have disturbed deposits.",
)
LOW_RISK = (
    "Dr Anjali Rao, the county's director of",
    "Dr Anjali Rao, the county's director of public health, said the risk to any one child was low.",
)
SAFE_LEVEL = (
    "There is no safe level of lead",
    '"There is no safe level of lead, but a few weeks of exposure is unlikely to cause lasting harm," she said.',
)
BLOOD = (
    "Blood tests will be offered to 260",
    "Blood tests will be offered to 260 children from Monday.",
)
PLUMBER = (
    "The alarm was raised not by an",
    "The alarm was raised not by an inspector but by a parent, the plumber Gareth Lyle, who bought a testing kit "
    "for £22 after noticing a metallic taste.",
)
EMAIL = (
    "His first email to the company, on",
    "His first email to the company, on 6 February, went unanswered for 16 days.",
)
INVESTIGATION = (
    "The water inspectorate has opened an investigation",
    "The water inspectorate has opened an investigation and could fine the firm.",
)
FINED = (
    "It fined Wenwater £1.1m in 2020 for",
    "It fined Wenwater £1.1m in 2020 for sewage spills.",
)
HOMES = (
    "Results for a further 40 homes are",
    "Results for a further 40 homes are expected next week.",
)
TAP = (
    "Residents have been advised to run the",
    "Residents have been advised to run the tap for two minutes, but not to boil the water, which does not remove "
    "lead.",
)
