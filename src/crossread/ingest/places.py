"""Where accounts lie: files, folders (hidden ones left out), archives, standard input; each with the id it will have.

An id is the path below the folder given. With several roots each id begins with its root's name, and roots of one name
are told apart by as much of their paths as it takes, never by the order in which they were given.
"""

from __future__ import annotations

import os
import stat
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from crossread.errors import IngestError
from crossread.ingest.draft import Raw
from crossread.ingest.limits import MAX_FILE_BYTES, MIB
from crossread.records import Notice

STDIN = "-"
# Parts of a saved page, programs, and the user's word on who is who: never accounts, and not worth a notice each.
NO_ACCOUNTS = frozenset(
    [".css", ".js", ".mjs", ".map", ".woff", ".woff2", ".ttf", ".ico", ".svg", ".py", ".pyc", ".sh", ".people"]
)

# Tables and settings that lie beside accounts; one that is named itself is read all the same.
TABLES = frozenset([".csv", ".tsv", ".yaml", ".yml", ".toml", ".ini", ".cfg", ".log", ".sql", ".bib", ".lock"])


def find_inputs(paths: Sequence[str | Path]) -> Iterator[Raw | Notice]:
    """Every file under the paths with its bytes, ordered by id; raises `IngestError` for a path that is not there."""
    roots = [path for path in paths if str(path) != STDIN]
    for root in roots:
        if not os.path.lexists(root):
            raise IngestError(f"there is no file or folder {str(root)!r}; check the path", code="missing")
    files: dict[str, Path] = {}
    seen: set[str] = set()
    for name, root in sorted(_named(roots, with_name=len(paths) > 1)):
        for ident, path in _files(root, name):
            real = os.path.realpath(path)
            if real not in seen:
                seen.add(real)
                files[_free(ident, files)] = path
    if len(roots) < len(paths):
        yield _standard_input()
    named = {Path(os.path.abspath(root)) for root in roots}  # noqa: PTH100
    for ident in sorted(files):
        if files[ident].suffix.lower() in TABLES and files[ident] not in named:
            message = f"{ident} looks like a table or settings, not an account; name the file itself to have it read"
            yield Notice(ident, "no-account", message)
            continue
        yield _load(ident, files[ident])


def _named(roots: Sequence[str | Path], *, with_name: bool) -> list[tuple[str, Path]]:
    """The roots with what their ids begin with: nothing for a single one."""
    whole = sorted({Path(os.path.abspath(root)) for root in roots})  # noqa: PTH100 (resolve() would follow links)
    if not with_name:
        return [("", root) for root in whole]
    width = 1
    while len({root.parts[-width:] for root in whole}) < len(whole):
        width += 1
    return [("/".join(p.strip("/") for p in root.parts[-width:]), root) for root in whole]


def _files(root: Path, name: str) -> Iterator[tuple[str, Path]]:
    """Every file under a root with its id."""
    if not root.is_dir():
        yield _clean(name or root.name), root
        return
    for folder, folders, names in os.walk(root):
        folders[:] = sorted(f for f in folders if not f.startswith("."))
        for file in sorted(names):
            path = Path(folder, file)
            if not file.startswith(".") and path.suffix.lower() not in NO_ACCOUNTS:
                inner = path.relative_to(root).as_posix()
                yield _clean(f"{name}/{inner}" if name else inner), path


def _clean(name: str) -> str:
    """A path as text that can be written anywhere: bytes that are no characters are replaced."""
    return name.encode("utf-8", "surrogateescape").decode("utf-8", "replace")


def _free(ident: str, taken: dict[str, Path]) -> str:
    """The id, counted up where two odd file names became the same."""
    count, free = 2, ident
    while free in taken:
        free, count = f"{ident}~{count}", count + 1
    return free


def _load(ident: str, path: Path) -> Raw | Notice:
    """The bytes of a file, or why they cannot be had."""
    try:
        kind = path.stat().st_mode
        if stat.S_ISBLK(kind) or stat.S_ISSOCK(kind) or stat.S_ISCHR(kind):
            return Notice(ident, "unreadable", f"{ident} is no file but a device; give files or folders")
        with path.open("rb") as stream:
            data = stream.read(MAX_FILE_BYTES + 1)
    except OSError as error:
        why = error.strerror or type(error).__name__
        return Notice(ident, "unreadable", f"{ident} cannot be read ({why}); check its permissions")
    return _sized(ident, data)


def _standard_input() -> Raw | Notice:
    return _sized(STDIN, sys.stdin.buffer.read(MAX_FILE_BYTES + 1))


def _sized(ident: str, data: bytes) -> Raw | Notice:
    if len(data) > MAX_FILE_BYTES:
        return Notice(ident, "too-large", f"{ident} has more than {MAX_FILE_BYTES // MIB} MB; split it up")
    return Raw(ident, data)
