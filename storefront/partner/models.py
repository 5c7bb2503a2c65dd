"""Sellers and their stock. A producer sells online, a sales point over the counter.

What is left of an offer: on hand − allocated − held, a hold counting until it expires. All reads and checks get the
number from here (`StockRecord.net_stock_level`, `StockRecordQuerySet.in_stock`), and whether a recall stops its sale
(`StockRecord.is_sale_stopped`; the rule is that of `catalogue.products.offers`). Who puts something into a basket or
orders it, gets besides what others have at the checkout for some minutes (`CheckoutHold`) taken off; pages, index and
API, which are the same for everybody, do not follow these (decision 21).
"""

import functools
from collections.abc import Iterable
from typing import Any

import pghistory
import pgtrigger
from django.conf import settings
from django.db import models
from django.db.models import F, OuterRef, Subquery, Sum
from django.db.models.functions import Coalesce
from django.utils.translation import gettext_lazy as _
from oscar.apps.partner.abstract_models import AbstractPartner, AbstractStockRecord

from storefront.current_time import ExecutionTime


@pghistory.track()
class Partner(AbstractPartner):
    """Seller: exactly one of `producer` and `sales_point`, or neither for a seller of another kind.

    Each seller says what delivery of its parcel costs; amounts in đồng. Blank: as everywhere (SHIPPING_FLAT_CHARGE),
    never free, no least amount.
    """

    producer = models.OneToOneField(
        "producers.Producer", null=True, blank=True, on_delete=models.PROTECT, related_name="partner"
    )
    sales_point = models.OneToOneField(
        "salespoints.SalesPoint", null=True, blank=True, on_delete=models.PROTECT, related_name="partner"
    )

    delivery_charge = models.PositiveIntegerField(_("delivery charge of a parcel (đồng)"), null=True, blank=True)
    free_delivery_from = models.PositiveIntegerField(
        _("free delivery from (đồng)"), null=True, blank=True, help_text=_("Value of the goods in one parcel.")
    )
    minimum_order = models.PositiveIntegerField(
        _("least order (đồng)"), null=True, blank=True, help_text=_("Value of the goods in one parcel.")
    )

    class Meta(AbstractPartner.Meta):
        abstract = False
        app_label = "partner"
        constraints = [
            models.CheckConstraint(
                condition=models.Q(producer=None) | models.Q(sales_point=None), name="partner_is_one_seller"
            )
        ]

    @property
    def sells_online(self) -> bool:
        return self.sales_point_id is None


@functools.cache
def _units_held() -> Coalesce:
    """Units that holds keep of the outer query's stock record. Only the expression is kept, never a number."""
    own = StockHold.objects.active().filter(stockrecord=OuterRef("pk"))
    units = own.order_by().values("stockrecord").annotate(units=Sum("quantity")).values("units")
    return Coalesce(Subquery(units), 0)


@functools.cache
def _is_recalled() -> models.Q:
    """Whether the outer query's stock record is of a product with recalled packs. Only the condition is kept."""
    from catalogue.traceability.recalls.services import products_with_recalled_packs  # its models need all apps

    return products_with_recalled_packs()


class StockRecordQuerySet(models.QuerySet):
    def with_sale_facts(self) -> "StockRecordQuerySet":
        """With `num_held`, the units that holds keep at the moment of asking, and `is_sale_stopped`."""
        return self.annotate(num_held=_units_held(), is_sale_stopped=_is_recalled())

    def in_stock(self) -> "StockRecordQuerySet":
        """Those with a unit left."""
        return self.filter(num_in_stock__gt=Coalesce(F("num_allocated"), 0) + F("num_held"))

    def offered_online(self) -> "StockRecordQuerySet":
        """Those that may be what is sold online (`catalogue.products.offers`), with a price."""
        return self.filter(price__isnull=False, partner__sales_point=None, is_stopped=False)


class StockRecordManager(models.Manager.from_queryset(StockRecordQuerySet)):
    def get_queryset(self) -> StockRecordQuerySet:
        return super().get_queryset().with_sale_facts()


