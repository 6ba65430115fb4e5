"""What units of time are worth: 'last week', 'two years ago', 'three months', 'every day'."""

from __future__ import annotations

from dataclasses import replace

from crossread.reading.timex_amounts import hedge_of, read_amount, whole_units, write_length
from crossread.reading.timex_draft import Base, Draft, base_of, edge_of, step_of, write_step
from crossread.reading.timex_grammar import Found
from crossread.reading.timex_words import LEXICON
from crossread.reading.timex_years import without_article

_OPEN = {"CE": "XXXX", "DE": "XXXX", "Y": "XXXX", "M": "XXXX-XX", "W": "XXXX-WXX", "D": "XXXX-XX-XX", "Q": "XXXX-QX"}
# Beyond so many units 'ago' leads before our reckoning.
_MOST_UNITS = 1500
_BEFORE_SOME_DAY = frozenset(["will", "would", "may", "might", "could", "can", "to", "that", "he", "she", "they"])


def unit(found: Found) -> list[Draft]:
    """'last week', 'the following day', 'earlier this month', 'the end of the year'."""
    name = found.value("unit", "unit") or "D"
    rel = tuple(word.lower() for word in found.texts("rel"))
    step = step_of(rel) or int(rel[:1] == ("latest",)) * -1
    made = Draft(found.first, found.end, "DATE", "", mod=edge_of(found))
    if name in ("DE", "CE") and step:
        return [replace(made, type="DURATION", value=write_length(name, 1) or "P10Y")]
    if name == "WE":
        return [replace(made, value="XXXX-WXX-WE", relative={-1: "<<", 0: "<", 1: ">>"}[step], by_tense=not step)]
    if name == "2W":
        name, step = "W", 2 * step
    if name not in _OPEN:
        return []
    if not rel and name == "Y" and found.word_at(found.end) in ("ended", "ending"):
        return [replace(made, type="DURATION", value="P1Y")]
    return [replace(made, value=_OPEN[name], relative=write_step(step, name), base=_base(found, rel, name))]


def _base(found: Found, rel: tuple[str, ...], name: str) -> Base:
    """'the next day' follows what is told; 'next week', 'the last week' hang on the account's date."""
    if not rel:
        return "narrated" if name in ("D", "Q") else "published"
    is_next = found.words.words[found.first].lower() == "the" and rel[0] == "next" and name != "W"
    return "narrated" if is_next else base_of(rel)


def ago(found: Found) -> list[Draft]:
    """'two weeks ago', 'a year earlier', 'three months later'."""
    way = found.texts("way")[0].lower()
    if way in ("before", "after") and found.word_at(found.end)[:1].isalnum():
        # 'two days after the vote' is a length and an event.
        shorter = replace(found, end=found.end - 1)
        return length(shorter) if found.texts("n")[0].lower() != "the" else []
    is_past = LEXICON.value("ago", way) or LEXICON.value("sooner", way) or LEXICON.value("before", way)
    sign = -1 if is_past == "-1" else 1
    made = Draft(found.first, found.end, "DATE", "PAST_REF" if sign < 0 else "FUTURE_REF", mod=hedge_of(found))
    amount = read_amount(found.texts("n"), half=found.has("half")) if found.has("unit") else None
    name, number = whole_units(found.value("unit", "unit", "units") or "D", amount or 0)
    if amount is None or number > _MOST_UNITS:
        return [made]
    base: Base = "published" if way in ("ago", "from", "now") else "narrated"
    if name in _OPEN:
        return [replace(made, value=_OPEN[name], relative=write_step(sign * number, name), base=base)]
    # Hours and minutes lead to another day only by the dozen.
    days = number // 24 if name == "TH" else 0
    return [replace(made, type="TIME", value=_OPEN["D"], relative=write_step(sign * days, "D"), base=base)]


def length(found: Found) -> list[Draft]:
    """'two weeks', 'the last five years'; 'recent months' and 'coming years' only refer."""
    amount = read_amount(found.texts("n"), half=found.has("half")) if found.has("n") else None
    if not found.has("n") and found.value("unit", "unit"):
        amount = 1
    if _is_some_day(found):
        return [Draft(found.first, found.end, "DATE", "FUTURE_REF")]
    if not found.has("n") and found.has("rel"):
        value = "FUTURE_REF" if step_of(found.texts("rel")) > 0 else "PAST_REF"
        return [Draft(found.first, found.end, "DATE", value)]
    length = write_length(found.value("unit", "unit", "units") or "D", amount)
    found = without_article(_without_preposition(found))
    return [Draft(found.first, found.end, "DURATION", length, mod=hedge_of(found))] if length else []


def _is_some_day(found: Found) -> bool:
    """'will one day be the largest' is no length."""
    words = found.words.words
    named = " ".join(words[found.first : found.end]).lower()
    return named == "one day" and found.first > 0 and words[found.first - 1].lower() in _BEFORE_SOME_DAY


def _without_preposition(found: Found) -> Found:
    """'over' is a hedge in 'over two years', and none in 'over the next two years' and 'over several years'."""
    first, second = (word.lower() for word in found.words.words[found.first : found.first + 2])
    if LEXICON.value("over", first) and (second == "the" or LEXICON.value("vague", second)):
        return replace(found, first=found.first + 1)
    return found


def every(found: Found) -> list[Draft]:
    """'every day', 'Tuesday nights', 'weekly', 'a year' behind an amount."""
    return [Draft(found.first, found.end, "SET", _set_value(found))]


def _set_value(found: Found) -> str:
    if given := found.value("what", "set"):
        return given
    if month := found.value("what", "month"):
        return f"XXXX-{int(month):02}"
    if season := found.value("what", "season"):
        return f"XXXX-{season}"
    if weekday := found.value("what", "weekday", "weekdays"):
        return f"XXXX-WXX-{weekday}"
    if part := found.value("what", "daypart", "dayparts"):
        weekday = found.value("day", "weekday")
        return (f"XXXX-WXX-{weekday}" if weekday else "XXXX-XX-XX") + f"T{part}"
    if found.word_at(found.first + 1) == "other":
        return write_length(found.value("what", "unit", "units") or "D", 2) or "P2D"
    number = found.value("n", "number", "ordinal") or next(iter(found.texts("n")), "1")
    return write_length(found.value("what", "unit", "units") or "D", float(number.replace(",", ""))) or "P1W"
