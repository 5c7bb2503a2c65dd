"""What buyers, sellers and banks do in the drill, and what must be true afterwards."""

import collections
import datetime
import html
import random
import re
import threading
import time
from collections.abc import Callable, Iterator
from urllib.parse import parse_qsl, urlsplit

from django.conf import settings
from django.db import close_old_connections, connection
from django.db.models import Sum
from django.utils import timezone

from storefront.order.models import Order, Parcel
from storefront.order.models import ParcelState as State
from storefront.order.services import parcels
from storefront.partner.models import Partner, StockRecord
from storefront.partner.services import InsufficientStock
from storefront.payment.audit import differences
from storefront.payment.models import BankAccount, Method, Notice, Receipt, Sighting, VnpayAttempt
from storefront.payment.movements import Movement
from storefront.payment.services.booking import book
from storefront.payment.vnpay_signing import signed_query
from storefront.vouchers.models import Payer, Scope
from storefront.vouchers.services import NewVoucher, give_voucher
from storefront.vouchers.sharing import Kind

from .processes import Browser, Processes

PRODUCTS = 6
UNITS = 60
SETTLE_SECONDS = 120
CONTACT = {
    "name": "Khách Diễn Tập", "email": "", "street": "Số 1", "commune": "Xã Ea Na", "province": "Đắk Lắk",
    "note": "",
}  # fmt: skip
_TRANSFER = re.compile(r'href="([^"]+/transfer\?[^"]+)"')
_START = re.compile(r'action="(/don-hang/[^"]+/vnpay/[0-9]+/)"')
_ORDER = re.compile(r"/don-hang/([0-9]+)/")
MISBEHAVIOURS = ("none", "none", "none", "twice", "late", "bad-signature", "never")


