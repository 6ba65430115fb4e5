"""Who repeats whom: reprints, shared passages and same quotations (PROV's derivation).

Likely pairs come from hashes (`lineage_pairs`), are laid side by side (`lineage_passages`) and named (`lineage_kinds`).
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from crossread.link.lineage_kinds import name_kind, shares_of
from crossread.link.lineage_pairs import likely_pairs
from crossread.link.lineage_passages import Seeds, Stretch, find_stretches
from crossread.link.words import Vocabulary, Words
from crossread.records import Document, Lineage, LineageKind, Passage, Reading, Share

# Accounts whose seeds are kept at hand: pairs come in order, so that a few thousand are enough.
SEEDS_KEPT = 4000


def find_lineage(readings: tuple[Reading, ...]) -> tuple[Lineage, ...]:
    """Reprints, shared passages and same quotations between accounts, ordered by their documents."""
    vocabulary = Vocabulary()
    accounts = [vocabulary.words_of(reading) for reading in sorted(readings, key=_by_time)]
    seeds_of = lru_cache(maxsize=SEEDS_KEPT)(lambda account: Seeds(accounts[account]))
    found = []
    for a, b in likely_pairs(accounts):
        stretches = find_stretches(accounts[a], accounts[b], (seeds_of(a), seeds_of(b)))
        kind = name_kind(accounts[a], accounts[b], stretches)
        if kind:
            found.append(_lineage(kind, accounts[a], accounts[b], stretches))
    return tuple(sorted(found, key=lambda lineage: lineage.documents))


def _by_time(reading: Reading) -> tuple[str, str, str]:
    """Dated accounts first, in order of publication; the rest by content, so that file names alter nothing."""
    document = reading.document
    return document.published or "~", document.key, document.id


def _lineage(kind: LineageKind, first: Words, second: Words, stretches: Sequence[Stretch]) -> Lineage:
    """The record, its documents in the order of their ids."""
    passages = [Passage(first.span(*s.a), second.span(*s.b), round(s.similarity, 3)) for s in stretches]
    shares = shares_of(first, second, stretches)
    documents = first.document, second.document
    if documents[0].id > documents[1].id:
        documents, shares = documents[::-1], shares[::-1]
        passages = [Passage(p.b, p.a, p.similarity) for p in passages]
    return Lineage(
        kind=kind,
        documents=(documents[0].id, documents[1].id),
        earlier=_earlier(*documents),
        passages=tuple(sorted(passages, key=lambda passage: passage.a)),
        share=Share(round(min(1.0, shares[0]), 3), round(min(1.0, shares[1]), 3)),
    )


def _earlier(first: Document, second: Document) -> str | None:
    """The account published before the other, where dates tell."""
    days = _moment(first), _moment(second)
    if days[0] is None or days[1] is None:
        return None
    length = min(len(days[0]), len(days[1]))
    a, b = days[0][:length], days[1][:length]
    return None if a == b else first.id if a < b else second.id


def _moment(document: Document) -> str | None:
    """When it was published; midnight means that only the day is known."""
    published = document.published
    if not published:
        return None
    day, _, time = published.replace(" ", "T").partition("T")
    return day if time[:8] in ("", "00:00", "00:00:00") else f"{day}T{time[:5]}"
