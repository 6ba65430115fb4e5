"""Events in ordinary news: what the reader tells in sentences somebody judged, most of which hold no event.

The judgements lie in `training/events/ordinary.tsv` as offsets alone. A sentence is read by models that saw no account
of its affair. Precision asks of each event told in a judged sentence whether somebody would have coded it; recall asks
of each coded event whether its type is told. What one may argue about counts for neither.
"""

from __future__ import annotations

import sys
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from crossread.records import Event, Reading, Span

sys.path[:0] = [str(Path(__file__).parents[1] / "training" / "events")]
from ordinary import Judged, widened  # noqa: E402


def score(judged: Iterable[Judged], readings: Mapping[str, Reading]) -> str:
    """Precision by type, with the actor, with both parties and modality; and recall of types."""
    sentences: dict[tuple[str, Span], list[Judged]] = defaultdict(list)
    for one in judged:
        sentences[one.path, one.sentence].append(one)
    told, right = 0, [0, 0, 0, 0]
    met, wanted = 0, 0
    for (path, sentence), rows in sentences.items():
        reading = readings[path]
        events = [event for event in reading.events if sentence.start <= event.start < sentence.end]
        for event in events:
            grade = grade_of(event, rows, reading)
            if grade is not None:
                told += 1
                right = [n + (grade > k) for k, n in enumerate(right)]
        for row in rows:
            if row.types and not row.is_arguable:
                wanted += 1
                met += any(event.type in widened(row.types) for event in events)
    names = ("type", "type and actor", "type, actor and recipient", "these and modality")
    lines = [f"{name:26} P {n / max(1, told):.3f}   ({n}/{told} told)" for name, n in zip(names, right, strict=True)]
    recall = f"{'type':26} R {met / max(1, wanted):.3f}   ({met}/{wanted} judged, in {len(sentences)} sentences)"
    return "\n".join([*lines, recall])


def grade_of(event: Event, rows: Sequence[Judged], reading: Reading) -> int | None:
    """How much of an event is right: 0 nothing, 1 the type, 2 the actor too, 3 both parties, 4 all; None to argue."""
    fitting = [row for row in rows if event.type in widened(row.types)]
    if not fitting:
        return 0
    grades = [_grade(event, row, reading) for row in fitting if not row.is_arguable]
    return max(grades) if grades else None


def _grade(event: Event, row: Judged, reading: Reading) -> int:
    is_right = (
        _is_met(event.actor_chains, row.actor, row.sentence, reading),
        _is_met(event.recipient_chains, row.recipient, row.sentence, reading),
        event.modality == row.modality,
    )
    return 1 + next((n for n, good in enumerate(is_right) if not good), len(is_right))


def _is_met(chains: Sequence[str], wanted: Span | None, sentence: Span, reading: Reading) -> bool:
    """Whether a party is one of the chain that the judge names, or nobody where he names nobody."""
    if wanted is None or not chains:
        return wanted is None and not chains
    spans = [m.span for m in reading.mentions if m.chain in chains]
    return any(span.overlaps(wanted) and sentence.contains(span) for span in spans)
