"""Chains of several accounts that mean one entity."""

import itertools
from dataclasses import replace

import pytest

from crossread.link.entities import link_entities
from crossread.records import Credit
from tests.link.accounts import account, entities_by_form


def linked(*marked, **more):
    """The entities of accounts given as marked texts."""
    _, entities = link_entities(tuple(account(f"{n}.txt", text, **more) for n, text in enumerate(marked)))
    return entities_by_form(entities), entities


def are_one(forms, *names):
    return len(set.union(*(forms[name] for name in names))) == 1


def test_one_name_is_one_person():
    """The same full name in two accounts is one entity, with every form counted and the reason given."""
    forms, entities = linked("[Ada Venn]p1 spoke. [Venn]p1 left.", "[Ada Venn]p1 came.")
    assert are_one(forms, "Ada Venn", "Venn")
    (entity,) = entities
    assert [(a.text, a.count) for a in entity.aliases] == [("Ada Venn", 2), ("Venn", 1)]
    assert entity.name == "Ada Venn"
    assert entity.merges[0].reason == "same name"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Svetlana Tikhanova", "Svetlana Tihanova"),
        ("Aleksandr Lusenko", "Aliaksandr Lusenka"),
        ("Mohammed Rashid", "Muhammad Rashid"),
        ("José Peña", "Jose Pena"),
        ("Bruno M. Keller", "Bruno Keller"),
        ("Luis Guillermo Ortega", "Luis Guillermo Ortega Rivas"),
        ("Bill Hartwell", "William Hartwell"),
        ("Sula R. Winter", "Sula Rubin Winter"),
        ("Li Weiming", "Weiming Li"),
    ],
)
def test_spellings_and_fuller_names_are_one(one, other):
    """Spelling, transliteration, initials, second names and order do not split a person."""
    forms, _ = linked(f"[{one}]p1 met [Selmar]l1 traders.", f"[{other}]p1 met [Selmar]l1 traders.")
    assert are_one(forms, one, other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Bruno Keller", "William Keller"),
        ("Emma Ramos", "Emma Bowden"),
        ("Kim Chol-su", "Kim Jong-su"),
        ("Anna A. Ilyina", "Anna B. Ilyina"),
        ("Ada Venn", "Ada Kestrel Moss"),
    ],
)
def test_other_given_or_family_names_are_two(one, other):
    """Full names with different given names, initials or family names never merge."""
    forms, _ = linked(f"[{one}]p1 met [Selmar]l1 traders.", f"[{other}]p1 met [Selmar]l1 traders.")
    assert not are_one(forms, one, other)


def test_family_name_goes_to_its_only_bearer():
    """A family name alone is its bearer's where the accounts keep company and no second bearer is in play."""
    forms, entities = linked("[Ada Venn]p1 spoke in [Selmar]l1.", "In [Selmar]l1 [Venn]p1 denied it.")
    assert are_one(forms, "Ada Venn", "Venn")
    assert any("only bearer" in merge.reason for entity in entities for merge in entity.merges)


def test_family_name_with_two_bearers_is_nobodys():
    """Where two bearers are in play anywhere in the affair, the family name alone is given to neither."""
    forms, _ = linked(
        "[Ada Venn]p1 spoke in [Selmar]l1.", "[Otto Venn]p1 spoke in [Selmar]l1.", "In [Selmar]l1 [Venn]p1 denied it."
    )
    assert forms["Venn"].isdisjoint(forms["Ada Venn"] | forms["Otto Venn"])


def test_gender_leaves_one_bearer():
    """A woman's family name is not her brother's."""
    women = {"gender": "female"}
    one = account("1", "[Ada Venn]p1 spoke in [Selmar]l1.", p1=women)
    two = account("2", "[Otto Venn]p1 spoke in [Selmar]l1.", p1={"gender": "male"})
    three = account("3", "In [Selmar]l1 [Venn]p1 denied it.", p1=women)
    forms = entities_by_form(link_entities((one, two, three))[1])
    assert are_one(forms, "Ada Venn", "Venn")
    assert forms["Otto Venn"].isdisjoint(forms["Venn"])


