"""The language of an account: what its file says, and a vote of small words, for what matters is English or not."""

from __future__ import annotations

import re
from functools import cache

from crossread.ingest.wordlists import read_table

WORD = re.compile(r"[^\W\d_]+")
# How much of the text votes.
SAMPLE = 4000
# Fewer small words than this decide nothing.
FEWEST_VOTES = 3
# Another language than English needs more of them, and so many times the votes for English: names and quotations in
# other languages are frequent in English accounts.
FEWEST_FOREIGN_VOTES = 5
MARGIN_OVER_ENGLISH = 1.5
# Scripts in which no English is written: the share of letters that settles it.
FOREIGN_SHARE = 0.5
FOREIGN = re.compile("[\u0370-\u1fff\u3040-\ud7a3]")
LETTER = re.compile(r"[^\W\d_]")
SCRIPTS = (
    ("ru", "\u0400", "\u04ff"),
    ("el", "\u0370", "\u03ff"),
    ("he", "\u0590", "\u05ff"),
    ("ar", "\u0600", "\u06ff"),
    ("hi", "\u0900", "\u097f"),
    ("th", "\u0e00", "\u0e7f"),
    ("zh", "\u4e00", "\u9fff"),
    ("ko", "\uac00", "\ud7a3"),
)


@cache
def _votes() -> dict[str, tuple[str, ...]]:
    """Small words with the languages they speak for."""
    votes: dict[str, tuple[str, ...]] = {}
    for language, words in read_table("small_words.tsv"):
        for word in words.split():
            votes[word] = (*votes.get(word, ()), language)
    return votes


def find_language(declared: str | None, text: str) -> str | None:
    """The language as a two-letter code: the words' vote where it is clear, else what the file declares.

    >>> find_language("de", "The minister said that the talks had failed and he was to leave.")
    'en'
    """
    stated = (declared or "").strip().replace("_", "-").partition("-")[0].lower()
    voted = vote(text)
    if voted:
        return voted
    return stated if re.fullmatch(r"[a-z]{2,3}", stated) else None


def vote(text: str) -> str | None:
    """The language most small words speak for, or None where they are too few or undecided."""
    sample = text[:SAMPLE]
    script = _script(sample)
    if script:
        return script
    counts: dict[str, int] = {}
    small_words = _votes()
    for word in WORD.findall(sample.lower()):
        for language in small_words.get(word, ()):
            counts[language] = counts.get(language, 0) + 1
    ranked = sorted(counts.items(), key=lambda item: (-item[1], item[0]))
    if not ranked or ranked[0][1] < FEWEST_VOTES:
        return None
    language, votes = ranked[0]
    english = counts.get("en", 0)
    if language != "en" and (votes < FEWEST_FOREIGN_VOTES or votes < MARGIN_OVER_ENGLISH * english):
        return "en" if english >= FEWEST_VOTES else None
    return language if len(ranked) < 2 or votes > ranked[1][1] else None


def _script(sample: str) -> str | None:
    """The language that a foreign script stands for."""
    foreign = FOREIGN.findall(sample)
    if len(foreign) <= FOREIGN_SHARE * len(LETTER.findall(sample)):
        return None
    if any("\u3040" <= c <= "\u30ff" for c in foreign):
        return "ja"  # Japanese is mostly written in the signs of Chinese, but never without its own.
    counts = [(sum(first <= c <= last for c in foreign), language) for language, first, last in SCRIPTS]
    return max(counts)[1]
