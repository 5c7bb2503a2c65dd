"""The search field and the list of products as people use them: keys, clicks, back, and without JavaScript."""

import contextlib
import re

import pytest
from playwright.sync_api import Error

from deploy.audit import axe
from deploy.audit.pages import PublicPage
from tests.waiting import wait_until

from .visitor import PHONE, look

BOXES = {"home": ("/", "#home-q"), "header": ("/san-pham/", "#site-search-q"), "results": ("/tim-kiem/", "#search-q")}


def type_and_wait(page, field, text):
    page.focus(field)
    page.keyboard.type(text, delay=20)
    page.locator(f"{field}[aria-expanded=true]").wait_for()


def until(page, script):
    """Wait until a script says yes (Playwright's own waiting is refused by our content security policy)."""
    wait_until(lambda: page.evaluate(script))


def active(page, field):
    """Label of the option the field points to, None if it points to none."""
    option = page.get_attribute(field, "aria-activedescendant")
    return page.locator(f"#{option} span").inner_text() if option else None


@pytest.mark.parametrize("box", BOXES)
def test_suggestions_by_keyboard_alone(site, page, box):
    path, field = BOXES[box]
    page.goto(site.url + path)
    assert page.get_attribute(field, "role") == "combobox"
    type_and_wait(page, field, "ca ph")
    options = page.locator("[role=option]")
    count = options.count()
    said = page.get_attribute(field, "data-suggest-many").replace("{n}", str(count))
    assert page.locator("[role=status]", has_text=said).count() == 1
    assert active(page, field) is None
    page.keyboard.press("ArrowDown")
    first = active(page, field)
    assert page.locator("[role=option][aria-selected=true]").count() == 1
    page.keyboard.press("ArrowUp")
    assert active(page, field) == options.last.locator("span").inner_text()
    page.keyboard.press("ArrowDown")  # round the end
    assert active(page, field) == first
    page.keyboard.press("End")  # back into the field
    assert active(page, field) is None
    page.keyboard.press("Escape")
    assert page.get_attribute(field, "aria-expanded") == "false"
    assert page.input_value(field) == "ca ph"  # the first Escape only closes
    page.keyboard.press("Escape")
    assert page.input_value(field) == ""
    type_and_wait(page, field, "ca ph")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.wait_for_url("**/san-pham/ca-phe-chon-kien-cuong/")


def test_an_answer_that_comes_late_takes_no_choice_away(site, page):
    page.goto(site.url + "/")
    type_and_wait(page, "#home-q", "ca ph")
    late = []
    page.route("**/goi-y/?*", lambda route: late.append(route))  # noqa: PLW0108 - the handler must take marks
    page.keyboard.type("e")
    while not late:
        page.wait_for_timeout(20)
    page.keyboard.press("ArrowDown")
    chosen = active(page, "#home-q")
    for route in late:
        with contextlib.suppress(Error):  # nobody waits for it any more
            route.fulfill(json=[])
    page.wait_for_timeout(300)
    assert chosen is not None and active(page, "#home-q") == chosen


def test_enter_without_a_choice_searches(site, page):
    page.goto(site.url + "/")
    type_and_wait(page, "#home-q", "ca ph")
    page.keyboard.press("Enter")
    page.wait_for_url("**/tim-kiem/?q=ca+ph")


def test_keys_belong_to_the_input_method_while_a_word_is_composed(site, page):
    page.goto(site.url + "/")
    type_and_wait(page, "#home-q", "ca ph")
    page.evaluate(
        """for (const key of ["ArrowDown", "Enter", "Escape"]) document.querySelector("#home-q").dispatchEvent(
            new KeyboardEvent("keydown", {key, isComposing: true, bubbles: true, cancelable: true}))"""
    )
    assert active(page, "#home-q") is None
    assert page.get_attribute("#home-q", "aria-expanded") == "true"
    page.evaluate(
        """const field = document.querySelector("#home-q"); field.value = "cà phê chồn";
        field.dispatchEvent(new CompositionEvent("compositionend", {data: "chồn", bubbles: true}))"""
    )
    labels = "[...document.querySelectorAll('#home-q-list [role=option] span')].map(one => one.innerText)"
    until(page, f"{labels}.length > 0 && {labels}.every(label => /chồn/i.test(label))")


def test_only_the_last_answer_counts_and_few_questions_are_asked(site, page):
    requests = []
    page.on("request", lambda request: "/goi-y/" in request.url and requests.append(request.url))
    page.goto(site.url + "/")
    type_and_wait(page, "#home-q", "krong pac")
    page.wait_for_timeout(400)
    assert len(requests) <= 3
    assert page.locator("[role=option] span").first.inner_text() == "Huyện Krông Pắc"


def test_the_list_is_easy_to_touch_and_free_of_faults(site, page):
    page.set_viewport_size(PHONE)
    for scheme in ("light", "dark"):
        page.emulate_media(color_scheme=scheme)
        page.goto(site.url + "/san-pham/")
        type_and_wait(page, "#site-search-q", "ca ph")
        page.keyboard.press("ArrowDown")
        until(page, "getComputedStyle(document.querySelector('.suggest')).position === 'absolute'")
        page.wait_for_timeout(300)
        heights = page.locator("[role=option]").evaluate_all("all => all.map(one => one.offsetHeight)")
        assert min(heights) >= 44
        assert page.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]
        assert axe.violations(page) == []
    page.locator("[role=option]").nth(1).click()
    page.wait_for_url(re.compile("/san-pham/[a-z]"))


