"""Pages and feeds are parsed in a worker that can be killed; hostile ones end as a notice."""

import json
import random
from collections.abc import Iterator
from pathlib import Path

import pytest

from crossread.errors import IngestError
from crossread.ingest import ingest, workshop
from crossread.ingest.draft import Draft, Raw
from crossread.ingest.feed import read_feed
from crossread.ingest.html import read_html
from crossread.ingest.workshop import Workshop

PARAGRAPHS = "".join(
    f"<p>The mayor of Northport said on Monday that dam {n} had held through the night &amp; nobody was hurt.</p>"
    for n in range(9)
)
LINKED = json.dumps(
    {
        "@context": "https://schema.org",
        "@graph": [
            {"@type": "WebSite", "name": "Ignored"},
            {
                "@type": "NewsArticle",
                "headline": "The dam holds",
                "datePublished": "2021-03-04T10:00:00Z",
                "author": [{"@type": "Person", "name": "Ada Moor"}],
                "publisher": {"@type": "Organization", "name": "Northport Post"},
            },
        ],
    }
)
PAGE = (
    '<!doctype html><html lang="en-GB"><head><title>The dam holds | Northport Post</title>'
    '<link rel="canonical" href="https://www.northportpost.co.uk/2021/03/04/dam.html">'
    f'<script type="application/ld+json">{LINKED}</script></head>'
    f"<body><nav>Home News Sport</nav><article><h1>The dam holds</h1>{PARAGRAPHS}</article></body></html>"
)
FEED = (
    '<?xml version="1.0" encoding="ISO-8859-1"?><rss version="2.0"><channel><title>Northport Post</title>'
    "<link>https://northportpost.co.uk</link><item><title>The dam &amp; the town</title>"
    "<link>https://northportpost.co.uk/a</link><pubDate>Thu, 04 Mar 2021 10:00:00 GMT</pubDate>"
    "<description>&lt;p&gt;The dam held.&lt;/p&gt;&lt;p&gt;Nobody was hurt.&lt;/p&gt;</description></item>"
    "<item><title>Two</title></item><item><link>https://northportpost.co.uk/c</link></item></channel></rss>"
)


@pytest.fixture(scope="module")
def shop() -> Iterator[Workshop]:
    """One warm worker for all of these."""
    with Workshop() as opened:
        yield opened


def test_a_page_tells_about_itself(shop: Workshop) -> None:
    """Main text without menus; title, date, author, publisher and URL from JSON-LD and meta tags."""
    [draft] = read_html(Raw("a.html", PAGE.encode()), shop)
    assert "Sport" not in draft.text
    assert "night & nobody" in draft.text
    assert (draft.title, draft.published, draft.site_name) == (
        "The dam holds",
        "2021-03-04T10:00:00Z",
        "Northport Post",
    )
    assert (draft.authors, draft.language) == (("Ada Moor",), "en-GB")
    assert draft.url == "https://www.northportpost.co.uk/2021/03/04/dam.html"
    assert (draft.extractor or "").startswith("trafilatura ")


def test_feed_entries_are_accounts(shop: Workshop) -> None:
    """Every entry is an account, named by its place; one without words is told of."""
    found = list(read_feed(Raw("f.xml", FEED.encode()), shop))
    assert [item.id if isinstance(item, Draft) else item.document for item in found] == [
        "f.xml#1",
        "f.xml#2",
        "f.xml#3",
    ]
    first = found[0]
    assert isinstance(first, Draft)
    assert (first.title, first.text) == ("The dam & the town", "The dam held.\nNobody was hurt.")


def test_hostile_pages_end_as_errors_and_the_worker_lives_on(shop: Workshop) -> None:
    """Swollen tags, deep nesting, entity bombs and rubbish are refused; the next page is read as ever."""
    bombs = [
        "<html><body><p " + " ".join(f"a{n}=''" for n in range(200_000)) + ">x</p></body></html>",
        "<html><body>" + "<div>" * 50_000 + "x",
        "<html>" + "<b><i>" * 20_000,
        "<html><head><script type='application/ld+json'>" + "[" * 50_000 + "</script></head><body></body></html>",
        "<html>",
    ]
    for bomb in bombs:
        with pytest.raises(IngestError):
            list(read_html(Raw("bomb.html", bomb.encode()), shop))
    laughs = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 9))
    feed = (
        f'<?xml version="1.0"?><!DOCTYPE r [<!ENTITY l0 "lol">{laughs}]><rss version="2.0"><channel><title>&l8;</title>'
    )
    with pytest.raises(IngestError):
        list(read_feed(Raw("bomb.xml", feed.encode()), shop))
    assert list(read_html(Raw("a.html", PAGE.encode()), shop))


def test_a_hanging_parser_is_killed_and_replaced(monkeypatch: pytest.MonkeyPatch) -> None:
    """When the clock runs out the worker is killed, the page is refused, and the next page has a new worker."""
    with Workshop() as shop:
        assert shop.open_page("a.html", PAGE)["title"] == "The dam holds"
        monkeypatch.setattr(workshop, "PAGE_WALL_SECONDS", 0.0)
        with pytest.raises(IngestError, match="given up"):
            shop.open_page("b.html", PAGE * 40)
        monkeypatch.undo()
        assert shop.open_page("a.html", PAGE)["title"] == "The dam holds"


def test_mutated_pages_never_break_anything(shop: Workshop) -> None:
    """Pages and feeds with bytes lost, doubled and altered give drafts, notices or our own error."""
    chance = random.Random(7)
    for whole in [PAGE.encode(), FEED.encode()] * 12:
        data = bytearray(whole)
        for _ in range(chance.randint(1, 30)):
            start = chance.randrange(len(data))
            data[start : start + chance.randint(0, 20)] = chance.randbytes(chance.randint(0, 6)) * chance.randint(0, 2)
        reader = read_feed if whole.startswith(b"<?xml") else read_html
        try:
            list(reader(Raw("m", bytes(data)), shop))
        except IngestError as error:
            assert str(error).startswith("m ")


def test_pages_in_a_folder(tmp_path: Path) -> None:
    """A saved page is a document with its outlet from the canonical URL and its headline to cite."""
    (tmp_path / "a.html").write_text(PAGE)
    [document] = ingest([tmp_path]).documents
    assert document.outlet.domain == "northportpost.co.uk"
    assert document.outlet.name == "Northport Post"
    assert document.published == "2021-03-04T10:00:00+00:00"
    assert document.text.startswith("The dam holds")
    assert document.language == "en"
