"""Sentences that rest on six quotes and more."""

from __future__ import annotations

from tests.retrieval.writing.table import Claim, Scripted

MANY_QUOTES: tuple[Scripted, ...] = (
    Scripted(
        kind="too many",
        why="seven quotes, two of them invented, and so is what they say",
        asks="What is known about the strike in Calvey?",
        claims=(
            Claim(
                text=(
                    "The strike of more than 1,400 dockers is due to last 48 hours, has kept seven container "
                    "ships waiting, sent two cruise liners to Port Ammer, drew 300 people to a march and is "
                    "the longest at the port since 2014, with losses of 5 million marks a day."
                ),
                rests_on=(
                    (
                        "More than 1,400 dockers at the port",
                        "More than 1,400 dockers at the port of Calvey walked out on Thursday",
                    ),
                    ("is due to last 48 hours and", "is due to last 48 hours"),
                    (
                        "Seven container ships were lying at anchor",
                        "Seven container ships were lying at anchor outside the harbour by noon",
                    ),
                    ("were diverted to Port Ammer.", "were diverted to Port Ammer"),
                    (
                        "about 300 people took part in a",
                        "about 300 people took part in a peaceful march to the town hall",
                    ),
                    ("The last strike at the port, in 2014", "It is the longest strike at the port since 2014."),
                    ("called on both sides to return to talks", "The port is losing 5 million marks a day."),
                ),
                holds=False,
            ),
        ),
        not_found=True,
    ),
    Scripted(
        kind="too many",
        why="six real quotes that together say all of it",
        asks="What was the outcome of the Torrane election?",
        claims=(
            Claim(
                text=(
                    "Oduya had 52.3 percent of the vote with all ballots counted, the electoral commission "
                    "said, Brae won 44.1 percent, turnout was 61 percent, observers from the mainland called "
                    "the vote orderly, Oduya will be sworn in on 1 October 2024, and the Island Alliance fell "
                    "a seat short of a majority in the council."
                ),
                rests_on=(
                    (
                        "Oduya of the Island Alliance had 52.3",
                        "Oduya of the Island Alliance had 52.3 percent of the vote",
                    ),
                    ("Brae, of the Unity Party, won 44.1", "Brae, of the Unity Party, won 44.1 percent."),
                    ("Turnout was 61 percent, down from 68", "Turnout was 61 percent, down from 68 percent in 2020."),
                    (
                        "Observers from the mainland described the vote",
                        "Observers from the mainland described the vote as orderly.",
                    ),
                    ("Oduya will be sworn in on 1", "Oduya will be sworn in on 1 October."),
                    (
                        "The Island Alliance fell one seat short",
                        "The Island Alliance fell one seat short of a majority in the 25-member council",
                    ),
                ),
                holds=True,
            ),
        ),
    ),
    Scripted(
        kind="too many",
        why="eight quotes, half of them invented, and a sentence that needs those",
        asks="What do we know about the vaccine LB-14?",
        claims=(
            Claim(
                text=(
                    "The vaccine cut infections by 71 percent among 3,600 children, protects them for at "
                    "least five years, costs under four dollars a dose, was paid for by the Harmond "
                    "Foundation, is approved in Odun and will be used in ten countries by 2025."
                ),
                rests_on=(
                    (
                        "reduced infections by 71 percent in a",
                        "reduced infections by 71 percent in a trial among children",
                    ),
                    (
                        "The study involved 3,600 children aged between",
                        "The study involved 3,600 children aged between two and nine",
                    ),
                    ("we do not know how long the protection lasts", "The protection lasts for at least five years."),
                    ("a dose would cost less than four", "a dose would cost less than four dollars in poor countries"),
                    ("The trial was paid for by the", "The trial was paid for by the Harmond Foundation"),
                    ("to apply for approval in Kessara before the", "The vaccine was approved in Odun in February."),
                    ("There is no approved vaccine", "Ten countries plan to use the vaccine by 2025."),
                    ("Side effects were mostly mild, the company said", "There were no serious side effects."),
                ),
                holds=False,
            ),
        ),
        not_found=True,
    ),
    Scripted(
        kind="too many",
        why="six real quotes, none of which says the second half",
        asks="Why is the Palden dam so disputed?",
        claims=(
            Claim(
                text=(
                    "The dam, halted on Wednesday, was to supply 200,000 homes, cost Corvex 74 million "
                    "florins so far, gives work to 620 people and would have flooded a valley of otters and "
                    "orchids, which is why most people in the eight villages oppose it."
                ),
                rests_on=(
                    (
                        "The Supreme Court of Ostria on Wednesday",
                        "The Supreme Court of Ostria on Wednesday halted the construction",
                    ),
                    (
                        "The dam was to supply electricity to",
                        "The dam was to supply electricity to 200,000 homes from 2028.",
                    ),
                    (
                        "Corvex, which has spent 74 million florins",
                        "Corvex, which has spent 74 million florins on the site",
                    ),
                    ("The company employs 620 people on the", "The company employs 620 people on the project"),
                    (
                        "Critics say it would have flooded a",
                        "Critics say it would have flooded a valley where otters and rare orchids live.",
                    ),
                    ("once it has held hearings in all", "once it has held hearings in all eight villages"),
                ),
                holds=False,
            ),
        ),
        not_found=True,
    ),
)
