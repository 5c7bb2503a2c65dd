"""The walk over the URL table finds what Django finds."""

from django.urls import Resolver404, resolve

from tests.url_table import routes


def test_every_row_of_the_url_table_is_found_with_an_address_that_leads_somewhere():
    table = routes()
    assert {"product", "account_login", "wagtailadmin_login", "admin:login", "dashboard:order-list"} <= {
        route.name for route in table
    }
    lost = []
    for route in table:
        try:
            resolve(route.address())
        except Resolver404:
            lost.append(route.pattern)
    # The resolver's row takes GS1 paths only, Wagtail's last one addresses with a slash at the end.
    assert lost == ["/<path>", "/<0>"]
