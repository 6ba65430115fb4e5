"""Whether an account says that it is a translation.

Only words that say so count. The odd quotation marks and word order that translation programs leave behind are left to
the reader: they are found in carelessly typed originals too.
"""

from __future__ import annotations

import re

# Where such remarks stand: the head and the end of an account.
EDGE = 600
SAYS_SO = re.compile(
    r"\b(?:machine|automatically|auto)[ -]translat(?:ed|ion)\b"
    r"|\bthis (?:article|text|story|piece|interview|report) (?:was|is|has been) (?:\w+ )?translated (?:from|by|into)\b"
    r"|^\W*translated (?:from|by) (?:the )?(?-i:[A-Z])\w+"
    r"|\btranslation (?:by|from) (?:the )?(?-i:[A-Z])\w+"
    r"|\b(?:Google Translate|DeepL|Yandex\.?Translate)\b(?= *[.)\n]|$)",
    re.IGNORECASE | re.MULTILINE,
)


def is_translated(text: str) -> bool | None:
    """True where the account says it is a translation; None where nothing tells."""
    edges = text if len(text) <= 2 * EDGE else f"{text[:EDGE]}\n{text[-EDGE:]}"
    return True if SAYS_SO.search(edges) else None
