"""Vectors of sentences, to compare wordings: the original all-MiniLM-L6-v2, in eight bits.

A second look at every word would halve the speed of reading, so ask only for sentences that may belong together.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import TYPE_CHECKING

from crossread.neural.session import load_net
from crossread.neural.wordpiece import find_words

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

# Pieces looked at; what a sentence says behind them alters its vector little.
LONGEST = 126
WIDTH = 384
# Sentences remembered from one account to the next: those of some thirty accounts (1.5 kB each).
MOST_REMEMBERED = 512


def encode_sentences(sentences: Sequence[str]) -> NDArray[np.float32]:
    """One vector of length 1 a sentence, [len(sentences), 384]: the product of two is their cosine, 1 at most.

        vectors = encode_sentences(["The dam broke.", "The barrier gave way."])
        likeness = float(vectors[0] @ vectors[1])

    A sentence has the same vector whatever stands beside it; one seen lately is not computed again. One core does about
    270 sentences of 25 words a second. Raises `ModelError` where the model's files are missing or altered.
    """
    import numpy as np

    made = np.zeros((len(sentences), WIDTH), dtype=np.float32)
    for number, sentence in enumerate(sentences):
        made[number] = _vector(sentence)
    return made


@lru_cache(MOST_REMEMBERED)
def _vector(sentence: str) -> NDArray[np.float32]:
    """The mean of a sentence's piece vectors, at length 1."""
    import numpy as np

    net = load_net("sentences")
    pieces: list[int] = []
    for start, end in find_words(sentence, 0, len(sentence)):
        pieces += net.words.vocabulary.pieces(sentence[start:end])
        if len(pieces) >= LONGEST:
            break
    (vectors,) = net.run(pieces[:LONGEST])
    mean = vectors.mean(axis=0)
    made: NDArray[np.float32] = (mean / max(float(np.linalg.norm(mean)), 1e-9)).astype(np.float32)
    return made


def forget() -> None:
    """Forget the sentences remembered, so that what follows can be timed."""
    _vector.cache_clear()
