"""Undated accounts are dated where that can be inferred, and wrong dates are noticed."""

from dataclasses import replace

import pytest

from crossread.link.dates import date_undated
from crossread.records import (
    DateBasis,
    Document,
    Furniture,
    Lineage,
    Passage,
    Reading,
    Share,
    Span,
    Timex,
    digest,
    identify,
)
from crossread.records.values import Tense


def account(
    name: str, text: str, published: str | None = None, *times: tuple[str, str, str | None, Tense | None]
) -> Reading:
    """A reading with times: (words, value, step, tense)."""
    found = []
    for words, value, relative, tense in times:
        start = text.index(words)
        ident = identify("time", name, start)
        found.append(Timex(ident, name, start, start + len(words), "DATE", value, None, relative, tense))
    basis: DateBasis = "metadata" if published else "unknown"
    document = Document(name, name, text, name, digest(text), digest(text), published=published, published_basis=basis)
    return Reading(document, times=tuple(found))


def dated(name: str, day: str) -> Reading:
    """An account that tells of the dam on 9 August."""
    return account(name, f"{name}: the dam broke on August 9.", day, ("August 9", "2020-08-09", None, "past"))


STORY = (("a", "b", "c"),)


def test_the_beginning_dates_an_account() -> None:
    """What has happened, told at the beginning, gives the date; the year comes from the story."""
    undated = account(
        "c",
        "The dam broke on August 9. Repairs begin on Friday.",
        None,
        ("August 9", "XXXX-08-09", "~", "past"),
        ("Friday", "XXXX-WXX-5", ">", "future"),
    )
    (_, _, found), notices = date_undated((dated("a", "2020-08-09"), dated("b", "2020-08-20"), undated), STORY)
    assert (found.document.published, found.document.published_basis) == ("2020-08-09", "inferred")
    assert [timex.value for timex in found.times] == ["2020-08-09", "2020-08-14"]
    assert all(timex.relative is None for timex in found.times)
    assert [(notice.document, notice.code) for notice in notices] == [("c", "date-inferred")]
    assert "“August 9”" in notices[0].message


def test_an_account_is_no_older_than_its_story() -> None:
    """Where the day told of lies before the first dated account, that account's day is taken."""
    undated = account("c", "The dam broke on August 9.", None, ("August 9", "XXXX-08-09", "~", "past"))
    (*_, found), _ = date_undated((dated("a", "2020-08-11"), dated("b", "2020-08-20"), undated), STORY)
    assert found.document.published == "2020-08-11"


def test_what_is_to_come_dates_an_account() -> None:
    """An account that only looks forward to a day is taken to be from the day before."""
    undated = account("c", "The gates will open on August 12.", None, ("August 12", "XXXX-08-12", "~", "future"))
    (*_, found), _ = date_undated((dated("a", "2020-08-10"), dated("b", "2020-08-20"), undated), STORY)
    assert found.document.published == "2020-08-11"


def test_old_days_date_nothing() -> None:
    """A day far from the story's other accounts is background."""
    undated = account("c", "It was built on May 2, 1911.", None, ("May 2, 1911", "1911-05-02", None, "past"))
    (*_, found), notices = date_undated((dated("a", "2020-08-10"), dated("b", "2020-08-20"), undated), STORY)
    assert found.document.published is None
    assert [notice.code for notice in notices] == ["undated"]


def test_a_short_story_dates_its_accounts() -> None:
    """Where nothing else tells, the accounts of a story that lasted days give the date."""
    undated = account("c", "The dam broke.", None)
    (*_, found), _ = date_undated((dated("a", "2020-08-10"), dated("b", "2020-08-11"), undated), STORY)
    assert found.document.published == "2020-08-10"


def test_a_reprint_has_the_date_of_what_it_reprints() -> None:
    """The same text is of the same date."""
    undated = account("c", "The dam broke.", None)
    passage = Passage(Span(0, 5), Span(0, 5), 1.0)
    lineage = (Lineage("reprint", ("a", "c"), "a", (passage,), Share(1.0, 1.0)),)
    (_, found), _ = date_undated((dated("a", "2020-08-10"), undated), (("a",), ("c",)), lineage)
    assert found.document.published == "2020-08-10"


def test_without_a_date_the_year_may_still_be_known() -> None:
    """Days without a year take it from the story even where the account stays undated."""
    undated = account("c", "x" * 2000 + " It broke on August 9.", None, ("August 9", "XXXX-08-09", "~", "past"))
    (*_, found), _ = date_undated((dated("a", "2020-08-10"), dated("b", "2020-12-20"), undated), STORY)
    assert found.document.published is None
    assert [timex.value for timex in found.times] == ["2020-08-09"]


def test_alone_an_account_stays_undated() -> None:
    """A day without a year, and nothing beside it, stays open."""
    undated = account("c", "The dam broke on August 9.", None, ("August 9", "XXXX-08-09", "~", "past"))
    (found,), notices = date_undated((undated,), (("c",),))
    assert found == undated
    assert [notice.code for notice in notices] == ["undated"]


@pytest.mark.parametrize("day", ["2021-03-04", "2019-01-01"])
def test_a_date_that_the_text_contradicts_is_noticed(day: str) -> None:
    """It is left as it is: the reader decides."""
    told = account("a", "On May 3, 2021 it fell.", day, ("May 3, 2021", "2021-05-03", None, "past"))
    (found,), notices = date_undated((told,), (("a",),))
    assert found == told
    assert [notice.code for notice in notices] == ["date-contradicted"]


def test_a_dateline_that_differs_is_noticed() -> None:
    """Two days are allowed for time zones and late editions."""
    near = account("a", "NORTHPORT, May 3 - It fell.", "2021-05-05", ("May 3", "2021-05-03", None, None))
    furniture = (Furniture(0, 18, "dateline"),)
    near = replace(near, document=replace(near.document, furniture=furniture))
    far = replace(near, document=replace(near.document, published="2021-05-09"))
    assert date_undated((near,), (("a",),))[1] == ()
    assert [notice.code for notice in date_undated((far,), (("a",),))[1]] == ["date-contradicted"]


def test_what_is_planned_contradicts_nothing() -> None:
    """A full date after the account's own is no slip where it is told as to come."""
    told = account("a", "On May 3, 2021 it will fall.", "2021-01-01", ("May 3, 2021", "2021-05-03", None, "future"))
    assert date_undated((told,), (("a",),))[1] == ()


@pytest.mark.parametrize("day", ["0001-01-01", "9999-12-31"])
def test_the_ends_of_the_calendar(day: str) -> None:
    """No date is too early or too late to be reckoned with."""
    told = account("a", "On May 3, 2021 it fell.", day, ("May 3, 2021", "2021-05-03", None, "past"))
    undated = account("c", "It will fall on January 1.", None, ("January 1", day[:4] + "-01-01", None, "future"))
    assert len(date_undated((told, undated), (("a", "c"),))[0]) == 2
    assert len(date_undated((undated,), (("c",),))[0]) == 1


def test_order_alters_nothing() -> None:
    """Inferred dates rest on what files tell, never on one another."""
    readings = (dated("a", "2020-08-10"), account("b", "It broke.", None), account("c", "It broke again.", None))
    forward, _ = date_undated(readings, STORY)
    backward, _ = date_undated(readings[::-1], STORY)
    assert forward == backward[::-1]
