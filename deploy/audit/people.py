"""People of the demo, signed in, for pages that only they may see."""

import functools
import http.cookiejar
import re
import urllib.error
import urllib.parse
import urllib.request

from storefront.demo.sign_in import DOMAIN, PASSWORD

SIGN_IN = "/tai-khoan/dang-nhap/"
SECONDS = 30


class NotLetIn(RuntimeError):
    """The site has no such account, so it is no demo; the text is for the terminal."""


class Person:
    """A session of one account."""

    def __init__(self, site_url: str, mailbox: str):
        self.site_url = site_url
        self._jar = http.cookiejar.CookieJar()
        self._opener = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(self._jar))
        _status, page = self.fetch(SIGN_IN)
        token = re.search(r'name="csrfmiddlewaretoken" value="([^"]+)"', page.decode())
        if token is None:
            raise NotLetIn(f"{site_url}{SIGN_IN} has no form.")
        form = {"login": f"{mailbox}@{DOMAIN}", "password": PASSWORD, "csrfmiddlewaretoken": token[1]}
        self.fetch(SIGN_IN, urllib.parse.urlencode(form).encode())
        if not any(cookie.name == "sessionid" for cookie in self._jar):
            raise NotLetIn(f"{mailbox}@{DOMAIN} cannot sign in at {site_url}.")

    def fetch(self, path: str, data: bytes | None = None) -> tuple[int, bytes]:
        """Status and body as this person gets them."""
        address = self.site_url + path
        request = urllib.request.Request(address, data, {"Referer": address})  # noqa: S310 - the site under test
        try:
            with self._opener.open(request, timeout=SECONDS) as answer:
                return answer.status, answer.read()
        except urllib.error.HTTPError as answer:
            return answer.code, answer.read()

    def link(self, page: str, pattern: str) -> str:
        """The first link in the content of a page that a pattern describes. LookupError if there is none."""
        _status, body = self.fetch(page)
        content = body.decode().partition("<main")[2]
        match = re.search(f'href="({pattern})"', content)
        if match is None:
            raise LookupError(f"{page} has no link like {pattern}")
        return match[1].replace("&amp;", "&")

    @property
    def cookies(self) -> list[dict]:
        """As a browser of Playwright takes them."""
        return [{"name": cookie.name, "value": cookie.value, "url": self.site_url} for cookie in self._jar]


@functools.cache
def signed_in(site_url: str, mailbox: str) -> Person:
    """The one session of this account here."""
    return Person(site_url, mailbox)
