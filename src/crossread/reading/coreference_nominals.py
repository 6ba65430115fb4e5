"""Noun phrases that mean somebody without naming him: "the Norwegian leader", "five officials", "her husband".

Found by their head word: a noun for a person, several people or a body. Without an article only words that surely
belong to the noun are taken with it, for the word before might be a verb.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Literal

from crossread import gazetteer
from crossread.reading.attribution_words import PREPOSITIONS
from crossread.reading.coreference_words import DEFINITE, INDEFINITE, MODIFIERS, POSSESSIVE, SEVERAL, TAILS
from crossread.reading.names_record import Name, Names
from crossread.reading.names_text import Line, Word
from crossread.reading.names_words import SMALL, SPEECH, is_people
from crossread.records import Span

Article = Literal["definite", "indefinite", "possessive", "none"]

FARTHEST_ARTICLE = 6
LONGEST_HEAD = 5
PREFIXES = frozenset(["ex", "then", "former", "vice", "deputy", "co", "non"])
# A noun behind a noun makes another thing of it: "police protection", "government investment".
NOUN_ENDING = re.compile(r"(?:tion|tions|ment|ments|ness|ship|ity|ities|ance|ence|ism|ings)$")
# Over these a phrase does not reach to its article.
STOPS = SMALL | SPEECH | PREPOSITIONS
ONE = frozenset(["one", "1"])


@dataclass(frozen=True, slots=True)
class Nominal:
    """A noun phrase: `noun` is its head in lower case, the last of its words that say what it is.

    `start` lies behind an article; `people` is the first demonym before the head, `names` are the names inside, before
    or behind the head ("Kremlin spokesman", "the head of Vorsk"); `whole` reaches over what is said of it behind "of".
    """

    start: int
    end: int
    whole: Span
    line: int
    noun: str
    number: gazetteer.Number
    sex: gazetteer.Sex
    article: Article
    people: str | None
    names: tuple[Name, ...]
    first: int  # where in the line its first word, its article included, stands
    last: int
    owner: Span | None = None  # "his", "Trump's"

    @property
    def is_bare(self) -> bool:
        """Whether it is a plural by itself: 'officials'."""
        return self.number == "p" and self.article == "none" and self.first == self.last

    @property
    def span(self) -> Span:
        """Where it stands."""
        return Span(self.start, self.end)


def find_nominals(lines: Sequence[Line], names: Names) -> list[Nominal]:
    """The noun phrases of an account, in order; those within a name are left out."""
    starts = [name.start for name in names]
    found: list[Nominal] = []
    for number, line in enumerate(lines):
        index = 0
        words = line.words
        while index < len(words):
            size = _head_size(words, index)
            if not size or _in_name(names, starts, words[index]):
                index += 1
                continue
            last = _last_head(words, index + size - 1)
            if not _has_tail(words, last):
                nominal = _nominal(number, words, (index, last), (names, starts))
                if nominal is not None:
                    found.append(nominal)
            index = last + 1
    return found


@cache
def _heads() -> dict[str, tuple[tuple[str, ...], ...]]:
    """The phrases that begin with each word, longest first."""
    grouped: dict[str, list[tuple[str, ...]]] = {}
    phrases = {phrase for phrase, title in gazetteer.titles().items() if title.kind == "role"} | set(gazetteer.roles())
    phrases |= {people for people in gazetteer.demonyms() if people[:-1] in gazetteer.demonyms()}
    for phrase in sorted(phrases):
        words = tuple(phrase.split())
        grouped.setdefault(words[0], []).append(words)
    return {first: tuple(sorted(found, key=lambda words: (-len(words), words))) for first, found in grouped.items()}


def _head_size(words: Sequence[Word], index: int) -> int:
    low = words[index].low
    heads = _heads()
    for phrase in heads.get(low) or (heads.get(_bare(low), ()) if "-" in low else ()):
        if len(phrase) == 1 or tuple(word.low for word in words[index + 1 : index + len(phrase)]) == phrase[1:]:
            return len(phrase)
    return 0


def _bare(low: str) -> str:
    """A noun without what says that one was it once, or is it with others: 'ex-president'."""
    start, hyphen, rest = low.partition("-")
    return rest if hyphen and start in PREFIXES and rest else low


def _last_head(words: Sequence[Word], last: int) -> int:
    """The last word of a chain of nouns: 'opposition party leader'."""
    while last + 1 < len(words) and not words[last].possessive and words[last + 1].start == words[last].end + 1:
        size = _head_size(words, last + 1)
        if not size or (words[last].is_capital and not words[last].first and not words[last + 1].is_capital):
            break
        last += size
    return last


def _has_tail(words: Sequence[Word], last: int) -> bool:
    following = words[last + 1] if last + 1 < len(words) else None
    if following is None or words[last].possessive or following.start != words[last].end + 1:
        return False
    behind = words[last + 2] if last + 2 < len(words) else None
    if behind is not None and following.text.islower() and following.low not in STOPS and behind.text.islower():
        plain = gazetteer.roles().get(behind.low)
        if plain is not None and plain.number != "s" and not following.low.endswith(("s", "ed", "ing")):
            return True
    return following.low in TAILS or (NOUN_ENDING.search(following.low) is not None and following.text.islower())


def _in_name(names: Names, starts: Sequence[int], word: Word) -> bool:
    index = bisect_right(starts, word.start) - 1
    return index >= 0 and names[index].end > word.start


def _nominal(
    number: int, words: Sequence[Word], head: tuple[int, int], known: tuple[Names, Sequence[int]]
) -> Nominal | None:
    """The phrase round the head from its first to its last word, or None where a lone noun names nobody."""
    first, last = head
    names, starts = known
    article_at, article, owner = _article(words, first, _starts_inside(words, first, names, starts))
    begin = article_at if article_at is not None else _plain_start(words, first, names, starts)
    start = begin + 1 if article_at is not None and article in ("definite", "indefinite") else begin
    if article == "possessive" and article_at is not None:
        start = begin = _owner_start(words, article_at, names, starts)
    if article == "indefinite" and words[begin].low not in ("a", "an", "the"):
        start = begin
    noun, role = _meaning(words, first, last)
    if article == "indefinite" and role.number != "p" and _counts_several(words[begin]):
        return None
    inside = _names_in(names, starts, words[begin].start, words[last].end)
    people = next((word.low for word in words[begin:first] if is_people(word.low)), None)
    is_apposed = _is_apposed(words, first, names, starts)
    is_title = last + 1 < len(words) and _in_name(names, starts, words[last + 1])
    known_by = people or inside or start < first or is_apposed or is_title
    if article == "none" and role.number == "s" and not known_by:
        return None
    behind, whole_end = _complement(words, last, names, starts)
    return Nominal(
        words[start].start,
        words[last].end,
        Span(words[start].start, whole_end),
        number,
        noun,
        role.number,
        role.sex,
        article,
        people,
        (*inside, *behind),
        begin,
        last,
        owner,
    )


def _is_apposed(words: Sequence[Word], first: int, names: Names, starts: Sequence[int]) -> bool:
    """Whether a noun stands behind the comma of a name, an age between them aside: 'Orla Vane, 58, chief of …'."""
    if first < 2 or words[first - 1].text not in ",(":
        return False
    before = first - 4 if first > 3 and words[first - 2].text.isdigit() and words[first - 3].text == "," else first - 2
    return _in_name(names, starts, words[before])


def _owner_start(words: Sequence[Word], at: int, names: Names, starts: Sequence[int]) -> int:
    """Where the name of an owner begins that ends with word `at`."""
    while at > 0 and _in_name(names, starts, words[at - 1]) and words[at].start not in starts:
        at -= 1
    return at


def _counts_several(word: Word) -> bool:
    """Whether a word counts more than one: no single person or body stands behind it."""
    return word.low not in ONE and (word.low.isdigit() or word.low in SEVERAL)


def _starts_inside(words: Sequence[Word], first: int, names: Names, starts: Sequence[int]) -> frozenset[int]:
    """Where words of names begin before a head: 'The' of a name is no article, and its numbers count nothing."""
    before = words[max(0, first - FARTHEST_ARTICLE) : first]
    return frozenset(word.start for word in before if not word.possessive and _in_name(names, starts, word))


def _article(words: Sequence[Word], first: int, inside: frozenset[int]) -> tuple[int | None, Article, Span | None]:
    """Where the article before a head stands, and what it says."""
    for index in range(first - 1, max(-1, first - 1 - FARTHEST_ARTICLE), -1):
        word = words[index]
        if word.start in inside:
            continue
        if word.low in DEFINITE:
            return index, "definite", None
        if word.text[0].isdigit() and words[index + 1].text == "-":
            continue  # 'a 26-year-old pilot'
        if word.low in INDEFINITE or word.low.isdigit():
            return index, "indefinite", None
        if word.low in POSSESSIVE or word.possessive:
            return index, "possessive", Span(word.start, word.end)
        if not (word.text[0].isalpha() or word.text in '-‑“”"') or word.low in STOPS:
            break
    return None, "none", None


def _plain_start(words: Sequence[Word], first: int, names: Names, starts: Sequence[int]) -> int:
    """Where a phrase without an article begins."""
    index = first
    while index > 0:
        word = words[index - 1]
        joins = word.low in MODIFIERS or is_people(word.low) or (_in_name(names, starts, word) and not word.possessive)
        if not joins or words[index].start > word.end + 1:
            break
        index -= 1
    return index


def _meaning(words: Sequence[Word], first: int, last: int) -> tuple[str, gazetteer.Role]:
    """The longest noun that ends the head, and what it means."""
    if words[last].low in gazetteer.demonyms():
        return words[last].low, gazetteer.Role("p", "u")
    for start in range(max(first, last - LONGEST_HEAD + 1), last + 1):
        phrase = " ".join([_bare(words[start].low), *(word.low for word in words[start + 1 : last + 1])])
        if phrase in gazetteer.roles():
            return phrase, gazetteer.roles()[phrase]
        if phrase in gazetteer.titles():
            return phrase, gazetteer.Role("s", gazetteer.titles()[phrase].sex)
    return _bare(words[last].low), gazetteer.Role("s", "u")


def _names_in(names: Names, starts: Sequence[int], start: int, end: int) -> list[Name]:
    return list(names[bisect_left(starts, start) : bisect_left(starts, end)])


def _complement(words: Sequence[Word], last: int, names: Names, starts: Sequence[int]) -> tuple[list[Name], int]:
    """The name behind 'of', 'for' or 'at' that belongs to a head, and where it ends."""
    end = words[last].end
    if last + 2 >= len(words) or words[last].possessive or words[last + 1].low not in ("of", "for", "at"):
        return [], end
    index = last + 2
    while index < min(len(words), last + 4) and (words[index].low in DEFINITE or is_people(words[index].low)):
        index += 1
    if index >= len(words):
        return [], end
    found = _names_in(names, starts, words[index].start, words[index].start + 1)
    return (found, found[0].end) if found else ([], end)
