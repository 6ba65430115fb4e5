"""Media under one name: an outlet that publishes an account and a medium another account cites have to meet."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from pathlib import Path

from crossread.records import Document, Outlet

DATA = Path(__file__).parents[1] / "data"
# Words about a medium that do not tell it from another.
ABOUT = re.compile(
    r"^(?:the|russia's|china's|state|local|state-run|private|german|french|russian|british|american)\s+"
    r"|\s+(?:news agency|press agency|agency|newspaper|newspapers|daily|"
    r"television|tv channel|channel|website|magazine|news)$"
)


class Media:
    """Outlets and known media by their names."""

    def __init__(self, outlets: Iterable[Outlet]) -> None:
        self._by_name = dict(_known_names())
        self._names = dict(_known_ids())
        for outlet in sorted(outlets, key=lambda o: (o.id, o.name)):
            if outlet.id == "unknown":
                continue
            self._names.setdefault(outlet.id, outlet.name)
            for name in (outlet.name, outlet.id, (outlet.domain or "").split(".")[0]):
                if name:
                    self._by_name.setdefault(fold_name(name), outlet.id)

    def find(self, name: str) -> str | None:
        """The id of the medium a name means, or None."""
        folded = fold_name(name)
        return self._by_name.get(folded) or self._by_name.get(fold_name(ABOUT.sub("", name.lower().strip())))

    def name(self, medium: str) -> str:
        """The name of a medium."""
        return self._names.get(medium, medium)


def outlet_key(document: Document) -> str:
    """Two pieces of one outlet have one key; where the outlet is unknown, the account stands for itself."""
    return f"outlet:{document.outlet.id}" if document.outlet.id != "unknown" else f"account:{document.key}"


def fold_name(name: str) -> str:
    """A name of a medium as it is compared.

    >>> fold_name("The Selmar Courier’s") == fold_name("Selmar Courier")
    True
    """
    lowered = name.lower().replace("’", "'").removesuffix("'s").removesuffix(".com")
    return re.sub(r"[^\w]+", "", re.sub(r"^the\s+", "", lowered.strip()))


@lru_cache(maxsize=1)
def _known_ids() -> tuple[tuple[str, str], ...]:
    """Ids of known media with their names."""
    found: dict[str, str] = {}
    for _, ident, name, *_rest in _table("outlets.tsv"):
        found.setdefault(ident, name)
    return tuple(found.items())


@lru_cache(maxsize=1)
def _known_names() -> tuple[tuple[str, str], ...]:
    """Folded names of known media with their ids."""
    found: dict[str, str] = {}
    domains: dict[str, str] = {}
    for domain, ident, name, *_rest in _table("outlets.tsv"):
        domains[domain] = ident
        for form in (name, ident, domain):
            found.setdefault(fold_name(form), ident)
    for name, domain, *_rest in _table("agencies.tsv"):
        if domain in domains:
            found.setdefault(fold_name(name), domains[domain])
    return tuple(found.items())


def _table(name: str) -> Iterator[list[str]]:
    for line in (DATA / name).read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            yield line.split("\t")
