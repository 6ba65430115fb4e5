"""Small affairs made by hand: accounts whose sentences are statements, grouped as a test likes."""

from __future__ import annotations

from crossread.records import (
    Attribution,
    Document,
    Entity,
    Evidence,
    Figure,
    Lineage,
    Links,
    Outlet,
    Passage,
    Reading,
    Share,
    Span,
    Statement,
    StatementGroup,
    digest,
    identify,
)


class Affair:
    """Accounts and statements collected step by step; `links` is what weighing is given."""

    def __init__(self) -> None:
        self.documents: dict[str, Document] = {}
        self.attributions: dict[str, list[Attribution]] = {}
        self.figures: dict[str, list[Figure]] = {}
        self.entities: list[Entity] = []
        self.lineage: list[Lineage] = []
        self.groups: list[StatementGroup] = []

    def account(self, name, text, outlet=None, published=None):
        """An account by an outlet of its own name, unless another is given."""
        outlet = outlet or name
        key = digest(name + text)
        self.documents[name] = Document(
            id=name, path=name, text=text, key=key, sha256=key, text_sha256=key, published=published,
            published_basis="metadata" if published else "unknown",
            outlet=Outlet(outlet, outlet.title(), f"{outlet}.example", "metadata"), story="s",
        )  # fmt: skip
        self.attributions.setdefault(name, [])
        self.figures.setdefault(name, [])

    def said(self, name, words, source, **more):
        """The attribution of some words of an account to the words that name the source."""
        text = self.documents[name].text
        start, at = text.index(words), text.index(source)
        made = Attribution(
            id=identify("a", name, words, source), document=name, content=(Span(start, start + len(words)),),
            cue=None, source=Span(at, at + len(source)), kind=more.pop("kind", "indirect"), **more,
        )  # fmt: skip
        self.attributions[name].append(made)
        return made.id

    def figure(self, name, number, unit="people", **more):
        """A figure, where its digits stand in the account."""
        text = self.documents[name].text
        start = text.index(f"{number:,}")
        made = Figure(
            id=identify("f", name, number), document=name, start=start, end=start + len(f"{number:,}"),
            value=float(number), low=more.pop("low", float(number)), high=more.pop("high", float(number)), unit=unit,
            measure=more.pop("measure", "dead"), digits=more.pop("digits", None), **more,
        )  # fmt: skip
        self.figures[name].append(made)
        return made.id

    def statement(self, name, words=None, kind="statement", stance="asserts", attribution=None, **more):
        """A statement resting on some words of an account, or on all of it."""
        text = self.documents[name].text
        words = words or text
        start = text.index(words)
        evidence = Evidence(name, start, start + len(words), stance=stance, attribution=attribution)
        return Statement(
            identify("s", name, words, kind), kind, evidence, more.pop("subject", "it"), attribution=attribution, **more
        )

    def group(self, *statements, score=0.95):
        """Statements about one thing."""
        self.groups.append(StatementGroup(statements[0].kind, tuple(statements), score, ""))

    def copied(self, earlier, later, words):
        """Words the later account has from the earlier one."""
        spans = []
        for name in (earlier, later):
            start = self.documents[name].text.index(words)
            spans.append(Span(start, start + len(words)))
        passage = Passage(spans[0], spans[1], 1.0)
        self.lineage.append(Lineage("shared-passage", (earlier, later), earlier, (passage,), Share(0.5, 0.5)))

    @property
    def links(self) -> Links:
        """What weighing is given."""
        readings = tuple(
            Reading(
                self.documents[name],
                attributions=tuple(self.attributions[name]),
                figures=tuple(self.figures[name]),
            )
            for name in sorted(self.documents)
        )
        return Links(readings, tuple(self.entities), tuple(self.lineage), groups=tuple(self.groups))
