"""What two accounts that share passages are to one another: a reprint, a shared passage, or the same quotation.

Somebody's own words are told alike by everybody who was there, and a name can be written in one way only: neither shows
that one account was copied from the other. What shows it is common wording.
"""

from __future__ import annotations

from collections.abc import Sequence

from crossread.link.lineage_passages import MUCH_ALIKE, Stretch
from crossread.link.words import Words
from crossread.records import LineageKind

# The contract's own words: at least half of the shorter text stands in the other.
REPRINT_SHARE = 0.5
# Where less of what is common is wording, neither quoted nor names, nearly all of the text has to stand in the other:
# a short account can be one statement and little else.
REPRINT_WORDING, WHOLE_SHARE = 0.25, 0.8
# A text that shares a good part with another in passages that are all edited may be an edited reprint: it is looked at
# more closely, and then more is asked.
EDITED_SHARE, EDITED_SIMILARITY, EDITED_REPRINT_SHARE = 0.25, 0.85, 0.6
# Wording is a passage from about a clause on: of the labelled pairs, those told independently share at most 10 such
# words in a stretch, those that copied a sentence 12 and more.
PASSAGE_WORDING = 11
# Or it is in crumbs, as where every sentence was rewritten a little.
PASSAGE_CRUMBS = 20
# Fewer quoted words may have been worded by two reporters alike, unless both quote from the first of them on.
QUOTATION_WORDS = 8
WHOLE_QUOTATION_WORDS = 6

# Of accounts that are no reprints, a stretch with fewer words of either sort is a name, a place, a turn of phrase.
TELLING_WORDS = 6


def shares_of(first: Words, second: Words, stretches: Sequence[Stretch]) -> tuple[float, float]:
    """How much of each account stands in the other, by words."""
    in_first = sum(stretch.extent[0] for stretch in stretches if stretch.again != "a")
    in_second = sum(stretch.extent[1] for stretch in stretches if stretch.again != "b")
    return in_first / max(1, len(first)), in_second / max(1, len(second))


def may_be_edited(first: Words, second: Words, stretches: Sequence[Stretch]) -> bool:
    """Whether so much stands in both, and so altered, that a closer look may show an edited reprint."""
    share = max(shares_of(first, second, stretches))
    common = sum(stretch.common for stretch in stretches)
    alike = sum(stretch.common * stretch.similarity for stretch in stretches)
    return EDITED_SHARE <= share < REPRINT_SHARE and alike < EDITED_SIMILARITY * common


def telling(first: Words, second: Words, stretches: Sequence[Stretch]) -> list[Stretch]:
    """The stretches worth showing: all of a reprint, of others those that are wording or a quotation."""
    if max(shares_of(first, second, stretches)) >= REPRINT_SHARE:
        return list(stretches)
    return [stretch for stretch in stretches if max(stretch.plain, stretch.quoted) >= TELLING_WORDS]


def name_kind(first: Words, second: Words, stretches: Sequence[Stretch]) -> LineageKind | None:
    """The kind of lineage the stretches show, or None where they show none."""
    if not stretches:
        return None
    share = max(shares_of(first, second, stretches))
    if share >= (REPRINT_SHARE if _is_worded_alike(stretches) else WHOLE_SHARE):
        return "reprint"
    wording = [s.plain for s in stretches if s.similarity >= MUCH_ALIKE and not s.again]
    if max(wording, default=0) >= PASSAGE_WORDING or sum(wording) >= PASSAGE_CRUMBS:
        return "shared-passage"
    return "quotes-same-words" if any(map(_is_quotation, stretches)) else None


def _is_worded_alike(stretches: Sequence[Stretch]) -> bool:
    """Whether a good part of what is common is wording."""
    return sum(s.plain for s in stretches) >= REPRINT_WORDING * sum(s.common for s in stretches)


def _is_quotation(stretch: Stretch) -> bool:
    """Whether two accounts quote the same words."""
    return stretch.quoted >= (WHOLE_QUOTATION_WORDS if stretch.opens else QUOTATION_WORDS)


def passages_of(kind: LineageKind, stretches: Sequence[Stretch]) -> list[Stretch]:
    """The stretches that bear a kind out: of a common quotation only what is quoted."""
    return [s for s in stretches if kind != "quotes-same-words" or s.quoted >= WHOLE_QUOTATION_WORDS]
