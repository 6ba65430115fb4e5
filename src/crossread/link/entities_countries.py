"""Countries: every name and adjective of one is one place."""

from __future__ import annotations

from functools import lru_cache

from crossread.gazetteer import countries
from crossread.link.names_fold import LINKING, plain_words


@lru_cache(maxsize=1)
def _tables() -> tuple[dict[tuple[str, ...], str], dict[tuple[str, ...], str]]:
    """Country codes by the words of names, and by the words of adjectives and demonyms; of namesakes the first."""
    names: dict[tuple[str, ...], str] = {}
    adjectives: dict[tuple[str, ...], str] = {}
    for country in countries():
        for name in country.names:
            names.setdefault(country_words(name), country.code)
        for demonym in country.demonyms:
            words = country_words(demonym)
            adjectives.setdefault(words, country.code)
            adjectives.setdefault((*words[:-1], words[-1] + "s"), country.code)
    return names, adjectives


def country_words(form: str) -> tuple[str, ...]:
    """The words by which a country is looked up."""
    return tuple(word for word in plain_words(form) if word not in LINKING)


@lru_cache(maxsize=65536)
def country_of(form: str) -> str | None:
    """The code of the country that a name means.

    >>> country_of("the United States"), country_of("U.S."), country_of("Selmar")
    ('US', 'US', None)
    """
    return _tables()[0].get(country_words(form))


@lru_cache(maxsize=65536)
def country_of_people(form: str) -> str | None:
    """The code of the country that an adjective or demonym belongs to.

    >>> country_of_people("Belarusian"), country_of_people("the French")
    ('BY', 'FR')
    """
    return _tables()[1].get(country_words(form))
