"""Certificates and what is known of each product's way to one.

Stars stand in one place, the certificate; whether it shows is decided by `valid_period` and the day
asked about (see `queries.py`).
"""

from typing import Any

import pghistory
from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import ArrayField, DateRangeField, RangeOperators
from django.db import models
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.models.functions import Cast
from django.db.models.sql.compiler import SQLCompiler
from django.utils.translation import gettext_lazy as _

from catalogue.approvals import ApprovalRequest, kept_and_answered_once, one_open_request
from catalogue.dates import PartialDate, PartialDateField, partial_date_check

from .regimes import OCOP


class CouncilLevel(models.TextChoices):
    """Level of the council or body (cấp đánh giá); districts until 30 June 2025."""

    DISTRICT = "district", _("district")
    PROVINCE = "province", _("province")
    NATIONAL = "national", _("national")


class ValidPeriodSQL(models.Func):
    """Days on which the certificate is certainly valid, as a PostgreSQL daterange (null: unknown).

    Known to the day: from the day of issue through the last day of the term (`Regime.last_day`).
    Known to the month or year: from the last day it may have been issued until the day before
    the last day of a term that began on the first day it may have been issued. An explicit `expires_on` replaces the
    computed end; revocation and replacement by an upgrade end it on the day before.
    """

    output_field = DateRangeField()
    arity = 4
    template = "(%(expressions)s)"

    def as_sql(  # type: ignore[override]  # Django passes the rest by name
        self, compiler: SQLCompiler, connection: BaseDatabaseWrapper, **extra: Any
    ) -> tuple[str, tuple[str | int, ...]]:
        issued, expires_on, revoked_on, replaced_on = (
            compiler.compile(expression)[0] for expression in self.source_expressions
        )
        year = f"substr({issued}, 1, 4)::int"
        month = f"substr({issued}, 6, 2)::int"
        day = f"substr({issued}, 9, 2)::int"
        earliest = (
            f"CASE length({issued}) WHEN 10 THEN make_date({year}, {month}, {day})"
            f" WHEN 7 THEN make_date({year}, {month}, 1) ELSE make_date({year}, 1, 1) END"
        )
        latest = (
            f"CASE length({issued}) WHEN 10 THEN make_date({year}, {month}, {day})"
            f" WHEN 7 THEN (make_date({year}, {month}, 1) + interval '1 month' - interval '1 day')::date"
            f" ELSE make_date({year}, 12, 31) END"
        )
        term_end = (
            f"(({earliest}) + interval '{OCOP.validity_months} months'"
            f" - CASE length({issued}) WHEN 10 THEN interval '0 day' ELSE interval '1 day' END)::date"
        )
        end = f"LEAST(COALESCE({expires_on}, {term_end}), {revoked_on} - 1, {replaced_on} - 1)"
        sql = (
            f"CASE WHEN {issued} = '' THEN NULL"
            f" WHEN {end} < ({latest}) THEN 'empty'::daterange"
            f" ELSE daterange({latest}, {end}, '[]') END"
        )
        return sql, ()


