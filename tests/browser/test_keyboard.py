"""Without a mouse: everything is reached with Tab, the focus is always in sight, nothing is too small to hit."""

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


@pytest.mark.parametrize("size", [PHONE, DESK], ids=["phone", "desk"])
def test_everything_to_press_is_big_enough_for_a_thumb(visitor, size):
    small = {}
    for one in PAGES:
        if not one.is_variant:
            visitor.open(one, size=size)
            if too_small := visitor.page.evaluate(SMALL_TARGETS):
                small[one.name] = too_small
    assert small == {}


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
    """The walk can fail: a link without a ring, one under a bar, and targets of ten pixels."""
    page = visitor.page
    page.goto("about:blank")
    page.set_content(
        """<style>:focus-visible { outline: 3px solid }</style>
        <a href="#a" style="outline: 0">no ring</a> <a href="#b">fine</a>
        <p><a href="#c">below the bar</a></p>
        <div style="position: fixed; top: 40px; left: 0; width: 100%; height: 100px; background: gray"></div>
        <div style="margin-top: 200px"><button style="width: 10px; height: 10px; padding: 0"></button
        ><button style="width: 10px; height: 10px; padding: 0"></button></div>
        <a href="#d">d</a> <a href="#e">e</a>"""
    )
    faults = "\n".join(walk(page))
    assert 'no ring: <a href="#a"' in faults
    assert "covered by <div" in faults
    assert "#b" not in faults
    assert len(page.evaluate(SMALL_TARGETS)) >= 2
