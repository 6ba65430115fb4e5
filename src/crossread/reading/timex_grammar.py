"""What a time looks like: patterns over the classes of words, tried in order at every word.

Patterns are written in the language of `timex_patterns`. A rule's name is that of the function in `timex_values` that
reads what it finds.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from crossread.reading.timex_patterns import Compiler
from crossread.reading.timex_words import LEXICON, Words

PIECES = {
    # Amounts: 'three', '2 1/2', 'twenty four', 'a hundred', 'two or three', '10 to 12', 'a few'.
    "NUMBER": "(decimal scale?|int (int slash int)?|(number|a scale) ((hyphen|and)? (number|scale))*)",
    "AMOUNT": "(NUMBER ((or|to|and|hyphen) NUMBER)? (and a half)?|a? couple of?|(a|number|int)? dozen|half a|a? vague)",
    "HEDGE": "(hedge|at least|at most|no more than|more than|no less than|less than|up to)",
    "UNIT": "(unit|units)",
    "ORDINAL": "(day suffix|int suffix|ordinal)",
    # Days, with month and year in any order that newspapers use.
    "MONTH": "(short_month dot|month)",
    "DAY": "(day suffix?|ordinal)",
    "YEAR": "(year !scale|WORDYEAR)",
    "WORDYEAR": "(teen hyphen? (tens|teen) (hyphen? ones)?|number scale)",
    "WEEKDAY": "(weekday|short_weekday dot?)",
    "DATE": "((MONTH DAY|the? DAY of? MONTH) (comma? YEAR)?)",
    "NUMERIC": "(year hyphen two_digits hyphen two_digits|dotted_date|day slash day slash (year|two_digits))",
    "REL": "(last|next|this|that|current)",
    "RELDAY": "(REL past? WEEKDAY (comma? DATE)?|last DATE)",
    "DAYISH": "(WEEKDAY comma? the? DATE|WEEKDAY comma NUMERIC|DATE|today|the? RELDAY|WEEKDAY|NUMERIC)",
    "TIMEPOINT": "((clock|dotted_clock|hour) ma|(clock|dotted_clock) hrs|(hour|number) oclock|hhmm hrs|clock|point)",
    "ZONE": "(lpar zone rpar|zone|zone_place time)",
    "HOLIDAY": "(named_day year_word? (quote s|s quote)? (day_word|eve|weekday|daypart)|named_day year_word quote s|holiday)",
    # 'early', 'the end of', 'mid-'
    "EDGE": "(the? edge (of|in) the?|the? early ((part of|in) the?|hyphen)?|the? mid hyphen?)",
    "RELYEAR": "((this|last|next|that|the (last|next|that)) year_word)",
}
# Tried in this order at every word: where one is the beginning of another, the longer stands first.
RULES = (
    ("moment", "HEDGE? {clock: TIMEPOINT} {zone: ZONE}? (in the {part: daypart})? ((comma|on)* {day: DAYISH} {part2: daypart}?)?"),
    ("moment", "{day: DAYISH} {part: daypart}? comma? (at|hedge)* {clock: TIMEPOINT} {zone: ZONE}?"),
    ("moment", "{clock: hour} in the {part: daypart} (on? {day: DAYISH})?"),
    ("every", "every {n: ORDINAL|number|int}? {what: UNIT|weekday|month|season|daypart}"),
    ("every", "{day: weekday} {what: dayparts}"),
    ("every", "{what: weekdays|set}"),
    ("every", "<counted (a|per) {what: unit}"),
    ("every", "per {what: unit}"),
    ("several_days", "{month: MONTH} {a: DAY} (hyphen|to|and|or) {b: DAY} (comma? {year: YEAR})? !low !UNIT"),
    ("several_days", "{a: DAY} (hyphen|to|and|or) {b: DAY} of? {month: MONTH} (comma? {year: YEAR})?"),
    ("moment", "the? {part: daypart} of {day: DAYISH}"),
    ("week_of", "the? week_word of {day: DATE}"),
    ("weekday_of_week", "{day: weekday} (of|quote s)? {rel: this|last|next} week_word"),
    ("moment", "{in: in_it|early}? {day: DAYISH} ((quote s)? {part: daypart})?"),
    ("moment", "{in: in_it|early}? {rel: last|this|that|the (next|that|last)} {part: daypart}"),
    ("holiday", "{rel: last|next|this}? {name: HOLIDAY} {part: daypart}? (comma? {year: YEAR|RELYEAR})?"),
    ("month", "{edge: EDGE}? {rel: last|next|this|that}? past? {month: MONTH} ((comma|of)? {year: YEAR|RELYEAR})?"),
    ("season", "{edge: EDGE}? the? {rel: last|next|this|that}? past? {season: season} (of? {year: YEAR|RELYEAR})"),
    ("season", "{edge: EDGE}? {rel: last|next|this|that} past? {season: season}"),
    ("season", "{edge: EDGE}? the {season: season} !of"),
    ("quarter", "{edge: EDGE}? the? {rel: last|next|this|current|latest}? {ago: year_word hyphen? (ago|sooner)}? {fiscal: fiscal}? hyphen? {n: ordinal} hyphen? fiscal? quarter ((of|in)? fiscal? {year: YEAR|RELYEAR})?"),
    ("quarter", "the? {year: YEAR|RELYEAR} (quote s)? {fiscal: fiscal}? {n: ordinal} hyphen? quarter"),
    ("year_ago", "(the low?|a)? year_word hyphen (ago|sooner) {what: period}?"),
    ("year_period", "the {year: year} fiscal? {what: period}"),
    ("ago", "HEDGE? {n: AMOUNT more?|a} business? {unit: UNIT} (and {half: a half})? (or so)? {way: ago|sooner}"),
    ("ago", "{n: the} {unit: unit} {way: before}"),
    ("ago", "HEDGE? {n: AMOUNT more?|a} business? {unit: UNIT} {way: before}"),
    ("ago", "HEDGE? {n: AMOUNT more?|a} business? {unit: UNIT} {way: from now}"),
    ("unit", "{edge: EDGE|in_it (in the)?}? the? {rel: REL|latest} past? fiscal? {unit: unit} (or so)?"),
    ("unit", "{edge: EDGE|in_it in the} fiscal? {unit: unit}"),
    ("unit", "the fiscal? {unit: unit}"),
    ("length", "HEDGE? the? {rel: last|next|first|these|recent}? {n: AMOUNT} more? business? hyphen? {unit: UNIT} (hyphen? long)? (or so)?"),
    ("length", "HEDGE? {n: a} business? {unit: unit} (and {half: a half})?"),
    ("length", "the? {rel: recent|last|next} {unit: units}"),
    ("decade", "{edge: EDGE}? the? {year: year|quote two_digits} s"),
    ("decade", "{edge: EDGE}? the {tens: tens_decade}"),
    ("century", "{edge: EDGE}? the? {n: ORDINAL} hyphen? century"),
    ("year", "{edge: EDGE}? (fiscal year_word?|the year_word)? {year: year} {era: era}?"),
    ("year", "{edge: EDGE}? {year: three_digits|int} {era: era}"),
    ("year_in_words", "(the year_word)? {century: teen|number scale} hyphen? {tens: tens|teen} hyphen? {ones: ones}?"),
    ("length", "<for_word {unit: units} (or units)? !old"),
    ("reference", "(more|right)? {word: now|recently|soon}"),
    ("reference", "the near* {word: future}"),
    ("reference", "<in the {word: past} !low !unit !units"),
    ("reference", "{word: these} day_word"),
    ("reference", "{word: current_word}"),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Found:
    """Words [first, end) that a rule fits, with the words of its labelled groups."""

    words: Words = field(repr=False)
    rule: str
    first: int
    end: int
    groups: dict[str, tuple[int, int]]

    def has(self, label: str) -> bool:
        """Whether the group took part."""
        return label in self.groups

    def texts(self, label: str) -> tuple[str, ...]:
        """The words of a group; none where it took no part."""
        first, end = self.groups.get(label, (0, 0))
        return self.words.words[first:end]

    def value(self, label: str, *names: str) -> str | None:
        """What the first word of these classes in a group is worth."""
        for word in self.texts(label):
            for name in names:
                found = LEXICON.value(name, word)
                if found is not None:
                    return found
        return None


def _compile_rules() -> dict[str, tuple[tuple[str, re.Pattern[str]], ...]]:
    """For every code the rules, in their order, whose pattern can begin with it."""
    by_code: dict[str, list[tuple[str, re.Pattern[str]]]] = {}
    for name, pattern in RULES:
        compiled = Compiler(pattern, PIECES).compile()
        regex = re.compile(compiled.regex)
        for code in sorted(compiled.begins):
            by_code.setdefault(code, []).append((name, regex))
    return {code: tuple(rules) for code, rules in by_code.items()}


_RULES_BY_CODE = _compile_rules()
_BEGINS = re.compile(f"[{''.join(_RULES_BY_CODE)}]")


def find_times(words: Words) -> Iterator[Found]:
    """What looks like a time, from left to right, none overlapping another."""
    codes = words.codes
    start = _BEGINS.search(codes)
    while start:
        position = start.start()
        end = position + 1
        for name, regex in _RULES_BY_CODE[codes[position]]:
            match = regex.match(codes, position)
            if match:
                end = match.end()
                groups = {label: match.span(label) for label in regex.groupindex if match[label] is not None}
                yield Found(words, name, position, end, groups)
                break
        start = _BEGINS.search(codes, end)
