"""Sentences of ordinary news that somebody judged: is there an event that a coder of PLOVER would record, and which.

`ordinary.tsv` beside this file holds offsets alone; the accounts lie beside the project (coverage, PolNeAR's training
part, NewsWCL50). Two thirds of the sentences are some in which an earlier version told of an event, so that
what it told wrongly is seen; the rest at random.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path

from crossread.records import Span

JUDGED = Path(__file__).parent / "ordinary.tsv"
YIELD = frozenset(["CONCEDE", "RETREAT"])


@dataclass(frozen=True, slots=True)
class Judged:
    """One event somebody sees in a sentence, or that there is none: then without `types`."""

    path: str
    sentence: Span
    types: frozenset[str]
    actor: Span | None
    recipient: Span | None
    modality: str
    is_arguable: bool


def read_judged(path: Path = JUDGED) -> list[Judged]:
    """All judgements in the order of the file."""
    lines = [line.split("\t") for line in path.read_text(encoding="utf-8").splitlines() if not line.startswith("#")]
    return [
        Judged(
            place,
            Span(int(start), int(end)),
            frozenset() if kinds == "none" else frozenset(kinds.rstrip("?").split("|")),
            _span(actor),
            _span(recipient),
            modality,
            kinds.endswith("?"),
        )
        for place, start, end, kinds, actor, recipient, modality in lines
    ]


def _span(written: str) -> Span | None:
    return Span(*map(int, written.split("-"))) if written else None


def widened(types: frozenset[str]) -> frozenset[str]:
    """Types that count as right: CONCEDE and RETREAT are one, as in PLV."""
    return types | YIELD if types & YIELD else types


def fold_of(path: str, folds: int) -> int:
    """The fold of an account: that of its affair, so that no affair is read by a model that saw it."""
    return folders().index(folder_of(path)) % folds


def folder_of(path: str) -> str:
    """An account's affair: its folder; single articles are affairs of their own."""
    return path if "polnear" in path else path.rpartition("/")[0]


@cache
def folders() -> list[str]:
    """All affairs judged, in the order of their names."""
    return sorted({folder_of(one.path) for one in read_judged()})
