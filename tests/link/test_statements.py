"""Statements of several accounts that speak of the same thing, and those that only sound alike."""

from __future__ import annotations

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from crossread.link.compare_words import negated_terms
from crossread.link.entities import link_entities
from crossread.link.people import NO_RULES
from crossread.link.statements import group_statements
from crossread.reading import read_document
from crossread.records import Document, Outlet, digest


def account(name, text, published="2030-03-04"):
    """A reading of a text by an outlet of the account's name."""
    key = digest(name + text)
    return read_document(
        Document(
            id=name, path=name, text=text, key=key, sha256=key, text_sha256=key, published=published,
            published_basis="metadata", language="en", outlet=Outlet(name, name, f"{name}.example", "metadata"),
        )
    )  # fmt: skip


def groups_of(*texts):
    """The groups over accounts a, b, c … of these texts."""
    readings, _ = link_entities(
        tuple(account(name, text) for name, text in zip("abcdefgh", texts, strict=False)), NO_RULES
    )
    return group_statements(readings, ())


def joined(groups, kind=None):
    """For every group over several accounts, the set of their words."""
    return [
        {(s.evidence.document, s.evidence.stance) for s in group.statements}
        for group in groups
        if len({s.evidence.document for s in group.statements}) > 1 and kind in (None, group.kind)
    ]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            "The ferry Halvard hit a rock off Ostrand and lost its rudder.",
            "Off Ostrand the Halvard struck a rock, losing its rudder.",
        ),
        (
            "“We knocked on every door in the capital,” mayor Ada Vole said.",
            "“We knocked at all the doors of the capital,” said the mayor, Ada Vole.",
        ),
        (
            "No passenger of the ferry Halvard was hurt, the coast guard said.",
            "All passengers of the ferry Halvard were unharmed, according to the coast guard.",
        ),
        (
            "Air strikes on the harbour of Ostrand destroyed nine cranes.",
            "Nine cranes in the harbour of Ostrand were destroyed by airstrikes.",
        ),
    ],
)
def test_same_thing_in_other_words(one, other):
    """What two accounts say in other words, forms or spellings is one group, and nobody denies it."""
    assert {("a", "asserts"), ("b", "asserts")} in joined(groups_of(one, other))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            "Minister Tom Rey flew to Ostrand in the afternoon to see the harbour.",
            "Minister Tom Rey ruled out that he would resign over the affair.",
        ),
        (
            "The ferry Halvard was built in the yards of Ostrand for a family firm.",
            "The ferry Halvard hit a rock and began to take water at night.",
        ),
        (
            "The port authority said that chalk was stored in the warehouse.",
            "Ada Vole, 47, leads the opposition and wants a vote next week.",
        ),
    ],
)
def test_same_people_another_thing(one, other):
    """Two things of the same people are kept apart."""
    assert joined(groups_of(one, other)) == []


def test_denial_stands_with_what_it_denies():
    """A denial that repeats what it denies stands in its group, on the other side."""
    groups = groups_of(
        "Ada Vole accused the firm of storing chalk dust without a licence.",
        "The firm denied that it had stored chalk dust without a license.",
    )
    assert {("a", "asserts"), ("b", "denies")} in joined(groups)


def test_denial_that_points_back():
    """'Denied the accusation' denies what was held against the denier before."""
    groups = groups_of(
        "Ada Vole accused Norvik of storing chalk dust without a licence. Norvik denied the accusation.",
        "Ada Vole accused Norvik of storing chalk dust with no licence.",
    )
    assert {("a", "asserts"), ("a", "denies"), ("b", "asserts")} in joined(groups)


def test_refusal_denies_nothing():
    """Whoever declines to comment denies nothing."""
    groups = groups_of("The firm declined to comment on the chalk.", "The firm refused to comment on the chalk.")
    assert all(stance == "asserts" for group in joined(groups) for _, stance in group)


