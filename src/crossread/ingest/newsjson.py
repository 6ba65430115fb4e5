"""JSON of the form news-please and most crawlers write: one account, a list of them, or one a line (JSON Lines)."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from crossread.errors import IngestError
from crossread.ingest.draft import Draft, Raw
from crossread.ingest.encodings import decode
from crossread.records import Notice, digest

# The names under which crawlers and news interfaces keep the same thing; the first that holds something counts.
TEXT = ("text", "maintext", "articleBody", "content", "body", "full_text")
TITLE = ("title", "headline", "title_page")
DESCRIPTION = ("description", "summary", "abstract")
DATE = (
    "date_publish",
    "date_published",
    "datePublished",
    "published_at",
    "publishedAt",
    "published",
    "pubDate",
    "date",
)
URL = ("url", "link", "canonical_url", "source_url")
DOMAIN = ("source_domain", "domain", "hostname")
SITE = ("site_name", "sitename", "outlet", "publisher", "source_name", "source")
AUTHORS = ("authors", "author", "byline")
LANGUAGE = ("language", "lang", "inLanguage")
# Where the accounts lie in an answer of a news interface.
LISTS = ("articles", "documents", "items", "results", "data")


def read_json(raw: Raw) -> Iterator[Draft | Notice]:
    """The accounts of a JSON file; a file of several such values, one a line, is read as JSON Lines."""
    text, encoding = decode(raw.data)
    try:
        value = _parse(text)
    except ValueError as error:
        if _parses(text.lstrip().partition("\n")[0]) and "\n" in text.strip():
            yield from read_json_lines(raw)
            return
        raise IngestError(_broken(raw.id, error), code="invalid-json") from error
    records = _records(value)
    if isinstance(value, dict) and records == [value]:
        yield _draft(raw.id, value, digest(raw.data), encoding)
        return
    for number, record in enumerate(records, 1):
        yield from _numbered(f"{raw.id}#{number}", record, encoding)


def read_json_lines(raw: Raw) -> Iterator[Draft | Notice]:
    """The accounts of a JSON Lines file, each named by the number of its line."""
    text, encoding = decode(raw.data)
    for number, line in enumerate(text.split("\n"), 1):
        if not line.strip():
            continue
        name = f"{raw.id}#{number}"
        try:
            record = _parse(line)
        except ValueError as error:
            yield Notice(name, "invalid-json", _broken(name, error))
            continue
        yield from _numbered(name, record, encoding)


def _numbered(name: str, record: Any, encoding: str) -> Iterator[Draft | Notice]:
    """One account of many; its bytes are its own JSON, written canonically."""
    try:
        written = json.dumps(record, sort_keys=True, ensure_ascii=True)
        yield _draft(name, record, digest(written), encoding)
    except IngestError as error:
        yield Notice(name, error.code, str(error))


def _draft(name: str, record: Any, sha256: str, encoding: str) -> Draft:
    """The account that a JSON object holds."""
    if not isinstance(record, dict):
        raise IngestError(f"{name} is no account: a JSON object with 'title' and 'text' was expected", code="no-text")
    text, title = _words(record, TEXT), _words(record, TITLE)
    description = _words(record, DESCRIPTION)
    if not any(part and part.strip() for part in (text, title, description)):
        raise IngestError(f"{name} holds no text (looked for {', '.join(TEXT[:4])} and for a title)", code="no-text")
    return Draft(
        id=name,
        sha256=sha256,
        text=text or "",
        title=title,
        description=description,
        url=_words(record, URL),
        published=_words(record, DATE),
        site_name=_words(record, SITE),
        domain=_words(record, DOMAIN),
        authors=_names(record),
        language=_words(record, LANGUAGE),
        encoding=encoding,
    )


def _words(record: dict[str, Any], names: tuple[str, ...]) -> str | None:
    """The first of the fields that holds words; of an object its name counts."""
    for name in names:
        value = record.get(name)
        if isinstance(value, dict):
            value = value.get("name") or value.get("title")
        if isinstance(value, str) and value.strip():
            return value
    return None


def _names(record: dict[str, Any]) -> tuple[str, ...]:
    """The authors, whether given as a list, as objects or as one string."""
    for field in AUTHORS:
        value = record.get(field)
        listed = value if isinstance(value, list) else [value]
        names = [v.get("name") if isinstance(v, dict) else v for v in listed]
        found = tuple(name.strip() for name in names if isinstance(name, str) and name.strip())
        if found:
            return found
    return ()


def _records(value: Any) -> list[Any]:
    """The accounts in a parsed file."""
    if isinstance(value, list):
        return value
    if isinstance(value, dict) and not _words(value, (*TEXT, *TITLE)):
        for name in LISTS:
            listed = value.get(name)
            if isinstance(listed, list) and listed and all(isinstance(item, dict) for item in listed):
                return listed
    return [value]


def _parse(text: str) -> Any:
    """The value of a JSON text; raises ValueError for whatever is wrong with it."""
    try:
        return json.loads(text, parse_int=_whole, parse_constant=str)
    except RecursionError as error:
        raise ValueError("it is nested too deeply") from error


def _whole(digits: str) -> int | str:
    """A whole number, or its digits where there are more than any account needs."""
    return int(digits) if len(digits) < 30 else digits


def _parses(line: str) -> bool:
    try:
        return isinstance(_parse(line), dict)
    except ValueError:
        return False


def _broken(name: str, error: ValueError) -> str:
    """What is wrong with a JSON text, where, and what to do."""
    place = (
        f"line {error.lineno}, column {error.colno}: {error.msg}" if isinstance(error, json.JSONDecodeError) else error
    )
    return f"{name} is no valid JSON ({place}); it may have been cut off: fetch it again or mend it"
