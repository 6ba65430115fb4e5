"""Groups of statements weighed: who stands on which side, where it comes from, and what that makes of it."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace

from crossread.records import (
    Document,
    Evidence,
    Finding,
    Links,
    Origin,
    Place,
    Standing,
    Statement,
    StatementGroup,
    identify,
)
from crossread.weigh.origins import UNNAMED, Source, Tracer, one_name_one_origin
from crossread.weigh.reasons import reasons_for
from crossread.weigh.sides import Weighing, by_date, by_value, told_apart
from crossread.weigh.standing import Voice, is_falling, stand
from crossread.weigh.values import value_words

# A group less alike than this is a lead: the accounts may speak of the same thing (of 51 corroborated findings of six
# folders without keys an editor signed 37 where 0.65 and 0.55 were asked; most of those he did not were below these).
SURE = 0.7
# Where three accounts and more are alike among one another, less likeness will do.
SURE_OF_MANY = 0.65
# 'Two companies' are in every account: of numbers so small more is asked.
SURE_OF_SMALL, SMALL = 0.85, 3
# Of values that differ more is asked: only words can vouch that they are given for one thing. Few words name a toll or
# a day; what else is counted ('42 countries', 'over 80 countries') may be two things.
SURE_OF_DIFFERENCE, SURE_OF_COUNTS = 0.65, 0.95
# A negation in one of two wordings may belong to something else: where nobody is made to deny it more is asked.
SURE_OF_TURNED = 0.85
# One account's count of things is worth a finding from here on.
SMALLEST_COUNT = 2
# So many words are not written twice in a row by chance.
FEWEST_SAME_WORDS = 8
# Nor is a whole sentence of so many.
FEWEST_WHOLE = 5
# A quotation is one mouth's from fewer on; of a great affair the first ones are compared.
FEWEST_QUOTED, MOST_QUOTED = 3, 40
WORD = re.compile(r"\w+")
# Counts that can grow or be revised; a price or a share of the vote does not rise like a toll.
GROWING_UNITS = frozenset({"people", "count"})


# What accounts say of those whom a disaster befell: such counts only rise while it is new.
TOLL = re.compile(
    r"\b(?:dead|die[ds]?|deaths?|kill(?:ed|ing|s)?|injur\w+|wound(?:ed|ing|s)?|hurt|casualt\w+|fatalit\w+|"
    r"missing|hospitali[sz]ed|hospitals?|victims?|toll)\b",
    re.IGNORECASE,
)

# A denial that holds for everybody.
FLATLY = re.compile(r"\b(?:no[ -]one|nobody|none of|there (?:were|was|are|is) no)\b", re.IGNORECASE)

# Speakers who are told from no other, and whoever speaks for somebody that is not said.
VAGUE = frozenset({
    "authorities", "officials", "official", "sources", "source", "experts", "witnesses", "investigators", "analysts",
    "statement", "spokesman", "spokeswoman", "spokesperson", "representative",
})  # fmt: skip

Judged = tuple[StatementGroup, "Finding | None", Standing]


class Findings:
    """All findings of some linked accounts, with the origins they rest on."""

    def __init__(self, links: Links) -> None:
        self._documents = {d.id: d for d in links.documents}
        self._figures = {f.id: f for r in links.readings for f in r.figures}
        self._attributions = {a.id: a for r in links.readings for a in r.attributions}
        self._times = {t.id: t for r in links.readings for t in r.times}
        self._tracer = Tracer(links)
        self._groups = links.groups
        self._sources: dict[str, Source] = {}

    def weigh(self) -> tuple[tuple[Judged, ...], tuple[Origin, ...]]:
        """Every group with its standing and finding, in their order, and the origins, ordered by id."""
        statements = [s for group in self._groups for s in group.statements]
        self._sources = one_name_one_origin(
            {s.id: (self._documents[s.evidence.document].story, self._tracer.trace(s.evidence)) for s in statements}
        )
        judged: list[Judged] = []
        documents: dict[Source, set[str]] = defaultdict(set)
        for group in self._groups:
            weighed = self._sides(group)
            standing, finding = self._finding(group, weighed)
            judged.append((group, finding, standing))
            if finding is None:
                continue
            for one in weighed:
                documents[_bare(one.source)].add(one.statement.evidence.document)
        origins = [_origin(s, found) for s, found in documents.items()]
        return tuple(judged), _merged(origins)

    def _sides(self, group: StatementGroup) -> list[Weighing]:
        """The statements of a group with origin and stance."""
        weighed = [
            Weighing(
                statement=s,
                stance=s.evidence.stance,
                source=self._sources[s.id],
                figure=self._figures.get(s.figure or ""),
                document=self._documents[s.evidence.document],
                is_explicit=self._is_explicit(s),
            )
            for s in group.statements
        ]
        weighed = _one_witness(self._same_words(self._same_mouth(group, weighed)))
        if group.kind == "figure":
            weighed = told_apart(by_value(weighed))
        elif group.kind == "date":
            weighed = by_date(weighed)
        return weighed

    def _is_explicit(self, statement: Statement) -> bool:
        """Whether the words of its date name a day or a year by number."""
        timex = self._times.get(statement.time or "")
        if timex is None:
            return False
        return any(c.isdigit() for c in self._documents[timex.document].text[timex.start : timex.end])

    def _same_words(self, weighed: list[Weighing]) -> list[Weighing]:
        """Accounts that give the same run of words have it from one place: whom most of them name for it, or the
        earliest.

        What another source is made to say in like words stays that source's, unless the whole sentence is the same.
        """
        first: dict[tuple[str, ...], list[Source]] = {}
        shared: dict[str, list[Source]] = {}
        for w in sorted(weighed, key=_age):
            words = self._words(w.statement.evidence)
            runs = [words[i : i + FEWEST_SAME_WORDS] for i in range(len(words) - FEWEST_SAME_WORDS + 1)]
            is_quoted = self._is_quoted(w)
            is_open = w.source.kind == "outlet" or is_quoted
            sources = first.get(words) or next((first[run] for run in runs if is_open and run in first), [])
            sources.append(w.source)
            shared[w.statement.id] = sources
            for run in [words, *runs] if len(words) >= (FEWEST_QUOTED if is_quoted else FEWEST_WHOLE) else []:
                first.setdefault(run, sources)
        return [replace(w, source=_most_named(shared[w.statement.id])) for w in weighed]

    def _words(self, evidence: Evidence) -> tuple[str, ...]:
        text = self._documents[evidence.document].text[evidence.start : evidence.end]
        return tuple(word.lower() for word in WORD.findall(text))

    def _same_mouth(self, group: StatementGroup, weighed: list[Weighing]) -> list[Weighing]:
        """Words quoted alike come from one mouth: where a speaker was not made out, the known one is meant."""
        quoted = [w for w in weighed if self._is_quoted(w)]
        weighed = self._same_quotation(weighed, quoted)
        known = {w.source.key: w.source for w in quoted if w.source.kind == "speaker"}
        if group.kind != "statement" or len(known) != 1 or len(quoted) < 2:
            return weighed
        (speaker,) = known.values()
        return [replace(w, source=speaker) if w in quoted and w.source.kind == "outlet" else w for w in weighed]

    def _same_quotation(self, weighed: list[Weighing], quoted: list[Weighing]) -> list[Weighing]:
        """Quotations of which one holds the others whole are one speaker's: whom most are said to be by."""
        said = sorted(
            ((" ".join(("", *self._words(w.statement.evidence), "")), w) for w in quoted[:MOST_QUOTED]),
            key=lambda pair: (-len(pair[0]), pair[1].statement.id),
        )
        alike: dict[str, list[Source]] = {}
        for at, (words, w) in enumerate(said):
            longer = next((o for other, o in said[:at] if words in other), None)
            is_long = longer is not None and words.count(" ") > FEWEST_QUOTED
            sources = alike[longer.statement.id] if longer is not None and is_long else []
            sources.append(w.source)
            alike[w.statement.id] = sources
        return [replace(w, source=_most_named(alike.get(w.statement.id, [w.source]))) for w in weighed]

    def _is_denial(self, weighing: Weighing) -> bool:
        """Whether somebody is made to deny it, or says flatly that it befell nobody."""
        if weighing.stance != "denies":
            return False
        attribution, e = self._attributions.get(weighing.statement.attribution or ""), weighing.statement.evidence
        if attribution is not None and attribution.stance == "denies":
            return True
        return FLATLY.search(self._documents[e.document].text, e.start, e.end) is not None

    def _is_quoted(self, weighing: Weighing) -> bool:
        attribution = self._attributions.get(weighing.statement.attribution or "")
        return attribution is not None and attribution.kind != "indirect"

    def _finding(self, group: StatementGroup, weighed: Sequence[Weighing]) -> tuple[Standing, Finding | None]:
        voices = [
            Voice(
                document=w.statement.evidence.document,
                origin=origin_id(w.source),
                stance=w.stance,
                amount=w.amount,
                published=_sure_date(w.document),
                apart=w.apart,
                fits=w.fits,
            )
            for w in weighed
        ]
        can_grow = all(w.figure is not None and w.figure.unit in GROWING_UNITS for w in weighed)
        standing = stand(voices, can_grow=can_grow, is_toll=can_grow and self._is_toll(weighed))
        if standing == "single-source" and not self._is_noteworthy(group):
            return standing, None
        evidence = tuple(sorted((_evidence(w) for w in weighed), key=lambda e: (e.document, e.start, e.end, e.stance)))
        text = self._clearest(weighed)
        return standing, Finding(
            id=identify("finding", group.kind, *(s.id for s in group.statements)),
            kind=group.kind,
            text=Place(text.document, text.start, text.end),
            evidence=_once(evidence),
            standing=standing,
            shown=self._is_sure(group, standing, weighed) and not (standing == "disputed" and is_falling(voices)),
            score=round(group.score, 3),
            reasons=reasons_for(standing, weighed),
        )

    def _is_sure(self, group: StatementGroup, standing: Standing, weighed: Sequence[Weighing]) -> bool:
        documents = {s.evidence.document for s in group.statements}
        differ = any(w.stance == "differs" for w in weighed)
        if differ and group.kind in ("figure", "date"):
            is_named = group.kind == "date" or self._is_toll(weighed)
            return group.score >= (SURE_OF_DIFFERENCE if is_named else SURE_OF_COUNTS)
        asserting = {w.source.key for w in weighed if w.stance == "asserts"}
        denying = {w.source.key for w in weighed if w.stance == "denies"}
        if standing == "disputed" and denying and denying <= asserting:
            # Whoever says it both ways was rather misread.
            return False
        if standing == "disputed" and not any(self._is_denial(w) for w in weighed):
            return group.score >= SURE_OF_TURNED
        if standing == "corroborated" and len(documents) == 1:
            # That one account says a thing twice bears out little, and is the commonest way to err.
            return False
        if group.kind == "figure" and standing == "corroborated" and self._is_small(group):
            # 'Two companies' are two others in the next account; how many were hurt is asked by all.
            return group.score >= SURE_OF_SMALL and self._is_toll(weighed)
        return group.score >= (SURE_OF_MANY if len(documents) > 2 else SURE)

    def _is_small(self, group: StatementGroup) -> bool:
        figures = [f for s in group.statements if (f := self._figures.get(s.figure or ""))]
        return all(f.unit in GROWING_UNITS and (f.value or 0) <= SMALL for f in figures)

    def _is_toll(self, weighed: Sequence[Weighing]) -> bool:
        """Whether the dead, hurt or missing are counted."""
        told = (w.statement.evidence for w in weighed)
        found = sum(TOLL.search(self._documents[e.document].text, e.start, e.end) is not None for e in told)
        return 2 * found > len(weighed)

    def _is_noteworthy(self, group: StatementGroup) -> bool:
        """Whether what one account alone says is worth a finding: a measured figure, a quotation, a dated event."""
        if group.kind != "figure":
            return group.kind in ("event", "date")
        figures = [f for s in group.statements if (f := self._figures.get(s.figure or ""))]
        return any(f.measure and (f.unit != "count" or (f.value or 0) > SMALLEST_COUNT) for f in figures)

    def _clearest(self, weighed: Sequence[Weighing]) -> Evidence:
        """The wording that says most without being long: near 130 characters, in the words of the majority."""
        stance = "asserts" if any(w.stance == "asserts" for w in weighed) else weighed[0].stance
        listed = [w.statement for w in weighed if w.stance == stance]

        def clarity(statement: Statement) -> tuple[bool, int, str, int]:
            e = statement.evidence
            return (statement.in_title, abs(e.end - e.start - 130), e.document, e.start)

        return min(listed, key=clarity).evidence


