"""Numbers with their unit, their bounds and their range, before anything is said of what they measure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from crossread.reading.figures_bounds import hedge_before, hedge_behind
from crossread.reading.figures_lexemes import Lexeme, is_hyphen
from crossread.reading.figures_number import SCALES, UNITS, Number, word_at
from crossread.reading.figures_numbers import read_number
from crossread.reading.figures_units import DOLLAR, DOLLARS_BEHIND, UnitFound, sign_before, unit_behind
from crossread.reading.figures_words import BREAKS, DOWN, FILLERS, LENGTHS, UP
from crossread.records import Modifier
from crossread.units import convert

# A range in one figure is no wider than this; wider ones are two things said of one ("from $5 to $4 million").
WIDEST_RANGE = 1e6
TEMPERATURES = frozenset({"°C", "°F", "degree"})


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number with its unit: lexemes `first` to `last` (not included), characters `start` to `end`.

    `number` is the number read first; of a range, `upper` is the second. `unit` is None until what is counted is known.
    """

    number: Number
    first: int
    last: int
    start: int
    end: int
    value: float | None
    low: float | None
    high: float | None
    unit: str | None = None
    modifier: Modifier = "exact"
    is_hyphened: bool = False
    upper: Number | None = None
    is_age: bool = False

    @property
    def is_bare(self) -> bool:
        """Whether it has no unit yet."""
        return self.unit is None


@dataclass(frozen=True, slots=True)
class Stretch:
    """A sentence, cut: its lexemes, and where it begins in the text."""

    text: str
    start: int
    end: int
    lexemes: Sequence[Lexeme]


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
    return _with_neighbours(stretch, bounded)


def _with_floors(quantities: list[Quantity]) -> list[tuple[Quantity, int]]:
    """Each with the lexeme before which its hedge must not begin."""
    return [(q, quantities[i - 1].last if i else 0) for i, q in enumerate(quantities)]


def _with_neighbours(stretch: Stretch, quantities: list[Quantity]) -> list[Quantity]:
    """Units and bounds that one quantity has from another: "eight or nine euros", "more than 100 km (60 miles)"."""
    found = list(quantities)
    for at in range(len(found) - 1):
        one, other = found[at], found[at + 1]
        words = [lexeme.low for lexeme in stretch.lexemes[one.last : other.first]]
        if words == ["or"] and one.is_bare and not other.is_bare and one.number.kind != "fraction":
            found[at] = replace(one, unit=other.unit)
        if words == ["to"] and one.is_bare and other.unit and (one.value or 0) > (other.value or 0):
            # "52 to 48 percent".
            found[at] = replace(one, unit=other.unit)
        if words[-1:] == ["to"] and len(words) < 6 and other.is_bare and _is_start(stretch.lexemes, one):
            # "From 21 percent last year to 23."
            behind = other.last < len(stretch.lexemes) and stretch.lexemes[other.last].is_word
            if not behind or word_at(stretch.lexemes, other.last) in BREAKS:
                found[at + 1] = replace(other, unit=one.unit)
        if (
            words in (["("], ["/"])
            and other.modifier == "exact"
            and one.value is not None
            and _is_converted(one, other)
        ):
            found[at + 1] = _bounded(other, one.modifier)
    return found


def _is_start(lexemes: Sequence[Lexeme], one: Quantity) -> bool:
    """Whether a quantity with a unit is what something moved from."""
    return not one.is_bare and word_at(lexemes, one.first - 1) == "from"


def _is_converted(one: Quantity, other: Quantity) -> bool:
    """Whether the second may be the first in another unit."""
    if one.unit is None or other.unit is None:
        return False
    return (is_money(one.unit) and is_money(other.unit)) or convert(1.0, one.unit, other.unit) is not None


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
    between = word_at(lexemes, number.last)
    if found is None and (between in FILLERS or (between == "of" and number.kind in ("vague", "fraction", "words"))):
        found = unit_behind(lexemes, replace(number, last=number.last + 1))
        if found and (found.is_hyphened or (between == "of" and not word_at(lexemes, found.last - 1).endswith("s"))):
            return None
    return found


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
    if behind and (behind.name == DOLLAR or (len(behind.name) == 3 and behind.name.isupper())):
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
    is_length = number.letter == "m" and (
        not behind.isalpha() or behind in LENGTHS or behind in ("of", "and", "or", "to", "in")
    )
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


# ---------------------------------------------------------------- ranges


def join_ranges(stretch: Stretch, found: list[Quantity]) -> list[Quantity]:
    """Two quantities that are the ends of one range, as one."""
    joined: list[Quantity] = []
    for quantity in found:
        if joined and (whole := _joined(stretch, joined[-1], quantity)):
            joined[-1] = whole
        else:
            joined.append(quantity)
    return joined


