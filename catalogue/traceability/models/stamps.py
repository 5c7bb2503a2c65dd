"""Stamps: codes that lead from a pack or a page to the product and its verdict."""

import pghistory
import pgtrigger
from django.core.validators import RegexValidator
from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

SERIAL_PATTERN = r"^[0-9A-HJKMNP-TV-Z]{12}$"
PREFIX_PATTERN = r"^[0-9A-HJKMNP-TV-Z]{4}$"


class StampState(models.TextChoices):
    """Life of a stamp (vòng đời tem)."""

    GENERATED = "generated", _("generated")
    PRINTED = "printed", _("printed")
    DELIVERED = "delivered", _("delivered")
    APPLIED = "applied", _("applied")
    ACTIVE = "active", _("active")
    SOLD = "sold", _("sold")
    VOID = "void", _("void")


BATCH_STEPS = {
    StampState.GENERATED: (StampState.PRINTED, StampState.VOID),
    StampState.PRINTED: (StampState.DELIVERED, StampState.VOID),
    StampState.DELIVERED: (StampState.APPLIED, StampState.VOID),
    StampState.APPLIED: (StampState.ACTIVE, StampState.VOID),
    StampState.ACTIVE: (StampState.VOID,),
    StampState.VOID: (),
}
"""Where a batch may go from each state. A single stamp leaves its batch only by being sold or void."""


def _steps_sql() -> str:
    pairs = [f"('{old}', '{new}')" for old, news in BATCH_STEPS.items() for new in news]
    return ", ".join(pairs)


