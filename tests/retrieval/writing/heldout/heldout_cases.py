"""All held-out outputs: written without sight of the checker and of the outputs that it was developed on."""

from __future__ import annotations

from tests.retrieval.writing.heldout.airline_fails import AIRLINE_FAILS
from tests.retrieval.writing.heldout.airline_holds import AIRLINE_HOLDS
from tests.retrieval.writing.heldout.border_fails import BORDER_FAILS
from tests.retrieval.writing.heldout.border_holds import BORDER_HOLDS
from tests.retrieval.writing.heldout.dig_fails import DIG_FAILS
from tests.retrieval.writing.heldout.dig_holds import DIG_HOLDS
from tests.retrieval.writing.heldout.doping_fails import DOPING_FAILS
from tests.retrieval.writing.heldout.doping_holds import DOPING_HOLDS
from tests.retrieval.writing.heldout.hospital_fails import HOSPITAL_FAILS
from tests.retrieval.writing.heldout.hospital_holds import HOSPITAL_HOLDS
from tests.retrieval.writing.heldout.rates_fails import RATES_FAILS
from tests.retrieval.writing.heldout.rates_holds import RATES_HOLDS
from tests.retrieval.writing.heldout.strike_fails import STRIKE_FAILS
from tests.retrieval.writing.heldout.strike_holds import STRIKE_HOLDS
from tests.retrieval.writing.heldout.throne_fails import THRONE_FAILS
from tests.retrieval.writing.heldout.throne_holds import THRONE_HOLDS
from tests.retrieval.writing.heldout.water_fails import WATER_FAILS
from tests.retrieval.writing.heldout.water_holds import WATER_HOLDS
from tests.retrieval.writing.heldout.wildfire_fails import WILDFIRE_FAILS
from tests.retrieval.writing.heldout.wildfire_holds import WILDFIRE_HOLDS
from tests.retrieval.writing.table import Scripted

HELDOUT: tuple[Scripted, ...] = (
    *RATES_HOLDS,
    *RATES_FAILS,
    *AIRLINE_HOLDS,
    *AIRLINE_FAILS,
    *WILDFIRE_HOLDS,
    *WILDFIRE_FAILS,
    *DIG_HOLDS,
    *DIG_FAILS,
    *DOPING_HOLDS,
    *DOPING_FAILS,
    *STRIKE_HOLDS,
    *STRIKE_FAILS,
    *WATER_HOLDS,
    *WATER_FAILS,
    *HOSPITAL_HOLDS,
    *HOSPITAL_FAILS,
    *BORDER_HOLDS,
    *BORDER_FAILS,
    *THRONE_HOLDS,
    *THRONE_FAILS,
)
