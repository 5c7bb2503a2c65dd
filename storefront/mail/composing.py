"""A mail as it is sent: one plain text, written with care, and the same in HTML as mail programs take it."""

import dataclasses
import functools
import re
from collections.abc import Iterator

import css_inline
from django.conf import settings
from django.core.mail import EmailMultiAlternatives
from django.template.loader import render_to_string, select_template
from django.utils import translation
from django.utils.text import Truncator

from catalogue.text import without_invisible

from . import plain_address
from .kinds import Letter

MAX_SUBJECT = 150
MAX_LABEL = 45
_ADDRESS = re.compile(r"https?://\S+\Z")
_BLANK_LINES = re.compile(r"\n\s*\n+")


@dataclasses.dataclass(frozen=True)
class Block:
    """A part of a plain text: lines of a paragraph, items of a list, or an address with the words that lead to it."""

    lines: tuple[str, ...] = ()
    items: tuple[str, ...] = ()
    address: str = ""
    label: str = ""


def compose(template: str, letter: Letter, *, language: str, to: str) -> EmailMultiAlternatives:
    """The mail of `<template>_subject.txt`, `.txt` and `.html`, which see the letter's context, `site_url`, and its
    path as `url`. Without an HTML template of its own, the paragraphs of the text are set in the common frame."""
    context = {
        **letter.context,
        "url": f"{settings.SITE_URL}{letter.path}",
        "site_url": settings.SITE_URL,
        "is_demo": settings.IS_DEMO,
        "language": language,
    }
    with translation.override(language):
        subject = plain_subject(render_to_string(f"{template}_subject.txt", context))
        text = _BLANK_LINES.sub("\n\n", render_to_string(f"{template}.txt", context)).strip()
        foot = render_to_string("mail/foot.txt", context).strip()
        page = select_template([f"{template}.html", "mail/plain.html"])
        html = page.render({**context, "subject": subject, "blocks": list(blocks_of(text))})
    message = EmailMultiAlternatives(
        subject=subject,
        body=f"{text}\n\n-- \n{foot}\n",
        from_email=settings.DEFAULT_FROM_EMAIL,
        to=[plain_address(to)],
        headers={"Auto-Submitted": "auto-generated", "Content-Language": language},
    )
    message.attach_alternative(_inliner().inline(html), "text/html")
    return message


def plain_subject(text: str) -> str:
    """One line, without letters that nobody sees, cut where it is very long."""
    return Truncator(" ".join(without_invisible(text).split())).chars(MAX_SUBJECT)


def blocks_of(text: str) -> Iterator[Block]:
    """The parts of a plain text. A short line with a colon before an address is what the address is called."""
    for paragraph in _BLANK_LINES.split(text):
        lines: list[str] = []
        items: list[str] = []
        for line in map(str.strip, paragraph.split("\n")):
            is_item, is_address = line.startswith("- "), bool(_ADDRESS.match(line))
            label = lines.pop() if is_address and lines and _is_label(lines[-1]) else ""
            if lines and (is_item or is_address):
                yield Block(lines=tuple(lines))
                lines = []
            if items and not is_item:
                yield Block(items=tuple(items))
                items = []
            if is_address:
                yield Block(address=line, label=label.removesuffix(":"))
            elif is_item:
                items.append(line.removeprefix("- "))
            else:
                lines.append(line)
        if items:
            yield Block(items=tuple(items))
        if any(lines):
            yield Block(lines=tuple(lines))


def _is_label(line: str) -> bool:
    return line.endswith(":") and len(line) <= MAX_LABEL


@functools.cache
def _inliner() -> css_inline.CSSInliner:
    """Mail programs drop style sheets: styles are written into the elements. Nothing is loaded from anywhere."""
    return css_inline.CSSInliner(load_remote_stylesheets=False)
