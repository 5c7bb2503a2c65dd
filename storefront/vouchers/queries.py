"""Which vouchers of a basket count, and why others do not."""

import dataclasses
from collections.abc import Iterable
from typing import Any

from django.db.models import Count, Q, QuerySet, Sum
from django.utils import timezone
from django.utils.translation import gettext as _
from oscar.core.loading import get_model

from catalogue.dates import display_moment
from catalogue.money import dong
from cms.models import FairProduct

from .models import Scope, Share, Terms

CANCELLED = "cancelled"


@dataclasses.dataclass(frozen=True)
class Buyer:
    """Whom the uses of a voucher are counted for; blank as far as it is not known (yet). `phone` in international
    form."""

    user: Any = None
    phone: str = ""
    email: str = ""


@dataclasses.dataclass(frozen=True)
class Judged:
    """A voucher in a basket; `reason` says why it does not count, blank if it does."""

    terms: Terms
    reason: str

    @property
    def code(self) -> str:
        return self.terms.voucher.code


def judged(basket: Any, buyer: Buyer) -> list[Judged]:
    """The vouchers that were typed for a basket, oldest first. Needs the basket's strategy.

    One query without vouchers, four more at most with any number of them.
    """
    if basket.pk is None:
        return []
    found = Terms.objects.filter(voucher__basket=basket).order_by("pk")
    terms = list(found.select_related("voucher", "offer__benefit", "offer__condition"))
    if not terms:
        return []
    _add_fair_products(terms)
    lines = list(basket.all_lines())
    used, used_by_buyer = _used(terms), _used_by(buyer, terms)
    rows = []
    for one in terms:
        own = [line for line in lines if one.covers(line)]
        one.sellers = tuple(sorted({line.stockrecord.partner_id for line in own}))
        goods = sum(int(line.line_price_incl_tax or 0) for line in own)
        reason = _why_not_now(one, used.get(one.voucher_id, 0), used_by_buyer.get(one.voucher_id, 0))
        rows.append(Judged(one, reason or _why_not_for(one, goods, has_goods=bool(own))))
    return rows


def _add_fair_products(terms: Iterable[Terms]) -> None:
    fairs = {one.fair_id for one in terms if one.scope == Scope.FAIR}
    products: dict[int, set[int]] = {}
    if fairs:
        for fair, product in FairProduct.objects.filter(fair__in=fairs).values_list("fair", "product"):
            products.setdefault(fair, set()).add(product)
    for one in terms:
        one.fair_products = frozenset(products.get(one.fair_id, ()))


def uses() -> QuerySet:
    """Uses that count: what an order used that was cancelled as a whole can be used again."""
    return get_model("voucher", "VoucherApplication").objects.exclude(order__status=CANCELLED)


def used_of(vouchers: Any) -> dict[int, int]:
    """Voucher id → uses that count. One query."""
    return _counted(uses().filter(voucher__in=vouchers))


def _used(terms: Iterable[Terms]) -> dict[int, int]:
    limited = [one.voucher_id for one in terms if one.max_uses]
    return used_of(limited) if limited else {}


def _used_by(buyer: Buyer, terms: Iterable[Terms]) -> dict[int, int]:
    """A buyer is known by the account, the phone number or the e-mail address of an order: one of them is enough."""
    limited = [one.voucher_id for one in terms if one.max_uses_per_buyer]
    same = Q()
    if buyer.user is not None and buyer.user.is_authenticated:
        same |= Q(order__user=buyer.user)
    if buyer.phone:
        same |= Q(order__shipping_address__phone_number=buyer.phone)
    if buyer.email:
        same |= Q(order__guest_email__iexact=buyer.email) | Q(order__user__email__iexact=buyer.email)
    return _counted(uses().filter(same, voucher__in=limited)) if limited and same else {}


def _counted(applications: QuerySet) -> dict[int, int]:
    return dict(applications.order_by().values_list("voucher").annotate(Count("order", distinct=True)))


def _why_not_now(terms: Terms, used: int, used_by_buyer: int) -> str:
    voucher, now = terms.voucher, timezone.now()
    if terms.is_paused:
        return _("It is not given at the moment.")
    if now < voucher.start_datetime:
        return _("It begins on %(at)s.") % {"at": display_moment(voucher.start_datetime)}
    if now > voucher.end_datetime:
        return _("It ended on %(at)s.") % {"at": display_moment(voucher.end_datetime)}
    if terms.max_uses and used >= terms.max_uses:
        return _("It has been used up.")
    if terms.max_uses_per_buyer and used_by_buyer >= terms.max_uses_per_buyer:
        return _("You have used it as often as one buyer can: the account, the phone number or the e-mail address"
                 " of this order stands on an earlier one.")  # fmt: skip
    return ""


def _why_not_for(terms: Terms, goods: int, *, has_goods: bool) -> str:
    if not has_goods:
        return _("Nothing in the basket is among the goods it is for.")
    if goods < terms.minimum:
        values = {"least": dong(terms.minimum), "missing": dong(terms.minimum - goods)}
        return _("It needs goods for %(least)s of those it is for; %(missing)s are still missing.") % values
    return ""


def given(terms: QuerySet) -> list[dict]:
    """Vouchers with how often they were used and what they cost so far, newest first. Three queries."""
    rows = list(terms.select_related("voucher", "seller", "fair").order_by("-pk"))
    vouchers = [one.voucher_id for one in rows]
    used = used_of(vouchers)
    shares = Share.objects.filter(voucher__in=vouchers).exclude(parcel__state__in=("cancelled", "returned"))
    costs = {row["voucher"]: row["goods"] + row["delivery"] for row in shares.order_by().values("voucher").annotate(
        goods=Sum("goods"), delivery=Sum("delivery"))}  # fmt: skip
    return [{"terms": one, "used": used.get(one.voucher_id, 0), "cost": costs.get(one.voucher_id, 0)} for one in rows]
