"""Addresses: fetched whole within the limits or not at all, and only where they may be."""

import socket

import pytest
from reports.factory import BODY, HEADLINE, PAGE, lines_of, opened, pdf, reports, rss, variant
from reports.servers import bomb, drip_body, drip_head, elapsed, flood, hang, serve

from variorum import __version__
from variorum.config import Config
from variorum.errors import InputError, Quarantine
from variorum.reports import discover_inputs, networks
from variorum.reports.networks import is_public
from variorum.reports.fetching import fetch, fetch_all

HERE = Config(fetch_private=True, fetch_seconds=5.0)


def refused(address, config=HERE):
    with pytest.raises(Quarantine) as caught:
        fetch(address, config)
    assert "\n" not in str(caught.value)
    return str(caught.value)


def test_page_is_read_with_its_address(tmp_path):
    asked = []
    with serve({"/dam": PAGE}, asked) as address:
        (report,) = reports(f"{address}/dam#top", config=HERE).values()
    assert (report.status, report.title, report.url) == ("read", HEADLINE, f"{address}/dam")
    ((path, headers),) = asked
    assert (path, headers["User-Agent"], headers["Accept-Encoding"]) == ("/dam", f"variorum/{__version__}", "gzip")
    assert report.published.known is False  # the server's Date header says nothing of it


def test_kind_is_found_by_content_whatever_the_server_says(tmp_path):
    table = {
        "/feed": (200, {"Content-Type": "text/html"}, rss([f"<guid>1</guid><description>{BODY * 6}</description>"])),
        "/lines": (200, {"Content-Type": "text/plain"}, lines_of([{"text": variant(3)}, {"text": variant(4)}])),
        "/paper": (200, {"Content-Type": "application/octet-stream"}, pdf([BODY.split(". ")])),
    }
    with serve(table) as address:
        found = reports(*(f"{address}{path}" for path in table), config=HERE)
    assert sorted(name.removeprefix(address) for name in found) == ["/feed!/1", "/lines!/1", "/lines!/2", "/paper"]
    assert {report.status for report in found.values()} == {"read"}


def test_charset_of_the_header_counts_when_the_page_names_none():
    page = PAGE.replace("Delegations", "Délégations, élues à Genève,").encode("cp1252")
    with serve({"/a": (200, {"Content-Type": "text/html; charset=windows-1252"}, page)}) as address:
        (report,) = reports(f"{address}/a", config=HERE).values()
    assert "élues à Genève" in report.text


def test_redirect_is_followed_and_its_end_is_the_address():
    table = {"/a": (302, {"Location": "/b?x=1"}, ""), "/b": PAGE}
    with serve(table) as address:
        fetched = fetch(f"{address}/a", HERE)
        assert fetched.address == f"{address}/b?x=1"


def test_results_come_in_the_order_asked():
    table = {f"/{number}": f"{PAGE}<!-- {number} -->" for number in range(9)} | {"/gone": 410}
    wanted = [*(f"/{number}" for number in range(9)), "/gone"]
    with serve(table) as address:
        found = list(fetch_all([f"{address}{path}" for path in wanted], HERE))
    assert [one.address.rpartition("/")[2] for one in found[:9]] == [str(number) for number in range(9)]
    assert "status 410" in str(found[9])


def test_circle_of_redirects_is_refused():
    table = {"/a": (301, {"Location": "/b"}, ""), "/b": (301, {"Location": "/a"}, "")}
    with serve(table) as address:
        assert "in a circle" in refused(f"{address}/a")


def test_long_chain_of_redirects_is_refused():
    table = {f"/{number}": (307, {"Location": f"/{number + 1}"}, "") for number in range(20)}
    with serve(table) as address:
        assert "fetch_redirects = 5" in refused(f"{address}/0")


@pytest.mark.parametrize("target", ["file:///etc/passwd", "ftp://kelva.example/a", "gopher://x/", "http:///a"])
def test_redirect_to_another_scheme_is_refused(target):
    with serve({"/a": (302, {"Location": target}, "")}) as address:
        assert refused(f"{address}/a")


def test_redirect_to_what_is_no_address_is_refused():
    with serve({"/a": (302, {"Location": "http://[::1"}, "")}) as address:
        assert "redirects to what is no address" in refused(f"{address}/a")


