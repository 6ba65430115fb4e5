"""What an account is about, as weighted terms: the words it uses and others seldom do, and names of several words.

How rare a term is comes from two sides: a shipped table of how common words are in news, which lets five accounts be
judged as well as ten thousand, and the pile itself, which knows what the table cannot (how common a name is in it).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from math import log, sqrt

from crossread.link.words import DATA, WORD, article_sentences, fold, function_words, stem
from crossread.records import Reading, Span

# The table speaks with the voice of ten accounts. A small pile speaks more softly than it is large, since what all its
# accounts share may be their one affair: at PILE_HALF accounts with half its voice.
TABLE_VOICE = 10
PILE_HALF = 200
# What share of accounts is taken to hold a term that the table lacks: a word, a name, a name of several words.
RARE_RATE, NAME_RATE, PHRASE_RATE = 0.0015, 0.01, 0.0008
# A word that one in a hundred accounts holds is no name, however it is written.
EVERYDAY_RATE = 0.01
# The first sentences, with the headline, say what an account is about: their words count double.
OPENING_SENTENCES = 4
OPENING_WEIGHT = 2
# Rarity is raised to this power: what two accounts share by way of everyday words says little. Power, voices and
# weights were set on NewsWCL50 (ten affairs of one spring, all around one government; see docs/lineage.md).
RARITY_POWER = 1.5
# So many terms, the weightiest, stand for an account.
TERMS_KEPT = 1000
# Words that may stand inside a name without ending it.
JOINING = frozenset({"of", "the", "and", "de", "al", "bin", "van", "von"})


@dataclass(slots=True)
class Counted:
    """The terms of one account: how much each is dwelt on, and which of its words it writes as names."""

    terms: Counter[str] = field(default_factory=Counter)
    names: set[str] = field(default_factory=set)


@lru_cache(maxsize=1)
def background_rates() -> dict[str, float]:
    """The share of news accounts that hold a stem (made by training/background_words.py)."""
    lines = (DATA / "background_words.tsv").read_text(encoding="utf-8").splitlines()
    documents = int(lines[0].split("\t")[1])
    return {word: int(count) / documents for word, count in (line.split("\t") for line in lines[1:])}


def profile_all(readings: Sequence[Reading]) -> list[dict[str, float]]:
    """For every account its terms with their weights, heaviest first, the squares of the weights adding up to one."""
    counted = [count_terms(reading) for reading in readings]
    holders = Counter(term for account in counted for term in account.terms)
    named = Counter(name for account in counted for name in account.names)
    rarity = {term: _rarity(term, count, named[term], len(counted)) for term, count in holders.items()}
    return [_weigh(account.terms, rarity) for account in counted]


def count_terms(reading: Reading) -> Counted:
    """The terms of an account's article."""
    counted, capitals, small = Counted(), Counter[str](), Counter[str]()
    for order, sentence in enumerate(article_sentences(reading)):
        weight = OPENING_WEIGHT if order < OPENING_SENTENCES else 1
        for term, is_capital, is_first in _terms(reading.document.text, sentence):
            counted.terms[term] += weight
            if not is_capital:
                small[term] += 1
            elif not is_first:
                capitals[term] += 1
    counted.names = {term for term, count in capitals.items() if count > small[term]}
    return counted


def _terms(text: str, sentence: Span) -> Iterator[tuple[str, bool, bool]]:
    """Terms, each with whether it has a capital and whether it stands first; names of two words besides."""
    before = ""
    for match in WORD.finditer(text, sentence.start, sentence.end):
        word = match.group()
        folded = fold(word)
        if folded in function_words() or len(folded) < 2 or word[0].isdigit():
            before = before if folded in JOINING else ""
            continue
        term, is_capital = stem(folded), word[0].isupper()
        yield term, is_capital, match.start() == sentence.start
        if before and is_capital:
            yield f"{before} {term}", False, False
        before = term if is_capital else ""


def _rarity(term: str, holders: int, named: int, documents: int) -> float:
    """The weight of a term by how few accounts hold it."""
    if " " in term:
        rate = PHRASE_RATE
    else:
        rate = background_rates().get(term, RARE_RATE)
        if named * 2 > holders and rate < EVERYDAY_RATE:
            rate = NAME_RATE
    return weigh_rarity(rate, holders, documents)


def weigh_rarity(rate: float, holders: int, documents: int) -> float:
    """The weight of a term that the table gives this rate and so many of the pile's accounts hold; never negative."""
    pile_voice = documents * documents / (documents + PILE_HALF)
    share = (TABLE_VOICE * rate + pile_voice * holders / documents) / (TABLE_VOICE + pile_voice)
    return float(max(0.0, -log(share)) ** RARITY_POWER)


def _weigh(terms: Counter[str], rarity: dict[str, float]) -> dict[str, float]:
    """The weightiest terms, scaled to length one."""
    weights = sorted(((-(1 + log(count)) * rarity[term], term) for term, count in terms.items()))[:TERMS_KEPT]
    length = sqrt(sum(weight * weight for weight, _ in weights))
    return {term: -weight / length for weight, term in weights} if length else {}
