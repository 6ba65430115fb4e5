"""On which side each piece of evidence stands once values are compared: with what most origins give, or against."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from crossread.records import Document, EvidenceStance, Figure, Statement
from crossread.weigh.agreement import compare_figures, leaves_room
from crossread.weigh.agreement_times import dates_agree
from crossread.weigh.origins import Source

# Accounts published within so many days mean the same week by 'this week'.
SAME_DAYS = 7
NEVER = 10**6
MOST_OFFERED = 60


@dataclass(frozen=True, slots=True)
class Weighing:
    """One statement being weighed; `is_explicit` where its date is written out, not told from the publication.

    `fits` where its value differs from the one most give and leaves room for it.
    """

    statement: Statement
    stance: EvidenceStance
    source: Source
    figure: Figure | None
    document: Document
    apart: bool = False
    is_explicit: bool = False
    fits: bool = False

    @property
    def amount(self) -> float | None:
        """The number that stands for the figure where one is needed."""
        figure = self.figure
        if figure is None or _is_vague(figure):
            return None
        return next((x for x in (figure.value, figure.low, figure.high) if x is not None), None)


def by_value(weighed: Sequence[Weighing]) -> list[Weighing]:
    """Figures against the value that most origins give: those that agree with it assert it, the others differ."""
    written: dict[tuple[object, ...], list[Weighing]] = defaultdict(list)
    for w in weighed:
        written[_written(w.figure)].append(w)
    agreeing = {
        one: [
            w for other in written if _agree(written[one][0].figure, written[other][0].figure) for w in written[other]
        ]
        for one in written
    }

    def backing(one: tuple[object, ...]) -> tuple[bool, int, int, str, str]:
        figure = written[one][0].figure
        origins = {w.source.key for w in agreeing[one]}
        first = min(w.document.published or "~" for w in written[one])
        unsure = figure is None or _is_vague(figure)
        return (unsure, -len(origins), -len(agreeing[one]), first, repr(one))

    best = min(written, key=backing)
    backed = {w.statement.id for w in agreeing[best]}
    held = [w.figure for w in agreeing[best] if w.figure is not None]
    return [
        w
        if w.figure is None or w.statement.id in backed
        else replace(w, stance="differs", fits=all(leaves_room(w.figure, figure) for figure in held))
        for w in weighed
    ]


def _written(figure: Figure | None) -> tuple[object, ...]:
    """A figure as it was written; of the many accounts of a great affair few write it differently."""
    if figure is None:
        return ()
    return (figure.value, figure.low, figure.high, figure.unit, figure.modifier, figure.digits)


def by_date(weighed: Sequence[Weighing]) -> list[Weighing]:
    """Dates against the one that most origins give; what gives none stands with the most."""
    dated = [w for w in weighed if w.statement.value]

    def backing(w: Weighing) -> tuple[int, int, str, str]:
        agreeing = [o for o in dated if not _dates_differ(w, o)]
        return (-len({o.source.key for o in agreeing}), -len(agreeing), w.document.published or "~", w.statement.id)

    # Of a great affair the first accounts offer the value; all are asked whether they agree.
    best = min(dated[:MOST_OFFERED], key=backing)
    return [_against(best, w) for w in weighed]


def _against(best: Weighing, one: Weighing) -> Weighing:
    """One piece of evidence beside the best dated: it differs, or where its other date is unsure stands apart."""
    if not one.statement.value or not best.statement.value:
        return one
    if _dates_differ(best, one):
        return replace(one, stance="differs")
    return one if dates_agree(best.statement.value, one.statement.value) else replace(one, apart=True)


def _dates_differ(one: Weighing, other: Weighing) -> bool:
    """Whether two dates cannot both hold. 'On Sunday' is only as sure as the day the account was published."""
    a, b = one.statement.value or "", other.statement.value or ""
    if dates_agree(a, b):
        return False
    if one.is_explicit and other.is_explicit:
        return True
    if len(a) == 4 or len(b) == 4:
        # 'Two years ago' is a year give or take one, and 'over the past year' sets no day.
        same_year = (one.document.published or "")[:4] == (other.document.published or "")[:4]
        return same_year and abs(int(a[:4]) - int(b[:4])) > 1
    return _published_apart(one.document, other.document) <= SAME_DAYS


def _published_apart(one: Document, other: Document) -> int:
    """The days between two publications; very many where one is not sure."""
    if one.published_basis == "inferred" or other.published_basis == "inferred":
        return NEVER
    try:
        days = [date.fromisoformat((d.published or "")[:10]) for d in (one, other)]
    except ValueError:
        return NEVER
    return abs((days[0] - days[1]).days)


def _agree(one: Figure | None, other: Figure | None) -> bool:
    if one is None or other is None:
        return False
    if _is_vague(one) or _is_vague(other):
        return True
    return compare_figures(one, other) != "differs"


def _is_vague(figure: Figure) -> bool:
    """Whether it is a word such as 'dozens', which contradicts nothing."""
    return figure.value is None and figure.digits is None


def told_apart(weighed: Sequence[Weighing]) -> list[Weighing]:
    """What is only considered marked apart from what is done or decided."""
    if len({w.statement.modality == "considered" for w in weighed}) == 1:
        return list(weighed)
    return [replace(w, apart=True, stance="differs") if w.statement.modality == "considered" else w for w in weighed]
