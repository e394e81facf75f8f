"""One story in several articles: it counts once, and the others are named beside the one that is cited."""

from __future__ import annotations

from tests.retrieval.sources.agreement import FERRY_DEAD
from tests.retrieval.sources.differences import NINETEEN, TWELVE
from tests.retrieval.sources.stories import told
from tests.retrieval.sources.table import Case, Difference, Expected, Side

BRIDGE_OPENS = "When will the Aldermoor Bridge reopen?"
FERRY = told("ferry-gazette", "Twelve people died in the sinking, the harbour master said.")
FERRY_INDEPENDENT = told("ferry-coastwire", "The sinking killed 12 people, according to the coast guard.")
FERRY_LATER = told("ferry-coastwire", "The number of people who died has risen to 19, the coast guard said.")
QUAKE = told("quake-tamsar", "The epicentre of the earthquake lay beneath Orrin, the Geological Institute said.")
FLOOD = told("flood-echo", "Some 900 people were evacuated in Lindrow, the fire brigade said.")
EVACUATED = "How many people were evacuated in Lindrow?"
LAUNCH = told("launch-orbit", "Aster 2 was built by Halvorsen Space.")
STORM = told("storm-herald", "Some 40,000 homes lost power, the grid operator said.")
BLACKOUT = "How many homes lost power in Storm Petra?"
MERGER = told("merger-ledger", "Cordex will pay $2.5 billion for Lumen Foods, it said on Thursday.")
PRICE = "How much will Cordex pay for Lumen Foods?"
COACH = told("coach-redmere", "Joe Harlan is the new head coach of Redmere United, the club said.")
BRIDGE = told("bridge-ledger", "The Aldermoor Bridge will reopen on 12 October, the highways office said.")
THEFT = told("theft-vantry", "The Blue Heron was painted by Agnes Tolland.")
PAINTER = "Who painted the Blue Heron?"
ONE_WITH_COPY = Expected(cites=("a",), sources=1, also_in={"b": "copy"}, uncited=("b",))

