"""`manage.py bench_busy`: answers a second to anonymous visitors while the shop is busy, beside the idle site.

Visitors read all product pages and lists through the whole application, one thread, no network. A process of its own
places one order a second and has five packs scanned a second, and changes a price every ten seconds; another one is
the worker. Idle and busy turns alternate, so that a slow machine slows both alike. Every product page and card
that is read is held against what was true in the second before. The orders and the batch it makes are deleted again.
"""

import itertools
import json
import os
import random
import re
import signal
import statistics
import subprocess
import sys
import threading
import time
from collections import defaultdict

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.db import connection
from django.test import Client

from catalogue.products.models import Category, Product
from catalogue.traceability.lots.services import create_lot
from catalogue.traceability.models import Scan, ScanSummary, Stamp
from catalogue.traceability.scans.services import recorder
from catalogue.traceability.stamps.batches import (
    activate_batch,
    apply_to_lot,
    make_batch,
    mark_delivered,
    mark_printed,
)
from catalogue.traceability.stamps.keys import ensure_current_key, signer_for
from storefront.accounts.models import User
from storefront.basket.costs import cost_of
from storefront.checkout.services import Contact, place_order
from storefront.demo.accounts import ensure_demo_accounts
from storefront.demo.orders import demo_basket
from storefront.order.models import Order
from storefront.partner.models import StockRecord
from storefront.public.scan.marks import Mark, mark_address

BAR_SHARE, BAR_FROM_MEMORY = 0.8, 0.9
STALE_SECONDS = 1.0
ORDER_SECONDS, SCAN_SECONDS, PRICE_SECONDS = 1.0, 0.2, 10.0
PACKS = 50
BROWSER = {
    "HTTP_ACCEPT": "text/html",
    "HTTP_USER_AGENT": "Mozilla/5.0 (Linux; Android 14) AppleWebKit/537.36 Chrome/131.0 Mobile Safari/537.36",
    "HTTP_ACCEPT_LANGUAGE": "vi-VN,vi;q=0.9",
}
CONTACT = Contact(
    name="Khách Minh Họa", phone="+84100000009", email="", street="Số 1", commune="Phường Tân Lập",
    province="Đắk Lắk", note="Đơn minh họa, người mua không có thật.",
)  # fmt: skip
ENOUGH_UNITS = 40
_LEFT = re.compile(r"Còn ([\d.]+)")
_PRICE = re.compile(r'class="price[^"]*">([\d.]+)')


class Command(BaseCommand):
    help = "Answers a second while orders and scans come in, beside the idle site (target: at least 80 %)."

    def add_arguments(self, parser):
        parser.add_argument("--turns", type=int, default=3)
        parser.add_argument("--seconds", type=int, default=15)
        parser.add_argument("--seed", type=int, default=1)
        parser.add_argument("--shop", action="store_true", help="be the process that orders and scans")

    def handle(self, *args, turns: int, seconds: int, seed: int, shop: bool, **options):
        settings.PAGE_CACHE_MB = settings.PAGE_CACHE_MB or 16
        settings.ALLOWED_HOSTS = ["*"]
        settings.QUERY_LOG_FLUSH_SECONDS = 0
        if shop:
            _Shop(seed).run()
            return
        products = list(Product.objects.filter(is_public=True, parent=None).order_by("pk"))
        if not _offers().exists():
            raise CommandError("Nothing is for sale: run load_demo first.")
        visitors = _Visitors(products, seed)
        with _process("worker"), _process("bench_busy", "--shop", f"--seed={seed}", stdin=subprocess.PIPE) as process:
            visitors.listen(process)
            visitors.warm_up()
            for _turn in range(turns):
                visitors.read(seconds, is_busy=False)
                process.stdin.write(f"{seconds}\n")
                process.stdin.flush()
                visitors.read(seconds, is_busy=True)
                visitors.idle.wait(60)
            process.stdin.close()
            process.wait(120)
        self._report(visitors)

    def _report(self, visitors: "_Visitors") -> None:
        idle, busy = (statistics.median(visitors.rates[is_busy]) for is_busy in (False, True))
        asked = visitors.asked[True]
        from_memory = 1 - visitors.made[True] / asked
        self.stdout.write(f"{len(visitors.paths)} pages; {visitors.n_orders} orders, {visitors.n_scans} scans")
        made = f"{visitors.made[False]} of {visitors.asked[False]} made anew"
        self.stdout.write(f"idle   {idle:>6.0f} pages a second, {made}")
        self.stdout.write(f"busy   {busy:>6.0f} pages a second, {busy / idle:.0%} of the idle site")
        self.stdout.write(f"from memory while busy: {from_memory:.1%} of {asked} pages")
        self.stdout.write(
            f"numbers compared: {visitors.n_compared}, older than {STALE_SECONDS:.0f} s: {len(visitors.stale)}"
        )
        for fault in visitors.stale[:5]:
            self.stdout.write(f"  {fault}")
        if visitors.stale or busy < BAR_SHARE * idle or from_memory < BAR_FROM_MEMORY or not visitors.n_compared:
            raise CommandError(
                f"missed: at least {BAR_SHARE:.0%} of the idle site, {BAR_FROM_MEMORY:.0%} from memory"
            )


