"""What looks like a figure and counts nothing: years, dates, names with numbers, addresses, list numbers, results."""

from __future__ import annotations

from collections.abc import Sequence

from crossread.reading.figures_counted import is_plural_people, noun_phrase
from crossread.reading.figures_lexemes import Lexeme, is_hyphen
from crossread.reading.figures_number import word_at
from crossread.reading.figures_quantity import Quantity, Stretch, is_one
from crossread.reading.figures_words import (
    AFTER_ONE,
    BEFORE_HALF,
    BEFORE_ONE,
    BREAKS,
    DEMONYM_PLURALS,
    DESIGNATORS,
    FORMS,
    MONTHS,
    PEOPLE,
    RANKS,
    RESULTS,
    STREETS,
    YEAR_LEADERS,
)

# Whole numbers of four digits between these are years unless what stands round them says otherwise.
FIRST_YEAR, LAST_YEAR = 1500, 2100
# How far a street's name may stand behind its number.
STREET_REACH = 4
CLOCK = frozenset(
    {
        "am",
        "pm",
        "a.m.",
        "p.m.",
        "gmt",
        "utc",
        "est",
        "edt",
        "pst",
        "pdt",
        "bst",
        "cet",
        "ist",
        "et",
        "o'clock",
        "hrs",
        "noon",
    }
)
BEFORE_CLOCK = frozenset({"at", "before", "after", "until", "till", "since", "by", "from"})
EMERGENCIES = frozenset({"911", "999", "112", "000", "110", "119", "101", "111", "988"})
STREETS_FIRST = frozenset({"ave", "avenue", "rue", "via", "calle", "boulevard"})


def is_figure(stretch: Stretch, quantity: Quantity, *, is_title: bool) -> bool:
    """Whether a quantity counts or measures something. `is_title` tells that capitals there mean nothing."""
    lexemes = stretch.lexemes
    if quantity.number.kind in ("digits", "fraction") and not _stands_free(lexemes, quantity):
        return False
    if quantity.number.kind == "words" and _ends_compound(lexemes, quantity):
        return False
    if quantity.number.kind == "fraction" and "/" in stretch.text[quantity.start : quantity.end] and quantity.is_bare:
        after = word_at(lexemes, quantity.last)
        return after == "of" or (after.isalpha() and after not in BREAKS and lexemes[quantity.last].text.islower())
    if quantity.number.kind == "fraction" and word_at(lexemes, quantity.first - 1) in BEFORE_HALF:
        return False
    if (
        quantity.is_bare
        and lexemes[quantity.number.first].low == "half"
        and word_at(lexemes, quantity.last) in ("a", "an")
    ):
        # "Half a world away".
        return False
    if not quantity.is_bare:
        return not (
            _is_clock(lexemes, quantity) or _is_named_duration(lexemes, quantity) or _is_some_day(lexemes, quantity)
        )
    if is_one(lexemes, quantity.number) and quantity.upper is None:
        return _counts_one(lexemes, quantity)
    if word_at(lexemes, quantity.first - 1) in RANKS or _is_form(lexemes, quantity):
        return False
    if quantity.number.kind == "words":
        return not (is_title_number(lexemes, quantity) and not is_title)
    if quantity.number.kind in ("vague", "fraction") or quantity.number.scale > 1:
        return True
    return not (
        _is_year(lexemes, quantity)
        or _is_clock(lexemes, quantity)
        or _is_day(lexemes, quantity)
        or _is_designated(lexemes, quantity)
        or _is_listed(stretch, quantity)
        or _is_address(lexemes, quantity)
        or _is_result(lexemes, quantity)
        or _is_bracketed(lexemes, quantity)
        or _is_in_row(lexemes, quantity)
        or _is_emergency(lexemes, quantity)
        or (not is_title and (_is_named(lexemes, quantity) or _is_model(lexemes, quantity)))
    )