def _most_named(sources: Sequence[Source]) -> Source:
    """The source most often named, of equals the first; where nobody is, the first outlet."""
    named = [s for s in sources if s.kind != "outlet"] or sources[:1]
    [(key, _)] = Counter(s.key for s in named).most_common(1)
    return next(s for s in named if s.key == key)


def _one_witness(weighed: list[Weighing]) -> list[Weighing]:
    """Somebody without a name, or 'officials', who say what one speaker with a name says may be that speaker."""
    loose = [w for w in weighed if w.source.key.startswith(UNNAMED) or w.source.name.lower() in VAGUE]
    known = {w.source.key: w.source for w in weighed if w.source.kind == "speaker" and w not in loose}
    if not loose or len(known) > 1:
        return weighed
    # A description that holds a name tells most.
    source = next(
        iter(known.values()), max((w.source for w in loose), key=lambda s: (s.name != s.name.lower(), s.name))
    )
    return [replace(w, source=source) if w in loose else w for w in weighed]


def _age(weighing: Weighing) -> tuple[bool, str, str, int, str]:
    """Those who name their source first, among equals the earliest account, within it the order of the text."""
    document, statement = weighing.document, weighing.statement
    unnamed = weighing.source.kind == "outlet"
    return (unnamed, document.published or "~", document.key, statement.evidence.start, statement.id)