def _offers():
    return StockRecord.objects.filter(
        partner__producer__isnull=False, price__isnull=False, num_in_stock__gte=ENOUGH_UNITS, product__parent=None
    ).order_by("pk")


class _process:
    """A `manage.py` command beside this one, ended with the block."""

    def __init__(self, *arguments: str, **options):
        self.arguments, self.options = arguments, options

    def __enter__(self) -> subprocess.Popen:
        command = [sys.executable, "manage.py", *self.arguments]
        self.process = subprocess.Popen(  # noqa: S603
            command, cwd=settings.BASE_DIR, env=os.environ, text=True, stdout=subprocess.PIPE, **self.options
        )
        return self.process

    def __exit__(self, *exception) -> None:
        self.process.send_signal(signal.SIGTERM)
        self.process.wait(30)


class _Visitors:
    """Reads pages, and knows what was true when."""

    def __init__(self, products: list[Product], seed: int):
        groups = Category.objects.exclude(code=None).filter(depth=2)
        lists = ["/", "/chu-the/", "/nhom/", "/vung/", "/diem-ban/", *(f"/san-pham/?page={n}" for n in range(1, 8))]
        lists += [f"/nhom/{code.lower().replace('.', '-')}/" for code in groups.values_list("code", flat=True)]
        self.product_paths = [product.get_absolute_url() for product in products]
        self.paths = [*self.product_paths, *lists]
        self.client, self.random = Client(headers={"accept-language": "vi"}), random.Random(seed)  # noqa: S311
        self.rates = {False: [], True: []}
        self.asked, self.made = {False: 0, True: 0}, {False: 0, True: 0}
        self.n_compared = self.n_orders = self.n_scans = 0
        self.truth: dict[str, list[tuple[float, int, int]]] = defaultdict(list)
        self.stale: list[str] = []
        self.idle = threading.Event()

    def listen(self, shop: subprocess.Popen) -> None:
        """Note what the shop says that it has done, as it does it."""
        ready = threading.Event()

        def note() -> None:
            for line in shop.stdout:
                news = json.loads(line)
                if "path" in news:
                    self.truth[news["path"]].append((news["at"], news["left"], news["price"]))
                elif news["what"] == "ready":
                    ready.set()
                else:
                    self.n_orders, self.n_scans = news["orders"], news["scans"]
                    self.idle.set()

        threading.Thread(target=note, daemon=True).start()
        if not ready.wait(120):
            raise CommandError("The process that orders did not start.")

    def warm_up(self) -> None:
        self.paths = [path for path in self.paths if self.client.get(path).status_code == 200]
        for path in self.paths:
            self.client.get(path)

    def read(self, seconds: float, *, is_busy: bool) -> None:
        """Read pages in a random order for so long."""
        self.idle.clear()
        count, queries = 0, 0

        def counted(execute, sql, params, many, context):
            nonlocal queries
            queries += 1
            return execute(sql, params, many, context)

        start = time.monotonic()
        with connection.execute_wrapper(counted):
            while (began := time.monotonic()) < start + seconds:
                path = self.random.choice(self.paths)
                queries = 0
                response = self.client.get(path)
                count += 1
                self.asked[is_busy] += 1
                self.made[is_busy] += queries > 1
                if is_busy:
                    self._compare(path, response.content.decode(), began)
        self.rates[is_busy].append(count / seconds)

    def _compare(self, path: str, html: str, at: float) -> None:
        if path in self.truth and (left := _LEFT.search(html)) and (price := _PRICE.search(html)):
            self._check(path, (_number(left[1]), _number(price[1])), at, what="page")
        elif path not in self.product_paths:
            for sold in list(self.truth):
                _before, link, card = html.partition(f'<a href="{sold}">')
                if link and (price := _PRICE.search(card)):
                    self._check(sold, (None, _number(price[1])), at, what=f"card on {path}")

    def _check(self, path: str, shown: tuple[int | None, int], at: float, *, what: str) -> None:
        """What was shown must have been true at some time of the second before it was asked for, or after."""
        history = list(self.truth[path])
        started = max((when for when, *_ in history if when <= at - STALE_SECONDS), default=None)
        recent = [(left, price) for when, left, price in history if started is None or when >= started]
        self.n_compared += 1
        is_true = any(price == shown[1] and shown[0] in (None, left) for left, price in recent)
        if not is_true:
            self.stale.append(f"{what}: {path} showed {shown}, true was {recent}")


