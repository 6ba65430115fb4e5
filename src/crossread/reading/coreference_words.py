"""Word sets by which mentions are chained; see `data/coreference_words.tsv` and `data/role_kin.tsv`."""

from __future__ import annotations

from functools import cache
from typing import Literal

from crossread import gazetteer

_SETS = {name: frozenset(words.split()) for name, words in gazetteer.rows("coreference_words.tsv")}

PronounKind = Literal["male", "female", "plural", "neuter", "speaker", "speakers"]
PRONOUN_KINDS: tuple[PronounKind, ...] = ("male", "female", "plural", "neuter", "speaker", "speakers")
# Each pronoun and what it takes up.
PRONOUNS: dict[str, PronounKind] = {word: kind for kind in PRONOUN_KINDS for word in sorted(_SETS[kind])}
# Words before a noun by which it is known, new, or somebody's.
DEFINITE, INDEFINITE, POSSESSIVE = _SETS["definite"], _SETS["indefinite"], _SETS["possessive"]
# Without an article only these belong to the noun behind them; the word before could be a verb.
MODIFIERS = _SETS["modifiers"]
# Numbers of more than one.
SEVERAL = _SETS["several"]
# Plurals that mean others each time; and plurals of places.
GENERAL, PLURAL_PLACES = _SETS["general"], _SETS["places"]
# Behind "police", "government" … these make another thing of it: "police station".
TAILS = _SETS["tails"]
# Nouns that take up a body, a country or a place named before.
PRO_BODY, PRO_COUNTRY, PRO_PLACE = _SETS["pro_company"], _SETS["pro_country"], _SETS["pro_place"]
# With a country these mean the country that acts.
GOVERNMENT = _SETS["government"]
# Nouns that say too little to take up a name by themselves.
UNCLEAR = _SETS["unclear"]
# Nouns that take up somebody just named without having been said of him before.
EPITHETS = _SETS["epithets"]
# Bodies that pronouns take up with "they".
MADE_OF_PEOPLE = _SETS["made_of_people"]
# Behind the name of a body these say what it is, and mean nothing else.
SORTS = frozenset(word.replace("_", " ") for word in _SETS["sorts"])


@cache
def role_kin() -> dict[str, frozenset[str]]:
    """For each word for an office the words that may take it up, itself among them."""
    found: dict[str, set[str]] = {}
    for main, words in gazetteer.rows("role_kin.tsv"):
        found.setdefault(main, {main}).update(words.split(";"))
    return {word: frozenset(kin) for word, kin in found.items()}


def takes_up(noun: str, role: str) -> bool:
    """Whether a noun may mean the bearer of a role: 'the leader' a president, 'the spokesman' a press secretary.

    >>> takes_up("leader", "president"), takes_up("spokesman", "president")
    (True, False)
    """
    if noun == role or role.endswith(f" {noun}"):
        return True
    kin = role_kin()
    group = next((main for main in (role, role.rpartition(" ")[2]) if main in kin), None)
    if group and noun in kin[group]:
        return True
    return _main(noun) == _main(role)


@cache
def _mains() -> dict[str, str]:
    """The main word of the first line a word stands in as one of its closest kin (the first three)."""
    found: dict[str, str] = {}
    for row in gazetteer.rows("role_kin.tsv"):
        for word in row[1].split(";")[:3]:
            found.setdefault(word, row[0])
    return found


def _main(word: str) -> str:
    return _mains().get(word, word)
