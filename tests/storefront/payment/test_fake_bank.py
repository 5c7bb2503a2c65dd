"""The demo's bank as a process of its own: pays, refuses, and misbehaves as it is told."""

import contextlib
import datetime
import http.client
import http.server
import json
import os
import subprocess
import sys
import threading
from urllib.parse import urlencode, urlsplit

import pytest

from storefront.payment import vnpay
from storefront.payment.fake_bank.bank import Shop as ShopAddress
from storefront.payment.notices.notice import BadSignature
from storefront.payment.notices.sepay import SePay
from storefront.payment.vnpay import IpnAnswer, Outcome
from tests.waiting import PATIENCE_SECONDS, wait_until

SECRET = "bank-secret"


class Shop(http.server.ThreadingHTTPServer):
    """The shop's side: remembers the queries of all notices and answers each."""

    daemon_threads = True

    def __init__(self):
        super().__init__(("127.0.0.1", 0), ShopHandler)
        self.heard = []
        self.noticed = []


class ShopHandler(http.server.BaseHTTPRequestHandler):
    def do_GET(self):
        self.server.heard.append(urlsplit(self.path).query)
        body = json.dumps(IpnAnswer.RECORDED.body).encode()
        self.send_response(200)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def do_POST(self):
        body = self.rfile.read(int(self.headers["Content-Length"]))
        self.server.noticed.append((self.path, dict(self.headers), body))
        self.send_response(200)
        self.send_header("Content-Length", "0")
        self.end_headers()

    def log_message(self, *args):
        pass


class Bank:
    def __init__(self, port: int):
        self.port = port
        self.terminal = vnpay.Terminal("SAOBUON1", SECRET, f"http://127.0.0.1:{port}/paymentv2/vpcpay.html")

    def request(self, method: str, path: str, body: str = "", host: str | None = None):
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=PATIENCE_SECONDS)
        headers = {"Host": host} if host else {}
        with contextlib.closing(connection):
            connection.request(method, path, body=body or None, headers=headers)
            answer = connection.getresponse()
            return answer.status, answer.getheader("Location", ""), answer.read().decode()

    def asked(self, reference: str, **changes) -> str:
        now = datetime.datetime.now(datetime.UTC)
        asked = {
            "reference": reference,
            "amount": 245_000,
            "info": 'Đơn hàng "17" <b>',
            "return_url": "https://shop.example/thanh-toan/?don=17",
            "ip": "127.0.0.1",
            "created_at": now - datetime.timedelta(hours=1),
            "expires_at": now + datetime.timedelta(minutes=15),
        }
        return urlsplit(vnpay.payment_url(self.terminal, **{**asked, **changes})).query

    def decide(self, reference: str, act: str, misbehave: str = "none"):
        """The message of the return."""
        form = urlencode({"query": self.asked(reference), "act": act, "misbehave": misbehave})
        status, location, body = self.request("POST", "/decide", form)
        assert (status, body) == (303, "")
        address, _, query = location.partition("&")
        assert address == "https://shop.example/thanh-toan/?don=17"
        return vnpay.read_message(query, self.terminal)


@pytest.fixture(scope="module")
def shop():
    with Shop() as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield server
        server.shutdown()


@pytest.fixture(scope="module")
def bank(shop):
    command = [sys.executable, "-m", "storefront.payment.fake_bank", "--port", "0", "--late-seconds", "1"]
    command += ["--shop-url", f"http://127.0.0.1:{shop.server_port}"]
    environment = {**os.environ, "FAKE_BANK_SECRET": SECRET}
    process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=environment)
    try:
        first_line = process.stdout.readline()
        assert "no money moves" in first_line
        yield Bank(urlsplit(first_line.split()[-1]).port)
    finally:
        process.terminate()
        process.communicate(timeout=PATIENCE_SECONDS)


@pytest.fixture
def heard(shop, bank):
    """The notices since the beginning of the test, as results."""
    shop.heard.clear()
    return lambda: [vnpay.read_message(query, bank.terminal) for query in shop.heard]


def test_the_page_shows_the_amount_and_says_that_it_is_no_real_bank(bank):
    status, _, page = bank.request("GET", f"/paymentv2/vpcpay.html?{bank.asked('PAGE1')}&misbehave=late")
    assert status == 200
    assert "245.000 ₫" in page
    assert "không có tiền nào di chuyển" in page
    assert "no money moves" in page
    assert "Don hang 17 b" in page
    assert 'value="late" checked' in page


