"""`python -m storefront.shipping.fake_carrier --port … --shop-url …`"""

import argparse
import os

from .carrier import FakeCarrier
from .server import server


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m storefront.shipping.fake_carrier", description=main.__doc__)
    parser.add_argument("--port", type=int, default=8091, help="0 takes a free one")
    parser.add_argument("--shop-url", required=True, help="where the shop hears of parcels, http://127.0.0.1:8000")
    options = parser.parse_args()
    # Not an option: other users of the machine read command lines.
    secret = os.environ.get("FAKE_CARRIER_SECRET", "nothing-is-carried-here")
    with server(FakeCarrier(secret, options.shop_url), options.port) as running:
        print(f"Demo carrier, nothing is carried: http://127.0.0.1:{running.server_port}/", flush=True)
        try:
            running.serve_forever()
        except KeyboardInterrupt:
            return


if __name__ == "__main__":
    main()
