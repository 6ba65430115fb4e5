"""What is told as an event: the type must be likely enough for how well its parties are known.

The model of types has seen only sentences of world politics; outside of it its types mean less. So a sentence whose
parties are states, their servants, fighters, courts or crowds (the actors PLOVER codes) needs less than one about
others, one with a single party more than one with two, a mere noun more than a verb.
"""

from __future__ import annotations

from dataclasses import dataclass

from crossread.reading.attribution_units import Unit
from crossread.reading.attribution_words import PREPOSITIONS
from crossread.reading.event_marks import Candidate, Marks, is_acting_place
from crossread.reading.event_parties import Parties, head_range
from crossread.reading.event_words import Trigger, stem, word_classes
from crossread.records import EventType

# All thresholds here were set on the folds of PLV and on sentences of unkeyed accounts read by eye (2026-11): lower
# ones meet more of PLV, higher ones tell less that is none elsewhere.
# A party is named where it is so likely to be the one, by the model of sides.
LEAST_ACTOR, LEAST_RECIPIENT = 0.15, 0.06
# What can act only in a figure of speech needs more.
LEAST_THING = 0.12
# How likely the type must be with both parties, of public life or not; with one.
LEAST_PUBLIC, LEAST_PRIVATE, LEAST_ONE_PUBLIC, LEAST_ONE_PRIVATE = 0.2, 0.45, 0.35, 0.7
# A trigger that the list has for another type, or not at all, says less.
LESS_OTHERWISE, LESS_UNLISTED = 0.05, 0.2
# So much less does a noun say that the grammar gives no party.
LESS_NOUN = 0.25
# Types that need nobody they are aimed at, and those that need nobody who did it.
ACTOR_ALONE = frozenset(
    ["PROTEST", "REJECT", "REQUEST", "THREATEN", "AGREE", "MOBILIZE", "CONCEDE", "RETREAT", "COERCE", "ACCUSE"]
)
RECIPIENT_ALONE = frozenset(["COERCE", "ASSAULT", "SANCTION", "ACCUSE", "CONCEDE", "AID", "MOBILIZE"])

# Stems of what is done to people, so that a place is only where.
PERSONAL = frozenset(
    ["kill", "injur", "wound", "shoot", "shot", "hurt", "arrest", "detain", "sentenc", "jail", "murder", "stab"]
)


@dataclass(frozen=True, slots=True)
class Evidence:
    """What speaks for an event."""

    type: EventType
    score: float
    fits: bool
    is_listed: bool
    is_loose: bool
    is_modal: bool
    has_actor: bool
    has_recipient: bool
    is_public: bool


def is_told(evidence: Evidence) -> bool:
    """Whether it is to be told."""
    least = _least(evidence)
    if evidence.is_modal and not (evidence.is_public and (evidence.has_actor or evidence.has_recipient)):
        # "must", "failed to", "is ready to" are said of everything.
        return False
    if evidence.is_loose and not evidence.is_public:
        return False
    if least is None:
        return False
    if not evidence.is_listed:
        least += LESS_UNLISTED
    elif not evidence.fits:
        least += LESS_OTHERWISE
    return evidence.score >= least + LESS_NOUN * evidence.is_loose


def _least(evidence: Evidence) -> float | None:
    if evidence.has_actor and evidence.has_recipient:
        return LEAST_PUBLIC if evidence.is_public else LEAST_PRIVATE
    alone = ACTOR_ALONE if evidence.has_actor else RECIPIENT_ALONE if evidence.has_recipient else frozenset()
    if evidence.type not in alone:
        return None
    return LEAST_ONE_PUBLIC if evidence.is_public else LEAST_ONE_PRIVATE


def allowed_sides(
    marks: Marks, unit: Unit, trigger: Trigger, parties: Parties, candidate: Candidate
) -> tuple[bool, bool]:
    """Whether a candidate may be actor, and recipient, at all.

    The model of sides has seen only sentences that name both. So a passive without "by" has no actor, an active verb
    none behind it, a town acts only as a verb's subject, and a thing only as a weapon; what a passive befell is its
    subject.
    """
    is_rule_actor, is_rule_recipient = (
        r is not None and candidate.first <= head_range(unit, r)[1] <= candidate.last
        for r in (parties.actor, parties.recipient)
    )
    return (
        _may_act(marks, unit, candidate, is_subject=is_rule_actor and trigger.pattern.part == "v")
        and (is_rule_actor or _may_stand_as_actor(trigger, parties, candidate)),
        is_rule_recipient
        or (not _is_where(unit, trigger, parties, candidate) and _may_suffer(parties, trigger, candidate)),
    )


def _may_suffer(parties: Parties, trigger: Trigger, candidate: Candidate) -> bool:
    return not (parties.is_passive and parties.recipient is not None) or candidate.last > trigger.last


def _is_where(unit: Unit, trigger: Trigger, parties: Parties, candidate: Candidate) -> bool:
    """Whether a place only tells where somebody else was hurt: "killed 50 people in Tarn"."""
    before = unit.words[candidate.first - 1].low if candidate.first else ""
    is_else = parties.recipient is not None and stem(unit.words[trigger.first].text) in PERSONAL
    return is_else and candidate.kind == "place" and before in ("in", "at", "near", "outside", "inside")


def _may_stand_as_actor(trigger: Trigger, parties: Parties, candidate: Candidate) -> bool:
    if parties.is_passive:
        return False
    return trigger.pattern.part == "n" or candidate.last < trigger.first


def _may_act(marks: Marks, unit: Unit, candidate: Candidate, *, is_subject: bool) -> bool:
    if candidate.kind in ("person", "organization"):
        return True
    words = unit.words
    if candidate.kind == "place":
        before = words[candidate.first - 1].low if candidate.first else ""
        is_acting = is_subject or is_acting_place(unit.text(candidate.first, candidate.last))
        return is_acting and before not in PREPOSITIONS
    names = {
        name for k in range(candidate.first, candidate.last + 1) for name in word_classes().get(stem(words[k].text), ())
    }
    return "force" in names or marks.is_public(unit, candidate)
