"""
Commands killed at random moments while two readers ask: `python -m tests.killing [--moments 200] [--seed N]`.

Prints what was killed where and what the readers saw; exit code 1 when a question failed or a claim did not hold.
"""

from __future__ import annotations

import argparse
import statistics
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path

from retrieval.exporting import PACKAGED_MODEL, exported
from tests.killing.corpora import Corpora
from tests.killing.moments import Stage
from tests.killing.trial import KINDS, READERS, Asked, Moment, Trial

TELL_EVERY = 10
"""Moments between two lines of progress, on standard error."""


def main() -> int:
    options = argparse.ArgumentParser(prog="python -m tests.killing")
    options.add_argument("--moments", type=int, default=200)
    options.add_argument("--seed", type=int, default=0)
    options.add_argument("--archive", type=Path, metavar="FILE", help="articles beside those made of the shipped ones")
    asked = options.parse_args()
    started = time.monotonic()
    corpora = Corpora(asked.archive)
    moments: list[Moment] = []
    with tempfile.TemporaryDirectory(prefix="dateline-killing-") as name:
        exported(PACKAGED_MODEL, "fp32", Path(name) / "models")
        with Trial(Path(name), Path(name) / "models", corpora) as trial:
            for moment in trial.moments(asked.moments, asked.seed):
                moments.append(moment)
                if moment.failure:
                    print(f"moment {moment.number}, {moment.kind}, {moment.stage.name}: {moment.failure}", flush=True)
                if len(moments) % TELL_EVERY == 0:
                    print(f"{len(moments)} moments, {time.monotonic() - started:.0f} s", file=sys.stderr, flush=True)
            readers = trial.asked()
            ended = trial.ended_by_themselves
    print(f"{len(moments)} kills, seed {asked.seed}, {len(corpora)} articles; {ended} commands had ended before theirs")
    print(table(moments))
    print(told(readers))
    failed = sum(moment.failure is not None for moment in moments)
    print(f"{failed} moments failed; {time.monotonic() - started:.0f} s")
    return 1 if failed or readers.failures or len(moments) < asked.moments else 0


def table(moments: list[Moment]) -> str:
    """How many commands of each kind were killed in which stage."""
    counts = Counter((moment.stage, moment.kind) for moment in moments)
    lines = [f"{'':12}" + "".join(f"{kind:>17}" for kind in KINDS)]
    lines += [f"{stage.name.lower():12}" + "".join(f"{counts[stage, kind]:17}" for kind in KINDS) for stage in Stage]
    return "\n".join(lines)


def told(asked: Asked) -> str:
    """What the readers did."""
    seconds = asked.seconds or [0.0]
    return (
        f"{READERS} readers asked {len(asked.seconds) + len(asked.failures):,} questions of "
        f"{len(asked.generations)} generations: {len(asked.failures)} failed, the median took "
        f"{statistics.median(seconds):.2f} s, the slowest {max(seconds):.2f} s"
    )


if __name__ == "__main__":
    sys.exit(main())
