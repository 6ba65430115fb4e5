"""Train the reader by the clock.

    python training/train.py --work WORK --minutes 80

The learning rate falls in a straight line with the time that is left, so that a run ends when it is meant to, on
whatever machine and however busy. A run that was stopped goes on from WORK/last.pt; with fewer --minutes, it ends
sooner.
"""

from __future__ import annotations

import argparse
import json
import pickle
import random
import time
from collections.abc import Iterator
from copy import deepcopy
from pathlib import Path

import numpy as np
import torch
from safetensors.numpy import load_file
from torch import Tensor

from batches import Arrays, Batch, Cut, collate, cut_windows, endless
from model import TAGS, Reader, Shape, loss_of

# Windows in a step, steps until the full rate, and the two rates (layers; heads and features).
ROWS, WARM_UP, RATE, HEAD_RATE, DECAY, CLIP = 8, 60, 2.5e-4, 1e-3, 0.01, 1.0
# What is written is a running mean of the weights: of the new weights so much is taken at each step, more at first.
MEAN_SHARE = 0.005
# What each step reads: PolNeAR, or a mixture of the corpora of names.
ATTRIBUTION_SHARE = 0.7
NAMES_MIX = {"gmb": 0.86, "crossner": 0.14}
SAVE_SECONDS, TELL_STEPS, CHECK_SECONDS = 180, 25, 600


