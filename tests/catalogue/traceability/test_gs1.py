"""GS1 Digital Link URIs: what is read, what is refused, and how fast."""

import time
from urllib.parse import quote

import pytest
from hypothesis import given
from hypothesis import strategies as st

from catalogue.traceability.gs1.contents import check_digit, check_pair, has_check_digit
from catalogue.traceability.gs1.identifiers import IDENTIFIERS, PRIMARY_KEYS
from catalogue.traceability.gs1.links import Link, best_links, link_type, wants_linkset
from catalogue.traceability.gs1.uri import InvalidUri, parse, parse_path

GTIN = "00200000000011"
SSCC = "020000000000000015"
GLN = "0200000000004"

GOOD = {
    "SSCC": f"https://a.example/00/{SSCC}",
    "GTIN": f"https://a.example/01/{GTIN}",
    "http": f"http://a.example/01/{GTIN}",
    "capitals in the scheme": f"HTTPS://a.example/01/{GTIN}",
    "port": f"https://a.example:8443/01/{GTIN}",
    "IPv4": f"https://192.0.2.1/01/{GTIN}",
    "IPv6": f"https://[2001:db8::1]/01/{GTIN}",
    "stem": f"https://a.example/some/stem/01/{GTIN}",
    "stem that looks like a key": f"https://a.example/00/faux/00/{SSCC}",
    "closing slash": f"https://a.example/01/{GTIN}/",
    "variant": f"https://a.example/01/{GTIN}/22/2A",
    "lot": f"https://a.example/01/{GTIN}/10/ABC123",
    "serial": f"https://a.example/01/{GTIN}/21/12345",
    "all qualifiers": f"https://a.example/01/{GTIN}/22/V/10/L/21/S",
    "some qualifiers": f"https://a.example/01/{GTIN}/22/V/21/S",
    "TPX": f"https://a.example/01/{GTIN}/235/XYZ",
    "lot beside a TPX": f"https://a.example/01/{GTIN}/235/XYZ?10=ABC",
    "value that is an identifier": f"https://a.example/01/{GTIN}/10/21/21/10",
    "slash in a value": f"https://a.example/01/{GTIN}/10/A%2FB",
    "lower-case escape": f"https://a.example/01/{GTIN}/10/A%2fB",
    "plus in the path": f"https://a.example/01/{GTIN}/10/A+B",
    "whole set 82": f"https://a.example/01/{GTIN}/10/%21%22%25%26%27%28%29%2A%2B%2C",
    "twenty characters": f"https://a.example/01/{GTIN}/21/{'A' * 20}",
    "dates": f"https://a.example/01/{GTIN}?11=260228&17=260430",
    "day 00 ends the month": f"https://a.example/01/{GTIN}?17=260200",
    "weight": f"https://a.example/01/{GTIN}?3103=000195",
    "contents of a pallet": f"https://a.example/00/{SSCC}?02={GTIN}&37=25&10=ABC123",
    "other parameters": f"https://a.example/01/{GTIN}?linkType=gs1:pip&17=260430&lang=vi",
    "empty parameters": f"https://a.example/01/{GTIN}?&&17=260430&",
    "parameter without value": f"https://a.example/01/{GTIN}?17&x",
    "empty query": f"https://a.example/01/{GTIN}?",
    "fragment": f"https://a.example/01/{GTIN}?17=260430#part",
    "GTIN as attribute of an asset": f"https://a.example/8004/0200000ABC?01={GTIN}",
    "document": "https://a.example/253/0200000000004",
    "document with serial": "https://a.example/253/0200000000004SERIAL",
    "coupon": "https://a.example/255/0200000000004123",
    "consignment": "https://a.example/401/0200000XYZ",
    "shipment": "https://a.example/402/02000000000000011",
    "place": f"https://a.example/414/{GLN}",
    "part of a place": f"https://a.example/414/{GLN}/254/32a%2Fb",
    "place with UIC": f"https://a.example/414/{GLN}/7040/1A-B",
    "pay to": f"https://a.example/415/{GLN}/8020/REF1",
    "party": f"https://a.example/417/{GLN}",
    "returnable asset": "https://a.example/8003/00200000000004",
    "returnable asset with serial": "https://a.example/8003/00200000000004ABC",
    "asset": "https://a.example/8004/0200000ABC",
    "piece": f"https://a.example/8006/{GTIN}0102/21/S",
    "component": "https://a.example/8010/0200000ABC/8011/1234",
    "model": "https://a.example/8013/1987654Ad4X4bL5ttr2310c2K",
    "provider": f"https://a.example/8017/{SSCC}/8019/12",
    "recipient": f"https://a.example/8018/{SSCC}/8019/12",
    "price with currency": f"https://a.example/01/{GTIN}?3932=7041000",
    "origin": f"https://a.example/01/{GTIN}?422=704",
    "digital signature": f"https://a.example/01/{GTIN}/21/S?8030=abc_DEF-123",
    "internal": f"https://a.example/01/{GTIN}?99=ABC&98=XYZ%2F987",
}

