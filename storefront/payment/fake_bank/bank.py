"""What the bank decides, and what it tells the shop."""

import collections
import dataclasses
import datetime
import enum
import hmac
import itertools
import json
import threading
import urllib.error
import urllib.request
from collections.abc import Mapping

from ..sepay_signing import signature as sepay_signature
from ..vnpay_signing import CLOCK, TIME_FORMAT, signature, signed_query, single_fields

NOTICE_TIMEOUT_SECONDS = 10
MAX_AMOUNT = 10**10
MAX_TEXT = 200


class Act(enum.Enum):
    """A button, with VNPay's response code and transaction status."""

    PAY = ("00", "00")
    FAIL = ("51", "02")
    CANCEL = ("24", "02")


class Misbehaviour(enum.Enum):
    """How the notice goes wrong; the address of the return stays right."""

    NONE = "none"
    TWICE = "twice"
    LATE = "late"
    WRONG_AMOUNT = "wrong-amount"
    BAD_SIGNATURE = "bad-signature"
    NEVER = "never"


class Refused(Exception):
    """A request that the bank does not take, in words for the developer of the shop."""


@dataclasses.dataclass(frozen=True)
class Sent:
    """A notice and what the shop said to it."""

    reference: str
    query: str
    answer: str


@dataclasses.dataclass(frozen=True)
class Shop:
    """Where the shop hears of payments, `url`, and where people find it, `shown_url`; both without a last slash."""

    url: str
    shown_url: str

    def __post_init__(self) -> None:
        if not self.url.startswith(("http://", "https://")):
            raise ValueError("The address for notices begins with http:// or https://.")

    @property
    def ipn_url(self) -> str:
        return f"{self.url}/payments/vnpay/ipn"

    @property
    def notice_url(self) -> str:
        return f"{self.url}/payments/notices/sepay"


@dataclasses.dataclass(frozen=True)
class Transfer:
    """What somebody transfers: to an account, so many đồng, with this text; `back` is a page of the shop or blank."""

    account: str
    amount: int
    text: str
    back: str = ""


