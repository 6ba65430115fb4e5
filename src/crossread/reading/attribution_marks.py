"""Attributions marked by the trained reader, joined with those found by rule.

The reader knows more cues and odder sources; the rules know quotation marks, who hands a statement on, what stands
inside a quotation, and how a cue stands to what is said. So the reader's spans stand where the two meet, with what the
rules know about them added, and the rules' own finds stay where the reader is silent and they seldom err.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace

from crossread.reading.attribution_cues import Cue, cue_verbs, stance_of
from crossread.reading.attribution_draft import SCORES, Draft, Pattern
from crossread.reading.attribution_nouns import cue_nouns
from crossread.reading.attribution_units import Unit
from crossread.reading.attribution_words import ARTICLES, NEGATIONS, PRONOUNS
from crossread.reading.quotes import Quotation
from crossread.records import Act, Span, Stance, merge_spans

# Rules stay beside a silent reader where that costs nothing (PolNeAR, dev) and other newspapers gain by it.
TRUSTED: frozenset[Pattern] = frozenset(
    {"quote", "according", "alone", "headline", "gesture", "aside", "that", "clause"}
)
# A content that covers so much of a quotation is meant to hold the whole of it.
MOST_OF_QUOTATION = 0.5
# A rule's content that the reader's contents cover so far is the reader's.
MOST_OF_CONTENT = 0.5
# A rule's content that begins farther before a piece than this is not looked at.
LONGEST_REACH = 600
# A mark less sure than this may mix up who says and who hands on.
SURE = 0.6
# A rule of a kind that is right so much oftener than the reader thinks itself is believed.
SURER = 0.3
# Pieces a rule leaves out are scraps where the others hold so much of the content.
MOST_WITHOUT_SCRAPS = 0.7
# A piece of so few words is a crumb beside one so many times longer.
CRUMB, TIMES_LONGER = 2, 3
WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)?")


@dataclass(frozen=True, slots=True)
class Marked:
    """An attribution as the trained reader marked it; `score` is its own, in [0, 1]."""

    content: tuple[Span, ...]
    cue: Span | None
    source: Span | None
    score: float


def join_marked(
    text: str, units: Sequence[Unit], ruled: Sequence[Draft], marked: Sequence[Marked], quotations: Sequence[Quotation]
) -> list[Draft]:
    """One list of drafts from the rules' and the reader's."""
    outer = [quotation for quotation in quotations if quotation.depth == 0]
    with_cue = sorted((draft for draft in ruled if draft.cue), key=lambda draft: draft.cue or Span(0, 1))
    ends = [draft.cue.end for draft in with_cue if draft.cue]
    starts = [unit.start for unit in units if unit.depth == 0]
    numbers = [number for number, unit in enumerate(units) if unit.depth == 0]
    met = {id(rule) for mark in marked for rule in _met(mark, with_cue, ends)}
    unmet = sorted((r for r in with_cue if id(r) not in met and not r.holder and not units[r.unit].depth), key=_begin)
    drafts: list[Draft] = []
    kept: set[int] = set()
    speeches = [quotation for quotation in outer if not quotation.is_scare]
    for whole in marked:
        mark, claimants = _at_home(whole, unmet, starts, speeches)
        kept.update(claimants)
        handed = _handed_on(mark, ruled) if mark else []
        kept.update(handed)
        if mark is None or handed:
            continue
        rules = _met(mark, with_cue, ends)
        unit = numbers[max(0, bisect_right(starts, (mark.cue or mark.content[0]).start) - 1)] if numbers else 0
        drafts.append(_joined(text, mark, rules[0] if rules else None, outer, unit))
    spans = merge_spans(span for draft in drafts for span in draft.content)
    stay = [r for r in ruled if id(r) in kept or (id(r) not in met and _stays(r, units[r.unit], spans))]
    return drafts + stay


def _handed_on(mark: Marked, ruled: Sequence[Draft]) -> list[int]:
    """Rules' drafts of a statement and of who hands it on, where an unsure mark took the two for one."""
    if mark.cue is None or mark.score >= SURE:
        return []
    told = [rule for rule in ruled if rule.holder and rule.cue and rule.cue.overlaps(mark.cue)]
    holders = {rule.holder for rule in told}
    return [id(rule) for rule in ruled if rule in told or (rule.cue in holders and rule.holder is None)]


