"""Stories that share words and are not copies: a careless program would count them as one."""

from __future__ import annotations

from tests.retrieval.sources.agreement import FERRY_DEAD
from tests.retrieval.sources.copies import EVACUATED, FERRY, FERRY_INDEPENDENT, FLOOD, MERGER, PRICE, QUAKE, THEFT
from tests.retrieval.sources.stories import round_up, told
from tests.retrieval.sources.table import Case, Expected

PLEDGE = (
    "“We will look under every plank and read every page of the log, and we will not be hurried by anybody,” "
    "the transport minister, Ottilie Fenn, told relatives on the quay."
)
PROMISE = (
    "“We did not buy a porridge, we bought the people who make it,” Leopold Strand said in a statement. "
    "“Nobody at the two canneries needs to fear for his place at the bench as long as I am chairman.”"
)
CREW = "“There were nine sailors in the crew, and every one of them had served for years,” Hanne Orrel said."
ABOUT_US = (
    "This newspaper has been printed in the harbour street since the days of sail and belongs to its readers. "
    "Letters to the editor reach us at the counter, by post or through the form on our pages, and we print as many "
    "as we can. Mistakes are corrected on page two as soon as we learn of them. Sign up for our morning letter, which "
    "goes out at six, and never miss a tide table, a wedding or a lost cat. Copyright remains with the authors, and "
    "nothing may be reprinted without our leave."
)
QUAKE_INDEPENDENT = told(
    "quake-meridian", "Instruments place the epicentre directly under Orrin, where shepherds live."
)
EPICENTRE = "Where was the epicentre of the Tamsar earthquake?"
LAKE = told("ferry-orlo", "Three people died when the boat sank, the police in Orlo said.")
STILL_TWO = Expected(cites=("a", "b"), sources=2, apart=("a", "b"))

NOT_COPIES = (
    Case(
        "shared quotation",
        "both reporters stood on the quay and wrote down one sentence of the minister",
        FERRY_DEAD,
        {"a": FERRY.with_last(PLEDGE), "b": FERRY_INDEPENDENT.with_last(PLEDGE)},
        STILL_TWO,
    ),
    Case(
        "shared quotation",
        "both print two sentences of the company's statement",
        PRICE,
        {
            "a": MERGER.with_last(PROMISE),
            "b": told(
                "merger-meridian", "Cordex is paying 2.5 billion dollars for Lumen Foods, all of it in cash."
            ).with_last(PROMISE),
        },
        STILL_TWO,
    ),
    Case(
        "shared quotation",
        "what answers is itself the quotation that both have",
        "How many sailors were in the crew of the Lady Corran?",
        {"a": told("ferry-coastwire", CREW), "b": told("ferry-herald", CREW)},
        STILL_TWO,
    ),
    Case(
        "round-up",
        "a round-up of a flood and a theft does not make these one story",
        EVACUATED,
        {
            "flood": FLOOD,
            "theft": THEFT,
            "week": round_up("The week in brief", "Meridian Press", "2023-09-24", FLOOD.cut(), THEFT.cut()),
        },
        Expected(cites=("flood",), sources=1, apart=("theft",)),
    ),
    Case(
        "round-up",
        "a look back at two shipwrecks holds both stories whole, and they stay two events",
        FERRY_DEAD,
        {
            "corran": FERRY,
            "orlo": LAKE,
            "look-back": round_up("Two wrecks in nine months", "Coast Wire", "2023-04-02", FERRY, LAKE),
        },
        Expected(cites=("corran",), sources=1, apart=("orlo",)),
    ),
    Case(
        "round-up",
        "a page that holds both reporters' stories does not make the two one source",
        FERRY_DEAD,
        {
            "a": FERRY,
            "b": FERRY_INDEPENDENT,
            "page": round_up("All about the sinking", "Halden Post", "2023-03-20", FERRY, FERRY_INDEPENDENT),
        },
        STILL_TWO,
    ),
    Case(
        "boilerplate",
        "what an outlet prints below every article makes no copies of them",
        FERRY_DEAD,
        {
            "a": FERRY.with_last(ABOUT_US),
            "b": told("mayor-post", "Anna Voss was elected mayor of Halden Bay.")
            .printed_by("Ellery Gazette", "2023-05-08")
            .with_last(ABOUT_US),
            "c": LAKE.printed_by("Ellery Gazette", "2022-06-11").with_last(ABOUT_US),
        },
        Expected(cites=("a",), sources=1, apart=("b", "c")),
    ),
    Case(
        "boilerplate",
        "two papers of one publisher share what stands below, and each sent a reporter",
        EPICENTRE,
        {"a": QUAKE.with_last(ABOUT_US), "b": QUAKE_INDEPENDENT.with_last(ABOUT_US)},
        STILL_TWO,
    ),
    Case(
        "boilerplate",
        "in short pieces what stands below is half of the words",
        PRICE,
        {
            "a": MERGER.cut().with_last(ABOUT_US),
            "b": told("merger-meridian", "Cordex is paying 2.5 billion dollars for Lumen Foods, all of it in cash.")
            .cut()
            .with_last(ABOUT_US),
        },
        STILL_TWO,
    ),
)
