"""Two names of organizations, places or other things: one, a shorter form of the other, its initials, or two?"""

from __future__ import annotations

from functools import lru_cache

from crossread.link.entities_countries import country_of, country_of_people
from crossread.link.entities_people import OTHER, Judgement
from crossread.link.names_fold import HEADS, LEGAL, LINKING, REGION, TAILS, fold_word, plain_words, skeleton
from crossread.link.names_pairs import edits, pair_words

# How sure each likeness makes us, before company is asked. Judged by eye on the accounts of thirty affairs, 2026-11.
SPELLING, COUNTRY_MORE, SOUND, TAIL_MORE, REGION_MORE, INITIALS = 0.94, 0.92, 0.92, 0.9, 0.9, 0.9
# Words that a short name leaves out even within one account: 'Selmar' is the province, 'Meridian' the group.
NEVER_TELLING = frozenset({"province", "region", "oblast", "governorate", "group", "holdings", "holding"})
MORE, SLIP = 0.78, 0.75
# Letters of a word in which one may be wrong; in a name of several words one fewer will do.
LEAST_SLIPPED = 6
MOST_KEYED = 6


@lru_cache(maxsize=65536)
def judge_things(first: tuple[str, ...], second: tuple[str, ...], kind: str) -> Judgement:
    """Whether two names of one kind may mean one thing; alike whichever comes first."""
    a, b = sorted((first, second), key=lambda words: (len(words), words))
    if a == b:
        return Judgement("same", 0.97, "same name")
    if sorted(a) == sorted(b) and kind == "organization":
        return Judgement("same", 0.95, "the same words in another order")
    if tuple(map(fold_word, a)) == tuple(map(fold_word, b)):
        return Judgement("spelling", SPELLING, f"spelling differs: {' '.join(a)} / {' '.join(b)}")
    if len(a) < len(b) and kind in ("organization", "place"):
        return _judge_fuller(a, b, kind)
    return _judge_slip(a, b)


def _judge_fuller(short: tuple[str, ...], long: tuple[str, ...], kind: str) -> Judgement:
    """Whether a name is the short form of a longer one."""
    more = _more(short, long)
    if more is None:
        return OTHER
    told = f"short name of {' '.join(long)}"
    if set(more) <= REGION and kind == "place":
        return Judgement("fuller", COUNTRY_MORE if set(more) <= NEVER_TELLING else REGION_MORE, told)
    if kind == "place":
        return OTHER
    if _is_country(more) and short[-1] in HEADS | {"council"}:
        return Judgement("fuller", COUNTRY_MORE, told)
    if set(more) <= TAILS and long[: len(short)] == short and not _is_country(short):
        return Judgement("fuller", COUNTRY_MORE if set(more) <= NEVER_TELLING else TAIL_MORE, told)
    if len(short) > 1 and set(short) & HEADS and not set(more) & HEADS:
        return Judgement("fuller", MORE, told)
    return OTHER


def _more(short: tuple[str, ...], long: tuple[str, ...]) -> tuple[str, ...] | None:
    """What the longer name holds before or behind the shorter; None where it does not hold it in one piece."""
    size = len(short)
    if long[:size] == short:
        return long[size:]
    if long[-size:] == short:
        return long[:-size]
    rest = list(long)
    for word in short:
        if word not in rest:
            return None
        rest.remove(word)
    return tuple(rest)


def _is_country(words: tuple[str, ...]) -> bool:
    joined = " ".join(words)
    return bool(country_of(joined) or country_of_people(joined))


def _judge_slip(a: tuple[str, ...], b: tuple[str, ...]) -> Judgement:
    """Whether the names differ by one letter of one long word; a country is never a slip of another."""
    if len(a) != len(b) or _is_country(a) or _is_country(b):
        return OTHER
    pairing = pair_words(a, b)
    typed = [made for made in pairing.answers if made.cause not in ("same", "spelling")]
    if pairing.left_first or len(typed) > 1 or any(made.a != made.b for made in pairing.answers):
        return OTHER
    least = LEAST_SLIPPED if len(a) == 1 else LEAST_SLIPPED - 1
    for made in typed:
        x, y = pairing.first[made.a], pairing.second[made.b]
        is_slip = made.cause in ("typing", "sound") and x[:2] == y[:2] and edits(x, y) == 1
        if not is_slip or min(len(x), len(y)) < least:
            return OTHER
    told = f"spelling differs: {' '.join(a)} / {' '.join(b)}"
    return Judgement("slip", SLIP, told) if typed else Judgement("spelling", SOUND, told)


def thing_keys(words: tuple[str, ...]) -> set[tuple[str, ...]]:
    """Keys under which names that may mean one thing meet."""
    chosen = words[:MOST_KEYED]
    sounds = [skeleton(word) for word in chosen]
    keys = {tuple(sorted((a, b))) for n, a in enumerate(sounds) for b in sounds[n + 1 :]}
    bare = tuple(word for word in chosen if word not in REGION and word not in TAILS) or chosen
    if len(bare) == 1:
        keys |= {("one", skeleton(bare[0]))}
    return keys


@lru_cache(maxsize=65536)
def initials_of(form: str) -> frozenset[str]:
    """The initials of a name of several words, with and without its small words: 'Selmar Port of Call' is spc, spoc."""
    words = plain_words(form)
    while len(words) > 1 and words[-1] in LEGAL:
        words = words[:-1]
    if len(words) < 2:
        return frozenset()
    strong = [word for word in words if word not in LINKING]
    made = {"".join(word[0] for word in words), "".join(word[0] for word in strong)}
    return frozenset(initials for initials in made if len(initials) > 1)


def is_initials(form: str) -> bool:
    """Whether a form looks like initials: one short word, all or all but its last letters capital."""
    letters = [letter for letter in form if letter.isalpha()]
    return " " not in form and 2 <= len(letters) <= 8 and sum(map(str.isupper, letters)) > len(letters) / 2