def test_private_address_is_refused_unless_allowed():
    with serve({"/a": PAGE}) as address:
        assert "127.0.0.1, which is no public address" in refused(f"{address}/a", Config())
        assert "no public address" in refused(address.replace("127.0.0.1", "localhost"), Config())
        ((_, item),) = opened(f"{address}/a", config=Config())[0].items()
        assert "--allow-private" in item.reason


def test_redirect_to_a_private_address_is_refused(monkeypatch):
    """The first name counts as public here, the address that it redirects to does not."""
    with serve({"/a": (302, {"Location": "http://169.254.169.254/latest"}, "")}) as address:
        monkeypatch.setattr(networks, "is_public", lambda one: one == "127.0.0.1")
        assert "169.254.169.254, which is no public address" in refused(f"{address}/a", Config())


def test_name_is_refused_when_one_of_its_addresses_is_private(monkeypatch):
    rows = [(socket.AF_INET, 1, 6, "", (ip, 80)) for ip in ("93.184.216.34", "10.0.0.1")]
    monkeypatch.setattr(socket, "getaddrinfo", lambda *_, **__: rows)
    assert "leads to 10.0.0.1" in refused("http://mixed.example/", Config())


def test_connection_goes_to_the_address_that_was_checked(monkeypatch):
    """A name that would give another address the second time is looked up once."""
    asked = []
    with serve({"/a": PAGE}) as address:
        port = int(address.rpartition(":")[2])

        def look_up(host, *_, **__):
            asked.append(host)
            ip = "127.0.0.1" if len(asked) == 1 else "127.0.0.9"
            return [(socket.AF_INET, 1, 6, "", (ip, port))]

        real = socket.create_connection
        reached = []

        def connect(target, *arguments, **options):
            reached.append(target)
            made = socket.socket()
            made.connect(target)
            return made

        monkeypatch.setattr(socket, "getaddrinfo", look_up)
        monkeypatch.setattr(socket, "create_connection", connect)
        assert fetch(f"http://rebound.example:{port}/a", HERE).content == PAGE.encode()
        monkeypatch.setattr(socket, "create_connection", real)
    assert (asked, reached) == (["rebound.example"], [("127.0.0.1", port)])


@pytest.mark.parametrize(
    ("ip", "public"),
    [
        ("93.184.216.34", True),
        ("2606:2800:220:1::1", True),
        ("127.0.0.1", False),
        ("10.1.2.3", False),
        ("172.16.0.1", False),
        ("192.168.1.1", False),
        ("169.254.169.254", False),
        ("100.64.0.1", False),
        ("0.0.0.0", False),
        ("224.0.0.1", False),
        ("240.0.0.1", False),
        ("255.255.255.255", False),
        ("::1", False),
        ("::", False),
        ("fe80::1%eth0", False),
        ("fc00::1", False),
        ("ff02::1", False),
        ("::ffff:10.0.0.1", False),
        ("::ffff:93.184.216.34", True),
        ("64:ff9b::a00:1", False),
        ("2002:a00:1::", False),
        ("2002:7f00:1::1", False),
        ("192.0.0.8", False),
        ("fec0::1", False),
        ("3fff::1", False),
        ("64:ff9b:1::a00:1", False),
    ],
)
def test_public_addresses_are_told_from_others(ip, public):
    assert is_public(ip) is public


@pytest.mark.parametrize("answer", [hang, drip_head, drip_body], ids=["hangs", "drips its head", "drips its body"])
def test_slow_server_is_given_up(answer):
    with serve({"/a": answer}) as address:
        seconds, reason = elapsed(lambda: refused(f"{address}/a", Config(fetch_private=True, fetch_seconds=0.6)))
    assert "fetch_seconds = 0.6" in reason
    assert seconds < 3


def test_server_that_never_greets_is_given_up():
    """TLS to a server that accepts and is silent."""
    with socket.socket() as silent:
        silent.bind(("127.0.0.1", 0))
        silent.listen()
        address = f"https://127.0.0.1:{silent.getsockname()[1]}/"
        seconds, reason = elapsed(lambda: refused(address, Config(fetch_private=True, fetch_seconds=0.5)))
    assert "fetch_seconds" in reason
    assert seconds < 3


