"""The words of an account as names need them: which are written large, where that means something, and how often.

A capital says little at the head of a sentence and nothing in a headline. What a word is there is decided by how the
whole account writes it elsewhere, then by what everybody knows.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Literal, NamedTuple

from crossread import gazetteer
from crossread.reading.names_words import ABBREVIATIONS, NEVER, SMALL, SPEECH, is_common
from crossread.records import Sentence

if TYPE_CHECKING:
    from crossread.reading.layout import Layout

Style = Literal["plain", "title", "capitals"]
# A sentence is a headline where at least this share of its longer words begins with a capital.
MOST_CAPITALS = 0.79
FEWEST_WORDS = 3
LONG = 4
_SHORT_COUNTRIES = frozenset(["US", "MAY", "May"])
OPENING = frozenset("“\"'‘«(:•-–—*[/|…+=>#")
POSSESSIVE = frozenset(["'s", "’s", "'S", "’S"])


class Word(NamedTuple):
    """A token: `end` lies before a possessive ending; `first` where a sentence or quotation begins with it."""

    start: int
    end: int
    text: str
    low: str
    possessive: bool
    first: bool
    cut: bool = False  # it goes on behind a hyphen, and the name does not: 'Oslo' of 'Oslo-based'

    @property
    def is_capital(self) -> bool:
        """Whether it begins with a capital."""
        return self.text[:1].isupper()


@dataclass(frozen=True, slots=True)
class Line:
    """A sentence as its words, and how it is written."""

    words: tuple[Word, ...]
    style: Style


@dataclass(frozen=True, slots=True)
class Evidence:
    """How often the account writes each word large inside a plain sentence, and small."""

    large: Counter[str]
    small: Counter[str]


def read_lines(layout: Layout) -> list[Line]:
    """The sentences of an account."""
    return [_line(layout, sentence) for sentence in layout.sentences]


def _line(layout: Layout, span: Sentence) -> Line:
    words: list[Word] = []
    first = True
    for token in layout.tokens_in(span):
        start, end, text = token.start, token.end, token.text
        possessive = text[-2:] in POSSESSIVE and len(text) > 2
        if possessive:
            text = text[:-2]
            end -= 2
        # An address or a handle names nobody by its parts.
        if start and layout.text[start - 1] in "@/" and _is_address(layout.text, start) and text[0].isalpha():
            text = text.lower()
        words.append(Word(start, end, text, text.lower().replace("’", "'"), possessive, first))
        # Behind a number or a mark a capital says as little as at the head of a sentence: "8/11 2013 A girl …".
        first = not text[0].isalpha() and (text[0].isdigit() or text in OPENING)
    return Line(tuple(words), _style(words))


def _is_address(text: str, start: int) -> bool:
    """Whether a word at `start` goes on a handle or an address."""
    return start > 0 and (text[start - 1] == "@" or (text[start - 1] == "/" and text[start - 2 : start - 1].isalnum()))


def _style(words: Sequence[Word]) -> Style:
    longer = [word for word in words if len(word.text) >= LONG and word.text[0].isalpha() and word.low not in SMALL]
    if len(longer) < FEWEST_WORDS:
        return "plain"
    if sum(word.text.isupper() for word in longer) >= MOST_CAPITALS * len(longer):
        return "capitals"
    if words[-1].text == "." or sum(word.is_capital for word in longer) < MOST_CAPITALS * len(longer):
        return "plain"
    # A list of names has as many capitals as a headline; a headline has large words that are commonly small.
    return "title" if sum(is_common(word.low) for word in longer) * 4 >= len(longer) else "plain"


def gather_evidence(lines: Sequence[Line]) -> Evidence:
    """How the plain sentences of an account write their words."""
    large: Counter[str] = Counter()
    small: Counter[str] = Counter()
    for line in lines:
        if line.style != "plain":
            continue
        for word in line.words:
            if not word.text[0].isalpha():
                continue
            if not word.is_capital:
                small[word.low] += 1
            elif not word.first:
                large[word.low] += 1
    return Evidence(large, small)


def may_name(word: Word, following: Word | None, style: Style, evidence: Evidence) -> bool:
    """Whether a word may be part of a name where it stands."""
    if not word.is_capital or word.low in NEVER or (word.low in ABBREVIATIONS and word.text.isupper()):
        return False
    if word.low in SMALL:
        is_short = word.text in _SHORT_COUNTRIES or (word.text.isupper() and word.text in gazetteer.organizations())
        if style == "capitals" or not is_short:
            return False
        if word.text in _SHORT_COUNTRIES:
            return True
    if style == "plain" and not word.first:
        return not _is_emphasis(word)
    if following is not None and f"{word.low} {following.low}" in known_openings():
        return True
    large, small = evidence.large[word.low], evidence.small[word.low]
    if large and large >= small:
        return True
    if word.low in gazetteer.roles() and word.low not in gazetteer.first_names():
        return False
    if is_known(word.low, word.text):
        return not is_common(word.low) or _goes_on(following, style)
    if small or is_common(word.low) or (style != "plain" and evidence.large):
        return False  # what a headline alone writes large is seldom a name
    return word.text.isalpha() or "-" in word.text or "'" in word.low


def _goes_on(following: Word | None, style: Style) -> bool:
    """Whether a word that is common too begins a name: 'Grace Oduya', not 'Grace is'."""
    return following is not None and following.is_capital and not is_common(following.low) and style == "plain"


def _is_emphasis(word: Word) -> bool:
    """Whether a common word stands in capitals to be stressed: 'did NOT'."""
    return len(word.text) > 1 and word.text.isupper() and is_common(word.low) and word.text not in _known_acronyms()


@cache
def known_openings() -> frozenset[str]:
    """The first two words, in lower case, of every known name of several."""
    names = [*gazetteer.country_names(), *gazetteer.places(), *(name.lower() for name in gazetteer.organizations())]
    return frozenset(" ".join(name.split()[:2]) for name in names if " " in name)


def _known_acronyms() -> dict[str, tuple[str, str]]:
    return gazetteer.organizations()


def is_known(low: str, text: str) -> bool:
    """Whether everybody knows the word as a name or part of one."""
    return (
        low in gazetteer.country_names()
        or low in gazetteer.places()
        or low in gazetteer.demonyms()
        or low in gazetteer.first_names()
        or text in gazetteer.organizations()
        or (low in gazetteer.family_names() and not is_common(low))
    )


def speaks(word: Word | None) -> bool:
    """Whether a word is a verb of what people do."""
    return word is not None and word.low in SPEECH
