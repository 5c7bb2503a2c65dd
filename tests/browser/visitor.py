"""A visitor who looks at many pages through one window, and what he would complain about."""

import os

from deploy.audit import axe
from deploy.audit.pages import PublicPage, path_on
from deploy.audit.people import Person
from storefront.runtime.pytest_plugin import ROOT
from tests.waiting import PATIENCE_SECONDS

SCREENSHOTS = ROOT / "var" / "screenshots"
PHONE = {"width": 360, "height": 740}
DESK = {"width": 1280, "height": 900}
KEEPS_PICTURES = bool(os.environ.get("PICTURES"))
# WCAG 2.5.8: 24 × 24, or enough room around; links within a sentence are exempt.
SMALL_TARGETS = """() => {
    const kinds = 'a[href], button, input:not([type=hidden]), select, textarea, summary';
    const boxOf = one => (one.matches('[type=checkbox], [type=radio]') && one.closest('label') || one)
        .getBoundingClientRect();
    const targets = [...document.querySelectorAll(kinds)]
        .filter(one => one.checkVisibility({visibilityProperty: true, opacityProperty: true}))
        .filter(one => getComputedStyle(one).clipPath === 'none' && !one.matches('.skip-link'))
        .map(one => ({one, box: boxOf(one)}))
        .filter(({box}) => box.width > 1 && box.height > 1);
    const isInSentence = one => getComputedStyle(one).display === 'inline' && !one.ownerSVGElement &&
        [...one.parentElement.childNodes].some(node => node.nodeType === 3 && /[\\p{L}]{2}/u.test(node.data));
    const centre = box => [box.left + box.width / 2, box.top + box.height / 2];
    const isSmall = box => box.width < 23.5 || box.height < 23.5;
    const isTooNear = (box, other) => {
        const [x, y] = centre(box), [u, v] = centre(other);
        if (isSmall(other)) return Math.hypot(x - u, y - v) < 24;
        const across = Math.max(other.left - x, 0, x - other.right);
        const down = Math.max(other.top - y, 0, y - other.bottom);
        return Math.hypot(across, down) < 12;
    };
    const name = one => one.outerHTML.replace(/\\s+/g, ' ').slice(0, 110);
    return targets
        .filter(({one, box}) => isSmall(box) && !isInSentence(one) && targets.some(other =>
            !other.one.contains(one) && !one.contains(other.one) && isTooNear(box, other.box)))
        .map(({one, box}) => `${Math.round(box.width)} × ${Math.round(box.height)} ${name(one)}`);
}"""


class Visitor:
    """One window. `faults` collects what its page reports by itself: script errors, failed requests, cookies.

    `person` is who is signed in; nobody should get a cookie without need.
    """

    def __init__(self, browser, site_url: str, person: Person | None = None):
        # With movement a picture or a colour would be judged half-way.
        self.context = browser.new_context(locale="vi-VN", viewport=PHONE, reduced_motion="reduce")
        self.context.set_default_timeout(PATIENCE_SECONDS * 1000)
        self.context.add_cookies(person.cookies if person else [])
        self.person = person
        self.page = self.context.new_page()
        self.site_url = site_url
        self.faults: list[str] = []
        self._address = site_url
        self.page.on("console", self._note_message)
        self.page.on("pageerror", lambda error: self.faults.append(f"script: {error}"))
        self.page.on("requestfailed", self._note_failure)
        self.page.on("response", self._note_answer)

    def _note_message(self, message) -> None:
        # The browser also logs the status of a page that is meant to be a 404.
        if message.type == "error" and message.location.get("url") != self._address:
            self.faults.append(f"console: {message.text}")

    def _note_failure(self, request) -> None:
        if request.failure != "net::ERR_ABORTED":  # the page was left while loading
            self.faults.append(f"request failed: {request.url} ({request.failure})")

    def _note_answer(self, response) -> None:
        if response.status >= 400 and not response.request.is_navigation_request():
            self.faults.append(f"{response.status}: {response.url}")

    def open(self, public_page: PublicPage, *, size: dict = PHONE) -> None:
        """Load a page; the faults of earlier pages are forgotten."""
        self._address = self.site_url + path_on(self.site_url, public_page)
        self.faults.clear()
        self.page.set_viewport_size(size)
        answer = self.page.goto(self._address, wait_until="load")
        if answer.status != public_page.status:
            self.faults.append(f"status {answer.status} instead of {public_page.status}")
        self.page.evaluate("document.fonts.ready.then(() => true)")
        if not self.person:
            self._note_cookies(public_page)
        if (headings := self.page.locator("h1").count()) != 1:
            self.faults.append(f"{headings} h1")

    def _note_cookies(self, public_page: PublicPage) -> None:
        cookies = [cookie["name"] for cookie in self.context.cookies()]
        if cookies and not public_page.may_set_cookie:
            self.faults.append(f"cookies: {', '.join(cookies)}")
        self.context.clear_cookies()

    def note_overflow(self, width: int) -> None:
        """A fault where something is wider than a screen of `width` pixels."""
        self.page.set_viewport_size({"width": width, "height": 740})
        self.faults += self.page.evaluate(
            """width => document.documentElement.scrollWidth <= width ? [] :
                ['wider than ' + width + ': ' + [...document.querySelectorAll('body *')]
                    .filter(element => element.getBoundingClientRect().right > width + 1)
                    .map(element => element.outerHTML.slice(0, 100)).slice(-2).join(' … ')]""",
            width,
        )

    def note_axe(self) -> None:
        """A fault for each rule that the page breaks as it looks now."""
        self.faults += [f"axe {axe.line(rule)}" for rule in axe.violations(self.page)]

    def note_small_targets(self) -> None:
        """A fault for each thing to press that a thumb may miss."""
        self.faults += [f"small: {target}" for target in self.page.evaluate(SMALL_TARGETS)]

    def keep_pictures(self, name: str) -> None:
        """Screenshots of the whole page in both schemes, for people to look at; only with PICTURES=1."""
        if KEEPS_PICTURES:
            SCREENSHOTS.mkdir(parents=True, exist_ok=True)
            for scheme in ("light", "dark"):
                self.page.emulate_media(color_scheme=scheme)
                self.page.screenshot(path=SCREENSHOTS / f"{name}-{scheme}.png", full_page=True)


def look(visitor: Visitor, page: PublicPage) -> list[str]:
    """Open the page on a phone in the light scheme, then widen the window to a desk in the dark one; its faults.

    Where another page has the same parts, axe judges the phone alone, and nobody measures what a thumb hits.
    """
    visitor.open(page)
    for size, scheme, width in ((PHONE, "light", 320), (DESK, "dark", DESK["width"])):
        visitor.page.set_viewport_size(size)
        visitor.page.emulate_media(color_scheme=scheme)
        if size is PHONE or not page.is_variant:
            visitor.note_axe()
        if not page.is_variant:
            visitor.note_small_targets()
        visitor.keep_pictures(f"{page.name}-{size['width']}")
        visitor.note_overflow(width)
    return visitor.faults