BAD = {
    "nothing": ("", "scheme"),
    "other scheme": (f"ftp://a.example/01/{GTIN}", "scheme"),
    "no host": (f"https:///01/{GTIN}", "host"),
    "bad host": (f"https://a$b/01/{GTIN}", "host"),
    "no path": ("https://a.example", "path"),
    "bare root": ("https://a.example/", "path"),
    "no key": ("https://a.example/b/c", "path"),
    "key without value": ("https://a.example/01", "path"),
    "key with empty value": ("https://a.example/01/", "path"),
    "convenience alpha": (f"https://a.example/gtin/{GTIN}", "path"),
    "GTIN-13": ("https://a.example/01/0200000000011", "AI (01)"),
    "GTIN-8": ("https://a.example/01/02000011", "AI (01)"),
    "fifteen digits": (f"https://a.example/01/{GTIN}0", "AI (01)"),
    "letter in a GTIN": ("https://a.example/01/0020000000001A", "AI (01)"),
    "wrong check digit": ("https://a.example/01/00200000000012", "check digit"),
    "wrong check digit of an SSCC": ("https://a.example/00/020000000000000016", "check digit"),
    "wrong check digit of a GLN": ("https://a.example/414/0200000000005", "check digit"),
    "wrong check digit of a GSRN": ("https://a.example/8018/020000000000000016", "check digit"),
    "wrong check digit of a GRAI": ("https://a.example/8003/00200000000005", "check digit"),
    "wrong check pair": ("https://a.example/8013/1987654Ad4X4bL5ttr2310cXX", "check characters"),
    "wrong check digit of an attribute": (f"https://a.example/00/{SSCC}?02=00200000000012&37=1", "check digit"),
    "GRAI not filled with zero": ("https://a.example/8003/10200000000004", "AI (8003)"),
    "unknown identifier": (f"https://a.example/01/{GTIN}/89/ABC", "unknown"),
    "unknown attribute": (f"https://a.example/01/{GTIN}?89=ABC", "unknown"),
    "unknown long attribute": (f"https://a.example/01/{GTIN}?12345=ABC", "unknown"),
    "stray segment": (f"https://a.example/01/{GTIN}/foo", "unknown"),
    "wrong order": (f"https://a.example/01/{GTIN}/21/S/10/L", "order"),
    "variant last": (f"https://a.example/01/{GTIN}/10/L/22/V", "order"),
    "same qualifier twice": (f"https://a.example/01/{GTIN}/10/L/10/M", "twice"),
    "TPX and serial": (f"https://a.example/01/{GTIN}/21/S/235/X", "order"),
    "attribute in the path": (f"https://a.example/01/{GTIN}/17/260430", "query"),
    "qualifier of another key": (f"https://a.example/01/{GTIN}/254/X", "qualify"),
    "qualifier without key": ("https://a.example/10/ABC", "not a primary key"),
    "lot in the query": (f"https://a.example/01/{GTIN}?10=ABC", "path"),
    "serial in the query": (f"https://a.example/01/{GTIN}/10/L?21=S", "path"),
    "key twice": (f"https://a.example/01/{GTIN}?01={GTIN}", "twice"),
    "attribute twice": (f"https://a.example/01/{GTIN}?17=260430&17=260430", "twice"),
    "no attribute at all": (f"https://a.example/01/{GTIN}?8200=x", "attribute"),
    "empty attribute": (f"https://a.example/01/{GTIN}?99=", "empty"),
    "empty value": (f"https://a.example/01/{GTIN}/10//21/S", "empty"),
    "lot too long": (f"https://a.example/01/{GTIN}/10/{'A' * 21}", "21 characters"),
    "date that is none": (f"https://a.example/01/{GTIN}?17=261301", "calendar"),
    "29 February": (f"https://a.example/01/{GTIN}?17=260229", "calendar"),
    "country that is none": (f"https://a.example/01/{GTIN}?422=999", "country"),
    "currency that is none": (f"https://a.example/01/{GTIN}?3932=0001000", "currency"),
    "piece 3 of 2": (f"https://a.example/8006/{GTIN}0302", "piece"),
    "serial that begins with zero": ("https://a.example/8010/0200000ABC/8011/01", "zero"),
    "asset without company prefix": ("https://a.example/8004/ABCDEF", "prefix"),
    "document too long": (f"https://a.example/253/0200000000004{'A' * 18}", "31 characters"),
    "space": (f"https://a.example/01/{GTIN}/10/A%20B", "set 82"),
    "plus in the query is a space": (f"https://a.example/01/{GTIN}?99=A+B", "set 82"),
    "tilde": (f"https://a.example/01/{GTIN}/10/A~B", "set 82"),
    "NUL": (f"https://a.example/01/{GTIN}/10/%00", "NUL"),
    "marks": (f"https://a.example/01/{GTIN}/10/%C3%A1", "ASCII"),
    "raw space": (f"https://a.example/01/{GTIN}/10/A B", "percent-encoded"),
    "raw marks": (f"https://a.example/01/{GTIN}/10/á", "percent-encoded"),
    "half an escape": (f"https://a.example/01/{GTIN}/10/AB%2", "hexadecimal"),
    "no hexadecimal": (f"https://a.example/01/{GTIN}/10/A%4GB", "hexadecimal"),
    "compressed": ("https://a.example/ARHKVAdpQg7Wyf", "compressed"),
    "half compressed": (f"https://a.example/01/{GTIN}/ARHKVAdpQg7Wyf", "compressed"),
    "ten thousand characters": (f"https://a.example/01/{GTIN}/10/{'A' * 10_000}", "longer"),
}


