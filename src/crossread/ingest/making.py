"""A draft becomes a document: one text with its parts, then what can be told from it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from crossread.errors import IngestError
from crossread.ingest.credits import find_credits
from crossread.ingest.dating import find_date
from crossread.ingest.draft import Draft
from crossread.ingest.furniture import kind_of_line, mark_furniture
from crossread.ingest.headers import complete
from crossread.ingest.headline import find_headline
from crossread.ingest.language import find_language
from crossread.ingest.limits import MAX_TEXT_CHARACTERS
from crossread.ingest.outlets import find_outlet
from crossread.ingest.translated import is_translated
from crossread.records import Document, Notice, Part, PartKind, digest

LINE_END = re.compile(r"\r\n?")
SURROGATE = re.compile("[\ud800-\udfff]")


def make_document(draft: Draft) -> Document:
    """The document for a draft; raises `IngestError` where it has no words or far too many."""
    text, parts = join_parts(tidy(draft.title), tidy(draft.description), tidy(draft.text))
    if not text.strip():
        raise IngestError(f"{draft.id} holds no words; there is nothing to read", code="empty")
    if len(text) > MAX_TEXT_CHARACTERS:
        message = f"{draft.id} has {len(text):,} characters, far more than an account; split it up"
        raise IngestError(message, code="too-large")
    parts = parts if draft.title else with_headline(text, parts)
    furniture = mark_furniture(text, parts)
    credited = find_credits(text, furniture)
    draft = complete(draft, text, furniture)
    text_sha256 = digest(text)
    published, published_basis = find_date(draft, text, furniture)
    outlet = find_outlet(draft, credited)
    return Document(
        id=draft.id,
        path=draft.id,
        text=text,
        key=text_sha256,
        sha256=draft.sha256,
        text_sha256=text_sha256,
        url=tidy(draft.url) or None,
        title=_title(draft, text, parts),
        authors=tuple(name for name in (tidy(a).strip() for a in draft.authors) if name),
        parts=parts,
        credits=tuple(c.record for c in credited if c.is_agency or c.domain != outlet.domain),
        translated=is_translated(text),
        outlet=outlet,
        published=published,
        published_basis=published_basis,
        language=find_language(draft.language, text),
        encoding=draft.encoding,
        extractor=draft.extractor,
        furniture=furniture,
    )


def tidy(piece: str | None) -> str:
    """The piece with plain line ends, without byte-order mark; halves of surrogate pairs become replacement marks."""
    if not piece:
        return ""
    return SURROGATE.sub("\ufffd", LINE_END.sub("\n", piece.removeprefix("\ufeff")))


def join_parts(title: str, description: str, body: str) -> tuple[str, tuple[Part, ...]]:
    r"""One text of an account's parts, and where each lies.

    A title or description goes before, with a blank line between, unless the text begins with it already.

    >>> join_parts("A fire", "", "A fire\nIt burned.")
    ('A fire\nIt burned.', (Part(start=0, end=6, kind='title'), Part(start=7, end=17, kind='body')))
    """
    text, edges = body, [(0, len(body), "body")] if body.strip() else []
    for piece, kind in ((description, "description"), (title, "title")):
        if not piece.strip():
            continue
        if text.startswith(piece):
            edges = _claim_head(text, edges, len(piece), kind)
            continue
        gap = "\n\n" if text.strip() else ""
        shift = len(piece) + len(gap)
        edges = [(0, len(piece), kind), *((start + shift, end + shift, other) for start, end, other in edges)]
        text = piece + gap + text
    return text, tuple(Part(start, end, _kind(kind)) for start, end, kind in edges)


def with_headline(text: str, parts: tuple[Part, ...]) -> tuple[Part, ...]:
    """The parts of a text whose file gives no title, with the headline it begins with as their first."""
    headline = find_headline(text)
    if not headline or [part.kind for part in parts] != ["body"]:
        return parts
    if kind_of_line(text[headline.start : headline.end], is_edge=True):
        return parts
    body = headline.end + len(text[headline.end :]) - len(text[headline.end :].lstrip())
    return (Part(headline.start, headline.end, "title"), Part(body, parts[0].end, "body"))


def _claim_head(text: str, edges: list[tuple[int, int, str]], length: int, kind: str) -> list[tuple[int, int, str]]:
    """The parts where the text begins with a title or description; one that runs on into a sentence is none."""
    rest = text[length:]
    if rest and not rest.lstrip(" \t").startswith("\n"):
        return edges
    start, end, other = edges[0]
    body = length + len(rest) - len(rest.lstrip())
    claimed = [(0, length, kind)]
    if body < end:
        claimed.append((max(start, body), end, other))
    return claimed + edges[1:]


def _kind(kind: str) -> PartKind:
    return "title" if kind == "title" else "description" if kind == "description" else "body"


def _title(draft: Draft, text: str, parts: tuple[Part, ...]) -> str | None:
    """The title as given, or the headline that the text begins with."""
    given = tidy(draft.title).strip()
    return given or next((text[p.start : p.end] for p in parts if p.kind == "title"), None)


def notices_about(document: Document) -> Iterator[Notice]:
    """What a reader should know before trusting what is read in a document."""
    if document.language not in (None, "en"):
        message = f"{document.id} seems to be in '{document.language}'; reading is made for English and will miss much"
        yield Notice(document.id, "language", message)
    damaged = document.text.count("\ufffd")
    if damaged:
        message = f"{document.id} has {damaged} damaged characters (read as {document.encoding}); save it as UTF-8"
        yield Notice(document.id, "encoding", message)
