"""Batches of stamps: made by bulk copy, then led through their life."""

import dataclasses

from django.db import IntegrityError, connection, transaction
from django.utils.translation import gettext as _
from psycopg.errors import UniqueViolation

from catalogue.certification.models import Certificate
from catalogue.certification.queries import standing
from catalogue.history import acting
from catalogue.products.models import Product
from catalogue.traceability.errors import TraceRefused, WrongStep
from catalogue.traceability.models import Lot, ProductGtin, Stamp, StampBatch, StampState
from catalogue.traceability.models.stamps import BATCH_STEPS
from catalogue.traceability.stamps import keys, serials
from catalogue.traceability.stamps.queries import generated_count
from catalogue.users import User

MAX_STAMPS = 5_000_000
CHUNK = 100_000
"""Serials in one transaction: what a kill can cost."""
COLUMNS = "code, product_id, batch_id, position, is_page_code, created_at"


def ensure_page_code(*, product: Product) -> Stamp:
    """The code of a product's page; made once, kept for ever."""
    stamp = Stamp.objects.filter(product=product, is_page_code=True).first()
    while stamp is None:
        try:
            with transaction.atomic():
                stamp = Stamp.objects.create(product=product, code=serials.new_serial(), is_page_code=True)
        except IntegrityError:
            stamp = Stamp.objects.filter(product=product, is_page_code=True).first()
    return stamp


# -- making -------------------------------------------------------------------------------------------------------


@transaction.atomic
def create_batch(
    *, product: Product, count: int, by: User | None = None, lot: Lot | None = None, is_illustrative: bool = False
) -> StampBatch:
    """A batch with its own prefix, signed by the key of today; `fill_batch` makes its serials."""
    if not 1 <= count <= MAX_STAMPS:
        raise TraceRefused(_("A batch holds 1 to 5,000,000 stamps."), field="count")
    if lot is not None and lot.product_id != product.pk:
        raise TraceRefused(_("This lot is of another product."), field="lot")
    signer = keys.current_signer()
    gtin = ProductGtin.objects.filter(product=product).values_list("gtin", flat=True).first() or ""
    fields = {
        "product": product, "count": count, "lot": lot, "created_by": by, "is_illustrative": is_illustrative,
        "key_id": signer.number, "host": keys.stamp_host(), "gtin": gtin,
    }  # fmt: skip
    while True:
        try:
            with transaction.atomic():
                return StampBatch.objects.create(prefix=serials.new_prefix(), **fields)
        except IntegrityError as error:
            if "prefix" not in str(error):
                raise


def fill_batch(*, batch: StampBatch, chunk: int = CHUNK) -> int:
    """Make the serials that the batch still lacks and return how many; after a kill it goes on where it stood.

    Each chunk is one transaction under the lock of the batch, so that two workers cannot make the same places. A
    number that the batch has already is refused by the database, and the chunk is drawn anew.
    """
    made = 0
    while True:
        try:
            with transaction.atomic():
                locked = StampBatch.objects.select_for_update().get(pk=batch.pk)
                done = generated_count(locked)
                size = min(chunk, locked.count - done)
                if size <= 0:
                    return made
                _copy(locked, first=done + 1, size=size)
        except IntegrityError as error:
            if not isinstance(error.__cause__, UniqueViolation):
                raise
        else:
            made += size


def _copy(batch: StampBatch, *, first: int, size: int) -> None:
    """Write so many new serials by COPY. Constraints, foreign keys and triggers hold as for any other row."""
    product, number = batch.product_id, batch.pk
    with connection.cursor() as cursor:
        cursor.execute("SELECT now()")
        (now,) = cursor.fetchone()
        tail = f"\t{product}\t{number}\t"
        end = f"\tf\t{now.isoformat()}\n"
        fresh = serials.serials_of(batch.prefix, serials.random_values(size))
        block: list[str] = []
        # Django translates errors of queries, not those of a copy
        with (
            connection.wrap_database_errors,
            cursor.copy(f"COPY {Stamp._meta.db_table} ({COLUMNS}) FROM STDIN") as copy,
        ):
            for position, code in enumerate(fresh, start=first):
                block.append(f"{code}{tail}{position}{end}")
                if len(block) == 5000:
                    copy.write("".join(block))
                    block.clear()
            copy.write("".join(block))


