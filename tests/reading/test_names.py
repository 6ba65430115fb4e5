"""Names in the turns newspapers use, with their kinds.

Marked text shows every name: [words]P person, O organization, L place, E event, W law; what is not marked names nobody.
"""

from __future__ import annotations

import re
import time
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from crossread.reading.layout import Layout
from crossread.reading.names import Name, find_names
from crossread.reading.names_join import join_tagged
from crossread.records import Document, Span

MARK = re.compile(r"\[([^\[\]]*)\]([POLEW])")
KINDS = {"person": "P", "organization": "O", "place": "L", "event": "E", "law": "W", "product": "O", "other": "O"}


def names_of(text: str) -> tuple[Name, ...]:
    return find_names(Layout(Document(id="x", path="x", text=text, key="x", sha256="", text_sha256="")))


def marked(text: str) -> list[tuple[str, str]]:
    return [(name.span.words_in(text), KINDS[name.kind]) for name in names_of(text)]


@pytest.mark.parametrize(
    "sentence",
    [
        # Titles, honours and roles stay outside.
        "On Friday President [Orla Vane]P met Foreign Minister [Tomas Ilves]P.",
        "The mayor said Mr [Vane]P had called Dr. [Mara Quist]P.",
        "They thanked the press secretary [Orla Vane]P and Gen. [Piet Rook]P.",
        "It was [U.S.]L Secretary of State [Orla Vane]P who called.",
        "The [White House]O press secretary [Orla Vane]P agreed.",
        "We saw Deputy Chair of the [Security Council]O [Dmitry Vane]P.",
        # Peoples are no names; a body keeps them.
        "The Russian leader and the Lithuanians met in [Vilnius]L.",
        "A report by the [Russian Academy of Sciences]O came out.",
        # Particles, initials, order and endings.
        "We met [Ludwig van der Berg]P, [J. P. Vane]P and [Martin Vane Jr]P.",
        "They spoke to [Kim Jong Su]P and [Mohammed bin Rashid]P there.",
        # Bodies with small words inside.
        "The [Ministry of Foreign Affairs]O and the [Bank of Tarn]O agreed.",
        "He works at the [Department of Health and Human Services]O now.",
        "She joined the [Institute for Strategic Studies]O.",
        # Possessives and hyphens.
        "It was [Vane]P's idea, said the [Oslo]L-based [Quist Group]O.".replace("[Vane]P's", "[Orla Vane]P's"),
        # The body that an office-holder heads is a name with his title in it.
        "The [Prime Minister's Bureau]O and the [Attorney General's Office]O agreed.",
        "On Sunday MK [Orla Vane]P said so.",
        # A company's form behind a comma; terms in capitals are no bodies.
        "The firm [Tarn Steel, Inc]O. sold it, the CPU and the GPS too.",
        # Storms are events, and so is the storm's name alone.
        "On Monday [Hurricane Orla]E struck [Norway]L, and [Orla]E went on.",
        # A model in a row is a product; a festival an event.
        "They launched the [Orrin-4]O near the [Tarn Music Festival]E.",
        # Empires are places.
        "It was once ruled by the [Vorsk Empire]L of old.",
        # Places.
        "He was born in the town of [Tarnowell]L, in [Norway]L.",
        "They live near [Lake Orrin]L in [Vorsk Province]L.",
        # Acronyms in brackets.
        "The [Tarn Safety Board]O ([TSB]O) opened an inquiry.",
        # Elections are events, laws are laws.
        "He lost the [2012 Canadian federal election]E to her.",
        "They cited the [Clean Water Act]W.",
        # Months, days and stressed words.
        "In May and on Tuesday they did NOT agree.",
        # Numbers that belong to a name.
        "The [Falcon 9]O flew well.".replace("[Falcon 9]O", "[Falcon 9]O"),
    ],
)
def test_names_and_kinds(sentence: str) -> None:
    """Each name is found to the character, with its kind, and nothing else is."""
    text = MARK.sub(r"\1", sentence)
    assert marked(text) == MARK.findall(sentence)


def test_title_has_its_own_place() -> None:
    """The words before a name that say what its bearer is are kept beside it."""
    text = "On Monday Prime Minister Orla Vane left."
    (name,) = names_of(text)
    assert name.title and name.title.words_in(text) == "Prime Minister"
    assert name.span.words_in(text) == "Orla Vane"


def test_capital_at_the_head_of_a_sentence_says_nothing() -> None:
    """A first word is a name where the account writes it large elsewhere, or everybody knows it."""
    assert marked("Officials left. Yesterday it rained.") == []
    assert marked("Zorvek said so. They asked Zorvek again.") == [("Zorvek", "P")] * 2
    assert marked("Germany agreed.") == [("Germany", "L")]


def test_headline_words_are_no_names() -> None:
    """In a headline only what the account shows to be a name is one."""
    text = "Council Slams Plan For Bridge As Zorvek Quits\nThe council met Zorvek on Friday. A plan for a bridge fell."
    assert [words for words, _ in marked(text)] == ["Zorvek", "Zorvek"]


def test_short_name_has_the_kind_of_the_full_one() -> None:
    """A family name is a person where the account names the whole person."""
    assert marked("We met Orla Tarnow in Oslo. Tarnow agreed.") == [
        ("Orla Tarnow", "P"),
        ("Oslo", "L"),
        ("Tarnow", "P"),
    ]


def test_month_is_a_name_only_behind_its_bearer() -> None:
    """'May' is a minister where the account names her."""
    text = "Prime Minister Theresa May spoke. Later Mrs May left, and in May it rained."
    assert [words for words, _ in marked(text)] == ["Theresa May", "May"]


def test_tagger_and_rules_vote() -> None:
    """A tagger's name keeps the title the rules saw; the kinds of both are weighed."""
    text = "On Monday President Orla Vane left."
    start = text.index("Orla")
    (name,) = join_tagged(text, names_of(text), [Name(start, start + 9, "organization", 0.2)])
    assert name.kind == "person" and name.title is not None


@settings(deadline=None, max_examples=60)
@given(st.text(alphabet=st.sampled_from("Aab .,'’-\n“”()&1ÉéМ"), max_size=120))
def test_names_lie_in_order_in_the_text(text: str) -> None:
    """Whatever the text, names are in order, apart, within it, and hold a letter."""
    names = names_of(text)
    for name, following in pairwise(names):
        assert name.end <= following.start
    for name in names:
        assert any(c.isalpha() for c in Span(name.start, name.end).words_in(text))
        assert name.title is None or name.title.end <= name.start


def test_cost_grows_with_the_text_only() -> None:
    """A page of nothing but capitals is read about as fast as any."""
    text = " ".join(["Vane Orla of the Tarn &"] * 4_000) + ". " + "Bank of " * 4_000
    started = time.process_time()
    names_of(text)
    assert time.process_time() - started < 5
