"""What two accounts that share passages are to one another: a reprint, a shared passage, or the same quotation.

Somebody's own words are told alike by everybody who was there, and a name can be written in one way only: neither shows
that one account was copied from the other. What shows it is common wording.
"""

from __future__ import annotations

from collections.abc import Sequence

from crossread.link.lineage_passages import Stretch
from crossread.link.words import Words
from crossread.records import LineageKind

# The contract's own words: at least half of the shorter text stands in the other.
REPRINT_SHARE = 0.5
# Wording is a passage from about a clause on: of the labelled pairs in the lineage set, those told independently share
# at most 10 such words in a row of seeds, those that copied a sentence 12 and more.
PASSAGE_WORDING = 11
# Or it is in crumbs, as where every sentence was rewritten a little.
PASSAGE_CRUMBS = 20
# A quotation of fewer words may have been worded by two reporters alike.
QUOTATION_WORDS = 8


def shares_of(first: Words, second: Words, stretches: Sequence[Stretch]) -> tuple[float, float]:
    """How much of each account stands in the other, by words."""
    common = sum(len(stretch.pairs) for stretch in stretches)
    return common / max(1, len(first)), common / max(1, len(second))


def name_kind(first: Words, second: Words, stretches: Sequence[Stretch]) -> LineageKind | None:
    """The kind of lineage the stretches show, or None where they show none."""
    if not stretches:
        return None
    if max(shares_of(first, second, stretches)) >= REPRINT_SHARE:
        return "reprint"
    wordings = [count_wording(first, second, stretch) for stretch in stretches]
    if max(wordings) >= PASSAGE_WORDING or sum(wordings) >= PASSAGE_CRUMBS:
        return "shared-passage"
    if max(count_quoted(first, second, stretch) for stretch in stretches) >= QUOTATION_WORDS:
        return "quotes-same-words"
    return None


def count_wording(first: Words, second: Words, stretch: Stretch) -> int:
    """Common words that neither account quotes and that are no part of a name."""
    return sum(
        not (first.quoted[a] or second.quoted[b] or _is_capital(first, a) or _is_capital(second, b))
        for a, b in stretch.pairs
    )


def count_quoted(first: Words, second: Words, stretch: Stretch) -> int:
    """Common words that one of the accounts quotes."""
    return sum(bool(first.quoted[a] or second.quoted[b]) for a, b in stretch.pairs)


def _is_capital(words: Words, place: int) -> bool:
    """Whether a word is written with a capital or is a number."""
    letter = words.document.text[words.starts[place]]
    return not letter.islower()
