"""The GS1 resolver as clients meet it."""

import json

import pytest

from catalogue.traceability.lots.services import create_lot, set_gtin
from catalogue.traceability.models import Recall, RecallScope
from tests.catalogue.factories import make_certificate, make_product

GTIN = "00200000000028"
VOC = "https://ref.gs1.org/voc/"
LINK_TYPES = (
    "pip", "certificationInfo", "traceability", "epcis", "recallStatus", "verificationService", "hasRetailers",
    "masterData", "defaultLink", "defaultLinkMulti",
)  # fmt: skip


@pytest.fixture
def product(db):
    product = make_product(title="Cà phê bột thử")
    make_certificate(product=product)
    set_gtin(product=product, gtin=GTIN, is_illustrative=True)
    return product


def get(client, path, **headers):
    """Ask as a web server would: with the raw request target beside the decoded path."""
    return client.get(path, headers={name.replace("_", "-"): value for name, value in headers.items()}, RAW_URI=path)


def test_a_gtin_leads_to_the_product_in_the_readers_language(client, product):
    answer = get(client, f"/01/{GTIN}")
    assert (answer.status_code, answer["Location"]) == (307, f"http://testserver/san-pham/{product.slug}/")
    assert f'<http://testserver/01/{GTIN}?linkType=linkset>; rel="linkset"' in answer["Link"]
    assert answer["Access-Control-Allow-Origin"] == "*" and not answer.cookies
    english = get(client, f"/01/{GTIN}", accept_language="vi;q=0.3, en;q=0.5")
    assert english["Location"] == f"http://testserver/en/san-pham/{product.slug}/"
    assert get(client, f"/01/{GTIN}", accept_language="fr")["Location"] == answer["Location"]
    assert get(client, f"/01/{GTIN}/")["Location"] == answer["Location"]
    assert get(client, f"/01/{GTIN}/22/V1")["Location"] == answer["Location"]


def test_a_pack_leads_to_its_verdict_whether_it_is_known_or_not(client, product):
    for path in (f"/01/{GTIN}/21/NOSUCHSER1AL", f"/01/{GTIN}/10/NO-SUCH-LOT", f"/01/{GTIN}/10/L/21/S"):
        answer = get(client, path)
        assert (answer.status_code, answer["Location"]) == (307, f"http://testserver/tem{path}")
        assert answer["Cache-Control"] == "no-store"


def test_the_query_is_passed_on_byte_for_byte(client, product):
    query = "s=7%2F1&x=%C3%A1+b&&y&17=260430"
    answer = get(client, f"/01/{GTIN}/21/ABC?{query}")
    assert answer["Location"] == f"http://testserver/tem/01/{GTIN}/21/ABC?{query}"


def test_an_encoded_slash_stays_inside_its_value(client, product):
    answer = get(client, f"/01/{GTIN}/10/A%2FB%2F21%2FC")
    assert answer["Location"] == f"http://testserver/tem/01/{GTIN}/10/A%2FB%2F21%2FC"


@pytest.mark.parametrize(
    "rest",
    ["/foo", "/17/260430", "/21/S/10/L", "/10/A%00B", "/10/" + "A" * 10_000, "/10/%C3%A1", "/10/AB%2",
     "?10=L", "?17=261399"],
)  # fmt: skip
def test_what_is_no_digital_link_is_400_in_every_method(client, product, rest):
    path = f"/01/{GTIN}{rest}"
    answer = get(client, path)
    assert (answer.status_code, answer["Content-Type"]) == (400, "application/problem+json")
    assert json.loads(answer.content)["detail"] and answer["Access-Control-Allow-Origin"] == "*"
    assert client.head(path, RAW_URI=path).status_code == 400


@pytest.mark.parametrize("path", ["/01/00200000000021", "/01/1234", "/89/ABC", "/10/L1", "/01", "/01/", "/8004/ABC"])
def test_wrong_keys_are_400(client, db, path):
    assert get(client, path).status_code == 400


@pytest.mark.parametrize(
    "path", ["/01/09520123456788", "/00/952012345678912345", "/414/9520123456788", "/8004/9520614141234567"]
)
def test_well_formed_but_unknown_is_404_for_machines_and_people(client, db, path):
    answer = get(client, path)
    assert (answer.status_code, answer["Content-Type"]) == (404, "application/problem+json")
    page = get(client, path, accept="text/html", accept_language="en")
    assert page.status_code == 404 and "We do not know this product code" in page.content.decode()
    assert not page.cookies


def test_a_product_that_is_not_public_is_unknown(client, product):
    type(product).objects.filter(pk=product.pk).update(is_public=False)
    assert get(client, f"/01/{GTIN}/21/ABC").status_code == 404


