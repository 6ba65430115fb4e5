"""The trained reader: names, and who is made to say what, in one look at the text.

The net gives every word tags for source, cue, content and names, and from every cue to its source, from every content
to its cue, a likeness; what comes out are spans of characters with scores that are probabilities (see its card).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING

from crossread.neural.decode import WordSpan, choose_partner, find_spans, fold_kinds, log_softmax
from crossread.neural.encode import Encoded, encode
from crossread.neural.session import Net, load_net
from crossread.neural.windows import Window, choose_windows, cut_windows
from crossread.records import EntityKind, Span

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Floats = NDArray[np.float32]

KINDS: tuple[EntityKind, ...] = ("person", "organization", "place", "event", "product", "law", "other")
# Where each head's tags stand in the net's first output.
SOURCE, CUE, CONTENT, NAMES = slice(0, 3), slice(3, 6), slice(6, 9), slice(9, 24)
ROLES = {"source": SOURCE, "cue": CUE, "content": CONTENT}
# Below this share no word is taken for part of a cue, whatever else speaks for it (PolNeAR: 1 in 30 such is one).
POSSIBLE = 0.1
# Each kind of link in the second output: a query, a key, and the score of having no partner.
LINK = 64


@dataclass(frozen=True, slots=True)
class TaggedName:
    """A name as the net marks it; `shares` is how likely each kind is."""

    start: int
    end: int
    kind: EntityKind
    score: float
    shares: Mapping[EntityKind, float] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class TaggedAttribution:
    """An attribution as the net marks it."""

    content: tuple[Span, ...]
    cue: Span | None
    source: Span | None
    score: float


@dataclass(frozen=True, slots=True)
class Tagged:
    """All the net marks in a text, in order; `possible` are the words it does not rule out as parts of cues."""

    names: tuple[TaggedName, ...]
    attributions: tuple[TaggedAttribution, ...]
    possible: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Look:
    """What the net said of every word: tags, and projections within the window the word was taken from."""

    tags: Floats
    chosen: list[int]
    windows: list[Window]
    links: list[Floats]


class Tagger:
    """A trained reader, ready to read."""

    def __init__(self, net: Net) -> None:
        self.net = net
        self.settings = net.manifest["settings"]

    def tag(self, text: str, sentences: Sequence[Span], quoted: Sequence[Span]) -> Tagged:
        """Names and attributions in the sentences of a text; `quoted` are the insides of its quotations."""
        encoded = encode(text, sentences, quoted, self.net.words.vocabulary)
        if not encoded.words:
            return Tagged((), ())
        look = self.look(encoded)
        return Tagged(self._names(encoded, look), self.attributions(encoded, look), _possible_cues(encoded, look))

    def look(self, encoded: Encoded) -> Look:
        """The net's outputs at the first piece of every word."""
        import numpy as np

        owners = np.array(encoded.owners)
        columns = [np.array(column)[owners] for column in (encoded.shapes, encoded.depths, encoded.places)]
        features = np.stack(columns, axis=1).astype(np.uint8)
        firsts = np.array(encoded.firsts)
        windows = cut_windows(encoded)
        chosen = choose_windows(windows, len(encoded.words))
        tags = np.zeros((len(encoded.words), NAMES.stop), dtype=np.float32)
        links = []
        taken = np.array(chosen)
        for number, window in enumerate(windows):
            inside = slice(window.start, window.end)
            scores, projected = self.net.run(encoded.pieces[inside], features[inside])
            at = firsts[window.first : window.last] - window.start + 1
            # A word the window begins within has its first piece outside; its tags come from the window before.
            at = np.maximum(at, 0)
            mine = taken[window.first : window.last] == number
            tags[window.first : window.last][mine] = scores[at[mine]]
            links.append(projected[at])
        return Look(tags, chosen, windows, links)

    def _names(self, encoded: Encoded, look: Look) -> tuple[TaggedName, ...]:
        import numpy as np

        logs = log_softmax(look.tags[:, NAMES])
        shares = np.exp(logs)
        kinds = shares[:, 1::2] + shares[:, 2::2]
        found = []
        for span in _within_sentences(encoded, find_spans(fold_kinds(logs))):
            by_kind = kinds[span.first : span.last].mean(axis=0)
            best = int(by_kind.argmax())
            start, end = encoded.words[span.first][0], encoded.words[span.last - 1][1]
            sure = self._calibrated("names", float(by_kind[best]))
            found.append(TaggedName(start, end, KINDS[best], sure, dict(zip(KINDS, by_kind.tolist(), strict=True))))
        return tuple(found)

    def attributions(self, encoded: Encoded, look: Look) -> tuple[TaggedAttribution, ...]:
        """Attributions from what the net said of every word."""
        spans = {role: self._spans(role, look) for role in ROLES}
        sources = [_partner(look, 0, cue, spans["source"]) for cue in spans["cue"]]
        contents: dict[int | None, list[tuple[WordSpan, float]]] = {}
        for content in spans["content"]:
            number, share = _partner(look, 1, content, spans["cue"])
            contents.setdefault(number, []).append((content, share))
        found = [
            self._made(encoded, parts, spans["cue"][number], spans["source"], sources[number])
            for number, parts in contents.items()
            if number is not None
        ]
        found += [self._made(encoded, [part], None, (), (None, 1.0)) for part in contents.get(None, ())]
        return tuple(sorted(found, key=lambda a: (a.content[0], a.cue or a.content[0])))

    def _spans(self, role: str, look: Look) -> list[WordSpan]:
        logs = log_softmax(look.tags[:, ROLES[role]])
        return find_spans(logs, change=self.settings["change"][role], lean=self.settings["lean"][role])

    def _made(
        self,
        encoded: Encoded,
        contents: list[tuple[WordSpan, float]],
        cue: WordSpan | None,
        sources: Sequence[WordSpan],
        chosen: tuple[int | None, float],
    ) -> TaggedAttribution:
        """An attribution with its characters and its score: the least sure of its parts and links decides."""
        source = sources[chosen[0]] if chosen[0] is not None else None
        parts = [*(content for content, _ in contents), *([cue] if cue else ()), *([source] if source else ())]
        sure = min(part.score for part in parts) * min(chosen[1], *(share for _, share in contents), 1.0)
        return TaggedAttribution(
            tuple(_characters(encoded, content) for content, _ in contents),
            _characters(encoded, cue) if cue else None,
            _characters(encoded, source) if source else None,
            self._calibrated("attributions", sure),
        )

    def _calibrated(self, what: str, share: float) -> float:
        """A score as the share of such finds that are right, read from the manifest's table."""
        import numpy as np

        shares, right = self.settings["calibration"][what]
        return round(float(np.interp(share, shares, right)), 3)


