"""What a sentence shows of the event it tells of: words and their pairs, triggers of the list, classes of words.

These are the features of a linear model (`training/events`); its weights know no other text of a sentence than this.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from crossread.reading.event_words import Trigger, word_classes

# Words that change what a trigger tells, where they stand up to so many words before it.
BEFORE_TRIGGER = 3
NEGATING = frozenset(["not", "fail", "refus", "never", "no", "n't", "without"])
COMING = frozenset(["will", "would", "could", "may", "might", "must", "should"])
TURNING = ("will", "would", "may", "could", "not", "fail", "refus", "agre", "want", "plan", "threat", "call")
# Words behind the first verb that say what it does.
BEHIND_VERB = 8
# Weights of rarer evidence beside single words (events by five folds, 2026-11).
SKIPPING, MANY_WORDS, FIRST_VERB, OBJECT = 0.7, 1.5, 1.5, 0.7


def sentence_features(stems: Sequence[str], triggers: Sequence[Trigger]) -> dict[str, float]:
    """Features by name with their values."""
    found: dict[str, float] = {}
    for word in stems:
        found[f"w:{word}"] = 1.0
        for name in word_classes().get(word, ()):
            found[f"c:{name}"] = 1.0
    for a, b in pairwise(stems):
        found[f"b:{a}_{b}"] = 1.0
    for a, b in zip(stems, stems[2:], strict=False):
        found[f"s:{a}_{b}"] = SKIPPING
    for trigger in triggers:
        _add_trigger(found, stems, trigger)
    verbs = [trigger for trigger in triggers if trigger.pattern.part == "v"]
    if triggers:
        first = (verbs or triggers)[0]
        found[f"first:{first.pattern.type}"] = FIRST_VERB
        found[f"head:{stems[first.first]}"] = 1.0
    if verbs:
        _add_object(found, stems, verbs[0])
    found |= {f"turn:{word}": 1.0 for word in TURNING if word in stems}
    return found


def _add_trigger(found: dict[str, float], stems: Sequence[str], trigger: Trigger) -> None:
    kind, size = trigger.pattern.type, trigger.pattern.size
    before = stems[max(0, trigger.first - BEFORE_TRIGGER) : trigger.first]
    found[f"t:{kind}"] = found.get(f"t:{kind}", 0.0) + 0.5 * size
    found[f"p:{kind}:{trigger.pattern.part}"] = 1.0
    if size > 1:
        found[f"many:{kind}"] = MANY_WORDS
    if not NEGATING.isdisjoint(before):
        found[f"not:{kind}"] = 1.0
    if not COMING.isdisjoint(before):
        found[f"coming:{kind}"] = 1.0
    if stems[trigger.first + 1 : trigger.first + 2] == ["to"]:
        found[f"to:{kind}"] = 1.0


def _add_object(found: dict[str, float], stems: Sequence[str], verb: Trigger) -> None:
    found["verb"] = 1.0
    for word in stems[verb.first + 1 : verb.first + 1 + BEHIND_VERB]:
        found[f"o:{word}"] = OBJECT
        for name in word_classes().get(word, ()):
            found[f"x:{verb.pattern.type}:{name}"] = 1.0
