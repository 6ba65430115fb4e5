"""What is said: the words right of a cue, left of it, or on both sides, up to where another begins to speak."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from crossread.reading.attribution_cues import Cue, is_finite
from crossread.reading.attribution_source import Range
from crossread.reading.attribution_types import source_words
from crossread.reading.attribution_units import Unit, Word
from crossread.reading.attribution_words import (
    ARTICLES,
    AUXILIARIES,
    CALLED,
    CLAUSE_ONLY,
    COMPLEMENTIZERS,
    JOINING_ON,
    LISTENERS,
    MOVING_ON,
    OBJECT_ENDS,
    OCCASIONS,
    PHRASAL,
    PREPOSITIONS,
    SHOWING,
    SUBJECTS,
    TIME_WORDS,
)

# So far a day or an occasion may push the complement away from its verb: 'said in a statement on Friday that'.
LONGEST_ADJUNCT = 14
# The subject of a clause without 'that' has its verb within so many words.
LONGEST_SUBJECT = 12


@dataclass(frozen=True, slots=True)
class Bounds:
    """Where contents of a unit must end: `limit` is the first word out of reach, `stops` where others begin."""

    limit: int
    stops: frozenset[int]


def content_right(unit: Unit, cue: Cue, bounds: Bounds) -> Range | None:
    """The complement behind the cue."""
    words = unit.words
    first = cue.last + 1
    if first >= bounds.limit:
        return None
    after = words[first + 1] if first + 1 < bounds.limit else None
    if words[first].text == ":" and after:
        return _to_end(words, first + 1, bounds)
    if words[first].text == "," and after and is_speech(after):
        return _to_end(words, first + 1, bounds)
    if words[first].low in ("and", "but", "or"):
        return None
    if not words[first].quotation and words[first].text in ",.;:?!)—–-":
        return None
    if is_speech(words[first]) or (words[first].low in COMPLEMENTIZERS and cue.takes("ST")):
        return _to_end(words, first, bounds)
    if cue.takes("A") and words[first].low in ("that", "how", "whether"):
        return _to_end(words, first, bounds)
    if cue.particle:
        return (
            _to_end(words, first, bounds)
            if cue.takes("A") or cue.particle == "out"
            else to_object_end(words, first, bounds)
        )
    if cue.takes("A"):
        return None
    to_listener = (
        words[first].low == "to"
        and cue.takes("S")
        and after is not None
        and (after.low in LISTENERS or after.is_capitalized)
    )
    if cue.takes("T") or to_listener:
        return _behind_listener(words, first + to_listener, bounds)
    if words[first].low == "to":
        if cue.takes("I"):
            return _to_end(words, first, bounds)
        return _behind_adjunct(words, cue, first, bounds) if cue.takes("S") else None
    if _counts(words, first):
        return _to_end(words, first, bounds) if cue.takes("S") else to_object_end(words, first, bounds)
    is_time = words[first].low in TIME_WORDS and not words[first].low.endswith("'s")
    if words[first].low in PREPOSITIONS or is_time or words[first].low.endswith("ly"):
        return _behind_adjunct(words, cue, first, bounds) if cue.takes("SQT") else None
    speaks = cue.verb.act == "speech" and not cue.takes("O") and cue.verb.lemma not in CLAUSE_ONLY
    if cue.takes("S") and (speaks or _is_clause(words, first, bounds)):
        return _to_end(words, first, bounds)
    is_meeting = cue.verb.lemma == "call" and any(w.low in CALLED for w in words[first : first + 3])
    if words[first].low in PHRASAL or is_meeting:
        return None
    if cue.verb.lemma in SHOWING and _of_document(words, cue.first):
        return to_object_end(words, first, bounds)
    return to_object_end(words, first, bounds) if cue.takes("OI") else None


def _is_clause(words: Sequence[Word], first: int, bounds: Bounds) -> bool:
    """Whether a finite verb follows soon: 'thinks the bridge will hold', not 'found it'."""
    for index in range(first + 1, min(bounds.limit, first + LONGEST_SUBJECT)):
        if words[index].low in ("and", "but", "or") or words[index].text in ",;:":
            return False
        if is_finite(words, index):
            return True
    return False


def _of_document(words: Sequence[Word], first: int) -> bool:
    """Whether a poll, a report or the like is named before a cue: 'the poll showed Vane losing'."""
    documents = source_words()["document"]
    return any(word.low in documents for word in words[max(0, first - 6) : first])


def _counts(words: Sequence[Word], first: int) -> bool:
    """Whether a preposition belongs to a number: 'at least two', 'about 30', 'up to ten'."""
    low, following = words[first].low, words[first + 1].low if first + 1 < len(words) else ""
    if (low == "at" and following in ("least", "most")) or (low == "up" and following == "to"):
        return True
    return low in ("about", "over", "under", "between", "within") and following[:1].isdigit()


def is_speech(word: Word) -> bool:
    """Whether a word is a quotation proper."""
    return word.quotation is not None and not word.quotation.is_scare


def _behind_listener(words: Sequence[Word], first: int, bounds: Bounds) -> Range | None:
    """The complement behind the person spoken to: 'told the council that', 'urged them to'."""
    for index in range(first, min(bounds.limit, first + LONGEST_ADJUNCT)):
        low = words[index].low
        if is_speech(words[index]):
            return _to_end(words, index, bounds)
        if words[index].text in ",.;:" and not words[index].quotation and not _inside_name(words, index):
            follows = index + 1 < bounds.limit and (is_speech(words[index + 1]) or words[index].text == ":")
            return _to_end(words, index + 1, bounds) if follows else None
        if index == first:
            continue
        if low in ("as", "while", "because", "after", "before"):
            ahead = range(index, min(bounds.limit, index + LONGEST_ADJUNCT))
            that = next((k for k in ahead if words[k].low == "that"), None)
            return _to_end(words, that, bounds) if that is not None and low in ("after", "before") else None
        if low in COMPLEMENTIZERS or low == "to" or (low in ("of", "about", "against") and index - first < 5):
            return _to_end(words, index, bounds)
        begins = (
            low in SUBJECTS or low in ("the", "his", "her", "their", "no", "a") or words[index - 1].low in LISTENERS
        )
        if begins and low not in PREPOSITIONS and words[index - 1].low not in PREPOSITIONS:
            return _to_end(words, index, bounds)
    return None


def listener(unit: Unit, cue: Cue) -> Range | None:
    """The words that name whom the source spoke to ('told the TV channel', 'said to Vane')."""
    words = unit.words
    first = cue.last + 1
    if first < len(words) and words[first].low == "to":
        first += 1
    last = first - 1
    for index in range(first, min(len(words), first + 9)):
        word = words[index]
        if (
            not word.is_word
            and word.text not in "-&'’"
            and not _inside_name(words, index)
            and not (word.quotation and word.quotation.is_scare)
        ):
            break
        ends = COMPLEMENTIZERS | SUBJECTS | PREPOSITIONS - {"of"} | TIME_WORDS | AUXILIARIES | ARTICLES
        if index > first and (word.low in ends or _is_adverb(word)):
            break
        last = index
    return (first, last) if last >= first else None


def _inside_name(words: Sequence[Word], index: int) -> bool:
    """Whether a stop stands between words without blanks, as in the names of sites."""
    return words[index].text == "." and index + 1 < len(words) and words[index].end == words[index + 1].start


def _is_adverb(word: Word) -> bool:
    return word.low.endswith("ly") and word.text.islower()


def _behind_adjunct(words: Sequence[Word], cue: Cue, first: int, bounds: Bounds) -> Range | None:
    """The complement behind a place, a day or an occasion: 'said on Friday that', 'wrote in a letter: “…”'."""
    for index in range(first, min(bounds.limit, first + LONGEST_ADJUNCT)):
        word = words[index]
        if word.low in ("that", "whether", "how", "why") or is_speech(word):
            return None if not cue.takes("ST") else _to_end(words, index, bounds)
        if word.text in ":," and not word.quotation:
            speech = (
                index + 1 < bounds.limit
                and (words[index].text == ":" or cue.takes("ST"))
                and (is_speech(words[index + 1]) or word.text == ":" or words[index + 1].low == "that")
            )
            return _to_end(words, index + 1, bounds) if speech else None
        if word.text in ".;" and not word.quotation:
            return None
        if index == first or not cue.takes("S"):
            continue
        behind_time = words[index - 1].low in TIME_WORDS | OCCASIONS or words[index - 1].text.isdigit()
        behind_time = behind_time and not word.low.endswith(("ed", "ing"))
        if word.low in SUBJECTS - {"this", "these", "it"} or (
            behind_time and word.is_word and word.low not in PREPOSITIONS | TIME_WORDS
        ):
            return _to_end(words, index, bounds)
    return None


def _to_end(words: Sequence[Word], first: int, bounds: Bounds) -> Range | None:
    """From a word to where the complement ends."""
    if is_speech(words[first]) and _stands_alone(words, first):
        return (first, first)
    last = bounds.limit - 1
    for index in range(first + 1, bounds.limit):
        if words[index].text == "," and index + 1 < bounds.limit and words[index + 1].low in MOVING_ON:
            last = index - 1
            break
        if index in bounds.stops and _moves_on(words, index):
            last = index - 1
            break
    return trimmed(words, first, last)


def to_object_end(words: Sequence[Word], first: int, bounds: Bounds) -> Range | None:
    """From a word to the end of an object: the next comma that is no list, or what tells when and why."""
    if is_speech(words[first]) and _stands_alone(words, first):
        return (first, first)
    for index in range(first + 1, bounds.limit):
        word = words[index]
        if word.text in (",", ";", "—", "–") and not word.quotation and not _is_list(words, index):
            return trimmed(words, first, index - 1)
        if (
            word.low in OBJECT_ENDS
            or (word.low in ("on", "in") and _tells_when(words, index))
            or (index in bounds.stops and _moves_on(words, index))
        ):
            return trimmed(words, first, index - 1)
    return trimmed(words, first, bounds.limit - 1)


def _is_day(words: Sequence[Word], index: int) -> bool:
    """Whether a bare day begins here: 'Friday', 'last week'."""
    if (
        words[index].low in TIME_WORDS
        and words[index].is_capitalized
        and words[index - 1].low not in PREPOSITIONS | ARTICLES
    ):
        return True
    return (
        words[index].low in ("last", "this", "next", "earlier", "later")
        and index + 1 < len(words)
        and words[index + 1].low in TIME_WORDS
    )


def _tells_when(words: Sequence[Word], index: int) -> bool:
    return any(w.low in TIME_WORDS or w.low in OCCASIONS for w in words[index + 1 : index + 4])


def _is_list(words: Sequence[Word], comma: int) -> bool:
    """Whether a comma stands between members of a list: an 'and' follows soon, behind another comma or a name."""
    before = words[comma - 1]
    if comma + 1 >= len(words) or not words[comma + 1].is_capitalized or not before.is_capitalized:
        return False
    return any(w.low == "and" for w in words[comma + 1 : comma + 7])


def _stands_alone(words: Sequence[Word], index: int) -> bool:
    """Whether a quotation is a sentence of its own and not part of a clause that goes on behind it."""
    if index + 1 >= len(words):
        return True
    return words[index + 1].low not in JOINING_ON and words[index].text.rstrip("”\"'’» ")[-1:] in (".", "!", "?", ",")


def _moves_on(words: Sequence[Word], index: int) -> bool:
    """Whether an attribution that begins at `index` stands beside the one before, not inside it."""
    return index > 0 and (
        words[index - 1].low in ("and", "but", "while", "though", "although", "yet") or words[index - 1].text in ";—–"
    )


def trimmed(words: Sequence[Word], first: int, last: int) -> Range | None:
    """Without marks and joining words at the ends."""
    joining = ("and", "but", "while", "though", "although", "yet")
    while last >= first and not words[last].quotation and (words[last].text in ".,;:—–-" or words[last].low in joining):
        if words[last].text == "." and last > first and len(words[last - 1].text) == 1 and last < len(words) - 1:
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
    if words[last].quotation is None and words[last].text not in (",", "?", "!", "—", "–"):
        return None
    first = last
    while first > floor and not (words[first - 1].text == ";" and not words[first - 1].quotation):
        first -= 1
    while first < last and words[first].low in ("but", "and", "yet", "so", ",", ".", ":"):
        first += 1
    return trimmed(words, first, last)
