"""`crossread verify`: does a dossier keep its promises? Every span inside its text, every reference met."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any

from crossread.errors import DossierError


def add_parser(subparsers: Any) -> None:
    """Add the command."""
    parser = subparsers.add_parser(
        "verify",
        help="check a dossier against its contract",
        description="Check that every span lies in its text, every reference is met and every digest is right.",
    )
    parser.add_argument("dossier", type=Path, metavar="DOSSIER", help="a dossier.json")
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Say what is wrong, a line a fault; nothing wrong is exit code 0."""
    from crossread.present import find_faults, load_dossier

    dossier = load_dossier(arguments.dossier)
    faults = find_faults(dossier)
    if faults:
        raise DossierError(f"{arguments.dossier} breaks its contract:\n" + "\n".join(faults))
    print(f"{arguments.dossier}: {len(dossier.documents)} accounts, every span and reference holds")
    return 0