def make_batch(
    *, product: Product, count: int, by: User | None = None, lot: Lot | None = None, is_illustrative: bool = False
) -> StampBatch:
    """A batch with all its serials at once, for small ones."""
    batch = create_batch(product=product, count=count, by=by, lot=lot, is_illustrative=is_illustrative)
    fill_batch(batch=batch)
    return batch


# -- what was printed ---------------------------------------------------------------------------------------------


@dataclasses.dataclass(frozen=True)
class PrintClaim:
    """What the stamps of a batch say of the product: stars and certificate of the day of the first print."""

    stars: int | None
    certificate: Certificate | None


@transaction.atomic
def claim_at_print(*, batch: StampBatch, by: User | None = None) -> PrintClaim:
    """Fix what is printed, on the first print; later prints of the batch say the same or are refused."""
    locked = StampBatch.objects.select_for_update().get(pk=batch.pk)
    now = standing(locked.product_id)
    in_print = locked.print_runs.exclude(state__in=("failed", "refused"))
    if locked.state == StampState.GENERATED and not in_print.exists():
        locked.stars_at_print, locked.certificate = now.stars, now.certificate if now.is_certified else None
        with acting(by):
            locked.save(update_fields=["stars_at_print", "certificate"])
    elif locked.stars_at_print != now.stars:
        raise TraceRefused(_("The certificate has changed since this batch was printed; make a new batch."))
    batch.stars_at_print, batch.certificate = locked.stars_at_print, locked.certificate
    return PrintClaim(stars=locked.stars_at_print, certificate=locked.certificate)


# -- life ---------------------------------------------------------------------------------------------------------


def mark_printed(*, batch: StampBatch, by: User | None = None) -> StampBatch:
    """All its sheets may have left the printer."""
    return _step(batch, StampState.PRINTED, by=by)


def mark_delivered(*, batch: StampBatch, by: User | None = None) -> StampBatch:
    """The producer has the sheets."""
    return _step(batch, StampState.DELIVERED, by=by)


def apply_to_lot(*, batch: StampBatch, lot: Lot | None = None, by: User | None = None) -> StampBatch:
    """The stamps are on the packs of a lot; `lot` where the batch was not made for one."""
    return _step(batch, StampState.APPLIED, by=by, lot=lot)


def activate_batch(*, batch: StampBatch, by: User | None = None) -> StampBatch:
    """The packs may be sold: from now on a scan answers."""
    return _step(batch, StampState.ACTIVE, by=by)


def void_batch(*, batch: StampBatch, reason: str, by: User | None = None) -> StampBatch:
    """Stamps that must not be used any more: lost, damaged, wrong. Cannot be undone."""
    if not reason.strip():
        raise TraceRefused(_("Please say why the stamps are void."), field="reason")
    return _step(batch, StampState.VOID, by=by, void_reason=reason.strip()[:300])


@transaction.atomic
def _step(
    batch: StampBatch, state: StampState, *, by: User | None, lot: Lot | None = None, **fields: str
) -> StampBatch:
    """One step of a batch under its lock; asking twice for the same is no mistake."""
    locked = StampBatch.objects.select_for_update().get(pk=batch.pk)
    if locked.state == state:
        batch.refresh_from_db()
        return batch
    if state not in BATCH_STEPS[StampState(locked.state)]:
        raise WrongStep(
            _("This batch is “%(now)s”; it cannot become “%(next)s”.")
            % {"now": locked.get_state_display(), "next": state.label}
        )
    if state == StampState.PRINTED and generated_count(locked) < locked.count:
        raise WrongStep(_("This batch does not have all its stamps yet."))
    lot = lot or locked.lot
    if state == StampState.APPLIED and lot is None:
        raise WrongStep(_("Choose the lot whose packs carry the stamps."), field="lot")
    if lot is not None and lot.product_id != locked.product_id:
        raise TraceRefused(_("This lot is of another product."), field="lot")
    if locked.lot_id and lot != locked.lot:
        raise TraceRefused(_("These stamps were made for another lot."), field="lot")
    for name, value in {**fields, "state": state, "lot": lot}.items():
        setattr(locked, name, value)
    with acting(by, step=state.value):
        locked.save(update_fields=["state", "lot", *fields])
    batch.refresh_from_db()
    return batch
