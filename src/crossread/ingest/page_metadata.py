"""What a page says about itself: JSON-LD, `meta` and `time` tags, the canonical link.

Read by ourselves, because the search for dates of general extractors costs three times their text and guesses.
Runs in the worker only: it needs lxml.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

# In order of trust; the first that holds something counts.
META = {
    "title": ("og:title", "twitter:title", "dc.title", "headline", "parsely-title", "sailthru.title"),
    "published": (
        "article:published_time",
        "og:published_time",
        "article:published",
        "datepublished",
        "date",
        "pubdate",
        "publishdate",
        "publish-date",
        "dc.date",
        "dc.date.issued",
        "dcterms.created",
        "sailthru.date",
        "parsely-pub-date",
        "cxenseparse:recs:publishtime",
        "timestamp",
    ),
    "url": ("og:url", "twitter:url", "parsely-link"),
    "site_name": ("og:site_name", "application-name", "dc.publisher", "cre"),
    "author": ("author", "article:author", "parsely-author", "sailthru.author", "dc.creator", "byl"),
    "language": ("og:locale", "content-language", "dc.language"),
}
ARTICLES = ("NewsArticle", "Article", "ReportageNewsArticle", "AnalysisNewsArticle", "BlogPosting", "LiveBlogPosting")
# How many JSON-LD blocks and characters are looked at: a page has a few of them.
MOST_BLOCKS = 20
LONGEST_BLOCK = 500_000
DEEPEST = 6


def read_page_metadata(tree: Any) -> dict[str, Any]:
    """Title, published, url, site_name, authors and language of an lxml tree; what is not told is missing."""
    found: dict[str, Any] = {}
    article = next((a for a in _linked_data(tree) if _is_article(a)), {})
    metas = _metas(tree)
    for field, names in META.items():
        value = next((metas[name] for name in names if metas.get(name)), None)
        if value:
            found[field] = value
    found |= {k: v for k, v in _from_article(article).items() if v and (k != "title" or "title" not in found)}
    found.setdefault("published", _first(tree, "//time[@pubdate or @itemprop='datePublished']/@datetime"))
    if not found["published"]:
        found["published"] = _first(tree, "//article//time/@datetime") or _first(tree, "//time/@datetime")
    found["url"] = _first(tree, "//link[@rel='canonical']/@href") or found.get("url")
    found["language"] = _first(tree, "/html/@lang") or found.get("language")
    found["title"] = found.get("title") or _heading(tree)
    author = found.pop("author", None)
    found.setdefault("authors", [author] if author and "://" not in author else [])
    return {name: value for name, value in found.items() if value}


def _metas(tree: Any) -> dict[str, str]:
    """Every meta tag by its lower-cased name; the first of a name counts."""
    found: dict[str, str] = {}
    for tag in tree.iterfind(".//meta"):
        name = tag.get("property") or tag.get("name") or tag.get("itemprop") or tag.get("http-equiv")
        content = (tag.get("content") or "").strip()
        if name and content:
            found.setdefault(name.strip().lower(), content)
    return found


def _linked_data(tree: Any) -> Iterator[dict[str, Any]]:
    """Every object of the page's JSON-LD, outermost first."""
    for script in tree.xpath("//script[@type='application/ld+json']")[:MOST_BLOCKS]:
        try:
            value = json.loads((script.text or "")[:LONGEST_BLOCK], strict=False)
        except (ValueError, RecursionError):
            continue
        yield from _objects(value, DEEPEST)


def _objects(value: Any, depth: int) -> Iterator[dict[str, Any]]:
    if depth and isinstance(value, dict):
        yield value
        yield from _objects(value.get("@graph"), depth - 1)
        yield from _objects(value.get("mainEntity"), depth - 1)
    elif depth and isinstance(value, list):
        for item in value:
            yield from _objects(item, depth - 1)


def _is_article(item: dict[str, Any]) -> bool:
    kinds = item.get("@type")
    return any(kind in ARTICLES for kind in (kinds if isinstance(kinds, list) else [kinds]))


def _from_article(article: dict[str, Any]) -> dict[str, Any]:
    """The fields of a JSON-LD article."""
    authors = article.get("author")
    names = [_named(author) for author in (authors if isinstance(authors, list) else [authors])]
    return {
        "title": _named(article.get("headline")),
        "published": _named(article.get("datePublished")),
        "site_name": _named(article.get("publisher")),
        "language": _named(article.get("inLanguage")),
        "authors": [name for name in names if name],
    }


def _named(value: Any) -> str | None:
    """A string, or the name of an object."""
    if isinstance(value, list):
        value = value[0] if value else None
    if isinstance(value, dict):
        value = value.get("name")
    return value.strip() if isinstance(value, str) and value.strip() else None


def _first(tree: Any, path: str) -> str | None:
    """The first attribute value of an XPath, stripped."""
    return next((str(value).strip() for value in tree.xpath(path) if str(value).strip()), None)


def _heading(tree: Any) -> str | None:
    """The page's only main heading, or its title tag."""
    headings = [" ".join(h.itertext()).strip() for h in tree.iterfind(".//h1")]
    if len(headings) == 1 and headings[0]:
        return " ".join(headings[0].split())
    title = tree.find(".//title")
    return " ".join((title.text or "").split()) if title is not None else None
