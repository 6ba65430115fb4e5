"""How fast it is and how much memory it takes: start-up, a handful of accounts, a pile, and how it grows.

    python quality/bench.py [--shared ../shared] [--only start,seeds,…] [--grow 100,1000]

Every figure is of a whole process, started anew, as the operating system accounts for it: seconds by the clock, seconds
of processor, peak memory of the largest process. Each command runs three times; the median is given. Bare Python is the
peer.
"""

from __future__ import annotations

import argparse
import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import results
from piles import resample

PROGRAM = [sys.executable, "-m", "crossread.cli"]
RUNS = 3
WORDS_PER_ARTICLE = 500


@dataclass(frozen=True)
class Cost:
    """What one run took: seconds by the clock, seconds of processor, peak memory in MB."""

    wall: float
    cpu: float
    memory: float


def main() -> int:
    """Time what is asked for; returns the exit code."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--shared", type=Path, default=Path(__file__).parents[1].parent / "shared")
    parser.add_argument("--only", default="", help="parts of names, separated by commas")
    parser.add_argument("--grow", default="100,1000", help="sizes of the growing piles")
    arguments = parser.parse_args()
    sizes = [int(size) for size in arguments.grow.split(",")]
    blocks = {}
    for name, run in benches(arguments.shared, sizes):
        if not arguments.only or any(part in name for part in arguments.only.split(",")):
            blocks[name] = f"{run()}\nload average before the run: {os.getloadavg()[0]:.1f}"
            print(f"## {name}\n{blocks[name]}\n", flush=True)
    results.write_blocks("bench", blocks)
    return 0


def benches(shared: Path, sizes: list[int]) -> list[tuple[str, Callable[[], str]]]:
    """Every bench by name; those that need the shared accounts are left out where these are missing."""
    example = Path(__file__).parents[1] / "examples" / "harbour"
    listed: list[tuple[str, Callable[[], str]]] = [
        ("start", start_up),
        ("example", lambda: one_folder(example)),
        ("linking", lambda: linking(sizes)),
    ]
    if not (shared / "seeds").is_dir():
        print(f"no accounts at {shared}: only start-up and the example are timed", file=sys.stderr)
        return listed
    listed += [("seeds", lambda: one_folder(shared / "seeds")), ("coverage", lambda: one_folder(shared / "coverage"))]
    listed.append(("growth", lambda: growth(shared / "coverage", sizes)))
    return [*listed, ("affairs", lambda: affairs(shared, sizes))]


def run_once(command: list[str]) -> Cost:
    """One run of a command, its output thrown away; raises where it fails."""
    started = time.perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    wall = time.perf_counter() - started
    if status:
        raise SystemExit(f"{' '.join(command)} ended with {os.waitstatus_to_exitcode(status)}")
    return Cost(wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024)


def median(command: list[str], runs: int = RUNS) -> Cost:
    """The median of several runs, figure by figure."""
    costs = [run_once(command) for _ in range(runs)]
    return Cost(*(statistics.median(getattr(c, field) for c in costs) for field in ("wall", "cpu", "memory")))


def row(name: str, cost: Cost, more: str = "") -> str:
    """A line of a table."""
    return f"{name:28} {cost.wall:8.2f} s wall {cost.cpu:8.2f} s cpu {cost.memory:7.0f} MB  {more}".rstrip()


def start_up() -> str:
    """Asking for the version, beside bare Python."""
    bare, version = median([sys.executable, "-c", "pass"]), median([*PROGRAM, "--version"])
    ratio = f"{version.wall / bare.wall:.1f} x bare Python"
    return "\n".join([row("python -c pass", bare), row("crossread --version", version, ratio)])


def one_folder(folder: Path) -> str:
    """A folder from cold: dossier and report."""
    with tempfile.TemporaryDirectory() as out:
        cost = median([*PROGRAM, "read", str(folder), "-o", out, "--quiet"])
        documents = json.loads((Path(out) / "dossier.json").read_text(encoding="utf-8"))["documents"]
    return row(folder.name, cost, rates(documents, cost))


def rates(documents: list[dict[str, str]], cost: Cost) -> str:
    """Accounts a second, as they are and as articles of 500 words."""
    words = sum(len(document["text"].split()) for document in documents)
    return (
        f"{len(documents)} accounts, {words:,} words: {len(documents) / cost.wall:.1f} accounts/s, "
        f"{words / WORDS_PER_ARTICLE / cost.wall:.1f} articles of {WORDS_PER_ARTICLE} words/s"
    )


def linking(sizes: list[int]) -> str:
    """Linking names alone, on invented accounts whose chains are ready made: 200 accounts, then each size."""
    command = [sys.executable, str(Path(__file__).with_name("linking.py")), "200", *map(str, sizes)]
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout.rstrip()


def affairs(shared: Path, sizes: list[int]) -> str:
    """Linking and weighing apart from reading, step by step, at each size."""
    script = str(Path(__file__).with_name("affairs.py"))
    command = [sys.executable, script, "--shared", str(shared), *map(str, sizes)]
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout.rstrip()


def growth(folder: Path, sizes: list[int]) -> str:
    """Resampled affairs with families of reprints (see `piles.py`), everything from cold, at each size."""
    lines = []
    for size in sizes:
        with tempfile.TemporaryDirectory() as work:
            pile, out = Path(work) / "pile.jsonl", Path(work) / "out"
            pile.write_text("\n".join(json.dumps(a) for a in resample(folder, size)), encoding="utf-8")
            cost = run_once([*PROGRAM, "read", str(pile), "-o", str(out), "--quiet"])
            lines.append(row(f"{size} accounts", cost, f"{1000 * cost.cpu / size:.1f} ms cpu an account"))
    return "\n".join(lines)


if __name__ == "__main__":
    sys.exit(main())
