"""Chains while they grow: what is known of each, and where it was last spoken of."""

from __future__ import annotations

from dataclasses import dataclass, field

from crossread.records import EntityKind, Gender, MentionForm, Span


@dataclass(slots=True)
class ChainDraft:
    """One who is spoken of. `roles` are nouns in lower case; `countries` codes that his roles name."""

    kind: EntityKind
    name: str
    named: bool
    gender: Gender = "unknown"
    plural: bool = False
    roles: list[str] = field(default_factory=list)
    countries: set[str] = field(default_factory=set)
    owners: set[str] = field(default_factory=set)  # names of those he serves, in lower case
    mentions: list[MentionDraft] = field(default_factory=list)

    def add_role(self, role: str) -> None:
        """Remember a role, once."""
        if role not in self.roles:
            self.roles.append(role)


@dataclass(slots=True, eq=False)
class MentionDraft:
    """Words that mean `chain`; `leads` where they are the subject of their sentence or the source of what is said."""

    span: Span
    form: MentionForm
    chain: ChainDraft
    line: int
    quoted: bool = False
    leads: bool = False
    speaks: bool = False
    government: bool = False
    whole: Span | None = None  # with what is said of it: "head of the council"
    score: float = 1.0


@dataclass(slots=True)
class DescriptionDraft:
    """Words for who somebody is."""

    span: Span
    chain: ChainDraft
