"""Attributions found by rule in one unit: a cue, the words that name its source, and what is said."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from crossread.reading.attribution_content import content_left, content_right
from crossread.reading.attribution_cues import Cue, find_cues
from crossread.reading.attribution_source import Range, source_left, source_right
from crossread.reading.attribution_units import Unit, Word
from crossread.records import Act, Span, Stance

# How sure each pattern is: its share of attributions that PolNeAR's annotators marked too, on the train part, rounded.
SCORES = {
    "quote": 0.95,
    "that": 0.9,
    "according": 0.9,
    "clause": 0.8,
    "aside": 0.8,
    "object": 0.6,
    "infinitive": 0.6,
    "noun": 0.6,
    "passive": 0.6,
    "headline": 0.7,
    "alone": 0.5,
}


@dataclass(frozen=True, slots=True)
class Draft:
    """An attribution as the rules found it, before kind, chain and nesting are known."""

    content: tuple[Span, ...]
    cue: Span | None
    source: Span | None
    stance: Stance
    act: Act
    score: float
    unit: int
    listener: Span | None = None


@dataclass(slots=True)
class Found:
    """A cue with its source, while the unit is being read."""

    cue: Cue
    source: Range | None
    is_inverted: bool
    is_shared: bool = False


def read_unit(unit: Unit, number: int, previous: Unit | None) -> list[Draft]:
    """The attributions of a unit, in the order of their cues; `previous` is the unit before in the same paragraph."""
    found = _sources(unit, find_cues(unit))
    drafts: list[Draft] = []
    for found_cue in found:
        draft = _draft(unit, number, found_cue, found, previous)
        if draft:
            drafts.append(draft)
    drafts += _according(unit, number)
    if not drafts and (headline := _headline(unit, number)):
        drafts.append(headline)
    return drafts


def _sources(unit: Unit, cues: Sequence[Cue]) -> list[Found]:
    """Each cue with its source; a verb joined by 'and' or a participle takes the source of the cue before it."""
    found: list[Found] = []
    for cue in cues:
        source, inverted = _source(unit, cue)
        shared = False
        if source is None and not cue.is_passive and _takes_over(unit, cue):
            source, shared = _source_before(unit, found, cue), True
        found.append(Found(cue, source, inverted, shared))
    return found


def _source(unit: Unit, cue: Cue) -> tuple[Range | None, bool]:
    words = unit.words
    if cue.is_passive or (cue.form == "ing" and cue.first == cue.head):
        by = next((i for i in range(cue.last + 1, min(len(words), cue.last + 3)) if words[i].low == "by"), None)
        return (source_right(unit, by + 1, stop_at_comma=False), False) if by and cue.is_passive else (None, False)
    if cue.form == "past" and cue.last + 1 < len(words) and words[cue.last + 1].low == "by":
        return source_right(unit, cue.last + 2), False
    if _is_inverted(unit, cue):
        return source_right(unit, cue.last + 1), True
    return source_left(unit, cue.first), False


def _is_inverted(unit: Unit, cue: Cue) -> bool:
    """Whether the source follows the verb: '“…,” said Vane', '…, said Vane.'"""
    words = unit.words
    if set(cue.verb.frames).isdisjoint("SQT") or cue.first != cue.head or cue.last + 1 >= len(words):
        return False
    if cue.form not in ("past", "third"):
        return False
    before = words[cue.first - 1] if cue.first else None
    after = words[cue.last + 1]
    if not after.is_word or (after.low in ("that", "he", "him", "his") and after.low == "that"):
        return False
    if before is None:
        return False
    if before.quotation:
        return not before.quotation.is_scare or before.text[-2:-1] in ",.!?"
    return before.text == "," and (after.is_capitalized or after.low in ("the", "a", "an", "one", "some", "his", "her"))


def _takes_over(unit: Unit, cue: Cue) -> bool:
    """Whether the verb shares the subject of what went before."""
    before = unit.words[cue.first - 1] if cue.first else None
    if cue.form == "ing":
        return True
    return before is not None and before.low in ("and", "but", "then", "or", ",")


def _source_before(unit: Unit, found: Sequence[Found], cue: Cue) -> Range | None:
    for earlier in reversed(found):
        if (
            (earlier.source
            and earlier.source[1] < cue.first
            and not earlier.is_inverted)
            or (earlier.source
            and earlier.is_inverted)
        ):
            return earlier.source
    return None


def _draft(unit: Unit, number: int, found: Found, others: Sequence[Found], previous: Unit | None) -> Draft | None:
    cue, source = found.cue, found.source
    stops = [
        o.source[0] if o.source and not o.is_shared and not o.is_inverted else o.cue.first
        for o in others
        if o.cue.first > cue.last
    ]
    head = min(source[0], cue.first) if source and not found.is_shared else cue.first
    floor = max((o.cue.last + 1 for o in others if o.cue.last < head), default=0)
    pieces, pattern = _content(unit, found, head, floor, stops)
    if (
        not pieces
        and source
        and not found.is_shared
        and previous
        and _is_quotation(previous)
        and head == 0
        and set(cue.verb.frames) & set("SQT")
    ):
        last = previous.words[-1]
        pieces, pattern = [Span(last.start, last.end)], "quote"
    if not pieces or (source is None and pattern in ("object", "infinitive", "clause")):
        return None
    return Draft(
        content=tuple(pieces),
        cue=unit.span(cue.first, cue.last),
        source=unit.span(*source) if source else None,
        stance=_stance(cue),
        act=cue.verb.act,
        score=SCORES[pattern],
        unit=number,
    )


def _content(unit: Unit, found: Found, head: int, floor: int, stops: Sequence[int]) -> tuple[list[Span], str]:
    """The content's pieces and the pattern that gave them."""
    cue, words = found.cue, unit.words
    frames = set(cue.verb.frames)
    speaks = bool(frames & set("SQT"))
    behind = max(cue.last, found.source[1] if found.source and found.is_inverted else cue.last)
    left = (
        content_left(unit, head, 0 if speaks and head and words[head - 1].quotation else floor)
        if speaks and head > 0
        else None
    )
    if left and (
        words[head - 1].quotation
        or (
            head > 1
            and words[head - 1].text == ","
            and words[head - 2].quotation
            and words[head - 2].text[-1] in "”\"’'»"
        )
    ):
        pieces = [_quote_left(unit, left, floor)]
        pieces += _resumed(unit, behind, stops)
        return pieces, "quote"
    if found.is_inverted:
        return ([unit.span(*left)], "aside") if left else ([], "")
    right = content_right(unit, cue, stops)
    if left and words[head - 1].text == "," and right is None and found.source and not found.is_shared:
        return [unit.span(*left), *_interrupted(unit, cue, stops)], "aside"
    if right is None:
        return [], ""
    return [unit.span(*right)], _pattern(words, right, cue)


