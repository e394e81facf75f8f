"""
A reader: asks one question in a loop, as a bot does that runs for days, and writes down how each went.

    python -m tests.killing.reading DATA_DIR

prints one line of JSON for each question, `{"generation", "seconds"}` or `{"failure"}`, until it is killed.
"""

from __future__ import annotations

import json
import os
import sys
import time
from pathlib import Path

from bot.assembly import Dateline, assemble
from config.settings import load_settings
from retrieval.citing import verify
from retrieval.types import Answer, Question
from tests.killing.corpora import ANSWER, QUESTION

PAUSE_S = 0.8
"""Between two questions: two readers and a rebuild share few cores."""


def main() -> None:
    with assemble(load_settings({"data_dir": Path(sys.argv[1])})) as dateline:
        dateline.warm_up()
        while True:
            started = time.monotonic()
            generation, failure = _asked(dateline)
            seconds = round(time.monotonic() - started, 3)
            line = {"failure": failure} if failure else {"generation": generation, "seconds": seconds}
            os.write(1, (json.dumps(line) + "\n").encode())  # whole or not at all, whenever the reader is killed
            time.sleep(PAUSE_S)


def _asked(dateline: Dateline) -> tuple[str, str | None]:
    """The generation that answered, and what was wrong with its answer."""
    try:
        answer = dateline.chain.invoke(Question(QUESTION))
        return answer.index.generation, _wrong(answer, dateline)
    except Exception as exc:
        return "", f"{type(exc).__name__}: {exc}"


def _wrong(answer: Answer, dateline: Dateline) -> str | None:
    if answer.short_answer != ANSWER:
        return f"{answer.status}: {answer.short_answer}"
    if dateline.archive.fallback:
        return str(dateline.archive.fallback)
    with dateline.archive.reading() as index:
        same = index.info.generation == answer.index.generation
        for finding in verify(answer, index.article):
            # Another generation may serve by now, in which an article is another or gone; no quote becomes false.
            if finding.status == "false" or (same and finding.status != "proved"):
                return finding.message
    return None


if __name__ == "__main__":
    main()
