"""Outlet, date, language and translation, each with what tells it."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from crossread.ingest.dating import date_in_url, parse_date
from crossread.ingest.draft import Draft
from crossread.ingest.language import find_language
from crossread.ingest.making import make_document
from crossread.ingest.outlets import known_outlets, registrable
from crossread.ingest.translated import is_translated
from crossread.records import Document

TEXT = "The dam above the town held through the night, and nobody was hurt, the mayor of Northport said."


def document(text: str = TEXT, **told: str) -> Document:
    return make_document(Draft("a.txt", "0" * 64, text, **told))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("value", "domain"),
    [
        ("https://www.bbc.co.uk/news/1", "bbc.co.uk"),
        ("edition.cnn.com", "cnn.com"),
        ("http://user@news.example.com.au:80/a", "example.com.au"),
        ("usa.chinadaily.com.cn", "chinadaily.com.cn"),
        ("harbour.wordpress.com", "harbour.wordpress.com"),
        ("timesofindia.indiatimes.com", "timesofindia.indiatimes.com"),
        ("localhost", None),
        ("10.0.0.1", None),
        ("", None),
    ],
)
def test_registrable_domains(value: str, domain: str | None) -> None:
    """The part of a host name that somebody registered."""
    assert registrable(value) == domain


@given(st.text(max_size=80))
@settings(deadline=None)
def test_any_words_have_a_domain_or_none(value: str) -> None:
    """No host name breaks anything."""
    registrable(value)
    date_in_url(value)
    parse_date(value)


def test_outlet_and_what_tells_it() -> None:
    """The file's own word comes first, then the URL, then an agency's dateline, then the folder's name."""
    agency = f"NORTHPORT, March 4 (Reuters) - {TEXT}"
    told = document(agency, domain="www.northportpost.com", url="https://other.example/a", site_name="Northport Post")
    assert (told.outlet.domain, told.outlet.name, told.outlet.basis) == (
        "northportpost.com",
        "Northport Post",
        "metadata",
    )
    by_url = document(agency, url="https://www.theguardian.com/a").outlet
    assert (by_url.id, by_url.name, by_url.basis) == ("guardian", "The Guardian", "url")
    by_dateline = document(agency).outlet
    assert (by_dateline.id, by_dateline.domain, by_dateline.basis) == ("reuters", "reuters.com", "dateline")
    by_folder = make_document(Draft("guardian/theguardian-com/a.txt", "0" * 64, TEXT)).outlet
    assert (by_folder.domain, by_folder.basis) == ("theguardian.com", "folder")
    assert document().outlet.basis == "unknown"


def test_a_credited_agency_is_not_the_outlet() -> None:
    """An agency in the dateline of a paper's piece is credited, and the paper is the outlet."""
    found = document(f"NORTHPORT (Reuters) - {TEXT}", domain="northportpost.com")
    assert found.outlet.domain == "northportpost.com"
    assert [found.text[c.start : c.end] for c in found.credits] == ["Reuters"]


def test_unknown_agencies_are_credited_too() -> None:
    """The name in a dateline's brackets is an agency even where the list does not know it."""
    found = document(f"NORTHPORT, March 4 (Norpress) - {TEXT}")
    assert [found.text[c.start : c.end] for c in found.credits] == ["Norpress"]
    assert (found.outlet.id, found.outlet.domain, found.outlet.basis) == ("norpress", None, "dateline")


def test_two_domains_of_one_outlet_have_one_id() -> None:
    """bbc.com and bbc.co.uk are the BBC; papers of one name in two countries are two."""
    known = known_outlets()
    assert known["bbc.com"].id == known["bbc.co.uk"].id
    assert known["independent.ie"].id != known["independent.co.uk"].id
    names: dict[str, str] = {}
    for outlet in known.values():
        assert names.setdefault(outlet.id, outlet.country) == outlet.country


