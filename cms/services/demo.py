"""Illustrative stories for the demo, written from published facts only."""

import tomllib

from django.db import transaction
from django.utils.html import escape

from catalogue.products.models import Product
from cms.models import StoryIndexPage, StoryPage

from .information import CONTENT, stream
from .tree import add_live_page, free_page_slug, lock_page_tree, was_edited


@transaction.atomic
def load_demo_stories() -> dict[str, int]:
    """Publish the stories of data/pages/demo_stories.toml for products the register holds. Can be rerun.

    A product that has a story keeps it, unless it is one of these that nobody has edited.
    Returns how many were created, updated, unchanged, and skipped because the product is missing.
    """
    lock_page_tree()
    index = StoryIndexPage.objects.get()
    texts = tomllib.loads((CONTENT / "demo_stories.toml").read_text(encoding="utf-8"))["story"]
    counts = dict.fromkeys(("created", "updated", "unchanged", "skipped"), 0)
    # The first text of the file is the newest story.
    for text in reversed(texts):
        counts[_write(index, text)] += 1
    return counts


def _write(index: StoryIndexPage, text: dict) -> str:
    product = Product.objects.filter(title=text["product"], producer__name=text["producer"]).first()
    if product is None:
        return "skipped"
    story = StoryPage.objects.filter(product=product).first()
    if story is None:
        slug = free_page_slug(index, text["slug"])
        add_live_page(index, _filled(StoryPage(product=product, slug=slug, is_illustrative=True), text))
        return "created"
    if was_edited(story) or not story.is_illustrative:
        return "unchanged"
    before = _content(story)
    if _content(_filled(story, text)) == before:
        return "unchanged"
    story.save()
    return "updated"


def _content(story: StoryPage) -> list:
    fields = [story.title, story.summary, story.body.get_prep_value(), story.sources.get_prep_value()]
    return _without_ids(fields)


def _filled(story: StoryPage, text: dict) -> StoryPage:
    story.title = story.draft_title = text["title"]
    story.summary = text["summary"]
    body = [("paragraph", f"<p>{escape(paragraph)}</p>") for paragraph in text["paragraphs"]]
    body.append(("facts", [{"label": label, "value": value} for label, value in text["facts"]]))
    story.body = stream(story, "body", body)
    story.sources = stream(story, "sources", [("source", {"url": url, "title": ""}) for url in text["sources"]])
    return story


def _without_ids(value):
    """Stored blocks without the identifiers that Wagtail gives each block anew."""
    if isinstance(value, dict):
        return {name: _without_ids(part) for name, part in value.items() if name != "id"}
    if isinstance(value, list):
        return [_without_ids(part) for part in value]
    return value
