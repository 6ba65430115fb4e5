"""Groups of statements weighed: who stands on which side, where it comes from, and what that makes of it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from crossread.records import (
    Document,
    Evidence,
    EvidenceStance,
    Figure,
    Finding,
    Links,
    Origin,
    Place,
    Standing,
    Statement,
    StatementGroup,
    identify,
)
from crossread.weigh.agreement import compare_figures
from crossread.weigh.agreement_times import dates_agree
from crossread.weigh.origins import Source, Tracer
from crossread.weigh.reasons import reasons_for
from crossread.weigh.standing import Voice, is_falling, stand
from crossread.weigh.values import value_words

# A group less alike than this is a lead: the accounts may speak of the same thing.
SURE = 0.76
# Within one account more is asked: what it says twice in other words is mostly two things.
SURE_WITHIN_ONE = 0.9
# Of figures that differ more is asked: only words can vouch that they measure one thing.
SURE_OF_DIFFERENCE = 0.75
# One account's count of things is worth a finding from here on.
SMALLEST_COUNT = 2
# Counts that can grow or be revised; a price or a share of the vote does not rise like a toll.
GROWING_UNITS = frozenset({"people", "count"})


@dataclass(frozen=True, slots=True)
class Weighing:
    """One statement being weighed."""

    statement: Statement
    stance: EvidenceStance
    source: Source
    figure: Figure | None
    document: Document
    apart: bool = False

    @property
    def amount(self) -> float | None:
        """The number that stands for the figure where one is needed."""
        figure = self.figure
        if figure is None or _is_vague(figure):
            return None
        return next((x for x in (figure.value, figure.low, figure.high) if x is not None), None)


Judged = tuple[StatementGroup, "Finding | None", Standing]


class Findings:
    """All findings of some linked accounts, with the origins they rest on."""

    def __init__(self, links: Links) -> None:
        self._documents = {d.id: d for d in links.documents}
        self._figures = {f.id: f for r in links.readings for f in r.figures}
        self._attributions = {a.id: a for r in links.readings for a in r.attributions}
        self._tracer = Tracer(links)
        self._groups = links.groups

    def weigh(self) -> tuple[tuple[Judged, ...], tuple[Origin, ...]]:
        """Every group with its standing and finding, in their order, and the origins, ordered by id."""
        judged: list[Judged] = []
        documents: dict[Source, set[str]] = defaultdict(set)
        for group in self._groups:
            weighed = self._sides(group)
            standing, finding = self._finding(group, weighed)
            judged.append((group, finding, standing))
            if finding is None:
                continue
            for one in weighed:
                documents[_bare(one.source)].add(one.statement.evidence.document)
        origins = [_origin(s, found) for s, found in documents.items()]
        return tuple(judged), _merged(origins)

    def _sides(self, group: StatementGroup) -> list[Weighing]:
        """The statements of a group with origin and stance."""
        weighed = [
            Weighing(
                statement=s,
                stance=s.evidence.stance,
                source=self._tracer.trace(s.evidence),
                figure=self._figures.get(s.figure or ""),
                document=self._documents[s.evidence.document],
            )
            for s in group.statements
        ]
        weighed = self._same_mouth(group, weighed)
        if group.kind == "figure":
            weighed = _told_apart(_by_value(weighed))
        elif group.kind == "date":
            weighed = _by_date(weighed)
        return _split_voices(weighed)

    def _same_mouth(self, group: StatementGroup, weighed: list[Weighing]) -> list[Weighing]:
        """Words quoted alike come from one mouth: where a speaker was not made out, the known one is meant."""
        quoted = [w for w in weighed if self._is_quoted(w)]
        known = {w.source.key: w.source for w in quoted if w.source.kind == "speaker"}
        if group.kind != "statement" or len(known) != 1 or len(quoted) < 2:
            return weighed
        (speaker,) = known.values()
        return [replace(w, source=speaker) if w in quoted and w.source.kind == "outlet" else w for w in weighed]

    def _is_quoted(self, weighing: Weighing) -> bool:
        attribution = self._attributions.get(weighing.statement.attribution or "")
        return attribution is not None and attribution.kind != "indirect"

    def _finding(self, group: StatementGroup, weighed: Sequence[Weighing]) -> tuple[Standing, Finding | None]:
        voices = [
            Voice(
                document=w.statement.evidence.document,
                origin=origin_id(w.source),
                stance=w.stance,
                amount=w.amount,
                published=_sure_date(w.document),
                apart=w.apart,
            )
            for w in weighed
        ]
        can_grow = all(w.figure is not None and w.figure.unit in GROWING_UNITS for w in weighed)
        standing = stand(voices, can_grow=can_grow)
        if standing == "single-source" and not self._is_noteworthy(group):
            return standing, None
        evidence = tuple(sorted((_evidence(w) for w in weighed), key=lambda e: (e.document, e.start, e.end, e.stance)))
        text = self._clearest(weighed)
        return standing, Finding(
            id=identify("finding", group.kind, *(s.id for s in group.statements)),
            kind=group.kind,
            text=Place(text.document, text.start, text.end),
            evidence=_once(evidence),
            standing=standing,
            shown=self._is_sure(group, standing) and not (standing == "disputed" and is_falling(voices)),
            score=round(group.score, 3),
            reasons=reasons_for(standing, weighed),
        )

    def _is_sure(self, group: StatementGroup, standing: Standing) -> bool:
        documents = {s.evidence.document for s in group.statements}
        if standing in ("disputed", "evolving") and group.kind in ("figure", "date"):
            return group.score >= SURE_OF_DIFFERENCE
        if len(documents) == 1 and len(group.statements) > 1:
            # That one account says a thing twice bears out little, and is the commonest way to err.
            return group.score >= SURE_WITHIN_ONE
        return group.score >= SURE

    def _is_noteworthy(self, group: StatementGroup) -> bool:
        """Whether what one account alone says is worth a finding: a measured figure, a quotation, a dated event."""
        if group.kind != "figure":
            return group.kind in ("event", "date")
        figures = [f for s in group.statements if (f := self._figures.get(s.figure or ""))]
        return any(f.measure and (f.unit != "count" or (f.value or 0) > SMALLEST_COUNT) for f in figures)

    def _clearest(self, weighed: Sequence[Weighing]) -> Evidence:
        """The wording that says most without being long: near 130 characters, in the words of the majority."""
        stance = "asserts" if any(w.stance == "asserts" for w in weighed) else weighed[0].stance
        listed = [w.statement for w in weighed if w.stance == stance]

        def clarity(statement: Statement) -> tuple[bool, int, str, int]:
            e = statement.evidence
            return (statement.in_title, abs(e.end - e.start - 130), e.document, e.start)

        return min(listed, key=clarity).evidence


def _by_value(weighed: Sequence[Weighing]) -> list[Weighing]:
    """Figures against the value that most origins give: those that agree with it assert it, the others differ."""
    figures = [w.figure for w in weighed]

    def backing(i: int) -> tuple[bool, int, int, str, int]:
        figure = figures[i]
        agreeing = [w for w, f in zip(weighed, figures, strict=True) if _agree(figure, f)]
        origins = {w.source.key for w in agreeing}
        vague = figure is None or _is_vague(figure)
        return (vague, -len(origins), -len(agreeing), weighed[i].document.published or "~", i)

    best = figures[min(range(len(weighed)), key=backing)]
    return [
        w if f is None or best is None or _agree(best, f) else replace(w, stance="differs")
        for w, f in zip(weighed, figures, strict=True)
    ]


def _by_date(weighed: Sequence[Weighing]) -> list[Weighing]:
    """Dates against the one that most origins give; what gives none stands with the most."""
    dated = [w for w in weighed if w.statement.value]

    def backing(w: Weighing) -> tuple[int, int, str, str]:
        agreeing = [o for o in dated if dates_agree(w.statement.value or "", o.statement.value or "")]
        return (-len({o.source.key for o in agreeing}), -len(agreeing), w.document.published or "~", w.statement.id)

    best = min(dated, key=backing).statement.value or ""
    return [
        replace(w, stance="differs") if w.statement.value and not dates_agree(best, w.statement.value) else w
        for w in weighed
    ]


def _agree(one: Figure | None, other: Figure | None) -> bool:
    if one is None or other is None:
        return False
    if _is_vague(one) or _is_vague(other):
        return True
    return compare_figures(one, other) != "differs"


def _is_vague(figure: Figure) -> bool:
    """Whether it is a word such as 'dozens', which contradicts nothing."""
    return figure.value is None and figure.digits is None


def _split_voices(weighed: Sequence[Weighing]) -> list[Weighing]:
    """Voices of one body count as one unless they differ: then each person is an origin of its own."""
    sides: dict[str, set[bool]] = defaultdict(set)
    for w in weighed:
        sides[w.source.key].add(w.stance == "asserts")
    return [
        replace(w, source=_person(w.source)) if len(sides[w.source.key]) > 1 and w.source.voice else w for w in weighed
    ]


def _person(source: Source) -> Source:
    return source


def _told_apart(weighed: Sequence[Weighing]) -> list[Weighing]:
    """What is only considered marked apart from what is done or decided."""
    if len({w.statement.modality == "considered" for w in weighed}) == 1:
        return list(weighed)
    return [replace(w, apart=True, stance="differs") if w.statement.modality == "considered" else w for w in weighed]


def _sure_date(document: Document) -> str | None:
    """When an account was published, where it says so itself; a date we inferred gives no order."""
    return None if document.published_basis == "inferred" else document.published


def origin_id(source: Source) -> str:
    """The id of an origin, from what it is and not from where it was met."""
    return identify("origin", source.kind, source.key)


def _bare(source: Source) -> Source:
    return replace(source, voice="")


def _origin(source: Source, documents: Iterable[str]) -> Origin:
    return Origin(origin_id(source), source.name, source.kind, source.entity, tuple(sorted(documents)))


def _merged(origins: Sequence[Origin]) -> tuple[Origin, ...]:
    """One record for an id; of several names the shortest, then the first."""
    by_id: dict[str, list[Origin]] = defaultdict(list)
    for origin in origins:
        by_id[origin.id].append(origin)
    return tuple(
        replace(
            min(same, key=lambda o: (len(o.name), o.name)),
            documents=tuple(sorted({d for o in same for d in o.documents})),
        )
        for _, same in sorted(by_id.items())
    )


def _evidence(weighing: Weighing) -> Evidence:
    figure = weighing.figure
    return replace(
        weighing.statement.evidence,
        stance=weighing.stance,
        value=value_words(figure) if figure else weighing.statement.value,
        origin=origin_id(weighing.source),
    )


def _once(evidence: Sequence[Evidence]) -> tuple[Evidence, ...]:
    """Every piece once."""
    return tuple(dict.fromkeys(evidence))
