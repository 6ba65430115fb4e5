"""Quotations that no cue claims: what the speaker before goes on to say, what the next cue closes, or unsourced."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from crossread.reading.attribution_content import is_speech
from crossread.reading.attribution_draft import Draft
from crossread.reading.attribution_units import Unit, Word
from crossread.records import Span

# A quotation no cue claims is speech from so many words on; below it is a title or irony.
FEWEST_WORDS_ALONE = 4
# An attribution takes in no more pieces than this.
MOST_PIECES = 40


def join_quotations(units: Sequence[Unit], drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts with the unclaimed quotations joined to them, and those that remain kept without a source."""
    claims = _Claims(drafts)
    for number, unit in enumerate(units):
        if unit.depth == 0:
            claims.read(unit, number)
    claims.give_up()
    return claims.drafts


class _Claims:
    """The drafts while the account is read once from the top; `open` is who may go on speaking."""

    def __init__(self, drafts: Sequence[Draft]) -> None:
        self.drafts = list(drafts)
        self.by_unit: dict[int, list[int]] = {}
        for index, draft in enumerate(drafts):
            self.by_unit.setdefault(draft.unit, []).append(index)
        self.spans = sorted({span for draft in drafts for span in draft.content})
        self.taken = {unit: [s for i in own for s in self.drafts[i].content] for unit, own in self.by_unit.items()}
        self.open: int | None = None
        self.paragraph = -9
        self.waiting: list[Span] = []
        self.waiting_unit = 0
        self.runs_on = False

    def read(self, unit: Unit, number: int) -> None:
        """Join or keep the unclaimed quotations of one unit."""
        free = [word for word in unit.words if is_speech(word) and not self._is_taken(word, number)]
        if not _is_alone(unit):
            self._settle(unit, number)
            self._keep(free, number)
            self.open, self.paragraph = self._speaking(number), unit.paragraph
        elif free:
            self._join(free, unit, number)

    def give_up(self) -> None:
        """Keep what still waits without a source."""
        spans = self.waiting
        if spans:
            self.drafts.append(Draft(tuple(spans), None, None, "asserts", "speech", "alone", self.waiting_unit))
        self.waiting = []

    def _is_taken(self, word: Word, number: int) -> bool:
        near = (s for unit in (number, number + 1) for s in self.taken.get(unit, ()))
        return any(s.start <= word.start and word.end <= s.end for s in near)

    def _join(self, free: Sequence[Word], unit: Unit, number: int) -> None:
        """Quotations alone in their sentence: on to who spoke last, or to wait for who speaks next."""
        spans = [Span(word.start, word.end) for word in free]
        if self.open is not None and 0 <= unit.paragraph - self.paragraph <= 1 and not self.waiting:
            self._go_on(self.open, spans, number)
            self.paragraph = unit.paragraph
            return
        if sum(len(word.text.split()) for word in free) < FEWEST_WORDS_ALONE and not self.waiting:
            return
        if (
            self.waiting
            and not (free[0].quotation and free[0].quotation.continues)
            and unit.paragraph != self.paragraph
        ):
            self.give_up()
        if len(self.waiting) >= MOST_PIECES:
            self.give_up()
        self.waiting += spans
        self.waiting_unit, self.paragraph = number, unit.paragraph
        self.runs_on = not (free[-1].quotation and free[-1].quotation.is_closed)

    def _go_on(self, speaking: int, spans: list[Span], number: int) -> None:
        """Add to what is quoted already; behind reported speech the quotation is an attribution of its own."""
        before = self.drafts[speaking]
        is_full = len(before.content) >= MOST_PIECES
        if before.pattern not in ("quote", "gesture", "alone") or is_full:
            self.drafts.append(Draft(tuple(spans), None, None, "asserts", "speech", "alone", number, before.via))
            self.open = len(self.drafts) - 1
        else:
            self._extend(speaking, spans)

    def _settle(self, unit: Unit, number: int) -> None:
        """What waits belongs to the unit's own quotation where that goes on from it."""
        if not self.waiting:
            return
        follows = unit.paragraph == self.paragraph or self.runs_on
        first = next((w for w in unit.words if is_speech(w)), None)
        claimant = self._claimant(first, number) if first is not None and first is unit.words[0] and follows else None
        if claimant is None:
            self.give_up()
            return
        self._extend(claimant, self.waiting)
        self.waiting = []

    def _claimant(self, word: Word, number: int) -> int | None:
        own = [
            i
            for i in self.by_unit.get(number, ())
            if any(s.start <= word.start < s.end for s in self.drafts[i].content)
        ]
        return own[0] if own else None

    def _keep(self, free: Sequence[Word], number: int) -> None:
        """Quotations inside a clause without a cue: kept without a source."""
        for word in free:
            if len(word.text.split()) >= FEWEST_WORDS_ALONE:
                span = Span(word.start, word.end)
                self.drafts.append(Draft((span,), None, None, "asserts", "speech", "alone", number))

    def _extend(self, index: int, spans: Sequence[Span]) -> None:
        draft = self.drafts[index]
        self.drafts[index] = replace(draft, content=tuple(sorted({*draft.content, *spans})))
        for other in self.by_unit.get(draft.unit, ()) if draft.holder else ():
            holder = self.drafts[other]
            if holder.cue == draft.holder:
                self.drafts[other] = replace(holder, content=tuple(sorted({*holder.content, *spans})))

    def _speaking(self, number: int) -> int | None:
        """The draft of a unit whose source may go on speaking: the last outermost one of speech."""
        own = [i for i in self.by_unit.get(number, ()) if self.drafts[i].act == "speech" and self.drafts[i].source]
        outer = [i for i in own if not any(i != j and _holds(self.drafts[j], self.drafts[i]) for j in own)]
        return outer[-1] if outer else None


def _holds(outer: Draft, inner: Draft) -> bool:
    cue = inner.cue
    return cue is not None and any(span.contains(cue) for span in outer.content)


def _is_alone(unit: Unit) -> bool:
    """Whether a unit holds nothing but quotations and marks."""
    return any(is_speech(word) for word in unit.words) and all(
        word.quotation or not word.is_word for word in unit.words
    )
