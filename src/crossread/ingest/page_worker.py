"""The process that parses pages and feeds, so that a hostile one can be killed without harm to the rest.

Run as `python -m crossread.ingest.page_worker`. A request on standard input is a letter for the kind, eight bytes of
length and as many bytes of UTF-8; the answer is eight bytes of length and JSON. It imports the parsers only here: they
cost more than a second, and most folders hold no page at all.
"""

from __future__ import annotations

import io
import json
import os
import re
import sys
from collections.abc import Callable
from contextlib import suppress
from typing import Any, BinaryIO

from crossread.ingest.limits import PAGE_CPU_SECONDS, PAGE_MEMORY_BYTES
from crossread.ingest.page_metadata import read_page_metadata

BREAKS = frozenset(
    [
        "p",
        "div",
        "br",
        "li",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "blockquote",
        "tr",
        "section",
        "article",
        "figure",
        "figcaption",
        "ul",
        "ol",
        "table",
    ]
)
UNSEEN = frozenset(["script", "style", "noscript", "template", "head", "iframe", "svg"])
# Trees deeper than this are no pages, and the recursive parts of the parsers would not survive them.
DEEPEST_TREE = 400
# Parsing takes a second at 30,000 attributes of one tag, and four times that at twice as many.
MOST_ATTRIBUTES = 10_000


def extract_page(text: str) -> dict[str, Any]:
    """Main text and metadata of a page; {'error': why} where there is none."""
    if has_swollen_tag(text):
        return {"error": "one of its tags has thousands of attributes"}
    import lxml.html
    import trafilatura

    parser = lxml.html.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True)
    tree = lxml.html.document_fromstring(text.encode("utf-8", "replace"), parser=parser)
    if is_deeper(tree, DEEPEST_TREE):
        return {"error": "it is nested far deeper than any page a person wrote"}
    metadata = read_page_metadata(tree)
    document = trafilatura.bare_extraction(tree, include_comments=False, include_tables=True, with_metadata=False)
    words = getattr(document, "text", None)
    extractor = f"trafilatura {trafilatura.__version__}"
    if not words or not words.strip():
        words, extractor = (
            text_of(lxml.html.document_fromstring(text.encode("utf-8", "replace"), parser=parser)),
            "lxml",
        )
    return {**metadata, "text": words, "extractor": extractor}


def extract_feed(text: str) -> dict[str, Any]:
    """The entries of a feed, and the feed's own title and language."""
    import feedparser

    declared = re.sub(r"^\s*<\?xml[^>]{0,200}\?>", "", text, count=1)
    feed = feedparser.parse(
        io.BytesIO(declared.encode("utf-8", "replace")),
        response_headers={"content-type": "application/xml; charset=utf-8"},
    )
    if not feed.entries:
        return {"error": "no entry could be read in it"}
    told = {"site_name": feed.feed.get("title"), "language": feed.feed.get("language"), "home": feed.feed.get("link")}
    return {
        "entries": [told | _entry(entry) for entry in feed.entries],
        "extractor": f"feedparser {feedparser.__version__}",
    }


def _entry(entry: Any) -> dict[str, Any]:
    """One entry: the full content where it is given, with the summary as its description."""
    contents = [plain_text(c.get("value") or "") for c in entry.get("content") or []]
    summary = plain_text(entry.get("summary") or "")
    body = max(contents, key=len, default="") or summary
    authors = [a.get("name") for a in entry.get("authors") or [] if a.get("name")]
    return {
        "title": plain_text(entry.get("title") or ""),
        "description": summary if summary and summary not in body else None,
        "text": body,
        "url": entry.get("link"),
        "published": entry.get("published") or entry.get("updated"),
        "authors": authors,
    }


def plain_text(markup: str) -> str:
    """The words of a piece of markup, with line breaks where blocks end."""
    if "<" not in markup and "&" not in markup:
        return markup.strip()
    import lxml.html

    with suppress(ValueError, lxml.etree.LxmlError):
        return text_of(lxml.html.fromstring(f"<div>{markup}</div>"))
    return ""


def text_of(tree: Any) -> str:
    """The visible words of a tree, a line for each block; not recursive."""
    pieces: list[str] = []
    from lxml import etree

    for event, node in etree.iterwalk(tree, events=("start", "end")):
        if not isinstance(node.tag, str):
            continue
        if node.tag in BREAKS:
            pieces.append("\n")
        if event == "start" and node.tag not in UNSEEN:
            pieces.append(" ".join((node.text or "").split("\n")))
        if event == "end":
            pieces.append(" ".join((node.tail or "").split("\n")))
    lines = (" ".join(line.split()) for line in "".join(pieces).split("\n"))
    return "\n".join(line for line in lines if line)


def has_swollen_tag(text: str) -> bool:
    """Whether a tag has so many attributes that the parser, which compares each with each, would take minutes."""
    start = text.find("<")
    while start >= 0:
        end = text.find(">", start)
        end = len(text) if end < 0 else end
        if end - start > MOST_ATTRIBUTES and text.count("=", start, end) > MOST_ATTRIBUTES and text[start + 1] != "!":
            return True
        start = text.find("<", end)
    return False


def is_deeper(tree: Any, limit: int) -> bool:
    """Whether elements are nested deeper than the limit; stops as soon as it is known."""
    from lxml import etree

    depth = 0
    for event, _node in etree.iterwalk(tree, events=("start", "end")):
        depth += 1 if event == "start" else -1
        if depth > limit:
            return True
    return False


KINDS: dict[bytes, Callable[[str], dict[str, Any]]] = {b"p": extract_page, b"f": extract_feed}


def answer(kind: bytes, text: str) -> bytes:
    """The answer to one request as JSON; whatever goes wrong inside a parser is an answer too."""
    try:
        found = KINDS[kind](text)
    except MemoryError:
        found = {"error": "parsing it needs more memory than a page may take"}
    except Exception as error:  # the parsers raise what they like; the worker must live on
        found = {"error": f"the parser failed ({type(error).__name__})"}
    return json.dumps(found).encode("ascii")


def limit_memory() -> None:
    """Never let parsing take the machine's memory."""
    with suppress(ImportError, ValueError, OSError):
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (PAGE_MEMORY_BYTES, PAGE_MEMORY_BYTES))


def limit_time() -> None:
    """Give the next request its seconds of computing; the system kills what takes longer."""
    with suppress(ImportError, ValueError, OSError):
        import resource

        used = resource.getrusage(resource.RUSAGE_SELF)
        seconds = int(used.ru_utime + used.ru_stime) + 1 + PAGE_CPU_SECONDS
        resource.setrlimit(resource.RLIMIT_CPU, (seconds, resource.getrlimit(resource.RLIMIT_CPU)[1]))


def serve(requests: BinaryIO, answers: BinaryIO) -> None:
    """Answer until the requests end."""
    while header := requests.read(9):
        text = requests.read(int.from_bytes(header[1:], "big")).decode("utf-8", "replace")
        limit_time()
        written = answer(header[:1], text)
        answers.write(len(written).to_bytes(8, "big") + written)
        answers.flush()


def main() -> None:
    """Keep standard output for answers alone, whatever a library prints."""
    answers = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    limit_memory()
    serve(sys.stdin.buffer, answers)


if __name__ == "__main__":
    main()
