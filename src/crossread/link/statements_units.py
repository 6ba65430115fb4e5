"""What an account says, cut into units that another account can say too.

A unit is what somebody is made to say in one sentence, or what the sentence says in the account's own voice. Papers put
several things into one sentence, so the words of a source and the words around them are two units.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import islice, pairwise

from crossread.link.compare_times import date_of, moments_of
from crossread.link.compare_words import Term, is_number, negated_terms, terms_of
from crossread.link.statements_modality import NO_CLAIM, modality_of
from crossread.link.words import article_sentences
from crossread.records import Attribution, Reading, Span, Timex, trim
from crossread.records.links import StatementModality

# A unit with fewer words that carry meaning says too little to be compared.
FEWEST_TERMS = 3
# 'Nobody was hurt' says all it has to.
FEWEST_DENIED = 1
# What somebody is made to say may be shorter than what a sentence says by itself.
FEWEST_SAID = 2
# What is left of a sentence around somebody's words, or before and behind a cut, is a unit of its own from so many such
# words on.
FEWEST_TERMS_AROUND = 4
# A sentence up to this long is shown whole as evidence; of a longer one the part that says it.
LONGEST_SENTENCE = 320
# Of a stretch cut into clauses the clause is shown where the whole is longer than this.
LONGEST_WHOLE = 160
# Where a sentence holds several clauses, each with a fact of its own: what follows a conjunction, a relative, a dash, a
# bracket, a participle or a second verb.
CLAUSES = re.compile(
    r";\s+|,\s+(?:but|while|whereas|although|though|and (?=(?:that|he|she|it|they|the|a|an)\b))\s*|\s+and that\s+|"
    r",\s+(?:who|which|where|whose)\b\s*|"
    r",?\s+(?:when|after|before|as|because|since|until)\s+(?!(?:many|much|well|of|soon|long|far|to)\b)(?=[^\W\d])|"
    r",\s+(?=\w+ing\b)|,?\s+and\s+(?=(?:was|were|is|are|has|have|had|\w{3,}ed)\b)|\s+[–—]\s+|\s-\s|\s*[()]\s*",
    re.IGNORECASE,
)
# What joins a stretch to the words of a source behind it, and is none of it.
LOOSE_END = re.compile(r"[\s,]+(?:but|and|or|where|which|who|when|while|because|that|if)\s*$", re.IGNORECASE)
LONGEST_LOOSE_END = 20
# What no name of a song or a show holds, and how long such a name is at most.
SMALL_WORD, LONGEST_TITLE = re.compile(r"(?<!['’\w])(?!(?:of|the|and|in|for|on|to|an?|with|at|by|from)\b)[a-z]"), 50
TITLE_BEFORE = re.compile(r"(?:[A-Z][\w.-]{1,20} ){1,3}$")
BETWEEN = re.compile(r"\s*(?:and|to|until|till|through|-|–|—)\s*", re.IGNORECASE)
# What a denial points back with; the noun may have a short tail ('the accusations against him').
POINTS_BACK = re.compile(
    r"(?:(?:the|these|those|this|that|all|any|such|his|her|its|their|both) )*"
    r"(?:(?:accusation|allegation|claim|charge|report|suggestion|assertion)s?\b(?! that\b| of\b).{0,40}|it|this|that|"
    r"them|(?:wrongdoing|involvement|responsibility)\b.{0,20})$",
    re.IGNORECASE,
)
# These are denied only where somebody is accused.
NEEDS_ACCUSATION = re.compile(
    r"\b(?:accusation|allegation|charge|wrongdoing|involvement|responsibility)", re.IGNORECASE
)
# Whoever will not do or say something denies nothing.
REFUSED = re.compile(r"to\b|.{0,30}\bcomments?\b", re.IGNORECASE)
REFUSING = re.compile(r"\b(?:refus|declin)", re.IGNORECASE)
# What is denied stands at most so many sentences before.
SENTENCES_BACK = 4
MOST_BACK = 24
# A sentence is cut in so many places at most.
MOST_CUTS = 12
# Words of denial inside what is said.
DENYING = re.compile(r"\b(?:den(?:y|ies|ied|ying)|refut(?:es|ed))\b", re.IGNORECASE)
# What shows that a content is a clause, and the stances a deed may be marked with.
CLAUSAL = re.compile(
    r"^(?:that|if|whether|how|why|what|who|when|where)\b|^[\"“‘']|"
    r"\b(?:is|are|was|were|be|been|being|has|have|had|will|would|could|may|might|must|should|can|did|does|do|to|"
    r"\w{3,}ed|said|told|took|made|went|came|became|got|gave|saw|left|fell|rose|began|won|lost|kept|held|put|set)\b|n['’]t\b",
    re.IGNORECASE,
)
ABOUT = frozenset({"asserts", "other"})
# Whoever speaks so speaks of himself: two who do say two things, however alike.
OF_ONESELF = re.compile(r"\b(?:I|I['’]\w+|[Mm]y|[Mm]yself|[Mm]e|[Ww]e|[Ww]e['’]\w+|[Oo]ur|[Oo]urselves|us)\b")
# The day on which a count had risen is not the day of what is counted.
COUNT_ROSE = re.compile(
    r"\b(?:toll|number|count|total)\b.{0,80}\b(?:rose|ris(?:en|es|ing)|climb\w*|grown?|grew)\b", re.I
)


@dataclass(frozen=True, slots=True)
class Unit:
    """One thing an account says; `words` is where it is said, `evidence` what is shown for it."""

    key: str
    document: str
    story: str | None
    words: Span
    evidence: Span
    terms: tuple[str, ...]
    name_pairs: frozenset[tuple[str, str]]
    numbers: frozenset[str]
    entities: tuple[str, ...]
    times: tuple[Timex, ...]
    attribution: Attribution | None
    modality: StatementModality
    negated: frozenset[str]
    sentence: int
    date: str | None = None
    event: str | None = None
    denies: bool = False
    antecedent: Span | None = None
    moments: tuple[str, ...] = ()
    published: str | None = None
    of_oneself: bool = False

    @property
    def is_quoted(self) -> bool:
        """Whether these are somebody's own words."""
        return self.attribution is not None and self.attribution.kind == "direct"

    @property
    def act(self) -> str:
        """What is done by saying it: a claim, or a wish, a demand, a promise."""
        stance = self.attribution.stance if self.attribution else "asserts"
        return stance if stance in NO_CLAIM else "claims"


