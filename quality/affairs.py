"""How long linking and weighing take by themselves, step by step: piles of resampled accounts, read beforehand.

    python quality/affairs.py [--shared ../shared] [--kept FOLDER] 100 1000 10000

Prints for each size the seconds of processor that each step took, what it cost an account, and the peak memory. What
was read is kept in FOLDER, so that a second run with the same code need not read again; reading is by rules
alone, since linking costs the same whoever read. Every size is measured in a process of its own.
"""

from __future__ import annotations

import argparse
import gc
import json
import os
import pickle
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from crossread.cli.read import COLLECT_AFTER
from crossread.ingest import ingest
from crossread.link import (
    cluster_events,
    date_undated,
    describe_stories,
    find_lineage,
    group_statements,
    link_entities,
    sort_stories,
)
from crossread.pipeline import _read_all
from crossread.records import Links, Reading
from crossread.weigh import weigh
from piles import resample

Readings = tuple[Reading, ...]


def main() -> None:
    """Time each size given."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--shared", type=Path, default=Path(__file__).parents[1].parent / "shared")
    parser.add_argument("--kept", type=Path, default=Path(tempfile.gettempdir()) / "crossread-piles")
    parser.add_argument("--one", action="store_true", help="measure one size here, without a process of its own")
    parser.add_argument("sizes", type=int, nargs="+")
    arguments = parser.parse_args()
    arguments.kept.mkdir(parents=True, exist_ok=True)
    gc.set_threshold(COLLECT_AFTER)
    for size in arguments.sizes:
        kept = arguments.kept / f"{size}.pickle"
        if arguments.one:
            print(measure(pickle.loads(kept.read_bytes())), flush=True)
            continue
        if not kept.exists():
            read_pile(arguments.shared / "coverage", size, kept)
        again = [sys.executable, __file__, "--one", "--kept", str(arguments.kept), str(size)]
        subprocess.run(again, check=True)


def read_pile(folder: Path, size: int, kept: Path) -> None:
    """Read a pile of resampled accounts and keep the readings."""
    with tempfile.TemporaryDirectory() as work:
        pile = Path(work) / "pile.jsonl"
        pile.write_text("\n".join(json.dumps(account) for account in resample(folder, size)), encoding="utf-8")
        documents = ingest([pile]).documents
    readings = sorted(_read_all(documents, os.cpu_count() or 1, None), key=lambda reading: reading.document.id)
    kept.write_bytes(pickle.dumps(tuple(readings)))


def measure(readings: Readings) -> str:
    """What each step takes, the steps as `crossread.link` joins them."""
    taken: dict[str, float] = {}

    def timed(name: str, step: Callable[..., Any], *inputs: Any) -> Any:
        started = time.process_time()
        made = step(*inputs)
        taken[name] = time.process_time() - started
        return made

    lineage = timed("lineage", find_lineage, readings)
    linked, entities = timed("entities", link_entities, readings)
    partition = timed("stories", sort_stories, linked, lineage)
    dated, notices = timed("dates", date_undated, linked, partition, lineage)
    placed, stories = timed("titles", describe_stories, dated, partition, entities)
    clustered, clusters = timed("events", cluster_events, placed)
    groups = timed("statements", group_statements, clustered, clusters)
    links = Links(clustered, entities, lineage, stories, clusters, groups, tuple(notices))
    weighed = timed("weighing", weigh, links)
    total, memory = sum(taken.values()), resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    steps = "  ".join(f"{name} {seconds:.2f}" for name, seconds in taken.items())
    return (
        f"{len(readings):6} accounts  {total:8.2f} s cpu  {1000 * total / len(readings):6.1f} ms an account  "
        f"{memory:5.0f} MB  ({len(stories)} stories, {len(lineage)} copies, {len(weighed.findings)} findings)\n"
        f"       {steps}"
    )


if __name__ == "__main__":
    main()
