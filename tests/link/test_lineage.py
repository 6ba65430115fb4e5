"""Who repeats whom."""

import itertools
import random
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from crossread.link.lineage import find_lineage
from tests.link.texts import told

FERRY = (
    "The ferry Halvard ran aground off Tarn shortly before midnight with 214 people on board. "
    "Lifeboats took all passengers to the village of Ostrand, where the school was opened for them. "
    "Nobody was hurt, the coast guard said, but one engine room is flooded up to the ceiling. "
    "Divers will look at the hull as soon as the swell allows it. "
    "The shipping line has cancelled every crossing until the end of the week."
)
REWORDED = (
    "A passenger ship has got stuck on rocks near Tarn. Everybody on the Halvard could be brought ashore unharmed, "
    "officials in Ostrand report. Why the vessel left its course is not known. "
    "Fuel has not leaked, according to environment inspectors, though booms were laid out around the wreck."
)
SPEECH = '"We owe the crew our lives, and I shall never again complain about a safety drill," said passenger Ada Venn.'
BAKERY = (
    "The oldest bakery of Lund closes on Saturday. Its oven was built in 1871 and is fired with birch. "
    "Owner Rolf Amsel found nobody to take over. Customers queued around the block for the last rye loaves. "
    "A museum wants the dough trough and the signboard."
)
FORM = (
    "Sign up here for our morning letter and never miss what matters to you and your town. You can leave at any time."
)


def kinds(*readings):
    """The kinds found between accounts, by their names."""
    return {line.documents: line.kind for line in find_lineage(readings)}


def test_copy_is_a_reprint_of_all():
    """An exact copy is a reprint, and all of each text stands in the other."""
    (line,) = find_lineage((told("a", FERRY), told("b", FERRY)))
    assert (line.kind, line.share.a, line.share.b) == ("reprint", 1.0, 1.0)
    assert [(p.a, p.b, p.similarity) for p in line.passages] == [(line.passages[0].a, line.passages[0].a, 1.0)]


def test_own_wording_is_no_lineage():
    """Two accounts of one affair, each in its own words, have no lineage."""
    assert not kinds(told("a", FERRY), told("b", REWORDED))


def test_edited_and_cut_copy_is_a_reprint():
    """Changed words, left out sentences and another order do not hide a reprint."""
    sentences = FERRY.split(". ")
    edited = ". ".join([sentences[2], sentences[0], sentences[1]]).replace("shortly before", "just before") + "."
    edited = edited.replace("where the school was opened for them", "where a local school was opened for them")
    assert kinds(told("a", FERRY), told("b", edited)) == {("a", "b"): "reprint"}


@pytest.mark.parametrize("every", [4, 5, 6])
def test_copy_with_many_words_changed_is_a_reprint(every):
    """Another word at every fourth to sixth place makes no account of one's own."""
    words = f"{FERRY} {BAKERY}".split()
    edited = " ".join(f"other{i}" if i % every == 0 else word for i, word in enumerate(words))
    assert kinds(told("a", f"{FERRY} {BAKERY}"), told("b", edited)) == {("a", "b"): "reprint"}


def test_sentence_in_common_is_a_shared_passage():
    """A sentence of wording in an account of its own is a shared passage, and its span is that sentence."""
    sentence = FERRY.split(". ")[1]
    other = f"{REWORDED} {sentence}. The village of Ostrand has four hundred inhabitants."
    (line,) = find_lineage((told("a", FERRY), told("b", other)))
    assert line.kind == "shared-passage"
    assert [other[p.b.start : p.b.end] for p in line.passages] == [sentence]


def test_common_quotation_shows_no_copying():
    """What everybody was told alike is the same quotation, not a shared passage."""
    assert kinds(told("a", f"{FERRY} {SPEECH}"), told("b", f"{REWORDED} {SPEECH}")) == {("a", "b"): "quotes-same-words"}


def test_account_that_is_one_statement_is_no_reprint():
    """A short account that quotes half of a statement and adds little is no reprint of another that quotes it."""
    short = f"{SPEECH} The ferry waits for the tide."
    assert kinds(told("a", short), told("b", f"{REWORDED} {SPEECH}")) == {("a", "b"): "quotes-same-words"}


def test_quotation_translated_twice_is_the_same():
    """Two translations of one utterance share few runs of words and are still the same quotation."""
    one = (
        '"You know our view very well: we are in favor of the islanders themselves, without pressure from outside, '
        'settling this calmly in talks and making a common plan," she said.'
    )
    two = (
        '"You know our view well: we are for the islanders themselves, without any pressure from the outside, calmly '
        'coming to terms in talks on a common plan," she said.'
    )
    assert kinds(told("a", f"{FERRY} {one}"), told("b", f"{REWORDED} {two}")) == {("a", "b"): "quotes-same-words"}


def test_forms_shared_by_unlike_accounts_do_not_count():
    """A newsletter form that stands in accounts of different affairs joins neither those nor two of one affair."""
    found = kinds(told("a", f"{FERRY}\n{FORM}"), told("b", f"{BAKERY}\n{FORM}"), told("c", f"{REWORDED}\n{FORM}"))
    assert found == {}


