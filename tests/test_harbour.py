"""Every feature planted in our own affair is found, with the standing it was planted for (see examples/README.md)."""

from __future__ import annotations

from pathlib import Path

import pytest

import crossread
from crossread import Dossier
from crossread.records import Finding

HARBOUR = Path(__file__).parents[1] / "examples" / "harbour"


@pytest.fixture(scope="module")
def dossier() -> Dossier:
    """The dossier of the example, made once."""
    return crossread.read(HARBOUR)


def words(dossier: Dossier, document: str, start: int, end: int) -> str:
    """Characters of an account."""
    return next(d.text for d in dossier.documents if d.id == document)[start:end]


def finding(dossier: Dossier, *quotes: str, kind: str | None = None) -> Finding:
    """The shown finding whose evidence holds each of some words."""
    for f in dossier.findings:
        told = [words(dossier, e.document, e.start, e.end) for e in f.evidence]
        if f.shown and kind in (None, f.kind) and all(any(q in t for t in told) for q in quotes):
            return f
    raise AssertionError(f"no finding rests on {quotes}")


def accounts(f: Finding) -> set[str]:
    """The numbers of the accounts a finding rests on."""
    return {e.document[:2] for e in f.evidence}


def reasons(f: Finding) -> set[str]:
    """The codes of a finding's reasons."""
    return {r.code for r in f.reasons}


def origins(dossier: Dossier, f: Finding) -> set[str]:
    """The names of a finding's origins."""
    names = {o.id: o.name for o in dossier.origins}
    return {names[e.origin] for e in f.evidence if e.origin}


def test_reprint_is_one_origin(dossier: Dossier) -> None:
    """What the agency wrote and an outlet reprinted has one origin."""
    told = finding(dossier, "The warehouse belongs to Norvik Chemicals")
    assert told.standing == "repeated"
    assert accounts(told) == {"01", "02"}


def test_quotation_in_two_translations(dossier: Dossier) -> None:
    """One quotation in two translations, cut short in a third account, has the mayor as its only origin."""
    told = finding(dossier, "knocked on every door", "knocked at all the doors")
    assert told.standing == "repeated"
    assert accounts(told) == {"03", "04", "10"}


def test_toll_rises(dossier: Dossier) -> None:
    """The toll goes from 4 to 7 to 11 and is evolving, not disputed."""
    told = finding(dossier, "four people were killed", "Seven people have died", "Eleven people died", kind="figure")
    assert told.standing == "evolving"
    assert accounts(told) == {"01", "02", "03", "04", "05", "06", "07", "08", "09", "10"}


def test_last_inspection_is_disputed(dossier: Dossier) -> None:
    """The date of the last inspection is in dispute between the ministry and the harbour's records."""
    told = finding(dossier, "February 12", "February 19")
    assert told.standing == "disputed"
    assert {e.value for e in told.evidence} >= {"2030-02-12", "2030-02-19"}


def test_accusation_and_denial(dossier: Dossier) -> None:
    """The missing licence is claimed by one and denied by the other."""
    told = finding(dossier, "accused Norvik Chemicals", "denied the accusation", "rejected the accusations")
    assert told.standing == "disputed"
    assert {e.stance for e in told.evidence} == {"asserts", "denies"}


@pytest.mark.parametrize(
    ("exact", "rounded", "standing"),
    [("2,748 tonnes", "2,700 tons", "repeated"), ("14.8 million euros", "nearly 15 million euros", None)],
)
def test_rounded_figures_agree(dossier: Dossier, exact: str, rounded: str, standing: str | None) -> None:
    """An unrounded and a rounded figure agree, and the reason says that one is rounded."""
    told = finding(dossier, exact, rounded, kind="figure")
    assert told.standing != "disputed"
    assert standing in (None, told.standing)
    assert "rounded" in reasons(told)


def test_announced_and_considered(dossier: Dossier) -> None:
    """What one account has announced and another considered neither agrees nor conflicts."""
    told = finding(dossier, "will pay 50,000 euros", "considering paying 50,000 euros", kind="figure")
    assert told.standing == "single-source"
    assert "planned-vs-done" in reasons(told)


def test_letter_is_owed_to_one_newspaper(dossier: Dossier) -> None:
    """The letter of January stands in many accounts, and all owe it to the Courier."""
    told = finding(dossier, "the Selmar Courier has learned", "the Selmar Courier reported")
    assert told.standing == "repeated"
    assert len(origins(dossier, told)) == 1
    assert len(accounts(told)) >= 4


def test_chain_of_attribution(dossier: Dossier) -> None:
    """What the minister told a channel, and an agency cited, has the minister's house as its origin."""
    told = finding(dossier, "told the television channel Kanal 3", "as cited by Norpress")
    assert told.standing == "repeated"


def test_timeline_tells_the_blast(dossier: Dossier) -> None:
    """What most accounts tell of the day of the blast comes first within it."""
    day = [t for t in dossier.timeline if t.date == "2030-03-03"]
    assert len(day[0].documents) >= 3


def test_findings_rest_on_words(dossier: Dossier) -> None:
    """Every finding has evidence, every evidence an origin, and no words are shown under two standings."""
    known = {o.id for o in dossier.origins}
    shown: dict[frozenset[tuple[str, int, int]], str] = {}
    for f in dossier.findings:
        assert all(e.origin in known for e in f.evidence)
        places = frozenset((e.document, e.start, e.end) for e in f.evidence)
        if f.shown:
            assert shown.setdefault(places, f.standing) == f.standing
