"""Codes that were typed wrong, cut, forged or sent by a machine: always an answer that says what is wrong."""

import pytest
from django.test import Client

from .packs import BROWSER, GTIN, make_packs, scan_url, stamps_of
from .scans import VERDICT

LONG = "A" * 10_000
MANY = "&".join(f"a{number}=1" for number in range(2000))


@pytest.fixture
def client(db):
    return Client(headers=BROWSER)


def verdict_of(answer) -> str:
    verdict = VERDICT.search(answer.content.decode())
    return verdict[1] if verdict else ""


@pytest.mark.parametrize("gtin", ["", GTIN])
def test_every_way_to_write_a_good_code_leads_to_its_pack(client, gtin):
    stamp = stamps_of(make_packs(gtin=gtin))[0]
    path, _is, query = scan_url(stamp).partition("?")
    start, code = path[:-12], path[-12:]
    ways = [code.lower(), f"{code[:4]}-{code[4:8]}-{code[8:]}", code.replace("0", "o").replace("1", "l"), f"{code}/"]
    ways += [] if gtin else [f"{code[:4]}%20{code[4:8]}%20{code[8:]}", f"{code}%0A"]  # no spaces in a GS1 address
    for way in ways:
        assert verdict_of(client.get(f"{start}{way}?{query}")) in ("first-scan", "seen"), way


@pytest.mark.parametrize("gtin", ["", GTIN])
def test_a_changed_signature_is_called_wrong_wherever_it_was_changed(client, gtin):
    stamp = stamps_of(make_packs(gtin=gtin))[0]
    path, _is, signature = scan_url(stamp).partition("?s=")
    forged = [f"{signature[:at]}{(int(signature[at]) + 1) % 10}{signature[at + 1 :]}" for at in (0, 1, 77, 155)]
    forged += [signature[:-1], f"{signature}0", "9" * 156, "a" * 156, "%D9%A1" * 156, f"{signature}&s=1", LONG, "%FF"]
    for text in forged:
        answer = client.get(f"{path}?s={text}")
        assert (answer.status_code, verdict_of(answer)) == (200, "bad-signature"), text[:60]


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("/q/%00", 404),
        ("/q/%FF%FE", 404),
        (f"/q/{LONG}", 404),
        ("/q/UUUUUUUUUUUU", 404),
        ("/q/%E2%80%AEABC", 404),
        ("/tem/01/", 400),
        ("/tem/01/nonsense", 400),
        (f"/tem/01/{GTIN[:-1]}9", 400),
        (f"/tem/01/{GTIN}/21/A/10/B", 400),
        (f"/tem/01/{GTIN}/21/%00", 400),
        (f"/tem/01/{GTIN}/21/{LONG}", 400),
        ("/tem/01/04012345678901", 404),
    ],
)
def test_what_is_no_code_of_ours_is_called_unknown(client, path, status):
    answer = client.get(path)
    assert (answer.status_code, verdict_of(answer)) == (status, "unknown")


def test_a_gtin_alone_leads_to_its_product(client):
    product = make_packs(gtin=GTIN).product
    assert client.get(f"/tem/01/{GTIN}")["Location"] == product.get_absolute_url()
    product.is_public = False
    product.save()
    assert verdict_of(client.get(f"/tem/01/{GTIN}")) == "unknown"


@pytest.mark.parametrize("header", ["*", "vi;q=0", "en;q=nan", "q=1", ";", "a" * 5000, "en," * 3000, "\xff\xfe"])
def test_odd_languages_are_answered(client, header):
    stamp = stamps_of(make_packs(gtin=GTIN))[0]
    path = scan_url(stamp)
    assert client.get(path, headers={"accept-language": header}).status_code == 200
    assert client.get(path.removeprefix("/tem"), headers={"accept-language": header}).status_code == 307


def test_a_page_to_read_takes_nothing_and_says_so(db):
    client = Client(enforce_csrf_checks=True)
    path = scan_url(stamps_of(make_packs())[0])
    for address in (path, "/tem/01/nonsense", "/.well-known/jwks.json"):
        for method in ("post", "put", "delete", "options"):
            answer = getattr(client, method)(address)
            assert (answer.status_code, answer["Allow"]) == (405, "GET, HEAD"), (address, method)


def test_requests_that_cannot_be_read_get_a_page_for_people(client, settings):
    """Too many parameters, an unknown host, a form without its token."""
    settings.ALLOWED_HOSTS = ["saobuon.example"]
    path = scan_url(stamps_of(make_packs())[0]).partition("?")[0]
    many = client.get(f"{path}?{MANY}", headers={"host": "saobuon.example"})
    host = client.get(path, headers={"host": "evil.example"})
    form = Client(enforce_csrf_checks=True).post("/tai-khoan/dang-nhap/", {}, headers={"host": "saobuon.example"})
    for answer, status in ((many, 400), (host, 400), (form, 403)):
        assert answer.status_code == status
        page = answer.content.decode()
        assert '<html lang="vi">' in page and 'lang="en"' in page
        assert "evil.example" not in page
