"""Which of two accounts that share words was there first: by their dates, else by whom they credit."""

from __future__ import annotations

import re
from collections import defaultdict
from datetime import UTC, datetime, time
from functools import cache

from crossread.link.words import DATA
from crossread.records import Document, Outlet, Reading

# 'as first reported by the Harbour Gazette', 'the Gazette reported': the words behind 'by' are read as a name.
REPORTED_BY = re.compile(
    r"\b(?:reported|published|revealed|obtained) (?:first )?(?:by|in) ((?:[\w.&’'-]+ ){0,4}[\w.&’'-]+)"
)
# What may stand around an outlet's name without being part of it.
ARTICLE = re.compile(r"^the |[^\w ]|\.(?:com|co\.uk|org|net)\b")


def find_earlier(first: Reading, second: Reading) -> str | None:
    """The id of the account published before the other, or credited by it; None where nothing tells."""
    a, b = first.document, second.document
    by_date = _by_date(a, b)
    if by_date:
        return by_date
    a_credits, b_credits = _credits(first, b.outlet), _credits(second, a.outlet)
    if a_credits == b_credits:
        return None
    return b.id if a_credits else a.id


def _by_date(a: Document, b: Document) -> str | None:
    """The earlier by date of publication, as far as both dates are known."""
    x, y = _moment(a), _moment(b)
    if x is None or y is None:
        return None
    length = min(len(x), len(y))
    x, y = x[:length], y[:length]
    return None if x == y else a.id if x < y else b.id


def _moment(document: Document) -> str | None:
    """When it was published, to the minute, in UTC where the zone is known; at midnight only the day is known."""
    try:
        moment = datetime.fromisoformat(document.published or "")
    except ValueError:
        return None
    if moment.time() == time():
        return moment.date().isoformat()
    return (moment.astimezone(UTC) if moment.tzinfo else moment).isoformat()[: len("2020-09-14T10:00")]


def _credits(reading: Reading, outlet: Outlet) -> bool:
    """Whether an account says that it has something from an outlet that is not its own."""
    names = _names(outlet)
    if not names or outlet.id == reading.document.outlet.id:
        return False
    text = reading.document.text
    told = [text[c.start : c.end] for c in reading.document.credits]
    told += [text[v.start : v.end] for attribution in reading.attributions for v in attribution.via]
    told += [match.group(1) for match in REPORTED_BY.finditer(text)]
    return any(f"{_folded(words)} ".startswith(f"{name} ") for words in told for name in names)


def _names(outlet: Outlet) -> list[str]:
    """The names an outlet goes by, folded; none for an unknown one."""
    if outlet.basis == "unknown":
        return []
    return sorted({_folded(outlet.name), *_known_names().get(outlet.domain or "", ())} - {""})


@cache
def _known_names() -> dict[str, frozenset[str]]:
    """The names of agencies and media by their domain."""
    names: dict[str, set[str]] = defaultdict(set)
    for table, name_column, domain_column in (("agencies.tsv", 0, 1), ("outlets.tsv", 2, 0)):
        for line in (DATA / table).read_text(encoding="utf-8").splitlines():
            columns = line.split("\t")
            if not line.startswith("#") and len(columns) > max(name_column, domain_column):
                names[columns[domain_column]].add(_folded(columns[name_column]))
    return {domain: frozenset(found) for domain, found in names.items()}


def _folded(name: str) -> str:
    """A name in small letters, without article and marks.

    >>> _folded("The Harbour Gazette,")
    'harbour gazette'
    """
    return " ".join(ARTICLE.sub("", name.lower().strip()).split())