@pghistory.track()
class StampBatch(models.Model):
    """Batch of stamps (đợt tem) of one product, perhaps of one lot. Its prefix begins each of its serials.

    `stars_at_print` and `certificate` say what was printed; what holds today is read from the certificate.
    """

    product = models.ForeignKey("catalogue.Product", on_delete=models.PROTECT, related_name="stamp_batches")
    lot = models.ForeignKey(
        "traceability.Lot", null=True, blank=True, on_delete=models.PROTECT, related_name="stamp_batches"
    )
    prefix = models.CharField(max_length=4, unique=True, validators=[RegexValidator(PREFIX_PATTERN)], editable=False)
    count = models.PositiveIntegerField(_("stamps"))
    state = models.CharField(_("state"), max_length=10, choices=StampState.choices, default=StampState.GENERATED)
    key = models.ForeignKey("traceability.SigningKey", on_delete=models.PROTECT, related_name="batches")
    host = models.CharField(max_length=18)
    gtin = models.CharField(max_length=14, blank=True, default="")
    stars_at_print = models.PositiveSmallIntegerField(null=True, blank=True)
    certificate = models.ForeignKey(
        "certification.Certificate", null=True, blank=True, on_delete=models.PROTECT, related_name="stamp_batches"
    )
    void_reason = models.CharField(_("reason"), max_length=300, blank=True)
    is_illustrative = models.BooleanField(default=False)
    created_by = models.ForeignKey(
        "accounts.User", null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["-id"]
        verbose_name = _("batch of stamps")
        verbose_name_plural = _("batches of stamps")
        constraints = [
            models.CheckConstraint(condition=models.Q(prefix__regex=PREFIX_PATTERN), name="stamp_batch_prefix_shape"),
            models.CheckConstraint(condition=~models.Q(prefix="0000"), name="stamp_batch_not_pages"),
            models.CheckConstraint(condition=models.Q(count__range=(1, 5_000_000)), name="stamp_batch_count"),
            models.CheckConstraint(condition=~models.Q(state="sold"), name="stamp_batch_not_sold"),
        ]
        triggers = [
            pgtrigger.Trigger(
                name="batch_steps",
                operation=pgtrigger.UpdateOf("state"),
                when=pgtrigger.Before,
                condition=pgtrigger.Q(old__state__df=pgtrigger.F("new__state")),
                func=f"""
                    IF (OLD.state, NEW.state) NOT IN ({_steps_sql()}) THEN
                        RAISE EXCEPTION 'a batch of stamps cannot go from % to %', OLD.state, NEW.state
                            USING ERRCODE = 'check_violation', CONSTRAINT = 'stamp_batch_steps';
                    END IF;
                    IF NEW.state = 'printed' AND NOT EXISTS (
                        SELECT 1 FROM traceability_stamp WHERE batch_id = NEW.id AND position = NEW.count
                    ) THEN
                        RAISE EXCEPTION 'batch % has not all its stamps yet', NEW.prefix
                            USING ERRCODE = 'check_violation', CONSTRAINT = 'stamp_batch_whole';
                    END IF;
                    IF NEW.state IN ('applied', 'active') AND NEW.lot_id IS NULL THEN
                        RAISE EXCEPTION 'batch % is on no lot', NEW.prefix
                            USING ERRCODE = 'check_violation', CONSTRAINT = 'stamp_batch_on_lot';
                    END IF;
                    RETURN NEW;
                """,  # noqa: S608 - states of this module
            ),
            pgtrigger.Trigger(
                name="batch_is_fixed",
                operation=pgtrigger.UpdateOf("product_id", "prefix", "count", "host", "gtin", "key_id"),
                when=pgtrigger.Before,
                condition=pgtrigger.AnyChange("product", "prefix", "count", "host", "gtin", "key"),
                func="""
                    RAISE EXCEPTION 'what the stamps of batch % say cannot be changed', OLD.prefix
                        USING ERRCODE = 'check_violation', CONSTRAINT = 'stamp_batch_fixed';
                """,
            ),
            pgtrigger.Trigger(
                name="batch_lot_fits",
                operation=pgtrigger.Insert | pgtrigger.UpdateOf("lot_id"),
                when=pgtrigger.Before,
                condition=pgtrigger.Q(new__lot__isnull=False),
                func="""
                    IF NOT EXISTS (
                        SELECT 1 FROM traceability_lot WHERE id = NEW.lot_id AND product_id = NEW.product_id
                    ) THEN
                        RAISE EXCEPTION 'lot % is of another product', NEW.lot_id
                            USING ERRCODE = 'check_violation', CONSTRAINT = 'stamp_batch_lot_fits';
                    END IF;
                    RETURN NEW;
                """,
            ),
        ]

    def __str__(self) -> str:
        return self.prefix


@pghistory.track(
    pghistory.UpdateEvent("state", condition=pghistory.AnyChange("state_override", "withdrawn_at")),
    fields=["state_override", "state_override_at", "withdrawn_at"],
    model_name="StampEvent",
    obj_field=pghistory.ObjForeignKey(related_name="events"),
)
class Stamp(models.Model):
    """Stamp (tem truy xuất): 12 characters of Crockford base32, unique, never reused.

    One stamp of a product is its page code (`is_page_code`), shown as a QR code on the product page. All others
    belong to a batch and share its state, unless `state_override` says sold or void. Only changes of state are kept
    as history: a batch makes a million rows at once.
    """

    code = models.CharField(max_length=12, unique=True, validators=[RegexValidator(SERIAL_PATTERN)])
    product = models.ForeignKey("catalogue.Product", on_delete=models.PROTECT, related_name="stamps")
    batch = models.ForeignKey(StampBatch, null=True, blank=True, on_delete=models.PROTECT, related_name="stamps")
    position = models.PositiveIntegerField(null=True, blank=True, help_text=_("Place in the batch, from 1."))
    is_page_code = models.BooleanField(default=False)
    state_override = models.CharField(max_length=10, blank=True, default="", db_default="")
    state_override_at = models.DateTimeField(null=True, blank=True)
    withdrawn_at = models.DateTimeField(null=True, blank=True)
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        verbose_name = _("stamp")
        verbose_name_plural = _("stamps")
        indexes = [models.Index(fields=["batch"], condition=models.Q(state_override="void"), name="stamp_void")]
        constraints = [
            models.CheckConstraint(condition=models.Q(code__regex=SERIAL_PATTERN), name="stamp_code_shape"),
            models.UniqueConstraint(
                fields=["product"], condition=models.Q(is_page_code=True), name="stamp_one_page_code"
            ),
            models.CheckConstraint(
                condition=models.Q(is_page_code=True, batch__isnull=True, position__isnull=True)
                | models.Q(is_page_code=False, batch__isnull=False, position__isnull=False, position__gte=1),
                name="stamp_page_or_batch",
            ),
            models.UniqueConstraint(
                fields=["batch", "position"], condition=models.Q(batch__isnull=False), name="stamp_position_once"
            ),
            models.CheckConstraint(
                condition=models.Q(state_override__in=("", "sold", "void")), name="stamp_state_override"
            ),
        ]
        triggers = [
            pgtrigger.Trigger(
                name="stamp_steps",
                operation=pgtrigger.UpdateOf("state_override"),
                when=pgtrigger.Before,
                condition=pgtrigger.Q(old__state_override__df=pgtrigger.F("new__state_override")),
                func="""
                    IF (OLD.state_override, NEW.state_override)
                        NOT IN (('', 'sold'), ('', 'void'), ('sold', 'void')) THEN
                        RAISE EXCEPTION 'a stamp cannot go from % to %', OLD.state_override, NEW.state_override
                            USING ERRCODE = 'check_violation', CONSTRAINT = 'stamp_steps';
                    END IF;
                    IF NEW.state_override = 'sold' AND NOT EXISTS (
                        SELECT 1 FROM traceability_stampbatch WHERE id = NEW.batch_id AND state = 'active'
                    ) THEN
                        RAISE EXCEPTION 'only an active stamp can be sold'
                            USING ERRCODE = 'check_violation', CONSTRAINT = 'stamp_steps';
                    END IF;
                    RETURN NEW;
                """,
            ),
            pgtrigger.Protect(name="code_is_for_ever", operation=pgtrigger.UpdateOf("code")),
        ]

    def __str__(self) -> str:
        return self.code

    @property
    def state(self) -> str:
        """Own state or that of the batch; page codes are always active unless withdrawn."""
        if self.is_page_code:
            return StampState.VOID if self.withdrawn_at else StampState.ACTIVE
        if self.state_override or self.batch is None:
            return self.state_override
        return self.batch.state

    def get_absolute_url(self) -> str:
        return reverse("stamp", args=[self.code])
