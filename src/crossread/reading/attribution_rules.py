"""Attributions found by rule in one unit: a cue, the words that name its source, and what is said."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from crossread.reading.attribution_chain import heard_by, media_in, span_of_medium
from crossread.reading.attribution_content import is_speech
from crossread.reading.attribution_cues import Cue, find_cues, is_finite, stance_of
from crossread.reading.attribution_draft import Draft, Pattern
from crossread.reading.attribution_frames import Found, aside, complement, left_range, quotation_before
from crossread.reading.attribution_relays import read_relays
from crossread.reading.attribution_source import (
    Range,
    before_time,
    clause_subject,
    is_participle,
    source_left,
    source_right,
)
from crossread.reading.attribution_units import Unit
from crossread.reading.attribution_words import ARTICLES, MEANS, PREPOSITIONS, TIME_WORDS, TOLD_OF
from crossread.records import Span

# A role before a name has so many words at most: 'another friend of the family,'.
LONGEST_ROLE = 10
# A name behind 'called' has so many words at most.
LONGEST_CALLED = 8
# 'with' stands at most so many words before 'insisting' in 'with some members of the council insisting'.
LONGEST_WITH = 8


def read_cues(unit: Unit, number: int, previous: Unit | None, said: Sequence[Range]) -> list[Draft]:
    """The attributions of a unit that hang on a verb, in the order of their cues.

    `previous` is the unit before in the same paragraph; `said` are word ranges already known to be the content of an
    aside ('according to'), which no complement leaves.
    """
    found = find_sources(unit, [cue for cue in find_cues(unit) if not _is_idle(unit, cue)])
    asides = [aside(unit, one) for one in found]
    limits = [*said, *(left_range(one) for one, (pieces, _) in zip(found, asides, strict=True) if pieces)]
    drafts: list[Draft] = []
    for index, (one, beside) in enumerate(zip(found, asides, strict=True)):
        pieces, pattern = beside if beside[0] else complement(unit, one, found, limits)
        if not pieces:
            pieces, pattern = quotation_before(unit, one, previous)
        if pieces and (one.source or _needs_no_source(one, pattern)):
            draft = _draft(unit, number, one, pieces, pattern)
            drafts.append(replace(draft, via=_via(unit, one, found[index - 1] if index else None, draft)))
    return read_relays(unit, [one.cue for one in found], drafts)


def _needs_no_source(one: Found, pattern: Pattern) -> bool:
    """Whether something is plainly said though nobody is named."""
    return pattern == "passive" or (one.cue.verb.act == "speech" and pattern in ("quote", "that", "aside"))


def _is_idle(unit: Unit, cue: Cue) -> bool:
    """Whether a verb says nothing here: an infinitive without a clause or quotation behind it ('to hear his words')."""
    words = unit.words
    after = words[cue.last + 1] if cue.last + 1 < len(words) else None
    if cue.verb.lemma in ("call", "name", "dub") and is_participle(words, cue.head) and _speaks_next(unit, cue):
        return True
    if cue.form == "past" and cue.first == cue.head and cue.verb.lemma in TOLD_OF and after and after.low == "to":
        return True
    if words[cue.first].low != "to":
        return False
    return (
        cue.verb.act == "thought"
        or not cue.takes("ST")
        or after is None
        or not (after.low in ("that", "whether", "how", "why", ":", ",") or is_speech(after))
    )


def _speaks_next(unit: Unit, cue: Cue) -> bool:
    """Whether a name and then a verb follow: 'a user called Long Road wrote', not 'the mayor called Moss a liar'."""
    for index in range(cue.last + 1, min(len(unit.words), cue.last + LONGEST_CALLED)):
        word = unit.words[index]
        if is_finite(unit.words, index):
            return True
        if word.text.islower() or not (word.is_word or word.text == "."):
            return False
    return False


def _via(unit: Unit, one: Found, before: Found | None, draft: Draft) -> tuple[Span, ...]:
    """Media the source spoke to: the listener of 'told', and the occasion named near the cue."""
    if draft.act != "speech":
        return ()
    floor = unit.words[before.tail].end if before and before.tail < one.head else unit.start
    found = list(media_in(unit, draft.content, floor))
    following = unit.words[one.cue.last + 1].low if one.cue.last + 1 < len(unit.words) else ""
    if one.cue.verb.lemma == "tell" or following == "to":
        told = heard_by(unit, one.cue.last + 1 + (following == "to"))
        if told:
            found.insert(0, span_of_medium(unit, told))
    return tuple(dict.fromkeys(found))


def _draft(unit: Unit, number: int, one: Found, pieces: list[Span], pattern: Pattern) -> Draft:
    return Draft(
        content=tuple(pieces),
        cue=unit.span(one.cue.first, one.cue.last),
        source=unit.span(*one.source) if one.source else None,
        stance=stance_of(one.cue),
        act=one.cue.verb.act,
        pattern=pattern,
        unit=number,
    )


def find_sources(unit: Unit, cues: Sequence[Cue]) -> list[Found]:
    """Each cue with its source; a verb joined by 'and' or a participle takes the source of the cue before it."""
    found: list[Found] = []
    for cue in cues:
        one = _source(unit, cue)
        if one.source is None and not cue.is_passive and _takes_over(unit, cue):
            one.source, one.is_shared = _source_before(unit, found, cue), True
        found.append(one)
    return found


def _source(unit: Unit, cue: Cue) -> Found:
    if cue.form == "past" and (by := _by(unit, cue)):
        return Found(cue, source_right(unit, by + 1))
    if cue.is_passive:
        return Found(cue, None)
    if cue.form == "ing" and cue.first == cue.head:
        return Found(cue, _behind_with(unit, cue))
    if unit.words[cue.first].low == "to":
        return Found(cue, None)
    if _is_inverted(unit, cue):
        return Found(cue, source_right(unit, cue.last + 1), is_inverted=True)
    return Found(cue, _with_role(unit, source_left(unit, cue.first)))


def _behind_with(unit: Unit, cue: Cue) -> Range | None:
    """Those who speak in 'with some insisting that …'."""
    words = unit.words
    for index in range(cue.first - 1, max(0, cue.first - LONGEST_WITH), -1):
        if not words[index].is_word or words[index].low in PREPOSITIONS - {"of", "with"}:
            return None
        if words[index].low == "with" and words[index - 1].text in (",", "—", "–"):
            return (index + 1, cue.first - 1) if index + 1 < cue.first else None
    return None


def _with_role(unit: Unit, source: Range | None) -> Range | None:
    """A name with the role that stands before it behind a quotation: '“…,” another friend, Ada Vane, said'."""
    if source is None or source[0] < 3 or unit.words[source[0] - 1].text != ",":
        return source
    first = source[0] - 2
    while first > 0 and unit.words[first].is_word and source[0] - first < LONGEST_ROLE:
        first -= 1
    is_role = unit.words[first].quotation is not None and unit.words[first + 1].low in ARTICLES
    return (first + 1, source[1]) if is_role else source


def _by(unit: Unit, cue: Cue) -> int | None:
    """Where the 'by' of a passive or a participle stands: hard behind it, or behind a few words."""
    for index in range(cue.last + 1, min(len(unit.words) - 1, cue.last + (4 if cue.is_passive else 2))):
        if unit.words[index].low == "by":
            return None if unit.words[index + 1].low in MEANS or unit.words[index + 1].low.endswith("ing") else index
    return None


def _is_inverted(unit: Unit, cue: Cue) -> bool:
    """Whether the source follows the verb: '“…,” said Vane', '…, said Vane.'"""
    words = unit.words
    if not cue.takes("SQ") or cue.first != cue.head or not cue.first > 0 or cue.last + 1 >= len(words):
        return False
    before, after = words[cue.first - 1], words[cue.last + 1]
    if (
        (cue.form not in ("past", "third") and cue.verb.lemma != "say")
        or not (after.is_word or after.text in '“"@')
        or after.low in ("that", "in", "on", "at", "as", "to")
    ):
        return False
    if before.quotation:
        return is_speech(before) or before.text[-2:-1] in ",.!?"
    if before.text != ",":
        return False
    if cue.first >= 2 and is_speech(words[cue.first - 2]):
        return True
    left = source_left(unit, cue.first)
    if left is not None and (left[0] == 0 or is_speech(unit.words[left[0] - 1])):
        return False
    if words[cue.last + 1].low in TIME_WORDS or (cue.verb.lemma != "say" and words[cue.last + 1].low in ("a", "an")):
        return False
    right = source_right(unit, cue.last + 1)
    if right is None or any(is_finite(words, k) and not is_participle(words, k) for k in range(right[0], right[1] + 1)):
        return False
    ends = (
        right[1] + 1 >= len(words)
        or words[right[1] + 1].text in ".,;!?"
        or words[right[1] + 1].low in PREPOSITIONS | TIME_WORDS | {"who"}
    )
    return ends and right[1] - right[0] < 30


def _takes_over(unit: Unit, cue: Cue) -> bool:
    """Whether the verb shares the subject of what went before."""
    at = before_time(unit.words, cue.first)
    before = unit.words[at - 1] if at else None
    if cue.form == "ing" or unit.words[cue.first].low == "to":
        return True
    return before is not None and before.low in ("and", "but", "then", "or", ",", "—", "–")


def _holds(one: Found, subject: Range | None) -> bool:
    """Whether one speaks behind whose verb a subject stands: not that, but he goes on behind a comma."""
    if one.cue.verb.act != "speech":
        return False
    return one.cue.takes("ST") or (subject is not None and one.source is not None and one.tail < subject[0])


def _source_before(unit: Unit, found: Sequence[Found], cue: Cue) -> Range | None:
    if cue.form == "ing" and unit.words[cue.first - 1].is_capitalized and cue.first > 1:
        return source_left(unit, cue.first)
    nearest = clause_subject(unit, cue.first) if cue.form == "ing" else None
    if unit.words[cue.first - 1].text == "," and any(_holds(f, nearest) for f in found):
        nearest = None
    for earlier in reversed(found):
        if earlier.source and earlier.tail < cue.first and (nearest is None or earlier.tail >= nearest[1]):
            return earlier.source
    return nearest or clause_subject(unit, cue.first)
