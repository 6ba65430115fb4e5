"""Who was spoken of, and how long ago: what pronouns and definite phrases look back on."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence

from crossread.reading.coreference_draft import ChainDraft, MentionDraft
from crossread.records import Span

# A pronoun looks back this many sentences, and over so many mentions at most.
WINDOW = 5
MOST_MENTIONS = 60
# A definite phrase looks back farther, over so many.
FARTHEST = 240
# How much each sign counts, against one sentence of distance.
LEADS, SPEAKS, FREQUENT, FITS, QUOTED, SAME, UNNAMED, TOLD = 0.8, 0.5, 0.3, 1.0, 0.7, 0.15, 0.4, 0.9


class History:
    """Mentions in the order of the text, the latest last."""

    def __init__(self) -> None:
        self.mentions: list[MentionDraft] = []

    def add(self, mention: MentionDraft) -> None:
        """Another mention was met."""
        self.mentions.append(mention)

    def back(self, line: int, window: int = WINDOW, most: int = MOST_MENTIONS) -> Iterator[MentionDraft]:
        """The mentions of the last sentences, the nearest first."""
        for mention in reversed(self.mentions[-most:]):
            if mention.line < line - window:
                return
            yield mention

    def latest(self, line: int, fits: Callable[[ChainDraft], bool], window: int = WINDOW) -> ChainDraft | None:
        """The chain last spoken of that fits."""
        return next((m.chain for m in self.back(line, window, FARTHEST) if fits(m.chain)), None)

    def main(self, line: int, fits: Callable[[ChainDraft], bool], window: int) -> ChainDraft | None:
        """The chain most spoken of that fits and was spoken of in the last sentences; of equals the last."""
        found: ChainDraft | None = None
        for mention in self.back(line, window, FARTHEST):
            if fits(mention.chain) and (found is None or len(mention.chain.mentions) > len(found.mentions)):
                found = mention.chain
        return found

    def best(
        self,
        line: int,
        fits: Callable[[ChainDraft], bool],
        *,
        quoted: bool,
        told: Sequence[Span],
        sure: Callable[[ChainDraft], bool],
    ) -> ChainDraft | None:
        """The chain a pronoun in a sentence most likely takes up; `sure` marks those whose gender is known to fit."""
        scores: dict[int, float] = {}
        chains: dict[int, ChainDraft] = {}
        seen: Counter[int] = Counter()
        for rank, mention in enumerate(self.back(line)):
            chain = mention.chain
            if not fits(chain):
                continue
            score = (
                float(mention.line - line)
                + LEADS * mention.leads
                + SPEAKS * mention.speaks
                - QUOTED * (mention.quoted and not quoted)
            )
            score -= 0.01 * rank + TOLD * any(span.start <= mention.span.start < span.end for span in told)
            key = id(chain)
            chains.setdefault(key, chain)
            seen[key] += 1
            scores[key] = max(scores.get(key, score), score)
        if not scores:
            return None

        def weight(key: int) -> float:
            chain = chains[key]
            often = FREQUENT * min(1.0, len(chain.mentions) / 8) + SAME * (seen[key] > 1)
            return scores[key] + FITS * sure(chain) + often - UNNAMED * (not chain.named)

        return chains[max(scores, key=weight)]
