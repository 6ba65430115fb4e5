"""Numbers with their unit, their bounds and their range, before anything is said of what they measure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from crossread.reading.figures_bounds import hedge_before, hedge_behind
from crossread.reading.figures_lexemes import Lexeme, is_hyphen
from crossread.reading.figures_number import SCALES, Number, word_at
from crossread.reading.figures_numbers import read_number
from crossread.reading.figures_quantity import Quantity, Stretch, bounded, is_money
from crossread.reading.figures_ranges import join_ranges, with_neighbours
from crossread.reading.figures_units import DOLLAR, DOLLARS_BEHIND, UnitFound, sign_before, unit_behind
from crossread.reading.figures_words import FILLERS, LENGTHS, PEOPLE

# Words behind a length: "13m down", "40m of cable", "5m from the shore".
BEHIND_LENGTH = frozenset(
    ["of", "and", "or", "to", "in", "down", "up", "away", "from", "below", "above", "across", "off", "along", "into",
     "under", "underground", "apart", "before", "behind"]
)  # fmt: skip
# What is counted stands up to so many words behind its number.
NOUN_REACH = 3

TEMPERATURES = frozenset({"°C", "°F", "degree"})


def find_quantities(stretch: Stretch) -> list[Quantity]:
    """The quantities of a sentence in order, none overlapping another."""
    found: list[Quantity] = []
    at = 0
    while at < len(stretch.lexemes):
        number = read_number(stretch.lexemes, at)
        if number is None:
            at += 1
            continue
        quantity = with_unit(stretch, number, found[-1] if found else None)
        found.append(quantity)
        at = max(quantity.last, at + 1)
    bounded = [with_bounds(stretch, quantity, floor) for quantity, floor in _with_floors(join_ranges(stretch, found))]
    return with_neighbours(stretch, bounded)


def _with_floors(quantities: list[Quantity]) -> list[tuple[Quantity, int]]:
    """Each with the lexeme before which its hedge must not begin."""
    return [(q, quantities[i - 1].last if i else 0) for i, q in enumerate(quantities)]


# ---------------------------------------------------------------- units


def with_unit(stretch: Stretch, number: Number, previous: Quantity | None) -> Quantity:
    """The number with its currency sign or the unit behind it."""
    lexemes = stretch.lexemes
    floor = previous.end if previous else stretch.start
    head = lexemes[number.first]
    sign = None
    if head.is_number:
        has_form = number.scale > 1 or "," in head.text or "." in head.text
        sign = sign_before(stretch.text, head.start, floor, has_form=has_form)
    if number.letter and sign is None and not _goes_on_money(lexemes, number, previous):
        number = _unlettered(lexemes, number)
    start = sign[0] if sign else head.start
    if sign:
        return _with_sign(lexemes, number, start, sign[1])
    unit = _unit_behind(lexemes, number)
    last = unit.last if unit else number.last
    name, last = _dollar_behind(lexemes, unit.name, last) if unit else (None, last)
    if is_money(name):
        number, last = _scaled_behind(lexemes, number, last)
    if name in TEMPERATURES and number.first:
        number, start = _below_zero(lexemes, number, start)
    quantity = _quantity(lexemes, number, start, last, name)
    return replace(quantity, is_hyphened=bool(unit and unit.is_hyphened) or _leads_hyphen(lexemes, last))


def _unit_behind(lexemes: Sequence[Lexeme], number: Number) -> UnitFound | None:
    """The unit behind a number, over "of" ("thousands of dollars") and "more" ("three more years") too."""
    found = unit_behind(lexemes, number)
    if found:
        return found
    if number.kind == "fraction":
        return _unit_of_part(lexemes, number)
    between = word_at(lexemes, number.last)
    if between in FILLERS or (between == "of" and number.kind in ("vague", "words")):
        found = unit_behind(lexemes, replace(number, last=number.last + 1))
        if found and (found.is_hyphened or (between == "of" and not word_at(lexemes, found.last - 1).endswith("s"))):
            return None
    return found


def _unit_of_part(lexemes: Sequence[Lexeme], number: Number) -> UnitFound | None:
    """The unit a part is of: "half a mile", "a quarter of an hour", "half of 1 percent"."""
    at = number.last
    at += word_at(lexemes, at) == "of"
    if word_at(lexemes, at) not in ("a", "an", "1", "one"):
        return None
    return unit_behind(lexemes, replace(number, last=at + 1))


def _scaled_behind(lexemes: Sequence[Lexeme], number: Number, last: int) -> tuple[Number, int]:
    """Such as "120 MEUR" and "75 USD million": the scale stands in or behind the currency."""
    code = lexemes[last - 1].text
    if number.scale == 1 and len(code) == 4 and code.startswith("M"):
        return number.scaled(1e6, number.last), last
    factor = SCALES.get(word_at(lexemes, last))
    if number.scale == 1 and factor and number.kind == "digits":
        return number.scaled(factor, number.last), last + 1
    return number, last


def _below_zero(lexemes: Sequence[Lexeme], number: Number, start: int) -> tuple[Number, int]:
    """Such as "-20 °C", "minus 20 degrees"."""
    sign = lexemes[number.first - 1]
    before = lexemes[number.first - 2] if number.first > 1 else None
    joins = sign.is_glued or (before is not None and (before.is_number or before.text in "°CF"))
    if number.value is None or not (sign.low == "minus" or (is_hyphen(sign) and not joins)):
        return number, start
    return replace(number, value=-number.value, low=-number.value, high=-number.value), sign.start


def _with_sign(lexemes: Sequence[Lexeme], number: Number, start: int, code: str) -> Quantity:
    last = number.last
    behind = unit_behind(lexemes, number)
    # "$5 dollars", "$1.5-billion-dollar"; but "$5 million people" has no unit behind.
    if behind and behind.name in (code, DOLLAR) and is_money(code) and lexemes[behind.last - 1].is_word:
        last = behind.last
    if code == DOLLAR:
        code, last = _dollar_behind(lexemes, code, last)
    return replace(_quantity(lexemes, number, start, last, code), is_hyphened=_leads_hyphen(lexemes, last))


def _dollar_behind(lexemes: Sequence[Lexeme], name: str, last: int) -> tuple[str, int]:
    """Such as "$76 US a barrel", "$5 million Canadian"."""
    code = DOLLARS_BEHIND.get(word_at(lexemes, last)) if name == DOLLAR else None
    if code is None or lexemes[last].text.islower():
        return name, last
    is_name = word_at(lexemes, last + 1)[:1].isalpha() and lexemes[last + 1].text[:1].isupper()
    if last + 1 < len(lexemes) and lexemes[last].text != "U.S." and is_name:
        return name, last
    return code, last + 1


def _goes_on_money(lexemes: Sequence[Lexeme], number: Number, previous: Quantity | None) -> bool:
    """Whether the number is the upper end of "€20-25m"."""
    if previous is None or not is_money(previous.unit):
        return False
    between = lexemes[previous.last : number.first]
    return len(between) == 1 and (is_hyphen(between[0]) or between[0].low in ("to", "and"))


def _unlettered(lexemes: Sequence[Lexeme], number: Number) -> Number:
    """Takes back the "m" of "48m high" and the "k" of "a 5k run"."""
    behind = word_at(lexemes, number.last)
    is_length = number.letter == "m" and _measures_length(lexemes, number.last)
    is_race = number.letter in ("k", "K") and behind in (
        "run",
        "race",
        "walk",
        "fun",
        "resolution",
        "display",
        "screen",
        "tv",
        "video",
    )
    # "Gate 54B" is no number of billions; "4.5B users" is.
    is_gate = number.letter in ("b", "B") and "." not in lexemes[number.first].text
    if is_gate or is_length or is_race or (number.letter == "M" and behind in ("class",)):
        value = (number.value or 0.0) / number.scale
        return replace(number, value=value, low=value, high=value, scale=1.0, last=number.last - 1, letter="")
    return number


def _measures_length(lexemes: Sequence[Lexeme], last: int) -> bool:
    """Whether metres are meant by the "m" before a word: millions are counted, so a plural or people would follow.

    "48m high", "the 40m dry well" and "13m down" are lengths, "40m users" and "5m new jobs" are numbers.
    """
    behind = word_at(lexemes, last)
    if not behind.isalpha() or behind in LENGTHS or behind in BEHIND_LENGTH:
        return True
    counted = [word_at(lexemes, k) for k in range(last, last + NOUN_REACH)]
    return not any(word in PEOPLE or (word.endswith("s") and not word.endswith("ss")) for word in counted)


def _leads_hyphen(lexemes: Sequence[Lexeme], last: int) -> bool:
    """Whether a glued hyphen and a word follow: "three-year", "12-strong"."""
    return (
        last + 1 < len(lexemes)
        and is_hyphen(lexemes[last])
        and lexemes[last].is_glued
        and lexemes[last + 1].is_glued
        and lexemes[last + 1].is_word
    )


def _quantity(lexemes: Sequence[Lexeme], number: Number, start: int, last: int, unit: str | None) -> Quantity:
    low, high, modifier = number.low, number.high, "range" if number.kind == "vague" else "exact"
    first = number.first
    while first and lexemes[first - 1].start >= start:
        first -= 1
    quantity = Quantity(number, first, last, start, lexemes[last - 1].end, number.value, low, high, unit)
    return replace(quantity, modifier="range" if modifier == "range" else "exact")


# ---------------------------------------------------------------- bounds


def with_bounds(stretch: Stretch, quantity: Quantity, floor: int) -> Quantity:
    """The quantity with the hedges before and behind it."""
    lexemes = stretch.lexemes
    first = quantity.first
    before = hedge_before(lexemes, first) if first else None
    before = before if before and before[0] >= floor else None
    behind = hedge_behind(lexemes, quantity.last)
    if behind and not before:
        end = lexemes[behind[0] - 1].end
        return bounded(replace(quantity, last=behind[0], end=end), behind[1])
    if before is None or before[1] == "exact":
        return quantity
    return bounded(replace(quantity, first=before[0], start=lexemes[before[0]].start), before[1])
