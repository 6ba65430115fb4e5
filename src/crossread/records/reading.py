"""What one account holds, read by itself."""

from __future__ import annotations

from dataclasses import dataclass

from crossread.records.attribution import Attribution
from crossread.records.document import Document, Notice
from crossread.records.event import Event
from crossread.records.mentions import Chain, Description, Mention
from crossread.records.span import Span
from crossread.records.values import Figure, Timex


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of the article (never of unreadable furniture); `paragraph` counts from 0."""

    start: int
    end: int
    paragraph: int

    @property
    def span(self) -> Span:
        """Where it stands."""
        return Span(self.start, self.end)


@dataclass(frozen=True, slots=True)
class Reading:
    """One account and everything marked in it; every list is in the order of the text."""

    document: Document
    sentences: tuple[Sentence, ...] = ()
    mentions: tuple[Mention, ...] = ()
    chains: tuple[Chain, ...] = ()
    descriptions: tuple[Description, ...] = ()
    attributions: tuple[Attribution, ...] = ()
    times: tuple[Timex, ...] = ()
    figures: tuple[Figure, ...] = ()
    events: tuple[Event, ...] = ()
    notices: tuple[Notice, ...] = ()
