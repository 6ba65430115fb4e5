"""Who of a sentence's candidates does it, and whom it concerns: a linear model over where and how they stand.

No word of a party is looked at, only its kind and form, what leads to it and what lies between it and the trigger, so
that what was learnt from world news holds elsewhere. The chunk rules of `event_parties` are among its evidence. The
weights come from `training/events` and lie in `models/events/sides.tsv`.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from crossread.neural.session import read_checked, read_manifest
from crossread.reading.attribution_cues import is_finite
from crossread.reading.attribution_units import Unit, Word
from crossread.reading.attribution_words import ARTICLES, BE, CLAUSE_STARTERS, PREPOSITIONS, RELATIVES
from crossread.reading.event_clauses import main_verb
from crossread.reading.event_marks import Candidate
from crossread.reading.event_parties import Parties, head_range
from crossread.reading.event_words import Trigger, stem, word_classes
from crossread.records import EventType

# Up to so many words before a candidate are looked at for what leads to it.
LEADING = 4
# Farther than this all distances are alike.
DISTANCES = (0, 1, 2, 4, 7, 12, 20)
# Classes of words whose presence in a candidate counts: who is sent, what is talked of.
CLASSES = frozenset(["force", "deal", "talk", "sanction", "pain", "crowd", "law", "aid", "jail"])

# A trigger, its event's type, and whether it is a noun (n), a verb (v) or a passive (p).
About = tuple[Trigger, EventType, str]


@dataclass(frozen=True)
class SidesModel:
    """Weights by feature: of the actor, of the recipient."""

    weights: Mapping[str, tuple[float, float]]

    def score(self, features: Sequence[str]) -> tuple[float, float]:
        """The likelihoods that a candidate is the actor, and the recipient."""
        actor, recipient = self.weights.get("", (0.0, 0.0))
        for name in features:
            found = self.weights.get(name)
            if found is not None:
                actor += found[0]
                recipient += found[1]
        return _logistic(actor), _logistic(recipient)


def _logistic(score: float) -> float:
    return 1 / (1 + math.exp(-max(-30.0, min(30.0, score))))


@cache
def load_sides() -> SidesModel:
    """The model that is shipped; raises `ModelError` where it is missing or altered."""
    folder = files("crossread") / "models" / "events"
    text = read_checked(folder, "sides.tsv", read_manifest(folder)).decode("utf-8")
    rows = (line.split("\t") for line in text.splitlines())
    return SidesModel({name: (float(actor), float(recipient)) for name, actor, recipient in rows})


def score_sides(rows: Sequence[Sequence[str]]) -> list[tuple[float, float]]:
    """For the features of each candidate the likelihoods that it is the actor, and the recipient."""
    model = load_sides()
    return [model.score(row) for row in rows]


def candidate_features(
    unit: Unit, trigger: Trigger, kind: EventType, parties: Parties, candidates: Sequence[Candidate]
) -> list[list[str]]:
    """For each candidate, in order, the names of what holds of it."""
    about: About = (trigger, kind, "p" if parties.is_passive else trigger.pattern.part)
    heads = [head_range(unit, r)[1] if r is not None else -1 for r in (parties.actor, parties.recipient)]
    left = [c for c in candidates if c.last < trigger.first]
    main = main_verb(unit)
    before_main = sum(c.last < main for c in candidates) if main is not None else 0
    seen: dict[str | None, int] = {}
    rows = []
    for number, candidate in enumerate(candidates):
        is_left = candidate.last < trigger.first
        rank = len(left) - 1 - number if is_left else number - len(left)
        rows.append([*_features(unit.words, about, candidate, rank, heads), f"number{min(number, 4)}"])
        if main is not None:
            rows[-1] += _beside_main(candidate, main, number - before_main, trigger, kind)
        if candidate.chain in seen and candidate.chain is not None:
            rows[-1].append("again")
        seen[candidate.chain] = number
    return rows


def _beside_main(c: Candidate, main: int, rank: int, trigger: Trigger, kind: EventType) -> tuple[str, ...]:
    """Where a candidate stands by the main verb: -1 is the last before it, 0 the first behind it."""
    where = "at" if trigger.first == main else "before" if trigger.first < main else "behind"
    place = f"main{max(-3, min(3, rank))}"
    return (place, f"{place} {where}", f"{place} {kind}", f"{place} near{c.first - main <= 3}")


def _features(words: Sequence[Word], about: About, c: Candidate, rank: int, heads: Sequence[int]) -> Iterator[str]:
    """What holds of a candidate; `rank` is the number of others between it and the trigger."""
    trigger, kind, voice = about
    is_left = c.last < trigger.first
    side = "L" if is_left else "R"
    gap = range(c.last + 1, trigger.first) if is_left else range(trigger.last + 1, c.first)
    inside = trigger.first < c.first <= trigger.last
    gap = range(trigger.first + 1, c.first) if inside else gap
    lead, start = _lead(words, c.first, trigger)
    yield from (f"{side}{voice}", f"{side}{kind}")
    if inside:
        yield from ("inside", f"inside {c.kind}")
    yield f"{side}far{_bucket(len(gap))}"
    yield f"{side}rank{min(rank, 4)}"
    yield f"{side}{voice}rank{min(rank, 3)}"
    yield f"{side}lead {lead}"
    yield f"{side}{kind}lead {lead}"
    yield f"{side}{voice}lead {lead}"
    yield from (f"{c.kind}", f"{c.form}", f"{side}{c.kind}", f"{side}{c.kind}{kind}", f"{side}{c.form}{c.kind}")
    for name, head in zip(("actor", "recipient"), heads, strict=True):
        if head >= 0 and c.first <= head <= c.last:
            yield from (
                f"rule {name}",
                f"rule {name} {c.kind}",
                f"rule {name} {voice}",
                f"rule {name} {kind}",
                f"rule {name} {side}{lead}",
            )
    for name in _between(words, gap):
        yield from (f"{side}over {name}", f"{side}{voice}over {name}")
    after = words[c.last + 1].low if c.last + 1 < len(words) else "."
    if words[c.last].low.endswith(("'s", "s'")) or after in ("'s", "’s", "'", "’"):
        yield from ("owner", f"{side}owner{voice}")
    elif is_finite(words, c.last + 1) if c.last + 1 < len(words) else False:
        yield from ("subject", f"{side}subject{rank == 0}")
    elif after in PREPOSITIONS or after in (",", ".", "and", "to", "for"):
        yield f"{side}before {after}"
    elif c.last + 1 < len(words) and words[c.last + 1].text.islower() and c.form == "nominal":
        yield from ("adjective", f"{side}adjective")
    if start == 0:
        yield from ("opens", f"opens {c.kind}")
    names = {name for k in range(c.first, c.last + 1) for name in word_classes().get(stem(words[k].text), ())}
    for name in sorted(names & CLASSES):
        yield from (f"is {name}", f"{side}is {name}{kind}")


def _bucket(gap: int) -> int:
    return sum(gap > limit for limit in DISTANCES)


def _lead(words: Sequence[Word], first: int, trigger: Trigger) -> tuple[str, int]:
    """What leads to a phrase over its articles and adjectives, and where the phrase begins."""
    for index in range(first - 1, max(-1, first - 1 - LEADING), -1):
        word = words[index]
        if trigger.first <= index <= trigger.last:
            return "trigger", index + 1
        if word.low in PREPOSITIONS or word.low in ("to", "and", "or", "that", "but"):
            return word.low, index + 1
        if word.low in CLAUSE_STARTERS or word.low in RELATIVES or word.low == "whose":
            return "clause", index + 1
        if word.quotation or not word.is_word:
            if word.text in "-'’.":
                continue
            return "," if word.text == "," else "mark", index + 1
        if is_finite(words, index) and word.low not in ARTICLES:
            return "be" if word.low in BE else "verb", index + 1
        if word.low.endswith("ing"):
            return "ing", index + 1
    return ("start", 0) if first <= LEADING else ("far", first - LEADING)


def _between(words: Sequence[Word], gap: range) -> set[str]:
    found = set()
    for index in gap:
        word = words[index]
        if word.text in ",;:":
            found.add(word.text)
        elif word.quotation:
            found.add("quotation")
        elif word.low in RELATIVES or word.low in ("whose", "where"):
            found.add("who")
        elif word.low in ("that", "to", "and", "of", "by", "with", "against"):
            found.add(word.low)
        elif word.low in CLAUSE_STARTERS:
            found.add("clause")
        elif word.low in PREPOSITIONS:
            found.add("prep")
        elif is_finite(words, index):
            found.add("verb")
        elif word.low.endswith("ing"):
            found.add("ing")
    return found
