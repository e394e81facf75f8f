"""The commands: call, print, exit. No decision about a question is made here."""

from __future__ import annotations

import io
import sys
from collections.abc import Callable
from contextlib import nullcontext
from importlib import metadata
from pathlib import Path
from typing import Annotated

import typer

from bot import failures
from bot.assembly import Dateline
from bot.opening import given, open_dateline, purge_aloud, ready, rebuild_aloud
from bot.terminal import at_the_edge, print_json, say, show
from config.errors import UsageError
from corpus.types import Span
from retrieval.types import Answer, Filters, Json, Question, Turn

app = typer.Typer(
    name="dateline",
    help="Ask an archive of news articles; every sentence of an answer is proved by a quote.",
    epilog='Example: dateline ask "Who is the Kremlin\'s envoy to Afghanistan?"',
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)

AsJson = Annotated[bool, typer.Option("--json", help="Print one JSON object and nothing else.")]
Lines = Annotated[
    str | None, typer.Option("--jsonl", metavar="FILE", help="One JSON object a line, in and out; - is standard input.")
]
Since = Annotated[str | None, typer.Option(metavar="DAY", help="Only articles from YYYY[-MM[-DD]] on, inclusive.")]
Until = Annotated[str | None, typer.Option(metavar="DAY", help="Only articles up to YYYY[-MM[-DD]], inclusive.")]
AsOf = Annotated[
    str | None,
    typer.Option("--as-of", metavar="DAY", help="As if nothing had been published after YYYY[-MM[-DD]]."),
]
Outlet = Annotated[str | None, typer.Option(metavar="NAME", help="Only articles of this outlet.")]
Hits = Annotated[int, typer.Option("-k", min=1, max=1000, help="How many passages.")]


def _version(wanted: bool) -> None:
    if wanted:
        show(f"dateline {metadata.version('dateline')}")
        raise typer.Exit


@app.callback()
def _options(
    config: Annotated[Path | None, typer.Option(metavar="FILE", help="A settings file.")] = None,
    data_dir: Annotated[Path | None, typer.Option(metavar="DIR", help="Where the index lives.")] = None,
    version: Annotated[bool, typer.Option("--version", is_eager=True, callback=_version, help="Say which.")] = False,
) -> None:
    given.config, given.data_dir = config, data_dir


def main() -> None:
    """The entry point of `dateline`."""
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(errors="replace")  # a terminal without curly quotes still shows the answer
    sys.exit(run(sys.argv[1:]))


def run(arguments: list[str]) -> int:
    """The exit code of the command line `arguments`."""
    options = arguments[: arguments.index("--")] if "--" in arguments else arguments
    as_json = any(option.split("=")[0] in ("--json", "--jsonl") for option in options)
    return at_the_edge(lambda: _dispatch(arguments), as_json=as_json)


def _dispatch(arguments: list[str]) -> int:
    try:
        # Without a command, typer would call its own help an error.
        code = app(arguments or ["--help"], prog_name="dateline", standalone_mode=False)
    except typer.TyperException as exc:
        # An unknown option or command, a missing argument: typer's message is good, and becomes one of ours.
        raise UsageError(exc.format_message().rstrip(".")) from exc
    if code == failures.INTERRUPTED:  # what typer makes of a Ctrl-C
        raise KeyboardInterrupt
    return code if isinstance(code, int) else 0


@app.command(epilog='Example: dateline ask "What will the G20 summit try to avoid?" --since 2021-10')
def ask(
    question: Annotated[str | None, typer.Argument(help="The question, in quotes.")] = None,
    since: Since = None,
    until: Until = None,
    as_of: AsOf = None,
    outlet: Outlet = None,
    as_json: AsJson = False,
    jsonl: Lines = None,
) -> int:
    """Answer one question, or with --jsonl many. Exit code 3: not in the archive."""
    from retrieval import questions
    from retrieval.serialise import answer_to_json

    filters = questions.filters_from(since, until, outlet, as_of)
    if (question is None) == (jsonl is None):
        raise UsageError("give one question, or --jsonl with a file of them")
    if question is not None:
        questions.checked(question)
    with ready(filters) as dateline:
        if question is None:
            return _each_line(jsonl or "", lambda row: answer_to_json(_ask_row(dateline, row, filters)))
        answer = _asking(dateline, as_json=as_json)(Question(question, (), filters))
        if as_json:
            print_json(answer_to_json(answer))
        else:
            from bot.render import render_answer

            show(render_answer(answer, dateline.opening))
        return 0 if answer.status == "answered" else failures.NOT_IN_ARCHIVE


