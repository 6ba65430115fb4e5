"""Scores become spans and links."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from crossread.neural.decode import best_tags, choose_partner, find_spans, fold_kinds, log_softmax


def logs(tags: str) -> np.ndarray:
    """Nearly sure scores for a row of tags written as O, B and I."""
    rows = np.full((len(tags), 3), 0.05)
    rows[np.arange(len(tags)), ["OBI".index(tag) for tag in tags]] = 0.9
    return np.log(rows).astype(np.float32)


@pytest.mark.parametrize(
    ("tags", "spans"),
    [("OBIIO", [(1, 4)]), ("BB", [(0, 1), (1, 2)]), ("BIB", [(0, 2), (2, 3)]), ("OOO", []), ("OBI", [(1, 3)])],
)
def test_spans_of_tags(tags: str, spans: list[tuple[int, int]]) -> None:
    """A first tag opens a span, further ones go on, and another first opens the next."""
    assert [(span.first, span.last) for span in find_spans(logs(tags))] == spans


def test_a_short_doubt_does_not_part_a_span() -> None:
    """Where borders cost something, one word of doubt within a span does not cut it in two."""
    rows = logs("BIIIII")
    rows[3] = np.log([0.5, 0.1, 0.4])
    assert len(find_spans(rows, change=1.0)) == 1


@given(st.lists(st.lists(st.floats(-20, 0), min_size=3, max_size=3), max_size=8), st.floats(0, 3))
@settings(deadline=None)
def test_best_tags_are_the_best_lawful_ones(rows: list[list[float]], change: float) -> None:
    """No lawful row of tags scores more than the one found, and nothing goes on that has not begun."""
    import itertools

    def score(tags: tuple[int, ...]) -> float:
        total, before = 0.0, 0
        for tag, row in zip(tags, rows, strict=True):
            if tag == 2 and before == 0:
                return -np.inf
            total += row[tag] - change * ((tag == 1) + (tag != 2 and before != 0))
            before = tag
        return total

    found = tuple(best_tags(rows, change))
    best = max(map(score, itertools.product(range(3), repeat=len(rows))))
    assert score(found) == pytest.approx(best, abs=1e-6)


def test_kinds_are_folded_to_three_tags() -> None:
    """The shares of all kinds' first tags are one share, and so are those of their further tags."""
    shares = np.array([[0.4, 0.2, 0.1, 0.2, 0.1]])
    assert np.exp(fold_kinds(np.log(shares))) == pytest.approx(np.array([[0.4, 0.4, 0.2]]))


def test_partner_or_none() -> None:
    """The likeliest partner is chosen, unless having none is likelier."""
    query = np.array([4.0, 0.0], dtype=np.float32)
    keys = np.array([[0.0, 1.0], [4.0, 0.0]], dtype=np.float32)
    assert choose_partner(query, keys, 0.0)[0] == 1
    assert choose_partner(query, keys, 50.0)[0] is None
    assert choose_partner(query, keys[:0], 0.0) == (None, 1.0)


def test_log_softmax_sums_to_one() -> None:
    """Shares sum to one, however large the scores."""
    scores = np.array([[1e4, 0.0, -1e4], [1.0, 2.0, 3.0]], dtype=np.float32)
    assert np.exp(log_softmax(scores)).sum(axis=-1) == pytest.approx([1.0, 1.0])
