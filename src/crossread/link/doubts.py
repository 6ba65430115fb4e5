"""What a reviewer should look at first: unions that are not sure, and names left apart that may be one."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from crossread.link.entities_countries import country_of
from crossread.link.entities_people import judge_people, people_keys
from crossread.link.entities_things import judge_things, thing_keys
from crossread.link.names_words import name_words
from crossread.records import Entity

# Unions less sure than this are listed for review.
UNSURE = 0.8
# A key under which more names meet tells nothing.
MOST_UNDER_KEY = 40


@dataclass(frozen=True, slots=True)
class Doubt:
    """Something about an entity to look at: in words, and the line for `crossread.people` that would settle it."""

    entity: str
    message: str
    rule: str | None = None


def find_doubts(entities: Sequence[Entity], unnamed: Collection[str] = ()) -> list[Doubt]:
    """Every doubt, in the order of the entities; those `unnamed` (ids) are left apart on purpose."""
    doubts = [doubt for entity in entities for doubt in _unsure_unions(entity)]
    named = [entity for entity in entities if entity.id not in unnamed]
    doubts += _left_apart(named)
    doubts += _short_names(named)
    order = {entity.id: n for n, entity in enumerate(entities)}
    return sorted(doubts, key=lambda doubt: (order[doubt.entity], doubt.message))


def _unsure_unions(entity: Entity) -> list[Doubt]:
    """Unions that are not sure, those of one reason told once."""
    unsure: dict[str, list[float]] = {}
    for merge in entity.merges:
        if merge.by == "model" and merge.score < UNSURE:
            unsure.setdefault(merge.reason, []).extend([merge.score] * (len(merge.chains) - 1))
    return [
        Doubt(entity.id, f"united at {min(scores):.2f} only{_times(len(scores))}: {reason}")
        for reason, scores in unsure.items()
    ]


def _times(count: int) -> str:
    return f" ({count} times)" if count > 1 else ""


def _left_apart(entities: Sequence[Entity]) -> list[Doubt]:
    """Entities of one kind whose names are alike, or that bear one name as two kinds."""
    blocks: dict[tuple[str, ...], list[int]] = {}
    words = [name_words(entity.name, entity.kind) for entity in entities]
    for n, entity in enumerate(entities):
        for key in people_keys(words[n]) if entity.kind == "person" else thing_keys(words[n]):
            blocks.setdefault(key, []).append(n)
    pairs = {
        (a, b)
        for block in blocks.values()
        if len(block) <= MOST_UNDER_KEY
        for i, a in enumerate(block)
        for b in block[i + 1 :]
    }
    return [doubt for a, b in sorted(pairs) for doubt in _alike(entities[a], entities[b], words[a], words[b])]


def _alike(one: Entity, other: Entity, words: tuple[str, ...], other_words: tuple[str, ...]) -> list[Doubt]:
    if country_of(one.name) or country_of(other.name):
        return []
    people = [entity.kind for entity in (one, other)].count("person")
    if people == 1 or len(words) == 1 == len(other_words) == people:
        return []
    judged = judge_people(words, other_words) if people else judge_things(words, other_words, one.kind)
    if judged.likeness == "other":
        return []
    told = f"left apart from {other.name} ({other.kind}): {judged.reason}"
    same = one.name.casefold() == other.name.casefold()
    return [Doubt(one.id, told, None if same else f"one: {one.name} = {other.name}")]


def _short_names(entities: Sequence[Entity]) -> list[Doubt]:
    """People known by one word that others bear."""
    bearers: dict[str, list[Entity]] = {}
    for entity in entities:
        if entity.kind == "person":
            for word in sorted(set(name_words(entity.name, "person"))):
                bearers.setdefault(word, []).append(entity)
    doubts = []
    for entity in entities:
        words = name_words(entity.name, entity.kind)
        if entity.kind == "person" and len(words) == 1:
            full = [other for other in bearers[words[0]] if len(name_words(other.name, "person")) > 1]
            if full:
                names = ", ".join(other.name for other in full[:4])
                told = f"the word alone was given to none of its bearers: {names}"
                doubts.append(Doubt(entity.id, told, f"one: {entity.name} = {full[0].name}"))
    return doubts
