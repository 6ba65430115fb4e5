"""What TIMEX3 values mean on the calendar."""

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from crossread import calendar

DAYS = st.dates(date(2, 1, 1), date(9998, 12, 31))


@pytest.mark.parametrize(
    ("value", "first", "last"),
    [
        ("2016-W44", "2016-10-31", "2016-11-06"),
        ("2020-W53", "2020-12-28", "2021-01-03"),
        ("2020-02", "2020-02-01", "2020-02-29"),
        ("2020-Q3", "2020-07-01", "2020-09-30"),
        ("2020-H1", "2020-01-01", "2020-06-30"),
        ("2020-WI", "2020-12-01", "2021-02-28"),
        ("198", "1980-01-01", "1989-12-31"),
        ("198X", "1980-01-01", "1989-12-31"),
        ("19", "1900-01-01", "1999-12-31"),
        ("1990-W32-WE", "1990-08-11", "1990-08-12"),
        ("2020-08-09TNI", "2020-08-09", "2020-08-09"),
        ("2020-08-09T12:10+02:00", "2020-08-09", "2020-08-09"),
    ],
)
def test_a_value_reaches_from_its_first_to_its_last_day(value: str, first: str, last: str) -> None:
    """Weeks are ISO weeks, a winter runs into the next year, a time of day lies within its day."""
    assert calendar.days_of(value) == (date.fromisoformat(first), date.fromisoformat(last))


@pytest.mark.parametrize(
    "value", ["PAST_REF", "P3D", "XXXX-09-14", "XXXX-WXX-4", "2020-02-30", "BC0044", "2020-QX", ""]
)
def test_what_has_no_place_has_no_days(value: str) -> None:
    """References, lengths, unknown years, days the calendar lacks and years before the first have no days."""
    assert calendar.days_of(value) is None


@pytest.mark.parametrize(
    ("coarse", "fine"),
    [
        ("2020-08", "2020-08-09"),
        ("2016-W44", "2016-11-04"),
        ("2020", "2020-SU"),
        ("2020-08-09", "2020-08-09T12:10"),
        ("2020-08-09TAF", "2020-08-09T12:10"),
        ("198", "1984-05"),
        ("XXXX-09-14", "2020-09-14"),
        ("PAST_REF", "PAST_REF"),
    ],
)
def test_a_coarser_value_covers_a_finer_one(coarse: str, fine: str) -> None:
    """The coarser covers, the two agree, and the finer does not cover the coarser."""
    assert calendar.covers(coarse, fine)
    assert calendar.agree(fine, coarse)
    assert coarse == fine or not calendar.covers(fine, coarse)


def test_values_sort_by_first_day_and_the_coarser_first() -> None:
    """What has no place on the calendar comes last; years before the first come first."""
    values = ["PAST_REF", "2020-08-09", "2020-W33", "2020-08", "2020", "BC0044-03-15", "2020-08-09TNI"]
    assert sorted(values, key=calendar.sort_key) == [
        "BC0044-03-15", "2020", "2020-08", "2020-08-09", "2020-08-09TNI", "2020-W33", "PAST_REF",
    ]  # fmt: skip


@settings(deadline=None)
@given(DAYS)
def test_every_day_is_itself(day: date) -> None:
    """A day names itself, lies in its month and its week, and comes before the next."""
    year, week, _ = day.isocalendar()
    assert calendar.days_of(day.isoformat()) == (day, day)
    assert calendar.covers(day.isoformat()[:7], day.isoformat())
    assert calendar.covers(f"{year:04}-W{week:02}", day.isoformat())
    assert calendar.sort_key(day.isoformat()) < calendar.sort_key((day + timedelta(days=1)).isoformat())


@settings(deadline=None)
@given(DAYS, st.integers(1, 7))
def test_weekdays_are_found_on_the_side_asked_for(anchor: date, weekday: int) -> None:
    """The latest up to the anchor, the latest before it, the next from it, the next after it."""
    value = f"XXXX-WXX-{weekday}"
    found = {way: date.fromisoformat(calendar.resolve(value, way, anchor)) for way in ("<", "<<", ">", ">>")}
    assert {day.isoweekday() for day in found.values()} == {weekday}
    assert anchor - timedelta(days=6) <= found["<"] <= anchor <= found[">"] <= anchor + timedelta(days=6)
    assert anchor - timedelta(days=7) <= found["<<"] < anchor < found[">>"] <= anchor + timedelta(days=7)


@settings(deadline=None)
@given(
    st.from_regex(r"(XXXX|\d{3}\d|BC\d{4})(-\d\d)?(-\d\d)?(T\d\d:\d\d)?", fullmatch=True) | st.text(max_size=12),
    st.from_regex(r"[+-]\d{1,4}(Y|Q|M|W|D|DE|CE)|<|<<|>|>>|~", fullmatch=True) | st.text(max_size=4),
    st.dates(),
)
def test_no_value_or_step_raises(value: str, relative: str, anchor: date) -> None:
    """Whatever is given, the answer is a value or none."""
    calendar.days_of(value)
    calendar.sort_key(value)
    calendar.covers(value, calendar.resolve(value, relative, anchor))