def _stands_free(lexemes: Sequence[Lexeme], quantity: Quantity) -> bool:
    """Whether no letters are glued to it: not "S9", "COVID-19", "49ers", "5G"."""
    first, last = quantity.first, quantity.last
    if quantity.is_bare and _is_keyed(lexemes, quantity):
        return False
    before = lexemes[first - 1] if first else None
    if before is not None and lexemes[first].is_glued:
        if before.is_word or before.is_number or before.text in "_/\\#&.:^":
            return False
        if is_hyphen(before) and before.text != "–" and first > 1 and before.is_glued and lexemes[first - 2].is_word:
            return False
    if last < len(lexemes) and lexemes[last].is_glued:
        after = lexemes[last]
        if after.is_number or after.is_word or after.text in "_/\\":
            return False
        if is_hyphen(after) and last + 1 < len(lexemes) and lexemes[last + 1].is_glued and lexemes[last + 1].is_number:
            return False
    return True


def _ends_compound(lexemes: Sequence[Lexeme], quantity: Quantity) -> bool:
    """Such as "high-five", "a Category-Five storm": a number word glued to the word before it."""
    first = quantity.first
    joins = first > 1 and is_hyphen(lexemes[first - 1]) and lexemes[first].is_glued and lexemes[first - 1].is_glued
    return joins and lexemes[first - 2].is_word


def _is_keyed(lexemes: Sequence[Lexeme], quantity: Quantity) -> bool:
    """Such as "007", "3 / 5 stars", "the Pixel 2's camera"."""
    text = lexemes[quantity.number.first].text
    behind = [word_at(lexemes, quantity.last + step) for step in (0, 1)]
    if len(text) > 1 and text[0] == "0" and text.isdecimal():
        return True
    if behind[0] in ("'", "’") and behind[1] == "s" and lexemes[quantity.last].is_glued:
        return True
    return quantity.modifier == "exact" and "/" in (behind[0], word_at(lexemes, quantity.first - 1))


def _is_clock(lexemes: Sequence[Lexeme], quantity: Quantity) -> bool:
    if quantity.number.kind != "digits" or quantity.number.scale != 1:
        return False
    if word_at(lexemes, quantity.number.last) in CLOCK:
        return True
    hours, _, minutes = lexemes[quantity.number.first].text.partition(".")
    is_written_so = len(minutes) == 2 and len(hours) <= 2 and int(hours or "99") < 24 and int(minutes) < 60
    return is_written_so and quantity.is_bare and word_at(lexemes, quantity.first - 1) in BEFORE_CLOCK


def _is_named_duration(lexemes: Sequence[Lexeme], quantity: Quantity) -> bool:
    """'World War Two day', 'Six Day War': a number that is capitalised inside a name."""
    return (
        quantity.unit in ("day", "hour", "year", "week")
        and quantity.number.kind == "words"
        and quantity.first > 0
        and is_title_number(lexemes, quantity)
        and lexemes[quantity.last - 1].text[:1].isupper()
    )


def _is_some_day(lexemes: Sequence[Lexeme], quantity: Quantity) -> bool:
    """'One day' is some day; 'a one-day strike' lasts one."""
    is_day = quantity.unit in ("day", "night") and is_one(lexemes, quantity.number)
    return is_day and not quantity.is_hyphened and quantity.modifier == "exact"


def _is_year(lexemes: Sequence[Lexeme], quantity: Quantity) -> bool:
    """A bare number of four digits, unless it is hedged or counts people."""
    head = lexemes[quantity.number.first].text
    if not (len(head) == 4 and head.isdecimal() and FIRST_YEAR <= int(head) <= LAST_YEAR):
        return False
    if quantity.upper is not None:
        return lexemes[quantity.last - 1].text.isdecimal() and len(lexemes[quantity.last - 1].text) in (2, 4)
    if quantity.modifier != "exact":
        return False
    before, after = word_at(lexemes, quantity.first - 1), word_at(lexemes, quantity.last)
    counted = (
        (after in PEOPLE and after.endswith("s"))
        or after in ("people", "men", "women", "children")
        or after in DEMONYM_PLURALS
    )
    return not counted or before in YEAR_LEADERS


def _is_day(lexemes: Sequence[Lexeme], quantity: Quantity) -> bool:
    """Such as "Aug. 14", "14 August", "Sept. 20-24", "the 4th"."""
    if (quantity.value or quantity.high or 0) > 31:
        return False
    before = word_at(lexemes, quantity.first - 1)
    if before == ".":
        before = word_at(lexemes, quantity.first - 2)
    after = word_at(lexemes, quantity.last)
    return (
        before in MONTHS - {"may", "march"}
        or _capital(lexemes, quantity.first - 1, before)
        or (after in MONTHS and lexemes[quantity.last].text[:1].isupper())
    )


