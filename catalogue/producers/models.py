"""Organisations that own OCOP products, and the people who act for them."""

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.utils.translation import gettext_lazy as _

from catalogue.addresses import address_of
from catalogue.dates import PartialDateField, partial_date_check
from catalogue.memberships import MembershipQuerySet
from catalogue.slugs import KeepsSlugs, SlugQuerySet, former_slug_index, keep_former_slug


class ProducerType(models.TextChoices):
    """Kind of producer (loại hình chủ thể OCOP)."""

    COOPERATIVE = "cooperative", _("Cooperative")
    COMPANY = "company", _("Company")
    HOUSEHOLD = "household", _("Household business")
    COLLECTIVE = "collective", _("Collective group")
    UNKNOWN = "unknown", _("Type not known")


class Producer(KeepsSlugs):
    """Producer (chủ thể OCOP): cooperative, firm or household. The name is the key; one spelling each."""

    name = models.CharField(_("name"), max_length=200, unique=True)
    slug = models.SlugField(max_length=255, unique=True)
    type = models.CharField(_("type"), max_length=12, choices=ProducerType.choices, default=ProducerType.UNKNOWN)
    unit = models.ForeignKey(
        "geography.AdminUnit",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="producers",
        verbose_name=_("place"),
        help_text=_("The most precise unit the source names."),
    )
    address = models.CharField(_("address"), max_length=300, blank=True)
    founded = PartialDateField(_("founded"))
    website = models.URLField(_("website"), blank=True)
    story_facts = models.TextField(_("facts"), blank=True, help_text=_("Published facts, in our own words."))
    source_urls = ArrayField(models.URLField(max_length=600), default=list, blank=True)
    created_at = models.DateTimeField(auto_now_add=True)
    updated_at = models.DateTimeField(auto_now=True)

    objects = SlugQuerySet.as_manager()

    class Meta:
        ordering = ["name"]
        verbose_name = _("producer")
        verbose_name_plural = _("producers")
        constraints = [
            models.CheckConstraint(condition=~models.Q(name=""), name="producer_has_a_name"),
            partial_date_check("founded", "producer_founded_date"),
        ]
        indexes = [former_slug_index("producer_former_slugs")]
        triggers = [keep_former_slug()]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return address_of("producer", self.slug)

    @property
    def facts(self) -> list[str]:
        """The published facts one by one."""
        return [fact.strip() for fact in self.story_facts.split(";") if fact.strip()]


class Membership(models.Model):
    """A person acts for a producer during a time (both days included; no end: until further notice)."""

    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="producer_memberships")
    producer = models.ForeignKey(Producer, on_delete=models.CASCADE, related_name="memberships")
    since = models.DateField()
    until = models.DateField(null=True, blank=True)

    objects = MembershipQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["user", "producer", "since"], name="membership_once"),
            models.CheckConstraint(
                condition=models.Q(until=None) | models.Q(until__gte=models.F("since")),
                name="membership_ends_after_start",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.user} · {self.producer}"
