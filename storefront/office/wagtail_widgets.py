"""Wagtail's widgets without inline scripts, which the Content-Security-Policy of the editorial office forbids.

Templates of the same names (templates/wagtailadmin/widgets, …/panels) do it for dates and lists of forms; choosers
write their script in Python. static/js/office-widgets.js starts what is written here.
"""

import json
import re

from django.utils.html import format_html
from wagtail.admin.widgets import BaseChooser

_CALL = re.compile(r"(?:new )?(\w+)\((.*)\);", re.DOTALL)


def call(script: str) -> str:
    """`new PageChooser("id_page", {…});` as an element that names the function and its arguments.

    ValueError for a script of another shape: Wagtail has changed, and so must this.
    """
    match = _CALL.fullmatch(script.strip())
    if match is None:
        raise ValueError(f"no plain call: {script}")
    arguments = json.loads(f"[{match[2]}]")
    return format_html('<span hidden data-call="{}" data-arguments="{}"></span>', match[1], json.dumps(arguments))


def _render(self, name, value, attrs=None, renderer=None) -> str:
    if not attrs or "id" not in attrs:
        raise TypeError("BaseChooser cannot be rendered without an 'id' attribute")
    data = self.get_value_data(value)
    return format_html(
        "{}{}", self.render_html(name, data, attrs), call(self.render_js_init(attrs["id"], name, data))
    )


def replace_inline_scripts() -> None:
    """Let all choosers of Wagtail render themselves without a script."""
    BaseChooser.render = _render
