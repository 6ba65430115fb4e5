"""What years and their parts are worth: months, seasons, quarters, decades, centuries."""

from __future__ import annotations

from dataclasses import replace

from crossread.reading.timex_draft import Draft, base_of, edge_of, full_year, step_of, write_step, year_of
from crossread.reading.timex_grammar import Found


def month(found: Found) -> list[Draft]:
    """A month with its year, or the month that 'last', 'next' or the tense tells."""
    return [_in_year(found, f"{int(found.value('month', 'month') or 1):02}")]


def season(found: Found) -> list[Draft]:
    """A season likewise."""
    return [_in_year(found, found.value("season", "season") or "SU")]


def quarter(found: Found) -> list[Draft]:
    """A quarter of a year likewise."""
    number = 4 if found.has("final") else int(found.value("n", "ordinal") or found.texts("n")[0])
    if not 1 <= number <= 4:
        return []
    if found.has("ago"):
        return [Draft(found.first, found.end, "DATE", f"XXXX-Q{number}", "-1Y")]
    draft = _in_year(without_article(found), f"Q{number}")
    return [replace(draft, relative="<<") if found.value("rel", "latest") else draft]


def half_year(found: Found) -> list[Draft]:
    """'the second half of 2008', 'the last half of this year'."""
    number = 2 if found.has("last") else int(found.value("n", "ordinal") or 0)
    return [_in_year(found, f"H{number}")] if number in (1, 2) else []


def _in_year(found: Found, part: str) -> Draft:
    """A part of a year, in the year that is named or told."""
    made = Draft(found.first, found.end, "DATE", f"XXXX-{part}", mod=edge_of(found))
    words = tuple(word.lower() for word in found.texts("year"))
    if year_ := year_of(words):
        return replace(made, value=f"{year_}-{part}")
    if words:
        return replace(made, relative=write_step(step_of(words), "Y"), base=base_of(words))
    rel = tuple(word.lower() for word in found.texts("turn") or found.texts("rel"))
    if not rel:
        return replace(made, relative="~", by_tense=True)
    return replace(made, relative={-1: "<<", 0: "0Y", 1: ">>"}[step_of(rel)], base=base_of(rel))


def without_article(found: Found) -> Found:
    """'the 14-day wait' and 'the third-quarter loss' have their article from the noun."""
    words = found.words.words[found.first : found.end]
    if words[0].lower() in ("the", "a", "an") and any(word in "-–‐‑" for word in words):
        return replace(found, first=found.first + 1)
    return found


def year(found: Found) -> list[Draft]:
    """A year, perhaps before our era."""
    number = int("".join(found.texts("year")).replace(",", "")[:6])
    if number > 9999:
        return []
    value = f"BC{number:04}" if found.value("era", "era") == "BC" else f"{number:04}"
    return [Draft(found.first, found.end, "DATE", value, mod=edge_of(found))]


def several_years(found: Found) -> list[Draft]:
    """'1914-18' is two years, '2020-11' a month."""
    (first, middle), (last, end) = found.groups["a"], found.groups["b"]
    start, number = int(found.texts("a")[0]), int(found.texts("b")[0])
    if number > start % 100 and (number > 12 or number == start % 100 + 1):
        until = f"{start // 100:02}{number:02}"
        return [Draft(first, middle, "DATE", f"{start:04}"), Draft(last, end, "DATE", until)]
    return [Draft(first, end, "DATE", f"{start:04}-{number:02}")] if 1 <= number <= 12 else []


def year_in_words(found: Found) -> list[Draft]:
    """'nineteen ninety-six', as it is spoken."""
    value = year_of(found.words.words[found.first : found.end])
    return [Draft(found.first, found.end, "DATE", value)] if value else []


def decade(found: Found) -> list[Draft]:
    """'the 1980s', 'the early nineties'."""
    tens = found.value("tens", "tens_decade")
    number = int(f"19{tens}0") if tens else full_year(int(found.texts("year")[-1]))
    if number % 10:
        return []
    # 'the 1900s' are a century; 'the 2000s' are still a decade to us.
    is_century = number % 100 == 0 and number < 2000
    value = f"{number // 100:02}" if is_century else f"{number // 10:03}"
    return [Draft(found.first, found.end, "DATE", value, mod=edge_of(found))]


def century(found: Found) -> list[Draft]:
    """'the 19th century'."""
    digits = next((word for word in found.texts("n") if word.isdecimal()), None)
    number = int(digits or found.value("n", "ordinal") or 0)
    made = Draft(found.first, found.end, "DATE", f"{number - 1:02}", mod=edge_of(found))
    return [made] if 1 <= number <= 99 else []


def year_ago(found: Found) -> list[Draft]:
    """'the year-ago quarter', 'year-earlier': the period told of, a year before."""
    if found.texts("what")[:1] == ("quarter",):
        return [Draft(found.first, found.end, "DATE", "XXXX-QX", "-5Q", "narrated")]
    skip = not found.has("what") and found.words.words[found.first].lower() in ("the", "a")
    return [Draft(found.first + skip, found.end, "DATE", "XXXX", "-1Y", "narrated")]


def year_end(found: Found) -> list[Draft]:
    """'year-end', 'by the year's end', '1990 year-end': the year at its end."""
    words = found.texts("year")
    made = Draft(found.first, found.end, "DATE", "XXXX", mod="END")
    if year_ := year_of(words):
        return [replace(made, value=year_)]
    return [replace(made, relative=write_step(step_of(words), "Y"))]


def quarter_told(found: Found) -> list[Draft]:
    """'the latest period': the quarter told of."""
    return [Draft(found.first, found.end, "DATE", "XXXX-QX", "-1Q", "narrated")]


def year_period(found: Found) -> list[Draft]:
    """'the 1988 quarter': the quarter told of, in that year."""
    return [Draft(found.first, found.end, "DATE", f"{found.texts('year')[0]}-QX", None, "narrated")]
