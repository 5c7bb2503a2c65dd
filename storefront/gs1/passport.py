"""The digital product passport in the JSON API."""

from typing import Any

from django.conf import settings
from django.http import Http404
from ninja import Field, Router, Schema

from catalogue.parameters import text_in
from catalogue.products.models import Product
from catalogue.traceability.exchange.passport import passport_of
from catalogue.traceability.models import Lot

router = Router()
MAX_LOTS = 100
"""In one answer; machines of producers can make thousands."""


class PassportOut(Schema):
    """What is not known is null. Times are ISO 8601, quantities numbers in the unit beside them."""

    format: str
    legal_basis: str
    product: dict[str, Any] = Field(description="Name, register code, GTIN, brand, images.")
    producer: dict[str, Any] | None = Field(description="Name, identifier, kind, address; null: not named.")
    origin: dict[str, Any] = Field(description="Place of the product, and where it was last processed.")
    traceability: dict[str, Any] = Field(description="Traceability code; lots with inputs, days and critical events.")
    conformity: dict[str, Any] = Field(description="Stars today and all certificates.")
    safety_warnings: list[dict[str, Any]] = Field(description="Recalls in force, revoked certificate.")
    other: dict[str, Any]
    last_update: str


@router.get(
    "products/{product_id}/passport", response=PassportOut, summary="Digital product passport", tags=["passport"]
)
def get_passport(request, product_id: int, lot: str = ""):
    """Traceability data of a product (Decree 37/2026/NĐ-CP, Art. 32), of its 100 newest lots or of the one named."""
    product = Product.objects.filter(pk=product_id, is_public=True).first()
    wanted = (
        Lot.objects.filter(product=product, code=text_in(lot, max_length=20)).first() if product and lot else None
    )
    if product is None or (lot and wanted is None):
        raise Http404
    return passport_of(product, site_url=settings.SITE_URL, lot=wanted, newest=MAX_LOTS)
