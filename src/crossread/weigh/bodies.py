"""Who speaks with one voice: a spokesman, his chief and their office.

Two entities are one body where an account's own words say so ('a spokesman for the ministry', 'the ministry's
spokesman', 'Interior Minister' and 'interior ministry'). Nothing else joins voices.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence

from crossread.records import Description, Entity

SPEAKS_FOR = (
    r"(?:spokes(?:man|woman|person|people|persons)|press (?:secretary|officer|service|office)|speaker|representative|"
    r"press attach[eé]|communications (?:director|chief|officer))"
)
HEADS = (
    r"(?:head|chief|director(?: general)?|deputy director|deputy head|deputy chief|chair(?:man|woman|person)?|"
    r"commander|commissioner|minister|deputy minister|chief executive(?: officer)?|ceo|"
    r"boss|governor|general manager|manager|"
    r"president|vice president|co-founder|founder|superintendent|sheriff|captain|lieutenant|official)"
)
# 'A spokesman for the ministry', 'director of Civil Aviation'.
OF = re.compile(rf"\b(?:{SPEAKS_FOR}|{HEADS})\s+(?:for|of|at|with)\s+(?:the\s+)?(.+)$", re.IGNORECASE)
# 'The ministry's spokesman', 'a Nato spokesperson', 'local police chief'.
POSSESSED = re.compile(rf"^(?:the |a |an |its |local )?(.+?)(?:['’]s?)?\s+(?:{SPEAKS_FOR}|{HEADS})\b", re.IGNORECASE)
MINISTER = re.compile(r"\bminister\b", re.IGNORECASE)
# What stands for a whole country or for nobody in particular is no body with one voice.
BODY_KINDS = frozenset({"organization"})


class Bodies:
    """The body each entity speaks for; an entity that speaks for itself is its own."""

    def __init__(self, entities: Sequence[Entity]) -> None:
        self._entities = {entity.id: entity for entity in entities}
        self._by_name: dict[str, set[str]] = defaultdict(set)
        for entity in entities:
            for name in (entity.name, *(alias.text for alias in entity.aliases)):
                self._by_name[_fold(name)].add(entity.id)
        self._body: dict[str, str] = {}
        for entity in sorted(entities, key=lambda e: e.id):
            if entity.kind == "person":
                body = self._body_of(entity)
                if body:
                    self._body[entity.id] = body

    def body(self, entity: str) -> str:
        """The entity whose voice this one is."""
        seen = {entity}
        while (following := self._body.get(entity)) and following not in seen:
            seen.add(following)
            entity = following
        return entity

    def named(self, words: str) -> str | None:
        """The one organization that words for a source speak for ('a local Nato spokesperson'), or None."""
        for office in offices(words):
            found = self._organization(office)
            if found:
                return found
        return None

    def _body_of(self, entity: Entity) -> str | None:
        for description in sorted(entity.descriptions, key=_order):
            if found := self.named(description.text):
                return found if found != entity.id else None
        return None

    def _organization(self, words: str) -> str | None:
        found = {e for e in self._by_name.get(_fold(words), ()) if self._entities[e].kind in BODY_KINDS}
        return min(found) if len(found) == 1 else None


def _order(description: Description) -> tuple[str, int, int]:
    return (description.document, description.start, description.end)


def offices(words: str) -> list[str]:
    """The bodies that words for a source can speak for, the surest first.

    >>> offices("a spokesman for the Interior Ministry"), offices("Interior Minister")
    (['Interior Ministry', 'a'], ['Interior ministry', 'Interior'])
    """
    found = []
    if match := OF.search(words):
        found.append(match.group(1))
    if MINISTER.search(words) and not match:
        found.append(MINISTER.sub("ministry", re.sub(r"^(?:the|a|an|its)\s+", "", words, flags=re.IGNORECASE)))
    if possessed := POSSESSED.search(words):
        found.append(possessed.group(1))
    return found


def _fold(name: str) -> str:
    lowered = name.lower().replace("’", "'").removesuffix("'s")
    return re.sub(r"[^\w]+", " ", re.sub(r"^(?:the|a|an)\s+", "", lowered)).strip()
