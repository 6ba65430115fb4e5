"""Amounts of time: 'two or three', 'a hundred', '2 1/2', and lengths as TIMEX3 writes them."""

from __future__ import annotations

from crossread.reading.timex_grammar import Found
from crossread.reading.timex_words import LEXICON

# Units that are written in others: so many of which.
_WRITTEN_AS = {"2W": (2, "W"), "1000Y": (1000, "Y"), "DE": (10, "Y"), "CE": (100, "Y")}
# For parts of units: so many of which make one.
_SMALLER = {"Y": (12, "M"), "M": (4, "W"), "W": (7, "D"), "D": (24, "TH"), "TH": (60, "TM"), "TM": (60, "TS")}


def read_amount(words: tuple[str, ...], *, half: bool = False) -> float | None:
    """The number that words give (of 'two or three' the first), or None for 'several'."""
    lowered = [word.lower() for word in words]
    if "/" in lowered:
        at = lowered.index("/")
        return float(lowered[0]) * (at == 2) + float(lowered[at - 1]) / max(1.0, float(lowered[at + 1]))
    if any(LEXICON.value("vague", word) for word in lowered):
        return None
    total = current = 0.0
    for position, word in enumerate(lowered):
        if position and (word in ("or", "to") or (word in "-–—" and words[0][0].isdigit())):
            break
        if scale := LEXICON.value("scale", word) or LEXICON.value("dozen", word):
            current = (current or 1) * float(scale)
            total, current = (total + current, 0.0) if float(scale) >= 1000 else (total, current)
        else:
            current += _worth(word, alone=len(words) == 1)
    return total + current + 0.5 * half


def _worth(word: str, *, alone: bool) -> float:
    """What one word adds to a number; nothing for 'and', 'of', 'more'."""
    if word[0].isdecimal():
        return float(word.replace(",", ""))
    if word == "half":
        return 0.5
    if word in ("a", "an", "the"):
        return 1.0 if alone else 0.0
    return float(LEXICON.value("number", word) or LEXICON.value("couple", word) or 0)


def whole_units(unit: str, amount: float) -> tuple[str, int]:
    """An amount as a whole number of units, in a smaller unit where it must be: 2.5 years are 30 months."""
    if unit in _WRITTEN_AS:
        factor, unit = _WRITTEN_AS[unit]
        amount *= factor
    while amount != int(amount) and unit in _SMALLER:
        factor, unit = _SMALLER[unit]
        amount *= factor
    return unit, round(amount)


def write_length(unit: str, amount: float | None) -> str | None:
    """'P2W', 'PT1H30M', 'PXD'; None for what is not counted.

    >>> write_length("Y", 2.5), write_length("TH", 1.5), write_length("DE", 2), write_length("D", None)
    ('P2Y6M', 'PT1H30M', 'P20Y', 'PXD')
    """
    if unit == "WE":
        return None
    if unit in _WRITTEN_AS and (amount is not None or unit in ("2W", "1000Y")):
        factor, unit = _WRITTEN_AS[unit]
        amount = None if amount is None else amount * factor
    clock, letter = ("T", unit[1]) if unit[0] == "T" else ("", unit)
    if amount is None:
        return f"P{clock}X{letter}"
    if amount == int(amount):
        return f"P{clock}{int(amount)}{letter}"
    if amount * 2 == int(amount * 2) and unit in ("Y", "D", "TH", "TM"):
        factor, smaller = _SMALLER[unit]
        whole = f"{int(amount)}{letter}" if amount >= 1 else ""
        mark = "T" if smaller[0] == "T" and not clock else ""
        return f"P{clock}{whole}{mark}{factor // 2}{smaller[-1]}"
    return f"P{clock}{amount:.2f}".rstrip("0").rstrip(".") + letter


def hedge_of(found: Found) -> str | None:
    """TIMEX3's word for 'about', 'more than', 'at least' before a length."""
    words = [word.lower() for word in found.words.words[found.first : found.first + 3]]
    if words[0] in ("at", "up", "no"):
        return "EQUAL_OR_MORE" if "least" in words or words[:2] == ["no", "less"] else "EQUAL_OR_LESS"
    if words[0] in ("more", "less"):
        return "MORE_THAN" if words[0] == "more" else "LESS_THAN"
    return LEXICON.value("hedge", words[0])
