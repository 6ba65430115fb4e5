"""Who speaks with one voice: a spokesman, his chief and their office.

Two sources are one body where an account's own words say so ('a spokesman for the ministry', 'deputy police chief',
'Interior Minister' and 'interior ministry'). Nothing else joins voices; whoever left an office speaks for himself.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from crossread.records import Description, Entity, Reading

SPEAKS_FOR = (
    r"(?:spokes(?:man|woman|person|people|persons)|press (?:secretary|officer|service|office|attach[eé])|"
    r"representative|communications (?:director|chief|officer))"
)
HEADS = (
    r"(?:head|chief|director(?: general)?|chair(?:man|woman|person)?|commander|commissioner|chief executive|ceo|boss|"
    r"chief executive officer|governor|general manager|manager|president|superintendent|captain|lieutenant|sergeant|"
    r"officials?|officers?)"
)
# 'A spokesman for the ministry', 'director of Civil Aviation'.
OF = re.compile(rf"\b(?:{SPEAKS_FOR}|{HEADS})\s+(?:for|of|at|with|from)\s+(?:the\s+)?([^,;]{{2,60}})", re.IGNORECASE)
# 'The ministry's spokesman', 'a Nato spokesperson', 'deputy police chief'; up to four words before the role.
BEFORE = re.compile(
    rf"((?:[\w.&’'-]+\s+){{0,3}}[\w.&-]+)(?:['’]s?)?\s+(?:deputy\s+|vice\s+)?(?:{SPEAKS_FOR}|{HEADS})\b",
    re.IGNORECASE,
)
# Words for a source are read so far.
LONGEST_SOURCE = 200
MINISTER = re.compile(r"((?:[\w-]+\s+){1,3})minister\b", re.IGNORECASE)
FORMER = re.compile(r"\b(?:former|ex|retired|late|onetime|one-time)\b", re.IGNORECASE)
# Words before an office that do not tell it from another.
LOOSE = re.compile(
    r"^(?:(?:the|a|an|another|its|his|her|their|one|two|local|provincial|regional|senior|top|deputy|vice|chief|"
    r"unnamed|other|some)\s+)+",
    re.IGNORECASE,
)
# 'Orrin police' and 'the Orrin Police Department' are one body.
POLICE_BODY = re.compile(r"\b(police) (?:department|dept|force|service|office)$")
# A name with such a word inside names somebody of an office, or two of them.
INNER = re.compile(rf"\b(?:for|of|and|at|{SPEAKS_FOR})\b", re.IGNORECASE)
# A name that ends so is an office even without a name of its own.
OFFICES = frozenset(
    {"police", "ministry", "army", "military", "government", "court", "hospital", "department", "agency", "authority"}
    | {"zoo", "airline", "airport", "university", "college", "museum", "church", "union", "federation", "foundation"}
    | {"commission", "committee", "council", "embassy", "office", "parliament", "prosecutor", "navy", "bureau"}
)


@dataclass(frozen=True, slots=True)
class Body:
    """A body that speaks: its key, its name, and the entity it is where it has a name of its own."""

    key: str
    name: str
    entity: str | None = None


class Bodies:
    """The body each source speaks for."""

    def __init__(self, entities: Sequence[Entity], readings: Sequence[Reading] = ()) -> None:
        self._entities = {entity.id: entity for entity in entities}
        self._by_name: dict[str, set[str]] = defaultdict(set)
        for entity in entities:
            if entity.kind == "organization":
                for name in (entity.name, *(alias.text for alias in entity.aliases)):
                    self._by_name[fold_office(name)].add(entity.id)
        self._described = _described(entities)
        self._known: dict[str, Body] = {}
        self._longer = _longer_names(readings)

    def settle(self, body: Body, story: str | None) -> Body:
        """The body under its fuller name where the story knows but one: 'the foreign ministry' is the German one."""
        folded = fold_office(body.name)
        longer = self._longer.get((story, folded), frozenset())
        if len(longer) != 1 or folded.rsplit(" ", 1)[-1] not in OFFICES:
            return body
        (full,) = longer
        entities = self._by_name.get(fold_office(full), set())
        if len(entities) == 1:
            (entity,) = entities
            return self._itself(self._entities[entity])
        return Body(f"words:{fold_office(full)}", full)

    def of_entity(self, entity: str) -> Body:
        """The body an entity speaks for; its own where nothing says that it speaks for another."""
        found = self._known.get(entity)
        if found is None:
            found = self._known[entity] = self._find(self._entities[entity])
        return found

    def of_words(self, words: str) -> Body | None:
        """The body that words for a source speak for ('a local Nato spokesperson'), or None."""
        for office in offices(words):
            folded = fold_office(office)
            entities = self._by_name.get(folded, set())
            if len(entities) == 1:
                (entity,) = entities
                return self._itself(self._entities[entity])
            if folded.rsplit(" ", 1)[-1] in OFFICES:
                return Body(f"words:{folded}", office.strip())
        return None

    def _itself(self, entity: Entity) -> Body:
        """An entity as a body; one without a name of its own is known by its words ('police', 'the opposition')."""
        folded = fold_office(entity.name)
        if entity.name[:1].islower() or folded.rsplit(" ", 1)[-1] in OFFICES:
            return Body(f"words:{folded}", entity.name, entity.id)
        return Body(f"entity:{entity.id}", entity.name, entity.id)

    def _find(self, entity: Entity) -> Body:
        itself = self._itself(entity)
        if entity.kind == "person" and entity.descriptions:
            for description in sorted(entity.descriptions, key=_order):
                if body := self.of_words(description.text):
                    return body
            return itself
        folded = fold_office(entity.name)
        people = self._described.get(folded, frozenset()) - {entity.id}
        if len(people) == 1:
            (person,) = people
            return Body(f"entity:{person}", self._entities[person].name, person)
        return (self.of_words(entity.name) if entity.name[:1].islower() else None) or itself


def _described(entities: Sequence[Entity]) -> dict[str, frozenset[str]]:
    """For every description, the people it is used of: 'the Russian president' may be one of them."""
    found: dict[str, set[str]] = defaultdict(set)
    for entity in entities:
        if entity.kind == "person":
            for description in entity.descriptions:
                found[fold_office(description.text)].add(entity.id)
    return {text: frozenset(people) for text, people in found.items()}


def _longer_names(readings: Sequence[Reading]) -> dict[tuple[str | None, str], frozenset[str]]:
    """For every story and every end of an office's name, the fuller names that end so, each once."""
    found: dict[tuple[str | None, str], dict[str, str]] = defaultdict(dict)
    for reading in readings:
        for chain in reading.chains:
            words = fold_office(chain.name).split()
            if len(words) > 1 and words[-1] in OFFICES and not INNER.search(chain.name):
                for i in range(1, len(words)):
                    names = found[reading.document.story, " ".join(words[i:])]
                    full = " ".join(words)
                    names[full] = min(names.get(full, chain.name), chain.name)
    return {key: frozenset(_fullest(names).values()) for key, names in found.items()}