def _possible_cues(encoded: Encoded, look: Look) -> tuple[Span, ...]:
    """The words that may be parts of cues, be it with little likelihood."""
    import numpy as np

    shares = 1 - np.exp(log_softmax(look.tags[:, CUE])[:, 0])
    return tuple(Span(*encoded.words[word]) for word in np.flatnonzero(shares >= POSSIBLE).tolist())


def _within_sentences(encoded: Encoded, spans: Sequence[WordSpan]) -> Iterator[WordSpan]:
    """Spans cut where a sentence begins inside them: no name goes on over its end."""
    for span in spans:
        cuts = [word for word in range(span.first + 1, span.last) if encoded.places[word]]
        for first, last in pairwise([span.first, *cuts, span.last]):
            yield WordSpan(first, last, span.score)


def _characters(encoded: Encoded, span: WordSpan) -> Span:
    return Span(encoded.words[span.first][0], encoded.words[span.last - 1][1])


def _partner(look: Look, kind: int, span: WordSpan, others: Sequence[WordSpan]) -> tuple[int | None, float]:
    """The number of the span, of those in the same window, that the first word of a span is linked to."""
    number = look.chosen[span.first]
    window, projected = look.windows[number], look.links[number]
    near = [at for at, other in enumerate(others) if window.first <= other.first < window.last]
    own = projected[span.first - window.first]
    at = kind * (2 * LINK + 1)
    keys = projected[[others[n].first - window.first for n in near], at + LINK : at + 2 * LINK]
    best, share = choose_partner(own[at : at + LINK], keys, float(own[at + 2 * LINK]))
    return (near[best] if best is not None else None), share


@cache
def load_tagger(name: str = "reader") -> Tagger:
    """The trained reader by its name, loaded once a process. Raises `ModelError` where its files are not in order."""
    return Tagger(load_net(name))
