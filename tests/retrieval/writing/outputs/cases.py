"""All scripted outputs, kind after kind."""

from __future__ import annotations

from tests.retrieval.writing.outputs.blank import BLANK
from tests.retrieval.writing.outputs.dates import DATES
from tests.retrieval.writing.outputs.elsewhere import ELSEWHERE
from tests.retrieval.writing.outputs.fourteen_sentences import FOURTEEN_SENTENCES
from tests.retrieval.writing.outputs.halves import HALVES
from tests.retrieval.writing.outputs.halves_more import HALVES_MORE
from tests.retrieval.writing.outputs.hedges import HEDGES
from tests.retrieval.writing.outputs.hedges_more import HEDGES_MORE
from tests.retrieval.writing.outputs.languages import LANGUAGES
from tests.retrieval.writing.outputs.many_quotes import MANY_QUOTES
from tests.retrieval.writing.outputs.markers import MARKERS
from tests.retrieval.writing.outputs.markers_more import MARKERS_MORE
from tests.retrieval.writing.outputs.mixed import MIXED
from tests.retrieval.writing.outputs.mixed_more import MIXED_MORE
from tests.retrieval.writing.outputs.names import NAMES
from tests.retrieval.writing.outputs.names_more import NAMES_MORE
from tests.retrieval.writing.outputs.numbers import NUMBERS
from tests.retrieval.writing.outputs.numbers_more import NUMBERS_MORE
from tests.retrieval.writing.outputs.paraphrased import PARAPHRASED
from tests.retrieval.writing.outputs.right import RIGHT
from tests.retrieval.writing.outputs.right_fourth import RIGHT_FOURTH
from tests.retrieval.writing.outputs.right_more import RIGHT_MORE
from tests.retrieval.writing.outputs.right_third import RIGHT_THIRD
from tests.retrieval.writing.outputs.roles import ROLES
from tests.retrieval.writing.outputs.twelve_sentences import TWELVE_SENTENCES
from tests.retrieval.writing.outputs.uncited import UNCITED
from tests.retrieval.writing.outputs.unformatted import UNFORMATTED
from tests.retrieval.writing.table import Scripted

CASES: tuple[Scripted, ...] = (
    *RIGHT,
    *RIGHT_MORE,
    *RIGHT_THIRD,
    *RIGHT_FOURTH,
    *MARKERS,
    *MARKERS_MORE,
    *PARAPHRASED,
    *ELSEWHERE,
    *NUMBERS,
    *NUMBERS_MORE,
    *DATES,
    *NAMES,
    *NAMES_MORE,
    *HALVES,
    *HALVES_MORE,
    *HEDGES,
    *HEDGES_MORE,
    *ROLES,
    *UNCITED,
    *MANY_QUOTES,
    *TWELVE_SENTENCES,
    *FOURTEEN_SENTENCES,
    *LANGUAGES,
    *BLANK,
    *UNFORMATTED,
    *MIXED,
    *MIXED_MORE,
)