def _pattern(words: Sequence[Word], right: Range, cue: Cue) -> str:
    if words[right[0]].quotation:
        return "quote"
    if words[right[0]].low in ("that", "whether", "how", "why"):
        return "that"
    if "S" in cue.verb.frames or "T" in cue.verb.frames:
        return "clause"
    return "infinitive" if words[right[0]].low == "to" else "object"


def _quote_left(unit: Unit, left: Range, floor: int) -> Span:
    """The quotation before the source, with the clause it belongs to where it does not stand alone."""
    first = left[0] if left[0] >= floor else floor
    while first < left[1] and not unit.words[first].quotation and not unit.words[first].is_word:
        first += 1
    return unit.span(first, left[1])


def _resumed(unit: Unit, behind: int, stops: Sequence[int]) -> list[Span]:
    """What is said on behind an interrupting cue: '“…,” said Vane, “…”'."""
    words = unit.words
    found = []
    for index in range(behind + 1, len(words)):
        quotation = words[index].quotation
        if quotation and not quotation.is_scare and words[index - 1].text in ",:;.—–":
            found.append(unit.span(index, index))
            break
    return found


def _interrupted(unit: Unit, cue: Cue, stops: Sequence[int]) -> list[Span]:
    """The rest of a clause that a cue between commas interrupts: 'The plan, Vane said, would fail.'"""
    words = unit.words
    first = cue.last + 1
    if first >= len(words) or words[first].text != ",":
        return []
    last = len(words) - 1
    while last > first and not words[last].quotation and words[last].text in ".,;:":
        last -= 1
    return [unit.span(first + 1, last)] if last > first else []


def _is_quotation(unit: Unit) -> bool:
    """Whether a unit is nothing but a quotation."""
    return bool(unit.words) and all(w.quotation for w in unit.words) and not unit.words[-1].quotation.is_scare  # type: ignore[union-attr]


def _stance(cue: Cue) -> Stance:
    if cue.is_negated:
        return {"denies": "asserts", "asserts": "denies", "doubts": "asserts"}.get(cue.verb.stance, cue.verb.stance)  # type: ignore[return-value]
    return cue.verb.stance


def _according(unit: Unit, number: int) -> list[Draft]:
    """'according to Vane, …' and '…, according to Vane'."""
    words = unit.words
    found: list[Draft] = []
    for index in range(len(words) - 2):
        if words[index].low != "according" or words[index + 1].low != "to":
            continue
        source = source_right(unit, index + 2)
        if source is None:
            continue
        pieces = _round_aside(unit, index, source[1])
        if pieces:
            found.append(
                Draft(
                    tuple(pieces),
                    unit.span(index, index + 1),
                    unit.span(*source),
                    "asserts",
                    "speech",
                    SCORES["according"],
                    number,
                )
            )
    return found


def _round_aside(unit: Unit, first: int, last: int) -> list[Span]:
    """The sentence round an aside that reaches from word `first` to word `last`."""
    words = unit.words
    end = len(words) - 1
    while end > last and not words[end].quotation and words[end].text in ".,;:!?":
        end -= 1
    start = last + 1
    while start <= end and not words[start].quotation and words[start].text in ",:;—–-":
        start += 1
    after = [unit.span(start, end)] if start <= end and words[last + 1].text in ",:" else []
    left = first - 1
    while left >= 0 and not words[left].quotation and words[left].text in ",—–-;:":
        left -= 1
    begin = 0
    while begin <= left and words[begin].low in ("but", "and", "yet", "so", "however", ","):
        begin += 1
    before = [unit.span(begin, left)] if begin <= left else []
    return before or after if first > 1 else after


def _headline(unit: Unit, number: int) -> Draft | None:
    """'Vane: The bridge will stand' and 'The bridge will stand: Vane', in titles."""
    if not unit.in_title:
        return None
    words = unit.words
    colons = [i for i, w in enumerate(words) if w.text == ":" and not w.quotation]
    if len(colons) != 1:
        return None
    at = colons[0]
    end = len(words) - 1 if words[-1].text != "." else len(words) - 2
    if 1 <= at <= 4 and all(w.is_capitalized for w in words[:at]) and end - at >= 3:
        return Draft(
            (unit.span(at + 1, end),),
            unit.span(at, at),
            unit.span(0, at - 1),
            "asserts",
            "speech",
            SCORES["headline"],
            number,
        )
    if 1 <= end - at <= 4 and at >= 4 and all(w.is_capitalized for w in words[at + 1 : end + 1]):
        return Draft(
            (unit.span(0, at - 1),),
            unit.span(at, at),
            unit.span(at + 1, end),
            "asserts",
            "speech",
            SCORES["headline"],
            number,
        )
    return None
