"""Figures with the words that tell what they measure, ready to be compared across accounts.

What a figure measures is told by the words around it: who or what is counted, what happened to them, and in which
event. 'Ten Americans' and 'twelve people' are no two values of one measure, '84 wounded' and '120 hurt' are.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

from crossread.link.compare_words import DIMENSIONS, NOUNS, is_number, terms_of
from crossread.link.words import WORD, article_sentences, fold, function_words
from crossread.records import Figure, Mention, Reading, Span, Timex, trim
from crossread.units import convert

# Where a clause ends: marks, and an 'and' that begins another verb or number.
CLAUSE_END = re.compile(
    r"[,;:()]\s|\s[–—-]\s|\s(?:and|but|while|as well as|including|with|after|when|where|who|which|that)\s",
    re.IGNORECASE,
)
# What happens to those who are counted: two clauses that name different outcomes count different things.
OUTCOMES = frozenset(
    {"kill", "wound", "miss", "arrest", "charge", "free", "flee", "rescue", "survivor", "sentence", "kidnap", "trap"}
)
# Who is brought there is hurt, unless the clause says otherwise.
HOSPITAL = frozenset({"hospital"})
# Words for whoever is counted that say nothing more of them.
ANYBODY = frozenset({"person", "people", "victim", "other", "man", "civilian", "bodi", "number", "total"}) | OUTCOMES
# Shares of one whole are told one after the other, whatever paragraphs they stand in.
SHARES = frozenset({"percent"})
# Words by which an account sets a value against the one that holds now.
FORMER = re.compile(
    r"\b(?:from|previous(?:ly)?|earlier|initial(?:ly)?|original(?:ly)?|formerly|compared (?:with|to)|up from|down from|"
    r"last (?:year|month|week|quarter)|a year (?:ago|earlier)|the year before|first)\b",
    re.IGNORECASE,
)
FORMER_REACH = 40
# 'One of the pilots' counts nobody.
ONE_OF = re.compile(r"\s+of\b", re.IGNORECASE)
# What lies further back than this belongs to another affair.
YEARS_BACK = 1
# The noun behind a number ends at the latest after so many words.
# An account with more figures is a table; the first ones are what it tells.
MOST_FIGURES = 400
LONGEST_NOUN, NOUN_REACH = 5, 80
NOUN_END = re.compile(r"[.,;:()\n–—]")
# A sentence up to this long is shown whole, of a longer one the clause.
LONGEST_SHOWN = 240
# The measure of somebody's age: only whose it is tells one from another.
AGE = "age"
# 'Her 15-year-old cousin' is not she.
POSSESSIVE = re.compile(r"(?:\b(?:her|his|their|my|our|whose)|['’]s)\s+$", re.IGNORECASE)
LONGEST_POSSESSIVE = 10
# Ages of one person differ by so many years at most, where accounts differ.
YEARS_OF_DOUBT = 2
# A unit of length, and how near the word for a dimension stands.
LENGTH, DIMENSION_REACH = "m", 25
# A clause is looked for so far to both sides.
CLAUSE_REACH = 400


Marked = TypeVar("Marked", Timex, Mention)


@dataclass(frozen=True, slots=True)
class Measured:
    """A figure with the words that tell what it measures.

    `who` is the noun that is counted, `what` all words of the measure, `near` those of the clause, `around` those of
    the sentence; `main` is how much of the account's headline the sentence repeats, from 0 to 1.
    `head` is the noun itself and `dimension` how far it reaches ('deep', 'wide'); `is_named` tells whether the holder
    has a name in this account, `is_only` that the account tells one person's age only.
    """

    figure: Figure
    key: str
    story: str | None
    evidence: Span
    sentence: int
    who: frozenset[str]
    what: frozenset[str]
    near: frozenset[str]
    around: frozenset[str]
    outcomes: frozenset[str]
    entities: frozenset[str]
    times: tuple[Timex, ...]
    clause: str
    is_former: bool
    is_past: bool
    main: float
    in_title: bool
    dimension: str | None = None
    head: str | None = None
    is_named: bool = False
    is_only: bool = False


def measured_figures(reading: Reading) -> Iterator[Measured]:
    """The figures of an account that stand in its article, in the order of the text."""
    sentences = list(article_sentences(reading))
    starts = [s.start for s in sentences]
    headline = _headline(reading, sentences)
    said = _Continued(reading, sentences)
    naming = sorted(a.source for a in reading.attributions if a.source is not None)
    named = frozenset(m.entity or m.chain for m in reading.mentions if m.form == "name")
    people = {c.id for c in reading.chains if c.kind == "person"}
    persons = frozenset(m.entity or m.chain for m in reading.mentions if m.form == "name" and m.chain in people)
    ages = [f.value for f in reading.figures if f.measure == AGE and f.value is not None]
    is_one = bool(ages) and max(ages) - min(ages) <= YEARS_OF_DOUBT
    around: _Around | None = None
    for figure in reading.figures[:MOST_FIGURES]:
        at = bisect_right(starts, figure.start) - 1
        if figure.value is None and figure.digits is None:
            # 'Dozens' agrees with too much to be compared.
            continue
        if figure.value == 1 and ONE_OF.match(reading.document.text, figure.end):
            continue
        if at < 0 or figure.end > sentences[at].end or _is_in(figure.span, naming):
            # 'Two officials said': that counts the source and is nothing the account says.
            continue
        if around is None or around.number != at:
            around = _around(reading, sentences[at], at, headline)
        is_age = figure.measure == AGE
        before = reading.document.text[max(0, figure.start - LONGEST_POSSESSIVE) : figure.start]
        is_kin = is_age and POSSESSIVE.search(before) is not None
        held = replace(figure, attribution=said.by(figure, at), holder=None if is_kin else figure.holder)
        made = _measured(reading, held, around)
        is_only = is_age and is_one and not is_kin
        yield replace(made, is_named=held.holder in (persons if is_age else named), is_only=is_only)


@dataclass(frozen=True, slots=True)
class _Around:
    """A sentence as all its figures need it."""

    number: int
    sentence: Span
    words: frozenset[str]
    times: tuple[Timex, ...]
    entities: frozenset[str]
    main: float
    in_title: bool


def _around(reading: Reading, sentence: Span, number: int, headline: frozenset[str]) -> _Around:
    words = _words(reading.document.text, sentence)
    titles = [p for p in reading.document.parts if p.kind == "title"]
    return _Around(
        number=number,
        sentence=sentence,
        words=words,
        times=tuple(_inside(reading.times, sentence)),
        entities=frozenset(m.entity or m.chain for m in _inside(reading.mentions, sentence)),
        main=1.0 if number == 0 else len(headline & words) / max(1, len(headline)),
        in_title=any(p.start <= sentence.start < p.end for p in titles),
    )


def _inside(marked: Sequence[Marked], sentence: Span) -> Sequence[Marked]:
    """What begins in a sentence, of a list in the order of the text."""
    first = bisect_left(marked, sentence.start, key=_start)
    return marked[first : bisect_left(marked, sentence.end, key=_start)]


def _start(marked: Timex | Mention) -> int:
    return marked.start


class _Continued:
    """Who says a figure: of 'According to the commission, A won 60 %. B got 30 %.' the commission says both."""

    def __init__(self, reading: Reading, sentences: list[Span]) -> None:
        paragraphs = {s.start: s.paragraph for s in reading.sentences}
        self._paragraph = [paragraphs.get(s.start, -1) for s in sentences]
        self._last: tuple[str, int, str] | None = None

    def by(self, figure: Figure, at: int) -> str | None:
        """The attribution of a figure, or of one in the same unit in the sentence before."""
        said = figure.attribution
        if said is None and self._last is not None:
            unit, before, attribution = self._last
            same = self._paragraph[before] == self._paragraph[at] or unit in SHARES
            near = at - before <= 1 and same
            said = attribution if near and before != at and unit == figure.unit else None
        if said is not None:
            self._last = (figure.unit, at, said)
        return said


def _is_in(span: Span, spans: list[Span]) -> bool:
    """Whether a span lies in one of some ordered spans."""
    at = bisect_right(spans, Span(span.start, span.start + 1)) - 1
    return any(spans[i].contains(span) for i in range(max(0, at - 1), min(len(spans), at + 2)))


def _measured(reading: Reading, figure: Figure, around: _Around) -> Measured:
    text, sentence = reading.document.text, around.sentence
    clause = clause_around(text, sentence, figure.span)
    what, near = _what(figure, text, sentence), _words(text, clause)
    outcomes = OUTCOMES & what or OUTCOMES & near
    if not outcomes and HOSPITAL & near:
        outcomes = frozenset({"wound"})
    who, head = _noun_behind(text, figure, sentence, around.times)
    return Measured(
        figure=figure,
        key=reading.document.key,
        story=reading.document.story,
        evidence=sentence if len(sentence) <= LONGEST_SHOWN else clause,
        sentence=around.number,
        who=who,
        what=what,
        near=near,
        around=around.words,
        outcomes=outcomes,
        entities=around.entities,
        times=around.times,
        clause=text[clause.start : clause.end],
        is_former=bool(FORMER.search(text, max(sentence.start, figure.start - FORMER_REACH), figure.start)),
        is_past=_is_past(reading.document.published or "", figure, around.times),
        main=around.main,
        in_title=around.in_title,
        dimension=_dimension(text, figure, sentence),
        head=head,
    )


def _is_past(published: str, figure: Figure, times: Sequence[Timex]) -> bool:
    """Whether a figure is told of an earlier year: of its own time, or of the last one named before it."""
    before = [t for t in times if t.start < figure.start and t.type == "DATE"]
    told = [t for t in times if t.id == figure.time] or before[-1:]
    years = [t.value[:4] for t in told if t.value[:4].isdigit()]
    return published[:4].isdigit() and any(int(year) < int(published[:4]) - YEARS_BACK for year in years)


def _headline(reading: Reading, sentences: list[Span]) -> frozenset[str]:
    """The words of the headline, or of the first sentence where there is none."""
    titles = [Span(p.start, p.end) for p in reading.document.parts if p.kind == "title"]
    return _words(reading.document.text, (titles or sentences or [Span(0, 1)])[0])


def _words(text: str, span: Span) -> frozenset[str]:
    return frozenset(t.text for t in terms_of(text, span.start, span.end) if not is_number(t.text))


def clause_around(text: str, sentence: Span, span: Span) -> Span:
    """The clause of a sentence in which a span stands, trimmed of marks at its ends."""
    start, end = max(sentence.start, span.start - CLAUSE_REACH), min(sentence.end, span.end + CLAUSE_REACH)
    for mark in CLAUSE_END.finditer(text, start, end):
        if mark.end() <= span.start:
            start = mark.end()
        elif mark.start() >= span.end:
            end = mark.start()
            break
    return trim(text, start, end, also=',;:()"“”–— ') or span


def _what(figure: Figure, text: str, sentence: Span) -> frozenset[str]:
    """What is measured: the measure as it was read, or the words behind the number."""
    words = figure.measure or ""
    found = {t.text for t in terms_of(words, 0, len(words))}
    if not found:
        found = {t.text for t in terms_of(text, figure.end, min(sentence.end, figure.end + 30))[:2]}
    return frozenset(t for t in found if not is_number(t))


def _noun_behind(
    text: str, figure: Figure, sentence: Span, times: Sequence[Timex]
) -> tuple[frozenset[str], str | None]:
    """The words for whoever is counted, and the last of them; they end at a function word or a mark."""
    end = min([sentence.end, *(t.start for t in times if figure.end <= t.start < sentence.end)])
    end = min(end, figure.end + NOUN_REACH)
    mark = NOUN_END.search(text, figure.end, end)
    found: list[str] = []
    for match in WORD.finditer(text, figure.end, mark.start() if mark else end):
        folded = fold(match.group())
        if len(found) == LONGEST_NOUN or folded.endswith("ing"):
            break
        if folded in NOUNS and found:
            found.append(folded)
            break
        if folded in function_words() and match.group() not in ("US", "UK"):
            if found or folded not in ("of", "the", "other"):
                break
            continue
        found += [t.text for t in terms_of(text, match.start(), match.end())]
    things = [t for t in found if not is_number(t) and t not in DIMENSIONS]
    return frozenset(things), things[-1] if things else None


def _dimension(text: str, figure: Figure, sentence: Span) -> str | None:
    """Which way a length is measured: 'a 40-metre-deep shaft', 'a depth of 40 metres'."""
    if convert(1.0, figure.unit, LENGTH) is None:
        return None
    behind = terms_of(text, figure.end, min(sentence.end, figure.end + DIMENSION_REACH))[:1]
    before = terms_of(text, max(sentence.start, figure.start - DIMENSION_REACH), figure.start)[-1:]
    return next((t.text for t in (*behind, *before) if t.text in DIMENSIONS), None)
