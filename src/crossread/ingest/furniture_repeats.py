"""Furniture known by what it repeats: names of galleries before each picture, lines that stand twice, plain captions.

A caption without a mark or a credit says again what the article says, in a line without a full stop between paragraphs
that have one. Read as part of the article it would bear the same thing out a second time.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from crossread.ingest.furniture_layout import LEAD_LINES, LONGEST_CAPTION, PICTURE_WORDS, SENTENCE_END
from crossread.ingest.furniture_patterns import sources
from crossread.records import Furniture, FurnitureKind

if TYPE_CHECKING:
    from crossread.ingest.furniture import Line

# Each picture of a gallery: 'Photos: The dam Water runs over the crest. Hide Caption 1 of 8'.
OF_GALLERY = re.compile(
    r"((?:photos?|pictures?|gallery|images?): )[^\n]{3,600} hide caption(?: \d{1,3} of \d{1,3})?", re.I
)
CREDITED = re.compile(rf"\((?:{sources()})\)\Z")
# Shorter lines may stand twice by chance.
SHORTEST_TWICE = 60
# A caption is a sentence: so many words at least.
FEWEST_WORDS = 7
# So much of a plain caption stands in the paragraphs too; so much of an article stands in paragraphs.
SHARE_REPEATED = 0.7
SHARE_IN_PARAGRAPHS = 0.6
WORD = re.compile(r"[^\W_]{4,}")
# Words are compared by their beginnings: 'dig' and 'digging' differ, 'rescue' and 'rescuers' do not.
STEM = 5
SPEECH = re.compile(r"[\"“”«»]|\b(?:said|says|told|according)\b", re.IGNORECASE)


def gallery_names(lines: Sequence[Line]) -> Iterator[Furniture]:
    """What begins the captions of a gallery: its label, and its name where several bear it."""
    found = [(line, match) for line in lines for match in (OF_GALLERY.match(line.words),) if match and not line.kind]
    shared = _shared([line.words for line, _ in found]) if len(found) > 1 else ""
    name = shared.rfind(" ") + 1
    for line, match in found:
        yield Furniture(line.start, line.start + max(match.end(1), name) - 1, "marker")


def _shared(texts: Sequence[str]) -> str:
    """What all texts begin with."""
    first, last = min(texts), max(texts)
    size = next((k for k, (a, b) in enumerate(zip(first, last, strict=False)) if a != b), min(len(first), len(last)))
    return first[:size]


def mark_repeats(lines: Sequence[Line], kinds: list[FurnitureKind | None]) -> None:
    """Lines that stand twice, and captions that say again what the paragraphs say."""
    _mark_twice(lines, kinds)
    _mark_plain_captions(lines, kinds)


def _mark_twice(lines: Sequence[Line], kinds: list[FurnitureKind | None]) -> None:
    """A long line that follows itself is read once; with a credit at its end it is a caption each time."""
    counts = Counter(line.words for line in lines if len(line.words) >= SHORTEST_TWICE)
    for index, line in enumerate(lines):
        credited = CREDITED.search(line.words) is not None
        is_picture = credited and 0 < index < len(lines) - 1 and PICTURE_WORDS.search(line.words) is not None
        is_again = counts[line.words] > 1 and (credited or (index > 0 and lines[index - 1].words == line.words))
        if not kinds[index] and (is_picture or is_again):
            kinds[index] = "caption"


def _mark_plain_captions(lines: Sequence[Line], kinds: list[FurnitureKind | None]) -> None:
    """Lines without a full stop between paragraphs whose words they repeat."""
    paragraphs = [n for n, line in enumerate(lines) if not kinds[n] and line.words.endswith(SENTENCE_END)]
    size = sum(len(lines[n].words) for n in paragraphs)
    if len(paragraphs) < 2 or size < SHARE_IN_PARAGRAPHS * sum(len(line.words) for line in lines):
        return
    known = {stem for n in paragraphs for stem in _stems(lines[n].words)}
    for index in range(max(LEAD_LINES, paragraphs[0] + 1), paragraphs[-1]):
        words = lines[index].words
        if kinds[index] or words.endswith((*SENTENCE_END, ",", "-", "–", "—")) or len(words) > LONGEST_CAPTION:
            continue
        stems = _stems(words)
        repeated = sum(stem in known for stem in stems)
        if len(words.split()) >= FEWEST_WORDS and not SPEECH.search(words) and repeated >= SHARE_REPEATED * len(stems):
            kinds[index] = "caption"


def _stems(words: str) -> list[str]:
    return [word[:STEM].lower() for word in WORD.findall(words)]
