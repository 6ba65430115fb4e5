"""Through whom a statement came: "told the TV channel", "as cited by TASS", "Bloomberg reports".

A chain has two kinds of links: the medium a source spoke to, found in the words round the cue; and the medium that
passes the whole statement on, which is the source of the attribution this one stands inside.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache
from importlib.resources import files

from crossread.reading.attribution_source import source_right
from crossread.reading.attribution_types import source_words
from crossread.reading.attribution_units import Unit
from crossread.reading.attribution_words import JOINERS, NO_MEDIA, TALKS
from crossread.records import Attribution, Span, Via

WORD = re.compile(r"[^\W_]+(?:['’\-][^\W_]+)*")
ARTICLE = re.compile(r"(?:the|a|an|its|his|her|their)\s+", re.IGNORECASE)
FEWEST_ACRONYM = 3
LONGEST_NAME = 12


@cache
def media() -> frozenset[str]:
    """Names of media in lower case."""
    lines = (files("crossread") / "data" / "media.txt").read_text(encoding="utf-8").splitlines()
    return frozenset(line for line in lines if line and not line.startswith("#"))


def is_medium(words: str) -> bool:
    """Whether words name an agency, a paper, a channel or a platform.

    >>> is_medium("the TV channel Gulf One"), is_medium("Moss")
    (True, False)
    """
    low = ARTICLE.sub("", words.strip("“”\"' ")).lower()
    if low in media() or f"the {low}" in media():
        return True
    parts = WORD.findall(words)
    if any(part.lower() in source_words()["account"] for part in parts):
        return not any(part.lower() in ("secretary", "office", "conference") for part in parts)
    return any(part.isupper() and len(part) >= FEWEST_ACRONYM and part.lower() in media() for part in parts)


def is_listening_medium(words: str) -> bool:
    """Whether those somebody 'told' are a medium; besides the known ones, an abbreviation that is no public body."""
    bare = ARTICLE.sub("", words.strip())
    is_acronym = bare.isupper() and len(bare) >= FEWEST_ACRONYM and bare.isalnum() and bare.lower() not in NO_MEDIA
    return is_medium(words) or is_acronym


def media_in(unit: Unit, taken: Sequence[Span], floor: int) -> tuple[Span, ...]:
    """Media named behind `floor`, outside what is said, that somebody spoke to: 'in an interview with'."""
    words = unit.words
    found: list[Span] = []
    for index in range(len(words) - 2):
        if words[index].start < floor or any(span.start <= words[index].start < span.end for span in taken):
            continue
        follows = words[index].low in TALKS and words[index + 1].low in JOINERS
        speaks = words[index].low in (
            "speaking",
            "spoke",
            "talking",
            "quoted",
            "cited",
            "reported",
            "published",
        ) and words[index + 1].low in ("to", "with", "on", "by", "in")
        if follows or speaks:
            name = source_right(unit, index + 2, with_apposition=False)
            if name and name[1] - name[0] < LONGEST_NAME:
                span = unit.span(*name)
                if is_listening_medium(unit.text(*name)):
                    found.append(span)
    return tuple(found)


def link_chain(text: str, attribution: Attribution, holders: Sequence[Attribution]) -> Attribution:
    """An attribution with the media of those it stands inside added to its chain, nearest first."""
    links = list(attribution.via)
    for holder in holders:
        source = holder.source
        passed = [
            *holder.via,
            *([Via(source.start, source.end)] if source and is_medium(source.words_in(text)) else []),
        ]
        links += [via for via in passed if not any(via.start == known.start for known in links)]
    return replace(attribution, via=tuple(links))
