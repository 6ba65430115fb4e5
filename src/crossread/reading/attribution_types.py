"""What kind of source words name: somebody by name, a medium, a document, an office, several people, one unnamed."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from importlib.resources import files

from crossread.reading.attribution_words import COMMON_FIRST, HEAD_ENDS, NUMBERS, SINGULAR_PRONOUNS
from crossread.records import SourceType, Span

WORD = re.compile(r"[^\W_]+(?:['’\-][^\W_]+)*")


# The order in which a head word is looked up.
TYPED: tuple[SourceType, ...] = ("document", "official", "several")


@cache
def source_words() -> dict[str, frozenset[str]]:
    """For each type of source the words that show it."""
    lines = (files("crossread") / "data" / "source_words.tsv").read_text(encoding="utf-8").splitlines()
    rows = (line.split("\t") for line in lines if line and not line.startswith("#"))
    return {kind: frozenset(words.split()) for kind, words in rows}


def source_type(text: str, source: Span | None, named: Sequence[Span]) -> SourceType:
    """The type of the source at a span of a text; `named` are the spans of names.

    >>> [source_type(t, Span(0, len(t)), ()) for t in ("a report", "police", "five residents", "a neighbour", "she")]
    ['document', 'official', 'several', 'unnamed', 'named']
    """
    if source is None:
        return "unnamed"
    parts = [(source.start + m.start(), m.group()) for m in WORD.finditer(source.words_in(text))]
    lows = [word.lower() for _, word in parts]
    if len(lows) == 1 and lows[0] in SINGULAR_PRONOUNS:
        return "named"
    size = next((k for k, low in enumerate(lows) if low in HEAD_ENDS), len(lows))
    return _by_words(lows[:size], is_named=_is_named(text, parts[:size], source, named))


def _by_words(lows: Sequence[str], *, is_named: bool) -> SourceType:
    head = lows[-1] if lows else ""
    kinds = source_words()
    if head in kinds["account"]:
        return "account"
    if not is_named:
        for kind in TYPED:
            if head in kinds[kind]:
                return kind
        if lows and (lows[0] in NUMBERS or (head.endswith("s") and not head.endswith("ss"))):
            return "several"
        return "unnamed"
    if head in kinds["several"] or head in kinds["document"]:
        return "several" if head in kinds["several"] else "document"
    return "named"


def _is_named(text: str, parts: Sequence[tuple[int, str]], source: Span, named: Sequence[Span]) -> bool:
    """Whether a name stands among the words up to the head, or, unknown as a name, a capital inside the sentence."""
    if not parts:
        return False
    reach = Span(source.start, parts[-1][0] + len(parts[-1][1]))
    if any(reach.contains(name) for name in named):
        return True
    known = source_words()["official"] | source_words()["several"] | source_words()["document"] | COMMON_FIRST
    first = parts[0]
    inner = [word for start, word in parts if start != first[0]]
    if any(word[0].isupper() for word in inner):
        return True
    return (
        first[1][0].isupper()
        and first[1].lower() not in known
        and (len(parts) == 1 or not _opens_sentence(text, first[0]))
    )


def _opens_sentence(text: str, start: int) -> bool:
    before = text[max(0, start - 3) : start].rstrip(" “\"'‘«(")
    return not before or before[-1] in ".!?\n:”"
