"""The headline that a plain text begins with.

Files that say what is the title need no guess; of the others many begin with it. It is told by its look: a short line
of several words, without a full stop or with the capitals of a title, above longer text.
"""

from __future__ import annotations

import re

from crossread.records import Span

SHORTEST, LONGEST = 15, 160
FEWEST_WORDS = 3
# What follows a headline is a paragraph: a sentence at least so long.
SHORTEST_PARAGRAPH = 60
# In the American style all words of weight have capitals; then even a full stop behind it is a typist's.
SHARE_OF_CAPITALS = 0.75
FEWEST_CAPITALS = 4
LIGHT_WORD = 4
LINE = re.compile(r"[^\n]*\S[^\n]*")
WORD = re.compile(r"[^\W\d_][\w'’-]*")
PARAGRAPH_END = tuple(".!?…\"”’')")
# Headers, datelines, bylines, labels: not headlines.
NO_HEADLINE = re.compile(
    r"[\[(<#@/]|https?:|by\s|date\s|\w+:\s*$|[^\n]*[(/](?:reuters|ap|afp|tass|cnn)[)/]", re.IGNORECASE
)


def find_headline(text: str) -> Span | None:
    r"""Where the headline of a plain text stands, or None.

    >>> find_headline("Dam holds another night\n\nThe dam held through the night, and nobody was hurt, they said.")
    Span(start=0, end=23)
    """
    lines = LINE.finditer(text)
    first, second = next(lines, None), next(lines, None)
    if not first or not second or len(second.group().strip()) < SHORTEST_PARAGRAPH:
        return None
    words = first.group().strip()
    if not second.group().rstrip().endswith(PARAGRAPH_END) or not _looks_like_one(words):
        return None
    start = first.start() + first.group().index(words)
    return Span(start, start + len(words))


def _looks_like_one(words: str) -> bool:
    """Whether a first line looks like a headline."""
    if not SHORTEST <= len(words) <= LONGEST or NO_HEADLINE.match(words):
        return False
    found = WORD.findall(words)
    if len(found) < FEWEST_WORDS:
        return False
    if words[-1] in "-–—―":
        return False
    if words[-1] not in ".:;,…":
        return words[0] not in "\"“'‘" or words[-1] not in "\"”'’"
    heavy = [word for word in found if len(word) >= LIGHT_WORD]
    capitals = sum(word[0].isupper() for word in heavy)
    return words[-1] == "." and capitals >= max(FEWEST_CAPITALS, SHARE_OF_CAPITALS * len(heavy))
