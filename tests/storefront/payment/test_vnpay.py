"""VNPay's page gets what it takes, and only what VNPay signed is believed. OpenSSL makes the signatures here."""

import datetime
import json
import subprocess
from urllib.parse import parse_qs, quote, urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from storefront.payment import vnpay
from storefront.payment.vnpay import IpnAnswer, Outcome

TERMINAL = vnpay.Terminal(code="SAOBUON1", secret="vnpay-secret", pay_url="https://pay.example/vpcpay.html")
CREATED = datetime.datetime(2026, 11, 24, 17, 30, tzinfo=datetime.UTC)
ASKED = {
    "reference": "OCOPDH26112400017",
    "amount": 245_000,
    "info": "Đặt hàng: cà-phê & mật ong",
    "return_url": "https://shop.example/thanh-toan/vnpay/?a=1",
    "ip": "203.0.113.7",
    "created_at": CREATED,
    "expires_at": CREATED + datetime.timedelta(minutes=15),
}
PAID = {
    "vnp_Amount": "24500000",
    "vnp_BankCode": "NCB",
    "vnp_BankTranNo": "VNP14226112",
    "vnp_CardType": "ATM",
    "vnp_OrderInfo": "Dat hang ca phe",
    "vnp_PayDate": "20261125003512",
    "vnp_ResponseCode": "00",
    "vnp_TmnCode": "SAOBUON1",
    "vnp_TransactionNo": "14226112",
    "vnp_TransactionStatus": "00",
    "vnp_TxnRef": "OCOPDH26112400017",
}


def encoded(value: str) -> str:
    return quote(value, safe="").replace("%20", "+").replace("~", "~")


def joined(fields: dict[str, str]) -> str:
    return "&".join(f"{encoded(name)}={encoded(fields[name])}" for name in sorted(fields) if fields[name])


def openssl(text: str, secret: str) -> str:
    command = ["openssl", "dgst", "-sha512", "-hmac", secret]
    answer = subprocess.run(command, input=text.encode(), capture_output=True, check=True)
    return answer.stdout.decode().strip().rpartition(" ")[2]


def message(fields: dict[str, str], key: str = "vnpay-secret") -> str:
    return f"{joined(fields)}&vnp_SecureHashType=SHA512&vnp_SecureHash={openssl(joined(fields), key)}"


def test_the_payment_page_is_asked_in_its_own_terms():
    url = vnpay.payment_url(TERMINAL, **ASKED)
    page, _, query = url.partition("?")
    assert page == TERMINAL.pay_url
    fields = {name: values[0] for name, values in parse_qs(query, strict_parsing=True).items()}
    given = fields.pop("vnp_SecureHash")
    assert given == openssl(joined(fields), "vnpay-secret")
    assert query.startswith(joined(fields) + "&vnp_SecureHash=")
    assert fields == {
        "vnp_Version": "2.1.0",
        "vnp_Command": "pay",
        "vnp_TmnCode": "SAOBUON1",
        "vnp_Amount": "24500000",
        "vnp_CreateDate": "20261125003000",
        "vnp_ExpireDate": "20261125004500",
        "vnp_CurrCode": "VND",
        "vnp_IpAddr": "203.0.113.7",
        "vnp_Locale": "vn",
        "vnp_OrderInfo": "Dat hang ca phe mat ong",
        "vnp_OrderType": "other",
        "vnp_ReturnUrl": "https://shop.example/thanh-toan/vnpay/?a=1",
        "vnp_TxnRef": "OCOPDH26112400017",
    }


def test_an_english_buyer_gets_an_english_page():
    assert parse_qs(urlsplit(vnpay.payment_url(TERMINAL, **ASKED, language="en")).query)["vnp_Locale"] == ["en"]


@pytest.mark.parametrize(
    "wrong",
    [
        {"amount": 0},
        {"amount": -1},
        {"amount": 10**10},
        {"reference": "OCOP DH26112400017"},
        {"reference": ""},
        {"ip": "localhost"},
        {"expires_at": CREATED},
    ],
)
def test_what_vnpay_does_not_take_is_refused_in_words(wrong):
    with pytest.raises(vnpay.VnpayRefused) as refusal:
        vnpay.payment_url(TERMINAL, **{**ASKED, **wrong})
    assert str(refusal.value)


def test_a_payment_is_read():
    assert vnpay.read_message(message(PAID), TERMINAL) == vnpay.Result(
        outcome=Outcome.PAID,
        reference="OCOPDH26112400017",
        amount=245_000,
        transaction="14226112",
        bank="NCB",
        response_code="00",
        transaction_status="00",
        paid_at=datetime.datetime(2026, 11, 24, 17, 35, 12, tzinfo=datetime.UTC),
    )


