"""Past or future: what the verb of a clause tells of the time in it."""

from __future__ import annotations

from importlib.resources import files
from typing import Literal

from crossread.reading.timex_words import BREAK, Words

Tense = Literal["past", "future"]
# How many words the verb may stand away.
REACH = 14
_FUTURE = frozenset("will would shall 'll ll won wo".split())
_PLANNED = frozenset(
    "expected scheduled due planned slated set likely going plans plan planning expects hopes supposed begins starts opens "
    "meets arrives leaves ends expires closes kicks until is are by".split()
)
_PAST = frozenset(
    line
    for row in (files("crossread") / "data" / "past_forms.txt").read_text(encoding="utf-8").splitlines()
    if not row.startswith("#")
    for line in row.split()
) | {"was", "were", "had", "did", "said", "told", "been"}
_NOT_PAST = frozenset(
    "need indeed speed united states seed feed breed red bed hundred scheduled expected planned".split()
)


def tense_at(words: Words, first: int, end: int) -> Tense | None:
    """The tense of the nearest verb: to the left in the sentence, else to the right."""
    for index in range(first - 1, max(-1, first - REACH), -1):
        word = words.words[index].lower()
        if word in (".", "!", "?", ";", BREAK):
            break
        if tense := _tense_of(word):
            return tense
    for index in range(end, min(len(words.words), end + REACH)):
        word = words.words[index].lower()
        if word in (".", "!", "?", ";", BREAK):
            break
        if tense := _tense_of(word):
            return tense
    return None


def _tense_of(word: str) -> Tense | None:
    if word in _FUTURE or word in _PLANNED:
        return "future"
    if word in _PAST or word.endswith("ed") and len(word) > 4 and word not in _NOT_PAST:
        return "past"
    return None
