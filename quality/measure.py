"""How good it is: every scorer of the shared corpora, one table, kept in quality/results.md.

    python quality/measure.py [--shared ../shared] [--only keys,times,…]

The corpora are other people's texts and lie beside the project, not in it; where they are missing this says so and
ends well.
"""

from __future__ import annotations

import argparse
import re
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import crossread
import results
from crossread.present.jsonfile import to_json
from event_folds import read_by_folds, score_ordinary

# Prints the figures of folds whose names were never fitted on.
NAMES = Path(__file__).parents[1] / "training" / "names" / "fit.py"
KEYED = ("seeds", "coverage/costa-rica-plane-crash", "coverage/mazar-consulate-attack")


@dataclass(frozen=True)
class Corpus:
    """A corpus with its scorer: what is read, and what the scorer is told besides the dossier."""

    name: str
    read: str
    scorer: str
    gold: str


NER = "data/ner/"
CORPORA = (
    Corpus("attributions: PolNeAR dev", "data/polnear/dev/documents", "data/polnear/score.py", "data/polnear/dev"),
    Corpus("times: dev", "data/times/dev/documents", "data/times/score.py", "data/times/dev"),
    Corpus("times: wikiwars", "data/times/wikiwars/documents", "data/times/score.py", "data/times/wikiwars"),
    Corpus("figures: newsquant", "data/figures/newsquant/documents", "data/figures/score.py", "data/figures/newsquant"),
    Corpus("figures: units", "data/figures/units/documents", "data/figures/score.py", "data/figures/units"),
    Corpus("names: CrossNER dev", NER + "crossner-politics-dev", NER + "score.py", NER + "crossner-politics-dev"),
    Corpus("names: UNER EWT dev", NER + "uner-ewt-dev", NER + "score.py", NER + "uner-ewt-dev"),
    Corpus("entities: NewsWCL50", "data/entities/newswcl50", "data/entities/score.py", "data/entities/newswcl50"),
    Corpus("lineage", "data/lineage/documents", "data/lineage/score.py", "data/lineage/documents"),
    Corpus("stories: flat coverage", "data/stories/coverage", "data/stories/score.py", "data/stories/coverage"),
)


def main() -> int:
    """Measure what is asked for; returns the exit code."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--shared", type=Path, default=Path(__file__).parents[1].parent / "shared")
    parser.add_argument("--only", default="", help="parts of names, separated by commas")
    parser.add_argument("--dry", action="store_true", help="print, and leave results.md as it is")
    arguments = parser.parse_args()
    if not (arguments.shared / "keys" / "score.py").is_file():
        print(
            f"no corpora at {arguments.shared}: nothing to measure (give their folder with --shared)", file=sys.stderr
        )
        return 0
    blocks = [
        block
        for name, run in measures(arguments.shared)
        if wanted(name, arguments.only)
        for block in [report(name, run)]
    ]
    if not arguments.dry:
        results.write_blocks("measure", dict(blocks))
    return 0


def wanted(name: str, only: str) -> bool:
    """Whether a name holds one of the parts asked for."""
    return not only or any(part in name for part in only.split(","))


def measures(shared: Path) -> list[tuple[str, Callable[[Path], str]]]:
    """Every measure by name, as a function of a folder to work in."""
    listed: list[tuple[str, Callable[[Path], str]]] = [("keys", lambda work: score_keys(shared, work))]
    listed += [(corpus.name, lambda work, corpus=corpus: score_corpus(shared, corpus, work)) for corpus in CORPORA]
    listed.append(("events: PLV, by folds", lambda work: score_events(shared, work)))
    listed.append(("events: ordinary news", lambda _work: score_ordinary(shared)))
    listed.append(("names: pairs, by folds", lambda _work: run_scorer(NAMES, str(shared / "data/names/pairs.csv"))))
    listed.append(("nli: one sentence bears out another", lambda work: score_nli(shared, work)))
    return listed


def report(name: str, run: Callable[[Path], str]) -> tuple[str, str]:
    """Run one measure, print it, and return it as a block."""
    started = time.monotonic()
    with tempfile.TemporaryDirectory() as folder:
        text = run(Path(folder)).rstrip()
    print(f"## {name} ({time.monotonic() - started:.0f} s)\n{text}\n", flush=True)
    return name, text


def dossier_of(folder: Path, out: Path) -> Path:
    """The dossier of a folder, written to a file."""
    out.write_bytes(to_json(crossread.read(folder)))
    return out


def score_keys(shared: Path, work: Path) -> str:
    """The readers' keys, pooled."""
    pairs: list[str] = []
    for place in KEYED:
        name = Path(place).name
        pairs += [str(dossier_of(shared / place, work / f"{name}.json")), str(shared / "keys" / f"{name}.yaml")]
    return run_scorer(shared / "keys" / "score.py", *pairs)


def score_corpus(shared: Path, corpus: Corpus, work: Path) -> str:
    """One corpus with its own scorer."""
    dossier = dossier_of(shared / corpus.read, work / "dossier.json")
    return run_scorer(shared / corpus.scorer, str(dossier), str(shared / corpus.gold))


def score_events(shared: Path, work: Path) -> str:
    """Events by five folds, each read by models that have not seen it."""
    dossiers = read_by_folds(shared, work)
    return run_scorer(shared / "data/events/score.py", *map(str, dossiers), str(shared / "data/events/plv"))


def score_nli(shared: Path, work: Path) -> str:
    """Whether one sentence bears out another, judged by folds (see training/comparer)."""
    recipe = Path(__file__).parents[1] / "training" / "comparer" / "train.py"
    pairs, made = shared / "data" / "nli" / "newsnli.jsonl", work / "predictions.jsonl"
    done = subprocess.run(
        [sys.executable, str(recipe), "--nli", str(pairs), "--out", str(made)],
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        return f"the recipe failed: {done.stderr.strip().splitlines()[-1]}"
    return run_scorer(shared / "data" / "nli" / "score.py", str(pairs), str(made))


def run_scorer(scorer: Path, *arguments: str) -> str:
    """What a scorer prints, without the paths of this machine."""
    done = subprocess.run([sys.executable, str(scorer), *arguments], capture_output=True, text=True, check=False)
    if done.returncode:
        return f"the scorer failed: {done.stderr.strip().splitlines()[-1]}"
    return re.sub(r"(?:/[\w.\-]+)+/", "", done.stdout)


if __name__ == "__main__":
    sys.exit(main())
