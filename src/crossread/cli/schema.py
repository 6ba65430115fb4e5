"""`crossread schema`: the JSON Schema of dossier.json, for those who build on it."""

from __future__ import annotations

import argparse
import sys
from typing import Any


def add_parser(subparsers: Any) -> None:
    """Add the command."""
    parser = subparsers.add_parser(
        "schema", help="print the JSON Schema of dossier.json", description="Print the JSON Schema of dossier.json."
    )
    parser.set_defaults(run=run)


def run(_arguments: argparse.Namespace) -> int:
    """Write the schema to standard output."""
    from crossread.present import schema_text

    sys.stdout.write(schema_text())
    return 0
