"""Cues: verbs by which a text hands words to a source, found with their auxiliaries, adverbs and negation.

The verbs, their forms and frames lie in `data/cues.tsv`. Without a tagger, what stands before a form tells a verb from
a noun: "his claims" is none, "Vane claims" is one.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Literal, cast

from crossread.reading.attribution_units import Unit, Word
from crossread.reading.attribution_words import (
    ADVERBS,
    AUXILIARIES,
    BE,
    DENIED_WHEN_NEGATED,
    LINKING,
    MODALS,
    NEGATIONS,
    NO_ADVERBS,
    NOUN_LEADERS,
    PARTICIPLES,
    PLURALS,
    SPEAKERS,
    WEEKDAYS,
)
from crossread.records import Act, Stance

Form = Literal["base", "third", "past", "ing"]


@dataclass(frozen=True, slots=True)
class CueVerb:
    """A verb of the list: its frames are letters explained in the data file; a particle may bring its own stance."""

    lemma: str
    act: Act
    stance: Stance
    frames: str
    particles: tuple[tuple[str, Stance | None], ...]

    def stance_with(self, particle: str | None) -> Stance:
        """The stance, as the particle has it ('called for' demands, 'called' asserts)."""
        return dict(self.particles).get(particle or "") or self.stance


@dataclass(frozen=True, slots=True)
class Cue:
    """A cue in a unit: words `first` to `last`, auxiliaries, adverbs and particle included, with the verb at `head`."""

    first: int
    last: int
    head: int
    verb: CueVerb
    form: Form
    is_negated: bool = False
    is_passive: bool = False
    particle: str | None = None

    def takes(self, frames: str) -> bool:
        """Whether the verb has one of these frames."""
        return not set(self.verb.frames).isdisjoint(frames)


@cache
def cue_verbs() -> dict[str, tuple[CueVerb, Form]]:
    """Every form of every verb of the list; a form that is also the bare one ('read') counts as past."""
    table: dict[str, tuple[CueVerb, Form]] = {}
    for line in _lines("cues.tsv"):
        lemma, forms, act, stance, frames, particles = line.split("\t")
        pairs = [p.partition("=") for p in particles.split(",") if p != "-"]
        chosen = tuple((name, cast(Stance, own) if own else None) for name, _, own in pairs)
        verb = CueVerb(lemma, cast(Act, act), cast(Stance, stance), frames, chosen)
        for number, form in enumerate(forms.split()):
            table[form] = (verb, "past" if frames == "A" else _form(form, number))
    return table


@cache
def noun_like() -> frozenset[str]:
    """Forms of the list that are nouns as often as verbs."""
    return frozenset(form for line in _lines("noun_like.txt") for form in line.split())


@cache
def past_forms() -> frozenset[str]:
    """Past forms of irregular verbs."""
    return frozenset(form for line in _lines("past_forms.txt") for form in line.split())


def _lines(name: str) -> list[str]:
    text = (files("crossread") / "data" / name).read_text(encoding="utf-8")
    return [line for line in text.splitlines() if line and not line.startswith("#")]


def _form(form: str, number: int) -> Form:
    if number == 0:
        return "base"
    if number == 1:
        return "third"
    return "ing" if form.endswith("ing") else "past"


def is_finite(words: Sequence[Word], index: int) -> bool:
    """Whether a word looks like a finite verb: an auxiliary, a past form, or a cue in the present."""
    word = words[index]
    if word.low in AUXILIARIES:
        return word.low not in ("'s", "will", "may", "can") or (index > 0 and not words[index].is_capitalized)
    if not word.text.islower():
        return False
    if word.low in past_forms() or (word.low.endswith("ed") and len(word.low) > 4):
        return index == 0 or words[index - 1].low not in NOUN_LEADERS - {"that", "and", "or"}
    entry = cue_verbs().get(word.low)
    return (
        entry is not None and entry[1] in ("third", "past") and word.low not in noun_like() and entry[0].frames != "A"
    )


def find_cues(unit: Unit) -> list[Cue]:
    """The verbal cues of a unit in order, without nouns of the same form as far as what stands before them tells."""
    table = cue_verbs()
    found: list[Cue] = []
    for head, word in enumerate(unit.words):
        entry = None if word.quotation else table.get(word.low)
        if entry is None:
            continue
        verb, form = entry
        first = _group_start(unit.words, head)
        if verb.frames == "A":
            is_linked = any(w.low in LINKING for w in unit.words[first:head])
            if is_linked or [w.low for w in unit.words[head + 1 : head + 2]] == ["that"]:
                found.append(_cue(unit.words, first, head, verb, form))
        elif _is_verb(unit.words, first, head, form):
            found.append(_cue(unit.words, first, head, verb, form))
    return found


def _group_start(words: Sequence[Word], head: int) -> int:
    """Where the verb's auxiliaries and adverbs begin."""
    first = head
    while first > 0:
        low = words[first - 1].low
        is_adverb = low in ADVERBS or (low.endswith("ly") and low not in NO_ADVERBS and words[first - 1].text.islower())
        if low in AUXILIARIES or low in LINKING or is_adverb or (low == "to" and first == head):
            first -= 1
        else:
            break
    return first


