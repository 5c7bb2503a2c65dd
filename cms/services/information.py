"""The information pages: first texts from data/pages/*.toml, afterwards edited in Wagtail."""

import re
import tomllib

from django.conf import settings
from django.utils.html import escape
from wagtail.models import Page

from cms.models import INFO_SLUGS, HomePage, InfoPage

from .tree import add_live_page, was_edited

CONTENT = settings.BASE_DIR / "data" / "pages"
_LINK = re.compile(r"\[([^\]]+)\]\((/[^)\s]*|https://[^)\s]+)\)")
_STRONG = re.compile(r"\*\*([^*]+)\*\*")
_TEXTS = ("title", "summary", "body", "title_en", "summary_en", "body_en")


def ensure_info_pages(home: HomePage) -> None:
    """Make the pages that are missing. One that nobody has edited follows its file; an edited one stays as it is."""
    pages = {page.slug: page for page in InfoPage.objects.child_of(home).filter(slug__in=INFO_SLUGS)}
    for slug in INFO_SLUGS:
        wanted = _page_from_file(slug)
        page = pages.get(slug)
        if page is None:
            add_live_page(home, wanted)
        elif not was_edited(page) and _plain(page) != _plain(wanted):
            for name in _TEXTS:
                setattr(page, name, getattr(wanted, name))
            page.save()


def _page_from_file(slug: str) -> InfoPage:
    text = tomllib.loads((CONTENT / f"{slug}.toml").read_text(encoding="utf-8"))
    english = text["en"]
    page = InfoPage(
        title=text["title"],
        slug=slug,
        summary=text["summary"],
        title_en=english["title"],
        summary_en=english["summary"],
    )
    page.body = stream(page, "body", _blocks(text["section"]))
    page.body_en = stream(page, "body_en", _blocks(english["section"]))
    return page


def _blocks(sections: list[dict]) -> list[tuple]:
    """Blocks of the sections: heading, paragraphs, list, facts, questions, and what stands below the list."""
    blocks: list[tuple] = []
    for section in sections:
        if "heading" in section:
            blocks.append(("heading", section["heading"]))
        blocks.extend(("paragraph", f"<p>{_inline(text)}</p>") for text in section.get("paragraphs", ()))
        if "items" in section:
            items = "".join(f"<li>{_inline(text)}</li>" for text in section["items"])
            blocks.append(("paragraph", f"<ul>{items}</ul>"))
        if "facts" in section:
            blocks.append(("facts", [{"label": label, "value": value} for label, value in section["facts"]]))
        if "questions" in section:
            questions = [
                {"question": item["question"], "answer": f"<p>{_inline(item['answer'])}</p>"}
                for item in section["questions"]
            ]
            blocks.append(("questions", questions))
        if section.get("operator"):
            blocks.append(("operator", None))
    return blocks


def _inline(text: str) -> str:
    """Plain text as simple HTML: `[words](/address/)` is a link, `**words**` are strong."""
    return _STRONG.sub(r"<b>\1</b>", _LINK.sub(r'<a href="\2">\1</a>', escape(text)))


def stream(page: Page, field: str, blocks: list[tuple]):
    """Value of a StreamField from plain (block name, value) pairs, values as in stored JSON."""
    stream_block = page._meta.get_field(field).stream_block
    return stream_block.to_python([{"type": name, "value": value} for name, value in blocks])


def _plain(page: InfoPage) -> list:
    """What the page says, without the ids that Wagtail gives to blocks."""
    values = (getattr(page, name) for name in _TEXTS)
    return [value if isinstance(value, str) else _without_ids(value.get_prep_value()) for value in values]


def _without_ids(value):
    if isinstance(value, list):
        return [_without_ids(item) for item in value]
    if isinstance(value, dict):
        return {name: _without_ids(item) for name, item in value.items() if name != "id"}
    return value
