"""What a phone has to fetch for the first page of a visit: bytes as they go over the wire."""

import pytest

from deploy.audit.pages import MEASURED, path_on

MAX_BYTES = {"product": 120_000}
MAX_SCRIPT_BYTES = 20_500
# The phone that Lighthouse plays: its pixels decide which width of a picture is fetched.
PHONE = {"viewport": {"width": 412, "height": 823}, "device_scale_factor": 1.75, "is_mobile": True}


@pytest.fixture
def first_visit(browser):
    context = browser.new_context(locale="vi-VN", **PHONE)
    yield context.new_page()
    context.close()


def fetched(page, address: str) -> dict[str, tuple[str, int]]:
    """Kind and bytes of all that the page fetches, by address."""
    session = page.context.new_cdp_session(page)
    session.send("Network.enable")
    session.send("Network.setCacheDisabled", {"cacheDisabled": True})
    kinds, sizes = {}, {}
    session.on("Network.responseReceived", lambda event: kinds.update({event["requestId"]: event}))
    session.on(
        "Network.loadingFinished", lambda event: sizes.update({event["requestId"]: event["encodedDataLength"]})
    )
    page.goto(address, wait_until="networkidle")
    return {
        event["response"]["url"]: (event["type"], round(sizes[request]))
        for request, event in kinds.items()
        if request in sizes
    }


@pytest.mark.parametrize("public_page", MEASURED, ids=lambda page: page.name)
def test_the_first_page_is_light(site, first_visit, public_page):
    files = fetched(first_visit, site.url + path_on(site.url, public_page))
    assert any(kind == "Document" for kind, _size in files.values())
    everything = sum(size for _kind, size in files.values())
    scripts = sum(size for kind, size in files.values() if kind == "Script")
    assert everything <= MAX_BYTES.get(public_page.name, 130_000), files
    assert scripts <= MAX_SCRIPT_BYTES, files
    assert all(address.startswith((site.url, "data:")) for address in files)
