"""The trained reader as it ships, on sentences we made up."""

import pytest

from crossread.neural.session import load_net
from crossread.neural.tagger import Tagged, load_tagger
from crossread.reading.layout import Layout
from crossread.reading.quotes import find_quotations
from crossread.records import Document, Span

TEXT = (
    "The bridge at Norrvik will stay shut until spring, Mayor Ilse Vane told reporters on Monday. "
    "Her rival, Orrin Marsh of the Harbour Party, said the town had been “left in the dark.”\n"
    "A report by the National Roads Agency warned that two piers could give way."
)


def tag(text: str) -> Tagged:
    """What the reader marks in a text."""
    layout = Layout(Document(id="x", path="x", text=text, key="x", sha256="", text_sha256=""))
    sentences = [Span(sentence.start, sentence.end) for sentence in layout.sentences]
    return load_tagger().tag(text, sentences, [quotation.inner for quotation in find_quotations(layout)])


def test_who_says_what() -> None:
    """Source, cue and content of plain reported speech are found, and belong together."""
    found = [(a.source and a.source.words_in(TEXT), a.cue and a.cue.words_in(TEXT)) for a in tag(TEXT).attributions]
    assert ("Mayor Ilse Vane", "told reporters") in found or ("Mayor Ilse Vane", "told") in found
    assert any(source and "Marsh" in source and cue == "said" for source, cue in found)
    assert any(source and "report" in source and cue == "warned" for source, cue in found)


def test_names_and_their_kinds() -> None:
    """Persons, places and organizations are told apart."""
    kinds = {TEXT[name.start : name.end]: name.kind for name in tag(TEXT).names}
    assert kinds["Norrvik"] == "place"
    assert kinds["Orrin Marsh"] == "person"
    assert kinds["National Roads Agency"] == "organization"


def test_the_same_text_is_read_the_same() -> None:
    """Twice the same text, twice the same marks with the same scores."""
    assert tag(TEXT) == tag(TEXT)


def test_scores_are_probabilities() -> None:
    """Every score lies between 0 and 1."""
    tagged = tag(TEXT * 8)
    assert all(0 <= one.score <= 1 for one in (*tagged.names, *tagged.attributions))


@pytest.mark.parametrize("text", ["", " \n ", "?", "x" * 5000, "é́" * 300, "“" * 200, "word " * 2000])
def test_odd_texts_are_read(text: str) -> None:
    """Texts that no newspaper prints do no harm, and every mark lies within them."""
    tagged = tag(text)
    assert all(0 <= name.start < name.end <= len(text) for name in tagged.names)
    assert all(span.end <= len(text) for one in tagged.attributions for span in one.content)


def test_labels_are_those_of_the_net() -> None:
    """The manifest carries what the code needs besides the net."""
    settings = load_net("reader").manifest["settings"]
    assert set(settings) == {"calibration", "change", "lean"}
