"""Who repeats whom: reprints, shared passages and same quotations (PROV's derivation).

Likely pairs come from hashes (`lineage_pairs`), are laid side by side (`lineage_passages`) and named (`lineage_kinds`).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from crossread.link.lineage_direction import find_earlier
from crossread.link.lineage_kinds import EDITED_REPRINT_SHARE, may_be_edited, name_kind, passages_of, shares_of, telling
from crossread.link.lineage_pairs import RUN, likely_pairs
from crossread.link.lineage_passages import SHORT_SEED, Seeds, Stretch, find_stretches
from crossread.link.lineage_topics import LEAST_COMMON, Topics
from crossread.link.words import Vocabulary, Words
from crossread.records import Lineage, LineageKind, Passage, Reading, Share

# Accounts whose seeds are kept at hand: pairs come in order, so that a few thousand are enough.
SEEDS_KEPT = 4000
# An account of which this much stands in another is copied, whatever the rest of it tells.
COPIED_WHATEVER = 0.35
# A stretch of which this much is known to be boilerplate is dropped.
BOILERPLATE_SHARE = 0.5


@dataclass(frozen=True, slots=True)
class Pair:
    """Two accounts, by their places in order of time, and what stands in both."""

    a: int
    b: int
    stretches: list[Stretch]


def find_lineage(readings: tuple[Reading, ...]) -> tuple[Lineage, ...]:
    """Reprints, shared passages and same quotations between accounts, ordered by their documents."""
    vocabulary = Vocabulary()
    accounts = [vocabulary.words_of(reading) for reading in sorted(readings, key=_by_time)]
    found = []
    for pair in _without_boilerplate(_align(accounts, vocabulary), accounts, vocabulary):
        kind = name_kind(accounts[pair.a], accounts[pair.b], pair.stretches)
        if kind:
            stretches = passages_of(kind, pair.stretches)
            found.append(_lineage(kind, accounts[pair.a], accounts[pair.b], stretches))
    return tuple(sorted(found, key=lambda lineage: lineage.documents))


def _align(accounts: Sequence[Words], vocabulary: Vocabulary) -> list[Pair]:
    """The likely pairs that have something in common worth naming."""
    seeds_of = lru_cache(maxsize=SEEDS_KEPT)(lambda account: Seeds(accounts[account]))
    pairs = []
    for a, b in likely_pairs(accounts, vocabulary.subjects()):
        first, second = accounts[a], accounts[b]
        found = find_stretches(first, second, (seeds_of(a), seeds_of(b)))
        if may_be_edited(first, second, found):
            found = _look_closer(first, second, found)
        stretches = telling(first, second, found)
        if name_kind(first, second, stretches):
            pairs.append(Pair(a, b, stretches))
    return pairs


def _look_closer(first: Words, second: Words, found: list[Stretch]) -> list[Stretch]:
    """What shorter seeds find, where it makes an edited reprint; else what was found before."""
    closer = find_stretches(first, second, (Seeds(first, SHORT_SEED), Seeds(second, SHORT_SEED)))
    return closer if max(shares_of(first, second, closer)) >= EDITED_REPRINT_SHARE else found


def _without_boilerplate(pairs: Sequence[Pair], accounts: Sequence[Words], vocabulary: Vocabulary) -> Iterator[Pair]:
    """The pairs that tell of one affair, without passages that accounts of unlike affairs share."""
    topics = Topics(accounts, vocabulary)
    related, boilerplate = [], set[int]()
    for pair in pairs:
        first, second = accounts[pair.a], accounts[pair.b]
        copied = max(shares_of(first, second, pair.stretches)) >= COPIED_WHATEVER
        if copied or topics.likeness(first, second, pair.stretches) >= LEAST_COMMON:
            related.append(pair)
        else:
            boilerplate.update(run for stretch in pair.stretches for run in _runs(first, stretch))
    if not boilerplate:
        yield from related
        return
    for pair in related:
        words = accounts[pair.a]
        kept = [stretch for stretch in pair.stretches if not _is_boilerplate(_runs(words, stretch), boilerplate)]
        yield Pair(pair.a, pair.b, kept)


def _runs(words: Words, stretch: Stretch) -> list[int]:
    """The hashes of a stretch's runs of words, as the first account has them."""
    return [hash(tuple(words.ids[i : i + RUN])) for i in range(stretch.a, stretch.a_end - RUN + 1)]


def _is_boilerplate(runs: Sequence[int], boilerplate: set[int]) -> bool:
    """Whether a good part of a stretch is known from accounts that have nothing else in common."""
    return sum(run in boilerplate for run in runs) > BOILERPLATE_SHARE * len(runs)


def _by_time(reading: Reading) -> tuple[str, str, str]:
    """Dated accounts first, in order of publication; the rest by content, so that file names alter nothing."""
    document = reading.document
    return document.published or "~", document.key, document.id


def _lineage(kind: LineageKind, first: Words, second: Words, stretches: Sequence[Stretch]) -> Lineage:
    """The record, its documents in the order of their ids."""
    passages = [Passage(first.span(s.a, s.a_end), second.span(s.b, s.b_end), round(s.similarity, 3)) for s in stretches]
    shares = shares_of(first, second, stretches)
    documents = first.document, second.document
    if documents[0].id > documents[1].id:
        documents, shares = documents[::-1], shares[::-1]
        passages = [Passage(p.b, p.a, p.similarity) for p in passages]
    return Lineage(
        kind=kind,
        documents=(documents[0].id, documents[1].id),
        earlier=find_earlier(first.reading, second.reading),
        passages=tuple(sorted(passages, key=lambda passage: passage.a)),
        share=Share(round(min(1.0, shares[0]), 3), round(min(1.0, shares[1]), 3)),
    )
