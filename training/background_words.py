"""How common each English word is in news: the table that lets a handful of accounts be judged like a pile.

    python training/background_words.py FOLDER… > src/crossread/data/background_words.tsv

Every text (.txt, or .json with a field "text") of the folders is one document; of each, its distinct word stems are
counted. Words written with a capital inside a sentence are left out, so that the table knows no person, firm or place:
how common those are, a pile must say itself. Every folder counts alike, whatever its size, so that one subject does
not colour all: a folder of election news makes 'candidate' look common. Nothing but stems and counts is written, the
counts as of 10,000 documents (the first line says so). The table that ships was made, in November 2026, from the
training parts of PolNeAR (the press of 2016, mostly on one election) and of the times corpus (wire copy and
broadcasts of 1989 to 1998).
"""

from __future__ import annotations

import json
import re
import sys
from collections import Counter, defaultdict
from pathlib import Path

from crossread.link.words import WORD, fold, function_words, stem

# Shorter texts are notes and headlines: they would make every word look rare.
FEWEST_WORDS = 100
# Stems rarer than this, in 10,000, are left out: a word the table lacks counts as rare.
RAREST = 30
SCALE = 10_000
SENTENCE_START = re.compile(r"(?:^|[.!?:]\s|\n)\W*$")


def main() -> int:
    """Write the table to standard output; returns the exit code."""
    rates: dict[str, float] = defaultdict(float)
    for folder in sys.argv[1:]:
        documents = [stems for text in texts(folder) if (stems := common_stems(text))]
        for word, count in Counter(word for stems in documents for word in stems).items():
            rates[word] += SCALE * count / len(documents) / len(sys.argv[1:])
    print(f"#documents\t{SCALE}")
    for word, rate in sorted(rates.items(), key=lambda item: (-round(item[1]), item[0])):
        if rate >= RAREST:
            print(f"{word}\t{rate:.0f}")
    return 0


def texts(folder: str) -> list[str]:
    """Every text of a folder, each once."""
    found = set()
    for path in sorted(Path(folder).rglob("*")):
        if path.suffix == ".txt":
            found.add(path.read_text(encoding="utf-8"))
        elif path.suffix == ".json":
            data = json.loads(path.read_text(encoding="utf-8"))
            found.add(str(data.get("text") or "") if isinstance(data, dict) else "")
    return sorted(found)


def common_stems(text: str) -> set[str]:
    """The stems of a text's words that are no names; none for a text too short to count."""
    words = list(WORD.finditer(text))
    if len(words) < FEWEST_WORDS:
        return set()
    names = {
        fold(match.group())
        for match in words
        if match.group()[0].isupper() and not SENTENCE_START.search(text, max(0, match.start() - 6), match.start())
    }
    folded = {fold(match.group()) for match in words}
    return {stem(word) for word in folded - names - function_words() if word.isalpha() and len(word) > 1}


if __name__ == "__main__":
    sys.exit(main())