class FakeBank:
    """One shop's bank. Whom it tells is fixed here, whatever a request says."""

    def __init__(self, terminal: str, secret: str, shop: Shop, late_seconds: float = 30) -> None:
        self.terminal, self.secret, self.shop, self.late_seconds = terminal, secret, shop, late_seconds
        self.sent: collections.deque[Sent] = collections.deque(maxlen=50)
        self._numbers = itertools.count(round(datetime.datetime.now(CLOCK).timestamp()))
        self._decided: set[str] = set()
        self._lock = threading.Lock()

    def asked(self, query: str) -> dict[str, str]:
        """The fields of a payment that the shop asks for. Raises Refused."""
        fields = single_fields(query)
        if fields is None or not fields.get("vnp_SecureHash"):
            raise Refused("Thiếu hoặc lặp trường. · Fields are missing or stand twice.")
        expected = signature(fields, self.secret)
        if not hmac.compare_digest(fields["vnp_SecureHash"].lower().encode(), expected.encode()):
            raise Refused("Sai chữ ký (mã 70). · Wrong signature (code 70).")
        if fields.get("vnp_TmnCode") != self.terminal:
            raise Refused("Sai mã website (mã 02). · Unknown terminal (code 02).")
        if not fields.get("vnp_Amount", "").isdigit() or not fields.get("vnp_TxnRef"):
            raise Refused("Thiếu số tiền hoặc mã giao dịch. · Amount or reference is missing.")
        if not fields.get("vnp_ReturnUrl", "").startswith(("http://", "https://")):
            raise Refused("Thiếu địa chỉ quay về. · The address of the return is missing.")
        if fields.get("vnp_ExpireDate", "9") < datetime.datetime.now(CLOCK).strftime(TIME_FORMAT):
            raise Refused("Giao dịch đã hết hạn (mã 11). · The time to pay is over (code 11).")
        return fields

    def decide(self, query: str, act: Act, misbehaviour: Misbehaviour) -> str:
        """Send the notice, or not, and give the address that the buyer returns to. Raises Refused."""
        fields = self.asked(query)
        with self._lock:
            if fields["vnp_TxnRef"] in self._decided:
                raise Refused("Giao dịch này đã được xử lý. · This payment is decided already.")
            self._decided.add(fields["vnp_TxnRef"])
        message = self._message(fields, act)
        wrong = {**message, "vnp_Amount": message["vnp_Amount"] + "0"}
        told = wrong if misbehaviour is Misbehaviour.WRONG_AMOUNT else message
        request = _request(f"{self.shop.ipn_url}?{signed_query(told, self._secret(misbehaviour))}")
        self._tell(message["vnp_TxnRef"], request, misbehaviour)
        address = fields["vnp_ReturnUrl"]
        return f"{address}{'&' if '?' in address else '?'}{signed_query(message, self.secret)}"

    def _message(self, asked: Mapping[str, str], act: Act) -> dict[str, str]:
        number = str(next(self._numbers))
        response, status = act.value
        message = {
            "vnp_Amount": asked["vnp_Amount"],
            "vnp_BankCode": "DEMO",
            "vnp_CardType": "ATM",
            "vnp_OrderInfo": asked.get("vnp_OrderInfo", ""),
            "vnp_PayDate": datetime.datetime.now(CLOCK).strftime(TIME_FORMAT),
            "vnp_ResponseCode": response,
            "vnp_TmnCode": self.terminal,
            "vnp_TransactionNo": number,
            "vnp_TransactionStatus": status,
            "vnp_TxnRef": asked["vnp_TxnRef"],
        }
        if act is Act.PAY:
            message["vnp_BankTranNo"] = f"DEMO{number}"
        return {name: value for name, value in message.items() if value}

    def transfer(self, wanted: Mapping[str, str]) -> Transfer:
        """A transfer as a form says it. Raises Refused."""
        amount, account, text = (wanted.get(name, "").strip() for name in ("amount", "account", "text"))
        if not (amount.isascii() and amount.isdigit() and 0 < int(amount) < MAX_AMOUNT):
            raise Refused("Số tiền phải là số đồng lớn hơn 0. · The amount is a number of đồng above 0.")
        if not account.isalnum() or len(account) > MAX_TEXT or len(text) > MAX_TEXT:
            raise Refused("Thiếu số tài khoản, hoặc nội dung quá dài. · No account, or the text is too long.")
        back = wanted.get("back", "")
        return Transfer(account, int(amount), text, back if back.startswith(f"{self.shop.shown_url}/") else "")

    def send(self, transfer: Transfer, misbehaviour: Misbehaviour) -> None:
        """Tell the shop that it came in, as SePay does, or not."""
        number, amount = next(self._numbers), transfer.amount
        content = {
            "id": number,
            "gateway": "DEMO",
            "transactionDate": datetime.datetime.now(CLOCK).strftime("%Y-%m-%d %H:%M:%S"),
            "accountNumber": transfer.account,
            "code": None,
            "content": transfer.text,
            "transferType": "in",
            "transferAmount": amount * 10 if misbehaviour is Misbehaviour.WRONG_AMOUNT else amount,
            "referenceCode": f"DEMO{number}",
        }
        body, signed_at = json.dumps(content).encode(), str(int(datetime.datetime.now(CLOCK).timestamp()))
        headers = {
            "Content-Type": "application/json",
            "X-SePay-Timestamp": signed_at,
            "X-SePay-Signature": f"sha256={sepay_signature(self._secret(misbehaviour), signed_at, body)}",
        }
        request = _request(self.shop.notice_url, body, headers)
        self._tell(transfer.text, request, misbehaviour)

    def _secret(self, misbehaviour: Misbehaviour) -> str:
        return "another secret" if misbehaviour is Misbehaviour.BAD_SIGNATURE else self.secret

    def _tell(self, reference: str, request: urllib.request.Request, misbehaviour: Misbehaviour) -> None:
        if misbehaviour is Misbehaviour.NEVER:
            return
        if misbehaviour is Misbehaviour.LATE:
            timer = threading.Timer(self.late_seconds, self._send, (reference, request))
            timer.daemon = True
            timer.start()
            return
        times = 2 if misbehaviour is Misbehaviour.TWICE else 1  # two at the same time
        senders = [threading.Thread(target=self._send, args=(reference, request)) for _time in range(times)]
        for sender in senders:
            sender.start()
        for sender in senders:
            sender.join()

    def _send(self, reference: str, request: urllib.request.Request) -> None:
        opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))
        try:
            with opener.open(request, timeout=NOTICE_TIMEOUT_SECONDS) as answer:
                text = answer.read(1000).decode("utf-8", "replace")
        except urllib.error.HTTPError as error:
            text = f"HTTP {error.code}"
            error.close()
        except OSError as error:
            text = f"{type(error).__name__}: {error}"
        self.sent.append(Sent(reference, request.full_url.partition("?")[2], text))


def _request(url: str, body: bytes | None = None, headers: Mapping[str, str] | None = None) -> urllib.request.Request:
    return urllib.request.Request(url, data=body, headers=dict(headers or {}))  # noqa: S310 - `Shop` has checked it
