"""What a time looks like: patterns over the classes of words, tried in order at every word.

The patterns stand in `data/time_grammar.tsv`, in the language of `timex_patterns`. A rule's name is that of the
function that reads what it finds (see `timex_values`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files

from crossread.reading.timex_patterns import Compiled, Compiler
from crossread.reading.timex_words import BREAK, LEXICON, Words


def _read() -> list[tuple[str, str]]:
    text = (files("crossread") / "data" / "time_grammar.tsv").read_text(encoding="utf-8")
    rows = (line.split("\t") for line in text.splitlines() if line and not line.startswith("#"))
    return [(row[0], row[1]) for row in rows]


_ROWS = _read()
PIECES = {name: pattern for name, pattern in _ROWS if name.isupper()}
RULES = tuple((name, pattern) for name, pattern in _ROWS if not name.isupper())


@dataclass(frozen=True, slots=True)
class Found:
    """Words [first, end) that a rule fits, with the words of its labelled groups."""

    words: Words = field(repr=False)
    rule: str
    first: int
    end: int
    groups: dict[str, tuple[int, int]]

    def has(self, label: str) -> bool:
        """Whether the group took part."""
        return label in self.groups

    def word_at(self, index: int) -> str:
        """The word at a place of the text, in lower case; a break beyond its end."""
        return self.words.words[index].lower() if index < len(self.words.words) else BREAK

    def texts(self, label: str) -> tuple[str, ...]:
        """The words of a group; none where it took no part."""
        first, end = self.groups.get(label, (0, 0))
        return self.words.words[first:end]

    def value(self, label: str, *names: str) -> str | None:
        """What the first word of these classes in a group is worth."""
        for word in self.texts(label):
            for name in names:
                found = LEXICON.value(name, word)
                if found is not None:
                    return found
        return None


@cache
def _rules_by_code() -> dict[str, tuple[tuple[str, re.Pattern[str]], ...]]:
    """For every code the rules, in their order, whose pattern can begin with it."""
    by_code: dict[str, list[tuple[str, re.Pattern[str]]]] = {}
    known: dict[str, Compiled] = {}
    for name, pattern in RULES:
        compiled = Compiler(pattern, PIECES, known).compile()
        regex = re.compile(compiled.regex)
        for code in sorted(compiled.begins):
            by_code.setdefault(code, []).append((name, regex))
    return {code: tuple(rules) for code, rules in by_code.items()}


@cache
def _beginnings() -> re.Pattern[str]:
    """A word at which some rule can begin."""
    return re.compile(f"[{''.join(_rules_by_code())}]")


def find_times(words: Words) -> Iterator[Found]:
    """What looks like a time, from left to right, none overlapping another."""
    codes, rules, begins = words.codes, _rules_by_code(), _beginnings()
    start = begins.search(codes)
    while start:
        position = start.start()
        end = position + 1
        for name, regex in rules[codes[position]]:
            match = regex.match(codes, position)
            if match:
                end = match.end()
                groups = {label: match.span(label) for label in regex.groupindex if match[label] is not None}
                yield Found(words, name, position, end, groups)
                break
        start = begins.search(codes, end)
