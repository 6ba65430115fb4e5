"""Who did what to whom: PLOVER events and the clusters of them across accounts."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from crossread.records.span import Span

EventType = Literal[
    "AGREE", "CONSULT", "SUPPORT", "COOPERATE", "AID", "CONCEDE", "RETREAT", "REQUEST", "ACCUSE", "REJECT",
    "THREATEN", "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT",
]  # fmt: skip
Modality = Literal["asserted", "planned", "denied", "possible"]


@dataclass(frozen=True, slots=True)
class Event:
    """A PLOVER event at its trigger. `*_chains` hold within the document; entities are filled by linking."""

    id: str
    document: str
    start: int
    end: int
    type: EventType
    modality: Modality = "asserted"
    actor_chains: tuple[str, ...] = ()
    recipient_chains: tuple[str, ...] = ()
    place_chain: str | None = None
    actors: tuple[str, ...] = ()
    recipients: tuple[str, ...] = ()
    place: str | None = None
    time: str | None = None
    attribution: str | None = None
    same_as: str | None = None
    score: float = 1.0

    @property
    def span(self) -> Span:
        """Where its trigger stands."""
        return Span(self.start, self.end)


@dataclass(frozen=True, slots=True)
class EventCluster:
    """Events of several accounts that are the same; `date` is a TIMEX3 value."""

    id: str
    type: EventType
    events: tuple[str, ...]
    date: str | None = None
    place: str | None = None