@pytest.mark.parametrize(
    ("act", "outcome", "code"),
    [("pay", Outcome.PAID, "00"), ("fail", Outcome.FAILED, "51"), ("cancel", Outcome.FAILED, "24")],
)
def test_each_button_is_told_to_the_shop_and_to_the_buyer(bank, heard, act, outcome, code):
    returned = bank.decide(f"ACT{act}", act)
    assert (returned.outcome, returned.response_code, returned.amount) == (outcome, code, 245_000)
    assert heard() == [returned]
    [*_, last] = json.loads(bank.request("GET", "/sent.json")[2])
    assert (last["reference"], json.loads(last["answer"])) == (f"ACT{act}", IpnAnswer.RECORDED.body)
    assert f"ACT{act}" in bank.request("GET", "/")[2]


def test_a_notice_comes_twice(bank, heard):
    returned = bank.decide("TWICE1", "pay", "twice")
    assert heard() == [returned, returned]


def test_a_notice_comes_late(bank, heard):
    returned = bank.decide("LATE1", "pay", "late")
    wait_until(lambda: heard() == [returned])


def test_a_notice_with_a_wrong_amount_is_signed_all_the_same(bank, heard):
    bank.decide("WRONG1", "pay", "wrong-amount")
    [notice] = heard()
    assert (notice.outcome, notice.amount) == (Outcome.PAID, 2_450_000)


def test_a_notice_with_a_bad_signature_says_nothing(bank, heard):
    assert bank.decide("BAD1", "pay", "bad-signature").outcome is Outcome.PAID
    assert heard() == [vnpay.Result(Outcome.BAD_SIGNATURE)]


def test_a_notice_never_comes(bank, heard):
    assert bank.decide("NEVER1", "pay", "never").outcome is Outcome.PAID
    bank.decide("AFTER1", "pay")
    assert [notice.reference for notice in heard()] == ["AFTER1"]


def test_a_payment_is_decided_once(bank, heard):
    bank.decide("ONCE1", "cancel")
    form = urlencode({"query": bank.asked("ONCE1"), "act": "pay"})
    assert bank.request("POST", "/decide", form)[0] == 400
    assert len(heard()) == 1


def test_what_the_shop_did_not_sign_is_refused_in_words(bank):
    now = datetime.datetime.now(datetime.UTC)
    good = bank.asked("REFUSED1")
    late = bank.asked("LATE2", expires_at=now - datetime.timedelta(minutes=1))
    for query in ("", good.replace("24500000", "100"), f"{good}&vnp_Amount=100", late, f"{good}&misbehave=x"):
        status, _, page = bank.request("GET", f"/paymentv2/vpcpay.html?{query}")
        assert status == 400
        assert "<h1>Không nhận" in page
    for form in ("", urlencode({"query": good}), urlencode({"query": good[:-1], "act": "pay"}), "a" * 20_001):
        assert bank.request("POST", "/decide", form)[0] == 400
    assert bank.request("GET", "/other")[0] == 404


def test_a_name_that_points_here_from_elsewhere_is_refused(bank):
    assert bank.request("GET", "/", host="evil.example")[0] == 400
    assert bank.request("GET", "/", host=f"localhost:{bank.port}")[0] == 200


def test_it_needs_no_django():
    probe = "import sys, storefront.payment.fake_bank.server; print('django' in sys.modules)"
    assert (
        subprocess.run([sys.executable, "-c", probe], capture_output=True, check=True, text=True).stdout == "False\n"
    )


def test_a_transfer_is_told_as_sepay_tells_it(bank, shop):
    wanted = {
        "account": "MINHHOA0000",
        "amount": "130000",
        "text": "OCOP DH26113000001",
        "back": "http://evil.example/",
    }
    status, _, page = bank.request("GET", f"/transfer?{urlencode(wanted)}")
    assert (status, "130.000 ₫" in page, "evil" in page) == (200, True, False)
    shop.noticed.clear()
    for misbehave in ("twice", "bad-signature", "never"):
        assert bank.request("POST", "/transfer", urlencode({**wanted, "misbehave": misbehave}))[0] == 200
    assert len(shop.noticed) == 3
    now = datetime.datetime.now(datetime.UTC)
    first, second, bad = ({"headers": headers, "body": body, "now": now} for _path, headers, body in shop.noticed)
    service = SePay(secret=SECRET)
    assert service.read(**first) == service.read(**second)
    assert (service.read(**first).account, service.read(**first).movement.amount) == ("MINHHOA0000", 130_000)
    with pytest.raises(BadSignature):
        service.read(**bad)
    for amount in ("0", "-1", "1e5", "9" * 20, ""):
        assert bank.request("POST", "/transfer", urlencode({**wanted, "amount": amount}))[0] == 400


def test_notices_go_to_the_web_only():
    with pytest.raises(ValueError, match="http"):
        ShopAddress("file:///etc/passwd", "")
