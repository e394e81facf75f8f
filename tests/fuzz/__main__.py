"""
Thousands of damaged archives, each read and cut, every hundredth served: `python -m tests.fuzz [--cases N] [--seed N]`.

Prints what was read and what was said of it; exit code 1 when a claim failed, with the seeds that show it again.
"""

from __future__ import annotations

import argparse
import re
import sys
import tempfile
import time
import traceback
from collections import Counter
from pathlib import Path

from retrieval.generations import Generations
from tests.fuzz.claims import check_reading, check_rebuild, good_articles

EVERY = 100
"""One case in so many goes through a whole rebuild."""
SHOWN_FAILURES = 5
_VARIABLE = re.compile(r"“.*?”|\b0x\w\w|(?<![-\w])\d[\d,]*|(?<= )/\S+|\(at .*?\)")


def main() -> int:
    options = argparse.ArgumentParser(prog="python -m tests.fuzz")
    options.add_argument("--cases", type=int, default=5000)
    options.add_argument("--seed", type=int, default=0, help="of the first case; the next ones follow it")
    asked = options.parse_args()
    started = time.monotonic()
    reasons: Counter[str] = Counter()
    failed: list[int] = []
    articles = rebuilt = 0
    slowest, slowest_seed = 0.0, asked.seed
    with tempfile.TemporaryDirectory(prefix="dateline-fuzz-") as name:
        work = Path(name)
        (work / "good").mkdir()
        good = good_articles(work / "good")
        for seed in range(asked.seed, asked.seed + asked.cases):
            with tempfile.TemporaryDirectory(dir=work) as folder:
                try:
                    outcome = check_reading(Path(folder), seed, good)
                    if (seed - asked.seed) % EVERY == 0:
                        check_rebuild(Path(folder), outcome, Generations(work / "data"))
                        rebuilt += 1
                except Exception:
                    failed.append(seed)
                    if len(failed) <= SHOWN_FAILURES:
                        print(f"seed {seed}:\n{traceback.format_exc()}", file=sys.stderr)
                    continue
            articles += len(outcome.articles)
            reasons.update(_VARIABLE.sub("…", problem.reason) for problem in outcome.problems)
            slowest, slowest_seed = max((slowest, slowest_seed), (outcome.seconds, seed))
    print(f"{asked.cases:,} cases from seed {asked.seed}, {rebuilt} of them through a rebuild")
    print(f"{articles:,} articles, {sum(reasons.values()):,} problems of {len(reasons)} kinds:")
    for reason, count in reasons.most_common():
        print(f"{count:8,}  {reason}")
    print(f"{time.monotonic() - started:.0f} s; the slowest case, seed {slowest_seed}, took {slowest:.1f} s")
    print(f"{len(failed)} failed" + (f": seeds {', '.join(map(str, failed[:50]))}" if failed else ""))
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
