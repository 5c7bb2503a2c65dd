"""Bank transfers of the demo: an account that nobody has, orders that wait for it, and a statement to read."""

import hashlib

from django.conf import settings
from django.core.exceptions import ImproperlyConfigured
from django.db import transaction
from django.utils import timezone

from storefront.accounts.models import User
from storefront.basket.costs import cost_of
from storefront.checkout.services import Contact, place_order
from storefront.partner.models import StockRecord
from storefront.payment.models import BankAccount, Payment, Statement

from .orders import ENOUGH_UNITS, NOTE, demo_basket

BANK_BIN = "970436"
NUMBER = "MINHHOA0000"
"""No bank has account numbers with these letters: nobody can send money there."""
HOLDER = "TAI KHOAN MINH HOA"
BUYERS = (
    ("Khách Minh Họa Ba", "+84100000003", "Phường Buôn Ma Thuột", "Đắk Lắk"),
    ("Khách Minh Họa Bốn", "+84100000004", "Phường Sài Gòn", "Thành phố Hồ Chí Minh"),
    ("Khách Minh Họa Năm", "+84100000005", "Xã Ea Na", "Đắk Lắk"),
)
STATEMENT = "sao-ke-minh-hoa.csv"


@transaction.atomic
def load_demo_payments(*, seller: str, officer_email: str) -> int:
    """An account, three orders to be paid by transfer, and a statement with money for them; how many orders are new.

    Nothing happens where the account is there already, or no offers are. ImproperlyConfigured outside the demo.
    """
    if not settings.IS_DEMO:
        raise ImproperlyConfigured("illustrative payments are made in the demo only")
    account, is_new = BankAccount.objects.get_or_create(
        bank_bin=BANK_BIN, number=NUMBER, defaults={"holder": HOLDER, "is_active": True, "is_illustrative": True}
    )
    offers = StockRecord.objects.filter(
        partner__producer__isnull=False, price__isnull=False, is_illustrative=True, num_in_stock__gte=ENOUGH_UNITS
    ).order_by("pk")
    own = offers.filter(partner__producer__name=seller).first()
    other = offers.exclude(partner__producer__name=seller).first()
    if not is_new or own is None or other is None:
        return 0
    payments = [_order(account, buyer, own, other).payments.get() for buyer in BUYERS]
    content = _statement(payments).encode()
    Statement.objects.create(
        account=account,
        name=STATEMENT,
        content=content,
        digest=hashlib.sha256(content).hexdigest(),
        uploaded_by=User.objects.get(email=officer_email),
    )
    return len(payments)


def _order(account: BankAccount, buyer: tuple[str, str, str, str], *offers: StockRecord):
    name, phone, commune, province = buyer
    basket = demo_basket([(offer, 1) for offer in offers])
    contact = Contact(name=name, phone=phone, email="", street="Số 1", commune=commune, province=province, note=NOTE)
    shown = cost_of(basket, contact.province).total.incl_tax
    return place_order(basket=basket, contact=contact, shown_total=shown, pay_to=account, is_illustrative=True)


def _statement(payments: list[Payment]) -> str:
    """One paid as asked, one too much, one without its reference; and money that has nothing to do with us."""
    exact, too_much, unnamed = payments
    rows = [
        (exact.amount, f"MBVCB.0000000001.{exact.reference}.CT tu 0000000001 KHACH MINH HOA BA"),
        (too_much.amount + 50_000, f"{too_much.reference.lower()} mua hang ocop"),
        (unnamed.amount, "KHACH MINH HOA NAM chuyen tien mua hang"),
        (2_500_000, "Thu tien khac, khong lien quan"),
    ]
    lines = ["SAO KÊ MINH HỌA (không có thật)", f"Số tài khoản: {NUMBER}", ""]
    lines.append("Ngày giao dịch;Số tham chiếu;Số tiền ghi nợ;Số tiền ghi có;Mô tả")
    today = timezone.localdate()
    for number, (amount, text) in enumerate(rows, start=1):
        dotted = f"{amount:,}".replace(",", ".")
        lines.append(f"{today:%d/%m/%Y};MH{today:%y%m%d}{number:03d};;{dotted};{text}")
    return "\n".join(lines) + "\n"
