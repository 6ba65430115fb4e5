"""Sentences cut for reading figures: numbers with their separators, words without hyphens, every mark by itself.

The tokens of `layout` keep "twenty-five" and "four-mile" as one word; a number and its unit have to be seen apart.
"""

from __future__ import annotations

import re
from typing import NamedTuple

LEXEME = re.compile(
    r"(?P<number>[0-9]{1,3}(?:,[0-9]{2,3}){0,8},[0-9]{3}(?![0-9])(?:\.[0-9]+)?"
    r"|[0-9]{1,3}(?:[\u00a0\u202f\u2009][0-9]{3}){1,6}(?![0-9])"
    r"|[0-9]+(?:\.[0-9]+)?"
    r"|(?<![\w.])\.[0-9]+)"
    r"|(?P<word>(?:[A-Za-z]\.){2,}|(?:Mr|Mrs|Ms|Dr|St|Sen|Gov|Gen|Rep|Lt|Col|Sgt|Jr|Sr)\.|[^\W\d_]+(?:['’][^\W\d_]+)*)"
    r"|\S",
)
# Nothing in these is a figure: addresses of the web and of mail, handles, tags, times of day, telephones, versions.
OPAQUE = re.compile(
    r"https?://\S+|www\.\S+|(?<!\w)[@#]\w+|[\w.]{1,64}@\S{1,64}|\bpic\.twitter\.com\S*"
    r"|\b[0-9]{1,4}:[0-9]{1,4}(?::[0-9]{2})?(?:\.[0-9]+)?"
    r"|\b[0-9]{4}-[0-9]{2}-[0-9]{2}\w*"
    r"|\b[0-9]{1,2}[/.][0-9]{1,2}[/.][0-9]{2,4}\b|\b(?:9/11|7/7|24/7)\b"
    r"|\+[0-9][0-9 ()\-]{7,20}|\(?\b[0-9]{3}\)?[ \-][0-9]{3}[\- ][0-9]{4}\b|\b[0-9]{3}-[0-9]{4}\b"
    r"|\b[0-9]{2,}(?:[\-.][0-9]{2,}){2,}\b"
    r"|\b[0-9]+\.[0-9]+\.[0-9]+(?:\.[0-9]+)*"
)
# Without one of these a sentence has nothing opaque.
MAY_HIDE = re.compile(r"[@#:/+]|www|twitter|[0-9][-. )][0-9]")
# A sentence without any of these holds no figure.
HINT = re.compile(
    r"[0-9½¼¾⅓⅔⅛⅜⅝⅞]|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen"
    r"|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundreds?|thousands?|millions?|billions?"
    r"|trillions?|dozens?|scores|half|third|quarters?|zero)\b",
    re.IGNORECASE,
)
HYPHENS = "-‐‑–−"


class Lexeme(NamedTuple):
    """A number, a word or a mark; `is_glued` where no white space stands before it.

    A tuple, since a frozen dataclass takes three times as long to make and a sentence has forty of these.
    """

    start: int
    end: int
    text: str
    low: str
    is_number: bool
    is_word: bool
    is_glued: bool
    is_opaque: bool = False


def cut_lexemes(text: str, start: int, end: int) -> list[Lexeme]:
    """The lexemes of a stretch of text, in order."""
    may_hide = MAY_HIDE.search(text, start, end)
    opaque = [match.span() for match in OPAQUE.finditer(text, start, end)] if may_hide else []
    position = 0
    found = []
    last = -1
    for match in LEXEME.finditer(text, start, end):
        first, after = match.span()
        while position < len(opaque) and opaque[position][1] <= first:
            position += 1
        hidden = position < len(opaque) and opaque[position][0] <= first
        words = match.group()
        kind = match.lastgroup
        low = words.lower().replace("’", "'")
        found.append(Lexeme(first, after, words, low, kind == "number", kind == "word", first == last, hidden))
        last = after
    return found


def is_hyphen(lexeme: Lexeme) -> bool:
    """Whether a mark joins two words or numbers."""
    return lexeme.text in HYPHENS
