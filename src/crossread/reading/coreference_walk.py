"""The walk through an account: each name, phrase and pronoun in order, with what came before in mind."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from crossread import gazetteer
from crossread.reading.attribution_words import PREPOSITIONS
from crossread.reading.coreference_draft import ChainDraft, MentionDraft
from crossread.reading.coreference_history import History
from crossread.reading.coreference_nominals import Nominal
from crossread.reading.coreference_pronouns import find_antecedent
from crossread.reading.coreference_roles import Roles
from crossread.reading.coreference_words import PRONOUNS, PronounKind
from crossread.reading.layout import Layout
from crossread.reading.names import Name, Names
from crossread.reading.names_text import Line, Word
from crossread.reading.names_words import SPEECH
from crossread.reading.quotes import find_quotations
from crossread.records import Attribution, Span

# A person named behind these is not the subject.
OBLIQUE = PREPOSITIONS | {"and", "or", "to", "'s"}
ACTS = frozenset(
    ["decided", "agreed", "refused", "rejected", "accused", "imposed", "demanded", "wants", "has", "will", "would"]
)
Filled = Sequence[tuple[Attribution, list[ChainDraft], list[ChainDraft]]]


class Walk:
    """Makes the mentions of an account."""

    def __init__(
        self, layout: Layout, lines: Sequence[Line], attributions: Sequence[Attribution], chains: Sequence[ChainDraft]
    ) -> None:
        self.layout = layout
        self.lines = lines
        self.chains = chains
        self.history = History()
        self.roles = Roles(layout.text, list({id(c): c for c in chains}.values()), self.history)
        self.sources = sorted({a.source for a in attributions if a.source is not None})
        self.told = {a.source: a.content for a in attributions if a.source is not None}
        self.quotations = [q.inner for q in find_quotations(layout) if q.depth == 0 and not q.is_scare]
        self.quotation_starts = [quotation.start for quotation in self.quotations]
        self.source_starts = [source.start for source in self.sources]
        self.titled: list[Span] = []  # a title with the name behind it
        self.line_starts = [sentence.start for sentence in layout.sentences]

    def go(
        self, names: Names, nominals: Sequence[Nominal], attached: dict[int, tuple[ChainDraft, Span]]
    ) -> list[MentionDraft]:
        """The mentions in order; those of the first person come later."""
        steps: list[tuple[int, int, int, Name | Nominal | Word]] = []
        steps += [(name.start, 0, index, name) for index, name in enumerate(names)]
        steps += [(nominal.start, 2, index, nominal) for index, nominal in enumerate(nominals)]
        steps += [(word.start, 1, number, word) for number, line in enumerate(self.lines) for word in _pronouns(line)]
        made: list[MentionDraft] = []
        for _, _, index, item in sorted(steps, key=lambda step: step[:3]):
            if isinstance(item, Name):
                mention: MentionDraft | None = self._name(item, self.chains[index])
            elif isinstance(item, Nominal):
                mention = self._nominal(item, index, attached, names)
            else:
                mention = self._pronoun(item, index)
            if mention is not None:
                mention.chain.mentions.append(mention)
                self.history.add(mention)
                made.append(mention)
        return made

    def _name(self, name: Name, chain: ChainDraft) -> MentionDraft:
        line = bisect_right(self.line_starts, name.start) - 1
        mention = self._mention(name.span, chain, line)
        mention.score = name.score
        mention.government = self._acts(name, chain, line)
        return mention

    def _mention(self, span: Span, chain: ChainDraft, line: int) -> MentionDraft:
        mention = MentionDraft(span, "name", chain, line, self._is_quoted(span.start))
        mention.speaks = self._is_source(span)
        mention.leads = mention.speaks or self._is_first(span, line)
        return mention

    def _is_quoted(self, position: int) -> bool:
        index = bisect_right(self.quotation_starts, position) - 1
        return index >= 0 and position < self.quotations[index].end

    def _is_source(self, span: Span) -> bool:
        index = bisect_right(self.source_starts, span.start) - 1
        if index < 0 or not self.sources[index].contains(span):
            return False
        text, source = self.layout.text, self.sources[index]
        if text[span.end : span.end + 2] in ("'s", "’s"):
            return False
        before = text[source.start : span.start].lower().split()
        return span.end == source.end or not any(word in PREPOSITIONS for word in before)

    def _is_first(self, span: Span, line: int) -> bool:
        """Whether a mention is the first of its sentence that no preposition leads in."""
        before = self.history.mentions[-1] if self.history.mentions else None
        words = self.lines[line].words
        index = bisect_left(words, span.start, key=lambda word: word.start)
        while (index > 0 and words[index - 1].low in ("the", "a", "an")) or (index > 0 and words[index - 1].is_capital):
            index -= 1
        is_owner = self.layout.text[span.end : span.end + 2] in ("'s", "’s")
        if is_owner or (index > 0 and words[index - 1].low in OBLIQUE):
            return False
        return before is None or before.line != line or not before.leads

    def _acts(self, name: Name, chain: ChainDraft, line: int) -> bool:
        """Whether a place stands for its government: 'Minsk rejected', 'Moscow said'."""
        low = chain.name.lower()
        if chain.kind != "place" or not (low in gazetteer.capitals() or low in gazetteer.country_names()):
            return False
        if self._is_source(name.span):
            return True
        words = self.lines[line].words
        index = bisect_left(words, name.end, key=lambda word: word.start)
        after = words[index].low if index < len(words) else ""
        return after in ACTS or after in SPEECH

    def _nominal(
        self, nominal: Nominal, index: int, attached: dict[int, tuple[ChainDraft, Span]], names: Names
    ) -> MentionDraft | None:
        if index in attached:
            chain, span = attached[index]
            following = bisect_left(names, span.end, key=lambda name: name.start)
            if following < len(names) and not self.layout.text[span.end : names[following].start].strip(" "):
                self.titled.append(Span(nominal.start, names[following].end))
                if " " not in self.layout.text[nominal.start : nominal.end]:
                    return None
            government = False
        else:
            chain, government = self.roles.find(nominal, self._owner(nominal))
        mention = self._mention(nominal.span, chain, nominal.line)
        mention.form, mention.government, mention.score = "nominal", government, 0.7
        mention.whole = nominal.whole
        return mention

    def _owner(self, nominal: Nominal) -> ChainDraft | None:
        """Whose somebody is: 'his', 'Vane's', or a name among the words before the noun ('the Vane administration')."""
        spans = [nominal.owner] if nominal.owner is not None else []
        spans += [name.span for name in nominal.names if name.start < nominal.end and name.kind == "person"]
        for span in spans:
            for mention in self.history.back(nominal.line, 0):
                if mention.span.start == span.start:
                    return mention.chain
        return None

    def _pronoun(self, word: Word, line: int) -> MentionDraft | None:
        kind = PRONOUNS[word.low]
        if kind in ("speaker", "speakers"):
            return None
        span = Span(word.start, word.end)
        if kind == "neuter" and not (self._is_source(span) or word.low == "its"):
            return None
        told = self.told.get(span, ())
        chain = find_antecedent(kind, line, self.history, quoted=self._is_quoted(word.start), told=told)
        if chain is None:
            return None
        mention = self._mention(span, chain, line)
        mention.form, mention.score = "pronoun", 0.6
        return mention

    def speak(self, filled: Filled) -> list[MentionDraft]:
        """The mentions of the first person inside what somebody says."""
        said = sorted(
            ((span.start, span.end, chains[0]) for one, chains, _ in filled if chains for span in one.content),
            key=lambda item: item[:2],
        )
        made = []
        for number, line in enumerate(self.lines):
            for word in _pronouns(line):
                kind: PronounKind = PRONOUNS[word.low]
                if kind not in ("speaker", "speakers") or not self._is_quoted(word.start):
                    continue
                chain = _speaker_at(said, word.start)
                if chain is not None and (kind == "speaker") == (chain.kind == "person" and not chain.plural):
                    made.append(MentionDraft(Span(word.start, word.end), "pronoun", chain, number, True, score=0.6))
        return made


def _pronouns(line: Line) -> list[Word]:
    return [word for word in line.words if word.low in PRONOUNS and not (len(word.text) > 1 and word.text.isupper())]


def _speaker_at(said: Sequence[tuple[int, int, ChainDraft]], position: int) -> ChainDraft | None:
    """Who says the words at a position: of those whose content holds it, the one that begins last."""
    index = bisect_right(said, position, key=lambda item: item[0]) - 1
    for start, end, chain in reversed(said[max(0, index - 8) : index + 1]):
        if start <= position < end:
            return chain
    return None
