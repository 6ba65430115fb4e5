"""How each outlet words the affair: what it calls people, whom it lets speak, and what it leaves out."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

from crossread.records import Attribution, Document, Finding, Framing, Label, Links, Omission, Voice
from crossread.weigh.media import outlet_key

WORD = re.compile(r"\w+(?:['’-]\w+)*")
# What all but one outlet carry is left out by that one, from so many outlets on.
FEWEST_OUTLETS = 3


def describe_framing(links: Links, findings: Sequence[Finding]) -> Framing:
    """Labels, voice and omissions, each in the order of document and place."""
    documents = {d.id: d for d in links.documents}
    labels = sorted(_labels(links, documents), key=lambda x: (x.document, x.start, x.end, x.entity))
    voice = sorted(_voice(links, documents), key=lambda v: (v.document, v.speaker))
    return Framing(tuple(labels), tuple(voice), tuple(_omissions(documents, findings)))


def _labels(links: Links, documents: dict[str, Document]) -> Iterator[Label]:
    seen = set()
    for entity in links.entities:
        for d in entity.descriptions:
            place = (entity.id, d.document, d.start, d.end)
            if d.document in documents and place not in seen:
                seen.add(place)
                yield Label(entity.id, documents[d.document].outlet.id, d.text, d.document, d.start, d.end)


def _voice(links: Links, documents: dict[str, Document]) -> Iterator[Voice]:
    for reading in links.readings:
        document = documents[reading.document.id]
        direct: dict[str, int] = defaultdict(int)
        indirect: dict[str, int] = defaultdict(int)
        for attribution in reading.attributions:
            if attribution.act == "speech" and attribution.speaker:
                spoken = direct if attribution.kind == "direct" else indirect
                spoken[attribution.speaker] += _words(document, attribution)
        for speaker in sorted({*direct, *indirect}):
            yield Voice(document.outlet.id, document.id, speaker, direct[speaker], indirect[speaker])


def _words(document: Document, attribution: Attribution) -> int:
    return sum(len(WORD.findall(document.words(span))) for span in attribution.content)


def _omissions(documents: dict[str, Document], findings: Sequence[Finding]) -> Iterator[Omission]:
    """Findings that all outlets of a story but one carry."""
    outlets: dict[str | None, dict[str, str]] = defaultdict(dict)
    for d in documents.values():
        outlets[d.story][outlet_key(d)] = d.outlet.id
    for finding in findings:
        story = documents[finding.text.document].story
        carrying = {outlet_key(documents[e.document]) for e in finding.evidence}
        missing = sorted(outlets[story].keys() - carrying)
        if finding.shown and len(missing) == 1 and len(outlets[story]) >= FEWEST_OUTLETS:
            yield Omission(outlets[story][missing[0]], finding.id)
