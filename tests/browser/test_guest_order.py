"""A guest buys a product in a real browser, on a phone and on a desk, once with the keyboard alone."""

import email
import email.policy

import psycopg
import pytest

from tests.waiting import wait_until

PHONE = {"width": 360, "height": 760}
DESK = {"width": 1280, "height": 800}
# The most expensive products with plenty left: each test takes another one, so that they do not meet.
PRODUCTS = """
    SELECT product.id, product.title, product.slug
    FROM partner_stockrecord stock
    JOIN partner_partner partner ON partner.id = stock.partner_id AND partner.producer_id IS NOT NULL
    JOIN catalogue_product product ON product.id = stock.product_id
    WHERE stock.num_in_stock > 20 ORDER BY stock.price DESC, product.id LIMIT 3
"""
FIELDS = {
    "Họ và tên": "Nguyễn Thị Lan",
    "Số điện thoại": "0912 345 678",
    "E-mail": "",
    "Tỉnh hoặc thành phố": "Đắk Lắk",
    "Xã, phường hoặc thị trấn": "Xã Ea Na",
    "Số nhà, đường, thôn buôn": "Số 12, thôn 3",
}


def products(site):
    with psycopg.connect(site.database) as connection:
        return connection.execute(PRODUCTS).fetchall()


def left(site, product_id) -> int:
    with psycopg.connect(site.database) as connection:
        query = (
            "SELECT num_in_stock - coalesce(num_allocated, 0)"
            " - (SELECT coalesce(sum(quantity), 0) FROM partner_stockhold WHERE stockrecord_id = stock.id)"
            " FROM partner_stockrecord stock"
            " JOIN partner_partner partner ON partner.id = stock.partner_id AND partner.producer_id IS NOT NULL"
            " WHERE product_id = %s"
        )
        return connection.execute(query, [product_id]).fetchone()[0]


def orders_of(site, buyer: str) -> int:
    with psycopg.connect(site.database) as connection:
        query = "SELECT count(*) FROM order_order WHERE guest_email = %s"
        return connection.execute(query, [buyer]).fetchone()[0]


def mail_to(site, address: str) -> str:
    """The text of the mail once the worker has sent it."""

    def text() -> str:
        for path in site.mail_dir.glob("*") if site.mail_dir.exists() else ():
            message = email.message_from_bytes(path.read_bytes(), policy=email.policy.default)
            if message["To"] == address:
                return message.get_content()
        return ""

    return wait_until(text)


def fits(page) -> bool:
    """Nothing sticks out to the side."""
    return page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth")


@pytest.mark.parametrize(("number", "size"), [(0, PHONE), (1, DESK)], ids=["phone", "desk"])
def test_a_guest_orders(site, page, number, size):
    product_id, title, slug = products(site)[number]
    before = left(site, product_id)
    buyer = f"khach{number}@example.com"
    page.set_viewport_size(size)
    page.goto(f"{site.url}/san-pham/{slug}/")
    assert page.context.cookies() == []
    page.get_by_label("Số lượng").fill("2")
    page.get_by_role("button", name="Thêm vào giỏ").click()
    page.wait_for_url("**/gio-hang/")
    assert page.get_by_role("link", name=title).is_visible()
    assert fits(page)
    page.get_by_role("link", name="Đặt hàng").click()
    assert fits(page)
    for label, value in FIELDS.items():
        page.get_by_label(label).first.fill(value or buyer)
    page.get_by_role("button", name="Tiếp tục").click()
    page.wait_for_url("**/thanh-toan/xem-lai/")
    assert fits(page)
    page.get_by_role("button", name="Đặt hàng").dblclick()
    page.wait_for_url("**/don-hang/**")
    assert fits(page)
    assert "Cảm ơn" in page.locator("h1").inner_text()
    assert page.get_by_text(title).is_visible()
    assert left(site, product_id) == before - 2
    assert page.url in mail_to(site, buyer)
    page.reload()
    page.go_back()
    assert orders_of(site, buyer) == 1
    assert left(site, product_id) == before - 2


def test_a_guest_orders_with_the_keyboard_alone(site, page):
    product_id, _title, slug = products(site)[2]
    before = left(site, product_id)
    page.goto(f"{site.url}/san-pham/{slug}/")

    def tab_to(name: str) -> None:
        """Press Tab until the thing with this name has the focus."""
        for _press in range(60):
            page.keyboard.press("Tab")
            focused = page.evaluate(
                "(() => { const e = document.activeElement; const l = e.labels && e.labels[0];"
                " return (l ? l.innerText : e.innerText).trim() })()"
            )
            if focused.startswith(name):
                return
        raise AssertionError(f"{name} cannot be reached with Tab")

    tab_to("Thêm vào giỏ")
    page.keyboard.press("Enter")
    page.wait_for_url("**/gio-hang/")
    tab_to("Đặt hàng")
    page.keyboard.press("Enter")
    page.wait_for_url("**/thanh-toan/")
    for label, value in FIELDS.items():
        tab_to(label)
        page.keyboard.type(value or "banphim@example.com")
    page.keyboard.press("Enter")
    page.wait_for_url("**/xem-lai/")
    tab_to("Đặt hàng")
    page.keyboard.press("Enter")
    page.wait_for_url("**/don-hang/**")
    assert left(site, product_id) == before - 1
