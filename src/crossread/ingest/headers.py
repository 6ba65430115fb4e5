"""What the head of a text says about itself where its file says nothing: 'Source: …', 'URL: …', 'By Ada Moor'."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from crossread.ingest.draft import Draft
from crossread.ingest.furniture_patterns import NAME
from crossread.records import Furniture

TOLD = re.compile(r"(source|outlet|publisher|site|website|domain|url|link)\s?:\s*(\S.*)", re.IGNORECASE)
ADDRESS = re.compile(r"(?:https?://)?[\w-]{1,60}(?:\.[\w-]{1,60}){1,4}(?:/\S*)?")
AUTHORS = re.compile(r"(?:by|author|authors|written by)\s?:?\s(.{2,160})", re.IGNORECASE)
BETWEEN = re.compile(r"\s*(?:,|&|\band\b)\s*")
LONGEST_NAME = 60


def complete(draft: Draft, text: str, furniture: Sequence[Furniture]) -> Draft:
    """The draft with outlet, URL and authors from headers and bylines where its file gave none."""
    for piece in furniture:
        if piece.kind in ("header", "byline"):
            draft = _with_outlet(draft, text[piece.start : piece.end])
            draft = _with_authors(draft, text[piece.start : piece.end])
    return draft


def _with_outlet(draft: Draft, words: str) -> Draft:
    match = TOLD.fullmatch(words)
    if not match or draft.domain or draft.url:
        return draft
    address = ADDRESS.fullmatch(match.group(2).strip())
    if not address:
        return draft if draft.site_name else replace(draft, site_name=match.group(2).strip()[:LONGEST_NAME])
    if "/" in address.group().removeprefix("https://").removeprefix("http://"):
        return replace(draft, url=address.group())
    return replace(draft, domain=address.group())


def _with_authors(draft: Draft, words: str) -> Draft:
    match = AUTHORS.fullmatch(words)
    if not match or draft.authors:
        return draft
    names = tuple(piece for piece in BETWEEN.split(match.group(1)) if re.fullmatch(NAME, piece))
    return replace(draft, authors=names)
