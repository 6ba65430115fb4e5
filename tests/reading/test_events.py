"""Events of a sentence: type, trigger, parties, modality; and what holds for all texts."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from crossread.reading import read_document
from crossread.reading.event_types import TYPES, load_types
from crossread.reading.event_words import patterns, stem
from crossread.records import Document, Event, Reading, digest


def read(text: str) -> Reading:
    """A text read by the rules."""
    return read_document(Document("a.txt", "a.txt", text, digest(text), digest(text), digest(text)))


def main_event(reading: Reading) -> Event:
    """The event with the highest score, the first of equals."""
    return min(reading.events, key=lambda e: (-e.score, e.start))


def words_of(reading: Reading, chains: tuple[str, ...]) -> str:
    """The words of the mentions of some chains."""
    text = reading.document.text
    return " | ".join(text[m.start : m.end] for m in reading.mentions if m.chain in chains)


@pytest.mark.parametrize(
    ("text", "kind", "trigger", "actor", "recipient"),
    [
        ("Norland accused Sudmark of shelling its border posts.", "ACCUSE", "accused", "Norland", "Sudmark"),
        ("Police in Orrin arrested five dockers on Friday.", "COERCE", "arrested", "Police", "dockers"),
        ("Five dockers were arrested by harbour police on Friday.", "COERCE", "arrested", "police", "dockers"),
        ("President Ivo Lund met Prime Minister Ada Holm in Tarn.", "CONSULT", "met", "Lund", "Holm"),
        ("Rebels attacked an army convoy near Orrin, killing six soldiers.", "ASSAULT", "attacked", "Rebels", "army"),
        ("Teachers went on strike in Tarn over unpaid wages.", "PROTEST", "went on strike", "Teachers", ""),
        ("Norland rejected Sudmark's proposal to reopen the bridge.", "REJECT", "rejected", "Norland", ""),
        ("Norland threatened to attack Sudmark.", "THREATEN", "threatened", "Norland", "Sudmark"),
        ("Norland has expelled two Sudmark diplomats.", "SANCTION", "expelled", "Norland", "Sudmark"),
        ("The ministry demanded an apology from Sudmark.", "REQUEST", "demanded", "ministry", "Sudmark"),
    ],
)
def test_sentences_tell_their_event(text: str, kind: str, trigger: str, actor: str, recipient: str) -> None:
    """Who does what to whom, in the active and the passive."""
    reading = read(text)
    event = main_event(reading)
    assert (event.type, text[event.start : event.end]) == (kind, trigger)
    assert actor in words_of(reading, event.actor_chains)
    assert recipient in words_of(reading, event.recipient_chains)


@pytest.mark.parametrize(
    ("text", "modality"),
    [
        ("Rebels attacked the army of Sudmark.", "asserted"),
        ("Rebels will attack the army of Sudmark.", "planned"),
        ("Rebels plan to attack the army of Sudmark.", "planned"),
        ("Rebels did not attack the army of Sudmark.", "denied"),
        ("Rebels wouldn't attack the army of Sudmark.", "denied"),
        ("Rebels may attack the army of Sudmark.", "possible"),
    ],
)
def test_modality_is_told_by_the_words_before(text: str, modality: str) -> None:
    """What is planned, denied or only possible is not told as done."""
    assert main_event(read(text)).modality == modality


@pytest.mark.parametrize(
    ("text", "time"),
    [
        ("On May 3, 2031, police arrested five dockers in Orrin.", "2031-05-03"),
        ("Police arrested five dockers on May 3, 2031.", "2031-05-03"),
        ("Police said on May 4, 2031 that soldiers had arrested five dockers.", None),
    ],
)
def test_time_is_that_of_its_own_clause(text: str, time: str | None) -> None:
    """The day on which something was said is not the day on which it happened."""
    reading = read(text)
    values = {timex.id: timex.value for timex in reading.times}
    (event,) = (e for e in reading.events if e.type == "COERCE")
    assert values.get(event.time or "") == time


@pytest.mark.parametrize(
    "text",
    [
        "The band released a single and charged a fee.",
        "The tram failed to slow down at its usual point.",
        "Six people were killed when a tram overturned.",
        "Photos: Police arrested five dockers in Tarn. Hide caption",
    ],
)
def test_other_senses_accidents_and_captions_are_no_events(text: str) -> None:
    """Words of the list tell of no event in another sense, by accident, or under a picture."""
    assert read(text).events == ()


def test_passive_names_no_doer_but_behind_by() -> None:
    """Whoever else stands in the sentence did not do it."""
    (event,) = read("Five dockers were arrested after ministers met in Tarn.").events[:1]
    assert (event.type, event.actor_chains) == ("COERCE", ())


def test_no_party_no_event() -> None:
    """A trigger with nobody who does or suffers it tells of nothing that can be coded."""
    assert read("It was raining.").events == ()


def test_shipped_model_knows_its_types_and_the_list_is_sound() -> None:
    """Every type of the list is one of the model's (or a part of YIELD), and every stem is its own stem's form."""
    kinds = {pattern.type for listed in patterns().values() for pattern in listed}
    assert kinds - {"CONCEDE", "RETREAT"} == set(TYPES) - {"YIELD"}
    assert load_types().alone.shape[1] == len(TYPES)
    assert stem("met") == stem("meeting") == stem("meets")


PIECES = ["Norland", "attacked", "the", "police", "on", ",", ".", "“", "”", "\n", "met", "5", "é"]


@settings(deadline=None, max_examples=60)
@given(st.lists(st.sampled_from(PIECES), max_size=40))
def test_spans_hold_for_any_text(pieces: list[str]) -> None:
    """Triggers lie in the text, ids stand once, every chain of an event exists."""
    reading = read(" ".join(pieces))
    chains = {chain.id for chain in reading.chains}
    assert len({event.id for event in reading.events}) == len(reading.events)
    for event in reading.events:
        assert 0 <= event.start < event.end <= len(reading.document.text)
        assert {*event.actor_chains, *event.recipient_chains} <= chains


@pytest.mark.parametrize(
    "text",
    [
        "The new phone supports a second camera and returns more detail.",
        "The singer released a video of the storm on Friday.",
        "A gust forced the glider off its path above the lake.",
        "The bank said the charge would lower its profit.",
    ],
)
def test_ordinary_news_tells_of_no_event(text: str) -> None:
    """What products, players, weather and balance sheets do is nothing a coder of PLOVER would record."""
    assert read(text).events == ()


def test_one_sentence_may_tell_of_two_events() -> None:
    """Each with its own type and trigger."""
    text = "Norland expelled two envoys after Sudmark accused its army of shelling the port."
    assert {text[e.start : e.end] for e in read(text).events} == {"expelled", "accused"}


def test_of_a_passive_without_by_the_subject_suffers() -> None:
    """Whoever else is named last is not the one it was done to."""
    reading = read("The driver was arrested, police said.")
    (event,) = reading.events
    assert event.actor_chains == ()
    assert "driver" in words_of(reading, event.recipient_chains)
