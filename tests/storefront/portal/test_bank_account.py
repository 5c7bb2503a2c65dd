"""A producer's own account for transfers: proposed in the portal, checked by the office, then told to buyers."""

import pytest
from django.urls import reverse

from storefront.mail.models import OutgoingMail
from storefront.payment.banks import banks
from storefront.payment.models import BankAccount
from storefront.payment.services.accounts import AccountRefused, activate_account, close_account, enter_account
from storefront.payment.services.requests import accounts_for
from tests.storefront.payment.money import make_account
from tests.storefront.portal.people import member_of, signed_in
from tests.storefront.shop.offers import make_buyer, make_offer

pytestmark = pytest.mark.django_db
BIN = next(iter(banks()))


@pytest.fixture
def offer():
    return make_offer()


@pytest.fixture
def member(offer):
    return member_of(offer)


def propose(offer, member, **changes):
    address = reverse("portal-bank-account", args=[offer.partner.producer_id])
    typed = {"bank_bin": BIN, "number": "0123 4567.89", "holder": "HTX BUON MA", **changes}
    return signed_in(member).post(address, typed)


@pytest.mark.parametrize(
    "wrong",
    [{"number": "12345A789"}, {"number": "1" * 20}, {"number": "12"}, {"number": ""}, {"number": "-123456789٣"},
     {"bank_bin": "999999"}, {"bank_bin": ""}, {"holder": " "}, {"holder": "X" * 101}],
    ids=str,
)  # fmt: skip
def test_what_is_no_account_is_refused_with_words_and_kept_in_the_form(offer, member, wrong):
    answer = propose(offer, member, **wrong)
    assert answer.status_code == 422 and answer.context["form"].errors
    assert not BankAccount.objects.exists()


def test_a_change_is_told_to_buyers_after_a_second_person_agreed(offer, member, settings):
    settings.PAYMENT_ACCOUNTS, officer = "sellers", make_buyer("quan-tri@example.com")
    sellers, own = {offer.partner_id}, BankAccount.objects.filter(partner=offer.partner)
    for _click in range(2):
        assert propose(offer, member, form_key="cùng một lần bấm").status_code == 302
    first = own.get()
    assert (first.number, accounts_for(sellers)) == ("0123456789", None)
    assert propose(offer, member, number="99999999").status_code == 422  # one at a time
    with pytest.raises(AccountRefused):
        activate_account(account=first, by=member)
    activate_account(account=first, by=officer)
    propose(offer, member, number="99999999")
    second = own.waiting().get()
    assert accounts_for(sellers) == {offer.partner_id: first}
    told = OutgoingMail.objects.filter(kind="seller_account", to=member.email)
    assert [row.arguments["is_active"] for row in told.order_by("pk")] == [False, True, False]
    page = signed_in(member).get(reverse("portal-bank-account", args=[offer.partner.producer_id]))
    assert [step.account[-4:] for step in page.context["history"]] == ["9999", "6789", "6789"]
    for _click in range(2):
        close_account(account=second, by=member)
    with pytest.raises(AccountRefused):
        activate_account(account=second, by=officer)
    with pytest.raises(AccountRefused):
        close_account(account=first, by=officer)
    propose(offer, member, number="99999999")
    third = activate_account(account=own.waiting().get(), by=officer)
    assert accounts_for(sellers) == {offer.partner_id: third}
    settings.PAYMENT_ACCOUNTS = "shop"
    assert accounts_for(sellers) is None


def test_nobody_learns_of_or_blocks_the_account_of_another(offer, member):
    shop, officer = make_account(), make_buyer("quan-tri@example.com")
    assert propose(offer, member, bank_bin=shop.bank_bin, number=shop.number).status_code == 302
    squatted = BankAccount.objects.waiting().get()
    assert list(BankAccount.objects.used().filter(number=shop.number)) == [shop]  # notices find the one account
    with pytest.raises(AccountRefused):
        activate_account(account=squatted, by=officer)
    other = make_offer()
    enter_account(bank_bin=shop.bank_bin, number=shop.number, holder="X", by=officer, partner=other.partner)
    stranger = member_of(other)
    address = reverse("portal-bank-account", args=[offer.partner.producer_id])
    assert signed_in(stranger).get(address).status_code == 403
    assert signed_in(stranger).post(address, {"step": "withdraw"}).status_code == 403
    assert BankAccount.objects.waiting().count() == 2
