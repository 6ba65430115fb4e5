"""What is said: the words right of a cue, left of it, or on both sides, up to where another begins to speak."""

from __future__ import annotations

from collections.abc import Sequence

from crossread.reading.attribution_cues import AUXILIARIES, Cue
from crossread.reading.attribution_source import ARTICLES, PREPOSITIONS, PRONOUNS, TIME_WORDS, Range
from crossread.reading.attribution_units import Unit, Word

COMPLEMENTIZERS = frozenset(["that", "whether", "how", "why", "what", "if", "where", "who", "which", "when"])
SUBJECTS = frozenset(["he", "she", "they", "it", "we", "i", "you", "there", "this", "these"])
# Participles behind a comma that begin another attribution of the same source.
MOVING_ON = frozenset(
    ["according", "citing", "adding", "saying", "noting", "stating", "calling", "arguing", "telling", "claiming", "warning", "insisting", "suggesting", "stressing", "quoting"]
)
# Behind a comma these begin what the writer adds, more often than what the source goes on to say.
ADDED = frozenset(["while", "although", "though", "whereas"])
LISTENERS = frozenset(
    ["him", "her", "them", "me", "us", "you", "reporters", "journalists", "lawmakers", "voters", "supporters", "viewers", "investigators", "police", "readers", "delegates"]
)
# So far a place, a day or an occasion may push the complement away from its verb ('said in a statement on Friday that').
LONGEST_ADJUNCT = 14


def content_right(unit: Unit, cue: Cue, stops: Sequence[int]) -> Range | None:
    """The complement behind the cue; `stops` are words at which other attributions begin."""
    words = unit.words
    first = cue.last + 1
    frames = cue.verb.frames
    if first < len(words) and words[first].text == ":":
        first += 1
        return _to_end(unit, first, cue, stops) if first < len(words) else None
    if first + 1 < len(words) and words[first].text == "," and _is_quote(words[first + 1]):
        return _to_end(unit, first + 1, cue, stops)
    if first >= len(words) or words[first].text in ",.;?!)":
        return None
    if _is_quote(words[first]) or (words[first].low in COMPLEMENTIZERS and set(frames) & set("ST")):
        return _to_end(unit, first, cue, stops)
    if cue.particle:
        return _to_end(unit, first, cue, stops)
    if "T" in frames or (
        words[first].low == "to" and "S" in frames and first + 1 < len(words) and words[first + 1].low in LISTENERS
    ):
        return _behind_listener(unit, cue, first, stops)
    if words[first].low == "to":
        return _to_end(unit, first, cue, stops) if "I" in frames else None
    if words[first].low in PREPOSITIONS or words[first].low in TIME_WORDS or words[first].low.endswith("ly"):
        return _behind_adjunct(unit, cue, first, stops) if set(frames) & set("SQT") else None
    if set(frames) & set("SO"):
        return _to_end(unit, first, cue, stops)
    return None


def _is_quote(word: Word) -> bool:
    return word.quotation is not None and not word.quotation.is_scare


def _behind_listener(unit: Unit, cue: Cue, first: int, stops: Sequence[int]) -> Range | None:
    """The complement behind the person spoken to: 'told the council that', 'urged them to'."""
    words = unit.words
    for index in range(first, min(len(words), first + LONGEST_ADJUNCT)):
        low = words[index].low
        if _is_quote(words[index]) or (
            index > first and (low in COMPLEMENTIZERS or low in ("to", "of", "about", "against"))
        ):
            return _to_end(unit, index, cue, stops)
        if words[index].text == ":" and index + 1 < len(words):
            return _to_end(unit, index + 1, cue, stops)
        if (
            index > first
            and (low in SUBJECTS or low in ("the", "his", "her", "their", "no") or words[index - 1].low in LISTENERS)
            and low not in PREPOSITIONS
        ):
            return _to_end(unit, index, cue, stops)
        if words[index].text in ",.;":
            follows = index + 1 < len(words) and _is_quote(words[index + 1])
            return _to_end(unit, index + 1, cue, stops) if follows else None
    return None


