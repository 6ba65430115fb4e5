"""quality/results.md: one file, a section a tool, a block a measure; what was not measured anew stays as it was."""

from __future__ import annotations

import os
import platform
import re
import subprocess
from datetime import UTC, datetime
from pathlib import Path

RESULTS = Path(__file__).with_name("results.md")
TITLE = "# What was measured\n\nWritten by `make measure` and `make bench`; each block says when and where.\n"
SECTION = re.compile(r"^## (\w+): (.+)$", re.MULTILINE)


def machine() -> str:
    """The machine, in words: processor, cores, memory, Python."""
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    return f"{_processor()}, {os.cpu_count()} cores, {memory:.0f} GiB, Python {platform.python_version()}"


def _processor() -> str:
    try:
        found = re.search(r"model name\s*: (.+)", Path("/proc/cpuinfo").read_text(encoding="utf-8"))
    except OSError:
        found = None
    return found.group(1).strip() if found else platform.machine()


def revision() -> str:
    """The commit measured, with a plus where the tree had changes."""
    done = subprocess.run(["git", "describe", "--always", "--dirty=+"], capture_output=True, text=True, check=False)
    return done.stdout.strip() or "unknown"


def write_blocks(tool: str, blocks: dict[str, str]) -> None:
    """Put each block in its place in results.md, keeping all others."""
    kept = read_blocks()
    stamp = f"{datetime.now(UTC):%Y-%m-%d}, {revision()}, {machine()}"
    kept |= {(tool, name): f"*{stamp}*\n\n```text\n{text.rstrip()}\n```" for name, text in blocks.items()}
    written = "\n\n".join(f"## {tool}: {name}\n\n{text}" for (tool, name), text in sorted(kept.items()))
    RESULTS.write_text(f"{TITLE}\n{written}\n", encoding="utf-8")


def read_blocks() -> dict[tuple[str, str], str]:
    """The blocks as they stand, by tool and name."""
    if not RESULTS.exists():
        return {}
    text = RESULTS.read_text(encoding="utf-8")
    heads = list(SECTION.finditer(text))
    ends = [head.start() for head in heads[1:]] + [len(text)]
    return {(h[1], h[2]): text[h.end() : end].strip() for h, end in zip(heads, ends, strict=True)}
