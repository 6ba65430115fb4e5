"""Times: what is one, where it begins and ends, and what it is worth."""

import re
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from crossread import calendar
from crossread.reading.layout import Layout
from crossread.reading.timex import is_day_first, read_times
from crossread.reading.timex_words import LEXICON
from crossread.records import Document, Outlet, Timex, digest

# A Wednesday.
PUBLISHED = "2021-06-16"
MARKED = re.compile(r"\[([^\]|]+)\|([^\]]+)\]")


def read(text: str, published: str | None = PUBLISHED, domain: str | None = None) -> tuple[Timex, ...]:
    """The times of a text."""
    outlet = Outlet("x", "X", domain, "url")
    document = Document("a.txt", "a.txt", text, digest(text), "", "", published=published, outlet=outlet)
    return read_times(Layout(document))


def mark(text: str, times: tuple[Timex, ...]) -> str:
    """The text with its times marked: '[Friday|2021-06-11]'."""
    for timex in reversed(times):
        words = text[timex.start : timex.end]
        text = f"{text[: timex.start]}[{words}|{timex.value}]{text[timex.end :]}"
    return text


def check(marked: str, published: str | None = PUBLISHED, domain: str | None = None) -> None:
    """Whether exactly the marked times are found, with their values."""
    text = MARKED.sub(r"\1", marked)
    assert mark(text, read(text, published, domain)) == marked


@pytest.mark.parametrize(
    "marked",
    [
        "The dam broke on [9 August 2020|2020-08-09] at dawn's end.",
        "The dam broke on [the 9th of August 2020|2020-08-09].",
        "The dam broke on [Aug. 9, 2020|2020-08-09], they said.",
        "The dam broke on [Sunday, August 9, 2020|2020-08-09].",
        "Filed [2020-08-09|2020-08-09], stamped [09.08.2020|2020-08-09].",
        "It stood from [March 2019|2019-03] and was closed in [late September 2020|2020-09].",
        "Built in [1911|1911], widened in [the 1950s|195] or [the 1960's|196], it dates to [the 19th century|18].",
        "He ruled until [44 BC|BC0044].",
        "They met in [the third quarter of 2020|2020-Q3] and [the second half of 2019|2019-H2].",
        "In [the spring of 2019|2019-SP] the river rose.",
        "They sat on [May 4|2021-05-04]-[9|2021-05-09] in the town.",
        "The war of [1914|1914]-[18|1918] is past.",
        "It was [nineteen ninety-six|1996] when he came.",
    ],
)
def test_full_dates_in_all_written_forms(marked: str) -> None:
    """Every order of day, month and year that newspapers use is read, as coarse as the words."""
    check(marked)


@pytest.mark.parametrize(
    "marked",
    [
        "He said [Friday|2021-06-11] that it had rained.",
        "They will meet on [Friday|2021-06-18] in the hall.",
        "The vote, scheduled for [Monday|2021-06-21], matters.",
        "He spoke on [Wednesday|2021-06-16].",
        "[Last Tuesday|2021-06-15] he left; [next Monday|2021-06-21] he returns.",
        "The bridge fell on [Thursday|2021-06-17], police said.",
        "It closed [last week|2021-W23], reopened [yesterday|2021-06-15] and shuts [next month|2021-07].",
        "Prices rose in [October|2020-10] and [this month|2021-06].",
        "He left [two weeks ago|2021-W22] or [three days ago|2021-06-13], not [a year ago|2020].",
        "[Last night|2021-06-15TNI] it burned; [this morning|2021-06-16TMO] it smoked.",
        "The hall was built [last year|2020] and opened [earlier this month|2021-06].",
        "They wed on [Feb. 12|2021-02-12]. They will part on [Dec. 3|2021-12-03].",
        "It opened on [June 12 last year|2020-06-12] and shut [this past October|2020-10].",
        "They wed [last February|2021-02] and voted [last autumn|2020-FA].",
        "She sang on [New Year's Eve|2020-12-31], at [Christmas|2020-12-25] and on [Thanksgiving|2020-11-26].",
        "He left on [Good Friday 2020|2020-04-10], and in [Q3|2020-Q3] he came.",
        "The [Sept. 11|2001-09-11] attacks were long ago; [May 4|2021-05-04]-[9|2021-05-09] was not.",
        "They waited over [the weekend|2021-W23-WE].",
    ],
)
def test_times_that_hang_on_the_account(marked: str) -> None:
    """They are reckoned from its date, weekdays to the side that the verb tells."""
    check(marked)


