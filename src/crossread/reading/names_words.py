"""Word sets by which names are found without a tagger; see `data/name_parts.tsv` and `data/common_words.txt`."""

from __future__ import annotations

from functools import cache, lru_cache
from importlib.resources import files

from crossread import gazetteer

_SETS = {name: frozenset(words.split()) for name, words in gazetteer.rows("name_parts.tsv")}

# Capitals that name no entity: months and days are times.
MONTHS = _SETS["months"]
TIMES = MONTHS | _SETS["days"]
NEVER = _SETS["never"] | TIMES - {"may", "march", "april", "june", "august", "mar", "jun", "jan", "sun", "dec"}
# In capitals these are titles, terms and units, and no bodies: "the NDA", "3 p.m. MDT".
ABBREVIATIONS = _SETS["abbreviations"]
# Behind a comma these still belong to a company's name: "Tarn Steel, Inc."
LEGAL_ENDS = _SETS["legal_ends"]
# Before a given name these make it that of a storm: "Hurricane Mara".
STORMS = _SETS["storms"]
# Heads of names that name nothing but events.
SURE_EVENTS = _SETS["sure_events"]
# Small words that name nobody wherever they stand large.
SMALL = _SETS["small"]
# Before or behind a name these make it that of a medium or a body: "the newspaper Vorsk Segodnya".
MEDIUM_BEFORE = _SETS["medium_before"]
# Words for believers, parties' people and peoples without a state: nominal like demonyms.
ADHERENTS = _SETS["adherents"]
# Small words inside names: "van der Berg", "bin Salman".
PARTICLES = _SETS["particles"]
# What follows a person's name as part of it.
NAME_ENDS = _SETS["name_ends"]
# A number behind these belongs to the name: "Falcon 9".
NUMBERED = _SETS["numbered"]
# Behind a hyphen these make an adjective of a name: "Minsk-based".
LED = _SETS["led"]
# Heads that take "of …" or "for …" into their name: "Bank of England".
OF_HEADS = _SETS["of_heads"]
FOR_HEADS = _SETS["for_heads"]
# Heads whose names hold an "and": "Securities and Exchange Commission".
AND_HEADS = _SETS["and_heads"]
# Verbs of people; before or behind a name they vote for a person.
SPEECH = _SETS["speech"]
# Before a name these vote for a place.
PLACE_BEFORE = _SETS["place_before"]
# Heads of bodies and places that are family names as well.
HEAD_OR_FAMILY = _SETS["head_or_family"]
SETTLEMENTS = _SETS["settlements"]
# Before a month these show that it is a time.
DAY_BEFORE = _SETS["day_before"]
# Abbreviations in names whose stop belongs to them.
STOPPED = _SETS["stopped"]
# Short forms of states, behind the comma of a town.
STATES = _SETS["states"]
# "2012 Vorsk general election": what may stand before the last word, and the last words.
VOTE_WORDS, VOTES = _SETS["vote_words"], _SETS["votes"]
# Behind a person's name these make a body of it: "the Vane administration".
PEOPLE_AFTER = _SETS["people_after"]
DIRECTIONS = _SETS["direction"]
# Behind a name these vote for an organization: "Vorsk spokesman".
BODY_AFTER = _SETS["body_after"]

# Endings of plain forms, and what stands for them in the word they come from.
ENDINGS = (("s", ""), ("ed", ""), ("ed", "e"), ("ing", ""), ("ing", "e"), ("ies", "y"), ("'s", ""), ("es", ""))


@cache
def common_words() -> frozenset[str]:
    """Words that news commonly writes small."""
    lines = (files("crossread") / "data" / "common_words.txt").read_text(encoding="utf-8").splitlines()
    return frozenset(word for line in lines if not line.startswith("#") for word in line.split())


@lru_cache(maxsize=20_000)
def is_common(low: str) -> bool:
    """Whether a word in lower case, or the word it is a plain form of, is commonly written small.

    >>> is_common("warned"), is_common("talks"), is_common("lukashenko")
    (True, True, False)
    """
    words = common_words()
    if low in words:
        return True
    for ending, put in (
        ("s", ""),
        ("ed", ""),
        ("ed", "e"),
        ("ing", ""),
        ("ing", "e"),
        ("ies", "y"),
        ("'s", ""),
        ("es", ""),
    ):
        if low.endswith(ending) and low[: -len(ending)] + put in words:
            return len(low) > len(ending) + 2
    return "-" in low and all(part in words for part in low.split("-"))


@lru_cache(maxsize=20_000)
def is_people(low: str) -> bool:
    """Whether a word is a demonym or names believers or partisans: nominal, never a name by itself."""
    if low in gazetteer.demonyms() or low in ADHERENTS:
        return True
    return "-" in low and any(part in gazetteer.demonyms() for part in low.split("-"))
