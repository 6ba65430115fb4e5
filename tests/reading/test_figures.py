"""Figures: value, unit, bounds, what they measure, whose they are."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from crossread.reading.coreference import Chained
from crossread.reading.figures import read_figures
from crossread.reading.figures_money import dollar_of
from crossread.reading.layout import Layout
from crossread.records import Attribution, Document, Figure, Furniture, Mention, Outlet, Span, Timex, digest

NOBODY = Chained((), (), (), ())


def document_of(text: str, domain: str | None = None, furniture: tuple[Furniture, ...] = ()) -> Document:
    """An account of nothing but a text."""
    ident = digest(text)
    outlet = Outlet("x", "X", domain)
    return Document("x.txt", "x.txt", text, ident[:12], ident, ident, outlet=outlet, furniture=furniture)


def figures_of(text: str, times: tuple[Timex, ...] = (), domain: str | None = None) -> tuple[Figure, ...]:
    """The figures of a text in which nothing else is marked."""
    return read_figures(Layout(document_of(text, domain)), times, (), NOBODY)


def told(text: str) -> list[tuple[float | None, str, str]]:
    """Value, unit and modifier of every figure."""
    return [(figure.value, figure.unit, figure.modifier) for figure in figures_of(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The mill made 1.5 billion bricks.", [(1.5e9, "count", "exact")]),
        ("The dam cost $ 1.5 billion.", [(1.5e9, "USD", "exact")]),
        ("The dam cost $1.5bn, not £143m.", [(1.5e9, "USD", "exact"), (1.43e8, "GBP", "exact")]),
        ("It won 80.1 per cent of the vote.", [(80.1, "percent", "exact")]),
        ("Rates rose by two percentage points.", [(2, "percentage_point", "exact")]),
        ("A 25-tonne crane fell on it.", [(25, "t", "exact")]),
        ("Half a million people came.", [(5e5, "people", "exact")]),
        ("They bought a dozen boats.", [(12, "count", "exact")]),
        ("Two thirds of the harbour froze.", [(2 / 3, "fraction", "exact")]),
        ("One in three boats sank.", [(1 / 3, "fraction", "exact")]),
        ("More than 10,000 were arrested.", [(10000, "people", "more_than")]),
        ("At least 22 migrants drowned.", [(22, "people", "at_least")]),
        ("Five were killed and 84 injured.", [(5, "people", "exact"), (84, "people", "exact")]),
        ("A family of five left.", [(5, "people", "exact")]),
        ("It hit three police cars.", [(3, "count", "exact")]),
        ("Ten of the 12 Norwegians on board swam.", [(10, "people", "exact"), (12, "people", "exact")]),
        ("No more than 30 workers and up to 40 boats.", [(30, "people", "at_most"), (40, "count", "at_most")]),
        ("About 130 miles away, some 20 knots of wind.", [(130, "mile", "about"), (20, "knot", "about")]),
        ("The 33-year-old sang.", [(33, "year", "exact")]),
        ("Ann Vane, 33, sang.", [(33, "year", "exact")]),
        ("Gusts of 155mph and 90 km/h.", [(155, "mile/h", "exact"), (90, "km/h", "exact")]),
        ("It cost 8.99 Australian dollars or HK$50.", [(8.99, "AUD", "exact"), (50, "HKD", "exact")]),
        ("A two-hour meeting.", [(2, "hour", "exact")]),
        ("He was sentenced to 26 years in prison.", [(26, "year", "exact")]),
        ("It was 30 degrees Celsius, then -5°C.", [(30, "°C", "exact"), (-5, "°C", "exact")]),
        ("The town has 12.5m visitors on a 48m high tower.", [(1.25e7, "people", "exact"), (48, "m", "exact")]),
        ("Over 100 km (60 miles) of rail.", [(100, "km", "more_than"), (60, "mile", "more_than")]),
        ("Less than half of 1 percent in half an hour.", [(0.5, "percent", "less_than"), (0.5, "hour", "exact")]),
        ("Eight or nine euros.", [(8, "EUR", "exact"), (9, "EUR", "exact")]),
        ("It fell from 21 percent last year to 19.", [(21, "percent", "exact"), (19, "percent", "exact")]),
        ("Rates rose 0.4 percent to 1,317.", [(0.4, "percent", "exact"), (1317, "count", "exact")]),
        ("Her sons, ages 7 and 10, sang.", [(7, "year", "exact"), (10, "year", "exact")]),
        ("She was 19 when it sank, and he had turned 20 just then.", [(19, "year", "exact"), (20, "year", "exact")]),
        ("Six US citizens and two Spaniards left.", [(6, "people", "exact"), (2, "people", "exact")]),
        ("Eighteen Boeing 747 aircraft and 20 or more kites.", [(18, "count", "exact"), (20, "count", "at_least")]),
        ("It took two and a half hours and 10 1/2 miles.", [(2.5, "hour", "exact"), (10.5, "mile", "exact")]),
        ("Not more than three more years.", [(3, "year", "at_most")]),
        ("One hundred and twenty thousand tonnes.", [(120000, "t", "exact")]),
        ("They lost 25 pounds or £25.", [(25, "pound", "exact"), (25, "GBP", "exact")]),
        ("It paid two million pounds and sank a 300-pound bell.", [(2e6, "GBP", "exact"), (300, "pound", "exact")]),
    ],
)
def test_a_figure_has_value_unit_and_modifier(text: str, expected: list[tuple[float, str, str]]) -> None:
    """Numbers in digits and words are read with what they count and how they are bounded."""
    found = told(text)
    assert [(unit, modifier) for _, unit, modifier in found] == [(unit, modifier) for _, unit, modifier in expected]
    assert [value for value, _, _ in found] == pytest.approx([value for value, _, _ in expected])


@pytest.mark.parametrize(
    ("text", "low", "high", "unit"),
    [
        ("Between 5 and 10 boats sank.", 5, 10, "count"),
        ("It takes 15-22 minutes.", 15, 22, "minute"),
        ("Growth of 5 to 10 percent.", 5, 10, "percent"),
        ("It will cost $10 to $15 billion.", 1e10, 1.5e10, "USD"),
        ("Four to five thousand people came.", 4000, 5000, "people"),
        ("Hundreds of thousands of people came.", 1e5, 1e6, "people"),
        ("Dozens of sailors swam.", 24, 100, "people"),
    ],
)
def test_a_range_has_two_ends_and_no_value(text: str, low: float, high: float, unit: str) -> None:
    """What lies between two numbers, or is vague, has no value of its own."""
    (figure,) = figures_of(text)
    assert (figure.value, figure.low, figure.high) == (None, low, high)
    assert (figure.unit, figure.modifier, figure.digits) == (unit, "range", None)


@pytest.mark.parametrize(
    "text",
    [
        "He came in 1994 and left in May 2003.",
        "Flight 123 landed at Gate 4.",
        "The Boeing 737 and the Galaxy S9 ran Windows 10.",
        "COVID-19 spread from the G20 after 9/11.",
        "Article 5 of the treaty applies.",
        "The match ended 2-2, a 3-1 win was lost.",
        "Call 555 123 4567 or +44 20 7946 0958 at 12:30.",
        "It was one of the best, no one knew, one another's one day.",
        "The 1990s, the 17th and the 21st were good.",
        "She lives at 16 Harbour Street.",
        "See https://example.org/2/12345 and @user99.",
        "1. The harbour",
        "The second half was the first.",
        "He dialled 911 and a 999 operator answered.",
        "It is half a world away, and they high-five at half-time.",
        "A one-on-one talk, a two-way street, the top 10, the final four.",
        "Vane (4) scored in an 18:9 picture at 6.10 and left at 9pm.",
    ],
)
def test_what_counts_nothing_is_no_figure(text: str) -> None:
    """Years, names with numbers, results, addresses and list numbers are left alone."""
    assert figures_of(text) == ()


def test_rising_from_one_to_another_is_two_figures() -> None:
    """What moved from one value to another had both, one after the other; the amount of a move has a direction."""
    first, second = figures_of("Sales rose from 240 boats to 273 boats.")
    assert (first.value, second.value) == (240, 273)
    (figure,) = figures_of("Sales fell 5 percent.")
    assert figure.change == "down"
    assert [f.change for f in figures_of("They make up 80 percent and lost 12 men.")] == [None, None]


def test_significant_digits_are_those_written() -> None:
    """ "80.10" says more than "80.1"; noughts that end a whole number say nothing."""
    assert [f.digits for f in figures_of("It was 80.10 percent, then 80.1 percent of 10,000 votes.")] == [4, 3, 1]


def test_measure_is_in_the_words_of_the_account() -> None:
    """What is measured is named by the words round the figure, so that accounts can be compared."""
    text = "A storm killed at least six people. Six people were killed by the storm."
    first, second = (figure.measure or "" for figure in figures_of(text))
    assert {"killed", "people"} <= set(first.split()) & set(second.split())
    for piece in f"{first} … {second}".split(" … "):
        assert piece in text


def test_measure_reaches_over_marks_and_remarks() -> None:
    """A label before a colon, a bracketed conversion and a remark between commas part no figure from its words."""
    measures = [figure.measure for figure in figures_of("Height: 70 m (230 feet) Mass: 5 tonnes")]
    assert measures == ["Height", "Height", "Mass"]
    (figure,) = figures_of("Some 30 sailors, most of them women, were rescued.")
    assert figure.measure == "sailors … rescued"


def test_a_figure_stands_in_its_surroundings() -> None:
    """Its holder, its date and the innermost attribution are pointed to."""
    text = "The Vane company sold 12 boats on Monday, she said."
    names = (Mention("m", "x.txt", 4, 8, "chain", "name"),)
    times = (Timex("t", "x.txt", 35, 41, "DATE", "2020-01-06"),)
    said = tuple(Attribution(i, "x.txt", (Span(0, end),), None, None, "indirect") for i, end in (("a", 41), ("b", 34)))
    (figure,) = read_figures(Layout(document_of(text)), times, said, Chained(names, (), (), said))
    assert (figure.holder_chain, figure.time, figure.attribution) == ("chain", "t", "b")


def test_an_age_is_held_by_whoever_has_it() -> None:
    """An age behind a name or before it belongs to that name, whoever stands nearer."""
    text = "The Vane company hired 33-year-old Ann Orr and Max Ilves, 44."
    spans = {"vane": (4, 8), "orr": (35, 42), "ilves": (47, 56)}
    names = tuple(Mention(name, "x.txt", *span, name, "name") for name, span in spans.items())
    figures = read_figures(Layout(document_of(text)), (), (), Chained(names, (), (), ()))
    assert [figure.holder_chain for figure in figures] == ["orr", "ilves"]


def test_a_number_in_a_date_is_no_figure() -> None:
    """Dates are times; lengths of time are figures as well."""
    text = "He left 2 days ago after 3 weeks."
    times = (Timex("a", "x.txt", 8, 18, "DATE", "2020-01-06"), Timex("b", "x.txt", 25, 32, "DURATION", "P3W"))
    assert [(f.value, f.unit) for f in figures_of(text, times)] == [(3, "week")]


def test_furniture_holds_no_figures() -> None:
    """Shares and scores in what is no article are not read."""
    text = "12 shares\nThe ship sank with 30 men."
    document = document_of(text, furniture=(Furniture(0, 9, "share"),))
    assert [f.value for f in read_figures(Layout(document), (), (), NOBODY)] == [30]


@pytest.mark.parametrize(
    ("domain", "code"), [("example.com.au", "AUD"), ("example.ca", "CAD"), ("example.com", "USD"), (None, "USD")]
)
def test_a_bare_dollar_is_the_outlets(domain: str | None, code: str) -> None:
    """A dollar sign without a country means the dollar of the account's own."""
    assert dollar_of(document_of("x", domain)) == code
    assert figures_of("It cost $5 million.", domain=domain)[0].unit == code


