"""From a scanned or typed code to its stamp."""

from functools import cache

from django.db.models import OuterRef, QuerySet, Subquery

from catalogue.base32 import code_in
from catalogue.products.models import Product
from catalogue.products.photos import has_photos
from catalogue.traceability.models import Stamp, StampBatch
from catalogue.traceability.recalls.services import has_active_recalls
from catalogue.traceability.stamps.keys import Signer, signer_for
from catalogue.traceability.stamps.serials import is_serial

_STAMP_COLUMNS = ("code", "batch", "position", "is_page_code", "state_override", "state_override_at", "withdrawn_at")
_PRODUCT_COLUMNS = [
    f"product__{column}"
    for column in (
        "code", "title", "slug", "is_public", "packaging", "former_commune", "unit", "date_updated",
        "producer__name", "producer__slug", "producer__type", "producer__address", "producer__unit",
    )
]  # fmt: skip


def stamp_by_code(text: str) -> Stamp | None:
    """The stamp of a code, however it was typed or pasted; None for anything else. One query.

    It comes with what pages show of its product and producer; `has_photos` and `has_recalls` say whether the product
    has any.
    """
    code = code_in(text, is_serial)
    if not code:
        return None
    return next(iter(_stamps_of_pages().filter(code=code)), None)


@cache
def _stamps_of_pages() -> QuerySet[Stamp]:
    """Only the query is kept, never a row."""
    stamps = Stamp.objects.select_related("product__producer").only(*_STAMP_COLUMNS, *_PRODUCT_COLUMNS).order_by()
    return stamps.annotate(has_photos=has_photos("product_id"), has_recalls=has_active_recalls("product_id"))


def page_code_of(product: Product) -> Stamp | None:
    """The code shown on the product's page."""
    return Stamp.objects.filter(product=product, is_page_code=True).first()


def page_code() -> Subquery:
    """The text of that code, for a query of products."""
    return Subquery(Stamp.objects.filter(product=OuterRef("pk"), is_page_code=True).values("code"))


def stamp_address(stamp: Stamp, *, signer: Signer | None = None) -> str:
    """The signed address in the QR code of a stamp of a batch. Give the signer where there are many."""
    batch = stamp.batch
    if batch is None:
        raise ValueError("the code of a page is not signed")
    return (signer or signer_for(batch)).url(host=batch.host, serial=stamp.code, gtin=batch.gtin)


def generated_count(batch: StampBatch) -> int:
    """How many stamps of a batch are in the register: their places have no gaps."""
    last = batch.stamps.order_by("-position").values_list("position", flat=True).first()
    return last or 0
