"""The whole dossier as one readable page of Markdown: for a notebook of notes, and for seeing what a change changes.

Nothing is left out and no identifier is shown, so that two versions of a page differ only where a reader would
see a difference.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

from crossread.present.lookup import Lookup
from crossread.records import Attribution, Dossier, Event, Figure, Finding, Span

STANDINGS = ("disputed", "evolving", "corroborated", "repeated", "single-source")
MARKDOWN = re.compile(r"([\\`*_\[\]<>|])")


def to_markdown(dossier: Dossier) -> str:
    """The dossier as Markdown, ending in a newline."""
    return _Page(dossier).text()


def plain(words: str) -> str:
    """Words of an account on one line, with nothing that Markdown would take for markup."""
    return MARKDOWN.sub(r"\\\1", " ".join(words.split()))


@dataclass(frozen=True)
class _Page:
    """A dossier with the look-ups a page needs."""

    dossier: Dossier

    @cached_property
    def lookup(self) -> Lookup:
        return Lookup(self.dossier)

    def text(self) -> str:
        sections = (
            ("Accounts", self.accounts()),
            ("Findings", self.findings()),
            ("Timeline", self.timeline()),
            ("Who says what", self.attributions()),
            ("Figures", self.figures()),
            ("Times", self.dated()),
            ("Events", self.events()),
            ("Who repeats whom", self.lineage()),
            ("People, organizations, places", self.people()),
            ("How it is worded", self.wording()),
            ("Notices", self.notices()),
        )
        title = self.dossier.stories[0].title if self.dossier.stories else "Dossier"
        blocks = [f"# {plain(title)}", *(f"## {head}\n\n{_lines(rows)}" for head, rows in sections)]
        return "\n\n".join(blocks) + "\n"

    def words(self, document: str, start: int, end: int) -> str:
        return plain(self.lookup.documents[document].text[start:end])

    def spans(self, document: str, spans: Iterable[Span]) -> str:
        return " … ".join(self.words(document, span.start, span.end) for span in spans)

    def name(self, entity: str | None) -> str:
        return plain(self.lookup.entities[entity].name) if entity in self.lookup.entities else "—"

    def names(self, entities: Iterable[str]) -> str:
        return ", ".join(self.name(entity) for entity in entities) or "—"

    def accounts(self) -> Iterator[str]:
        for d in self.dossier.documents:
            when = f"{d.published or 'undated'} ({d.published_basis})"
            yield f"- **{d.id}** {plain(d.outlet.name)} ({d.outlet.basis}), {when}"
            credits = ", ".join(self.words(d.id, c.start, c.end) for c in d.credits)
            yield from [f"  - credits {credits}"] if credits else []
            for f in d.furniture:
                yield f"  - {f.kind}: {self.words(d.id, f.start, f.end)}"

    def findings(self) -> Iterator[str]:
        for standing in STANDINGS:
            for shown in (True, False):
                found = [f for f in self.dossier.findings if f.standing == standing and f.shown == shown]
                if found:
                    yield f"\n### {standing}{'' if shown else ' (leads, not shown)'}\n"
                for finding in found:
                    yield from self.finding(finding)

    def finding(self, finding: Finding) -> Iterator[str]:
        yield f"- **{self.words(finding.text.document, finding.text.start, finding.text.end)}** ({finding.kind})"
        yield from (f"  - *{reason.code}*: {plain(reason.detail)}" for reason in finding.reasons)
        for e in finding.evidence:
            origin = self.lookup.origins.get(e.origin or "")
            value = f" = {plain(e.value)}" if e.value else ""
            yield (
                f"  - {e.document} {e.stance}{value}, origin {plain(origin.name) if origin else '—'}: "
                f"“{self.words(e.document, e.start, e.end)}”"
            )

    def timeline(self) -> Iterator[str]:
        for entry in self.dossier.timeline:
            label = self.words(entry.label.document, entry.label.start, entry.label.end)
            background = ", background" if entry.background else ""
            yield f"- {entry.date} {label} ({entry.standing}{background}; {', '.join(entry.documents)})"

    def attributions(self) -> Iterator[str]:
        for document in self.dossier.documents:
            found = [a for a in self.dossier.attributions if a.document == document.id]
            yield from [f"\n### {document.id}\n"] if found else []
            yield from map(self.attribution, found)

    def attribution(self, a: Attribution) -> str:
        source = self.words(a.document, a.source.start, a.source.end) if a.source else "—"
        cue = self.words(a.document, a.cue.start, a.cue.end) if a.cue else "—"
        via = "".join(f", via {self.words(a.document, v.start, v.end)}" for v in a.via)
        nested = ", within another" if a.within else ""
        told = f"{source} / {cue}; {a.kind}, {a.act}, {a.stance}, {a.source_type}{via}{nested}"
        return f"- **{self.names(a.speakers)}** ({told}): {self.spans(a.document, a.content)}"

    def figures(self) -> Iterator[str]:
        for f in self.dossier.figures:
            yield (
                f"- {f.document} “{self.words(f.document, f.start, f.end)}” = {_amount(f)} {f.unit} ({f.modifier}); "
                f"{plain(f.measure or '—')}; {self.name(f.holder)}"
            )

    def dated(self) -> Iterator[str]:
        for t in self.dossier.times:
            yield f"- {t.document} “{self.words(t.document, t.start, t.end)}” = {t.type} {t.value}"

    def events(self) -> Iterator[str]:
        yield from map(self.event, self.dossier.events)

    def event(self, e: Event) -> str:
        when = self.lookup.times[e.time].value if e.time in self.lookup.times else "—"
        parties = f"{self.names(e.actors)} → {self.names(e.recipients)}"
        trigger = self.words(e.document, e.start, e.end)
        return f"- {e.document} {e.type} “{trigger}” ({e.modality}): {parties}; {when}; {self.name(e.place)}"

    def lineage(self) -> Iterator[str]:
        for line in self.dossier.lineage:
            first, second = line.documents
            shares = f"{line.share.a:.0%} and {line.share.b:.0%}"
            yield f"- {first} ~ {second}: {line.kind}, {shares} shared, earlier {line.earlier or 'unknown'}"
            for p in line.passages:
                yield f"  - “{self.words(first, p.a.start, p.a.end)}” ~ “{self.words(second, p.b.start, p.b.end)}”"

    def people(self) -> Iterator[str]:
        for e in sorted(self.dossier.entities, key=lambda e: (e.kind, e.name, e.id)):
            aliases = ", ".join(f"{plain(alias.text)} ×{alias.count}" for alias in e.aliases)
            yield f"- **{plain(e.name)}** ({e.kind}): {aliases or '—'}"
            yield from (f"  - merged ({m.by}, {m.score:.2f}): {plain(m.reason)}" for m in e.merges)

    def wording(self) -> Iterator[str]:
        for label in self.dossier.framing.labels:
            yield f"- {self.name(label.entity)} is “{plain(label.text)}” in {label.document}"
        for v in self.dossier.framing.voice:
            share = f"{v.direct_words} quoted and {v.indirect_words} reported words"
            yield f"- {v.document} gives {self.name(v.speaker)} {share}"

    def notices(self) -> Iterator[str]:
        for notice in self.dossier.notices:
            yield f"- {notice.document or '—'} *{notice.code}*: {plain(notice.message)}"


def _lines(rows: Iterable[str]) -> str:
    return "\n".join(rows) or "Nothing."


def _amount(figure: Figure) -> str:
    if figure.value is not None:
        return f"{figure.value:,.10g}"
    return f"{figure.low if figure.low is not None else '…'} to {figure.high if figure.high is not None else '…'}"