def test_a_weekday_is_tomorrow_rather_than_six_days_ago() -> None:
    """Accounts are dated a day too early more often than they call a day of the week before by its name."""
    check("The ferry sank on [Thursday|2021-06-17] in calm water.")


@pytest.mark.parametrize(
    "marked",
    [
        "It came on [May 3, 2020|2020-05-03]. [The next day|2020-05-04] it left, [two months later|2020-07] it came.",
        "He came in [2014|2014]. [That year|2014] it snowed; [the following year|2015] it did not.",
        "On [May 3, 2020|2020-05-03] it fell, [a week after|2020-W19].",
        "On [May 3|2021-05-03] it fell, at [11:30pm|2021-05-03T23:30].",
        "On [4 March 1911|1911-03-04] it opened. [The same day|1911-03-04] it shut.",
    ],
)
def test_times_that_hang_on_what_is_told(marked: str) -> None:
    """'The next day' follows the day last told of, not the account's."""
    check(marked)


@pytest.mark.parametrize(
    "marked",
    [
        "It rang at [5 p.m. on Sunday|2021-06-13T17:00].",
        "It rang [Sunday at 5 p.m. EST|2021-06-13T17:00].",
        "It rang at [noon|2021-06-16T12:00] and at [12:10 a.m.|2021-06-16T00:10].",
        "It rang on [Sunday night|2021-06-13TNI], on [the night of 9 June|2021-06-09TNI].",
        "It rang at [4 in the morning|2021-06-16T04:00] and at [0900 GMT|2021-06-16T09:00].",
        "It rang [Christmas morning|2020-12-25TMO] and [5 p.m. tonight|2021-06-16T17:00].",
        "It is open between [7|2021-06-18T19:00] and [9 p.m. on Friday|2021-06-18T21:00], it will be said.",
        "They dug through [the morning|2021-06-16TMO] and left at [about 10:25|2021-06-16T10:25].",
        "It rang at [midnight on New Year's Eve|2020-12-31T24:00].",
    ],
)
def test_times_of_day(marked: str) -> None:
    """A time of day has its day, told or the account's own."""
    check(marked)


@pytest.mark.parametrize(
    "marked",
    [
        "He served for [26 years|P26Y] and [a year and a half|P1Y6M] more.",
        "He waited [about three months|P3M], then [two and a half hours|PT2H30M].",
        "[The last five years|P5Y] were dry; [the next few days|PXD] are wet.",
        "A [15-year|P15Y] lease, a [two-hour|PT2H] talk, [twenty four hours|PT24H].",
        "It took [half an hour|PT30M], [two decades|P20Y], [several weeks|PXW].",
        "It runs [every day|P1D], [every Thursday|XXXX-WXX-4] and on [Mondays|XXXX-WXX-1], [weekly|P1W].",
        "He pays twice [a year|P1Y] and [every three weeks|P3W].",
        "[Now|PRESENT_REF] it is [currently|PRESENT_REF] shut; it opened [recently|PAST_REF].",
    ],
)
def test_lengths_sets_and_references(marked: str) -> None:
    """Durations, sets and words that refer have their TIMEX3 values."""
    check(marked)


@pytest.mark.parametrize(
    "marked",
    [
        "The two met between [August 4|2020-08-04] and [August 9, 2020|2020-08-09].",
        "From [November 30, 2019|2019-11-30] to [January 4|2020-01-04] it was shut.",
    ],
)
def test_a_span_shares_its_year(marked: str) -> None:
    """Of two dates joined, the one without a year takes it from the other."""
    check(marked)


