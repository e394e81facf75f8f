"""The commands: call, print, exit. No decision about a question is made here."""

from __future__ import annotations

import io
import sys
from collections.abc import Callable
from contextlib import nullcontext
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated

import typer

from bot import failures
from bot.assembly import Dateline, assemble
from bot.terminal import at_the_edge, print_json, say, show
from config.errors import IndexBusy, UsageError
from config.settings import load_settings
from corpus.types import Span
from retrieval.types import NO_FILTERS, Answer, Filters, Json, Question, Turn

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
Outlet = Annotated[str | None, typer.Option(metavar="NAME", help="Only articles of this outlet.")]
Hits = Annotated[int, typer.Option("-k", min=1, max=1000, help="How many passages.")]


@dataclass
class _Globals:
    """What the options before the command set."""

    config: Path | None = None
    data_dir: Path | None = None


_globals = _Globals()


@app.callback()
def _options(
    config: Annotated[Path | None, typer.Option(metavar="FILE", help="A settings file.")] = None,
    data_dir: Annotated[Path | None, typer.Option(metavar="DIR", help="Where the index lives.")] = None,
) -> None:
    _globals.config, _globals.data_dir = config, data_dir


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
    return code if isinstance(code, int) else 0


@app.command(epilog='Example: dateline ask "What will the G20 summit try to avoid?" --since 2021-10')
def ask(
    question: Annotated[str | None, typer.Argument(help="The question, in quotes.")] = None,
    since: Since = None,
    until: Until = None,
    outlet: Outlet = None,
    as_json: AsJson = False,
    jsonl: Lines = None,
) -> int:
    """Answer one question, or with --jsonl many. Exit code 3: not in the archive."""
    from retrieval import questions
    from retrieval.serialise import answer_to_json

    filters = questions.filters_from(since, until, outlet)
    if (question is None) == (jsonl is None):
        raise UsageError("give one question, or --jsonl with a file of them")
    if question is not None:
        questions.checked(question)
    with _ready(filters) as dateline:
        if question is None:
            return _each_line(jsonl or "", lambda row: answer_to_json(_ask_row(dateline, row, filters)))
        answer = dateline.chain.invoke(Question(question, (), filters))
        if as_json:
            print_json(answer_to_json(answer))
        else:
            from bot.render import render_answer

            show(render_answer(answer, dateline.opening))
        return 0 if answer.status == "answered" else failures.NOT_IN_ARCHIVE


def _ask_row(dateline: Dateline, row: Json, filters: Filters) -> Answer:
    from bot.batch import earlier_questions, text_of

    turns: tuple[Turn, ...] = ()
    for earlier in earlier_questions(row):
        answer = dateline.chain.invoke(Question(earlier, turns, filters))
        turns = (*turns, Turn(answer.question, answer.text, answer.resolved_question))
    return dateline.chain.invoke(Question(text_of(row, "question"), turns, filters))


@app.command()
def chat(since: Since = None, until: Until = None, outlet: Outlet = None) -> int:
    """A conversation: questions that may lean on those before. /help, /sources, /quit."""
    from bot.chat import Chat
    from bot.render import render_answer, render_sources
    from retrieval import questions

    filters = questions.filters_from(since, until, outlet)
    with _ready(filters) as dateline:
        return Chat(
            dateline.chain.invoke,
            lambda answer: render_answer(answer, dateline.opening),
            lambda answer: render_sources(dateline.passages_of(answer), dateline.opening),
            filters,
        ).run(dateline.settings.data_dir / "chat_history")


