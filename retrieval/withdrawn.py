"""
Which articles were taken down: a file of their ids, one a line, that every process reads and a person may edit.

    <data dir>/withdrawn

A rebuild leaves them out even while their files are still in the corpus, and an answer that cites one says so.
"""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path

from config.errors import DataFolderUnusable
from retrieval.disk import to_disk

WITHDRAWN_FILE = "withdrawn"
"""Its name in the data folder."""


class Withdrawn:
    """The list of one data folder. Only whoever holds the writer's lock may `add`."""

    def __init__(self, data_dir: Path) -> None:
        self._file = data_dir / WITHDRAWN_FILE

    def ids(self) -> frozenset[str]:
        """
        The ids that were taken down; empty when nothing ever was.

        Raises:
            DataFolderUnusable: the file cannot be read. What was taken down would be served again without it.
        """
        try:
            lines = self._file.read_text(encoding="utf-8-sig").splitlines()
        except FileNotFoundError:
            return frozenset()
        except (OSError, UnicodeDecodeError) as exc:
            raise DataFolderUnusable(f"the list of withdrawn articles {self._file} cannot be read: {exc}") from exc
        return frozenset(line.strip() for line in lines) - {""}

    def add(self, article_ids: Collection[str]) -> None:
        """Put `article_ids` on the list; on disk when this returns, in one step."""
        new = self._file.with_suffix(".new")
        with new.open("w", encoding="utf-8") as file:
            file.writelines(f"{id_}\n" for id_ in sorted(self.ids() | set(article_ids)))
        to_disk(new)
        new.replace(self._file)
        to_disk(self._file.parent)