def main() -> None:
    """Train until the time is up, then write WORK/reader.pt."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--work", type=Path, required=True)
    parser.add_argument("--minutes", type=float, default=80)
    parser.add_argument("--layers", type=int, default=6)
    parser.add_argument("--begin", type=Path, help="weights to begin from, instead of the bare encoder's")
    parser.add_argument("--rate", type=float, default=1.0, help="what the learning rates are multiplied by")
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--seed", type=int, default=1)
    arguments = parser.parse_args()
    torch.manual_seed(arguments.seed)
    data = pickle.loads((arguments.work / "data.pkl").read_bytes())
    reader = make_reader(arguments.work, Shape(layers=arguments.layers))
    if arguments.begin:
        reader.load_state_dict(torch.load(arguments.begin, weights_only=True))
    run = Run(reader, data, arguments.work, arguments.minutes * 60, (arguments.seed, arguments.rate))
    run.train(arguments.threads)


def make_reader(work: Path, shape: Shape) -> Reader:
    """An untrained reader over the encoder that `prepare.py` wrote."""
    table = np.load(work / "words.npz")
    reader = Reader(table["words"].astype(np.float32) * table["scale"], shape)
    reader.encoder.load_bert(load_file(work / "encoder.safetensors"))
    return reader


def marks_of(work: Path) -> dict[int, int]:
    """Curly marks and the plain ones they may be printed as, by their numbers."""
    pieces = (work / "vocab.txt").read_text(encoding="utf-8").splitlines()
    return {pieces.index(curly): pieces.index(plain) for curly, plain in zip("“”‘’", "\"\"''", strict=True)}


class Threads:
    """How many threads pay at the moment: on a busy machine two that wait for one another are slower than one."""

    def __init__(self, most: int) -> None:
        self.most, self.now = most, most
        self.spent = {count: [1.0] for count in (1, most)}

    def choose(self, step: int) -> None:
        """Try each number now and then, and keep to the one that was quicker."""
        at = step % TRY_STEPS
        if at < 2 * TRIES:
            self.now = 1 if at < TRIES else self.most
            if at in (0, TRIES):
                self.spent[self.now] = []
        elif at == 2 * TRIES:
            self.now = min(self.spent, key=lambda count: sum(sorted(self.spent[count])[:-1]))
        torch.set_num_threads(self.now)

    def note(self, seconds: float) -> None:
        """How long a step took for each piece."""
        if len(self.spent[self.now]) < TRIES:
            self.spent[self.now].append(seconds)


# Of so many steps so many try each number of threads.
TRY_STEPS, TRIES = 40, 3


class Run:
    """One training run: its state, its steps and its checkpoints."""

    def __init__(
        self, reader: Reader, data: dict[str, list[Arrays]], work: Path, seconds: float, way: tuple[int, float]
    ) -> None:
        """`way` is the seed and what the rates are multiplied by."""
        seed, rate = way
        self.reader, self.data, self.work, self.seconds = reader, data, work, seconds
        self.rng = random.Random(seed)
        self.quotes = marks_of(work)
        fresh = [*reader.tags.parameters(), *reader.links.parameters(), *reader.encoder.features.parameters()]
        ids = {id(p) for p in fresh}
        old = [p for p in reader.parameters() if p.requires_grad and id(p) not in ids]
        groups = [{"params": old, "base": RATE * rate}, {"params": fresh, "base": HEAD_RATE * rate}]
        self.optimizer = torch.optim.AdamW(groups, lr=RATE, weight_decay=DECAY, betas=(0.9, 0.98), fused=True)
        self.mean = deepcopy(reader).eval().requires_grad_(False)
        self.step, self.spent, self.read = 0, 0.0, 0
        if (work / "last.pt").exists():
            self.resume()

    def resume(self) -> None:
        """Go on where the last checkpoint was written."""
        state = torch.load(self.work / "last.pt", weights_only=True)
        self.reader.load_state_dict(state["reader"])
        self.mean.load_state_dict(state["mean"])
        self.optimizer.load_state_dict(state["optimizer"])
        self.step, self.spent, self.read = state["step"], state["spent"], state["read"]
        self.rng.seed(self.step)

    def save(self) -> None:
        """Write a checkpoint; a stop while writing leaves the one before."""
        state = {part: getattr(self, part).state_dict() for part in ("reader", "mean", "optimizer")}
        fresh = self.work / "last.part"
        torch.save(state | {"step": self.step, "spent": self.spent, "read": self.read}, fresh)
        fresh.replace(self.work / "last.pt")

    def train(self, most_threads: int) -> None:
        """Step until the time is up."""
        threads = Threads(most_threads)
        steps = self.read_windows()
        self.reader.train()
        told, saved, checked, losses, since = time.monotonic(), time.monotonic(), time.monotonic(), [], self.read
        while self.spent < self.seconds:
            began = time.monotonic()
            batch = collate(next(steps), self.rng, self.quotes)
            threads.choose(self.step)
            losses.append(self.take_step(batch))
            self.read += int(batch.mask.sum())
            now = time.monotonic()
            threads.note((now - began) / int(batch.mask.sum()))
            self.spent += now - began
            if self.step % TELL_STEPS == 0:
                speed = (self.read - since) / (now - told)
                self.tell(loss=round(sum(losses) / len(losses), 4), pieces_a_second=round(speed), threads=threads.now)
                told, losses, since = now, [], self.read
            if now - saved > SAVE_SECONDS:
                self.save()
                saved = time.monotonic()
            if now - checked > CHECK_SECONDS:
                self.tell(**self.check())
                checked = told = time.monotonic()
        self.save()
        torch.save(self.mean.state_dict(), self.work / "reader.pt")
        self.tell(**self.check())

    def read_windows(self) -> Iterator[list[Cut]]:
        """What each step reads, without end."""
        articles = endless(self.data["polnear"], self.rng)
        named = {name: endless(self.data[name], self.rng) for name in NAMES_MIX}
        while True:
            if self.rng.random() < ATTRIBUTION_SHARE:
                yield [next(articles) for _ in range(ROWS)]
            else:
                chosen = self.rng.choices(list(NAMES_MIX), list(NAMES_MIX.values()), k=ROWS)
                yield [next(named[name]) for name in chosen]

    def loss(self, batch: Batch) -> Tensor:
        """What a step goes down."""
        return loss_of(self.reader(batch.pieces, batch.features, batch.mask), batch.targets, batch.mask)

    def take_step(self, batch: Batch) -> float:
        """One step down the loss."""
        left = max(0.0, 1 - self.spent / self.seconds)
        for group in self.optimizer.param_groups:
            group["lr"] = group["base"] * min(1.0, (self.step + 1) / WARM_UP) * left
        loss = self.loss(batch)
        self.optimizer.zero_grad(set_to_none=True)
        loss.backward()
        torch.nn.utils.clip_grad_norm_([p for p in self.reader.parameters() if p.requires_grad], CLIP)
        self.optimizer.step()
        self.step += 1
        share = max(MEAN_SHARE, 1 / (self.step + 1))
        with torch.no_grad():
            for mean, now in zip(self.mean.parameters(), self.reader.parameters(), strict=True):
                mean.lerp_(now, share)
        return loss.item()

    def check(self) -> dict[str, float]:
        """F1 of the tagged pieces on what was kept from training, by the mean of the weights."""
        found = {}
        for name, heads in (("polnear-held", TAGS[:3]), ("gmb-held", TAGS[3:])):
            windows = cut_windows(self.data[name], None)
            counts = {head: np.zeros(3) for head, _ in heads}
            for at in range(0, len(windows), ROWS):
                batch = collate(windows[at : at + ROWS], None, {})
                with torch.inference_mode():
                    tags = self.mean(batch.pieces, batch.features, batch.mask)[0]
                scores = dict(zip([head for head, _ in TAGS], tags.split([n for _, n in TAGS], -1), strict=True))
                for head, _ in heads:
                    made, gold = scores[head].argmax(-1), batch.targets[head]
                    made, gold = ((x + 1) // 2 if head == "names" else (x > 0).long() for x in (made, gold))
                    known = batch.targets[head] >= 0
                    right = (made == gold) & (gold > 0) & known
                    counts[head] += [int(right.sum()), int((made[known] > 0).sum()), int((gold[known] > 0).sum())]
            found |= {head: round(float(2 * c[0] / max(c[1] + c[2], 1)), 4) for head, c in counts.items()}
        return found

    def tell(self, **facts: float) -> None:
        """One line of the log."""
        facts = {"step": self.step, "minutes": round(self.spent / 60, 1), "pieces": self.read, **facts}
        print(json.dumps(facts), flush=True)


if __name__ == "__main__":
    main()
