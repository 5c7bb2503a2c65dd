"""With JavaScript switched off every flow works: search, filters, order, look-up, complaint form."""

import psycopg

OFFER = """
    SELECT product.title, product.slug FROM partner_stockrecord stock
    JOIN partner_partner partner ON partner.id = stock.partner_id AND partner.producer_id IS NOT NULL
    JOIN catalogue_product product ON product.id = stock.product_id
    WHERE stock.num_in_stock > 20 ORDER BY stock.price DESC, product.id OFFSET 4 LIMIT 1
"""


def test_search_and_filters(site, no_script_page):
    page = no_script_page
    page.goto(f"{site.url}/")
    box = page.locator("main input[name=q]")
    box.fill("ca phe")
    box.press("Enter")
    page.wait_for_url("**/tim-kiem/?q=ca+phe**")
    page.goto(f"{site.url}/san-pham/")
    everything = page.locator("main article").count()
    address = page.locator("main a[href*='stars=5']").first.get_attribute("href")
    disclosure = page.locator("main details:has(a[href*='stars=5']) > summary")
    if disclosure.count() and not page.locator("main a[href*='stars=5']").first.is_visible():
        disclosure.first.click()
    page.locator("main a[href*='stars=5']").first.click()
    page.wait_for_url("**stars=5**")
    assert "stars=5" in address
    cards = page.locator("main article").count()
    assert 0 < cards < everything
    page.go_back()
    assert page.locator("main article").count() == everything


def test_a_guest_orders(site, no_script_page):
    page = no_script_page
    with psycopg.connect(site.database) as connection:
        title, slug = connection.execute(OFFER).fetchone()
    page.goto(f"{site.url}/san-pham/{slug}/")
    page.get_by_role("button", name="Thêm vào giỏ").first.click()
    page.wait_for_url("**/gio-hang/")
    page.get_by_role("link", name="Đặt hàng").click()
    for label, value in {
        "Họ và tên": "Nguyễn Thị Lan",
        "Số điện thoại": "0912 345 679",
        "E-mail": "khong-script@example.com",
        "Tỉnh hoặc thành phố": "Đắk Lắk",
        "Xã, phường hoặc thị trấn": "Xã Ea Na",
        "Số nhà, đường, thôn buôn": "Số 12, thôn 3",
    }.items():
        page.get_by_label(label).first.fill(value)
    page.get_by_role("button", name="Tiếp tục").click()
    page.wait_for_url("**/thanh-toan/xem-lai/")
    page.get_by_role("button", name="Đặt hàng").click()
    page.wait_for_url("**/don-hang/**")
    assert "Cảm ơn" in page.locator("h1").inner_text()
    assert page.get_by_text(title).first.is_visible()


def test_a_certificate_is_looked_up(site, no_script_page):
    page = no_script_page
    page.goto(f"{site.url}/tra-cuu/")
    box = page.locator("main input[name=q]")
    box.fill("ca phe chon kien cuong")
    box.press("Enter")
    page.wait_for_url("**/tra-cuu/?q=**")
    assert page.locator("main").get_by_text("Cà phê Chồn Kiên Cường").first.is_visible()


def test_the_complaint_form_keeps_what_was_typed(site, no_script_page):
    page = no_script_page
    page.goto(f"{site.url}/gop-y/")
    form = page.locator("main form:has(textarea)")
    form.locator("textarea").fill("Quá ngắn?")
    form.evaluate("form => form.noValidate = true")
    form.locator("[type=submit]").click()
    assert page.locator("main [aria-invalid=true]").count()
    assert form.locator("textarea").input_value() == "Quá ngắn?"
