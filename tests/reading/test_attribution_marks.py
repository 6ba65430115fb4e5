"""What the trained reader marks and what the rules find become one list."""

from __future__ import annotations

from crossread.reading.attribution import read_attributions
from crossread.reading.attribution_marks import Reader
from crossread.reading.attribution_parts import Marked
from crossread.reading.layout import Layout
from crossread.records import Attribution, Document, Span


def span_of(text: str, words: str) -> Span:
    start = text.index(words)
    return Span(start, start + len(words))


def read(text: str, *marked: tuple[str, str, str]) -> tuple[Attribution, ...]:
    """The attributions of a text whose reader marked these sources, cues and contents."""
    document = Document(id="x", path="x", text=text, key="x", sha256="", text_sha256="")
    marks = [
        Marked((span_of(text, content),), span_of(text, cue), span_of(text, source), 0.9)
        for source, cue, content in marked
    ]
    return read_attributions(Layout(document), (), Reader(marks))


def test_reader_marks_what_rules_do_not_know() -> None:
    """A cue that stands in no list is an attribution where the reader marked it."""
    text = "The mayor floated the notion that the lift might close."
    (one,) = read(text, ("The mayor", "floated the notion", "that the lift might close"))
    assert (one.kind, one.stance, one.act, one.score) == ("indirect", "asserts", "speech", 0.9)


def test_rules_add_chain_and_stance_to_what_the_reader_marks() -> None:
    """Where both find one attribution, its spans are the reader's, its stance and chain the rules'."""
    text = "Mara Ilves denied to Reuters that the lift was unsafe."
    (one,) = read(text, ("Mara Ilves", "denied", "that the lift was unsafe"))
    assert one.stance == "denies"
    assert [text[v.start : v.end] for v in one.via] == ["Reuters"]


def test_reader_takes_in_whole_quotations() -> None:
    """A content that holds most of a quotation holds all of it, marks included."""
    text = "“It is stuck and cold,” Ilves said."
    (one,) = read(text, ("Ilves", "said", "It is stuck and cold"))
    assert [s.words_in(text) for s in one.content] == ["“It is stuck and cold,”"]


def test_rules_stay_where_the_reader_is_silent() -> None:
    """A quotation with its source is kept though the reader missed it; a doubtful object is not."""
    text = "“It is stuck and cold,” Ilves said. Orrin praised the lift."
    assert [a.kind for a in read(text)] == ["direct"]


def test_negation_is_respected_in_unlisted_turns() -> None:
    """A cue of the reader's own with a negated verb of the list turns its stance."""
    text = "The mayor would by no means ever deny that the lift might close."
    (one,) = read(text, ("The mayor", "would by no means ever deny", "that the lift might close"))
    assert one.stance == "asserts"


def test_each_sentence_keeps_its_own_cue() -> None:
    """What another sentence's cue says is not handed to a cue the reader saw, where a rule knows its own."""
    text = "The lift is stuck, Ilves said. Orrin said the stairs were closed."
    marks = (span_of(text, "The lift is stuck"), span_of(text, "the stairs were closed"))
    document = Document(id="x", path="x", text=text, key="x", sha256="", text_sha256="")
    mark = Marked(marks, span_of(text, "said"), span_of(text, "Ilves"), 0.5)
    made = read_attributions(Layout(document), (), Reader([mark]))
    assert [(a.source and a.source.words_in(text), len(a.content)) for a in made] == [("Ilves", 1), ("Orrin", 1)]


def test_content_does_not_break_off_before_a_word() -> None:
    """Where the reader's content ends in the middle of a clause, the rule's end is taken."""
    text = "Ilves has confirmed that the lift was stuck after the storm flooded the shaft."
    (one,) = read(text, ("Ilves", "has confirmed", "that the lift was stuck after"))
    assert [s.words_in(text) for s in one.content] == ["that the lift was stuck after the storm flooded the shaft"]


def test_an_article_is_no_source() -> None:
    """Where the reader saw only the article of a source, the rule's source stands."""
    text = "A spokesman for the lift company said that the lift was safe."
    (one,) = read(text, ("A", "said", "that the lift was safe"))
    assert one.source is not None and one.source.words_in(text) == "A spokesman for the lift company"


def test_a_source_stands_in_the_sentence_of_its_cue() -> None:
    """Where the reader took a source from the sentence before, the one the rule found beside the cue stands."""
    text = "Neighbours gathered outside. The lift company said the shaft was dry."
    (one,) = read(text, ("Neighbours", "said", "the shaft was dry"))
    assert one.source is not None and one.source.words_in(text) == "The lift company"


def test_who_hands_on_does_not_take_the_place_of_who_says() -> None:
    """A source that belongs to the cue of another rule is not taken from it: the agency stays in the chain."""
    text = "The lift is stuck, stated Mara Ilves, as cited by Reuters."
    outer, inner = sorted(read(text, ("Reuters", "stated", "The lift is stuck")), key=lambda a: a.within or "")
    assert (outer.within, inner.within) == (None, outer.id)
    assert inner.source is not None and inner.source.words_in(text) == "Mara Ilves"
    assert [text[v.start : v.end] for v in inner.via] == ["Reuters"]


def test_a_medium_that_reports_a_statement_is_kept() -> None:
    """What the reader found inside a medium's report came through that medium."""
    text = "The minister said that the lift was stuck, Reuters reported."
    made = read(text, ("The minister", "said", "that the lift was stuck"))
    inner = next(a for a in made if a.source and a.source.words_in(text) == "The minister")
    assert [text[v.start : v.end] for v in inner.via] == ["Reuters"]


