"""The report shows what stands in a dossier, and nothing of a source ever runs in it."""

import re

from lxml import html

from crossread.present import to_html, to_notebook
from crossread.records import Dossier


def test_every_section_shows_its_items(dossier: Dossier) -> None:
    """Findings, speech, timeline, figures, lineage, wording, people, accounts and notices are all in the page."""
    page = to_html(dossier)
    for words in ("Disputed", "9 people", "11 people", "9 people or 11 people", "Ada Holm", "3 May 2031", "captain",
                  "20% of the first, 40% of the second", "convert it first", "said by Ada Holm",
        "leaves out"):  # fmt: skip
        assert words in page, words


def test_links_inside_the_page_lead_somewhere(dossier: Dossier) -> None:
    """Every link to a place in the page has that place, and every id stands once."""
    tree = html.document_fromstring(to_html(dossier))
    ids = tree.xpath("//@id")
    assert len(ids) == len(set(ids))
    assert {href[1:] for href in tree.xpath("//a/@href") if href.startswith("#")} <= set(ids)


def test_nothing_of_a_source_is_markup(dossier: Dossier) -> None:
    """A script in an account stands in the page as words; the only scripts and styles are the page's own."""
    tree = html.document_fromstring(to_html(dossier))
    assert len(tree.xpath("//script")) == len(tree.xpath("//style")) == 1
    assert "alert(1)" not in tree.xpath("//script")[0].text
    assert "alert(1)" in tree.xpath("string(//h1)")
    assert not [href for href in tree.xpath("//@href") if href.startswith("javascript")]
    assert not tree.xpath("//@style | //@onclick | //img | //link | //iframe")
    assert "javascript:" not in to_notebook(dossier) and "<script" not in to_notebook(dossier)


def test_page_asks_nothing_of_the_network(dossier: Dossier) -> None:
    """No address stands in the page but those an account came from."""
    assert not re.findall(r"(?:src|href)=[\"']?https?:", to_html(dossier))


def test_accounts_stand_whole(dossier: Dossier) -> None:
    """The pieces of an account put together are its text."""
    tree = html.document_fromstring(to_html(dossier))
    texts = [["".join(p.itertext()) for p in div.xpath("./p")] for div in tree.find_class("text")]
    assert texts == [[line for line in d.text.split("\n") if line.strip()] for d in dossier.documents]
    assert [span.text for span in tree.xpath("//div[@class='text']//span[contains(@class, 'furniture')]")]


def test_empty_dossier_is_a_page(dossier: Dossier) -> None:
    """A dossier without accounts is still a page that says so."""
    empty = Dossier(dossier.generator, ())
    assert "nothing that can be compared" in to_html(empty)