@pytest.mark.parametrize(
    "codes",
    [("24", "02"), ("00", "02"), ("00", "01"), ("02", "00"), ("00", ""), ("", "00")],
)
def test_only_both_codes_together_mean_paid(codes):
    response, status = codes
    result = vnpay.read_message(
        message({**PAID, "vnp_ResponseCode": response, "vnp_TransactionStatus": status, "vnp_BankTranNo": ""}),
        TERMINAL,
    )
    assert (result.outcome, result.amount, result.reference) == (Outcome.FAILED, 245_000, "OCOPDH26112400017")


@pytest.mark.parametrize(
    "query",
    [
        "",
        joined(PAID),
        message(PAID, key="other"),
        message(PAID).replace("24500000", "94500000"),
        message(PAID) + "&vnp_Amount=1",
        message(PAID) + "&vnp_Extra=1",
        message({**PAID, "vnp_TmnCode": "ANOTHER1"}),
        message(PAID).replace("NCB", "%ff"),
        message(PAID)[:-1],
        message(PAID) + "&a=1" * 200,
        message({**PAID, "vnp_Amount": "24500000"}).replace("vnp_SecureHash=", "vnp_SecureHash=%C3%A1"),
    ],
)
def test_nothing_is_said_by_a_message_that_vnpay_did_not_sign(query):
    assert vnpay.read_message(query, TERMINAL) == vnpay.Result(Outcome.BAD_SIGNATURE)


def test_other_names_in_the_address_do_not_count():
    assert vnpay.read_message(message(PAID) + "&utm_source=x", TERMINAL).outcome is Outcome.PAID
    signed_by_capitals = message(PAID)[:-128] + message(PAID)[-128:].upper()
    assert vnpay.read_message(signed_by_capitals, TERMINAL).outcome is Outcome.PAID


@pytest.mark.parametrize(
    "wrong", [{"vnp_Amount": "24500050"}, {"vnp_Amount": "-100"}, {"vnp_Amount": ""}, {"vnp_TxnRef": ""}]
)
def test_signed_nonsense_is_refused(wrong):
    with pytest.raises(vnpay.VnpayMalformed):
        vnpay.read_message(message({**PAID, **wrong}), TERMINAL)


@pytest.mark.parametrize(
    ("query", "expected_amount", "is_recorded", "answer"),
    [
        (message(PAID), 245_000, False, IpnAnswer.RECORDED),
        (message({**PAID, "vnp_ResponseCode": "24"}), 245_000, False, IpnAnswer.RECORDED),
        (message(PAID), 245_000, True, IpnAnswer.ALREADY_CONFIRMED),
        (message(PAID), None, False, IpnAnswer.NO_SUCH_ORDER),
        (message(PAID), 2_450, False, IpnAnswer.WRONG_AMOUNT),
        (message(PAID), 24_500_000, True, IpnAnswer.WRONG_AMOUNT),
        (joined(PAID), 245_000, False, IpnAnswer.BAD_SIGNATURE),
        (joined(PAID), None, False, IpnAnswer.BAD_SIGNATURE),
    ],
)
def test_each_ipn_gets_its_answer(query, expected_amount, is_recorded, answer):
    result = vnpay.read_message(query, TERMINAL)
    assert vnpay.ipn_answer(result, expected_amount=expected_amount, is_recorded=is_recorded) is answer


def test_the_answers_are_those_of_vnpays_table():
    assert [answer.body["RspCode"] for answer in IpnAnswer] == ["00", "01", "02", "04", "97", "99"]
    assert json.dumps(IpnAnswer.RECORDED.body) == '{"RspCode": "00", "Message": "Confirm Success"}'


def test_every_failure_has_words_for_the_buyer():
    assert vnpay.failure_words("24") != vnpay.failure_words("unknown") != ""


def test_no_terminal_is_without_a_secret_and_none_shows_it():
    with pytest.raises(ValueError, match="secret"):
        vnpay.Terminal(code="SAOBUON1", secret="", pay_url="https://pay.example/")
    assert "vnpay-secret" not in repr(TERMINAL)


@given(st.dictionaries(st.text("abz", min_size=1, max_size=5).map("vnp_".__add__), st.text(max_size=20), max_size=6))
def test_what_is_signed_here_is_believed_and_what_is_changed_is_not(fields):
    fields = {**PAID, **fields}
    try:
        query = vnpay.signed_query(fields, "vnpay-secret")
    except UnicodeEncodeError:
        return
    assert vnpay.read_message(query, TERMINAL).outcome is Outcome.PAID
    assert vnpay.read_message(f"vnp_Zzz=1&{query}", TERMINAL).outcome is Outcome.BAD_SIGNATURE


@given(st.text(max_size=300))
def test_no_query_breaks_the_reader(query):
    assert vnpay.read_message(query, TERMINAL).outcome is Outcome.BAD_SIGNATURE
