"""Nothing that strangers send breaks an address: odd values in paths, queries, forms and headers, at every address.

Each address is asked as somebody who gets in. Which names a view reads is watched, so each of them gets its turn. The
offices' own views change with their libraries only, so they get a few mixed requests each; here the values take
turns, HOSTILE=deep tries all of them under all names everywhere (`make drill-inputs`).
"""

import gc
import logging
import os
from collections.abc import Iterator
from itertools import count

import pytest
from django.db import transaction

from tests import hostile
from tests.matrix import OFFICES, rule_for
from tests.roles import LED_ON
from tests.storefront.shop.offers import FORM
from tests.url_table import Route, routes
from tests.world import World, build_world

IS_DEEP = os.environ.get("HOSTILE") == "deep"
PARTS = ("site", *OFFICES)
ASKED_AS = ("visitor", "buyer", "producer", "sales point", "officer", "editor", "administrator", "key holder")
FORM_TYPE, JSON_TYPE = "application/x-www-form-urlencoded", "application/json"

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.filterwarnings("ignore:The default scheme will be changed"),
    pytest.mark.filterwarnings("ignore:Pagination may yield inconsistent results"),
    pytest.mark.filterwarnings("ignore:unclosed file:ResourceWarning"),
    pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning"),
]


class _Undo(Exception):
    """Ends a request's transaction without its changes."""


class Prober:
    """Sends requests whose changes are undone, and keeps what broke."""

    def __init__(self, world: World):
        self.world = world
        self.broken: dict[tuple, str] = {}
        self.sent = 0

    def ask(self, role: str, method: str, address: str, body="", *, said="", kind=FORM_TYPE, headers=None):
        """The answer; None where an exception came instead."""
        self.sent += 1
        client = self.world.clients[role]
        cookies = dict(client.cookies.items())
        content_type = kind if method == "POST" or kind != FORM_TYPE else "application/octet-stream"
        answer = None
        try:
            with transaction.atomic():
                answer = client.generic(method, address, body, content_type=content_type, headers=headers)
                raise _Undo
        except _Undo:
            for close in answer._resource_closers:
                close()
            if answer.status_code >= 500 and answer.wsgi_request.path != "/readyz":
                self._note(role, method, address, said, f"answers {answer.status_code}")
        except Exception as error:  # noqa: BLE001
            self._note(role, method, address, said, f"{type(error).__name__}: {error}"[:200])
        client.cookies.clear()
        client.cookies.update(cookies)
        return answer

    def _note(self, role: str, method: str, address: str, said: str, what: str) -> None:
        key = (method, address.partition("?")[0][:80], what[:40])
        self.broken.setdefault(key, f"{method} {address[:100]} as {role}, {said}: {what}")


@pytest.fixture
def prober():
    """The visitor has something in the basket and has said who gets it."""
    world = build_world()
    address = next(world.address(route) for route in routes() if route.name == "basket-add")
    for path, fields in ((address, {"quantity": 1}), ("/thanh-toan/", FORM)):
        assert world.clients["visitor"].post(path, fields).status_code == 302
    logging.disable(logging.CRITICAL)
    yield Prober(world)
    logging.disable(logging.NOTSET)
    gc.collect()


def part_of(route: Route) -> str:
    return next((office for office in OFFICES if route.pattern.startswith(office)), "site")


def roles_for(route: Route) -> Iterator[str]:
    """Who asks: the least role that gets in, and a visitor at the doors."""
    rule = rule_for(route)
    allowed = rule.get | rule.post
    yield "visitor" if LED_ON & allowed else next((role for role in ASKED_AS if role in allowed), "visitor")
    if "visitor" in allowed and "buyer" in allowed and IS_DEEP:
        yield "buyer"


@pytest.mark.parametrize("part", PARTS)
def test_no_value_breaks_an_address(part, prober):
    turn, is_short = count(), part != "site" and not IS_DEEP
    for route in routes():
        if part_of(route) == part:
            for role in roles_for(route):
                _probe_path(prober, route, role, turn, is_short=is_short)
                page = _probe_query(prober, route, role, turn, is_short=is_short)
                _probe_form(prober, route, role, turn, page, is_short=is_short)
    assert not prober.broken, f"{len(prober.broken)} of {prober.sent}:\n" + "\n".join(prober.broken.values())


