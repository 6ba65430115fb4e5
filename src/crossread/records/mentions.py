"""Who and what an account speaks of: mentions, chained in one document, one entity across many."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from crossread.records.span import Span

EntityKind = Literal["person", "organization", "place", "event", "product", "law", "other"]
MentionForm = Literal["name", "nominal", "pronoun"]
Gender = Literal["female", "male", "neuter", "unknown"]
MergedBy = Literal["model", "user"]


@dataclass(frozen=True, slots=True)
class Mention:
    """Words that name something: `chain` holds within the document, `entity` across documents (filled by linking).

    A name comes without titles or articles; demonyms are nominal.
    """

    id: str
    document: str
    start: int
    end: int
    chain: str
    form: MentionForm
    entity: str | None = None
    acts_as: Literal["government"] | None = None
    score: float = 1.0

    @property
    def span(self) -> Span:
        """Where it stands."""
        return Span(self.start, self.end)


@dataclass(frozen=True, slots=True)
class Chain:
    """The mentions of one document that mean the same; `name` is its fullest form, verbatim from the text."""

    id: str
    document: str
    kind: EntityKind
    name: str
    mentions: tuple[str, ...]
    gender: Gender = "unknown"
    plural: bool = False
    roles: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Description:
    """How a document words who somebody is; `chain` in a reading, `entity` once linked."""

    text: str
    document: str
    start: int
    end: int
    chain: str | None = None
    entity: str | None = None


@dataclass(frozen=True, slots=True)
class Alias:
    """A form of a name and how often it was seen."""

    text: str
    count: int


@dataclass(frozen=True, slots=True)
class Merge:
    """Why chains are held to be one."""

    chains: tuple[str, ...]
    score: float
    reason: str
    by: MergedBy = "model"


@dataclass(frozen=True, slots=True)
class Entity:
    """One person, organization, place … across documents; `name` is the fullest common form."""

    id: str
    kind: EntityKind
    name: str
    aliases: tuple[Alias, ...] = ()
    merges: tuple[Merge, ...] = ()
    descriptions: tuple[Description, ...] = ()
