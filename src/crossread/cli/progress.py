"""How far long work has come, as one line on a terminal; silent everywhere else."""

from __future__ import annotations

import sys
import time
from types import TracebackType

# Redrawn so often at most, in seconds.
PAUSE = 0.1


class Progress:
    """Called with a stage, how many accounts are done and how many there are; draws and wipes one line."""

    def __init__(self, *, enabled: bool) -> None:
        self.enabled = enabled
        self.drawn = 0.0
        self.is_dirty = False

    def __enter__(self) -> Progress:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self.is_dirty:
            sys.stderr.write("\r\x1b[K")
            sys.stderr.flush()

    def __call__(self, stage: str, done: int, total: int) -> None:
        """Draw how far a stage has come, no oftener than a person can read."""
        now = time.monotonic()
        if not self.enabled or (0 < done < total and now - self.drawn < PAUSE):
            return
        self.drawn, self.is_dirty = now, True
        count = f" {done} of {total}" if done else f" {total}"
        sys.stderr.write(f"\r\x1b[K{stage}{count} accounts")
        sys.stderr.flush()
