"""What is no part of the article is marked, and what was said or found never is.

Cases are marked text: [words]kind.
"""

import re
import time
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from crossread.ingest.credits import find_credits
from crossread.ingest.datelines import find_dateline
from crossread.ingest.furniture import mark_furniture
from crossread.ingest.furniture_patterns import filled
from crossread.ingest.wordlists import read_table
from crossread.records import Part

MARK = re.compile(r"⟦(.*?)⟧(\w+)", re.DOTALL)
BEFORE = "The dam above the town held through the night, and nobody was hurt, the mayor of Northport said on Monday."
AFTER = "Schools will open again on Thursday, she said, and the road along the river is to be mended in the spring."


def marks(text: str) -> list[tuple[str, str]]:
    return [(text[f.start : f.end], f.kind) for f in mark_furniture(text, [Part(0, len(text), "body")])]


def assert_marked(case: str) -> None:
    """The marks of a case are exactly those written into it."""
    text = MARK.sub(lambda m: m.group(1), case)
    assert marks(text) == [(m.group(1), m.group(2)) for m in MARK.finditer(case)]


INSIDE = [
    "⟦[ad_1]⟧marker",
    "⟦Advertisement⟧marker",
    "⟦Story continues below advertisement⟧marker",
    "⟦Scroll down for video⟧marker",
    "⟦___⟧marker",
    "⟦Photo⟧marker",
    "⟦Read more⟧promo",
    "⟦RELATED: Northport votes on a new bridge⟧promo",
    "⟦READ MORE: Ferry sinks off Westbay (VIDEO)⟧promo",
    "⟦Also read | Why the dam was never mended⟧promo",
    "⟦[Northport’s mayor faces a vote over the bridge]⟧promo",
    "⟦Northport’s dam: what went wrong? Read more⟧promo",
    "⟦Sign up for our daily newsletter⟧promo",
    "⟦Get the Harbour Briefing in your inbox every morning.⟧promo",
    "⟦Enter your email address Please enter a valid email address Sign up⟧promo",
    "⟦Share on Facebook⟧share",
    "⟦Facebook Twitter WhatsApp⟧share",
    "⟦Click to share on Twitter (Opens in new window)⟧share",
    "⟦Follow Ada Moor on Twitter: @adamoor⟧share",
    "⟦This site uses cookies. By continuing you agree to their use.⟧nav",
    "⟦24 Comments⟧nav",
    "⟦Home > News > Local⟧nav",
    "⟦Image copyright AFP Image caption The dam on Monday⟧caption",
    "⟦Workers mend the wall of the dam in Northport. (Photo: Ada Moor, Harbour News)⟧caption",
    "⟦The mayor speaks at the town hall on Monday. (AP Photo/Ada Moor)⟧caption",
    "⟦Water runs over the wall. Photograph: Ada Moor/Getty Images⟧caption",
    "⟦The dam seen from the air, March 1, 2021. REUTERS/Ada Moor⟧caption",
    "⟦FILE - In this March 1, 2021 file photo, the dam above Northport stands half empty.⟧caption",
    "⟦Ada Moor/Getty Images⟧caption",
    "⟦3/12 The old dam A view of the wall in winter Getty⟧caption",
    "⟦The mayor (left) with the head of the fire brigade on Monday⟧caption",
    "⟦This story has been updated.⟧note",
    "⟦Source link⟧note",
    "⟦A version of this article appears in print on March 4, 2021, on Page A1 of the Northport edition.⟧note",
    "⟦To contact the reporter on this story: Ada Moor in Northport at amoor@harbour.example⟧note",
    "⟦(Harbour 24 with AFP)⟧note",
    "⟦am/bh (AFP, dpa)⟧note",
    "⟦End of Twitter post by @adamoor⟧note",
    "⟦Like this story? Share it with a friend!⟧promo",
    "⟦View gallery⟧marker",
    '⟦E-mail: "Ada Moor" <ada@moor.example>⟧header',
    "⟦The video will start in 8 Cancel⟧marker",
    "⟦Read also: The bridge that nobody wanted⟧promo",
    "⟦Subscribe to our Telegram channel⟧promo",
    "⟦(function(d, s, id) { var js = d.createElement(s); }(document, 'script'));⟧marker",
    "⟦#Northport #Dam⟧tags",
    "⟦3 min read⟧nav",
    "⟦Editor's note: An earlier version misspelled the mayor's name.⟧note",
    "⟦Copyright 2021 The Harbour Press. All rights reserved.⟧note",
]


@pytest.mark.parametrize("case", INSIDE)
def test_furniture_between_paragraphs(case: str) -> None:
    """Lines that are no part of the article are marked with their kind, and their neighbours are not."""
    assert_marked(f"{BEFORE}\n{AFTER}\n{case}\n{BEFORE}\n{AFTER}")


