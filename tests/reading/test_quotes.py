"""Where quotations begin and end, whatever marks an account uses and however it breaks them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crossread.reading.layout import Layout
from crossread.reading.quotes import Quotation, find_quotations
from crossread.records import Document


def layout_of(text: str) -> Layout:
    return Layout(Document(id="x", path="x", text=text, key="x", sha256="", text_sha256=""))


def quotations(text: str) -> list[Quotation]:
    return list(find_quotations(layout_of(text)))


def outer(text: str) -> list[str]:
    return [text[q.start : q.end] for q in quotations(text) if q.depth == 0]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("“The lift is stuck,” Ilves said.", ["“The lift is stuck,”"]),
        ('"The lift is stuck," Ilves said.', ['"The lift is stuck,"']),
        ("‘The lift isn’t stuck,’ Ilves said.", ["‘The lift isn’t stuck,’"]),
        ("'The lift isn't stuck,' Ilves said.", ["'The lift isn't stuck,'"]),
        ("''The lift is stuck,'' Ilves said.", ["''The lift is stuck,''"]),
        ("„Der Lift steht“, sagte Ilves.", ["„Der Lift steht“"]),
        ("«L’ascenseur est bloqué», dit Ilves.", ["«L’ascenseur est bloqué»"]),
        ("»Der Lift steht«, sagte Ilves.", ["»Der Lift steht«"]),
        ("He spoke to the channel “ North 1 ” on Friday.", ["“ North 1 ”"]),
        ('"We have partners there, "said Ilves.', ['"We have partners there, "']),
        ("The voters' choice was clear, the mayors' was not.", []),
        ('A 12" pipe burst and then a 14" one.', []),
        ("The ’90s were over.", []),
    ],
)
def test_marks_of_every_style(text: str, wanted: list[str]) -> None:
    """Each style of marks encloses what it encloses; apostrophes and inches enclose nothing."""
    assert outer(text) == wanted


def test_nested_quotations_keep_their_depth() -> None:
    """A quotation inside another is one level deeper."""
    text = "“She told me ‘go home at once’ and I went,” he said."
    assert [(text[q.start : q.end], q.depth) for q in quotations(text)] == [
        ("“She told me ‘go home at once’ and I went,”", 0),
        ("‘go home at once’", 1),
    ]


def test_each_paragraph_may_open_a_quotation_again() -> None:
    """Paragraphs that open without closing belong to one quotation; only the last closes."""
    found = quotations("“The first paragraph.\n\n“The second one.\n\n“The last,” Ilves said.")
    assert [(q.is_closed, q.continues) for q in found] == [(False, False), (False, True), (True, True)]


def test_a_quotation_may_go_on_without_being_opened_again() -> None:
    """What stands between a lone opening and a lone closing mark some paragraphs on is quoted."""
    text = '“We are friends.\n\nNobody doubts it.\n\nIt is well known, "the agency quoted him as saying.'
    assert [(text[q.start : q.end], q.continues) for q in quotations(text)] == [
        ("“We are friends.", False),
        ("Nobody doubts it.", True),
        ('It is well known, "', True),
    ]


def test_a_forgotten_mark_swallows_no_more_than_its_paragraph() -> None:
    """An opening mark without a closing one reaches to the end of its paragraph."""
    text = "Ilves said: “The lift is stuck.\n\nThe council met. Another “plan” failed."
    assert outer(text) == ["“The lift is stuck.", "“plan”"]


@pytest.mark.parametrize(
    ("text", "is_scare"),
    [
        ("He called it a “total mess” again.", True),
        ("The “Daily Lantern” said so.", True),
        ("He called it “absurd.”", True),
        ("“Never!” he said.", False),
        ("“Yes,” he said.", False),
        ("Ilves said: “No.”", False),
        ("He said it was “the worst winter in living memory” for all.", False),
    ],
)
def test_words_in_marks_for_distance_are_no_speech(text: str, is_scare: bool) -> None:
    """A few words in marks inside a clause are scare quotes or titles; what stands as speech is not."""
    assert [q.is_scare for q in quotations(text)] == [is_scare]


PIECES = st.sampled_from(
    [
        "“",
        "”",
        '"',
        "'",
        "‘",
        "’",
        "«",
        "»",
        "„",
        "``",
        "''",
        " ",
        "\n",
        ".",
        ",",
        "said",
        "Ilves",
        "a",
        "s",
        "5",
        "-",
        "(",
    ]
)


@given(st.lists(PIECES, max_size=60).map("".join) | st.text(max_size=80))
def test_quotations_nest_or_lie_apart(text: str) -> None:
    """In any text quotations lie inside it, hold more than their marks, and never cross one another."""
    found = quotations(text)
    for one in found:
        assert 0 <= one.start <= one.inner.start < one.inner.end <= one.end <= len(text)
        assert text[one.inner.start : one.inner.end].strip()
        for other in found:
            if one is not other and one.span.overlaps(other.span):
                assert one.span.contains(other.span) or other.span.contains(one.span)
