"""
Dateline beside the framework's tutorial pipeline, in one run on one machine: `python -m tests.bench --help`.

Reads the environment as `make bench ARCHIVE=… QUESTIONS=…` passes it on.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import signal
import sys
import tempfile
from pathlib import Path
from typing import Any

from tests.bench.child import BenchError
from tests.bench.parts import ON_DEMAND, PARTS
from tests.bench.plan import Plan
from tests.bench.report import Row, table
from tests.bench.workplace import ROOT, SHIPPED, Workplace


def main() -> int:
    options = _options()
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))  # so that the temporary folder is removed then, too
    if not options.tutorial_python.exists():
        print(
            f"The tutorial's environment is missing: {options.tutorial_python}. `make bench` makes it.", file=sys.stderr
        )
        return 1
    plan = Plan(
        options.runs,
        options.warm_questions,
        options.passages,
        options.questions,
        options.index,
        tuple(sorted(options.sizes)),
    )
    rows: list[Row] = []
    machine = _machine()
    with tempfile.TemporaryDirectory(prefix="dateline-bench-") as folder:
        place = Workplace(Path(folder), options.tutorial_python, options.archive or SHIPPED, options.tutorial_archive)
        for name in options.parts:
            print(f"measuring: {name}", file=sys.stderr, flush=True)
            try:
                rows += PARTS[name](place, plan)
            except BenchError as exc:
                print(f"The part {name!r} could not be measured: {exc}", file=sys.stderr)
                return 1
    print(f"{machine['system']}, {machine['cores']} cores, Python {machine['python']}, load {machine['load']:.1f}")
    print(f"medians over {plan.runs} alternating runs; ratio: Dateline over the tutorial,")
    print("of a rebuild with one article or nothing changed over the full one, of growth over the smallest archive\n")
    print(table(rows))
    if options.json:
        told = {"machine": machine, "runs": plan.runs, "rows": [row.to_json() for row in rows]}
        options.json.write_text(json.dumps(told, indent=1) + "\n", encoding="utf-8")
    return 0


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.bench", description=(__doc__ or "").strip().splitlines()[0])
    usual = [part for part in PARTS if part not in ON_DEMAND]
    parser.add_argument(
        "--parts",
        nargs="+",
        choices=PARTS,
        default=usual,
        help=f"what to measure (default: {' '.join(usual)}); growth rebuilds archives of several sizes, with "
        "vectors from a stand-in, and takes a quarter of an hour and more",
    )
    parser.add_argument("--archive", type=_path, default=os.environ.get("ARCHIVE") or None, help="articles to rebuild")
    parser.add_argument("--questions", type=_path, default=os.environ.get("QUESTIONS") or None, help="warm questions")
    parser.add_argument(
        "--index", type=_path, default=os.environ.get("INDEX") or None, help="ask this data folder, warm"
    )
    parser.add_argument("--runs", type=int, default=5, help="repetitions of what is repeated (default: 5)")
    parser.add_argument("--warm-questions", type=int, default=200, help="at most so many questions (default: 200)")
    parser.add_argument("--passages", type=int, default=256, help="passages embedded a run (default: 256)")
    parser.add_argument(
        "--sizes",
        type=int,
        nargs="+",
        default=Plan().sizes,
        help=f"articles of the archives of growth (default: {' '.join(map(str, Plan().sizes))})",
    )
    parser.add_argument("--tutorial-archive", action="store_true", help="let the tutorial index the archive too (slow)")
    parser.add_argument(
        "--tutorial-python",
        type=lambda text: Path(text).absolute(),
        default=os.environ.get("TUTORIAL_PYTHON") or ROOT / ".venv-tutorial" / "bin" / "python",
        help="the interpreter of the tutorial's environment (default: .venv-tutorial)",
    )
    parser.add_argument("--json", type=Path, metavar="FILE", help="write the figures to FILE as well")
    return parser.parse_args()


def _path(text: str) -> Path:
    path = Path(text).resolve()
    if not path.exists():
        raise argparse.ArgumentTypeError(f"{path} does not exist")
    return path


def _machine() -> dict[str, Any]:
    """What ran this, with the load before it began: ratios bear a busy machine, the figures themselves do not."""
    return {
        "system": f"{platform.system()} {platform.machine()}",
        "cores": os.cpu_count(),
        "python": platform.python_version(),
        "load": os.getloadavg()[0],
    }


if __name__ == "__main__":
    sys.exit(main())