AT_HEAD = [
    "⟦NORTHPORT, March 4 (Reuters) -⟧dateline ",
    "⟦NORTHPORT, March 4. /TASS/.⟧dateline ",
    "⟦SAN ROQUE, Freedonia —⟧dateline ",
    "⟦ST. JOHN’S, N.L. (AP) —⟧dateline ",
    "⟦(CNN)⟧dateline ",
    "⟦NORTHPORT. March 4 (Interfax) -⟧dateline ",
    "⟦NORTHPORT, March 4. / TASS /.⟧dateline ",
    "⟦NORTHPORT, 4 Mar - RIA Novosti.⟧dateline ",
    "⟦Northport, March 4 – Sputnik.⟧dateline ",
    "⟦West Bay, Florida (CNN)⟧dateline ",
    "⟦Northport, March 4 (IANS)⟧dateline ",
    "⟦NORTHPORT:⟧dateline ",
    "⟦By Ada Moor⟧byline\n",
    "⟦By Ada Moor⟧byline\n⟦NORTHPORT (AP) —⟧dateline ",
    "⟦By ADA MOOR and BEN HILL⟧byline\n",
    "⟦Ada Moor, BBC News⟧byline\n",
    "⟦Published: 4 March 2021, 10:47 GMT⟧header\n",
    " ⟦date 2021-03-04⟧header ",
]


@pytest.mark.parametrize("case", AT_HEAD)
def test_furniture_at_the_head(case: str) -> None:
    """Datelines with their dash, bylines and dates of publication before the article."""
    assert_marked(f"{case}{BEFORE}\nThe wall in Northport held.\n{AFTER}")


AT_END = [
    "\n⟦Northport, Dam, Floods⟧tags",
    "\n⟦Tags: dam, floods⟧tags",
    "\n⟦Reuters - AP - AFP⟧note",
    "\n⟦Additional reporting by Ben Hill⟧note",
    "\n⟦Ben Hill in Westbay contributed to this report.⟧note",
    " ⟦(Reporting by Ada Moor; Editing by Ben Hill)⟧note",
    "\n⟦Read more:⟧promo\n⟦Ferry sinks off Westbay⟧promo\n⟦Why a wife left her canaries at sea⟧promo",
    "\nA wall of water, I thought! ⟦pic.twitter.com/abcDEF123⟧note ⟦— Ada Moor (@adamoor) March 4, 2021⟧note",
]


@pytest.mark.parametrize("case", AT_END)
def test_furniture_at_the_end(case: str) -> None:
    """Tags, agencies, other stories and credits behind the article; the words of a post are not furniture."""
    assert_marked(f"{BEFORE}\n{AFTER}\n{BEFORE}\n{AFTER}{case}")


ARTICLE = [
    "“More people are coming,” Moor said. “Read the law.”",
    "Read the full report, the judge told both sides, before you speak.",
    "Related costs rose to $4 million: the council had not foreseen that.",
    "Rising water contributed to the collapse of the bridge.",
    "The photo shows him at the dam, the court heard.",
    "UPDATE: Police said two men were arrested.",
    "Sources: the council, the police and the fire brigade.",
    "Copyright law forbids that, the lawyer said.",
    "Share prices fell by 4 percent on Monday.",
    "Follow the money, the investigator said.",
    "2 of 3 suspects were arrested, police said.",
    "1/3 of the voters stayed at home, according to the council.",
    "The mayor, a former editor of the Harbour News, said she would resign.",
    "Anyone with information is asked to call the police.",
    "The study was first published in Nature in March.",
    "“Advertisement is dead,” he said.",
    "By Friday the water had gone, Moor said.",
    "He thanked Anna, Ben and Clara.",
    "NASA — which built the satellite — said it was lost.",
    "In this photo finish, nobody won.",
    "Video of the flood was posted on Twitter, and thousands watched it.",
    "Comments made by the mayor were denied by the council.",
    "Reporting by the newspaper led to the arrests, police said.",
    "The site was closed (see above).",
    "Contributing: that is what the town asks of everybody, she said.",
    "Download speeds fell by half on Monday.",
    "Shares in the company fell, the bank said.",
    "Views expressed by the mayor were shared by the council.",
    "More coverage of the flood was asked for by readers.",
    "Get the latest figures to the council by e-mail, she said.",
    "Like him or not, the mayor won on Facebook.",
    "Find us a way out, the mayor asked the council.",
    "Follow our laws or leave, the page of the party said.",
    "On this topic the mayor was silent.",
    "Next page of the story: the trial.",
    "Reporting by The Harbour News led to the arrests.",
    "This photo finish was the third of the day.",
    "Source of the money was an uncle, he said.",
    "Date night ended early in 2019, she said.",
    "‘Massive damage’",
    "A question of trust",
    "Ada",
    "Thomas",
]


