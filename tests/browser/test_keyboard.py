"""Without a mouse: everything is reached with Tab, and the focus is always in sight."""

import psycopg
import pytest

from deploy.audit.pages import LONG_AREA, PAGES, PRODUCT

from .visitor import DESK, PHONE

MAX_STOPS = 400
WALKED = ("home", "listing", "product", "producer", "areas", "area", "group", "stamp", "look-up", "search", "help",
          "complaint", "sign-in", "story", "not-found")  # fmt: skip
# The stop that has the focus now. A card shows its ring around the whole card, a tile around its square.
FOCUS = """() => {
    const element = document.activeElement;
    if (!element || element === document.body || element === document.documentElement) return null;
    const faults = [];
    const style = (part) => getComputedStyle(element, part);
    const isRing = look => look.outlineStyle !== 'none' && parseFloat(look.outlineWidth) >= 2;
    const square = element.ownerSVGElement && element.querySelector('rect');
    const isStroked = square && parseFloat(getComputedStyle(square).strokeWidth) >= 2;
    if (!isRing(style()) && !isRing(style('::after')) && !isStroked) faults.push('no ring');
    const boxes = [...element.getClientRects()].filter(box => box.width && box.height);
    const box = boxes[0] || element.getBoundingClientRect();
    const left = Math.max(box.left, 0), right = Math.min(box.right, innerWidth);
    const top = Math.max(box.top, 0), bottom = Math.min(box.bottom, innerHeight);
    if (right - left < 1 || bottom - top < 1) faults.push('outside the window');
    else {
        const hit = document.elementFromPoint((left + right) / 2, (top + bottom) / 2);
        const isLabel = element.labels && [...element.labels].some(label => label.contains(hit));
        if (hit && !element.contains(hit) && !hit.contains(element) && !isLabel)
            faults.push('covered by ' + hit.outerHTML.slice(0, 60));
    }
    window.stops = window.stops || new Set();
    const isSeen = window.stops.has(element);
    window.stops.add(element);
    return {name: element.outerHTML.replace(/\\s+/g, ' ').slice(0, 110), faults, isSeen};
}"""
BEST_SELLER = """
    SELECT product.title, product.slug FROM partner_stockrecord stock
    JOIN partner_partner partner ON partner.id = stock.partner_id AND partner.producer_id IS NOT NULL
    JOIN catalogue_product product ON product.id = stock.product_id
    WHERE stock.num_in_stock > 20
    ORDER BY stock.price DESC, product.id OFFSET 3 LIMIT 1
"""
BUYER = {
    "Họ và tên": "Nguyễn Thị Lan",
    "Số điện thoại": "0912 345 677",
    "E-mail": "chi-phim@example.com",
    "Tỉnh hoặc thành phố": "Đắk Lắk",
    "Xã, phường hoặc thị trấn": "Xã Ea Na",
    "Số nhà, đường, thôn buôn": "Số 12, thôn 3",
}


def walk(page) -> list[str]:
    """Press Tab from the start of the page to its end; returns what is wrong with the stops on the way."""
    faults = []
    for press in range(MAX_STOPS):
        page.keyboard.press("Tab")
        stop = page.evaluate(FOCUS)
        if stop is None or stop["isSeen"]:  # the browser's own buttons, or the first link again
            return faults if press > 5 else [*faults, "hardly anything can be reached"]
        faults += [f"{fault}: {stop['name']}" for fault in stop["faults"]]
    return [*faults, f"no end after {MAX_STOPS} stops"]


def tab_to(page, wanted: str) -> None:
    """Press Tab until the thing with this name (label, text or aria-label) has the focus."""
    for _press in range(MAX_STOPS):
        page.keyboard.press("Tab")
        name = page.evaluate(
            """() => {
                const one = document.activeElement, label = one.labels && one.labels[0];
                return (label && label.innerText || one.getAttribute('aria-label') || one.textContent || '').trim();
            }"""
        )
        if name.startswith(wanted):
            return
    raise AssertionError(f"{wanted} cannot be reached with Tab")


def public_page(name: str):
    return next(page for page in PAGES if page.name == name)


@pytest.mark.parametrize("name", WALKED)
def test_the_focus_goes_through_the_whole_page_and_is_always_seen(visitor, name):
    visitor.open(public_page(name), size=PHONE)
    assert walk(visitor.page) == []


def test_the_tile_map_is_walked_tile_by_tile(visitor):
    visitor.open(public_page("area"), size=DESK)
    page = visitor.page
    tiles = page.locator("svg a")
    others = [
        name for name in tiles.evaluate_all("all => all.map(one => one.getAttribute('href'))") if name != LONG_AREA
    ]
    assert len(others) > 10
    reached = []
    for _press in range(MAX_STOPS):
        page.keyboard.press("Tab")
        reached.append(page.evaluate("document.activeElement.closest('svg a')?.getAttribute('href')"))
        if reached[-1] == others[-1]:
            break
    assert set(others) <= set(reached)
    page.keyboard.press("Enter")
    page.wait_for_url(f"**{others[-1]}")


def test_a_guest_finds_reads_and_orders_with_the_keyboard_alone(site, page):
    with psycopg.connect(site.database) as connection:
        title, slug = connection.execute(BEST_SELLER).fetchone()
    page.goto(f"{site.url}/")
    for _press in range(MAX_STOPS):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.closest('main') && document.activeElement.name === 'q'"):
            break
    page.keyboard.type(title)
    page.keyboard.press("Enter")
    page.wait_for_url("**/tim-kiem/**")
    tab_to(page, title)
    page.keyboard.press("Enter")
    page.wait_for_url(f"**/san-pham/{slug}/")
    tab_to(page, "Thêm vào giỏ")
    page.keyboard.press("Enter")
    page.wait_for_url("**/gio-hang/")
    tab_to(page, "Đặt hàng")
    page.keyboard.press("Enter")
    page.wait_for_url("**/thanh-toan/")
    for label, value in BUYER.items():
        tab_to(page, label)
        page.keyboard.type(value)
    page.keyboard.press("Enter")
    page.wait_for_url("**/xem-lai/")
    tab_to(page, "Đặt hàng")
    page.keyboard.press("Enter")
    page.wait_for_url("**/don-hang/**")
    assert "Cảm ơn" in page.locator("h1").inner_text()


def test_what_the_stars_mean_is_opened_with_the_keyboard(site, page):
    page.goto(site.url + PRODUCT)
    summary = page.locator("main details:not([open]) > summary").first
    disclosure = summary.locator("xpath=..").element_handle()
    summary.focus()
    page.keyboard.press("Enter")
    assert disclosure.get_attribute("open") is not None
    page.keyboard.press("Space")
    assert disclosure.get_attribute("open") is None


def test_the_walk_notices_what_is_wrong(visitor):
    """The walk can fail: a link without a ring, and one under a bar."""
    page = visitor.page
    page.goto("about:blank")
    page.set_content(
        """<style>:focus-visible { outline: 3px solid }</style>
        <a href="#a" style="outline: 0">no ring</a> <a href="#b">fine</a>
        <p><a href="#c">below the bar</a></p>
        <div style="position: fixed; top: 40px; left: 0; width: 100%; height: 100px; background: gray"></div>
        <p style="margin-top: 200px"><button>c</button> <a href="#d">d</a> <a href="#e">e</a></p>"""
    )
    faults = "\n".join(walk(page))
    assert 'no ring: <a href="#a"' in faults
    assert "covered by <div" in faults
    assert "#b" not in faults