def test_one_account_tells_two_names_apart():
    """Names that one account keeps apart are not united, however alike they are."""
    forms, _ = linked("[Bruno Keller]p1 and [Bruno Keller Moss]p2 met.", "[Bruno Keller]p1 spoke.")
    assert not are_one(forms, "Bruno Keller", "Bruno Keller Moss")


def test_country_with_its_names_and_people_is_one_place():
    """A country, its abbreviation and its adjective are one place entity."""
    forms, entities = linked(
        "[Norway]l1 agreed.", "The [Norwegian]l1.nominal side agreed.", "The [U.S.]l1 and [America]l2."
    )
    assert len(entities) == 2
    assert are_one(forms, "U.S.", "America")
    assert {entity.kind for entity in entities} == {"place"}


def test_countries_of_like_spelling_stay_two():
    """Austria is no slip of Australia."""
    forms, _ = linked("[Austria]l1 met [Selmar]l2.", "[Australia]l1 met [Selmar]l2.")
    assert not are_one(forms, "Austria", "Australia")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Central Harbour Commission", "Central Harbour Commission of Norway"),
        ("US State Department", "State Department"),
        ("Selmar Reform Temple", "SRT"),
        ("Meridian Lines Ltd.", "Meridian Lines"),
        ("Meridian", "Meridian Holdings"),
        ("Coordination Council", "Coordinating Council for the Transfer of Ships"),
    ],
)
def test_short_names_of_organizations_are_one(one, other):
    """An organization's country, legal form, tail and initials do not split it."""
    forms, _ = linked(f"[{one}]o1 met in [Selmar]l1.", f"[{other}]o1 met in [Selmar]l1.")
    assert are_one(forms, one, other)


def test_two_ministries_share_no_short_name():
    """'Foreign Ministry' is nobody's where two countries' ministries are in play."""
    forms, _ = linked(
        "The [Norwegian Foreign Ministry]o1 met in [Selmar]l1.",
        "The [Danish Foreign Ministry]o1 met in [Selmar]l1.",
        "The [Foreign Ministry]o1 met in [Selmar]l1.",
    )
    assert not are_one(forms, "Norwegian Foreign Ministry", "Danish Foreign Ministry")
    assert forms["Foreign Ministry"].isdisjoint(forms["Norwegian Foreign Ministry"])


def test_kind_is_voted():
    """A name taken for a place once and for an organization eight times is an organization."""
    _, entities = linked("The [Tarnguard]o1 met. " * 8, "The [Tarnguard]l1 met.")
    assert len(entities) == 1
    assert entities[0].kind == "organization"


def test_unnamed_sources_stay_alone():
    """'Officials' of two accounts are two, and no named person."""
    _, entities = linked("[officials]p1.nominal said [Ada Venn]p2 left.", "[officials]p1.nominal said so.")
    assert len(entities) == 3


def test_order_of_accounts_alters_nothing():
    """The same accounts give the same entities in any order."""
    accounts = [
        account("1", "[Ada Venn]p1 of [Meridian]o1 spoke in [Selmar]l1."),
        account("2", "[A. Venn]p1 of [Meridian Holdings]o1 spoke in [Selmar]l1."),
        account("3", "[Venn]p1 spoke in [Selmar]l1. [He]p1.pronoun left."),
    ]
    results = {link_entities(tuple(some))[1] for some in itertools.permutations(accounts)}
    assert len(results) == 1


def test_every_mention_has_its_entity():
    """Every mention of a chain carries an entity that the list holds."""
    readings, entities = link_entities((account("1", "[Ada Venn]p1 said [she]p1.pronoun knew [officials]p2.nominal."),))
    ids = {entity.id for entity in entities}
    assert all(mention.entity in ids for reading in readings for mention in reading.mentions)


def test_well_known_bodies_are_one_under_all_their_names():
    """A body everybody knows is one organization under its name and its initials, whatever an account takes it for."""
    forms, entities = linked("The [European Union]o1 met [Selmar]l1.", "The [EU]l1 met in [Selmar]l2.")
    assert are_one(forms, "European Union", "EU")
    assert {entity.kind for entity in entities if entity.name == "European Union"} == {"organization"}