@pytest.mark.parametrize(
    "text",
    [
        "She may march in the second row.",
        "May I ask? Prime Minister May said no.",
        "The Sunday Times and The Sun wrote of it.",
        "August Wilson wrote it.",
        "They won 3-1 and 2:0, with 1,990 people there.",
        "Call 555 2010 33 or take Flight 1990.",
        "The 41-year-old has a five-year-old son who is 12 years old.",
        "Three-quarters of it, and a second man, fell.",
        "The march on the capital was long.",
        "The galaxy RXJ1131-1231 was seen at the Women's March.",
        "It cost $2000 and 1998 people came.",
        "USA TODAY has it. Copyright 2021.",
        "He was named man of the year.",
    ],
)
def test_what_is_no_time(text: str) -> None:
    """Numbers that count, verbs, names and ages are left alone."""
    assert read(text) == ()


def test_history_dates_by_itself() -> None:
    """Where years long past are told, a month without a year belongs to the year the story has come to."""
    years = "".join(f"In {year} the league met. " for year in range(1900, 1912))
    values = [timex.value for timex in read(years + "In March it split. In January it closed.")]
    assert values[-2:] == ["1911-03", "1911-01"]


def test_an_undated_account_keeps_what_the_words_give() -> None:
    """Values stay open, with the step to take once the date is known."""
    found = {timex.value: timex.relative for timex in read("On Sept. 14 he came; yesterday he left on Friday.", None)}
    assert found == {"XXXX-09-14": "~", "XXXX-XX-XX": "-1D", "XXXX-WXX-5": "<+"}


@pytest.mark.parametrize(
    ("text", "domain", "value"),
    [
        ("On 8/9/2020 it fell.", "example.com", "2020-08-09"),
        ("On 8/9/2020 it fell.", "example.co.uk", "2020-09-08"),
        ("On 8/9/2020, not 13/9/2020, it fell.", "example.com", "2020-09-08"),
        ("On 8/9/2020, not 8/13/2020, it fell.", "example.co.uk", "2020-08-09"),
    ],
)
def test_slashed_dates_by_country(text: str, domain: str, value: str) -> None:
    """The month stands first in the United States, unless another date in the text shows the order."""
    assert read(text, domain=domain)[0].value == value


def test_tense_is_told() -> None:
    """A time knows whether its clause tells of what was or of what is to come."""
    was, will = read("He came on May 3, 2021. He will leave on July 9, 2021.")
    assert (was.tense, will.tense) == ("past", "future")
    assert [t.tense for t in read("It was to be finished in 2013. It will be removed tomorrow.")] == ["past", "future"]


PIECES = st.sampled_from(
    [
        *(
            "on",
            "the",
            "of",
            "next",
            "last",
            "two",
            "ago",
            "a",
            "year",
            "years",
            "May",
            "March 3",
            "1999",
            "2020-13-45",
        ),
        *(
            "Friday",
            "at",
            "5",
            "p.m.",
            "EST",
            "31/31/2020",
            "99.99.9999",
            "'80s",
            "February 30",
            "first",
            "quarter",
            "\n",
        ),
        *(
            "second half of",
            "0",
            "24:59",
            "hundred",
            "and",
            "/",
            "BC",
            "9999",
            "this",
            "Easter",
            "half",
            "every",
            "12345678901",
        ),
    ]
)


WORDS = st.sampled_from(sorted(LEXICON.words))


@settings(deadline=None, max_examples=200)
@given(st.lists(PIECES | WORDS | st.text(max_size=4), max_size=24).map(" ".join), st.none() | st.dates().map(str))
def test_whatever_the_text(text: str, published: str | None) -> None:
    """Spans lie in the text, none overlaps, every value is TIMEX3, and reading again gives the same."""
    times = read(text, published)
    assert times == read(text, published)
    assert all(0 <= t.start < t.end <= len(text) for t in times)
    assert all(a.end <= b.start for a, b in pairwise(times))
    assert all(calendar.is_value(t.value) for t in times)
    assert all(t.relative is None or calendar.is_open(t.value) for t in times)


def test_time_grows_no_faster_than_the_text() -> None:
    """Long runs of numbers and of words that times begin with are read at the same pace as short ones."""
    for piece in ("one and ", "the last two ", "2020-", "May 3, ", "early in the ", "at least "):
        assert read(piece * 3000) is not None


def test_day_first() -> None:
    """Outlets of unknown country write as those of the United States do."""
    document = Document("a", "a", "", "k", "", "")
    assert not is_day_first(document)
