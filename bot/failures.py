"""Error class to next step and exit code: one table for every front end. The sentence is the error's own."""

from __future__ import annotations

from typing import NamedTuple

from config import errors
from config.errors import DatelineError
from retrieval.types import Json

FAILED, WRONG_USAGE, NOT_IN_ARCHIVE, INTERRUPTED = 1, 2, 3, 130
"""Exit codes beside 0. They are a contract: other programs read them."""


class Failure(NamedTuple):
    """What a person does next, and what the process exits with."""

    next_step: str
    exit_code: int = FAILED


FAILURES: dict[type[DatelineError], Failure] = {
    errors.DatelineError: Failure("Try again; `dateline status` tells what is served."),
    errors.SettingsError: Failure("Correct the setting; config/default.toml lists them all."),
    errors.DataFolderUnusable: Failure("Let Dateline read and write it, or set another `data_dir`."),
    errors.UsageError: Failure("See `dateline --help`.", WRONG_USAGE),
    errors.AnswerFormatError: Failure("Give `verify` what `ask --json` or `ask --jsonl` printed."),
    errors.DefectError: Failure("Please report it with that file."),
    errors.ConversationsUnusable: Failure(
        "Put the right file back, or move conversations.sqlite and discord.key away to begin anew."
    ),
    errors.CorpusError: Failure("Check the corpus, then run `dateline rebuild`."),
    errors.ArticleFormatError: Failure("Correct the file, or run `dateline rebuild` without --strict to leave it out."),
    errors.EmptyCorpusError: Failure(
        "Name a folder of .txt, .md, .jsonl or .jsonl.gz: `dateline rebuild --corpus PATH`."
    ),
    errors.UnknownArticle: Failure("`dateline search` prints the ids of the articles it finds."),
    errors.IndexStateError: Failure("Run `dateline rebuild`."),
    errors.IndexMissing: Failure("Run `dateline rebuild`."),
    errors.IndexMismatch: Failure("Run `dateline rebuild`, or set back what was changed."),
    errors.IndexNewer: Failure(
        "Install that version, or run `dateline rebuild --full` to build the index anew with this one."
    ),
    errors.IndexBusy: Failure("Wait until it has ended; questions go on being answered meanwhile."),
    errors.IndexDamaged: Failure("Run `dateline rebuild`."),
    errors.IndexOlder: Failure("Run `dateline rebuild`, which builds the index anew."),
    errors.IndexFellBack: Failure("Run `dateline rebuild`."),
    errors.IndexStale: Failure("Check what brings articles into the corpus, then run `dateline rebuild`."),
    errors.NothingToRollBack: Failure("Run `dateline rebuild`; `dateline status` lists what is kept."),
    errors.IndexShrinks: Failure("Check the corpus, or run it again with --allow-shrink."),
    errors.PurgeUnfinished: Failure("Run `dateline rebuild`, which takes them out."),
    errors.DiskFull: Failure("Make room, then run it again; what was embedded so far is not embedded again."),
    errors.DiskShort: Failure("Make room, or set `data_dir` to a folder on a larger disk."),
    errors.ServiceError: Failure("Try again."),
    errors.DiscordUnreachable: Failure("Check the network, then run `dateline discord` again."),
    errors.ModelUnavailable: Failure(
        "Check the settings `embedder.model` and `reader.model`; a hub's model must be in its local cache."
    ),
    errors.ServiceTimeout: Failure("Try again, or raise `llm.timeout_s`."),
    errors.ServiceUnreachable: Failure("Try again in a while; check the network and `llm.base_url`."),
    errors.ServiceRefused: Failure("Check `llm.model`, `llm.base_url` and the key."),
    errors.ServiceUnreadable: Failure("Try again, or set another `llm.model`."),
    errors.ServiceRested: Failure("Wait: it is tried again by itself."),
    errors.TokensSpent: Failure("Wait for the next day, or raise `llm.daily_tokens`."),
}


def failure_of(error: DatelineError) -> Failure:
    """The row of the error's own class, or of the nearest class above it."""
    return next(FAILURES[class_] for class_ in type(error).__mro__ if class_ in FAILURES)


def failure_to_json(error: DatelineError) -> Json:
    """The contract's `{"error": {"type", "message", "next_step"}}`."""
    step = failure_of(error).next_step
    return {"error": {"type": type(error).__name__, "message": str(error), "next_step": step}}


def sentence(error: DatelineError) -> str:
    """What a person reads: what went wrong and the next step, on one line."""
    text = str(error)
    stop = "" if text.endswith((".", "?", "!")) else "."
    first = text.split(maxsplit=1)[0] if text else ""
    if first.strip(",;:").isalpha():  # the name of a file keeps its letters
        text = text[:1].upper() + text[1:]
    return f"{text}{stop} {failure_of(error).next_step}"
