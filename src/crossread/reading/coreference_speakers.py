"""Attributions given the chains of those who speak, and of those through whom it came."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import replace

from crossread.reading.coreference_draft import ChainDraft, MentionDraft
from crossread.reading.layout import Layout
from crossread.records import Attribution, EntityKind, Span, Via

ARTICLE = re.compile(r"(?:the|a|an)\s+", re.IGNORECASE)
LIST_GAP = re.compile(
    r"[\s,]*(?:\b(?:and|or|as well as|along with)\b)?[\s,]*(?:\b(?:the|his|her|its|their|both)\b)?\s*", re.IGNORECASE
)
SOMEBODY = frozenset(
    ["one", "anyone", "someone", "somebody", "nobody", "everyone", "everybody", "who", "others", "another"]
)
RELATIVES = frozenset(["who", "which", "that", "whom"])
PREPOSITION = re.compile(r"\b(?:of|for|in|at|with|from|near|to|on|about|against|under|behind|inside)\b", re.IGNORECASE)
# Behind these the body named is the one that speaks: 'data from the commission'.
GIVEN_BY = re.compile(r"\b(?:by|from|of)\s+(?:the\s+)?$", re.IGNORECASE)
LONGEST_NAME = 60
LONGEST_GAP = 24
LONGEST_SOURCE = 90
Filled = list[tuple[Attribution, list[ChainDraft], list[ChainDraft]]]


class Sources:
    """Finds who is meant by the words that name a source; makes a chain where nobody was marked there."""

    def __init__(self, layout: Layout, mentions: Sequence[MentionDraft], titled: Sequence[Span]) -> None:
        self.text = layout.text
        self.layout = layout
        self.mentions = mentions
        self.titled = titled
        self.starts = [mention.span.start for mention in mentions]
        self.made: dict[Span, MentionDraft] = {}

    def chains(self, attribution: Attribution) -> list[ChainDraft]:
        """The chains of those who speak, in the order they are named."""
        source = attribution.source
        if source is None:
            return []
        if source.words_in(self.text).lower() in RELATIVES:
            found = self._before(source)
            return [found] if found else []
        inside = self._outermost(self._inside(source))
        heads = self._heads(source, inside)
        if heads:
            self._name_unnamed(heads, inside, source)
            return heads
        return [
            self._make(source, attribution.source_type in ("several",), _kind(attribution, source.words_in(self.text)))
        ]

    def via(self, link: Via) -> ChainDraft:
        """The chain of a medium that handed a statement on."""
        span = Span(link.start, link.end)
        inside = self._inside(span)
        named = [m for m in inside if m.form == "name" and m.chain.kind != "person"] or inside
        return named[0].chain if named else self._make(span, False, "organization")

    def _inside(self, span: Span) -> list[MentionDraft]:
        first = bisect_left(self.starts, span.start)
        return [m for m in self.mentions[first : bisect_left(self.starts, span.end)] if m.span.end <= span.end]

    def _name_unnamed(self, heads: Sequence[ChainDraft], inside: Sequence[MentionDraft], source: Span) -> None:
        """One without a name who speaks where he is first spoken of is named by all that is said of him there."""
        chain = heads[0]
        if len(heads) > 1 or chain.named or chain.mentions[:1] != [inside[0]]:
            return
        start = inside[0].span.start
        if len(chain.name) < source.end - start < LONGEST_SOURCE:
            chain.name = self.text[start : source.end]
            inside[0].span = Span(start, source.end)

    def _outermost(self, inside: Sequence[MentionDraft]) -> list[MentionDraft]:
        """Without those who only say more of another: 'Vane' in 'Vane's lawyer', the body in 'head of the council'."""
        kept = []
        for mention in inside:
            wider = [m.whole for m in inside if m is not mention and m.whole is not None]
            wider += [span for span in self._titles(mention.span) if span.end != mention.span.end]
            is_owner = self.text[mention.span.end : mention.span.end + 2] in ("'s", "’s") and mention is not inside[-1]
            is_owner = is_owner or self._sorts_next(mention, inside)
            if not is_owner and not any(span.contains(mention.span) for span in wider):
                kept.append(mention)
        return kept or list(inside)

    def _sorts_next(self, mention: MentionDraft, inside: Sequence[MentionDraft]) -> bool:
        """Whether a plural only says what those named behind it are: 'candidates Orla Vane and Piet Rook'."""
        return mention.chain.plural and any(
            other.form == "name" and other.chain.kind == "person" and other.span.start == mention.span.end + 1
            for other in inside
        )

    def _titles(self, span: Span) -> Sequence[Span]:
        last = bisect_right(self.titled, span.start, key=lambda s: s.start)
        return self.titled[max(0, last - 2) : last]

    def _before(self, source: Span) -> ChainDraft | None:
        """Whom a relative pronoun takes up: the mention that ends before it."""
        last = bisect_left(self.starts, source.start) - 1
        if last < 0 or source.start - self.mentions[last].span.end > LONGEST_NAME:
            return None
        return self.mentions[last].chain

    def _heads(self, source: Span, inside: Sequence[MentionDraft]) -> list[ChainDraft]:
        heads: list[ChainDraft] = []
        last: MentionDraft | None = None
        for mention in inside:
            if last is None:
                title = next((t for t in self._titles(mention.span) if t.end == mention.span.end), mention.span)
                before = self.text[source.start : title.start]
                if PREPOSITION.search(before) and not GIVEN_BY.search(before):
                    return []
                heads, last = [mention.chain], mention
                continue
            gap = self.text[last.span.end : mention.span.start]
            if (
                len(gap) < LONGEST_GAP
                and LIST_GAP.fullmatch(gap)
                and ("and" in gap or "," in gap)
                and not _apposed(last, mention)
            ):
                if len(heads) == 1 and self._shares_noun(last, mention):
                    heads = []
                if mention.chain not in heads:
                    heads.append(mention.chain)
                last = mention
        return _without_modifier(heads, inside)

    def _shares_noun(self, last: MentionDraft, mention: MentionDraft) -> bool:
        """Whether two bodies only say whose people speak: 'Quist and Selmar workers'."""
        is_body = last.form == "name" and last.chain.kind == "organization"
        are_people = mention.form == "nominal" and mention.chain.plural and mention.chain.kind == "person"
        return is_body and are_people and " " in mention.span.words_in(self.text) and self._opens_large(mention)

    def _opens_large(self, mention: MentionDraft) -> bool:
        start = mention.span.start
        return self.text[max(0, start - 5) : start] == " and " and self.text[start].isupper()

    def _make(self, span: Span, plural: bool, kind: EntityKind) -> ChainDraft:
        article = ARTICLE.match(self.text, span.start, span.end)
        start = article.end() if article and article.end() < span.end else span.start
        key = Span(start, span.end)
        if key not in self.made:
            line = bisect_left(self.layout.sentences, span.start, key=lambda s: s.end)
            chain = ChainDraft(kind, self.text[key.start : key.end], False, plural=plural)
            self.made[key] = MentionDraft(key, "nominal", chain, line)
        return self.made[key].chain


