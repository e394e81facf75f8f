"""Articles that differ on what was asked: every side is shown, and the later first when it replaces the earlier."""

from __future__ import annotations

from tests.retrieval.sources.agreement import FERRY_DEAD
from tests.retrieval.sources.stories import told
from tests.retrieval.sources.table import Case, Difference, Expected, Side

TWELVE = "12|twelve"
NINETEEN = "19|nineteen"
YES_BY_A_NO_BY_B = Expected(differs=Difference("polarity", (Side("no", ("b",)), Side("yes", ("a",)))))

DIFFERENCES = (
    Case(
        "differ: number",
        "12 dead on the day and 19 dead two days later: the later one first",
        FERRY_DEAD,
        {
            "a": told("ferry-gazette", "Twelve people died, the harbour master said."),
            "b": told("ferry-coastwire", "The number of people who died has risen to 19, the coast guard said."),
        },
        Expected(differs=Difference("number", (Side(NINETEEN, ("b",)), Side(TWELVE, ("a",))), supersedes=True)),
    ),
    Case(
        "differ: number",
        "reports of one day differ, and neither replaces the other",
        "How many people were injured in the Kessing mill fire?",
        {
            "a": told("fire-kessing", "Five people were injured in the fire, the brigade said."),
            "b": told("fire-meridian", "Seven people were injured in the fire, the hospital said.").on("2023-01-19"),
        },
        Expected(differs=Difference("number", (Side("5|five", ("a",)), Side("7|seven", ("b",))), supersedes=False)),
    ),
    Case(
        "differ: number",
        "two sums of money for one sale",
        "How much will Cordex pay for Lumen Foods?",
        {
            "a": told("merger-ledger", "Cordex will pay $2.5 billion for Lumen Foods, it said on Thursday."),
            "b": told("merger-meridian", "Cordex will pay $3.1 billion for Lumen Foods, people close to the deal say."),
        },
        Expected(
            differs=Difference(
                "number", (Side(r"2\.5|2,?500,?000,?000", ("a",)), Side(r"3\.1|3,?100,?000,?000", ("b",)))
            )
        ),
    ),
    Case(
        "differ: number",
        "two sources against one: those that agree are one side together",
        FERRY_DEAD,
        {
            "a": told("ferry-gazette", "Twelve people died, the harbour master said."),
            "b": told("ferry-coastwire", "The number of people who died has risen to 19, the coast guard said."),
            "c": told("ferry-herald", "Nineteen people died when the ship sank, and the island knew them all."),
        },
        Expected(differs=Difference("number", (Side(NINETEEN, ("b", "c")), Side(TWELVE, ("a",))), supersedes=True)),
    ),
    Case(
        "differ: number",
        "14 are not at least 20: a bound can be wrong too",
        "How many people were injured in the Kessing mill fire?",
        {
            "a": told("fire-kessing", "At least 20 people were injured in the fire, the brigade said."),
            "b": told("fire-meridian", "Fourteen people were injured in the fire, the hospital said."),
        },
        Expected(differs=Difference("number", (Side("14|Fourteen", ("b",)), Side("20", ("a",))), supersedes=True)),
    ),
    Case(
        "differ: date",
        "an opening that is put off by two days",
        "When will the Aldermoor Bridge reopen?",
        {
            "a": told("bridge-ledger", "The Aldermoor Bridge will reopen on 12 October, the highways office said."),
            "b": told(
                "bridge-wexmere", "The Aldermoor Bridge will reopen on 14 October, the highways office now says."
            ),
        },
        Expected(
            differs=Difference(
                "date",
                (
                    Side("14 October|October 14|2023-10-14|14 Oct", ("b",)),
                    Side("12 October|October 12|2023-10-12|12 Oct", ("a",)),
                ),
                supersedes=True,
            )
        ),
    ),
    Case(
        "differ: date",
        "a weekday and a day of the month that are not the same day: the Friday after 20 April 2023 is the 21st",
        "When will Karl Denby testify?",
        {
            "a": told("trial-echo", "Denby will testify on Friday, his lawyer said."),
            "b": told("trial-courts", "Karl Denby will testify on 24 April, the court said."),
        },
        Expected(
            differs=Difference(
                "date",
                (
                    Side("24 April|April 24|2023-04-24|24 Apr", ("b",)),
                    Side("Friday|21 April|2023-04-21|21 Apr", ("a",)),
                ),
                supersedes=True,
            )
        ),
    ),
    Case(
        "differ: date",
        "two months for one festival",
        "When will the Moonfield festival be held?",
        {
            "a": told("festival-arts", "The Moonfield festival will be held in August instead."),
            "b": told("festival-vantry", "The Moonfield festival will be held in September, the hotels were told."),
        },
        Expected(differs=Difference("date", (Side("September|2023-09", ("b",)), Side("August|2023-08", ("a",))))),
    ),
    Case(
        "differ: name",
        "two winners of one election",
        "Who was elected mayor of Halden Bay?",
        {
            "a": told("mayor-post", "Anna Voss was elected mayor of Halden Bay, the town clerk said."),
            "b": told("mayor-herald", "Lena Marrick was elected mayor of Halden Bay, a recount showed."),
        },
        Expected(differs=Difference("name", (Side("Marrick", ("b",)), Side("Voss", ("a",))))),
    ),
    Case(
        "differ: name",
        "two places for one epicentre",
        "Where was the epicentre of the Tamsar earthquake?",
        {
            "a": told("quake-tamsar", "The epicentre of the earthquake was in Orrin, the Geological Institute said."),
            "b": told("quake-meridian", "The epicentre of the earthquake was in Hessel, the university said."),
        },
        Expected(differs=Difference("name", (Side("Hessel", ("b",)), Side("Orrin", ("a",))))),
    ),
    Case(
        "differ: name",
        "two people who share a first name are two",
        "Who is the new head coach of Redmere United?",
        {
            "a": told("coach-redmere", "Joe Harlan is the new head coach of Redmere United, the club said."),
            "b": told("coach-sport", "Joe Dunmore is the new head coach of Redmere United, two directors said."),
        },
        Expected(differs=Difference("name", (Side("Dunmore", ("b",)), Side("Harlan", ("a",))))),
    ),
    Case(
        "yes and no",
        "one says that the plant will close, the other that it will not",
        "Will Tarrant Motors close its Wexmere plant?",
        {
            "a": told("plant-courier", "Tarrant Motors will close its Wexmere plant."),
            "b": told("plant-ledger", "Tarrant Motors will not close its Wexmere plant."),
        },
        YES_BY_A_NO_BY_B,
    ),
    Case(
        "yes and no",
        "a denial by never, and more words behind what it denies",
        "Did Pavel Orsk meet the rebel commander?",
        {
            "a": told("talks-star", "Pavel Orsk met the rebel commander at a ford."),
            "b": told("talks-meridian", "Pavel Orsk never met the rebel commander."),
        },
        YES_BY_A_NO_BY_B,
    ),
    Case(
        "yes and no",
        "what was, and was not",
        "Was the Blue Heron insured?",
        {
            "a": told("theft-vantry", "The Blue Heron was insured."),
            "b": told("theft-arts", "The Blue Heron was not insured."),
        },
        YES_BY_A_NO_BY_B,
    ),
    Case(
        "said and denied",
        "a union says yes and a chairman says no",
        "Will Tarrant Motors close its Wexmere plant?",
        {
            "a": told("plant-courier", "Tarrant Motors will close its Wexmere plant, the union said."),
            "b": told("plant-ledger", "Tarrant Motors will not close its Wexmere plant, its chairman said."),
        },
        YES_BY_A_NO_BY_B,
    ),
    Case(
        "said and denied",
        "who says so stands in front",
        "Did Pavel Orsk meet the rebel commander?",
        {
            "a": told("talks-star", "His office said that Pavel Orsk met the rebel commander."),
            "b": told("talks-meridian", "A rebel spokesman said that Pavel Orsk did not meet the rebel commander."),
        },
        YES_BY_A_NO_BY_B,
    ),
    Case(
        "said and denied",
        "a denial without the word not",
        "Did the council open the sluice at Lindrow?",
        {
            "a": told("flood-echo", "The council opened the sluice at Lindrow, farmers said."),
            "b": told("flood-ledger", "The council denied that it had opened the sluice at Lindrow."),
        },
        YES_BY_A_NO_BY_B,
    ),
)
