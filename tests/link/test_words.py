"""The running words of an account."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from crossread.link.story_terms import background_rates
from crossread.link.words import DATA, Vocabulary
from tests.link.texts import told


def words_of(text, **more):
    """An account's words, and its vocabulary."""
    vocabulary = Vocabulary()
    return vocabulary.words_of(told("a", text, **more)), vocabulary


def test_case_and_apostrophes_are_folded():
    """'Tarn's' and 'TARN’S' and 'tarn' are one word; a figure keeps its separators."""
    words, vocabulary = words_of("Tarn's TARN’S tarn 10,000")
    assert [vocabulary.words[i] for i in words.ids] == ["tarn", "tarn", "tarn", "10,000"]


def test_furniture_has_no_words():
    """What is no part of the article is not counted."""
    words, vocabulary = words_of("Ferry stuck\nSign up here", furniture=("Sign up here",))
    assert [vocabulary.words[i] for i in words.ids] == ["ferry", "stuck"]


@pytest.mark.parametrize(
    "text",
    [
        'He said: "we stay" today.',
        "He said: “we stay” today.",
        "He said: ‘we stay’ today.",
        "He said: «we stay» today.",
    ],
)
def test_quoted_words_are_known(text):
    """Words between marks of any style are somebody's own; those around them are not."""
    words, vocabulary = words_of(text)
    assert [vocabulary.words[i] for i, quoted in zip(words.ids, words.quoted, strict=True) if quoted] == ["we", "stay"]


@pytest.mark.parametrize("line", ["Stuck on the boat pic.twitter.com/xyz", "Stuck again — Ada Venn (@adavenn) May 1"])
def test_message_of_a_network_is_quoted(line):
    """A message set into the text as a paragraph is somebody's own words, without marks."""
    words, _ = words_of(f"The ferry waits.\n{line}\nDivers come.")
    assert list(words.quoted[:3]) == [0, 0, 0]
    assert set(words.quoted[3:-2]) == {1}
    assert list(words.quoted[-2:]) == [0, 0]


def test_forgotten_mark_swallows_one_paragraph():
    """A quotation nobody closed ends with its paragraph."""
    words, _ = words_of("He said: “we stay\nThe ferry waits.")
    assert list(words.quoted) == [0, 0, 1, 1, 0, 0, 0]


def test_table_holds_words_and_rates_only():
    """The table of common words is small, knows no names, and gives shares."""
    rates = background_rates()
    assert (DATA / "background_words.tsv").stat().st_size < 150_000
    assert all(word.islower() and " " not in word for word in rates)
    assert all(0 < rate < 1 for rate in rates.values())


@settings(deadline=None, max_examples=60)
@given(st.text(alphabet=st.sampled_from("aB9 .,'’“”\"‘\n-(@—«»"), max_size=200))
def test_words_lie_in_the_text(text):
    """Every word lies in the text, behind the one before."""
    words, _ = words_of(text)
    assert len(words.quoted) == len(words.plain) == len(words.ids)
    at = 0
    for start, end in zip(words.starts, words.ends, strict=True):
        assert at <= start < end <= len(text)
        at = end
