"""Whether a clause tells what was done, what is planned or only considered, or what is held against somebody."""

from __future__ import annotations

import re

from crossread.records import Attribution
from crossread.records.links import StatementModality

CONSIDERED = re.compile(
    r"\b(?:(?:consider(?:s|ed)?|weigh(?:s|ed)?|mull(?:s|ed)?|contemplate(?:s|d)?|discuss(?:es|ed)?) \w+ing|considering|"
    r"mulling|weighing|contemplating|may|might|could|possibl[ey]|possibility|perhaps|maybe|potential(?:ly)?|in talks|"
    r"under consideration|explor(?:es|ed|ing))\b",
    re.IGNORECASE,
)
PLANNED = re.compile(
    r"\b(?:will|would|shall|won't|plan(?:s|ned|ning)?|intend(?:s|ed)?|going to|is to|are to|was to|were to|set to|"
    r"due to|expected to|about to|scheduled|next (?:week|month|year)|upcoming|tomorrow)\b",
    re.IGNORECASE,
)
ALLEGED = re.compile(
    r"\b(?:alleg\w+|accus\w+|purported(?:ly)?|reportedly|suspect(?:s|ed)|supposed(?:ly)?|rumou?r\w*|unconfirmed)\b",
    re.IGNORECASE,
)
# Stances that make of a content no claim that it is so.
NO_CLAIM = frozenset({"hopes", "demands", "asks", "promises", "threatens"})


def modality_of(words: str, attribution: Attribution | None) -> StatementModality:
    """Whether a clause tells what was done, is planned, is considered, or is held against somebody."""
    if attribution is not None and attribution.stance == "accuses":
        return "alleged"
    if CONSIDERED.search(words):
        return "considered"
    if PLANNED.search(words) or (attribution is not None and attribution.stance in NO_CLAIM):
        return "planned"
    return "alleged" if ALLEGED.search(words) else "done"
