"""Who publishes an account: the domain its file names, its URL, an agency's own dateline, the folder it lies in.

An outlet is known by its registrable domain. A small list of suffixes stands in for the public suffix list, which is
larger than this package; where it errs, two papers on one hosting platform become one outlet.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from crossread.ingest.credits import Credited
from crossread.ingest.draft import Draft
from crossread.ingest.wordlists import read_table
from crossread.records import Outlet, OutletBasis

# Labels under which others register in most countries.
SHARED_LABELS = frozenset(
    [
        "co",
        "com",
        "net",
        "org",
        "gov",
        "edu",
        "ac",
        "gob",
        "go",
        "or",
        "ne",
        "nom",
        "mil",
        "gen",
        "gc",
        "gouv",
        "gv",
        "nic",
    ]
)
HOST = re.compile(r"(?:[a-z][a-z0-9+.-]{0,20}://)?(?:[^/@\s]{0,200}@)?([\w.-]{1,253})", re.IGNORECASE)
# A folder or file name holds a domain where a known top-level name ends it; dots are often written as hyphens.
DOMAIN_IN_NAME = re.compile(
    r"(?:^|[_/ ])((?:[a-z0-9]{1,30}[-.]){1,4}(?:com|org|net|info|news|tv|uk|au|nz|ie|ca|de|fr|eu|ru|by|ua|cn|in))"
    r"(?=[_/ ]|\.\w{2,5}(?:$|[#!])|$)"
)
UNKNOWN = Outlet("unknown", "unknown outlet")


class Known(NamedTuple):
    """A medium in the list of known ones."""

    domain: str
    id: str
    name: str
    country: str


@cache
def known_outlets() -> dict[str, Known]:
    """Known media by their domains."""
    rows = (Known(*row) for row in read_table("outlets.tsv"))
    return {known.domain: known for known in rows}


@cache
def _by_name() -> dict[str, Known]:
    """Known media by their folded names and ids; of several domains the first in the list counts."""
    found: dict[str, Known] = {}
    for known in known_outlets().values():
        for name in (known.name, known.id):
            found.setdefault(_fold(name), known)
    return found


def is_known_medium(name: str) -> bool:
    """Whether a medium of this name is in our list."""
    return _fold(name) in _by_name()


@cache
def _suffixes() -> frozenset[str]:
    return frozenset(row[0] for row in read_table("public_suffixes.txt"))


def find_outlet(draft: Draft, credited: Sequence[Credited]) -> Outlet:
    """The outlet and what tells it; an agency only where nothing else does and the piece bears its dateline."""
    site = (draft.site_name or "").strip()
    for value, basis in ((draft.domain, "metadata"), (draft.url, "url")):
        domain = registrable(value)
        if domain:
            return _outlet(domain, site, "metadata" if basis == "metadata" else "url")
    if site:
        known = _by_name().get(_fold(site))
        if known:
            return _outlet(known.domain, site, "metadata")
        return _named(site, "metadata")
    agency = next((c for c in credited if c.in_dateline and c.is_agency), None)
    if agency:
        return _outlet(agency.domain, "", "dateline") if agency.domain else _named(agency.name, "dateline")
    domain = _domain_in_path(draft.id)
    return _outlet(domain, "", "folder") if domain else UNKNOWN


def registrable(value: str | None) -> str | None:
    """The registrable domain of a URL or host name, or None where it has none.

    >>> registrable("https://www.news.example.co.uk:443/a"), registrable("localhost")
    ('example.co.uk', None)
    """
    match = HOST.match((value or "").strip())
    labels = match.group(1).lower().strip(".").split(".") if match else []
    if len(labels) < 2 or not all(labels) or labels[-1].isdigit():
        return None
    if len(labels) > 2 and ".".join(labels[-3:]) in known_outlets():
        return ".".join(labels[-3:])
    pair = ".".join(labels[-2:])
    is_suffix = pair in _suffixes() or (labels[-2] in SHARED_LABELS and len(labels[-1]) == 2)
    return ".".join(labels[-3:]) if is_suffix else pair


def _named(name: str, basis: OutletBasis) -> Outlet:
    """An outlet of which only the name is known."""
    return Outlet(re.sub(r"\W+", "-", name.lower()).strip("-") or "unknown", name, None, basis)


def _outlet(domain: str, site: str, basis: OutletBasis) -> Outlet:
    """The outlet of a domain under the name it is known by, the site's own name, or the domain."""
    known = known_outlets().get(domain)
    if known:
        return Outlet(known.id, known.name, domain, basis)
    is_name = 0 < len(site) <= 60 and registrable(site) != domain
    return Outlet(domain, site if is_name else domain, domain, basis)


def _domain_in_path(ident: str) -> str | None:
    """The domain or known medium that a file or one of its folders is named after, the innermost first."""
    for part in reversed(ident.lower().split("/")):
        for match in DOMAIN_IN_NAME.finditer(part):
            domain = registrable(match.group(1).replace("-", "."))
            if domain:
                return domain
        known = next((_by_name()[w] for w in map(_fold, part.split("_")) if len(w) > 3 and w in _by_name()), None)
        if known:
            return known.domain
    return None


def _fold(name: str) -> str:
    """A name without case, article and marks."""
    return re.sub(r"[\W_]+", "", re.sub(r"^the\s+", "", name.lower()))