def test_dates_that_differ():
    """The same thing set on two days makes a group about the date."""
    groups = groups_of(
        "The last inspection of the warehouse took place on February 12.",
        "The last inspection of the warehouse took place on February 19.",
    )
    (group,) = [g for g in groups if g.kind == "date"]
    assert {s.value for s in group.statements} == {"2030-02-12", "2030-02-19"}


def test_span_of_days_is_one_value():
    """'Between August 4 and August 9' gives both ends."""
    groups = groups_of(
        "The election of the council was held between January 4 and January 9.",
        "The election of the council was held on January 9.",
    )
    values = {s.value for g in groups if g.kind == "date" for s in g.statements}
    assert values == {"2030-01-04/2030-01-09", "2030-01-09"}


def figure_groups(*texts):
    """The numbers that are held to measure one thing."""
    found = []
    for group in groups_of(*texts):
        if group.kind == "figure" and len(group.statements) > 1:
            found.append(sorted((s.evidence.document, s.figure) for s in group.statements))
    return found


def test_toll_in_several_words():
    """Values for one measure are brought together, whatever they are and however it is put."""
    groups = figure_groups(
        "A blast in the harbour of Ostrand killed at least four people on Sunday.",
        "The death toll of the blast in the harbour of Ostrand rose to 11 on Tuesday.",
        "Eleven people died when a blast tore through the harbour of Ostrand.",
    )
    assert [[name for name, _ in group] for group in groups] == [["a", "b", "c"]]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("A blast in Ostrand killed 40 people.", "A blast in Ostrand wounded 40 people."),
        ("Ada Vole, 47, spoke for the firm.", "Tom Rey, 47, spoke for the city."),
        (
            "The offer was raised to 82 dollars a share by the firm on Monday.",
            "The firm raised its offer from 70 dollars a share, its bankers said.",
        ),
        ("The flood of 2011 killed 14 people in Ostrand.", "The flood killed 14 people in Ostrand on Sunday."),
    ],
)
def test_figures_of_other_things(one, other):
    """Equal or near numbers of other outcomes, people, times or years measure other things."""
    assert [group for group in figure_groups(one, other) if len({name for name, _ in group}) > 1] == []


TEXTS = (
    "A blast in Ostrand killed 4 people. The ferry Halvard was not hurt. The mayor said the harbour is safe.",
    "The blast in Ostrand killed 7 people on Sunday. “The harbour is safe,” the mayor said.",
    "Nobody believes that the harbour of Ostrand is safe. Ada Vole denied that the ferry Halvard was hurt.",
)


@settings(deadline=None, max_examples=10)
@given(st.randoms())
def test_order_of_accounts_alters_nothing(chance: random.Random):
    """The same accounts in any order give the same groups."""
    readings = [account(name, text) for name, text in zip("abc", TEXTS, strict=True)]
    shuffled = list(readings)
    chance.shuffle(shuffled)
    ordered = tuple(sorted(shuffled, key=lambda reading: reading.document.id))
    assert group_statements(ordered, ()) == group_statements(tuple(readings), ())


@settings(deadline=None, max_examples=30)
@given(st.lists(st.text(alphabet="ab .,“”'\n10%$éÀ—", max_size=60), min_size=1, max_size=4))
def test_evidence_lies_in_its_text(texts):
    """Whatever the accounts hold, evidence is characters of its account."""
    readings = tuple(account(str(number), text) for number, text in enumerate(texts))
    documents = {r.document.id: r.document for r in readings}
    for group in group_statements(readings, ()):
        for statement in group.statements:
            evidence = statement.evidence
            assert 0 <= evidence.start < evidence.end <= len(documents[evidence.document].text)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            "The hikers found a 40-metre-deep shaft near Ostrand.",
            "A dog was pulled out of the 60m-deep shaft near Ostrand.",
        ),
        (
            "Some 60 snowploughs cleared the pass near Ostrand.",
            "In the end 90 snowploughs were at work on the pass near Ostrand.",
        ),
        (
            "The nine-year-old girl was lost in the hills of Ostrand.",
            "Searchers in the hills of Ostrand carried the ten-year-old home.",
        ),
    ],
)
def test_values_that_differ_are_joined_first(one, other):
    """Two values of one measure stand in one group, to be judged there."""
    assert [len(group) for group in joined(groups_of(one, other), "figure")] == [2]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The shaft near Ostrand is 40 metres deep.", "The shaft near Ostrand is 3 metres wide."),
        ("Ada Vole, 41, of Ostrand was rescued.", "Bo Lind, 42, of Ostrand was rescued."),
    ],
)
def test_other_dimensions_and_other_people(one, other):
    """Depth is no width, and the ages of two who have names are two things."""
    assert not joined(groups_of(one, other), "figure")


