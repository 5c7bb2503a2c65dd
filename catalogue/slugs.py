"""Stable addresses: a slug is unique, and the slugs a row had before lead to it for ever."""

from typing import TypeVar

import pgtrigger
from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.db import models

from .text import slug_of

SluggedT = TypeVar("SluggedT", bound="KeepsSlugs")


class SlugQuerySet(models.QuerySet[SluggedT]):
    def by_slug(self, slug: str) -> SluggedT:
        """The row with this slug now, else the one that had it before; DoesNotExist if none.

        One query, or two for a slug that is no longer in use.
        """
        for rows in (self.filter(slug=slug), self.filter(former_slugs__contains=[slug])):
            for row in rows[:1]:
                return row
        raise self.model.DoesNotExist


class KeepsSlugs(models.Model):
    """Adds `former_slugs`; the database itself records each change of `slug`, bulk updates included."""

    slug: models.SlugField[str | int | models.expressions.Combinable, str]
    former_slugs = ArrayField(models.SlugField(max_length=255), default=list, blank=True, editable=False)

    class Meta:
        abstract = True


def keep_former_slug() -> pgtrigger.Trigger:
    return pgtrigger.Trigger(
        name="keep_former_slug",
        operation=pgtrigger.Update,
        when=pgtrigger.Before,
        condition=pgtrigger.Q(old__slug__df=pgtrigger.F("new__slug")),
        func="NEW.former_slugs := array_append(array_remove(NEW.former_slugs, OLD.slug), OLD.slug); RETURN NEW;",
    )


def former_slug_index(name: str) -> GinIndex:
    return GinIndex(fields=["former_slugs"], name=name)


def free_slug(model: type[models.Model], *candidates: str) -> str:
    """First candidate text whose slug nobody has or had; else the last one with a number."""
    taken = model._default_manager.filter
    for text in candidates:
        slug = slug_of(text)
        if slug and not taken(models.Q(slug=slug) | models.Q(former_slugs__contains=[slug])).exists():
            return slug
    base, number = slug_of(candidates[-1]) or "muc", 2
    while taken(models.Q(slug=f"{base}-{number}") | models.Q(former_slugs__contains=[f"{base}-{number}"])).exists():
        number += 1
    return f"{base}-{number}"
