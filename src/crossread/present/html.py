"""The report: one HTML file that asks nothing of the network and can be read without JavaScript.

Whatever comes from an account is escaped by the template engine; a policy in the page forbids everything but its own
style and its own script, which are named by their digests. So nothing of a source can ever run.
"""

from __future__ import annotations

import base64
import hashlib
from functools import cache
from importlib.resources import files
from typing import Any

from crossread.present.dates import say_period
from crossread.present.lookup import Lookup
from crossread.present.report import STANDINGS, affairs
from crossread.present.report_parts import accounts, figures, lineage, omissions, people, speakers, voices, wording
from crossread.records import Dossier

# Above this many accounts a page with every text would no longer open quickly; the texts stay in dossier.json.
MOST_ACCOUNTS = 400
# A notebook's cell shows this many findings of each standing.
MOST_IN_NOTEBOOK = 5


def to_html(dossier: Dossier) -> str:
    """The whole report as one page."""
    lookup = Lookup(dossier)
    is_whole = len(dossier.documents) <= MOST_ACCOUNTS
    shown, left_out = people(lookup)
    style, script = _asset("report.css"), _asset("report.js")
    page: str = _template("report.html").render(
        **_head(lookup),
        style=style,
        script=script,
        policy=f"default-src 'none'; style-src '{_hash(style)}'; script-src '{_hash(script)}'; base-uri 'none'; "
        "form-action 'none'",
        is_whole=is_whole,
        speakers=speakers(lookup) if is_whole else (),
        figures=figures(lookup) if is_whole else (),
        lineage=lineage(lookup) if is_whole else (),
        wording=wording(lookup) if is_whole else (),
        voices=voices(lookup) if is_whole else (),
        omissions=omissions(lookup) if is_whole else (),
        people=shown,
        people_left_out=left_out,
        listed=accounts(lookup) if is_whole else (),
        notices=dossier.notices,
        generator=dossier.generator,
    )
    return page


def to_notebook(dossier: Dossier) -> str:
    """A short view for a notebook's cell: what is disputed, evolving, corroborated, repeated."""
    page: str = _template("notebook.html").render(**_head(Lookup(dossier)), most=MOST_IN_NOTEBOOK)
    return page


def _head(lookup: Lookup) -> dict[str, Any]:
    """What every view begins with: title, period, counts, the affairs."""
    dossier = lookup.dossier
    found = affairs(lookup) if dossier.documents else ()
    shown = [finding for finding in dossier.findings if finding.shown]
    days = sorted(document.published[:10] for document in dossier.documents if document.published)
    tally = [(s, sign, title, sum(f.standing == s for f in shown)) for s, sign, title, _ in STANDINGS]
    return {
        "title": found[0].title if len(found) == 1 else f"{len(found)} affairs in {len(dossier.documents)} accounts",
        "affairs": found,
        "tally": [row for row in tally if row[3]],
        "accounts_count": len(dossier.documents),
        "outlets_count": len({document.outlet.id for document in dossier.documents}),
        "period": say_period(days[0], days[-1]) if days else "",
    }


@cache
def _template(name: str) -> Any:
    # Imported here: a program that only writes JSON needs no template engine.
    from jinja2 import Environment, PackageLoader, StrictUndefined

    environment = Environment(
        loader=PackageLoader("crossread.present"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    return environment.get_template(name)


@cache
def _asset(name: str) -> str:
    return (files("crossread.present") / "templates" / name).read_text(encoding="utf-8")


def _hash(text: str) -> str:
    return "sha256-" + base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()
