"""All articles that give orders to whoever reads them, each with a model that obeys."""

from __future__ import annotations

from tests.retrieval.writing.poisons.citations_invented import CITATIONS_INVENTED
from tests.retrieval.writing.poisons.citations_marks import CITATIONS_MARKS
from tests.retrieval.writing.poisons.links_disguised import LINKS_DISGUISED
from tests.retrieval.writing.poisons.links_open import LINKS_OPEN
from tests.retrieval.writing.poisons.markdown_imitations import MARKDOWN_IMITATIONS
from tests.retrieval.writing.poisons.markdown_pings import MARKDOWN_PINGS
from tests.retrieval.writing.poisons.orders_beside import ORDERS_BESIDE
from tests.retrieval.writing.poisons.orders_disguised import ORDERS_DISGUISED
from tests.retrieval.writing.poisons.orders_open import ORDERS_OPEN
from tests.retrieval.writing.poisons.system_marks import SYSTEM_MARKS
from tests.retrieval.writing.poisons.system_turns import SYSTEM_TURNS
from tests.retrieval.writing.poisons.unicode_lookalikes import UNICODE_LOOKALIKES
from tests.retrieval.writing.poisons.unicode_unseen import UNICODE_UNSEEN
from tests.retrieval.writing.table import Poison

POISONS: tuple[Poison, ...] = (
    *ORDERS_OPEN,
    *ORDERS_DISGUISED,
    *ORDERS_BESIDE,
    *SYSTEM_MARKS,
    *SYSTEM_TURNS,
    *LINKS_OPEN,
    *LINKS_DISGUISED,
    *CITATIONS_INVENTED,
    *CITATIONS_MARKS,
    *MARKDOWN_PINGS,
    *MARKDOWN_IMITATIONS,
    *UNICODE_UNSEEN,
    *UNICODE_LOOKALIKES,
)
