"""Tokens, sentences and paragraphs are laid over a text that never changes."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crossread.reading.layout import Layout
from crossread.records import Document, Furniture, digest


def document_of(text: str, *furniture: Furniture) -> Document:
    """A document with nothing but its text and furniture."""
    return Document("d", "d", text, digest(text), digest(text), digest(text), furniture=furniture)


@pytest.mark.parametrize(
    "marked",
    [
        "The ferry left.|It never came back.",
        'Mr. Vane paid $3.5 million.|"We did," he said.',
        "J. R. Olsen arrived.|So did Gen. Hald.",
        "He lives in the U.S. and works there.",
        "“Why now?” she asked.|Nobody knew.",
        "The port is calm, ”said the mayor.|He left.",
        "PORT SELMAR, March 3 (Norpress) - The quay burned.",
        "It closed at 5 p.m. on Friday.|The end came later.",
        "What is next?|The council meets on Tuesday.",
        "A headline without a stop\n|The first sentence.",
    ],
)
def test_sentences_end_where_a_reader_ends_them(marked: str) -> None:
    """Bars stand where sentences end: not behind abbreviations and initials, behind closing quotation marks."""
    text = marked.replace("|", " ").replace("\n ", "\n")
    layout = Layout(document_of(text))
    assert [text[s.start : s.end] for s in layout.sentences] == [part.strip() for part in marked.split("|")]


def test_furniture_that_nobody_reads_is_no_sentence() -> None:
    """Promotions are left out; a dateline is read."""
    text = "TARN, May 2 - It rained. Share this article. It went on."
    layout = Layout(document_of(text, Furniture(0, 12, "dateline"), Furniture(25, 44, "share")))
    assert "Share" not in " ".join(t.text for t in layout.tokens)
    assert layout.tokens[0].text == "TARN"
    assert layout.sentence_at(30) is None


@given(st.text(alphabet=st.sampled_from("aB .,!?…\n\"”“’'(1)-\u0301é𝔸U.S"), max_size=120))
def test_sentences_cover_every_visible_character(text: str) -> None:
    """Whatever the text, sentences are ordered, do not overlap, and leave out nothing but white space."""
    layout = Layout(document_of(text))
    covered = [i for s in layout.sentences for i in range(s.start, s.end)]
    assert len(covered) == len(set(covered))
    assert covered == sorted(covered)
    assert all(text[i].isspace() for i in set(range(len(text))) - set(covered))


@given(st.text(max_size=80))
def test_tokens_are_what_they_say(text: str) -> None:
    """A token's characters stand at its place, and tokens and gaps make up the text."""
    layout = Layout(document_of(text))
    assert all(text[t.start : t.end] == t.text for t in layout.tokens)
    assert "".join(t.text for t in layout.tokens) == "".join(text.split())


def test_the_token_and_sentence_of_a_place_are_found() -> None:
    """Look-ups agree with the lists they search."""
    layout = Layout(document_of("The quay burned. Nobody slept."))
    assert [t.text for t in layout.tokens_in(layout.sentences[1])] == ["Nobody", "slept", "."]
    assert layout.sentence_at(18) == layout.sentences[1]
