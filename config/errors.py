"""
Every failure that Dateline names, as one tree.

    DatelineError                      one `except` at each edge
    ├── SettingsError                  DataFolderUnusable · raised before anything is built
    ├── UsageError                     the question or an option cannot be used as given
    ├── AnswerFormatError              a saved answer cannot be read
    ├── DefectError                    a fault of Dateline itself
    ├── ConversationsUnusable          what the Discord bot keeps cannot be read or kept
    ├── CorpusError                    ArticleFormatError · EmptyCorpusError · UnknownArticle
    ├── ServiceError                   ModelUnavailable · DiscordUnreachable · ServiceTimeout · ServiceUnreachable ·
    │                                  ServiceRefused · ServiceUnreadable · ServiceRested · TokensSpent
    └── IndexStateError                IndexMissing · IndexMismatch · IndexNewer · IndexBusy · IndexDamaged ·
        │                              IndexFellBack · IndexStale · IndexShrinks · NothingToRollBack ·
        │                              PurgeUnfinished · DiskFull · DiskShort
        └── IndexDamaged               IndexOlder

"Not in the archive" is not here: it is an `Answer`, so it can never be mistaken for a search that broke.
`bot/failures.py` holds the next step and the exit code of each class; this module imports nothing of Dateline.
"""

from __future__ import annotations

from datetime import date
from pathlib import Path


class DatelineError(Exception):
    """The root. Its text is one sentence that a person understands."""

    retryable = False


class SettingsError(DatelineError):
    """A setting is unknown, of the wrong type or out of range."""


class DataFolderUnusable(SettingsError):
    """The data folder, or a file that must be read there, cannot be read or written."""


class UsageError(DatelineError):
    """What was asked cannot be used as given: an empty question, a window that ends before it starts."""


class AnswerFormatError(DatelineError):
    """A file that should hold saved answers cannot be read, or holds something else."""


class DefectError(DatelineError):
    """A fault of Dateline itself, told to a person; the traceback is in the file that the message names."""


class ConversationsUnusable(DatelineError):
    """What the Discord bot keeps, or the key to it, cannot be read or kept."""


class CorpusError(DatelineError):
    """The articles that were to be read cannot be."""


class ArticleFormatError(CorpusError):
    """
    One file or record cannot be read as an article.

    `line` counts from 1 and is None where the whole file is meant.
    """

    def __init__(self, path: Path, line: int | None, reason: str) -> None:
        self.path, self.line, self.reason = path, line, reason
        where = f"{path}:{line}" if line else f"{path}"
        super().__init__(f"{where}: {reason}")


class EmptyCorpusError(CorpusError):
    """No article at all was found under `path`."""

    def __init__(self, path: Path, why: str = "holds no article that can be read") -> None:
        self.path = path
        super().__init__(f"{path} {why}")


class UnknownArticle(CorpusError):
    """The served generation holds no article with this id."""

    def __init__(self, article_id: str) -> None:
        self.article_id = article_id
        super().__init__(f"the archive holds no article with the id {article_id!r}")


class IndexStateError(DatelineError):
    """The index on disk is not in a state that can serve."""


class IndexMissing(IndexStateError):
    """No generation has been published in `data_dir` yet."""

    def __init__(self, data_dir: Path) -> None:
        self.data_dir = data_dir
        super().__init__(f"no index has been built in {data_dir} yet")


class IndexMismatch(IndexStateError):
    """The generation was built by something else than what would read it now."""

    def __init__(self, what: str, built_with: str, asked_for: str) -> None:
        self.what, self.built_with, self.asked_for = what, built_with, asked_for
        super().__init__(f"the index was built with {what} {built_with}, but {asked_for} is set now")


class IndexNewer(IndexStateError):
    """A later version of Dateline wrote the generation; this one must not guess what is in it."""

    def __init__(self, generation: str) -> None:
        self.generation = generation
        super().__init__(f"generation {generation} was written by a newer version of Dateline")


class IndexBusy(IndexStateError):
    """Another process is rebuilding. `holder` says who, as that process wrote it down."""

    retryable = True

    def __init__(self, holder: str) -> None:
        self.holder = holder
        super().__init__(f"another rebuild is running ({holder})")


