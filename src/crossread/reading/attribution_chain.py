"""Through whom a statement came, and what its source is: 'told the TV channel', 'as cited by TASS', 'Bloomberg reports'.

A chain has two kinds of links: the medium a source spoke to, found in the words round the cue; and the medium that passes
the whole statement on, which is the source of the attribution this one stands inside.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache
from importlib.resources import files

from crossread.reading.attribution_source import source_right
from crossread.reading.attribution_units import Unit
from crossread.records import Attribution, SourceType, Span, Via

WORD = re.compile(r"[^\W_]+(?:['’\-][^\W_]+)*")
ARTICLE = re.compile(r"(?:the|a|an|its|his|her|their)\s+", re.IGNORECASE)
# Occasions that a medium gives: 'in an interview with RBC', 'in a statement to the BBC'.
OCCASIONS = frozenset(["interview", "interviews", "statement", "comments", "remarks", "email", "message", "conversation", "briefing"])
JOINERS = frozenset(["with", "to", "on", "for", "by"])
# Capital abbreviations that are no media; others of three letters and more that somebody 'told' are.
NO_MEDIA = frozenset(["un", "eu", "nato", "fbi", "cia", "nsa", "doj", "irs", "epa", "fda", "nasa", "usa", "uk", "us", "gop", "dnc", "rnc", "osce", "who", "imf", "wto", "opec", "unesco"])
FEWEST_ACRONYM = 3
LONGEST_NAME = 12


@cache
def media() -> frozenset[str]:
    """Names of media in lower case."""
    lines = (files("crossread") / "data" / "media.txt").read_text(encoding="utf-8").splitlines()
    return frozenset(line for line in lines if line and not line.startswith("#"))


@cache
def source_words() -> dict[str, frozenset[str]]:
    """For each type of source the words that show it."""
    lines = (files("crossread") / "data" / "source_words.tsv").read_text(encoding="utf-8").splitlines()
    rows = (line.split("\t") for line in lines if line and not line.startswith("#"))
    return {kind: frozenset(words.split()) for kind, words in rows}


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
    """Media named behind `floor`, outside what is said, as those somebody spoke to: 'in an interview with', 'speaking to'."""
    words = unit.words
    found: list[Span] = []
    for index in range(len(words) - 2):
        if words[index].start < floor or any(span.start <= words[index].start < span.end for span in taken):
            continue
        follows = words[index].low in OCCASIONS and words[index + 1].low in JOINERS
        speaks = words[index].low in ("speaking", "spoke", "talking", "quoted", "cited", "reported", "published") and words[index + 1].low in ("to", "with", "on", "by", "in")
        if follows or speaks:
            name = source_right(unit, index + 2, with_apposition=False)
            if name and name[1] - name[0] < LONGEST_NAME:
                span = unit.span(*name)
                if is_listening_medium(unit.text(*name)):
                    found.append(span)
    return tuple(found)


def source_type(words: str | None) -> SourceType:
    """What kind of source words name: a name, a medium, a document, somebody official, several, or one unnamed.

    >>> [source_type(w) for w in ("Ada Vane", "a report", "police", "five residents", "a neighbour", "he")]
    ['named', 'document', 'official', 'several', 'unnamed', 'named']
    """
    if words is None:
        return "unnamed"
    parts = WORD.findall(words)
    lows = [part.lower() for part in parts]
    if len(lows) == 1 and lows[0] in ("he", "she", "i", "it", "who", "we", "him", "her", "his", "which"):
        return "named"
    head = _head(lows)
    kinds = source_words()
    if is_medium(" ".join(parts[:6])) and head not in kinds["official"]:
        return "account"
    if any(part[0].isupper() and not _is_common(part, index) for index, part in enumerate(parts)) and _is_name_led(parts):
        return "named"
    for kind in ("document", "official", "several"):
        if head in kinds[kind]:
            return kind  # type: ignore[return-value]
    if lows and (lows[0] in ("two", "three", "four", "five", "six", "several", "many", "some", "most") or (head.endswith("s") and not head.endswith("ss"))):
        return "several"
    return "unnamed"


def _is_common(part: str, index: int) -> bool:
    return index == 0 and part.lower() in ("the", "a", "an", "some", "many", "several", "one", "two", "three", "four", "five", "his", "her", "their", "other", "most", "few", "local", "police", "officials", "critics", "authorities", "residents", "witnesses", "experts", "doctors", "investigators", "prosecutors", "scientists", "researchers", "supporters", "analysts", "people", "those", "they", "all", "both", "no", "another", "this", "that", "these", "our", "its")


def _is_name_led(parts: Sequence[str]) -> bool:
    """Whether the phrase is a name rather than a common noun with a name behind 'of' or 'in'."""
    for index, part in enumerate(parts):
        if part.lower() in ("of", "in", "from", "for", "at", "with", "who", "close", "familiar", "near", "to", "on"):
            return False
        if part[0].isupper() and not _is_common(part, index):
            rest = [p for p in parts[index + 1 :]]
            plural = next((p for p in rest if p[0].islower()), "")
            return not (plural in source_words()["official"] | source_words()["several"] | source_words()["document"] and len(rest) >= 1 and rest[0][0].islower())
    return False


def _head(lows: Sequence[str]) -> str:
    """The head noun of a phrase: the last word before the first preposition or relative."""
    head = ""
    for low in lows:
        if low in ("of", "in", "from", "for", "at", "with", "who", "that", "which", "close", "familiar", "to", "on", "by", "near", "inside", "briefed", "said"):
            break
        head = low
    return head


def link_chain(text: str, attribution: Attribution, holders: Sequence[Attribution]) -> Attribution:
    """An attribution with the media of those it stands inside added to its chain, nearest first."""
    links = list(attribution.via)
    for holder in holders:
        source = holder.source
        passed = [*holder.via, *([Via(source.start, source.end)] if source and is_medium(source.words_in(text)) else [])]
        links += [via for via in passed if not any(via.start == known.start for known in links)]
    return replace(attribution, via=tuple(links))