def test_a_credited_agency_is_an_entity():
    """An agency that only a credit names is an entity with that span; one that accounts name is that entity."""
    one = account("1", "(Norpress) [Ada Venn]p1 left.")
    credited = replace(one, document=replace(one.document, credits=(Credit(1, 9),)))
    readings, entities = link_entities((credited,))
    assert [entity.name for entity in entities if entity.id == readings[0].document.credits[0].entity] == ["Norpress"]
    readings, entities = link_entities((credited, account("2", "[Norpress]o1 told it.")))
    assert len([entity for entity in entities if entity.name == "Norpress"]) == 1


HOLDER = {"p1": {"roles": ("Selmar harbour master",)}}


def by_role(wording, *more):
    one = account("1", "[Ada Venn]p1 met traders in [Tarn]l1.", **HOLDER)
    two = account("2", f"In [Tarn]l1 {wording} denied it.")
    forms = entities_by_form(link_entities((one, two, *more))[1])
    return forms["Ada Venn"], forms


def test_role_held_by_one_names_its_holder():
    """Words for a role that one person in the company holds are that person."""
    holder, forms = by_role("the [harbour master of Selmar]p1.nominal")
    assert len(holder) == 1
    assert "harbour master of Selmar" not in forms


@pytest.mark.parametrize("wording", ["a [harbour master of Selmar]p1.nominal", "the [official]p1.nominal"])
def test_unnamed_sources_get_no_name(wording):
    """'a harbour master' and a bare noun stay unnamed."""
    assert len(by_role(wording)[1]) > 2


def test_role_held_by_two_is_nobodys():
    """A role that two people in the company hold names neither."""
    other = account("3", "[Otto Venn]p1 met traders in [Tarn]l1.", **HOLDER)
    assert "harbour master of Selmar" in by_role("the [harbour master of Selmar]p1.nominal", other)[1]


def test_bodies_worded_alike_are_one():
    """An unnamed body with a country or a proper name in its words is one across accounts; 'police' never is."""
    met = "[the Norwegian opposition]o1.nominal met in [Tarn]l1. [police]o2.nominal came"
    texts = f"{met}.", f"{met} late."
    _, entities = linked(*texts)
    assert len([entity for entity in entities if "opposition" in entity.name]) == 1
    assert len([entity for entity in entities if entity.name == "police"]) == 2


def pile(*texts):
    """Accounts in a pile of sixty others that have nothing to do with them."""
    letters = "bcdfghklmnprstvz"
    words = [f"{a}o{b}e{c}a" for a, b, c in itertools.product(letters, letters[:4], "lrn")][:60]
    return linked(*texts, *(f"[Nils {word.title()}mo]p1 left [{word.title()}ton]l1." for word in words))


ONE = "[Ada Venn]p1, [Otto Rook]p2 and [Lea Moss]p3 in [Selmar]l1."
TWO = "[Nora Quill]p1, [Udo Harrow]p2 and [Pia Winter]p3 in [Dunholm]l1."


@pytest.mark.parametrize("name", ["[John Smith]p9", "The [Foreign Ministry]o9"])
def test_namesakes_are_one_only_in_company(name):
    """Bearers of a common name, and bodies every country has, are one only where the accounts keep company."""
    form = name[name.index("[") + 1 : name.index("]")]
    assert len(pile(f"{name} met {ONE}", f"{name} met {TWO}")[0][form]) == 2
    assert len(pile(f"{name} met {ONE}", f"{name} then met {ONE}")[0][form]) == 1


def test_family_name_finds_no_bearer_in_another_affair():
    """A family name is not given to a bearer whose accounts keep no company with this one."""
    forms, _ = pile(f"[Ida Korrel]p9 met {ONE}", f"[Korrel]p9 met {TWO}", f"[Korrel]p9 then met {ONE}")
    assert len(forms["Korrel"]) == 2


