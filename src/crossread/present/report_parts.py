"""The report's other sections: who says what, figures, who repeats whom, wording, people, the accounts themselves."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from crossread.present.dates import say_date
from crossread.present.lookup import Lookup
from crossread.present.marks import Excerpt, Mark, Piece, cut_middle, cut_paragraphs, excerpt, on_one_line, shorten
from crossread.present.report import place
from crossread.records import Attribution, Document, Entity, Figure, Span

UNITS = {"percent": "%", "percentage_point": "percentage points", "count": "", "people": "people"}
ABOUT = {
    "exact": "", "about": "about ", "more_than": "more than ", "less_than": "less than ", "at_least": "at least ",
    "at_most": "at most ", "range": "",
}  # fmt: skip
UNNAMED = "Nobody by name"
# Whoever is named less often than this is left to dossier.json in the list of people of a large pile.
FEWEST_MENTIONS = 2
MOST_PEOPLE = 150


@dataclass(frozen=True, slots=True)
class StatementView:
    """What one account makes somebody say."""

    outlet: str
    date: str
    href: str
    words: str
    kind: str
    act: str
    stance: str
    source: str
    via: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SpeakerView:
    """Somebody who speaks, with all that is put in his mouth, speech before thought."""

    name: str
    described: tuple[str, ...]
    accounts: int
    statements: tuple[StatementView, ...]


@dataclass(frozen=True, slots=True)
class FigureView:
    """A number with its unit and what it measures."""

    amount: str
    measure: str
    holder: str
    time: str
    speaker: str
    outlet: str
    href: str
    words: Excerpt


@dataclass(frozen=True, slots=True)
class LineageView:
    """Two accounts that share words."""

    kind: str
    first: str
    second: str
    shares: str
    earlier: str
    passages: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class WordingView:
    """How outlets call one entity."""

    name: str
    labels: tuple[tuple[str, str, str], ...]


@dataclass(frozen=True, slots=True)
class OmissionView:
    """Findings that an outlet does not carry: links and words."""

    outlet: str
    findings: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class VoiceView:
    """How many words an outlet gives one speaker; the widths are shares of the most anybody is given, in percent."""

    speaker: str
    outlet: str
    direct: int
    indirect: int
    direct_width: float
    indirect_width: float


@dataclass(frozen=True, slots=True)
class PersonView:
    """An entity with every form of its name and why these are held to be one."""

    name: str
    kind: str
    aliases: tuple[tuple[str, int], ...]
    merges: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class AccountView:
    """An account with its text in pieces."""

    anchor: str
    id: str
    title: str
    outlet: str
    basis: str
    date: str
    url: str
    paragraphs: tuple[tuple[Piece, ...], ...]


def speakers(lookup: Lookup) -> tuple[SpeakerView, ...]:
    """Everybody who is made to say something, who speaks in most accounts first; nobody by name comes last."""
    said: dict[str, list[Attribution]] = defaultdict(list)
    for attribution in lookup.dossier.attributions:
        for speaker in attribution.speakers or (attribution.speaker or "",):
            said[speaker].append(attribution)
    views = [_speaker(lookup, speaker, found) for speaker, found in said.items()]
    return tuple(sorted(views, key=lambda v: (v.name == UNNAMED, -v.accounts, -len(v.statements), v.name)))


def _speaker(lookup: Lookup, speaker: str, found: list[Attribution]) -> SpeakerView:
    entity = lookup.entities.get(speaker)
    ordered = sorted(found, key=lambda a: (a.act != "speech", lookup.numbers[a.document], a.content[0].start))
    words = Counter(on_one_line(d.text) for d in entity.descriptions) if entity else Counter[str]()
    return SpeakerView(
        name=entity.name if entity else UNNAMED,
        described=tuple(text for text, _ in sorted(words.items(), key=lambda item: (-item[1], item[0]))[:4]),
        accounts=len({a.document for a in found}),
        statements=tuple(_statement(lookup, a) for a in ordered),
    )


def _statement(lookup: Lookup, attribution: Attribution) -> StatementView:
    document = lookup.documents[attribution.document]
    pieces = [cut_middle(document.words(span)) for span in attribution.content]
    return StatementView(
        outlet=document.outlet.name,
        date=say_date(document.published),
        href=place(lookup, document.id, attribution.content[0].start),
        words=" … ".join(pieces),
        kind=attribution.kind,
        act=attribution.act,
        stance=attribution.stance,
        source=lookup.words(document.id, attribution.source),
        via=tuple(lookup.words(document.id, Span(v.start, v.end)) for v in attribution.via),
    )


def figures(lookup: Lookup) -> tuple[FigureView, ...]:
    """Every figure in the order of the accounts."""
    return tuple(_figure(lookup, figure) for figure in lookup.dossier.figures)


def _figure(lookup: Lookup, figure: Figure) -> FigureView:
    document = lookup.documents[figure.document]
    attribution = lookup.attributions.get(figure.attribution or "")
    source = lookup.words(document.id, attribution.source) if attribution else ""
    time = lookup.times.get(figure.time or "")
    return FigureView(
        amount=say_amount(figure),
        measure=on_one_line(figure.measure or ""),
        holder=lookup.name(figure.holder),
        time=say_date(time.value) if time else "",
        speaker=(lookup.name(attribution.speaker) or source) if attribution else "",
        outlet=document.outlet.name,
        href=place(lookup, document.id, figure.start),
        words=excerpt(document.text, figure.start, figure.end, around=60),
    )


def say_amount(figure: Figure) -> str:
    """A figure in words: modifier, value, unit."""
    if figure.value is not None:
        number = f"{figure.value:,.10g}"
    elif figure.low is not None and figure.high is not None:
        number = f"{figure.low:,.10g}–{figure.high:,.10g}"
    else:
        bound = figure.low if figure.low is not None else figure.high
        number = f"{'from' if figure.low is not None else 'up to'} {bound:,.10g}" if bound is not None else "some"
    unit = UNITS.get(figure.unit, figure.unit)
    space = "" if unit in ("%", "") else " "
    return f"{ABOUT[figure.modifier]}{number}{space}{unit}"


def lineage(lookup: Lookup) -> tuple[LineageView, ...]:
    """Pairs that share words, the largest share first."""
    views = []
    for line in sorted(lookup.dossier.lineage, key=lambda x: (-max(x.share.a, x.share.b), x.documents)):
        first, second = (lookup.documents[document] for document in line.documents)
        views.append(
            LineageView(
                kind=line.kind.replace("-", " "),
                first=f"{first.outlet.name} ({first.id})",
                second=f"{second.outlet.name} ({second.id})",
                shares=f"{line.share.a:.0%} of the first, {line.share.b:.0%} of the second",
                earlier=lookup.documents[line.earlier].outlet.name if line.earlier else "",
                passages=tuple(
                    (cut_middle(first.text[p.a.start : p.a.end]), cut_middle(second.text[p.b.start : p.b.end]))
                    for p in line.passages
                ),
            )
        )
    return tuple(views)


def wording(lookup: Lookup) -> tuple[WordingView, ...]:
    """Labels by entity, whoever is called most different things first."""
    called: dict[str, dict[tuple[str, str], str]] = defaultdict(dict)
    for label in lookup.dossier.framing.labels:
        outlet = lookup.documents[label.document].outlet.name
        called[label.entity].setdefault((on_one_line(label.text), outlet), place(lookup, label.document, label.start))
    views = [
        WordingView(lookup.name(entity), tuple((text, outlet, href) for (text, outlet), href in sorted(labels.items())))
        for entity, labels in called.items()
    ]
    return tuple(sorted(views, key=lambda v: (-len(v.labels), v.name)))


def voices(lookup: Lookup) -> tuple[VoiceView, ...]:
    """Words given to each speaker by each outlet, speakers with most words first."""
    words: dict[tuple[str, str], list[int]] = defaultdict(lambda: [0, 0])
    for voice in lookup.dossier.framing.voice:
        count = words[voice.speaker, lookup.documents[voice.document].outlet.name]
        count[0] += voice.direct_words
        count[1] += voice.indirect_words
    total = Counter[str]()
    for (speaker, _), (direct, indirect) in words.items():
        total[speaker] += direct + indirect
    most = max((sum(counts) for counts in words.values()), default=0) or 1
    ordered = sorted(words.items(), key=lambda item: (-total[item[0][0]], lookup.name(item[0][0]), item[0][1]))
    return tuple(
        VoiceView(lookup.name(speaker), outlet, d, i, round(100 * d / most, 1), round(100 * i / most, 1))
        for (speaker, outlet), (d, i) in ordered
    )


def omissions(lookup: Lookup) -> tuple[OmissionView, ...]:
    """What an outlet leaves out though all others of its affair carry it, by outlet."""
    found: dict[str, list[tuple[str, str]]] = defaultdict(list)
    findings = {finding.id: finding for finding in lookup.dossier.findings if finding.shown}
    names = {document.outlet.id: document.outlet.name for document in lookup.dossier.documents}
    for omission in lookup.dossier.framing.omissions:
        finding = findings.get(omission.finding)
        if finding is None:
            continue
        words = lookup.documents[finding.text.document].text[finding.text.start : finding.text.end]
        found[names.get(omission.outlet, omission.outlet)].append((f"#{finding.id}", shorten(words, 160)))
    return tuple(OmissionView(outlet, tuple(missed)) for outlet, missed in sorted(found.items()))


def people(lookup: Lookup) -> tuple[tuple[PersonView, ...], int]:
    """Entities by how often they are named, and how many are left out."""
    counts = Counter(m.entity for m in lookup.dossier.mentions if m.entity)
    ordered = sorted(lookup.dossier.entities, key=lambda e: (-counts[e.id], e.name, e.id))
    shown = [e for e in ordered if counts[e.id] >= FEWEST_MENTIONS][:MOST_PEOPLE]
    return tuple(map(_person, shown)), len(ordered) - len(shown)


def _person(entity: Entity) -> PersonView:
    return PersonView(
        name=entity.name,
        kind=entity.kind,
        aliases=tuple((alias.text, alias.count) for alias in entity.aliases),
        merges=tuple(dict.fromkeys(f"{merge.reason} ({merge.by}, {merge.score:.2f})" for merge in entity.merges)),
    )


def accounts(lookup: Lookup) -> Iterator[AccountView]:
    """Every account with what was found in it marked, one at a time: texts are the bulk of a report."""
    targets = _targets(lookup)
    for document in lookup.dossier.documents:
        marks = list(_marks(lookup, document, targets.get(document.id, {})))
        yield AccountView(
            anchor=f"d{lookup.numbers[document.id]}",
            id=document.id,
            title=on_one_line(document.title or "") or shorten(document.text, 80) or document.id,
            outlet=document.outlet.name,
            basis=document.outlet.basis,
            date=say_date(document.published),
            url=document.url if document.url and document.url.startswith(("http://", "https://")) else "",
            paragraphs=tuple(tuple(pieces) for pieces in cut_paragraphs(document.text, marks)),
        )


def _targets(lookup: Lookup) -> dict[str, dict[int, int]]:
    """For each account the places that links lead to: where each starts, and how far it reaches."""
    dossier = lookup.dossier
    places: dict[str, dict[int, int]] = defaultdict(dict)

    def add(document: str, start: int, end: int) -> None:
        places[document][start] = max(end, places[document].get(start, 0))

    for finding in dossier.findings:
        if finding.shown:
            for evidence in finding.evidence:
                add(evidence.document, evidence.start, evidence.end)
    for entry in dossier.timeline:
        add(entry.label.document, entry.label.start, entry.label.end)
    for figure in dossier.figures:
        add(figure.document, figure.start, figure.end)
    for label in dossier.framing.labels:
        add(label.document, label.start, label.end)
    for attribution in dossier.attributions:
        add(attribution.document, attribution.content[0].start, attribution.content[0].end)
    return places


def _marks(lookup: Lookup, document: Document, targets: dict[int, int]) -> Iterator[Mark]:
    number = lookup.numbers[document.id]
    for start, end in targets.items():
        yield Mark(start, end, "at", f"d{number}-{start}")
    for furniture in document.furniture:
        yield Mark(furniture.start, furniture.end, "furniture")
    for attribution in lookup.attributions_of.get(document.id, ()):
        kind = "said" if attribution.act == "speech" else "thought"
        yield from (Mark(span.start, span.end, kind) for span in attribution.content)
        if attribution.source:
            yield Mark(attribution.source.start, attribution.source.end, "source")
        if attribution.cue:
            yield Mark(attribution.cue.start, attribution.cue.end, "cue")
    yield from (Mark(f.start, f.end, "figure") for f in lookup.figures_of.get(document.id, ()))
    yield from (Mark(t.start, t.end, "time") for t in lookup.times_of.get(document.id, ()))