def test_a_quotation_goes_to_the_cue_that_claims_it() -> None:
    """A quotation the reader gave to the sentence before belongs to the speaker named behind it."""
    text = "The lift was old, the owners said.\n“It was a good lift for us all,” said Dr. Orrin."
    contents = (span_of(text, "The lift was old"), span_of(text, "“It was a good lift for us all,”"))
    mark = Marked(contents, span_of(text, "said"), span_of(text, "the owners"), 0.9)
    document = Document(id="x", path="x", text=text, key="x", sha256="", text_sha256="")
    made = read_attributions(Layout(document), (), Reader([mark]))
    sources = [(a.source and a.source.words_in(text), a.kind) for a in made]
    assert sources == [("the owners", "indirect"), ("Dr. Orrin", "direct")]


def test_a_quotation_behind_reported_speech_is_its_own() -> None:
    """Reported speech and the quotation in the next paragraph are two attributions, one indirect and one direct."""
    text = "The statement explained that the lift was old.\n“It never came up in the meeting at all.”"
    contents = (span_of(text, "that the lift was old"), span_of(text, "“It never came up in the meeting at all.”"))
    mark = Marked(contents, span_of(text, "explained"), span_of(text, "The statement"), 0.9)
    document = Document(id="x", path="x", text=text, key="x", sha256="", text_sha256="")
    made = read_attributions(Layout(document), (), Reader([mark]))
    assert [a.kind for a in made] == ["indirect", "direct"]


def test_a_rule_gives_way_where_the_reader_rules_a_cue_out() -> None:
    """A rule's find stays beside a silent reader only where the reader leaves its cue possible."""
    text = "Ilves said the lift was stuck."
    document = Document(id="x", path="x", text=text, key="x", sha256="", text_sha256="")
    layout = Layout(document)
    assert read_attributions(layout, (), Reader([], [])) == ()
    assert len(read_attributions(layout, (), Reader([], [span_of(text, "said")]))) == 1


def test_a_heading_does_not_speak() -> None:
    """What stands before a colon and names a kind of piece, not a speaker, is no source."""
    text = "Photos: The lift will stay closed for weeks"
    assert read(text, ("Photos", ":", "The lift will stay closed for weeks")) == ()


def test_content_does_not_end_with_a_conjunction() -> None:
    """A word that only begins the next clause is no part of what is said."""
    text = "Ilves floated that the lift would close but the owners disagreed."
    (one,) = read(text, ("Ilves", "floated", "that the lift would close but"))
    assert [s.words_in(text) for s in one.content] == ["that the lift would close"]


def test_a_source_holds_no_clause_of_its_own() -> None:
    """A clause joined to the words for the source by 'and' does not speak."""
    text = "Orrin was 21 years old and the Harbour News reports that he fell."
    (one,) = read(text, ("Orrin was 21 years old and the Harbour News", "reports", "that he fell"))
    assert one.source is not None and one.source.words_in(text) == "the Harbour News"


def test_content_goes_on_behind_a_small_word() -> None:
    """A content that breaks off behind a preposition or an article goes on to the next mark."""
    text = "Ilves floated the closure of the old lift, and Orrin agreed."
    found = read(text, ("Ilves", "floated", "the closure of the"))
    assert [s.words_in(text) for s in found[0].content] == ["the closure of the old lift"]


def test_an_expletive_is_no_part_of_a_source() -> None:
    """'There is' tells that somebody is there, who then speaks."""
    text = "There are neighbours who say the lift is old."
    (one,) = read(text, ("There are neighbours", "say", "the lift is old"))
    assert one.source is not None and one.source.words_in(text) == "neighbours"


def test_an_unlikely_mark_with_an_unknown_cue_is_dropped() -> None:
    """A mark that is seldom right needs a cue that the lists know."""
    text = "The rain frobbed the lift. Orrin praised the lift."
    frobbed = Marked((span_of(text, "the lift"),), span_of(text, "frobbed"), span_of(text, "The rain"), 0.3)
    document = Document(id="x", path="x", text=text, key="x", sha256="", text_sha256="")
    assert read_attributions(Layout(document), (), Reader([frobbed], [])) == ()


def test_what_a_source_says_of_appearance_is_its_own() -> None:
    """A cue without a source inside what somebody says is part of that, and the content goes on over it."""
    text = "Ilves said that the lift, old as it was, appeared to be quite safe."
    marks = [
        Marked((span_of(text, "that the lift, old as it was"),), span_of(text, "said"), span_of(text, "Ilves"), 0.9),
        Marked((span_of(text, "to be quite safe"),), span_of(text, "appeared"), None, 0.7),
    ]
    document = Document(id="x", path="x", text=text, key="x", sha256="", text_sha256="")
    (one,) = read_attributions(Layout(document), (), Reader(marks))
    assert [s.words_in(text) for s in one.content] == ["that the lift, old as it was, appeared to be quite safe"]


def test_what_one_mark_lost_goes_back_to_its_rule() -> None:
    """Where all the reader gave a cue stands in another sentence, the rule's own find stands."""
    text = "Lift news of the day. The lift was stuck for hours, Ilves said."
    made = read(text, ("Ilves", "said", "Lift news of the day"))
    assert [s.words_in(text) for a in made for s in a.content] == ["The lift was stuck for hours"]
