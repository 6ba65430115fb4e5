"""Weighing: the only place that decides how far to believe."""

from __future__ import annotations

from crossread.records import Links, Weighed

__all__ = ["weigh"]


def weigh(links: Links) -> Weighed:
    """Findings with origins and standing, the timeline, and how each outlet words it."""
    return Weighed()
