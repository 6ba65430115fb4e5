"""The algebra of standing."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from crossread.weigh.standing import Voice, is_before, stand

ORIGINS = st.sampled_from(["ministry", "hospital", "paper", "witness"])
STANCES = st.sampled_from(["asserts", "asserts", "asserts", "denies", "differs", "doubts"])
DAYS = st.one_of(st.none(), st.integers(1, 9).map(lambda day: f"2030-03-0{day}"))
VOICES = st.lists(
    st.builds(
        Voice,
        document=st.sampled_from("abcdef"),
        origin=ORIGINS,
        stance=STANCES,
        amount=st.one_of(st.none(), st.integers(1, 9).map(float)),
        published=DAYS,
    ),
    min_size=1,
    max_size=8,
)
# How many independent lines of account each standing claims.
LINES = {"single-source": 1, "repeated": 1, "corroborated": 2}


def voice(document, origin, stance="asserts", amount=None, published=None):
    return Voice(document, origin, stance, amount, published)


@pytest.mark.parametrize(
    ("voices", "standing"),
    [
        ([voice("a", "ministry")], "single-source"),
        ([voice("a", "ministry"), voice("b", "ministry")], "repeated"),
        ([voice("a", "ministry"), voice("b", "hospital")], "corroborated"),
        ([voice("a", "ministry"), voice("b", "hospital"), voice("c", "paper", "denies")], "disputed"),
        ([voice("a", "ministry"), voice("b", "hospital", "doubts")], "single-source"),
        ([voice("a", "ministry"), voice("b", "ministry", "denies")], "single-source"),
    ],
)
def test_table_of_the_contract(voices, standing):
    """Each standing is given when the contract's table gives it; doubt is no denial, and nobody contradicts himself."""
    assert stand(voices) == standing


def test_toll_that_rises_evolves():
    """Values that differ evolve where the highest was first published after the lowest, and only for what can grow."""
    voices = [
        voice("a", "ministry", "differs", 4, "2030-03-03"),
        voice("b", "hospital", "asserts", 7, "2030-03-04"),
        voice("c", "paper", "asserts", 7, "2030-03-05"),
    ]
    assert stand(voices, can_grow=True) == "evolving"
    assert stand(voices) == "disputed"


def test_toll_that_falls_is_disputed():
    """A lower value after a higher one supersedes nothing."""
    voices = [
        voice("a", "ministry", "asserts", 7, "2030-03-03"),
        voice("b", "hospital", "differs", 4, "2030-03-04"),
    ]
    assert stand(voices, can_grow=True) == "disputed"


@pytest.mark.parametrize("published", [None, "2030-03-03", "2030-03-03T00:00:00"])
def test_no_order_within_a_day(published):
    """Accounts without a date have no order, and midnight means the day only."""
    voices = [
        voice("a", "ministry", "differs", 4, published),
        voice("b", "hospital", "asserts", 7, "2030-03-03T18:00:00"),
    ]
    assert stand(voices, can_grow=True) == "disputed"


def test_hours_give_an_order():
    """Two moments of one day are in order, time zones heeded."""
    assert is_before("2030-03-03T09:00:00+01:00", "2030-03-03T09:00:00")
    assert not is_before("2030-03-03T09:00:00", "2030-03-03T09:00:00+01:00")


def test_nothing_stands_on_nothing():
    """Without evidence there is no standing."""
    with pytest.raises(ValueError, match="invention"):
        stand([])


@settings(deadline=None)
@given(VOICES, st.booleans(), st.randoms())
def test_order_alters_nothing(voices, can_grow, chance):
    """The accounts' order alters no standing."""
    shuffled = list(voices)
    chance.shuffle(shuffled)
    assert stand(shuffled, can_grow=can_grow) == stand(voices, can_grow=can_grow)


@settings(deadline=None)
@given(VOICES, st.booleans(), st.integers(0, 7))
def test_reprint_adds_no_line(voices, can_grow, which):
    """A reprint never raises the number of independent lines of account."""
    told = voices[which % len(voices)]
    reprint = Voice("reprint", told.origin, told.stance, told.amount, None)
    before, after = stand(voices, can_grow=can_grow), stand([*voices, reprint], can_grow=can_grow)
    if before in LINES and after in LINES:
        assert LINES[after] == LINES[before]
    else:
        assert after == before


@settings(deadline=None)
@given(VOICES)
def test_without_denial_no_dispute(voices):
    """Removing all who deny or differ lifts a dispute."""
    agreeing = [v for v in voices if v.stance not in ("denies", "differs")]
    if agreeing:
        assert stand(agreeing) != "disputed"


@settings(deadline=None)
@given(VOICES)
def test_dispute_needs_two_origins(voices):
    """A contradiction stands between two origins, one on each side."""
    if stand(voices) == "disputed":
        sides = [{v.origin for v in voices if (v.stance == "asserts") is asserting} for asserting in (True, False)]
        assert len(sides[0] | sides[1]) > 1


@settings(deadline=None)
@given(VOICES)
def test_evolving_needs_counts(voices):
    """Nothing evolves that cannot grow."""
    assert stand(voices, can_grow=False) != "evolving"


def test_value_that_leaves_room_disputes_nothing():
    """'At least five' and seven differ and can both hold."""
    voices = [voice("a", "ministry"), Voice("b", "hospital", "differs", fits=True)]
    assert stand(voices) == "single-source"
    assert stand([*voices, voice("c", "paper", "differs")]) == "disputed"


def test_toll_of_one_day_rises():
    """Of a toll's values of one day, none known to be later, the higher one supersedes; values far apart conflict."""
    day = "2030-03-03"
    voices = [voice("a", "paper", "differs", 5, day), voice("b", "hospital", "asserts", 7, day)]
    assert stand(voices, can_grow=True, is_toll=True) == "evolving"
    assert stand(voices, can_grow=True) == "disputed"
    far = [voice("a", "paper", "differs", 5, day), voice("b", "hospital", "asserts", 70, day)]
    assert stand(far, can_grow=True, is_toll=True) == "disputed"
