"""No words stand in a dossier under two standings: of findings on the very same evidence only one is shown.

A sentence that says how many and what happened makes two findings. Where they rest on the same words and stand apart,
the one that says more precisely what is compared is shown, the other kept as a lead.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace

from crossread.records import Finding, FindingKind, Reason

# The more precise kinds first.
PRECEDENCE: tuple[FindingKind, ...] = ("figure", "date", "statement", "event", "relation")


# What is compared in these is a number or a day.
VALUES = frozenset({"figure", "date"})


def settle(findings: Iterable[Finding]) -> list[Finding]:
    """The findings in their order, those not shown that contradict or repeat a shown one on the same evidence."""
    listed = list(findings)
    same: dict[frozenset[tuple[str, int, int]], list[Finding]] = defaultdict(list)
    for finding in listed:
        if finding.shown:
            same[frozenset((e.document, e.start, e.end) for e in finding.evidence)].append(finding)
    hidden = set()
    for group in same.values():
        if len({f.standing for f in group}) > 1:
            best = min(group, key=lambda f: (PRECEDENCE.index(f.kind), -f.score, f.id))
            hidden |= {f.id for f in group if f.standing != best.standing}
        # Two clauses of one sentence make two findings that show a reader the same words: one is enough.
        worded = sorted(
            (f for f in group if f.kind not in VALUES), key=lambda f: (PRECEDENCE.index(f.kind), -f.score, f.id)
        )
        hidden |= {f.id for f in worded[1:]}
    hidden |= _within_values(f for f in listed if f.shown)
    return [_as_lead(f) if f.id in hidden else f for f in listed]


def _within_values(findings: Iterable[Finding]) -> set[str]:
    """Findings of several accounts all of whose words stand in one on a value: the value says it more precisely."""
    listed = [(f, frozenset((e.document, e.start, e.end) for e in f.evidence)) for f in findings]
    holders: dict[tuple[str, int, int], set[str]] = defaultdict(set)
    for finding, places in listed:
        if finding.kind in VALUES:
            for place in places:
                holders[place].add(finding.id)
    return {
        finding.id
        for finding, places in listed
        if finding.kind not in VALUES and len(places) > 1 and set.intersection(*(holders.get(p, set()) for p in places))
    }


def _as_lead(finding: Finding) -> Finding:
    told = Reason("same-words", "The same words stand in another finding, which is shown.")
    return replace(finding, shown=False, reasons=(*finding.reasons, told))
