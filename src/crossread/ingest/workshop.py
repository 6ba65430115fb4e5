"""The other end of the page worker: starts it when first needed, keeps it warm, kills and replaces it when it hangs."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import threading
from types import TracebackType
from typing import IO, Any

from crossread.errors import IngestError
from crossread.ingest.limits import MAX_PAGE_BYTES, MIB, PAGE_WALL_SECONDS

# A longer answer than this is no account.
MAX_ANSWER_BYTES = 64 * MIB


class Workshop:
    """Pages and feeds are parsed here; use as a context, so that the worker ends with it."""

    def __init__(self) -> None:
        self._process: subprocess.Popen[bytes] | None = None

    def __enter__(self) -> Workshop:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def open_page(self, name: str, text: str) -> dict[str, Any]:
        """Text and metadata of a page; raises `IngestError` where there is no text or it takes too much."""
        return self._ask(b"p", name, text)

    def open_feed(self, name: str, text: str) -> dict[str, Any]:
        """The entries of a feed; raises `IngestError` where there is none or it takes too much."""
        return self._ask(b"f", name, text)

    def close(self) -> None:
        """End the worker, if there is one."""
        process, self._process = self._process, None
        if process:
            process.kill()
            process.wait()
            for stream in (process.stdin, process.stdout):
                if stream:
                    _close(stream)

    def _ask(self, kind: bytes, name: str, text: str) -> dict[str, Any]:
        data = text.encode("utf-8", "replace")
        if len(data) > MAX_PAGE_BYTES:
            raise IngestError(
                f"{name} has {len(data) // MIB} MB, more than a page has; save the article's text alone",
                code="too-large",
            )
        found = self._exchange(kind, data)
        if found is None:
            raise IngestError(
                f"{name} was given up: parsing it took more time or memory than a page may take; save its text alone",
                code="hostile-page",
            )
        if "error" in found:
            raise IngestError(
                f"{name} could not be read as a page: {found['error']}; save its text alone", code="no-text"
            )
        return found

    def _exchange(self, kind: bytes, data: bytes) -> dict[str, Any] | None:
        """The worker's answer, or None where it died or had to be killed."""
        process = self._process = self._process or _start()
        timer = threading.Timer(PAGE_WALL_SECONDS, process.kill)
        timer.start()
        try:
            assert process.stdin and process.stdout
            process.stdin.write(kind + len(data).to_bytes(8, "big") + data)
            process.stdin.flush()
            length = int.from_bytes(process.stdout.read(8), "big")
            written = process.stdout.read(length) if 0 < length <= MAX_ANSWER_BYTES else b""
            found: dict[str, Any] = json.loads(written)
            return found
        except (OSError, ValueError):
            self.close()
            return None
        finally:
            timer.cancel()
            timer.join()


def _start() -> subprocess.Popen[bytes]:
    """A new worker with the modules of this process; never with those in the folder it runs in (-P)."""
    paths = os.pathsep.join(path for path in sys.path if path)
    try:
        return subprocess.Popen(
            [sys.executable, "-P", "-m", "crossread.ingest.page_worker"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env={**os.environ, "PYTHONPATH": paths},
        )
    except OSError as error:
        message = f"no process could be started to parse pages in ({error}); save the accounts as plain text"
        raise IngestError(message, code="no-worker") from error


def _close(stream: IO[bytes]) -> None:
    """Close a pipe whose other end may be dead."""
    try:
        stream.close()
    except OSError:
        return
