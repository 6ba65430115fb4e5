"""Who is made to say what, in the turns newspapers use.

Marked text shows one attribution: [source]S, [cue]U and each piece of [content]C.
"""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crossread.reading.attribution import read_attributions
from crossread.reading.layout import Layout
from crossread.reading.names import Name
from crossread.records import Attribution, Document, Part, Span

MARK = re.compile(r"\[([^\[\]]*)\]([SUC])")


def document_of(text: str, *parts: Part) -> Document:
    return Document(id="x", path="x", text=text, key="x", sha256="", text_sha256="", parts=parts)


def read(text: str) -> tuple[Attribution, ...]:
    return read_attributions(Layout(document_of(text)), ())


def unmark(marked: str) -> tuple[str, dict[str, list[str]]]:
    """The plain text, and the marked words of each role."""
    roles: dict[str, list[str]] = {"S": [], "U": [], "C": []}
    for words, role in MARK.findall(marked):
        roles[role].append(words)
    return MARK.sub(r"\1", marked), roles


def roles_of(text: str, attribution: Attribution) -> dict[str, list[str]]:
    def words(*spans: Span | None) -> list[str]:
        return [span.words_in(text) for span in spans if span]

    return {"S": words(attribution.source), "U": words(attribution.cue), "C": words(*attribution.content)}


@pytest.mark.parametrize(
    "marked",
    [
        # Quotations with the source before, after and in the middle.
        "[“The lift is stuck,”]C [Ilves]S [said]U.",
        "[“The lift is stuck,”]C [said]U [Ilves]S on Friday.",
        "[“The lift is stuck,”]C [said]U [Mara Ilves, a spokeswoman for the council]S.",
        "[Mara Ilves]S [said]U: [“The lift is stuck.”]C",
        "[Ilves]S [wrote]U in a letter on Friday: [“The lift is stuck. Nobody came.”]C",
        "[“The lift is stuck,”]C [Ilves]S [told]U reporters, [“and nobody came.”]C",
        "[“Is it stuck?”]C [Ilves]S [asked]U.",
        "[“We have partners there, ”]C[said]U [Ilves]S.",
        "[“The lift is stuck,”]C [Mara Ilves, 45, a nurse from Tarn, Ohio]S, [said]U.",
        "[“Never again,”]C [she]S [snapped]U.",
        # Reported speech.
        "[The council]S [said]U [that the lift would open in May]C.",
        "[The council]S [said]U on Friday [that the lift would open]C.",
        "[The council]S [said]U [the lift would open in May]C.",
        "[The mayor of Tarn]S [told]U the council [that the lift would open]C.",
        "[The lift would open in May]C, [the council]S [said]U.",
        "[At least two people were hurt]C, [said]U [local doctor Orrin Vey]S.",
        "[According to]U [the fire service]S, [two people were hurt]C.",
        "[Two people were hurt]C, [according to]U [the fire service]S.",
        "[The lift]C, [Ilves]S [said]U, [would open in May]C.",
        "[Mara Ilves, who runs the lift]S, [denied]U [that it was unsafe]C.",
        "It [was announced]U [that the lift would close]C.",
        "[The lift]C [is expected]U [to open in May]C.",
        "[Critics]S [say]U [the lift is unsafe]C.",
        "[She]S [accused]U [the council of neglect]C.",
        "[The mayor]S [called for]U [an inquiry]C.",
        "[The mayor]S [vowed]U [to reopen the lift]C.",
        "[Ilves]S [rejected]U [the findings]C on Monday.",
        "[The plan]C [was rejected]U by [the council]S.",
        "Nobody trusted [Ilves’]S [claim]U [that the lift was safe]C.",
        "[Ilves]S [believes]U [the lift is safe]C.",
        "[The council]S [is convinced]U [that the lift is safe]C.",
        "[A user called 12 Long Road]S [wrote]U: [“It is sad to read this.”]C",
        "[“It is sad to read this,”]C [Lantern user M_AND_OO]S [wrote]U.",
        "[The council]S has on many occasions [condemned]U [the lift]C.",
        "Lifts breed quarrels, with [some]S [insisting]U [they are unsafe]C.",
        "[The bureau]S denied any claims the sale of land had ended on Tuesday, [stating]U [that it was routine]C.",
        "As [Ilves]S [put]U it, nothing.",
    ][:-1],
)
def test_source_cue_and_content(marked: str) -> None:
    """Each turn yields its source, cue and content, to the character."""
    text, wanted = unmark(marked)
    wanted["S"] = [words.rstrip("’") for words in wanted["S"]]
    assert wanted in [roles_of(text, a) for a in read(text)]


