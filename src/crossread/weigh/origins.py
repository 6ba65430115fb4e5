"""Where a piece of evidence comes from in the end: the chain of attribution and copying followed to its beginning.

What a named source is made to say comes from that source, whoever prints it. What an account says in its own voice
comes from its outlet, unless a shared passage or a credit leads to another. Unnamed sources are known only through the
medium that heard them.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from dataclasses import dataclass, replace

from crossread.records import Attribution, Document, Evidence, Lineage, Links, MentionForm, OriginKind, Span, Via
from crossread.weigh.bodies import SPEAKS_FOR, Bodies, fold_office
from crossread.weigh.media import Media, outlet_key

# Evidence is inside a passage that covers this share of it.
INSIDE = 0.5
# A chain of copies is followed so far.
LONGEST_CHAIN = 12
COPIES = frozenset({"reprint", "shared-passage"})
READ_FOR_CREDITS = frozenset({"dateline", "byline", "header", "note"})
LEADING = re.compile(r"^(?:the|a|an|its|his|her|their|local|some|several|many|two|three|one)\s+", re.IGNORECASE)
HIS_SPOKESMAN = re.compile(rf"(?:his|her|their)\s+(?:[\w-]+\s+)?(?:{SPEAKS_FOR}|office)\b", re.IGNORECASE)
# Entities that say nothing.
SILENT = frozenset({"event", "product"})
# What marks the origin of somebody known by a description, and where such a description goes on behind its noun.
UNNAMED = "words:unnamed:"
BEHIND_NOUN = re.compile(r",|\s(?:of|from|who|whose|in|at|on|with|for|to|that|near|by)\s")
SENTENCE_ENDS = frozenset(".!?:\n\"“”'‘’")
# Of fewer letters a name is a crumb of a word.
SHORTEST_NAME = 2
PRONOUNS = frozenset({"he", "she", "they", "it", "we", "i", "you", "who", "this", "that", "these", "those"})


@dataclass(frozen=True, slots=True)
class Source:
    """An origin before it has its documents; `voice` tells persons of one body apart."""

    key: str
    name: str
    kind: OriginKind
    entity: str | None = None
    voice: str = ""


@dataclass(frozen=True, slots=True)
class Copied:
    """A passage of this account that stands in another one, which had it first."""

    here: Span
    there: Span
    document: str


class Tracer:
    """Follows evidence to its origin."""

    def __init__(self, links: Links) -> None:
        self._documents = {d.id: d for d in links.documents}
        self._entities = {e.id: e for e in links.entities}
        self._attributions = {a.id: a for r in links.readings for a in r.attributions}
        self._claims = _claims(links)
        self._chain_names = {c.id: c.name for r in links.readings for c in r.chains}
        self._media = Media(d.outlet for d in links.documents)
        self._bodies = Bodies(links.entities, links.readings)
        self._mentions = {r.document.id: r.mentions for r in links.readings}
        self._named = {m.entity for r in links.readings for m in r.mentions if m.form == "name"}
        self._mention_starts = {r.document.id: [m.start for m in r.mentions] for r in links.readings}
        self._copies = _copies(links.lineage, self._documents)

    def trace(self, evidence: Evidence) -> Source:
        """The origin of a piece of evidence."""
        attribution = self._attributions.get(evidence.attribution or "")
        found = self._trace(evidence.document, Span(evidence.start, evidence.end), attribution, LONGEST_CHAIN)
        if found.key.startswith("words:"):
            # 'Police' are another police in another affair.
            found = replace(found, key=f"{found.key}:{self._documents[evidence.document].story or ''}")
        return found

    def _trace(self, document: str, span: Span, attribution: Attribution | None, steps: int) -> Source:
        spoken = self._speaker(attribution) if attribution is not None else None
        copied = self._copied(document, span) if steps else None
        if copied is not None:
            # The same passage has the same origin wherever it stands, unless only this account names its source.
            there = self._there(copied, span)
            said = self._said_there(copied.document, there, attribution is not None)
            first = self._trace(copied.document, there, said, steps - 1)
            return spoken if spoken is not None and first.kind == "outlet" else first
        if attribution is not None:
            found = spoken or self._passed_on(attribution)
            if found is not None:
                return found
        return self._own_voice(self._documents[document])

    def _said_there(self, document: str, span: Span, is_said: bool) -> Attribution | None:
        """Who says about the same words in another account: as its own statement there has it."""
        found = [
            (claim.shared(span), (ident is not None) == is_said, ident or "")
            for claim, ident in self._claims.get(document, ())
            if claim.start < span.end
            and span.start < claim.end
            and claim.shared(span) >= INSIDE * min(len(claim), len(span))
        ]
        return self._attributions.get(max(found)[2]) if found else None

    def _speaker(self, attribution: Attribution) -> Source | None:
        """The source of an attribution where it is somebody in particular."""
        words = self._words(attribution)
        entity = self._source_entity(attribution)
        if entity is not None:
            return self._of_entity(entity, attribution)
        name = next((self._chain_names[c] for c in attribution.chains if c in self._chain_names), "") or words
        is_pronoun = fold_office(name).split(" ")[0] in PRONOUNS
        if len(name) < SHORTEST_NAME or is_pronoun or self._is_silent(attribution):
            return None
        if any(c.isupper() for c in name) and (medium := self._media.find(name)):
            return self._of_medium(medium)
        body = self._bodies.of_words(words) or self._bodies.of_words(name)
        if body:
            body = self._bodies.settle(body, self._documents[attribution.document].story)
            return Source(body.key, body.name, "speaker", body.entity, name)
        if attribution.source_type in ("unnamed", "several", "account"):
            return None
        return _of_words(name, attribution, opens=self._opens_sentence(attribution))

    def _opens_sentence(self, attribution: Attribution) -> bool:
        """Whether the source words open a sentence, where any word is capitalized."""
        if attribution.source is None:
            return False
        before = self._documents[attribution.document].text[: attribution.source.start][-4:].rstrip(" ")
        return not before or before[-1] in SENTENCE_ENDS

    def _source_entity(self, attribution: Attribution) -> str | None:
        """Who speaks: the person or body the source words name, before what they were resolved to."""
        resolved = attribution.speaker or (attribution.speakers[0] if attribution.speakers else None)
        if body := self._leading_body(attribution):
            return body
        if resolved in self._entities and self._entities[str(resolved)].kind == "person":
            named = self._named_in(attribution, "person")
            return named[0] if named and resolved not in named else resolved
        named = self._named_in(attribution, "person") or self._spoken_for(attribution)
        if named:
            return named[0]
        if resolved not in self._entities or self._is_silent(attribution):
            return None
        # 'The company' is no town, and 'Orrin tram:' before a headline no more: a place speaks under its bare name.
        is_place = self._entities[str(resolved)].kind == "place"
        return None if is_place and not self._is_bare_place(attribution, str(resolved)) else resolved

    def _is_silent(self, attribution: Attribution) -> bool:
        """Whether the source was taken for a feast or a thing, and so was not made out."""
        found = self._entities.get(attribution.speaker or next(iter(attribution.speakers), ""))
        return found is not None and found.kind in SILENT

    def _is_bare_place(self, attribution: Attribution, place: str) -> bool:
        """Whether the source words are the name of a place and nothing more, or speak for one."""
        words = self._words(attribution)
        names = [self._entities[place].name, *(alias.text for alias in self._entities[place].aliases)]
        bare = fold_office(words) in {fold_office(name) for name in names}
        return place in self._named_in(attribution, "place") and (bare or self._bodies.of_words(words) is not None)

    def _leading_body(self, attribution: Attribution) -> str | None:
        """The body that source words open with where a person is named only behind a comma: 'the board, led by X'."""
        words = self._words(attribution)
        comma = words.find(",")
        if attribution.source is None or comma < 0 or self._bodies.of_words(words) is not None:
            return None
        head = Span(attribution.source.start, attribution.source.start + comma)
        if self._meant(attribution, "person", "name", within=head):
            return None
        return next(iter(self._meant(attribution, "organization", "name", within=head)), None)

    def _spoken_for(self, attribution: Attribution) -> list[str]:
        """Whoever 'his spokesman' speaks for."""
        if not HIS_SPOKESMAN.match(self._words(attribution)):
            return []
        return self._meant(attribution, "person", "pronoun")

    def _named_in(self, attribution: Attribution, kind: str) -> list[str]:
        """The entities of a kind that the source words name."""
        return self._meant(attribution, kind, "name")

    def _meant(
        self, attribution: Attribution, kind: str, form: MentionForm, *, within: Span | None = None
    ) -> list[str]:
        """The entities of a kind that are meant in the source words, or some of them, by a name or by a pronoun."""
        source = within or attribution.source
        if source is None:
            return []
        mentions = self._mentions[attribution.document]
        first = bisect_left(self._mention_starts[attribution.document], source.start)
        found = []
        for mention in mentions[first:]:
            if mention.start >= source.end:
                break
            named = self._entities.get(mention.entity or "")
            if mention.form == form and named is not None and named.kind == kind:
                found.append(named.id)
        return found

    def _of_entity(self, entity: str, attribution: Attribution) -> Source:
        found = self._entities[entity]
        if any(c.isupper() for c in found.name) and (medium := self._media.find(found.name)):
            return self._of_medium(medium)
        body = self._bodies.of_words(self._words(attribution)) or self._bodies.of_entity(entity)
        if found.kind == "person" and body.entity == entity and entity not in self._named:
            # 'The driver', 'a 42-year-old driver': a man without a name is known by what he is.
            return Source(f"{UNNAMED}{head_noun(found.name)}", found.name, "speaker", entity, entity)
        body = self._bodies.settle(body, self._documents[attribution.document].story)
        # Whose document it is counts before the document: a body's data are the body's word.
        is_document = attribution.source_type == "document" and found.kind not in ("person", "organization")
        return Source(body.key, body.name, "document" if is_document else "speaker", body.entity, entity)

    def _of_medium(self, medium: str) -> Source:
        return Source(f"outlet:{medium}", self._media.name(medium), "outlet", None, medium)

    def _passed_on(self, attribution: Attribution) -> Source | None:
        """The medium through which an unnamed source is known, or who told of it."""
        for via in reversed(attribution.via):
            if medium := self._media.find(self._via_name(attribution, via)):
                return self._of_medium(medium)
        outer = self._attributions.get(attribution.within or "")
        return self._speaker(outer) if outer is not None else None

    def _via_name(self, attribution: Attribution, via: Via) -> str:
        if via.entity in self._entities:
            return self._entities[str(via.entity)].name
        return self._documents[attribution.document].text[via.start : via.end]

    def _words(self, attribution: Attribution) -> str:
        if attribution.source is None:
            return ""
        return self._documents[attribution.document].words(attribution.source)

    def _own_voice(self, document: Document) -> Source:
        """The agency an account credits for its text, or its outlet."""
        credited = {
            medium
            for credit in document.credits
            if _is_for_text(document, credit.start)
            and (medium := self._media.find(document.text[credit.start : credit.end]))
        }
        if len(credited) == 1:
            return self._of_medium(min(credited))
        key = outlet_key(document)
        name = document.outlet.name if key.startswith("outlet:") else (document.title or document.id)
        return Source(key, name, "outlet", None, key)

    def _copied(self, document: str, span: Span) -> Copied | None:
        """The earliest account that has the same passage, where this one is the later."""
        for copied in self._copies.get(document, ()):
            here = copied.here
            if here.start < span.end and span.start < here.end and here.shared(span) >= INSIDE * len(span):
                return copied
        return None

    def _there(self, copied: Copied, span: Span) -> Span:
        """About the same words in the other account."""
        scale = len(copied.there) / len(copied.here)
        start = copied.there.start + round((max(span.start, copied.here.start) - copied.here.start) * scale)
        end = copied.there.start + round((min(span.end, copied.here.end) - copied.here.start) * scale)
        return Span(start, max(start + 1, end))


def head_noun(words: str) -> str:
    """The noun of a description, without what it is told to be.

    >>> head_noun("42-year-old driver"), head_noun("father, from New Addington"), head_noun("owner of the mill")
    ('driver', 'father', 'owner')
    """
    before = BEHIND_NOUN.split(words, maxsplit=1)[0].split() or words.split()
    return before[-1].lower().rstrip("s")


def one_name_one_origin(traced: dict[str, tuple[str | None, Source]]) -> dict[str, Source]:
    """The sources, those of one name in one story under one key: what the text does not tell apart we do not either."""
    chosen: dict[tuple[str | None, str], Source] = {}
    for story, source in sorted(traced.values(), key=lambda pair: (pair[0] or "", pair[1].entity is None, pair[1].key)):
        chosen.setdefault((story, fold_office(source.name)), source)
    chosen |= _named_for(chosen)
    return {
        ident: replace(chosen[story, fold_office(source.name)], voice=source.voice)
        for ident, (story, source) in traced.items()
    }


def _named_for(chosen: dict[tuple[str | None, str], Source]) -> dict[tuple[str | None, str], Source]:
    """'The airline' under the name of the one airline that a story knows, 'the organiser' under the longer one."""
    ending: dict[tuple[str | None, str], list[Source]] = defaultdict(list)
    speaking = [(key, source) for key, source in chosen.items() if source.kind == "speaker"]
    for (story, _), source in speaking:
        head = BEHIND_NOUN.split(source.name, maxsplit=1)[0]
        if " " in fold_office(head):
            ending[story, _singular(head)].append(source)
    return {
        (story, name): named[0]
        for (story, name), source in speaking
        if source.name[:1].islower() and " " not in name and len(named := ending[story, _singular(name)]) == 1
    }


def _singular(name: str) -> str:
    """The last word of a name in small letters, without an s."""
    return name.lower().rsplit(" ", 1)[-1].rstrip("s")


def _claims(links: Links) -> dict[str, list[tuple[Span, str | None]]]:
    """For every account where its statements stand and whose they are."""
    found: dict[str, set[tuple[Span, str | None]]] = defaultdict(set)
    for group in links.groups:
        for statement in group.statements:
            e = statement.evidence
            found[e.document].add((Span(e.start, e.end), e.attribution))
    return {name: sorted(claims, key=lambda c: (c[0], c[1] or "")) for name, claims in found.items()}


def _of_words(words: str, attribution: Attribution, *, opens: bool = False) -> Source | None:
    """A source that has no name but is somebody in particular: 'the city hospital', 'police'.

    `opens` where the words open a sentence, so that their first capital says nothing.
    """
    folded = words.lower().replace("’", "'")
    kind: OriginKind = "document" if attribution.source_type == "document" else "speaker"
    if attribution.source_type not in ("official", "document"):
        is_named = any(w[0].isupper() for w in words.split()[1:]) if opens else words[:1].isupper()
        return Source(f"words:{fold_office(words)}", words, kind, None, folded) if is_named else None
    return Source(f"words:{fold_office(words)}", _bare_name(words), kind, None, folded)


def _bare_name(words: str) -> str:
    return LEADING.sub("", words).strip() or words


def _is_for_text(document: Document, position: int) -> bool:
    """Whether a credit stands where it speaks of the article and not of a picture."""
    around = [f.kind for f in document.furniture if f.start <= position < f.end]
    return not around or any(kind in READ_FOR_CREDITS for kind in around)


def _copies(lineage: tuple[Lineage, ...], documents: dict[str, Document]) -> dict[str, list[Copied]]:
    """For every account the passages another had before it, of several the earliest first.

    Where no date tells who was first, the account whose text sorts first stands for both, so that they have one origin.
    """

    def age(document: str) -> tuple[str, str]:
        return documents[document].published or "~", documents[document].key

    found: dict[str, list[Copied]] = defaultdict(list)
    for line in lineage:
        if line.kind not in COPIES:
            continue
        first, second = line.documents
        earlier = line.earlier or min(line.documents, key=age)
        for passage in line.passages:
            here, there = (passage.b, passage.a) if earlier == first else (passage.a, passage.b)
            later = second if earlier == first else first
            found[later].append(Copied(here, there, earlier))
    for copies in found.values():
        copies.sort(key=lambda c: (*age(c.document), c.here, c.there))
    return found
