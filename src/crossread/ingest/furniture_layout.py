"""Furniture known by where it stands: lists of stories behind 'Read more', tags, names of galleries, lone words."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from crossread.gazetteer import first_names
from crossread.ingest.credits import folded_names
from crossread.records import FurnitureKind

if TYPE_CHECKING:
    from crossread.ingest.furniture import Line

# 'Read more:' begins a list of stories where no more than so many short lines follow it to the end.
MOST_LISTED = 10
LONGEST_HEADLINE = 160
LIST_BEGINS = re.compile(
    r"(?:read|see|also|more|related|recommended|trending|most|top|you (?:may|might)|what to read|in other news)"
    r"\b.{0,60}:?",
    re.IGNORECASE,
)
TAG = re.compile(r"[^\W\d_][\w.'’&\- ]{0,38}")
FEWEST_TAGS = 3
GALLERY = re.compile(r"(?:\+|\d{1,3}) show all (.{3,120})", re.IGNORECASE)
LONE_WORD = re.compile(r"[\w'’+.\-]{2,24}")
SENTENCE_END = tuple(".!?…:;\"”’')")
# A line without a full stop among lines that have one is a caption where it speaks of what is to be seen.
PICTURE_WORDS = re.compile(
    r"\b(?:pictured|seen here|file (?:photo|picture|image)|the scene|poses|posing|looks? on|speaks (?:at|during|to)"
    r"|(?:is|are|was|were|can be|could be) seen|seen (?:in|at|on|with)|shown (?:here|above)|talking to)\b"
    r"|\((?:(?:far |second )?(?:left|right)|cent(?:re|er)|above|below|back|front|circled|middle)\)",
    re.IGNORECASE,
)
LONGEST_CAPTION = 400
SHARE_WITH_STOP = 0.6
LEAD_LINES = 2
# Other stories stand below their label in so many lines at most.
MOST_BELOW_LABEL = 6
AGENCY_BREAK = re.compile(r"\s*(?:[-–—/,;&|•]|\band\b|\bwith\b)\s*")


def mark_by_layout(lines: Sequence[Line]) -> list[FurnitureKind | None]:
    """The kind of each line, those that are furniture already kept."""
    kinds = [line.kind for line in lines]
    _mark_lone_words(lines, kinds)
    _mark_captions(lines, kinds)
    _mark_below_labels(lines, kinds)
    _mark_gallery_names(lines, kinds)
    _mark_lists(lines, kinds)
    _mark_tail(lines, kinds)
    return kinds


def _mark_lone_words(lines: Sequence[Line], kinds: list[FurnitureKind | None]) -> None:
    """A single word between longer lines is a label, a button or a credit."""
    for index, line in enumerate(lines):
        inner = 0 < index < len(lines) - 1
        if inner and not kinds[index] and LONE_WORD.fullmatch(line.words) and not line.words.endswith(SENTENCE_END):
            neighbours = (lines[index - 1], lines[index + 1])
            if any(len(other.words) > 60 for other in neighbours) and not _signs(line.words):
                kinds[index] = "marker"


def _signs(words: str) -> bool:
    """Whether a lone word is a given name, with which a letter or a post begins or ends."""
    return words.istitle() and words.lower() in first_names()


def _mark_captions(lines: Sequence[Line], kinds: list[FurnitureKind | None]) -> None:
    """Captions without a credit."""
    with_stop = sum(line.words.endswith(SENTENCE_END) for line in lines)
    if with_stop < SHARE_WITH_STOP * len(lines):
        return
    for index, line in enumerate(lines[LEAD_LINES:], LEAD_LINES):
        is_caption = len(line.words) <= LONGEST_CAPTION and not line.words.endswith(SENTENCE_END)
        if is_caption and not kinds[index] and PICTURE_WORDS.search(line.words):
            kinds[index] = "caption"


def _mark_below_labels(lines: Sequence[Line], kinds: list[FurnitureKind | None]) -> None:
    """Lines without a full stop behind 'Trending now:' are the stories it announces."""
    for index, line in enumerate(lines):
        if kinds[index] == "promo" and line.words.endswith(":"):
            for below in range(index + 1, min(len(lines), index + 1 + MOST_BELOW_LABEL)):
                if kinds[below] or lines[below].words.endswith(SENTENCE_END):
                    break
                kinds[below] = "promo"


def _mark_gallery_names(lines: Sequence[Line], kinds: list[FurnitureKind | None]) -> None:
    """The name of a gallery stands alone before '16 show all NAME'."""
    for index in range(1, len(lines)):
        match = GALLERY.fullmatch(lines[index].words)
        if match and lines[index - 1].words == match.group(1):
            kinds[index - 1] = "nav"


def _mark_lists(lines: Sequence[Line], kinds: list[FurnitureKind | None]) -> None:
    """Headlines of other stories behind 'Read more:' up to the end of the account."""
    for index in range(max(0, len(lines) - MOST_LISTED - 1), len(lines)):
        if kinds[index] != "promo" or not LIST_BEGINS.fullmatch(lines[index].words) or index < len(lines) // 3:
            continue
        rest = [n for n in range(index + 1, len(lines)) if not kinds[n]]
        if all(_is_headline(lines[n].words) for n in rest):
            for n in rest:
                kinds[n] = "promo"
            return


def _is_headline(words: str) -> bool:
    """Whether a line could be the headline of another story."""
    return len(words) <= LONGEST_HEADLINE and not words.endswith((",", ";")) and " said" not in words


def _mark_tail(lines: Sequence[Line], kinds: list[FurnitureKind | None]) -> None:
    """The last line of the article proper may be its tags; a line of agencies is a note wherever it stands."""
    for index, line in enumerate(lines):
        if index and kinds[index] in (None, "marker") and _are_agencies(line.words):
            kinds[index] = "note"
    last = next((n for n in range(len(lines) - 1, 0, -1) if not kinds[n]), None)
    if last is not None and _are_tags(lines[last].words):
        kinds[last] = "tags"


def _are_agencies(words: str) -> bool:
    """Whether a line holds names of agencies and nothing else ('Reuters - AP - AFP', '(Xinhua)')."""
    if len(words) >= 120:
        return False
    names = folded_names()
    pieces = [piece.strip(" .()[]") for piece in AGENCY_BREAK.split(words)]
    return all(piece.lower() in names or not piece for piece in pieces) and any(pieces)


def _are_tags(words: str) -> bool:
    """Whether a line is a list of short names divided by commas, without a sentence in it."""
    pieces = [piece.strip() for piece in words.split(",")]
    if len(pieces) < FEWEST_TAGS or len(words) > 300 or words.endswith((".", "!", "?", "”", '"', "’")):
        return False
    if any(not TAG.fullmatch(piece) or len(piece.split()) > 4 for piece in pieces):
        return False
    return not any(f" {piece.split()[0].lower()} " in " and or but who which that " for piece in pieces)
