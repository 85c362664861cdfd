"""What a page states of its report beside the title and author: address, section, standfirst, moments, language.

Sources of the names: Open Graph and its article properties, schema.org's NewsArticle, Dublin Core, HTML's own.
"""

import json
from collections.abc import Iterator
from typing import Any

from variorum.reports.identity.urls import clean_address
from variorum.reports.lexicon import fold, load_furniture
from variorum.reports.lines import Clue
from variorum.reports.dates.moments import read_moment

_BASIS = "page metadata"
_MOST_NODES = 2_000
_META = {
    "published": (
        "article:published_time",
        "og:published_time",
        "og:article:published_time",
        "datepublished",
        "parsely-pub-date",
        "sailthru.date",
        "publishdate",
        "pubdate",
        "dc.date.issued",
        "dcterms.created",
        "article.published",
    ),
    "updated": (
        "article:modified_time",
        "og:updated_time",
        "og:modified_time",
        "article:updated_time",
        "datemodified",
        "dcterms.modified",
        "last-modified",
        "article.updated",
    ),
    "section": ("article:section", "og:article:section", "section", "articlesection", "parsely-section"),
    "subtitle": ("og:description", "twitter:description", "description", "dc.description"),
}
_LINKED = {
    "published": ("datePublished",),
    "updated": ("dateModified",),
    "section": ("articleSection",),
    "subtitle": ("alternativeHeadline", "alternateName"),
}
_ARTICLES = ("article", "newsarticle", "reportagenewsarticle", "blogposting", "liveblogposting", "analysisnewsarticle")


def find_statements(tree: Any) -> tuple[Clue, ...]:
    """Read a page's statements, each kind once: of several the surest, in the order of `_META` and `_LINKED`."""
    meta, linked = _read_meta(tree), next(_linked_articles(tree), {})
    return (
        *_moments(meta, linked),
        *_sections(meta, linked),
        *_subtitles(meta, linked),
        *_addresses(tree, meta, linked),
        *(Clue(kind="language", value=value, basis=_BASIS) for value in _values(tree, "/html/@lang")[:1]),
    )


def _moments(meta: dict[str, str], linked: dict[str, Any]) -> Iterator[Clue]:
    for kind in ("published", "updated"):
        values = (*(_words(linked.get(name)) for name in _LINKED[kind]), *(meta.get(name) for name in _META[kind]))
        moments = (_moment(kind, value) for value in values if value)
        yield from [clue for clue in moments if clue][:1]


def _sections(meta: dict[str, str], linked: dict[str, Any]) -> Iterator[Clue]:
    values = (
        *(meta.get(name) for name in _META["section"]),
        *(_words(linked.get(name)) for name in _LINKED["section"]),
    )
    named = [v for v in values if v and fold(v) not in load_furniture().home and not v.startswith("http")]
    yield from (Clue(kind="section", value=value, basis=_BASIS) for value in named[:1])


def _moment(kind: str, value: str) -> Clue | None:
    bounds, time = read_moment(value)
    return Clue(kind=kind, value=value, basis=_BASIS, bounds=bounds, time=time) if bounds else None


def _subtitles(meta: dict[str, str], linked: dict[str, Any]) -> Iterator[Clue]:
    """A second headline, then descriptions: these may only repeat the report's first words."""
    headline = _words(linked.get("headline"))
    for name in _LINKED["subtitle"]:
        value = _words(linked.get(name))
        if value and fold(value) != fold(headline or ""):
            yield Clue(kind="subtitle", value=value, basis=_BASIS)
    values = [meta[name] for name in _META["subtitle"] if name in meta]
    yield from (Clue(kind="subtitle", value=value, basis="page description") for value in values[:1])


def _addresses(tree: Any, meta: dict[str, str], linked: dict[str, Any]) -> Iterator[Clue]:
    canonical = _values(tree, "//link[@rel='canonical']/@href")
    main = linked.get("mainEntityOfPage")
    stated = (main.get("@id") if isinstance(main, dict) else main) or linked.get("url")
    for value in (*canonical, meta.get("og:url"), _words(stated)):
        url = clean_address(value) if value else None
        if url:
            yield Clue(kind="url", value=url, basis=_BASIS)
            return


def _values(tree: Any, query: str) -> list[str]:
    words = (" ".join(str(value).split()) for value in tree.xpath(query))
    return [value for value in words if value]


def _read_meta(tree: Any) -> dict[str, str]:
    """The page's meta elements: name in lower case to the first value that is not empty."""
    found: dict[str, str] = {}
    for element in tree.iter("meta"):
        name = element.get("property") or element.get("name") or element.get("itemprop") or element.get("http-equiv")
        value = " ".join((element.get("content") or "").split())
        if name and value:
            found.setdefault(name.strip().lower(), value)
    return found


def _linked_articles(tree: Any) -> Iterator[dict[str, Any]]:
    """Objects of the page's linked data that are articles; broken scripts are passed over."""
    for script in tree.xpath("//script[@type='application/ld+json']/text()"):
        try:
            root = json.loads(str(script), strict=False)
        except (ValueError, RecursionError):
            continue
        yield from _articles(root)


def _articles(root: Any) -> Iterator[dict[str, Any]]:
    waiting, seen = [root], 0
    while waiting and seen < _MOST_NODES:
        node, seen = waiting.pop(0), seen + 1
        if isinstance(node, list):
            waiting.extend(node)
        elif isinstance(node, dict):
            types = node.get("@type")
            named = types if isinstance(types, list) else [types]
            if any(str(name).lower() in _ARTICLES for name in named):
                yield node
            waiting.extend(value for value in node.values() if isinstance(value, dict | list))


def _words(value: Any) -> str | None:
    """A plain value, or the first of a list, as one line."""
    first = value[0] if isinstance(value, list) and value else value
    return " ".join(first.split()) or None if isinstance(first, str) else None
