"""A visitor who looks at many pages through one window, and what he would complain about."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from deploy.audit import axe
from deploy.audit.pages import PublicPage, path_on
from deploy.audit.people import Person
from storefront.runtime.pytest_plugin import ROOT
from tests.waiting import PATIENCE_SECONDS

SCREENSHOTS = ROOT / "var" / "screenshots"
PHONE = {"width": 360, "height": 740}
DESK = {"width": 1280, "height": 900}
SCHEMES = ("light", "dark")
LOOKS = [pytest.param(PHONE, "light", id="phone"), pytest.param(DESK, "dark", id="desk")]


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

    def keep_picture(self, name: str) -> Path:
        """Screenshot of the whole page, for people to look at."""
        SCREENSHOTS.mkdir(parents=True, exist_ok=True)
        path = SCREENSHOTS / f"{name}.png"
        self.page.screenshot(path=path, full_page=True)
        return path


def look(visitor, public_page: PublicPage, size: dict, judged_scheme: str) -> list[str]:
    """Open the page, keep its pictures, return its faults."""
    visitor.open(public_page, size=size)
    for scheme in SCHEMES:
        visitor.page.emulate_media(color_scheme=scheme)
        visitor.keep_picture(f"{public_page.name}-{size['width']}-{scheme}")
        if scheme == judged_scheme:
            visitor.note_axe()
    visitor.note_overflow(320 if size is PHONE else DESK["width"])
    return visitor.faults


def run_on(site, program: str) -> None:
    environment = dict(
        os.environ,
        DJANGO_SETTINGS_MODULE="storefront.settings.demo",
        DATABASE_URL=site.database,
        SAOBUON_VAR=str(site.var),
    )
    done = subprocess.run(
        [sys.executable, "-c", program], cwd=ROOT, env=environment, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