class UnitMaker:
    """The units of one account."""

    def __init__(self, reading: Reading, clusters: frozenset[str] = frozenset()) -> None:
        self.reading = reading
        self.text = reading.document.text
        self._mention_starts = [m.start for m in reading.mentions]
        self._time_starts = [t.start for t in reading.times]
        self._people = {c.id for c in reading.chains if c.kind == "person"}
        self._names = {c.id: c.name for c in reading.chains}
        self._contents = sorted(
            ((span, a) for a in reading.attributions for span in a.content), key=lambda pair: (pair[0], pair[1].id)
        )
        self._events = [(e.start, e.same_as) for e in reading.events if e.same_as in clusters]
        self._titles = [p for p in reading.document.parts if p.kind == "title"]

    def units(self) -> Iterator[Unit]:
        """Every unit, in the order of the text; headlines, which repeat the article, are left out.

        A denial that only points back ('denied the accusation') comes with what it denies as its `antecedent`.
        """
        made: list[Unit] = []
        for unit, points_back in self._all_units():
            if not points_back:
                made.append(unit)
            elif (antecedent := self._antecedent(unit, made)) is not None:
                made.append(replace(unit, antecedent=antecedent.words, denies=True))
        return iter(made)

    def _all_units(self) -> Iterator[tuple[Unit, bool]]:
        """Units, each with whether it is a denial that points back."""
        at = 0
        for number, sentence in enumerate(article_sentences(self.reading)):
            if any(p.start <= sentence.start < p.end for p in self._titles):
                continue
            while at < len(self._contents) and self._contents[at][0].end <= sentence.start:
                at += 1
            said = []
            for i in range(at, len(self._contents)):
                span, attribution = self._contents[i]
                if span.start >= sentence.end:
                    break
                piece = _shared(span, sentence)
                is_deed = attribution.stance == "denies" and REFUSED.match(self._words(span))
                if piece and not is_deed and not self._is_object(span, attribution):
                    said.append((piece, attribution))
            pointing = [a for span, a in said if a.stance == "denies" and POINTS_BACK.match(self._words(span))]
            if pointing:
                yield from ((unit, True) for unit in self._unit([sentence], sentence, pointing[0], number, least=1))
            else:
                yield from ((unit, False) for unit in self._units_of(sentence, said, number))

    def _words(self, span: Span) -> str:
        return self.text[span.start : span.end]

    def _is_object(self, span: Span, attribution: Attribution) -> bool:
        """Whether the content is only what a verb is about: 'approved a transfer' tells of a deed, not of words."""
        if attribution.kind != "indirect" or attribution.stance not in ABOUT:
            return False
        return not CLAUSAL.search(self._words(span))

    def _is_denied(self, attribution: Attribution | None) -> bool:
        """Whether somebody says it is not so; whoever refuses to do something denies nothing."""
        if attribution is None or attribution.stance != "denies":
            return False
        if attribution.cue is not None and REFUSING.search(self._words(attribution.cue)):
            return False
        return not REFUSED.match(self._words(attribution.content[0]))

    def _says_denied(self, words: Span, attribution: Attribution | None) -> bool:
        """Whether what is said is itself a denial ('the charges are denied'), the cue that hands it over aside."""
        cue = attribution.cue if attribution is not None else None
        return any(
            cue is None or not cue.start <= match.start() < cue.end
            for match in DENYING.finditer(self.text, words.start, words.end)
        )

    def _antecedent(self, denial: Unit, before: list[Unit]) -> Unit | None:
        """What a denial that points back denies: the last thing said of the denier, an accusation before all else."""
        near = [
            u for u in before[-MOST_BACK:] if denial.sentence - u.sentence <= SENTENCES_BACK and u.antecedent is None
        ]
        about = [u for u in near if set(u.terms) & set(denial.terms) or set(u.entities) & set(denial.entities)]
        accusing = [u for u in about if u.modality == "alleged"]
        if accusing or NEEDS_ACCUSATION.search(self._words(denial.words)):
            return accusing[-1] if accusing else None
        claimed = [u for u in near if u.attribution is not None and denial.sentence - u.sentence == 1]
        return claimed[-1] if claimed else None

    def _units_of(self, sentence: Span, said: list[tuple[Span, Attribution]], number: int) -> Iterator[Unit]:
        """What is said in a sentence, and what the sentence says around it."""
        made = []
        for piece, attribution in _outermost(said):
            if span := trim(self.text, piece.start, piece.end, also="\"“”‘’'«»,;:"):
                made.append((span, attribution))
        around = self._around(sentence, said)
        whole = len(made) == 1 and len(sentence) <= (LONGEST_WHOLE if around else LONGEST_SENTENCE)
        units: list[Unit] = []
        for span, attribution in made:
            parts = self._clauses(span)
            for part in parts:
                seen = part if len(parts) > 1 and len(span) > LONGEST_WHOLE else sentence if whole else span
                units += self._unit([part], seen, attribution, number, FEWEST_SAID)
        for stretch in around:
            parts = self._clauses(stretch)
            whole = len(sentence) <= (LONGEST_WHOLE if len(parts) > 1 or said else LONGEST_SENTENCE)
            for part in parts:
                units += self._unit([part], sentence if whole else part, None, number)
        if not units and made:
            # What is said is too short to stand alone ('condemned the attack'): the whole sentence says it.
            units += self._unit([sentence], sentence, made[0][1], number)
        yield from units

    def _clauses(self, span: Span) -> list[Span]:
        """The clauses of a stretch that could be sentences of their own; the whole where a part says too little."""
        found = CLAUSES.finditer(self.text, span.start, span.end)
        cuts = [m for m in islice(found, MOST_CUTS) if m.start() > span.start]
        parts, at = [], span.start
        for cut in cuts:
            if self._says_enough(at, cut.start()) and self._says_enough(cut.end(), span.end):
                parts.append(Span(at, cut.start()))
                at = cut.end()
        return [*parts, Span(at, span.end)]

    def _says_enough(self, start: int, end: int) -> bool:
        return start < end and len(terms_of(self.text, start, end)) >= FEWEST_TERMS_AROUND

    def _around(self, sentence: Span, said: list[tuple[Span, Attribution]]) -> list[Span]:
        """The stretches of a sentence that nobody is made to say; none where they say little."""
        if not said:
            return [sentence]
        taken = sorted(
            span
            for piece, a in said
            for span in (piece, *(s for s in (a.cue, a.source) if s is not None and s.overlaps(sentence)))
        )
        free, at = [], sentence.start
        for span in taken:
            if span.start > at:
                free.append(Span(at, span.start))
            at = max(at, span.end)
        if at < sentence.end:
            free.append(Span(at, sentence.end))
        free = [self._without_loose_end(s) for s in free]
        return [s for s in free if self._says_enough(s.start, s.end)]

    def _without_loose_end(self, span: Span) -> Span:
        loose = LOOSE_END.search(self.text, max(span.start + 1, span.end - LONGEST_LOOSE_END), span.end)
        return Span(span.start, loose.start()) if loose else span

    def _unit(
        self,
        spans: list[Span],
        evidence: Span,
        attribution: Attribution | None,
        number: int,
        least: int = FEWEST_TERMS,
    ) -> Iterator[Unit]:
        words = Span(spans[0].start, spans[-1].end)
        terms = tuple(t.text for t in self._terms(words))
        negated = negated_terms(self.text, words.start, words.end)
        if len(terms) < (min(least, FEWEST_DENIED) if negated else least) or self._is_title(words):
            return
        entities, meant = self._entities(words)
        yield Unit(
            key=self.reading.document.key,
            document=self.reading.document.id,
            story=self.reading.document.story,
            words=words,
            evidence=evidence,
            terms=(*terms, *(t for t in meant if t not in terms)),
            name_pairs=self._name_pairs(words),
            numbers=frozenset(t for t in terms if is_number(t)),
            entities=entities,
            times=self._times(words),
            attribution=attribution,
            modality=modality_of(self.text[words.start : words.end], attribution),
            negated=negated,
            sentence=number,
            date=self._date(words),
            event=self._event(words),
            denies=self._is_denied(attribution) != self._says_denied(words, attribution),
            moments=moments_of(self._times(words)),
            published=self.reading.document.published,
            of_oneself=attribution is not None and OF_ONESELF.search(self.text, words.start, words.end) is not None,
        )

    def _is_title(self, span: Span) -> bool:
        """Whether words are but the name of a song, a book or a show, with all that matters in capitals."""
        text = self._words(span)
        return len(text) <= LONGEST_TITLE and not SMALL_WORD.search(text)

    def _terms(self, span: Span) -> list[Term]:
        """The words that carry meaning, times aside: what day it was is compared as a time."""
        times = [t.span for t in self._times(span)]
        skipped = [*times, *self._titles_in(span)]
        return [
            term
            for term in terms_of(self.text, span.start, span.end)
            if not any(t.start <= term.start < t.end for t in skipped)
        ]

    def _name_pairs(self, span: Span) -> frozenset[tuple[str, str]]:
        """Words that stand beside one another in a name of several words."""
        first, last = bisect_left(self._mention_starts, span.start), bisect_left(self._mention_starts, span.end)
        names = [m for m in self.reading.mentions[first:last] if m.form == "name"]
        return frozenset(pair for m in names for pair in pairwise(t.text for t in terms_of(self.text, m.start, m.end)))

    def _titles_in(self, span: Span) -> list[Span]:
        """The titles right before names of people ('Interior Minister'): they say again who is meant."""
        first, last = bisect_left(self._mention_starts, span.start), bisect_left(self._mention_starts, span.end)
        named = [m for m in self.reading.mentions[first:last] if m.form == "name" and m.chain in self._people]
        found = [TITLE_BEFORE.search(self.text, max(span.start, m.start - 40), m.start) for m in named]
        return [Span(*match.span()) for match in found if match]

    def _times(self, span: Span) -> tuple[Timex, ...]:
        first = bisect_left(self._time_starts, span.start)
        last = bisect_left(self._time_starts, span.end)
        return self.reading.times[first:last]

    def _date(self, span: Span) -> str | None:
        """The one date of a unit, or the two ends of a span of days ('between August 4 and August 9')."""
        times = [t for t in self._times(span) if date_of(t)]
        if COUNT_ROSE.search(self.text, span.start, span.end):
            return None
        dates = sorted({date for t in times if (date := date_of(t))})
        if len(dates) == len(times) == 2 and BETWEEN.fullmatch(self.text, times[0].end, times[1].start):
            return f"{date_of(times[0])}/{date_of(times[1])}"
        return dates[0] if len(dates) == 1 else None

    def _event(self, span: Span) -> str | None:
        """The first event of several accounts that is told here."""
        return next((event for start, event in self._events if span.start <= start < span.end), None)

    def _entities(self, span: Span) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """Who is meant, and the last names of those who are meant by a pronoun or a title."""
        first, last = bisect_left(self._mention_starts, span.start), bisect_left(self._mention_starts, span.end)
        mentions = self.reading.mentions[first:last]
        found = {m.entity or m.chain for m in mentions}
        names = {self._names.get(m.chain, "") for m in mentions if m.form != "name"}
        meant = {t[-1].text for name in names if (t := terms_of(name, 0, len(name)))}
        return tuple(sorted(found)), tuple(sorted(meant))


def _shared(span: Span, sentence: Span) -> Span | None:
    start, end = max(span.start, sentence.start), min(span.end, sentence.end)
    return Span(start, end) if start < end else None


def _outermost(said: list[tuple[Span, Attribution]]) -> list[tuple[Span, Attribution]]:
    """The pieces that lie in no longer one; each with the attribution that stands closest around most of it."""
    kept: list[tuple[Span, Attribution]] = []
    for span, attribution in sorted(said, key=lambda pair: (-len(pair[0]), pair[0], pair[1].id)):
        inside = [i for i, (other, _) in enumerate(kept) if other.overlaps(span)]
        if not inside:
            kept.append((span, attribution))
        elif len(span) >= 0.8 * len(kept[inside[0]][0]) and attribution.within == kept[inside[0]][1].id:
            kept[inside[0]] = (kept[inside[0]][0], attribution)
    return sorted(kept, key=lambda pair: pair[0])
