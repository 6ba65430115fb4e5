"""Agencies an account credits: "(Reuters) -", "/TASS/", "By X, Associated Press", "AFP contributed to this report".

An agency whose name stands there is where the words come from, not who publishes them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

from crossread.ingest.wordlists import read_table
from crossread.records import Credit, Furniture

# Furniture in which a bare name of an agency is a credit for the text; in captions it stands for a picture.
CREDITING = frozenset({"dateline", "byline", "note"})
WORD_CHARACTERS = re.compile(r"[\w]")


class Agency(NamedTuple):
    """A name under which an agency is credited."""

    name: str
    domain: str
    kind: str


class Credited(NamedTuple):
    """An agency credited in the text."""

    record: Credit
    domain: str
    is_agency: bool
    in_dateline: bool


@cache
def agencies() -> dict[str, Agency]:
    """Agencies by the names under which they are credited."""
    return {row[0]: Agency(*row) for row in read_table("agencies.tsv")}


@cache
def _pattern() -> re.Pattern[str]:
    names = sorted(agencies(), key=lambda name: (-len(name), name))
    return re.compile(r"(?<![\w/.])(?<!\w-)/?(" + "|".join(map(re.escape, names)) + r")(?![\w])(?!-\w)")


def find_credits(text: str, furniture: Sequence[Furniture]) -> tuple[Credited, ...]:
    """The agencies credited in datelines, bylines and notes, in the order of the text, each place once."""
    return tuple(_credited(text, furniture))


def _credited(text: str, furniture: Sequence[Furniture]) -> Iterator[Credited]:
    for piece in furniture:
        if piece.kind not in CREDITING or piece.end - piece.start > 600:
            continue
        for match in _pattern().finditer(text, piece.start, piece.end):
            agency = agencies()[match.group(1)]
            start, end = match.span(1)
            yield Credited(Credit(start, end), agency.domain, agency.kind == "agency", piece.kind == "dateline")
