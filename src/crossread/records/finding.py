"""What the accounts together bear out."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

FindingKind = Literal["figure", "date", "event", "statement", "relation"]
EvidenceStance = Literal["asserts", "denies", "differs", "doubts"]
Standing = Literal["corroborated", "repeated", "single-source", "disputed", "evolving"]
OriginKind = Literal["speaker", "outlet", "document"]


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """A span with the document it stands in."""

    document: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Evidence:
    """Words of one account that bear on a finding; `origin` is filled by weighing."""

    document: str
    start: int
    end: int
    stance: EvidenceStance = "asserts"
    value: str | None = None
    origin: str | None = None
    attribution: str | None = None


@dataclass(frozen=True, slots=True)
class Origin:
    """Where evidence comes from in the end: a speaker, an outlet or a document."""

    id: str
    name: str
    kind: OriginKind
    entity: str | None
    documents: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Reason:
    """Why a finding stands as it does: a code for machines, a sentence for readers."""

    code: str
    detail: str


@dataclass(frozen=True, slots=True)
class Finding:
    """What the accounts together bear out; never without evidence."""

    id: str
    kind: FindingKind
    text: Place
    evidence: tuple[Evidence, ...]
    standing: Standing
    shown: bool = True
    score: float = 1.0
    reasons: tuple[Reason, ...] = ()

    def __post_init__(self) -> None:
        if not self.evidence:
            raise ValueError("a finding without evidence is an invention")


@dataclass(frozen=True, slots=True)
class TimelineEntry:
    """A day of the affair; `date` is a TIMEX3 value, `event` an event cluster."""

    date: str
    event: str | None
    finding: str | None
    label: Place
    documents: tuple[str, ...]
    standing: Standing
    background: bool = False


@dataclass(frozen=True, slots=True)
class Label:
    """How an outlet words who somebody is."""

    entity: str
    outlet: str
    text: str
    document: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Voice:
    """How many words an account gives a speaker, quoted and reported."""

    outlet: str
    document: str
    speaker: str
    direct_words: int
    indirect_words: int


@dataclass(frozen=True, slots=True)
class Omission:
    """A finding that every other outlet of its story carries, and this one does not."""

    outlet: str
    finding: str


@dataclass(frozen=True, slots=True)
class Framing:
    """How each outlet words the affair."""

    labels: tuple[Label, ...] = ()
    voice: tuple[Voice, ...] = ()
    omissions: tuple[Omission, ...] = ()


@dataclass(frozen=True, slots=True)
class Weighed:
    """The outcome of weighing."""

    findings: tuple[Finding, ...] = ()
    origins: tuple[Origin, ...] = ()
    timeline: tuple[TimelineEntry, ...] = ()
    framing: Framing = Framing()
