"""Two accounts laid side by side: the passages that stand in both, also where words were changed, cut or moved.

Runs of three words and more are found in both; runs that follow one another closely in both texts are chained to a
stretch, whatever its place in either text, and the words of a stretch are paired off by their longest common
subsequence. Local alignment by seeds is from sequence comparison (Altschul 1990).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rapidfuzz.distance import LCSseq

from crossread.link.lineage_pairs import run_hashes
from crossread.link.words import Words

SEED = 3
# Where nearly every sentence was edited, runs of two words find what is left of them.
SHORT_SEED = 2
# Words that may stand between two seeds of one passage, in either text: an inserted title, a cut clause.
WIDEST_GAP = 10
# A run that stands oftener than this in one account seeds nothing there: a refrain, a table.
MOST_PLACES = 8
# Fewer common words in a row of seeds are a turn of phrase.
FEWEST_WORDS = 7
# Of words that stand in another stretch already, a clause at least.
FEWEST_AGAIN = 10
# Below this similarity two stretches only touch on the same words here and there.
LEAST_SIMILAR = 0.55

# From this similarity on a stretch is one passage, edited; below, two sentences that touch on the same words.
MUCH_ALIKE = 0.7
# So many chains are kept open before those that end too early are put aside.
MOST_RUNNING = 8
# Longer chains are not aligned word by word between their runs: the table would take too much memory.
LARGEST_TABLE = 16_000_000
# At the ends of a stretch so many words of a neighbouring sentence ('… . The') are chance.
SCRAP_WORDS = 5
SENTENCE_END = re.compile(r"[.!?…]\W{0,3}\s|\n|[.!?…][\"”’]{1,3}$")

OPENING = frozenset("\"“‘'«„")

Pairing = list[tuple[int, int]]
# A run of words found in both: where it begins in the one, in the other, and how many words it has.
Run = tuple[int, int, int]


@dataclass(frozen=True, slots=True, order=True)
class Stretch:
    """Words [a, a_end) of one account stand as [b, b_end) in another.

    `common` words are the same in both, in order; of these `quoted` stand in a quotation in one of the two, and `plain`
    neither in a quotation nor in a name. `opens` tells whether both accounts open a quotation with the first word,
    `again` on which side ("a" or "b") the words are part of another stretch already.
    """

    a: int
    a_end: int
    b: int
    b_end: int
    common: int
    quoted: int
    plain: int
    opens: bool
    again: str = ""

    @property
    def extent(self) -> tuple[int, int]:
        """How many words of each account it covers, those between the common ones with them where it is much alike."""
        whole = self.similarity >= MUCH_ALIKE
        return (self.a_end - self.a, self.b_end - self.b) if whole else (self.common, self.common)

    @property
    def similarity(self) -> float:
        """Twice the common words by all words of both sides."""
        return 2 * self.common / (self.a_end - self.a + self.b_end - self.b)


class Seeds:
    """The runs of `length` words of an account, by their hashes, so that another's can be looked up."""

    def __init__(self, words: Words, length: int = SEED) -> None:
        import numpy as np

        self.length = length
        hashes = run_hashes(np.array(words.ids, dtype=np.int64), length)
        self.places = np.argsort(hashes, kind="stable")
        self.hashes = hashes[self.places]

    def shared_with(self, other: Seeds) -> list[Run]:
        """The longest runs of words that stand in both, in the order of this account."""
        import numpy as np

        left = np.searchsorted(other.hashes, self.hashes, "left")
        counts = np.searchsorted(other.hashes, self.hashes, "right") - left
        counts[counts > MOST_PLACES] = 0
        mine = np.repeat(self.places, counts)
        within = np.arange(len(mine)) - np.repeat(np.cumsum(counts) - counts, counts)
        theirs = other.places[np.repeat(left, counts) + within]
        order = np.lexsort((mine, theirs - mine))
        mine, theirs = mine[order], theirs[order]
        begins = np.flatnonzero(np.append(True, (np.diff(mine) != 1) | (np.diff(theirs) != 1))[: len(mine)])
        lengths = np.diff(np.append(begins, len(mine))) + self.length - 1
        return sorted(zip(mine[begins].tolist(), theirs[begins].tolist(), lengths.tolist(), strict=True))


