from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from catalogue.certification.models import Certificate, ReportedStep

from .models import Category, Product, ProductPhoto


class CertificateInline(admin.StackedInline):
    """Certificates. A revocation is only shown: it comes and goes with a recall, which takes two officers to end."""

    model = Certificate
    extra = 0
    fieldsets = (
        (
            None,
            {
                "fields": (
                    "stars", "score", "council_level", "issuing_body", "decision_no", "issued", "expires_on",
                    "suspended_from", "suspended_until", "replaced_on", "source_urls", "note", "valid_period",
                ),
            },
        ),
        (
            _("Revocation"),
            {
                "fields": ("revoked_on", "revocation_reason"),
                "description": _("To revoke a certificate, recall it; two officers together take that back."),
            },
        ),
    )  # fmt: skip
    readonly_fields = ("valid_period", "revoked_on", "revocation_reason")


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