def _capital(lexemes: Sequence[Lexeme], at: int, word: str) -> bool:
    return word in ("may", "march") and 0 <= at < len(lexemes) and lexemes[at].text[:1].isupper()


def _is_designated(lexemes: Sequence[Lexeme], quantity: Quantity) -> bool:
    """Such as "Flight 123", "category 4", "No. 5"."""
    at = quantity.first - 1
    if word_at(lexemes, at) in (".", ":") and at > 0 and lexemes[at].is_glued:
        at -= 1
    word = word_at(lexemes, at)
    if word not in DESIGNATORS:
        return False
    if quantity.modifier not in ("exact", "range"):
        return False
    # "the test 30 people took": a plural noun behind, and the number counts it.
    return not (lexemes[at].text.islower() and word_at(lexemes, quantity.last) in PEOPLE)


def _is_listed(stretch: Stretch, quantity: Quantity) -> bool:
    """The number of an item: it opens the sentence and a stop, a bracket or nothing follows."""
    lexemes = stretch.lexemes
    after = word_at(lexemes, quantity.last)
    opens = quantity.first == 0 or (quantity.first == 1 and lexemes[0].text in "([#•*-")
    if opens and (quantity.last == len(lexemes) or after in (".", ")", ":", "]", "/", "|", "”", "’", '"')):
        return True
    return quantity.first > 0 and lexemes[quantity.first - 1].text == "[" and after == "]"


def _is_address(lexemes: Sequence[Lexeme], quantity: Quantity) -> bool:
    """Such as "16-18 Industrial Avenue", "90049 ZIP Code"."""
    reach = lexemes[quantity.last : quantity.last + STREET_REACH]
    for position, lexeme in enumerate(reach):
        if not (lexeme.text[:1].isupper() or lexeme.is_number or lexeme.low in ("th", "st", "nd", "rd")):
            return False
        if (position or lexeme.low in STREETS_FIRST) and lexeme.low in STREETS:
            return True
        if lexeme.low in ("zip", "postcode"):
            return True
    return False


def _is_result(lexemes: Sequence[Lexeme], quantity: Quantity) -> bool:
    """Such as "A 2-1 win", "lost 0-3", "5-0": two small numbers and a hyphen, and nothing counted behind."""
    first, last = quantity.first, quantity.last
    if quantity.upper is not None and any(is_hyphen(lexemes[i]) for i in range(first, last)):
        after = word_at(lexemes, last)
        return after in RESULTS or not (after.isalpha() and after not in BREAKS)
    return any(
        0 <= hyphen < len(lexemes)
        and is_hyphen(lexemes[hyphen])
        and lexemes[hyphen].is_glued
        and _is_digit_at(lexemes, number)
        for hyphen, number in ((last, last + 1), (first - 1, first - 2))
    )


def _is_digit_at(lexemes: Sequence[Lexeme], at: int) -> bool:
    return 0 <= at < len(lexemes) and lexemes[at].is_number


def is_title_number(lexemes: Sequence[Lexeme], quantity: Quantity) -> bool:
    """A number word with a capital inside a sentence: "Big Three", "One Direction"."""
    lexeme = lexemes[quantity.number.first]
    if not (lexeme.text[:1].isupper() and not lexeme.text.isupper() and quantity.first > 0):
        return False
    before = lexemes[quantity.first - 1]
    return before.is_word or before.is_number or before.text in ("'", "’", ",")


def _is_named(lexemes: Sequence[Lexeme], quantity: Quantity) -> bool:
    """Such as "Boeing 737", "the S&P 500", "Falcon 9": right behind a name, and no people counted."""
    if quantity.modifier != "exact" or quantity.first == 0:
        return False
    before = lexemes[quantity.first - 1]
    if is_hyphen(before) and quantity.first > 1 and lexemes[quantity.first - 2].text[:1].isupper():
        before = lexemes[quantity.first - 2]
    is_name = before.is_word and before.text[:1].isupper() and quantity.first > 1
    if not is_name or before.low in BREAKS or before.low in MONTHS or before.low.endswith(("'s", "s'")):
        return False
    reach = lexemes[quantity.last : quantity.last + 2]
    return word_at(lexemes, quantity.last) != "times" and not any(is_plural_people(lexeme) for lexeme in reach)


