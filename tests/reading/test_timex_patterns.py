"""The language in which the grammar of times is written."""

import re

import pytest

from crossread.reading.timex_grammar import PIECES, RULES
from crossread.reading.timex_patterns import Compiler
from crossread.reading.timex_values import draft_times
from crossread.reading.timex_words import LEXICON, split_words
from crossread.records import Span


def codes(text: str) -> str:
    """The classes of a text's words."""
    return split_words(text, [Span(0, len(text))]).codes.rstrip("\n")


@pytest.mark.parametrize(
    ("pattern", "fits", "fails"),
    [
        ("month dot? day", ["Aug. 9", "May 3"], ["May", "9 May"]),
        ("{n: number|int} unit !old", ["two year", "12 day"], ["two old"]),
        ("(last|next)+ week_word", ["last next week"], ["week"]),
        ("PAIR", ["May June"], ["May"]),
    ],
)
def test_patterns_fit_words_of_their_classes(pattern: str, fits: list[str], fails: list[str]) -> None:
    """Names are classes, capitals pieces, signs those of regular expressions."""
    compiled = Compiler(pattern, {"PAIR": "month month"}).compile()
    regex = re.compile(compiled.regex)
    assert all(regex.fullmatch(codes(text)) for text in fits)
    assert not any(regex.fullmatch(codes(text)) for text in fails)
    assert all(codes(text)[0] in compiled.begins for text in fits)


@pytest.mark.parametrize("pattern", ["month )", "month & day", "no_such_class"])
def test_slips_in_patterns_are_told(pattern: str) -> None:
    """A pattern that is none is refused when the program starts, not when a text comes."""
    with pytest.raises((ValueError, KeyError)):
        Compiler(pattern, PIECES).compile()


def test_every_rule_begins_with_something() -> None:
    """No rule can fit nothing, and every rule has a reader."""
    for name, pattern in RULES:
        compiled = Compiler(pattern, PIECES).compile()
        assert compiled.begins, name
        assert not compiled.is_empty, name
    assert callable(draft_times)


def test_every_number_has_its_classes() -> None:
    """Numbers that differ in their classes were all known when the grammar was compiled."""
    known = set(LEXICON.codes_of("int"))
    assert {LEXICON.classify(form % n) for n in range(10000) for form in ("%d", "%02d", "%03d", "%04d")} <= known
