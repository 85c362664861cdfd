"""RSS and Atom: entries with their text are reports; of others the page is fetched, or the summary stands."""

import pytest
from reports.factory import BODY, HEADLINE, HTML, PAGE, clues_of, opened, reports, rss
from reports.servers import serve

from variorum.config import Config

ENTRY = (
    f"<title>{HEADLINE}</title><link>https://kelva.example/dam</link><guid>tag:kelva,1</guid><dc:creator>Mira Tolan</dc:creator>"
    "<pubDate>Wed, 14 May 2031 23:30:00 -0400</pubDate><category>World</category>"
    f"<content:encoded><![CDATA[{HTML}]]></content:encoded>"
)
ATOM = f"""<?xml version="1.0"?>
<feed xmlns="http://www.w3.org/2005/Atom"><title>Ostrany Times</title>
<entry><id>urn:1</id><title>{HEADLINE}</title><link href="https://ostrany.example/1"/>
<published>2031-05-14T09:00:00Z</published><updated>2031-05-15T09:00:00+02:00</updated>
<author><name>Ada Oake</name></author><content type="html">{HTML.replace("<", "&lt;")}</content></entry></feed>"""


def put(tmp_path, content, name="feed.xml"):
    path = tmp_path / name
    path.write_text(content, encoding="utf-8")
    return path


def test_entry_is_a_report_when_the_feed_has_its_text(tmp_path):
    path = put(tmp_path, rss([ENTRY]))
    items, issues = opened(path)
    ((name, item),) = items.items()
    assert (name, item.form, issues) == ("feed.xml!/tag:kelva,1", "fragment", [])
    assert clues_of(item) == {
        "title": HEADLINE,
        "author": "Mira Tolan",
        "source": "Kelvan Herald",
        "url": "https://kelva.example/dam",
        "language": "en",
        "section": "World",
        "published": "2031-05-14T23:30:00-04:00",
    }
    report = reports(path)[name]
    assert report.text == f"{HEADLINE}\n{BODY.strip()}"
    assert (report.published.edtf, report.published_basis, report.title) == ("2031-05-14", "feed", HEADLINE)


def test_atom_is_read(tmp_path):
    (item,) = opened(put(tmp_path, ATOM, "any.txt"))[0].values()
    clues = clues_of(item)
    assert (clues["source"], clues["author"], clues["published"]) == (
        "Ostrany Times",
        "Ada Oake",
        "2031-05-14T09:00:00+00:00",
    )
    assert clues["updated"] == "2031-05-15T09:00:00+02:00"


def test_summary_stands_for_the_report_when_offline(tmp_path):
    entry = f"<title>{HEADLINE}</title><link>https://kelva.example/a</link><description>{BODY}</description>"
    path = put(tmp_path, rss([entry]))
    (report,) = reports(path).values()
    assert report.status == "read"
    assert [(issue.kind, "offline" in issue.what) for issue in report.issues] == [("summary_only", True)]
    bare = put(tmp_path, rss(["<title>x</title><link>https://kelva.example/a</link>"]), "b.xml")
    assert "offline" in next(iter(reports(bare).values())).reason


def test_page_is_fetched_when_the_feed_has_a_teaser(tmp_path):
    with serve({"/a": PAGE, "/gone": 404}) as address:
        entries = [
            f"<title>{HEADLINE}</title><link>{address}/{name}</link><description>Talks end.</description><guid>{name}</guid>"
            for name in ("a", "gone")
        ]
        path = put(tmp_path, rss(entries))
        found = reports(path, config=Config(fetch_private=True))
        refused = reports(path, config=Config())
    whole, teaser = found["feed.xml!/a"], found["feed.xml!/gone"]
    assert (whole.text, whole.title, whole.issues) == (f"{HEADLINE}\n{BODY.strip()}", HEADLINE, ())
    assert (teaser.text, "status 404" in teaser.issues[0].what) == (f"{HEADLINE}\nTalks end.", True)
    assert all("no public address" in report.issues[0].what for report in refused.values())


@pytest.mark.parametrize("cut", ["</channel></rss>", "</item></channel></rss>"])
def test_entries_are_read_when_the_xml_is_bad(tmp_path, cut):
    content = rss([ENTRY, ENTRY.replace("tag:kelva,1", "tag:kelva,2").replace("<category>", "<b><category>")])
    items, issues = opened(put(tmp_path, content.removesuffix(cut) + "<&"))
    assert len(items) == 2
    assert [(issue.kind, "bad XML" in issue.what) for issue in issues] == [("bad_feed", True)]


@pytest.mark.parametrize("content", ["<rss></rss>", "<rss><channel><title>x", rss([])])
def test_feed_is_set_aside_when_it_has_no_entry(tmp_path, content):
    ((_, item),) = opened(put(tmp_path, content))[0].items()
    assert "without entries" in item.reason


def test_entities_that_grow_are_not_expanded(tmp_path):
    levels = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10}">' for n in range(1, 10))
    content = f'<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY e0 "boom">{levels}]><rss><channel><item><title>&e9;</title></item></channel></rss>'
    items, _ = opened(put(tmp_path, content))
    assert all(len(item.data) < 100_000 for item in items.values())
