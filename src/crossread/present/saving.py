"""Dossiers in a folder: written whole or not at all, large ones in parts, and read back.

A file is written beside its place and then moved there, so that a stopped or failed run leaves what was there before.
"""

from __future__ import annotations

import dataclasses
import json
import os
from collections import defaultdict
from pathlib import Path
from typing import Any

import msgspec

from crossread.errors import DossierError
from crossread.present.html import to_html
from crossread.present.jsonfile import from_json, to_json
from crossread.records import Dossier

# Above this many accounts dossier.json is an index and its parts hold the accounts (see the contract).
MOST_IN_ONE_FILE = 1000
# Accounts in one part: a few megabytes, which an editor still opens.
ACCOUNTS_IN_A_PART = 500
# Lists whose items belong to one account each; in a large dossier they lie beside it in the parts.
OF_ONE_ACCOUNT = ("mentions", "attributions", "times", "figures", "events")


def save_dossier(dossier: Dossier, folder: Path) -> tuple[Path, ...]:
    """Write `dossier.json` and `report.html` into a folder, made if need be; returns what was written."""
    folder.mkdir(parents=True, exist_ok=True)
    files = {"dossier.json": to_json(dossier)}
    if len(dossier.documents) > MOST_IN_ONE_FILE:
        files = _in_parts(dossier)
    files["report.html"] = to_html(dossier).encode("utf-8", "replace")
    for stale in set(folder.glob("documents-*.jsonl")) - {folder / name for name in files}:
        stale.unlink()
    return tuple(_write(folder / name, data) for name, data in files.items())


def load_dossier(path: Path) -> Dossier:
    """The dossier of a `dossier.json`, its parts joined; raises `DossierError` where it is not one."""
    try:
        data = path.read_bytes()
        names = msgspec.json.decode(data, type=dict[str, Any]).get("parts") or ()
        dossier = from_json(data)
        return _joined(dossier, path.parent, names) if names else dossier
    except FileNotFoundError as error:
        raise DossierError(f"{error.filename}: there is no such file") from error
    except (msgspec.MsgspecError, UnicodeDecodeError) as error:
        raise DossierError(f"{path} is not a dossier of this version of Crossread: {error}") from error


def _write(path: Path, data: bytes) -> Path:
    beside = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        beside.write_bytes(data)
        beside.replace(path)
    finally:
        beside.unlink(missing_ok=True)
    return path


def _in_parts(dossier: Dossier) -> dict[str, bytes]:
    """The index under the dossier's name, and the parts it names: a line an account, with all that is marked in it."""
    marked: dict[str, dict[str, list[Any]]] = defaultdict(lambda: {name: [] for name in OF_ONE_ACCOUNT})
    for name in OF_ONE_ACCOUNT:
        for item in getattr(dossier, name):
            marked[item.document][name].append(item)
    files: dict[str, bytes] = {}
    for first in range(0, len(dossier.documents), ACCOUNTS_IN_A_PART):
        accounts = dossier.documents[first : first + ACCOUNTS_IN_A_PART]
        lines = [msgspec.json.encode({"document": d, **marked[d.id]}) for d in accounts]
        files[f"documents-{len(files) + 1:04}.jsonl"] = b"\n".join(lines) + b"\n"
    bare = dataclasses.replace(dossier, documents=(), mentions=(), attributions=(), times=(), figures=(), events=())
    index = {**json.loads(to_json(bare)), "parts": list(files)}
    return {"dossier.json": json.dumps(index, indent=1, ensure_ascii=False).encode() + b"\n", **files}


def _joined(index: Dossier, folder: Path, names: list[str]) -> Dossier:
    lists: dict[str, list[Any]] = {"documents": [], **{name: [] for name in OF_ONE_ACCOUNT}}
    for name in names:
        for line in (folder / Path(name).name).read_bytes().splitlines():
            account = msgspec.json.decode(line)
            lists["documents"].append(account["document"])
            for kind in OF_ONE_ACCOUNT:
                lists[kind] += account[kind]
    whole = msgspec.to_builtins(index) | lists
    return msgspec.convert(whole, Dossier)
