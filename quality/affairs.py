"""How long lineage and stories take by themselves: piles of resampled accounts, with sentences ready made.

    python quality/affairs.py [--shared ../shared] 100 1000 10000

Prints for each size the seconds of processor that each step took, what it found, and the peak memory of the process.
The piles are hard on lineage: affairs are mixed from the same sentences, so that nearly every account of one shares
passages with many others.
"""

from __future__ import annotations

import argparse
import itertools
import resource
import time
from collections import Counter
from pathlib import Path

from bench import resample
from crossread.link.lineage import find_lineage
from crossread.link.stories import describe_stories, sort_stories
from crossread.reading.layout import Layout
from crossread.records import Document, Part, Reading, digest


def main() -> None:
    """Time each size given."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--shared", type=Path, default=Path(__file__).parents[1].parent / "shared")
    parser.add_argument("sizes", type=int, nargs="+")
    arguments = parser.parse_args()
    for size in arguments.sizes:
        print(measure(pile(arguments.shared / "coverage", size)), flush=True)


def pile(folder: Path, size: int) -> tuple[Reading, ...]:
    """Accounts with their sentences and nothing else."""
    readings = []
    for number, account in enumerate(resample(folder, size)):
        title = account["title"] or "Untitled"
        text = f"{title}\n\n{account['text']}"
        key = f"{digest(text)}-{number}"
        document = Document(
            id=f"{number:06}",
            path=f"{number:06}",
            text=text,
            key=key,
            sha256=key,
            text_sha256=key,
            parts=(Part(0, len(title), "title"),),
            published=account.get("date_publish"),
        )
        readings.append(Reading(document, Layout(document).sentences))
    return tuple(readings)


def measure(readings: tuple[Reading, ...]) -> str:
    """What each step takes."""
    moments = [time.process_time()]
    lineage = find_lineage(readings)
    moments.append(time.process_time())
    partition = sort_stories(readings, lineage)
    moments.append(time.process_time())
    _, stories = describe_stories(readings, partition, ())
    moments.append(time.process_time())
    taken = [after - before for before, after in itertools.pairwise(moments)]
    kinds = ", ".join(f"{count} {kind}" for kind, count in sorted(Counter(line.kind for line in lineage).items()))
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return (
        f"{len(readings):6} accounts  lineage {taken[0]:7.2f} s cpu ({kinds})  "
        f"stories {taken[1]:6.2f} s + {taken[2]:.2f} s ({len(stories)})  {memory:.0f} MB"
    )


if __name__ == "__main__":
    main()
