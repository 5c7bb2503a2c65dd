"""Lots with what went into them, and the GTIN of a product."""

import pghistory
import pgtrigger
from django.core.validators import RegexValidator
from django.db import models
from django.db.models.functions import Mod, Ord, Substr
from django.db.models.lookups import Exact
from django.utils.translation import gettext_lazy as _

LOT_PATTERN = r"^[0-9A-Za-z!\"%&'()*+,\-./:;<=>?_]{1,20}$"
"""GS1 General Specifications, AI (10): up to 20 characters of set 82."""


def check_digit_fits(field: str, *, length: int) -> Exact[int]:
    """Condition that the last of so many digits is the GS1 check digit of the others (weights 3, 1 from the right).

    Reads the digits as characters, of which "0" is number 48: nothing that is no digit can break it.
    """
    weights = [1 if (length - place) % 2 == 0 else 3 for place in range(1, length + 1)]
    total = sum(
        (Ord(Substr(field, place, 1)) * weight for place, weight in enumerate(weights, start=1)), models.Value(0)
    )
    return Exact(Mod(total, 10), sum(weights) * 48 % 10)


class QuantityUnit(models.TextChoices):
    KG = "kg", _("kg")
    LITRE = "l", _("litres")
    PIECE = "piece", _("pieces")
    PACK = "pack", _("packs")


class ProductGtin(models.Model):
    """GTIN of a product: 14 digits with their check digit. Illustrative ones begin with 020 to 029 (as GTIN-13)."""

    product = models.OneToOneField("catalogue.Product", on_delete=models.CASCADE, related_name="trade_item")
    gtin = models.CharField(max_length=14, unique=True)
    is_illustrative = models.BooleanField(default=False)

    class Meta:
        verbose_name = _("GTIN")
        verbose_name_plural = _("GTINs")
        constraints = [
            models.CheckConstraint(condition=models.Q(gtin__regex=r"^[0-9]{14}$"), name="gtin_shape"),
            models.CheckConstraint(condition=check_digit_fits("gtin", length=14), name="gtin_check_digit"),
            models.CheckConstraint(
                condition=models.Q(is_illustrative=models.Q(gtin__regex=r"^002[0-9]")), name="gtin_illustrative_range"
            ),
        ]

    def __str__(self) -> str:
        return self.gtin


@pghistory.track(obj_field=pghistory.ObjForeignKey(related_name="history"))
class Lot(models.Model):
    """Lot (lô, mẻ) of one product."""

    product = models.ForeignKey("catalogue.Product", on_delete=models.PROTECT, related_name="lots")
    code = models.CharField(_("lot number"), max_length=20, validators=[RegexValidator(LOT_PATTERN)])
    quantity = models.DecimalField(_("quantity"), max_digits=14, decimal_places=3, null=True, blank=True)
    quantity_unit = models.CharField(_("unit"), max_length=5, choices=QuantityUnit.choices, default=QuantityUnit.KG)
    produced_on = models.DateField(_("made on"), null=True, blank=True)
    packed_on = models.DateField(_("packed on"), null=True, blank=True)
    expires_on = models.DateField(_("use by"), null=True, blank=True)
    test_report = models.CharField(_("test report"), max_length=200, blank=True)
    is_illustrative = models.BooleanField(_("illustrative"), default=False)
    created_by = models.ForeignKey(
        "accounts.User", null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["product", "-produced_on", "-id"]
        verbose_name = _("lot")
        verbose_name_plural = _("lots")
        constraints = [
            models.UniqueConstraint(fields=["product", "code"], name="lot_code_once"),
            models.CheckConstraint(condition=models.Q(code__regex=LOT_PATTERN), name="lot_code_shape"),
            models.CheckConstraint(
                condition=models.Q(quantity__isnull=True) | models.Q(quantity__gt=0), name="lot_quantity_positive"
            ),
            models.CheckConstraint(
                condition=models.Q(expires_on__isnull=True)
                | models.Q(produced_on__isnull=True)
                | models.Q(expires_on__gte=models.F("produced_on")),
                name="lot_expires_after_made",
            ),
        ]

    def __str__(self) -> str:
        return self.code


@pghistory.track(pghistory.InsertEvent(), pghistory.UpdateEvent(), pghistory.DeleteEvent())
class LotInput(models.Model):
    """What went into a lot: another lot, or raw material of a place. The trace never runs in a circle."""

    lot = models.ForeignKey(Lot, on_delete=models.CASCADE, related_name="inputs")
    source_lot = models.ForeignKey(Lot, null=True, blank=True, on_delete=models.PROTECT, related_name="outputs")
    place = models.ForeignKey(
        "traceability.Place", null=True, blank=True, on_delete=models.PROTECT, related_name="lot_inputs"
    )
    material = models.CharField(_("raw material"), max_length=120, blank=True)
    quantity = models.DecimalField(_("quantity"), max_digits=14, decimal_places=3, null=True, blank=True)
    quantity_unit = models.CharField(_("unit"), max_length=5, choices=QuantityUnit.choices, default=QuantityUnit.KG)

    class Meta:
        verbose_name = _("input of a lot")
        verbose_name_plural = _("inputs of lots")
        constraints = [
            models.CheckConstraint(
                condition=models.Q(source_lot__isnull=False) | ~models.Q(material=""),
                name="lot_input_names_something",
            ),
            models.CheckConstraint(
                condition=models.Q(source_lot__isnull=True) | ~models.Q(source_lot=models.F("lot")),
                name="lot_input_not_itself",
            ),
            models.UniqueConstraint(
                fields=["lot", "source_lot"], condition=models.Q(source_lot__isnull=False), name="lot_input_once"
            ),
            models.CheckConstraint(
                condition=models.Q(quantity__isnull=True) | models.Q(quantity__gt=0), name="lot_input_positive"
            ),
        ]
        triggers = [
            pgtrigger.Trigger(
                name="no_circle",
                operation=pgtrigger.Insert | pgtrigger.UpdateOf("lot_id", "source_lot_id"),
                when=pgtrigger.Before,
                condition=pgtrigger.Q(new__source_lot__isnull=False),
                func="""
                    PERFORM pg_advisory_xact_lock(hashtext('traceability_lotinput'));
                    IF EXISTS (
                        WITH RECURSIVE source (id) AS (
                            SELECT NEW.source_lot_id
                            UNION
                            SELECT input.source_lot_id
                            FROM traceability_lotinput input JOIN source ON input.lot_id = source.id
                            WHERE input.source_lot_id IS NOT NULL AND input.id IS DISTINCT FROM NEW.id
                        )
                        SELECT 1 FROM source WHERE id = NEW.lot_id
                    ) THEN
                        RAISE EXCEPTION 'lot % would go into itself', NEW.lot_id
                            USING ERRCODE = 'check_violation', CONSTRAINT = 'lot_input_no_circle';
                    END IF;
                    RETURN NEW;
                """,
            ),
        ]

    def __str__(self) -> str:
        return f"{self.lot_id} ← {self.source_lot or self.material}"