def test_standfirst_is_laid_beside_the_same_words():
    """What stands twice in one account is shown at both places, and counts for the other only once."""
    lead = FERRY.split(". ", maxsplit=1)[0] + "."
    (line,) = find_lineage((told("a", f"{lead}\n{FERRY}"), told("b", FERRY)))
    assert [p.a.start for p in line.passages] == [0, len(lead) + 1]
    assert (line.share.a, line.share.b) == (1.0, 1.0)


def test_furniture_does_not_count():
    """What is marked as furniture is no part of an account, not even for its share."""
    (line,) = find_lineage((told("a", f"{FERRY}\n{FORM}", furniture=(FORM,)), told("b", FERRY)))
    assert (line.share.a, line.share.b) == (1.0, 1.0)


@pytest.mark.parametrize(
    ("first", "second", "earlier"),
    [
        ({"published": "2031-05-02"}, {"published": "2031-05-01"}, "b"),
        ({"published": "2031-05-02T08:00:00"}, {"published": "2031-05-02T09:30:00"}, "a"),
        ({"published": "2031-05-02T00:00:00"}, {"published": "2031-05-02T09:30:00"}, None),
        ({"published": "2031-05-02T08:00:00+02:00"}, {"published": "2031-05-02T07:00:00+00:00"}, "a"),
        ({"published": "2031-05-02"}, {}, None),
        ({"outlet": "norpress"}, {"outlet": "beacon", "credited": "Norpress"}, "a"),
        ({"outlet": "beacon", "credited": "Norpress"}, {"outlet": "coastline", "credited": "Norpress"}, None),
    ],
)
def test_direction(first, second, earlier):
    """Dates tell who was first, as fine as both are known (midnight is no time); else a credit to the other."""
    pair = (told("a", f"Norpress. {FERRY}", **first), told("b", f"Norpress. {FERRY}", **second))
    assert [line.earlier for line in find_lineage(pair)] == [earlier]


def test_first_reported_by_names_the_earlier():
    """An account that says who reported something first came after it."""
    first = told("a", FERRY, outlet="beacon")
    second = told("b", f"{FERRY} The grounding was first reported by The Beacon on Sunday.", outlet="coastline")
    assert [line.earlier for line in find_lineage((first, second))] == ["a"]


def test_large_family_is_laid_beside_its_earliest():
    """In a family of more than ten, each account is compared with the earliest, not with all."""
    family = tuple(told(f"{n:02}", f"{FERRY} Report {n}.", published=f"2031-05-{n + 1:02}") for n in range(15))
    lines = find_lineage(family)
    assert [line.documents for line in lines] == [("00", f"{n:02}") for n in range(1, 15)]
    assert {line.earlier for line in lines} == {"00"}


def test_nothing_to_compare():
    """No accounts, empty accounts and accounts of three words have no lineage."""
    assert find_lineage(()) == ()
    assert find_lineage((told("a", " "), told("b", ""), told("c", "Ferry runs aground"))) == ()


def test_refrains_and_books_take_no_time():
    """Texts that repeat themselves, and texts as long as a book, are compared in moments."""
    refrain = told("a", " ".join(["the tide comes in and the tide goes out again"] * 4000))
    numbers = " ".join(f"n{i} word{i % 7}" for i in range(9000))
    book = told("b", " ".join(f"{numbers[k:]}" for k in (0, 40)))
    assert kinds(refrain, book, told("c", numbers)) == {("b", "c"): "reprint"}


WORDS = FERRY.split() + REWORDED.split() + SPEECH.split()
TEXTS = st.lists(
    st.builds(
        lambda seed, start, length: " ".join(random.Random(seed).sample(WORDS, 5) + WORDS[start : start + length]),
        st.integers(0, 99),
        st.integers(0, 60),
        st.integers(0, 60),
    ),
    min_size=2,
    max_size=6,
)


@settings(deadline=None, max_examples=40)
@given(TEXTS, st.randoms(use_true_random=False))
def test_what_holds_for_all(texts, chance):
    """Spans lie in their texts, passages come in order, and the order of accounts alters nothing."""
    readings = [told(f"{n}", text) for n, text in enumerate(texts)]
    lines = find_lineage(tuple(readings))
    text_of = {reading.document.id: reading.document.text for reading in readings}
    for line in lines:
        assert line.documents[0] < line.documents[1]
        assert 0 < line.share.a <= 1
        assert 0 < line.share.b <= 1
        for side, name in zip("ab", line.documents, strict=True):
            assert all(getattr(passage, side).end <= len(text_of[name]) for passage in line.passages)
        for one, other in itertools.combinations(line.passages, 2):
            assert not (one.a.overlaps(other.a) and one.b.overlaps(other.b)), "no words are laid side by side twice"
        assert [p.a for p in line.passages] == sorted(p.a for p in line.passages)
    shuffled = chance.sample(readings, len(readings))
    assert find_lineage(tuple(shuffled)) == lines


def test_names_of_files_alter_nothing():
    """Accounts under other names have the same lineage under those names."""
    texts = (FERRY, f"{FERRY} {SPEECH}", f"{REWORDED} {SPEECH}")
    one = find_lineage(tuple(told(name, text) for name, text in zip("abc", texts, strict=True)))
    other = find_lineage(tuple(told(name, text) for name, text in zip("xyz", texts, strict=True)))
    renamed = dict(zip("abc", "xyz", strict=True))
    assert [replace(line, documents=tuple(renamed[d] for d in line.documents)) for line in one] == list(other)