def _is_model(lexemes: Sequence[Lexeme], quantity: Quantity) -> bool:
    """Such as "The 787 Dreamliner": digits before one capitalised singular that nothing of its phrase follows."""
    first, end = noun_phrase(lexemes, quantity.last)
    if end - first != 1 or quantity.modifier != "exact" or quantity.number.kind != "digits":
        return False
    if end < len(lexemes) and lexemes[end].is_number:
        return False
    text = lexemes[first].text
    return (
        text[0].isupper()
        and not text.isupper()
        and not text.endswith(("s", "x", "ese"))
        and lexemes[first].low not in PEOPLE
    )


def _is_form(lexemes: Sequence[Lexeme], quantity: Quantity) -> bool:
    """Such as "A two-way street", "a five-star hotel": what kind of thing it is."""
    at = quantity.last
    return at < len(lexemes) and is_hyphen(lexemes[at]) and lexemes[at].is_glued and word_at(lexemes, at + 1) in FORMS


def _is_emergency(lexemes: Sequence[Lexeme], quantity: Quantity) -> bool:
    """Such as "call 911", "a 999 operator": numbers one dials."""
    if lexemes[quantity.number.first].text not in EMERGENCIES:
        return False
    words = (word_at(lexemes, quantity.first - 1), word_at(lexemes, quantity.last))
    return any(word.startswith(("call", "dial", "phone", "operator", "dispatch")) for word in words)


def _is_in_row(lexemes: Sequence[Lexeme], quantity: Quantity) -> bool:
    """Numbers that follow one another without a word are keys of a map or a table."""
    if quantity.last < len(lexemes) and lexemes[quantity.last].is_number and not lexemes[quantity.last].is_opaque:
        return True
    before = lexemes[quantity.first - 1] if quantity.first else None
    return before is not None and before.is_number and len(before.text) != 4


def _is_bracketed(lexemes: Sequence[Lexeme], quantity: Quantity) -> bool:
    """Such as "Vane (4)": the number on a shirt, a rating, a footnote."""
    return (
        quantity.first > 1
        and lexemes[quantity.first - 1].text == "("
        and word_at(lexemes, quantity.last) == ")"
        and (lexemes[quantity.first - 2].text[:1].isupper())
    )


def _counts_one(lexemes: Sequence[Lexeme], quantity: Quantity) -> bool:
    """Whether "one" counts a thing: "one suspect", "at least one man"; not "one of the best", "no one", "one day"."""
    first, last = quantity.first, quantity.last
    before, after = word_at(lexemes, first - 1), word_at(lexemes, last)
    if after == "of":
        return _counts_one_of(lexemes, last + 1)
    if quantity.modifier not in ("exact", "range"):
        return last < len(lexemes) and lexemes[last].is_word
    if (
        before in BEFORE_ONE
        or after in BREAKS
        or last >= len(lexemes)
        or not lexemes[last].is_word
        or after in AFTER_ONE
    ):
        return False
    if first and is_hyphen(lexemes[first - 1]) and lexemes[first].is_glued:
        return False
    if lexemes[quantity.number.first].text == "One" and lexemes[last].text[:1].isupper():
        return False
    return not (is_hyphen(lexemes[last]) or after.endswith("ly"))


def _counts_one_of(lexemes: Sequence[Lexeme], at: int) -> bool:
    """'One of the victims', 'one of four children': people and numbers behind it, no superlative."""
    for lexeme in lexemes[at : at + 5]:
        if lexeme.low in (
            "most",
            "best",
            "worst",
            "biggest",
            "largest",
            "many",
            "those",
            "these",
            "them",
            "us",
        ) or lexeme.low.endswith("est"):
            return False
        if lexeme.low in PEOPLE and lexeme.low.endswith(("s", "men", "en", "people")):
            return True
        if lexeme.low in ("in", "on", "at", "who", "that", "which") or not lexeme.is_word:
            return lexeme.is_number
    return False
