"""Runs of words that may be names: neighbours written large, with the small words names hold inside.

A run may still hold several names and titles ("US President Donald Trump"); `names_cut` takes it apart.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from crossread import gazetteer
from crossread.reading.names_text import Evidence, Line, Word, may_name
from crossread.reading.names_words import (
    AND_HEADS,
    FOR_HEADS,
    LED,
    LEGAL_ENDS,
    NAME_ENDS,
    NUMBERED,
    OF_HEADS,
    PARTICLES,
    STOPPED,
    is_common,
)

Run = tuple[Word, ...]

LONGEST_RUN = 14
# Behind a hyphen these endings make an adjective of a name: "Mars-obsessed".
PARTICIPLE = re.compile(r"[a-z]{3}(?:ed|ing)$")
THE = frozenset(["the"])
# Behind an office-holder these name the body he heads: "Attorney General's Office".
OFFICES = frozenset(["office", "bureau", "department"])


def find_runs(line: Line, evidence: Evidence) -> list[tuple[int, Run]]:
    """The runs of a line in order, each with the place of its first word in the line."""
    runs: list[tuple[int, Run]] = []
    words = [_shortened(word) for word in line.words]
    names = [
        may_name(word, words[index + 1] if index + 1 < len(words) else None, line.style, evidence)
        for index, word in enumerate(words)
    ]
    if line.style == "title":
        _believe_given_names(words, names)
    index = 0
    while index < len(words):
        if not names[index]:
            index += 1
            continue
        parts = _parts(words[index], evidence)
        if parts:
            runs += [(index, (part,)) for part in parts]
            index += 1
            continue
        end = _run_end(words, names, index)
        runs.append((index, tuple(words[index:end])))
        index = end
    return runs


def _believe_given_names(words: Sequence[Word], names: list[bool]) -> None:
    """A family name unknown so far behind a given name is one in a headline too."""
    for index in range(1, len(words)):
        before, word = words[index - 1], words[index]
        if names[index - 1] and before.low in gazetteer.first_names() and word.start == before.end + 1:
            names[index] = names[index] or (word.is_capital and not is_common(word.low) and len(word.text) > 2)


def _parts(word: Word, evidence: Evidence) -> list[Word]:
    """Both names in a word with a hyphen, 'Oslo-Bergen'; none where it is one name."""
    if "-" not in word.text:
        return []
    stem, _, last = word.text.partition("-")
    known = gazetteer.country_names()
    if not last or "-" in last or not all(low in known or evidence.large[low] for low in (stem.lower(), last.lower())):
        return []
    middle = word.start + len(stem)
    return [
        Word(word.start, middle, stem, stem.lower(), False, word.first),
        Word(middle + 1, word.end, last, last.lower(), word.possessive, False),
    ]


def _shortened(word: Word) -> Word:
    """An adjective made of a name as the name: 'Minsk' of 'Minsk-based'; any other word as it is."""
    if "-" not in word.text or not word.is_capital:
        return word
    stem, _, last = word.text.rpartition("-")
    if not last.islower() or not (last in LED or PARTICIPLE.search(last)):
        return word
    return Word(word.start, word.start + len(stem), stem, stem.lower(), False, word.first, True)


def _run_end(words: Sequence[Word], names: Sequence[bool], start: int) -> int:
    """Behind the last word of the run that begins at `start`."""
    index = start
    while index - start < LONGEST_RUN:
        if words[index].cut:
            return index + 1
        if words[index].possessive and not _keeps_possessive(words, names, start, index):
            return index + 1
        after = _next(words, names, start, index)
        if after is None:
            return index + 1
        index = after
    return index + 1


def _next(words: Sequence[Word], names: Sequence[bool], start: int, index: int) -> int | None:
    """Where the run goes on behind word `index`, or None where it ends."""
    following = index + 1
    if following >= len(words):
        return None
    word, beside = words[index], words[following]
    touches = beside.start == word.end
    if beside.text == "." and touches and following + 1 < len(words) and _keeps_stop(word):
        return following + 1 if names[following + 1] else None
    if beside.text == "," and touches and following + 1 < len(words) and words[following + 1].is_capital:
        return following + 1 if words[following + 1].low.rstrip(".") in LEGAL_ENDS else None
    if touches:
        return _next_attached(words, index)
    if beside.low in NAME_ENDS and beside.is_capital:
        return following
    if names[following]:
        return following
    if beside.text.isdigit() and len(beside.text) <= 3 and word.low in NUMBERED:
        return following
    if beside.text == "&" and following + 1 < len(words) and names[following + 1]:
        return following + 1
    return _over_small_words(words, names, start, index)


def _keeps_stop(word: Word) -> bool:
    return (len(word.text) == 1 and word.text.isalpha()) or word.low in STOPPED


def _next_attached(words: Sequence[Word], index: int) -> int | None:
    """Over marks without blanks inside a name: 'AT&T', 'Rossiya-1', 'S9'."""
    following = index + 1
    beside = words[following]
    if beside.text.isdigit() and words[index].text.isalnum():
        return following
    joined = following + 1 < len(words) and words[following + 1].start == beside.end
    if not joined or beside.text not in "&-+":
        return None
    behind = words[following + 1]
    return following + 1 if behind.text.isdigit() or (beside.text == "&" and behind.is_capital) else None


def _over_small_words(words: Sequence[Word], names: Sequence[bool], start: int, index: int) -> int | None:
    """Over 'of', 'for', 'and' and the particles of names to the next large word."""
    beside = words[index + 1]
    if beside.low in PARTICLES and not beside.is_capital:
        return _behind(words, names, index + 2, PARTICLES)
    if beside.low == "of" and _head_before(words, index, OF_HEADS):
        return _behind(words, names, index + 2, THE)
    if beside.low in ("of", "for") and is_common(words[index].low) and words[index].is_capital:
        inside = any(word.low in ("of", "for") and not word.is_capital for word in words[start:index])
        return _behind(words, names, index + 2, THE) if inside else _over_for(words, names, index)
    if beside.low == "for":
        return _over_for(words, names, index)
    if beside.low == "and":
        return _over_and(words, names, start, index)
    return None


def _over_for(words: Sequence[Word], names: Sequence[bool], index: int) -> int | None:
    is_head = words[index + 1].low == "for" and _head_before(words, index, FOR_HEADS)
    return _behind(words, names, index + 2, THE) if is_head else None


def _head_before(words: Sequence[Word], index: int, heads: frozenset[str]) -> bool:
    word = words[index]
    plain = word.low[:-1] if word.low.endswith("s") else word.low
    return (word.low in heads or plain in heads) and word.is_capital


def _behind(words: Sequence[Word], names: Sequence[bool], index: int, small: frozenset[str]) -> int | None:
    """The large word at `index`, or behind at most two small ones."""
    for _ in range(3):
        if index >= len(words):
            return None
        if names[index] or (words[index].is_capital and not words[index].first and is_common(words[index].low)):
            return index if not words[index].low.isdigit() else None
        if words[index].low not in small:
            return None
        index += 1
    return None


def _over_and(words: Sequence[Word], names: Sequence[bool], start: int, index: int) -> int | None:
    """Over an 'and' that stands inside one name: 'Health and Human Services', 'Trinidad and Tobago'."""
    if index + 2 >= len(words) or not names[index + 2]:
        return None
    both = f"{words[index].low} and {words[index + 2].low}"
    known = gazetteer.country_names()
    if both in known or (index + 3 < len(words) and f"{both} {words[index + 3].low}" in known):
        return index + 2
    if not is_common(words[index].low):
        return None
    inside = any(word.low in ("of", "for") for word in words[start:index])
    last = index + 2
    while last + 1 < len(words) and names[last + 1] and not words[last].possessive and last - index < 5:
        last += 1
    if words[last].low in AND_HEADS and all(_is_plain(word) for word in words[start : index + 1]):
        return index + 2
    opens = any(word.low in AND_HEADS for word in words[start:index])
    return index + 2 if inside and opens and is_common(words[index + 2].low) else None


def _is_plain(word: Word) -> bool:
    """Whether a word may stand before the 'and' of a body's name: a common one, or its country."""
    return is_common(word.low) or word.low in gazetteer.country_names() or word.low in gazetteer.demonyms()


def _keeps_possessive(words: Sequence[Word], names: Sequence[bool], start: int, index: int) -> bool:
    """Whether a possessive stands inside a name: "Children's Fund", "St. John's Hospital", "Mayor's Office"."""
    if index + 1 >= len(words) or not names[index + 1]:
        return False
    word = words[index]
    if index > start and words[index - 1].low in ("st", "."):
        return True
    is_title = word.low in gazetteer.titles()
    return (is_common(word.low) and not is_title) or (is_title and words[index + 1].low in OFFICES)