def _asking(dateline: Dateline, *, as_json: bool = False) -> Callable[[Question], Answer]:
    """What answers a person: at a terminal, where a language model writes, with what it has written so far."""
    if as_json or dateline.author is None:
        return dateline.chain.invoke
    from bot.streaming import drafted, shows_drafts

    return drafted(dateline) if shows_drafts(dateline) else dateline.chain.invoke


def _ask_row(dateline: Dateline, row: Json, filters: Filters) -> Answer:
    from bot.batch import earlier_questions, text_of

    turns: tuple[Turn, ...] = ()
    for earlier in earlier_questions(row):
        answer = dateline.chain.invoke(Question(earlier, turns, filters))
        turns = (*turns, Turn(answer.question, answer.text, answer.resolved_question))
    return dateline.chain.invoke(Question(text_of(row, "question"), turns, filters))


@app.command()
def chat(since: Since = None, until: Until = None, as_of: AsOf = None, outlet: Outlet = None) -> int:
    """A conversation: questions that may lean on those before. /help, /sources, /quit."""
    from bot.chat import Chat
    from bot.render import render_answer, render_sources
    from retrieval import questions

    filters = questions.filters_from(since, until, outlet, as_of)
    with ready(filters) as dateline:
        return Chat(
            _asking(dateline),
            lambda answer: render_answer(answer, dateline.opening),
            lambda answer: render_sources(dateline.passages_of(answer), dateline.opening),
            filters,
            dateline.withdrawn,
        ).run(dateline.settings.data_dir / "chat_history")


@app.command(epilog='Example: dateline search "Moscow format" -k 3 --json')
def search(
    query: Annotated[str | None, typer.Argument(help="Words or a question.")] = None,
    k: Hits = 10,
    since: Since = None,
    until: Until = None,
    as_of: AsOf = None,
    outlet: Outlet = None,
    as_json: AsJson = False,
    jsonl: Lines = None,
) -> int:
    """The passages that match best, without an answer."""
    from bot.batch import text_of
    from retrieval import questions
    from retrieval.chain import undated_left_out
    from retrieval.serialise import filters_to_json, hit_to_json, index_to_json

    filters = questions.filters_from(since, until, outlet, as_of)
    if (query is None) == (jsonl is None):
        raise UsageError("give one query, or --jsonl with a file of them")
    wanted = None if query is None else questions.checked(query)
    with ready(filters) as dateline:

        def found(text: str) -> Json:
            text = questions.checked(text)
            with dateline.archive.reading() as index:
                return {
                    "query": text,
                    "hits": [hit_to_json(hit) for hit in dateline.finder.find(index, text, k, filters)],
                    "index": index_to_json(index.info),
                    "filters": filters_to_json(filters),
                    "left_out_undated": undated_left_out(filters, index),
                }

        if wanted is None:
            return _each_line(jsonl or "", lambda row: found(text_of(row, "question", "query")))
        if as_json:
            print_json(found(wanted))
        else:
            from bot.render import render_hits

            with dateline.archive.reading() as index:
                hits = dateline.finder.find(index, wanted, k, filters)
                undated = undated_left_out(filters, index)
                show(render_hits(hits, index.info, dateline.opening, filters, undated))
    return 0


@app.command(name="show", epilog="Example: dateline show 000_fb3d9519ca0be116 --at 352:570")
def show_article(
    article_id: Annotated[str, typer.Argument(help="As `ask` and `search` print it.")],
    at: Annotated[str | None, typer.Option(metavar="START:END", help="Characters to highlight.")] = None,
    as_json: AsJson = False,
) -> int:
    """A whole article, with a quote highlighted."""
    from bot.render import render_article
    from retrieval.serialise import article_to_json

    with ready(warm=False) as dateline:
        article = dateline.article(article_id)
        span = _span(at, len(article.text)) if at else None
        if as_json:
            print_json(article_to_json(article))
        else:
            show(render_article(article, span))
    return 0


@app.command(epilog="Example: dateline rebuild --corpus ~/articles; dateline rebuild --purge ARTICLE_ID")
def rebuild(
    article_ids: Annotated[list[str] | None, typer.Argument(metavar="[ARTICLE_ID]…", help="With --purge.")] = None,
    corpus: Annotated[Path | None, typer.Option(metavar="PATH", help="A file or folder of articles.")] = None,
    full: Annotated[bool, typer.Option("--full", help="From nothing, even what has not changed.")] = False,
    allow_shrink: Annotated[bool, typer.Option(help="Even if more than half of the articles go.")] = False,
    strict: Annotated[bool, typer.Option(help="Fail when a file or record must be skipped.")] = False,
    purge: Annotated[
        bool,
        typer.Option(
            "--purge",
            help="Take these articles down, from every generation and every stored answer; without an id, "
            "rebuild and then purge what is not in the corpus.",
        ),
    ] = False,
    as_json: AsJson = False,
) -> int:
    """Bring the index up to the corpus; questions go on being answered from the old one meanwhile."""
    ids = article_ids or []
    if ids and not purge:
        raise UsageError(f"`{ids[0]}` stands alone: --corpus names a corpus, --purge takes articles down")
    if ids and (corpus or full or allow_shrink or strict):
        raise UsageError("--purge with articles reads no corpus: give the other options to a rebuild of its own")
    with open_dateline() as dateline:
        told: Json = {} if ids else rebuild_aloud(dateline, corpus, full=full, allow_shrink=allow_shrink, strict=strict)
        if purge:
            told |= purge_aloud(dateline, ids)
    if as_json:
        print_json(told)
    return 0


