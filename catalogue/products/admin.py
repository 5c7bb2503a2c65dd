from django.contrib import admin

from catalogue.certification.models import Certificate, ReportedStep

from .models import Category, Product, ProductPhoto


class CertificateInline(admin.StackedInline):
    model = Certificate
    extra = 0
    readonly_fields = ("valid_period",)


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
