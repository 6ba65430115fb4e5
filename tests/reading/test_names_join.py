"""The trained tagger's names and the rules' names become one list."""

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from crossread.reading.names_join import join_tagged, lean
from crossread.reading.names_record import KINDS, Name

TEXT = "Mara Ilves of the Marrow Harbour Board met Orrin in Marrow"


def tagged(words: str, kind: str, share: float, text: str = TEXT) -> Name:
    """A name of the tagger's; what is left of its share is the other kinds'."""
    shares = {k: share if k == kind else (1 - share) / (len(KINDS) - 1) for k in KINDS}
    start = text.index(words)
    return Name(start, start + len(words), kind, share, leanings=lean(shares))  # type: ignore[arg-type]


def ruled(words: str, kind: str, votes: float, text: str = TEXT, score: float = 0.6) -> Name:
    """A name of the rules' with so many votes for its kind."""
    start = text.index(words)
    leanings = tuple(votes * (k == kind) for k in KINDS)
    return Name(start, start + len(words), kind, score, leanings=leanings)  # type: ignore[arg-type]


def words(names: tuple[Name, ...], text: str = TEXT) -> list[tuple[str, str]]:
    return [(n.span.words_in(text), n.kind) for n in names]


def test_a_name_is_as_long_as_either_has_it() -> None:
    """What the tagger cuts short the rules keep whole; it then is one name."""
    cut = [tagged("Marrow", "place", 0.8), tagged("Harbour Board", "organization", 0.9)]
    joined = join_tagged(TEXT, [ruled("Marrow Harbour Board", "organization", 2.5)], cut)
    assert words(joined) == [("Marrow Harbour Board", "organization")]


def test_small_words_at_the_edge_are_left_out() -> None:
    """A verb that the tagger takes into a name is left to the sentence."""
    joined = join_tagged(TEXT, [ruled("Orrin", "person", 3)], [tagged("met Orrin in", "person", 0.8)])
    assert words(joined) == [("Orrin", "person")]


def test_a_guess_has_little_to_say() -> None:
    """Where the rules only guessed a kind, the tagger's stands; where much speaks for theirs, it does."""
    guess = join_tagged(TEXT, [ruled("Orrin", "person", 0.3)], [tagged("Orrin", "place", 0.6)])
    known = join_tagged(TEXT, [ruled("Orrin", "person", 5)], [tagged("Orrin", "place", 0.6)])
    assert (words(guess), words(known)) == ([("Orrin", "place")], [("Orrin", "person")])


def test_a_word_written_large_throughout_is_no_kind_by_that() -> None:
    """How often an account writes a word large says that it names, and nothing of what."""
    often = ruled("Orrin", "person", 0.3, score=0.82)
    assert words(join_tagged(TEXT, [often], [tagged("Orrin", "place", 0.5)])) == [("Orrin", "place")]
    assert join_tagged(TEXT, [often], []) == ()


def test_what_one_is_sure_of_stands_alone() -> None:
    """A sure find of either is kept though the other is silent; a doubtful one is not."""
    assert words(join_tagged(TEXT, [ruled("Orrin", "person", 3)], [])) == [("Orrin", "person")]
    assert words(join_tagged(TEXT, [], [tagged("Orrin", "person", 0.9)])) == [("Orrin", "person")]
    text = "Thanks. Tomas"
    assert words(join_tagged(text, [ruled("Tomas", "person", 1, text)], []), text) == [("Tomas", "person")]
    assert join_tagged(TEXT, [ruled("Orrin", "person", 1)], []) == ()
    assert join_tagged(TEXT, [], [tagged("Orrin", "person", 0.45)]) == ()


def test_a_list_holds_names_of_one_kind() -> None:
    """The doubtful member of a list is what the others are; two names beside one another are no list."""
    text = "Quist, Vane, Orrin and Rook met; Orrin, Quist left"
    sure = [tagged(w, "person", 0.95, text) for w in ("Quist", "Vane", "Rook")]
    doubtful = tagged("Orrin", "place", 0.7, text)
    doubtful = Name(doubtful.start, doubtful.end, "place", 0.7, leanings=lean({"place": 0.6, "person": 0.4}))
    assert (
        dict(words(join_tagged(text, [], sorted([*sure, doubtful], key=lambda n: n.start)), text))["Orrin"] == "person"
    )
    assert dict(words(join_tagged(text, [], [sure[0], doubtful]), text))["Orrin"] == "place"


