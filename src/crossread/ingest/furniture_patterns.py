"""The patterns of `data/furniture.tsv`, compiled: by where they stand, and each kind in one expression.

Every pattern is tried on one line of bounded length or begins with plain characters, and none repeats a repetition, so
that marking takes time in proportion to the text.
"""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple, cast

from crossread.ingest.wordlists import read_table
from crossread.records import FurnitureKind

# Capital letters of the Latin alphabets, for classes in expressions.
UPPER = "A-ZÀ-ÖØ-ÞĀĂĄĆČĎĐĒĘĚĞĢĪĶĻŁŃŅŇŌŐŒŘŚŞŠŢŤŪŮŰŹŻŽİ"
PARTICLES = "de|da|di|del|della|der|den|van|von|bin|al|el|la|le|du|dos|y"
NAME = rf"(?-i:[{UPPER}][\w.'’-]*(?: (?:{PARTICLES}|[{UPPER}][\w.'’-]*)){{1,4}})"
MONTH = (
    "(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?"
    "|nov(?:ember)?|dec(?:ember)?)"
)
WEEKDAY = "(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?"


class Pattern(NamedTuple):
    """All patterns of one kind that stand in one place."""

    kind: FurnitureKind
    expression: re.Pattern[str]


@cache
def sources() -> str:
    """Who is credited for pictures, as one group of alternatives."""
    return "(?:" + "|".join(row[0] for row in read_table("picture_sources.txt")) + ")"


@cache
def patterns(place: str) -> tuple[Pattern, ...]:
    """The patterns that stand in a place (line, start, end, inside), in the order of the kinds in the file."""
    by_kind: dict[str, list[str]] = {}
    for kind, where, pattern in read_table("furniture.tsv"):
        if where == place:
            by_kind.setdefault(kind, []).append(filled(pattern))
    return tuple(
        Pattern(cast(FurnitureKind, kind), re.compile("|".join(f"(?:{p})" for p in found), re.IGNORECASE))
        for kind, found in by_kind.items()
    )


def filled(pattern: str) -> str:
    """A pattern of the file with its names for groups replaced."""
    for name, group in (("SOURCE", sources()), ("NAME", NAME), ("MONTH", MONTH), ("WEEKDAY", WEEKDAY)):
        pattern = pattern.replace("{" + name + "}", group)
    return pattern