def test_given_name_goes_to_the_bearer_with_kin_beside_it():
    """'Otto' in an account that writes of the Venns is Otto Venn, though another Otto is told of elsewhere."""
    forms, _ = linked(
        "[Otto Venn]p1 lived in [Selmar]l1.",
        "[Otto Rook]p1 lived in [Selmar]l1.",
        "The [Venn]o1 family of [Selmar]l1 lost [Otto]p2.",
    )
    assert are_one(forms, "Otto", "Otto Venn")


def test_father_and_son_are_told_apart():
    """'Jr' makes another person where both are in play, and the family name alone is the father's."""
    forms, _ = linked(
        "[Rolf Venn]p1 and his son [Rolf Venn Jr.]p2 met in [Selmar]l1.",
        "[Rolf Venn]p1 left [Selmar]l1.",
        "[Rolf Venn Jr.]p1 left [Selmar]l1.",
        "[Venn]p1 left [Selmar]l1.",
    )
    assert forms["Rolf Venn"].isdisjoint(forms["Rolf Venn Jr."])
    assert are_one(forms, "Venn", "Rolf Venn")


def test_honours_and_large_articles_are_forms_too():
    """'Mr Venn' and 'The Selmar Times' are forms with their counts; no name is chosen from them."""
    _, entities = linked("They met Mr [Venn]p1 of The [Selmar Times]o1.")
    assert {entity.name: [alias.text for alias in entity.aliases] for entity in entities} == {
        "Venn": ["Venn", "Mr Venn"],
        "Selmar Times": ["Selmar Times", "The Selmar Times"],
    }


def test_no_person_is_merged_by_initials_of_another_given_name():
    """The middle initial B is not Bruno."""
    forms, _ = linked("[Matthew B. Keller]p1 left [Selmar]l1.", "[Bruno Keller]p1 left [Selmar]l1.")
    assert not are_one(forms, "Matthew B. Keller", "Bruno Keller")


def test_a_leaders_government_is_the_country():
    """'the Venn administration' is the country that another account says Venn leads, acting as its government."""
    one = account("1", "[Ada Venn]p1 spoke in [Oslo]l1, [Norway]l2.", p1={"roles": ("Norwegian president",)})
    two = account("2", "[the Venn administration]o1.nominal met in [Oslo]l1.")
    readings, entities = link_entities((one, two))
    (country,) = [entity for entity in entities if entity.name == "Norway"]
    acting = [m for reading in readings for m in reading.mentions if m.acts_as == "government"]
    assert [mention.entity for mention in acting] == [country.id]


def test_a_former_leaders_government_is_no_country():
    """Of a former president nothing of the kind is believed."""
    one = account("1", "[Ada Venn]p1 spoke in [Oslo]l1, [Norway]l2.", p1={"roles": ("former Norwegian president",)})
    two = account("2", "[the Venn administration]o1.nominal met in [Oslo]l1.")
    assert not [m for reading in link_entities((one, two))[0] for m in reading.mentions if m.acts_as]


def test_a_group_accounts_keep_speaking_of_is_one():
    """'The caravan' of two accounts in one company is one; 'the police', and what is named once, each keeps its own."""
    text = "The [{0}]o1.nominal left [Tarn]l1. In [Selmar]l2 the [{0}]o1.nominal met [Ada Venn]p1."
    once = "The [{0}]o1.nominal left [Tarn]l1 for [Selmar]l2, where [Ada Venn]p1 waited."
    cases = (
        ("caravan", text, 1),
        ("police", text, 2),
        ("officials", text, 2),
        ("allies", text, 2),
        ("caravan", once, 2),
    )
    for word, pattern, count in cases:
        _, entities = linked(pattern.format(word), f"{pattern.format(word)} Rain fell.")
        assert len([entity for entity in entities if word in entity.name]) == count, (word, pattern)


def test_a_group_is_called_what_it_is_mostly_called() -> None:
    """Who has no name goes by the most frequent wording, not by the longest."""
    text = "The [angry striking dockers]o1.nominal left. The [dockers]o1.nominal met. The [dockers]o1.nominal sang."
    _, entities = linked(text)
    assert [entity.name for entity in entities] == ["dockers"]
