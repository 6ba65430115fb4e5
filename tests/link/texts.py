"""Readings of plain texts, one sentence a line or by full stops, as far as linking by words needs them."""

import re

from crossread.records import Credit, Document, Furniture, Outlet, Part, Reading, Sentence, digest

_SENTENCE = re.compile(r"[^\n.!?]*[.!?]+[\"”']*|[^\n.!?]+(?=\n|$)")


def told(name, text, *, published=None, outlet=None, credited=None, furniture=(), title=None):
    """A reading with sentences; `credited` and `furniture` are words of the text, `title` its first line."""
    body = f"{title}\n\n{text}" if title else text
    pieces = [(body.index(words), body.index(words) + len(words)) for words in furniture]
    key = digest(body)
    document = Document(
        id=name,
        path=name,
        text=body,
        key=key,
        sha256=key,
        text_sha256=key,
        title=title,
        parts=(Part(0, len(title), "title"),) if title else (),
        published=published,
        outlet=Outlet(outlet, outlet.title(), f"{outlet}.example", "metadata") if outlet else Outlet("unknown", "?"),
        credits=(Credit(body.index(credited), body.index(credited) + len(credited)),) if credited else (),
        furniture=tuple(Furniture(start, end, "note") for start, end in pieces),
    )
    sentences = []
    for number, match in enumerate(_SENTENCE.finditer(body)):
        start, end = match.start() + len(match.group()) - len(match.group().lstrip()), match.end()
        if start < end and not any(s < end and start < e for s, e in pieces):
            sentences.append(Sentence(start, end, number))
    return Reading(document, tuple(sentences))
