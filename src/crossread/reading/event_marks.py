"""The account's mentions as an event sees them: who stands where in a sentence, and phrases that only events name.

An event's parties are chains. Most of them are mentions that coreference knows already; a phrase that nobody else had
to name ("five dockers") becomes a mention of its own, once it is chosen.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from crossread.gazetteer import capitals, country_names, demonyms, roles
from crossread.reading.attribution_cues import is_finite
from crossread.reading.attribution_units import Unit
from crossread.reading.attribution_words import (
    ADVERBS,
    ARTICLES,
    AUXILIARIES,
    PREPOSITIONS,
    SINGULAR_PRONOUNS,
    TIME_WORDS,
)
from crossread.reading.coreference import Chained
from crossread.reading.event_parties import Range, head_range
from crossread.reading.event_words import stem, word_classes
from crossread.reading.layout import Layout
from crossread.records import Chain, EntityKind, Mention, MentionForm, Span, identify

# Words that name no party.
NO_PARTY = TIME_WORDS | SINGULAR_PRONOUNS | ADVERBS | AUXILIARIES | PREPOSITIONS | ARTICLES
# New words for a party are no longer than this.
LONGEST_PARTY = 8
# A party stands up to so many words behind the trigger.
PARTY_REACH = 25
IN_PLACE = frozenset(["in", "at", "near", "outside", "across", "inside", "from"])


@dataclass(frozen=True, slots=True)
class Candidate:
    """Words `first` to `last` of a sentence that may name a party; `chain` is None for a phrase nobody has marked."""

    first: int
    last: int
    kind: EntityKind
    form: MentionForm
    chain: str | None = None


class Marks:
    """The mentions of an account by place, and those that events add to them."""

    def __init__(self, layout: Layout, chained: Chained) -> None:
        self.layout = layout
        self.before = chained
        self.mentions = sorted(chained.mentions, key=lambda m: (m.start, -m.end))
        self.starts = [m.start for m in self.mentions]
        self.kinds = {chain.id: chain.kind for chain in chained.chains}
        self.longest = max((m.end - m.start for m in self.mentions), default=0)
        self.added: dict[Span, tuple[Mention, Chain]] = {}
        text = layout.text
        self.public = {m.chain for m in self.mentions if is_public_name(text[m.start : m.end])}

    def has_public(self, unit: Unit) -> bool:
        """Whether a sentence names anybody of public life."""
        return any(m.chain in self.public for m in self._inside(Span(unit.start, max(unit.end, unit.start + 1))))

    def has_two(self, unit: Unit) -> bool:
        """Whether a sentence names two at least, apart from pronouns."""
        inside = self._inside(Span(unit.start, max(unit.end, unit.start + 1)))
        return len({m.chain for m in inside if m.form != "pronoun"}) > 1

    def is_named(self, unit: Unit, index: int) -> bool:
        """Whether a word with a capital is part of a name: "Joshua Freed said"."""
        word = unit.words[index]
        if not word.is_capitalized:
            return False
        near = self._inside(Span(max(unit.start, word.start - 40), word.end))
        return any(m.form == "name" and m.start <= word.start and m.end >= word.end for m in near)

    def is_public(self, unit: Unit, candidate: Candidate) -> bool:
        """Whether a candidate is of public life: a state, its servants, fighters, courts, crowds."""
        if candidate.chain is not None:
            return candidate.chain in self.public
        return is_public_name(unit.text(candidate.first, candidate.last))

    def chained(self) -> Chained:
        """The chains as they were, with those that were added."""
        added = [self.added[span] for span in sorted(self.added)]
        mentions = sorted([*self.before.mentions, *(m for m, _ in added)], key=lambda m: (m.start, m.end, m.id))
        return replace(
            self.before, mentions=tuple(mentions), chains=(*self.before.chains, *(chain for _, chain in added))
        )

    def candidates(self, unit: Unit, trigger: Range, phrases: Sequence[Range | None]) -> list[Candidate]:
        """Whoever may take part in an event at a trigger: mentions of its sentence, phrases of the rules, people."""
        found = list(self._marked(unit))
        for phrase in phrases:
            if phrase is not None:
                found += self._unmarked(unit, phrase, found)
        for index in range(trigger[0] + 1, min(len(unit.words), trigger[1] + PARTY_REACH)):
            word = unit.words[index]
            if not word.quotation and _kind((word.low,)) == "person":
                found += self._unmarked(unit, (index, index), found)
        # "gave Norland a deadline": who stands inside a trigger of several words takes part too.
        apart = [c for c in found if not c.first <= trigger[0] <= c.last]
        return sorted(apart, key=lambda c: (c.first, c.last))

    def _marked(self, unit: Unit) -> Iterator[Candidate]:
        """The mentions of a sentence outside its quotations."""
        starts = [word.start for word in unit.words]
        for mention in self._inside(Span(unit.start, max(unit.end, unit.start + 1))):
            first = bisect_right(starts, mention.start) - 1
            last = bisect_left(starts, mention.end) - 1
            if not unit.words[last].quotation and not unit.words[first].quotation:
                yield Candidate(first, last, self.kinds.get(mention.chain, "other"), mention.form, mention.chain)

    def _unmarked(self, unit: Unit, phrase: Range, found: Sequence[Candidate]) -> Iterator[Candidate]:
        """A phrase as a candidate, unless its head is one already, or names no party."""
        first, last = head_range(unit, phrase)
        if any(c.first <= last <= c.last for c in found):
            return
        word = unit.words[last]
        is_nobody = word.low in NO_PARTY or not word.text[0].isalpha() or is_finite(unit.words, last)
        if not is_nobody and last - first < LONGEST_PARTY and not word.quotation:
            yield Candidate(first, last, _kind([w.low for w in unit.words[first : last + 1]]), "nominal")

    def chain_of(self, unit: Unit, candidate: Candidate) -> str:
        """The candidate's chain, made where it has none."""
        if candidate.chain is not None:
            return candidate.chain
        span, document = unit.span(candidate.first, candidate.last), self.layout.document
        if span not in self.added:
            chain = identify("chain", document.key, "party", span.start, span.end)
            mention = identify("mention", document.key, "party", span.start, span.end)
            made = Mention(mention, document.id, span.start, span.end, chain, "nominal")
            name, is_many = " ".join(document.words(span).split()), unit.words[candidate.last].low.endswith("s")
            self.kinds[chain] = candidate.kind
            self.added[span] = (made, Chain(chain, document.id, candidate.kind, name, (mention,), plural=is_many))
        return self.added[span][1].id

    def place_in(self, unit: Unit, after: int) -> str | None:
        """The first place behind the trigger with a preposition of place before it."""
        for mention in self._inside(Span(unit.words[after].start, max(unit.end, unit.words[after].start + 1))):
            if self.kinds.get(mention.chain) == "place" and mention.form == "name":
                before = self.layout.text[max(0, mention.start - 12) : mention.start].split()
                if any(word.lower() in IN_PLACE for word in before[-2:]):
                    return mention.chain
        return None

    def _inside(self, span: Span) -> list[Mention]:
        """Mentions that begin inside a span."""
        first = bisect_left(self.starts, span.start)
        return self.mentions[first : bisect_left(self.starts, span.end)]


def is_public_name(text: str) -> bool:
    """Whether words name a state or a people, or one of those PLOVER codes as actors of a state.

    >>> [is_public_name(name) for name in ("Norway", "the Danish minister", "rebels", "a gorilla")]
    [True, True, True, False]
    """
    low = text.lower()
    if low in country_names():
        return True
    words = low.replace("’", "'").replace("'s", "").split()
    return any(w in demonyms() or w in capitals() or "public" in word_classes().get(stem(w), ()) for w in words)


def is_acting_place(text: str) -> bool:
    """Whether a place decides and acts, as a country and a capital do."""
    low = text.lower().removeprefix("the ")
    return low in country_names() or low in capitals() or low in demonyms()


def _kind(lows: Sequence[str]) -> EntityKind:
    """A person or people, a body, or something else, by a phrase's last word or a force in it: "army convoy"."""
    for low in reversed(lows):
        role = roles().get(low) or roles().get(low.removesuffix("s"))
        if low in demonyms() and low.endswith("s"):
            return "person"
        if role is not None and (low == lows[-1] or "force" in word_classes().get(stem(low), ())):
            return "organization" if role.number == "c" else "person"
    return "other"
