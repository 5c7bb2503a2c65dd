"""`make drill-shop`: minutes of buyers, sellers, payments that go wrong, and kill -9 of web server and worker; then
every đồng and every unit is looked for. Ends with 1 where one is missing. MINUTES=10 SEED=1: what happens
follows from the seed, when it happens does not.
"""

import argparse
import contextlib
import os
import random
import secrets
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path

from storefront.runtime.postgres import Server, claim_folder, database_settings
from storefront.runtime.steps import prepare
from storefront.runtime.supervisor import Child, stop

from .processes import Processes, free_port

ROOT = Path(__file__).resolve().parents[2]
BUYERS = 4
SECONDS_BETWEEN_KILLS = (4.0, 16.0)
LATE_SECONDS = 4


def main(arguments: list[str]) -> int:
    """Returns the exit code."""
    parser = argparse.ArgumentParser(prog="make drill-shop", description=__doc__)
    parser.add_argument("--minutes", type=float, default=10)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args(arguments)
    var = Path(os.environ.get("SAOBUON_VAR") or ROOT / "var").resolve() / "drill-shop"
    claim_folder(var)
    with contextlib.ExitStack() as cleanup:
        processes = _site(var, cleanup)
        from .people import Drill  # needs the settings of the site

        drill = Drill(processes, seed=options.seed)
        print(f"seed {options.seed}, {options.minutes:g} minutes, {BUYERS} buyers, log in {var / 'log'}", flush=True)
        _run(drill, processes, random.Random(options.seed), seconds=options.minutes * 60)  # noqa: S311
        faults = drill.settle()
    for line in drill.figures():
        print(line)
    print(
        f"{processes.kills['web server']} times kill -9 of the web server, {processes.kills['worker']} of the worker"
    )
    for fault in faults:
        print(f"DIFFERENCE  {fault}")
    print(f"{len(faults)} differences")
    return 1 if faults else 0


def _site(var: Path, cleanup: contextlib.ExitStack) -> Processes:
    """A demo of its own: database, web server, worker and bank."""
    port, bank_port, secret = free_port(), free_port(), secrets.token_urlsafe(32)
    os.environ |= {
        "SAOBUON_VAR": str(var), "DJANGO_SETTINGS_MODULE": "storefront.settings.demo", "DATABASE_URL": "",
        "PORT": str(port), "SITE_URL": f"http://127.0.0.1:{port}", "PYTHONUNBUFFERED": "1",
        "FAKE_BANK_URL": f"http://127.0.0.1:{bank_port}", "FAKE_BANK_SECRET": secret, "SEPAY_SECRET": secret,
        "VNPAY_TERMINAL": "SAOBUON1", "VNPAY_SECRET": secret,
        "VNPAY_URL": f"http://127.0.0.1:{bank_port}/paymentv2/vpcpay.html",
        "GUEST_ORDER_NETWORK_ORDERS": "1000000", "GUEST_ORDER_NETWORK_UNITS": "1000000",
        "GUEST_ORDER_STOCK_PERCENT": "100",
    }  # fmt: skip
    server = Server(var / "postgres").acquire()
    cleanup.callback(server.release)
    server.ensure_database("saobuon")
    os.environ["SAOBUON_PG_SOCKET"] = str(server.socket_dir)
    prepare(ROOT, var, database_settings(var))
    shop = os.environ["SITE_URL"]
    commands = {
        "web server": ["-m", "storefront.runtime.web", "--host", "127.0.0.1", "--port", str(port)],
        "worker": ["manage.py", "worker"],
        "bank": ["-m", "storefront.payment.fake_bank", "--port", str(bank_port), "--shop-url", shop,
                 "--late-seconds", str(LATE_SECONDS)],
    }  # fmt: skip
    children = {
        name: Child(
            name=name, command=[sys.executable, *command], log=var / "log" / f"{name.replace(' ', '-')}.log",
            environment=dict(os.environ), cwd=ROOT,
        )
        for name, command in commands.items()
    }  # fmt: skip
    cleanup.callback(stop, list(children.values()))
    import django

    django.setup()
    processes = Processes(children, port=port, bank_port=bank_port)
    processes.start()
    return processes


def _run(drill, processes: Processes, chance: random.Random, *, seconds: float) -> None:
    """Until the time is over: people in threads of their own, and death by chance."""
    over = threading.Event()
    acts = [lambda number=number: drill.buy(number) for number in range(BUYERS)]
    threads = [threading.Thread(target=_repeat, args=(act, over)) for act in (*acts, drill.sell)]
    for thread in threads:
        thread.start()
    deadline = time.monotonic() + seconds
    for pause in _pauses(chance):
        over.wait(min(pause, max(0, deadline - time.monotonic())))
        if time.monotonic() >= deadline or not any(thread.is_alive() for thread in threads):
            break
        processes.kill(chance.choice(("web server", "worker")))
    over.set()
    for thread in threads:
        thread.join()


def _pauses(chance: random.Random) -> Iterator[float]:
    while True:
        yield chance.uniform(*SECONDS_BETWEEN_KILLS)


def _repeat(act, over: threading.Event) -> None:
    while not over.is_set():
        act()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