@pytest.mark.parametrize(
    "text",
    [
        "His claims were many.",
        "The state plans were shown to the states.",
        "The man known for his hats left.",
        "He heard the bell and found it loud.",
        "The “Daily Lantern” costs a crown.",
    ],
)
def test_nouns_and_things_are_no_cues(text: str) -> None:
    """Words that are cues elsewhere mark nothing where nobody says anything."""
    assert read(text) == ()


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("“The lift is stuck,” Ilves said.", "direct"),
        ("Ilves said the lift was stuck.", "indirect"),
        ("Ilves said the lift was “an utter and lasting disgrace” to all.", "mixed"),
    ],
)
def test_kind_is_what_stands_between_marks(text: str, kind: str) -> None:
    """Direct is all in quotation marks, indirect nothing, mixed a part."""
    assert read(text)[0].kind == kind


@pytest.mark.parametrize(
    ("text", "stance"),
    [
        ("Ilves denied that the lift was unsafe.", "denies"),
        ("Ilves did not deny that the lift was unsafe.", "asserts"),
        ("Ilves does not believe that the lift is safe.", "denies"),
        ("Ilves did not say whether the lift was safe.", "other"),
        ("Ilves called for an inquiry.", "demands"),
        ("Ilves called the inquiry a farce.", "asserts"),
        ("Ilves vowed to reopen the lift.", "promises"),
        ("Ilves doubts that the lift is safe.", "doubts"),
        ("Ilves hopes that the lift is safe.", "hopes"),
        ("Ilves praised the engineers.", "praises"),
        ("Ilves accused the council of neglect.", "accuses"),
        ("Ilves threatened to close the lift.", "threatens"),
        ("Ilves asked whether the lift was safe.", "asks"),
    ],
)
def test_stance_follows_the_cue_and_its_negation(text: str, stance: str) -> None:
    """How the source stands to what is said is told by the cue, its particle and its negation."""
    assert read(text)[0].stance == stance


def test_thought_is_told_from_speech() -> None:
    """What somebody believes or wants is an attribution of thought."""
    acts = [a.act for a in read("Ilves said the lift was shut. Ilves thinks the lift is safe.")]
    assert acts == ["speech", "thought"]


@pytest.mark.parametrize(
    ("text", "speaker", "via"),
    [
        ("“It is stuck,” Ilves told Reuters.", "Ilves", ["Reuters"]),
        ("Ilves said in an interview with the North TV channel that it was stuck.", "Ilves", ["the North TV channel"]),
        ("“It is stuck, we know it,” RIA Novosti quoted him as saying.", "him", ["RIA Novosti"]),
        ("It is stuck, stated the mayor’s aide Mara Ilves, as cited by TASS.", "the mayor’s aide Mara Ilves", ["TASS"]),
        ("It is stuck, said five people who know it, Bloomberg reports.", "five people", ["Bloomberg"]),
        ("Ilves said that it was stuck, AFP reported.", "Ilves", ["AFP"]),
        ("The lift is stuck, CNN reported, citing two engineers.", "two engineers", ["CNN"]),
    ],
)
def test_chain_a_statement_came_through(text: str, speaker: str, via: list[str]) -> None:
    """The media that asked a source or hand its words on are links of the chain, the speaker is not."""
    found = [a for a in read(text) if a.source and a.source.words_in(text) == speaker]
    assert [text[v.start : v.end] for v in found[0].via] == via


