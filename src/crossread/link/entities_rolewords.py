"""The telling words of a role, so that two wordings of one can be compared."""

from __future__ import annotations

from functools import lru_cache

from crossread.link.entities_countries import country_of, country_of_people
from crossread.link.names_fold import LINKING, SETS, plain_words

SPOKEN_PAIRS = frozenset({"press secretary", "press officer"})
SPOKEN = SETS["spokespeople"]
IDLE = SETS["idle_in_roles"]


@lru_cache(maxsize=65536)
def role_words(text: str) -> frozenset[str]:
    """The telling words of a role: countries by code, all spokespeople as one, articles and 'current' left out.

    >>> role_words("the Kremlin's spokeswoman") == role_words("a spokesman for the Kremlin")
    True
    >>> role_words("Belarusian president") == role_words("the president of Belarus")
    True
    """
    words = [word for word in plain_words(text.replace("’s", "").replace("'s", "")) if word not in IDLE]
    made: set[str] = set()
    n = 0
    while n < len(words):
        pair = " ".join(words[n : n + 2])
        code = (country_of(pair) or country_of_people(pair)) if n + 1 < len(words) else None
        if code or pair in SPOKEN_PAIRS:
            made.add(f"in:{code}" if code else "spokesperson")
            n += 2
            continue
        word = words[n]
        code = country_of(word) or country_of_people(word)
        made.add(f"in:{code}" if code else "spokesperson" if word in SPOKEN else word)
        n += 1
    return frozenset(made - LINKING)
