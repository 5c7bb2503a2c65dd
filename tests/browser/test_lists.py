"""Lists on a phone: products soon, filters short, links large enough to touch."""

PHONE = {"width": 360, "height": 800}
TARGET = 24
"""Pixels that a link must be wide and high (WCAG 2.5.8)."""


def _top_of_first_product(page) -> float:
    return page.locator(".product-card").first.evaluate("card => card.getBoundingClientRect().top + scrollY")


def test_products_begin_within_the_first_thousand_pixels(site, page):
    page.set_viewport_size(PHONE)
    for path in ("/", "/en/", "/san-pham/", "/chu-the/", "/tim-kiem/?q=ca+phe+cu+mgar+4+sao"):
        page.goto(site.url + path)
        assert _top_of_first_product(page) < 1000, path


def test_unfolded_filters_fit_on_a_phone_and_stand_open_beside_a_wide_list(site, page):
    page.set_viewport_size(PHONE)
    page.goto(site.url + "/san-pham/")
    page.click(".filters > summary")
    assert page.locator(".filters").bounding_box()["height"] <= PHONE["height"]
    page.click(".filters .facet:has(#facet-group-I) > summary")
    assert page.locator("#facet-group-I").is_visible()
    page.click(".sorter > summary")
    page.click("#sort-cheapest")
    page.wait_for_url("**/san-pham/?sort=cheapest")
    assert not page.locator("#sort-cheapest").is_visible()
    page.set_viewport_size({"width": 1280, "height": 800})
    page.goto(site.url + "/san-pham/")
    fold = page.locator(".filters .facet:has(#facet-group-I)")
    assert page.locator("#facet-group-I").is_visible()
    fold.locator("summary").click()
    assert not page.locator("#facet-group-I").is_visible()


def test_links_of_breadcrumbs_can_be_touched(site, page):
    page.set_viewport_size(PHONE)
    for path in ("/nhom/i-3-c/", "/vung/huyen-krong-pac/", "/san-pham/ca-phe-chon-kien-cuong/", "/en/tin-tuc/"):
        page.goto(site.url + path)
        boxes = [link.bounding_box() for link in page.locator(".breadcrumb a").all()]
        assert boxes, path
        assert all(min(box["width"], box["height"]) >= TARGET for box in boxes), (path, boxes)
