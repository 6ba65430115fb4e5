"""Words in a file that are no part of the article: marked, never cut."""

from __future__ import annotations

import re
from collections.abc import Sequence

from crossread.records import Furniture, Part

HEADER = re.compile(r"\s*(date \d{4}-\d{2}-\d{2})(?=\s)")


def mark_furniture(text: str, parts: Sequence[Part]) -> tuple[Furniture, ...]:
    """The furniture of an account, in order."""
    body = next((part.start for part in parts if part.kind == "body"), 0)
    header = HEADER.match(text, body)
    return (Furniture(*header.span(1), "header"),) if header else ()
