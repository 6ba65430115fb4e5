"""`crossread` and `python -m crossread.cli`: the commands, and how each run ends.

Results go to standard output or to files, talk goes to standard error. Exit codes: 0 done, 1 nothing could be done (the
message says why), 2 a call that makes no sense, 130 interrupted.
"""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Sequence

from crossread._version import __version__
from crossread.cli import entities, read, schema, verify
from crossread.errors import CrossreadError, UsageError

COMMANDS = (read, entities, verify, schema)
FAILED, MISUSED, INTERRUPTED = 1, 2, 130
EPILOG = "exit codes: 0 done; 1 nothing could be done, and why is said; 2 a call that makes no sense; 130 interrupted"


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command line; returns the exit code."""
    parser = build_parser()
    arguments = parser.parse_args(argv)
    if "run" not in arguments:
        parser.print_help()
        return 0
    try:
        return int(arguments.run(arguments))
    except CrossreadError as error:
        print(f"crossread: {error}", file=sys.stderr)
        return MISUSED if isinstance(error, UsageError) else FAILED
    except BrokenPipeError:
        # Whoever read our output has seen enough; nothing more may be written, not even at the exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except OSError as error:
        print(f"crossread: {error.filename or 'the system'}: {error.strerror or error}", file=sys.stderr)
        return FAILED
    except KeyboardInterrupt:
        print("crossread: interrupted", file=sys.stderr)
        return INTERRUPTED


def build_parser() -> argparse.ArgumentParser:
    """The commands and their options."""
    parser = argparse.ArgumentParser(
        prog="crossread",
        description="Read many news accounts of one affair; get a dossier in which every item points to exact words.",
        epilog=EPILOG,
    )
    parser.add_argument("--version", action="version", version=f"crossread {__version__}")
    subparsers = parser.add_subparsers(title="commands", metavar="COMMAND")
    for command in COMMANDS:
        command.add_parser(subparsers)
    return parser


if __name__ == "__main__":
    sys.exit(main())
