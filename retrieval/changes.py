"""What a rebuild changes: which articles come, go, or are others than before."""

from __future__ import annotations

import logging
from collections.abc import Mapping
from dataclasses import dataclass

NAMED = 20
"""Articles that a line of the log names; of more, it tells how many there are."""


@dataclass(frozen=True, slots=True)
class Changes:
    """How the articles of one generation differ from those of another: ids, in their order."""

    added: tuple[str, ...]
    changed: tuple[str, ...]
    removed: tuple[str, ...]

    @classmethod
    def between(cls, old: Mapping[str, bytes], new: Mapping[str, bytes]) -> Changes:
        """The differences of two `ArticleStore.states`."""
        return cls(
            tuple(sorted(new.keys() - old.keys())),
            tuple(sorted(id_ for id_ in old.keys() & new.keys() if old[id_] != new[id_])),
            tuple(sorted(old.keys() - new.keys())),
        )

    def __bool__(self) -> bool:
        return bool(self.added or self.changed or self.removed)

    def log(self, log: logging.Logger) -> None:
        """A line for each kind of change that there is."""
        for what, ids in (("added", self.added), ("changed", self.changed), ("removed", self.removed)):
            if ids:
                more = ", …" if len(ids) > NAMED else ""
                log.info("%d %s: %s%s", len(ids), what, ", ".join(ids[:NAMED]), more)
