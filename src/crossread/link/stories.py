"""Which accounts tell of one affair, and how the affair is called.

Accounts are profiles of weighted terms (`story_terms`) and are joined by average linkage (`story_clusters`); accounts
of which one repeats much of the other belong together whatever their words.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from crossread.link.story_clusters import cluster
from crossread.link.story_terms import profile_all
from crossread.link.words import article_sentences
from crossread.records import Document, Entity, Lead, Lineage, Reading, Span, Story, identify, trim

# An account that stands to this share in another tells of the same affair; less may be an agency's background.
SAME_AFFAIR_SHARE = 0.25
# So many entities, the most mentioned, are named with a story.
MOST_ENTITIES = 8


def sort_stories(readings: tuple[Reading, ...], lineage: tuple[Lineage, ...]) -> tuple[tuple[str, ...], ...]:
    """The document ids, sorted into affairs; affairs and their documents in order."""
    ordered = sorted(readings, key=lambda reading: (reading.document.key, reading.document.id))
    place = {reading.document.id: i for i, reading in enumerate(ordered)}
    joined = [
        (place[line.documents[0]], place[line.documents[1]])
        for line in lineage
        if line.kind != "quotes-same-words" and max(line.share.a, line.share.b) >= SAME_AFFAIR_SHARE
    ]
    published = [reading.document.published for reading in ordered]
    groups = cluster(profile_all(ordered), published, sorted(joined))
    return tuple(sorted(tuple(sorted(ordered[i].document.id for i in group)) for group in groups))


def describe_stories(
    readings: tuple[Reading, ...], partition: tuple[tuple[str, ...], ...], entities: tuple[Entity, ...]
) -> tuple[tuple[Reading, ...], tuple[Story, ...]]:
    """The readings with `document.story` filled in, and the stories, ordered by id."""
    by_id = {reading.document.id: reading for reading in readings}
    known = {entity.id for entity in entities}
    described = (_describe([by_id[name] for name in group], known) for group in partition)
    stories = [story for story in described if story]
    story_of = {name: story.id for story in stories for name in story.documents}
    placed = tuple(
        replace(reading, document=replace(reading.document, story=story_of.get(reading.document.id)))
        for reading in readings
    )
    return placed, tuple(sorted(stories, key=lambda story: story.id))


def _describe(readings: Sequence[Reading], known: set[str]) -> Story | None:
    """One affair, its name and lead from the account that shares most with the others; None where none has words."""
    ordered = sorted(readings, key=lambda reading: (reading.document.key, reading.document.id))
    lead = next((lead for reading in _most_central_first(ordered) if (lead := _lead(reading))), None)
    if lead is None:
        return None
    document = next(r.document for r in readings if r.document.id == lead.document)
    days = sorted(r.document.published[:10] for r in readings if r.document.published)
    return Story(
        id=identify("story", *(reading.document.key for reading in ordered)),
        title=document.text[lead.start : lead.end],
        documents=tuple(sorted(reading.document.id for reading in readings)),
        start=days[0] if days else None,
        end=days[-1] if days else None,
        entities=_most_mentioned(ordered, known),
        lead=lead,
    )


def _most_central_first(readings: Sequence[Reading]) -> list[Reading]:
    """The accounts by how much they share with all; those with a title before those without."""
    profiles = profile_all(readings)
    total: Counter[str] = Counter()
    for profile in profiles:
        total.update(profile)
    share = [sum(weight * total[term] for term, weight in profile.items()) for profile in profiles]
    order = sorted(range(len(readings)), key=lambda i: (not _title(readings[i].document), -round(share[i], 9), i))
    return [readings[i] for i in order]


def _title(document: Document) -> Span | None:
    """Where the title stands in the text."""
    return next((trim(document.text, p.start, p.end) for p in document.parts if p.kind == "title"), None)


def _lead(reading: Reading) -> Lead | None:
    """The title, or the first sentence; None for an account without words."""
    document = reading.document
    span = _title(document) or next(article_sentences(reading), None) or trim(document.text, 0, len(document.text))
    return Lead(document.id, span.start, span.end) if span else None


def _most_mentioned(readings: Sequence[Reading], known: set[str]) -> tuple[str, ...]:
    """The entities that most accounts mention most often, of those that are called by a name somewhere."""
    mentions: Counter[str] = Counter()
    documents: Counter[str] = Counter()
    named = {m.entity for reading in readings for m in reading.mentions if m.form == "name"} & known
    for reading in readings:
        counted = Counter(m.entity for m in reading.mentions if m.entity in named and m.entity)
        mentions.update(counted)
        documents.update(counted.keys())
    ranked = sorted(mentions, key=lambda entity: (-documents[entity], -mentions[entity], entity))
    return tuple(ranked[:MOST_ENTITIES])
