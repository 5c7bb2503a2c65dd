"""`make demo`: what a person at the terminal sees, and that it starts again after a kill."""

import signal
import urllib.request

from storefront.demo.accounts import DEMO_ACCOUNTS
from tests.demo import alive


def test_the_demo_says_where_it_is_and_starts_again_after_a_kill(site):
    demo = site.demo
    assert f"{demo.url}/" in demo.text
    assert all(account.email in demo.text and account.password in demo.text for account in DEMO_ACCOUNTS)
    assert len(demo.family) >= 3, "launcher, web server and worker"
    killed = demo.family
    demo.end(signal.SIGKILL)

    demo.start()
    assert f"{demo.url}/" in demo.text
    assert "…" not in demo.text.split("Sao Buôn is running")[0], "the second start has nothing to prepare"
    assert alive(killed) == []
    with urllib.request.urlopen(f"{demo.url}/healthz") as answer:  # noqa: S310 - http
        assert answer.status == 200
