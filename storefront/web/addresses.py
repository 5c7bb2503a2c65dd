"""Rows behind an address of a page."""

from django.http import Http404

from catalogue.slugs import SlugQuerySet


def by_slug(rows: SlugQuerySet, slug: str):
    """Row by slug, the slug of today or a former one; Http404 otherwise."""
    try:
        return rows.by_slug(slug)
    except rows.model.DoesNotExist as error:
        raise Http404(slug) from error
