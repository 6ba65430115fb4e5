"""Findings: origins counted, values compared, reasons given."""

import pytest

from crossread.weigh import weigh
from tests.weigh.affairs import Affair


def only(weighed):
    """The one finding of an affair."""
    (finding,) = weighed.findings
    return finding


def names(weighed):
    return {origin.name for origin in weighed.origins}


def test_two_outlets_in_their_own_voice():
    """What two outlets say in their own voice has two origins."""
    affair = Affair()
    affair.account("courier", "The bridge was closed at noon.")
    affair.account("beacon", "At noon the bridge was shut.")
    affair.group(affair.statement("courier"), affair.statement("beacon"))
    weighed = weigh(affair.links)
    assert only(weighed).standing == "corroborated"
    assert names(weighed) == {"Courier", "Beacon"}


def test_two_pieces_of_one_outlet():
    """Two pieces of one outlet are one origin."""
    affair = Affair()
    affair.account("one", "The bridge was closed at noon.", outlet="courier")
    affair.account("two", "At noon the bridge was shut.", outlet="courier")
    affair.group(affair.statement("one"), affair.statement("two"))
    assert only(weigh(affair.links)).standing == "repeated"


def test_five_outlets_that_quote_one_source():
    """However many outlets quote one ministry, its word is one origin, and the reason says so."""
    affair, statements = Affair(), []
    for number in range(5):
        affair.account(f"p{number}", f"The bridge is safe, the transport ministry said, edition {number}.")
        said = affair.said(f"p{number}", "The bridge is safe", "the transport ministry", source_type="official")
        statements.append(affair.statement(f"p{number}", attribution=said))
    affair.group(*statements)
    finding = only(weigh(affair.links))
    assert finding.standing == "repeated"
    assert finding.reasons[0].code == "one-origin"
    assert finding.reasons[0].detail == "5 documents, 1 origin: transport ministry"


@pytest.mark.parametrize(
    "words",
    ["a spokesman for the transport ministry", "the transport ministry's spokeswoman", "Transport Minister Ada Vole"],
)
def test_spokesman_chief_and_office(words):
    """A spokesman, his chief and their office are one origin."""
    affair = Affair()
    affair.account("courier", "The bridge is safe, the transport ministry said.")
    affair.account("beacon", f"The bridge is safe, said {words}.")
    one = affair.said("courier", "The bridge is safe", "the transport ministry", source_type="official")
    other = affair.said("beacon", "The bridge is safe", words, source_type="official")
    affair.group(affair.statement("courier", attribution=one), affair.statement("beacon", attribution=other))
    assert only(weigh(affair.links)).standing == "repeated"


def test_copied_passage_has_the_origin_of_the_first():
    """A shared passage makes one origin of the evidence inside it, not of the whole accounts."""
    affair = Affair()
    shared = "The bridge was closed at noon after a crack was found."
    affair.account("courier", shared, published="2030-03-03")
    affair.account("beacon", f"{shared} The mayor went home.", published="2030-03-04")
    affair.account("gazette", "The mayor has gone home, neighbours saw.", published="2030-03-04")
    affair.copied("courier", "beacon", shared)
    affair.group(affair.statement("courier"), affair.statement("beacon", shared))
    affair.group(affair.statement("beacon", "The mayor went home."), affair.statement("gazette"))
    standings = {f.text.document: f.standing for f in weigh(affair.links).findings}
    assert sorted(standings.values()) == ["corroborated", "repeated"]


def test_denial_disputes():
    """One denies what another asserts: disputed, with both sides in the evidence and in the reason."""
    affair = Affair()
    affair.account("courier", "The firm had no permit, Ada Vole said.")
    affair.account("beacon", "The firm denies that it had no permit.")
    said = affair.said("courier", "The firm had no permit", "Ada Vole")
    denied = affair.said("beacon", "that it had no permit", "The firm", source_type="official", stance="denies")
    affair.group(
        affair.statement("courier", attribution=said),
        affair.statement("beacon", attribution=denied, stance="denies"),
    )
    finding = only(weigh(affair.links))
    assert finding.standing == "disputed"
    assert {e.stance for e in finding.evidence} == {"asserts", "denies"}
    assert finding.reasons[0].detail == "Ada Vole says so; firm denies it."


