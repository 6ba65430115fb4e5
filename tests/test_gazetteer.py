"""General knowledge is well formed, and says what everybody knows."""

from crossread import gazetteer


def test_countries_answer_to_their_names_adjectives_and_capitals() -> None:
    """A country is found by any of its names, by its people and by its capital."""
    assert gazetteer.country_names()["u.k."].code == "GB"
    assert gazetteer.demonyms()["russians"].name == "Russia"
    assert gazetteer.capitals()["minsk"].currency == "BYN"


def test_every_country_has_a_code_of_its_own() -> None:
    """No code is given twice, and currencies are three capitals."""
    codes = [country.code for country in gazetteer.countries()]
    assert len(codes) == len(set(codes)) > 200
    currencies = [c.currency for c in gazetteer.countries() if c.currency]
    assert all(len(c) == 3 and c.isupper() for c in currencies)


def test_names_borne_by_both_have_no_gender() -> None:
    """A given name listed for women and for men tells neither."""
    assert gazetteer.first_names()["svetlana"] == "f"
    assert gazetteer.first_names()["robin"] == "u"
    assert gazetteer.first_names()["jordan"] == "u"


def test_titles_are_honours_or_roles() -> None:
    """'Mr' says nothing of what one does; 'prime minister' does."""
    assert gazetteer.titles()["mr"] == gazetteer.Title("honour", "m")
    assert gazetteer.titles()["prime minister"].kind == "role"


def test_known_bodies_answer_to_their_short_names() -> None:
    """A short name leads to the full one."""
    assert gazetteer.organizations()["IMF"] == ("organization", "International Monetary Fund")
    assert gazetteer.places()["sochi"] == "city"
    assert gazetteer.roles()["police"].number == "c"
    assert "ministry" in gazetteer.name_words()["org_last"]
    assert "smith" in gazetteer.family_names()
