"""Oscar's screens as they come, but with states in words (Oscar writes the codes of its pipeline), and with the names
of columns in the cells, for phones, where each row is a stack (`oscar/dashboard/layout.html`)."""

import re

from django.template.loaders.app_directories import Loader as AppDirectories

CODE = re.compile(r"{{ ((?:order|line)\.status|status_change\.(?:old|new)_status|dict\.status)\b")
CHANGES = (
    (CODE, r"{{ \1|order_status"),
    (re.compile(r"<option>{{ status }}</option>"), '<option value="{{ status }}">{{ status|order_status }}</option>'),
    (re.compile(r"{{ alert\.status }}"), "{{ alert.get_status_display }}"),
    (re.compile(r"{% load "), "{% load shop %}{% load "),  # of the filter `order_status`
)


TABLE = re.compile(r"(<thead>.*?</thead>)(.*?)(</table>)", re.DOTALL)
HEADING = re.compile(r"<th\b[^>]*>(.*?)</th>", re.DOTALL)
WORDS = re.compile(r"""(?:_\(|{% trans )(["'])(.+?)\1""")
ROW = re.compile(r"<tr\b[^>]*>.*?</tr>", re.DOTALL)
CELL = re.compile(r"<t[dh]\b(?![^>]*\bcolspan\b)")


def with_labels(text: str) -> str:
    """The rows of tables that have as many cells as their head has columns, with the columns' names in the cells."""
    return TABLE.sub(lambda table: table[1] + _labelled(table[2], HEADING.findall(table[1])) + table[3], text)


def _labelled(body: str, headings: list[str]) -> str:
    labels = [words[2] if (words := WORDS.search(heading)) else "" for heading in headings]

    def fill(row: re.Match) -> str:
        if len(CELL.findall(row[0])) != len(labels):
            return row[0]
        left = iter(labels)
        return CELL.sub(lambda cell: cell[0] + _label(next(left)), row[0])

    return ROW.sub(fill, body)


def _label(words: str) -> str:
    return f""" data-label="{{% trans '{words}' %}}\"""" if words and "'" not in words else ""


class Loader(AppDirectories):
    """The loader of all templates of apps."""

    def get_contents(self, origin) -> str:
        text = super().get_contents(origin)
        if str(origin.template_name).startswith("oscar/dashboard/"):
            for pattern, instead in CHANGES:
                text = pattern.sub(instead, text)
            text = with_labels(text)
        return text