def toll(values, published=True, **more):
    """An affair whose accounts give one toll each, a day apart."""
    affair = Affair()
    statements = []
    for day, value in enumerate(values, 1):
        name = f"paper{day}"
        affair.account(name, f"The flood killed {value:,} people.", published=f"2030-03-0{day}" if published else None)
        statements.append(affair.statement(name, kind="figure", figure=affair.figure(name, value, **more)))
    affair.group(*statements)
    return only(weigh(affair.links))


def test_rising_toll_evolves():
    """A toll that rises from day to day is evolving; the values and days are told."""
    finding = toll([4, 7, 11])
    assert finding.standing == "evolving"
    assert "4 people (2030-03-01)" in finding.reasons[0].detail


def test_undated_tolls_are_disputed():
    """Without dates there is no order in which a toll could rise."""
    assert toll([4, 11], published=False).standing == "disputed"


def test_rounded_value_agrees():
    """2,748 and 2,700 agree, with the rounding told."""
    finding = toll([2748, 2700], unit="t")
    assert finding.standing == "corroborated"
    assert [reason.code for reason in finding.reasons] == ["independent-origins", "rounded"]


def test_money_does_not_evolve():
    """A price that differs is disputed, not evolving."""
    assert toll([400, 700], unit="EUR").standing == "disputed"


def test_considered_stands_apart():
    """What is only considered neither agrees nor conflicts with what is decided."""
    affair = Affair()
    affair.account("courier", "The firm will pay 500 people.")
    affair.account("beacon", "The firm is considering paying 500 people.")
    affair.group(
        affair.statement("courier", kind="figure", figure=affair.figure("courier", 500), modality="planned"),
        affair.statement("beacon", kind="figure", figure=affair.figure("beacon", 500), modality="considered"),
    )
    finding = only(weigh(affair.links))
    assert finding.standing == "single-source"
    assert "planned-vs-done" in [reason.code for reason in finding.reasons]


def test_values_are_readable():
    """Evidence gives its value in words."""
    assert {e.value for e in toll([4, 7]).evidence} == {"4 people", "7 people"}


def test_unsure_group_is_a_lead():
    """Statements that may speak of different things are kept, and not shown."""
    affair = Affair()
    affair.account("courier", "The bridge was closed at noon.")
    affair.account("beacon", "The tunnel was shut in the evening.")
    affair.group(affair.statement("courier"), affair.statement("beacon"), score=0.5)
    assert not only(weigh(affair.links)).shown


def test_same_words_stand_once():
    """No words are shown under two standings."""
    affair = Affair()
    affair.account("courier", "The flood killed 4 people.", published="2030-03-01")
    affair.account("beacon", "The flood killed 7 people.", published="2030-03-02")
    affair.group(
        *(affair.statement(n, kind="figure", figure=affair.figure(n, v)) for n, v in (("courier", 4), ("beacon", 7)))
    )
    affair.group(affair.statement("courier", kind="event"), affair.statement("beacon", kind="event"))
    shown = [f for f in weigh(affair.links).findings if f.shown]
    assert [f.kind for f in shown] == ["figure"]


def test_order_of_accounts_alters_nothing():
    """Findings and origins are the same whatever the order the groups' statements were met in."""
    made = []
    for turn in (1, -1):
        affair = Affair()
        for name in ("courier", "beacon", "gazette")[::turn]:
            affair.account(name, f"The bridge was closed at noon, says the {name}.")
        affair.group(*(affair.statement(name) for name in sorted(affair.documents)))
        made.append(weigh(affair.links))
    assert made[0] == made[1]


def test_open_bound_leaves_room():
    """'At least 5 dead' disputes no 7, whichever was first."""
    affair, statements = Affair(), []
    for name, text, number, more in (
        ("courier", "At least 5 are dead.", 5, {"modifier": "at_least", "high": None}),
        ("beacon", "The dead are 7.", 7, {}),
        ("gazette", "In all 7 are dead.", 7, {}),
    ):
        affair.account(name, text)
        statements.append(affair.statement(name, kind="figure", figure=affair.figure(name, number, **more)))
    affair.group(*statements)
    finding = only(weigh(affair.links))
    assert finding.standing == "corroborated"
    assert [e.stance for e in finding.evidence if e.document == "courier"] == ["differs"]


