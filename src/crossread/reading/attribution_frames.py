"""What is said round a cue whose source is known: left of it, right of it, on both sides, or round a passive."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from crossread.reading.attribution_content import Bounds, content_left, content_right, is_speech, to_object_end, trimmed
from crossread.reading.attribution_cues import Cue, is_finite
from crossread.reading.attribution_draft import Pattern
from crossread.reading.attribution_source import Range, noun_phrase_left, source_left
from crossread.reading.attribution_units import Unit, Word
from crossread.reading.attribution_words import PREPOSITIONS, RELATIVES, SUBORDINATORS, TIME_WORDS, TOLD_OF
from crossread.records import Span

# Between an interrupting cue and the comma behind it stand so few words: "Vane told the council on Friday,".
LONGEST_INTERRUPTION = 6
# A sentence that only names who spoke the quotation before it has no more words behind its cue.
LONGEST_TAIL = 12
Pieces = tuple[list[Span], Pattern]
NOTHING: Pieces = ([], "clause")


@dataclass(slots=True)
class Found:
    """A cue with its source, while the unit is being read; `is_shared`: the source stands with an earlier cue."""

    cue: Cue
    source: Range | None
    is_inverted: bool = False
    is_shared: bool = False

    @property
    def head(self) -> int:
        """The first word of cue and source."""
        if self.source is None or self.is_shared:
            return self.cue.first
        return min(self.source[0], self.cue.first)

    @property
    def tail(self) -> int:
        """The last word of cue and source."""
        if self.source is None or self.is_shared:
            return self.cue.last
        return max(self.source[1], self.cue.last)


def left_range(one: Found) -> Range:
    """The words left of an aside, as far as they may be its content."""
    return (0, max(0, one.head - 1))


def aside(unit: Unit, one: Found) -> Pieces:
    """Content that stands left of source and cue: '“…,” Vane said', 'The bridge will hold, Vane said.'"""
    words, cue, head = unit.words, one.cue, one.head
    if head == 0 or cue.is_passive or (one.is_shared and cue.form != "past"):
        return NOTHING
    if words[head - 1].low == "as" and head > 1:
        head -= 1
    at = head - 1 if is_speech(words[head - 1]) else head - 2 if head > 1 and words[head - 1].text == "," else -1
    ends_in_quotes = words[head - 1].quotation is not None and _last_character(words[head - 1]) in ",?!"
    if at >= 0 and is_speech(words[at]):
        if cue.takes("SQT") or _last_character(words[at]) in ",?!":
            return [_quotation_left(unit, at), *_resumed(unit, one.tail)], "quote"
        return NOTHING
    if not cue.takes("ST") and not (words[head].low == "as" and one.source):
        return NOTHING
    left = content_left(unit, head) if words[head - 1].text in (",", "—", "–", "?", "!") or ends_in_quotes else None
    if left is None or one.source is None or one.is_shared:
        return NOTHING
    if not one.is_inverted and not _is_trailing(unit, one):
        return NOTHING
    return [unit.span(*left), *_interrupted(unit, one)], "aside"


def _last_character(word: Word) -> str:
    """The last character inside a quotation's marks."""
    return word.text.rstrip("”\"'’» ")[-1:] or " "


def _is_trailing(unit: Unit, one: Found) -> bool:
    """Whether nothing that could be content follows: '…, Vane said on Friday.'"""
    words, behind = unit.words, one.cue.last + 1
    if one.source is None or words[one.source[0]].low in RELATIVES:
        return False
    if behind < len(words) and words[behind].is_word and not one.cue.takes("T"):
        low = words[behind].low
        if low not in PREPOSITIONS | TIME_WORDS and not low.endswith("ly"):
            return False
    return content_right(unit, one.cue, Bounds(len(unit.words), frozenset())) is None


def _quotation_left(unit: Unit, at: int) -> Span:
    """The quotation before the source, with the clause it ends where it is only a part of one."""
    words = unit.words
    if words[at].start == unit.start or words[at].text.lstrip("“\"'‘«„` ")[:1].isupper():
        first = at
        while first >= 2 and is_speech(words[first - 2]) and words[first - 1].text in ",":
            first -= 2
        return unit.span(first, at)
    left = content_left(unit, at + 1) or (at, at)
    return unit.span(*left)


def _resumed(unit: Unit, behind: int) -> list[Span]:
    """What is said on behind an interrupting cue: '“…,” said Vane, “…”'."""
    words = unit.words
    for index in range(behind + 1, len(words)):
        if is_speech(words[index]) and words[index - 1].text in (",", ":", ";", ".", "—", "–"):
            return [unit.span(index, index)]
    return []


def _interrupted(unit: Unit, one: Found) -> list[Span]:
    """The rest of a clause that a cue between commas interrupts: 'The plan, Vane said, would fail.'"""
    words = unit.words
    start = one.tail + 1
    first = next(
        (
            k
            for k in range(start, min(len(words), start + LONGEST_INTERRUPTION))
            if words[k].text in (",", "—", "–") and not words[k].quotation
        ),
        None,
    )
    if one.is_inverted or first is None or first + 1 >= len(words):
        return []
    if first > start and not any(is_finite(words, k) for k in range(first + 1, len(words))):
        return []
    if words[first + 1].low in ("citing", "adding", "saying", "noting", "according", "calling"):
        return []
    if words[first + 1].low in ("and", "but", "while") and not any(is_speech(w) for w in words[first:]):
        return []
    rest = trimmed(words, first + 1, len(words) - 1)
    return [unit.span(*rest)] if rest and rest[1] > rest[0] else []


