"""Whether two names mean one."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from crossread.link.names import compare_names

SAME = [
    ("Aleksandr Venkov", "Alexander Venkov"),
    ("Muhammad al-Rashidi", "Mohamed Al Rashidi"),
    ("Tikhanova, Olga", "Olga Tihanova"),
    ("Bob Hartwell", "Robert Hartwell"),
    ("J. Hartwell", "Joan Hartwell"),
    ("Li Weiming", "Weiming Li"),
    ("Ana María López", "Ana Maria Lopez"),
    ("Jean-Luc Moreau", "Jean Luc Moreau"),
    ("Dr. Petra Nowak", "Petra Nowak"),
    ("Nicolas Bergstrom", "Nicolás Bergström"),
]
OTHERS = [
    ("Anna Hartwell", "Robert Hartwell"),
    ("Olga Venkova", "Sergey Petrov"),
    ("John Hartwell Jr.", "John Hartwell Sr."),
    ("Kim Chol-su", "Kim Jae-min"),
    ("Karl Steinhauer", "Karl Steinbeck"),
]


@pytest.mark.parametrize(("one", "other"), SAME)
def test_spellings_of_one_name_score_high(one, other):
    """Spelling, order, initials, pet names and titles do not make another person."""
    assert compare_names(one, other).score > 0.6


@pytest.mark.parametrize(("one", "other"), OTHERS)
def test_other_names_score_low(one, other):
    """Another given name, another generation, another family name: another person."""
    assert compare_names(one, other).score < 0.5


def test_legal_forms_tell_no_two_companies_apart():
    """A company is the same with and without its legal form."""
    assert compare_names("Meridian Lines Ltd.", "Meridian Lines Limited", "organization").reason == "same name"
    assert compare_names("Meridian Lines", "Open Joint Stock Company Meridian Lines", "organization").score > 0.9


def test_another_place_makes_another_branch():
    """'X of Selmar' and 'X of Tarn' are two."""
    assert compare_names("Harbour Bank of Selmar", "Harbour Bank of Eastonia", "organization").score < 0.5


def test_reason_names_what_differs():
    """A score says in words which parts of the names it weighed."""
    assert "tikhanova" in compare_names("Olga Tikhanova", "Olga Tihanova").reason


@settings(deadline=None, max_examples=200)
@given(st.text(max_size=40), st.text(max_size=40), st.sampled_from(["person", "organization", "place"]))
def test_any_two_texts_compare_alike_both_ways(one, other, kind):
    """Whatever the texts, the score lies between 0 and 1 and does not depend on which comes first."""
    match = compare_names(one, other, kind)
    assert 0 <= match.score <= 1
    assert match == compare_names(other, one, kind)
    assert compare_names(one, one, kind).score == 1


def test_long_names_take_no_time():
    """A name of a million letters is compared as fast as any."""
    assert compare_names("ab " * 300_000, "ba" * 300_000).score < 0.5
