"""A small dossier made by hand: two accounts of a ferry that stopped, one figure in dispute, a hostile title."""

import pytest

from crossread.records import (
    Alias,
    Attribution,
    Description,
    Document,
    Dossier,
    Entity,
    Evidence,
    Figure,
    Finding,
    Framing,
    Furniture,
    Generator,
    Label,
    Lead,
    Lineage,
    Mention,
    Notice,
    Omission,
    Origin,
    Outlet,
    Passage,
    Place,
    Reason,
    Share,
    Span,
    Story,
    TimelineEntry,
    Timex,
    Voice,
    digest,
)

HOSTILE = '<script>alert(1)</script> & "Ferry" stops'
FIRST = (
    f"{HOSTILE}\n\nThe ferry stopped on 3 May, Ada Holm said. “Nine people were aboard,” she said.\nRead more: boats"
)
SECOND = "Ferry stops\n\nEleven people were aboard the ferry, the harbour office said on Monday."


def span_of(text: str, words: str) -> Span:
    """Where words stand in a text, first."""
    start = text.index(words)
    return Span(start, start + len(words))


def document(ident: str, text: str, outlet: str) -> Document:
    """An account with the least that is needed."""
    return Document(
        id=ident, path=ident, text=text, key=digest(text), sha256=digest(text), text_sha256=digest(text),
        title=text.split("\n", 1)[0], outlet=Outlet(outlet, outlet.title(), f"{outlet}.example", "metadata"),
        published="2031-05-04", published_basis="metadata", story="s1",
    )  # fmt: skip


@pytest.fixture
def dossier() -> Dossier:
    """Two accounts, two origins, a figure in dispute."""
    quote, other = span_of(FIRST, "“Nine people were aboard,”"), span_of(SECOND, "Eleven people were aboard the ferry")
    date, link = span_of(FIRST, "3 May"), span_of(FIRST, "Read more: boats")
    name, clause = span_of(FIRST, "Ada Holm"), span_of(FIRST, "The ferry stopped on 3 May")
    nine, eleven = span_of(FIRST, "Nine people"), span_of(SECOND, "Eleven people")
    first = document("a/first.txt", FIRST, "coast")
    first = type(first)(**{n: getattr(first, n) for n in first.__slots__} | {
        "furniture": (Furniture(link.start, link.end, "promo"),), "url": "javascript:alert(1)",
    })  # fmt: skip
    evidence = (
        Evidence("a/first.txt", quote.start, quote.end, "asserts", "9 people", "o1", "at1"),
        Evidence("b.txt", other.start, other.end, "differs", "11 people", "o2"),
    )
    return Dossier(
        generator=Generator("crossread", "0", "rules"),
        documents=(first, document("b.txt", SECOND, "island")),
        stories=(Story("s1", HOSTILE, ("a/first.txt", "b.txt"), "2031-05-03", "2031-05-04", ("e1",),
                       Lead("a/first.txt", 0, 10)),),
        entities=(Entity("e1", "person", "Ada Holm", (Alias("Ada Holm", 1),), (),
                         (Description("captain", "a/first.txt", name.start, name.end, entity="e1"),)),),
        mentions=(Mention("m1", "a/first.txt", name.start, name.end, "c1", "name", "e1"),
                  Mention("m2", "a/first.txt", quote.end + 1, quote.end + 4, "c1", "pronoun", "e1")),
        attributions=(Attribution("at1", "a/first.txt", (quote,), Span(quote.end + 5, quote.end + 9),
                                  Span(quote.end + 1, quote.end + 4), "direct", speaker="e1", speakers=("e1",)),),
        times=(Timex("t1", "a/first.txt", date.start, date.end, "DATE", "2031-05-03"),),
        figures=(Figure("f1", "a/first.txt", nine.start, nine.end, 9, 9, 9, "people", measure="people",
                        attribution="at1"),
                 Figure("f2", "b.txt", eleven.start, eleven.end, 11, 11, 11, "people", measure="people")),
        timeline=(TimelineEntry("2031-05-03", None, None, Place("a/first.txt", clause.start, clause.end),
                                ("a/first.txt",), "single-source"),),
        lineage=(Lineage("shared-passage", ("a/first.txt", "b.txt"), None,
                         (Passage(quote, other, 0.6),), Share(0.2, 0.4)),),
        origins=(Origin("o1", "Ada Holm", "speaker", "e1", ("a/first.txt",)),
                 Origin("o2", "Island", "outlet", None, ("b.txt",))),
        findings=(Finding("c1", "figure", Place("a/first.txt", quote.start, quote.end), evidence, "disputed", True, 0.9,
                          (Reason("values-differ", "9 people or 11 people"),)),),
        framing=Framing((Label("e1", "coast", "captain", "a/first.txt", name.start, name.end),),
                        (Voice("coast", "a/first.txt", "e1", 4, 0),), (Omission("island", "c1"),)),
        notices=(Notice("c.bin", "binary", "c.bin is no text; convert it first"),),
    )  # fmt: skip
