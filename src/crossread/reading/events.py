"""Events in the text, as PLOVER codes them: trigger, type, parties, place, time and modality.

A sentence that holds a word of the list tells of an event where the model of types is sure enough and somebody takes
part in it. The sentence's main event comes first; another of its triggers tells of a second event only where it has
both its own type and its own parties.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from crossread.gazetteer import demonyms, roles
from crossread.reading.attribution_cues import is_finite
from crossread.reading.attribution_units import Unit, read_units
from crossread.reading.attribution_words import (
    ADVERBS,
    ARTICLES,
    AUXILIARIES,
    BE,
    PREPOSITIONS,
    SINGULAR_PRONOUNS,
    TIME_WORDS,
)
from crossread.reading.coreference import Chained
from crossread.reading.event_features import NEGATING, sentence_features
from crossread.reading.event_parties import Parties, Range, find_parties, head_range, split_pair
from crossread.reading.event_types import as_event_type, rank_types
from crossread.reading.event_words import Pattern, Trigger, find_triggers, stem, word_classes
from crossread.reading.layout import Layout
from crossread.reading.quotes import find_quotations
from crossread.records import Attribution, Chain, EntityKind, Event, EventType, Mention, Modality, Span, Timex, identify

# A main event is told where its type is at least so likely; a further one in the sentence needs more.
LEAST, LEAST_FURTHER, LEAST_WITHOUT_TRIGGER = 0.3, 0.5, 0.55
# A main event at a word that is listed for another type.
LEAST_OTHERWISE = 0.45
# A trigger stands in one of so many contents that begin before it.
NESTED_CONTENTS = 20
# Sentences longer than this are lists and tables.
LONGEST_SENTENCE = 150
# Words that name no party.
NO_PARTY = TIME_WORDS | SINGULAR_PRONOUNS | ADVERBS | AUXILIARIES | PREPOSITIONS | ARTICLES
# New words for a party are no longer than this.
LONGEST_PARTY = 8
# Kinds of entities that can take part in an event; a party stands up to so many words behind the trigger.
ACTING = frozenset(["person", "organization", "place"])
PARTY_REACH = 25
# Types in which somebody is sent: "sent troops to Tarn" concerns Tarn.
SENDING = frozenset(["AID", "MOBILIZE", "AGREE", "RETREAT", "SANCTION"])
PLANNED = frozenset(
    ["will", "shall", "plans", "plan", "planned", "planning", "intends", "set", "going", "expected", "due"]
)
POSSIBLE = frozenset(
    ["may", "might", "could", "would", "if", "whether", "should", "possible", "possibly", "considers", "considering"]
)
MODAL_REACH = 5
# Stems of what also happens with nobody who does it.
HAPPENING = frozenset(["injur", "wound", "hit", "explod", "explosion", "burn", "destroy", "rescu", "treat", "storm"])
IN_PLACE = frozenset(["in", "at", "near", "outside", "across", "inside", "from"])


@dataclass(frozen=True, slots=True)
class Found:
    """An event before its parties are known to the account's chains."""

    unit: Unit
    trigger: Trigger
    type: EventType
    parties: Parties
    score: float


def read_events(
    layout: Layout, times: tuple[Timex, ...], attributions: tuple[Attribution, ...], chained: Chained
) -> tuple[tuple[Event, ...], Chained]:
    """The events of an account in the order of their triggers, and the chains with those only events name added."""
    marker = _Marker(layout, chained)
    contents = sorted(((span, a) for a in attributions for span in a.content), key=lambda pair: pair[0])
    events: dict[str, Event] = {}
    for unit in read_units(layout, find_quotations(layout)):
        if len(unit.words) <= LONGEST_SENTENCE:
            for found in find_events(layout, unit):
                event = _event(layout, found, marker, times, contents)
                if event:
                    events.setdefault(event.id, event)
    return tuple(sorted(events.values(), key=lambda e: (e.start, e.end, e.id))), marker.chained()


