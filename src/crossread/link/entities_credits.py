"""Agencies credited above or below an account, "(Reuters)": the entity they are, even where no sentence names them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from crossread.gazetteer import organizations
from crossread.link.entities_clusters import Clusters
from crossread.link.names_words import thing_words
from crossread.records import Alias, Credit, Document, Entity, Reading, identify


@dataclass(frozen=True, slots=True)
class Credited:
    """The entity of each agency by the key of its name, and those that only credits name."""

    by_key: Mapping[tuple[str, ...], str]
    entities: tuple[Entity, ...]

    def fill(self, document: Document) -> tuple[Credit, ...]:
        """A document's credits with their entities."""
        return tuple(replace(c, entity=self.by_key.get(_key(_words(document, c)))) for c in document.credits)


def resolve_credits(clusters: Clusters, entity_of: Mapping[str, str], readings: Sequence[Reading]) -> Credited:
    """The entity of every agency credited: the organization of that name, or a new one."""
    by_key: dict[tuple[str, ...], str] = {}
    for group in clusters.groups:
        if group.kind != "person" and group.words and not group.country:
            by_key.setdefault(("body", group.body) if group.body else group.words, entity_of[group.first().chain.id])
    unnamed: dict[tuple[str, ...], list[tuple[tuple[str, int, int], str]]] = {}
    for document in (reading.document for reading in readings):
        for credit in document.credits:
            words = _words(document, credit)
            if _key(words) not in by_key:
                unnamed.setdefault(_key(words), []).append(((document.key, credit.start, credit.end), words))
    made = {key: _entity(sorted(places)) for key, places in unnamed.items()}
    return Credited(by_key | {key: entity.id for key, entity in made.items()}, tuple(made.values()))


def _words(document: Document, credit: Credit) -> str:
    return " ".join(document.text[credit.start : credit.end].split())


def _key(words: str) -> tuple[str, ...]:
    """A name as organizations are looked up: well-known ones by their fullest name, others by their words."""
    kind, full = organizations().get(words, ("", ""))
    return ("body", full) if kind == "organization" else thing_words(words)


def _entity(places: Sequence[tuple[tuple[str, int, int], str]]) -> Entity:
    """An entity that only credits name."""
    forms = [words for _, words in places]
    aliases = tuple(Alias(form, forms.count(form)) for form in sorted(set(forms), key=lambda f: (-forms.count(f), f)))
    return Entity(identify("e", *places[0][0]), "organization", max(aliases, key=lambda a: len(a.text)).text, aliases)