def _number(text: str) -> int:
    return int(text.replace(".", ""))


class _Shop:
    """Orders and scans for as many seconds as a line on the standard input says, again and again."""

    def __init__(self, seed: int):
        self.random = random.Random(seed)  # noqa: S311
        self.offers = list(_offers().select_related("product")[:20])
        ensure_demo_accounts()
        self.buyer = User.objects.get(email="nguoimua@demo.saobuon.example")
        self.first_order = Order.objects.order_by("pk").values_list("pk", flat=True).last() or 0
        self.n_orders = self.n_scans = 0

    def run(self) -> None:
        self._make_packs()
        try:
            self._tell(what="ready")
            for offer in self.offers:
                self._tell_of(offer)
            for line in sys.stdin:
                self._work(float(line))
                self._tell(what="idle", orders=self.n_orders, scans=self.n_scans)
        finally:
            self._clean_up()

    def _work(self, seconds: float) -> None:
        start = time.monotonic()
        due = {self._order: start, self._scan: start, self._reprice: start + PRICE_SECONDS / 2}
        every = {self._order: ORDER_SECONDS, self._scan: SCAN_SECONDS, self._reprice: PRICE_SECONDS}
        while (now := time.monotonic()) < start + seconds:
            act = min(due, key=due.get)
            if due[act] > now:
                time.sleep(min(due[act], start + seconds) - now)
                continue
            act()
            due[act] += every[act]

    def _order(self) -> None:
        offer = self.random.choice(self.offers)
        basket = demo_basket([(offer, 1)])
        basket.owner = self.buyer
        basket.save()
        shown = cost_of(basket, CONTACT.province).total.incl_tax
        place_order(basket=basket, contact=CONTACT, shown_total=shown, buyer=self.buyer, is_illustrative=True)
        self.n_orders += 1
        self._tell_of(offer)

    def _scan(self) -> None:
        number = next(self.turn)
        network = {"REMOTE_ADDR": f"198.51.{number % 200}.7"}
        for address in (self.addresses[number % PACKS], self.pictures[number % PACKS]):
            self.site.get(address, **BROWSER, **network)
        self.n_scans += 1

    def _reprice(self) -> None:
        offer = self.random.choice(self.offers)
        StockRecord.objects.filter(pk=offer.pk).update(price=offer.price + self.random.randrange(1, 9) * 1000)
        self._tell_of(offer)

    def _tell_of(self, offer: StockRecord) -> None:
        now = StockRecord.objects.get(pk=offer.pk)
        path = offer.product.get_absolute_url()
        self._tell(path=path, at=time.monotonic(), left=now.net_stock_level, price=int(now.price))

    def _tell(self, **news) -> None:
        sys.stdout.write(json.dumps(news) + "\n")
        sys.stdout.flush()

    def _make_packs(self) -> None:
        ensure_current_key()
        product = Product.objects.filter(certificates__isnull=False, is_public=True).first()
        self.lot = create_lot(product=product, code=f"BUSY-{time.time():.0f}", is_illustrative=True)
        self.batch = make_batch(product=product, lot=self.lot, count=PACKS, is_illustrative=True)
        for step in (mark_printed, mark_delivered, apply_to_lot, activate_batch):
            self.batch = step(batch=self.batch)
        signer, stamps = signer_for(self.batch), list(self.batch.stamps.order_by("position"))
        host = self.batch.host
        self.addresses = [signer.url(host=host, serial=stamp.code).partition(host)[2] for stamp in stamps]
        self.pictures = [mark_address(code=stamp.code, mark=Mark(stamp.pk, counts=True)) for stamp in stamps]
        self.site, self.turn = Client(), itertools.count()

    def _clean_up(self) -> None:
        recorder.flush()
        Order.objects.filter(pk__gt=self.first_order, user=self.buyer).delete()
        for offer in self.offers:
            StockRecord.objects.filter(pk=offer.pk).update(price=offer.price)
        stamps = Stamp.objects.filter(batch=self.batch)
        Scan.objects.filter(stamp__in=stamps).delete()
        ScanSummary.objects.filter(stamp__in=stamps).delete()
        stamps.delete()
        self.batch.delete()
        self.lot.delete()