def _is_verb(words: Sequence[Word], first: int, head: int, form: Form) -> bool:
    """Whether the form is a verb here, by what stands round it."""
    word = words[head]
    helpers = {w.low for w in words[first:head]}
    before = words[first - 1] if first else None
    following = words[head + 1] if head + 1 < len(words) else None
    if word.is_capitalized and first == head and before is not None and before.is_capitalized and not _is_title(words):
        return False
    if form == "base":
        return _is_bare_verb(word, before, helpers)
    if before is None or helpers & AUXILIARIES:
        return True
    if form == "third":
        return _is_present(word, before, following)
    if form == "past":
        if word.low in PARTICIPLES:
            return following is not None and following.low == "by"
        return before.low not in NOUN_LEADERS - {"that", "and", "or", "as", "all", "some"} and not before.low.endswith(
            "'s"
        )
    return before.low not in ("the", "a", "an", "his", "her", "its", "their", "this", "that", "no")


def _is_title(words: Sequence[Word]) -> bool:
    """Whether most words are capitalized, as in headlines."""
    letters = [w for w in words if w.is_word and len(w.text) > 3]
    return sum(w.is_capitalized for w in letters) * 3 > len(letters) * 2


def _is_bare_verb(word: Word, before: Word | None, helpers: set[str]) -> bool:
    if helpers & MODALS:
        return True
    if before is None or word.is_capitalized:
        return False
    if not before.is_word:
        return word.low == "say" and (before.text == "," or before.quotation is not None)
    if (before.low in PLURALS and before.low not in ("that", "these", "those", "some")) or before.low in SPEAKERS:
        return True
    if word.low not in noun_like():
        return before.low not in NOUN_LEADERS and before.low != "one"
    is_plural = before.low.endswith("s") and before.low[-2:] not in ("'s", "ss", "us", "is")
    return is_plural and before.is_capitalized and word.low != "like"


def _is_present(word: Word, before: Word, following: Word | None) -> bool:
    if before.low in NOUN_LEADERS or before.low.endswith(("'s", "s'")):
        return before.low == "that" and word.low not in noun_like()
    if word.low not in noun_like() or before.low in ("he", "she", "it", "who", "which"):
        return True
    if before.quotation is not None:
        return following is not None and following.is_word
    if before.text == ",":
        return following is not None and (following.is_capitalized or following.low in ("the", "a", "an"))
    begins_content = following is not None and (
        following.low in ("that", "whether", "how", "to") or following.quotation is not None
    )
    return before.is_capitalized or begins_content


def _cue(words: Sequence[Word], first: int, head: int, verb: CueVerb, form: Form) -> Cue:
    helpers = {w.low for w in words[first:head]}
    following = words[head + 1].low if head + 1 < len(words) else ""
    particle = following if any(following == name for name, _ in verb.particles) else None
    last = (
        head + 1 if (particle and particle not in ("that", "to")) or (particle == "to" and verb.frames != "A") else head
    )
    if particle == "out" and head + 2 < len(words) and words[head + 2].low in ("against", "at"):
        last = head + 2
    passive = form == "past" and bool(helpers & BE) and verb.frames != "A"
    return Cue(first, last, head, verb, form, bool(helpers & NEGATIONS), passive, particle)


def _particle(words: Sequence[Word], head: int, verb: CueVerb) -> tuple[str | None, int]:
    """The particle behind a verb, a day between them allowed ('called Wednesday for'), and the cue's last word."""
    at = head + 1
    if at + 1 < len(words) and (
        words[at].low in WEEKDAYS or (words[at].low.endswith("ly") and words[at].text.islower())
    ):
        at += 1
    following = words[at].low if at < len(words) else ""
    if not any(following == name for name, _ in verb.particles):
        return None, head
    if following == "that" or (following == "to" and verb.frames == "A"):
        return following, at - 1
    if following == "out" and at + 1 < len(words) and words[at + 1].low in ("against", "at"):
        return following, at + 1
    return following, at


def stance_of(cue: Cue) -> Stance:
    """How the source stands to what is said, negation respected: 'did not deny' asserts, 'did not say' is neither."""
    stance = cue.verb.stance_with(cue.particle)
    if not cue.is_negated:
        return stance
    if stance in ("denies", "doubts"):
        return "asserts"
    return "denies" if cue.verb.lemma in DENIED_WHEN_NEGATED else "other"