def find_events(layout: Layout, unit: Unit) -> Iterator[Found]:
    """The events of one sentence, the main one first."""
    numbers = [k for k, word in enumerate(unit.words) if word.text[0].isalnum() and not word.quotation]
    stems = [stem(unit.words[k].text) for k in numbers]
    triggers = [t for t in find_triggers(stems) if not _is_name_part(unit, numbers, t)]
    if not triggers:
        yield from _untriggered(layout, unit, stems)
        return
    ranked = rank_types(layout.text[unit.start : unit.end], sentence_features(stems, triggers))
    placed = [replace(t, first=numbers[t.first], last=numbers[t.last]) for t in triggers]
    main = _best_trigger(placed, ranked[0][0])
    taken = _type_of(main, ranked[0][0])
    if ranked[0][1] >= (LEAST if _model_type(main.pattern.type) == ranked[0][0] else LEAST_OTHERWISE):
        yield Found(unit, main, taken, find_parties(unit, main.first, main.last, taken), round(ranked[0][1], 3))
    likely = dict(ranked)
    for trigger in placed:
        name = _model_type(trigger.pattern.type)
        apart = trigger.first > main.last or trigger.last < main.first
        if apart and name != ranked[0][0] and likely[name] >= LEAST_FURTHER * ranked[0][1] and likely[name] >= 0.15:
            yield Found(
                unit,
                trigger,
                trigger.pattern.type,
                find_parties(unit, trigger.first, trigger.last, trigger.pattern.type),
                likely[name],
            )


def _is_name_part(unit: Unit, numbers: Sequence[int], trigger: Trigger) -> bool:
    """Whether a trigger's word is written as part of a name: a capital inside a sentence that is not a headline."""
    index = numbers[trigger.first]
    word = unit.words[index]
    if index == 0 or not word.is_capitalized or unit.in_title:
        return False
    return sum(unit.words[k].is_capitalized for k in numbers) * 2 < len(numbers)


def _untriggered(layout: Layout, unit: Unit, stems: Sequence[str]) -> Iterator[Found]:
    """The event of a sentence with none of the list's words, where its other words leave little doubt: at its verb."""
    index = _main_verb(unit)
    if index is None:
        return
    name, score = rank_types(layout.text[unit.start : unit.end], sentence_features(stems, ()), with_vector=False)[0]
    if score >= LEAST_WITHOUT_TRIGGER:
        kind = as_event_type(name, None)
        trigger = Trigger(index, index, Pattern(kind, "v", (unit.words[index].low,)))
        yield Found(unit, trigger, kind, find_parties(unit, index, index, kind), round(score * score, 3))


def _main_verb(unit: Unit) -> int | None:
    """The first finite verb, behind its auxiliaries."""
    words = unit.words
    index = next((k for k in range(1, len(words)) if not words[k].quotation and is_finite(words, k)), None)
    while index is not None and index + 1 < len(words) and words[index].low in AUXILIARIES | ADVERBS:
        index += 1
    return index if index is not None and words[index].is_word else None


def _model_type(kind: EventType) -> str:
    return "YIELD" if kind in ("CONCEDE", "RETREAT") else kind


def _type_of(trigger: Trigger, name: str) -> EventType:
    return as_event_type(name, trigger.pattern.type)


def _best_trigger(triggers: Sequence[Trigger], name: str) -> Trigger:
    """The trigger of the model's type, a verb of several words before others; else the sentence's first verb."""
    fitting = [t for t in triggers if _model_type(t.pattern.type) == name]
    verbs = [t for t in fitting or triggers if t.pattern.part == "v"]
    chosen = verbs or fitting or list(triggers)
    return min(chosen, key=lambda t: (-t.pattern.size, t.first) if fitting else (0, t.first))


def _event(
    layout: Layout, found: Found, marker: _Marker, times: Sequence[Timex], contents: Sequence[tuple[Span, Attribution]]
) -> Event | None:
    unit, document = found.unit, layout.document
    actors, recipients = marker.sides(found)
    if not actors and (not recipients or _may_be_accident(found)):
        return None
    span = unit.span(found.trigger.first, found.trigger.last)
    return Event(
        id=identify("event", document.key, span.start, span.end, found.type),
        document=document.id,
        start=span.start,
        end=span.end,
        type=found.type,
        modality=_modality(unit, found.trigger.first),
        actor_chains=actors,
        recipient_chains=recipients,
        place_chain=marker.place_in(unit, found.trigger.last),
        time=_time_of(unit, span, times),
        attribution=_innermost(span, contents),
        score=found.score,
    )


