"""What Oscar's vouchers do not know: for whose goods, for whom how often, and who pays for them."""

from decimal import Decimal

import pghistory
import pgtrigger
from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _
from oscar.apps.offer.models import Benefit, Condition
from oscar.apps.offer.results import ZERO_DISCOUNT, ApplicationResult, BasketDiscount

from .sharing import Kind, reduction, spread

MAX_AMOUNT = 100_000_000
MAX_PERCENT = 100


class Scope(models.TextChoices):
    """Which goods a voucher is for."""

    ALL = "all", _("everything in the shop")
    SELLER = "seller", _("the goods of one seller")
    FAIR = "fair", _("the products of a fair")


class Payer(models.TextChoices):
    """At whose cost it is."""

    SELLER = "seller", _("the seller")
    PROGRAMME = "programme", _("the programme")


@pghistory.track()
class Terms(models.Model):
    """Terms of one of Oscar's vouchers, which holds name, code and days; amounts in đồng. They do not change once
    they are given, except that the voucher can be paused.

    `key` is the code without what may be typed in several ways (`codes.code_key`). `most` limits what one order gets,
    `minimum` is the least value of the goods it is for. Free delivery of a seller is that of its own parcels.
    A voucher whose fair is gone is for nothing any more.
    """

    fair_products: frozenset[int] = frozenset()
    """Set by `queries.judged` for vouchers of a fair."""
    sellers: tuple[int, ...] = ()
    """Sellers of a basket whose goods it is for; set by `queries.judged`."""

    voucher = models.OneToOneField("voucher.Voucher", on_delete=models.PROTECT, related_name="terms")
    offer = models.OneToOneField("offer.ConditionalOffer", on_delete=models.PROTECT, related_name="terms")
    key = models.CharField(max_length=40, unique=True, editable=False)
    kind = models.CharField(_("what it gives"), max_length=8, choices=Kind.choices)
    value = models.PositiveIntegerField(_("percent or đồng"), default=0)
    most = models.PositiveIntegerField(_("at most for one order (đồng)"), null=True, blank=True)
    minimum = models.PositiveIntegerField(_("least value of the goods (đồng)"), default=0)
    scope = models.CharField(_("for which goods"), max_length=6, choices=Scope.choices)
    seller = models.ForeignKey(
        "partner.Partner", null=True, blank=True, on_delete=models.PROTECT, related_name="vouchers"
    )
    fair = models.ForeignKey(
        "cms.FairPage", null=True, blank=True, on_delete=models.SET_NULL, related_name="vouchers"
    )
    payer = models.CharField(_("who pays for it"), max_length=9, choices=Payer.choices)
    max_uses = models.PositiveIntegerField(_("uses in all"), null=True, blank=True)
    max_uses_per_buyer = models.PositiveIntegerField(_("uses of one buyer"), null=True, blank=True)
    is_paused = models.BooleanField(_("paused"), default=False)
    is_illustrative = models.BooleanField(_("illustrative"), default=False)
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )

    class Meta:
        ordering = ["-pk"]
        verbose_name = _("terms of a voucher")
        verbose_name_plural = _("terms of vouchers")
        constraints = [
            models.CheckConstraint(condition=~models.Q(key=""), name="voucher_has_a_code"),
            models.CheckConstraint(
                condition=models.Q(kind=Kind.PERCENT, value__range=(1, MAX_PERCENT))
                | models.Q(kind=Kind.FIXED, value__range=(1, MAX_AMOUNT))
                | models.Q(kind=Kind.DELIVERY, value=0),
                name="voucher_gives_something",
            ),
            models.CheckConstraint(
                condition=models.Q(scope=Scope.ALL, seller=None, fair=None)
                | models.Q(scope=Scope.SELLER, seller__isnull=False, fair=None)
                | models.Q(scope=Scope.FAIR, seller=None),
                name="voucher_is_for_what_its_scope_says",
            ),
            models.CheckConstraint(
                condition=models.Q(scope=Scope.SELLER) | models.Q(payer=Payer.PROGRAMME),
                name="seller_pays_for_its_own_goods_only",
            ),
            models.CheckConstraint(
                condition=models.Q(max_uses__gt=0) | models.Q(max_uses=None), name="voucher_can_be_used"
            ),
            models.CheckConstraint(
                condition=models.Q(max_uses_per_buyer__gt=0) | models.Q(max_uses_per_buyer=None),
                name="voucher_can_be_used_by_a_buyer",
            ),
        ]

    def __str__(self) -> str:
        return self.key

    def covers(self, line) -> bool:
        """Whether it is for the goods of a line of a basket."""
        if self.scope == Scope.SELLER:
            return line.stockrecord.partner_id == self.seller_id
        if self.scope == Scope.FAIR:
            return line.product_id in self.fair_products or line.product.parent_id in self.fair_products
        return True


