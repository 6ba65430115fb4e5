"""The trained tagger's names and the rules' names become one list."""

from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from crossread.reading.names_join import join_tagged
from crossread.reading.names_record import Name

TEXT = "Mara Ilves of the Marrow Harbour Board met Orrin in Marrow"


def name(words: str, kind: str, score: float) -> Name:
    start = TEXT.index(words)
    return Name(start, start + len(words), kind, score)  # type: ignore[arg-type]


def words(names: tuple[Name, ...]) -> list[tuple[str, str]]:
    return [(n.span.words_in(TEXT), n.kind) for n in names]


def test_a_name_is_as_long_as_either_has_it() -> None:
    """What the tagger cuts short the rules keep whole; it then is one name."""
    tagged = [name("Marrow", "place", 0.8), name("Harbour Board", "organization", 0.9)]
    joined = join_tagged(TEXT, [name("Marrow Harbour Board", "organization", 0.78)], tagged)
    assert words(joined) == [("Marrow Harbour Board", "organization")]


def test_small_words_at_the_edge_are_left_out() -> None:
    """A verb that the tagger takes into a name is left to the sentence."""
    joined = join_tagged(TEXT, [name("Orrin", "person", 0.9)], [name("met Orrin in", "person", 0.8)])
    assert words(joined) == [("Orrin", "person")]


def test_a_guess_has_no_vote() -> None:
    """Where the rules only guessed a kind, the tagger's stands; where they know it, theirs does."""
    guess = join_tagged(TEXT, [name("Orrin", "person", 0.53)], [name("Orrin", "place", 0.6)])
    known = join_tagged(TEXT, [name("Orrin", "person", 0.9)], [name("Orrin", "place", 0.6)])
    assert (words(guess), words(known)) == ([("Orrin", "place")], [("Orrin", "person")])


def test_what_one_is_sure_of_stands_alone() -> None:
    """A sure find of either is kept though the other is silent; a doubtful one is not."""
    assert words(join_tagged(TEXT, [name("Orrin", "person", 0.9)], [])) == [("Orrin", "person")]
    assert words(join_tagged(TEXT, [], [name("Orrin", "person", 0.9)])) == [("Orrin", "person")]
    assert join_tagged(TEXT, [name("Orrin", "person", 0.55)], []) == ()
    assert join_tagged(TEXT, [], [name("Orrin", "person", 0.45)]) == ()


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
    assert all(kinds.setdefault(n.span.words_in(TEXT), n.kind) == n.kind for n in joined)


def test_an_office_with_a_demonym_is_nobodys_name() -> None:
    """'Costa Rican President' that the tagger takes for a person names nobody; the name behind it does."""
    text = "Costa Rican President Mara Ilves left"
    tagged = [Name(0, 21, "person", 0.9), Name(22, 32, "person", 0.95)]
    assert [n.span.words_in(text) for n in join_tagged(text, [], tagged)] == ["Mara Ilves"]
