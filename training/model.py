"""The net: a small BERT encoder that is told each word's shape, and heads for roles, names and links.

Its word embeddings are all-MiniLM-L6-v2's, in eight bits and never trained, so that the reader and the sentence vectors
share them. The layers start from the same encoder's.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
import torch
from torch import Tensor, nn
from torch.nn import functional

from crossread.neural.encode import DEPTHS, PLACES, SHAPES

WIDTH, HEADS, INNER, LONGEST = 384, 12, 1536, 256
# Tags of the four heads side by side: source, cue and content of three tags each, then names of seven kinds.
TAGS = (("source", 3), ("cue", 3), ("content", 3), ("names", 15))
# Each link is the product of two projections so wide.
LINK = 64
LINKS = ("cue_source", "content_cue")


@dataclass(frozen=True)
class Shape:
    """What of the net may vary."""

    layers: int = 6
    dropout: float = 0.1


class Layer(nn.Module):
    """One transformer layer, norms behind the sums as in BERT."""

    def __init__(self, dropout: float) -> None:
        super().__init__()
        self.qkv = nn.Linear(WIDTH, 3 * WIDTH)
        self.out = nn.Linear(WIDTH, WIDTH)
        self.norm = nn.LayerNorm(WIDTH, eps=1e-12)
        self.up = nn.Linear(WIDTH, INNER)
        self.down = nn.Linear(INNER, WIDTH)
        self.last_norm = nn.LayerNorm(WIDTH, eps=1e-12)
        self.dropout = nn.Dropout(dropout)

    def forward(self, x: Tensor, mask: Tensor) -> Tensor:
        """`mask` is true where a piece may be looked at."""
        batch, size, _ = x.shape
        q, k, v = self.qkv(x).view(batch, size, 3, HEADS, WIDTH // HEADS).permute(2, 0, 3, 1, 4)
        seen = functional.scaled_dot_product_attention(q, k, v, attn_mask=mask[:, None, None, :])
        x = self.norm(x + self.dropout(self.out(seen.transpose(1, 2).reshape(batch, size, WIDTH))))
        return self.last_norm(x + self.dropout(self.down(functional.gelu(self.up(x)))))


class Encoder(nn.Module):
    """Embeddings and layers. `features` are three numbers a piece: shape, depth and place."""

    def __init__(self, words: np.ndarray, shape: Shape) -> None:
        super().__init__()
        self.words = nn.Embedding.from_pretrained(torch.from_numpy(words), freeze=True)
        self.positions = nn.Parameter(torch.zeros(LONGEST, WIDTH))
        self.features = nn.ModuleList(nn.Embedding(size, WIDTH) for size in (len(SHAPES), DEPTHS, len(PLACES)))
        self.norm = nn.LayerNorm(WIDTH, eps=1e-12)
        self.layers = nn.ModuleList(Layer(shape.dropout) for _ in range(shape.layers))
        self.dropout = nn.Dropout(shape.dropout)
        for table in self.features:
            nn.init.normal_(table.weight, std=0.01)

    def forward(self, pieces: Tensor, features: Tensor, mask: Tensor) -> Tensor:
        """Vectors of the pieces."""
        x = self.words(pieces) + self.positions[: pieces.shape[1]]
        for number, table in enumerate(self.features):
            x = x + table(features[..., number])
        x = self.dropout(self.norm(x))
        for layer in self.layers:
            x = layer(x, mask)
        return x

    def load_bert(self, weights: Mapping[str, np.ndarray]) -> None:
        """Take over the layers of a BERT checkpoint."""
        w = {name: torch.from_numpy(np.array(array, dtype=np.float32)) for name, array in weights.items()}
        with torch.no_grad():
            self.positions.copy_(
                w["embeddings.position_embeddings.weight"][:LONGEST] + w["embeddings.token_type_embeddings.weight"][0]
            )
            _load(self.norm, w, "embeddings.LayerNorm")
            for number, layer in enumerate(self.layers):
                at = f"encoder.layer.{number}."
                for kind in ("weight", "bias"):
                    parts = [w[f"{at}attention.self.{name}.{kind}"] for name in ("query", "key", "value")]
                    getattr(layer.qkv, kind).copy_(torch.cat(parts))
                _load(layer.out, w, at + "attention.output.dense")
                _load(layer.norm, w, at + "attention.output.LayerNorm")
                _load(layer.up, w, at + "intermediate.dense")
                _load(layer.down, w, at + "output.dense")
                _load(layer.last_norm, w, at + "output.LayerNorm")


def _load(module: nn.Module, weights: Mapping[str, Tensor], name: str) -> None:
    module.weight.copy_(weights[f"{name}.weight"])
    module.bias.copy_(weights[f"{name}.bias"])


class Reader(nn.Module):
    """The encoder with its heads: tags of each piece; for each kind of link two projections and a score of none."""

    def __init__(self, words: np.ndarray, shape: Shape) -> None:
        super().__init__()
        self.encoder = Encoder(words, shape)
        self.tags = nn.Linear(WIDTH, sum(size for _, size in TAGS))
        self.links = nn.Linear(WIDTH, len(LINKS) * (2 * LINK + 1))

    def forward(self, pieces: Tensor, features: Tensor, mask: Tensor) -> tuple[Tensor, Tensor]:
        """Scores of tags, and projections for links."""
        x = self.encoder(pieces, features, mask)
        return self.tags(x), self.links(x)


def link_scores(projected: Tensor, kind: int, mask: Tensor) -> Tensor:
    """Scores [batch, from, 1 + to]: column 0 is 'no partner'."""
    at = kind * (2 * LINK + 1)
    query, key = projected[..., at : at + LINK], projected[..., at + LINK : at + 2 * LINK]
    scores = query @ key.transpose(1, 2) / LINK**0.5
    scores = scores.masked_fill(~mask[:, None, :], -1e4)
    return torch.cat([projected[..., at + 2 * LINK, None], scores], dim=-1)


def loss_of(output: tuple[Tensor, Tensor], targets: Mapping[str, Tensor], mask: Tensor) -> Tensor:
    """Cross entropy over tags and links, what a corpus does not mark left out."""
    tags, projected = output
    total = tags.new_zeros(())
    for (name, _), scores in zip(TAGS, tags.split([size for _, size in TAGS], dim=-1), strict=True):
        total = total + _entropy(scores, targets[name])
    for kind, name in enumerate(LINKS):
        total = total + LINK_WEIGHT * _entropy(link_scores(projected, kind, mask), targets[name])
    return total


LINK_WEIGHT = 0.15


def _entropy(scores: Tensor, target: Tensor) -> Tensor:
    known = target != -100
    if not known.any():
        return scores.new_zeros(())
    return functional.cross_entropy(scores[known], target[known])