class Share(models.Model):
    """What a voucher took off one parcel of an order, as it was ordered: off its goods, off its delivery (đồng).

    Rows are added, never changed. The shares of an `OrderDiscount` make up its amount.
    """

    discount = models.ForeignKey("order.OrderDiscount", on_delete=models.CASCADE, related_name="shares")
    voucher = models.ForeignKey("voucher.Voucher", on_delete=models.PROTECT, related_name="shares")
    parcel = models.ForeignKey("order.Parcel", on_delete=models.CASCADE, related_name="discount_shares")
    payer = models.CharField(max_length=9, choices=Payer.choices)
    goods = models.PositiveIntegerField(_("off the goods (đồng)"), default=0)
    delivery = models.PositiveIntegerField(_("off the delivery (đồng)"), default=0)

    class Meta:
        verbose_name = _("share of a discount")
        verbose_name_plural = _("shares of discounts")
        constraints = [
            models.UniqueConstraint(fields=["discount", "parcel"], name="discount_share_once_for_each_parcel"),
            models.CheckConstraint(
                condition=models.Q(goods__gt=0) | models.Q(delivery__gt=0), name="discount_share_of_some_money"
            ),
        ]
        triggers = [pgtrigger.Protect(name="discount_share_is_kept", operation=pgtrigger.Update)]

    def __str__(self) -> str:
        return f"{self.goods + self.delivery} of discount {self.discount_id}"


# -- what Oscar's offers ask -----------------------------------------------------------------------------------------


class GoodsCondition(Condition):
    """Met by goods that the voucher is for; `queries.judged` has asked about all else."""

    name = _("goods that the voucher is for")

    class Meta:
        proxy = True
        verbose_name = _("condition of a voucher")
        verbose_name_plural = _("conditions of vouchers")

    def is_satisfied(self, offer, basket) -> bool:
        return any(offer.terms.covers(line) for line in basket.all_lines())


class DeliveryDiscount(ApplicationResult):
    """Off the delivery: how much is known once the charges are (`sharing.off_delivery`)."""

    is_final = is_successful = True


class TermsBenefit(Benefit):
    """What the terms of the offer's voucher give, cut over the lines."""

    name = _("as the terms of the voucher say")

    class Meta:
        proxy = True
        verbose_name = _("benefit of a voucher")
        verbose_name_plural = _("benefits of vouchers")

    def apply(self, basket, condition, offer):
        terms = offer.terms
        if terms.kind == Kind.DELIVERY:
            return DeliveryDiscount()
        lines = {line.pk: line for line in basket.all_lines() if terms.covers(line)}
        prices = {_place(line): int(line.line_price_incl_tax_incl_discounts) for line in lines.values()}
        amount = reduction(kind=terms.kind, value=terms.value, most=terms.most, base=sum(prices.values()))
        if not amount:
            return ZERO_DISCOUNT
        for (_record, pk), share in spread(amount, prices).items():
            line = lines[pk]
            line.discount(Decimal(share), line.quantity, incl_tax=True, offer=offer)
        result = BasketDiscount(Decimal(amount))
        result.is_final = True
        return result


def _place(line) -> tuple[int, int]:
    """Where a line stands among equals, whatever their order in the basket."""
    return line.stockrecord_id, line.pk