@pytest.mark.parametrize("uri", GOOD.values(), ids=GOOD)
def test_a_good_uri_is_read_and_written_back(uri):
    link = parse(uri)
    again = parse("https://id.gs1.org" + link.path)
    assert (again.key, again.qualifiers) == (link.key, link.qualifiers)
    assert link.key.ai in PRIMARY_KEYS


@pytest.mark.parametrize(("uri", "says"), BAD.values(), ids=BAD)
def test_a_bad_uri_is_refused_with_the_reason(uri, says):
    with pytest.raises(InvalidUri) as refusal:
        parse(uri)
    assert says in str(refusal.value)


def test_parts_of_a_uri():
    link = parse(f"https://a.example/stem/01/{GTIN}/10/A%2FB/21/S1?17=260430&s=7&lang=vi")
    assert link.stem == "https://a.example/stem"
    assert [link.value(ai) for ai in ("01", "10", "21", "17", "22")] == [GTIN, "A/B", "S1", "260430", None]
    assert link.others == ("s=7", "lang=vi")
    assert link.path == f"/01/{GTIN}/10/A%2FB/21/S1"
    assert [level.path for level in link.levels()] == [
        f"/01/{GTIN}/10/A%2FB/21/S1", f"/01/{GTIN}/10/A%2FB", f"/01/{GTIN}",
    ]  # fmt: skip


