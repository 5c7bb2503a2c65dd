"""The trace for the department: GTINs are entered here; lots, events and stamps are only looked at."""

from typing import Any, TypeVar

from django import forms
from django.contrib import admin
from django.db.models import Model
from django.http import HttpRequest
from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _

from catalogue.traceability.lots.services import check_gtin
from media.models import Evidence

from .errors import TraceRefused
from .models import Event, Lot, Place, ProductGtin, SigningKey, Stamp, StampBatch

ModelT = TypeVar("ModelT", bound=Model)


class GtinForm(forms.ModelForm[ProductGtin]):
    """Checked as every GTIN is; kept as 14 digits."""

    class Meta:
        model = ProductGtin
        fields = ("product", "gtin", "is_illustrative")

    def clean(self) -> dict[str, Any]:
        super().clean()
        data = self.cleaned_data
        product = data.get("product") or (self.instance.product if self.instance.pk else None)
        if product and data.get("gtin"):
            try:
                data["gtin"] = check_gtin(
                    product=product, gtin=data["gtin"], is_illustrative=data.get("is_illustrative", False)
                )
            except TraceRefused as refusal:
                self.add_error("gtin", str(refusal.message))
        return data


@admin.register(ProductGtin)
class ProductGtinAdmin(admin.ModelAdmin[ProductGtin]):
    form = GtinForm
    list_display = ("gtin", "product", "is_illustrative")
    list_select_related = ("product",)
    search_fields = ("gtin", "product__title")
    autocomplete_fields = ("product",)

    def get_readonly_fields(self, request: HttpRequest, obj: ProductGtin | None = None) -> tuple[str, ...]:
        return ("product",) if obj else ()


class LookOnly(admin.ModelAdmin[ModelT]):
    """What the producer's screens and commands write; nobody changes it behind their back."""

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: ModelT | None = None) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: ModelT | None = None) -> bool:
        return False


@admin.register(Lot)
class LotAdmin(LookOnly[Lot]):
    list_display = ("code", "product", "produced_on", "expires_on", "is_illustrative")
    list_select_related = ("product",)
    search_fields = ("code", "product__title")


@admin.register(Event)
class EventAdmin(LookOnly[Event]):
    list_display = ("kind", "lot", "started_at", "recorded_by", "is_void")
    list_select_related = ("lot", "recorded_by")
    list_filter = ("kind",)
    search_fields = ("lot__code",)
    exclude = ("photo", "evidence")
    readonly_fields = ("photo_sent", "evidence_sent")

    @admin.display(description=_("photo"))
    def photo_sent(self, event: Event) -> str:
        return _link(event.photo)

    @admin.display(description=_("evidence"))
    def evidence_sent(self, event: Event) -> str:
        return _link(event.evidence)


def _link(evidence: Evidence | None) -> str:
    """To the page that compares the file with its digest."""
    if evidence is None:
        return "–"
    return format_html('<a href="{}">{}</a>', reverse("office-evidence", args=[evidence.pk]), evidence)


@admin.register(Place)
class PlaceAdmin(LookOnly[Place]):
    list_display = ("name", "kind", "producer", "code")
    list_select_related = ("producer",)
    search_fields = ("name", "code", "gln", "producer__name")


@admin.register(StampBatch)
class StampBatchAdmin(LookOnly[StampBatch]):
    list_display = ("prefix", "product", "lot", "count", "state", "created_at")
    list_select_related = ("product", "lot")
    list_filter = ("state",)
    search_fields = ("prefix", "product__title")


@admin.register(Stamp)
class StampAdmin(LookOnly[Stamp]):
    """Found by the whole code or its beginning; a list of a million rows is not counted."""

    list_display = ("code", "product", "batch", "position", "state_override")
    list_select_related = ("product", "batch")
    search_fields = ("code__startswith",)
    show_full_result_count = False


@admin.register(SigningKey)
class SigningKeyAdmin(LookOnly[SigningKey]):
    list_display = ("number", "created_at", "retired_at", "withdrawn_at")
