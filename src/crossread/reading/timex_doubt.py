"""What only looks like a time: numbers that are no years, names that are no days, verbs that are no months."""

from __future__ import annotations

from crossread.reading.timex_grammar import Found

# Months that are first of all other words or names.
_OTHER_WORDS = frozenset(["may", "march", "august", "april", "june"])
_BEFORE_MONTHS = frozenset(
    [
        *("in", "of", "since", "by", "until", "till", "last", "next", "this", "from", "to", "through", "before", "after"),
        *("late", "early", "mid", "during", "for", "every", "each", "and", "or", "between", "around", "about", "on"),
        *("-", "–", "—", ","),
    ]
)  # fmt: skip
# Before a number of four digits these show that it is a year.
_BEFORE_YEARS = _BEFORE_MONTHS | frozenset(
    ["the", "(", "spring", "summer", "autumn", "fall", "winter", "than", "back", "circa", "c", "ca"]
)
_MONEY = frozenset("$£€¥₹#%№")
# Behind a number of four digits these show that it counts something.
_COUNTED = frozenset(
    [
        *("people", "percent", "%", "per", "million", "billion", "thousand", "dollars", "euros", "pounds", "meters"),
        *("metres", "feet", "km", "miles", "m", "mph", "kg", "tons", "tonnes", "troops", "jobs", "homes", "points"),
        *("gmt", "hrs", "hours", "utc", "°"),
    ]
)  # fmt: skip
# What is said of 'soon' and 'shortly' when they are no time of their own: 'as soon as', 'shortly after'.
_AROUND_SOON = frozenset(["as", "after", "before", "enough", "thereafter"])
# Newspapers, teams and days of infamy that carry a weekday in their names.
_NAMED_BEFORE = frozenset(["sheffield", "bloody", "fat", "super", "cyber"])
_NAMED_AFTER = frozenset(
    ["times", "mail", "telegraph", "express", "mirror", "herald", "post", "people", "sport", "world"]
)


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
        return before.lower() not in _BEFORE_MONTHS
    if word not in _OTHER_WORDS:
        return False
    if word == "march" and after.lower() in ("of", "on", "for", "against", "to"):
        return True
    if before.lower() in _BEFORE_MONTHS:
        return before.lower() == "by" and word == "may" and found.words.words[max(0, found.first - 2)].endswith("ed")
    return word == "may" or after[:1].isupper() or before[:1].isupper()


def _is_no_year(found: Found) -> bool:
    before, after = _before(found), _after(found).lower()
    if found.has("edge") or found.has("era") or len(found.texts("year")) != found.end - found.first:
        return False
    if before in _MONEY or after in _COUNTED or before.lower() in ("no", "number", "flight", "boeing", "room"):
        return True
    if after in ("-", "–", "/") and _after(found, 1)[:1].isdigit() and len(_after(found, 1)) > 4:
        return True
    number = int(found.texts("year")[0])
    return not 1900 <= number <= 2050 and before.lower() not in _BEFORE_YEARS


def _is_no_length(found: Found) -> bool:
    """An age, a share, the ordinal 'second', 'one day' that never came."""
    words = (_after(found).lower(), _after(found, 1).lower())
    if words[0] == "old" or (words[0] in ("-", "–", "‑", "‐") and words[1] == "old"):
        return True
    unit = found.value("unit", "unit", "units")
    if unit == "Q":
        number = found.texts("n")
        return words[0] == "of" or number[-1:] in (("three",), ("a",), ("one",))
    return unit == "TS" and found.texts("n") in (("a",), ())


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
        return False
    return _before(found).lower() in _NAMED_BEFORE or (
        words[-1][:1].isupper() and _after(found) in map(str.title, _NAMED_AFTER)
    )


def _is_clock(found: Found, word: str) -> bool:
    """Whether a bare '12:10' is a time of day, by the word before it."""
    return ":" in word and _before(found).lower() in (
        "at",
        "by",
        "until",
        "till",
        "from",
        "around",
        "about",
        "before",
        "after",
    )


def _is_no_reference(found: Found) -> bool:
    word = found.texts("word")[0].lower()
    if word in ("soon", "shortly"):
        return _before(found).lower() in _AROUND_SOON or _after(found).lower() in _AROUND_SOON
    if word == "future":
        return _before(found).lower() not in ("in", "for", "into", "near")
    return word == "now" and _after(found).lower() == "that"


_CHECKS = {
    "month": _is_no_month,
    "year": _is_no_year,
    "length": _is_no_length,
    "moment": _is_no_moment,
    "reference": _is_no_reference,
}