@app.command(epilog='Example: dateline search "Moscow format" -k 3 --json')
def search(
    query: Annotated[str | None, typer.Argument(help="Words or a question.")] = None,
    k: Hits = 10,
    since: Since = None,
    until: Until = None,
    outlet: Outlet = None,
    as_json: AsJson = False,
    jsonl: Lines = None,
) -> int:
    """The passages that match best, without an answer."""
    from bot.batch import text_of
    from retrieval import questions
    from retrieval.serialise import hit_to_json, index_to_json

    filters = questions.filters_from(since, until, outlet)
    if (query is None) == (jsonl is None):
        raise UsageError("give one query, or --jsonl with a file of them")
    wanted = None if query is None else questions.checked(query)
    with _ready(filters) as dateline:

        def found(text: str) -> Json:
            text = questions.checked(text)
            with dateline.archive.reading() as index:
                hits = dateline.finder.find(index, text, k, filters)
                return {"query": text, "hits": [hit_to_json(hit) for hit in hits], "index": index_to_json(index.info)}

        if wanted is None:
            return _each_line(jsonl or "", lambda row: found(text_of(row, "question", "query")))
        if as_json:
            print_json(found(wanted))
        else:
            from bot.render import render_hits

            with dateline.archive.reading() as index:
                hits = dateline.finder.find(index, wanted, k, filters)
                show(render_hits(hits, index.info, dateline.opening))
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

    with _ready(warm=False) as dateline:
        article = dateline.article(article_id)
        span = _span(at, len(article.text)) if at else None
        if as_json:
            print_json(article_to_json(article))
        else:
            show(render_article(article, span))
    return 0


@app.command(epilog="Example: dateline rebuild --corpus ~/articles")
def rebuild(
    corpus: Annotated[Path | None, typer.Option(metavar="PATH", help="A file or folder of articles.")] = None,
    allow_shrink: Annotated[bool, typer.Option(help="Even if more than half of the articles go.")] = False,
    strict: Annotated[bool, typer.Option(help="Fail when a file or record must be skipped.")] = False,
    as_json: AsJson = False,
) -> int:
    """Build the index anew; questions go on being answered from the old one meanwhile."""
    with _open() as dateline:
        _rebuild(dateline, corpus, as_json=as_json, allow_shrink=allow_shrink, strict=strict)
    return 0


@app.command()
def status(as_json: AsJson = False) -> int:
    """What is served, and whether anything is wrong; exit code 1 when something is."""
    from bot.render_status import render_status, status_to_json

    with _open() as dateline:
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

    with _ready(warm=False) as dateline:
        proofs = proofs_of(file, dateline.find_article)
    if as_json:
        print_json(proofs_to_json(proofs))
    else:
        show(render_proofs(proofs))
    return 0 if all(proof.holds for proof in proofs) else failures.FAILED


@app.command(name="discord", epilog="Example: DATELINE_DISCORD__TOKEN=… dateline discord")
def run_bot() -> int:
    """Run the Discord bot until it is stopped; the README tells how to set it up."""
    from bot.discord_bot.run import run_discord

    with _open() as dateline:
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
    with ReportFile(report, not_over=files) if report else nullcontext() as page, _ready() as dateline:
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

    found = read_feedback(_open().settings.data_dir / CONVERSATIONS_FILE)
    if as_json:
        print_json(feedback_to_json(found))
    else:
        show(render_feedback(found))
    return 0


def _open() -> Dateline:
    options = {"data_dir": _globals.data_dir} if _globals.data_dir else {}
    return assemble(load_settings(options, _globals.config))


def _ready(filters: Filters = NO_FILTERS, *, warm: bool = True) -> Dateline:
    """Dateline with an index to read: the configured corpus is built first when nothing has been built yet."""
    dateline = _open()
    if not dateline.has_index():
        say("There is no index yet: building it.")
        try:
            _rebuild(dateline)
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


def _rebuild(
    dateline: Dateline,
    corpus: Path | None = None,
    *,
    as_json: bool = False,
    allow_shrink: bool = False,
    strict: bool = False,
) -> None:
    """Build with progress and a summary on standard error; with `as_json` the result goes to standard output."""
    from bot.progress import RebuildProgress
    from bot.render_status import rebuild_lines, rebuild_to_json

    _say_when_preparing(dateline)
    with RebuildProgress() as progress:
        report = dateline.rebuild(progress, corpus, allow_shrink=allow_shrink, strict=strict)
    problems, summary = rebuild_lines(report)
    for line in problems:
        say(line, "yellow")
    if as_json:
        print_json(rebuild_to_json(report))
    else:
        say(summary)


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
