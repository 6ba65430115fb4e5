"""A run of large words taken apart into names: titles off, peoples off, known names told from their neighbours."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from crossread import gazetteer
from crossread.reading.names_runs import Run
from crossread.reading.names_text import Line, Word
from crossread.reading.names_words import (
    DAY_BEFORE,
    NAME_ENDS,
    SETTLEMENTS,
    TIMES,
    VOTE_WORDS,
    VOTES,
    is_common,
    is_people,
)
from crossread.records import Span

# The longest titles have this many words: "deputy assistant secretary of state".
LONGEST_TITLE = 6
# Written small these are adjectives as often as titles.
NOT_BEFORE = frozenset(["major", "private", "general", "fellow", "count", "master", "mother", "father", "lead"])
# Titles that begin names of bodies and places as well: a name that ends like one keeps them.
BODY_HEADS = ("org_last", "place_last", "law_last", "event_last")


@dataclass(frozen=True, slots=True)
class Piece:
    """The words of one name, and its title where it has one; `line` and `before` say where to look round it."""

    words: Run
    title: Span | None
    line: Line
    first: int  # where in the line its first word stands
    last: int
    titled: bool = False  # whether a title for people stands before it

    @property
    def text(self) -> str:
        """Its words as one name."""
        return text_of(self.words)

    @property
    def span(self) -> Span:
        """Where it stands."""
        return Span(self.words[0].start, self.words[-1].end)

    def part(self, start: int, end: int) -> Piece:
        """The words from `start` up to `end` as a name of their own."""
        words = self.line.words
        at = bisect_left(words, self.words[start].start, key=lambda word: word.start)
        last = bisect_right(words, self.words[end - 1].start, key=lambda word: word.start) - 1
        title = self.title if start == 0 else None
        return Piece(self.words[start:end], title, self.line, at, last, self.titled and start == 0)


def cut_run(line: Line, run: Run, position: int) -> list[Piece]:
    """The names in a run whose first word is word `position` of the line."""
    places = _places(line, run, position)
    return _cut(line, list(zip(run, places, strict=True)), None)


def _places(line: Line, run: Run, position: int) -> list[int]:
    """Where in the line each word of the run stands."""
    places = []
    for word in run:
        while line.words[position].start < word.start:
            position += 1
        places.append(position)
    return places


Part = list[tuple[Word, int]]


def _cut(line: Line, part: Part, title: Span | None) -> list[Piece]:
    part = _without_edges(line, part)
    if not part:
        return []
    over = _title_over_of(line, part) if title is None else None
    if over is not None:
        return _cut(line, part[over[0] :], over[1]) if part[over[0] :] else []
    part = _without_settlement(part)
    vote = _with_vote(line, part)
    if vote is not part:
        return [_piece(line, vote, None, titled=False)]
    words = [word for word, _ in part]
    if title is None and not is_known_name(words):
        divided = _divide_at_title(line, part)
        if divided is not None:
            return divided
        kept = _without_calling(words)
        if kept != len(words):
            return _cut(line, part[:kept], None)
        person = _person_at_end(words)
        if person:
            return [*_cut(line, part[:person], None), _piece(line, part[person:], None, titled=False)]
        shorter = _without_people(words)
        if shorter != len(words):
            return _cut(line, part[len(words) - shorter :], None) if shorter else []
    small = _title_before(line, part[0][1]) if title is None else None
    titled = bool(title or small) and not _ends_like_body([word for word, _ in part])
    return [_piece(line, part, (title or small) if titled else None, titled=titled)]


def _title_over_of(line: Line, part: Part) -> tuple[int, Span] | None:
    """How many words of a run end a title that began before it, and where it stands: 'secretary of state'."""
    first, words = part[0][1], line.words
    if first < 2 or words[first - 1].low not in ("of", "in"):
        return None
    for size in range(min(3, len(part)), 0, -1):
        for start in range(max(0, first - 4), first - 1):
            span = words[start : part[size - 1][1] + 1]
            if " ".join(word.low for word in span) in gazetteer.titles() and not part[size - 1][0].possessive:
                return size, Span(span[0].start, span[-1].end)
    return None


def _with_vote(line: Line, part: Part) -> Part:
    """With the year before and 'general election' behind, where a name is that of a vote."""
    first, last = part[0][1], part[-1][1]
    words = line.words
    if part[-1][0].possessive or not (first and words[first - 1].text.isdigit() and len(words[first - 1].text) == 4):
        return part
    end = last + 1
    while end < len(words) and words[end].low in VOTE_WORDS and end - last < 4:
        end += 1
    if end >= len(words) or words[end].low not in VOTES:
        return part
    return [(words[at], at) for at in range(first - 1, end + 1)]


def _piece(line: Line, part: Part, title: Span | None, *, titled: bool) -> Piece:
    return Piece(tuple(word for word, _ in part), title, line, part[0][1], part[-1][1], titled)


def _without_edges(line: Line, part: Part) -> Part:
    """Without a month that is a time, and without small words left at the ends."""
    while part and (part[-1][0].low in ("of", "the", "and", "for", "&", "-", ".") or _ends_with_people(part)):
        part = part[:-1]
    while part and part[0][0].low in TIMES:
        before = line.words[part[0][1] - 1].low if part[0][1] else ""
        behind = line.words[part[0][1] + 1].text if part[0][1] + 1 < len(line.words) else ""
        if before not in DAY_BEFORE and not behind.isdigit():
            break
        part = part[1:]
    return part


def _ends_with_people(part: Part) -> bool:
    """Whether a run ends with a people that belongs to what follows: 'Council of the Vorskian (opposition)'."""
    return len(part) > 2 and is_people(part[-1][0].low) and part[-2][0].low == "the"


def is_known_name(words: Sequence[Word]) -> bool:
    """Whether all the words together are a name everybody knows."""
    return known_kind(text_of(words)) is not None


def text_of(words: Sequence[Word]) -> str:
    """Words as one name, parted as they stand."""
    if len(words) == 1:
        return words[0].text
    parts = [words[0].text]
    for before, word in pairwise(words):
        ending = "'s" if before.possessive else ""
        gap = "" if word.start == before.end + len(ending) else " "
        parts.append(ending + gap + word.text)
    return "".join(parts)


@lru_cache(maxsize=20_000)
def known_kind(name: str) -> str | None:
    """The kind of a name everybody knows, or None.

    >>> known_kind("U.S."), known_kind("GENEVA"), known_kind("World Bank"), known_kind("Vorsk")
    ('place', 'place', 'organization', None)
    """
    low = name.lower().replace("’", "'")
    if low in gazetteer.country_names():
        # Short names of countries are written large throughout: 'US', not 'us' or 'Us'.
        short = len(name) <= 4 and "." not in name
        return "place" if not short or name.isupper() or (name.istitle() and len(low) > 3) else None
    if name in gazetteer.organizations():
        return gazetteer.organizations()[name][0]
    if low in gazetteer.places() and (len(low) > 3 or name.isupper()):
        return "place"
    if name.isupper() and len(name) > 4 and name.title() in gazetteer.organizations():
        return gazetteer.organizations()[name.title()][0]
    return None


def _divide_at_title(line: Line, part: Part) -> list[Piece] | None:
    """A run with a title in it as what stands before and behind; None where none stands there."""
    words = [word for word, _ in part]
    keeps = _ends_like_body(words)
    for start in range(len(words)):
        size = _title_size(words, start)
        if not size:
            continue
        rest = part[start + size :]
        if keeps and not (rest and _looks_like_person([word for word, _ in rest])):
            return None
        if rest and rest[0][0].low in ("of", "for", "and", "in"):
            return None if start == 0 and not _is_role(words[:size]) else _cut(line, part[:start], None)
        if not rest and start and _is_surname(words, start):
            return None
        if (
            not rest
            and start
            and not is_people(words[0].low)
            and not is_known_name(words[:start])
            and not _is_role(words[start:])
        ):
            return None
        left = _cut(line, part[:start], None)
        span = Span(words[start].start, words[start + size - 1].end)
        return left + (_cut(line, rest, span) if rest else [])
    return None


def _title_size(words: Sequence[Word], start: int) -> int:
    """How many words from `start` are a title, the longest there is; 0 for none."""
    titles = gazetteer.titles()
    for size in range(min(LONGEST_TITLE, len(words) - start), 0, -1):
        phrase = " ".join(word.low for word in words[start : start + size] if word.text != ".")
        if phrase in titles:
            return size + (start + size < len(words) and words[start + size].text == ".")
    return 0


def _is_role(words: Sequence[Word]) -> bool:
    phrase = " ".join(word.low for word in words if word.text != ".")
    title = gazetteer.titles().get(phrase)
    return title is not None and title.kind == "role"


def _is_surname(words: Sequence[Word], start: int) -> bool:
    """Whether a title word at the end of a run is a family name: 'Martin Luther King'."""
    return start == len(words) - 1 and words[0].low in gazetteer.first_names() and len(words) > 1


def _ends_like_body(words: Sequence[Word]) -> bool:
    last = words[-1].low
    lists = gazetteer.name_words()
    has_head = any(word.low in lists["org_anywhere"] for word in words[:-1])
    return len(words) > 1 and (has_head or any(last in lists[kind] for kind in BODY_HEADS))


def _looks_like_person(words: Sequence[Word]) -> bool:
    return len(words) <= 4 and words[0].low in gazetteer.first_names()


def _without_calling(words: Sequence[Word]) -> int:
    """How many words are left without what a person does behind his name: 'Orla Vane Photographer'."""
    size = len(words)
    while size > 2 and words[0].low in gazetteer.first_names() and _is_calling(words[size - 1].low):
        size -= 1
    return size


def _is_calling(low: str) -> bool:
    title = gazetteer.titles().get(low)
    return title is not None and title.kind == "role" and low not in gazetteer.family_names() and is_common(low)


def _person_at_end(words: Sequence[Word]) -> int:
    """Where a person's name begins behind another name without a mark between them; 0 where none does."""
    if words[0].low in gazetteer.first_names() and not is_known_name(words[:1]):
        return 0
    for start in range(1, len(words) - 1):
        rest = words[start:]
        left = words[:start]
        is_word = is_common(rest[0].low) and not (is_known_name(left) and not is_common(rest[-1].low))
        if _looks_like_person(rest) and not is_word and not _ends_like_body(rest):
            return start if is_known_name(left) or _ends_like_body(left) or is_known_name(left[-1:]) else 0
    return 0


