"""The words of a clause as two accounts can share them: stems, with forms and near synonyms of news folded into one.

Papers seldom use the same word twice for one thing; 'died' and 'deaths', 'blast' and 'explosion' have to meet. Which
words meet is a plain list (`data/same_words.tsv`), so that every comparison can be explained.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from crossread.link.words import DATA, fold, function_words, stem


def _load() -> dict[str, tuple[str, ...]]:
    lines = (DATA / "compare_words.tsv").read_text(encoding="utf-8").splitlines()
    rows = (line.split("\t") for line in lines if line and not line.startswith("#"))
    return {name: tuple(words.split()) for name, words in rows}


_SETS = _load()
NEGATIONS = frozenset(_SETS["negations"])
SUBJECTS = frozenset({"no", "nobody", "none", "neither", "nothing"})
LIGHT_WORDS = frozenset(_SETS["light"])
# Words for how deep, wide or tall a thing is: they name a measure, and not what is measured.
DIMENSIONS = frozenset(_SETS["dimensions"])
# Light words that are nouns as well, and what stands before a noun and behind the light word.
NOUNS, BEFORE_NOUNS, BEHIND_ADVERBS = (frozenset(_SETS[n]) for n in ("nouns", "before nouns", "behind adverbs"))
# An article so many words before makes a noun of such a word ('a long dry well').
ARTICLE_REACH = 5
SMALL_NUMBERS = {word: str(number) for number, word in enumerate(_SETS["numbers"])}
# 'Not only', 'not yet' and the like deny nothing of what follows, or deny it for now only.
NO_NEGATION = re.compile(
    r"\b(?:not only|no longer|no doubt|no matter|not least|no (?:fewer|less|more) than|never (?:\w+ )?(?:so|such|as))\b"
)
# Whoever rules a thing out says that it is not so.
RULED_OUT = re.compile(r"\brul(?:e|es|ed|ing) out\b")
# What was not so till now, or since then, is not denied by what is so now.
EARLIER = re.compile(
    r"\b(?:before (?:this|that|then|now)|until (?:now|then|recently)|never before|since (?:\w+ )?\d{4})\b",
    re.IGNORECASE,
)
# A negation turns at most so many words behind it, up to the first function word behind one that carries meaning.
NEGATION_REACH = 5
# 'Too' turns what follows a 'to' so many words behind it.
TOO_REACH = 4
# British spellings and what they are compared as.
SPELLINGS = (
    (re.compile(r"(?<=[a-z]{3})is(e|ed|es|ing|ation|ations)$"), r"iz\1"),
    (re.compile(r"(?<=[a-z]{3})our(s|ed|ing|able|hood)?$"), r"or\1"),
    (re.compile(r"(?<=[a-z]{2}[^e])tre(s|d)?$"), r"ter\1"),
    (re.compile(r"(?<=[a-z]{3}en)ce(s|d)?$"), r"se\1"),
    (re.compile(r"(?<=[a-z]{3})ll(ed|ing|er|ers)$"), r"l\1"),
    (re.compile(r"(?<=[a-z]{3})mme(s|d)?$"), r"m\1"),
)
# A word, a number with its separators, or an abbreviation with stops; a hyphen parts words.
WORD = re.compile(r"(?:[A-Z]\.){2,}|\d+(?:[.,]\d+)*|[^\W\d_]+(?:['’][^\W\d_]+)?")
# Abbreviated names, which in small letters would be other words.
ABBREVIATED = {"US": "american", "U.S.": "american", "USA": "american", "UK": "british", "U.K.": "british", "UN": "un"}


@dataclass(frozen=True, slots=True)
class Term:
    """A word as it is compared, and where it stands."""

    text: str
    start: int
    end: int


@lru_cache(maxsize=1)
def same_words() -> dict[str, str]:
    """Every listed word with the first of its line."""
    found: dict[str, str] = {}
    for line in (DATA / "same_words.tsv").read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            first, *others = line.split()
            for word in (first, *others):
                found.setdefault(word.lstrip("-"), first)
                found.setdefault(stem(word.lstrip("-")), first)
    return found


@lru_cache(maxsize=1)
def opposites() -> frozenset[str]:
    """The listed words that say the opposite of their line."""
    text = (DATA / "same_words.tsv").read_text(encoding="utf-8")
    return frozenset(word[1:] for word in text.split() if word[0] == "-" and len(word) > 1)


@lru_cache(maxsize=200_000)
def is_compound(first: str, second: str) -> bool:
    """Whether two words are one that others write together: 'air strikes', 'crew members'."""
    joined = fold(first + second)
    return len(joined) > 6 and (joined in same_words() or stem(joined) in same_words())


@lru_cache(maxsize=200_000)
def common_form(word: str) -> str:
    """The one form under which a word is compared.

    >>> common_form("died") == common_form("deaths"), common_form("eleven"), common_form("2,748")
    (True, '11', '2748')
    """
    if word in ABBREVIATED:
        return ABBREVIATED[word]
    folded = fold(word)
    if folded[:1].isdigit():
        return folded.replace(",", "").rstrip(".")
    if folded in SMALL_NUMBERS:
        return SMALL_NUMBERS[folded]
    folded = _american(folded)
    listed = same_words()
    stemmed = stem(folded)
    return listed.get(folded) or listed.get(stemmed) or stemmed


def _american(word: str) -> str:
    """A word in the spelling of one side of the Atlantic, so that 'licence' and 'license' meet.

    >>> _american("licence"), _american("organised"), _american("harbour"), _american("centre")
    ('license', 'organized', 'harbor', 'center')
    """
    if len(word) < 6:
        return word
    for pattern, spelling in SPELLINGS:
        word = pattern.sub(spelling, word)
    return word


@lru_cache(maxsize=200_000)
def is_light(word: str) -> bool:
    """Whether a word says nothing of what a clause is about."""
    folded = fold(word)
    return word not in ABBREVIATED and (
        (folded in function_words() and folded not in SMALL_NUMBERS)
        or folded in LIGHT_WORDS
        or (len(folded) < 2 and not folded.isdigit())
    )


def terms_of(text: str, start: int, end: int) -> list[Term]:
    """The words of a stretch that carry its meaning, in order."""
    terms: list[Term] = []
    matches = list(WORD.finditer(text, start, end))
    skip = False
    for at, (match, following) in enumerate(zip(matches, [*matches[1:], None], strict=False)):
        word = match.group()
        if skip or (is_light(word) and not _is_noun(matches, at)):
            skip = False
            continue
        if following is not None and is_compound(word, following.group()):
            terms.append(Term(common_form(word + following.group()), match.start(), following.end()))
            skip = True
        else:
            terms.append(Term(common_form(word), match.start(), match.end()))
    return terms


def _is_noun(matches: list[re.Match[str]], at: int) -> bool:
    """Whether a word that mostly says nothing is the name of a thing here: 'the old well', and not 'went well'."""
    word = fold(matches[at].group())
    if word not in NOUNS:
        return False
    if matches[at].string[matches[at].end() : matches[at].end() + 1] == "-":
        return False
    if at + 1 < len(matches) and fold(matches[at + 1].group()) in BEHIND_ADVERBS:
        return False
    for before in reversed(matches[max(0, at - ARTICLE_REACH) : at]):
        if fold(before.group()) in BEFORE_NOUNS:
            return True
        if is_light(before.group()):
            return False
    return False


def is_number(term: str) -> bool:
    """Whether a term is a number."""
    return term[:1].isdigit()


def negated_terms(text: str, start: int, end: int) -> frozenset[str]:
    """The words of a clause that stand close behind a negation.

    >>> t = "The company had no valid licence for the warehouse, it said"
    >>> sorted(negated_terms(t, 0, len(t)))
    ['licens', 'valid']
    """
    found: set[str] = set()
    if EARLIER.search(text, start, end):
        return frozenset()
    words = NO_NEGATION.sub("_", RULED_OUT.sub("not", text[start:end].lower().replace("’", "'")))
    reach, before, inside, whole, opened = 0, "", False, False, False
    too = 0
    for match in re.finditer(r"[a-z]+(?:'[a-z]+)*|[,;:.]", words):
        word = match.group()
        if word in ",;:.":
            reach, before, inside, whole = 0, "", False, False
            opened = False
        elif word in NEGATIONS:
            reach, inside = NEGATION_REACH, False
            # 'No passenger was hurt': a negation that opens a clause holds for all of it.
            whole = whole or (not opened and word in SUBJECTS)
            if word == "no" and before:
                # 'Paid no tax' denies the paying too.
                found.add(before)
        elif word == "any" and reach > 0:
            # 'Failed to find any trace': what is not there at all is denied with the finding.
            reach, inside = NEGATION_REACH, False
        elif word == "of" and inside:
            # 'No chance of seeing it': nor is it seen.
            inside = False
        elif word == "too":
            too = TOO_REACH
        elif word == "to" and too > 0:
            # 'Too far away to be seen' is not seen.
            reach, inside, too, before = NEGATION_REACH, False, 0, ""
        elif is_light(word):
            # Behind what is negated a function word ends the negation: 'never seen the letter' denies no letter.
            reach, before, too = 0 if inside else max(0, reach - 1), "", max(0, too - 1)
        else:
            before, inside, opened = common_form(word), reach > 0, True
            if (reach > 0 or whole) != (word in opposites()):
                found.add(before)
            reach, too = max(0, reach - 1), max(0, too - 1)
    return frozenset(found)
