"""RSS and Atom files: an account for each entry, parsed in the worker."""

from __future__ import annotations

import json
from collections.abc import Iterator

from crossread.ingest.draft import Draft, Raw
from crossread.ingest.encodings import decode
from crossread.ingest.html import draft_of
from crossread.ingest.workshop import Workshop
from crossread.records import Notice, digest


def read_feed(raw: Raw, workshop: Workshop) -> Iterator[Draft | Notice]:
    """The accounts of a feed, named by their place in it."""
    text, encoding = decode(raw.data)
    found = workshop.open_feed(raw.id, text)
    for number, entry in enumerate(found["entries"], 1):
        name = f"{raw.id}#{number}"
        if not any((entry.get(field) or "").strip() for field in ("title", "text", "description")):
            yield Notice(name, "no-text", f"{name} is an entry without words; open its link and save the page instead")
            continue
        sha256 = digest(json.dumps(entry, sort_keys=True))
        yield draft_of(name, sha256, entry, encoding, found.get("extractor"))
