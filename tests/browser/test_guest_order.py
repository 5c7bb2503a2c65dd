"""A guest buys a product in a real browser; every step fits a phone and a desk."""

import email
import email.policy
import re

import psycopg
from playwright.sync_api import expect

from deploy.audit import axe
from tests.waiting import wait_until

from .visitor import DESK, PHONE

# The most expensive one with plenty left; other tests take others, so that they do not meet.
PRODUCT = """
    SELECT product.id, product.title, product.slug
    FROM partner_stockrecord stock
    JOIN partner_partner partner ON partner.id = stock.partner_id AND partner.producer_id IS NOT NULL
    JOIN catalogue_product product ON product.id = stock.product_id
    WHERE stock.num_in_stock > 20 ORDER BY stock.price DESC, product.id LIMIT 1
"""
FIELDS = {
    "Họ và tên": "Nguyễn Thị Lan",
    "Số điện thoại": "0912 345 678",
    "E-mail": "",
    "Tỉnh hoặc thành phố": "Đắk Lắk",
    "Xã, phường hoặc thị trấn": "Xã Ea Na",
    "Số nhà, đường, thôn buôn": "Số 12, thôn 3",
}


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
                return message.get_body(("plain",)).get_content()
        return ""

    return wait_until(text)


def fits(page) -> bool:
    """Nothing sticks out to the side, of a desk and of a phone."""
    widths = []
    for size in (DESK, PHONE):
        page.set_viewport_size(size)
        widths.append(page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth"))
    return all(widths)


def focused(page) -> str:
    return page.evaluate("document.activeElement.id || document.activeElement.className")


def test_faults_are_listed_and_places_suggested(site, visitor):
    page = visitor.page  # refused forms are what this is about: the browser's log of them is no fault
    with psycopg.connect(site.database) as connection:
        slug = connection.execute(PRODUCT.replace("LIMIT 1", "OFFSET 6 LIMIT 1")).fetchone()[2]
    page.set_viewport_size(PHONE)
    page.goto(f"{site.url}/san-pham/{slug}/")
    page.get_by_label("Số lượng").fill("1000")
    page.get_by_role("button", name="Thêm vào giỏ").click()
    expect(page).to_have_title(re.compile("^Lỗi: "))
    assert "error-summary" in focused(page)
    page.get_by_label("Số lượng").fill("1")
    page.get_by_role("button", name="Thêm vào giỏ").click()
    page.get_by_role("link", name="Đặt hàng").click()
    for _time in range(2):  # a link that was followed before does not take the focus away
        page.get_by_role("button", name="Tiếp tục").click()
        expect(page).to_have_title(re.compile("^Lỗi: "))
        assert "error-summary" in focused(page)
        page.locator(".error-summary a").nth(1).click()
        assert focused(page) == "id_phone"
    assert axe.violations(page) == []
    assert fits(page)
    page.get_by_label("Xã, phường hoặc thị trấn").press_sequentially("buon tr")
    page.get_by_role("option", name="Xã Krông Ana").click()
    assert page.locator("#id_province").input_value() == "Đắk Lắk"
    assert page.locator("#id_commune").input_value() == "Xã Krông Ana"
    page.locator("#id_province").fill("dak")
    page.get_by_role("option", name="Lâm Đồng").wait_for()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    assert page.locator("#id_province").input_value() == "Lâm Đồng"
    assert page.url.endswith("/thanh-toan/")
    assert [fault for fault in visitor.faults if "422" not in fault] == []
    visitor.context.clear_cookies()


def test_a_guest_orders(site, page):
    with psycopg.connect(site.database) as connection:
        product_id, title, slug = connection.execute(PRODUCT).fetchone()
    before = left(site, product_id)
    buyer = "khach@example.com"
    page.set_viewport_size(PHONE)
    page.goto(f"{site.url}/san-pham/{slug}/")
    assert page.context.cookies() == []
    page.get_by_label("Số lượng").fill("2")
    page.get_by_role("button", name="Thêm vào giỏ").click()
    page.wait_for_url("**/gio-hang/")
    assert page.get_by_role("link", name=title).is_visible()
    assert fits(page)
    units = page.locator("[data-basket-units]")
    assert units.inner_text().startswith("2")
    page.get_by_role("button", name="Thêm một").click()
    page.get_by_role("button", name="Thêm một").click()
    expect(units).to_contain_text("4")
    expect(page.get_by_role("button", name="Thêm một")).to_be_focused()
    page.get_by_label("Số lượng").fill("2")
    page.get_by_label("Số lượng").press("Enter")
    expect(units).to_contain_text("2")
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
