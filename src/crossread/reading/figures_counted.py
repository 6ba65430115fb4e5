"""What a number counts: the noun phrase behind it, whether people are counted, and whether it is somebody's age."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from crossread.reading.figures_lexemes import Lexeme, is_hyphen
from crossread.reading.figures_number import word_at
from crossread.reading.figures_quantity import Quantity, is_one
from crossread.reading.figures_words import (
    BREAKS,
    CASUALTY,
    DEMONYM_PLURALS,
    DEMONYMS,
    FILLERS,
    GROUPS,
    HARMING,
    MONTHS,
    PASSIVE,
    PEOPLE,
    POLLING,
    VERBS,
    WEEKDAYS,
)

# A noun phrase behind a number is no longer than this many lexemes.
LONGEST_PHRASE = 7
# "Of all the 12" passes over this many words.
MOST_PASSED = 3
# How far before a bare number "toll" or "deaths" may stand for it to count people.
TOLL_REACH = 14
OLDEST = 115
# These may stand before another noun: "police cars", "crew quarters".
COLLECTIVE = frozenset(["staff", "crew", "personnel", "police", "clergy", "folk", "youth"])
PLURAL = frozenset(word for word in PEOPLE if word.endswith("men")) | {
    "people",
    "men",
    "women",
    "children",
    "troops",
    "schoolchildren",
    "grandchildren",
    "passersby",
}
# Plurals that end so are of people, listed or not.
PROFESSIONS = ("ists", "ians", "onauts", "smen", "women", "ymen")
NO_PEOPLE = frozenset(
    [
        *[
            "lists",
            "fists",
            "mists",
            "twists",
            "wrists",
            "waists",
            "heists",
            "assists",
            "consists",
            "exists",
            "insists",
        ],
        *[
            "persists",
            "resists",
            "checklists",
            "playlists",
            "shortlists",
            "wishlists",
            "blacklists",
            "amphibians",
            "yemen",
        ],
    ]
)
AUXILIARIES = frozenset({"were", "are", "have", "had", "who"})
TOLLS = frozenset({"toll", "population", "deaths", "fatalities", "casualties", "dead", "killed"})
OPENING_MARKS = frozenset({"“", '"', "‘", "'", "«"})
PARTITIVE = frozenset({"the", "its", "their", "his", "her", "our", "these", "those", "all", "my", "your"})
BEING = frozenset({"was", "is", "be", "turned", "turns", "turn", "turning"})
BEING_ENDS = frozenset({".", ",", ";", "when", "at", "by", "and", "but", "in", "on", "years"})
AGE_ENDS = frozenset(
    {",", ")", ";", "who", "of", "from", "was", "has", "had", "is", "and", "—", "–", ".", "said", "told"}
)


def noun_phrase(lexemes: Sequence[Lexeme], at: int, *, is_attributive: bool = False) -> tuple[int, int]:
    """The noun phrase that begins at a place: its first and last lexeme (not included); equal where there is none.

    "of the" before it is passed over: "five of the dead", "hundreds of people". Where the figure is attributive ("a $5
    billion hit") the first word is a noun, whatever it may be elsewhere.
    """
    if [word_at(lexemes, at + step) for step in (0, 1, 2)] == ["-", "a", "-"]:
        # "A $110-a-share offer".
        at += 4
    first = at
    if at < len(lexemes) and is_hyphen(lexemes[at]):
        at += 1
    if word_at(lexemes, at) in OPENING_MARKS:
        at += 1
    if word_at(lexemes, at) == "of":
        at += 1
    for _ in range(MOST_PASSED):
        if word_at(lexemes, at) in PARTITIVE or (at > first + 1 and at < len(lexemes) and lexemes[at].is_number):
            at += 1
    end = at
    if is_attributive and at < len(lexemes) and lexemes[at].is_word and lexemes[at].low not in BREAKS:
        end += 1
    while end < len(lexemes) and end - at < LONGEST_PHRASE and _continues(lexemes, at, end):
        end += 1
    while end > at and (is_hyphen(lexemes[end - 1]) or lexemes[end - 1].text == "&"):
        end -= 1
    return at, _people_end(lexemes, at, end)


def _continues(lexemes: Sequence[Lexeme], first: int, at: int) -> bool:
    lexeme = lexemes[at]
    if lexeme.low in ("and", "or"):
        return _joins_adjectives(lexemes, first, at)
    if is_hyphen(lexeme) or lexeme.text == "&":
        return lexeme.is_glued or lexeme.text == "&"
    if not lexeme.is_word or lexeme.is_opaque or (lexeme.low in BREAKS and lexeme.text != "US"):
        return False
    if lexeme.low in WEEKDAYS:
        return False
    if lexeme.low in VERBS or (at > first and lexeme.low.endswith(("ed", "ing"))):
        return word_at(lexemes, at + 1) in PEOPLE
    return True


def _joins_adjectives(lexemes: Sequence[Lexeme], first: int, at: int) -> bool:
    """Whether an "and" stands inside a phrase: "current and former leaders", but "two boats and ropes"."""
    if at + 2 >= len(lexemes) or not first < at <= first + 2 or any(w.low.endswith("s") for w in lexemes[first:at]):
        return False
    for beyond in lexemes[at + 1 : at + 5]:
        if is_hyphen(beyond) and beyond.is_glued:
            continue
        if not beyond.is_word or beyond.low in BREAKS or beyond.low in VERBS:
            return False
        if beyond.low.endswith("s") or is_plural_people(beyond):
            return beyond is not lexemes[at + 1] and not is_plural_people(lexemes[at - 1])
    return False


def _people_end(lexemes: Sequence[Lexeme], first: int, end: int) -> int:
    """A phrase ends with its last plural noun for people: "passengers bound" is "passengers"."""
    for at in range(end - 1, first - 1, -1):
        if is_plural_people(lexemes[at]):
            return at + 1
    return end


def is_plural_people(lexeme: Lexeme) -> bool:
    """Whether a word is a plural noun for people, demonyms included."""
    word = lexeme.low
    if word in DEMONYM_PLURALS:
        return lexeme.text[:1].isupper() and (word.endswith("s") or word not in DEMONYMS)
    if word.endswith(PROFESSIONS) and word not in NO_PEOPLE:
        return True
    return word in PLURAL or (word in PEOPLE and word.endswith("s") and not word.endswith("ss"))


def counts_people(lexemes: Sequence[Lexeme], quantity: Quantity) -> bool:
    """Whether a number without a unit counts people."""
    if quantity.is_hyphened and word_at(lexemes, quantity.last + 1) == "strong":
        return True
    first, end = noun_phrase(lexemes, quantity.last)
    if first > quantity.last + 1 and word_at(lexemes, first) in CASUALTY:
        # "Five of the dead".
        return True
    words = [lexeme.low for lexeme in lexemes[first:end] if lexeme.low not in FILLERS]
    if words:
        head = lexemes[end - 1]
        if (
            is_plural_people(head)
            or head.low in COLLECTIVE
            or (head.low in DEMONYM_PLURALS and head.text[:1].isupper())
        ):
            return True
        if is_one(lexemes, quantity.number) or quantity.is_hyphened:
            return head.low in PEOPLE
        return head.low in ("dead", "wounded", "injured", "homeless")
    if quantity.number.kind == "vague" and word_at(lexemes, quantity.last) in VERBS | CASUALTY | AUXILIARIES:
        return True
    if "others" in (lexeme.low for lexeme in lexemes[quantity.last : end + 1]):
        return True
    return _suffers(lexemes, quantity) or _is_group(lexemes, quantity)


def counts_points(lexemes: Sequence[Lexeme], quantity: Quantity) -> bool:
    """Whether "points" are of percentages, as polls give them."""
    is_point = word_at(lexemes, quantity.last) in ("point", "points") and (quantity.high or quantity.low or 0) <= 100
    return is_point and any(lexeme.low in POLLING for lexeme in lexemes)


def _suffers(lexemes: Sequence[Lexeme], quantity: Quantity) -> bool:
    """Such as "five were killed", "84 injured", "killing six", "a toll of 12"."""
    at = quantity.last
    for _ in range(4):
        word = word_at(lexemes, at)
        if word in CASUALTY:
            return True
        if word not in PASSIVE and word not in FILLERS and not word.endswith("ly"):
            break
        at += 1
    if [word_at(lexemes, quantity.last + step) for step in (0, 1)] == ["on", "board"]:
        return True
    at = quantity.first - 1
    before = word_at(lexemes, at - 1 if word_at(lexemes, at) in ("another", "some", "further") else at)
    if before == ":" and word_at(lexemes, quantity.first - 2) in CASUALTY:
        return True
    behind = [word_at(lexemes, quantity.last + step) for step in (0, 1)]
    if before in HARMING or behind[0] == "who" or behind == ["of", "whom"]:
        return True
    reach = lexemes[max(0, quantity.first - TOLL_REACH) : quantity.first]
    is_whole = (quantity.low or quantity.high or 0) % 1 == 0
    ends = not behind[0].isalpha() or behind[0] in BREAKS or behind[0] in WEEKDAYS
    return is_whole and ends and any(lexeme.low in TOLLS for lexeme in reach)


def _is_group(lexemes: Sequence[Lexeme], quantity: Quantity) -> bool:
    """Such as "a family of five", "a population of 4.8 million"."""
    if word_at(lexemes, quantity.first - 1) != "of":
        return False
    return any(word_at(lexemes, quantity.first - back) in GROUPS for back in (2, 3))


def mark_ages(lexemes: Sequence[Lexeme], quantities: Sequence[Quantity]) -> list[Quantity]:
    """The quantities, those that are ages with the unit of an age and all its words: "33-year-old", "ages 7 and 10"."""
    marked: list[Quantity] = []
    for quantity in quantities:
        if is_age(lexemes, quantity) or (marked and _follows_age(lexemes, marked[-1], quantity)):
            last = _age_end(lexemes, quantity)
            end = max(quantity.end, lexemes[last - 1].end)
            unit = quantity.unit or "year"
            marked.append(replace(quantity, last=last, end=end, unit=unit, is_age=True))
        else:
            marked.append(quantity)
    return marked


def _follows_age(lexemes: Sequence[Lexeme], age: Quantity, quantity: Quantity) -> bool:
    """Such as "Ages 7 and 10": the second is one as well, where no noun follows."""
    words = [lexeme.low for lexeme in lexemes[age.last : quantity.first]]
    first, end = noun_phrase(lexemes, quantity.last)
    is_small = 0 < (quantity.value or 0) <= OLDEST and quantity.number.kind == "digits" and quantity.number.scale == 1
    return (
        age.is_age
        and quantity.is_bare
        and is_small
        and first == end
        and words in (["and"], [","], ["or"], [",", "and"])
    )


def _age_end(lexemes: Sequence[Lexeme], quantity: Quantity) -> int:
    """Where the words of an age end: behind "-old", "old" or "of age"."""
    at = quantity.last
    if quantity.is_bare:
        return at
    if is_hyphen_at(lexemes, at) and word_at(lexemes, at + 1) in ("old", "olds"):
        return at + 2
    if word_at(lexemes, at) in ("old", "olds"):
        return at + 1
    return at + 2 if word_at(lexemes, at) == "of" and word_at(lexemes, at + 1) == "age" else at


def is_age(lexemes: Sequence[Lexeme], quantity: Quantity) -> bool:
    """Such as "33-year-old", "three years old", "aged 33", "Vane, 33,", "Vane (33)"."""
    after = word_at(lexemes, quantity.last)
    if quantity.unit in ("year", "month", "week", "day"):
        if lexemes[quantity.last - 1].low in ("yo", "o"):
            # "A 14yo girl", "14 y/o".
            return True
        if is_hyphen_at(lexemes, quantity.last):
            after = word_at(lexemes, quantity.last + 1)
        return after in ("old", "olds") or (after == "of" and word_at(lexemes, quantity.last + 1) == "age")
    if not quantity.is_bare or quantity.number.kind not in ("digits", "words") or quantity.number.scale != 1:
        return False
    value = quantity.high if quantity.value is None else quantity.value
    if value is None or not 0 < value <= OLDEST or value != int(value):
        return False
    before = word_at(lexemes, quantity.first - 1)
    if before in ("aged", "age", "ages") or (
        before == "of" and word_at(lexemes, quantity.first - 2) in ("age", "ages")
    ):
        return True
    first, end = noun_phrase(lexemes, quantity.last)
    ends = word_at(lexemes, quantity.last) in BEING_ENDS or (before.startswith("turn") and first == end)
    if before in BEING and ends and value > 2:
        subjects = {word_at(lexemes, quantity.first - back) for back in (2, 3)}
        return bool(subjects & {"he", "she", "who", "i"})
    return quantity.number.kind == "digits" and quantity.upper is None and _is_appended(lexemes, quantity, value)


def _is_appended(lexemes: Sequence[Lexeme], quantity: Quantity, value: float) -> bool:
    """An age behind a name: "Ann Vane, 33, a nurse"."""
    at = quantity.first - 1
    if at < 1 or lexemes[at].text not in ",(" or not lexemes[at - 1].is_word:
        return False
    name = lexemes[at - 1]
    is_name = name.text[:1].isupper() and name.low not in BREAKS | MONTHS | WEEKDAYS
    if not is_name and name.low not in PEOPLE:
        return False
    after = word_at(lexemes, quantity.last)
    if lexemes[at].text == "(":
        return after == ")" and value >= 10
    return quantity.last >= len(lexemes) or after in AGE_ENDS


def is_hyphen_at(lexemes: Sequence[Lexeme], at: int) -> bool:
    """Whether a hyphen stands at a place."""
    return 0 <= at < len(lexemes) and is_hyphen(lexemes[at])
