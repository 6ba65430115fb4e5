"""Events in the text, as PLOVER codes them: trigger, type, parties, place, time and modality.

A sentence that holds a word of the list tells of an event where the model of types is sure enough and somebody takes
part in it. The sentence's main event comes first; another of its triggers tells of a second event only where it has
both its own type and its own parties.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from crossread.reading.attribution_units import Unit, read_units
from crossread.reading.coreference import Chained
from crossread.reading.event_clauses import depth_of, main_verb
from crossread.reading.event_features import sentence_features
from crossread.reading.event_gates import LEAST_ACTOR, LEAST_RECIPIENT, LEAST_THING, PERSONAL, allowed_sides
from crossread.reading.event_marks import Candidate, Marks
from crossread.reading.event_parties import Parties, Range, find_parties, is_adjective, is_noun, is_verb, object_behind
from crossread.reading.event_settings import modality_of, time_of
from crossread.reading.event_sides import candidate_features, score_sides
from crossread.reading.event_told import Told, is_told
from crossread.reading.event_types import as_event_type, rank_types
from crossread.reading.event_words import Pattern, Trigger, find_triggers, stem
from crossread.reading.layout import Layout
from crossread.reading.quotes import find_quotations
from crossread.records import Attribution, Event, EventType, Span, Timex, identify

# The type of a further event of a sentence is at least so likely.
LEAST_FURTHER = 0.02
# A trigger stands in one of so many contents that begin before it.
NESTED_CONTENTS = 20
# Where nobody can be one side, the likeliest for the other is still told from the rest.
UNLIKELY = 1e-3
# Sentences longer than this are lists and tables.
LONGEST_SENTENCE = 150
# Kinds of entities that can take part in an event.
ACTING = frozenset(["person", "organization", "place"])
# Stems of what also happens with nobody who does it.
HAPPENING = frozenset([
    "injur", "wound", "hit", "explod", "explosion", "burn", "destroy", "rescu", "treat", "storm", "kill", "hurt",
    "blast", "fire",
])  # fmt: skip
# Stems that show it did not.
VIOLENT = frozenset([
    "attack", "shoot", "shot", "gun", "gunman", "gunmen", "gunfire", "bomb", "stab", "shell", "airstrik", "terror",
    "terrorist", "murder", "massacr", "ambush", "militant", "rocket", "missil", "clash", "assassinat", "execut",
    "rebel", "war", "fight", "sniper",
])  # fmt: skip
# Auxiliaries and the like that the list holds.
MODAL = frozenset(["must", "should", "need", "fail", "failed", "fails", "willing", "ready", "prepared"])
# A verb as dull as these tells of an event only by its list.
DULL = frozenset([
    "seem", "know", "think", "take", "get", "become", "focus", "go", "come", "start", "begin", "appear", "look",
    "feel", "see", "use", "includ", "remain", "mean", "keep", "make", "find", "put", "turn", "call", "show", "run",
    "want", "like", "work", "live", "play", "try", "have", "be", "do", "give", "say", "tell", "add", "watch",
    "hear", "read", "write", "grow", "fall", "rise", "spend", "win", "lose",
])  # fmt: skip
NUMBERED = re.compile(r"\s*\d+/\d+\s")
CAPTION = re.compile(
    r"(?i)hide caption|(?:image|photo|picture) (?:caption|copyright|credit)|\bphotos?:|getty images|rex features"
    r"|file photo"
)


@dataclass(frozen=True, slots=True)
class Found:
    """An event before its parties are known to the account's chains."""

    unit: Unit
    trigger: Trigger
    type: EventType
    parties: Parties
    score: float
    fits: bool = True
    is_listed: bool = True
    is_main: bool = True


def read_events(
    layout: Layout, times: tuple[Timex, ...], attributions: tuple[Attribution, ...], chained: Chained
) -> tuple[tuple[Event, ...], Chained]:
    """The events of an account in the order of their triggers, and the chains with those only events name added."""
    marks = Marks(layout, chained)
    contents = sorted(((span, a) for a in attributions for span in a.content), key=lambda pair: pair[0])
    events: dict[str, Event] = {}
    for unit in read_units(layout, find_quotations(layout)):
        if len(unit.words) <= LONGEST_SENTENCE:
            for found in find_events(layout, unit, marks):
                event = _event(layout, found, marks, times, contents)
                if event:
                    events.setdefault(event.id, event)
    return tuple(sorted(events.values(), key=lambda e: (e.start, e.end, e.id))), marks.chained()


