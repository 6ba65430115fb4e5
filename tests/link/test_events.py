"""Events of several accounts are one only where type, day and parties agree."""

from dataclasses import replace

from crossread.link.events import cluster_events
from crossread.records import Document, Event, Reading, Timex, digest


def reading(
    name: str, actors: str, recipients: str, value: str | None, kind: str = "CONSULT", **changes: str
) -> Reading:
    """An account with one event between entities named by letters."""
    text = f"{name} tells of a meeting on some day."
    document = Document(name, name, text, digest(text), digest(text), digest(text), story="s1", published="2031-05-04")
    time = Timex(f"t{name}", name, 0, 4, "DATE", value) if value else None
    event = Event(
        f"e{name}", name, 5, 10, kind, actors=tuple(actors), recipients=tuple(recipients),  # type: ignore[arg-type]
        time=time.id if time else None,
    )  # fmt: skip
    return Reading(replace(document, **changes), times=(time,) if time else (), events=(event,))


def clusters(*readings: Reading) -> list[set[str]]:
    """The clusters as sets of event ids."""
    _, made = cluster_events(readings)
    return sorted((set(cluster.events) for cluster in made), key=sorted)


def test_same_day_same_parties_is_one_event() -> None:
    """Type, day and a party agree; who of two that met is named first does not matter."""
    assert clusters(reading("a", "x", "y", "2031-05-03"), reading("b", "y", "x", "2031-05-03")) == [{"ea", "eb"}]


def test_coarser_day_agrees_with_a_finer() -> None:
    """A day lies in its week; the cluster takes the finer value."""
    _, made = cluster_events((reading("a", "x", "y", "2031-05-03"), reading("b", "x", "y", "2031-W18")))
    assert [(len(c.events), c.date) for c in made] == [(2, "2031-05-03")]


def test_other_days_types_parties_and_stories_stay_apart() -> None:
    """Any of them that differs makes two events."""
    first = reading("a", "x", "y", "2031-05-03")
    others = (
        reading("b", "x", "y", "2031-05-05"),
        reading("b", "x", "y", "2031-05-03", "ASSAULT"),
        reading("b", "p", "q", "2031-05-03"),
        reading("b", "x", "y", "2031-05-03", story="s2"),
    )
    for other in others:
        assert clusters(first, other) == [{"ea"}, {"eb"}]


def test_undated_events_need_both_parties() -> None:
    """Without a day one shared party is not enough, both in accounts of near days are."""
    assert clusters(reading("a", "x", "y", None), reading("b", "x", "y", None)) == [{"ea", "eb"}]
    assert clusters(reading("a", "x", "", None), reading("b", "x", "", None)) == []


def test_order_of_accounts_alters_nothing() -> None:
    """The same clusters with the same ids, in any order."""
    given = (reading("a", "x", "y", "2031-05-03"), reading("b", "y", "x", "2031-05-03"), reading("c", "x", "z", None))
    assert cluster_events(given)[1] == cluster_events(given[::-1])[1]
