"""The dossier as JSON, and the JSON Schema that describes it, both from the records."""

from __future__ import annotations

import json
from typing import Any

import msgspec

from crossread.records import Dossier


def to_json(dossier: Dossier) -> bytes:
    """The dossier as indented UTF-8 JSON with a newline at its end."""
    return msgspec.json.format(msgspec.json.encode(dossier), indent=1) + b"\n"


def from_json(data: bytes) -> Dossier:
    """The dossier of a `dossier.json`; raises `msgspec.ValidationError` where it breaks the contract."""
    return msgspec.json.decode(data, type=Dossier)


def schema() -> dict[str, Any]:
    """The JSON Schema (2020-12) of `dossier.json`."""
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **msgspec.json.schema(Dossier)}


def schema_text() -> str:
    """The schema as it is published in `docs/reference/dossier.schema.json`."""
    return json.dumps(schema(), indent=1, ensure_ascii=False) + "\n"
