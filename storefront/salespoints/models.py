"""Sales points: where OCOP products are shown and sold over the counter."""

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.utils.translation import gettext_lazy as _

from catalogue.addresses import address_of
from catalogue.dates import PartialDateField, partial_date_check
from catalogue.memberships import MembershipQuerySet
from catalogue.slugs import KeepsSlugs, SlugQuerySet, former_slug_index, keep_former_slug


class SalesPoint(KeepsSlugs):
    """Sales point (điểm giới thiệu và bán sản phẩm OCOP). Its partner's stock records are what it stocks."""

    name = models.CharField(_("name"), max_length=160, unique=True)
    slug = models.SlugField(max_length=255, unique=True)
    address = models.CharField(_("address"), max_length=300)
    unit = models.ForeignKey(
        "geography.AdminUnit", null=True, blank=True, on_delete=models.PROTECT, related_name="sales_points"
    )
    opened = PartialDateField(_("opened"))
    operator = models.CharField(_("operator"), max_length=200, blank=True)
    note = models.TextField(_("note"), blank=True)
    source_urls = ArrayField(models.URLField(max_length=600), default=list, blank=True)

    objects = SlugQuerySet.as_manager()

    class Meta:
        ordering = ["name"]
        verbose_name = _("sales point")
        verbose_name_plural = _("sales points")
        constraints = [partial_date_check("opened", "sales_point_opened_date")]
        indexes = [former_slug_index("sales_point_former_slugs")]
        triggers = [keep_former_slug()]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return address_of("sales-point", self.slug)


class SalesPointMembership(models.Model):
    """A person works at a sales point during a time (both days included)."""

    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="sales_point_memberships"
    )
    sales_point = models.ForeignKey(SalesPoint, on_delete=models.CASCADE, related_name="memberships")
    since = models.DateField()
    until = models.DateField(null=True, blank=True)

    objects = MembershipQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["user", "sales_point", "since"], name="sales_membership_once"),
            models.CheckConstraint(
                condition=models.Q(until=None) | models.Q(until__gte=models.F("since")),
                name="sales_membership_ends_after_start",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.user} · {self.sales_point}"


class NoticeKind(models.TextChoices):
    DECLARED = "declared", _("recall declared")
    ENDED = "ended", _("recall ended")
    REVOKED = "revoked", _("certificate revoked")
    RESTORED = "restored", _("certificate restored")
    SUSPENDED = "suspended", _("certificate suspended")
    REINSTATED = "reinstated", _("suspension lifted")


MEASURES = (NoticeKind.REVOKED, NoticeKind.SUSPENDED)
"""What is in force until it is taken back."""


class RecallNotice(models.Model):
    """What a sales point is told: a recall and its end, a revocation and a suspension and that it was taken back.

    `mailed_to` counts the addresses the mail went to. `day` is the first day of a revocation or suspension, and
    `taken_back_at` the moment from which it counts no more: at most one notice for each is in force.
    """

    Kind = NoticeKind

    sales_point = models.ForeignKey(SalesPoint, on_delete=models.CASCADE, related_name="recall_notices")
    kind = models.CharField(max_length=10, choices=Kind.choices)
    recall = models.ForeignKey(
        "traceability.Recall", null=True, blank=True, on_delete=models.PROTECT, related_name="notices"
    )
    certificate = models.ForeignKey(
        "certification.Certificate", null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    day = models.DateField(null=True, blank=True)
    taken_back_at = models.DateTimeField(null=True, blank=True)
    created_at = models.DateTimeField(auto_now_add=True)
    mailed_at = models.DateTimeField(null=True, blank=True)
    mailed_to = models.PositiveSmallIntegerField(default=0)
    confirmed_at = models.DateTimeField(null=True, blank=True)
    confirmed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )

    class Meta:
        ordering = ["-id"]
        verbose_name = _("recall notice")
        verbose_name_plural = _("recall notices")
        constraints = [
            models.CheckConstraint(
                condition=models.Q(
                    kind__in=(
                        NoticeKind.REVOKED,
                        NoticeKind.RESTORED,
                        NoticeKind.SUSPENDED,
                        NoticeKind.REINSTATED,
                    ),
                    recall=None,
                    certificate__isnull=False,
                    day__isnull=False,
                )
                | models.Q(
                    kind__in=(NoticeKind.DECLARED, NoticeKind.ENDED), recall__isnull=False, certificate=None, day=None
                ),
                name="recall_notice_about_one_thing",
            ),
            models.UniqueConstraint(
                fields=["sales_point", "recall", "kind"],
                condition=models.Q(recall__isnull=False),
                name="recall_notice_once",
            ),
            models.UniqueConstraint(
                fields=["sales_point", "certificate", "kind"],
                condition=models.Q(kind__in=MEASURES, taken_back_at=None),
                name="measure_notice_once",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.sales_point_id}: {self.kind}"
