"""Addresses and codes with what comes along when people type, paste and pass them on: read as meant."""

import unicodedata

import pytest

from catalogue import base32, references
from catalogue.text import name_key
from catalogue.traceability.gs1.typed import typed_gtin
from catalogue.traceability.stamps.serials import is_serial
from catalogue.traceability.stamps.signing import signatures_in
from search.contract import SearchQuery
from search.queries import search
from tests.catalogue.traceability.packs import GTIN, make_packs, scan_url, stamps_of

SERIAL = "7K3M0Q2XV9TD"
SIGNATURE = "3" + "12345" * 31
BEHIND = (
    "?utm_source=zalo",
    "?fbclid=x",
    "&fbclid=x&utm_source=a",
    ".",
    ")",
    ").",
    "/",
    "%20",
    "%20xem",
    "%E2%80%8B",
    ";x=1",
    "%3Futm_source%3Dzalo",
    "%0A",
    "…",
    f"&s={SIGNATURE}",
    "&s=",
    "%26utm_source=zalo",
)


def test_what_stands_behind_a_signature_is_left_out():
    for before in ("", "utm_source=zalo&", "utm_source=zalo?", "utm_source=zalo&amp;", "s=&", "%20"):
        for behind in BEHIND:
            assert signatures_in(f"{before}s={SIGNATURE}{behind}") == (SIGNATURE,), (before, behind)
    wide = "".join(chr(ord(digit) + 0xFEE0) for digit in SIGNATURE)
    assert signatures_in(f"s={wide}") == signatures_in(f"s={SIGNATURE[:50]}%0A{SIGNATURE[50:]}") == (SIGNATURE,)
    assert signatures_in("") == signatures_in("utm_source=zalo") == signatures_in("s=") == ()
    for wrong in (f"{SIGNATURE}0", SIGNATURE[:-1], f"{SIGNATURE}%00", f"x{SIGNATURE}", f"{SIGNATURE}&s=1", "%FF"):
        assert signatures_in(f"s={wrong}") not in ((), (SIGNATURE,)), wrong


@pytest.mark.parametrize("gtin", ["", GTIN])
def test_a_passed_on_address_is_no_forgery(client, db, gtin):
    stamp = stamps_of(make_packs(gtin=gtin))[0]
    address = scan_url(stamp)
    path, _is, query = address.partition("?")
    ways = [f"{address}{behind}" for behind in BEHIND if SIGNATURE not in behind]
    ways += [f"{address}&{query}", f"{path}?utm_source=zalo&{query}", f"{path}/?{query}", f"{path}.?{query}"]
    ways += [f"{path}%20?{query}", f"{path}%E2%80%8B?{query}", f"{path}%3Fs%3D{query[2:]}"]
    for way in ways:
        answer = client.get(way)
        assert b"bad-signature" not in answer.content and answer.status_code == 200, way
        if gtin:
            resolved = client.get(way.removeprefix("/tem"))
            assert resolved.status_code == 307, way
            assert b"bad-signature" not in client.get(resolved["Location"].removeprefix("http://testserver")).content
    assert b'data-verdict="bad-signature"' in client.get(f"{address}&s=1").content


def test_an_address_in_a_sentence_leads_where_it_was_meant_to(client, db):
    for behind in (".", ")", ").", "%20", ",", "%E2%80%8B", "/.", "/)/", "%22"):
        for path in ("/thu-hoi/1", "/en/tra-cuu"):
            assert client.get(f"{path}{behind}?a=1")["Location"] == f"{path}/?a=1", behind
    assert client.get("/nowhere/at-all).").status_code in (302, 404)


def test_the_api_answers_head_and_any_spelling_of_a_district(client, db):
    assert client.head("/api/v1/areas").status_code == client.head("/api/v1/products").status_code == 200
    assert client.head("/api/v1/products/999999999").status_code == 404
    name = "Huyện Cư M'gar"
    asked = [name, name.replace("'", "’"), unicodedata.normalize("NFD", name), f"{name} ", name.upper()]
    assert [one for one in asked if client.get("/api/v1/products", {"district": one}).status_code != 200] == []
    assert client.get("/api/v1/products", {"district": "Huyện Cư"}).status_code == 422


