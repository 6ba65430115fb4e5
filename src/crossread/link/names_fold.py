"""Names in plain letters: their words, and keys under which spellings of one name fall together.

A name reaches news through tongues and tables of transliteration: Lusenko and Lusenka, Mohammed and Muhammad,
Tikhanova and Tsikhanova. `plain_words` keeps the letters, `fold_word` writes each sound in one way, and
`skeleton` keeps the consonants, so that names can be looked up under a key instead of compared all with all.
"""

from __future__ import annotations

import re
from functools import lru_cache
from importlib.resources import files

from anyascii import anyascii

_WORD = re.compile(r"[a-z0-9]+")
_APOSTROPHES = str.maketrans("", "", "'’‘ʼʻ`´ʹʾʿ")
_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z][a-z]{2})")
_DOTTED = re.compile(r"\b((?:[a-z]\.){2,}[a-z]?)(?![a-z])")
# Sounds and the one way they are written in a folded word; applied in this order.
_SOUNDS = (
    ("tsch", "c"), ("shch", "s"), ("tch", "c"), ("sch", "s"), ("cz", "c"), ("ch", "c"), ("sh", "s"), ("sz", "s"),
    ("zh", "j"), ("kh", "h"), ("gh", "g"), ("ph", "f"), ("th", "t"), ("dh", "d"), ("dj", "j"), ("dzh", "j"),
    ("ck", "k"), ("q", "k"), ("x", "ks"), ("tz", "ts"), ("w", "v"), ("iy", "i"), ("ij", "i"), ("yi", "i"),
    ("ey", "ei"), ("ay", "ai"), ("oy", "oi"), ("ya", "ia"), ("yu", "iu"), ("yo", "io"), ("ye", "e"), ("y", "i"),
    ("ie", "e"), ("ee", "i"), ("oo", "u"), ("ou", "u"), ("j", "i"),
)  # fmt: skip
_ENDINGS = (("off", "ov"), ("eff", "ev"), ("ow", "ov"), ("enka", "enko"))
_SKELETON = str.maketrans("czdv", "kstu", "aeiouh")
# Longer names are no names; what lies beyond is not compared.
MOST_LETTERS = 200


def _sets() -> dict[str, frozenset[str]]:
    text = (files("crossread") / "data" / "name_words.tsv").read_text(encoding="utf-8")
    rows = (line.split("\t") for line in text.splitlines() if line and not line.startswith("#"))
    return {name: frozenset(words.split()) for name, words in rows}


def _variants() -> dict[str, frozenset[int]]:
    """For each given name the numbers of the groups it stands in."""
    text = (files("crossread") / "data" / "name_variants.tsv").read_text(encoding="utf-8")
    groups: dict[str, set[int]] = {}
    for number, line in enumerate(text.splitlines()):
        if line and not line.startswith("#"):
            for word in line.split():
                groups.setdefault(word, set()).add(number)
    return {word: frozenset(numbers) for word, numbers in groups.items()}


# The word sets of data/name_words.tsv by name.
SETS = _sets()
_VARIANTS = _variants()
_NOTHING: frozenset[int] = frozenset()
TITLES = SETS["titles"]
SUFFIXES = SETS["suffixes"]
PARTICLES = SETS["particles"]
LEGAL = SETS["legal"]
LINKING = SETS["linking"]
VESSELS = SETS["vessels"]
# What kind of region or town a place is: 'Selmar Province'.
REGION = SETS["region"]
# Words at a company's end that a short name leaves out.
TAILS = SETS["tails"]
# What kind of body an organization is.
HEADS = SETS["heads"]
# Words that every country's bodies share: 'Foreign Ministry', 'Supreme Court'.
GENERIC = SETS["generic"] | HEADS


@lru_cache(maxsize=65536)
def plain_words(name: str) -> tuple[str, ...]:
    """The words of a name in plain lower-case letters: apostrophes join, other signs part, dotted initials are a word.

    >>> plain_words("Kim Jong-un"), plain_words("Vitkevičius"), plain_words("U.S. Army")
    (('kim', 'jong', 'un'), ('vitkevicius',), ('us', 'army'))
    """
    text = anyascii(_CAMEL.sub(" ", name[:MOST_LETTERS].translate(_APOSTROPHES))).lower().replace("'", "")
    text = _DOTTED.sub(lambda match: match[1].replace(".", ""), text)
    return tuple(_WORD.findall(text))


@lru_cache(maxsize=65536)
def fold_word(word: str) -> str:
    """A plain word with each sound written in one way.

    >>> fold_word("tikhanovskaya") == fold_word("tihanovskaya"), fold_word("lukashenka") == fold_word("lukashenko")
    (True, True)
    """
    for ending, written in _ENDINGS:
        if len(word) > len(ending) + 1 and word.endswith(ending):
            word = word[: -len(ending)] + written
    for sound, written in _SOUNDS:
        if sound in word:
            word = word.replace(sound, written)
    return "".join(letter for n, letter in enumerate(word) if n == 0 or letter != word[n - 1])


@lru_cache(maxsize=65536)
def skeleton(word: str) -> str:
    """The consonants of a folded word with its first letter: a key under which most spellings of one name meet."""
    folded = fold_word(word)
    bare = folded[1:].translate(_SKELETON)
    return (folded[:1] or "") + "".join(c for n, c in enumerate(bare) if n == 0 or c != bare[n - 1])


def variants(word: str) -> frozenset[int]:
    """The groups of given names a plain word stands in; two words that share one may be one name."""
    return _VARIANTS.get(word, _NOTHING)
