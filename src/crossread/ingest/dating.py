"""When an account was published: what its file says, a ' date 2020-11-26 ' before the text, its URL, its dateline.

A date that is not told is left open; linking may infer it from other accounts.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta, timezone
from email.utils import parsedate_to_datetime

from crossread.ingest.draft import Draft
from crossread.records import DateBasis, Furniture

ISO = re.compile(
    r"(\d{4})-(\d{1,2})-(\d{1,2})(?:[T ](\d{1,2}):(\d{2})(?::(\d{2}))?(?:\.\d{1,9})?\s?(Z|UTC|GMT|[+-]\d{2}:?\d{2})?)?"
)
PACKED = re.compile(r"(\d{4})(\d{2})(\d{2})(?:T?(\d{2})(\d{2})(\d{2})?)?(?:Z|$)")
IN_URL = re.compile(
    r"/(?:\w{1,30}-)?((?:19|20)\d{2})[/-](\d{1,2})[/-](\d{1,2})(?=[/._-]|$)|/((?:19|20)\d{2})(\d{2})(\d{2})(?=[/._-]|$)"
)
IN_URL_NAMED = re.compile(
    r"/((?:19|20)\d{2})/(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}/(\d{1,2})(?=[/._-]|$)",
    re.IGNORECASE,
)
MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
MONTH = r"(?P<month>jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\.?"
WRITTEN = re.compile(
    rf"{MONTH}\s+(?P<day>\d{{1,2}})(?:st|nd|rd|th)?,?\s+(?P<year>(?:19|20)\d{{2}})"
    rf"|(?P<day2>\d{{1,2}})(?:st|nd|rd|th)?\s+(?P<month2>{MONTH[10:]},?\s+(?P<year2>(?:19|20)\d{{2}})",
    re.IGNORECASE,
)
EARLIEST, LATEST = 1700, 2200


def find_date(draft: Draft, text: str, furniture: Sequence[Furniture]) -> tuple[str | None, DateBasis]:
    """The date as ISO 8601 (with its time where that is told) and what tells it."""
    stated = parse_date(draft.published)
    if stated:
        return stated, "metadata"
    for kind, basis in (("header", "header"), ("byline", "header"), ("dateline", "dateline")):
        for piece in furniture:
            if piece.kind == kind and (found := _date_in(text[piece.start : piece.end])):
                return found, "header" if basis == "header" else "dateline"
    in_url = date_in_url(draft.url)
    return (in_url, "url") if in_url else (None, "unknown")


def parse_date(value: str | None) -> str | None:
    """A date as files state it, in ISO 8601; midnight without a zone means the day only.

    >>> parse_date("Mon, 05 Feb 2018 14:30:00 GMT"), parse_date("2018-02-05T00:00:00"), parse_date("soon")
    ('2018-02-05T14:30:00+00:00', '2018-02-05', None)
    """
    words = (value or "").strip()[:80]
    match = ISO.match(words) or PACKED.match(words)
    if match:
        groups = (*match.groups(), None)[:7]
        return _written([int(g) if g and g.isdecimal() else 0 for g in groups[:6]], groups[6])
    try:
        return _iso(parsedate_to_datetime(words))
    except (ValueError, TypeError, IndexError, OverflowError):
        pass
    if re.fullmatch(r"\d{10}|\d{13}", words):
        seconds = int(words) if len(words) == 10 else int(words) // 1000
        return _iso(datetime.fromtimestamp(seconds, UTC))
    return _date_in(words)


def date_in_url(url: str | None) -> str | None:
    """The day in a URL such as /2018/02/05/."""
    match = IN_URL.search(url or "")
    if match:
        year, month, day = (int(g) for g in match.groups() if g)
        return _day(year, month, day)
    named = IN_URL_NAMED.search(url or "")
    if named:
        return _day(int(named[1]), MONTHS.index(named[2].lower()) + 1, int(named[3]))
    return None


def _date_in(words: str) -> str | None:
    """The first whole date in some words."""
    match = ISO.search(words)
    if match:
        return _day(int(match[1]), int(match[2]), int(match[3]))
    written = WRITTEN.search(words)
    if not written:
        return None
    month = (written["month"] or written["month2"]).lower()[:3]
    return _day(
        int(written["year"] or written["year2"]), MONTHS.index(month) + 1, int(written["day"] or written["day2"])
    )


def _day(year: int, month: int, day: int) -> str | None:
    try:
        found = date(year, month, day)
    except ValueError:
        return None
    return found.isoformat() if EARLIEST <= year <= LATEST else None


def _written(numbers: Sequence[int], zone: str | None) -> str | None:
    """The ISO form of year, month, day, hour, minute, second and a zone."""
    try:
        moment = datetime(*numbers, tzinfo=_zone(zone))  # type: ignore[arg-type,misc]
    except (ValueError, OverflowError):
        return _day(*numbers[:3])
    return _iso(moment)


def _zone(written: str | None) -> timezone | None:
    if not written:
        return None
    if written in ("Z", "UTC", "GMT"):
        return UTC
    digits = written[1:].replace(":", "")
    offset = timedelta(hours=int(digits[:2]), minutes=int(digits[2:]))
    return timezone(-offset if written[0] == "-" else offset)


def _iso(moment: datetime) -> str | None:
    if not EARLIEST <= moment.year <= LATEST:
        return None
    is_day = (moment.hour, moment.minute, moment.second) == (0, 0, 0)
    return moment.date().isoformat() if is_day else moment.replace(microsecond=0).isoformat()