def test_flood_is_cut_off():
    with serve({"/a": flood}) as address:
        assert "fetch_bytes = 3000000" in refused(f"{address}/a", Config(fetch_private=True, fetch_bytes=3_000_000))


def test_packed_page_is_unpacked_within_limits():
    with serve({"/bomb": bomb(30_000_000), "/ok": bomb(3), "/br": (200, {"Content-Encoding": "br"}, "x")}) as address:
        config = Config(fetch_private=True, fetch_bytes=1_000_000)
        assert "when unpacked" in refused(f"{address}/bomb", config)
        assert fetch(f"{address}/ok", config).content == b"000"
        assert "packed as br" in refused(f"{address}/br", config)


def test_page_that_breaks_off_is_refused():
    with serve({"/a": (200, {"Content-Length": "9999"}, "half")}) as address:
        assert "broke off" in refused(f"{address}/a")


@pytest.mark.parametrize(
    ("address", "word"),
    [
        ("http://127.0.0.1:1/", "could not be fetched"),
        ("http://nowhere.invalid/", "could not be looked up"),
        ("http://user:secret@kelva.example/", "user's name"),
        ("http://[::1/", "no address"),
        ("http://kelva.example:99999/", "no address"),
    ],
)
def test_address_is_set_aside_when_it_cannot_be_fetched(address, word):
    assert word in refused(address)


def test_rest_is_read_when_an_address_fails(tmp_path):
    (tmp_path / "a.txt").write_text(BODY)
    found = reports(tmp_path / "a.txt", "http://127.0.0.1:1/x", config=HERE)
    assert [(name, report.status) for name, report in sorted(found.items())] == [
        ("a.txt", "read"),
        ("http://127.0.0.1:1/x", "set_aside"),
    ]


def test_nothing_is_fetched_offline():
    assert "offline" in refused("http://kelva.example/", Config(offline=True))


def test_other_schemes_are_refused_at_once():
    with pytest.raises(InputError, match="only http and https"):
        discover_inputs(["ftp://kelva.example/a"], Config())


def linking(address, pages):
    """A feed of teasers that link to pages of a server."""
    return rss(
        [f"<guid>{page}</guid><link>{address}/{page}</link><description>Talks {page}.</description>" for page in pages]
    )


def test_feed_gives_up_a_server_that_hangs_again_and_again(tmp_path):
    config = Config(fetch_private=True, fetch_seconds=0.3, fetch_threads=1)
    with serve({f"/{page}": hang for page in range(9)}) as address:
        (tmp_path / "feed.xml").write_text(linking(address, range(9)))
        seconds, (items, _) = elapsed(lambda: opened(tmp_path / "feed.xml", config=config))
    told = [item.notes[-1][1] for item in items.values()]
    assert [("took more than" in words, "fetch_patience = 3" in words) for words in told] == [(True, False)] * 3 + [
        (False, True)
    ] * 6
    assert seconds < 5


def test_feed_goes_on_with_a_server_that_hangs_now_and_then(tmp_path):
    config = Config(fetch_private=True, fetch_seconds=0.3, fetch_threads=1)
    with serve({f"/{page}": PAGE if page % 3 == 2 else hang for page in range(9)}) as address:
        (tmp_path / "feed.xml").write_text(linking(address, range(9)))
        items, _ = opened(tmp_path / "feed.xml", config=config)
    assert [bool(item.notes) for item in items.values()] == [True, True, False] * 3


def test_feed_takes_no_longer_than_it_may(tmp_path):
    config = Config(fetch_private=True, fetch_seconds=0.3, fetch_threads=1, feed_seconds=0.4)
    with serve({f"/{page}": hang for page in range(4)}) as address:
        (tmp_path / "feed.xml").write_text(linking(address, range(4)))
        items, _ = opened(tmp_path / "feed.xml", config=config)
    assert ["feed_seconds = 0.4" in item.notes[-1][1] for item in items.values()] == [False, False, True, True]


def test_addresses_that_a_person_gave_are_all_tried():
    config = Config(fetch_private=True, fetch_seconds=0.3, fetch_threads=1)
    with serve({"/a": hang, "/b": hang, "/c": hang, "/d": PAGE}) as address:
        *_, last = fetch_all([f"{address}/{name}" for name in "abcd"], config)
    assert not isinstance(last, Quarantine)
