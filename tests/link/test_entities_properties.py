"""What holds for the entities of any accounts."""

import itertools

from hypothesis import given, settings
from hypothesis import strategies as st

from crossread.link.entities import link_entities
from crossread.link.entities_people import judge_people
from crossread.link.names_words import person_words
from tests.link.accounts import account

NAMES = [
    "[Ada Venn]p", "[Ada B. Venn]p", "[A. Venn]p", "[Venn]p", "[Otto Venn]p", "[Otto]p", "[Rolf Venn Jr.]p",
    "[Adah Venn]p", "[Muhammad Rook]p", "[Mohamed Rook]p", "[Rook]p", "[Selmar]l", "[SELMAR]o", "[Foreign Ministry]o",
    "[Norwegian Foreign Ministry]o", "[Norway]l", "[Norwegian]l.nominal", "[Tarn Shipping Board]o", "[TSB]o", "[TSB]p",
    "[the harbour master]p.nominal", "[the Norwegian opposition]o.nominal", "[officials]p.nominal", "[she]p.pronoun",
]  # fmt: skip
SOME = st.lists(st.lists(st.sampled_from(NAMES), min_size=1, max_size=8), min_size=1, max_size=6)


def accounts_of(drawn):
    """Readings of texts made of the marks drawn, each mark a chain of its own."""
    texts = []
    for n, marks in enumerate(drawn):
        named = (mark.replace("]", "]", 1) for mark in marks)
        pieces = []
        for k, mark in enumerate(named):
            head, _, form = mark.partition(".") if mark.endswith(("nominal", "pronoun")) else (mark, "", "")
            pieces.append(f"{head}{k}{'.' + form if form else ''}")
        texts.append(f"Account {n}: " + " met ".join(pieces) + ".")
    return tuple(account(f"{n}.txt", text) for n, text in enumerate(texts))


@settings(deadline=None, max_examples=150)
@given(SOME)
def test_every_chain_is_in_one_entity_and_every_entity_is_shown(drawn):
    """Each mention carries an entity of the list, and no entity is without a mention."""
    readings, entities = link_entities(accounts_of(drawn))
    carried = {mention.entity for reading in readings for mention in reading.mentions}
    assert carried == {entity.id for entity in entities}
    assert len({entity.id for entity in entities}) == len(entities)


@settings(deadline=None, max_examples=60)
@given(SOME)
def test_order_alters_nothing(drawn):
    """The entities do not depend on the order of the accounts."""
    accounts = accounts_of(drawn)
    first = link_entities(accounts)[1]
    for some in itertools.islice(itertools.permutations(accounts), 1, 4):
        assert link_entities(some)[1] == first


@settings(deadline=None, max_examples=150)
@given(SOME)
def test_people_of_other_names_never_meet(drawn):
    """No entity holds two full names that cannot be one person's."""
    for entity in link_entities(accounts_of(drawn))[1]:
        full = [words for alias in entity.aliases if len(words := person_words(alias.text)) > 1]
        if entity.kind == "person":
            assert all(judge_people(a, b).likeness != "other" for a, b in itertools.combinations(full, 2))
