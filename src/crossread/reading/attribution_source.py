"""The words that name a source: the noun phrase left of a cue, right of it ('said Vane'), or behind 'by' and 'according to'.

Chunk rules in place of a parser: a phrase ends at marks and at words that begin another clause; an apposition between
commas belongs to it ('Vane, a spokesman for the council, said').
"""

from __future__ import annotations

from collections.abc import Sequence

from crossread.reading.attribution_cues import AUXILIARIES, cue_verbs
from crossread.reading.attribution_units import Unit, Word

Range = tuple[int, int]  # first and last word, the last one included

RELATIVES = frozenset({"who", "which"})
# Words before which a noun phrase to the left cannot have begun.
CLAUSE_STARTERS = frozenset(
    ["that", "because", "as", "while", "when", "after", "before", "although", "though", "but", "if", "since", "whether", "how", "what", "where", "than", "until", "unless", "so", "yet", "nor", "why", "whereas", "once", "though", "even", "whom", "whose", "however", "meanwhile", "moreover", "therefore", "instead", "still", "then", "plus"]
)
PREPOSITIONS = frozenset(
    ["in", "on", "at", "during", "after", "before", "by", "with", "under", "from", "for", "since", "about", "through", "throughout", "via", "amid", "despite", "following", "within", "according", "at", "over", "against", "between", "until", "upon", "without", "unlike", "like", "to", "as", "early", "late"]
)
# Prepositions inside the name of a source: 'a spokesman for', 'the head of', 'officials from', 'people with'.
INSIDE = frozenset(["of", "for", "from", "with"])
TIME_WORDS = frozenset(
    ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "january", "february", "march", "april", "june", "july", "august", "september", "october", "november", "december", "today", "yesterday", "tonight", "week", "month", "year", "morning", "evening", "night", "afternoon", "earlier", "later", "ago", "time", "day", "weekend"]
)
ARTICLES = frozenset(
    ["a", "an", "the", "this", "that", "these", "those", "his", "her", "its", "their", "my", "our", "your", "one", "some", "many", "several", "most", "all", "few", "no", "both", "another", "two", "three", "four", "five"]
)
PRONOUNS = frozenset(["he", "she", "they", "it", "i", "we", "you", "who", "others", "some", "many", "everyone", "everybody", "nobody", "someone", "somebody"])
OPENERS = frozenset(
    ["and", "but", "or", "so", "yet", "also", "still", "then", "thus", "however", "meanwhile", "instead", "moreover", "yesterday", "today", "nevertheless", "indeed"]
)
LONGEST_SOURCE = 30


def source_left(unit: Unit, first: int) -> Range | None:
    """The subject before word `first` (a cue's first word), or None where none stands hard before it."""
    words = unit.words
    last = first - 1
    if last < 0 or words[last].quotation:
        return None
    if words[last].low in RELATIVES:
        return (last, last)
    if words[last].text in ",)—–-":
        return _apposed(words, last)
    if not words[last].is_word and words[last].text not in ".'’":
        return None
    return noun_phrase_left(words, last)


def noun_phrase_left(words: Sequence[Word], last: int) -> Range | None:
    """The noun phrase that ends with word `last`."""
    start = last
    while start > 0 and last - start < LONGEST_SOURCE and not _breaks(words, start - 1):
        start -= 1
    start = _behind_verbs(words, start, last)
    while start <= last and (
        words[start].low in OPENERS
        or (words[start].low.endswith("ly")
        and words[start].low.islower()
        and not words[start].is_capitalized)
    ):
        start += 1
    if start <= last and words[start].low in PREPOSITIONS:
        start = _last_phrase(words, start, last)
    if start > last or not any(w.is_word for w in words[start : last + 1]):
        return None
    if words[last].low in TIME_WORDS | PREPOSITIONS | OPENERS | ARTICLES - PRONOUNS - {
        "this",
        "that",
        "most",
        "all",
        "few",
        "both",
        "one",
    }:
        return None
    return (start, last)


def _breaks(words: Sequence[Word], index: int) -> bool:
    """Whether a noun phrase cannot reach over this word to its left."""
    word = words[index]
    if word.quotation:
        return not word.quotation.is_scare
    if word.is_word:
        return word.low in CLAUSE_STARTERS or (word.low in ("and", "or") and index > 0 and words[index - 1].text == ",")
    if word.text == "." and index > 0 and len(words[index - 1].text) <= 4 and words[index - 1].is_capitalized:
        return False
    return word.text not in "-–'’&$%“”\"‘@#/" or word.text == ""


def _behind_verbs(words: Sequence[Word], start: int, last: int) -> int:
    """Past the last finite verb: what stands before it is another clause, unless a relative clause is meant."""
    for index in range(last, start - 1, -1):
        low = words[index].low
        if (
            (low in AUXILIARIES
            and low not in ("'s", "will"))
            or (low in ("and", "or") and _has_verb(words, start, index))
        ):
            inside_relative = any(words[k].low in RELATIVES for k in range(start, index))
            return start if inside_relative else index + 1
    return start


