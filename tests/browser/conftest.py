"""Windows of the browser that the tests of this folder share."""

import pytest

from tests.waiting import PATIENCE_SECONDS

from .visitor import PHONE, Visitor


@pytest.fixture(scope="session")
def visitor(browser, site):
    """One window for all pages: the browser keeps the site's fonts and style, as a visitor's does."""
    someone = Visitor(browser, site.url)
    yield someone
    someone.context.close()


@pytest.fixture
def no_script_page(browser):
    """A phone with JavaScript switched off."""
    context = browser.new_context(locale="vi-VN", viewport=PHONE, java_script_enabled=False)
    context.set_default_timeout(PATIENCE_SECONDS * 1000)
    yield context.new_page()
    context.close()