class Drill:
    """Counts what it did; `settle` tells what is not as it must be."""

    def __init__(self, processes: Processes, *, seed: int) -> None:
        self.processes = processes
        self.seed = seed
        self.chances = threading.local()
        self.done: collections.Counter[str] = collections.Counter()
        self.placed: set[str] = set()
        self.transferred: list[tuple[str, int]] = []
        self.paid_at_vnpay: dict[str, int] = {}
        self.lock = threading.Lock()
        self._numbers = iter(range(10**9))
        self._at_first = Order.objects.count()
        self._received_at_first = {method: _received(method) for method in (Method.TRANSFER, Method.VNPAY)}
        offers = StockRecord.objects.filter(
            partner__producer__isnull=False, price__isnull=False, is_illustrative=True
        ).order_by("pk")[:PRODUCTS]
        self.records = [offer.pk for offer in offers]
        self.products = [offer.product_id for offer in offers]
        StockRecord.objects.filter(pk__in=self.records).update(num_in_stock=UNITS + 100)
        self.codes = [self._voucher(kind, offers[0].partner) for kind in Kind]

    def _voucher(self, kind: Kind, seller: Partner) -> str:
        """A code with fewer uses than there are buyers."""
        now, whose = timezone.now(), {"scope": Scope.ALL, "payer": Payer.PROGRAMME}
        if kind == Kind.DELIVERY:
            whose = {"scope": Scope.SELLER, "payer": Payer.SELLER, "seller": seller}
        new = NewVoucher(
            name="drill",
            code=f"{kind}{int(now.timestamp())}",
            kind=kind,
            value={Kind.PERCENT: 7, Kind.FIXED: 33_333}.get(kind, 0),
            start=now - datetime.timedelta(minutes=1),
            end=now + datetime.timedelta(days=1),
            max_uses=25,
            **whose,
        )
        return give_voucher(new, by=None).voucher.code

    # -- buyers ---------------------------------------------------------------------------------------------------

    def buy(self, number: int) -> None:
        """One visitor from the basket to the bank; what goes wrong on the way is the visitor's bad luck."""
        try:
            chance = self._chance(number)
            browser, page = self._order(chance)
            if page:
                self._pay(chance, browser, page)
        except TimeoutError:
            self._count("visits given up")

    def _chance(self, number: int | str) -> random.Random:
        if not hasattr(self.chances, "own"):
            self.chances.own = random.Random(f"{self.seed} {number}")  # noqa: S311
        return self.chances.own

    def _order(self, chance: random.Random) -> tuple[Browser, str]:
        """The page of the new order; blank if there is none."""
        browser = Browser(self.processes.port)
        for product in chance.sample(self.products, chance.randint(1, 3)):
            browser.post(f"/gio-hang/them/{product}/", {"quantity": chance.randint(1, 2)})
        if chance.random() < 0.5:
            basket = browser.get("/gio-hang/").fields
            sent = {"csrfmiddlewaretoken": basket.get("csrfmiddlewaretoken", ""), "code": chance.choice(self.codes)}
            browser.post("/gio-hang/ma-giam-gia/", sent)
        with self.lock:
            phone = f"09{next(self._numbers):08d}"
        form = browser.get("/thanh-toan/").fields
        token = {"csrfmiddlewaretoken": form.get("csrfmiddlewaretoken", "")}
        browser.post("/thanh-toan/", {**CONTACT, **token, "phone": phone})
        fields = browser.get("/thanh-toan/xem-lai/").fields
        if "total" not in fields:
            self._count("refused before the order")
            return browser, ""
        method = chance.choice(("cash-on-delivery", "bank-transfer", "vnpay"))
        typed = {name: fields[name] for name in ("csrfmiddlewaretoken", "token", "total")}
        sent = {**typed, "payment": method}
        if chance.random() < 0.3:  # twice at once
            twin = Browser(self.processes.port)
            twin.cookies = browser.cookies
            second = threading.Thread(target=self._twin, args=(twin, sent))
            second.start()
            answer = browser.post("/thanh-toan/xem-lai/", sent)
            second.join()
        else:
            answer = browser.post("/thanh-toan/xem-lai/", sent)
        if answer.status != 302 or "/gio-hang" in answer.location or "xem-lai" in answer.location:
            self._count("refused at the order")
            return browser, ""
        again = browser.post("/thanh-toan/xem-lai/", sent)  # the back button
        if not (found := _ORDER.search(again.location)):
            self._count("refused at the order")
            return browser, ""
        self._count(f"orders, {method}")
        with self.lock:
            self.placed.add(found[1])
        return browser, again.location

    def _twin(self, browser: Browser, sent: dict[str, object]) -> None:
        try:
            browser.post("/thanh-toan/xem-lai/", sent)
        except TimeoutError:
            self._count("visits given up")

    def _pay(self, chance: random.Random, browser: Browser, page: str) -> None:
        text = browser.get(page).text
        bank = Browser(self.processes.bank_port)
        if links := _TRANSFER.findall(text):
            self._transfer(chance, bank, dict(parse_qsl(urlsplit(html.unescape(links[0])).query)))
        elif starts := _START.findall(text):
            for _visit in range(chance.choice((1, 1, 2, 3))):
                self._visit_vnpay(chance, browser, bank, starts[0], page)

    def _transfer(self, chance: random.Random, bank: Browser, wanted: dict[str, str]) -> None:
        """Exactly, in parts, too much, or twice; some never."""
        amount = int(wanted["amount"])
        parts = chance.choice(
            ([amount], [amount], [amount // 3, amount - amount // 3], [amount + 5_000], [amount] * 2)
        )
        for part in parts if chance.random() < 0.85 else ():
            form = {**wanted, "amount": part, "misbehave": chance.choice(MISBEHAVIOURS)}
            if bank.post("/transfer", form).status == 200:
                self._count("transfers")
                with self.lock:
                    self.transferred.append((wanted["text"], part))

    def _visit_vnpay(self, chance: random.Random, browser: Browser, bank: Browser, start: str, page: str) -> None:
        token = browser.get(page).fields.get("csrfmiddlewaretoken", "")
        answer = browser.post(start, {"csrfmiddlewaretoken": token})
        query = urlsplit(answer.location).query
        fields = dict(parse_qsl(query))
        if "vnp_TxnRef" not in fields:
            return
        act = chance.choice(("pay", "pay", "pay", "fail", "cancel"))
        form = {"query": query, "act": act, "misbehave": chance.choice((*MISBEHAVIOURS, "wrong-amount"))}
        decided = bank.post("/decide", form)
        self._count(f"VNPay, {act}")
        if act == "pay" and decided.status == 303:
            with self.lock:
                self.paid_at_vnpay[fields["vnp_TxnRef"]] = int(fields["vnp_Amount"]) // 100
        browser.get(decided.location)

    # -- sellers --------------------------------------------------------------------------------------------------

    def sell(self) -> None:
        """One move of a parcel by chance, from wherever it is."""
        close_old_connections()
        chance = self._chance("sellers")
        of_the_drill = Parcel.objects.filter(order__number__in=list(self.placed))
        movable = list(of_the_drill.exclude(state__in=(State.CANCELLED, State.RETURNED)).order_by("?")[:1])
        for parcel in movable:
            name, act = chance.choice(_acts(parcel, chance))
            try:
                act()
            except (parcels.ParcelRefused, InsufficientStock):
                name = "moves refused"
            self._count(name)
        time.sleep(0.05)

    # -- afterwards -----------------------------------------------------------------------------------------------

    def settle(self) -> list[str]:
        """What must be true once everything that waits is done, and the bank's statement is read."""
        self.processes.wait()
        faults = []
        if not self._is_done():
            faults.append(f"notices still wait after {SETTLE_SECONDS} s")
        self._vnpay_calls_again()
        account = BankAccount.objects.get(partner=None, is_active=True)
        for time_of_day in range(2):  # the same statement twice
            book(account=account, movements=self._statement(), source=Sighting.Source.STATEMENT, by=None)
            self.done["statements"] = time_of_day + 1
        connection.check_constraints()
        return [*faults, *self._money(), *self._orders(), *differences()]

    def _is_done(self) -> bool:
        deadline = time.monotonic() + SETTLE_SECONDS
        while Notice.objects.filter(state=Notice.State.RECEIVED).exists():
            if time.monotonic() > deadline:
                return False
            time.sleep(1)
        return True

    def _vnpay_calls_again(self) -> None:
        """As VNPay does until it hears that its word has arrived."""
        for attempt in VnpayAttempt.objects.filter(reference__in=self.paid_at_vnpay).exclude(outcome="paid"):
            message = {
                "vnp_Amount": str(self.paid_at_vnpay[attempt.reference] * 100), "vnp_ResponseCode": "00",
                "vnp_TransactionStatus": "00", "vnp_TmnCode": settings.VNPAY["code"],
                "vnp_TransactionNo": f"AGAIN{attempt.pk}", "vnp_TxnRef": attempt.reference,
            }  # fmt: skip
            query = signed_query(message, settings.VNPAY["secret"])
            for _twice in range(2):
                Browser(self.processes.port).get(f"/payments/vnpay/ipn?{query}")

    def _statement(self) -> list[Movement]:
        now = timezone.now()
        return [
            Movement(
                booked_at=now, amount=amount, description=text, identity=f"drill {self.seed} {number} {now.date()}"
            )
            for number, (text, amount) in enumerate(self.transferred)
        ]

    def _money(self) -> Iterator[str]:
        sent = {
            Method.TRANSFER: sum(amount for _text, amount in self.transferred),
            Method.VNPAY: sum(self.paid_at_vnpay.values()),
        }
        for method, expected in sent.items():
            if (booked := _received(method) - self._received_at_first[method]) != expected:
                yield f"{expected} đồng were paid by {method}, {booked} are booked"
        stray = Receipt.objects.filter(method=Method.TRANSFER, payment=None, shares=None)
        for receipt in stray.filter(description__in=[text for text, _amount in self.transferred]):
            yield f"receipt {receipt.pk} holds a reference and has no payment"

    def _orders(self) -> Iterator[str]:
        known = set(Order.objects.filter(number__in=self.placed).values_list("number", flat=True))
        for number in sorted(self.placed - known):
            yield f"order {number} was shown to its buyer and is not there"
        if (made := Order.objects.count() - self._at_first) > (
            most := len(self.placed) + self.done["visits given up"]
        ):
            yield f"{made} orders were made, {most} at most were meant"
        for record in StockRecord.objects.filter(pk__in=self.records):
            if record.num_allocated and record.num_allocated > record.num_in_stock:
                yield f"stock record {record.pk}: {record.num_allocated} promised, {record.num_in_stock} there"

    def figures(self) -> list[str]:
        return [f"{count:6}  {what}" for what, count in sorted(self.done.items())]

    def _count(self, what: str) -> None:
        with self.lock:
            self.done[what] += 1


def _received(method: str) -> int:
    return Receipt.objects.filter(method=method).aggregate(all=Sum("amount", default=0))["all"]


def _acts(parcel: Parcel, chance: random.Random) -> list[tuple[str, Callable[[], object]]]:
    """What a seller may do with a parcel where it is; the first ones more often."""
    of = {"parcel": parcel, "by": None}
    cancel = ("parcels cancelled", lambda: parcels.cancel_parcel(reason="Diễn tập", **of))
    units = {line.pk: 1 for line in parcel.lines.all()[:1]}
    reduce = ("units taken off", lambda: parcels.reduce_parcel(quantities=units, reason="Diễn tập", **of))
    back = ("parcels on their way back", lambda: parcels.send_back_parcel(reason="Diễn tập", **of))
    deliver = ("parcels delivered", lambda: parcels.deliver_parcel(**of))
    confirm = ("parcels confirmed", lambda: parcels.confirm_parcel(**of))
    refuse = (
        "units refused",
        lambda: parcels.refuse_units(quantities=units, reason="Diễn tập", is_restocked=chance.random() < 0.5, **of),
    )
    take_back = (
        "parcels taken back",
        lambda: parcels.take_back_parcel(reason="Diễn tập", is_restocked=chance.random() < 0.8, **of),
    )
    return {
        State.UNPAID: [cancel, reduce, confirm],
        State.UNCONFIRMED: [confirm, confirm, confirm, cancel],
        State.NEW: [confirm, confirm, confirm, cancel, reduce],
        State.CONFIRMED: [("parcels packed", lambda: parcels.pack_parcel(**of))] * 4 + [cancel],
        State.PACKED: [("parcels sent", lambda: parcels.ship_parcel(**of))] * 4 + [cancel],
        State.SHIPPED: [deliver, deliver, deliver, back, refuse],
        State.DELIVERED: [back, refuse],
        State.RETURNING: [take_back, take_back, deliver],
    }[State(parcel.state)]