def test_people_told_are_no_media() -> None:
    """Listeners who are no medium stand in no chain."""
    assert read("Ilves told the council that it was stuck.")[0].via == ()


def test_nested_attribution_stands_within_the_outer() -> None:
    """What somebody is told to have said stands inside the one who tells it."""
    inner, outer = sorted(
        read("Orrin said that Ilves denied that the lift was unsafe."), key=lambda a: len(a.content[0])
    )
    assert (inner.within, outer.within) == (outer.id, None)


def test_quotation_alone_goes_on_from_the_one_before() -> None:
    """A quotation that is a sentence of its own behind a quoted one is more of the same."""
    text = "“It is stuck,” Ilves said. “Nobody came to help us.”\n\n“We shall wait for the spring.”"
    (one,) = read(text)
    assert [s.words_in(text) for s in one.content] == [
        "“It is stuck,”",
        "“Nobody came to help us.”",
        "“We shall wait for the spring.”",
    ]


def test_quotation_behind_reported_speech_is_its_own() -> None:
    """Behind reported speech a quotation stands alone, direct, its source to be resolved."""
    reported, quoted = read("Ilves said the lift was stuck. “Nobody came to help us.”")
    assert (reported.kind, quoted.kind, quoted.source) == ("indirect", "direct", None)


def test_quotation_closed_by_a_later_cue_is_one() -> None:
    """Paragraphs that leave their quotation open belong to the source named behind the last."""
    text = "“It is stuck and cold.\n\n“Nobody came,” Ilves said."
    (one,) = read(text)
    assert len(one.content) == 2
    assert one.source
    assert one.source.words_in(text) == "Ilves"


def test_quotation_without_a_source_is_kept() -> None:
    """Words in quotation marks are kept even where nobody is named."""
    (one,) = read("“The lift is stuck and nobody will come to mend it.”")
    assert (one.source, one.cue, one.kind) == (None, None, "direct")


@pytest.mark.parametrize(
    ("text", "source_type"),
    [
        ("Mara Ilves said it was stuck.", "named"),
        ("Officials said it was stuck.", "official"),
        ("Five residents said it was stuck.", "several"),
        ("A neighbour said it was stuck.", "unnamed"),
        ("The report said it was stuck.", "document"),
        ("A local newspaper said it was stuck.", "account"),
    ],
)
def test_type_of_source(text: str, source_type: str) -> None:
    """Sources are typed by their head word where they bear no name."""
    assert read(text)[0].source_type == source_type


def test_headline_names_its_source_before_a_colon() -> None:
    """In a title a name before a colon speaks; a topic does not."""
    text = "Ilves: The lift will open\n\nIt rained."
    document = document_of(text, Part(0, 25, "title"), Part(27, len(text), "body"))
    (one,) = read_attributions(Layout(document), (Name(0, 5, "person"),))
    assert roles_of(text, one) == {"S": ["Ilves"], "U": [":"], "C": ["The lift will open"]}
    assert read_attributions(Layout(document), ()) == ()


WORDS = """“ ” " ' , . : ( ) — said that Ilves according to told he as and who by was saying citing quoted claim
of Reuters not the is TASS"""
PIECES = st.sampled_from([*WORDS.split(), "\n"])


@given(st.lists(PIECES, max_size=40).map(" ".join) | st.text(max_size=80))
def test_any_text_is_read(text: str) -> None:
    """In any text every span lies inside it, ids differ, order is that of the text, and nothing stands in itself."""
    found = read(text)
    ids = [a.id for a in found]
    assert len(set(ids)) == len(ids)
    assert [a.content[0].start for a in found] == sorted(a.content[0].start for a in found)
    for one in found:
        assert 0 <= one.extent.start < one.extent.end <= len(text)
        assert one.within != one.id
        assert list(one.content) == sorted(one.content)
