"""Articles that say the same thing, in whatever words: one answer from several sources."""

from __future__ import annotations

from tests.retrieval.sources.stories import told
from tests.retrieval.sources.table import Case, Expected

FERRY_DEAD = "How many people died when the Lady Corran sank?"
TWO_AGREE = Expected(cites=("a", "b"), sources=2)

AGREEMENT = (
    Case(
        "agree: same words",
        "two reporters who write down nearly the same sentence are still two",
        FERRY_DEAD,
        {
            "a": told("ferry-gazette", "The sinking of the Lady Corran killed 12 people, the harbour master said."),
            "b": told("ferry-coastwire", "The sinking of the Lady Corran killed 12 people, harbour officials said."),
        },
        TWO_AGREE,
    ),
    Case(
        "agree: same words",
        "one sentence that stands in two stories word for word does not make these one story",
        "Who painted the Blue Heron?",
        {
            "a": told("theft-vantry", "The Blue Heron was painted by Agnes Tolland."),
            "b": told("theft-arts", "The Blue Heron was painted by Agnes Tolland."),
        },
        TWO_AGREE,
    ),
    Case(
        "agree: same words",
        "a name that stands in the same sentence with more behind it in one of them",
        "Which company built Aster 2?",
        {
            "a": told("launch-orbit", "Aster 2 was built by Halvorsen Space."),
            "b": told("launch-ledger", "Aster 2 was built by Halvorsen Space for the weather office."),
        },
        TWO_AGREE,
    ),
    Case(
        "agree: other words",
        "two sentences with hardly a word in common give the same village",
        "Where was the epicentre of the Tamsar earthquake?",
        {
            "a": told(
                "quake-tamsar", "The epicentre of the earthquake lay beneath Orrin, the Geological Institute said."
            ),
            "b": told("quake-meridian", "Instruments place the epicentre directly under Orrin, where shepherds live."),
        },
        TWO_AGREE,
    ),
    Case(
        "agree: other words",
        "the same person named at the head of one sentence and at the end of the other",
        "Who will lead Lumen Foods after the takeover?",
        {
            "a": told("merger-ledger", "Nadia Brenn will lead Lumen Foods after the takeover, Cordex said."),
            "b": told("merger-meridian", "Once the takeover is through, Lumen Foods will be led by Nadia Brenn."),
        },
        TWO_AGREE,
    ),
    Case(
        "agree: other words",
        "active and passive, killed and died",
        "How many people died in the Kessing mill fire?",
        {
            "a": told("fire-kessing", "Six people died in the fire, a police spokesman said."),
            "b": told("fire-meridian", "The fire claimed the lives of six people, all of them from the night crew."),
        },
        TWO_AGREE,
    ),
    Case(
        "agree: numbers",
        "twelve and 12 are one number",
        FERRY_DEAD,
        {
            "a": told("ferry-gazette", "Twelve people died, the harbour master said."),
            "b": told("ferry-coastwire", "The sinking killed 12 people, according to the coast guard."),
        },
        TWO_AGREE,
    ),
    Case(
        "agree: numbers",
        "$2.5 billion and 2.5 billion dollars are one sum",
        "How much will Cordex pay for Lumen Foods?",
        {
            "a": told("merger-ledger", "Cordex will pay $2.5 billion for Lumen Foods, it said on Thursday."),
            "b": told("merger-meridian", "Cordex is paying 2.5 billion dollars for Lumen Foods, all of it in cash."),
        },
        TWO_AGREE,
    ),
    Case(
        "agree: numbers",
        "40,000 and forty thousand are one number",
        "How many homes lost power in Storm Petra?",
        {
            "a": told("storm-herald", "Some 40,000 homes lost power, the grid operator said."),
            "b": told("storm-coastwire", "Forty thousand homes lost power when Petra struck."),
        },
        TWO_AGREE,
    ),
    Case(
        "agree: numbers",
        "a dozen and 12 are one number",
        "How many pupils in Vantry have measles?",
        {
            "a": told("clinic-vantry", "A dozen pupils have measles, the health office said."),
            "b": told("clinic-meridian", "At the school in Vantry, 12 pupils have measles."),
        },
        TWO_AGREE,
    ),
    Case(
        "agree: numbers",
        "three reporters with one number are three sources",
        FERRY_DEAD,
        {
            "a": told("ferry-gazette", "Twelve people died, the harbour master said."),
            "b": told("ferry-coastwire", "The sinking killed 12 people, according to the coast guard."),
            "c": told("ferry-herald", "Twelve people from the island died when the ship sank."),
        },
        Expected(cites=("a", "b", "c"), sources=3),
    ),
    Case(
        "agree: dates",
        "Thursday in a paper of Friday 8 October 2021 is 7 October",
        "When did Pavel Orsk arrive in the Karren hills?",
        {
            "a": told("talks-meridian", "Pavel Orsk arrived in the Karren hills on Thursday."),
            "b": told("talks-star", "Orsk arrived in the Karren hills on 7 October."),
        },
        TWO_AGREE,
    ),
    Case(
        "agree: dates",
        "a weekday ahead and the day of the month are one day: the Monday after 15 November 2023 is the 20th",
        "When will the strike at Norvia Rail begin?",
        {
            "a": told("strike-ledger", "The strike will begin on Monday, the union said."),
            "b": told("strike-railnews", "The strike at Norvia Rail will begin on 20 November."),
        },
        TWO_AGREE,
    ),
    Case(
        "agree: dates",
        "a day with its year and the same day written short are one day",
        "When will the Aldermoor Bridge reopen?",
        {
            "a": told(
                "bridge-ledger", "The Aldermoor Bridge will reopen on 12 October 2023, the highways office said."
            ),
            "b": told("bridge-wexmere", "The Aldermoor Bridge will reopen on Oct. 12."),
        },
        TWO_AGREE,
    ),
    Case(
        "agree: names",
        "a full name and the surname alone are one person",
        "Who was elected mayor of Halden Bay?",
        {
            "a": told("mayor-post", "Anna Voss, a schoolteacher, was elected mayor with a majority of the votes."),
            "b": told("mayor-herald", "Voss, who had never held office, was elected mayor of Halden Bay."),
        },
        TWO_AGREE,
    ),
    Case(
        "agree: names",
        "an office in front of a name does not make it another name",
        "Who is the judge in the trial of Karl Denby?",
        {
            "a": told("trial-echo", "The judge in the trial is Martin Ohly."),
            "b": told("trial-courts", "The trial is heard by Judge Martin Ohly, who also tried the tannery case."),
        },
        TWO_AGREE,
    ),
    Case(
        "agree: names",
        "what a man was before does not make him another one",
        "Who is the new head coach of Redmere United?",
        {
            "a": told("coach-redmere", "Joe Harlan is the new head coach of Redmere United, the club said."),
            "b": told("coach-sport", "The new head coach is the former striker Joe Harlan."),
        },
        TWO_AGREE,
    ),
)
