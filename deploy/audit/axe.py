"""axe over all pages: phone and desk, light and dark."""

import json
from pathlib import Path

from axe_playwright_python.sync_playwright import Axe

from .pages import PAGES, WORK_PAGES, PublicPage, WorkPage, path_on
from .people import signed_in

OPTIONS = {
    "resultTypes": ["violations"],
    "runOnly": {
        "type": "tag",
        "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    },
    "rules": {"target-size": {"enabled": True}},
}
SIZES = {"phone": {"width": 360, "height": 740}, "desk": {"width": 1280, "height": 900}}
SCHEMES = ("light", "dark")
ENGLISH_SCHEME = {"phone": "light", "desk": "dark"}


def violations(page) -> list[dict]:
    """Broken rules of the page as it looks now."""
    return Axe().run(page, options=OPTIONS).response["violations"]


def line(rule: dict) -> str:
    """One broken rule for people: name, how often, the first place."""
    return f"{rule['id']} × {len(rule['nodes'])}: {rule['nodes'][0]['html'][:200]}"


def check(
    pages: tuple[PublicPage, ...], *, site_url: str, chromium: str, reports: Path
) -> list[tuple[str, int, list[str]]]:
    """Name, number of violations and their lines of each page; everything axe said goes into axe.json."""
    from playwright.sync_api import sync_playwright

    results, full = [], {}
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox", "--disable-gpu"])
        windows = {}
        for page in pages:
            faults, role = {}, page.role if isinstance(page, WorkPage) else ""
            if role not in windows:
                context = browser.new_context(locale="vi-VN", reduced_motion="reduce")
                context.add_cookies(signed_in(site_url, role).cookies if role else [])
                windows[role] = context.new_page()
            window = windows[role]
            for size_name, size in SIZES.items():
                window.set_viewport_size(size)
                window.goto(site_url + path_on(site_url, page), wait_until="load")
                # The English twin looks the same: two of the four looks are enough there.
                for scheme in SCHEMES if page in PAGES or page in WORK_PAGES else [ENGLISH_SCHEME[size_name]]:
                    window.emulate_media(color_scheme=scheme)
                    faults[f"{size_name}, {scheme}"] = violations(window)
            full[page.name] = faults
            lines = [f"{look}: {line(rule)}" for look, rules in faults.items() for rule in rules]
            results.append((page.name, len(lines), lines))
        browser.close()
    (reports / "axe.json").write_text(json.dumps(full, ensure_ascii=False, indent=1))
    return results
