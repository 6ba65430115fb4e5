"""Attributions marked by the trained reader, joined with those found by rule.

The reader knows more cues and odder sources; the rules know quotation marks, who hands a statement on, what stands
inside a quotation, and how a cue stands to what is said. So the reader's spans stand where the two meet, with what the
rules know about them added, and the rules' own finds stay where the reader is silent and they seldom err.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace

from crossread.reading.attribution_chain import is_medium
from crossread.reading.attribution_draft import Draft, Pattern
from crossread.reading.attribution_parts import QUOTING, WHOLE_CLAUSES, Marked, is_listed, join_parts, take_whole
from crossread.reading.attribution_units import Unit
from crossread.reading.attribution_words import HEADINGS
from crossread.reading.names import Name
from crossread.reading.quotes import Quotation
from crossread.records import EntityKind, Span, merge_spans

# Rules stay beside a silent reader where that costs nothing (PolNeAR, dev) and other newspapers gain by it.
TRUSTED: frozenset[Pattern] = frozenset(
    {"quote", "according", "alone", "headline", "gesture", "aside", "that", "clause", "passive"}
)
# What these find round another statement is who hands it on, if that is a medium.
HANDING: frozenset[Pattern] = frozenset({"quote", "according", "aside"})
# Things with names of these kinds do not speak.
SILENT: frozenset[EntityKind] = frozenset({"event", "product", "law", "other"})
# A rule's content that the reader's contents cover so far is the reader's.
MOST_OF_CONTENT = 0.5
# A rule's content that begins farther before a piece than this is not looked at.
LONGEST_REACH = 600
# A mark that is right less often than this is dropped where its cue stands in no list either.
UNLIKELY = 0.35
# A mark less sure than this may mix up who says and who hands on.
SURE = 0.6


@dataclass(frozen=True, slots=True)
class Reader:
    """What the trained reader saw in an account: its attributions, and the words it does not rule out as cues."""

    marked: Sequence[Marked]
    possible: Sequence[Span] | None = None


def join_marked(
    text: str, units: Sequence[Unit], ruled: Sequence[Draft], reader: Reader, quotations: Sequence[Quotation]
) -> list[Draft]:
    """One list of drafts from the rules' and the reader's."""
    join = _Join(text, units, ruled, reader, quotations)
    drafts = [draft for mark in reader.marked for draft in join.read(mark)]
    return drafts + join.remaining(drafts)


class _Join:
    """The rules' drafts of one account, while the reader's marks are read one by one."""

    def __init__(
        self,
        text: str,
        units: Sequence[Unit],
        ruled: Sequence[Draft],
        reader: Reader,
        quotations: Sequence[Quotation],
    ) -> None:
        self.text, self.units, self.ruled = text, units, ruled
        self.possible = reader.possible
        self.outer = [quotation for quotation in quotations if quotation.depth == 0]
        self.speeches = [quotation for quotation in self.outer if not quotation.is_scare]
        self.numbers = [number for number, unit in enumerate(units) if unit.depth == 0]
        self.starts = [units[number].start for number in self.numbers]
        self.with_cue = sorted((draft for draft in ruled if draft.cue), key=lambda draft: draft.cue or Span(0, 1))
        self.begins = [draft.cue.start for draft in self.with_cue if draft.cue]
        self.ends = [draft.cue.end for draft in self.with_cue if draft.cue]
        self.met = {id(rule) for mark in reader.marked for rule in self._meeting(mark)}
        own = [rule for rule in self.with_cue if not rule.holder and not units[rule.unit].depth]
        self.claiming = sorted((r for r in own if id(r) not in self.met or r.pattern in QUOTING), key=_begin)
        told = (r for r in own if id(r) in self.met and r.act == "speech" and r.source and r.pattern in WHOLE_CLAUSES)
        self.telling = sorted(told, key=_begin)
        self.told = sorted(mark.cue for mark in reader.marked if mark.cue and self._is_told(mark))
        self.unmet: dict[int, list[Draft]] = {}
        for rule in own:
            if id(rule) not in self.met and rule.act == "speech":
                self.unmet.setdefault(rule.unit, []).append(rule)
        self.kept: set[int] = set()

    def read(self, whole: Marked) -> list[Draft]:
        """The draft of one mark, or none where all of it belongs to the rules' own."""
        if self._is_told(whole):
            return []
        mark = self._at_home(whole)
        if mark is None:
            self.kept.update(id(rule) for rule in self._meeting(whole))
            return []
        handed = self._handed_on(mark)
        self.kept.update(handed)
        if handed:
            return []
        rules = self._meeting(mark)
        rule = rules[0] if rules else None
        if rule is not None and self._is_astray(mark, rule):
            mark = replace(mark, source=None)
        if rule is None and mark.score < UNLIKELY and not is_listed(self.text, mark.cue):
            return []
        home = max(0, bisect_right(self.starts, (mark.cue or mark.content[0]).start) - 1)
        number = self.numbers[home] if self.numbers else 0
        mark = self._over_told(mark, rule) if rule else mark
        mark, more = self._without_going_on(mark, number)
        drafts = [join_parts(self.text, mark, rule, self.outer, number)]
        if more:
            spans = merge_spans(take_whole(piece, self.outer) for piece in more)
            drafts.append(Draft(spans, None, None, "asserts", "speech", "alone", self._number(spans[0])))
        return drafts

    def remaining(self, drafts: Sequence[Draft]) -> list[Draft]:
        """The rules' drafts that stay beside those of the marks."""
        spans = merge_spans(span for draft in drafts for span in draft.content)
        cues = sorted(draft.cue for draft in drafts if draft.cue)
        return [
            rule
            for rule in self.ruled
            if id(rule) in self.kept or (id(rule) not in self.met and self._stays(rule, spans, cues))
        ]

    def _meeting(self, mark: Marked) -> list[Draft]:
        """The rules' drafts whose cue shares words with the reader's, those told by another cue aside."""
        return [draft for draft in self._beside(mark.cue) if draft.holder is None]

    def _beside(self, cue: Span | None) -> list[Draft]:
        if cue is None:
            return []
        first = bisect_right(self.ends, cue.start)
        last = bisect_left(self.begins, cue.end, lo=first)
        return self.with_cue[first:last]

    def _handed_on(self, mark: Marked) -> list[int]:
        """Rules' drafts of a statement and of who hands it on, where an unsure mark took the two for one."""
        if mark.score >= SURE:
            return []
        told = [rule for rule in self._beside(mark.cue) if rule.holder]
        cues = sorted({rule.holder for rule in told if rule.holder})
        holders = [r for cue in cues for r in self._beside(cue) if r.cue == cue and r.holder is None]
        return [id(rule) for rule in (*told, *holders)]

    def _at_home(self, mark: Marked) -> Marked | None:
        """A mark without pieces that belong elsewhere; the rules that claim such pieces are kept.

        A piece in another sentence than its cue stays only where it is a quotation that no rule gives to a cue of its
        own: a headline, a dateline and the sentence before resemble what was said, and are not.
        """
        if mark.cue is None or not self.starts:
            return mark
        home = bisect_right(self.starts, mark.cue.start)
        begin = self.starts[max(0, home - 1)]
        pieces: list[Span] = []
        for piece in mark.content:
            if bisect_right(self.starts, piece.start) == home:
                pieces.append(piece)
                continue
            claims = [rule for rule in self._overlapping(piece) if _claims(rule, piece, mark.cue)]
            self.kept.update(id(rule) for rule in claims if id(rule) not in self.met)
            if not claims and self._is_quoted(piece):
                pieces.append(piece)
            elif piece.start < begin < piece.end:
                pieces.append(Span(begin, piece.end))
        return replace(mark, content=tuple(pieces)) if pieces else None

    def _number(self, span: Span) -> int:
        """The number of the outermost unit a span begins in."""
        at = max(0, bisect_right(self.starts, span.start) - 1)
        return self.numbers[at] if self.numbers else 0

    def _is_told(self, mark: Marked) -> bool:
        """Whether a mark without source is part of what a source says: 'said that the lift appeared to be safe'."""
        if mark.source is not None or mark.cue is None:
            return False
        first = bisect_left(self.telling, mark.cue.start - LONGEST_REACH, key=_begin)
        near = self.telling[first : bisect_left(self.telling, mark.cue.start, key=_begin)]
        parts = (*mark.content, mark.cue)
        return any(span.contains(Span(min(parts).start, max(p.end for p in parts))) for r in near for span in r.content)

    def _over_told(self, mark: Marked, rule: Draft) -> Marked:
        """A mark that broke off before a cue which is part of its own content, as far as the rule's content goes."""
        *pieces, last = mark.content
        at = bisect_left(self.told, last.end, key=lambda cue: cue.start)
        if at == len(self.told) or self.text[last.end : min(self.told[at].start, last.end + 3)].strip(" ,"):
            return mark
        if self.told[at].start > last.end + 3:
            return mark
        ends = [span.end for span in rule.content if span.contains(self.told[at])]
        return replace(mark, content=(*pieces, Span(last.start, max(ends)))) if ends else mark

    def _without_going_on(self, mark: Marked, number: int) -> tuple[Marked, list[Span]]:
        """A mark of reported speech, and the quotations in other sentences, attributions of their own beside it."""
        own = [piece for piece in mark.content if self._number(piece) == number]
        if not own or len(own) == len(mark.content) or any(self._is_quoted(piece) for piece in own):
            return mark, []
        return replace(mark, content=tuple(own)), [p for p in mark.content if p not in own]

    def _is_quoted(self, piece: Span) -> bool:
        first = bisect_right(self.speeches, piece.start, key=lambda quotation: quotation.end)
        return first < len(self.speeches) and self.speeches[first].start < piece.end

    def _overlapping(self, piece: Span) -> Sequence[Draft]:
        """Claiming drafts, in order of their contents, that begin from a sentence's length before a piece on."""
        first = bisect_left(self.claiming, piece.start - LONGEST_REACH, key=_begin)
        return self.claiming[first : bisect_left(self.claiming, piece.end, key=_begin)]

    def _is_astray(self, mark: Marked, rule: Draft) -> bool:
        """Whether the reader took another sentence's source, or another cue's, where the rule found this cue's own."""
        if mark.source is None or mark.cue is None or rule.source is None or rule.source.overlaps(mark.source):
            return False
        if bisect_right(self.starts, mark.source.start) != bisect_right(self.starts, mark.cue.start):
            return True
        beside = self.unmet.get(rule.unit, ())
        return any(other.source and other.source.overlaps(mark.source) for other in beside)

    def _stays(self, rule: Draft, spans: Sequence[Span], cues: Sequence[Span]) -> bool:
        """Whether a rule's draft the reader did not mark is kept: nested, handed on, or of a trusted pattern."""
        if rule.holder is not None or self.units[rule.unit].depth:
            return True
        size = sum(map(len, rule.content))
        if sum(_shared(span, spans) for span in rule.content) >= MOST_OF_CONTENT * size:
            return self._is_nested(rule, spans) or self._hands_on(rule, cues)
        return rule.pattern in TRUSTED and self._is_possible(rule)

    def _is_nested(self, rule: Draft, spans: Sequence[Span]) -> bool:
        """Whether a rule's speech stands inside what a mark says."""
        if rule.cue is None or rule.act != "speech" or rule.pattern in ("object", "infinitive"):
            return False
        return _shared(rule.cue, spans) == len(rule.cue) and (_is_within(rule, spans) or self._is_possible(rule))

    def _hands_on(self, rule: Draft, cues: Sequence[Span]) -> bool:
        """Whether a rule's source is a medium that reports what the mark's source says."""
        if rule.pattern not in HANDING or rule.source is None or not is_medium(rule.source.words_in(self.text)):
            return False
        return any(_shared(span, cues) for span in rule.content)

    def _is_possible(self, rule: Draft) -> bool:
        return self.possible is None or rule.cue is None or _shared(rule.cue, self.possible) > 0


