"""When an event is, and whether it is told as done: the time of its own clause, and what its verb hangs on."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from crossread.reading.attribution_cues import cue_verbs, is_finite
from crossread.reading.attribution_units import Unit, Word
from crossread.reading.attribution_words import ADVERBS, AUXILIARIES, BE
from crossread.reading.event_words import stem
from crossread.records import Modality, Timex

MARKS = frozenset(",;:()—–")
# Words that deny what follows; those ending in "n't" do too.
DENYING = frozenset(["not", "never", "no", "neither", "nor", "without", "nobody", "none", "cannot"])
# Stems of verbs whose infinitive does not happen, will happen, or may.
FAILING = frozenset(["fail", "refus", "declin", "unabl"])
COMING = frozenset([
    "will", "shall", "'ll", "plan", "intend", "set", "go", "expect", "due", "schedul", "vow", "promis", "pledg",
    "prepar", "decid", "agre", "about", "ready",
])  # fmt: skip
MAYBE = frozenset([
    "may", "might", "could", "would", "if", "whether", "should", "must", "possibl", "possibly", "consider", "want",
    "seek", "hop", "try", "attempt", "urg", "ask", "demand", "call", "threaten", "propos", "willing", "need",
    "like", "unless", "can", "'d", "wish", "order", "requir", "allow", "permit", "let", "help", "offer",
])  # fmt: skip
# So many words before a trigger are looked at for what its verb hangs on.
MODAL_REACH = 7


def modality_of(unit: Unit, first: int) -> Modality:
    """Whether the event whose trigger begins with word `first` is told as done, planned, denied or possible."""
    words = unit.words
    if any(word.text == "?" for word in words[-2:]):
        return "possible"
    group = first
    while group > 0 and _is_helper(words[group - 1]):
        group -= 1
    helpers = [word.low for word in words[group:first]]
    if any(low in DENYING or low.endswith("n't") for low in helpers):
        return "denied"
    is_infinitive = "to" in helpers
    before = [stem(word.text) for word in words[max(0, group - MODAL_REACH) : group]] if is_infinitive else []
    if not FAILING.isdisjoint(before[-2:]):
        return "denied"
    return _told(helpers, before, is_infinitive=is_infinitive, is_conditional=_is_conditional(words, group))


def _is_helper(word: Word) -> bool:
    low = word.low
    return (
        low in AUXILIARIES or low in ADVERBS or low in DENYING or low == "to" or (low.endswith("ly") and len(low) > 4)
    )


def _told(helpers: Sequence[str], before: Sequence[str], *, is_infinitive: bool, is_conditional: bool) -> Modality:
    """The modality by the verb's own helpers and, of an infinitive, by the words it hangs on."""
    if is_conditional or not MAYBE.isdisjoint(helpers):
        return "possible"
    if not COMING.isdisjoint(helpers) or (is_infinitive and not BE.isdisjoint(helpers)):
        return "planned"
    if is_infinitive and not MAYBE.isdisjoint(before):
        return "possible"
    if is_infinitive and not COMING.isdisjoint(before):
        return "planned"
    return "asserted"


def _is_conditional(words: Sequence[Word], first: int) -> bool:
    """Whether its clause begins with "if", "whether" or "unless"."""
    for index in range(first - 1, -1, -1):
        if words[index].text in MARKS:
            return False
        if words[index].low in ("if", "whether", "unless"):
            return True
    return False


def time_of(unit: Unit, first: int, last: int, times: Sequence[Timex]) -> str | None:
    """The date or time of day that belongs to the clause of words `first` to `last`: no other verb lies between."""
    start = bisect_left(times, unit.start, key=lambda t: t.start)
    end = bisect_left(times, unit.end, key=lambda t: t.start)
    inside = [t for t in times[start:end] if t.type in ("DATE", "TIME") and _is_dated(t.value)]
    starts = [word.start for word in unit.words]
    best: tuple[int, int, str] | None = None
    for timex in inside:
        index = max(0, bisect_left(starts, timex.end) - 1)
        if _shares_clause(unit.words, index, first, last):
            distance = first - index if index < first else index - last
            best = min(best or (10**6, 0, ""), (distance, timex.start, timex.id))
    return best[2] if best else None


def _is_dated(value: str) -> bool:
    return value[:4].isdigit() or value.startswith("XXXX-")


def _shares_clause(words: Sequence[Word], index: int, first: int, last: int) -> bool:
    """Whether the time at word `index` hangs on this verb and on no other."""
    if index > last:
        return not any(_is_verb(words, k) for k in range(last + 1, index))
    start = index
    while start > 0 and words[start - 1].text not in MARKS:
        start -= 1
    group = first
    while group > index and _is_helper(words[group - 1]):
        group -= 1
    return not any(_is_verb(words, k) for k in range(start, group) if k != index)


def _is_verb(words: Sequence[Word], index: int) -> bool:
    low = words[index].low
    if words[index].quotation or low in ("that", "who", "which", ";"):
        return True
    entry = cue_verbs().get(low)
    return is_finite(words, index) or (entry is not None and entry[1] == "ing" and words[index].text.islower())