def _probe_path(prober: Prober, route: Route, role: str, turn, *, is_short: bool) -> None:
    known = prober.world.values(route)
    for name in {name for name in (*route.parameters, *known) if f"<{name}>" in route.pattern}:
        values = hostile.values_of_path(route.parameters.get(name, ""))
        for value in (
            values if IS_DEEP else [values[next(turn) % len(values)] for _time in range(1 if is_short else 2)]
        ):
            address = route.address(**{**known, name: value})
            prober.ask(role, "GET", address, said=f"{name} in the path")
            if IS_DEEP:
                prober.ask(role, "POST", address, said=f"{name} in the path")


def _probe_query(prober: Prober, route: Route, role: str, turn, *, is_short: bool) -> str:
    """Sends every name that the view reads in the query; returns the page as it is without."""
    address, _mark, needed = prober.world.address(route).partition("?")
    asked = f"?{needed}" if needed else ""
    with hostile.names_read() as names:
        answer = prober.ask(role, "GET", address + asked, said="as it is")
    page = "" if answer is None or answer.streaming else answer.content.decode("utf-8", "replace")
    if is_short:
        if names:
            prober.ask(role, "GET", f"{address}?{hostile.query(_mixed(sorted(names), turn))}", said="each another")
        return page
    with hostile.names_read() as more:
        prober.ask(role, "GET", f"{address}?{hostile.query(dict.fromkeys(names, '1'))}", said="all 1")
    prober.ask(role, "HEAD", address + asked, said="HEAD")
    names = sorted(names | more)
    if names:
        prober.ask(role, "GET", f"{address}?{hostile.nested(names)}", said="nested")
        for label, value in _worst(turn):
            prober.ask(role, "GET", f"{address}?{hostile.query(dict.fromkeys(names, value))}", said=f"all {label}")
    for name in names:
        for label, value in _values(turn):
            given = "&".join(part for part in (needed, hostile.query({name: value})) if part)
            prober.ask(role, "GET", f"{address}?{given}", said=f"{name}: {label}")
    return page


def _probe_form(prober: Prober, route: Route, role: str, turn, page: str, *, is_short: bool) -> None:
    """Sends every field that the view reads in a form, one odd one at a time among the values the page proposes."""
    address = prober.world.address(route)
    with hostile.names_read() as fields:
        answer = prober.ask(role, "POST", address, said="empty form")
    if answer is not None and answer.status_code in (403, 404, 405):
        return
    good = hostile.form_values(page) | {name: str(value) for name, value in prober.world.data(route).items()}
    if is_short:
        names = sorted({*fields, *good})
        prober.ask(role, "POST", address, hostile.query({**good, **_mixed(names[::2], turn)}), said="every second")
        prober.ask(role, "POST", address, hostile.query({**good, **_mixed(names[1::2], turn)}), said="every second")
        return
    with hostile.names_read() as more:
        prober.ask(role, "POST", address, hostile.query(good), said="as the page proposes")
    fields = sorted(fields | more | set(good))
    prober.ask(role, "POST", address, hostile.nested(fields), said="nested")
    for label, value in _worst(turn):
        prober.ask(role, "POST", address, hostile.query(dict.fromkeys(fields, value)), said=f"all {label}")
    for name in fields:
        for label, value in _values(turn):
            prober.ask(role, "POST", address, hostile.query({**good, name: value}), said=f"{name}: {label}")


def _worst(turn) -> list[tuple[str, str]]:
    """The values that all names get at once: all, or the next in turn."""
    worst = list(hostile.WORST.items())
    return worst if IS_DEEP else [worst[next(turn) % len(worst)]]


def _values(turn) -> list[tuple[str, str]]:
    """The values that a name gets while the others are good: all, or the next in turn."""
    values = list(hostile.VALUES.items())
    return values if IS_DEEP else [values[next(turn) % len(values)]]