def _may_be_accident(found: Found) -> bool:
    """Whether nobody is said to have done what may have happened by itself: "six were injured", "a tank exploded"."""
    return stem(found.unit.words[found.trigger.first].text) in HAPPENING


def _modality(unit: Unit, first: int) -> Modality:
    before = [word.low for word in unit.words[max(0, first - MODAL_REACH) : first]]
    if not NEGATING.isdisjoint(before[-3:]):
        return "denied"
    if not POSSIBLE.isdisjoint(before):
        return "possible"
    if not PLANNED.isdisjoint(before) or (before[-1:] == ["to"] and before[-2:-1] and before[-2] in BE):
        return "planned"
    return "asserted"


def _time_of(unit: Unit, trigger: Span, times: Sequence[Timex]) -> str | None:
    """The date or time of day in the sentence that stands nearest to the trigger."""
    first = bisect_left(times, unit.start, key=lambda t: t.start)
    inside = [
        t for t in times[first : bisect_left(times, unit.end, key=lambda t: t.start)] if t.type in ("DATE", "TIME")
    ]
    dated = [t for t in inside if t.value[:1].isdigit() or t.value.startswith("XXXX")]
    if not dated:
        return None
    return min(dated, key=lambda t: (max(t.start - trigger.end, trigger.start - t.end), t.start)).id


def _innermost(span: Span, contents: Sequence[tuple[Span, Attribution]]) -> str | None:
    """The attribution with the least content that holds the trigger."""
    last = bisect_left(contents, span.start + 1, key=lambda pair: pair[0].start)
    near = contents[max(0, last - NESTED_CONTENTS) : last]
    holding = [(sum(map(len, a.content)), a.id) for content, a in near if content.end >= span.end]
    return min(holding)[1] if holding else None