def listener(unit: Unit, cue: Cue) -> Range | None:
    """The words that name whom the source spoke to ('told the TV channel', 'said to Vane')."""
    words = unit.words
    first = cue.last + 1
    if first < len(words) and words[first].low == "to":
        first += 1
    last = first - 1
    for index in range(first, min(len(words), first + 9)):
        low = words[index].low
        if (
            not words[index].is_word
            and words[index].text not in "-&'"
            and not (words[index].quotation and words[index].quotation.is_scare)
        ):
            break
        if index > first and (
            low in COMPLEMENTIZERS | SUBJECTS | PREPOSITIONS | ARTICLES | TIME_WORDS or low in AUXILIARIES
        ):
            break
        last = index
    return (first, last) if last >= first else None


def _behind_adjunct(unit: Unit, cue: Cue, first: int, stops: Sequence[int]) -> Range | None:
    """The complement behind a place, a day or an occasion: 'said on Friday that', 'wrote in a letter: “…”'."""
    words = unit.words
    for index in range(first, min(len(words), first + LONGEST_ADJUNCT)):
        low = words[index].low
        if low == "that" or (low in COMPLEMENTIZERS and low in ("whether", "how", "why")):
            return _to_end(unit, index, cue, stops)
        if words[index].text in ":," or _is_quote(words[index]):
            after = index if _is_quote(words[index]) else index + 1
            if after < len(words) and (_is_quote(words[after]) or words[index].text == ":"):
                return _to_end(unit, after, cue, stops)
            return None
        if index > first and low in SUBJECTS - {"this", "these", "it"}:
            return _to_end(unit, index, cue, stops)
        if (
            index > first
            and words[index - 1].low in TIME_WORDS
            and low not in PREPOSITIONS
            and words[index].is_word
            and "S" in cue.verb.frames
        ):
            return _to_end(unit, index, cue, stops)
        if words[index].text in ".;":
            return None
    return None


def _to_end(unit: Unit, first: int, cue: Cue, stops: Sequence[int]) -> Range | None:
    """From a word to where the complement ends."""
    words = unit.words
    last = len(words) - 1
    if _is_quote(words[first]) and _stands_alone(words, first):
        return (first, first)
    for index in range(first + 1, len(words)):
        if words[index].text == "," and index + 1 < len(words) and words[index + 1].low in MOVING_ON | ADDED:
            last = index - 1
            break
        if index in stops and _moves_on(words, index):
            last = index - 1
            break
    return _trimmed(words, first, last)


def _stands_alone(words: Sequence[Word], index: int) -> bool:
    """Whether a quotation is a sentence of its own and not part of a clause that goes on behind it."""
    if index + 1 >= len(words):
        return True
    quotation = words[index].quotation
    return (
        quotation is not None
        and words[index + 1].low not in ("and", "or", "of", "for", "in", "to", "with", "on", "as", "by", "that")
        and words[index].text.rstrip("”\"'’» ")[-1:] in (".", "!", "?", ",")
    )


def _moves_on(words: Sequence[Word], index: int) -> bool:
    """Whether an attribution that begins at `index` stands beside the one before, not inside it."""
    return index > 0 and (
        words[index - 1].low in ("and", "but", "while", "though", "although", "yet") or words[index - 1].text in ";—–"
    )


def _trimmed(words: Sequence[Word], first: int, last: int) -> Range | None:
    """Without marks and joining words at the ends."""
    while (
        last >= first
        and not words[last].quotation
        and (words[last].text in ".,;:—–-" or words[last].low in ("and", "but", "while", "though", "although", "yet"))
    ):
        if (
            words[last].text == "."
            and last > first
            and len(words[last - 1].text) == 1
            and words[last - 1].is_capitalized
            and last < len(words) - 1
        ):
            break
        last -= 1
    while first <= last and not words[first].quotation and words[first].text in ".,;:—–-":
        first += 1
    return (first, last) if first <= last else None


def content_left(unit: Unit, before: int, floor: int = 0) -> Range | None:
    """The clause or quotation that ends before word `before` (the source or cue), not reaching below `floor`."""
    words = unit.words
    last = before - 1
    if last < floor:
        return None
    if words[last].quotation is None and words[last].text not in ",?!—–":
        return None
    first = last
    while first > floor and not (words[first - 1].text in ";" and not words[first - 1].quotation):
        first -= 1
    while first < last and words[first].low in ("but", "and", "yet", "so", ",", ".", ":"):
        first += 1
    return _trimmed(words, first, last)


def subject_span(words: Sequence[Word], first: int, last: int) -> Range | None:
    """The same words, unless they are a bare pronoun that stands for nothing ('it')."""
    return (
        None
        if first == last and words[first].low in ("it", "there") and words[first].low in PRONOUNS | {"there"}
        else (first, last)
    )
