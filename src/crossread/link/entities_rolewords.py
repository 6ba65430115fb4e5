"""The telling words of a role, so that two wordings of one can be compared."""

from __future__ import annotations

from functools import lru_cache

from crossread.link.entities_countries import country_of, country_of_people
from crossread.link.names_fold import LINKING, SETS, plain_words

HEAD, COUNTRY = "head:", "in:"
SPOKEN_PAIRS = frozenset({"press secretary", "press officer"})
SPOKEN = SETS["spokespeople"]
IDLE = SETS["idle_in_roles"]
# Words behind which a role tells of what or whom it is one; the noun before is its head.
BREAKS = SETS["role_breaks"]
# Roles that several people hold at a time.
MANY_HOLD = frozenset(f"{HEAD}{word}" for word in SETS["many_hold"])


@lru_cache(maxsize=65536)
def role_words(text: str) -> frozenset[str]:
    """The telling words of a role: its head marked, countries by code, all spokespeople as one, no 'the' or 'current'.

    >>> role_words("the Kremlin's spokeswoman") == role_words("a spokesman for the Kremlin")
    True
    >>> sorted(role_words("Belarusian president"))
    ['head:president', 'in:BY']
    """
    words = [word for word in plain_words(text.replace("’s", "").replace("'s", "")) if word not in IDLE]
    size = next((n for n, word in enumerate(words) if n and word in BREAKS), len(words))
    before, behind = _written(words[:size]), _written(words[size:])
    if before:
        before[-1] = HEAD + before[-1]
    return frozenset(word for word in (*before, *behind) if word not in LINKING and word not in BREAKS)


def _written(words: list[str]) -> list[str]:
    """Words with countries by their code and spokespeople as one."""
    made: list[str] = []
    n = 0
    while n < len(words):
        pair = " ".join(words[n : n + 2]) if n + 1 < len(words) else ""
        code = (country_of(pair) or country_of_people(pair)) if pair else None
        size = 2 if code or pair in SPOKEN_PAIRS else 1
        code = code or country_of(words[n]) or country_of_people(words[n])
        spoken = pair in SPOKEN_PAIRS or (size == 1 and words[n] in SPOKEN)
        made.append("spokesperson" if spoken else f"{COUNTRY}{code}" if code else words[n])
        n += size
    return made
