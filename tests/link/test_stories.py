"""Which accounts tell of one affair, and how the affair is called."""

import random
from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from crossread.link.lineage import find_lineage
from crossread.link.stories import describe_stories, sort_stories
from crossread.link.story_clusters import Group
from crossread.records import Entity, Mention
from tests.link.texts import told

FERRY = (
    "The ferry Halvard ran aground off Tarn with 214 people on board. Lifeboats took the passengers to Ostrand.",
    "Passengers of the stranded ferry Halvard slept in the school of Ostrand. Divers will look at the hull off Tarn.",
    "A tug from Tarn tried to pull the Halvard off the rocks. The ferry has a hole in its hull, say divers in Ostrand.",
    "The captain of the Halvard had slept two hours, investigators say. The ferry hit rocks off Tarn at full speed.",
)
BAKERY = (
    "The oldest bakery of Lund closes. Its oven was built in 1871, and owner Rolf Amsel found nobody to take over.",
    "Rolf Amsel bakes his last rye loaves in Lund on Saturday. The bakery and its birch oven go to a museum.",
    "A museum wants the dough trough of the Amsel bakery in Lund, whose oven is fired with birch.",
)
STRIKE = (
    "Train drivers in Varland went on strike for higher pay. The union Spoor said nine lines were closed.",
    "No trains in Varland: the drivers of the Spoor union walked out over pay. Talks with the railway failed.",
    "The railway of Varland offered the Spoor drivers four percent. The union called the pay offer a joke.",
)
PILE = [*FERRY, *BAKERY, *STRIKE]


def sorted_into(readings, lineage=()):
    """The affairs as sets of names."""
    return {frozenset(group) for group in sort_stories(tuple(readings), lineage)}


def test_affairs_are_told_apart():
    """Accounts of three affairs, in one pile, become three stories."""
    readings = [told(f"{n}", text) for n, text in enumerate(PILE)]
    assert sorted_into(readings) == {frozenset("0123"), frozenset("456"), frozenset("789")}


def test_one_folder_of_one_affair_stays_whole():
    """A handful of accounts of one affair is one story, though no word is rare among them."""
    assert len(sorted_into(told(f"{n}", text) for n, text in enumerate(FERRY))) == 1


def test_one_account_is_a_story():
    """Every account has a story, also one alone; no accounts have none."""
    assert sorted_into([told("a", FERRY[0])]) == {frozenset("a")}
    assert sort_stories((), ()) == ()


def test_reprint_shares_the_story_of_its_original():
    """An account that stands in another is of its affair, whatever else it tells."""
    digest = " ".join([BAKERY[0], STRIKE[0]])
    readings = (told("a", BAKERY[0]), told("b", digest), told("c", FERRY[0]))
    stories = sorted_into(readings, find_lineage(readings))
    assert any({"a", "b"} <= story for story in stories)


def test_like_affairs_years_apart():
    """The same words years apart weigh less than in one week."""
    near, far = Group(0, {"ferry": 1.0}, 10), Group(1, {"ferry": 1.0}, 4000)
    assert near.likeness(Group(2, {"ferry": 1.0}, 12)) > near.likeness(far)
    assert near.likeness(Group(3, {"ferry": 1.0}, None)) == 1.0


def test_story_is_named_by_an_account():
    """Its title stands in an account, at its lead; dates span those known; the id comes from content."""
    readings = (
        told("a", FERRY[0], published="2031-05-02T10:00:00"),
        told("b", FERRY[1], published="2031-04-30", title="Ferry stranded off Tarn"),
        told("c", FERRY[2]),
    )
    placed, (story,) = describe_stories(readings, sort_stories(readings, ()), ())
    assert (story.title, story.lead.document, story.start, story.end) == (
        "Ferry stranded off Tarn",
        "b",
        "2031-04-30",
        "2031-05-02",
    )
    assert {reading.document.story for reading in placed} == {story.id}
    renamed = tuple(told(name, r.document.text) for name, r in zip("xyz", readings, strict=True))
    assert describe_stories(renamed, (("x", "y", "z"),), ())[1][0].id == story.id


def test_account_without_words_names_no_story():
    """Where there is nothing to show there is no story."""
    placed, stories = describe_stories((told("a", " "),), (("a",),), ())
    assert stories == ()
    assert placed[0].document.story is None


def test_most_mentioned_entities_stand_first():
    """A story names the entities that most of its accounts mention, no more than eight."""

    def mentioning(name, *entities):
        reading = told(name, FERRY[0])
        mentions = tuple(Mention(f"{name}{i}", name, 0, 3, "c", "name", e) for i, e in enumerate(entities))
        return replace(reading, mentions=mentions)

    readings = (mentioning("a", "e1", "e1", "e2"), mentioning("b", "e2", *(f"f{i}" for i in range(9))))
    entities = tuple(Entity(e, "other", e) for e in ("e1", "e2", *(f"f{i}" for i in range(9))))
    _, (story,) = describe_stories(readings, (("a", "b"),), entities)
    assert story.entities[:2] == ("e2", "e1")
    assert len(story.entities) == 8


@settings(deadline=None, max_examples=30)
@given(st.lists(st.sampled_from(PILE), min_size=1, max_size=8), st.randoms(use_true_random=False))
def test_what_holds_for_all_piles(texts, chance: random.Random):
    """Every account has one story, leads lie in their texts, and neither order nor names of accounts alter anything."""
    readings = tuple(told(f"{n}", text) for n, text in enumerate(texts))
    partition = sort_stories(readings, ())
    assert sorted(name for group in partition for name in group) == sorted(r.document.id for r in readings)
    placed, stories = describe_stories(readings, partition, ())
    text_of = {reading.document.id: reading.document.text for reading in readings}
    for story in stories:
        lead = story.lead
        assert story.title == text_of[lead.document][lead.start : lead.end] != ""
        assert lead.document in story.documents
    assert [story.id for story in stories] == sorted({r.document.story for r in placed})
    assert sort_stories(tuple(chance.sample(readings, len(readings))), ()) == partition
