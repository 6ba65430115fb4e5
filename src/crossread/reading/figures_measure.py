"""What is measured, in the words of the account: the words that govern a figure, and those that follow it.

Both pieces stand in the text as they are; where the figure lies between them an ellipsis stands for it. Two accounts
can then be compared by the words of what they measure: "killing … people" and "people were killed".
"""

from __future__ import annotations

from collections.abc import Sequence

from crossread.reading.figures_counted import noun_phrase
from crossread.reading.figures_lexemes import Lexeme, is_hyphen
from crossread.reading.figures_number import word_at
from crossread.reading.figures_quantity import Quantity, Stretch
from crossread.reading.figures_words import (
    ARTICLES,
    AUXILIARIES,
    BREAKS,
    CASUALTY,
    CLAUSE_ENDS,
    DOUBTFUL_MOVES,
    DOWN,
    DOWN_NOUNS,
    FILLERS,
    MOVE_LINKS,
    PHRASAL,
    TURNS_AWAY,
    UP,
    UP_NOUNS,
    WEEKDAYS,
)
from crossread.records import Change

# How many words of each side are given at most.
WORDS_BEFORE, WORDS_BEHIND = 8, 7
# How far before these a clause may begin, and how many words of its subject are given.
SUBJECT_REACH, WORDS_OF_SUBJECT = 16, 4
ELLIPSIS = " … "
# How far behind a noun a remark between commas may end, before what is said of it.
REMARK_REACH = 12
SAYING = frozenset({"said", "say", "says", "told"})
RATES = frozenset({"percent", "percentage_point", "basis_point"})


def measures_of(stretch: Stretch, quantities: Sequence[Quantity]) -> list[str | None]:
    """What each quantity of a sentence measures, in words of the sentence; None where none are found."""
    measures: list[str | None] = []
    for position, quantity in enumerate(quantities):
        previous = quantities[position - 1] if position else None
        following = quantities[position + 1] if position + 1 < len(quantities) else None
        before = measures[-1] if measures else None
        if previous and _is_repeated(stretch.lexemes, previous, quantity):
            # "More than 100 km (60 miles)": one thing, measured twice.
            measures.append(before)
            continue
        found = _measure(stretch, quantity, previous, following)
        if found is None and previous and _is_joined(stretch.lexemes, previous.last, quantity.first):
            # "Down to 21 percent from 35": of one thing.
            found = before
        found = found or _over_mark(stretch, quantity, previous)
        measures.append(found)
    return measures


def _measure(stretch: Stretch, quantity: Quantity, previous: Quantity | None, following: Quantity | None) -> str | None:
    """The words for what is measured; "age" for an age, whose words differ too much to be compared."""
    if quantity.is_age:
        return "age"
    label = _label(stretch, quantity)
    if label:
        return label
    behind = _behind(stretch, quantity)
    if not behind and following and _is_listed(stretch.lexemes, quantity, following):
        behind = _behind(stretch, following)
    before = _before(stretch, quantity, previous)
    return ELLIPSIS.join(piece for piece in (before, behind) if piece) or None


def _label(stretch: Stretch, quantity: Quantity) -> str:
    """The words before a colon, where the next thing behind the figure is another label: "Height: 70 m Mass: 5 t"."""
    lexemes = stretch.lexemes
    at = quantity.first - 1
    if at < 1 or lexemes[at].text != ":":
        return ""
    _, end = noun_phrase(lexemes, quantity.last)
    if end < len(lexemes) and lexemes[end].text not in (":", "(", "["):
        return ""
    start = at
    while start and at - start < WORDS_BEFORE and _goes_back(lexemes[start - 1]):
        start -= 1
    return _trimmed(stretch, start, at)


def _is_listed(lexemes: Sequence[Lexeme], one: Quantity, other: Quantity) -> bool:
    """Such as "14 and 11 points": what the second counts, the first does."""
    words = [lexeme.low for lexeme in lexemes[one.last : other.first]]
    return one.unit == other.unit and bool(words) and all(word in ("and", "or", ",") for word in words)


def _is_repeated(lexemes: Sequence[Lexeme], one: Quantity, other: Quantity) -> bool:
    """Whether the second stands in brackets behind the first."""
    between = [lexeme.text for lexeme in lexemes[one.last : other.first]]
    return between in (["("], ["/"], [";"]) and one.unit is not None and other.unit is not None


def _over_mark(stretch: Stretch, quantity: Quantity, previous: Quantity | None) -> str | None:
    """The words before a mark that stands before the figure: "The leak -- 2.6 terabytes --"."""
    end = quantity.first
    floor = previous.last if previous else 0
    reached = end
    while end > floor and (not stretch.lexemes[end - 1].is_word or stretch.lexemes[end - 1].low in BREAKS):
        end -= 1
    if all(lexeme.is_word for lexeme in stretch.lexemes[end:reached]):
        return None
    start = end
    while start > floor and end - start < WORDS_BEFORE and _goes_back(stretch.lexemes[start - 1]):
        start -= 1
    return _trimmed(stretch, start, end) or None


def _before(stretch: Stretch, quantity: Quantity, previous: Quantity | None) -> str:
    """The words of the clause before the figure, without those that only join."""
    lexemes = stretch.lexemes
    floor = previous.last if previous else 0
    end = quantity.first
    start = end
    while start > floor and end - start < WORDS_BEFORE and _goes_back(lexemes[start - 1]):
        start -= 1
    if start == floor and previous is not None and not _content(lexemes, start, end):
        # "rose 6 % to $1.5 billion": what rose is measured by both.
        return _before(stretch, previous, None) if _is_joined(lexemes, start, end) else ""
    subject = _subject(stretch, start, floor) if end - start == WORDS_BEFORE else ""
    return ELLIPSIS.join(filter(None, (subject, _trimmed(stretch, start, end))))