class IndexDamaged(IndexStateError):
    """A generation misses a part or its parts disagree; `generation` is None where not even its name is known."""

    def __init__(self, generation: str | None, reason: str) -> None:
        self.generation, self.reason = generation, reason
        super().__init__(f"{f'generation {generation}' if generation else 'the index'} is damaged: {reason}")


class IndexOlder(IndexDamaged):
    """An earlier version of Dateline wrote the generation, in a layout that is not read any more."""

    def __init__(self, generation: str) -> None:
        super().__init__(generation, "an older version of Dateline wrote it")
        self.args = (f"generation {generation} was written by an older version of Dateline",)


class IndexFellBack(IndexStateError):
    """The generation that should serve is damaged, and an earlier one answers; `built` says from when that one is."""

    def __init__(self, damage: IndexDamaged, serving: str, built: str) -> None:
        self.damage, self.serving = damage, serving
        super().__init__(f"{damage}; until the next rebuild, generation {serving} of {built} answers")


class IndexStale(IndexStateError):
    """No article is as new as the setting `index.stale_after` wants it; `age` and `stale_after` are days."""

    def __init__(self, newest: date, age: int, stale_after: int) -> None:
        self.newest, self.age, self.stale_after = newest, age, stale_after
        super().__init__(
            f"the newest article is of {newest}, {age:,} days ago; the setting `index.stale_after` is {stale_after:,}"
        )


class NothingToRollBack(IndexStateError):
    """There is no generation to go back to, or none that may be served again."""

    def __init__(self, why: str) -> None:
        super().__init__(f"there is no generation to go back to: {why}")


class IndexShrinks(IndexStateError):
    """A rebuild would remove more than half of the articles that are served now. Counts are articles."""

    def __init__(self, served: int, would_remove: int) -> None:
        self.served, self.would_remove = served, would_remove
        super().__init__(f"this rebuild would remove {would_remove} of the {served} articles that are served now")


class PurgeUnfinished(IndexStateError):
    """Generations on disk still hold articles that were taken down. Counts are generations."""

    def __init__(self, generations: int) -> None:
        self.generations = generations
        super().__init__(f"withdrawn articles are still in {generations} of the generations on disk")


class DiskFull(IndexStateError):
    """There is no room left for what was to be written. `free` are bytes."""

    def __init__(self, folder: Path, free: int) -> None:
        self.folder, self.free = folder, free
        super().__init__(f"the disk of {folder} is full ({free / 1e6:,.0f} MB are free); what is served is untouched")


class DiskShort(IndexStateError):
    """There is less room than one more generation can take. `free` and `needed` are bytes."""

    def __init__(self, folder: Path, free: int, needed: int) -> None:
        self.folder, self.free, self.needed = folder, free, needed
        super().__init__(
            f"the disk of {folder} has {free / 1e6:,.0f} MB left, and a rebuild can take {needed / 1e6:,.0f} MB"
        )


class ServiceError(DatelineError):
    """Something outside Dateline did not do its part."""

    def __init__(self, service: str, reason: str) -> None:
        self.service, self.reason = service, reason
        super().__init__(f"{service}: {reason}")


class ModelUnavailable(ServiceError):
    """A model could not be found, loaded or exported."""


class DiscordUnreachable(ServiceError):
    """Discord cannot be reached, or has closed the connection for good."""

    retryable = True


class ServiceTimeout(ServiceError):
    """No whole answer came within the time that a person waits."""

    retryable = True


class ServiceUnreachable(ServiceError):
    """Nobody answers there, or only to say that there is too much to do. `retry_after_s` is what it asks for."""

    retryable = True

    def __init__(self, service: str, reason: str, retry_after_s: float | None = None) -> None:
        self.retry_after_s = retry_after_s
        super().__init__(service, reason)


class ServiceRefused(ServiceError):
    """It does not do what was asked: the key, the model's name or the request is wrong, or it will not answer."""


class ServiceUnreadable(ServiceError):
    """It answered with what cannot be read."""


class ServiceRested(ServiceError):
    """It failed again and again, and is left alone for a while."""


class TokensSpent(ServiceError):
    """The tokens that may be used in a day are used up."""