def test_the_link_set_tells_everything_level_by_level(client, product):
    path = f"/01/{GTIN}/10/L1/21/S1"
    answer = get(client, f"{path}?linkType=linkset")
    assert (answer.status_code, answer["Content-Type"]) == (200, "application/linkset+json")
    assert 'rel="http://www.w3.org/ns/json-ld#context"; type="application/ld+json"' in answer["Link"]
    contexts = answer.json()["linkset"]
    assert [context["anchor"] for context in contexts] == [
        f"http://testserver{path}", f"http://testserver/01/{GTIN}/10/L1", f"http://testserver/01/{GTIN}",
    ]  # fmt: skip
    for context in contexts:
        assert context["itemDescription"].startswith("Cà phê bột thử")
        (default,) = context[VOC + "defaultLink"]
        assert set(default) == {"href", "title"}
        for kind, links in context.items():
            if kind.startswith(VOC) and not kind.endswith("/defaultLink"):
                assert all(link["href"] and link["title"] and isinstance(link["hreflang"], list) for link in links)
    assert {kind.removeprefix(VOC) for kind in contexts[-1]} >= set(LINK_TYPES)
    wanted = get(client, path, accept="application/linkset+json")
    assert wanted.json() == answer.json() and wanted["Content-Type"] == "application/linkset+json"
    assert get(client, path, accept="application/ld+json").json()["@context"].endswith("linkset-context")


@pytest.mark.parametrize("kind", LINK_TYPES)
@pytest.mark.parametrize("rest", ["", "/21/S1"])
def test_each_link_type_can_be_asked_for(client, product, kind, rest):
    linkset = get(client, f"/01/{GTIN}{rest}?linkType=linkset").json()["linkset"]
    first = next(context[VOC + kind][0]["href"] for context in linkset if VOC + kind in context)
    for spelling in (f"gs1:{kind}", f"https://ref.gs1.org/voc/{kind}"):
        answer = get(client, f"/01/{GTIN}{rest}?linkType={spelling}")
        assert (answer.status_code, answer["Location"]) == (307, f"{first}?linkType={spelling}")


def test_every_link_of_a_product_answers(client, product):
    lot = create_lot(product=product, code="L1")
    for path in (f"/01/{GTIN}", f"/01/{GTIN}/10/{lot.code}"):
        for context in get(client, f"{path}?linkType=linkset").json()["linkset"]:
            for kind, links in context.items():
                for link in links if kind.startswith(VOC) else ():
                    assert client.get(link["href"].removeprefix("http://testserver")).status_code == 200, link


@pytest.mark.parametrize("kind", ["gs1:nosuch", "schema:url", "pip"])
def test_a_link_type_without_link_is_404(client, product, kind):
    assert get(client, f"/01/{GTIN}?linkType={kind}").status_code == 404
    assert get(client, f"/01/{GTIN}?linkType={kind}", accept="application/linkset+json").status_code == 404


def test_two_recalls_cannot_be_told_apart(client, product, django_user_model):
    officer = django_user_model.objects.create_user(email="can-bo@example.test", password="x")
    lot = create_lot(product=product, code="L1")
    for _ in range(2):
        Recall.objects.create(scope=RecallScope.LOT, lot=lot, reason="Độ ẩm cao", declared_by=officer)
    answer = get(client, f"/01/{GTIN}?linkType=gs1:recallStatus")
    assert (answer.status_code, answer["Content-Type"]) == (300, "application/linkset+json")
    assert len(answer.json()["linkset"][0][VOC + "recallStatus"]) == 2
    Recall.objects.filter(lot=lot).first().delete()
    assert get(client, f"/01/{GTIN}?linkType=gs1:recallStatus").status_code == 307


def test_methods(client, product):
    path = f"/01/{GTIN}/21/S1"
    head, plain = client.head(path, RAW_URI=path), get(client, path)
    assert (head.status_code, head["Location"], head["Link"]) == (307, plain["Location"], plain["Link"])
    options = client.options(path, RAW_URI=path)
    assert options.status_code == 204 and options["Access-Control-Allow-Methods"] == "GET, HEAD, OPTIONS"
    assert options["Link"].startswith(f"<http://testserver{path}?linkType=linkset>")
    refused = client.post(path, RAW_URI=path)
    assert (refused.status_code, refused["Allow"]) == (405, "GET, HEAD, OPTIONS")


def test_the_description_file(client, db):
    answer = client.get("/.well-known/gs1resolver")
    assert answer["Content-Type"] == "application/json" and answer["Access-Control-Allow-Origin"] == "*"
    body = answer.json()
    assert body["resolverRoot"] == "http://testserver" and body["supportedPrimaryKeys"] == ["01"]
    assert body["supportedLinkType"] == [{"namespace": VOC, "prefix": "gs1:"}]


def test_queries_are_few_and_constant(client, product, django_assert_num_queries):
    get(client, f"/01/{GTIN}")
    for path in (f"/01/{GTIN}", f"/01/{GTIN}/10/L/21/S?s=1"):
        with django_assert_num_queries(1):
            get(client, path)
    for path in (f"/01/{GTIN}?linkType=linkset", f"/01/{GTIN}/10/L/21/S?linkType=linkset"):
        with django_assert_num_queries(2):
            get(client, path)