def _begin(draft: Draft) -> int:
    return draft.content[0].start


def _at_home(
    mark: Marked, unmet: Sequence[Draft], starts: Sequence[int], speeches: Sequence[Quotation]
) -> tuple[Marked | None, list[int]]:
    """A mark without pieces that belong elsewhere, and the identities of the rules that claim such pieces.

    A piece in another sentence than its cue stays only where it is a quotation that no rule gives to a cue of its own:
    a headline, a dateline and the sentence before resemble what was said, and are not.
    """
    if mark.cue is None or not starts:
        return mark, []
    home = bisect_right(starts, mark.cue.start)
    pieces: list[Span] = []
    claimants: list[int] = []
    for piece in mark.content:
        if bisect_right(starts, piece.start) == home:
            pieces.append(piece)
            continue
        claimed = [id(r) for r in _overlapping(piece, unmet) if _claims(r, piece)]
        claimants += claimed
        if not claimed and _is_quoted(piece, speeches):
            pieces.append(piece)
    return (replace(mark, content=tuple(pieces)) if pieces else None), claimants


def _is_quoted(piece: Span, speeches: Sequence[Quotation]) -> bool:
    first = bisect_right(speeches, piece.start, key=lambda quotation: quotation.end)
    return first < len(speeches) and speeches[first].start < piece.end


def _overlapping(piece: Span, ruled: Sequence[Draft]) -> Sequence[Draft]:
    """Rules' drafts, in order of their contents, that begin from a sentence's length before a piece to its end."""
    first = bisect_left(ruled, piece.start - LONGEST_REACH, key=_begin)
    return ruled[first : bisect_left(ruled, piece.end, key=_begin)]


def _claims(rule: Draft, piece: Span) -> bool:
    """Whether a rule's speech has most of a piece for its content."""
    shared = sum(span.shared(piece) for span in rule.content)
    return rule.act == "speech" and shared >= MOST_OF_CONTENT * min(len(piece), sum(map(len, rule.content)))


def _met(mark: Marked, ruled: Sequence[Draft], ends: Sequence[int]) -> list[Draft]:
    """The rules' drafts whose cue shares words with the reader's."""
    if mark.cue is None:
        return []
    found = []
    for draft in ruled[bisect_right(ends, mark.cue.start) :]:
        if draft.cue is None or draft.cue.start >= mark.cue.end:
            break
        if draft.holder is None:
            found.append(draft)
    return found


def _joined(text: str, mark: Marked, rule: Draft | None, quotations: Sequence[Quotation], unit: int) -> Draft:
    """The reader's spans, whole quotations in them, with what the rules know of the cue."""
    pieces = [_to_end(text, span, rule) for span in mark.content] if rule else mark.content
    content = _without_crumbs(text, merge_spans(_whole(span, quotations) for span in pieces))
    stance, act = _reading_of(text, mark.cue)
    if rule is not None and rule.pattern == "quote" and mark.score + SURER < SCORES["quote"]:
        return rule
    if rule is not None:
        source = _fuller(text, mark.source, rule.source)
        content = _without_scraps(content, rule)
        known = rule.stance if _is_negated(text, rule.cue) == _is_negated(text, mark.cue) else stance
        return replace(rule, content=content, source=source, cue=mark.cue, unit=unit, score=mark.score, stance=known)
    return Draft(content, mark.cue, mark.source, stance, act, "marked", unit, score=mark.score)


