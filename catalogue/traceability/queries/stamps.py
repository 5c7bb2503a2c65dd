"""From a scanned or typed code to its stamp."""

from catalogue.traceability.keys import Signer, signer_for
from catalogue.traceability.models import Stamp, StampBatch
from catalogue.traceability.serials import is_serial, normalise_code

LONGEST_TYPED = 64


def stamp_by_code(text: str) -> Stamp | None:
    """The stamp of a code with batch, lot, key, product, producer and place; None for anything else. One query."""
    code = normalise_code(text[:LONGEST_TYPED])
    if not is_serial(code):
        return None
    return (
        Stamp.objects.filter(code=code)
        .select_related(
            "product__producer__unit__parent__parent", "product__unit__parent__parent", "batch__lot", "batch__key"
        )
        .first()
    )


def page_code_of(product) -> Stamp | None:
    """The code shown on the product's page."""
    return Stamp.objects.filter(product=product, is_page_code=True).first()


def stamp_address(stamp: Stamp, *, signer: Signer | None = None) -> str:
    """The signed address in the QR code of a stamp of a batch. Give the signer where there are many."""
    batch = stamp.batch
    return (signer or signer_for(batch)).url(host=batch.host, serial=stamp.code, gtin=batch.gtin)


def made_of(batch: StampBatch) -> int:
    """How many stamps of a batch are in the register: their places have no gaps."""
    last = batch.stamps.order_by("-position").values_list("position", flat=True).first()
    return last or 0
