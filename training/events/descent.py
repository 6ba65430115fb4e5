"""Logistic regression by gradient descent with Adam (Kingma and Ba 2015), one column of weights for each label."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]
STEPS, RATE = 300, 0.05


def fit_logistic(table: Floats, wanted: Floats, decay: float) -> Floats:
    """Weights, [features] or [features, labels] as `wanted` has it; the last feature is the bias and does not decay."""
    shape = (table.shape[1], *wanted.shape[1:])
    weights, first, second = (np.zeros(shape, dtype=np.float32) for _ in range(3))
    held = np.full(shape, decay, dtype=np.float32)
    held[-1] = 0
    for step in range(1, STEPS + 1):
        slope = table.T @ (1 / (1 + np.exp(-table @ weights)) - wanted) / len(table) + held * weights
        first = 0.9 * first + 0.1 * slope
        second = 0.99 * second + 0.01 * slope * slope
        weights = weights - RATE * (first / (1 - 0.9**step)) / (np.sqrt(second / (1 - 0.99**step)) + 1e-8)
    return weights