def _fuller(text: str, marked: Span | None, ruled: Span | None) -> Span | None:
    """The reader's source, or the rule's where the reader saw only its article."""
    if marked is None or ruled is None:
        return marked or ruled
    return ruled if ruled.contains(marked) and marked.words_in(text).lower() in ARTICLES - PRONOUNS else marked


def _without_crumbs(text: str, content: tuple[Span, ...]) -> tuple[Span, ...]:
    """The pieces without a word or two that stand beside whole sentences: 'described the scene'."""
    longest = max(map(len, content))
    words = {span: len(WORD.findall(span.words_in(text))) for span in content}
    return tuple(span for span in content if words[span] > CRUMB or len(span) * TIMES_LONGER > longest)


def _without_scraps(content: tuple[Span, ...], rule: Draft) -> tuple[Span, ...]:
    """The reader's pieces without small ones that a rule which has found most of the content leaves out."""
    kept = tuple(span for span in content if any(span.overlaps(other) for other in rule.content))
    size = sum(map(len, content))
    return kept if sum(map(len, kept)) >= MOST_WITHOUT_SCRAPS * size else content


def _to_end(text: str, piece: Span, rule: Draft) -> Span:
    """A piece that breaks off before a word goes on to where the rule's content ends."""
    if not WORD.match(text[piece.end : piece.end + 3].lstrip(" ")):
        return piece
    end = max((span.end for span in rule.content if span.start < piece.end < span.end), default=piece.end)
    return Span(piece.start, end)


def _whole(span: Span, quotations: Sequence[Quotation]) -> Span:
    """A span that takes in the whole of each quotation it holds most of, its marks included."""
    start, end = span.start, span.end
    first = bisect_right(quotations, span.start, key=lambda quotation: quotation.end)
    for quotation in quotations[first:]:
        if quotation.start >= span.end:
            break
        if span.shared(quotation.span) >= MOST_OF_QUOTATION * len(quotation.span):
            start, end = min(start, quotation.start), max(end, quotation.end)
    return Span(start, end)


def _lows(text: str, cue: Span | None) -> list[str]:
    return [word.lower().replace("’", "'") for word in WORD.findall(cue.words_in(text))] if cue else []


def _is_negated(text: str, cue: Span | None) -> bool:
    return any(low in NEGATIONS for low in _lows(text, cue))


def _reading_of(text: str, cue: Span | None) -> tuple[Stance, Act]:
    """Stance and act of a cue that no rule met, by the last of its words that the lists know."""
    lows = _lows(text, cue)
    is_negated = _is_negated(text, cue)
    for index in range(len(lows) - 1, -1, -1):
        if lows[index] in cue_verbs():
            verb, form = cue_verbs()[lows[index]]
            particle = lows[index + 1] if index + 1 < len(lows) else None
            return stance_of(Cue(0, 0, 0, verb, form, is_negated, particle=particle)), verb.act
        if lows[index] in cue_nouns():
            act, stance, _ = cue_nouns()[lows[index]]
            return stance, act
    return "asserts", "speech"


def _stays(rule: Draft, unit: Unit, spans: Sequence[Span]) -> bool:
    """Whether a rule's draft the reader did not mark is kept: nested in speech, handed on, or of a trusted pattern."""
    size = sum(map(len, rule.content))
    covered = sum(_shared(span, spans) for span in rule.content)
    if rule.holder is not None or unit.depth:
        return True
    if covered >= MOST_OF_CONTENT * size:
        is_nested = rule.cue is not None and _shared(rule.cue, spans) == len(rule.cue)
        return is_nested and rule.act == "speech" and rule.pattern not in ("object", "infinitive")
    return rule.pattern in TRUSTED


def _shared(span: Span, spans: Sequence[Span]) -> int:
    first = bisect_right(spans, span.start, key=lambda other: other.end)
    total = 0
    for other in spans[first:]:
        if other.start >= span.end:
            break
        total += span.shared(other)
    return total
