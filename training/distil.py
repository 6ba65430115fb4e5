"""Teach a smaller reader what a larger one knows.

    python training/distil.py --teacher TEACHER/reader.pt --work WORK --layers 4 --minutes 40

The student has fewer layers of the same width. It begins with some of the teacher's layers and with its heads, and goes
down three losses: what the corpora mark, as the teacher did; how far its tags are from the teacher's (Hinton et al.
2015, the full distribution); and how far its last vectors are from the teacher's (as in TinyBERT, Jiao et al. 2020),
which holds the links too. The last two need nothing marked, so accounts without marks are read as well.
"""

from __future__ import annotations

import argparse
import pickle
from collections.abc import Iterator
from pathlib import Path

import torch
from torch import Tensor
from torch.nn import functional

from batches import Batch, Cut, endless
from model import TAGS, Reader, Shape, loss_of
from train import ROWS, Run, make_reader

# What a step reads, how much each of the teacher's losses weighs, and the temperature of tags.
SHARES = {"polnear": 0.5, "gmb": 0.3, "crossner": 0.05, "unmarked": 0.15}
TAGS_WEIGHT, VECTORS_WEIGHT, HEAT = 1.0, 2.0, 2.0
# Which of a teacher's six layers a student begins with.
TAKEN = {5: (0, 1, 2, 3, 5), 4: (0, 1, 3, 5), 3: (0, 2, 5), 2: (0, 5)}


def main() -> None:
    """Train until the time is up, then write WORK/reader.pt."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--teacher", type=Path, required=True, help="weights of a trained reader of six layers")
    parser.add_argument("--work", type=Path, required=True)
    parser.add_argument("--minutes", type=float, default=40)
    parser.add_argument("--layers", type=int, default=4, choices=sorted(TAKEN))
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--rate", type=float, default=0.8, help="what the learning rates are multiplied by")
    arguments = parser.parse_args()
    torch.manual_seed(arguments.seed)
    data = pickle.loads((arguments.work / "data.pkl").read_bytes())
    teacher = make_reader(arguments.work, Shape())
    teacher.load_state_dict(torch.load(arguments.teacher, weights_only=True))
    student = make_reader(arguments.work, Shape(layers=arguments.layers))
    take_over(student, teacher)
    run = Distillation(student, data, arguments.work, arguments.minutes * 60, (arguments.seed, arguments.rate))
    run.teacher = teacher.eval().requires_grad_(False)
    run.train(arguments.threads)


def take_over(student: Reader, teacher: Reader) -> None:
    """Give a student the teacher's heads, embeddings and some of its layers."""
    weights = teacher.state_dict()
    kept = {name: tensor for name, tensor in weights.items() if ".layers." not in name}
    for number, taken in enumerate(TAKEN[len(student.encoder.layers)]):
        old, new = f"encoder.layers.{taken}.", f"encoder.layers.{number}."
        kept |= {new + name.removeprefix(old): t for name, t in weights.items() if name.startswith(old)}
    student.load_state_dict(kept)


class Distillation(Run):
    """A training run that listens to a teacher too."""

    teacher: Reader

    def read_windows(self) -> Iterator[list[Cut]]:
        """Windows of one corpus a step, of each as often as its share says."""
        streams = {name: endless(self.data[name], self.rng) for name in SHARES}
        while True:
            [name] = self.rng.choices(list(SHARES), list(SHARES.values()))
            yield [next(streams[name]) for _ in range(ROWS)]

    def loss(self, batch: Batch) -> Tensor:
        """What is marked, and what the teacher says of the same pieces."""
        with torch.no_grad():
            wanted = self.teacher.encoder(batch.pieces, batch.features, batch.mask)
            wanted_tags = self.teacher.tags(wanted)
        vectors = self.reader.encoder(batch.pieces, batch.features, batch.mask)
        tags = self.reader.tags(vectors)
        marked = loss_of((tags, self.reader.links(vectors)), batch.targets, batch.mask)
        far = functional.mse_loss(vectors[batch.mask], wanted[batch.mask])
        return marked + VECTORS_WEIGHT * far + TAGS_WEIGHT * divergence(tags[batch.mask], wanted_tags[batch.mask])


def divergence(made: Tensor, wanted: Tensor) -> Tensor:
    """Mean divergence of the tags' distributions from the teacher's, summed over the heads."""
    total = made.new_zeros(())
    sizes = [size for _, size in TAGS]
    for ours, theirs in zip(made.split(sizes, -1), wanted.split(sizes, -1), strict=True):
        logs, targets = (functional.log_softmax(x / HEAT, dim=-1) for x in (ours, theirs))
        total = total + functional.kl_div(logs, targets, reduction="batchmean", log_target=True) * HEAT**2
    return total


if __name__ == "__main__":
    main()
