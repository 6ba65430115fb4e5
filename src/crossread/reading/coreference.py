"""Mentions of one account chained to those who are meant.

In the order of the text: names are chained first, by their words; then noun phrases said of a name teach it roles; then
each phrase and pronoun looks back for the one it takes up; last, every attribution gets its speakers.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from crossread.reading.coreference_appositions import attach
from crossread.reading.coreference_descriptions import find_called
from crossread.reading.coreference_draft import ChainDraft, DescriptionDraft, MentionDraft
from crossread.reading.coreference_names import chain_names
from crossread.reading.coreference_nominals import find_nominals
from crossread.reading.coreference_speakers import Sources, fill, with_chains
from crossread.reading.coreference_walk import Walk
from crossread.reading.layout import Layout
from crossread.reading.names import Names
from crossread.records import Attribution, Chain, Description, Document, Mention, Span, identify


@dataclass(frozen=True, slots=True)
class Chained:
    """Mentions and chains of one account, and its attributions with the chains of source and via filled in."""

    mentions: tuple[Mention, ...]
    chains: tuple[Chain, ...]
    descriptions: tuple[Description, ...]
    attributions: tuple[Attribution, ...]


def resolve_mentions(layout: Layout, names: Names, attributions: tuple[Attribution, ...]) -> Chained:
    """Every name, title and pronoun that means somebody, chained within the account."""
    lines = layout.lines
    chains = chain_names(layout.text, names)
    nominals = find_nominals(lines, names)
    attached = attach(layout.text, lines, nominals, names, chains)
    walk = Walk(layout, lines, attributions, chains)
    mentions = walk.go(names, nominals, attached)
    sources = Sources(layout, mentions, walk.titled)
    filled = fill(attributions, sources, layout)
    mentions = sorted([*mentions, *sources.made.values()], key=lambda m: (m.span, m.form))
    mentions += walk.speak(filled)
    described = [DescriptionDraft(span, chain) for _, (chain, span) in sorted(attached.items())]
    called = find_called(lines, mentions)
    _take_called(mentions, called)
    described += called
    return _record(layout.document, mentions, described, filled)


def _take_called(mentions: Sequence[MentionDraft], called: Sequence[DescriptionDraft]) -> None:
    """What somebody is called means him: the phrase joins his chain."""
    by_start = {mention.span.start: mention for mention in mentions if mention.form == "nominal"}
    for description in called:
        for at in range(description.span.start - 1, description.span.end):
            mention = by_start.get(at)
            if mention is not None and not mention.chain.named and mention.chain.kind == description.chain.kind:
                mention.chain = description.chain


def _record(
    document: Document,
    mentions: Sequence[MentionDraft],
    described: Sequence[DescriptionDraft],
    filled: Sequence[tuple[Attribution, list[ChainDraft], list[ChainDraft]]],
) -> Chained:
    """Drafts as records, with ids of the content."""
    members: dict[int, tuple[ChainDraft, list[MentionDraft]]] = {}
    for mention in _unique(mentions):
        members.setdefault(id(mention.chain), (mention.chain, []))[1].append(mention)
    ids: dict[int, str] = {}
    chains, made = [], []
    for key, (chain, own) in members.items():
        first = own[0].span
        ids[key] = identify("chain", document.key, first.start, first.end)
        kept = [_mention(document, mention, ids[key]) for mention in own]
        made += kept
        chains.append(_chain(document, chain, ids[key], kept))
    told = [
        Description(document.words(d.span), document.id, d.span.start, d.span.end, ids[id(d.chain)])
        for d in sorted({(d.span, id(d.chain)): d for d in described}.values(), key=lambda d: d.span)
        if id(d.chain) in ids
    ]
    return Chained(
        mentions=tuple(sorted(made, key=lambda m: (m.start, m.end, m.form))),
        chains=tuple(chains),
        descriptions=tuple(told),
        attributions=tuple(
            with_chains(one, [ids[id(c)] for c in speakers if id(c) in ids], [ids.get(id(c)) for c in via])
            for one, speakers, via in filled
        ),
    )


def _unique(mentions: Sequence[MentionDraft]) -> list[MentionDraft]:
    """Mentions in order, one for the same words."""
    kept: dict[Span, MentionDraft] = {}
    for mention in sorted(mentions, key=lambda m: (m.span, m.form)):
        kept.setdefault(mention.span, mention)
    return list(kept.values())


def _mention(document: Document, mention: MentionDraft, chain: str) -> Mention:
    return Mention(
        id=identify("mention", document.key, mention.span.start, mention.span.end),
        document=document.id,
        start=mention.span.start,
        end=mention.span.end,
        chain=chain,
        form=mention.form,
        acts_as="government" if mention.government else None,
        score=mention.score,
    )


def _chain(document: Document, chain: ChainDraft, ident: str, mentions: Sequence[Mention]) -> Chain:
    return Chain(
        id=ident,
        document=document.id,
        kind=chain.kind,
        name=" ".join(chain.name.split()),
        mentions=tuple(mention.id for mention in mentions),
        gender=chain.gender,
        plural=chain.plural,
        roles=tuple(chain.roles),
    )