@pghistory.track()
class StockRecord(AbstractStockRecord):
    """Price (đồng, no minor unit) and stock of one product at one seller."""

    net_content = models.CharField(
        _("net content"),
        max_length=60,
        blank=True,
        default="",
        help_text=_("What one unit at this price holds: 500 g, 10 × 20 g. What the register says of it comes first."),
    )
    is_illustrative = models.BooleanField(
        _("illustrative"), default=False, help_text=_("Demo price, net content or stock, not the seller's own.")
    )

    is_stopped = models.BooleanField(
        _("stopped by the seller"), default=False, help_text=_("Not sold online until the seller starts it again.")
    )

    objects = StockRecordManager()

    class Meta(AbstractStockRecord.Meta):
        abstract = False
        app_label = "partner"
        constraints = [
            models.CheckConstraint(
                condition=models.Q(price=None) | models.Q(price__gte=0), name="stock_price_not_negative"
            ),
            models.CheckConstraint(
                condition=models.Q(num_allocated=None)
                | models.Q(num_allocated__gte=0, num_allocated__lte=models.F("num_in_stock")),
                name="stock_never_oversold",
            ),
        ]

    @functools.cached_property
    def num_held(self) -> int:
        """Units that holds keep. Comes with the row (`with_sale_facts`); asked for once where it did not."""
        return StockHold.objects.units([self.pk]).get(self.pk, 0)

    @functools.cached_property
    def is_sale_stopped(self) -> bool:
        """A recall forbids to sell it online. Comes with the row; asked for once where it did not."""
        return StockRecord.objects.filter(_is_recalled(), pk=self.pk).exists()

    @property
    def net_stock_level(self) -> int:
        """Units that can be ordered now; negative where a seller has counted fewer than are promised."""
        return super().net_stock_level - self.num_held

    def refresh_from_db(self, *args, **kwargs) -> None:
        for asked in ("num_held", "is_sale_stopped"):
            self.__dict__.pop(asked, None)
        super().refresh_from_db(*args, **kwargs)


class StockHoldQuerySet(models.QuerySet):
    def active(self) -> "StockHoldQuerySet":
        """Holds that count now."""
        return self.filter(expires_at__gt=ExecutionTime())

    def expired(self) -> "StockHoldQuerySet":
        return self.filter(expires_at__lte=ExecutionTime())

    def units(self, stockrecord_ids: Iterable[int]) -> dict[int, int]:
        """Stock record id → units that these of its holds keep now; nothing for records without any. One query."""
        own = self.active().filter(stockrecord__in=list(stockrecord_ids)).order_by()
        return dict(own.values_list("stockrecord").annotate(units=Sum("quantity")))


class StockHold(models.Model):
    """Units kept for one line of an order until `expires_at`, then free by themselves: no job has to run."""

    stockrecord = models.ForeignKey(StockRecord, on_delete=models.CASCADE, related_name="holds")
    line = models.OneToOneField("order.Line", on_delete=models.CASCADE, related_name="hold")
    quantity = models.PositiveIntegerField()
    created_at = models.DateTimeField(auto_now_add=True)
    expires_at = models.DateTimeField(db_index=True)

    objects = StockHoldQuerySet.as_manager()

    class Meta:
        verbose_name = _("hold of stock")
        verbose_name_plural = _("holds of stock")
        constraints = [
            models.CheckConstraint(condition=models.Q(quantity__gt=0), name="stock_hold_of_some_units"),
        ]

    def __str__(self) -> str:
        return f"{self.quantity} of stock record {self.stockrecord_id}"


class CheckoutHoldQuerySet(models.QuerySet):
    def active(self) -> "CheckoutHoldQuerySet":
        """Those that count now: in time, of a basket that is neither ordered nor merged into another one."""
        return self.filter(expires_at__gt=ExecutionTime(), basket__status="Open")

    def units(self, stockrecord_ids: Iterable[int]) -> dict[int, int]:
        """Stock record id → units that these of its holds keep now; nothing for records without any. One query."""
        own = self.active().filter(stockrecord__in=list(stockrecord_ids)).order_by()
        return dict(own.values_list("stockrecord").annotate(units=Sum("quantity")))

    def of_others(self, basket: Any) -> "CheckoutHoldQuerySet":
        """Those of all baskets but this one; None: of all."""
        return self.exclude(basket=basket) if basket is not None and basket.pk else self.all()


