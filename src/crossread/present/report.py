"""What the report shows, section by section, as plain values; the template only lays them out.

Order is meaning here: what is disputed stands before what is agreed, what many accounts carry before what one does.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from crossread.present.dates import say_date, say_period
from crossread.present.lookup import Lookup
from crossread.present.marks import Excerpt, excerpt, on_one_line, shorten
from crossread.records import Dossier, Evidence, Finding, Lead, Standing, Story, TimelineEntry

STANDINGS: tuple[tuple[Standing, str, str, str], ...] = (
    ("disputed", "≠", "Disputed", "Origins contradict one another: both sides are shown."),
    ("evolving", "↗", "Evolving", "The number moved as time went on: the latest supersedes the earlier ones."),
    ("corroborated", "✓", "Corroborated", "Two or more independent origins say so and none denies it."),
    ("repeated", "↻", "Repeated", "Several accounts say so, but all lead back to one origin."),
    ("single-source", "·", "Single source", "One account says so; nobody else here bears it out."),
)
KINDS = {"figure": "figure", "date": "date", "event": "event", "statement": "statement", "relation": "relation"}
STANCES = {"asserts": "says so", "denies": "denies it", "differs": "says otherwise", "doubts": "doubts it"}
# So many findings of one source are listed; the rest stand in dossier.json.
MOST_SINGLE = 60
LONGEST_HEADING = 260
DATE = re.compile(r"\d{4}-(?:\d\d|W\d\d)")


@dataclass(frozen=True, slots=True)
class EvidenceView:
    """One account's words for or against a finding."""

    outlet: str
    date: str
    document: str
    href: str
    words: Excerpt
    stance: str
    stance_said: str
    origin: str
    speaker: str


@dataclass(frozen=True, slots=True)
class Side:
    """Evidence that says the same; `value` is what it gives, where it gives one."""

    value: str
    stance: str
    stance_said: str
    evidence: tuple[EvidenceView, ...]


@dataclass(frozen=True, slots=True)
class FindingView:
    """A finding with its evidence in sides."""

    anchor: str
    words: str
    kind: str
    values: tuple[str, ...]
    accounts: int
    origins: int
    reasons: tuple[str, ...]
    sides: tuple[Side, ...]


@dataclass(frozen=True, slots=True)
class StandingView:
    """All findings of one standing."""

    standing: str
    sign: str
    title: str
    meaning: str
    findings: tuple[FindingView, ...]
    left_out: int = 0


@dataclass(frozen=True, slots=True)
class EntryView:
    """A line of the timeline."""

    date: str
    value: str
    words: str
    href: str
    outlets: str
    accounts: int
    standing: str


@dataclass(frozen=True, slots=True)
class AffairView:
    """One story with what the accounts together bear out."""

    anchor: str
    title: str
    period: str
    accounts: int
    outlets: int
    entities: tuple[str, ...]
    standings: tuple[StandingView, ...]
    timeline: tuple[EntryView, ...]
    background: tuple[EntryView, ...]
    leads: int


def affairs(lookup: Lookup) -> tuple[AffairView, ...]:
    """Every story, the one with most accounts first."""
    dossier = lookup.dossier
    stories = sorted(dossier.stories, key=lambda s: (-len(s.documents), s.start or "", s.id)) or [_all_as_one(dossier)]
    of_story = {document: number for number, story in enumerate(stories) for document in story.documents}
    findings: dict[int, list[Finding]] = defaultdict(list)
    for finding in dossier.findings:
        findings[of_story.get(finding.text.document, 0)].append(finding)
    entries: dict[int, list[TimelineEntry]] = defaultdict(list)
    for entry in dossier.timeline:
        entries[of_story.get(entry.label.document, 0)].append(entry)
    return tuple(
        _affair(lookup, number, story, findings[number], entries[number]) for number, story in enumerate(stories)
    )


def _all_as_one(dossier: Dossier) -> Story:
    first = dossier.documents[0]
    days = sorted(d.published for d in dossier.documents if d.published)
    ids = tuple(d.id for d in dossier.documents)
    start, end = (days[0], days[-1]) if days else (None, None)
    title = first.title or shorten(first.text, 90) or "Dossier"
    return Story("all", title, ids, start, end, (), Lead(first.id, 0, 1))