def _subject(stretch: Stretch, end: int, floor: int) -> str:
    """The head of a long subject: "The death toll from the attack on the city … rose to six" is of a death toll."""
    lexemes = stretch.lexemes
    start = end
    while start > floor and end - start < SUBJECT_REACH and _goes_back(lexemes[start - 1]):
        start -= 1
    first = start
    while first < end and _names_nothing(lexemes[first]):
        first += 1
    last = first
    while last < end and last - first < WORDS_OF_SUBJECT and lexemes[last].low not in BREAKS:
        last += 1
    return _trimmed(stretch, first, last)


def _goes_back(lexeme: Lexeme) -> bool:
    if lexeme.is_word:
        return lexeme.low not in CLAUSE_ENDS
    return is_hyphen(lexeme) and lexeme.is_glued


def _is_joined(lexemes: Sequence[Lexeme], start: int, end: int) -> bool:
    words = [lexeme.low for lexeme in lexemes[start:end]]
    if len(words) > 2 and words[0] in ("a", "per"):
        # "$70 a share, or $105 billion".
        words = words[2:]
    return bool(words) and all(word in BREAKS or word in ("(", ",", "or", "--") for word in words)


def _content(lexemes: Sequence[Lexeme], start: int, end: int) -> bool:
    return any(lexeme.is_word and lexeme.low not in BREAKS for lexeme in lexemes[start:end])


def _is_attributive(lexemes: Sequence[Lexeme], quantity: Quantity) -> bool:
    """Whether a noun has to follow: "a $5 billion hit"."""
    return not quantity.is_bare and word_at(lexemes, quantity.first - 1) in ARTICLES


def _behind(stretch: Stretch, quantity: Quantity) -> str:
    """The noun phrase behind the figure with what is said of it."""
    lexemes = stretch.lexemes
    at = quantity.last
    first, end = noun_phrase(lexemes, at, is_attributive=_is_attributive(lexemes, quantity))
    if word_at(lexemes, at) == "who":
        # "The four who survived".
        at = first = end = at + 1
    if first == end and word_at(lexemes, at) in TURNS_AWAY:
        return ""
    limit = min(len(lexemes), at + WORDS_BEHIND + 2)
    if first == end and word_at(lexemes, at) in SAYING:
        # "63 percent said that it was right".
        end += 1
    while end < limit and _goes_back(lexemes[end]):
        end += 1
    said = _over_remark(stretch, end)
    return ELLIPSIS.join(filter(None, (_trimmed(stretch, first if first < end else at, end), said)))


def _over_remark(stretch: Stretch, at: int) -> str:
    """What is said of a noun behind a remark between commas: "30 civilians, most of them women, were killed"."""
    lexemes = stretch.lexemes
    if word_at(lexemes, at) != ",":
        return ""
    for second in range(at + 2, min(len(lexemes) - 1, at + REMARK_REACH)):
        if lexemes[second].text == ",":
            start = end = second + 1
            if word_at(lexemes, start) not in AUXILIARIES | CASUALTY:
                return ""
            while end < min(len(lexemes), start + WORDS_BEHIND) and _goes_back(lexemes[end]):
                end += 1
            return _trimmed(stretch, start, end)
    return ""


def _trimmed(stretch: Stretch, start: int, end: int) -> str:
    """The characters of some lexemes, without words at the edges that name nothing."""
    lexemes = stretch.lexemes
    while start < end and _names_nothing(lexemes[start]):
        start += 1
    while end > start and _names_nothing(lexemes[end - 1]):
        end -= 1
    return stretch.text[lexemes[start].start : lexemes[end - 1].end] if start < end else ""


def _names_nothing(lexeme: Lexeme) -> bool:
    if len(lexeme.text) == 1 or lexeme.low in WEEKDAYS:
        return True
    if lexeme.low in FILLERS:
        return lexeme.low != "new" or lexeme.text.islower()
    return not lexeme.is_word or (lexeme.low in BREAKS and lexeme.text != "US")


def change_of(lexemes: Sequence[Lexeme], quantity: Quantity) -> Change | None:
    """Whether the figure is the amount of a rise or a fall: "rose 5 percent", "a 5 percent drop", "down 12"."""
    sign = lexemes[quantity.first - 1].text if quantity.first else ""
    if sign == "+":
        return "up"
    for at in range(quantity.first - 1, max(-1, quantity.first - 4), -1):
        word = lexemes[at].low
        if not (lexemes[at].is_word or is_hyphen(lexemes[at])):
            break
        if word in DOUBTFUL_MOVES and quantity.unit not in RATES:
            break
        if word in ("up", "down") and word_at(lexemes, at - 1) in PHRASAL:
            # "Makes up 80 percent".
            break
        if word in UP:
            return "up"
        if word in DOWN:
            return "down"
        if word in BREAKS and word not in MOVE_LINKS:
            break
    for at in range(quantity.last, min(len(lexemes), quantity.last + 3)):
        word = lexemes[at].low
        if not (lexemes[at].is_word or is_hyphen(lexemes[at])) or word in BREAKS:
            break
        if word in DOUBTFUL_MOVES and quantity.unit not in RATES:
            break
        if word in UP_NOUNS:
            return "up"
        if word in DOWN_NOUNS:
            return "down"
    return None
