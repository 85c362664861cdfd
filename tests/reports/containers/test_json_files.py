"""JSON: known shapes, the usual names, a map; objects, lists and lines; what is no report is set aside by itself."""

import json

import pytest
from hypothesis import given, settings, strategies as st
from reports.factory import BODY, HEADLINE, HTML, clues_of, lines_of, opened, reports, variant

from variorum.config import Config
from variorum.reports.containers.json_text import is_deep

URL = "https://www.kelva.example/dam"


def read(tmp_path, content, *, name="a.json", config=None):
    path = tmp_path / name
    path.write_bytes(
        content
        if isinstance(content, bytes)
        else (content if isinstance(content, str) else json.dumps(content)).encode()
    )
    return opened(path, config=config)


SHAPES = {
    "news-please": {
        "maintext": BODY,
        "title": HEADLINE,
        "description": "A week to consult.",
        "source_domain": "kelva.example",
        "authors": ["Mira Tolan", "Ada Oake"],
        "date_publish": "2031-05-14 09:30:00",
        "date_modify": None,
        "date_download": "2031-06-01 00:00:00",
        "url": URL,
        "language": "en",
        "filename": "x.json",
    },
    "trafilatura": {
        "text": BODY,
        "title": HEADLINE,
        "excerpt": "A week to consult.",
        "source-hostname": "kelva.example",
        "author": "Mira Tolan; Ada Oake",
        "date": "2031-05-14",
        "source": URL,
        "language": "en",
        "fingerprint": "ab",
        "raw_text": "x",
    },
    "ninjs 1": {
        "uri": "urn:kelva:1",
        "headline": HEADLINE,
        "description_text": "A week to consult.",
        "body_html": HTML,
        "byline": "Mira Tolan, Ada Oake",
        "copyrightholder": "kelva.example",
        "versioncreated": "2031-05-14T09:30:00+02:00",
        "language": "en",
        "web": URL,
    },
    "ninjs 3": {
        "uri": "urn:kelva:1",
        "headlines": [{"role": "main", "value": HEADLINE}],
        "descriptions": [{"value": "A week to consult."}],
        "bodies": [{"role": "main", "contenttype": "text/html", "value": HTML}, {"value": "short"}],
        "by": "Mira Tolan, Ada Oake",
        "copyrightholder": "kelva.example",
        "contentcreated": "2031-05-14T09:30:00Z",
        "language": "en",
        "canonical": URL,
    },
    "schema.org": {
        "@context": "https://schema.org",
        "@graph": [
            {"@type": "WebSite", "name": "x"},
            {
                "@type": "NewsArticle",
                "headline": HEADLINE,
                "articleBody": BODY,
                "alternativeHeadline": "A week to consult.",
                "publisher": {"@type": "Organization", "name": "kelva.example"},
                "author": [{"name": "Mira Tolan"}, {"name": "Ada Oake"}],
                "datePublished": "2031-05-14T09:30:00+02:00",
                "mainEntityOfPage": {"@id": URL},
                "inLanguage": "en",
            },
        ],
    },
    "usual names": {
        "Body": "not this",
        "body": BODY,
        "headline": HEADLINE,
        "standfirst": "A week to consult.",
        "publisher": {"name": "kelva.example"},
        "byline": "Mira Tolan, Ada Oake",
        "publishedAt": 1936517400,
        "link": URL,
        "lang": "en",
    },
}


@pytest.mark.parametrize("shape", SHAPES)
def test_shape_is_read_when_it_is_known(tmp_path, shape):
    items, issues = read(tmp_path, SHAPES[shape])
    ((name, item),) = items.items()
    clues = clues_of(item)
    assert clues["author"].replace(";", ",") == "Mira Tolan, Ada Oake"
    assert {kind: clues[kind] for kind in ("title", "subtitle", "source", "url", "language")} == {
        "title": HEADLINE,
        "subtitle": "A week to consult.",
        "source": "kelva.example",
        "url": URL,
        "language": "en",
    }
    published = next(clue for clue in item.stated if clue.kind == "published")
    assert (published.bounds.edtf, published.basis) == ("2031-05-14", "json")
    assert name == ("a.json!/2" if shape == "schema.org" else "a.json")
    assert issues == []
    assert item.form == ("fragment" if "ninjs" in shape else "text")


@pytest.mark.parametrize("shape", SHAPES)
def test_report_opens_with_its_headline(tmp_path, shape):
    (tmp_path / "a.json").write_text(json.dumps(SHAPES[shape]))
    (report,) = reports(tmp_path / "a.json").values()
    assert report.text == f"{HEADLINE}\n{BODY.strip()}"
    assert (report.title, report.title_span.end) == (HEADLINE, len(HEADLINE))
    assert (report.source, report.published.edtf, report.published_basis) == ("kelva.example", "2031-05-14", "json")


def test_headline_is_not_put_twice(tmp_path):
    items, _ = read(tmp_path, {"title": HEADLINE, "text": f"{HEADLINE.upper()}\n\n{BODY}"})
    assert items["a.json"].data.decode().startswith(HEADLINE.upper())