def test_officials_may_be_the_one_with_a_name():
    """'Officials' who say what one speaker with a name says are told from him by nothing."""
    affair = Affair()
    affair.account("courier", "The brakes had failed, the Ostrand Council said.")
    affair.account("beacon", "The brakes failed, officials said.")
    known = affair.said("courier", "The brakes had failed", "the Ostrand Council", source_type="official")
    other = affair.said("beacon", "The brakes failed", "officials", source_type="official")
    affair.group(affair.statement("courier", attribution=known), affair.statement("beacon", attribution=other))
    assert only(weigh(affair.links)).standing == "repeated"


def test_quotation_within_a_quotation():
    """A quotation that stands whole in a longer one is one mouth's, whoever is named for it."""
    affair = Affair()
    affair.account("courier", "“The brakes had failed,” Ekdal said.")
    affair.account("beacon", "“It was awful, and the brakes had failed,” Vole said.")
    one = affair.said("courier", "The brakes had failed", "Ekdal", kind="direct")
    other = affair.said("beacon", "It was awful, and the brakes had failed", "Vole", kind="direct")
    affair.group(
        affair.statement("courier", "The brakes had failed", attribution=one),
        affair.statement("beacon", "It was awful, and the brakes had failed", attribution=other),
    )
    assert only(weigh(affair.links)).standing == "repeated"


def test_one_misread_headline_takes_no_quotation():
    """A quotation alike in several accounts is his whom most of them name, not whom one is taken to name."""
    affair, statements = Affair(), []
    for name, speaker in (("courier", "Ekdal"), ("beacon", "Ekdal"), ("advertiser", "Vole")):
        affair.account(name, f"“The brakes had failed again,” {speaker} said.")
        said = affair.said(name, "The brakes had failed again", speaker, kind="direct", source_type="official")
        statements.append(affair.statement(name, "The brakes had failed again", attribution=said))
    affair.group(*statements)
    found = weigh(affair.links)
    assert only(found).standing == "repeated"
    assert [origin.name for origin in found.origins] == ["Ekdal"]


def test_who_says_it_both_ways_disputes_nothing_shown():
    """A denial by somebody who is also made to assert it was misread rather than said: it is a lead."""
    affair = Affair()
    affair.account("courier", "The brakes had failed, the council said.")
    affair.account("beacon", "The Ostrand Council denied that the brakes had failed. The brakes failed, Ekdal said.")
    council = affair.said("courier", "The brakes had failed", "the council", source_type="official")
    denial = affair.said(
        "beacon", "the brakes had failed", "The Ostrand Council", source_type="official", stance="denies"
    )
    other = affair.said("beacon", "The brakes failed", "Ekdal")
    affair.group(
        affair.statement("courier", attribution=council),
        affair.statement("beacon", "the brakes had failed", attribution=denial, stance="denies"),
        affair.statement("beacon", "The brakes failed", attribution=other),
    )
    found = only(weigh(affair.links))
    assert (found.standing, found.shown) == ("disputed", False)


def test_the_airline_is_the_one_with_a_name():
    """'The airline' is the one airline that the story names."""
    affair = Affair()
    affair.account("courier", "The flight was late, Halvard Airlines said.")
    affair.account("beacon", "The flight was delayed, the airline said.")
    one = affair.said("courier", "The flight was late", "Halvard Airlines", source_type="official")
    other = affair.said("beacon", "The flight was delayed", "the airline", source_type="official")
    affair.group(affair.statement("courier", attribution=one), affair.statement("beacon", attribution=other))
    assert only(weigh(affair.links)).standing == "repeated"


def test_small_counts_are_leads():
    """Two companies may be two others in the next account; two dead are asked for by all."""
    for measure, noun, shown in (("companies", "companies", False), ("dead", "people dead", True)):
        affair, statements = Affair(), []
        for name in ("courier", "beacon"):
            affair.account(name, f"There are 2 {noun}, the {name} says.")
            figure = affair.figure(name, 2, "count", measure=measure)
            statements.append(affair.statement(name, kind="figure", figure=figure))
        affair.group(*statements)
        assert only(weigh(affair.links)).shown is shown


def test_pronoun_is_no_origin():
    """Where the source is but a pronoun nobody was made out, and the outlet stands for it."""
    affair = Affair()
    affair.account("courier", "The bridge is closed.")
    affair.account("beacon", "he’d estimated that the bridge would be shut at noon.")
    other = affair.said("beacon", "the bridge would be shut at noon", "he’d")
    affair.group(affair.statement("courier"), affair.statement("beacon", attribution=other))
    assert names(weigh(affair.links)) == {"Courier", "Beacon"}