@pghistory.track()
class Certificate(models.Model):
    """OCOP certificate (giấy chứng nhận sản phẩm OCOP) of one product.

    Its state on a day is derived, never stored (`states.CertificateState`).
    """

    product = models.ForeignKey("catalogue.Product", on_delete=models.PROTECT, related_name="certificates")
    stars = models.PositiveSmallIntegerField(_("stars"))
    score = models.DecimalField(_("score"), max_digits=5, decimal_places=2, null=True, blank=True)
    council_level = models.CharField(_("level"), max_length=8, choices=CouncilLevel.choices, blank=True)
    issuing_body = models.CharField(
        _("issuing body"), max_length=160, blank=True, help_text=_("As it was on the day of issue.")
    )
    decision_no = models.CharField(_("decision number"), max_length=60, blank=True)
    issued = PartialDateField(
        _("issued"), help_text=_("As precise as known: 2023, 2023-11 or 2023-11-05. Blank: unknown.")
    )
    expires_on = models.DateField(
        _("last day, where the decision sets one"),
        null=True,
        blank=True,
        help_text=_("Leave empty for the usual term."),
    )
    suspended_from = models.DateField(_("suspended from"), null=True, blank=True)
    suspended_until = models.DateField(
        _("last day of suspension"), null=True, blank=True, help_text=_("Empty: until further notice.")
    )
    suspension_reason = models.TextField(_("reason for suspension"), blank=True)
    revoked_on = models.DateField(_("revoked on"), null=True, blank=True)
    revocation_reason = models.TextField(_("reason for revocation"), blank=True)
    replaced_on = models.DateField(
        _("replaced on"), null=True, blank=True, help_text=_("First day of the certificate that replaced it.")
    )
    source_urls = ArrayField(models.URLField(max_length=600), default=list, blank=True)
    note = models.TextField(_("note"), blank=True)
    created_at = models.DateTimeField(auto_now_add=True)
    updated_at = models.DateTimeField(auto_now=True)
    valid_period = models.GeneratedField(
        expression=ValidPeriodSQL("issued", "expires_on", "revoked_on", "replaced_on"),
        output_field=DateRangeField(),
        db_persist=True,
    )

    class Meta:
        ordering = ["product", "-issued", "-id"]
        verbose_name = _("certificate")
        verbose_name_plural = _("certificates")
        constraints = [
            models.CheckConstraint(condition=models.Q(stars__gte=3, stars__lte=5), name="certificate_stars_3_to_5"),
            models.CheckConstraint(
                condition=models.Q(score=None) | models.Q(score__gte=0, score__lte=100),
                name="certificate_score_0_to_100",
            ),
            partial_date_check("issued", "certificate_issued_date"),
            models.CheckConstraint(
                condition=models.Q(expires_on=None) | models.Q(issued__lte=Cast("expires_on", models.CharField())),
                name="certificate_expires_after_issue",
            ),
            models.CheckConstraint(
                condition=models.Q(suspended_until=None)
                | models.Q(suspended_from__isnull=False, suspended_until__gte=models.F("suspended_from")),
                name="certificate_suspension_order",
            ),
            models.CheckConstraint(
                condition=models.Q(suspended_from=None) | ~models.Q(suspension_reason=""),
                name="certificate_suspension_has_reason",
            ),
            models.CheckConstraint(
                condition=models.Q(revoked_on=None) | ~models.Q(revocation_reason=""),
                name="certificate_revocation_has_reason",
            ),
            ExclusionConstraint(
                name="certificate_one_valid_a_day",
                expressions=[("product", RangeOperators.EQUAL), ("valid_period", RangeOperators.OVERLAPS)],
            ),
            models.UniqueConstraint(fields=["product", "issued", "stars"], name="certificate_once"),
        ]

    def __str__(self) -> str:
        return f"{self.product} · {self.stars}★ · {self.issued or '?'}"

    @property
    def issued_date(self) -> PartialDate | None:
        return PartialDate.parse(self.issued) if self.issued else None


class Restoration(ApprovalRequest):
    """Request to take a revocation back (khôi phục). What happened to the certificate stands in its own history."""

    certificate = models.ForeignKey(Certificate, on_delete=models.PROTECT, related_name="restorations")

    class Meta(ApprovalRequest.Meta):
        verbose_name = _("restoration of a certificate")
        verbose_name_plural = _("restorations of certificates")
        constraints = [*ApprovalRequest.Meta.constraints, one_open_request("certificate")]
        triggers = kept_and_answered_once("restoration")

    def __str__(self) -> str:
        return f"{self.certificate_id}: {self.reason}"


class RegisterEvent(models.TextChoices):
    """Steps a source reports (trạng thái trong sổ đăng ký), from weakest to strongest."""

    LISTED = "listed", _("named as an OCOP product")
    EVALUATED = "evaluated", _("took part in an evaluation")
    PROPOSED = "proposed", _("proposed for a higher rank")
    REPORTED = "reported", _("reported by the press")
    COUNCIL_RANKED = "council_ranked", _("ranked by a council")
    RECOGNISED = "recognised", _("recognised")


class ReportedStep(models.Model):
    """What a source reports of a product's way to a certificate. Not a certificate: it never gives stars.

    `is_register_row` marks the one row of the register itself (products.csv); the others are dated
    history (certification_events.csv).
    """

    product = models.ForeignKey("catalogue.Product", on_delete=models.CASCADE, related_name="reported_steps")
    event = models.CharField(max_length=16, choices=RegisterEvent.choices)
    date = PartialDateField(_("date"))
    council_level = models.CharField(max_length=8, choices=CouncilLevel.choices, blank=True)
    stars = models.PositiveSmallIntegerField(null=True, blank=True)
    is_potential_five = models.BooleanField(_("potential five stars"), default=False)
    score = models.DecimalField(max_digits=5, decimal_places=2, null=True, blank=True)
    is_register_row = models.BooleanField(default=False)
    source_urls = ArrayField(models.URLField(max_length=600), default=list, blank=True)
    note = models.TextField(blank=True)

    class Meta:
        ordering = ["product", "date", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["product", "event", "date", "council_level"],
                condition=models.Q(is_register_row=False),
                name="reported_step_once",
            ),
            models.UniqueConstraint(
                fields=["product"],
                condition=models.Q(is_register_row=True),
                name="reported_register_row_once",
            ),
            models.CheckConstraint(
                condition=models.Q(stars=None) | models.Q(stars__gte=1, stars__lte=5),
                name="reported_stars_1_to_5",
            ),
            partial_date_check("date", "reported_step_date"),
        ]

    def __str__(self) -> str:
        return f"{self.product} · {self.event} · {self.date}"