def test_nobody_was_hurt_denies_a_count():
    """A denial that holds for everybody stands against the accounts that count some."""
    groups = groups_of(
        "Two people were injured when the ferry Halvard hit a rock off Ostrand.",
        "Off Ostrand two people were injured as the ferry Halvard struck a rock.",
        "The harbour office said that no one was injured.",
    )
    assert {("a", "asserts"), ("b", "asserts"), ("c", "denies")} in joined(groups)


def test_two_negations_agree():
    """Who fails to find something finds none of it."""
    groups = groups_of(
        "Divers failed to find any traces of fuel in the bay of Ostrand.",
        "Divers searched the bay of Ostrand without finding any traces of fuel.",
    )
    assert all(stance == "asserts" for group in joined(groups) for _, stance in group)


def test_a_relatives_age_is_not_ones_own():
    """'Her 15-year-old cousin' says nothing of the age of the girl of 16."""
    groups = groups_of(
        "Ada Vole, 16, was charged by a court in Orrin on Monday with throwing stones at soldiers.",
        "The father of Ada Vole said she was upset because her 15-year-old cousin had been shot by soldiers in Orrin.",
    )
    figures = [group for group in groups if group.kind == "figure"]
    assert len(figures) == 2
    assert joined(groups, "figure") == []


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            "The ferry Halvard, which was built in Ostrand in 1961, left the pier on Monday with forty cars.",
            "The Halvard was built in Ostrand in 1961.",
        ),
        (
            "The dyke at Ostrand broke before noon after the crew of the pumping station had fled the control room.",
            "The crew of the pumping station fled the control room.",
        ),
    ],
)
def test_clause_meets_the_sentence_that_says_it(one, other):
    """A clause of a long sentence is joined with a sentence that says no more than it."""
    assert [{document for document, _ in group} for group in joined(groups_of(one, other))] == [{"a", "b"}]


def test_what_two_say_of_themselves():
    """Two who speak of themselves in like words say two things."""
    one = "“Our thoughts are with the families of the crew tonight,” mayor Ada Vole said."
    other = "“My thoughts are with all the families,” said the bishop, Jonas Ekdal."
    assert not joined(groups_of(one, other))


def test_names_of_songs_say_nothing():
    """The name of a song is no statement, whoever says it."""
    text = "The band played “The Long Road to Ostrand”, and singer Ada Vole said: “The Long Road to Ostrand”."
    assert not any("Ostrand" in s.subject and len(s.subject.split()) < 4 for g in groups_of(text) for s in g.statements)


def test_ages_next_to_one_another_differ():
    """Of ages fifteen is not sixteen, however near."""
    one = "Israel Vole, 16, was held on Monday for throwing stones at the pier."
    other = "His 15-year-old cousin was hurt at the pier on Monday."
    assert not joined(groups_of(one, other), "figure")


@pytest.mark.parametrize(
    "words",
    [
        "I have never seen so many boats in the harbour",
        "There have been no deaths on the ferry since 1961",
    ],
)
def test_negation_that_denies_nothing(words):
    """'Never so many' tells of many, and what has not been since a year was before it."""
    assert not negated_terms(words, 0, len(words))


def test_ruling_out_denies():
    """Whoever rules a thing out says it is not so."""
    words = "The minister ruled out resigning"
    assert "resign" in negated_terms(words, 0, len(words))
