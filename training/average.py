"""Average two trained readers, weight by weight.

    python training/average.py ONE/reader.pt OTHER/reader.pt --into WORK/reader.pt

Where the second was trained on from the first, a mean of the two reads better than either: what one of them learnt by
chance the other did not (Wortsman et al. 2022, 'Model soups').
"""

from __future__ import annotations

import argparse
from pathlib import Path

import torch


def main() -> None:
    """Write the mean."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("weights", type=Path, nargs=2)
    parser.add_argument("--into", type=Path, required=True)
    arguments = parser.parse_args()
    one, other = (torch.load(path, weights_only=True) for path in arguments.weights)
    torch.save({name: (one[name] + other[name]) / 2 for name in one}, arguments.into)


if __name__ == "__main__":
    main()