@app.command()
def rollback(as_json: AsJson = False) -> int:
    """Serve the generation from before the last rebuild again; a second rollback returns."""
    from bot.render_status import rollback_lines, rollback_to_json

    with open_dateline() as dateline:
        done = dateline.rollback()
    if as_json:
        print_json(rollback_to_json(done))
    else:
        show("\n".join(rollback_lines(done)))
    return 0


@app.command()
def status(as_json: AsJson = False) -> int:
    """What is served, and whether anything is wrong; exit code 1 when something is."""
    from bot.render_status import render_status, status_to_json

    with open_dateline() as dateline:
        found = dateline.status()
    if as_json:
        print_json(status_to_json(found))
    else:
        show(render_status(found, dateline.settings.reader.min_confidence))
    return 0 if found.ok else failures.FAILED


@app.command(epilog='Example: dateline ask "…" --json > answer.json; dateline verify answer.json')
def verify(
    file: Annotated[str, typer.Argument(help="What `ask --json` or --jsonl printed; - is standard input.")],
    as_json: AsJson = False,
) -> int:
    """Prove a saved answer again, quote by quote, against the articles that are served."""
    from bot.proofs import proofs_of, proofs_to_json, render_proofs

    with ready(warm=False) as dateline:
        proofs = proofs_of(file, dateline.find_article, dateline.withdrawn())
    if as_json:
        print_json(proofs_to_json(proofs))
    else:
        show(render_proofs(proofs))
    return 0 if all(proof.holds for proof in proofs) else failures.FAILED


@app.command(name="discord", epilog="Example: DATELINE_DISCORD__TOKEN=… dateline discord")
def run_bot() -> int:
    """Run the Discord bot until it is stopped; the README tells how to set it up."""
    from bot.discord_bot.run import run_discord

    with open_dateline() as dateline:
        return run_discord(dateline)


@app.command(name="eval", epilog="Example: dateline eval questions.jsonl unanswerable.jsonl")
def evaluate(
    files: Annotated[list[Path], typer.Argument(metavar="FILE…", help="Questions with their answers, JSON lines.")],
    search_modes: Annotated[
        bool, typer.Option("--search", help="Compare dense, BM25, fused search and the reader's order instead.")
    ] = False,
    report: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Write a page with every figure and failure: report.html.")
    ] = None,
    as_json: AsJson = False,
) -> int:
    """How good the answers are: figures with 95 % bootstrap intervals, over one or several files."""
    from bot.measuring import measure_answers, measure_search
    from bot.report.file import ReportFile

    if search_modes and report:
        raise UsageError("--report is a page about answers; --search compares searches and answers nothing")
    # Asking takes minutes: whether the page can be written is found out before.
    with ReportFile(report, not_over=files) if report else nullcontext() as page, ready() as dateline:
        if search_modes:
            result, table = measure_search(dateline, files)
        else:
            result, table = measure_answers(dateline, files, page, tell_reading=as_json)
    if page:
        say(f"The report is in {page.path}.")
    if as_json:
        print_json(result)
    else:
        show(table)
    return 0


@app.command()
def feedback(as_json: AsJson = False) -> int:
    """What people in Discord said of answers, helpful or wrong, and why; the newest first."""
    from bot.discord_bot.store import CONVERSATIONS_FILE, read_feedback
    from bot.feedback import feedback_to_json, render_feedback

    found = read_feedback(open_dateline().settings.data_dir / CONVERSATIONS_FILE)
    if as_json:
        print_json(feedback_to_json(found))
    else:
        show(render_feedback(found))
    return 0


def _each_line(source: str, handle: Callable[[Json], Json]) -> int:
    from bot.batch import run_lines

    for line in run_lines(source, handle):
        print_json(line)
    return 0


def _span(at: str, length: int) -> Span:
    start, _, end = at.partition(":")
    if not (start.isdecimal() and end.isdecimal() and int(start) < int(end) <= length):
        raise UsageError(f"--at {at} is no place in this article; it has the characters 0:{length}")
    return Span(int(start), int(end))