class CheckoutHold(models.Model):
    """Units kept for somebody at the checkout, for some minutes from his last step.

    `started_at` is where the longest time in all is counted from; `network` is the digest of a guest's network
    (`checkout.guests`), blank where somebody vouches for the buyer.
    """

    stockrecord = models.ForeignKey(StockRecord, on_delete=models.CASCADE, related_name="checkout_holds")
    basket = models.ForeignKey("basket.Basket", on_delete=models.CASCADE, related_name="checkout_holds")
    quantity = models.PositiveIntegerField()
    network = models.CharField(max_length=32, blank=True, default="")
    started_at = models.DateTimeField()
    expires_at = models.DateTimeField(db_index=True)

    objects = CheckoutHoldQuerySet.as_manager()

    class Meta:
        verbose_name = _("hold of the checkout")
        verbose_name_plural = _("holds of the checkout")
        constraints = [
            models.UniqueConstraint(fields=["basket", "stockrecord"], name="checkout_hold_once"),
            models.CheckConstraint(condition=models.Q(quantity__gt=0), name="checkout_hold_of_some_units"),
        ]

    def __str__(self) -> str:
        return f"{self.quantity} of stock record {self.stockrecord_id}"


_COUNT_ALLOCATIONS = """
IF TG_OP <> 'INSERT' THEN
  UPDATE partner_stockrecord SET num_allocated = num_allocated - OLD.quantity WHERE id = OLD.stockrecord_id;
END IF;
IF TG_OP <> 'DELETE' THEN
  UPDATE partner_stockrecord SET num_allocated = coalesce(num_allocated, 0) + NEW.quantity
  WHERE id = NEW.stockrecord_id;
END IF;
RETURN NULL;
"""
"""The column that Oscar reads is the sum of the rows; only the database writes it."""


class Allocation(models.Model):
    """Units promised to one line of an order, from its confirmation until they are sent or the line is cancelled."""

    stockrecord = models.ForeignKey(StockRecord, on_delete=models.PROTECT, related_name="allocations")
    line = models.OneToOneField("order.Line", on_delete=models.CASCADE, related_name="allocation")
    quantity = models.PositiveIntegerField()

    class Meta:
        verbose_name = _("allocation of stock")
        verbose_name_plural = _("allocations of stock")
        constraints = [
            models.CheckConstraint(condition=models.Q(quantity__gt=0), name="stock_allocation_of_some_units"),
        ]
        triggers = [
            pgtrigger.Trigger(
                name="count_allocations",
                operation=pgtrigger.Insert | pgtrigger.Update | pgtrigger.Delete,
                when=pgtrigger.After,
                func=_COUNT_ALLOCATIONS,
            )
        ]

    def __str__(self) -> str:
        return f"{self.quantity} of stock record {self.stockrecord_id}"


class OfferSheet(models.Model):
    """A table of prices and stock as a producer uploaded it, read anew for each look, and applied once by hand."""

    seller = models.ForeignKey(Partner, on_delete=models.CASCADE, related_name="sheets")
    name = models.CharField(_("file"), max_length=200)
    content = models.BinaryField()
    digest = models.CharField(max_length=64)
    uploaded_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    uploaded_at = models.DateTimeField(auto_now_add=True)
    applied_at = models.DateTimeField(_("taken over"), null=True, blank=True)

    class Meta:
        ordering = ["-pk"]
        verbose_name = _("table of offers")
        verbose_name_plural = _("tables of offers")
        constraints = [models.UniqueConstraint(fields=["seller", "digest"], name="offersheet_uploaded_once")]

    def __str__(self) -> str:
        return self.name


from oscar.apps.partner.models import *  # noqa: E402, F403
