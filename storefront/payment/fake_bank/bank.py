"""What the bank decides, and what it tells the shop."""

import collections
import dataclasses
import datetime
import enum
import hmac
import itertools
import threading
import urllib.error
import urllib.request
from collections.abc import Mapping

from ..vnpay_signing import CLOCK, TIME_FORMAT, signature, signed_query, single_fields

IPN_TIMEOUT_SECONDS = 10


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


class FakeBank:
    """One shop's bank. `ipn_url` is fixed here, whatever a request says."""

    def __init__(self, terminal: str, secret: str, ipn_url: str, late_seconds: float = 30) -> None:
        if not ipn_url.startswith(("http://", "https://")):
            raise ValueError("The address for notices begins with http:// or https://.")
        self.terminal, self.secret, self.ipn_url, self.late_seconds = terminal, secret, ipn_url, late_seconds
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
        self._notify(message, misbehaviour)
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

    def _notify(self, message: dict[str, str], misbehaviour: Misbehaviour) -> None:
        if misbehaviour is Misbehaviour.NEVER:
            return
        if misbehaviour is Misbehaviour.WRONG_AMOUNT:
            message = {**message, "vnp_Amount": message["vnp_Amount"] + "0"}
        secret = "another secret" if misbehaviour is Misbehaviour.BAD_SIGNATURE else self.secret
        query = signed_query(message, secret)
        if misbehaviour is Misbehaviour.LATE:
            timer = threading.Timer(self.late_seconds, self._send, (message["vnp_TxnRef"], query))
            timer.daemon = True
            timer.start()
            return
        times = 2 if misbehaviour is Misbehaviour.TWICE else 1  # two at the same time
        senders = [threading.Thread(target=self._send, args=(message["vnp_TxnRef"], query)) for _time in range(times)]
        for sender in senders:
            sender.start()
        for sender in senders:
            sender.join()

    def _send(self, reference: str, query: str) -> None:
        opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))
        try:
            with opener.open(f"{self.ipn_url}?{query}", timeout=IPN_TIMEOUT_SECONDS) as answer:
                text = answer.read(1000).decode("utf-8", "replace")
        except urllib.error.HTTPError as error:
            text = f"HTTP {error.code}"
            error.close()
        except OSError as error:
            text = f"{type(error).__name__}: {error}"
        self.sent.append(Sent(reference, query, text))
