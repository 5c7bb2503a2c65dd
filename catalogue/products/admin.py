from django import forms
from django.contrib import admin, messages
from django.utils.translation import gettext_lazy as _

from catalogue.certification.errors import CertificateRefused
from catalogue.certification.models import Certificate, ReportedStep
from catalogue.certification.services import CORRECTABLE, correct_certificate, issue_certificate

from .models import Category, Product, ProductPhoto


class CertificateForm(forms.ModelForm):
    """A certificate as the register writes it down; what is taken from it is no field of the form."""

    def _get_validation_exclusions(self):
        """A new certificate may lie on days of an older one: issuing it ends the older one before."""
        excluded = super()._get_validation_exclusions()
        return excluded if self.instance.pk else {*excluded, "valid_period"}


class CertificateInline(admin.StackedInline):
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


class ReportedStepInline(admin.TabularInline):
    model = ReportedStep
    extra = 0
    fields = ("event", "date", "council_level", "stars", "score", "is_register_row")


class ProductPhotoInline(admin.TabularInline):
    model = ProductPhoto
    extra = 0
    fields = ("photo", "position")
    autocomplete_fields = ("photo",)


@admin.register(Product)
class ProductAdmin(admin.ModelAdmin):
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

    def save_formset(self, request, form, formset, change):
        """Certificates are written by the services of certification, and by nothing else."""
        if formset.model is not Certificate:
            return super().save_formset(request, form, formset, change)
        formset.save(commit=False)
        for certificate in [*formset.new_objects, *(row for row, _changed in formset.changed_objects)]:
            try:
                _write_certificate(certificate, by=request.user)
            except CertificateRefused as refusal:
                messages.error(request, f"{certificate}: {refusal.message}")
        formset.save_m2m()
        return None


def _write_certificate(certificate: Certificate, *, by) -> None:
    """Issue a certificate that a form has filled in, or set one right."""
    values = {name: getattr(certificate, name) for name in CORRECTABLE}
    if certificate.pk:
        correct_certificate(certificate=certificate, by=by, **values)
    else:
        values["issuing_body"] = values["issuing_body"] or None  # what is left blank follows from level and place
        issue_certificate(product=certificate.product, by=by, **values)


@admin.register(Category)
class CategoryAdmin(admin.ModelAdmin):
    list_display = ("name", "code")
    search_fields = ("name", "code")
    fields = ("name", "code", "description", "is_public")

    def has_add_permission(self, request):
        """The groups are those of the official catalogue; they come with the data."""
        return False

    def has_delete_permission(self, request, obj=None):
        return False
