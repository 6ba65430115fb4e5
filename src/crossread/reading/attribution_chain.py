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

from crossread.reading.attribution_source import Range
from crossread.reading.attribution_types import source_words
from crossread.reading.attribution_units import Unit, Word
from crossread.reading.attribution_words import (
    ARTICLES,
    CARRIED,
    CLAUSE_STARTERS,
    JOINERS,
    MEDIA_NOUNS,
    NO_MEDIA,
    NO_MEDIA_ENDS,
    PREPOSITIONS,
    REPORTERS,
    TALKS,
    TIME_WORDS,
)
from crossread.records import Attribution, Span, Via

WORD = re.compile(r"[^\W_]+(?:['’\-][^\W_]+)*")
ARTICLE = re.compile(r"(?:the|a|an|its|his|her|their)\s+", re.IGNORECASE)
FEWEST_ACRONYM = 3
LONGEST_NAME = 12
# So many plain words may stand before a medium's name: 'the official news agency GNA'.
MOST_SORTING_WORDS = 4
# An apposition tells within so many words what was named: 'The Ledger, a Tarn-based news website'.
LONGEST_SORT = 7
# Those who are named by nothing but that they told something.
SOURCES = frozenset(["source", "sources", "insider", "insiders"])
# Inside a name these stand in small letters or are no words.
INSIDE_NAMES = frozenset(["of", "the", "and", "de", "la", "le", "del", "&", "-", "'", "’", ".", "+", "!"])


@cache
def media() -> frozenset[str]:
    """Names of media in lower case."""
    lines = _lines("media.txt")
    outlets = (line.split("\t")[2] for line in _lines("outlets.tsv"))
    # A single plain word ('Today', 'Science') is a medium only where the list of media says so.
    return frozenset([*lines, *(name.lower() for name in outlets if " " in name or not name[1:].islower())])


def _lines(name: str) -> list[str]:
    text = (files("crossread") / "data" / name).read_text(encoding="utf-8")
    return [line for line in text.splitlines() if line and not line.startswith("#")]


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
    """Whether those somebody 'told' are a medium: known, named as such, or an abbreviation that is no public body."""
    bare = ARTICLE.sub("", words.strip())
    is_acronym = bare.isupper() and len(bare) >= FEWEST_ACRONYM and bare.isalnum() and bare.lower() not in NO_MEDIA
    _, blank, sort = bare.rpartition(" ")
    return is_medium(words) or is_acronym or bool(blank and sort.lower() in MEDIA_NOUNS)


def media_in(unit: Unit, taken: Sequence[Span], floor: int) -> tuple[Span, ...]:
    """Media named behind `floor`, outside what is said, that somebody spoke to: 'in an interview with'."""
    words = unit.words
    found: list[Span] = []
    for index in range(len(words) - 2):
        if words[index].start < floor or any(span.start <= words[index].start < span.end for span in taken):
            continue
        low, following = words[index].low, words[index + 1].low
        speaks = low in ("speaking", "spoke", "talking") and following in ("to", "with", "on")
        name: Range | None = None
        if (low in TALKS and following in JOINERS) or speaks:
            name = heard_by(unit, index + 2)
        elif low in CARRIED and following in ("by", "on", "in"):
            name = carrier(unit, index)
        if name:
            found.append(span_of_medium(unit, name))
    return tuple(found)


def span_of_medium(unit: Unit, name: Range) -> Span:
    """The characters of a medium's name, without the 's of 'told KTN's Ada Vane'."""
    span = unit.span(*name)
    is_owner = name[0] == name[1] and unit.words[name[1]].low.endswith("'s")
    return Span(span.start, span.end - 2) if is_owner else span


def heard_by(unit: Unit, first: int) -> Range | None:
    """The medium among the words, from `first` on, that name whom somebody spoke to; None where it is no medium."""
    words = unit.words
    for index in range(first, min(len(words) - 1, first + MOST_SORTING_WORDS)):
        if words[index].low in REPORTERS and words[index + 1].low in ("from", "with", "for", "at", "of"):
            return name_right(words, index + 2)
        if not words[index].text.islower() and words[index].low not in ARTICLES:
            break
    name = name_right(words, first)
    if name is None:
        return None
    if words[first].low.endswith("'s") and is_medium(words[first].text[:-2]):
        return (first, first)
    is_heard = is_listening_medium(unit.text(*name)) or _is_titled(words, name, first) or _is_sorted(words, name[1] + 1)
    return name if is_heard else None