def test_well_known_places_in_a_row_are_several() -> None:
    """What the tagger takes for one name of two countries is two places."""
    text = "They went to Norway and Sweden"
    apart = [ruled("Norway", "place", 3, text), ruled("Sweden", "place", 3, text)]
    joined = join_tagged(text, apart, [tagged("Norway and Sweden", "organization", 0.9, text)])
    assert words(joined, text) == [("Norway", "place"), ("Sweden", "place")]


@pytest.mark.parametrize(
    ("text", "found", "kind"),
    [
        ("Please send the NDA today", "NDA", "organization"),
        ("Costa Rican Attorney General", "Attorney General", "organization"),
        ("write to Mara.Ilves@tarn.example now", "Ilves", "person"),
        ("see https://tarn.example/Ilves for it", "Ilves", "person"),
        ("attached is Ilves_letter.doc", "Ilves", "person"),
        ("a party of liberal views", "liberal", "organization"),
        ("they moved to Washington, D.C. then", "D.C.", "place"),
        ("he carried the South that year", "South", "place"),
    ],
)
def test_some_words_name_nobody(text: str, found: str, kind: str) -> None:
    """Terms, offices, parts of addresses, common words and points of the compass are no names, sure as one may be."""
    assert join_tagged(text, [], [tagged(found, kind, 0.95, text)]) == ()


def test_an_acronym_shows_what_it_is_short_for() -> None:
    """Capitals nobody knows are a body where the account spells them out, in brackets, or the tagger is sure."""
    alone, spelt = "They sent the MHBX on", "Marrow Harbour Board met, and the MHB left"
    bracketed = "the harbour (MHBX) left"
    board = tagged("Marrow Harbour Board", "organization", 0.9, spelt)
    assert join_tagged(alone, [], [tagged("MHBX", "organization", 0.75, alone)]) == ()
    assert len(join_tagged(alone, [], [tagged("MHBX", "organization", 0.95, alone)])) == 1
    assert len(join_tagged(bracketed, [], [tagged("MHBX", "organization", 0.75, bracketed)])) == 1
    assert len(join_tagged(spelt, [], [board, tagged("MHB", "organization", 0.75, spelt)])) == 2


def test_a_point_of_the_compass_may_be_short_for_a_name() -> None:
    """'the South' is a name where the account names what it is short for."""
    text = "South Tarn agreed, and the South paid"
    both = [tagged("South Tarn", "place", 0.9, text), Name(27, 32, "place", 0.9, leanings=lean({"place": 0.9}))]
    assert words(join_tagged(text, [], both), text) == [("South Tarn", "place"), ("South", "place")]


@st.composite
def lists(draw: st.DrawFn) -> list[Name]:
    """Names in order, none overlapping another."""
    edges = sorted(draw(st.sets(st.integers(0, len(TEXT)), max_size=12)))
    pairs = zip(edges[::2], edges[1::2], strict=False)
    kinds, scores = st.sampled_from(["person", "organization", "place"]), st.floats(0, 1)
    return [Name(start, end, draw(kinds), draw(scores)) for start, end in pairs]


@given(lists(), lists())
@settings(deadline=None)
def test_joined_names_lie_apart(ruled: list[Name], tagged: list[Name]) -> None:
    """Whatever the two mark, what comes out is in order, lies apart, and words have one kind over the account."""
    joined = join_tagged(TEXT, ruled, tagged)
    assert all(one.end <= other.start for one, other in pairwise(joined))
    kinds: dict[str, str] = {}
    assert all(kinds.setdefault(n.span.words_in(TEXT).casefold(), n.kind) == n.kind for n in joined)


def test_an_office_with_a_demonym_is_nobodys_name() -> None:
    """'Costa Rican President' that the tagger takes for a person names nobody; the name behind it does."""
    text = "Costa Rican President Mara Ilves left"
    both = [tagged("Costa Rican President", "person", 0.9, text), tagged("Mara Ilves", "person", 0.95, text)]
    assert words(join_tagged(text, [], both), text) == [("Mara Ilves", "person")]
