"""Who is made to say what: source, cue and content (Pareti 2012; PolNeAR 2018)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from crossread.records.span import Span

QuoteKind = Literal["direct", "indirect", "mixed"]
SourceType = Literal["named", "unnamed", "several", "official", "document", "account"]
Act = Literal["speech", "thought"]
Stance = Literal[
    "asserts", "denies", "doubts", "hopes", "demands", "promises", "threatens", "asks", "praises", "accuses", "other"
]


@dataclass(frozen=True, slots=True)
class Via:
    """A link of the chain a statement came through ("as cited by TASS")."""

    start: int
    end: int
    chain: str | None = None
    entity: str | None = None


@dataclass(frozen=True, slots=True)
class Attribution:
    """Somebody is made to say something; `chains` holds within the document, `speakers` across documents."""

    id: str
    document: str
    content: tuple[Span, ...]
    cue: Span | None
    source: Span | None
    kind: QuoteKind
    stance: Stance = "asserts"
    source_type: SourceType = "named"
    act: Act = "speech"
    within: str | None = None
    via: tuple[Via, ...] = ()
    chains: tuple[str, ...] = ()
    speaker: str | None = None
    speakers: tuple[str, ...] = ()
    score: float = 1.0

    def __post_init__(self) -> None:
        if not self.content:
            raise ValueError("an attribution without content says nothing")

    @property
    def extent(self) -> Span:
        """From the first to the last character of source, cue and content."""
        spans = [*self.content, *(s for s in (self.cue, self.source) if s)]
        return Span(min(s.start for s in spans), max(s.end for s in spans))