WORDS = (
    "12 1,200 99999999999999999999 ½ ² ٣ five half $ € % - – . to between and of more than people km 1/4 ×10−8 in "
    "three thousand ( ) , Flight killed hundreds 10^ 2016 old year \u202f 000 m bn RM a third one dozen every out"
)
PIECES = st.sampled_from([*WORDS.split(" "), " ", "\n"])
TEXTS = st.text(max_size=80) | st.lists(PIECES, max_size=25).map(" ".join) | st.lists(PIECES, max_size=25).map("".join)


@settings(deadline=None, max_examples=300)
@given(TEXTS)
def test_figures_keep_their_promises(text: str) -> None:
    """Whatever the text: spans lie in it and apart, ends hold the value, measures are words of the account."""
    figures = figures_of(text)
    last = 0
    for figure in figures:
        assert last <= figure.start < figure.end <= len(text)
        last = figure.end
        low, high = figure.low, figure.high
        assert all(number is None or abs(number) < 1e40 for number in (figure.value, low, high))
        assert low is not None or high is not None
        assert low is None or high is None or low <= high
        if figure.value is not None:
            assert (low is None or low <= figure.value) and (high is None or figure.value <= high)
        pieces = (figure.measure or "").split(" … ")
        assert figure.measure == "age" or all(piece in text for piece in pieces)
    assert figures == figures_of(text)


@settings(deadline=None, max_examples=100)
@given(TEXTS, st.integers(0, 60), st.integers(1, 30))
def test_no_figure_overlaps_a_date(text: str, start: int, length: int) -> None:
    """Where a date stands there is no figure."""
    date = Timex("t", "x.txt", start, start + length, "DATE", "2020")
    assert not any(figure.start < date.end and date.start < figure.end for figure in figures_of(text, (date,)))


@pytest.mark.parametrize(
    "piece", ["just about ", "the 5 the ", "one in ", "1,", "5 and ", "twenty ", "hundreds of ", "1/2/"]
)
def test_a_long_line_is_read_in_its_share_of_time(piece: str) -> None:
    """Whatever is repeated, nothing nests without end and nothing is read over and over."""
    figures = figures_of(piece * 2000 + " more than 5 people")
    assert (figures[-1].value, figures[-1].unit) == (5, "people")
