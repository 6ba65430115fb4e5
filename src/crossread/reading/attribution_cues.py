"""Cues: the verbs and turns by which a text hands words to a source, found with their auxiliaries, adverbs and negation.

The verbs, their forms and frames lie in `data/cues.tsv`. Without a tagger, what stands before a form tells a verb from a
noun: 'his claims' is none, 'Vane claims' is one.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Literal, cast

from crossread.reading.attribution_units import Unit, Word
from crossread.records import Act, Stance

Form = Literal["base", "third", "past", "ing"]

AUXILIARIES = frozenset(
    ["has", "have", "had", "is", "are", "was", "were", "be", "been", "being", "will", "would", "could", "can", "may", "might", "shall", "should", "must", "do", "does", "did", "hasn't", "haven't", "hadn't", "isn't", "aren't", "wasn't", "weren't", "won't", "wouldn't", "couldn't", "can't", "cannot", "don't", "doesn't", "didn't", "'s", "'d", "'ve", "'ll"]
)
BE = frozenset(["is", "are", "was", "were", "be", "been", "being", "isn't", "aren't", "wasn't", "weren't", "'s"])
NEGATIONS = frozenset(
    ["not", "never", "hasn't", "haven't", "hadn't", "isn't", "aren't", "wasn't", "weren't", "won't", "wouldn't", "couldn't", "can't", "cannot", "don't", "doesn't", "didn't"]
)
MODALS = frozenset(
    ["will", "would", "could", "can", "may", "might", "shall", "should", "must", "do", "does", "did", "don't", "doesn't", "didn't", "won't", "wouldn't", "couldn't", "can't", "cannot", "to"]
)
ADVERBS = frozenset(
    ["also", "later", "now", "then", "even", "never", "again", "already", "once", "often", "just", "still", "first", "both", "only", "soon", "earlier", "ever", "always", "today", "all", "not", "thus", "further", "separately", "together", "long", "since", "himself", "herself", "themselves", "itself"]
)
DETERMINERS = frozenset(
    ["a", "an", "the", "this", "that", "these", "those", "his", "her", "its", "their", "my", "our", "your", "no", "any", "some", "every", "each", "such", "of", "in", "on", "at", "with", "for", "by", "from", "'s", "as", "into", "over", "between", "under", "and", "or"]
)
PLURALS = frozenset(
    ["people", "police", "who", "that", "i", "you", "we", "they", "these", "those", "others", "some", "many", "most", "several", "few", "media", "both", "all", "critics", "men", "women", "none", "half", "two", "three"]
)


@dataclass(frozen=True, slots=True)
class CueVerb:
    """A verb of the list: its frames are letters explained in the data file."""

    lemma: str
    act: Act
    stance: Stance
    frames: str
    particles: frozenset[str]


@dataclass(frozen=True, slots=True)
class Cue:
    """A cue in a unit: words `first` to `last` (its auxiliaries, adverbs and particle included), with the verb at `head`."""

    first: int
    last: int
    head: int
    verb: CueVerb
    form: Form
    is_negated: bool
    is_passive: bool
    particle: str | None = None


@cache
def cue_verbs() -> dict[str, tuple[tuple[CueVerb, Form], ...]]:
    """Every form of every verb of the list."""
    table: dict[str, tuple[tuple[CueVerb, Form], ...]] = {}
    for line in (files("crossread") / "data" / "cues.tsv").read_text(encoding="utf-8").splitlines():
        if not line or line.startswith("#"):
            continue
        lemma, forms, act, stance, frames, particles = line.split("\t")
        chosen = frozenset(particles.split(",")) - {"-"}
        verb = CueVerb(lemma, cast(Act, act), cast(Stance, stance), frames, chosen)
        for number, form in enumerate(forms.split()):
            table[form] = (*table.get(form, ()), (verb, _form(form, number)))
    return table


def _form(form: str, number: int) -> Form:
    if number == 0:
        return "base"
    if number == 1:
        return "third"
    return "ing" if form.endswith("ing") else "past"


def find_cues(unit: Unit) -> list[Cue]:
    """The verbal cues of a unit in order; nouns of the same form are left out as far as what stands before them tells."""
    table = cue_verbs()
    found: list[Cue] = []
    for head, word in enumerate(unit.words):
        entries = table.get(word.low)
        if not entries or word.quotation:
            continue
        verb, form = entries[0]
        for other, other_form in entries[1:]:
            form = "past" if other_form == "past" else form
        first = _group_start(unit.words, head)
        if _is_verb(unit.words, first, head, form):
            found.append(_cue(unit.words, first, head, verb, form))
    return found


def _group_start(words: Sequence[Word], head: int) -> int:
    """Where the verb's auxiliaries and adverbs begin."""
    first = head
    while first > 0:
        low = words[first - 1].low
        if (
            low in AUXILIARIES
            or low in ADVERBS
            or (low.endswith("ly") and low not in ("family", "july", "italy", "ally", "assembly", "reply"))
        ) or (low == "to" and first == head):
            first -= 1
        else:
            break
    return first


def _is_verb(words: Sequence[Word], first: int, head: int, form: Form) -> bool:
    """Whether the form is a verb here, by what stands before it."""
    helpers = [w.low for w in words[first:head]]
    before = words[first - 1] if first else None
    if form == "base":
        if any(low in MODALS for low in helpers):
            return True
        if before is None or not before.is_word:
            return False
        return before.low in PLURALS or (before.low.endswith("s") and before.low[-2:] not in ("'s", "ss", "us", "is"))
    if form == "third":
        return before is None or (before.low not in DETERMINERS and not before.low.endswith(("'s", "s'")))
    if form == "past" and not helpers and before is not None:
        return before.low not in DETERMINERS - {"that", "and", "or", "as"} and not before.low.endswith("'s")
    if form == "ing" and before is not None:
        return before.low not in ("the", "a", "an", "his", "her", "its", "their", "this", "that", "no")
    return True


def _cue(words: Sequence[Word], first: int, head: int, verb: CueVerb, form: Form) -> Cue:
    helpers = {w.low for w in words[first:head]}
    following = words[head + 1].low if head + 1 < len(words) else ""
    particle = following if following in verb.particles else None
    last = head + 1 if particle else head
    if particle == "out" and head + 2 < len(words) and words[head + 2].low in ("against", "at"):
        last = head + 2
    passive = form == "past" and bool(helpers & BE)
    return Cue(first, last, head, verb, form, bool(helpers & NEGATIONS), passive, particle)
