"""Crossread: many news accounts of one affair in, a dossier out in which every item points to exact characters.

>>> import crossread                                    # doctest: +SKIP
>>> dossier = crossread.read("coverage/")               # doctest: +SKIP
>>> [f.standing for f in dossier.findings]              # doctest: +SKIP

Names are looked up when first asked for, so that asking the program for its version loads next to nothing.
"""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING, Any

from crossread._version import __version__

if TYPE_CHECKING:
    from crossread import errors, records
    from crossread.errors import CrossreadError, DossierError, IngestError, ModelError, UsageError
    from crossread.pipeline import read
    from crossread.records import Dossier

# Where each public name lives; a name that is a module of its own lives in itself.
HOMES = {
    "CrossreadError": "crossread.errors",
    "Dossier": "crossread.records",
    "DossierError": "crossread.errors",
    "IngestError": "crossread.errors",
    "ModelError": "crossread.errors",
    "UsageError": "crossread.errors",
    "errors": "crossread.errors",
    "read": "crossread.pipeline",
    "records": "crossread.records",
}

__all__ = [
    "CrossreadError",
    "Dossier",
    "DossierError",
    "IngestError",
    "ModelError",
    "UsageError",
    "__version__",
    "errors",
    "read",
    "records",
]


def __getattr__(name: str) -> Any:
    """A public name, loaded from where it lives."""
    if name not in HOMES:
        raise AttributeError(f"module 'crossread' has no attribute {name!r}")
    module = importlib.import_module(HOMES[name])
    found = module if module.__name__ == f"crossread.{name}" else getattr(module, name)
    globals()[name] = found
    return found


def __dir__() -> list[str]:
    """The public names, loaded or not."""
    return sorted(__all__)
