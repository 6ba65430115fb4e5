"""Statements handed on: "RIA quoted him as saying", "Reuters reported, citing two officials".

The one who hands on and the one who spoke are two attributions of the same words; the second stands inside the first.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from crossread.reading.attribution_content import Bounds, content_left, content_right, is_speech
from crossread.reading.attribution_cues import Cue, cue_verbs
from crossread.reading.attribution_draft import Draft
from crossread.reading.attribution_source import Range, source_left, source_right
from crossread.reading.attribution_types import source_words
from crossread.reading.attribution_units import Unit, Word
from crossread.reading.attribution_words import ARTICLES, HEAD_ENDS, PREPOSITIONS, SAYING, SINGULAR_PRONOUNS
from crossread.records import Span

# 'as saying' stands at most so many words behind 'quoted' ('quoted the head of the council, Ada Vane, as saying').
LONGEST_QUOTED = 16
# 'citing' stands hard behind the comma that ends its subject.
NEAR = 4
# Plurals of nouns for those who do something: engineers, doctors, scientists, technicians, consultants.
AGENTS = ("ers", "ors", "ists", "ians", "ants", "men")


def read_relays(unit: Unit, cues: Sequence[Cue], drafts: list[Draft]) -> list[Draft]:
    """The drafts of a unit with those who spoke added where another handed their words on."""
    result = list(drafts)
    for cue in cues:
        lemma = cue.verb.lemma
        if lemma in ("cite", "quote") and cue.form == "ing" and cue.first and unit.words[cue.first - 1].text in ",—–":
            result = _cited(unit, cue, result)
        elif lemma in ("quote", "cite"):
            result = _quoted(unit, cue, result)
    return result


def _cited(unit: Unit, cue: Cue, drafts: list[Draft]) -> list[Draft]:
    """'…, Reuters reported, citing two officials': the officials spoke."""
    here = unit.span(cue.first, cue.last)
    source = source_right(unit, cue.last + 1)
    outer = [
        d
        for d in drafts
        if d.cue and d.source and d.cue.end <= here.start and d.act == "speech" and d.pattern not in ("object", "noun")
    ]
    outer = outer or _citing_first(drafts, here)
    others = [d for d in drafts if d.cue != here]
    if source is None or not _can_speak(unit, source) or not outer or any(s.overlaps(here) for s in outer[-1].content):
        return drafts
    inner = replace(outer[-1], cue=here, source=unit.span(*source), holder=outer[-1].cue, via=())
    return [*others, inner]


def _can_speak(unit: Unit, source: Range) -> bool:
    """Whether words behind 'citing' name somebody or a document, and no reason ('citing his health')."""
    words = unit.words[source[0] : source[1] + 1]
    head = next((words[k - 1].low for k in range(1, len(words)) if words[k].low in HEAD_ENDS), words[-1].low)
    known = frozenset().union(*source_words().values())
    is_known = any(form in known for form in (head, head + "s", head + "es"))
    is_agent = head.endswith(AGENTS) or (words[0].low in ARTICLES and (head + "s").endswith(AGENTS))
    return is_known or is_agent or head in SINGULAR_PRONOUNS or any(word.is_capitalized for word in words)


def _citing_first(drafts: Sequence[Draft], here: Span) -> list[Draft]:
    """What is said behind an aside: 'Reuters, citing two officials, said that'."""
    behind = [d for d in drafts if d.cue and d.source and 0 < here.start - d.source.end < NEAR and d.cue > here]
    return [d for d in behind if d.act == "speech" and d.pattern in ("quote", "that", "clause")][:1]


def _quoted(unit: Unit, cue: Cue, drafts: list[Draft]) -> list[Draft]:
    """'RIA quoted him as saying …' and 'he was quoted by RIA as saying …'."""
    words = unit.words
    saying = _saying(unit, cue)
    if saying is None:
        return drafts
    here = unit.span(cue.first, cue.last)
    by = (
        next((k for k in range(cue.last + 1, min(len(words), saying + 4)) if words[k].low == "by"), None)
        if cue.is_passive
        else None
    )
    spoke = source_left(unit, cue.first) if cue.is_passive else source_right(unit, cue.last + 1)
    relay = source_right(unit, by + 1) if by else None if cue.is_passive else source_left(unit, cue.first)
    made = next((d for d in drafts if d.cue == here), None)
    content = made.content if made and made.pattern == "quote" else _behind(unit, cue, saying)
    if spoke is None:
        return drafts
    content = content or _before(unit, spoke[0] if cue.is_passive else 0)
    if not content:
        return drafts
    ends = saying - (words[saying - 1].low == "as") - 1
    if not cue.is_passive and spoke[1] > ends:
        spoke = (spoke[0], ends)
    told = unit.span(saying, saying)
    kept = [d for d in drafts if d.cue != here and not (d.cue and d.cue.overlaps(told))]
    base = made or next(iter(drafts), None)
    number = base.unit if base else 0
    stance, act = ("asserts", "speech")
    inner = Draft(content, told, unit.span(*spoke), stance, act, "quote", number, holder=here)  # type: ignore[arg-type]
    outer = Draft(content, here, unit.span(*relay) if relay else None, stance, act, "quote", number)  # type: ignore[arg-type]
    return [*kept, outer, inner] if relay else [*kept, replace(inner, holder=None)]


def _saying(unit: Unit, cue: Cue) -> int | None:
    """Where 'saying' stands: behind 'as', or hard behind those quoted ('quoted witnesses describing how')."""
    words = unit.words
    for index in range(cue.last + 1, min(len(words), cue.last + LONGEST_QUOTED)):
        word = words[index]
        before = words[index - 1].low
        if before == "as" and word.low in SAYING:
            return index
        if word.quotation or word.text in ",;:":
            if index == cue.last + 1 or word.text != ",":
                return None
        elif index > cue.last + 1 and not cue.is_passive and _tells(word) and before not in PREPOSITIONS | ARTICLES:
            return index
    return None


def _tells(word: Word) -> bool:
    """Whether a word is the participle of a verb of saying."""
    entry = cue_verbs().get(word.low)
    return (
        entry is not None
        and entry[1] == "ing"
        and entry[0].act == "speech"
        and not set("ST").isdisjoint(entry[0].frames)
    )


def _before(unit: Unit, first: int) -> tuple[Span, ...]:
    """What stands before one who 'was quoted as saying' it."""
    if first < 1:
        return ()
    at = first - 1 if is_speech(unit.words[first - 1]) or first < 2 else first - 2
    if is_speech(unit.words[at]):
        return (unit.span(at, at),)
    left = content_left(unit, first) if unit.words[first - 1].text == "," else None
    return (unit.span(*left),) if left else ()


def _behind(unit: Unit, cue: Cue, saying: int) -> tuple[Span, ...]:
    """What follows 'as saying'."""
    right = content_right(
        unit,
        replace(cue, last=saying, head=saying, verb=replace(cue.verb, frames="S"), particle=None),
        Bounds(len(unit.words), frozenset()),
    )
    return (unit.span(*right),) if right else ()
