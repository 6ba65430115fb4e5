"""General knowledge of the world in lists: countries, titles, given names, places, organizations.

The lists are data files of plain text; nothing in them comes from the accounts we measure with. They lie below all
stages because several need them: a country's adjective tells a name from a demonym in reading, and joins both in
linking.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Literal

Sex = Literal["f", "m", "u", "n"]
TitleClass = Literal["honour", "role"]
Number = Literal["s", "p", "c"]


@dataclass(frozen=True, slots=True)
class Country:
    """A country or territory; `names` begins with the common one, `demonyms` adjectives and words for its people."""

    code: str
    names: tuple[str, ...]
    demonyms: tuple[str, ...]
    capitals: tuple[str, ...]
    currency: str | None

    @property
    def name(self) -> str:
        """The common name."""
        return self.names[0]


@dataclass(frozen=True, slots=True)
class Title:
    """Words before a name: an honour says nothing of what one does ("Mr"), a role does ("President")."""

    kind: TitleClass
    sex: Sex


@dataclass(frozen=True, slots=True)
class Role:
    """A noun that means somebody without a name; `number` is "c" for one body of several ("the committee")."""

    number: Number
    sex: Sex


def rows(name: str) -> Iterator[list[str]]:
    """The lines of a data file as fields, without comments."""
    text = (files("crossread") / "data" / name).read_text(encoding="utf-8")
    return (line.split("\t") for line in text.splitlines() if line and not line.startswith("#"))


def _parts(field: str) -> tuple[str, ...]:
    return tuple(part for part in field.split(";") if part)


@cache
def countries() -> tuple[Country, ...]:
    """All countries and common territories, in the order of the list."""
    return tuple(
        Country(code, (name, *_parts(others)), _parts(demonyms), _parts(capitals), currency or None)
        for code, name, others, demonyms, capitals, currency in rows("countries.tsv")
    )


@cache
def country_names() -> dict[str, Country]:
    """Every name of a country in lower case ("u.s.", "britain") and the country; of namesakes the first listed."""
    return _first_of((name.lower(), country) for country in countries() for name in country.names)


@cache
def demonyms() -> dict[str, Country]:
    """Adjectives and words for a people in lower case, plurals too ("russians"), and the country."""
    found = ((word.lower(), country) for country in countries() for word in country.demonyms)
    return _first_of((form, country) for word, country in found for form in (word, f"{word}s"))


@cache
def capitals() -> dict[str, Country]:
    """Capitals in lower case and their country."""
    return _first_of((capital.lower(), country) for country in countries() for capital in country.capitals)


def _first_of(pairs: Iterator[tuple[str, Country]]) -> dict[str, Country]:
    found: dict[str, Country] = {}
    for key, country in pairs:
        found.setdefault(key, country)
    return found


@cache
def titles() -> dict[str, Title]:
    """Titles and roles before names in lower case, of one or more words parted by blanks."""
    found: dict[str, Title] = {}
    for kind, sex, words in rows("titles.tsv"):
        for title in _parts(words):
            found.setdefault(title, Title("honour" if kind == "honour" else "role", _sex(sex)))
    return found


@cache
def roles() -> dict[str, Role]:
    """Nouns in lower case that mean a person, several, or a body."""
    found: dict[str, Role] = {}
    for number, sex, words in rows("roles.tsv"):
        for noun in _parts(words):
            kept: Number = "p" if number == "p" else "c" if number == "c" else "s"
            found.setdefault(noun, Role(kept, _sex(sex)))
    return found


def _sex(letter: str) -> Sex:
    return "f" if letter == "f" else "m" if letter == "m" else "n" if letter == "n" else "u"


@cache
def first_names() -> dict[str, Sex]:
    """Given names in lower case and whom they name; "u" where men and women bear them."""
    found: dict[str, Sex] = {}
    for sex, names in rows("first_names.tsv"):
        if sex == "s":
            continue
        for name in names.lower().split():
            found[name] = _sex(sex) if found.get(name, sex) == sex else "u"
    return found


@cache
def family_names() -> frozenset[str]:
    """Common family names in lower case; far from all there are."""
    return frozenset(name for kind, names in rows("first_names.tsv") if kind == "s" for name in names.lower().split())


@cache
def places() -> dict[str, str]:
    """Well-known places besides countries in lower case, and what each is: "city", "state", "region", "water" …."""
    found = dict.fromkeys(capitals(), "city")
    for kind, names in rows("places.txt"):
        for name in _parts(names):
            found.setdefault(name.lower(), kind)
    return found


@cache
def name_words() -> dict[str, frozenset[str]]:
    """Words by which a name shows its kind, by list: "org_last", "org_anywhere", "place_last", "event_last" …."""
    return {kind: frozenset(_parts(words)) for kind, words in rows("organization_words.txt")}


@cache
def organizations() -> dict[str, tuple[str, str]]:
    """Well-known organizations, products, events and laws by name as written: kind and fullest name."""
    found: dict[str, tuple[str, str]] = {}
    for kind, names in rows("organizations.tsv"):
        known = _parts(names)
        for name in known:
            # Products and holidays share a line without being one another.
            found.setdefault(name, (kind, known[0] if kind == "organization" else name))
    return found