def _has_verb(words: Sequence[Word], start: int, end: int) -> bool:
    table = cue_verbs()
    return any(
        w.low in AUXILIARIES
        or (w.low.endswith("ed") and w.low.islower())
        or any(f != "base" for _, f in table.get(w.low, ()))
        for w in words[start:end]
    )


def _last_phrase(words: Sequence[Word], start: int, last: int) -> int:
    """Where the last plain noun phrase begins in a run that opens with a preposition ('On Friday the council')."""
    if words[last].low in PRONOUNS:
        return last
    index = last
    while index > start:
        low = words[index].low
        if (low in TIME_WORDS and index < last) or (words[index].text.isdigit() and index < last):
            return index + 1
        if low in ARTICLES:
            return index
        if low in PREPOSITIONS - INSIDE:
            return index + 1
        index -= 1
    return start + 1


def _apposed(words: Sequence[Word], comma: int) -> Range | None:
    """The subject with its apposition, where a comma (dash, bracket) stands before the cue."""
    mark = words[comma].text
    opening = "(" if mark == ")" else mark
    for index in range(comma - 2, max(-1, comma - LONGEST_SOURCE), -1):
        if words[index].text != opening or words[index].quotation:
            continue
        if index == 0:
            return None
        subject = noun_phrase_left(words, index - 1)
        if subject is None:
            return None
        if _is_apposition(words, index + 1, comma):
            return (subject[0], comma - 1 if mark != ")" else comma)
        if words[index + 1].low in OPENERS | CLAUSE_STARTERS | {"which"} and words[index + 1].low not in (
            "who",
            "whose",
        ):
            return subject
        if words[index + 1].low in PREPOSITIONS:
            return subject
    return None


def _is_apposition(words: Sequence[Word], first: int, end: int) -> bool:
    """Whether the words between the commas tell who the subject is."""
    low = words[first].low
    if low in OPENERS | CLAUSE_STARTERS | PREPOSITIONS or low.endswith("ing"):
        return False
    return low in ARTICLES or low in ("who", "whose", "which") or words[first].is_word or words[first].text in "$"


def source_right(unit: Unit, first: int, *, stop_at_comma: bool = False) -> Range | None:
    """The noun phrase that begins with word `first`, with what is apposed to it."""
    words = unit.words
    last = first - 1
    index = first
    while index < len(words) and index - first < LONGEST_SOURCE:
        word = words[index]
        if word.quotation and not word.quotation.is_scare:
            break
        if word.is_word or word.text in "-–'’&$%@#":
            if index > first and _ends_right(words, index):
                break
            last = index
        elif word.text == "." and _abbreviates(words, index):
            last = index
        elif word.text == "," and not stop_at_comma and (end := _apposition_right(words, index)):
            last = end
            index = end
            break
        elif word.text == "(" and (end := _closing_bracket(words, index)):
            last = index = end
        else:
            break
        index += 1
    return (first, last) if last >= first and words[first].low not in CLAUSE_STARTERS | PREPOSITIONS else None


def _ends_right(words: Sequence[Word], index: int) -> bool:
    low = words[index].low
    if low in ("who", "which", "whose", "that") or (low in AUXILIARIES and low not in ("'s", "will")):
        return True
    if low in PREPOSITIONS - INSIDE | CLAUSE_STARTERS | TIME_WORDS:
        return True
    return (
        low in ("and", "or")
        and index + 1 < len(words)
        and not (words[index + 1].is_capitalized or words[index + 1].low in ARTICLES | {"other", "others"})
    )


def _abbreviates(words: Sequence[Word], index: int) -> bool:
    """Whether a stop belongs to an abbreviation or an initial: something follows and the word before is short."""
    return (
        index + 1 < len(words)
        and index > 0
        and words[index - 1].is_capitalized
        and len(words[index - 1].text) <= 4
        and words[index].start == words[index - 1].end
        and words[index + 1].is_word
    )


def _closing_bracket(words: Sequence[Word], index: int) -> int | None:
    for end in range(index + 1, min(len(words), index + 10)):
        if words[end].text == ")":
            return end
    return None


def _apposition_right(words: Sequence[Word], comma: int) -> int | None:
    """The last word of an apposition that begins behind the comma, up to the next comma or the end."""
    first = comma + 1
    if first >= len(words) or not words[first].is_word:
        return None
    low = words[first].low
    if low in OPENERS | CLAUSE_STARTERS | PREPOSITIONS | PRONOUNS | {"who", "which"} or low.endswith("ing"):
        return None
    for index in range(first, min(len(words), first + 22)):
        word = words[index]
        if word.quotation or word.text in ",;:—" or (word.text in ".?!" and not _abbreviates(words, index)):
            return index - 1 if index > first else None
        if word.low in AUXILIARIES and word.low not in ("'s", "will"):
            return None
        if word.low in ("who", "which", "during", "while", "when", "after", "before") and index > first:
            return index - 1
    return len(words) - 1 if words[-1].is_word else None
