"""Crossread: many news accounts of one affair in, a dossier out in which every item points to exact characters.

>>> import crossread                                    # doctest: +SKIP
>>> dossier = crossread.read("coverage/")               # doctest: +SKIP
>>> [f.standing for f in dossier.findings]              # doctest: +SKIP
"""

from __future__ import annotations

from crossread import errors, records
from crossread._version import __version__
from crossread.errors import CrossreadError, DossierError, IngestError, ModelError, UsageError
from crossread.pipeline import read
from crossread.records import Dossier

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
