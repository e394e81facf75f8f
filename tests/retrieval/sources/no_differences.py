"""Articles that look as if they differed and do not: a careless program would claim a difference here."""

from __future__ import annotations

from tests.retrieval.sources.agreement import FERRY_DEAD
from tests.retrieval.sources.stories import told
from tests.retrieval.sources.table import Case, Expected

NO_DIFFERENCES = (
    Case(
        "bounds that agree",
        "14 is at least 12",
        FERRY_DEAD,
        {
            "a": told("ferry-gazette", "At least 12 people died, the harbour master said."),
            "b": told("ferry-coastwire", "Fourteen people died when the ferry sank, according to the coast guard."),
        },
        Expected(),
    ),
    Case(
        "bounds that agree",
        "36 are dozens",
        "How many people were injured in the Kessing mill fire?",
        {
            "a": told("fire-kessing", "Dozens of people were injured in the fire, the brigade said."),
            "b": told("fire-meridian", "In all, 36 people were injured in the fire, the hospital said."),
        },
        Expected(),
    ),
    Case(
        "bounds that agree",
        "130 are more than 100",
        "How many houses collapsed in the Tamsar earthquake?",
        {
            "a": told("quake-tamsar", "More than 100 houses collapsed in the earthquake, the army said."),
            "b": told("quake-meridian", "A count from the air found that 130 houses collapsed in the earthquake."),
        },
        Expected(),
    ),
    Case(
        "bounds that agree",
        "39,600 are about 40,000",
        "How many homes lost power in Storm Petra?",
        {
            "a": told("storm-herald", "About 40,000 homes lost power, the grid operator said."),
            "b": told("storm-coastwire", "In total 39,600 homes lost power when Petra struck."),
        },
        Expected(),
    ),
    Case(
        "bounds that agree",
        "14 October lies in October",
        "When will the Aldermoor Bridge reopen?",
        {
            "a": told("bridge-ledger", "The Aldermoor Bridge will reopen in October, the highways office said."),
            "b": told("bridge-wexmere", "The Aldermoor Bridge will reopen on 14 October."),
        },
        Expected(),
    ),
    Case(
        "different things",
        "the dead and the injured are counted apart",
        FERRY_DEAD,
        {
            "a": told("ferry-gazette", "Twelve people died when the Lady Corran sank, the harbour master said."),
            "b": told("ferry-coastwire", "Thirty people were injured when the Lady Corran sank, the hospital said."),
        },
        Expected(cites=("a",), sources=1),
    ),
    Case(
        "different things",
        "people and houses are counted apart",
        "How many people were evacuated in Lindrow?",
        {
            "a": told("flood-echo", "Some 900 people were evacuated in Lindrow, the fire brigade said."),
            "b": told("flood-ledger", "A total of 310 houses were evacuated in Lindrow, insurers were told."),
        },
        Expected(cites=("a",), sources=1),
    ),
    Case(
        "different things",
        "the day of the verdict and the day of a witness are two days",
        "When will the verdict against Karl Denby be announced?",
        {
            "a": told("trial-echo", "The verdict against Karl Denby will be announced on 20 June."),
            "b": told("trial-courts", "The bank's accountant will testify against Karl Denby on 9 May."),
        },
        Expected(cites=("a",), sources=1),
    ),
    Case(
        "different things",
        "a mayor and her deputy are two people in two offices",
        "Who was elected mayor of Halden Bay?",
        {
            "a": told("mayor-post", "Anna Voss was elected mayor of Halden Bay, the town clerk said."),
            "b": told("mayor-herald", "Tom Aldous was elected deputy mayor of Halden Bay."),
        },
        Expected(cites=("a",), sources=1),
    ),
    Case(
        "different events",
        "another ship on another water",
        FERRY_DEAD,
        {
            "a": told("ferry-gazette", "Twelve people died when the Lady Corran sank, the harbour master said."),
            "b": told("ferry-orlo", "Three people died when the boat sank, the police in Orlo said."),
        },
        Expected(cites=("a",), sources=1),
    ),
    Case(
        "different events",
        "an earthquake of the year before in another town",
        "What was the magnitude of the Tamsar earthquake?",
        {
            "a": told("quake-tamsar", "The Tamsar earthquake had a magnitude of 6.1, the Geological Institute said."),
            "b": told("quake-velden", "The earthquake had a magnitude of 4.8, the Geological Institute said."),
        },
        Expected(cites=("a",), sources=1),
    ),
    Case(
        "different events",
        "a fire in another mill",
        "What caused the fire at the Kessing textile mill?",
        {
            "a": told("fire-kessing", "An overheated motor caused the fire at the textile mill, the brigade said."),
            "b": told("fire-tamsar", "A lightning strike caused the fire at the sawmill, the brigade said."),
        },
        Expected(cites=("a",), sources=1),
    ),
    Case(
        "nothing denied",
        "not only is no denial",
        "Will Tarrant Motors close its Wexmere plant?",
        {
            "a": told("plant-courier", "Tarrant Motors will close its Wexmere plant."),
            "b": told("plant-ledger", "Tarrant Motors will not only close its Wexmere plant but sell the foundry."),
        },
        Expected(),
    ),
    Case(
        "nothing denied",
        "no doubt is no denial",
        "Was the Blue Heron insured?",
        {
            "a": told("theft-vantry", "The Blue Heron was insured."),
            "b": told("theft-arts", "There is no doubt that the Blue Heron was insured, a broker said."),
        },
        Expected(),
    ),
    Case(
        "nothing denied",
        "what was denied is a meeting with somebody else",
        "Did Pavel Orsk meet the rebel commander?",
        {
            "a": told("talks-star", "Pavel Orsk met the rebel commander at a ford."),
            "b": told("talks-meridian", "Pavel Orsk did not meet the governor."),
        },
        Expected(cites=("a",)),
    ),
    Case(
        "nothing denied",
        "not before the winter is when, and no denial that it will be",
        "Will Tarrant Motors close its Wexmere plant?",
        {
            "a": told("plant-courier", "Tarrant Motors will close its Wexmere plant in December."),
            "b": told("plant-ledger", "Tarrant Motors will not close its Wexmere plant before the winter."),
        },
        Expected(),
    ),
)
