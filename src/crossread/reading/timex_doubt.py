"""What only looks like a time: numbers that are no years, names that are no days, verbs that are no months."""

from __future__ import annotations

from crossread.reading.timex_grammar import Found

# Months that are first of all other words or names.
_OTHER_WORDS = frozenset(["may", "march", "august", "april", "june"])
_TIME_PREPOSITIONS = frozenset(
    "in of since by until till last next this from to through before after late early mid during for every each and or "
    "between around about on - – —".split()
)
_YEAR_PREPOSITIONS = frozenset(
    "in of since by until till from to through before after late early mid during for and or between around about the "
    "( , - – — spring summer autumn fall winter than back".split()
)
_COUNTED = frozenset(
    "people percent % per million billion thousand dollars euros pounds meters metres km miles m".split()
)


def is_doubtful(found: Found) -> bool:
    """Whether what a rule found is no time, by what stands around it."""
    if found.rule == "month" and not found.has("year"):
        return _is_no_month(found)
    if found.rule == "year":
        return _is_no_year(found)
    if found.rule == "length":
        return _is_age(found)
    if found.rule == "moment" and found.has("clock") and not found.has("day"):
        return _is_score(found)
    return False


def _around(found: Found) -> tuple[str, str]:
    words = found.words.words
    before = words[found.first - 1] if found.first else "\n"
    after = words[found.end] if found.end < len(words) else "\n"
    return before, after


def _is_no_month(found: Found) -> bool:
    before, after = _around(found)
    word = found.texts("month")[0].lower()
    if word not in _OTHER_WORDS or found.has("rel") or found.has("edge"):
        return False
    if before.lower() in _TIME_PREPOSITIONS:
        return False
    return word == "may" or after[:1].isupper() or before[:1].isupper()


def _is_no_year(found: Found) -> bool:
    before, after = _around(found)
    if found.has("edge") or found.has("era") or len(found.texts("year")) != found.end - found.first:
        return False
    if before in ("$", "£", "€", "#", "%") or after.lower() in _COUNTED:
        return True
    number = int(found.texts("year")[0])
    return not 1900 <= number <= 2050 and before.lower() not in _YEAR_PREPOSITIONS


def _is_age(found: Found) -> bool:
    words = [word.lower() for word in found.words.words[found.end : found.end + 2]]
    return words[:1] == ["old"] or words[:1] in (["-"], ["–"], ["‑"]) and words[1:] == ["old"]


def _is_score(found: Found) -> bool:
    """A bare '3:1' or 'point' that is no time of day."""
    words = found.texts("clock")
    return len(words) == 1 and words[0][0].isdigit() and not found.has("zone") and not found.has("part")