def _joined(stretch: Stretch, one: Quantity, other: Quantity) -> Quantity | None:
    """The range two neighbouring quantities make, or None."""
    lexemes = stretch.lexemes
    if one.upper or one.value is None or other.value is None:
        return None
    link = _link(stretch, one, other)
    if link is None or not _same_kind(lexemes, link, one, other):
        return None
    low = _spread(one, other, link)
    if not low < other.value or (low > 0 and other.value / low > WIDEST_RANGE):
        return None
    if link == "to" and _moves(lexemes, one):
        return None
    return Quantity(
        number=one.number,
        first=one.first,
        last=other.last,
        start=one.start,
        end=other.end,
        value=None,
        low=low,
        high=other.value,
        unit=one.unit if other.unit in (None, DOLLAR) and one.unit else other.unit,
        modifier="range",
        is_hyphened=other.is_hyphened,
        upper=other.number,
    )


def _link(stretch: Stretch, one: Quantity, other: Quantity) -> str | None:
    """What joins two quantities: "to", "-" or "and" behind "between"."""
    lexemes = stretch.lexemes
    between = [
        lexeme for lexeme in lexemes[one.last : other.first] if lexeme.start >= one.end and lexeme.end <= other.start
    ]
    words = [lexeme.low for lexeme in between]
    if len(words) == 1 and is_hyphen(between[0]):
        return "-" if between[0].text != "−" else None
    if words in (["to"], ["up", "to"], ["-", "to", "-"]):
        return "to"
    before = [word_at(lexemes, one.first - i) for i in (1, 2)]
    if words == ["and"] and "between" in before:
        return "and"
    return None


def _same_kind(lexemes: Sequence[Lexeme], link: str, one: Quantity, other: Quantity) -> bool:
    """Whether two ends may be of one range; "rose 5 % to 120" tells of two things."""
    if one.unit is None or one.unit == other.unit:
        return True
    if other.unit is None:
        return link != "to" or word_at(lexemes, one.first - 1) == "from"
    return other.unit == DOLLAR and is_money(one.unit)


def is_money(unit: str | None) -> bool:
    """Whether a unit is a currency."""
    return unit is not None and (unit == DOLLAR or (len(unit) == 3 and unit.isupper() and unit.isascii()))


def _spread(one: Quantity, other: Quantity, link: str) -> float:
    """The lower end, with the scale that only the upper one has: "10 to $15 billion", "four to five thousand"."""
    low = one.value or 0.0
    upper_scale = other.number.scale if other.number.kind == "digits" else _word_scale(other)
    mantissa = (other.value or 0.0) / upper_scale
    if one.number.scale == 1.0 and upper_scale > 1 and low < mantissa and low < 1000 and one.number.letter == "":
        return float(f"{low * upper_scale:.15g}")
    if link == "-" and low < 1000 and _ends_in_thousand(other) and low * 1000 < (other.value or 0.0):
        return low * 1000
    return low


def _ends_in_thousand(quantity: Quantity) -> bool:
    """Whether the number is written like "6,000", so that "5-6,000" is of thousands."""
    return quantity.number.kind == "digits" and (quantity.value or 0.0) % 1000 == 0 and quantity.number.scale == 1.0


def _word_scale(quantity: Quantity) -> float:
    """The scale a number in words ends with: 1000 of "five thousand"."""
    value = quantity.value or 0.0
    for scale in sorted(set(SCALES.values()), reverse=True):
        if quantity.number.last - quantity.number.first > 1 and value >= scale and value % scale == 0:
            return scale
    return 1.0


def _moves(lexemes: Sequence[Lexeme], one: Quantity) -> bool:
    """'Rose from 5 to 10' tells two values of one thing, then and now; 'from 5 to 10 people' is a range."""
    at = one.first - 1
    if word_at(lexemes, at) != "from":
        return False
    return any(
        word_at(lexemes, at - back) in UP | DOWN | {"went", "going", "goes", "go", "moved"} for back in range(1, 5)
    )


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
        return _bounded(replace(quantity, last=behind[0], end=end), behind[1])
    if before is None or before[1] == "exact":
        return quantity
    return _bounded(replace(quantity, first=before[0], start=lexemes[before[0]].start), before[1])


def _bounded(quantity: Quantity, modifier: Modifier) -> Quantity:
    """The quantity with a bound; a range keeps its own ends."""
    if quantity.modifier == "range" or modifier in ("exact", "range"):
        return quantity
    low, high = quantity.value, quantity.value
    if modifier in ("more_than", "at_least"):
        high = None
    elif modifier in ("less_than", "at_most"):
        low = None
    return replace(quantity, modifier=modifier, low=low, high=high)


def is_one(lexemes: Sequence[Lexeme], number: Number) -> bool:
    """Whether it is the word "one" by itself."""
    return number.value == UNITS["one"] and lexemes[number.first].low == "one" and number.last == number.first + 1
