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
# A note that credits says so; others tell about an author ("X is a former CNN producer").
CREDIT_WORDS = re.compile(
    r"contribut|report|copyright|©|writing|editing|agenc|input|with files|compiled", re.IGNORECASE
)
# A note this short is nothing but names: 'Reuters - Ap - Afp', in whatever case.
LONGEST_LIST = 40
LONGEST_CREDIT = 600
# The name in a dateline's brackets is an agency even where we do not know it.
IN_BRACKETS = re.compile(r"[(/\[] ?([^\W\d_][\w.&'’ -]{1,30}?) ?[)/\]]")


class Agency(NamedTuple):
    """A name under which an agency is credited."""

    name: str
    domain: str
    kind: str


class Credited(NamedTuple):
    """An agency credited in the text; `domain` is empty for one that is not in our list."""

    record: Credit
    name: str
    domain: str
    is_agency: bool
    in_dateline: bool


@cache
def agencies() -> dict[str, Agency]:
    """Agencies by the names under which they are credited."""
    return {row[0]: Agency(*row) for row in read_table("agencies.tsv")}


@cache
def folded_names() -> dict[str, Agency]:
    """Agencies by the lower-cased names under which they are credited."""
    return {name.lower(): agency for name, agency in reversed(agencies().items())}


@cache
def _pattern(*, any_case: bool) -> re.Pattern[str]:
    names = sorted(agencies(), key=lambda name: (-len(name), name))
    written = "|".join(map(re.escape, names))
    return re.compile(rf"(?<![\w.])(?<!\w-)({written})(?!\w)(?!-\w)", re.IGNORECASE if any_case else 0)


def find_credits(text: str, furniture: Sequence[Furniture]) -> tuple[Credited, ...]:
    """The agencies credited in datelines, bylines and notes, in the order of the text."""
    return tuple(credited for piece in furniture for credited in _credited_in(text, piece))


def _credited_in(text: str, piece: Furniture) -> Iterator[Credited]:
    words = text[piece.start : piece.end]
    is_short = len(words) <= LONGEST_LIST
    if piece.kind not in CREDITING or len(words) > LONGEST_CREDIT:
        return
    if piece.kind == "note" and not is_short and not CREDIT_WORDS.search(words):
        return
    found = list(_pattern(any_case=is_short and piece.kind == "note").finditer(words))
    for match in found:
        agency = folded_names()[match.group(1).lower()]
        yield _made(piece, match, agency.domain, is_agency=agency.kind == "agency")
    if piece.kind == "dateline" and not found:
        yield from (_made(piece, match, "", is_agency=True) for match in IN_BRACKETS.finditer(words))


def _made(piece: Furniture, match: re.Match[str], domain: str, *, is_agency: bool) -> Credited:
    """The credit for a name found in a piece of furniture."""
    start, end = match.span(1)
    record = Credit(piece.start + start, piece.start + end)
    return Credited(record, match.group(1), domain, is_agency, piece.kind == "dateline")
