"""Figures in the text: value, unit, bounds, and what they measure, whose it is, when, and in whose words.

Own rules: a token grammar for numbers, tables for units and currencies, and lists of what is no figure. Each sentence
is read by itself; furniture is not read.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass

from crossread.reading.coreference import Chained
from crossread.reading.figures_context import Surroundings
from crossread.reading.figures_counted import counts_people, counts_points, mark_ages
from crossread.reading.figures_lexemes import HINT, cut_lexemes
from crossread.reading.figures_measure import change_of, measures_of
from crossread.reading.figures_money import counts_sterling, dollar_of, is_sterling
from crossread.reading.figures_quantities import find_quantities
from crossread.reading.figures_quantity import Quantity, Stretch
from crossread.reading.figures_refusals import is_figure
from crossread.reading.figures_units import DOLLAR
from crossread.reading.layout import Layout
from crossread.records import Attribution, Document, Figure, Sentence, Timex, identify

# A sentence in which this share of the longer words have capitals is a headline: its capitals name nothing.
TITLE_SHARE = 0.6


def read_figures(
    layout: Layout, times: tuple[Timex, ...], attributions: tuple[Attribution, ...], chained: Chained
) -> tuple[Figure, ...]:
    """The figures of an account, in order, none overlapping another or a date."""
    text = layout.text
    document = layout.document
    around = Surroundings(text, times, attributions, chained)
    account = _Account(document, around, dollar_of(document), counts_sterling(document))
    furniture = sorted((f.start, f.end) for f in document.furniture)
    figures: list[Figure] = []
    for sentence in layout.sentences:
        if HINT.search(text, sentence.start, sentence.end) and not _is_furniture(sentence, furniture):
            figures += _read_sentence(account, sentence)
    return tuple(figures)


@dataclass(frozen=True, slots=True)
class _Account:
    """What every figure of an account shares."""

    document: Document
    around: Surroundings
    dollar: str
    is_british: bool | None


def _is_furniture(sentence: Sentence, furniture: list[tuple[int, int]]) -> bool:
    at = bisect_right(furniture, (sentence.start, len(furniture) and furniture[-1][1])) - 1
    return at >= 0 and furniture[at][0] <= sentence.start and sentence.end <= furniture[at][1]


def _read_sentence(account: _Account, sentence: Sentence) -> list[Figure]:
    text, around = account.document.text, account.around
    stretch = Stretch(text, sentence.start, sentence.end, cut_lexemes(text, sentence.start, sentence.end))
    is_title = _is_headline(stretch)
    kept = [
        quantity
        for quantity in mark_ages(stretch.lexemes, find_quantities(stretch))
        if not around.is_dated(quantity.start, quantity.end)
        and not (quantity.is_bare and around.is_named(quantity.start, quantity.end))
        and (quantity.is_age or is_figure(stretch, quantity, is_title=is_title))
    ]
    measures = measures_of(stretch, kept)
    return [_figure(account, stretch, *measured) for measured in zip(kept, measures, strict=True)]


def _is_headline(stretch: Stretch) -> bool:
    """Whether most longer words have capitals."""
    words = [lexeme for lexeme in stretch.lexemes if lexeme.is_word and len(lexeme.text) > 3]
    return len(words) > 2 and sum(lexeme.text[0].isupper() for lexeme in words) >= TITLE_SHARE * len(words)


def _figure(account: _Account, stretch: Stretch, quantity: Quantity, measure: str | None) -> Figure:
    """The record of a quantity."""
    document, around = account.document, account.around
    start, end = quantity.start, quantity.end
    find_holder = around.aged if quantity.is_age else around.holder_of
    return Figure(
        id=identify("figure", document.key, start, end),
        document=document.id,
        start=start,
        end=end,
        value=quantity.value,
        low=quantity.low,
        high=quantity.high,
        unit=_unit(account, stretch, quantity),
        modifier=quantity.modifier,
        measure=measure,
        holder_chain=find_holder(start, end, stretch.start, stretch.end),
        time=around.time_of(start, stretch.start, stretch.end),
        attribution=around.attribution_of(start, end),
        change=change_of(stretch.lexemes, quantity),
        digits=None if quantity.value is None else quantity.number.digits,
    )


def _unit(account: _Account, stretch: Stretch, quantity: Quantity) -> str:
    """The contract's name of the unit."""
    if quantity.unit == DOLLAR:
        return account.dollar
    if quantity.unit == "pound" and is_sterling(stretch.lexemes, quantity, is_british=account.is_british):
        return "GBP"
    if quantity.unit is not None:
        return quantity.unit
    if quantity.number.kind == "fraction" and (quantity.value or 0) < 1:
        return "fraction"
    if counts_points(stretch.lexemes, quantity):
        return "percentage_point"
    return "people" if counts_people(stretch.lexemes, quantity) else "count"
