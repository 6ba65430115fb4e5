"""Units and currencies before and behind a number, each brought to the contract's one name."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from crossread.reading.figures_lexemes import Lexeme, cut_lexemes, is_hyphen
from crossread.reading.figures_number import Number
from crossread.units import load_units

# Stands for the dollar whose country the words do not give.
DOLLAR = "$"
# Symbols of one letter that need not be glued to the digits.
SPACED_LETTERS = frozenset({"m", "t", "g", "l", "W", "V", "°", "″", "′", "%", "€", "£", "$", "¥", "₡", "₭", "₹", "₽"})
# Currency signs made of letters that are only read glued to the digits: apart they are other words.
GLUED_SIGNS = frozenset(
    ["R", "Re", "Fr", "Sh", "Bs", "Gs", "LE", "LL", "DM", "Dh", "SR", "QR", "TL", "S/", "Eur", "Php", "kn"]
)
# What "$5 million Canadian" says behind the number.
DOLLARS_BEHIND = {
    "us": "USD",
    "u.s.": "USD",
    "usd": "USD",
    "cad": "CAD",
    "cdn": "CAD",
    "canadian": "CAD",
    "aud": "AUD",
    "australian": "AUD",
    "nz": "NZD",
    "hk": "HKD",
}
# Codes that are English words are left to the table.
WORDLIKE_CODES = frozenset(
    ["ALL", "TRY", "TOP", "PEN", "CUP", "MAD", "SOS", "BOB", "AMD", "GEL", "MOP", "COP", "LAK", "ETH"]
)
# Symbols that are words or initials where a blank stands before them.
GLUED_SYMBOLS = frozenset({("in",), ("st",), ("C",), ("F",), ("p",), ("c",), ("h",)})
BRACKETS = {"(": ")", "[": "]", "{": "}", "<": ">"}
# A word that is a unit only sometimes ("won", "bar") is one behind a number of this size or one with a scale.
LARGE = 100.0

Key = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class UnitFound:
    """A unit behind a number, up to lexeme `last` (not included)."""

    name: str
    last: int
    is_hyphened: bool = False


@dataclass(frozen=True, slots=True)
class _Entry:
    words: Key
    name: str
    is_symbol: bool
    is_doubtful: bool


def _cut(words: str) -> Key:
    return tuple(lexeme.text for lexeme in cut_lexemes(words, 0, len(words)))


def _plurals(words: Key) -> set[Key]:
    """A phrase with its last or its first word in the plural."""
    if len(words[-1]) < 2:
        return {words, (f"{words[0]}s", *words[1:])} if len(words) > 1 else {words}
    found = {words, (*words[:-1], f"{words[-1]}s")}
    if len(words) > 1 and words[0].isalpha() and len(words[0]) > 1:
        found |= {(f"{words[0]}s", *words[1:]), (f"{words[0]}s", *words[1:-1], f"{words[-1]}s")}
    return found


@cache
def _currencies() -> tuple[tuple[str, tuple[str, ...], tuple[str, ...]], ...]:
    text = (files("crossread") / "data" / "currencies.tsv").read_text(encoding="utf-8")
    rows = (line.split("\t") for line in text.splitlines() if line and not line.startswith("#"))
    return tuple((code, _listed(signs), _listed(words)) for code, signs, words in rows)


def _listed(cell: str) -> tuple[str, ...]:
    return tuple(filter(None, cell.split("|")))


@cache
def _entries() -> dict[str, tuple[_Entry, ...]]:
    """What may stand behind a number, by its first lexeme, longest first."""
    named = [(unit.name, unit.symbols, unit.words) for unit in load_units().values()]
    named += [(code, signs, words) for code, signs, words in _currencies()]
    named.append((DOLLAR, ("$",), ("dollar", "buck")))
    found: dict[str, set[_Entry]] = {}
    for name, symbols, words in named:
        for symbol in {symbol.strip() for symbol in symbols}:
            key = _cut(symbol)
            found.setdefault(key[0], set()).add(_Entry(key, name, True, False))
        for word in words:
            for key in _plurals(_cut(word.rstrip("!"))):
                found.setdefault(key[0], set()).add(_Entry(key, name, False, word.endswith("!")))
    for code, _, _ in _currencies():
        if code not in WORDLIKE_CODES:
            for key in ((code,), ("M" + code,), (code + "m",), (code + "bn",)):
                found.setdefault(key[0], set()).add(_Entry(key, code, True, False))
    return {
        first: tuple(sorted(all_, key=lambda e: (-len(e.words), e.is_doubtful, e.name)))
        for first, all_ in found.items()
    }


@cache
def _signs() -> dict[str, list[tuple[str, str]]]:
    """What may stand before a number, longest first, with its currency, by the last character."""
    found = {(sign.strip(), code) for code, signs, _ in _currencies() for sign in signs}
    found |= {(code, code) for code, _, _ in _currencies() if code not in WORDLIKE_CODES}
    found.add(("$", DOLLAR))
    by_end: dict[str, list[tuple[str, str]]] = {}
    for sign, code in sorted(found, key=lambda pair: (-len(pair[0]), pair)):
        by_end.setdefault(sign[-1], []).append((sign, code))
    return by_end


def unit_behind(lexemes: Sequence[Lexeme], number: Number) -> UnitFound | None:
    """The unit that stands behind a number, with a hyphen or a bracket between them or nothing."""
    at = number.last
    hyphened = at + 1 < len(lexemes) and is_hyphen(lexemes[at])
    if hyphened:
        spaced = not (lexemes[at].is_glued and lexemes[at + 1].is_glued)
        found = _longest(lexemes, at + 1, number, spaced=True)
        # With blanks round it a dash is a hyphen only in text cut into words: '30 - year bonds'.
        if found and not (spaced and (lexemes[at].is_glued or load_units().get(found.name) is None)):
            return UnitFound(found.name, found.last, is_hyphened=True)
        return None
    if at + 2 < len(lexemes) and lexemes[at].text in BRACKETS:
        found = _longest(lexemes, at + 1, number, spaced=True)
        if found and found.last < len(lexemes) and lexemes[found.last].text == BRACKETS[lexemes[at].text]:
            return UnitFound(found.name, found.last + 1)
        return None
    return _longest(lexemes, at, number, spaced=at < len(lexemes) and not lexemes[at].is_glued)


def _longest(lexemes: Sequence[Lexeme], at: int, number: Number, *, spaced: bool) -> UnitFound | None:
    if at >= len(lexemes) or lexemes[at].is_opaque:
        return None
    entries = _entries()
    written, low = lexemes[at].text, lexemes[at].low
    for entry in (*entries.get(written, ()), *(entries.get(low, ()) if low != written else ())):
        end = at + len(entry.words)
        if end > len(lexemes):
            continue
        words = tuple(lexeme.text if entry.is_symbol else lexeme.low for lexeme in lexemes[at:end])
        if words == entry.words and _fits(entry, lexemes, end, number, spaced=spaced):
            return UnitFound(entry.name, end)
    return None


def _fits(entry: _Entry, lexemes: Sequence[Lexeme], end: int, number: Number, *, spaced: bool) -> bool:
    """Whether an entry may be read as a unit here."""
    if entry.is_symbol:
        # Letters that go on ("5Gs", "10mm2x") are another word.
        if end < len(lexemes) and lexemes[end].is_glued and (lexemes[end].is_word or lexemes[end].is_number):
            return False
        if entry.words in GLUED_SYMBOLS and (spaced or number.scale > 1):
            return False
        if entry.words == ("st",) and str(int(number.low))[-1] == "1":
            return False
        is_letter = len(entry.words) == 1 and len(entry.words[0]) == 1
        return number.kind in ("digits", "fraction") and not (
            is_letter and spaced and entry.words[0] not in SPACED_LETTERS
        )
    if entry.is_doubtful:
        return (
            number.scale > 1 or number.low >= LARGE or (number.kind in ("digits", "fraction") and len(entry.name) != 3)
        )
    return True


def sign_before(text: str, number_start: int, floor: int, *, has_form: bool) -> tuple[int, str] | None:
    """Where a currency sign before a number begins, and its currency; `floor` is where the sentence begins.

    `has_form` tells whether the number is written as money is: with separators, decimals or a scale.
    """
    window = text[max(floor, number_start - 7) : number_start]
    stripped = window.rstrip()
    blanks = len(window) - len(stripped)
    if not stripped or blanks > 1:
        return None
    for sign, code in _signs().get(stripped[-1], ()):
        if not stripped.endswith(sign):
            continue
        start = number_start - blanks - len(sign)
        before = text[start - 1] if start > floor else " "
        if sign[0].isalpha() and before.isalnum():
            continue
        if (sign in GLUED_SIGNS and blanks) or (len(sign) == 1 and sign.isalpha() and not has_form):
            continue
        return start, code
    # Transliteration makes 'PS' of the pound sign.
    if stripped.endswith("PS") and not blanks and has_form and not text[number_start - 3 : number_start - 2].isalnum():
        return number_start - 2, "GBP"
    return None