def _mixed(names, turn) -> dict[str, str]:
    """Each name with another value."""
    values = list(hostile.VALUES.values())
    return {name: values[next(turn) % len(values)] for name in names}


ODD_HEADERS = (
    {
        "accept": "application/json;q=nan, */*;q=" + hostile.MANY_DIGITS,
        "accept-language": "vi;q=" + hostile.MANY_DIGITS + ", " + "x" * 300 + ", \xff\xfe;q=1e999",
        "authorization": "Bearer \xff" + hostile.MANY_DIGITS,
        "if-modified-since": "Mon, 31 Feb 99999 25:61:61 GMT",
        "if-none-match": '"' * 99 + hostile.MANY_DIGITS,
        "range": f"bytes={hostile.MANY_DIGITS}-{hostile.MANY_DIGITS}",
        "referer": "http://[::1\xff/" + "x" * 3_000,
        "origin": "http://[::1",
        "user-agent": "\xff" * 3_000,
        "x-forwarded-for": hostile.MANY_DIGITS,
        "x-requested-with": "XMLHttpRequest",
    },
    # A value in quotes is written with octal escapes: `\\000` is a NUL.
    {"cookie": r'sessionid="\000aaaaaaaaa"; csrftoken="\000"; saobuon_basket="1:\000"; django_language="\000"'},
    {
        "cookie": "sessionid="
        + "a" * 4_000
        + "; saobuon_basket="
        + hostile.MANY_DIGITS
        + ":x; django_language=../../x"
    },
)
ODD_TYPES = (
    "text/plain; charset=unicode_escape",  # writes halves of surrogate pairs
    "text/plain; charset=" + "x" * 3_000,
    "multipart/form-data",
    "multipart/form-data; boundary=\xff",
    "multipart/form-data; charset=utf-7; boundary=x",
    f"{FORM_TYPE}; charset=utf-16",
)
MULTIPART = b'--x\r\nContent-Disposition: form-data; name="q"; filename="\x00.png"\r\n\r\n\x00\r\n--x--\r\n'


def test_no_header_breaks_an_address(prober):
    turn = count()
    for route in routes():
        if IS_DEEP or part_of(route) == "site" or not route.parameters:
            address, role = prober.world.address(route), next(roles_for(route))
            for headers in ODD_HEADERS if IS_DEEP else [ODD_HEADERS[next(turn) % len(ODD_HEADERS)]]:
                prober.ask(role, "GET", address, said="odd headers", headers=headers)
            for kind in ODD_TYPES if IS_DEEP else [ODD_TYPES[next(turn) % len(ODD_TYPES)]]:
                prober.ask(role, "GET", address + r"?q=\ud800&page=\x00", said=kind[:40], kind=kind)
                prober.ask(role, "POST", address, MULTIPART, said=kind[:40], kind=kind)
    assert not prober.broken, f"{len(prober.broken)} of {prober.sent}:\n" + "\n".join(prober.broken.values())


def test_no_json_breaks_an_address_that_takes_it(prober):
    bodies = (
        *("", "{", "[]", "null", "9" * 5_000, '"\\ud800"', "[" * 100_000, '{"a":' * 50_000),
        *(
            f'{{"title": {text}, "slug": {text}, "destination_page_id": {text}, "position": {text}}}'
            for text in (r'"\u0000"', r'"\ud800"', "9" * 4_000, "1e999", "NaN", "-1", str(2**63), "[[]]", "{}")
        ),
    )
    for route in routes():
        if route.pattern.startswith("/quan-tri/api/") and "action_name" in prober.world.values(route):
            known = prober.world.values(route)
            for action in ("copy", "move", "publish", "revert_to_page_revision", "create_alias", "x"):
                address = route.address(**{**known, "action_name": action})
                for body in bodies:
                    prober.ask("administrator", "POST", address, body, said=body[:60], kind=JSON_TYPE)
    assert not prober.broken, f"{len(prober.broken)} of {prober.sent}:\n" + "\n".join(prober.broken.values())