def test_every_primary_key_of_the_standard_is_known():
    keys = "00, 01, 253, 255, 401, 402, 414, 415, 417, 8003, 8004, 8006, 8010, 8013, 8017, 8018"
    assert ", ".join(sorted(PRIMARY_KEYS, key=int)) == keys
    assert IDENTIFIERS["3100"].longest == 6 and "3106" not in IDENTIFIERS


def test_check_digits_of_the_standard():
    assert [check_digit(digits) for digits in ("893850012345", "893850700001", "893600000012")] == ["0", "3", "7"]
    assert check_pair("1987654Ad4X4bL5ttr2310c") == "2K"
    assert has_check_digit("09520123456788") and not has_check_digit("09520123456789")


@given(st.text(max_size=60))
def test_any_text_is_read_or_refused(text):
    for part in (f"/01/{GTIN}/10/{text}", f"/{text}", f"/01/{GTIN}?{text}"):
        path, _, query = part.partition("?")
        try:
            link = parse_path(path, query)
        except InvalidUri:
            continue
        assert parse_path(link.path).key == link.key


@given(st.text(alphabet="ABCabc019!\"%&'()*+,-./:;<=>?_", min_size=1, max_size=20))
def test_any_lot_of_set_82_comes_back_whole(lot):
    assert parse_path(f"/01/{GTIN}/10/{quote(lot, safe='')}").value("10") == lot


def test_a_uri_is_read_in_a_fifth_of_a_millisecond():
    uri = f"https://a.example/stem/01/{GTIN}/22/V/10/A%2FB/21/S1?17=260430&3103=000195&s={'7' * 156}"
    parse(uri)
    best = min(_seconds(uri) for _ in range(5))
    assert best < 0.0002


def _seconds(uri: str) -> float:
    start = time.thread_time()
    for _ in range(200):
        parse(uri)
    return (time.thread_time() - start) / 200


VI = Link("pip", "/vi", "", ("vi",), "text/html")
EN = Link("pip", "/en", "", ("en",), "text/html")


@pytest.mark.parametrize(
    ("header", "chosen"),
    [
        ("", VI), ("en", EN), ("en-GB,en;q=0.9,vi;q=0.8", EN), ("vi;q=0.8,en;q=0.9", EN), ("en;q=0.3,vi;q=0.4", VI),
        ("fr", VI), ("fr,en;q=0.1", EN), ("*", VI), ("en;q=0", VI), ("EN", EN), (";;q=,,en;q=x", VI),
    ],
)  # fmt: skip
def test_the_language_that_weighs_most_is_chosen(header, chosen):
    assert best_links((VI, EN), languages=header) == (chosen,)


def test_links_that_nothing_tells_apart_come_together():
    twin = Link("pip", "/en2", "", ("en",), "text/html")
    assert best_links((VI, EN, twin), languages="en") == (EN, twin)


@pytest.mark.parametrize(
    ("accept", "type_"),
    [
        ("", None), ("*/*", None), ("text/html,application/json;q=0.5", None),
        ("application/linkset+json", "application/linkset+json"), ("application/json", "application/json"),
        ("application/ld+json, text/html;q=0.1", "application/ld+json"),
        ("text/html, application/linkset+json;q=0.1", "application/linkset+json"),
    ],
)  # fmt: skip
def test_who_wants_the_link_set(accept, type_):
    assert wants_linkset(accept) == type_


def test_spellings_of_a_link_type():
    spellings = ("gs1:pip", "https://ref.gs1.org/voc/pip", "https://gs1.org/voc/pip", "https://www.gs1.org/voc/pip")
    assert {link_type(text) for text in spellings} == {"pip"}
    assert link_type("schema:url") is None
