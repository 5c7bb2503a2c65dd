"""VNPay 2.1.0: the signed address of its payment page, and what comes back from there.

Two messages come back with the same fields: the buyer's browser returns with one, which is only shown, and VNPay
calls us with the other, the IPN, which alone changes state. Paid means response code *and* transaction status 00.
"""

import dataclasses
import datetime
import enum
import hmac
import ipaddress
import re
from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from catalogue.errors import Refusal
from catalogue.text import strip_marks, visible

from .vnpay_signing import CLOCK, TIME_FORMAT, signature, signed_query, single_fields

VERSION = "2.1.0"
MAX_AMOUNT = 9_999_999_999
"""In đồng: twelve digits of hundredths."""
MAX_INFO = 255
SUCCESS = "00"
_REFERENCE = re.compile(r"[A-Za-z0-9]{1,100}")
_HUNDREDTHS = re.compile(r"[0-9]{3,12}")
_NOT_PLAIN = re.compile(r"[^0-9A-Za-z]+")


class VnpayRefused(Refusal):
    """What VNPay would not take."""


class VnpayMalformed(Refusal):
    """Signed by VNPay, but without the fields that it promises."""


@dataclasses.dataclass(frozen=True)
class Terminal:
    """What VNPay gives a shop: `code` (vnp_TmnCode), `secret` (vnp_HashSecret), the address of the payment page."""

    code: str
    secret: str = dataclasses.field(repr=False)
    pay_url: str

    def __post_init__(self) -> None:
        if not (self.code and self.secret):
            raise ValueError("VNPay without a code and a secret would believe everybody.")


class Outcome(enum.Enum):
    PAID = "paid"
    FAILED = "failed"
    BAD_SIGNATURE = "bad signature"


@dataclasses.dataclass(frozen=True)
class Result:
    """What a message says. With a bad signature it says nothing: no other field is filled, and nothing is recorded.

    `amount` in đồng; `transaction` is VNPay's number; `response_code` has words in `failure_words`.
    """

    outcome: Outcome
    reference: str = ""
    amount: int = 0
    transaction: str = ""
    bank: str = ""
    response_code: str = ""
    transaction_status: str = ""
    paid_at: datetime.datetime | None = None


def payment_url(
    terminal: Terminal,
    *,
    reference: str,
    amount: int,
    info: str,
    return_url: str,
    ip: str,
    created_at: datetime.datetime,
    expires_at: datetime.datetime,
    language: str = "vi",
) -> str:
    """Where the buyer pays `amount` đồng. Times with a zone; `info` loses its marks and punctuation.

    Raises VnpayRefused. VNPay takes a reference once a day and terminal: a second attempt needs another one.
    """
    if not 0 < amount <= MAX_AMOUNT:
        raise VnpayRefused(_("VNPay takes amounts of more than 0 ₫ and less than 10 thousand million ₫."))
    if not _REFERENCE.fullmatch(reference):
        raise VnpayRefused(_("A reference for VNPay has letters and digits only, at most 100."))
    if expires_at <= created_at:
        raise VnpayRefused(_("The time to pay is over. Start the payment again."))
    try:
        ipaddress.ip_address(ip)
    except ValueError as error:
        raise VnpayRefused(_("VNPay needs the address of the buyer's connection.")) from error
    fields = {
        "vnp_Version": VERSION,
        "vnp_Command": "pay",
        "vnp_TmnCode": terminal.code,
        "vnp_Amount": str(amount * 100),
        "vnp_CreateDate": created_at.astimezone(CLOCK).strftime(TIME_FORMAT),
        "vnp_ExpireDate": expires_at.astimezone(CLOCK).strftime(TIME_FORMAT),
        "vnp_CurrCode": "VND",
        "vnp_IpAddr": ip,
        "vnp_Locale": "vn" if language == "vi" else "en",
        "vnp_OrderInfo": plain_info(info) or reference,
        "vnp_OrderType": "other",
        "vnp_ReturnUrl": return_url,
        "vnp_TxnRef": reference,
    }
    return f"{terminal.pay_url}?{signed_query(fields, terminal.secret)}"


def plain_info(text: str) -> str:
    """What VNPay takes as the purpose: letters without marks, digits, single spaces, at most 255."""
    return _NOT_PLAIN.sub(" ", strip_marks(visible(text))).strip()[:MAX_INFO].strip()