def test_codes_are_read_as_meant_wherever_they_stand():
    wide = "".join(chr(ord(letter) + 0xFEE0) for letter in SERIAL)
    for typed in (
        "7K3M\u200b0Q2X\u200bV9TD",
        "\ufeff7K3M0Q2XV9TD",
        "\u202a7K3M0Q2XV9TD\u202c",
        "7K3M\u20110Q2X\u2011V9TD",
        wide,
        "7K3M—0Q2X—V9TD",
        "7K3M_0Q2X_V9TD",
        "7K3M/0Q2X/V9TD",
        "(7K3M 0Q2X V9TD)",
        "«7K3M0Q2XV9TD».",
        "Mã: 7K3M 0Q2X V9TD",
        "Mã:7K3M0Q2XV9TD",
        "ma so 7k3m oq2x v9td",
        "Mã tem 7K3M0Q2XV9TD.",
        "Serial#7K3M0Q2XV9TD",
        "mã 7K3M 0Q2X V9TD trên gói cà phê",
        f"https://saobuon.example/q/{SERIAL}?s=3123",
        f"saobuon.example/q/{SERIAL}/",
        f"https://saobuon.example/en/q/{SERIAL.lower()}?s=1?utm_source=zalo",
        f"Xem: https://a.example/01/{GTIN}/21/{SERIAL}",
        f"https://id.gs1.org/01/{GTIN}/10/L1/21/{SERIAL}?s=1",
        f"(01){GTIN}(21){SERIAL}",
        f"https%3A//a.example/q/{SERIAL}",
    ):
        assert base32.code_in(typed, is_serial) == SERIAL, typed
    for text in (
        "",
        "cà phê bột Ea Kiết",
        "/",
        "https://saobuon.example/",
        "toi mua o cho hoa binh hom qua",
        "\u200b",
    ):
        assert base32.code_in(text, is_serial) == "", text
    for typed in (
        "gy-7k3m0 q2xv9",
        "GY‑7K3M0Q2XV9",
        "Số: GY-7K3M0Q2XV9.",
        "7K3M0Q2XV9",
        "https://saobuon.example/gop-y/GY-7K3M0Q2XV9/",
    ):
        assert references.typed_reference(typed, prefix="GY-") == "7K3M0Q2XV9", typed
    assert references.typed_reference("NN-7K3M0Q2XV9", prefix="GY-") == ""


def test_trade_item_numbers_are_found_in_every_length():
    assert typed_gtin("12345670") == "00000012345670"
    assert typed_gtin("012345678905") == "00012345678905"
    for typed in (
        "8935049510123",
        "08935049510123",
        "8 935049 510123",
        "８９３５０４９５１０１２３",
        "Mã vạch: 8935049510123",
        "GTIN-13 8935049510123",
        "https://id.gs1.org/01/08935049510123/10/L1",
        "(01)08935049510123(10)L1",
        "8935049\u200b510123",
    ):
        assert typed_gtin(typed) == "08935049510123", typed
    for text in ("8935049510124", "0912 345 678", "123", "", "gạo ST25", f"ab{'8935049510123' * 3}"):
        assert typed_gtin(text) == "", text


def test_a_code_or_a_trade_item_number_leads_to_its_product(client, db):
    batch = make_packs(gtin=GTIN)
    code = stamps_of(batch)[0].code
    for typed in (
        GTIN,
        GTIN[2:],
        f"Mã vạch: {GTIN}",
        f"Mã: {code[:4]}\u200b {code[4:]}",
        f"https://a.example/q/{code}?s=3",
    ):
        page = client.get("/tra-cuu/", {"q": typed})
        assert batch.product.title in page.content.decode(), typed
    assert [hit.id for hit in search(SearchQuery(text=f"GTIN {GTIN}")).hits] == [batch.product_id]


def test_one_name_has_one_key_and_another_name_another():
    name = "Huyện Cư M'gar"
    for spelling in (
        "Huyện Cư M’gar",
        unicodedata.normalize("NFD", name),
        f" {name} ",
        "HUYỆN CƯ M'GAR",
        "Huyện Cư Mʼgar",
        "Huyện\u00a0Cư  M'gar",
        "Huyện Cư M\u200b'gar",
        "Huyện Cư M`gar\ufeff",
    ):
        assert name_key(spelling) == name_key(name), spelling
    assert name_key("Thành phố Tuy Hoà") == name_key("Thành phố Tuy Hòa")
    assert len({name_key(one) for one in ("Ea Bar", "Ea Bá", "Ea Bà", "Đa Bar", "Da Bar", "Huyện Cư Mgar cũ")}) == 6
