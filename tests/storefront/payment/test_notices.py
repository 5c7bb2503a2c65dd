"""A notice of money is believed only if it is signed, fresh and whole, and is booked once however often it comes."""

import dataclasses
import datetime
import hashlib
import hmac
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from storefront.payment.movements import VIETNAM
from storefront.payment.notices.casso import Casso
from storefront.payment.notices.notice import (
    BadSignature,
    NoticeMalformed,
    NoticeRefused,
    NoticeTooOld,
)  # fmt: skip
from storefront.payment.notices.sepay import SePay

NOW = datetime.datetime(2026, 11, 24, 15, 7, tzinfo=VIETNAM)
CASSO, SEPAY, SEPAY_BY_KEY = Casso(key="casso-key"), SePay(secret="sepay-secret"), SePay(api_key="sepay-api-key")
CASSO_DATA = {
    "id": 731,
    "reference": "FT26328000001",
    "description": "MBVCB.123.OCOP DH26112400017.CT từ Nguyễn Văn A",
    "amount": 245000,
    "runningBalance": 25000000,
    "transactionDateTime": "2026-11-24 15:06:37",
    "accountNumber": "1017595600",
    "bankName": "Vietcombank",
}
SEPAY_BODY = {
    "id": 92704,
    "gateway": "Vietcombank",
    "transactionDate": "2026-11-24 15:06:37",
    "accountNumber": "1017595600",
    "code": None,
    "content": "MBVCB.123.OCOP DH26112400017.CT từ Nguyễn Văn A",
    "transferType": "in",
    "transferAmount": 245000,
    "accumulated": 25000000,
    "referenceCode": "FT26328000001",
}


def _sorted(value):
    if isinstance(value, dict):
        return {key: _sorted(value[key]) for key in sorted(value)}
    return value


def casso_request(data, *, at=NOW, key="casso-key", envelope=None):
    """Signed by a routine of its own: the one that the service publishes, in other words."""
    content = {"error": 0, "data": data} if envelope is None else envelope
    milliseconds = str(round(at.timestamp() * 1000))
    message = milliseconds + "." + json.dumps(_sorted(content), ensure_ascii=False, separators=(",", ":"))
    digest = hmac.digest(key.encode(), message.encode(), "sha512").hex()
    body = json.dumps(content, indent=1, ensure_ascii=False).encode()
    return {"headers": {"x-casso-signature": f"t={milliseconds},v1={digest}"}, "body": body}


def sepay_request(content, *, at=NOW, key="sepay-secret"):
    body = json.dumps(content).encode()
    seconds = str(round(at.timestamp()))
    digest = hmac.digest(key.encode(), f"{seconds}.".encode() + body, hashlib.sha256).hex()
    return {"headers": {"X-SePay-Signature": f"sha256={digest}", "X-SePay-Timestamp": seconds}, "body": body}


def sepay_by_key(content, *, key="sepay-api-key"):
    return {"headers": {"Authorization": f"Apikey {key}"}, "body": json.dumps(content).encode()}


@pytest.mark.parametrize(
    ("source", "request_of", "content", "identity"),
    [
        (CASSO, casso_request, CASSO_DATA, "casso:731"),
        (SEPAY, sepay_request, SEPAY_BODY, "sepay:92704"),
        (SEPAY_BY_KEY, sepay_by_key, SEPAY_BODY, "sepay:92704"),
    ],
)
def test_all_services_give_the_same_movement(source, request_of, content, identity):
    request = request_of(content)
    notice = source.read(**request, now=NOW)
    assert notice.body == request["body"]
    assert (notice.source, notice.account, notice.is_test) == (source.name, "1017595600", False)
    movement = notice.movement
    assert (movement.identity, movement.amount, movement.balance) == (identity, 245_000, 25_000_000)
    assert movement.booked_at == datetime.datetime(2026, 11, 24, 15, 6, 37, tzinfo=VIETNAM)
    assert "OCOP DH26112400017" in movement.description
    assert movement.bank_reference == "FT26328000001"
    assert source.read(**request_of(content), now=NOW) == notice


def test_the_example_that_casso_publishes_is_read():
    content = {
        "error": 0,
        "data": {
            "id": 0,
            "reference": "MA_GIAO_DICH_THU_NGHIEM",
            "description": "giao dich thu nghiem",
            "amount": 599000,
            "runningBalance": 25000000,
            "transactionDateTime": "2024-10-03 15:06:37",
            "accountNumber": "88888888",
            "bankName": "VPBank",
            "bankAbbreviation": "VPB",
            "virtualAccountNumber": "",
            "virtualAccountName": "",
            "counterAccountName": "NGUYEN VAN A",
            "counterAccountNumber": "8888888888",
            "counterAccountBankId": "970415",
            "counterAccountBankName": "VietinBank",
        },
    }
    signature = (
        "t=1727948258788,v1=ed0a4bd2e826d5cb69988cdb141e6c1a080e21f3b57eb72cd78192220042b9e7"
        "dde0868fc667faea8e224900fa7904e7c88dfa098032fb2d6b6996856e8b7ff3"
    )
    source = Casso(key="mgExMrjj4i7a1p8Cs6LmFbpCd8lbw4sSX4LZXPag7TKazeIogtR90tvWYTkwQbvs")
    now = datetime.datetime.fromtimestamp(1727948258, datetime.UTC)
    notice = source.read(headers={"X-Casso-Signature": signature}, body=json.dumps(content).encode(), now=now)
    assert notice.is_test
    assert notice.movement.amount == 599_000