def find_events(
    layout: Layout, unit: Unit, marks: Marks, ranked: Sequence[tuple[str, float]] | None = None
) -> Iterator[Found]:
    """The events a sentence may tell of, the main one first; `ranked` stands in for the model's types in training."""
    numbers = [k for k, word in enumerate(unit.words) if word.text[0].isalnum() and not word.quotation]
    stems = [stem(unit.words[k].text) for k in numbers]
    triggers = [t for t in find_triggers(stems) if not _is_name_part(unit, numbers, t)]
    is_public = marks.has_public(unit)
    if not triggers and not is_public:
        return
    ranked = ranked or rank_types(
        layout.text[unit.start : unit.end],
        sentence_features(stems, triggers),
        with_vector=is_public and bool(triggers) and marks.has_two(unit),
    )
    name, score = ranked[0]
    placed = [replace(t, first=numbers[t.first], last=numbers[t.last]) for t in triggers]
    placed = [t for t in placed if not is_adjective(unit, t.first) and not marks.is_named(unit, t.first)]
    main = _best_trigger(unit, placed, name)
    if main is None:
        return
    kind, is_listed = as_event_type(name, main.pattern.type), main in placed
    parties = find_parties(unit, main.first, main.last, kind)
    fits = is_listed and _model_type(main.pattern.type) == name
    yield Found(unit, main, kind, parties, round(score, 3), fits, is_listed)
    yield from _further(unit, placed, main, name, dict(ranked))


def _further(
    unit: Unit, placed: Sequence[Trigger], main: Trigger, name: str, likely: Mapping[str, float]
) -> Iterator[Found]:
    """The trigger that stands highest in the sentence of each type but the main one's."""
    highest: dict[str, Trigger] = {}
    for trigger in sorted(placed, key=lambda t: _standing(unit, t)):
        other = _model_type(trigger.pattern.type)
        is_apart = trigger.first > main.last or trigger.last < main.first
        if is_apart and other != name and likely[other] >= LEAST_FURTHER:
            highest.setdefault(other, trigger)
    for other, trigger in sorted(highest.items()):
        parties = find_parties(unit, trigger.first, trigger.last, trigger.pattern.type)
        yield Found(unit, trigger, trigger.pattern.type, parties, round(likely[other], 3), is_main=False)


def _standing(unit: Unit, trigger: Trigger) -> tuple[int, bool, int, int]:
    """What orders the triggers of a sentence, the highest first."""
    return depth_of(unit, trigger), trigger.pattern.part != "v", -trigger.pattern.size, trigger.first


def _is_name_part(unit: Unit, numbers: Sequence[int], trigger: Trigger) -> bool:
    """Whether a trigger's word is written as part of a name: a capital inside a sentence that is not a headline."""
    index = numbers[trigger.first]
    word = unit.words[index]
    if index == 0 or not word.is_capitalized or unit.in_title:
        return False
    return sum(unit.words[k].is_capitalized for k in numbers) * 2 < len(numbers)


def _model_type(kind: EventType) -> str:
    return "YIELD" if kind in ("CONCEDE", "RETREAT") else kind


def _best_trigger(unit: Unit, triggers: Sequence[Trigger], name: str) -> Trigger | None:
    """The trigger of the model's type that stands highest in the sentence; else its main verb, listed or not."""
    fitting = [t for t in triggers if _model_type(t.pattern.type) == name]
    index = None if fitting else main_verb(unit)
    if index is not None:
        listed = [t for t in triggers if t.first <= index <= t.last]
        if not listed and stem(unit.words[index].text) in DULL:
            return None
        return listed[0] if listed else Trigger(index, index, Pattern(as_event_type(name, None), "v", ("",)))
    return min(fitting or triggers, key=lambda t: _standing(unit, t), default=None)


def _event(
    layout: Layout, found: Found, marks: Marks, times: Sequence[Timex], contents: Sequence[tuple[Span, Attribution]]
) -> Event | None:
    unit, document, trigger = found.unit, layout.document, found.trigger
    if _is_caption(layout.text, unit):
        return None
    actor, recipient = choose_sides(marks, found)
    if not can_be_told(found, actor, recipient) or not is_told(marks, as_told(found, actor, recipient)):
        return None
    span = unit.span(trigger.first, trigger.last)
    return Event(
        id=identify("event", document.key, span.start, span.end, found.type),
        document=document.id,
        start=span.start,
        end=span.end,
        type=found.type,
        modality=modality_of(unit, trigger.first),
        actor_chains=(marks.chain_of(unit, actor),) if actor else (),
        recipient_chains=(marks.chain_of(unit, recipient),) if recipient else (),
        place_chain=marks.place_in(unit, trigger.last),
        time=time_of(unit, trigger.first, trigger.last, times),
        attribution=_innermost(span, contents),
        score=found.score,
    )


def can_be_told(found: Found, actor: Candidate | None, recipient: Candidate | None) -> bool:
    """Whether somebody takes part, it is no accident, and no noun stands for another type than its own."""
    is_noun_trigger = found.trigger.pattern.part == "n"
    if (actor is None or is_noun_trigger) and _may_be_accident(found):
        return False
    return (actor is not None or recipient is not None) and (found.fits or not is_noun_trigger)


