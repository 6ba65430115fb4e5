"""Times in the text, as TIMEX3 (ISO-TimeML): dates, times of day, lengths, sets.

Four steps, a file each: `timex_words` classes the words, `timex_grammar` finds what looks like a time, `timex_values`
says what the words alone are worth, `timex_anchor` settles what hangs on the account's date or on the date told of.
"""

from __future__ import annotations

import re
from datetime import date
from functools import cache
from importlib.resources import files

from crossread import calendar
from crossread.reading.layout import Layout
from crossread.reading.timex_anchor import Anchors
from crossread.reading.timex_doubt import is_doubtful
from crossread.reading.timex_draft import Draft
from crossread.reading.timex_grammar import find_times
from crossread.reading.timex_narrative import is_history, share_years
from crossread.reading.timex_values import draft_times
from crossread.reading.timex_words import Words, split_words
from crossread.records import Document, Timex, identify

_SLASHED = re.compile(r"\b(\d{1,2})/(\d{1,2})/(?:\d{4}|\d{2})\b")
# Endings of two letters that anybody takes.
_NO_COUNTRY = frozenset(["us", "io", "co", "tv", "me", "ai", "fm", "ly", "to", "cc", "ws"])


def read_times(layout: Layout) -> tuple[Timex, ...]:
    """The times of an account, in order, none overlapping another."""
    words = split_words(layout.text, layout.paragraphs, day_first=is_day_first(layout.document))
    published = published_day(layout.document)
    found = (found for found in find_times(words) if not is_doubtful(found))
    drafts = share_years(words, [draft for times in found for draft in draft_times(times)])
    anchors = Anchors(published, is_history=is_history(drafts, published))
    settled = (anchors.settle(words, draft) for draft in drafts)
    return tuple(_make(layout.document, words, draft) for draft in settled if calendar.is_value(draft.value))


def is_day_first(document: Document) -> bool:
    """Whether '8/9/2020' begins with the day: by a date in the text that can be read only one way, else by country.

    Only outlets of the United States are known to put the month first; an outlet of unknown country writes as they do.
    """
    for first, second in _SLASHED.findall(document.text):
        if (int(first) > 12) != (int(second) > 12):
            return int(first) > 12
    domain = (document.outlet.domain or "").lower()
    ending = domain.rpartition(".")[2]
    country = _countries().get(domain) or (ending.upper() if len(ending) == 2 and ending not in _NO_COUNTRY else "US")
    return country != "US"


@cache
def _countries() -> dict[str, str]:
    """The countries of media known by name, by domain."""
    text = (files("crossread") / "data" / "outlets.tsv").read_text(encoding="utf-8")
    rows = (line.split("\t") for line in text.splitlines() if line and not line.startswith("#"))
    return {row[0]: row[3] for row in rows if len(row) > 3 and row[3]}


def published_day(document: Document) -> date | None:
    """The day an account was published, or None where it is not known."""
    try:
        return date.fromisoformat((document.published or "")[:10])
    except ValueError:
        return None


def _make(document: Document, words: Words, draft: Draft) -> Timex:
    span = words.span(draft.first, draft.end)
    ident = identify("time", document.key, span.start, span.end)
    return Timex(
        ident, document.id, span.start, span.end, draft.type, draft.value, draft.mod, draft.relative, draft.tense
    )