def _fullest(names: dict[str, str]) -> dict[str, str]:
    """The names that are not themselves the end of another."""
    return {n: shown for n, shown in names.items() if not any(o.endswith(" " + n) for o in names)}


def _order(description: Description) -> tuple[str, int, int]:
    return (description.document, description.start, description.end)


def offices(words: str) -> list[str]:
    """The bodies that words for a source can speak for, the surest first.

    >>> offices("a spokesman for the Interior Ministry"), offices("Interior Minister"), offices("a former police chief")
    (['Interior Ministry'], ['Interior ministry'], [])
    """
    words = words[:LONGEST_SOURCE]
    if FORMER.search(words):
        return []
    found = [match.group(1) for match in OF.finditer(words)]
    if not found:
        led = (LOOSE.sub("", m.group(1)).strip() for m in MINISTER.finditer(words))
        # A prime minister leads the government and no ministry.
        found += [f"{office} ministry" for office in led if not office.lower().endswith("prime")]
        for match in BEFORE.finditer(words):
            whole = LOOSE.sub("", match.group(1).strip())
            parts = whole.split()
            found += [" ".join(parts[i:]) for i in range(len(parts))]
    return [office for office in found if office.strip()]


@lru_cache(maxsize=20_000)
def fold_office(name: str) -> str:
    """The name of an office as it is compared: small letters, without articles and loose words.

    >>> fold_office("the Orrin Police Department"), fold_office("Orrin police")
    ('orrin police', 'orrin police')
    """
    lowered = name.lower().replace("’", "'").removesuffix("'s")
    folded = re.sub(r"[^\w]+", " ", LOOSE.sub("", lowered)).strip()
    return POLICE_BODY.sub(r"\1", folded)