def _affair(
    lookup: Lookup, number: int, story: Story, findings: Sequence[Finding], entries: Sequence[TimelineEntry]
) -> AffairView:
    outlets = {lookup.documents[document].outlet.id for document in story.documents}
    views = [view_entry(lookup, entry) for entry in entries]
    pairs = list(zip(entries, views, strict=True))
    return AffairView(
        anchor=f"affair-{number + 1}",
        title=on_one_line(story.title),
        period=say_period(story.start, story.end),
        accounts=len(story.documents),
        outlets=len(outlets),
        entities=tuple(name for name in map(lookup.name, story.entities) if name),
        standings=tuple(_standings(lookup, [f for f in findings if f.shown])),
        timeline=tuple(view for entry, view in pairs if not entry.background),
        background=tuple(view for entry, view in pairs if entry.background),
        leads=sum(not f.shown for f in findings),
    )


def _standings(lookup: Lookup, findings: Sequence[Finding]) -> Iterable[StandingView]:
    for standing, sign, title, meaning in STANDINGS:
        found = sorted((f for f in findings if f.standing == standing), key=_weight)
        most = MOST_SINGLE if standing == "single-source" else len(found)
        if found:
            views = tuple(view_finding(lookup, finding) for finding in found[:most])
            yield StandingView(standing, sign, title, meaning, views, max(0, len(found) - most))


def _weight(finding: Finding) -> tuple[int, float, str]:
    return (-len({e.document for e in finding.evidence}), -finding.score, finding.id)


def view_finding(lookup: Lookup, finding: Finding) -> FindingView:
    """A finding as the report shows it; the side with most evidence first."""
    sides: dict[tuple[str, str], list[Evidence]] = defaultdict(list)
    for evidence in finding.evidence:
        sides[evidence.value or "", evidence.stance].append(evidence)
    ordered = sorted(sides.items(), key=lambda side: (side[0][1] != "asserts", -len(side[1]), side[0]))
    if finding.standing == "evolving":
        ordered.sort(key=lambda side: _first_told(lookup, side[1]))
    text = lookup.documents[finding.text.document].text[finding.text.start : finding.text.end]
    return FindingView(
        anchor=finding.id,
        words=shorten(text, LONGEST_HEADING),
        kind=KINDS[finding.kind],
        values=tuple(dict.fromkeys(say_value(value) for (value, _), _ in ordered if value)),
        accounts=len({e.document for e in finding.evidence}),
        origins=len({e.origin for e in finding.evidence}),
        reasons=tuple(reason.detail for reason in finding.reasons),
        sides=tuple(
            Side(say_value(value), stance, STANCES[stance], tuple(view_evidence(lookup, e) for e in found))
            for (value, stance), found in ordered
        ),
    )


def say_value(value: str) -> str:
    """A finding's value in words: a date or a span of two, else as it is.

    >>> say_value("2030-02-12"), say_value("2030-02-12/2030-02-14"), say_value("11 people")
    ('12 February 2030', '12–14 February 2030', '11 people')
    """
    if not DATE.match(value):
        return value
    first, _, last = value.partition("/")
    return say_period(first, last) if last else say_date(first)


def _first_told(lookup: Lookup, evidence: Sequence[Evidence]) -> str:
    """When an account first gave a value; undated accounts come last."""
    return min((lookup.documents[e.document].published or "9999" for e in evidence), default="9999")


def view_evidence(lookup: Lookup, evidence: Evidence) -> EvidenceView:
    """One account's words, with where they come from."""
    document = lookup.documents[evidence.document]
    attribution = lookup.attributions.get(evidence.attribution or "")
    source = lookup.words(document.id, attribution.source) if attribution else ""
    origin = lookup.origins.get(evidence.origin or "")
    return EvidenceView(
        outlet=document.outlet.name,
        date=say_date(document.published),
        document=document.id,
        href=place(lookup, document.id, evidence.start),
        words=excerpt(document.text, evidence.start, evidence.end),
        stance=evidence.stance,
        stance_said=STANCES[evidence.stance],
        origin=origin.name if origin else "",
        speaker=(lookup.name(attribution.speaker) or source) if attribution else "",
    )


def place(lookup: Lookup, document: str, start: int) -> str:
    """The link to where something stands in its account."""
    return f"#d{lookup.numbers[document]}-{start}"


def view_entry(lookup: Lookup, entry: TimelineEntry) -> EntryView:
    """A line of the timeline, with the outlets that carry it."""
    text = lookup.documents[entry.label.document].text[entry.label.start : entry.label.end]
    outlets = dict.fromkeys(lookup.documents[document].outlet.name for document in entry.documents)
    return EntryView(
        date=say_date(entry.date),
        value=entry.date,
        words=shorten(text, LONGEST_HEADING),
        href=place(lookup, entry.label.document, entry.label.start),
        outlets=", ".join(outlets),
        accounts=len(entry.documents),
        standing=entry.standing,
    )
