"""Money whose country the words leave open: a bare dollar sign, and pounds that may weigh."""

from __future__ import annotations

import re
from collections.abc import Sequence

from crossread.reading.figures_lexemes import Lexeme
from crossread.reading.figures_number import word_at
from crossread.reading.figures_quantity import Quantity
from crossread.reading.figures_words import DOLLARS
from crossread.records import Document

# Pounds by the million are money unless something is said to weigh them.
MANY_POUNDS = 1e6
# How far before and behind a figure the words for a weight may stand.
WEIGHT_REACH = 6
WEIGHTS = frozenset(
    [
        "weigh",
        "weighs",
        "weighed",
        "weighing",
        "weight",
        "weights",
        "heavy",
        "thrust",
        "lost",
        "lose",
        "gained",
        "payload",
        "cargo",
        "lift",
    ]
)


def dollar_of(document: Document) -> str:
    """The currency of a bare dollar sign: that of the outlet's country where its domain tells it, else USD."""
    domain = document.outlet.domain or ""
    return DOLLARS.get(domain.rpartition(".")[2], "USD")


def counts_sterling(document: Document) -> bool | None:
    """Whether an account is likely to mean money by "pounds"; None where it shows neither money nor weights."""
    if (document.outlet.domain or "").endswith(".uk") or "£" in document.text:
        return True
    return False if re.search(r"\b(?:kilograms?|kg|lbs?|tons?|tonnes?|thrust|payload)\b", document.text) else None


def is_sterling(lexemes: Sequence[Lexeme], quantity: Quantity, *, is_british: bool | None) -> bool:
    """Whether "pounds" are money: not those "of" something, nor those that somebody weighs or loses."""
    if lexemes[quantity.last - 1].low not in ("pound", "pounds") or quantity.is_hyphened:
        return False
    reach = lexemes[max(0, quantity.first - WEIGHT_REACH) : quantity.last + WEIGHT_REACH]
    if word_at(lexemes, quantity.last) == "of" or any(lexeme.low in WEIGHTS for lexeme in reach):
        return False
    many = (quantity.low or quantity.high or 0) >= MANY_POUNDS
    return many if is_british is None else is_british