def as_told(found: Found, actor: Candidate | None, recipient: Candidate | None) -> Told:
    """A possible event with its parties, as the model that tells it looks at it."""
    return Told(
        unit=found.unit,
        trigger=found.trigger,
        type=_model_type(found.type),
        parties=found.parties,
        score=found.score,
        fits=found.fits,
        is_listed=found.is_listed,
        is_main=found.is_main,
        is_loose=_is_loose(found),
        is_modal=found.unit.words[found.trigger.first].low in MODAL,
        actor=actor,
        recipient=recipient,
    )


def _may_be_accident(found: Found) -> bool:
    """Whether nobody is said to have done what may have happened by itself: "six were killed", "a tank exploded"."""
    if stem(found.unit.words[found.trigger.first].text) not in HAPPENING:
        return False
    return VIOLENT.isdisjoint(stem(word.text) for word in found.unit.words if not word.quotation)


def _is_loose(found: Found) -> bool:
    """Whether a single noun stands there that the grammar gives no party: "the charge sheet", "after a shooting"."""
    first, size = found.trigger.first, found.trigger.pattern.size
    if not found.parties.is_bound:
        return True
    return size == 1 and not is_verb(found.unit, first) and not is_noun(found.unit.words, first)


def _is_caption(text: str, unit: Unit) -> bool:
    """Whether a sentence belongs to a picture or a gallery."""
    return CAPTION.search(text, unit.start, unit.end) is not None or NUMBERED.match(text, unit.start) is not None


def choose_sides(marks: Marks, found: Found) -> tuple[Candidate | None, Candidate | None]:
    """The likeliest actor and recipient that are not one, each None where nobody is likely enough."""
    unit, trigger, parties = found.unit, found.trigger, found.parties
    candidates = marks.candidates(unit, (trigger.first, trigger.last), phrases_of(found))
    rows = candidate_features(unit, trigger, found.type, parties, candidates)
    scores = []
    for candidate, (as_actor, as_recipient) in zip(candidates, score_sides(rows), strict=True):
        may_act, may_suffer = allowed_sides(marks, unit, trigger, parties, candidate)
        scores.append((as_actor * may_act, as_recipient * may_suffer))
    actor, recipient = best_pair(candidates, scores)
    likely = [
        k is not None and scores[k][side] >= (least if candidates[k].kind in ACTING else max(least, LEAST_THING))
        for side, (k, least) in enumerate(((actor, LEAST_ACTOR), (recipient, LEAST_RECIPIENT)))
    ]
    sides = [
        candidates[k] if k is not None and is_likely else None
        for k, is_likely in zip((actor, recipient), likely, strict=True)
    ]
    is_public = any(marks.is_public(unit, side) for side in sides if side is not None)
    # A thing is told as the other side only of what states do: "boycotted the vote".
    is_personal = stem(unit.words[trigger.first].text) in PERSONAL
    is_thing = sides[1] is not None and sides[1].kind not in ACTING and not is_personal
    return sides[0], None if is_thing and not (is_public and sides[0] is not None) else sides[1]


def phrases_of(found: Found) -> list[Range | None]:
    """The phrases that the rules name as parties, and the object inside a trigger of several words."""
    unit, trigger, parties = found.unit, found.trigger, found.parties
    inner = object_behind(unit, trigger.first + 1) if trigger.last > trigger.first else None
    main = main_verb(unit)
    behind = object_behind(unit, main + 1) if main is not None and main != trigger.first else None
    return [parties.actor, parties.recipient, inner, behind]


def best_pair(candidates: Sequence[Candidate], scores: Sequence[tuple[float, float]]) -> tuple[int | None, int | None]:
    """The numbers of the two candidates that are likeliest together and not of one chain."""
    if len(candidates) < 2:
        return (0, 0) if candidates else (None, None)
    best, value = (0, 1), -1.0
    by_recipient = sorted(range(len(candidates)), key=lambda k: (-scores[k][1], k))
    for a in range(len(candidates)):
        b = next((k for k in by_recipient if k != a and not _are_one(candidates[a], candidates[k])), None)
        together = (scores[a][0] + UNLIKELY) * (scores[b][1] + UNLIKELY) if b is not None else -1.0
        if b is not None and together > value:
            best, value = (a, b), together
    return best


def _are_one(a: Candidate, b: Candidate) -> bool:
    return a.chain is not None and a.chain == b.chain


def _innermost(span: Span, contents: Sequence[tuple[Span, Attribution]]) -> str | None:
    """The attribution with the least content that holds the trigger."""
    last = bisect_left(contents, span.start + 1, key=lambda pair: pair[0].start)
    near = contents[max(0, last - NESTED_CONTENTS) : last]
    holding = [(sum(map(len, a.content)), a.id) for content, a in near if content.end >= span.end]
    return min(holding)[1] if holding else None
