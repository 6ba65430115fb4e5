"""What only looks like a time: numbers that are no years, names that are no days, verbs that are no months."""

from __future__ import annotations

from importlib.resources import files

from crossread.reading.timex_grammar import Found
from crossread.reading.timex_words import LEXICON


def _read() -> dict[str, frozenset[str]]:
    text = (files("crossread") / "data" / "time_doubts.tsv").read_text(encoding="utf-8")
    rows = (line.split("\t") for line in text.splitlines() if line and not line.startswith("#"))
    return {row[0]: frozenset(row[1].split()) for row in rows}


_SETS = _read()
_BEFORE_YEARS = _SETS["before_months"] | _SETS["before_years"]
# Years that need no preposition before them.
_PLAIN_YEARS = range(1900, 2051)


def is_doubtful(found: Found) -> bool:
    """Whether what a rule found is no time, by what stands around it."""
    check = _CHECKS.get(found.rule)
    return check is not None and check(found)


def _before(found: Found) -> str:
    return found.words.words[found.first - 1] if found.first else "\n"


def _after(found: Found, distance: int = 0) -> str:
    index = found.end + distance
    return found.words.words[index] if index < len(found.words.words) else "\n"


def _is_no_month(found: Found) -> bool:
    if found.has("year") or found.has("rel") or found.has("edge"):
        return False
    words = found.texts("month")
    before, after, word = _before(found), _after(found), words[0].lower()
    if len(word) < 4 and word != "may" and len(words) == 1:
        return before.lower() not in _SETS["before_months"] or after[:1].isupper()
    if word not in _SETS["other_words"]:
        return False
    if before in ("s", "S"):
        # 'the Women's March'
        return True
    if word == "march" and after.lower() in _SETS["march_against"]:
        return True
    if before.lower() in _SETS["before_months"]:
        return before.lower() == "by" and word == "may" and found.words.words[max(0, found.first - 2)].endswith("ed")
    return word == "may" or after[:1].isupper() or before[:1].isupper()


def _is_no_year(found: Found) -> bool:
    before, after = _before(found), _after(found).lower()
    if found.has("edge") or found.has("era") or len(found.texts("year")) != found.end - found.first:
        return False
    if before in _SETS["money"] or after in _SETS["counted"] or before.lower() in _SETS["before_numbers"]:
        return True
    if before[0].isdigit() or after[0].isdigit():
        return True
    if after in ("-", "–", "/") and _after(found, 1)[:1].isdigit() and len(_after(found, 1)) > 4:
        return True
    number = int(found.texts("year")[0])
    if number not in _PLAIN_YEARS and before in ("-", "–", "—"):
        # The latter of two years, or part of some other number.
        first = found.words.words[max(0, found.first - 2)]
        return not (len(first) == 4 and first.isdecimal() and first[:2] == f"{number:04}"[:2] and int(first) < number)
    return number not in _PLAIN_YEARS and before.lower() not in _BEFORE_YEARS


def _is_no_length(found: Found) -> bool:
    """An age, a share, the ordinal 'second', 'one day' that never came."""
    words = (_after(found).lower(), _after(found, 1).lower())
    if words[0] == "old" or (words[0] in ("-", "–", "‑", "‐") and words[1] == "old"):
        return True
    unit = found.value("unit", "unit", "units") or ""
    number = tuple(word.lower() for word in found.texts("n"))
    if unit[:1] == "T" and found.texts("unit")[0][0].isupper() and number[:1] != ("a",):
        # Programmes are called '60 Minutes' and '48 Hours'.
        return True
    if unit == "Q":
        return words[0] == "of" or number[-1:] in (("three",), ("four",), ("a",), ("one",))
    return unit == "TS" and number in (("a",), ())


def _is_no_unit(found: Found) -> bool:
    """'to this day', 'the year' of 'man of the year'."""
    words = [word.lower() for word in found.words.words[found.first : found.end]]
    return words == ["this", "day"] or (words == ["the", "year"] and _before(found).lower() == "of")


def _is_no_moment(found: Found) -> bool:
    """A score, a ratio, a newspaper, the Sun."""
    if found.has("clock") and not found.has("day"):
        words = found.texts("clock")
        bare = len(words) == 1 and words[0][0].isdigit()
        return bare and not found.has("zone") and not found.has("part") and not _is_clock(found, words[0])
    words = found.texts("day")
    if len(words) > 2 or found.has("clock") or found.has("part"):
        return False
    if found.value("day", "short_weekday") and not found.value("day", "weekday"):
        return _before(found).lower() != "on" and words[-1] != "."
    if not found.value("day", "weekday"):
        return words == ("TODAY",) and _before(found) == "USA"
    return _before(found).lower() in _SETS["weekday_named_before"] or _after(found) in _SETS["weekday_named_after"]


def _is_clock(found: Found, word: str) -> bool:
    """Whether a bare '12:10' is a time of day, by the word before it."""
    before = found.word_at(max(0, found.groups["clock"][0] - 1))
    return ":" in word and before in _SETS["before_clock"]


def _is_no_reference(found: Found) -> bool:
    word = found.texts("word")[0].lower()
    if word in ("soon", "shortly"):
        return _before(found).lower() in _SETS["around_soon"] or _after(found).lower() in _SETS["around_soon"]
    if word == "future":
        return _before(found).lower() not in _SETS["before_future"]
    return False


def _is_no_set(found: Found) -> bool:
    """'the daily Courier' is a newspaper, 'two Fridays ago' no set."""
    if found.value("what", "weekdays") and (_before(found)[0].isdigit() or LEXICON.value("number", _before(found))):
        return True
    return bool(found.value("what", "set")) and _after(found)[:1].isupper()


_CHECKS = {
    "every": _is_no_set,
    "month": _is_no_month,
    "year": _is_no_year,
    "length": _is_no_length,
    "moment": _is_no_moment,
    "reference": _is_no_reference,
    "unit": _is_no_unit,
}
