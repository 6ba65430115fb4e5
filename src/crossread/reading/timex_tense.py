"""Past, future or planned: what the verb of a clause tells of the time in it."""

from __future__ import annotations

from functools import lru_cache
from importlib.resources import files
from typing import Literal

from crossread.reading.timex_words import BREAK, Words

Tense = Literal["past", "future", "planned"]
# How many words the verb may stand away.
REACH = 14
# Planned only before 'to' and 'for': 'set to begin', 'due for'.
_WITH_PREPOSITION = frozenset(["set", "due", "likely", "going", "open"])
_LEADERS = frozenset(["the", "a", "an", "its", "his", "her", "their", "our", "this", "that", "of"])
# To the right these begin another clause.
_CLAUSES = frozenset(["that", "which", "who", "whose"])
_PASSIVE = frozenset(["be", "is", "are", "being"])
_STOPS = frozenset([".", "!", "?", ";", BREAK])


def _read(name: str) -> list[str]:
    text = (files("crossread") / "data" / name).read_text(encoding="utf-8")
    return [line for line in text.splitlines() if line and not line.startswith("#")]


_ROWS = {row.split("\t")[0]: frozenset(row.split("\t")[1].split()) for row in _read("time_verbs.tsv")}
_PAST = _ROWS["past"] | frozenset(word for line in _read("past_forms.txt") for word in line.split())


def tense_at(words: Words, first: int, end: int) -> Tense | None:
    """The tense of the nearest verb: to the left in the sentence, else to the right; None where no verb tells."""
    left = range(first - 1, max(-1, first - REACH), -1)
    right = range(end, min(len(words.words), end + REACH))
    return _first_tense(words, left, _STOPS) or _first_tense(words, right, _STOPS | _CLAUSES)


def _first_tense(words: Words, indices: range, stops: frozenset[str]) -> Tense | None:
    for index in indices:
        word = words.words[index]
        if word in stops:
            return None
        lowered = word.lower()
        if lowered == "to" and words.words[index - 1] in ("is", "are"):
            return "future"
        tense = _tense_of(lowered)
        if tense == "past" and lowered.endswith("ed") and words.words[index - 1] in _PASSIVE:
            # 'will be removed', 'is thought': the verb that tells stands further off.
            continue
        if tense == "planned" and lowered in _WITH_PREPOSITION and words.words[index + 1] not in ("to", "for"):
            tense = "past" if lowered == "set" else None
        if tense == "planned" and words.words[index - 1].lower() in _LEADERS:
            # 'the plan' is a noun.
            continue
        if tense == "planned" and "had" in words.words[max(0, index - 3) : index]:
            return "past"
        if tense:
            return tense
    return None


@lru_cache(maxsize=4096)
def _tense_of(word: str) -> Tense | None:
    if word in _ROWS["future"]:
        return "future"
    if word in _ROWS["planned"]:
        return "planned"
    if word in _PAST or (word.endswith("ed") and len(word) > 4 and word not in _ROWS["not_past"]):
        return "past"
    return None
