"""Weighing: the only place that decides how far to believe."""

from __future__ import annotations

from crossread.records import Finding, Links, Weighed
from crossread.weigh.findings import Findings
from crossread.weigh.framing import describe_framing
from crossread.weigh.settling import settle
from crossread.weigh.timeline import build_timeline

__all__ = ["weigh"]


def weigh(links: Links) -> Weighed:
    """Findings with origins and standing, the timeline, and how each outlet words it."""
    judged, origins = Findings(links).weigh()
    findings = tuple(sorted(settle(finding for _, finding, _ in judged if finding), key=_order))
    timeline = build_timeline(links, judged)
    return Weighed(findings, origins, timeline, describe_framing(links, findings))


def _order(finding: Finding) -> tuple[str, int, int, str]:
    return (finding.text.document, finding.text.start, finding.text.end, finding.id)