def _apposed(last: MentionDraft, mention: MentionDraft) -> bool:
    """Whether two neighbours are one: 'Ilves, the mayor'."""
    return last.chain is mention.chain


def _without_modifier(heads: list[ChainDraft], inside: Sequence[MentionDraft]) -> list[ChainDraft]:
    """A body right before a person named is what he belongs to: 'ministry spokesman Ivo Lund'."""
    if len(heads) == 1 and heads[0].kind != "person":
        person = next((m.chain for m in inside if m.chain.kind == "person" and m.form == "name"), None)
        if person is not None and inside[0].chain is heads[0] and inside[0].form == "name":
            return [person]
    return heads


def _kind(attribution: Attribution, words: str) -> EntityKind:
    """What a source is where nobody was marked in its words; a singular noun that means no person is a thing."""
    kinds: dict[str, EntityKind] = {"document": "other", "account": "organization", "official": "organization"}
    if attribution.source_type == "unnamed" and words.lower().split()[0] not in SOMEBODY:
        return "other"
    return kinds.get(attribution.source_type, "person")


OWN = frozenset(["i", "we", "us", "me"])


def fill(attributions: Sequence[Attribution], sources: Sources, layout: Layout) -> Filled:
    """Each attribution with its speakers and the chains of its `via`; what stands alone goes on from the one before."""
    found: Filled = []
    last: list[ChainDraft] = []
    last_paragraph = -9
    by_id: dict[str, list[ChainDraft]] = {}
    for one in attributions:
        is_own = one.source is not None and one.source.words_in(layout.text).lower() in OWN
        chains = by_id.get(one.within or "", list(last)) if is_own else sources.chains(one)
        sentence = layout.sentence_at(one.content[0].start)
        paragraph = sentence.paragraph if sentence else last_paragraph
        if one.source is None and one.kind != "indirect" and last and paragraph - last_paragraph <= 1:
            chains = list(last)
        if chains and one.within is None:
            last, last_paragraph = chains, paragraph
        by_id[one.id] = chains
        found.append((one, chains, [sources.via(link) for link in one.via]))
    return found


def with_chains(one: Attribution, chains: Sequence[str], via: Sequence[str | None]) -> Attribution:
    """The attribution with ids of chains."""
    links = tuple(replace(link, chain=chain) for link, chain in zip(one.via, via, strict=True))
    return replace(one, chains=tuple(dict.fromkeys(chains)), via=links)
