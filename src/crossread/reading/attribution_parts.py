"""One attribution from what the trained reader marked and what a rule found: which of the two each part is taken from.

The reader sees better where odd sources and objects end; the rules see where a clause and a quotation end, and that a
source stands in the sentence of its cue.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace

from crossread.reading.attribution_cues import Cue, cue_verbs, stance_of
from crossread.reading.attribution_draft import SCORES, Draft, Pattern
from crossread.reading.attribution_nouns import cue_nouns
from crossread.reading.attribution_words import ARTICLES, NEGATIONS, OPENERS, PRONOUNS
from crossread.reading.quotes import MARKS, Quotation
from crossread.records import Act, Span, Stance, merge_spans

# The contents of these end with their clauses; those of others are objects, whose end the reader sees better.
WHOLE_CLAUSES: frozenset[Pattern] = frozenset({"according", "aside", "clause", "infinitive", "that"})
# Turns of a sentence's end, whose content is the rest of it unless the reader is surer than this that it is less.
ENDING: frozenset[Pattern] = frozenset({"according", "aside"})
UNSURE = 0.4
# What these claim between quotation marks belongs to their cue.
QUOTING: frozenset[Pattern] = frozenset({"quote", "gesture"})
# A content that covers so much of a quotation is meant to hold the whole of it.
MOST_OF_QUOTATION = 0.5
# A rule of a kind that is right so much oftener than the reader thinks itself is believed.
SURER = 0.3
# Pieces a rule leaves out are scraps where the others hold so much of the content.
MOST_WITHOUT_SCRAPS = 0.7
# A piece of so few words is a crumb beside one so many times longer.
CRUMB, TIMES_LONGER = 2, 3
# With these no clause ends.
DANGLING = frozenset(
    ["and", "or", "but", "when", "while", "because", "if", "although", "though", "whose", "which", "who"]
)
# Behind these a phrase goes on, here to the next mark.
LEADING = frozenset(["a", "an", "the", "of", "in", "with", "for", "from", "to", "at", "by", "on", "as", "than", "into"])
TO_MARK = re.compile(r"[^,.;:!?—–()\[\]“”\"\n]{1,80}(?=[,.;:!?—–()\[\]“”\"\n])")
# A name goes on behind a word of it with a capital.
BROKEN_NAME = re.compile(r"[^\W\d_a-z]\w* [^\W\d_a-z]")
WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)?")


@dataclass(frozen=True, slots=True)
class Marked:
    """An attribution as the trained reader marked it; `score` is its own, in [0, 1]."""

    content: tuple[Span, ...]
    cue: Span | None
    source: Span | None
    score: float


def join_parts(text: str, mark: Marked, rule: Draft | None, quotations: Sequence[Quotation], unit: int) -> Draft:
    """The reader's spans, whole quotations in them, with what the rules know of the cue."""
    ended = [_completed(text, _to_end(text, span, rule) if rule else span) for span in mark.content]
    pieces = _bridged(text, merge_spans(take_whole(_trimmed(text, span), quotations) for span in ended))
    content = _without_crumbs(text, pieces, mark.cue)
    stance, act = _reading_of(text, mark.cue)
    if rule is None:
        return Draft(content, mark.cue, mark.source, stance, act, "marked", unit, score=mark.score)
    source = _fuller(text, mark.source, rule.source)
    if rule.pattern == "quote" and mark.score + SURER < SCORES["quote"]:
        return replace(rule, source=source)
    if mark.score < UNSURE and rule.pattern in ENDING and _holds_all(rule, content):
        content = rule.content
    content = _without_scraps(content, rule)
    if rule.pattern in QUOTING:
        content = merge_spans((*content, *rule.content))
    known = rule.stance if _is_negated(text, rule.cue) == _is_negated(text, mark.cue) else stance
    return replace(rule, content=content, source=source, cue=mark.cue, unit=unit, score=mark.score, stance=known)


def _holds_all(rule: Draft, content: Sequence[Span]) -> bool:
    return all(any(whole.contains(span) for whole in rule.content) for span in content)


def _completed(text: str, piece: Span) -> Span:
    """A piece that ends with a small word goes on to the next mark: 'the roof of the' to 'the roof of the lift'."""
    last = piece.words_in(text).rpartition(" ")[2].lower()
    if last not in LEADING or piece.end >= len(text) or text[piece.end] != " ":
        return piece
    rest = TO_MARK.match(text, piece.end)
    return Span(piece.start, rest.end()) if rest else piece


def _trimmed(text: str, piece: Span) -> Span:
    """A piece without a word at its end that only begins another clause: 'the lift would close but'."""
    words = piece.words_in(text)
    head, blank, last = words.rpartition(" ")
    return Span(piece.start, piece.start + len(head.rstrip())) if blank and last in DANGLING and head.strip() else piece


def _bridged(text: str, content: Sequence[Span]) -> tuple[Span, ...]:
    """Pieces with nothing but a blank between them as one."""
    joined: list[Span] = []
    for span in content:
        if joined and text[joined[-1].end : span.start] == " ":
            joined[-1] = Span(joined[-1].start, span.end)
        else:
            joined.append(span)
    return tuple(joined)


def _fuller(text: str, marked: Span | None, ruled: Span | None) -> Span | None:
    """The reader's source, or the rule's where the reader saw only its article or broke off inside a name."""
    if marked is None or ruled is None:
        return marked or ruled
    if not ruled.contains(marked):
        return marked
    is_article = marked.words_in(text).lower() in ARTICLES - PRONOUNS
    return ruled if is_article or BROKEN_NAME.match(text, text.rfind(" ", 0, marked.end) + 1, ruled.end) else marked


def _without_crumbs(text: str, content: tuple[Span, ...], cue: Span | None) -> tuple[Span, ...]:
    """The pieces without a word or two behind the cue that stand beside whole sentences: 'described the scene'.

    Before the cue such a piece is what the rest is told of, if more than "But": 'The lift, she said, would close.'
    """
    longest = max(map(len, content))
    return tuple(span for span in content if len(span) * TIMES_LONGER > longest or not _is_crumb(text, span, cue))


def _is_crumb(text: str, span: Span, cue: Span | None) -> bool:
    words = WORD.findall(span.words_in(text))
    if len(words) > CRUMB or text[span.start] in MARKS:
        return False
    return cue is None or span.start > cue.start or all(word.lower() in OPENERS for word in words)


def _without_scraps(content: tuple[Span, ...], rule: Draft) -> tuple[Span, ...]:
    """The reader's pieces without small ones that a rule which has found most of the content leaves out."""
    kept = tuple(span for span in content if any(span.overlaps(other) for other in rule.content))
    size = sum(map(len, content))
    return kept if sum(map(len, kept)) >= MOST_WITHOUT_SCRAPS * size else content


def _to_end(text: str, piece: Span, rule: Draft) -> Span:
    """A piece that breaks off before a word goes on to where the rule's content ends."""
    breaks_off = WORD.match(text[piece.end : piece.end + 3].lstrip(" ")) and text[piece.end - 1].isalnum()
    if not breaks_off or rule.pattern not in WHOLE_CLAUSES:
        return piece
    end = max((span.end for span in rule.content if span.start < piece.end < span.end), default=piece.end)
    return Span(piece.start, end)


def take_whole(span: Span, quotations: Sequence[Quotation]) -> Span:
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


def is_listed(text: str, cue: Span | None) -> bool:
    """Whether a word of a cue is a verb or noun of the lists."""
    return any(low in cue_verbs() or low in cue_nouns() for low in _lows(text, cue))


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
