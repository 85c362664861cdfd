"""The page in a browser: silent, offline, and every click landing on the words."""

import shutil

import pytest
from views.pile import make_pile, report_of

from variorum.views.catalogue import Catalogue
from variorum.views.dossier import make_dossier, render_dossier

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
if CHROMIUM is None:
    pytest.skip("no Chromium is installed: the page is not looked at in a browser", allow_module_level=True)
sync_api = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")


@pytest.fixture(scope="module")
def browser():
    with sync_api.sync_playwright() as play:
        opened = play.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield opened
        opened.close()


@pytest.fixture(scope="module")
def address(record, tmp_path_factory):
    path = tmp_path_factory.mktemp("browser") / "page.html"
    record.write_dossier(path)
    return path.as_uri()


@pytest.fixture(scope="module")
def pile_address(tmp_path_factory):
    path = tmp_path_factory.mktemp("pile") / "page.html"
    path.write_text(render_dossier(make_dossier(Catalogue(make_pile()))), encoding="utf-8")
    return path.as_uri()


@pytest.fixture
def tab(browser):
    page = browser.new_page(viewport={"width": 1280, "height": 900})
    yield page
    page.close()


def lit(tab):
    return tab.evaluate("[...document.querySelectorAll('.lit')].map(e => e.textContent).join('')")


def test_page_opens_without_errors_or_requests(tab, address):
    errors, requests = [], []
    tab.on("console", lambda message: errors.append(message.text))
    tab.on("pageerror", lambda error: errors.append(str(error)))
    tab.on("request", lambda request: requests.append(request.url))
    tab.goto(address)
    assert errors == []
    assert [url for url in requests if not url.startswith(("file:", "data:"))] == []


def test_click_on_a_siglum_lands_on_the_words_and_back_returns(tab, address):
    tab.goto(address)
    tab.evaluate("window.scrollTo(0, 120)")
    tab.locator(".front .brief li", has_text="Fighting").locator("a.sg", has_text="HP").first.click()
    assert lit(tab) == "an attack by Osrin on the weir in February, in which at least 41 people were killed"
    box = tab.evaluate(
        "(() => { const r = document.querySelector('.lit').getBoundingClientRect(); return [r.top, r.bottom] })()"
    )
    assert 0 <= box[0] < box[1] <= 900
    tab.go_back()
    tab.wait_for_function("Math.abs(window.scrollY - 120) < 3")


def test_margin_leads_back_to_the_item_and_opens_it(tab, address):
    tab.goto(address)
    tab.locator(".margin a", has_text="Truce of the Lower Weir").first.click()
    assert tab.locator(".entry.lit details[open]").count() == 1


def test_address_of_an_item_opens_it(tab, address, record):
    event = record.catalogue.rows("events")[0]["event_id"]
    tab.goto(f"{address}#{event}")
    assert tab.locator(f"#{event} details[open]").count() == 1


def test_filter_hides_other_kinds_and_stays_in_the_address(tab, address):
    tab.goto(address)
    tab.locator(".filters button", has_text="wording").click()
    assert tab.locator(".card:visible").count() == 1
    tab.goto("about:blank")
    tab.goto(f"{address}#~kind=label")
    assert tab.locator(".card:visible").count() == 1


def test_layer_can_be_switched_off(tab, address):
    tab.goto(address)
    tab.locator('input[data-layer="events"]').uncheck()
    assert tab.locator(".par .seg.events").first.evaluate("e => getComputedStyle(e).borderBottomWidth") == "0px"
    assert "off=" in tab.url


def test_keys_move_between_items(tab, address):
    tab.goto(address)
    tab.keyboard.press("j")
    first = tab.evaluate("document.activeElement.id")
    tab.keyboard.press("j")
    second = tab.evaluate("document.activeElement.id")
    tab.keyboard.press("k")
    assert first
    assert first != second
    assert tab.evaluate("document.activeElement.id") == first


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_narrow_screen_does_not_scroll_sideways(browser, address, pile_address, scheme):
    context = browser.new_context(color_scheme=scheme, viewport={"width": 390, "height": 844})
    page = context.new_page()
    for place in (address, pile_address):
        page.goto(place)
        page.evaluate("document.querySelectorAll('details').forEach(d => { d.open = true })")
        assert page.evaluate("document.documentElement.scrollWidth") <= 390
    context.close()


def test_arrow_opens_the_two_passages(tab, pile_address):
    tab.goto(pile_address)
    pair = f"lin-{report_of('DL')}-{report_of('HP')}"
    assert not tab.locator(f"#{pair}").evaluate("e => e.open")
    tab.locator(f'.broad a.ed[href="#{pair}"] .hit').dispatch_event("click")
    assert tab.locator(f"#{pair}.lit").evaluate("e => e.open")
    tab.locator(f"#{pair} .pair a.sg", has_text="DL").click()
    assert lit(tab).startswith("At least 14 villages below the dam")


@pytest.mark.parametrize(("width", "shown"), [(1280, "broad"), (390, "slim")])
def test_one_picture_is_shown_and_stays_legible(browser, pile_address, width, shown):
    page = browser.new_page(viewport={"width": width, "height": 844})
    page.goto(pile_address)
    (picture,) = [e for e in page.locator(".stemma").all() if e.is_visible()]
    assert shown in picture.get_attribute("class")
    sizes = picture.locator("text").evaluate_all("all => all.map(e => e.getBoundingClientRect().height)")
    assert min(sizes) >= 10
    page.close()


def test_changed_sentence_leads_to_its_place_in_the_version(tab, pile_address):
    tab.goto(pile_address)
    tab.locator(".vers summary").click()
    tab.locator(".step a.t", has_text="A wall of the Orlo dam broke").click()
    assert lit(tab) == "A wall of the Orlo dam broke on Monday."
    assert tab.evaluate("document.querySelector('.lit').closest('article').id") == report_of("RS1")
