"""`make bench-checkout`: orders a second of one hot product, beside the same load on one bare row of PostgreSQL.

A site of its own is started (`var/drill`), its web process as in production. Buyers with a review page of their own
press the button over HTTP; then as many connections as the web process has threads take one unit after the other off
a bare row, each in a transaction of its own. The two take turns, so that a busy machine slows both alike.
"""

import os
import statistics
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from urllib.parse import urlsplit

import psutil
import psycopg

from deploy.audit.site import ROOT, SiteFailed, running_site
from deploy.drills.__main__ import listener
from deploy.drills.buyers import Buyer, all_at_once, clear_away, hot_offer, members

TURNS, BUYERS = 3, 60
PRESSED_AT_ONCE = 8
UPDATES = 1_000
WEB_THREADS = int(os.environ.get("WEB_THREADS", "4"))


def main() -> int:
    """Returns the exit code."""
    var = Path(os.environ.get("SAOBUON_VAR") or ROOT / "var").resolve() / "drill"
    var.mkdir(parents=True, exist_ok=True)
    environment = {"SAOBUON_VAR": str(var), "DATABASE_URL": "", "DJANGO_SETTINGS_MODULE": "storefront.settings.demo"}
    os.environ |= environment
    print("Starting a site of its own (the first time takes some minutes)", flush=True)
    try:
        with running_site(log=var / "site.log", **environment) as url:
            return _measure(url)
    except SiteFailed as error:
        print(f"Error: {error}", file=sys.stderr)
        return 1


def _measure(url: str) -> int:
    import django

    django.setup()
    from storefront.order.models import Order

    web = psutil.Process(listener(urlsplit(url).port))
    offer = hot_offer(units=TURNS * BUYERS)
    orders, bare, before = [], [], _megabytes(web)
    try:
        for _turn in range(TURNS):
            crowd = [Buyer(url, session) for session in members(BUYERS)]
            all_at_once(lambda buyer: buyer.prepare(offer.product_id), crowd, at_once=4)
            began = time.perf_counter()
            all_at_once(Buyer.order, crowd, at_once=PRESSED_AT_ONCE)
            orders.append(BUYERS / (time.perf_counter() - began))
            bare.append(_bare_updates())
        placed = Order.objects.filter(lines__stockrecord=offer).count()
    finally:
        clear_away(offer)
    quick, plain = statistics.median(orders), statistics.median(bare)
    print(f"orders of one product    {quick:>7.1f} a second over HTTP ({placed} placed)")
    print(f"one bare row             {plain:>7.0f} updates a second")
    print(f"ratio                    {quick / plain:>7.1%}")
    print(f"memory of the web process {_megabytes(web):.0f} MB, {before:.0f} MB before")
    print(f"{os.cpu_count()} processors, load {os.getloadavg()[0]:.1f}")
    return 0 if placed == TURNS * BUYERS else 1


def _megabytes(process: psutil.Process) -> float:
    return process.memory_info().rss / 1e6


def _bare_updates() -> float:
    """Updates a second of one row, from as many connections as the web process has threads."""
    from django.db import connection

    connection.ensure_connection()
    address = connection.connection.info.dsn
    password = connection.connection.info.password

    def take(_number: int) -> None:
        with psycopg.connect(address, password=password, autocommit=True) as own:
            for _update in range(UPDATES // WEB_THREADS):
                own.execute("UPDATE bench_checkout SET units = units - 1 WHERE units > 0")

    with connection.cursor() as cursor:
        cursor.execute("DROP TABLE IF EXISTS bench_checkout")
        cursor.execute("CREATE TABLE bench_checkout AS SELECT 1000000 AS units")
    try:
        began = time.perf_counter()
        with ThreadPoolExecutor(WEB_THREADS) as threads:
            list(threads.map(take, range(WEB_THREADS)))
        return UPDATES / (time.perf_counter() - began)
    finally:
        with connection.cursor() as cursor:
            cursor.execute("DROP TABLE bench_checkout")


if __name__ == "__main__":
    sys.exit(main())
