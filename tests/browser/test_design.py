"""Menu, dialog and toast with and without JavaScript; the typeface; paper."""


def test_the_menu_of_a_phone_opens_and_leads_on_without_javascript(site, browser):
    context = browser.new_context(viewport={"width": 360, "height": 740}, java_script_enabled=False)
    page = context.new_page()
    page.goto(site.url + "/")
    link = page.locator(".site-menu__panel a", has_text="Nhà sản xuất")
    assert not link.is_visible()
    page.locator(".site-menu summary").click()
    link.click()
    assert page.url == f"{site.url}/chu-the/"
    context.close()


def test_the_first_key_reaches_the_content(site, page):
    page.goto(site.url + "/san-pham/")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.wait_for_url("**/san-pham/#main")  # the browser tells of it a moment later
    assert page.evaluate("document.activeElement.id") == "main"


def test_the_own_typeface_is_loaded_and_marks_are_not_cut(site, page):
    page.goto(site.url + "/design/")
    page.evaluate("document.fonts.ready")
    assert (
        page.evaluate(
            "[...document.fonts].filter(font => font.status === 'loaded' && !font.family.includes('Fallback')).length"
        )
        == 2
    )
    tight = page.evaluate(
        """[...document.querySelectorAll('main *')].filter(element =>
            [...element.childNodes].some(node => node.nodeType === 3 && node.data.trim()) &&
            parseFloat(getComputedStyle(element).lineHeight) < 1.3 * parseFloat(getComputedStyle(element).fontSize)
        ).map(element => element.outerHTML.slice(0, 80))"""
    )
    assert tight == []


def test_the_letters_of_the_highland_languages_are_drawn_in_the_own_typeface(site, page):
    """ŏ has the width of o: composed from letter and breve, not taken from another typeface."""
    page.goto(site.url + "/design/")
    widths = page.evaluate(
        """async () => {
            await document.fonts.ready;
            const pen = document.createElement("canvas").getContext("2d");
            pen.font = '400 100px "Be Vietnam Pro", monospace';
            return ["ŏ", "o", "ĕ", "e", "ê̆", "ê"].map(text => pen.measureText(text).width);
        }"""
    )
    assert widths[0] == widths[1] and widths[2] == widths[3] and widths[4] == widths[5]


def test_home_is_short_on_a_phone_and_every_card_of_a_row_is_within_reach(site, browser):
    context = browser.new_context(viewport={"width": 360, "height": 740}, java_script_enabled=False)
    page = context.new_page()
    page.goto(site.url + "/")
    assert page.locator("body").bounding_box()["height"] < 7000
    rows = page.locator(".grid--shelf")
    assert rows.count() > 2
    for row in rows.all():
        cards = row.locator(":scope > li")
        second, last = cards.nth(1).bounding_box(), cards.last.locator("h3 a")
        assert second["x"] < 360 - 24, "the next card looks in"
        last.focus()
        box = last.bounding_box()
        assert box["x"] >= 0 and box["x"] + box["width"] <= 360
    context.close()


def test_a_dialog_opens_by_keyboard_and_gives_the_focus_back(site, page):
    page.goto(site.url + "/design/")
    button = page.locator("button[aria-haspopup=dialog]").first
    button.focus()
    page.keyboard.press("Enter")
    dialog = page.locator("dialog[open]")
    assert dialog.locator("h2").inner_text() == button.inner_text()
    assert page.evaluate("document.activeElement.closest('dialog[open]') !== null")
    page.keyboard.press("Escape")
    assert dialog.count() == 0
    assert button.evaluate("element => element === document.activeElement")


def test_a_dialog_unfolds_and_a_toast_stands_in_the_page_without_javascript(site, browser):
    context = browser.new_context(viewport={"width": 360, "height": 740}, java_script_enabled=False)
    page = context.new_page()
    page.goto(site.url + "/design/")
    body = page.locator(".disclosure__body").first
    assert not body.is_visible()
    page.locator(".disclosure > summary").first.click()
    assert body.is_visible()
    assert page.locator("main .toast").first.is_visible()
    context.close()


def test_a_toast_is_read_out_and_closed(site, page):
    page.goto(site.url + "/design/")
    toasts = page.locator(".toasts--floating[role=status] .toast")
    toasts.first.wait_for()
    count = toasts.count()
    toasts.first.locator("button").click()
    assert toasts.count() == count - 1


def test_on_paper_the_certificate_stays_and_the_menus_go(site, page):
    page.goto(site.url + "/san-pham/")
    page.locator(".product-card a").first.click()
    page.emulate_media(media="print")
    assert page.locator(".certificate").is_visible()
    assert page.locator(".demo-banner").is_visible()
    assert page.locator(".print-only").is_visible()
    for gone in (".site-nav--bar", ".site-search-slot", ".site-footer", ".breadcrumb"):
        assert not page.locator(gone).first.is_visible(), gone
