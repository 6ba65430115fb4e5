"""Bytes to text, parts joined, and what a file says about its accounts."""

import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from crossread.errors import CrossreadError
from crossread.ingest.draft import Draft, Raw
from crossread.ingest.encodings import decode
from crossread.ingest.making import join_parts, make_document, tidy
from crossread.ingest.newsjson import read_json, read_json_lines
from crossread.ingest.sniff import sniff
from crossread.records import Notice

WORDS = "The café in Northport opened “again”, the mayor said."


@pytest.mark.parametrize(
    ("data", "rule"),
    [
        (WORDS.encode(), "utf-8"),
        (b"\xef\xbb\xbf" + WORDS.encode(), "utf-8 (byte-order mark)"),
        (WORDS.encode("utf-16"), "utf-16-le (byte-order mark)"),
        (WORDS.encode("utf-16-be"), "utf-16-be (guessed)"),
        (WORDS.encode("cp1252"), "cp1252 (guessed)"),
    ],
)
def test_encodings(data: bytes, rule: str) -> None:
    """The text is the same in whatever encoding it comes, without its mark, and the rule that found it is kept."""
    assert decode(data) == (WORDS, rule)


def test_declared_encodings_mean_what_browsers_take_them_for() -> None:
    """'iso-8859-1' in a page is Windows' Western set, and other declarations are followed."""
    page = f'<html><head><meta charset="iso-8859-1"></head><body>{WORDS}</body></html>'
    assert decode(page.encode("cp1252")) == (page, "cp1252 (declared)")
    page = '<html><head><meta charset="windows-1251"></head><body>Плотина</body></html>'
    assert decode(page.encode("cp1251")) == (page, "cp1251 (declared)")


def test_one_bad_byte_does_not_alter_the_encoding() -> None:
    """A text in UTF-8 with a spoilt place stays UTF-8."""
    text, rule = decode(("é" * 40).encode() + b"\xff" + WORDS.encode())
    assert (text.count("\ufffd"), rule) == (1, "utf-8 (damaged)")


@given(st.binary(max_size=300))
@settings(deadline=None, max_examples=60)
def test_any_bytes_become_text(data: bytes) -> None:
    """No bytes break decoding, and nothing comes out that cannot be written again."""
    text, _ = decode(data)
    text.encode("utf-8")


@given(st.text(max_size=60), st.text(max_size=60), st.text(max_size=200))
@settings(deadline=None)
def test_parts_lie_in_the_text(title: str, description: str, body: str) -> None:
    """Parts are in order, do not overlap, and the text ends with the body as it came."""
    text, parts = join_parts(tidy(title), tidy(description), tidy(body))
    edges = [edge for part in parts for edge in (part.start, part.end)]
    assert edges == sorted(edges)
    assert all(0 <= edge <= len(text) for edge in edges)
    assert text.endswith(tidy(body))


def test_a_title_is_not_put_before_itself() -> None:
    """A body that begins with its title keeps it once; a title that a sentence happens to begin with is no part."""
    text, parts = join_parts("Dam holds", "", "Dam holds\n\nNobody was hurt.")
    assert text == "Dam holds\n\nNobody was hurt."
    assert [(text[p.start : p.end], p.kind) for p in parts] == [("Dam holds", "title"), ("Nobody was hurt.", "body")]
    text, parts = join_parts("Dam holds", "Dam holds all night.", "Nobody was hurt.")
    assert text == "Dam holds all night.\n\nNobody was hurt."
    assert [p.kind for p in parts] == ["description", "body"]


def test_text_is_kept_as_it_came() -> None:
    """Only line ends, the byte-order mark and halves of characters are mended."""
    assert tidy("\ufeffa\r\nb\rc\t \u200bd\x00\u202e \ud800") == "a\nb\nc\t \u200bd\x00\u202e \ufffd"


def test_names_of_fields_differ() -> None:
    """news-please, news interfaces and JSON-LD call the same things by different names."""
    raw = Raw(
        "a.json", json.dumps({"headline": "H", "maintext": WORDS, "publishedAt": "2021-03-04T10:00:00Z"}).encode()
    )
    [draft] = read_json(raw)
    assert isinstance(draft, Draft)
    assert (draft.title, draft.text, draft.published) == ("H", WORDS, "2021-03-04T10:00:00Z")


def test_lists_and_lines_are_counted() -> None:
    """Accounts of a list are numbered, those of JSON Lines by their lines; a broken one stops no other."""
    listed = list(read_json(Raw("a.json", json.dumps({"articles": [{"text": WORDS}, {"text": WORDS}]}).encode())))
    assert [d.id for d in listed if isinstance(d, Draft)] == ["a.json#1", "a.json#2"]
    lines = b'{"text": "One."}\n\n{"text": \n7\n{"text": "Five."}\n'
    found = list(read_json_lines(Raw("a.jsonl", lines)))
    assert [d.id for d in found if isinstance(d, Draft)] == ["a.jsonl#1", "a.jsonl#5"]
    assert [(n.document, n.code) for n in found if isinstance(n, Notice)] == [
        ("a.jsonl#3", "invalid-json"),
        ("a.jsonl#4", "no-text"),
    ]
    assert [d.id for d in read_json(Raw("a.json", lines)) if isinstance(d, Draft)] == ["a.json#1", "a.json#5"]


@given(
    st.recursive(
        st.none() | st.booleans() | st.integers() | st.text(max_size=9),
        _nest := lambda inner: (
            st.lists(inner, max_size=3)
            | st.dictionaries(st.sampled_from(["title", "text", "url", "authors", "articles"]), inner)
        ),
        max_leaves=9,
    ),
    st.integers(0, 40),
)
@settings(deadline=None, max_examples=80)
def test_any_json_is_read_or_refused(value: object, cut: int) -> None:
    """Odd values and cut files give drafts, notices or our own error, never another."""
    data = json.dumps(value).encode()
    for written in (data, data[: max(0, len(data) - cut)]):
        try:
            for item in read_json(Raw("a.json", written)):
                if isinstance(item, Draft):
                    make_document(item)
        except CrossreadError:
            continue


def test_deep_and_huge_json() -> None:
    """Nesting and numbers beyond all measure are refused politely."""
    for data in (b"[" * 100_000, b'{"text": ' + b"[" * 100_000):
        with pytest.raises(CrossreadError):
            list(read_json(Raw("a.json", data)))
    [draft] = read_json(Raw("a.json", b'{"text": "Seven.", "n": ' + b"7" * 6000 + b"}"))
    assert isinstance(draft, Draft)


@given(st.binary(max_size=80))
@settings(deadline=None)
def test_any_bytes_have_a_kind(data: bytes) -> None:
    """Sniffing knows a kind or refuses politely."""
    try:
        assert sniff("a.txt", data)
    except CrossreadError as error:
        assert "a.txt" in str(error)


def test_path_suffix_decides_only_what_content_leaves_open(tmp_path: Path) -> None:
    """A list of numbers is JSON where its name says so and plain text where not."""
    assert sniff(str(tmp_path / "a.json"), b"[1, 2]") == "json"
    assert sniff("a.txt", b"[1, 2]") == "plain"
    assert sniff("a.txt", b"<!DOCTYPE html><html><body>x") == "html"
    assert sniff("a.html", b"<?xml version='1.0'?><rss version='2.0'>") == "feed"
