"""Sentences that say the same lie near one another."""

import numpy as np
import pytest

from crossread.neural.vectors import WIDTH, encode_sentences

FLOOD = "Eleven people drowned when the dam at Marrow gave way."
SAME = "The collapse of Marrow's dam killed 11."
OTHER = "The council will vote on the new tram line in spring."


def test_vectors_have_length_one() -> None:
    """Products are cosines, also of an empty sentence and of one that never ends."""
    vectors = encode_sentences([FLOOD, "", "?!", "word " * 1000])
    assert vectors.shape == (4, WIDTH)
    assert np.linalg.norm(vectors, axis=1) == pytest.approx(np.ones(4), abs=1e-4)


def test_likeness() -> None:
    """Two wordings of one event are more alike than two events."""
    flood, same, other = encode_sentences([FLOOD, SAME, OTHER])
    assert float(flood @ same) > float(flood @ other) + 0.3


def test_company_alters_nothing() -> None:
    """A sentence has the same vector, to the last bit, whatever stands beside it."""
    alone = encode_sentences([FLOOD])[0]
    assert np.array_equal(alone, encode_sentences([OTHER, FLOOD, SAME])[1])


def test_no_sentences() -> None:
    """Of nothing come no vectors."""
    assert encode_sentences([]).shape == (0, WIDTH)
