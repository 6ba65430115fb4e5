"""The words of a name that tell it from others: titles, legal forms and small words are left out."""

from __future__ import annotations

from functools import lru_cache
from importlib.resources import files

from crossread.link.names_fold import LEGAL, LINKING, PARTICLES, SUFFIXES, TITLES, VESSELS, plain_words

# Words compared at most: hostile names are long, real ones are not.
MOST_WORDS = 12


def _pairs(name: str) -> tuple[tuple[str, str], ...]:
    text = (files("crossread") / "data" / name).read_text(encoding="utf-8")
    rows = (line.split("\t") for line in text.splitlines() if line and not line.startswith("#"))
    return tuple((row[0], row[1]) for row in rows)


_LEGAL_FORMS = _pairs("legal_forms.tsv")
_SPELLINGS = {word: tuple(written.split()) for word, written in _pairs("name_spellings.tsv")}
_JUNIOR = {"jr": "jr", "junior": "jr", "jnr": "jr", "sr": "sr", "senior": "sr", "snr": "sr"}


def name_words(name: str, kind: str) -> tuple[str, ...]:
    """The words by which names of this kind are compared, in order."""
    return person_words(name) if kind == "person" else thing_words(name)


@lru_cache(maxsize=65536)
def person_words(name: str) -> tuple[str, ...]:
    """The words of a person's name in order, without titles, legal forms and particles; 'Last, First' is turned round.

    >>> person_words("NAZARI, Abdul Aziz"), person_words("Dr. Mohammed bin Salman")
    (('abdul', 'aziz', 'nazari'), ('mohammed', 'salman'))
    """
    last, comma, first = name.partition(",")
    turned = bool(comma and first.strip() and plain_words(first)[:1] and plain_words(first)[0] not in SUFFIXES)
    words = plain_words(f"{first} {last}" if turned else name)[:MOST_WORDS]
    while len(words) > 1 and words[0] in TITLES:
        words = words[1:]
    while len(words) > 2 and words[-1] in LEGAL and words[-1] not in PARTICLES:
        words = words[:-1]
    strong = tuple(word for word in words if word not in PARTICLES)
    return strong or words


def split_suffix(words: tuple[str, ...]) -> tuple[tuple[str, ...], str]:
    """A name without 'Jr' or 'III' at its end, and that suffix in one spelling.

    >>> split_suffix(("john", "moss", "junior"))
    (('john', 'moss'), 'jr')
    """
    if len(words) > 1 and words[-1] in SUFFIXES:
        return words[:-1], _JUNIOR.get(words[-1], words[-1])
    return words, ""


@lru_cache(maxsize=65536)
def thing_words(name: str) -> tuple[str, ...]:
    """The words of an organization's, place's or thing's name in one spelling, without legal forms and small words.

    >>> thing_words("The Selmar Harbour Company, Ltd."), thing_words("U.S. Department of State")
    (('selmar', 'harbor'), ('united', 'states', 'department', 'state'))
    """
    words = spelled_words(name)
    core = tuple(word for word in words if word not in LEGAL and word not in LINKING and word not in VESSELS)
    return core or tuple(word for word in words if word not in LINKING) or words


@lru_cache(maxsize=65536)
def spelled_words(name: str) -> tuple[str, ...]:
    """Every word of a name that is no person's, in one spelling, long legal forms in short."""
    joined = f" {' '.join(plain_words(name)[:MOST_WORDS])} "
    for long, short in _LEGAL_FORMS:
        if long in joined:
            joined = joined.replace(f" {long} ", f" {short} ")
    return tuple(written for word in joined.split() for written in _SPELLINGS.get(word, (word,)))
