"""Every role at every address, for reading and for sending, held to the rules of `tests.matrix`.

Templates are not rendered here: the question is who gets in, and whether a refusal or a look changes anything. The
offices of frameworks let none but their staff in, by one door each: of the other roles one in turn asks at each of
their addresses, and the locked account always. MATRIX=full asks as everybody everywhere (`make drill-doors`).
"""

import gc
import logging
import os
import re
from collections.abc import Iterator
from itertools import cycle

import pytest
from django.db import connection, transaction
from django.template.base import Template
from django.test.utils import CaptureQueriesContext

from tests.matrix import OFFICES, RULES, Rule, rule_for
from tests.roles import EVERYONE, LED_ON, ROLES
from tests.url_table import Route, routes
from tests.world import World, build_world

WRITE = re.compile(r'\b(?:INSERT INTO|UPDATE|DELETE FROM) "(\w+)"')
SESSIONS = {"django_session"}
# What a look may write: who has a page open in the editor, a picture in another size, one's own empty basket.
KEPT_BY_LOOKING = SESSIONS | {
    "wagtailadmin_editingsession",
    "wagtailcore_pagesubscription",
    "media_rendition",
    "basket_basket",
}
DOORS = ("/tai-khoan/dang-nhap/", "/quan-tri/login/", "/django-admin/login/", "/dashboard/login/")
PARTS = ("site", *OFFICES)
IS_FULL = os.environ.get("MATRIX") == "full"
INSIDERS = ("editor", "officer", "administrator", "inactive")
OUTSIDERS = tuple(role for role in ROLES if role not in INSIDERS)

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.filterwarnings("ignore:The default scheme will be changed"),  # of Django's own forms; goes with 6.0
    pytest.mark.filterwarnings("ignore:Limit for query logging exceeded"),
    pytest.mark.filterwarnings("ignore:unclosed file:ResourceWarning"),  # pictures that Wagtail's views opened
    pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning"),
]


class _Undo(Exception):
    """Ends a request's transaction without its changes."""


@pytest.fixture
def quiet(monkeypatch):
    """No pages drawn, no refusals logged."""
    monkeypatch.setattr(Template, "render", lambda self, context: "")
    logging.disable(logging.CRITICAL)
    yield
    logging.disable(logging.NOTSET)
    gc.collect()  # what was left open is found here, not in another test


def part_of(route: Route) -> str:
    return next((office for office in OFFICES if route.pattern.startswith(office)), "site")


def test_every_address_has_one_rule_and_only_offices_have_rules_for_sections():
    without = [f"{route.pattern} ({route.name})" for route in routes() if rule_for(route) is None]
    assert not without, f"addresses without a rule in tests/matrix.py: {without}"
    addresses = [rule.address for rule in RULES]
    assert len(addresses) == len(set(addresses))
    assert not [one for one in addresses if one.endswith("*") and not one.startswith(OFFICES)]


@pytest.mark.parametrize("part", PARTS)
def test_every_role_gets_in_where_its_rule_says_and_nowhere_else(part, quiet):
    world = build_world()
    wrong, turn = [], cycle(OUTSIDERS)
    for route in routes():
        if part_of(route) == part:
            for method in ("GET", "POST"):
                roles = ROLES if part == "site" or IS_FULL else (*INSIDERS, next(turn))
                wrong += [f"{method} {route.pattern}: {text}" for text in _faults(world, route, method, roles)]
    assert not wrong, f"{len(wrong)} against the rules:\n" + "\n".join(wrong)


def _faults(world: World, route: Route, method: str, roles: tuple[str, ...]) -> Iterator[str]:
    rule = rule_for(route)
    allowed = rule.get if method == "GET" else rule.post
    address, data = world.address(route), world.data(route) if method == "POST" else None
    for role in roles:
        answer, written = _ask(world, role, method, address, data)
        if isinstance(answer, Exception):
            yield f"{role} breaks it: {answer!r}"[:300]
            continue
        is_in = not _is_refused(answer, rule)
        if allowed is not LED_ON and answer.status_code != 405:
            if is_in and role not in allowed:
                yield f"{role} gets in ({answer.status_code})"
            elif not is_in and role in allowed and not (allowed is EVERYONE and answer.status_code == 404 and data):
                yield f"{role} is refused ({answer.status_code} {answer.get('Location', '')})"
        if answer.status_code >= 500 and route.name != "readyz":
            yield f"{role} gets {answer.status_code}"
        harmless = KEPT_BY_LOOKING if method == "GET" else SESSIONS
        if (method == "GET" or not is_in) and written - harmless:
            yield f"{role} changes {written - harmless} ({answer.status_code})"


def _ask(world: World, role: str, method: str, address: str, data: dict | None):
    """The answer, or the exception instead of it, and the tables written to. All changes are undone."""
    client = world.clients[role]
    cookies = dict(client.cookies.items())
    with CaptureQueriesContext(connection) as queries:
        try:
            with transaction.atomic():
                answer = client.get(address) if method == "GET" else client.post(address, data)
                raise _Undo
        except _Undo:
            for close in answer._resource_closers:  # `close()` would end the test's connection too
                close()
        except Exception as error:  # noqa: BLE001
            answer = error
    client.cookies.clear()
    client.cookies.update(cookies)
    return answer, {table for query in queries for table in WRITE.findall(query["sql"])}


def _is_refused(answer, rule: Rule) -> bool:
    if answer.status_code in (401, 403, 404):
        return True
    place = answer.get("Location", "")
    return place.startswith(DOORS) or (place in OFFICES and rule.address.startswith(place) and rule.address != place)
