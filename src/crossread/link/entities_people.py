"""Two full names of people: one person, told apart by spelling or fullness, or two?

`compare_names` scores any two strings; here, where a wrong merge costs a reader's trust, only differences that news is
known to make count: spelling, pet names, initials, a middle or second family name that one paper leaves out.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from crossread.link.names import pair_reason
from crossread.link.names_fold import fold_word, skeleton, variants
from crossread.link.names_pairs import Pairing, edits, pair_words
from crossread.link.names_words import split_suffix

Likeness = Literal["same", "spelling", "sound", "fuller", "initial", "slip", "other"]
# How sure each likeness makes us, before company is asked. Judged by eye on the accounts of thirty affairs, 2026-11.
SURE = {
    "same": 0.97, "spelling": 0.94, "sound": 0.86, "fuller": 0.85, "initial": 0.85, "slip": 0.75, "other": 0.0,
}  # fmt: skip
# A name left out between given and family name is surer than one before or behind them.
WITHIN = 0.06
# A man and his namesake son are two where both are in play; one paper may leave 'Jr' out where there is one.
JUNIOR = 0.72
# A slip of the pen changes one letter of a word at least this long, and not its first.
LEAST_SLIPPED = 5
# Letters that two words of other vowels have at least, the shorter and the longer.
LEAST_SOUNDED = 4, 5
# Keys under which a name is looked up come from this many of its words at most.
MOST_KEYED = 4


@dataclass(frozen=True, slots=True)
class Judgement:
    """How two names are alike, how sure that makes us that they mean one (0 to 1), and the reason in words."""

    likeness: Likeness
    score: float
    reason: str


OTHER = Judgement("other", 0.0, "other names")


@lru_cache(maxsize=65536)
def judge_people(first: tuple[str, ...], second: tuple[str, ...]) -> Judgement:
    """Whether two full names may be one person's; alike whichever comes first."""
    (a, end), (b, other_end) = split_suffix(first), split_suffix(second)
    if end and other_end and end != other_end:
        return OTHER
    if bool(end) != bool(other_end):
        judged = judge_people(a, b)
        told = f"one has also {end or other_end}"
        return Judgement("initial", JUNIOR, told) if judged.score > JUNIOR else OTHER
    if a == b:
        return Judgement("same", SURE["same"], "same name")
    pairing = pair_words(*sorted((a, b), key=lambda words: (len(words), words)))
    likeness = _likeness(pairing)
    if likeness == "other":
        return OTHER
    frames = pairing.answers[0].b == 0 and pairing.answers[-1].b == len(pairing.second) - 1
    more = WITHIN if likeness == "fuller" and frames else 0.0
    return Judgement(likeness, round(SURE[likeness] + more, 2), pair_reason(pairing))


def _likeness(pairing: Pairing) -> Likeness:
    """How the names are alike; `other` where a word of the shorter has no answer or the order tells them apart."""
    if pairing.left_first or len(pairing.answers) < 2 or not _in_order(pairing):
        return "other"
    causes = {made.cause for made in pairing.answers}
    if "typing" in causes:
        return "slip" if _is_slip(pairing) else "other"
    if "initial" in causes:
        opens = pairing.answers[0].b == 0
        return "initial" if opens and any(made.cause != "initial" for made in pairing.answers) else "other"
    if "sound" in causes:
        return "sound" if _sound_alike(pairing) else "other"
    if pairing.left_second:
        return "fuller"
    return "spelling" if causes - {"same"} else "same"


def _sound_alike(pairing: Pairing) -> bool:
    """Whether words whose vowels differ are long enough to be one: Fayez and Faiz, but not Chan and Chen."""
    made = (sorted((len(pairing.first[x.a]), len(pairing.second[x.b]))) for x in pairing.answers if x.cause == "sound")
    return all(shorter >= LEAST_SOUNDED[0] and longer >= LEAST_SOUNDED[1] for shorter, longer in made)


def _in_order(pairing: Pairing) -> bool:
    """Whether the words stand in one order, or the names differ only in whether the family name comes first."""
    places = [made.b for made in pairing.answers]
    if places == sorted(places):
        return places[0] == 0 or len(places) > 2 or places[-1] == len(pairing.second) - 1
    turned = places[1:] + places[:1], places[-1:] + places[:-1]
    return not pairing.left_second and any(some == sorted(some) for some in turned)


def _is_slip(pairing: Pairing) -> bool:
    """Whether the names differ by one letter of one long word, all other words being the same."""
    typed = [made for made in pairing.answers if made.cause == "typing"]
    a, b = pairing.first[typed[0].a], pairing.second[typed[0].b]
    rest_same = all(made.cause == "same" for made in pairing.answers if made.cause != "typing")
    long_enough = min(len(a), len(b)) >= LEAST_SLIPPED and a[0] == b[0]
    return len(typed) == 1 and rest_same and long_enough and edits(a, b) == 1 and not pairing.left_second


def people_keys(words: tuple[str, ...]) -> set[tuple[str, ...]]:
    """Keys under which names that may be one person's meet: pairs of sounds, sound and initial, three letters kept.

    One slip in a family name leaves its first or its last three letters as they were, and never changes the very first.
    """
    words = split_suffix(words)[0]
    chosen = words if len(words) <= MOST_KEYED else (*words[: MOST_KEYED - 1], words[-1])
    sounds = [skeleton(word) for word in chosen]
    keys = {tuple(sorted((a, b))) for n, a in enumerate(sounds) for b in sounds[n + 1 :]}
    keys |= {("family", sounds[-1], word[0]) for word in chosen[:-1]}
    keys |= {("pet", sounds[-1], str(number)) for number in variants(chosen[0])}
    keys |= {
        ("opens", fold_word(chosen[0]), chosen[-1][:3]),
        ("ends", fold_word(chosen[0]), chosen[-1][0] + chosen[-1][-3:]),
    }
    return keys
