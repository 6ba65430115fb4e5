"""Datelines: 'NORTHPORT, November 26. /TASS/.', 'SAN ROQUE, Freedonia —', 'West Bay, Florida (CNN)', '(Reuters) -'."""

from __future__ import annotations

import re
from functools import cache

from crossread.ingest.credits import agencies
from crossread.ingest.furniture_patterns import MONTH, UPPER
from crossread.ingest.wordlists import read_table
from crossread.records import Span

# Words in capitals before a dash or colon that name no place.
NO_PLACES = frozenset(
    [
        *("update", "updated", "breaking", "exclusive", "watch", "video", "opinion", "analysis", "correction"),
        *("comment", "related", "live", "file", "review", "photos", "read", "more", "new"),
        *("editorial", "note", "poll", "warning", "just in", "must read", "must watch", "fact check", "column"),
        *("letter", "interview", "recap", "preview", "final", "question", "answer", "q", "a"),
        *("closed", "story", "nb", "ps", "ok", "tip", "alert", "summary", "background"),
        *("by", "host", "byline"),
    ]
)
CAPITALS = rf"(?:[{UPPER}][{UPPER}.'’\-]+|ST\.|D\.C\.)"
PLACE = rf"{CAPITALS}(?:[ ](?:{CAPITALS}|OF|DE|LA|AND)){{0,3}}"
MIXED = rf"(?!By[ ])[{UPPER}][\w.'’\-]+(?:[ ](?:[{UPPER}][\w.'’\-]+|de|la|al|el)){{0,3}}"
INITIALS = rf"[{UPPER}]\.(?:[{UPPER}]\.)+"
REGION_NAME = rf"(?!(?i:{MONTH})\b)[{UPPER}][\w.'’\-]+(?:[ ](?:and|of|[{UPPER}][\w.'’\-]+)){{0,4}}"
REGION = rf"(?:,[ ](?:{INITIALS}|{REGION_NAME})){{0,2}}"
SECOND = rf"(?:(?:/|[ ]and[ ]){PLACE})?"
DAY = rf"(?:[.,]?[ ](?i:{MONTH})\.?[ ]\d{{1,2}}(?:,?[ ]\d{{4}})?|[.,]?[ ]\d{{1,2}}[ ](?i:{MONTH})\.?(?:,?[ ]\d{{4}})?)"
UNKNOWN = rf"[{UPPER}][\w/.&' \-]{{1,30}}"
DASH = r"(?:[ ]?(?:--|–|—|―)|[ ]-|-(?=[ ]))"
# Behind the mark a sentence must begin.
BEGINS = rf"[ \t]*(?=[{UPPER}\d“‘\"'«(\[$€£#@])"


@cache
def _expressions() -> tuple[re.Pattern[str], ...]:
    """The forms of a dateline, the surest first."""
    names = "|".join(re.escape(name) for name in sorted(agencies(), key=lambda n: (-len(n), n)))
    bracketed = rf"(?:\((?:{names})(?:[/, ]+(?:{names})){{0,2}}\)|/[ ]?(?:{names})[ ]?/|\[(?:{names})\])"
    anything = rf"(?:{bracketed}|\({UNKNOWN}\))"
    return tuple(
        re.compile(form)
        for form in (
            rf"{PLACE}{SECOND}{REGION}{DAY}?[.,]?[ ]?{anything}[.,:]?(?:{DASH})?{BEGINS}",
            rf"{MIXED}{REGION}{DAY}?[.,]?[ ]{bracketed}[.,:]?(?:{DASH})?{BEGINS}",
            rf"(?:{PLACE}|{MIXED}){REGION}{DAY}[.,]?{DASH}[ ]?(?:{names})[.,:]{BEGINS}",
            rf"{PLACE}{SECOND}{REGION}{DAY}?[.,]?{DASH}{BEGINS}",
            rf"{MIXED}{REGION}{DAY}[.,]?(?:[ ]{anything})?{DASH}{BEGINS}",
            rf"{bracketed}[.,:]?(?:{DASH})?{BEGINS}",
        )
    )


COLON = re.compile(rf"({PLACE}){DAY}?[ ]?:{BEGINS}")


@cache
def _capitals() -> frozenset[str]:
    return frozenset(row[4] for row in read_table("countries.tsv") if len(row) > 4 and row[4])


def find_colon_dateline(text: str, start: int, end: int) -> Span | None:
    """A dateline of the form 'NORTHPORT: The dam …', where the text speaks of the place too or it is a capital.

    >>> find_colon_dateline("NORTHPORT: The dam broke. Schools in Northport closed.", 0, 54)
    Span(start=0, end=10)
    """
    match = COLON.match(text, start, min(end, start + 60))
    place = match.group(1).title() if match else ""
    if not match or place.lower() in NO_PLACES or not (place in _capitals() or f" in {place}" in text):
        return None
    return Span(start, start + len(match.group().rstrip()))


def find_dateline(text: str, start: int, end: int) -> Span | None:
    """The dateline with its dash that a paragraph begins with, or None.

    >>> find_dateline("SAN ROQUE, Freedonia — The dam broke.", 0, 37)
    Span(start=0, end=22)
    """
    limit = min(end, start + 160)
    for expression in _expressions():
        match = expression.match(text, start, limit)
        if match:
            place = re.split(r"[,(/:—–]| -", match.group())[0].strip(" .").lower()
            if place in NO_PLACES or match.end() >= end:
                return None
            return Span(start, start + len(match.group().rstrip()))
    return None
