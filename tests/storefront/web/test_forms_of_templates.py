"""Forms that a browser can send: the token against forged requests reaches every template that writes it."""

import re
from pathlib import Path

from django.conf import settings

ROOT = Path(settings.BASE_DIR) / "storefront" / "templates"
INCLUDE = re.compile(r'{%\s*include\s+"([^"]+)"([^%]*)%}')


def test_no_include_cuts_a_form_off_from_its_token():
    """`only` hides the token from what is included, and the form is refused; the test client does not ask for it."""
    texts = {path.relative_to(ROOT).as_posix(): path.read_text() for path in ROOT.rglob("*.html")}
    includes = [(name, *found.groups()) for name, text in texts.items() for found in INCLUDE.finditer(text)]
    needs = {name for name, text in texts.items() if "{% csrf_token %}" in text}
    before = 0
    while len(needs) > before:  # who includes such a template with the whole context needs the token too
        before = len(needs)
        needs |= {name for name, included, how in includes if included in needs and not _is_cut_off(how)}
    assert [
        f"{name} includes {included}" for name, included, how in includes if included in needs and _is_cut_off(how)
    ] == []


def _is_cut_off(how: str) -> bool:
    return bool(re.search(r"\bonly\s*$", how)) and "csrf_token=csrf_token" not in how