COPIES = (
    Case(
        "copy: word for word",
        "another outlet prints the story the day after; the first one is cited",
        FERRY_DEAD,
        {"a": FERRY, "b": FERRY.printed_by("Northern Herald", "2023-03-15")},
        ONE_WITH_COPY,
    ),
    Case(
        "copy: word for word",
        "three outlets print one story: it is one source, and both others are named",
        "Which company built Aster 2?",
        {
            "a": LAUNCH,
            "b": LAUNCH.printed_by("Meridian Press", "2023-10-06"),
            "c": LAUNCH.printed_by("Halden Post", "2023-10-07"),
        },
        Expected(cites=("a",), sources=1, also_in={"b": "copy", "c": "copy"}, uncited=("b", "c")),
    ),
    Case(
        "copy: word for word",
        "the earliest is cited though it comes last in the archive and in the order of ids",
        "Where was the epicentre of the Tamsar earthquake?",
        {"a-reprint": QUAKE.printed_by("Coast Wire", "2023-06-05"), "z-original": QUAKE},
        Expected(cites=("z-original",), sources=1, also_in={"a-reprint": "copy"}, uncited=("a-reprint",)),
    ),
    Case(
        "copy: cut",
        "another outlet prints the first half of the story",
        EVACUATED,
        {"a": FLOOD, "b": FLOOD.cut().printed_by("Coast Wire", "2023-09-19")},
        ONE_WITH_COPY,
    ),
    Case(
        "copy: cut",
        "the short form was out first, so it is the one that is cited",
        BLACKOUT,
        {"a": STORM.cut().on("2023-11-01"), "b": STORM.printed_by("Halden Post", "2023-11-02")},
        ONE_WITH_COPY,
    ),
    Case(
        "copy: cut",
        "one outlet has the story whole and two have its first half",
        PRICE,
        {
            "a": MERGER,
            "b": MERGER.cut().printed_by("Halden Post", "2023-02-10"),
            "c": MERGER.cut().printed_by("Vantry Times", "2023-02-11"),
        },
        Expected(cites=("a",), sources=1, also_in={"b": "copy", "c": "copy"}, uncited=("b", "c")),
    ),
    Case(
        "copy: own paragraph",
        "another outlet adds what its own readers want to know at the end",
        "Who is the new head coach of Redmere United?",
        {
            "a": COACH,
            "b": COACH.printed_by("Northern Herald", "2023-06-13").with_last(
                "Harlan is known in the north from his two years at Halden Rovers, whom he took to a cup final. "
                "He still owns a cottage near the lighthouse."
            ),
        },
        ONE_WITH_COPY,
    ),
    Case(
        "copy: own paragraph",
        "another outlet puts a paragraph of its own in front",
        BRIDGE_OPENS,
        {
            "a": BRIDGE,
            "b": BRIDGE.printed_by("Halden Post", "2023-09-28").with_first(
                "Commuters from Halden Bay, who have lost an hour each day since spring, can look forward to "
                "shorter journeys. The bus company said it would return to its old timetable."
            ),
        },
        ONE_WITH_COPY,
    ),
    Case(
        "copy: own paragraph",
        "a paragraph of its own in front and another one at the end",
        PAINTER,
        {
            "a": THEFT,
            "b": THEFT.printed_by("Merrow Messenger", "2023-08-12")
            .with_first("A second theft from a museum in a month has worried collectors in Merrow as well.")
            .with_last("The town museum in Merrow, which owns a sketch by the same hand, has doubled its guards."),
        },
        ONE_WITH_COPY,
    ),
    Case(
        "copy: headline",
        "the same words under another headline",
        FERRY_DEAD,
        {"a": FERRY, "b": FERRY.headed("Grief and questions on the quay").printed_by("Merrow Messenger", "2023-03-15")},
        ONE_WITH_COPY,
    ),
    Case(
        "copy: headline",
        "the same words without any headline",
        PRICE,
        {"a": MERGER, "b": MERGER.headed(None).printed_by("Vantry Times", "2023-02-10")},
        ONE_WITH_COPY,
    ),
    Case(
        "copy: headline",
        "two headlines on one day: either may be cited, but not both",
        EVACUATED,
        {
            "a": FLOOD,
            "b": FLOOD.headed("Boats in the market square").printed_by("Coast Wire", "2023-09-18"),
        },
        Expected(sources=1, one_of=("a", "b")),
    ),
    Case(
        "updates",
        "the number was corrected in place: the newest state is cited, and the old number is no other source",
        FERRY_DEAD,
        {
            "first": FERRY,
            "update": told("ferry-gazette", "Nineteen people died in the sinking, the harbour master said.").on(
                "2023-03-15"
            ),
        },
        Expected(cites=("update",), sources=1, also_in={"first": "version"}, uncited=("first",)),
    ),
    Case(
        "updates",
        "a paragraph came later and the answer stayed: the earliest is cited",
        BLACKOUT,
        {
            "first": STORM,
            "update": STORM.on("2023-11-03").with_last(
                "By Friday morning the coast road was open to buses again. The harbour at Ellery stayed shut."
            ),
        },
        Expected(cites=("first",), sources=1, also_in={"update": None}, uncited=("update",)),
    ),
    Case(
        "updates",
        "three states of one story are one source, the newest cited",
        BRIDGE_OPENS,
        {
            "one": BRIDGE,
            "two": told(
                "bridge-ledger", "The Aldermoor Bridge will reopen on 14 October, the highways office said."
            ).on("2023-09-30"),
            "three": told(
                "bridge-ledger", "The Aldermoor Bridge will reopen on 3 November, the highways office said."
            ).on("2023-10-09"),
        },
        Expected(cites=("three",), sources=1, also_in={"one": "version", "two": "version"}, uncited=("one", "two")),
    ),
    Case(
        "updates",
        "the agency's new state is printed by another outlet: it is still the same story, and the newest state counts",
        BLACKOUT,
        {
            "a": STORM,
            "b": told("storm-herald", "Some 55,000 homes lost power, the grid operator said.").printed_by(
                "Halden Post", "2023-11-03"
            ),
        },
        Expected(cites=("b",), sources=1, also_in={"a": "version"}, uncited=("a",)),
    ),
    Case(
        "two links",
        "the parameters of a newsletter do not make another article",
        FERRY_DEAD,
        {"a": FERRY, "b": FERRY.linked(f"{FERRY.url}?utm_source=newsletter&utm_campaign=evening")},
        Expected(sources=1, one_of=("a", "b")),
    ),
    Case(
        "two links",
        "http and https are one address, and what changed there is a newer state of one story",
        "Who is the new head coach of Redmere United?",
        {
            "a": COACH.linked(COACH.url.replace("https:", "http:")),
            "b": told("coach-redmere", "Rafe Dunmore is the new head coach of Redmere United, the club said.").on(
                "2023-06-13"
            ),
        },
        Expected(cites=("b",), sources=1, also_in={"a": "version"}, uncited=("a",)),
    ),
    Case(
        "two links",
        "a slash at the end does not make another article",
        "Which company built Aster 2?",
        {"a": LAUNCH, "b": LAUNCH.linked(LAUNCH.url + "/")},
        Expected(sources=1, one_of=("a", "b")),
    ),
    Case(
        "two links",
        "the page for telephones, which is shorter, is the same article",
        EVACUATED,
        {"a": FLOOD, "b": FLOOD.cut().linked(FLOOD.url + "/amp")},
        Expected(sources=1, one_of=("a", "b")),
    ),
    Case(
        "copy and independent",
        "a story, its copy and another reporter's story are two sources",
        FERRY_DEAD,
        {"a": FERRY, "b": FERRY.printed_by("Northern Herald", "2023-03-15"), "c": FERRY_INDEPENDENT},
        Expected(cites=("a", "c"), sources=2, also_in={"b": "copy"}, apart=("a", "c"), uncited=("b",)),
    ),
    Case(
        "copy and independent",
        "two stories with a copy each are two sources",
        PAINTER,
        {
            "a": THEFT,
            "a2": THEFT.printed_by("Northern Herald", "2023-08-12"),
            "b": told("theft-arts", "The picture of the blue heron was painted by Agnes Tolland in her last winter."),
            "b2": told(
                "theft-arts", "The picture of the blue heron was painted by Agnes Tolland in her last winter."
            ).printed_by("Halden Post", "2023-08-16"),
        },
        Expected(
            cites=("a", "b"), sources=2, also_in={"a2": "copy", "b2": "copy"}, apart=("a", "b"), uncited=("a2", "b2")
        ),
    ),
    Case(
        "copy and independent",
        "three copies of the old number do not outweigh the new one, and are one voice on their side",
        FERRY_DEAD,
        {
            "a": FERRY,
            "a2": FERRY.printed_by("Northern Herald", "2023-03-15"),
            "a3": FERRY.printed_by("Halden Post", "2023-03-15"),
            "b": FERRY_LATER,
        },
        Expected(
            differs=Difference("number", (Side(NINETEEN, ("b",)), Side(TWELVE, ("a",))), supersedes=True),
            also_in={"a2": "copy", "a3": "copy"},
            uncited=("a2", "a3"),
            sources=1,
        ),
    ),
)
