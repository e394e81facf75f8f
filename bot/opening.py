"""What commands share: Dateline as the options want it, an index that is there, rebuilds that say what they do."""

from __future__ import annotations

import logging
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from bot.assembly import Dateline, assemble
from bot.terminal import say
from config.errors import IndexBusy
from config.settings import load_settings
from retrieval.types import NO_FILTERS, Filters, Json


@dataclass
class Given:
    """What the options before the command set."""

    config: Path | None = None
    data_dir: Path | None = None


given = Given()


class _Aloud(logging.Handler):
    """What Dateline logs while a question is answered, as a line for the person."""

    def emit(self, record: logging.LogRecord) -> None:
        say(f"Note: {record.getMessage()}.", "yellow")


_ALOUD = _Aloud(logging.WARNING)


def open_dateline() -> Dateline:
    """Dateline as the options before the command, the environment and the settings files want it."""
    options = {"data_dir": given.data_dir} if given.data_dir else {}
    return assemble(load_settings(options, given.config))


def ready(filters: Filters = NO_FILTERS, *, warm: bool = True) -> Dateline:
    """Dateline with an index to read: the configured corpus is built first when nothing has been built yet."""
    for name in ("dateline.index", "dateline.llm"):
        logging.getLogger(name).addHandler(_ALOUD)
    dateline = open_dateline()
    if not dateline.has_index():
        say("There is no index yet: building it.")
        try:
            rebuild_aloud(dateline)
        except IndexBusy:
            say("Another process is building it already: waiting.")
            dateline.generations.wait_for_writer()
    if warm:
        _say_when_preparing(dateline)
        dateline.warm_up()
    if filters.outlet and (near := dateline.nearest_outlet(filters.outlet)) != filters.outlet:
        say(f"No article is from {filters.outlet}." + (f" Did you mean {near}?" if near else ""), "yellow")
    return dateline


def _say_when_preparing(dateline: Dateline) -> None:
    if not dateline.model_is_ready():
        say("Preparing the models, once: this takes some seconds.")


def rebuild_aloud(
    dateline: Dateline,
    corpus: Path | None = None,
    *,
    full: bool = False,
    allow_shrink: bool = False,
    strict: bool = False,
) -> Json:
    """Build with progress and a summary on standard error; what was done, as JSON."""
    from bot.progress import RebuildProgress
    from bot.render_status import rebuild_lines, rebuild_to_json

    _say_when_preparing(dateline)
    with RebuildProgress() as progress:
        report = dateline.rebuild(progress, corpus, full=full, allow_shrink=allow_shrink, strict=strict)
    problems, summary = rebuild_lines(report)
    for line in problems:
        say(line, "yellow")
    say(summary)
    return rebuild_to_json(report)


def purge_aloud(dateline: Dateline, article_ids: Sequence[str]) -> Json:
    """Take articles down, with progress and a summary on standard error; what was done, as JSON."""
    from bot.progress import RebuildProgress
    from bot.render_status import purge_line, purge_to_json

    logging.getLogger("dateline.discord").addHandler(_ALOUD)
    with RebuildProgress() as progress:
        report, answers = dateline.purge(progress, article_ids)
    say(purge_line(report, answers))
    return purge_to_json(report, answers)
