"""Accounts that buyers transfer to: entered by one person, taken into use by another one."""

from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from catalogue.errors import Refusal
from catalogue.history import acting
from catalogue.users import User
from storefront.partner.models import Partner
from storefront.payment.mail import tell_of_account
from storefront.payment.models import BankAccount


class AccountRefused(Refusal):
    """An account cannot be used like this; `message` says why."""


@transaction.atomic
def enter_account(
    *, bank_bin: str, number: str, holder: str, by: User, partner: Partner | None = None
) -> BankAccount:
    """Write down an account of a seller, or without one of the shop; nobody is told of it yet.

    AccountRefused for one that its owner has already, and of a seller where another one waits.
    """
    if partner:
        Partner.objects.select_for_update().get(pk=partner.pk)
    if BankAccount.objects.filter(bank_bin=bank_bin, number=number, partner=partner, closed_at=None).exists():
        raise AccountRefused(_("This account is there already."))
    if partner and BankAccount.objects.waiting().filter(partner=partner).exists():
        raise AccountRefused(_("Another account waits for the shop office already. Please take it back first."))
    values = {"bank_bin": bank_bin, "number": number, "holder": holder, "partner": partner}
    try:
        with transaction.atomic(), acting(by):
            account = BankAccount.objects.create(entered_by=by, **values)
    except IntegrityError as error:
        raise AccountRefused(_("This account is there already.")) from error
    tell_of_account(account)
    return account


@transaction.atomic
def activate_account(*, account: BankAccount, by: User) -> BankAccount:
    """Buyers are told this account from now on, and no other one of its owner. Not by whoever entered it.

    AccountRefused besides for one that was taken back, and for one that somebody else is paid on.
    """
    own = BankAccount.objects.select_for_update().filter(partner=account.partner_id).order_by("pk")
    accounts = {row.pk: row for row in own}
    account = accounts[account.pk]
    if account.is_active:
        return account
    if account.closed_at:
        raise AccountRefused(_("This account was refused or taken back meanwhile."))
    if account.entered_by_id == by.pk:
        raise AccountRefused(_("A second person has to take it into use; you entered it yourself."))
    try:
        with transaction.atomic(), acting(by):
            for other in accounts.values():
                if other.is_active:
                    other.is_active = False
                    other.save(update_fields=["is_active"])
            account.is_active, account.activated_by = True, by
            account.save(update_fields=["is_active", "activated_by"])
    except IntegrityError as error:
        raise AccountRefused(
            _("The shop or another seller is paid on this account. Please ask whose it is.")
        ) from error
    tell_of_account(account)
    return account


@transaction.atomic
def close_account(*, account: BankAccount, by: User) -> BankAccount:
    """Refuse an account that waits, or take it back; again without harm. AccountRefused once it is used."""
    account = BankAccount.objects.select_for_update().get(pk=account.pk)
    if account.closed_at:
        return account
    if not account.is_waiting:
        raise AccountRefused(_("This account is in use already, or was."))
    account.closed_at = timezone.now()
    with acting(by):
        account.save(update_fields=["closed_at"])
    return account


@transaction.atomic
def retire_account(*, account: BankAccount, by: User) -> BankAccount:
    """Buyers are not told this account any more; payments that were asked for keep it."""
    account = BankAccount.objects.select_for_update().get(pk=account.pk)
    account.is_active = False
    with acting(by):
        account.save(update_fields=["is_active"])
    return account