def _is_titled(words: Sequence[Word], name: Range, first: int) -> bool:
    """Whether a name bears its own article inside a sentence, as papers' names do: 'told The Ledger'."""
    has_article = words[first].text == "The" and first > 0 and name[1] > first and words[first + 1].is_capitalized
    return has_article and words[name[1]].low not in NO_MEDIA_ENDS


def _is_sorted(words: Sequence[Word], comma: int) -> bool:
    """Whether an apposition says that a medium was named: ', a Tarn-based news website'."""
    if comma + 1 >= len(words) or words[comma].text != "," or words[comma + 1].low not in ARTICLES:
        return False
    for word in words[comma + 2 : comma + 2 + LONGEST_SORT]:
        if not word.is_word or word.low in PREPOSITIONS:
            return False
        if word.low in MEDIA_NOUNS:
            return True
    return False


def carrier(unit: Unit, at: int) -> Range | None:
    """Who hands on what is 'cited by' or 'carried on', where such a participle stands at word `at`."""
    words = unit.words
    if at + 2 >= len(words) or words[at].low not in CARRIED or words[at + 1].low not in ("by", "on", "in"):
        return None
    name = name_right(words, at + 2)
    if name is None:
        return None
    hands_on = words[at].low in ("cited", "quoted", "carried", "relayed") or words[at + 1].low == "in"
    is_named = hands_on and any(word.is_capitalized for word in words[name[0] : name[1] + 1])
    is_time = words[name[0]].low in TIME_WORDS
    return name if not is_time and (is_named or is_medium(unit.text(*name))) else None


def name_right(words: Sequence[Word], first: int) -> Range | None:
    """A name that begins at word `first`, with the plain words that sort it before and behind."""
    index, begun = first, False
    last = -1
    while index < min(len(words), first + LONGEST_NAME):
        word = words[index]
        if word.quotation and not word.quotation.is_scare:
            break
        if word.is_capitalized or word.quotation or (begun and word.text.isdigit()):
            begun, last = True, index
        elif word.low in MEDIA_NOUNS or (begun and word.low in media()):
            last = index
        elif not (_goes_on(words, index) if begun else _may_sort(word, index - first)):
            break
        index += 1
    return (first, last) if last >= first else None


def _goes_on(words: Sequence[Word], index: int) -> bool:
    """Whether a name goes on behind a small word or mark in it."""
    after = words[index + 1] if index + 1 < len(words) else None
    if after is None or words[index].low not in INSIDE_NAMES:
        return False
    glued = words[index].end == after.start
    if words[index].text in "-'’.+!&":
        return (glued and after.is_word) or (words[index].text == "&" and after.is_capitalized)
    joins = words[index].low != "and" or _is_sort_near(words, index)
    return joins and (after.is_capitalized or after.low == "the")


def _is_sort_near(words: Sequence[Word], at: int) -> bool:
    """Whether 'and' stands inside a name that its sort ends: 'the Field and Garden Daily newspaper'."""
    for word in words[at + 1 : at + 2 + MOST_SORTING_WORDS]:
        if word.low in ("newspaper", "magazine"):
            return True
        if not word.is_capitalized:
            return False
    return False


def _may_sort(word: Word, distance: int) -> bool:
    """Whether a plain word may stand before a medium's name."""
    if distance == 0 and word.low in ARTICLES:
        return True
    is_plain = word.is_word and word.low not in PREPOSITIONS | CLAUSE_STARTERS | TIME_WORDS | ARTICLES
    return distance <= MOST_SORTING_WORDS and (is_plain or word.text == "-")


def _passes_on(holder: Attribution, words: str) -> bool:
    """Whether who tells of another's statement is a link: a medium, or somebody known as its source only."""
    parts = [part.lower() for part in WORD.findall(words)]
    return is_medium(words) or (holder.act == "speech" and not SOURCES.isdisjoint(parts))


def link_chain(text: str, attribution: Attribution, holders: Sequence[Attribution]) -> Attribution:
    """An attribution with the media of those it stands inside added to its chain, nearest first."""
    links = list(attribution.via)
    for holder in holders:
        source = holder.source
        passed = [
            *holder.via,
            *([Via(source.start, source.end)] if source and _passes_on(holder, source.words_in(text)) else []),
        ]
        links += [via for via in passed if not any(via.start == known.start for known in links)]
    return replace(attribution, via=tuple(links))
