"""What a cold `ask` imports without a language model: these modules, and nothing of those that speak to one."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from bot.assembly import Dateline

ROOT = Path(__file__).parents[2]

OWN = frozenset(
    """
    bot bot.assembly bot.cli bot.dated_quotes bot.failures bot.opening bot.render bot.source_lines bot.terminal
    bot.wording config config.errors config.settings corpus corpus.dated_words corpus.dates corpus.sentences
    corpus.tense corpus.time_rules corpus.types retrieval retrieval.articles retrieval.chain retrieval.citing
    retrieval.conversation retrieval.copies retrieval.disk retrieval.embedding retrieval.expects
    retrieval.export_cache retrieval.exporting retrieval.followups retrieval.followups.fragments
    retrieval.followups.given_names retrieval.followups.mentions retrieval.followups.names
    retrieval.followups.phrases retrieval.followups.referring retrieval.followups.words retrieval.gazetteer
    retrieval.generations retrieval.index retrieval.json_objects retrieval.leases retrieval.lexical
    retrieval.manifest retrieval.newest retrieval.offering retrieval.pointers retrieval.questions retrieval.reader
    retrieval.reader.amounts retrieval.reader.answering retrieval.reader.claims retrieval.reader.comparing
    retrieval.reader.context retrieval.reader.encoding retrieval.reader.exporting retrieval.reader.figures
    retrieval.reader.gathering retrieval.reader.model retrieval.reader.names retrieval.reader.polarity
    retrieval.reader.ranking retrieval.reader.reading retrieval.reader.shaping retrieval.reader.signals
    retrieval.reader.spans retrieval.reader.speech retrieval.reader.tidying retrieval.reader.values
    retrieval.reader.whose_day retrieval.room retrieval.search retrieval.serialise retrieval.store retrieval.terms
    retrieval.timing retrieval.types retrieval.windows retrieval.withdrawn
    """.split()
)
"""Ours, all of them: a question pays for each."""

OTHERS = frozenset(
    """
    Stemmer annotated_doc annotated_types attr attrs certifi charset_normalizer chromadb chromadb_rust_bindings
    click cython_runtime dateutil dotenv filelock google grpc httpx idna jsonpatch jsonpointer jsonschema
    jsonschema_specifications langchain_core langsmith numpy onnxruntime opentelemetry orjson overrides packaging
    platformdirs pybase64 pydantic pydantic_core pydantic_settings pygments referencing requests requests_toolbelt
    rich rpds shellingham tenacity tokenizers typer typing_extensions typing_inspection urllib3 uuid_utils xxhash
    yaml zstandard
    """.split()
)
"""Other people's packages, as their first names; a machine may need fewer."""

ASKS = """
import sys
from bot.cli import run
assert run(["--data-dir", sys.argv[1], "ask", "Who is the Kremlin's envoy to Afghanistan?"]) == 0
print("\\n".join(sys.modules), file=sys.stderr)
"""


def test_a_cold_question_without_a_language_model_imports_what_is_listed_here(shipped: Dateline) -> None:
    done = subprocess.run(
        [sys.executable, "-c", ASKS, str(shipped.settings.data_dir)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    imported = set(done.stderr.splitlines())
    own = {name for name in imported if name.split(".")[0] in ("bot", "config", "corpus", "retrieval")}
    assert (sorted(own - OWN), sorted(OWN - own)) == ([], [])
    first_names = {name.split(".")[0] for name in imported - own}
    others = {name for name in first_names if not name.startswith("_")} - sys.stdlib_module_names
    assert sorted(others - OTHERS) == []