def test_money_that_goes_out_is_negative():
    assert SEPAY.read(**sepay_request({**SEPAY_BODY, "transferType": "out"}), now=NOW).movement.amount == -245_000
    assert CASSO.read(**casso_request({**CASSO_DATA, "amount": -245000}), now=NOW).movement.amount == -245_000


@pytest.mark.parametrize(
    ("source", "request_"),
    [
        (CASSO, casso_request(CASSO_DATA, key="other")),
        (CASSO, {**casso_request(CASSO_DATA), "headers": {}}),
        (CASSO, {**casso_request(CASSO_DATA), "headers": {"X-Casso-Signature": "t=1,v1=aa"}}),
        (CASSO, {**casso_request(CASSO_DATA), "body": casso_request({**CASSO_DATA, "amount": 945000})["body"]}),
        (SEPAY, sepay_request(SEPAY_BODY, key="other")),
        (SEPAY, {**sepay_request(SEPAY_BODY), "headers": {}}),
        (SEPAY, {**sepay_request(SEPAY_BODY), "body": sepay_request({**SEPAY_BODY, "id": 1})["body"]}),
        (SEPAY, sepay_by_key(SEPAY_BODY)),
        (SEPAY_BY_KEY, sepay_by_key(SEPAY_BODY, key="other")),
        (SEPAY_BY_KEY, sepay_request(SEPAY_BODY)),
        (SEPAY_BY_KEY, {**sepay_by_key(SEPAY_BODY), "headers": {"Authorization": "Apikey khóa"}}),
    ],
)
def test_a_notice_without_our_signature_is_refused(source, request_):
    with pytest.raises(BadSignature) as refusal:
        source.read(**request_, now=NOW)
    assert str(refusal.value)


@pytest.mark.parametrize(
    ("source", "request_of", "content"), [(CASSO, casso_request, CASSO_DATA), (SEPAY, sepay_request, SEPAY_BODY)]
)
def test_old_notices_are_refused_and_clocks_may_differ_a_little(source, request_of, content):
    def read(seconds):
        return source.read(**request_of(content, at=NOW + datetime.timedelta(seconds=seconds)), now=NOW)

    for seconds in (-300, -1, 0, 60):
        assert read(seconds).movement.amount == 245_000
    for seconds in (-301, 61, -86400, 86400):
        with pytest.raises(NoticeTooOld):
            read(seconds)


@pytest.mark.parametrize(
    "request_",
    [
        casso_request({key: value for key, value in CASSO_DATA.items() if key != "id"}),
        casso_request({**CASSO_DATA, "amount": 0}),
        casso_request({**CASSO_DATA, "amount": "much"}),
        casso_request({**CASSO_DATA, "amount": [1]}),
        casso_request({**CASSO_DATA, "amount": True}),
        casso_request({**CASSO_DATA, "transactionDateTime": "today"}),
        casso_request({**CASSO_DATA, "transactionDateTime": None}),
        casso_request({**CASSO_DATA, "description": {"a": 1}}),
        casso_request(None, envelope={"error": 1, "data": CASSO_DATA}),
        casso_request(None, envelope={"error": 0, "data": [CASSO_DATA]}),
        {"headers": {}, "body": b"[]"},
        {"headers": {}, "body": b"{"},
        {"headers": {}, "body": b"\xff"},
        {"headers": {}, "body": b'{"error": 0, "error": 0}'},
        {"headers": {}, "body": b'{"error": NaN}'},
        {"headers": {}, "body": b"[" * 60_000},
        {"headers": {}, "body": b" " * 70_000},
    ],
)
def test_a_notice_of_another_shape_is_refused_in_words(request_):
    with pytest.raises(NoticeMalformed) as refusal:
        CASSO.read(**request_, now=NOW)
    assert str(refusal.value)


@pytest.mark.parametrize(
    "wrong", [{"transferType": "?"}, {"transferAmount": -1}, {"transferAmount": None}, {"id": None}]
)
def test_a_sepay_notice_of_another_shape_is_refused(wrong):
    with pytest.raises(NoticeMalformed):
        SEPAY.read(**sepay_request({**SEPAY_BODY, **wrong}), now=NOW)


def test_no_service_is_believed_without_a_key_and_no_key_is_shown():
    for make in (lambda: Casso(key=""), SePay):
        with pytest.raises(ValueError, match="key"):
            make()
    assert "casso-key" not in repr(CASSO)
    assert "sepay" not in repr(dataclasses.replace(SEPAY, name=""))


@given(st.binary(max_size=200), st.text(max_size=200))
def test_nothing_unsigned_breaks_or_passes(body, signature):
    for source in (CASSO, SEPAY, SEPAY_BY_KEY):
        headers = {"X-Casso-Signature": signature, "X-SePay-Signature": signature, "Authorization": signature}
        with pytest.raises(NoticeRefused):
            source.read(headers=headers, body=body, now=NOW)