def _without_people(words: Sequence[Word]) -> int:
    """How many words are left without the people at their head; 'Russian Orthodox Church' keeps it."""
    if all(is_people(word.low) for word in words):
        return 0
    if not is_people(words[0].low) or _ends_like_body(words):
        return len(words)
    rest = words[1:]
    if rest[0].low in gazetteer.first_names() or is_known_name(rest):
        return len(rest)
    return len(words)


def _without_settlement(part: Part) -> Part:
    """Without a word that only sorts the place behind it: 'City of Vorsk'."""
    words = [word for word, _ in part]
    people = is_people(words[0].low)
    if len(words) - people == 3 and words[people].low in SETTLEMENTS and words[people + 1].low == "of":
        return part[people + 2 :]
    return part


def _title_before(line: Line, first: int) -> Span | None:
    """The title that stands small before a name: 'spokesman Ivo Lund'."""
    titles = gazetteer.titles()
    words = line.words
    if first and words[first - 1].text == "." and first > 1 and words[first - 2].end == words[first - 1].start:
        first -= 1
    best = None
    for size in range(1, LONGEST_TITLE + 1):
        start = first - size
        if start < 0 or not (words[start].text[0].isalpha() or words[start].text == "."):
            break
        if words[start].possessive:
            break
        phrase = " ".join(word.low for word in words[start:first] if word.text != ".")
        if phrase in titles and words[start].text != "." and phrase not in NOT_BEFORE:
            best = Span(words[start].start, words[first - 1].end)
    return best


def has_name_end(words: Sequence[Word]) -> bool:
    """Whether a run ends like a person's name: 'Jr.', 'III'."""
    return len(words) > 1 and words[-1].low in NAME_ENDS


def all_common(words: Sequence[Word]) -> bool:
    """Whether every word is commonly written small."""
    return all(is_common(word.low) for word in words)