class _Marker:
    """The account's mentions by place, and those that events add: parties nobody else had to name."""

    def __init__(self, layout: Layout, chained: Chained) -> None:
        self.layout = layout
        self.before = chained
        self.mentions = sorted(chained.mentions, key=lambda m: (m.start, -m.end))
        self.starts = [m.start for m in self.mentions]
        self.kinds = {chain.id: chain.kind for chain in chained.chains}
        self.names = {chain.id: chain.name for chain in chained.chains}
        self.longest = max((m.end - m.start for m in self.mentions), default=0)
        self.added: dict[Span, tuple[Mention, Chain]] = {}

    def chained(self) -> Chained:
        """The chains as they were, with those that were added."""
        added = [self.added[span] for span in sorted(self.added)]
        mentions = sorted([*self.before.mentions, *(m for m, _ in added)], key=lambda m: (m.start, m.end, m.id))
        return replace(
            self.before, mentions=tuple(mentions), chains=(*self.before.chains, *(chain for _, chain in added))
        )

    def sides(self, found: Found) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """Chains of actor and recipient; of two that act together without an object each is a side."""
        unit, (actor, recipient) = found.unit, (found.parties.actor, found.parties.recipient)
        ours, theirs = self._chains(unit, actor), self._chains(unit, recipient)
        if not self._can_act(ours) and not found.parties.is_passive:
            ours = self._party_before(unit, found.trigger.first, theirs) or ours
        if not self._can_act(theirs) or (found.type in SENDING and self._is_force(theirs)):
            # Recipients are parties: "demanded an apology from the minister" is aimed at him, not at the apology.
            theirs = self._party_behind(unit, found.trigger.last, (*ours, *theirs)) or theirs
        pair = split_pair(unit, actor) if actor and not self._can_act(theirs) else None
        if pair:
            ours, theirs = (self._chains(unit, member) for member in pair)
        return ours, tuple(chain for chain in theirs if chain not in ours)

    def _can_act(self, chains: Sequence[str]) -> bool:
        return any(self.kinds.get(chain) in ACTING for chain in chains)

    def _is_adjective(self, mention: Mention) -> bool:
        """Whether a single plain word stands before another: "military aid", "a private dinner"."""
        words = self.layout.document.words(mention.span)
        after = self.layout.text[mention.end : mention.end + 2]
        return mention.form == "nominal" and words.islower() and " " not in words and after[1:].islower()

    def _is_force(self, chains: Sequence[str]) -> bool:
        """Whether somebody who is sent is meant: "troops", "a platoon of soldiers"."""
        words = {stem(word) for chain in chains for word in self.names.get(chain, "").split()}
        return any("force" in word_classes().get(word, ()) for word in words)

    def _party_before(self, unit: Unit, first: int, taken: Sequence[str]) -> tuple[str, ...]:
        """The first mention of the sentence that can act and hangs on no preposition."""
        start = unit.words[first].start
        for mention in self._inside(Span(unit.start, max(start, unit.start + 1))):
            before = self.layout.text[max(unit.start, mention.start - 25) : mention.start].lower().split()
            hangs = any(word in PREPOSITIONS for word in before[-3:])
            if self._can_act((mention.chain,)) and mention.chain not in taken and not hangs:
                return (mention.chain,)
        return ()

    def _party_behind(self, unit: Unit, last: int, taken: Sequence[str]) -> tuple[str, ...]:
        """The first behind the trigger who can act and is not its actor: a mention, or words that mean people."""
        end = unit.words[min(len(unit.words) - 1, last + PARTY_REACH)].end
        unmarked = self._people_behind(unit, last)
        for mention in self._inside(Span(unit.words[last].end, max(end, unit.words[last].end + 1))):
            if unmarked is not None and unit.words[unmarked].end <= mention.start:
                break
            is_party = mention.form != "pronoun" and mention.chain not in taken and not self._is_adjective(mention)
            if is_party and self._can_act((mention.chain,)):
                return (mention.chain,)
        return self._chains(unit, (unmarked, unmarked)) if unmarked is not None else ()

    def _people_behind(self, unit: Unit, last: int) -> int | None:
        """The first word behind the trigger that means people and that nobody has marked."""
        for index in range(last + 1, min(len(unit.words), last + PARTY_REACH)):
            word = unit.words[index]
            if not word.quotation and _kind((word.low,)) == "person" and not self._at(Span(word.start, word.end)):
                return index
        return None

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

    def _at(self, span: Span) -> list[Mention]:
        """Mentions that share characters with a span."""
        return [m for m in self._inside(Span(max(0, span.start - self.longest), span.end)) if m.end > span.start]

    def _chains(self, unit: Unit, found: Range | None) -> tuple[str, ...]:
        """The chain of the mention that holds a phrase's head, made where there is none; none for time and marks."""
        if found is None:
            return ()
        first, last = head_range(unit, found)
        head, whole = unit.span(last, last), unit.span(first, last)
        near = self._at(head)
        if near:
            return (min(near, key=lambda m: (m.form != "name", m.end - m.start, m.start)).chain,)
        word = unit.words[last]
        is_nobody = word.low in NO_PARTY or not word.text[0].isalpha() or is_finite(unit.words, last)
        if is_nobody or last - first >= LONGEST_PARTY or word.quotation:
            return ()
        return (self._add(whole, [w.low for w in unit.words[first : last + 1]]),)

    def _add(self, span: Span, lows: Sequence[str]) -> str:
        if span not in self.added:
            document = self.layout.document
            chain = identify("chain", document.key, "party", span.start, span.end)
            mention = identify("mention", document.key, "party", span.start, span.end)
            made = Mention(mention, document.id, span.start, span.end, chain, "nominal")
            name = " ".join(document.words(span).split())
            self.kinds[chain] = _kind(lows)
            kind, is_many = self.kinds[chain], lows[-1].endswith("s")
            self.added[span] = (made, Chain(chain, document.id, kind, name, (mention,), plural=is_many))
        return self.added[span][1].id


def _kind(lows: Sequence[str]) -> EntityKind:
    """A person or people, a body, or something else, by a phrase's last word or a force in it: "army convoy"."""
    for low in reversed(lows):
        role = roles().get(low) or roles().get(low.removesuffix("s"))
        if low in demonyms() and low.endswith("s"):
            return "person"
        if role is not None and (low == lows[-1] or "force" in word_classes().get(stem(low), ())):
            return "organization" if role.number == "c" else "person"
    return "other"
