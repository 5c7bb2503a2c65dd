"""Delivery zones of sellers, where parcels may be fetched, and what a packed unit weighs."""

import pghistory
from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.utils.translation import gettext_lazy as _


@pghistory.track()
class DeliveryZone(models.Model):
    """Provinces to which a seller's parcels cost the same. A province stands in at most one zone of a seller.

    `steps` are pairs [up to grams, đồng], both rising; beyond the last each further kilogram begun costs
    `per_kilogram`. A zone that `is_refused` has none: the seller does not deliver there. To provinces of no zone a
    parcel costs the seller's flat charge.
    """

    seller = models.ForeignKey("partner.Partner", on_delete=models.CASCADE, related_name="delivery_zones")
    name = models.CharField(_("name"), max_length=60)
    provinces = ArrayField(models.CharField(max_length=2), verbose_name=_("provinces"))
    is_refused = models.BooleanField(_("no delivery there"), default=False)
    steps = models.JSONField(_("weight table"), default=list)
    per_kilogram = models.PositiveIntegerField(_("each further kilogram (đồng)"), default=0)

    class Meta:
        verbose_name = _("delivery zone")
        verbose_name_plural = _("delivery zones")
        ordering = ("pk",)

    def __str__(self) -> str:
        return self.name


class PackedWeight(models.Model):
    """What one unit of an offer weighs with its packaging, as its seller says."""

    stockrecord = models.OneToOneField(
        "partner.StockRecord", on_delete=models.CASCADE, related_name="packed_weight", verbose_name=_("offer")
    )
    grams = models.PositiveIntegerField(_("weight with packaging (g)"))

    class Meta:
        verbose_name = _("weight with packaging")
        verbose_name_plural = _("weights with packaging")
        constraints = [models.CheckConstraint(condition=models.Q(grams__gt=0), name="packed_weight_is_some")]

    def __str__(self) -> str:
        return f"{self.grams} g"


@pghistory.track()
class PickupOffer(models.Model):
    """A sales point where buyers may fetch a seller's parcels (điểm nhận hàng), for `charge` đồng a parcel.

    The seller proposes it; it counts once somebody of the sales point has accepted.
    """

    seller = models.ForeignKey("partner.Partner", on_delete=models.CASCADE, related_name="pickup_offers")
    sales_point = models.ForeignKey(
        "salespoints.SalesPoint",
        on_delete=models.CASCADE,
        related_name="pickup_offers",
        verbose_name=_("sales point"),
    )
    charge = models.PositiveIntegerField(_("charge (đồng)"), default=0)
    accepted_at = models.DateTimeField(null=True, blank=True)
    accepted_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )

    class Meta:
        verbose_name = _("place to fetch parcels")
        verbose_name_plural = _("places to fetch parcels")
        ordering = ("sales_point__name", "pk")
        constraints = [models.UniqueConstraint(fields=["seller", "sales_point"], name="pickup_offer_once")]

    def __str__(self) -> str:
        return f"{self.seller_id} · {self.sales_point_id}"


class TrackingKind(models.TextChoices):
    """What carriers tell of a parcel."""

    BOOKED = "booked", _("the carrier knows of it")
    PICKED_UP = "picked_up", _("taken by the carrier")
    IN_TRANSIT = "in_transit", _("on its way")
    OUT_FOR_DELIVERY = "out_for_delivery", _("is being brought to the buyer")
    FAILED = "failed", _("nobody was there")
    DELIVERED = "delivered", _("delivered")
    RETURNING = "returning", _("on its way back")
    RETURNED = "returned", _("back at the sender")
    OTHER = "other", _("other news")


class Shipment(models.Model):
    """A parcel that a carrier was told of by machine (vận đơn). One for each parcel."""

    parcel = models.OneToOneField("order.Parcel", on_delete=models.CASCADE, related_name="shipment")
    carrier = models.CharField(_("carrier"), max_length=20)
    number = models.CharField(_("tracking number"), max_length=60)
    created_at = models.DateTimeField(auto_now_add=True)
    cancelled_at = models.DateTimeField(null=True, blank=True)
    ask_at = models.DateTimeField(_("to be asked for news at"), null=True, blank=True)
    failures = models.PositiveSmallIntegerField(default=0)

    class Meta:
        verbose_name = _("shipment")
        verbose_name_plural = _("shipments")
        constraints = [models.UniqueConstraint(fields=["carrier", "number"], name="shipment_number_once")]
        indexes = [models.Index(fields=["ask_at"], condition=models.Q(ask_at__isnull=False), name="shipment_to_ask")]

    def __str__(self) -> str:
        return f"{self.carrier} {self.number}"

    @property
    def told(self) -> "list[TrackingEvent]":
        """What the carrier has told, oldest first."""
        return list(self.events.all())


class TrackingEvent(models.Model):
    """One thing that a carrier told of a shipment. Rows are added, never changed; told twice, it is one row."""

    shipment = models.ForeignKey(Shipment, on_delete=models.CASCADE, related_name="events")
    identity = models.CharField(max_length=60)
    kind = models.CharField(max_length=16, choices=TrackingKind.choices)
    text = models.CharField(max_length=200, blank=True)
    place = models.CharField(max_length=200, blank=True)
    happened_at = models.DateTimeField()
    received_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["happened_at", "pk"]
        verbose_name = _("news of a shipment")
        verbose_name_plural = _("news of shipments")
        constraints = [
            models.UniqueConstraint(fields=["shipment", "identity"], name="tracking_event_once"),
            models.CheckConstraint(
                condition=models.Q(kind__in=TrackingKind.values), name="tracking_event_kind_is_known"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.shipment_id}: {self.kind}"


from oscar.apps.shipping.models import *  # noqa: E402, F403
