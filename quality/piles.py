"""Piles of invented affairs to measure growth with: real accounts whose names, words and numbers are other ones.

A new affair takes the sentences of a real one and puts other words in the place of those that few affairs use, the same
ones throughout: names get invented names, other words a word with the same ending. So affairs share no more words than
affairs do, and cues, times and small words stay as they were. Within an affair every account words it in its own way;
one in five is a reprint. The seed is fixed: the same size gives the same pile.
"""

from __future__ import annotations

import json
import random
import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any

AFFAIR = 20
LINES = 14
REPRINTED = 0.2
# Words that a larger share of the real affairs use stay as they are.
COMMON = 0.2
# So many of the other words an account puts in its own way.
OWN_WORDS = 0.3
WORD = re.compile(r"[A-Za-z]{3,}|\d+")
SYLLABLES = [f"{consonant}{vowel}" for consonant in "bdfghklmnprstvz" for vowel in "aeio"]
Account = dict[str, Any]


def resample(folder: Path, size: int) -> list[Account]:
    """`size` accounts in affairs of twenty, made of the real affairs in a folder."""
    chance = random.Random(20201)
    affairs = [
        [json.loads(p.read_text(encoding="utf-8")) for p in sorted(d.glob("*.json"))] for d in sorted(folder.iterdir())
    ]
    words = Words(affairs)
    pile: list[Account] = []
    while len(pile) < size:
        pile += _affair(chance.choice(affairs), words, min(AFFAIR, size - len(pile)), chance)
    return pile


class Words:
    """The words that few affairs use, by their endings, to be put in one another's place."""

    def __init__(self, affairs: list[list[Account]]) -> None:
        used = Counter(word for affair in affairs for word in {w for a in affair for w in WORD.findall(a["text"])})
        small = sorted(word for word in used if word.islower())
        self._common = {word for word in used if used[word] > COMMON * len(affairs)}
        self._common |= {word.capitalize() for word in self._common}
        self._by_ending: dict[str, list[str]] = defaultdict(list)
        for word in small:
            if word not in self._common:
                self._by_ending[word[-2:]].append(word)

    def other(self, word: str, chance: random.Random) -> str:
        """A word to stand for this one."""
        if word in self._common:
            return word
        if word.isdigit():
            # Years stay years.
            return word if len(word) == 4 else "".join(chance.choice("123456789") for _ in word)
        if word.islower():
            return chance.choice(self._by_ending.get(word[-2:]) or [word])
        name = "".join(chance.choice(SYLLABLES) for _ in range(chance.randint(2, 4)))
        return name.upper() if word.isupper() else name.capitalize()


def _affair(real: list[Account], words: Words, size: int, chance: random.Random) -> Iterator[Account]:
    """The accounts of one new affair."""
    told: dict[str, str] = {}
    begun = date(2012, 1, 1) + timedelta(days=chance.randrange(3000))
    lines = [line for account in real for line in account["text"].split("\n") if len(line) > 40]
    made: list[Account] = []
    for _ in range(size):
        like = chance.choice(real)
        if len(made) > 2 and chance.random() < REPRINTED:
            text = chance.choice(made)["text"]
        else:
            chosen = chance.sample(lines, min(len(lines), LINES))
            text = "\n".join(_reworded(line, words, told, chance) for line in chosen)
        title = _reworded(like["title"] or "", words, told, chance)
        day = begun + timedelta(days=chance.randrange(4))
        domain = f"o{chance.randrange(400)}.com"
        made.append({"title": title, "text": text, "date_publish": day.isoformat(), "source_domain": domain, "url": ""})
    yield from made


def _reworded(line: str, words: Words, told: dict[str, str], chance: random.Random) -> str:
    """A line in the words of its new affair, some of them in the account's own."""

    def other(match: re.Match[str]) -> str:
        word = match.group()
        known = told.get(word)
        if known is None:
            known = told[word] = words.other(word, chance)
        return words.other(word, chance) if word.islower() and chance.random() < OWN_WORDS else known

    return WORD.sub(other, line)