@pytest.mark.parametrize(
    ("value", "moment"),
    [
        ("2021-03-04", "2021-03-04"),
        ("2021-03-04T00:00:00", "2021-03-04"),
        ("2021-03-04 10:05:00", "2021-03-04T10:05:00"),
        ("2021-03-04T10:05:00.123Z", "2021-03-04T10:05:00+00:00"),
        ("2021-03-04T10:05:00+0530", "2021-03-04T10:05:00+05:30"),
        ("Thu, 04 Mar 2021 10:05:00 GMT", "2021-03-04T10:05:00+00:00"),
        ("March 4, 2021", "2021-03-04"),
        ("4 March 2021", "2021-03-04"),
        ("20210304", "2021-03-04"),
        ("1614852300", "2021-03-04T10:05:00+00:00"),
        ("2021-02-31", None),
        ("soon", None),
        ("", None),
    ],
)
def test_dates_as_files_state_them(value: str, moment: str | None) -> None:
    """ISO, mail, written and packed dates; what is no date is none."""
    assert parse_date(value) == moment


def test_date_and_what_tells_it() -> None:
    """The file's own date, a header before the text, a dateline with its year, the URL; else none."""
    found = document(f" date 2021-03-04 {TEXT}")
    assert (found.published, found.published_basis) == ("2021-03-04", "header")
    found = document(f" date 2021-03-04 {TEXT}", published="2021-03-05")
    assert (found.published, found.published_basis) == ("2021-03-05", "metadata")
    found = document(f"NORTHPORT, March 4, 2021 (Reuters) - {TEXT}")
    assert (found.published, found.published_basis) == ("2021-03-04", "dateline")
    found = document(url="https://northportpost.com/2021/03/04/dam.html")
    assert (found.published, found.published_basis) == ("2021-03-04", "url")
    found = document(f"NORTHPORT, March 4 (Reuters) - {TEXT}")
    assert (found.published, found.published_basis) == (None, "unknown")


@pytest.mark.parametrize(
    ("text", "language"),
    [
        (TEXT, "en"),
        ("Le maire a dit que le barrage est dans un état qui ne permet pas de rouvrir les écoles.", "fr"),
        ("El alcalde dijo que la presa no se ha roto y que los niños de la ciudad están con sus padres.", "es"),
        ("Мэр города сказал, что плотина выдержала.", "ru"),
        ("市長はダムが持ちこたえたと述べた。", "ja"),
        ("Dam", None),
    ],
)
def test_languages(text: str, language: str | None) -> None:
    """Small words or the script tell a language; too few words tell none."""
    assert find_language(None, text) == language


def test_a_declared_language_counts_where_the_words_do_not_tell() -> None:
    """A page may say what its few words do not."""
    assert find_language("en-GB", "Dam") == "en"


def test_only_words_that_say_so_make_a_translation() -> None:
    """Nothing is called a translation for its style."""
    assert is_translated(f"{TEXT}\nTranslated from the Freedonian by Ada Moor") is True
    assert is_translated(f"{TEXT}\nThis article was automatically translated from Freedonian.") is True
    assert is_translated("” We will mend it, ”said the mayor, who translated from memory.") is None


def test_headers_tell_what_the_file_does_not() -> None:
    """Lines such as 'Source: …' and a byline at the head give outlet, URL, date and authors."""
    head = "URL: https://www.northportpost.com/a/dam\nDate: March 4, 2021\nBy Ada Moor and Ben Hill"
    found = document(f"{head}\n\n{TEXT}\n\n{TEXT}")
    assert (found.outlet.domain, found.outlet.basis) == ("northportpost.com", "url")
    assert (found.published, found.published_basis) == ("2021-03-04", "header")
    assert found.authors == ("Ada Moor", "Ben Hill")
    assert document(f"Source: The Guardian\n{TEXT}").outlet.id == "guardian"


@pytest.mark.parametrize(
    ("first", "is_headline"),
    [
        ("Dam above Northport holds through the night", True),
        ("Dam Above Northport Holds Through The Night.", True),
        ("Will the dam hold another night?", True),
        ("The dam held.", False),
        ("NORTHPORT (Reuters) - The dam held", False),
        ("“We have seen worse than this”", False),
        ("By Ada Moor and Ben Hill", False),
        ("[ad_1] and other things here", False),
        ("Northport", False),
    ],
)
def test_headlines_of_plain_texts(first: str, is_headline: bool) -> None:
    """A short line that looks like a headline above a paragraph is the title of a text that gives none."""
    found = document(f"{first}\n\n{TEXT}")
    assert (found.title == first) is is_headline
    assert ("title" in [part.kind for part in found.parts]) is is_headline