def _sure_date(document: Document) -> str | None:
    """When an account was published, where it says so itself; a date we inferred gives no order."""
    return None if document.published_basis == "inferred" else document.published


def origin_id(source: Source) -> str:
    """The id of an origin, from what it is and not from where it was met."""
    return identify("origin", source.kind, source.key)


def _bare(source: Source) -> Source:
    return replace(source, voice="")


def _origin(source: Source, documents: Iterable[str]) -> Origin:
    return Origin(origin_id(source), source.name, source.kind, source.entity, tuple(sorted(documents)))


def _merged(origins: Sequence[Origin]) -> tuple[Origin, ...]:
    """One record for an id; of several names the shortest, then the first."""
    by_id: dict[str, list[Origin]] = defaultdict(list)
    for origin in origins:
        by_id[origin.id].append(origin)
    return tuple(
        replace(
            min(same, key=lambda o: (len(o.name), o.name)),
            documents=tuple(sorted({d for o in same for d in o.documents})),
        )
        for _, same in sorted(by_id.items())
    )


def _evidence(weighing: Weighing) -> Evidence:
    figure = weighing.figure
    return replace(
        weighing.statement.evidence,
        stance=weighing.stance,
        value=value_words(figure) if figure else weighing.statement.value,
        origin=origin_id(weighing.source),
    )


def _once(evidence: Sequence[Evidence]) -> tuple[Evidence, ...]:
    """Every piece once."""
    return tuple(dict.fromkeys(evidence))