@pytest.mark.parametrize("line", ARTICLE)
def test_the_article_is_never_furniture(line: str) -> None:
    """Sentences that use the words of furniture stay part of the article, wherever they stand."""
    for text in (f"{line}\n{BEFORE}\n{AFTER}", f"{BEFORE}\n{line}\n{AFTER}", f"{BEFORE}\n{AFTER}\n{line}"):
        assert marks(text) == []


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("The dam holds | Northport Post", "| Northport Post"),
        ("The dam holds - Reuters", "- Reuters"),
        ("The dam holds - a town breathes again", ""),
        ("The dam holds", ""),
    ],
)
def test_a_site_name_behind_a_headline(title: str, name: str) -> None:
    """What a page's title says about the site is marked, what it says about the matter is not."""
    found = mark_furniture(f"{title}\n\n{BEFORE}", [Part(0, len(title), "title")])
    assert "".join(f"{title}\n\n{BEFORE}"[f.start : f.end] for f in found) == name


def test_no_pattern_explodes() -> None:
    """Every pattern of the file fails quickly on long lines made of its own words."""
    for kind, place, pattern in read_table("furniture.tsv"):
        words = re.findall(r"[a-zA-Z]{3,}", re.sub(r"\\\w|[{]\w+[}]", " ", pattern))[:6] or ["x"]
        expression = re.compile(filled(pattern), re.IGNORECASE)
        started = time.process_time()
        for piece in [f"{words[0]} / ", f"{words[-1]}, ", "Aa Bb, ", f"{words[0]} Aa Bb, ", f"{' '.join(words)} "]:
            line = f"{words[0]} {piece * 200}"[:1100] + "~"
            expression.fullmatch(line) if place == "line" else list(expression.finditer(line))
        assert time.process_time() - started < 1, (kind, place, pattern)


def test_speakers_of_a_transcript_are_no_datelines() -> None:
    """Where paragraph after paragraph begins with a name and a colon, people take turns."""
    assert marks(f"MOOR: {BEFORE}\nHILL: {AFTER} Moor is in Moor.\nMOOR: No.") == []


def test_agencies_are_credited_where_they_stand() -> None:
    """Names of agencies in datelines, bylines and notes are credits; in captions they stand for a picture."""
    caption = "The dam on Monday. (AP Photo/Ada Moor)"
    text = f"NORTHPORT (Reuters) - {BEFORE}\n{caption}\n{AFTER}\nAFP contributed to this report."
    found = find_credits(text, mark_furniture(text, [Part(0, len(text), "body")]))
    assert [text[c.record.start : c.record.end] for c in found] == ["Reuters", "AFP"]
    assert [c.in_dateline for c in found] == [True, False]


@given(st.text(alphabet="AaBb (/)[]-—.,:\n@#0128…“”'", max_size=300))
@settings(deadline=None)
def test_marks_are_ordered_and_lie_in_the_text(text: str) -> None:
    """Furniture is in order, without overlaps, and never empty, whatever the text."""
    found = mark_furniture(text, [Part(0, len(text), "body")] if text else [])
    assert all(a.end <= b.start for a, b in pairwise(found))
    assert all(0 <= f.start < f.end <= len(text) for f in found)


@pytest.mark.parametrize(
    "piece",
    ["(photo ", "A. ", "— a (@", "Reuters/A ", "a@b.c ", "Aa, ", "By Aa ", "https://t.co/", "1/2 A", "[x ", " "],
)
def test_marking_takes_linear_time(piece: str) -> None:
    """Twice the text takes about twice the time, whatever is repeated."""

    def seconds(length: int) -> float:
        text = piece * (length // len(piece))
        text = "\n".join(text[i : i + 1100] for i in range(0, len(text), 1100))
        started = time.process_time()
        mark_furniture(text, [Part(0, len(text), "body")])
        return time.process_time() - started

    seconds(1000)
    assert seconds(160_000) < 5 * max(seconds(40_000), 0.02)


def test_a_dateline_is_found_only_at_a_beginning() -> None:
    """A dash in the middle of a sentence makes no dateline."""
    text = "It held — the NORTHPORT (Reuters) - dam."
    assert find_dateline(text, 0, len(text)) is None


def test_news_in_a_gallery_is_read() -> None:
    """Of a gallery's captions only the label, the gallery's name and the count are furniture."""
    assert_marked(
        "⟦Photos: The dam⟧marker Water ran over the crest. ⟦Hide Caption 1 of 2⟧marker\n"
        "⟦Photos: The dam⟧marker Nobody was hurt in the town. ⟦Hide Caption 2 of 2⟧marker"
    )
