"""Who may take part in an event at all, whatever the model of sides holds likely."""

from __future__ import annotations

from crossread.reading.attribution_units import Unit
from crossread.reading.attribution_words import PREPOSITIONS
from crossread.reading.event_marks import Candidate, Marks, is_acting_place
from crossread.reading.event_parties import Parties, head_range
from crossread.reading.event_words import Trigger, stem, word_classes

# A party is named where it is so likely to be the one, by the model of sides (by folds of PLV and over affairs of
# ordinary news, 2026-11: higher ones leave out more of PLV's, lower ones name more that nobody would).
LEAST_ACTOR, LEAST_RECIPIENT = 0.1, 0.2
# What can act only in a figure of speech needs more.
LEAST_THING = 0.2

# Stems of what is done to people, so that a place is only where.
PERSONAL = frozenset(
    ["kill", "injur", "wound", "shoot", "shot", "hurt", "arrest", "detain", "sentenc", "jail", "murder", "stab"]
)


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
