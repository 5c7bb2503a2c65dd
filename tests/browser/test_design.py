"""What a phone shows: nothing wider than the screen, the menu without JavaScript, the stars drawn."""

import pytest

PATHS = [
    "/",
    "/san-pham/",
    "/vung/",
    "/chu-the/",
    "/diem-ban/",
    "/tin-tuc/",
    "/gio-hang/",
    "/tai-khoan/dang-nhap/",
    "/design/",
]


@pytest.mark.parametrize("width", [320, 1280])
def test_no_page_is_wider_than_the_screen(site, page, width):
    page.set_viewport_size({"width": width, "height": 800})
    for path in PATHS:
        page.goto(site.url + path)
        assert page.evaluate("document.documentElement.scrollWidth") <= width, path


def test_the_menu_of_a_phone_opens_and_leads_on_without_javascript(site, browser):
    context = browser.new_context(viewport={"width": 360, "height": 740}, java_script_enabled=False)
    page = context.new_page()
    page.goto(site.url + "/")
    link = page.locator(".site-menu__panel a", has_text="Chủ thể")
    assert not link.is_visible()
    page.locator(".site-menu summary").click()
    link.click()
    assert page.url == f"{site.url}/chu-the/"
    context.close()


def test_the_first_key_reaches_the_content(site, page):
    page.goto(site.url + "/san-pham/")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    assert page.url.endswith("#main")
    assert page.evaluate("document.activeElement.id") == "main"


def test_the_own_typeface_is_loaded_and_marks_are_not_cut(site, page):
    page.goto(site.url + "/design/")
    page.evaluate("document.fonts.ready")
    assert page.evaluate("[...document.fonts].filter(font => font.status === 'loaded').length") == 2
    tight = page.evaluate(
        """[...document.querySelectorAll('main *')].filter(element =>
            [...element.childNodes].some(node => node.nodeType === 3 && node.data.trim()) &&
            parseFloat(getComputedStyle(element).lineHeight) < 1.3 * parseFloat(getComputedStyle(element).fontSize)
        ).map(element => element.outerHTML.slice(0, 80))"""
    )
    assert tight == []
