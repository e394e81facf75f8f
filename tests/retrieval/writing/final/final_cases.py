"""All held-out outputs of the final table: sentences of a scripted model about articles written for them."""

from __future__ import annotations

from tests.retrieval.writing.final.crash_facts import CRASH_FACTS
from tests.retrieval.writing.final.crash_sound import CRASH_SOUND
from tests.retrieval.writing.final.crash_voices import CRASH_VOICES
from tests.retrieval.writing.final.cup_facts import CUP_FACTS
from tests.retrieval.writing.final.cup_sound import CUP_SOUND
from tests.retrieval.writing.final.cup_voices import CUP_VOICES
from tests.retrieval.writing.final.heat_facts import HEAT_FACTS
from tests.retrieval.writing.final.heat_sound import HEAT_SOUND
from tests.retrieval.writing.final.heat_voices import HEAT_VOICES
from tests.retrieval.writing.final.merger_facts import MERGER_FACTS
from tests.retrieval.writing.final.merger_sound import MERGER_SOUND
from tests.retrieval.writing.final.merger_voices import MERGER_VOICES
from tests.retrieval.writing.final.quota_facts import QUOTA_FACTS
from tests.retrieval.writing.final.quota_sound import QUOTA_SOUND
from tests.retrieval.writing.final.quota_voices import QUOTA_VOICES
from tests.retrieval.writing.final.satellite_facts import SATELLITE_FACTS
from tests.retrieval.writing.final.satellite_sound import SATELLITE_SOUND
from tests.retrieval.writing.final.satellite_voices import SATELLITE_VOICES
from tests.retrieval.writing.final.strays import STRAYS
from tests.retrieval.writing.final.trial_facts import TRIAL_FACTS
from tests.retrieval.writing.final.trial_sound import TRIAL_SOUND
from tests.retrieval.writing.final.trial_voices import TRIAL_VOICES
from tests.retrieval.writing.table import Scripted

# The kind of an output is that of its sentences that do not hold, if there are any; those that hold are then "close".
FINAL: tuple[Scripted, ...] = (
    *CRASH_FACTS,
    *CRASH_VOICES,
    *CRASH_SOUND,
    *SATELLITE_FACTS,
    *SATELLITE_VOICES,
    *SATELLITE_SOUND,
    *TRIAL_VOICES,
    *TRIAL_FACTS,
    *TRIAL_SOUND,
    *MERGER_FACTS,
    *MERGER_VOICES,
    *MERGER_SOUND,
    *QUOTA_FACTS,
    *QUOTA_VOICES,
    *QUOTA_SOUND,
    *HEAT_FACTS,
    *HEAT_SOUND,
    *HEAT_VOICES,
    *CUP_FACTS,
    *CUP_SOUND,
    *CUP_VOICES,
    *STRAYS,
)
