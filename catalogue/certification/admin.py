"""The register for the department: products with their certificates and what sources report."""

from typing import Any, cast

from django import forms
from django.contrib import admin, messages
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from catalogue.certification.errors import CertificateRefused
from catalogue.certification.models import Certificate, ReportedStep
from catalogue.certification.services import CORRECTABLE, correct_certificate, issue_certificate
from catalogue.products.models import Product, ProductPhoto
from catalogue.users import User


class CertificateForm(forms.ModelForm[Certificate]):
    """A certificate as the register writes it down; what is taken from it is no field of the form."""

    def _get_validation_exclusions(self) -> set[str]:
        """A new certificate may lie on days of an older one: issuing it ends the older one before."""
        excluded: set[str] = super()._get_validation_exclusions()  # type: ignore[misc]  # Django's, not in its stubs
        return excluded if self.instance.pk else {*excluded, "valid_period"}


class CertificateInline(admin.StackedInline[Certificate, Product]):
    """Certificates: new ones are issued, old ones set right. Measures are only shown: officers have a screen for
    them, where a revocation takes a reason to make and two people to take back. Nothing is deleted here."""

    model = Certificate
    form = CertificateForm
    extra = 0
    can_delete = False
    fieldsets = (
        (None, {"fields": (*CORRECTABLE, "replaced_on", "valid_period")}),
        (
            _("Suspension and revocation"),
            {
                "fields": (
                    "suspended_from", "suspended_until", "suspension_reason", "revoked_on", "revocation_reason",
                ),
                "description": _(
                    "To suspend or revoke a certificate, find its product on the officers' screen of recalls."
                ),
            },
        ),
    )  # fmt: skip
    readonly_fields = (
        "replaced_on", "valid_period", "suspended_from", "suspended_until", "suspension_reason", "revoked_on",
        "revocation_reason",
    )  # fmt: skip


class ReportedStepInline(admin.TabularInline[ReportedStep, Product]):
    model = ReportedStep
    extra = 0
    fields = ("event", "date", "council_level", "stars", "score", "is_register_row")


class ProductPhotoInline(admin.TabularInline[ProductPhoto, Product]):
    model = ProductPhoto
    extra = 0
    fields = ("photo", "position")
    autocomplete_fields = ("photo",)


@admin.register(Product)
class ProductAdmin(admin.ModelAdmin[Product]):
    """The register for the department: product, its certificates, what sources report."""

    list_display = ("title", "producer", "unit", "code")
    list_select_related = ("producer", "unit")
    list_filter = ("categories",)
    search_fields = ("title", "code", "producer__name")
    autocomplete_fields = ("producer", "unit")
    fields = (
        "title", "slug", "code", "producer", "unit", "former_commune", "kind", "packaging", "description",
        "is_public", "source_urls", "source_note",
    )  # fmt: skip
    inlines = [ProductPhotoInline, CertificateInline, ReportedStepInline]

    def save_formset(self, request: HttpRequest, form: Any, formset: Any, change: bool) -> None:
        """Certificates are written by the services of certification, and by nothing else."""
        if formset.model is not Certificate:
            super().save_formset(request, form, formset, change)
            return
        formset.save(commit=False)
        for certificate in [*formset.new_objects, *(row for row, _changed in formset.changed_objects)]:
            try:
                _write_certificate(certificate, by=cast(User, request.user))
            except CertificateRefused as refusal:
                messages.error(request, f"{certificate}: {refusal.message}")
        formset.save_m2m()


def _write_certificate(certificate: Certificate, *, by: User) -> None:
    """Issue a certificate that a form has filled in, or set one right."""
    values = {name: getattr(certificate, name) for name in CORRECTABLE}
    if certificate.pk:
        correct_certificate(certificate=certificate, by=by, **values)
    else:
        values["issuing_body"] = values["issuing_body"] or None  # what is left blank follows from level and place
        issue_certificate(product=certificate.product, by=by, **values)
