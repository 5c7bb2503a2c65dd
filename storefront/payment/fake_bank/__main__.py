"""`python -m storefront.payment.fake_bank --port … --shop-url …`"""

import argparse
import os

from .bank import FakeBank, Shop
from .server import server


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m storefront.payment.fake_bank", description=main.__doc__)
    parser.add_argument("--port", type=int, default=8090, help="0 takes a free one")
    parser.add_argument("--shop-url", required=True, help="where the shop hears of payments, http://127.0.0.1:8000")
    parser.add_argument("--shown-url", default="", help="the shop's address for links (default: the same)")
    parser.add_argument("--terminal", default="SAOBUON1", help="vnp_TmnCode of the shop")
    parser.add_argument("--late-seconds", type=float, default=30, help="how late a late notice is")
    options = parser.parse_args()
    # Not an option: other users of the machine read command lines.
    secret = os.environ.get("FAKE_BANK_SECRET", "no-money-moves-here")
    shop = Shop(options.shop_url, options.shown_url or options.shop_url)
    bank = FakeBank(options.terminal, secret, shop, options.late_seconds)
    with server(bank, options.port) as running:
        print(f"Demo bank, no money moves: http://127.0.0.1:{running.server_port}/", flush=True)
        try:
            running.serve_forever()
        except KeyboardInterrupt:
            return


if __name__ == "__main__":
    main()
