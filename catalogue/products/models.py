"""Products of the register: Oscar's product with its producer and place. It never holds stars."""

import pgtrigger
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.urls import NoReverseMatch, reverse
from django.utils.translation import gettext_lazy as _
from oscar.apps.catalogue.abstract_models import AbstractProduct
from oscar.apps.catalogue.managers import ProductQuerySet

from catalogue.addresses import address_of
from catalogue.approvals import ApprovalRequest
from catalogue.slugs import KeepsSlugs, SlugQuerySet, former_slug_index, keep_former_slug


class RegisterQuerySet(SlugQuerySet["Product"], ProductQuerySet):
    pass


class Product(KeepsSlugs, AbstractProduct):  # type: ignore[django-manager-missing]  # Oscar's managers have no types
    """OCOP product (sản phẩm OCOP). Key: register code, or (name, producer).

    `title` is the published name, `code` the register code of ours. `unit` is the most precise
    administrative unit of the old map that the source names.
    """

    slug = models.SlugField(_("Slug"), max_length=255, unique=True)
    producer = models.ForeignKey(
        "producers.Producer",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="products",
        verbose_name=_("producer"),
        help_text=_("Empty when the source names none."),
    )
    unit = models.ForeignKey(
        "geography.AdminUnit",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="products",
        verbose_name=_("place"),
    )
    former_commune = models.CharField(
        _("former commune"),
        max_length=80,
        blank=True,
        default="",
        help_text=_("Commune as published, where it was dissolved before the map of January 2025."),
    )
    kind = models.CharField(_("kind"), max_length=40, blank=True, default="")
    packaging = models.CharField(_("packaging"), max_length=200, blank=True, default="")
    source_urls = ArrayField(models.URLField(max_length=600), default=list, blank=True)
    source_note = models.TextField(_("note on the source"), blank=True, default="")

    objects = RegisterQuerySet.as_manager()

    class Meta(AbstractProduct.Meta):
        abstract = False
        app_label = "catalogue"
        ordering = ["title", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["title", "producer"], name="product_name_and_producer", nulls_distinct=False
            ),
        ]
        indexes = [former_slug_index("product_former_slugs")]
        triggers = [keep_former_slug()]

    def get_absolute_url(self) -> str:
        """The page of the product; the list of all while a form holds a slug that no address can have."""
        try:
            return address_of("product", self.slug)
        except NoReverseMatch:
            return reverse("product-list")


class ProductPhoto(models.Model):
    """A photo of a product; the first one stands at the top of its page."""

    product = models.ForeignKey(Product, on_delete=models.CASCADE, related_name="photos", verbose_name=_("product"))
    photo = models.ForeignKey(
        "media.Photo", on_delete=models.CASCADE, related_name="products", verbose_name=_("photo")
    )
    position = models.PositiveSmallIntegerField(
        _("position"), default=0, help_text=_("The photo with the smallest number comes first.")
    )

    class Meta:
        verbose_name = _("photo of a product")
        verbose_name_plural = _("photos of a product")
        ordering = ["position", "id"]
        constraints = [models.UniqueConstraint(fields=["product", "photo"], name="product_photo_once")]

    def __str__(self) -> str:
        return str(self.photo)


class ListingChangeQuerySet(models.QuerySet["ListingChange"]):
    def waiting(self) -> "ListingChangeQuerySet":
        """Those that nobody has answered yet."""
        return self.filter(answered_at=None)


class ListingChange(ApprovalRequest):
    """A producer wants its product shown otherwise (đề nghị sửa thông tin sản phẩm): texts, or one more photo.

    `before` and `after`: field of the product → text, empty for a photo. `answer_note` says why it was refused. The
    photo of a refused change is deleted.
    """

    product = models.ForeignKey(Product, on_delete=models.CASCADE, related_name="listing_changes")
    before = models.JSONField(default=dict, blank=True)
    after = models.JSONField(default=dict, blank=True)
    photo = models.ForeignKey(
        "media.Photo", null=True, blank=True, on_delete=models.SET_NULL, related_name="listing_changes"
    )
    is_photo = models.BooleanField(default=False)
    answer_note = models.CharField(_("note on the answer"), max_length=300, blank=True)

    objects = ListingChangeQuerySet.as_manager()

    class Meta(ApprovalRequest.Meta):
        verbose_name = _("change of a listing")
        verbose_name_plural = _("changes of listings")
        constraints = [
            *ApprovalRequest.Meta.constraints,
            models.UniqueConstraint(
                fields=["product"],
                condition=models.Q(answered_at=None, is_photo=False),
                name="listingchange_one_open_of_texts",
            ),
            models.CheckConstraint(
                condition=models.Q(is_photo=True) | ~models.Q(after={}), name="listingchange_changes_something"
            ),
        ]
        triggers = [
            pgtrigger.Protect(
                name="listingchange_answered_once",
                operation=pgtrigger.Update,
                condition=(
                    pgtrigger.Q(old__answered_at__isnull=False)
                    & pgtrigger.Q(old__answered_at__df=pgtrigger.F("new__answered_at"))
                ),
            )
        ]

    def __str__(self) -> str:
        return f"{self.product_id}: {'photo' if self.is_photo else ', '.join(self.after)}"


from oscar.apps.catalogue.models import *  # noqa: E402, F403
from oscar.apps.catalogue.models import Category as Category  # noqa: E402, PLC0414 - a type checker does not see `*`
from oscar.apps.catalogue.models import ProductClass as ProductClass  # noqa: E402, PLC0414