def find_stretches(first: Words, second: Words, seeds: tuple[Seeds, Seeds]) -> list[Stretch]:
    """What stands in both, in the order of the first account.

    The longest stretches come first, no word of either account twice; then what stands twice in one account (a
    standfirst that says what the first paragraph says) is laid beside the same words of the other again.
    """
    drafts = [_pair_words(first, second, chain) for chain in chain_runs(seeds[0].shared_with(seeds[1]))]
    drafts = sorted((d for d in drafts if len(d) >= FEWEST_WORDS), key=lambda pairs: (-len(pairs), pairs[0]))
    used_a, used_b = bytearray(len(first)), bytearray(len(second))
    kept = []
    for again in ("", "b", "a"):
        bar_a, bar_b = (bytes(len(first)) if again == "a" else used_a), (bytes(len(second)) if again == "b" else used_b)
        for draft in drafts:
            for pairs in _unused(draft, bar_a, bar_b) if _has_news(draft, used_a, used_b, again) else ():
                stretch = _measure(first, second, _without_scraps(first, second, pairs), again)
                if _is_alike(stretch):
                    kept.append(stretch)
                    used_a[stretch.a : stretch.a_end] = b"\1" * (stretch.a_end - stretch.a)
                    used_b[stretch.b : stretch.b_end] = b"\1" * (stretch.b_end - stretch.b)
    return sorted(kept)


def _has_news(draft: Pairing, used_a: bytearray, used_b: bytearray, again: str) -> bool:
    """Whether a draft has words that no stretch holds yet, on the side that may not repeat."""
    (a, b), (last_a, last_b) = draft[0], draft[-1]
    return (again == "a" or 0 in used_a[a : last_a + 1]) and (again == "b" or 0 in used_b[b : last_b + 1])


def _is_alike(stretch: Stretch) -> bool:
    """Whether enough is the same; of what repeats, wording or quotation and not only names."""
    enough = stretch.common >= FEWEST_WORDS and stretch.similarity >= LEAST_SIMILAR
    return enough and (not stretch.again or stretch.plain + stretch.quoted >= FEWEST_AGAIN)


def _without_scraps(first: Words, second: Words, pairs: Pairing) -> Pairing:
    """The pairs without the few words at either end that belong to the sentence before or after."""
    cut, end = 0, len(pairs)
    for i in range(1, min(SCRAP_WORDS, len(pairs) - 1) + 1):
        if _parted(first, second, pairs[i - 1], pairs[i]):
            cut = i
        if _parted(first, second, pairs[-i - 1], pairs[-i]):
            end = len(pairs) - i
    return pairs[cut:end] or pairs


def _parted(first: Words, second: Words, left: tuple[int, int], right: tuple[int, int]) -> bool:
    """Whether a sentence ends between two pairs of words, in either account."""
    return _is_end(first, left[0], right[0]) or _is_end(second, left[1], right[1])


def _is_end(words: Words, left: int, right: int) -> bool:
    """Whether a sentence ends between two words of an account; one space alone ends none."""
    start, end, text = words.ends[left], words.starts[right], words.document.text
    return text[start:end] != " " and SENTENCE_END.search(text, start, end) is not None


