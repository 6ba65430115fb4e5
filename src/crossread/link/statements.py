"""Statements of several accounts that speak of the same thing.

Nothing is said here of what to believe: a group holds who asserts, who denies and who gives another value alike. Groups
are made within a story, of figures by what they measure, of all else by what is said; what nobody else says is a
group of one.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace

from crossread.link.compare import Rarity
from crossread.link.compare_figures import figure_pairs, is_same_value
from crossread.link.compare_times import dates_of, times_relation, within
from crossread.link.statements_cluster import cluster
from crossread.link.statements_figures import ANYBODY, OUTCOMES, Measured, measured_figures
from crossread.link.statements_leads import Openings
from crossread.link.statements_meaning import MOST_HOLDERS, UNLIKE, Meanings
from crossread.link.statements_modality import modality_of
from crossread.link.statements_sides import sides
from crossread.link.statements_units import Unit, UnitMaker
from crossread.records import (
    EventCluster,
    Evidence,
    EvidenceStance,
    FindingKind,
    Reading,
    Statement,
    StatementGroup,
    identify,
)

# From this likeness on, on average, units or figures are held to speak of one thing.
LEAST_LIKENESS = 0.45
# What two openings that tell the affair itself are alike at least.
OPENINGS_ALIKE = 0.8
# Words for anybody, beside which a denial says only what did not happen.
NOBODY = ANYBODY - OUTCOMES


def group_statements(readings: tuple[Reading, ...], clusters: tuple[EventCluster, ...]) -> tuple[StatementGroup, ...]:
    """Groups of statements about one thing; a statement nobody else makes is a group of one.

    Ordered by the first statement's document and place. `clusters` are the events of several accounts: a statement that
    tells one of them names it.
    """
    stories: dict[str, list[Reading]] = defaultdict(list)
    for reading in readings:
        stories[reading.document.story or ""].append(reading)
    groups: list[StatementGroup] = []
    known = frozenset(cluster.id for cluster in clusters)
    for story in sorted(stories):
        groups += _groups_of_story(stories[story], known)
    return tuple(sorted(groups, key=_order))


def _order(group: StatementGroup) -> tuple[str, int, int, str, str]:
    first = group.statements[0]
    return (first.evidence.document, first.evidence.start, first.evidence.end, group.kind, first.id)


def _groups_of_story(readings: Sequence[Reading], clusters: frozenset[str]) -> Iterator[StatementGroup]:
    units = [unit for reading in readings for unit in UnitMaker(reading, clusters).units()]
    figures = [measured for reading in readings for measured in measured_figures(reading)]
    rarity = Rarity(units)
    yield from _figure_groups(figures, rarity)
    texts = {reading.document.id: reading.document.text for reading in readings}
    yield from _unit_groups(units, Meanings(units, rarity, texts), Openings(readings))


def _figure_groups(figures: Sequence[Measured], rarity: Rarity) -> Iterator[StatementGroup]:
    scores = {(i, j): score for i, j, score in figure_pairs(figures, rarity) if score >= UNLIKE}
    for members in _joined_figures(figures, scores):
        chosen = sorted((figures[i] for i in members), key=lambda m: (m.figure.document, m.figure.start))
        statements = tuple(_figure_statement(m) for m in chosen)
        score = _cohesion(members, scores, likest=True)
        yield StatementGroup("figure", statements, score, _shared_words([m.near for m in chosen]))


def _joined_figures(figures: Sequence[Measured], scores: dict[tuple[int, int], float]) -> list[list[int]]:
    """Figures of one measure: first those that give one value, then the values that are given for one measure.

    Of two values the likest half of the pairs is asked: an account that only says 'two fatalities' tells little, and
    says nothing against it.
    """
    alike = {pair: score for pair, score in scores.items() if is_same_value(*(figures[i].figure for i in pair))}
    values = cluster(len(figures), alike, least=LEAST_LIKENESS)
    place = {i: number for number, group in enumerate(values) for i in group}
    between: dict[tuple[int, int], list[float]] = defaultdict(list)
    for (i, j), score in scores.items():
        one, other = sorted((place[i], place[j]))
        if one != other:
            between[one, other].append(score)
    joined = {}
    for (one, other), found in between.items():
        half = (len(values[one]) * len(values[other]) + 1) // 2
        if not _gives_both(figures, values[one], values[other]):
            joined[one, other] = sum(sorted(found)[-half:]) / half
    return [
        sorted(i for number in group for i in values[number])
        for group in cluster(len(values), joined, least=LEAST_LIKENESS)
    ]


def _gives_both(figures: Sequence[Measured], one: Sequence[int], other: Sequence[int]) -> bool:
    """Whether an account gives both values in one sentence, and so means two things by them.

    Where it tells of one person only, two ages are what was said of that person before and after.
    """
    places = {(figures[i].key, figures[i].sentence) for i in one if not figures[i].is_only}
    return any((figures[j].key, figures[j].sentence) in places for j in other)


def _figure_statement(measured: Measured) -> Statement:
    figure, span = measured.figure, measured.evidence
    return Statement(
        id=identify("statement", "figure", measured.key, figure.start, figure.end),
        kind="figure",
        evidence=Evidence(figure.document, span.start, span.end, attribution=figure.attribution),
        subject=figure.measure or " ".join(sorted(measured.what)),
        figure=figure.id,
        time=figure.time,
        attribution=figure.attribution,
        entities=tuple(sorted(measured.entities)),
        modality=modality_of(measured.clause, None),
        in_title=measured.in_title,
    )


def _unit_groups(units: Sequence[Unit], meanings: Meanings, openings: Openings) -> Iterator[StatementGroup]:
    scores = meanings.scores()
    _join_openings(units, openings, scores)
    groups = _with_denials(units, cluster(len(units), scores, least=LEAST_LIKENESS))
    units, groups = _with_flat_denials(units, groups)
    for members in groups:
        chosen = [units[i] for i in sorted(members, key=lambda i: (units[i].document, units[i].words))]
        kind = _kind(chosen)
        statements = tuple(
            _unit_statement(unit, kind, stance) for unit, stance in zip(chosen, sides(chosen), strict=True)
        )
        reason = _shared_words([frozenset(unit.terms) for unit in chosen])
        compared = [i for i in members if units[i].antecedent is None]
        yield StatementGroup(kind, statements, _cohesion(compared, scores), reason)


def _with_denials(units: Sequence[Unit], groups: Sequence[list[int]]) -> list[list[int]]:
    """The groups, each denial that points back moved to the group of what it denies."""
    at = {(unit.document, unit.words): i for i, unit in enumerate(units) if unit.antecedent is None}
    joined = [list(group) for group in groups]
    place = {i: number for number, group in enumerate(groups) for i in group}
    for i, unit in enumerate(units):
        target = at.get((unit.document, unit.antecedent)) if unit.antecedent else None
        if target is not None:
            joined[place[i]].remove(i)
            joined[place[target]].append(i)
    return [sorted(group) for group in joined if group]


def _with_flat_denials(units: Sequence[Unit], groups: list[list[int]]) -> tuple[list[Unit], list[list[int]]]:
    """A denial that holds for everybody ('nobody was hurt') stands with the largest group that counts whom it befell.

    One that stands with something said at more length stays there.
    """
    made, joined = list(units), [list(group) for group in groups]
    place = {i: number for number, group in enumerate(groups) for i in group}
    for i, unit in enumerate(units):
        outcome = _denied_to_all(unit)
        if any(_denied_to_all(units[other]) != outcome for other in groups[place[i]]):
            continue
        counting = [n for n, g in enumerate(groups) if outcome and n != place[i] and _counts(units, g, outcome)]
        if counting:
            target = max(counting, key=lambda n: (len(groups[n]), -n))
            joined[place[i]].remove(i)
            joined[target].append(i)
            made[i] = replace(unit, denies=True, antecedent=unit.words)
    return made, [sorted(group) for group in joined if group]


def _denied_to_all(unit: Unit) -> str | None:
    """What befell nobody, where a unit says no more than that."""
    said = sorted(set(unit.terms) - NOBODY)
    return said[0] if len(said) == 1 and said[0] in OUTCOMES & unit.negated else None


def _counts(units: Sequence[Unit], group: Sequence[int], outcome: str) -> bool:
    """Whether most of a group give the number of those whom it befell."""
    found = [i for i in group if outcome in units[i].terms and outcome not in units[i].negated and units[i].numbers]
    return len(found) * 2 > len(group)


def _join_openings(units: Sequence[Unit], openings: Openings, scores: dict[tuple[int, int], float]) -> None:
    """Sentences that open different accounts with the affair itself tell of one event, however little alike."""
    found: list[int] = []
    first: dict[str, int] = {}
    for i, unit in enumerate(units):
        if openings.is_opening(unit, unit.sentence - first.setdefault(unit.document, unit.sentence)):
            found.append(i)
    for at, i in enumerate(found):
        for j in found[at + 1 : at + 1 + MOST_HOLDERS]:
            same_days = times_relation(units[i].times, units[j].times) != "differs"
            numbers = units[i].numbers, units[j].numbers
            same_numbers = not all(numbers) or bool(numbers[0] & numbers[1])
            if units[i].document != units[j].document and same_days and same_numbers:
                scores[i, j] = max(scores.get((i, j), 0.0), OPENINGS_ALIKE)


def _unit_statement(unit: Unit, kind: FindingKind, stance: EvidenceStance) -> Statement:
    attribution = unit.attribution.id if unit.attribution else None
    span = unit.evidence
    dated = [t for t in unit.times if dates_of([t])]
    return Statement(
        id=identify("statement", "unit", unit.key, unit.words.start, unit.words.end),
        kind=kind,
        evidence=Evidence(unit.document, span.start, span.end, stance=stance, attribution=attribution),
        subject=" ".join(unit.terms),
        value=unit.date if kind in ("date", "event") else None,
        time=dated[0].id if dated else None,
        event=unit.event,
        attribution=attribution,
        entities=unit.entities,
        modality=unit.modality,
        act=unit.act,
        times=tuple(t.id for t in dated),
    )


def _kind(units: Sequence[Unit]) -> FindingKind:
    """A date where accounts differ in it; else a statement where most of it is what somebody is made to say.

    What happened on a day is an event, all else a relation.
    """
    if _dates_differ(units):
        return "date"
    if sum(unit.attribution is not None for unit in units) * 2 >= len(units):
        return "statement"
    return "event" if any(dates_of(unit.times) for unit in units) else "relation"


def _dates_differ(units: Sequence[Unit]) -> bool:
    """Whether two accounts set the same thing on different days."""
    dates = sorted({unit.date for unit in units if unit.date})
    return any(not (within(a, b) or within(b, a)) for i, a in enumerate(dates) for b in dates[i + 1 :])


def _cohesion(members: Sequence[int], scores: dict[tuple[int, int], float], *, likest: bool = False) -> float:
    """The mean likeness of a group's pairs, or of the likest half of them; 1 for a group of one."""
    found = sorted(scores.get((i, j), 0.0) for at, i in enumerate(members) for j in members[at + 1 :])
    if likest:
        found = found[len(found) // 2 :]
    return sum(found) / len(found) if found else 1.0


def _shared_words(bags: Sequence[frozenset[str]]) -> str:
    """The words most of a group share, as its reason."""
    counts: dict[str, int] = defaultdict(int)
    for bag in bags:
        for term in bag:
            counts[term] += 1
    shared = sorted(t for t, count in counts.items() if count * 2 > len(bags))
    return "shared: " + ", ".join(shared) if len(bags) > 1 and shared else ""
