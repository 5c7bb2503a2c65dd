"""How often a text was searched for on a day, and the few texts that everybody may see."""

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.utils.translation import gettext_lazy as _

from .texts import MAX_LENGTH


class QueryCount(models.Model):
    """How often one text was searched for on one day; nothing of who searched, when or from where.

    `key` is the same for all spellings. `nothing` counts searches that found nothing, `near` those that
    found only what comes near.
    """

    day = models.DateField(_("day"))
    text = models.CharField(_("text"), max_length=MAX_LENGTH)
    key = models.CharField(max_length=2 * MAX_LENGTH)  # `f` becomes `ph`
    searches = models.PositiveIntegerField(_("searches"))
    nothing = models.PositiveIntegerField(default=0)
    near = models.PositiveIntegerField(default=0)

    class Meta:
        verbose_name = _("searched text")
        verbose_name_plural = _("searched texts")
        constraints = [
            models.UniqueConstraint(fields=["day", "text"], name="query_count_once"),
            models.CheckConstraint(
                condition=models.Q(searches__gte=models.F("nothing") + models.F("near")), name="query_count_parts"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.day}: {self.text} ({self.searches})"


class PublicQuery(models.Model):
    """A text searched for often enough to be shown to everybody, and the first products it finds."""

    text = models.CharField(max_length=MAX_LENGTH, unique=True)
    rank = models.PositiveSmallIntegerField()
    product_ids = ArrayField(models.BigIntegerField())

    class Meta:
        ordering = ["rank"]
        verbose_name = "public search text"
        verbose_name_plural = "public search texts"

    def __str__(self) -> str:
        return self.text
