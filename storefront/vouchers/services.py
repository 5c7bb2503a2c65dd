"""Giving vouchers, pausing them, and putting one into a basket."""

import dataclasses
import datetime
from typing import Any

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _
from oscar.core.loading import get_model

from catalogue.errors import Refusal
from catalogue.history import acting
from catalogue.text import visible
from storefront.partner.models import Partner

from .codes import code_key
from .models import GoodsCondition, Terms, TermsBenefit

MIN_LETTERS, MAX_LETTERS = 5, 20


class VoucherRefused(Refusal):
    """A voucher cannot be given or used like this; `field` names the form field it is about."""

    def __init__(self, message: str, *, field: str = "code"):
        super().__init__(message)
        self.field = field


@dataclasses.dataclass(frozen=True, kw_only=True)
class NewVoucher:
    """What somebody wants to give, from `start` to `end`; amounts in đồng, the rest as in `models.Terms`."""

    name: str
    code: str
    start: datetime.datetime
    end: datetime.datetime
    kind: str
    scope: str
    payer: str
    value: int = 0
    seller: Partner | None = None
    fair: Any = None
    minimum: int = 0
    most: int | None = None
    max_uses: int | None = None
    max_uses_per_buyer: int | None = None
    is_illustrative: bool = False


@transaction.atomic
def give_voucher(new: NewVoucher, *, by: Any) -> Terms:
    """Give it. VoucherRefused for a code that is too short, or that people would take for one that was given
    already."""
    key = code_key(new.code)
    _check(new, key)
    names = [field.name for field in dataclasses.fields(new)]
    terms = {name: getattr(new, name) for name in names if name not in ("name", "code", "start", "end")}
    try:
        with transaction.atomic(), acting(by):
            voucher, offer = _in_oscar(new, key)
            return Terms.objects.create(voucher=voucher, offer=offer, key=key, created_by=by, **terms)
    except IntegrityError as fault:
        if not Terms.objects.filter(key=key).exists():
            raise
        raise VoucherRefused(_("This code, or one that looks like it, was given already.")) from fault


def _check(new: NewVoucher, key: str) -> None:
    if not MIN_LETTERS <= len(key) <= MAX_LETTERS:
        values = {"least": MIN_LETTERS, "most": MAX_LETTERS}
        raise VoucherRefused(_("A code has %(least)s to %(most)s letters or digits.") % values)
    if new.end <= new.start:
        raise VoucherRefused(_("The last day lies before the first one."), field="last_day")


def _in_oscar(new: NewVoucher, key: str) -> tuple[Any, Any]:
    """Oscar's voucher and the offer behind it. What it gives, and to what, our terms say."""
    ConditionalOffer, Voucher = get_model("offer", "ConditionalOffer"), get_model("voucher", "Voucher")
    offer = ConditionalOffer.objects.create(
        name=key,
        offer_type=ConditionalOffer.VOUCHER,
        benefit=_one_of(get_model("offer", "Benefit"), TermsBenefit),
        condition=_one_of(get_model("offer", "Condition"), GoodsCondition),
        max_basket_applications=1,
    )
    voucher = Voucher.objects.create(
        name=f"{key}: {new.name}"[:128],
        code=" ".join(visible(new.code).split()),
        start_datetime=new.start,
        end_datetime=new.end,
    )
    voucher.offers.add(offer)
    return voucher, offer


def _one_of(model: Any, proxy: type) -> Any:
    """The row that stands for one of our classes; all vouchers share it."""
    path = f"{proxy.__module__}.{proxy.__name__}"
    return model.objects.filter(proxy_class=path).order_by("pk").first() or model.objects.create(proxy_class=path)


@transaction.atomic
def pause_voucher(*, terms: Terms, is_paused: bool, by: Any) -> Terms:
    """Whether it is given at the moment. Orders that used it keep it."""
    terms = Terms.objects.select_for_update(of=("self",)).get(pk=terms.pk)
    if terms.is_paused != is_paused:
        terms.is_paused = is_paused
        with acting(by):
            terms.save(update_fields=["is_paused"])
    return terms
