"""`crossread entities`: who is who, for review."""

import pytest

from crossread.cli import entities as command
from crossread.cli.__main__ import main
from crossread.link.entities import link_entities
from crossread.link.people import parse_people
from crossread.records import Dossier, Generator
from tests.link.accounts import account

ACCOUNTS = (
    account("1", "[Olga Tikhanova]p1 met [Ada Venn]p2 in [Selmar]l1. [officials]p3.nominal left."),
    account("2", "[Tihanova]p1 met [Otto Venn]p2 in [Selmar]l1."),
    account("3", "[Venn]p1 was in [Selmar]l1, [the Harbour Fox]p2.nominal too."),
)


@pytest.fixture
def told(monkeypatch, capsys):
    """What the command prints, given rules and options."""

    def print_with(rules="", *options):
        readings, entities = link_entities(ACCOUNTS, parse_people(rules)[0])
        dossier = Dossier(
            Generator("crossread", "0", "rules"),
            tuple(r.document for r in readings),
            entities=entities,
            mentions=tuple(m for r in readings for m in r.mentions),
        )
        monkeypatch.setattr(command, "read_accounts", lambda arguments: dossier)
        assert main(["entities", "folder", *options]) == 0
        return capsys.readouterr().out

    return print_with


def test_forms_and_reasons_are_listed(told):
    """Every entity shows its forms with counts and why its chains are one."""
    out = told()
    assert "Olga Tikhanova  [person]  2 mentions in 2 accounts" in out
    assert "also    Tihanova (1)" in out
    assert "family name of Olga Tikhanova, the only bearer in this company" in out


def test_doubts_come_with_the_line_that_settles_them(told):
    """A family name with two bearers is a doubt, and the rule to settle it is written out."""
    out = told("", "--doubts")
    assert "doubt   the word alone was given to none of its bearers: Ada Venn, Otto Venn" in out
    assert "one: Venn = Ada Venn" in out
    assert "Selmar" not in out


def test_unnamed_are_listed_on_demand(told):
    """'officials' stand in the list only where all are asked for."""
    assert "officials" not in told()
    assert "officials" in told("", "--all")


def test_the_users_word_is_shown_as_such(told):
    """A union the user made says so."""
    assert "you said: line 1: name: the Harbour Fox is Olga Tikhanova" in told(
        "name: the Harbour Fox is Olga Tikhanova"
    )
