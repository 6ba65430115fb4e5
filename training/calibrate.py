"""Settle what the trained reader leaves open: what a border costs, how eager it is, and what its scores are worth.

    python training/calibrate.py --shared ../shared [--lean 1.2 0.6 0] [--table]

All are settled on what was kept from training (one PolNeAR article in twenty, GMB's last block) and written to the
manifest of models/reader. With --table nothing is settled: the reliability of the scores on PolNeAR's and CrossNER's
development parts is printed, for the card.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator, Sequence
from itertools import pairwise
from pathlib import Path

import numpy as np

from corpora import Marked, Text, read_crossner, read_gmb, read_polnear
from crossread.neural.encode import Encoded, encode
from crossread.neural.session import Net
from crossread.neural.tagger import ROLES, Look, Tagged, TaggedAttribution, Tagger
from prepare import GMB_HELD, POLNEAR_HELD, lay_out, pack

# What a border may cost, and what may be taken from 'outside'.
COSTS = (0.0, 0.25, 0.5, 0.75, 1.0, 1.5)
LEANS = (0.0, 0.3, 0.6, 0.9, 1.2, 1.6)
# Scores are put in so many classes of one size, and each is worth the share of its finds that are right.
CLASSES = 8


def main() -> None:
    """Settle and write, or print the table."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--shared", type=Path, default=Path("../shared"))
    parser.add_argument("--models", type=Path, default=Path("src/crossread/models"))
    parser.add_argument("--lean", type=float, nargs=3, help="leans of source, cue and content, instead of the best")
    parser.add_argument("--table", action="store_true")
    arguments = parser.parse_args()
    folder = arguments.models / "reader"
    data = arguments.shared / "data"
    tokens = data / "ner" / "tokens"
    if arguments.table:
        tagger = Tagger(Net(folder))
        articles = read_polnear(data / "polnear" / "dev")
        named = pack(read_crossner(tokens / "crossner-politics-dev.tsv"))
        print_table("attributions, PolNeAR dev", judge_attributions(tagger, articles))
        print_table("names, CrossNER politics dev", judge_names(tagger, named))
        return
    write_settings(folder, {"calibration": {what: [[0, 1], [0, 1]] for what in ("names", "attributions")}})
    articles = read_polnear(data / "polnear" / "train")[::POLNEAR_HELD]
    tagger = Tagger(Net(folder))
    settle(tagger, articles)
    if arguments.lean:
        tagger.settings["lean"] = dict(zip(ROLES, arguments.lean, strict=True))
    write_settings(folder, {what: tagger.settings[what] for what in ("change", "lean")})
    named = pack(read_gmb(tokens / "gmb.tsv.gz")[-GMB_HELD:])
    worth = {
        "attributions": fit(judge_attributions(tagger, articles)),
        "names": fit(judge_names(tagger, named)),
    }
    write_settings(folder, {"calibration": worth})