def test_seen_is_an_upper_bound(tmp_path):
    items, _ = read(tmp_path, SHAPES["news-please"])
    seen = next(clue for clue in items["a.json"].stated if clue.kind == "seen")
    assert (seen.bounds.edtf, seen.basis) == ("../2031-06-01", "crawl date")


def test_fields_are_those_of_the_map_when_there_is_one(tmp_path):
    odd = {"words": BODY, "heading": HEADLINE, "meta": {"paper": "Kelvan Herald"}, "text": "not this one"}
    config = Config(map=("text=words", "title=heading", "source=meta.paper"))
    items, _ = read(tmp_path, odd, config=config)
    assert clues_of(items["a.json"]) == {"title": HEADLINE, "source": "Kelvan Herald"}
    assert items["a.json"].data.decode() == f"{HEADLINE}\n\n{BODY}"


def test_object_is_set_aside_with_a_remedy_when_it_is_no_report(tmp_path):
    items, _ = read(tmp_path, {"name": "x", "size": 3})
    assert "--map" in items["a.json"].reason
    assert "name, size" in items["a.json"].reason
    assert "--map" in read(tmp_path, {"title": HEADLINE, "text": ""})[0]["a.json"].reason


def test_lines_are_read_and_a_bad_one_set_aside(tmp_path):
    content = lines_of([{"text": variant(3)}]) + '{"text": "torn\n\n' + lines_of([{"text": variant(4)}, [1], {"x": 1}])
    items, issues = read(tmp_path, content, name="a.jsonl")
    assert [(name, item.reason is None) for name, item in items.items()] == [
        ("a.jsonl!/1", True),
        ("a.jsonl!/4", True),
        ("a.jsonl!/5", False),
        ("a.jsonl!/6", False),
    ]
    assert [(issue.kind, issue.file) for issue in issues] == [("bad_record", "a.jsonl!/2")]
    assert list(read(tmp_path, content, name="a.txt")[0]) == [f"a.txt!/{number}" for number in (1, 4, 5, 6)]


def test_list_is_read_and_what_follows_a_fault_is_not(tmp_path):
    objects = [{"text": variant(number)} for number in range(2, 6)]
    assert len(read(tmp_path, objects)[0]) == 4
    assert len(read(tmp_path, json.dumps(objects, indent=2))[0]) == 4
    items, issues = read(tmp_path, json.dumps(objects)[:-200])
    assert (len(items), [issue.kind for issue in issues]) == (3, ["bad_record"])
    assert [issue.kind for issue in read(tmp_path, [])[1]] == ["empty_container"]


@pytest.mark.parametrize("around", ["articles", "results", "items"])
def test_list_within_an_object_is_read(tmp_path, around):
    items, _ = read(tmp_path, {"status": "ok", around: [{"text": variant(3)}, {"text": variant(4)}]})
    assert list(items) == ["a.json!/1", "a.json!/2"]


def test_json_feed_is_read(tmp_path):
    feed = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": "Kelvan Herald",
        "items": [
            {"id": "1", "url": URL, "title": HEADLINE, "content_html": HTML, "date_published": "2031-05-14T09:30:00Z"}
        ],
    }
    (item,) = read(tmp_path, feed)[0].values()
    assert {"source": "Kelvan Herald", "title": HEADLINE, "url": URL}.items() <= clues_of(item).items()
    assert item.form == "fragment"


def test_long_line_is_passed_over_and_the_rest_read(tmp_path):
    content = lines_of([{"text": variant(3)}, {"text": "x" * 5_000}, {"text": variant(4)}])
    items, issues = read(tmp_path, content, name="a.jsonl", config=Config(max_line_bytes=2_000))
    assert list(items) == ["a.jsonl!/1", "a.jsonl!/3"]
    assert "max_line_bytes = 2000" in issues[0].what


@pytest.mark.parametrize("opening", [b'{"text": "', b'[{"text": "', b"", b"text,title\n"])
def test_line_of_a_gigabyte_is_refused_without_being_held(tmp_path, opening):
    """A sparse file: its gigabyte is zeros that the disk does not hold."""
    import tracemalloc

    path = tmp_path / "long.json"
    with path.open("wb") as file:
        file.write(opening + b"word " * 20_000)
        file.truncate(1_000_000_000)
    tracemalloc.start()
    items, issues = opened(path)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    told = [item.reason for item in items.values()] + [issue.what for issue in issues]
    assert told
    assert all("more than max_" in words or "longer than max_" in words for words in told)
    assert peak < 400_000_000


@pytest.mark.parametrize("content", ['{"text": ' + "[" * 100_000, "[" + '{"a":' * 100_000, '{"text": 1}' * 3 + "["])
def test_deep_or_torn_json_is_set_aside(tmp_path, content):
    items, issues = read(tmp_path, content)
    assert [item.reason for item in items.values() if item.reason] or issues


@given(st.recursive(st.text() | st.integers(), lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner)))
@settings(deadline=None)
def test_depth_is_that_of_the_value(value):
    def depth(one):
        inner = one.values() if isinstance(one, dict) else one if isinstance(one, list) else None
        return 0 if inner is None else 1 + max(map(depth, inner), default=0)

    text = json.dumps([value])
    assert is_deep(text, 0, depth(value)) is True
    assert is_deep(text, 0, depth(value) + 1) is False