def without_headings(text: str, marked: Sequence[Marked], names: Sequence[Name]) -> list[Marked]:
    """The marks without those that took a heading for a speaker: 'Tower: lift stuck', 'Photos: the lift'."""
    return [mark for mark in marked if not _is_heading(text, mark, names)]


def _is_heading(text: str, mark: Marked, names: Sequence[Name]) -> bool:
    if mark.cue is None or mark.source is None or mark.cue.words_in(text) != ":":
        return False
    first = bisect_left(names, mark.source.start, key=lambda name: name.start)
    held = names[first : bisect_left(names, mark.source.end, key=lambda name: name.start)]
    return mark.source.words_in(text).lower() in HEADINGS or (bool(held) and all(name.kind in SILENT for name in held))


def _begin(draft: Draft) -> int:
    return draft.content[0].start


def _claims(rule: Draft, piece: Span, cue: Span) -> bool:
    """Whether a rule's speech with another cue has most of a piece for its content."""
    if rule.act != "speech" or (rule.cue is not None and rule.cue.overlaps(cue)):
        return False
    shared = sum(span.shared(piece) for span in rule.content)
    return shared >= MOST_OF_CONTENT * min(len(piece), sum(map(len, rule.content)))


def _is_within(rule: Draft, spans: Sequence[Span]) -> bool:
    """Whether all parts of a draft lie in one of some spans that lie apart."""
    parts = (*rule.content, *(part for part in (rule.cue, rule.source) if part))
    first = bisect_right(spans, parts[0].start, key=lambda span: span.end)
    return first < len(spans) and all(spans[first].contains(part) for part in parts)


def _shared(span: Span, spans: Sequence[Span]) -> int:
    first = bisect_right(spans, span.start, key=lambda other: other.end)
    total = 0
    for other in spans[first:]:
        if other.start >= span.end:
            break
        total += span.shared(other)
    return total
