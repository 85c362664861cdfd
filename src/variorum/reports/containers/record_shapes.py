"""Shapes of records: which field of an object or table holds what, for the layouts in use.

Sources: the output of news-please and of trafilatura as their own documentation names its keys; ninjs 1.x, 2.x and
3.x of the IPTC; NewsArticle of schema.org; JSON Feed 1.1; and names that exports of tables commonly use.

A path is a name, or names parted by dots; a list on the way stands for each of its members.
"""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Shape:
    """A layout of records.

    marks: names of which an object of this shape has all of one group. fields: paths by kind, the best first.
    """

    name: str
    marks: tuple[tuple[str, ...], ...]
    fields: Mapping[str, tuple[str, ...]]


NEWS_PLEASE = Shape(
    name="news-please",
    marks=(("maintext",), ("source_domain", "text")),
    fields={
        "text": ("maintext", "text"),
        "title": ("title", "title_page", "title_rss"),
        "subtitle": ("description",),
        "source": ("source_domain",),
        "author": ("authors",),
        "published": ("date_publish",),
        "updated": ("date_modify",),
        "seen": ("date_download",),
        "url": ("url",),
        "language": ("language",),
    },
)
TRAFILATURA = Shape(
    name="trafilatura",
    marks=(("source-hostname", "text"), ("raw_text", "hostname"), ("fingerprint", "text")),
    fields={
        "text": ("text", "raw_text"),
        "title": ("title",),
        "subtitle": ("excerpt", "description"),
        "source": ("source-hostname", "sitename", "hostname"),
        "author": ("author",),
        "published": ("date",),
        "seen": ("filedate",),
        "url": ("source", "url"),
        "language": ("language",),
        "section": ("categories",),
    },
)
NINJS_1 = Shape(
    name="ninjs 1",
    marks=(
        ("body_html",),
        ("body_xhtml",),
        ("uri", "body_text"),
        ("versioncreated", "body_text"),
        ("headline", "body_text"),
    ),
    fields={
        "text": ("body_text", "body_html", "body_xhtml"),
        "title": ("headline", "title"),
        "subtitle": ("description_text", "description_html"),
        "source": ("copyrightholder", "infosource.name", "provider.name", "provider"),
        "author": ("byline",),
        "credit": ("creditline", "credit"),
        "published": ("firstcreated", "firstpublished", "versioncreated"),
        "updated": ("versioncreated",),
        "url": ("web", "canonical", "link"),
        "language": ("language",),
    },
)
NINJS_3 = Shape(
    name="ninjs 2 and 3",
    marks=(("bodies",),),
    fields={
        "text": ("bodies.value",),
        "title": ("headlines.value", "title"),
        "subtitle": ("descriptions.value",),
        "source": ("copyrightHolder", "copyrightholder", "infosources.name"),
        "author": ("by", "byline", "people.name"),
        "credit": ("creditline", "creditLine"),
        "published": ("firstCreated", "firstcreated", "contentCreated", "contentcreated", "versionCreated"),
        "updated": ("versionCreated", "versioncreated"),
        "url": ("canonical", "web"),
        "language": ("language",),
    },
)
SCHEMA_ORG = Shape(
    name="schema.org NewsArticle",
    marks=(("articleBody",),),
    fields={
        "text": ("articleBody",),
        "title": ("headline", "name"),
        "subtitle": ("alternativeHeadline", "description"),
        "source": ("publisher.name", "publisher", "sourceOrganization.name"),
        "author": ("author.name", "author"),
        "credit": ("creditText",),
        "published": ("datePublished", "dateCreated"),
        "updated": ("dateModified",),
        "url": ("url", "mainEntityOfPage.@id", "mainEntityOfPage"),
        "language": ("inLanguage.alternateName", "inLanguage"),
        "section": ("articleSection",),
    },
)
JSON_FEED = Shape(
    name="JSON Feed",
    marks=(("content_html",), ("content_text",)),
    fields={
        "text": ("content_html", "content_text"),
        "title": ("title",),
        "subtitle": ("summary",),
        "author": ("authors.name", "author.name"),
        "published": ("date_published",),
        "updated": ("date_modified",),
        "url": ("url",),
        "language": ("language",),
    },
)
USUAL = Shape(
    name="usual names",
    marks=(
        ("text",),
        ("body",),
        ("content",),
        ("maintext",),
        ("fulltext",),
        ("full_text",),
        ("article",),
        ("article_text",),
        ("story",),
    ),
    fields={
        "text": (
            "text",
            "body",
            "content",
            "maintext",
            "fulltext",
            "full_text",
            "article_text",
            "article",
            "story",
            "content.rendered",
        ),
        "title": ("title", "headline", "title.rendered", "heading"),
        "subtitle": ("subtitle", "description", "standfirst", "lead"),
        "source": ("source.name", "source", "publisher.name", "publisher", "outlet", "publication", "newspaper"),
        "author": ("author.name", "author", "authors.name", "authors", "byline"),
        "credit": ("credit", "agency"),
        "published": (
            "published",
            "date",
            "published_at",
            "publishedAt",
            "pubdate",
            "pubDate",
            "publish_date",
            "publication_date",
            "date_published",
            "datePublished",
            "date_publish",
        ),
        "updated": ("updated", "modified", "updated_at", "updatedAt", "date_modified", "dateModified"),
        "url": ("url", "link", "canonical", "web_url", "webUrl"),
        "language": ("language", "lang"),
        "section": ("section", "category", "sectionName"),
    },
)
SHAPES = (NEWS_PLEASE, NINJS_3, NINJS_1, SCHEMA_ORG, JSON_FEED, TRAFILATURA, USUAL)
"""In order of how sure their marks are."""

LISTS = ("@graph", "items", "articles", "results", "stories", "docs", "documents", "entries", "hits", "reports")
"""Names under which an object that is no report holds a list of them."""


def mapped_shape(pairs: tuple[str, ...]) -> Shape | None:
    """The shape that the setting `map` describes, its text field its mark; None where it is empty.

    What the pairs do not name is looked for under the usual names.
    """
    parted = [pair.partition("=") for pair in pairs]
    named = {kind.strip(): field.strip() for kind, _, field in parted}
    if not named:
        return None
    fields = {kind: ((named[kind],) if kind in named else USUAL.fields.get(kind, ())) for kind in USUAL.fields}
    marks = ((named["text"].split(".")[0],),) if "text" in named else USUAL.marks
    return Shape(name="map", marks=marks, fields=fields)


def find_shape(names: frozenset[str], pairs: tuple[str, ...]) -> Shape | None:
    """The shape of a record with these names, or None. What a person maps comes first."""
    mapped = mapped_shape(pairs)
    known = (mapped,) if mapped else SHAPES
    return next((shape for shape in known if any(names.issuperset(group) for group in shape.marks)), None)
