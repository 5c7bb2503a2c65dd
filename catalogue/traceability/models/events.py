"""Critical tracking events. Append only: a correction is another event."""

import pgtrigger
from django.db import models
from django.utils.translation import gettext_lazy as _

from .lots import QuantityUnit


class EventKind(models.TextChoices):
    """Critical tracking event (sự kiện theo dõi trọng yếu), after TCVN 12850:2019."""

    CULTIVATION = "cultivation", _("growing and care")
    FERTILISING = "fertilising", _("fertilising")
    SPRAYING = "spraying", _("spraying")
    HARVEST = "harvest", _("harvest")
    SORTING = "sorting", _("sorting")
    SHELLING = "shelling", _("shelling")
    FERMENTING = "fermenting", _("fermenting")
    PRE_PROCESSING = "pre_processing", _("pre-processing")
    DRYING = "drying", _("drying")
    ROASTING = "roasting", _("roasting")
    GRINDING = "grinding", _("grinding")
    MOULDING = "moulding", _("moulding")
    EXTRACTING = "extracting", _("extracting and filtering")
    PROCESSING = "processing", _("processing")
    TESTING = "testing", _("testing")
    PACKING = "packing", _("packing")
    STORING = "storing", _("taken into store")
    SHIPPING = "shipping", _("sent out")
    RECEIVING = "receiving", _("goods received")
    SELLING = "selling", _("sold")


class Event(models.Model):
    """One thing that happened to a lot.

    A correction (`corrects`) stands in the place of the event it names; `is_void` corrects it to "did not happen".
    Nothing is ever changed or deleted: the database refuses it.
    """

    lot = models.ForeignKey("traceability.Lot", on_delete=models.PROTECT, related_name="events")
    kind = models.CharField(_("what happened"), max_length=16, choices=EventKind.choices)
    actor = models.CharField(_("who did it"), max_length=160, blank=True)
    place = models.ForeignKey(
        "traceability.Place", null=True, blank=True, on_delete=models.PROTECT, related_name="events",
        verbose_name=_("place"),
    )  # fmt: skip
    started_at = models.DateTimeField(_("from"))
    ended_at = models.DateTimeField(_("to"), null=True, blank=True)
    quantity = models.DecimalField(_("quantity"), max_digits=14, decimal_places=3, null=True, blank=True)
    quantity_unit = models.CharField(_("unit"), max_length=5, choices=QuantityUnit.choices, default=QuantityUnit.KG)
    pre_harvest_interval_days = models.PositiveSmallIntegerField(
        _("waiting period (days)"), null=True, blank=True, help_text=_("After spraying: days until harvest (PHI).")
    )
    note = models.TextField(_("note"), blank=True, max_length=1000)
    photo = models.ForeignKey("media.Evidence", null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    evidence = models.ForeignKey(
        "media.Evidence", null=True, blank=True, on_delete=models.PROTECT, related_name="+",
        verbose_name=_("evidence"),
    )  # fmt: skip
    corrects = models.OneToOneField(
        "self", null=True, blank=True, on_delete=models.PROTECT, related_name="corrected_by", editable=False
    )
    is_void = models.BooleanField(default=False, editable=False)
    capture = models.JSONField(
        null=True, blank=True, editable=False, help_text=_("The EPCIS event it came from, as received.")
    )
    event_id = models.CharField(max_length=120, blank=True, default="", editable=False)
    is_illustrative = models.BooleanField(default=False)
    recorded_at = models.DateTimeField(auto_now_add=True)
    recorded_by = models.ForeignKey(
        "accounts.User", null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )

    class Meta:
        ordering = ["started_at", "id"]
        verbose_name = _("event")
        verbose_name_plural = _("events")
        constraints = [
            models.CheckConstraint(
                condition=models.Q(ended_at__isnull=True) | models.Q(ended_at__gte=models.F("started_at")),
                name="event_ends_after_start",
            ),
            models.CheckConstraint(
                condition=models.Q(quantity__isnull=True) | models.Q(quantity__gte=0), name="event_quantity_positive"
            ),
            models.CheckConstraint(
                condition=models.Q(is_void=False) | models.Q(corrects__isnull=False), name="event_void_corrects"
            ),
            models.UniqueConstraint(fields=["event_id"], condition=~models.Q(event_id=""), name="event_id_once"),
        ]
        triggers = [
            pgtrigger.Protect(name="append_only", operation=pgtrigger.Update | pgtrigger.Delete),
        ]

    def __str__(self) -> str:
        return f"{self.lot_id}: {self.get_kind_display()}"
