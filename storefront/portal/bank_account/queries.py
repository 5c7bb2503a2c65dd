"""What became of a seller's accounts."""

import dataclasses
import datetime

from django.apps import apps
from django.utils.translation import gettext as _

from storefront.partner.models import Partner
from storefront.payment.models import BankAccount

MOST = 20


@dataclasses.dataclass(frozen=True)
class Step:
    """One thing that happened to an account, in words."""

    at: datetime.datetime
    account: str
    what: str


def history_of(seller: Partner) -> list[Step]:
    """The latest steps of all accounts of the seller, newest first. One query."""
    before: dict[int, BankAccount] = {}
    steps = []
    for row in apps.get_model("payments", "BankAccountEvent").objects.filter(partner=seller).order_by("pgh_id"):
        if what := _what(row, before.get(row.pgh_obj_id)):
            steps.append(Step(row.pgh_created_at, str(BankAccount(bank_bin=row.bank_bin, number=row.number)), what))
        before[row.pgh_obj_id] = row
    return steps[::-1][:MOST]


def _what(now, before) -> str:
    if now.closed_at:
        return _("refused or taken back")
    if now.is_active:
        return _("taken into use by the shop office")
    if before and before.is_active:
        return _("taken out of use")
    return "" if before else _("entered, waits for the shop office")
