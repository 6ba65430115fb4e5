"""Names for records that come from content alone, so that they hold from run to run."""

from __future__ import annotations

import hashlib


def digest(data: bytes | str) -> str:
    """The SHA-256 of bytes, or of a text in UTF-8, in hexadecimal."""
    return hashlib.sha256(data.encode("utf-8", "surrogatepass") if isinstance(data, str) else data).hexdigest()


def identify(kind: str, *parts: str | int) -> str:
    """A short, stable identifier for a record of this kind made of these parts.

    Each part is written with its length, so ("ab", "c") and ("a", "bc") differ.

    >>> identify("doc", "ab", "c") == identify("doc", "a", "bc")
    False
    """
    written = "".join(f"{len(str(part))}:{part}" for part in parts)
    return f"{kind}-{hashlib.blake2b(written.encode('utf-8', 'surrogatepass'), digest_size=8).hexdigest()}"
