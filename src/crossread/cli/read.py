"""`crossread read`: accounts in, a dossier and a report out."""

from __future__ import annotations

import argparse
import gc
import os
import shutil
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

from crossread.errors import UsageError

if TYPE_CHECKING:
    from crossread.records import Dossier

WIDEST = 100
# So many new objects go by between two looks for cycles.
COLLECT_AFTER = 200_000


def add_parser(subparsers: Any) -> None:
    """Add the command and its options."""
    parser = subparsers.add_parser(
        "read",
        help="read accounts into a dossier and a report",
        description="Read files, folders, archives or standard input (-) into OUT/dossier.json and OUT/report.html.",
    )
    parser.add_argument("paths", nargs="+", metavar="PATH", help="a file, a folder, a zip or tar archive, or -")
    parser.add_argument("-o", "--out", type=Path, metavar="OUT", help="folder for dossier.json and report.html")
    parser.add_argument("--json", action="store_true", help="write dossier.json to standard output instead")
    parser.add_argument(
        "--markdown", action="store_true", help="write the dossier as Markdown to standard output instead"
    )
    add_reading_options(parser)
    parser.set_defaults(run=run)


def add_reading_options(parser: argparse.ArgumentParser) -> None:
    """Options of every command that reads accounts."""
    parser.add_argument("--workers", type=int, default=0, metavar="N", help="processes that read (default: one a core)")
    parser.add_argument(
        "--people", type=Path, metavar="FILE", help="who is who (default: crossread.people in or beside a folder)"
    )
    parser.add_argument(
        "--model", default="default", metavar="NAME", help="what reads: default, or rules (quicker, finds less)"
    )
    parser.add_argument("-q", "--quiet", action="store_true", help="no progress, no summary, no talk")


def run(arguments: argparse.Namespace) -> int:
    """Read, write, and say what was found."""
    if arguments.json and arguments.markdown:
        raise UsageError("--json and --markdown both want standard output; ask for one of them")
    dossier = read_accounts(arguments)
    if arguments.out:
        from crossread.present import save_dossier

        written = save_dossier(dossier, arguments.out)
        tell(arguments, "wrote " + ", ".join(str(path) for path in written))
    if arguments.json:
        from crossread.present import to_json

        sys.stdout.buffer.write(to_json(dossier))
    elif arguments.markdown:
        from crossread.present import to_markdown

        sys.stdout.write(to_markdown(dossier))
    elif not arguments.quiet:
        print_summary(dossier, arguments)
    sys.stdout.flush()
    return 0


def read_accounts(arguments: argparse.Namespace) -> Dossier:
    """The dossier of the accounts named on the command line, with progress on a terminal."""
    from crossread.cli.progress import Progress
    from crossread.pipeline import read

    # Millions of frozen records hold no cycles: looking for some every few hundred of them costs a tenth of the time.
    gc.set_threshold(COLLECT_AFTER)
    with Progress(enabled=not arguments.quiet and sys.stderr.isatty()) as progress:
        workers = arguments.workers or os.cpu_count() or 1
        return read(arguments.paths, progress=progress, workers=workers, people=arguments.people, model=arguments.model)


def print_summary(dossier: Dossier, arguments: argparse.Namespace) -> None:
    """One screen on standard output."""
    from crossread.present import summarize

    is_terminal = sys.stdout.isatty()
    width = min(WIDEST, shutil.get_terminal_size((80, 24)).columns)
    print(summarize(dossier, width=width, with_color=is_terminal and "NO_COLOR" not in os.environ))
    if not arguments.out:
        tell(arguments, "nothing was written; -o OUT keeps the dossier and makes a report to open in a browser")


def tell(arguments: argparse.Namespace, message: str) -> None:
    """Say something to the person at the terminal."""
    if not arguments.quiet:
        print(f"crossread: {message}", file=sys.stderr)
