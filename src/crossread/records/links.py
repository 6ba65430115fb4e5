"""What is the same across accounts: entities, lineage, stories, statements of one thing."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from crossread.records.document import Document, Notice
from crossread.records.event import EventCluster
from crossread.records.finding import Evidence, FindingKind
from crossread.records.mentions import Entity
from crossread.records.reading import Reading
from crossread.records.span import Span

StatementModality = Literal["done", "planned", "considered", "alleged"]
LineageKind = Literal["reprint", "shared-passage", "quotes-same-words"]


@dataclass(frozen=True, slots=True)
class Passage:
    """Words that stand in both: `a` in the first document, `b` in the second; similarity from 0 to 1."""

    a: Span
    b: Span
    similarity: float


@dataclass(frozen=True, slots=True)
class Share:
    """How much of each text (furniture aside) is shared, from 0 to 1."""

    a: float
    b: float


@dataclass(frozen=True, slots=True)
class Lineage:
    """Who repeats whom (PROV's derivation); `earlier` is None where unknown."""

    kind: LineageKind
    documents: tuple[str, str]
    earlier: str | None
    passages: tuple[Passage, ...]
    share: Share


@dataclass(frozen=True, slots=True)
class Lead:
    """The words that stand for a story."""

    document: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Story:
    """One affair and its accounts; `start` and `end` are dates."""

    id: str
    title: str
    documents: tuple[str, ...]
    start: str | None
    end: str | None
    entities: tuple[str, ...]
    lead: Lead


@dataclass(frozen=True, slots=True)
class Statement:
    """One account says one thing: the words, and what in them can be compared.

    `subject` says what the statement is about in a form that two accounts can share (for a figure its measure and
    holder, for a date the event), `value` what it gives for it. `figure`, `time`, `event`, `attribution` are the ids of
    the records it rests on. `modality` tells what was done from what is planned, considered or held against somebody;
    `act` a claim from a wish, a demand, a promise, a question.
    """

    id: str
    kind: FindingKind
    evidence: Evidence
    subject: str
    value: str | None = None
    figure: str | None = None
    time: str | None = None
    event: str | None = None
    attribution: str | None = None
    entities: tuple[str, ...] = ()
    modality: StatementModality = "done"
    act: str = "claims"
    in_title: bool = False
    times: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class StatementGroup:
    """Statements that are thought to speak of the same thing; `score` says how sure, `reason` why."""

    kind: FindingKind
    statements: tuple[Statement, ...]
    score: float
    reason: str


@dataclass(frozen=True, slots=True)
class Links:
    """All accounts with what joins them; readings come back with entities, dates and stories filled in."""

    readings: tuple[Reading, ...]
    entities: tuple[Entity, ...] = ()
    lineage: tuple[Lineage, ...] = ()
    stories: tuple[Story, ...] = ()
    event_clusters: tuple[EventCluster, ...] = ()
    groups: tuple[StatementGroup, ...] = ()
    notices: tuple[Notice, ...] = ()

    @property
    def documents(self) -> tuple[Document, ...]:
        """The accounts, in the order of their ids."""
        return tuple(reading.document for reading in self.readings)
