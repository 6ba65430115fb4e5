"""Small accounts with chains made by hand: `[words]CHAIN.form` marks a mention."""

import re

from crossread.records import Chain, Document, Mention, Reading, digest, identify

_MARK = re.compile(r"\[([^\[\]]+)\](\w+)(?:\.(name|nominal|pronoun))?")
KINDS = {"p": "person", "o": "organization", "l": "place", "x": "other", "r": "product"}


def account(name, marked, **more):
    """A reading of a marked text: `[Ada Venn]p1` is a name of person chain p1, `[she]p1.pronoun` a pronoun.

    `more` gives a chain's gender, roles or plural: p1={"gender": "female"}.
    """
    text, spans, at = "", [], 0
    for mark in _MARK.finditer(marked):
        text += marked[at : mark.start()]
        spans.append((len(text), len(text) + len(mark[1]), mark[2], mark[3] or "name"))
        text += mark[1]
        at = mark.end()
    text += marked[at:]
    key = digest(text)
    document = Document(id=name, path=name, text=text, key=key, sha256=key, text_sha256=key)
    mentions = tuple(
        Mention(identify("m", key, start, end), name, start, end, identify("c", key, label), form)
        for start, end, label, form in spans
    )
    return Reading(document, mentions=mentions, chains=tuple(_chains(name, key, text, spans, more)))


def _chains(name, key, text, spans, more):
    for label in dict.fromkeys(span[2] for span in spans):
        mine = [(s, e, form) for s, e, other, form in spans if other == label]
        names = [text[s:e] for s, e, form in mine if form == "name"]
        yield Chain(
            id=identify("c", key, label),
            document=name,
            kind=KINDS[label[0]],
            name=max(names or [text[s:e] for s, e, _ in mine], key=len),
            mentions=tuple(identify("m", key, s, e) for s, e, _ in mine),
            **more.get(label, {}),
        )


def entities_by_form(entities):
    """The entity ids each name form stands for."""
    found = {}
    for entity in entities:
        for alias in entity.aliases:
            found.setdefault(alias.text, set()).add(entity.id)
    return found