def test_a_filter_changes_the_list_in_place_and_back_undoes_it(site, page):
    page.goto(site.url + "/san-pham/")
    page.evaluate("window.isTheSamePage = true")
    before = page.locator("#found-count").inner_text()
    page.click("#facet-stars-4")
    page.wait_for_url("**/san-pham/?stars=4")
    page.locator("#facet-stars-4[aria-current]").wait_for()
    assert page.evaluate("document.activeElement.id") == "facet-stars-4"
    after = page.locator("#found-count").inner_text()
    assert after != before
    assert page.locator("p[role=status]", has_text=after).count() == 1
    page.click("#sort-name")
    page.wait_for_url("**/san-pham/?stars=4&sort=name")
    other_language = "document.querySelector('.site-header__tools [hreflang=en]').getAttribute('href')"
    until(page, f"{other_language}.endsWith('/en/san-pham/?stars=4&sort=name')")
    page.go_back()
    page.wait_for_url("**/san-pham/?stars=4")
    page.go_back()
    page.wait_for_url("**/san-pham/")
    until(page, f"{other_language}.endsWith('/en/san-pham/')")
    until(page, f"document.querySelector('#found-count').innerText === {before!r}")
    page.click("#facet-stars-3")  # the list that came back works too
    page.wait_for_url("**/san-pham/?stars=3")
    assert page.evaluate("window.isTheSamePage")


def test_the_next_page_begins_at_its_top(site, page):
    page.goto(site.url + "/san-pham/")
    page.click(".pagination [rel=next]")
    page.wait_for_url("**/san-pham/?page=2")
    until(page, "document.querySelector('.pagination [aria-current]').innerText === '2'")
    until(page, "Math.abs(document.querySelector('#found').getBoundingClientRect().top) < 100")
    assert page.evaluate("document.activeElement.id") == "found-count"


def test_the_text_keeps_the_filters_and_a_phone_keeps_them_unfolded(site, page):
    page.set_viewport_size(PHONE)
    page.goto(site.url + "/tim-kiem/?q=ca+phe")
    page.click(".filters > summary")
    page.click("#facet-stars-5")
    page.wait_for_url("**/tim-kiem/?q=ca+phe&stars=5")
    page.locator(".filters__number").wait_for()
    assert page.locator("#facet-stars-5").is_visible()
    page.click(".filters__done a")
    assert not page.locator("#facet-stars-5").is_visible()
    page.fill("#search-q", "mac ca")
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile(r"/tim-kiem/\?q=mac(\+|%20)ca&stars=5$"))
    until(page, "document.title.includes('mac ca')")


@pytest.mark.allow_browser_errors("500")
def test_a_fault_of_the_server_shows_as_a_page_not_as_silence(site, page):
    page.goto(site.url + "/san-pham/")
    is_part = re.compile(r"stars=4")
    page.route(is_part, lambda route: route.fulfill(status=500) if route.request.headers.get("hx-request")
               else route.continue_())  # fmt: skip
    page.click("#facet-stars-4")
    page.wait_for_url("**/san-pham/?stars=4")
    page.locator("#facet-stars-4[aria-current]").wait_for()


def test_without_javascript_everything_is_a_link_or_a_form(site, browser):
    context = browser.new_context(viewport=PHONE, java_script_enabled=False, locale="vi-VN")
    page = context.new_page()
    page.goto(site.url + "/san-pham/")
    assert page.get_attribute("#site-search-q", "role") is None
    page.fill("#site-search-q", "mac ca")
    page.keyboard.press("Enter")
    page.wait_for_url("**/tim-kiem/?q=mac+ca")
    page.click(".filters > summary")
    page.click("#facet-stars-5")
    page.wait_for_url("**/tim-kiem/?q=mac+ca&stars=5")
    assert page.locator(".product-card").count() == 1
    page.fill("#search-q", "ca phe")
    page.keyboard.press("Enter")
    page.wait_for_url("**/tim-kiem/?q=ca+phe&stars=5")
    context.close()


@pytest.mark.parametrize(
    "path",
    ["/san-pham/?stars=3&group=I.3&sort=name", "/tim-kiem/?q=caf+phee", "/san-pham/?page=9999",
     "/tim-kiem/?q=mac+ca&stars=3&area=huyen-lak&sort=x"],
)  # fmt: skip
def test_pages_of_the_list_are_free_of_faults_in_every_state(visitor, path):
    assert look(visitor, PublicPage("list", path)) == []


def test_the_scripts_of_the_list_weigh_little(site, page):
    weights = {}

    def note(response):
        if response.url.endswith(".js"):
            weights[response.url] = int(response.header_value("content-length") or len(response.body()))

    page.on("response", note)
    page.goto(site.url + "/san-pham/")
    page.wait_for_load_state("networkidle")
    assert sum(weights.values()) <= 20_500, weights
    assert next(weight for url, weight in weights.items() if "frame" in url) <= 3_500
