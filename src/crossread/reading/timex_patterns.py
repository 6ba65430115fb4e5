"""A small language for patterns over classes of words, and which words can begin what it describes.

`month dot? day` is a word that can be a month, perhaps a full stop, and a number that can be a day. Names in capitals
are pieces of patterns, `{q: … }` labels a group, `!x` forbids that x follows, `=x` asks for it, `<x` asks that x stands
before. Brackets, bars and the signs ? * + mean what they mean in regular expressions, into which patterns are compiled;
a repetition ends after seven. Knowing which classes can begin a pattern spares most words of a text the trial of most
patterns.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from crossread.reading.timex_words import LEXICON

_ITEM = re.compile(r"\s*(?:\{(?P<label>\w+):|(?P<look>[!<=])(?P<seen>\w+)|(?P<name>\w+)|(?P<sign>[(){}|?*+]))")

# Repetitions are bounded, so that however long a run of numbers is, trying it costs no more than the longest real one.
_LOOKS = {"!": "(?!", "=": "(?=", "<": "(?<="}
_REPEATS = {"?": "?", "*": "{0,7}", "+": "{1,8}"}


@dataclass(frozen=True, slots=True)
class Compiled:
    """A regular expression over codes, the codes it can begin with, and whether it can be empty."""

    regex: str
    begins: frozenset[str]
    is_empty: bool


class Compiler:
    """Compiles patterns; made anew for each."""

    def __init__(self, pattern: str, pieces: Mapping[str, str], known: dict[str, Compiled] | None = None) -> None:
        """Takes a pattern and the pieces it may name; pieces once compiled are kept in `known`."""
        self._items = list(_ITEM.finditer(pattern))
        self._pieces = pieces
        self._known = {} if known is None else known
        self._at = 0
        if "".join(item.group() for item in self._items) != pattern.rstrip():
            raise ValueError(f"not a pattern: {pattern}")

    def compile(self) -> Compiled:
        """The whole pattern."""
        compiled = self._choice()
        if self._at < len(self._items):
            raise ValueError(f"a bracket too many before item {self._at}")
        return compiled

    def _sign(self) -> str:
        return self._items[self._at]["sign"] or "" if self._at < len(self._items) else "end"

    def _choice(self) -> Compiled:
        """Sequences with bars between them."""
        ways = [self._sequence()]
        while self._sign() == "|":
            self._at += 1
            ways.append(self._sequence())
        begins = frozenset().union(*(way.begins for way in ways))
        return Compiled("|".join(way.regex for way in ways), begins, any(way.is_empty for way in ways))

    def _sequence(self) -> Compiled:
        """Items one behind the other, up to a bar or a closing bracket."""
        regex, begins, is_empty = "", frozenset[str](), True
        while self._sign() not in ("|", ")", "}", "end"):
            item = self._repeated(self._one())
            regex += item.regex
            begins |= item.begins if is_empty else frozenset()
            is_empty = is_empty and item.is_empty
        return Compiled(regex, begins, is_empty)

    def _repeated(self, item: Compiled) -> Compiled:
        """The item with the sign behind it that repeats it or makes it optional."""
        sign = self._sign()
        if sign not in ("?", "*", "+"):
            return item
        self._at += 1
        return Compiled(item.regex + _REPEATS[sign], item.begins, item.is_empty or sign != "+")

    def _one(self) -> Compiled:
        """A class, a piece, a bracket, a label or a look around."""
        item = self._items[self._at]
        self._at += 1
        if item["name"]:
            return self._named(item["name"])
        if item["look"]:
            seen = self._named(item["seen"]).regex
            return Compiled(_LOOKS[item["look"]] + seen + ")", frozenset(), is_empty=True)
        inner = self._choice()
        self._at += 1
        opening = f"(?P<{item['label']}>" if item["label"] else "(?:"
        return Compiled(f"{opening}{inner.regex})", inner.begins, inner.is_empty)

    def _named(self, name: str) -> Compiled:
        if name in self._pieces:
            if name not in self._known:
                self._known[name] = Compiler(self._pieces[name], self._pieces, self._known).compile()
            piece = self._known[name]
            return Compiled(f"(?:{piece.regex})", piece.begins, piece.is_empty)
        codes = LEXICON.codes_of(name)
        return Compiled(f"[{codes}]", frozenset(codes), is_empty=False)