def complement(unit: Unit, one: Found, others: Sequence[Found], limits: Sequence[Range]) -> Pieces:
    """Content right of the cue, or round a passive."""
    cue = one.cue
    limit = min((last + 1 for first, last in limits if first <= cue.head <= last), default=len(unit.words))
    limit = min(limit, _clause_limit(unit, one))
    stops = frozenset(
        o.head
        for o in others
        if o.cue.first > cue.last
        and (not o.is_inverted)
        and o.cue.form in ("past", "third", "base")
        and unit.words[o.cue.first].low != "to"
    )
    bounds = Bounds(limit, stops)
    if cue.is_passive or (cue.form == "past" and one.source and one.source[0] > cue.last and not one.is_inverted):
        return _passive(unit, one, bounds)
    if one.is_inverted:
        return NOTHING
    if (
        one.head > 0
        and unit.words[one.head - 1].low == "as"
        and one.head == 1
        and unit.words[one.tail + 1 : one.tail + 2]
        and unit.words[one.tail + 1].text == ","
    ):
        rest = trimmed(unit.words, one.tail + 1, limit - 1)
        return ([unit.span(*rest)], "aside") if rest else NOTHING
    right = content_right(unit, cue, bounds) or _loose(unit, one, bounds)
    if right is None:
        return NOTHING
    return [unit.span(*right)], _pattern(unit, right, cue)


def _clause_limit(unit: Unit, one: Found) -> int:
    """Where a relative clause or an opening subordinate clause that holds the cue ends."""
    words, end = unit.words, len(unit.words)
    commas = [k for k in range(one.tail + 2, end - 1) if words[k].text == "," and not words[k].quotation]
    if one.source and words[one.source[0]].low in RELATIVES:
        return next((k for k in commas if is_finite(words, k + 1)), end)
    if one.cue.form == "ing" and one.cue.first and words[one.cue.first - 1].low in PREPOSITIONS and one.is_shared:
        return next((k for k in commas if k + 1 < end and words[k + 1].is_capitalized), end)
    head = min(one.head, one.source[0]) if one.source else one.head
    opens = (
        head > 0
        and words[head - 1].low in SUBORDINATORS
        and (head == 1 or words[head - 2].text == "," or words[head - 2].low in ("and", "but"))
    )
    return next((k for k in commas if k > one.tail + 3), end) if opens else end


def _loose(unit: Unit, one: Found, bounds: Bounds) -> Range | None:
    """A clause that begins with a preposition: 'said at least two were hurt', 'said in politics it takes time'."""
    words, first = unit.words, one.cue.last + 1
    if not one.cue.takes("S") or one.cue.verb.act == "thought" or one.is_shared:
        return None
    if first >= bounds.limit or words[first].low not in PREPOSITIONS:
        return None
    verb = next((k for k in range(first + 2, bounds.limit) if is_finite(words, k)), None)
    if verb is None or any(words[k].text == "," for k in range(first, verb)):
        return None
    return trimmed(words, first, bounds.limit - 1)


def _pattern(unit: Unit, right: Range, cue: Cue) -> Pattern:
    first = unit.words[right[0]]
    if first.quotation:
        return "quote"
    if first.low in ("that", "whether", "how", "why"):
        return "that"
    if first.low == "to":
        return "infinitive"
    return "clause" if cue.takes("ST") else "object"


def _passive(unit: Unit, one: Found, bounds: Bounds) -> Pieces:
    """'was rejected by Vane', 'a plan backed by Vane', 'It was announced that', 'is reported to'."""
    words, cue = unit.words, one.cue
    behind = (one.source[1] if one.source else cue.last) + 1
    following = words[behind].low if behind < bounds.limit else ""
    rest = (
        to_object_end(words, behind, bounds)
        if following in ("that", "to", "of", "as", "for", "whether", "about")
        else None
    )
    subject = (
        source_left(unit, cue.first)
        if cue.is_passive
        else noun_phrase_left(words, cue.first - 1)
        if cue.first
        else None
    )
    if (subject and words[subject[0]].low in ("it", "there")) or (
        subject and words[subject[1]].low in RELATIVES | {"that"}
    ):
        subject = None
    if cue.verb.lemma in ("see", "hear", "find") and cue.form == "past":
        return NOTHING
    if one.source is None and not (following == "that" or (following == "to" and cue.verb.lemma in TOLD_OF)):
        return NOTHING
    if cue.takes("T") or following == "that":
        return ([unit.span(*rest)], "passive") if rest else NOTHING
    pieces = [unit.span(*part) for part in (subject, rest) if part]
    return pieces, "passive"


def quotation_before(unit: Unit, one: Found, previous: Unit | None) -> Pieces:
    """A quotation that is a sentence of its own before 'Vane said.'"""
    if previous is None or one.head != 0 or one.source is None or not one.cue.takes("SQT") or one.is_shared:
        return NOTHING
    last = previous.words[-1]
    return (
        ([Span(last.start, last.end)], "quote")
        if is_speech(last) and len(unit.words) - one.tail < LONGEST_TAIL
        else NOTHING
    )