def read_message(query: str, terminal: Terminal) -> Result:
    """What VNPay says in the query of a return or of an IPN. Raises VnpayMalformed for signed nonsense.

    The signature is judged before any field is looked at.
    """
    fields = single_fields(query)
    if fields is None or not _is_signed(fields, terminal):
        return Result(Outcome.BAD_SIGNATURE)
    amount = fields.get("vnp_Amount", "")
    if not _HUNDREDTHS.fullmatch(amount) or not amount.endswith("00") or not fields.get("vnp_TxnRef"):
        raise VnpayMalformed(_("VNPay's message has no amount in đồng or no reference."))
    response, status = fields.get("vnp_ResponseCode", ""), fields.get("vnp_TransactionStatus", "")
    return Result(
        outcome=Outcome.PAID if response == SUCCESS and status == SUCCESS else Outcome.FAILED,
        reference=fields["vnp_TxnRef"],
        amount=int(amount) // 100,
        transaction=fields.get("vnp_TransactionNo", ""),
        bank=fields.get("vnp_BankCode", ""),
        response_code=response,
        transaction_status=status,
        paid_at=_time(fields.get("vnp_PayDate", "")),
    )


def _is_signed(fields: Mapping[str, str], terminal: Terminal) -> bool:
    try:
        expected = signature(fields, terminal.secret)
        given = fields.get("vnp_SecureHash", "").lower().encode()
    except UnicodeEncodeError:
        return False
    is_ours = fields.get("vnp_TmnCode") == terminal.code
    return hmac.compare_digest(given, expected.encode()) and is_ours


def _time(text: str) -> datetime.datetime | None:
    try:
        return datetime.datetime.strptime(text, TIME_FORMAT).replace(tzinfo=CLOCK)
    except ValueError:
        return None


class IpnAnswer(enum.Enum):
    """What we say to an IPN; VNPay calls again unless it hears 00 or 02."""

    RECORDED = ("00", "Confirm Success")
    NO_SUCH_ORDER = ("01", "Order not found")
    ALREADY_CONFIRMED = ("02", "Order already confirmed")
    WRONG_AMOUNT = ("04", "Invalid amount")
    BAD_SIGNATURE = ("97", "Invalid signature")
    OTHER = ("99", "Unknown error")

    @property
    def body(self) -> dict[str, str]:
        """The JSON of the answer; its status is always 200."""
        return {"RspCode": self.value[0], "Message": self.value[1]}


def ipn_answer(result: Result, *, expected_amount: int | None, is_recorded: bool) -> IpnAnswer:
    """The answer to an IPN whose payment asks for `expected_amount` đồng, None where we know no such payment.

    RECORDED also for a payment that failed: that it did is what gets recorded. `is_recorded`: its outcome is known
    already, whatever it is.
    """
    if result.outcome is Outcome.BAD_SIGNATURE:
        return IpnAnswer.BAD_SIGNATURE
    if expected_amount is None:
        return IpnAnswer.NO_SUCH_ORDER
    if result.amount != expected_amount:
        return IpnAnswer.WRONG_AMOUNT
    return IpnAnswer.ALREADY_CONFIRMED if is_recorded else IpnAnswer.RECORDED


_FAILURES: dict[str, Promise] = {
    "07": gettext_lazy("The bank looks at this payment more closely. Wait for its decision before you pay again."),
    "09": gettext_lazy("This card or account is not registered for paying online. Ask your bank."),
    "10": gettext_lazy("The data of the card or account were wrong three times."),
    "11": gettext_lazy("The time to pay was over. Start the payment again."),
    "12": gettext_lazy("The card or account is locked. Ask your bank."),
    "13": gettext_lazy("The one-time password was wrong. Start the payment again."),
    "24": gettext_lazy("You cancelled the payment. No money moved."),
    "51": gettext_lazy("There is not enough money in the account."),
    "65": gettext_lazy("The account has reached its limit for today."),
    "75": gettext_lazy("The bank is being serviced. Try again later or pay in another way."),
    "79": gettext_lazy("The payment password was wrong too often. Start the payment again."),
}


def failure_words(response_code: str) -> str:
    """Why a payment failed, for the buyer; also for codes that we do not know."""
    return str(_FAILURES.get(response_code) or _("The payment did not go through. Pay again or in another way."))