def write_settings(folder: Path, settings: dict[str, object]) -> None:
    """Put settings into the manifest, beside those it has."""
    path = folder / "manifest.json"
    manifest = json.loads(path.read_text(encoding="utf-8"))
    manifest["settings"] |= settings
    path.write_text(json.dumps(manifest, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")


Looked = list[tuple[Encoded, Look, Text]]


def settle(tagger: Tagger, articles: Sequence[Text]) -> None:
    """Try each setting's values in turn, the others as they are, and keep what serves the measure best."""
    looks: Looked = []
    for article in articles:
        encoded = encode(article.text, *lay_out(article.text)[1:], tagger.net.words.vocabulary)
        looks.append((encoded, tagger.look(encoded), article))
    best = measure(tagger, looks)
    for what, values in (("change", COSTS), ("lean", LEANS), ("change", COSTS), ("lean", LEANS)):
        for role in ROLES:
            kept = tagger.settings[what][role]
            for value in values:
                tagger.settings[what][role] = value
                score = measure(tagger, looks)
                if score > best:
                    best, kept = score, value
            tagger.settings[what][role] = kept
            print(what, role, kept, round(best, 4))


def measure(tagger: Tagger, looks: Looked) -> float:
    """Mean of the F1 of each role's characters and of linked attributions, the latter counted twice."""
    counts = {name: np.zeros(3) for name in (*ROLES, "linked")}
    for encoded, look, article in looks:
        tagged = tagger.attributions(encoded, look)
        gold = article.attributions or []
        for role in ROLES:
            mine, theirs = np.zeros(len(article.text), bool), np.zeros(len(article.text), bool)
            for made in tagged:
                part = getattr(made, role)
                for span in part if isinstance(part, tuple) else (part,) if part else ():
                    mine[span.start : span.end] = True
            for marked in gold:
                for start, end in getattr(marked, role):
                    theirs[start:end] = True
            counts[role] += [(mine & theirs).sum(), mine.sum(), theirs.sum()]
        counts["linked"] += [sum(right for _, right in judge(tagged, gold)), len(tagged), len(gold)]
    f1 = {name: 2 * hit / max(1, made + wanted) for name, (hit, made, wanted) in counts.items()}
    return float(sum(f1.values()) + f1["linked"]) / 5


Judged = list[tuple[float, bool]]


def judge_attributions(tagger: Tagger, articles: Sequence[Text]) -> Judged:
    """Each attribution's score, and whether people marked it too (content by half, source by a character)."""
    pairs = tag_all(tagger, articles)
    return [judged for article, tagged in pairs for judged in judge(tagged.attributions, article.attributions or ())]


def judge(made: Sequence[TaggedAttribution], gold: Sequence[Marked]) -> Judged:
    """Each attribution's score, and whether it is one of the marked ones, one for one."""
    free = list(gold)
    judged = []
    for one in made:
        match = next((marked for marked in free if is_same(one, marked)), None)
        if match:
            free.remove(match)
        judged.append((one.score, match is not None))
    return judged


def judge_names(tagger: Tagger, texts: Sequence[Text]) -> Judged:
    """Each name's score, and whether a name of its kind is marked there; hidden places do not count."""
    judged = []
    for text, tagged in tag_all(tagger, texts):
        for name in tagged.names:
            if any(start < name.end and name.start < end for start, end in text.hidden):
                continue
            met = [kind for start, end, kind in text.names or () if start < name.end and name.start < end]
            judged.append((name.score, name.kind in met))
    return judged


def tag_all(tagger: Tagger, texts: Sequence[Text]) -> Iterator[tuple[Text, Tagged]]:
    """Every text with what the reader marks in it."""
    for text in texts:
        yield text, tagger.tag(text.text, *lay_out(text.text)[1:])


def is_same(made: TaggedAttribution, gold: Marked) -> bool:
    """Whether two attributions share half their contents and a part of their sources."""
    mine = [(span.start, span.end) for span in made.content]
    shared = sum(max(0, min(a[1], b[1]) - max(a[0], b[0])) for a in mine for b in gold.content)
    sizes = sum(end - start for start, end in (*mine, *gold.content))
    if not gold.content or 3 * shared < sizes:
        return False
    if made.source is None or not gold.source:
        return made.source is None and not gold.source
    return any(start < made.source.end and made.source.start < end for start, end in gold.source)


def fit(judged: Judged) -> list[list[float]]:
    """Scores, and the share of finds that are right at each: rising, by pooling neighbours that fall."""
    pools = [[np.mean([s for s, _ in part]), np.mean([r for _, r in part]), len(part)] for part in classes(judged)]
    merged: list[list[float]] = []
    for pool in pools:
        merged.append([float(x) for x in pool])
        while len(merged) > 1 and merged[-2][1] >= merged[-1][1]:
            score, right, size = merged.pop()
            merged[-1] = pooled(merged[-1], [score, right, size])
    return [[round(pool[n], 4) for pool in merged] for n in (0, 1)]


def pooled(one: list[float], other: list[float]) -> list[float]:
    """Two classes as one: score, share that is right, number of finds."""
    total = one[2] + other[2]
    return [*((one[n] * one[2] + other[n] * other[2]) / total for n in (0, 1)), total]


def classes(judged: Judged) -> list[Judged]:
    """The finds in order of their scores, cut into classes of one size."""
    ordered = sorted(judged)
    edges = [round(n * len(ordered) / CLASSES) for n in range(CLASSES + 1)]
    return [ordered[a:b] for a, b in pairwise(edges) if b > a]


def print_table(title: str, judged: Judged) -> None:
    """What scores promise, and what they keep."""
    print(f"{title}: {len(judged)} finds\n| score | promised | right | finds |\n|---|---|---|---|")
    for part in classes(judged):
        scores = [score for score, _ in part]
        right = np.mean([r for _, r in part])
        print(f"| {scores[0]:.2f} to {scores[-1]:.2f} | {np.mean(scores):.2f} | {right:.2f} | {len(part)} |")


if __name__ == "__main__":
    main()