def _measure(first: Words, second: Words, pairs: Pairing, again: str) -> Stretch:
    """The stretch that paired words make."""
    (a, b), (last_a, last_b) = pairs[0], pairs[-1]
    quoted = plain = 0
    for i, j in pairs:
        if first.quoted[i] or second.quoted[j]:
            quoted += 1
        elif first.plain[i] and second.plain[j]:
            plain += 1
    opens = all(
        words.document.text[max(0, words.starts[place] - 1) : words.starts[place]] in OPENING
        for words, place in ((first, a), (second, b))
    )
    return Stretch(a, last_a + 1, b, last_b + 1, len(pairs), quoted, plain, opens, again)


def chain_runs(runs: Sequence[Run]) -> list[list[Run]]:
    """Runs that follow one another closely in both accounts, chain by chain; those too short for a passage left out."""
    done: list[list[Run]] = []
    running: list[list[Run]] = []
    for run in runs:
        reach = run[0] - WIDEST_GAP
        if len(running) > MOST_RUNNING or (running and running[0][-1][0] + running[0][-1][2] < reach):
            done += [chain for chain in running if chain[-1][0] + chain[-1][2] < reach]
            running = [chain for chain in running if chain[-1][0] + chain[-1][2] >= reach]
        fitting = [chain for chain in running if _follows(chain[-1], run)]
        if fitting:
            min(fitting, key=lambda chain: _gap(chain[-1], run)).append(run)
        else:
            running.append([run])
    return [chain for chain in done + running if sum(length for _, _, length in chain) >= FEWEST_WORDS]


def _follows(last: Run, run: Run) -> bool:
    """Whether a run can carry a chain on: further in both accounts, and near."""
    return (
        last[0] < run[0] <= last[0] + last[2] + WIDEST_GAP
        and last[1] < run[1] <= last[1] + last[2] + WIDEST_GAP
        and last[1] + last[2] < run[1] + run[2]
    )


def _gap(last: Run, run: Run) -> tuple[int, int]:
    """How far off a run is; one on the same diagonal is nearest."""
    return abs((run[0] - last[0]) - (run[1] - last[1])), run[0] - last[0]


def _pair_words(first: Words, second: Words, chain: Sequence[Run]) -> Pairing:
    """The places of the same words, in order, from a chain's first word to its last."""
    a, b, whole = chain[0]
    if len(chain) == 1:
        return [(a + i, b + i) for i in range(whole)]
    last_a, last_b, length = chain[-1]
    if (last_a + length - a) * (last_b + length - b) > LARGEST_TABLE:
        return _pair_runs(chain)
    blocks = LCSseq.opcodes(first.ids[a : last_a + length], second.ids[b : last_b + length])
    return [
        (a + block.src_start + i, b + block.dest_start + i)
        for block in blocks
        if block.tag == "equal"
        for i in range(block.src_end - block.src_start)
    ]


def _pair_runs(chain: Sequence[Run]) -> Pairing:
    """The words of a chain's runs alone, in order, none twice."""
    pairs: Pairing = []
    for a, b, length in chain:
        skip = max(0, pairs[-1][0] + 1 - a, pairs[-1][1] + 1 - b) if pairs else 0
        pairs += [(a + i, b + i) for i in range(skip, length)]
    return pairs


def _unused(draft: Pairing, used_a: bytes | bytearray, used_b: bytes | bytearray) -> Iterator[Pairing]:
    """What is left of a draft where longer stretches have taken their words, cut where these stand between."""
    (a, b), (last_a, last_b) = draft[0], draft[-1]
    if (
        last_a - a == last_b - b == len(draft) - 1
        and 1 not in used_a[a : last_a + 1]
        and 1 not in used_b[b : last_b + 1]
    ):
        yield draft
        return
    piece: Pairing = []
    for a, b in draft:
        taken = used_a[a] or used_b[b]
        if piece and (taken or a - piece[-1][0] > WIDEST_GAP + 1 or b - piece[-1][1] > WIDEST_GAP + 1):
            if len(piece) >= FEWEST_WORDS:
                yield piece
            piece = []
        if not taken:
            piece.append((a, b))
    if len(piece) >= FEWEST_WORDS:
        yield piece
