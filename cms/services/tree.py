"""Structural writes to the page tree: one at a time, behind one lock."""

from django.db import connection
from django.utils import timezone
from wagtail.models import Page

from catalogue.text import slug_of

PAGE_TREE_LOCK = 0x5A0B_0001
"""Key of the PostgreSQL advisory lock."""


def lock_page_tree() -> None:
    """Hold the page tree until the transaction ends. Needs a transaction."""
    if not connection.in_atomic_block:
        raise RuntimeError("the page tree is locked inside a transaction")
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(%s)", [PAGE_TREE_LOCK])


def add_live_page(parent: Page, page: Page, *, owner=None) -> Page:
    """Put a new published page under a parent. It has no revision: only a person's edit makes one."""
    now = timezone.now()
    page.first_published_at = page.last_published_at = now
    page.owner = owner
    # The parent is read anew: treebeard computes the new path from the number of children it holds.
    return type(parent).objects.get(pk=parent.pk).add_child(instance=page)


def was_edited(page: Page) -> bool:
    """Whether somebody has saved the page in the editor; an import then keeps away from it."""
    return page.latest_revision_id is not None


def free_page_slug(parent: Page, *candidates: str) -> str:
    """First candidate text whose slug no child of the parent has; else the last one with a number."""
    # Not get_children(): that trusts the number of children the parent had when it was read.
    taken = set(Page.objects.child_of(parent).values_list("slug", flat=True))
    slugs = [slug for slug in map(slug_of, candidates) if slug]
    for slug in slugs:
        if slug not in taken:
            return slug
    base, number = slugs[-1] if slugs else "muc", 2
    while f"{base}-{number}" in taken:
        number += 1
    return f"{base}-{number}"
