"""The user's word on who is who."""

import pytest

import crossread
from crossread.link.entities import link_entities
from crossread.link.people import PEOPLE_FILE, find_people, parse_people, unused_rules
from tests.link.accounts import account, entities_by_form

TOLD = """
# who is who in Selmar
one: Olga Tikhanova = the Harbour Fox
two: Ada Venn | Otto Venn
kind: Tarnguard is organization   # a guard, no town
"""


def test_every_kind_of_rule_is_read():
    """One rule a line; comments and empty lines say nothing."""
    rules, notices = parse_people(TOLD)
    assert [(rule.line, rule.kind, rule.names) for rule in rules.rules] == [
        (3, "one", ("Olga Tikhanova", "the Harbour Fox")),
        (4, "two", ("Ada Venn", "Otto Venn")),
        (5, "kind", ("Tarnguard", "organization")),
    ]
    assert notices == ()


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("same: A = B", "begins with none of one:, two:, name:, kind:"),
        ("one: A", "does not read as 'one: "),
        ("two: A |", "does not read as 'two: "),
        ("kind: A is town", "'town' is no kind"),
        ("name: A is B is C", "does not read as 'name: "),
    ],
)
def test_a_broken_line_is_told_and_the_rest_applies(line, told):
    """A line that cannot be understood is a notice with its number, and what to write instead."""
    rules, notices = parse_people(f"one: Ada = Venn\n{line}\ntwo: A | C")
    assert [rule.line for rule in rules.rules] == [1, 3]
    assert notices[0].message.startswith(f"{PEOPLE_FILE}, line 2: ")
    assert told in notices[0].message


def test_a_contradiction_is_told():
    """What was said to be one cannot be two in a later line."""
    rules, notices = parse_people("one: Ada Venn = Venn\ntwo: Venn | Ada Venn")
    assert len(rules.rules) == 1
    assert "contradicts line 1" in notices[0].message


ACCOUNTS = (
    account("1", "[Olga Tikhanova]p1 met [Ada Venn]p2. [Tarnguard]l1 came."),
    account("2", "[the Harbour Fox]p1.nominal met [A. Venn]p2."),
)


def linked(text):
    return entities_by_form(link_entities(ACCOUNTS, parse_people(text)[0])[1])


def test_the_user_unites():
    """'one' and 'name' unite what no rule of ours would, by a merge that is the user's; 'name' also names it."""
    _, entities = link_entities(ACCOUNTS, parse_people("name: Harbour Fox is Olga Tikhanova")[0])
    (entity,) = [e for e in entities if e.name == "Olga Tikhanova"]
    assert [(merge.by, merge.reason) for merge in entity.merges] == [
        ("user", "line 1: name: Harbour Fox is Olga Tikhanova")
    ]


def test_the_user_parts():
    """'two' keeps apart what we would have united."""
    assert linked("")["Ada Venn"] == linked("")["A. Venn"]
    apart = linked("two: Ada Venn | A. Venn")
    assert apart["Ada Venn"] != apart["A. Venn"]


def test_the_user_says_what_kind():
    """'kind' overrides every vote."""
    _, entities = link_entities(ACCOUNTS, parse_people("kind: tarnguard is Organization")[0])
    assert {e.kind for e in entities if e.name == "Tarnguard"} == {"organization"}


def test_a_rule_for_nobody_is_told():
    """A rule naming somebody no account names is a notice: most likely a slip of the pen."""
    rules, _ = parse_people("one: Ada Venn = Ada Wenn")
    assert "Ada Wenn, whom no account names" in unused_rules(rules, ACCOUNTS)[0].message


def test_the_file_lies_in_or_beside_the_folder(tmp_path):
    """The file is found in the folder of accounts and beside it; a missing one given by name is told."""
    folder = tmp_path / "coverage"
    folder.mkdir()
    assert find_people([folder])[0].rules == ()
    (tmp_path / PEOPLE_FILE).write_text("one: A = B", encoding="utf-8")
    (folder / PEOPLE_FILE).write_text("two: A | C", encoding="utf-8")
    assert [rule.kind for rule in find_people([folder])[0].rules] == ["two", "one"]
    assert "could not be read" in find_people([], tmp_path / "missing.people")[1][0].message


def test_a_dossier_follows_the_file(tmp_path):
    """The file beside the accounts is read with them, is none of them, and its unions are the user's in the dossier."""
    (tmp_path / "one.txt").write_text("“We will rebuild the pier,” said Ada Venn, the mayor.\n", encoding="utf-8")
    (tmp_path / "two.txt").write_text("Mayor Adelheid Venning said the pier was lost.\n", encoding="utf-8")
    (tmp_path / PEOPLE_FILE).write_text("one: Ada Venn = Adelheid Venning\ntwo\n", encoding="utf-8")
    dossier = crossread.read(tmp_path)
    assert [document.id for document in dossier.documents] == ["one.txt", "two.txt"]
    merged = [entity for entity in dossier.entities if any(merge.by == "user" for merge in entity.merges)]
    assert [sorted(alias.text for alias in entity.aliases) for entity in merged] == [["Ada Venn", "Adelheid Venning"]]
    assert [notice.message for notice in dossier.notices if notice.code == "people-line"] == [
        f"{PEOPLE_FILE}, line 2: 'two' begins with none of one:, two:, name:, kind: (as in "
        "'one: Olga Tikhanova = Tihanova'); the line is left out"
    ]
