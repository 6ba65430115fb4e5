"""The words that tell of events: a list by PLOVER type, matched by stems, with particles and nouns a few words behind.

Stems are made by a few rules and a list of irregular forms: what counts is that all forms of one word meet.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import pairwise
from typing import Literal, cast

from crossread.gazetteer import rows
from crossread.records import EventType

PartOfSpeech = Literal["n", "v"]
# A particle stands within so many words of its verb, a noun that completes a verb within so many.
PARTICLE_REACH = 3
NOUN_REACH = 6
# So many words are remembered with their stems.
KEPT_STEMS = 20_000
# Words that end like an inflected form and are none.
UNSTEMMED = frozenset(["willing", "during", "morning", "evening", "nothing", "something", "according", "relatives"])
DOUBLED = re.compile(r"([b-df-hj-kmnp-rt-z])\1$")


@dataclass(frozen=True, slots=True)
class Pattern:
    """A trigger of the list, as stems; `noun` completes its verb ("hold … talks")."""

    type: EventType
    part: PartOfSpeech
    stems: tuple[str, ...]
    noun: str | None = None

    @property
    def size(self) -> int:
        """How many words it takes: more of them say more."""
        return len(self.stems) + (self.noun is not None)


@dataclass(frozen=True, slots=True)
class Trigger:
    """A pattern found: words `first` to `last` of a sentence, `last` included."""

    first: int
    last: int
    pattern: Pattern


@lru_cache(maxsize=KEPT_STEMS)
def stem(word: str) -> str:
    """The word without its inflection, in lower case; not always a word itself.

    >>> [stem(word) for word in ("met", "killings", "rallies", "attacked", "stopped", "released", "sanctions")]
    ['meet', 'kill', 'rally', 'attack', 'stop', 'releas', 'sanction']
    """
    low = word.lower()
    if low in UNSTEMMED:
        return low
    low = _irregular().get(low, low)
    if len(low) > 5 and low.endswith(("ies", "ied")):
        return low[:-3] + "y"
    if low.endswith(("shes", "ches", "sses", "xes", "zzes")):
        low = low[:-2]
    elif len(low) > 3 and low.endswith("s") and not low.endswith("ss"):
        low = low[:-1]
    for ending in ("ing", "ed"):
        if low.endswith(ending) and len(low) > len(ending) + 2:
            low = DOUBLED.sub(r"\1", low[: -len(ending)])
            break
    return low[:-1] if low.endswith("e") and len(low) > 4 else low


@cache
def _irregular() -> dict[str, str]:
    return {form: lemma for lemma, forms in rows("irregular_forms.tsv") for form in forms.split()}


@cache
def patterns() -> dict[str, tuple[Pattern, ...]]:
    """Patterns by the stem they begin with, longest first."""
    return _read_patterns("event_triggers.tsv")


@cache
def other_senses() -> dict[str, tuple[Pattern, ...]]:
    """Patterns in which a listed word tells of no such event: "charges a fee", "meets demand", "captures a moment"."""
    return _read_patterns("event_senses.tsv")


def _read_patterns(name: str) -> dict[str, tuple[Pattern, ...]]:
    found: dict[str, list[Pattern]] = defaultdict(list)
    for kind, part, text in rows(name):
        for stems, noun in _parsed(text.split(" ")):
            found[stems[0]].append(Pattern(cast(EventType, kind), cast(PartOfSpeech, part), stems, noun))
    return {head: tuple(sorted(listed, key=lambda p: -p.size)) for head, listed in found.items()}


def _parsed(items: Sequence[str]) -> list[tuple[tuple[str, ...], str | None]]:
    found: list[tuple[tuple[str, ...], str | None]] = []
    index = 0
    while index < len(items):
        stems = tuple(stem(word) for word in items[index].split("~") if word)
        if index + 2 < len(items) and items[index + 1] == "*":
            found.append((stems, stem(items[index + 2])))
            index += 3
        else:
            found.append((stems, None))
            index += 1
    return found


@cache
def word_classes() -> dict[str, tuple[str, ...]]:
    """Classes by stem."""
    found: dict[str, list[str]] = defaultdict(list)
    for name, words in rows("event_classes.tsv"):
        for word in words.split():
            found[stem(word)].append(name)
    return {word: tuple(names) for word, names in found.items()}


def find_triggers(stems: Sequence[str]) -> list[Trigger]:
    """Every pattern that a sentence holds, in order; patterns may share words.

    >>> [(t.first, t.last, t.pattern.type) for t in find_triggers([stem(w) for w in "They cut all ties".split()])]
    [(1, 3, 'SANCTION')]
    """
    found = []
    for first, head in enumerate(stems):
        if any(_last_word(stems, first, pattern) is not None for pattern in other_senses().get(head, ())):
            continue
        for pattern in patterns().get(head, ()):
            last = _last_word(stems, first, pattern)
            if last is not None:
                found.append(Trigger(first, last, pattern))
    return found


def _last_word(stems: Sequence[str], first: int, pattern: Pattern) -> int | None:
    last = first
    for _, wanted in pairwise(pattern.stems):
        found = _next(stems, last, wanted, PARTICLE_REACH)
        if found is None:
            return None
        last = found
    return last if pattern.noun is None else _next(stems, last, pattern.noun, NOUN_REACH)


def _next(stems: Sequence[str], after: int, wanted: str, reach: int) -> int | None:
    return next((k for k in range(after + 1, min(len(stems), after + 1 + reach)) if stems[k] == wanted), None)
