"""`crossread` and `python -m crossread.cli`."""

from __future__ import annotations

import sys
from pathlib import Path

from crossread.pipeline import read
from crossread.present.jsonfile import to_json


def main() -> int:
    """Run the command line; returns the exit code."""
    arguments = sys.argv[1:]
    out = Path(arguments[arguments.index("-o") + 1])
    out.mkdir(parents=True, exist_ok=True)
    (out / "dossier.json").write_bytes(to_json(read([a for a in arguments[1 : arguments.index("-o")]])))
    return 0


if __name__ == "__main__":
    sys.exit(main())
