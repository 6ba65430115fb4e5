"""The words that name a source: the noun phrase left of a cue, right of it ("said Vane"), or behind "by".

Chunk rules in place of a parser: a phrase ends at marks and at words that begin another clause; an apposition between
commas belongs to it ("Vane, a spokesman for the council, said").
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from crossread.reading.attribution_cues import cue_verbs, is_finite, noun_like
from crossread.reading.attribution_units import Unit, Word
from crossread.reading.attribution_words import (
    ADVERBS,
    ARTICLES,
    AUXILIARIES,
    CLAUSE_STARTERS,
    INSIDE,
    ISSUED,
    NEVER_LAST,
    OPENERS,
    PREPOSITIONS,
    PRONOUNS,
    RELATIVES,
    SUBJECTS,
    TIME_WORDS,
)
from crossread.records import Span

Range = tuple[int, int]  # first and last word, the last one included


INNER_MARKS = frozenset("-–'’&$%“”\"‘@#/‑")
# Participles behind which a name stands: 'a user called Long Road'.
NAMING = frozenset(["called", "named", "nicknamed", "surnamed", "dubbed"])
# With these a clause stands before the source, unless one of those binds it to a noun.
FINITE = frozenset(["was", "were", "is", "are", "has", "had"])
EXPLETIVE = re.compile(r"[Tt]here(?:['’]s| is| are| was| were) (?=\w)")
BINDING = RELATIVES | {"that", "whose", "whom", "where", "what", "how"}
LONGEST_SOURCE = 34
LONGEST_APPOSITION = 30


def source_left(unit: Unit, first: int) -> Range | None:
    """The subject before word `first` (a cue's first word), or None where none stands hard before it."""
    words = unit.words
    last = before_time(words, first) - 1
    if last < 0 or (words[last].quotation and not words[last].quotation.is_scare):  # type: ignore[union-attr]
        return None
    if words[last].low in RELATIVES:
        return (last, last)
    if words[last].low == "whom":
        return (max(0, last - 2), last)
    if words[last].text in (",", ")", "—", "–", "-") and not words[last].quotation:
        return _apposed(words, last, "(" if words[last].text == ")" else words[last].text)
    if words[last].quotation and words[last].text[-2:-1] == ",":
        return _apposed(words, last + 1, ",")
    if not words[last].is_word and words[last].text not in ".'’%" and not words[last].quotation:
        return None
    found = _listed(words, noun_phrase_left(words, last))
    if found and found[0] > 1 and words[found[0] - 1].low in PREPOSITIONS and words[found[0] - 2].low in AUXILIARIES:
        # An aside inside the verb: 'the council has on many occasions said'.
        return source_left(unit, found[0] - 2)
    return found


def before_time(words: Sequence[Word], first: int) -> int:
    """Where a day that stands hard before word `first` begins: at 'on' in 'Vane on Tuesday said'."""
    start = first
    while start > 0 and words[start - 1].low in TIME_WORDS and first - start < 3:
        start -= 1
    while first > start > 0 and words[start - 1].low in ("on", "last", "this", "late", "early", "in", "the", "next"):
        start -= 1
    return start


def noun_phrase_left(words: Sequence[Word], last: int) -> Range | None:
    """The noun phrase that ends with word `last`."""
    if words[last].low in SUBJECTS and words[last].low not in ("this", "these", "there"):
        return (last, last)
    if words[last].text == ")":
        opening = next((k for k in range(last, max(0, last - 10), -1) if words[k].text == "("), 0)
        phrase = noun_phrase_left(words, opening - 1) if opening and words[opening - 1].is_word else None
        return (phrase[0], last) if phrase else None
    start = last
    while start > 0 and last - start < LONGEST_SOURCE and not _breaks(words, start - 1):
        start -= 1
    start = _behind_verbs(words, start, last)
    relative = next((k for k in range(last, start, -1) if words[k].low in RELATIVES), None)
    if relative is not None and not _has_verb(words, relative + 1, last + 1):
        start = relative + 1
    while start <= last and (words[start].low in OPENERS or _is_adverb(words[start])):
        start += 1
    if start <= last and words[start].low in PREPOSITIONS:
        start = _last_phrase(words, start, last)
    while (
        start <= last
        and not words[start].is_word
        and words[start].text not in "“\"‘'$@#"
        and not words[start].quotation
    ):
        start += 1
    if start > last or not any(w.is_word or w.quotation for w in words[start : last + 1]):
        return None
    ends_badly = words[last].low in TIME_WORDS or (words[last].low in NEVER_LAST and not words[last].is_capitalized)
    return None if ends_badly else (start, last)


def _is_adverb(word: Word) -> bool:
    return word.low.endswith("ly") and len(word.low) > 4 and word.low not in ("family", "italy", "assembly")


def _breaks(words: Sequence[Word], index: int) -> bool:
    """Whether a noun phrase cannot reach over this word to its left."""
    word = words[index]
    if word.quotation:
        return not word.quotation.is_scare or word.text[-2:-1] == ","
    if word.is_word:
        return word.low in CLAUSE_STARTERS or (word.low in ("and", "or") and index > 0 and words[index - 1].text == ",")
    if word.text == ".":
        return not _abbreviates(words, index)
    return word.text not in INNER_MARKS or _is_dash(words, index)


def _is_dash(words: Sequence[Word], index: int) -> bool:
    """Whether a stroke stands between blanks, as a dash does."""
    return words[index].text in "-–" and index > 0 and words[index - 1].end < words[index].start


def _behind_verbs(words: Sequence[Word], start: int, last: int) -> int:
    """Past the last finite verb: what stands before it is another clause, unless a relative clause is meant."""
    for index in range(last, start - 1, -1):
        word = words[index]
        is_border = (is_finite(words, index) and not is_participle(words, index)) or _says(word)
        if is_border or (word.low in ("and", "or") and _has_verb(words, start, index)):
            relative = next((k for k in range(start, index) if words[k].low in RELATIVES), None)
            if relative is not None and relative > start:
                return start
            return index + 1
    return start


def _says(word: Word) -> bool:
    """Whether a word is a bare form or participle of a verb of saying."""
    entry = cue_verbs().get(word.low)
    if entry is None or not word.text.islower() or word.low in noun_like():
        return False
    return entry[1] in ("base", "ing") and not set(entry[0].frames).isdisjoint("ST") and entry[0].frames != "A"


def is_participle(words: Sequence[Word], index: int) -> bool:
    """Whether a past form stands as a participle behind its noun: 'people briefed on'."""
    low = words[index].low
    if low in NAMING and index and words[index - 1].text.islower() and index + 1 < len(words):
        return words[index + 1].is_capitalized or words[index + 1].text[0].isdigit()
    if low in AUXILIARIES or not (low.endswith("ed") or low.endswith("en") or low in ("held", "made", "led", "built")):
        return False
    following = words[index + 1].low if index + 1 < len(words) else ""
    return following in ("by", "on", "with", "in", "to", "at", "for", "after")


def _has_verb(words: Sequence[Word], start: int, end: int) -> bool:
    return any(is_finite(words, k) for k in range(start, end))


def _last_phrase(words: Sequence[Word], start: int, last: int) -> int:
    """Where the last plain noun phrase begins in a run that opens with a preposition ('On Friday the council')."""
    if words[last].low in PRONOUNS:
        return last
    index = last
    while index > start:
        low = words[index].low
        if index < last and (low in TIME_WORDS or words[index].text.isdigit()):
            return index + 1
        if low in ARTICLES or (index < last and low in PRONOUNS):
            return index if low in ARTICLES else index + 1
        if low in PREPOSITIONS - INSIDE:
            return index + 1
        index -= 1
    return start + 1


def _listed(words: Sequence[Word], found: Range | None) -> Range | None:
    """With the members of a list before it: 'Vane, Moss and Orr said'."""
    if found is None or not any(words[k].low == "and" for k in range(found[0], found[1])):
        return found
    start = found[0]
    while start > 1 and words[start - 1].text == ",":
        first = start - 2
        while (
            first > 0
            and words[first].is_capitalized
            and (words[first - 1].is_capitalized or words[first - 1].text == ".")
        ):
            first -= 1
        if not words[first].is_capitalized or (first > 0 and words[first - 1].text != ","):
            return (first, found[1]) if words[first].is_capitalized and first == 0 else (start, found[1])
        start = first
    return (start, found[1])


def _apposed(words: Sequence[Word], mark: int, opening: str) -> Range | None:
    """The subject with its apposition, where a comma (dash, bracket) stands before the cue."""
    loose: Range | None = None
    for index in range(mark - 2, max(0, mark - LONGEST_APPOSITION), -1):
        word = words[index]
        if (
            (word.quotation and not word.quotation.is_scare)
            or word.text in (";", ":")
            or (word.text == "." and not _abbreviates(words, index))
        ):
            break
        if word.text != opening or word.quotation:
            continue
        subject = noun_phrase_left(words, index - 1)
        if subject is None:
            continue
        end = _apposition_end(words, index + 1, mark)
        if end is None:
            continue
        whole = (subject[0], end if end > index else subject[1])
        if _starts_clause(words, subject[0]):
            return whole
        loose = loose or whole
    return loose


def _apposition_end(words: Sequence[Word], first: int, mark: int) -> int | None:
    """The last word of an apposition between two marks; 0 where an aside of another kind stands there."""
    low = words[first].low
    if low in ("and", "but", "or", "that"):
        return None
    if words[mark].text == ")":
        return mark
    if (low in OPENERS | CLAUSE_STARTERS | PREPOSITIONS | TIME_WORDS and low != "whose") or (
        low.endswith("ing") and len(low) > 4
    ):
        return 0
    if low in ("who", "whom", "whose", "which"):
        commas = (k for k in range(first, mark - 1) if words[k].text == ",")
        return None if any(is_finite(words, k + 1) for k in commas) else mark - 1
    return None if any(_is_main_verb(words, k) for k in range(first, mark)) else mark - 1


def _is_main_verb(words: Sequence[Word], index: int) -> bool:
    """Whether a finite verb stands outside the relative clauses of an apposition."""
    if not is_finite(words, index) or is_participle(words, index):
        return False
    return not any(words[k].low in RELATIVES | {"whose", "that", "where"} for k in range(max(0, index - 8), index))


def _starts_clause(words: Sequence[Word], start: int) -> bool:
    """Whether a clause may begin at this word: the sentence's first, or behind a joining word or an opening phrase."""
    if start == 0:
        return True
    before = words[start - 1]
    if before.low in CLAUSE_STARTERS | OPENERS or before.text in (";", ":", "—", "–", "(") or before.quotation:
        return True
    if before.text != ",":
        return _is_adverb(before)
    first = start - 2
    while first > 0 and words[first - 1].text not in (",", ";") and not words[first - 1].quotation:
        first -= 1
    low = words[first].low
    return (
        low in PREPOSITIONS | CLAUSE_STARTERS | OPENERS | TIME_WORDS
        or low.endswith("ing")
        or (low.endswith("ly") and start - first < 3)
    )


def source_right(unit: Unit, first: int, *, with_apposition: bool = True) -> Range | None:
    """The noun phrase that begins with word `first`, with what is apposed to it."""
    words = unit.words
    if first >= len(words) or words[first].low in (CLAUSE_STARTERS | PREPOSITIONS) - {"one"}:
        return None
    last = first - 1
    index = first
    while index < len(words) and index - first < LONGEST_SOURCE:
        word = words[index]
        if word.quotation:
            if not word.quotation.is_scare:
                break
            last = index
        elif word.is_word or word.text in INNER_MARKS:
            if index > first and _ends_right(words, index):
                break
            last = index
        elif word.text == "." and _abbreviates(words, index):
            last = index
        elif word.text == "(" and (end := _closing_bracket(words, index)):
            last = index = end
        elif word.text == "," and with_apposition and (end := _apposition_right(words, index)):
            last = end
            break
        else:
            break
        index += 1
    return (first, last) if last >= first else None


def _ends_right(words: Sequence[Word], index: int) -> bool:
    low = words[index].low
    if low in ISSUED and words[index + 1 : index + 2] and words[index + 1].low == "by":
        return False
    if low == "by" and words[index - 1].low in ISSUED:
        return False
    if low == "and" and index + 2 < len(words) and words[index + 1].low in ISSUED and words[index + 2].low == "by":
        return False
    if low in ("who", "which", "whose", "that") or low in AUXILIARIES - {"'s"}:
        return True
    if is_finite(words, index) and not is_participle(words, index):
        return True
    if low in (PREPOSITIONS - INSIDE) | CLAUSE_STARTERS | TIME_WORDS or (_is_adverb(words[index]) and index > 0):
        return not (low == "in" and _names_place(words, index))
    if low in ("and", "or") and index + 1 < len(words):
        after = words[index + 1]
        return not (after.is_capitalized or after.low in ARTICLES | {"other", "others", "officials"})
    return False


def _names_place(words: Sequence[Word], index: int) -> bool:
    """Whether 'in' belongs to a plural or common noun before it: 'officials in Kabul', 'the ministry in Berlin'."""
    return (
        words[index - 1].text.islower()
        and index + 1 < len(words)
        and words[index + 1].is_capitalized
        and words[index + 1].low not in TIME_WORDS
    )


def _abbreviates(words: Sequence[Word], index: int) -> bool:
    """Whether a stop belongs to an abbreviation or an initial: a short capitalized word before, another word behind."""
    if not 0 < index < len(words) - 1 or words[index].start != words[index - 1].end:
        return False
    before, after = words[index - 1], words[index + 1]
    if after.start == words[index].end and after.is_word:
        return True
    return before.is_capitalized and len(before.text) <= 4 and (after.is_word or after.text == ",")


def _closing_bracket(words: Sequence[Word], index: int) -> int | None:
    return next((end for end in range(index + 1, min(len(words), index + 10)) if words[end].text == ")"), None)


def _apposition_right(words: Sequence[Word], comma: int) -> int | None:
    """The last word of an apposition that begins behind the comma, up to the next comma or the end."""
    first = comma + 1
    if first >= len(words) or not words[first].is_word:
        return None
    low = words[first].low
    if (
        low in OPENERS | CLAUSE_STARTERS | PREPOSITIONS | PRONOUNS - {"who"} | TIME_WORDS
        or low.endswith("ing")
        or low in RELATIVES
    ):
        return None
    for index in range(first, min(len(words), first + LONGEST_APPOSITION)):
        word = words[index]
        if word.quotation or word.text in ",;:—–" or (word.text in ".?!" and not _abbreviates(words, index)):
            return index - 1 if index > first else None
        if word.low in AUXILIARIES - {"'s"} or (is_finite(words, index) and not is_participle(words, index)):
            return None
        if index > first and word.low in ("who", "which", "during", "while", "when", "after", "before", "that"):
            return index - 1
    return len(words) - 1 if words[-1].is_word and len(words) - first < LONGEST_APPOSITION else None


def clause_subject(unit: Unit, before: int) -> Range | None:
    """The subject of the clause that a participle before word `before` belongs to: that of the nearest finite verb."""
    words = unit.words
    for index in range(before - 1, 0, -1):
        if is_finite(words, index) and not words[index - 1].quotation:
            first = index
            while first > 1 and (words[first - 1].low in ADVERBS or words[first - 1].low in AUXILIARIES):
                first -= 1
            found = source_left(unit, first)
            if (
                found
                and words[found[0]].low not in RELATIVES | {"it", "there", "that"}
                and _starts_clause(words, found[0])
            ):
                return found
    return None


def own_clause(text: str, source: Span | None) -> Span | None:
    """A source without a clause before it that ends with 'and': 'He was 21 and Vane' is Vane."""
    if source is None:
        return None
    if opening := EXPLETIVE.match(text, source.start, source.end):
        return Span(opening.end(), source.end)
    at = source.words_in(text).rfind(" and ")
    if at < 0:
        return source
    before = source.words_in(text)[:at].lower().split()
    if FINITE.isdisjoint(before) or not BINDING.isdisjoint(before):
        return source
    return Span(source.start + at + len(" and "), source.end)
