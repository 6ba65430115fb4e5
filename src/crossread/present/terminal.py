"""What was found, on one screen of a terminal."""

from __future__ import annotations

import textwrap

from crossread.present.lookup import Lookup
from crossread.present.marks import shorten
from crossread.present.report import AffairView, FindingView, StandingView, affairs
from crossread.records import Dossier

COLORS = {"disputed": "31", "evolving": "33", "corroborated": "32", "repeated": "34", "single-source": "2"}
# Findings of each standing on the screen, and affairs of a mixed pile.
MOST_FINDINGS = 3
MOST_AFFAIRS = 12


def summarize(dossier: Dossier, *, width: int = 80, with_color: bool = False) -> str:
    """The dossier's outcome in at most a screen: affairs, standings, the foremost findings, notices."""
    lookup = Lookup(dossier)
    found = affairs(lookup) if dossier.documents else ()
    lines = [_counts(dossier)]
    if len(found) == 1:
        lines += _affair(found[0], width, with_color)
    else:
        lines += [_affair_line(affair, width) for affair in found[:MOST_AFFAIRS]]
        if len(found) > MOST_AFFAIRS:
            lines.append(f"  and {len(found) - MOST_AFFAIRS} more affairs")
    if dossier.notices:
        lines += ["", *_notices(dossier, width)]
    return "\n".join(lines)


def _counts(dossier: Dossier) -> str:
    outlets = len({document.outlet.id for document in dossier.documents})
    return (
        f"{_count(len(dossier.documents), 'account')} by {_count(outlets, 'outlet')}: "
        f"{_count(len(dossier.attributions), 'attribution')}, {_count(len(dossier.figures), 'figure')}, "
        f"{_count(len(dossier.times), 'time')}, {_count(len(dossier.events), 'event')}"
    )


def _count(number: int, word: str) -> str:
    return f"{number:,} {word}{'' if number == 1 else 's'}"


def _affair(affair: AffairView, width: int, with_color: bool) -> list[str]:
    lines = [shorten(f"{affair.title} ({affair.period})" if affair.period else affair.title, width)]
    for standing in affair.standings:
        total = len(standing.findings) + standing.left_out
        lines += ["", _painted(f"{standing.sign} {standing.title}: {total}", standing, with_color)]
        if standing.standing != "single-source":
            lines += [line for finding in standing.findings[:MOST_FINDINGS] for line in _finding(finding, width)]
    return lines


def _finding(finding: FindingView, width: int) -> list[str]:
    told = f" [{' / '.join(finding.values)}]" if len(finding.values) > 1 else ""
    words = shorten(finding.words, 2 * width - 12) + shorten(told, width)
    head = textwrap.wrap(words, width - 2, initial_indent="  ", subsequent_indent="  ")
    origins = _count(finding.origins, "origin")
    return [*head[:3], f"    {_count(finding.accounts, 'account')}, {origins}"]


def _painted(text: str, standing: StandingView, with_color: bool) -> str:
    return f"\x1b[1;{COLORS[standing.standing]}m{text}\x1b[0m" if with_color else text


def _affair_line(affair: AffairView, width: int) -> str:
    counts = ", ".join(f"{len(s.findings) + s.left_out} {s.title.lower()}" for s in affair.standings)
    return f"  {affair.accounts:3} · {shorten(affair.title, width - 8)}\n        {counts or 'no findings'}"


def _notices(dossier: Dossier, width: int) -> list[str]:
    lines = [f"{_count(len(dossier.notices), 'notice')}:"]
    told = (f"{n.document or 'all'}: {n.message}" for n in dossier.notices[:MOST_FINDINGS])
    lines += [f"  {shorten(line, 2 * width)}" for line in told]
    if len(dossier.notices) > MOST_FINDINGS:
        lines.append("  … the rest stand in the dossier's notices")
    return lines
