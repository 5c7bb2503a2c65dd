"""Print screens: only for those who act for the producer; the file comes once it has been read back."""

import datetime
import re

import pytest

from catalogue.producers.models import Membership
from catalogue.traceability.models import PrintRun
from catalogue.traceability.stamps import printing
from catalogue.traceability.stamps.batches import make_batch
from catalogue.traceability.stamps.keys import ensure_current_key
from catalogue.traceability.stamps.queries import page_code_of
from storefront.accounts.models import User
from tests.catalogue.factories import make_certificate, make_producer, make_product


@pytest.fixture
def batch(db):
    ensure_current_key()
    product = make_certificate(product=make_product(producer=make_producer()), stars=4).product
    return make_batch(product=product, count=70)


@pytest.fixture
def member(batch):
    return member_of(batch.product.producer, "member@example.vn")


def member_of(producer, email):
    person = User.objects.create_user(email=email, password="-")
    Membership.objects.create(user=person, producer=producer, since=datetime.date(2020, 1, 1))
    return person


def order(client, batch, **changes):
    data = {"paper": "a4-65", "first": "1", "last": "70"} | changes
    return client.post(f"/theo-doi/tem/{batch.pk}/in/", data)


def finish(run):
    for _step in range(10):
        run = printing.advance(run_id=run.pk)
    return run


def test_from_the_order_to_the_file(client, batch, member):
    client.force_login(member)
    response = order(client, batch)
    run = PrintRun.objects.get()
    assert response.url == f"/theo-doi/in/{run.pk}/"
    assert (run.first, run.last, run.created_by) == (1, 70, member)

    assert 'data-state="queued"' in client.get(response.url).content.decode()
    assert client.get(f"{response.url}tep/").status_code == 404

    finish(run)
    page = client.get(response.url)
    assert 'data-state="released"' in page.content.decode()
    assert "no-store" in page["Cache-Control"]
    file = client.get(f"{response.url}tep/")
    assert file["Content-Type"] == "application/pdf"
    assert f"tem-{batch.prefix}-1-70.pdf" in file["Content-Disposition"]
    assert "no-store" in file["Cache-Control"]
    assert b"".join(file.streaming_content).startswith(b"%PDF")
    file.close()


def test_nobody_else_sees_anything_of_it(client, batch, member):
    client.force_login(member)
    order(client, batch)
    run = PrintRun.objects.get()
    finish(run)
    addresses = [
        f"/theo-doi/tem/{batch.pk}/in/",
        *(f"/theo-doi/in/{run.pk}/{end}" for end in ("", "tep/", "lam-lai/")),
    ]
    client.force_login(member_of(make_producer(), "other@example.vn"))
    for address in addresses:
        assert client.post(address).status_code in (403, 405)
        assert client.get(address).status_code in (403, 405)
    client.logout()
    for address in addresses:
        assert client.get(address).status_code in (302, 405)
    assert PrintRun.objects.count() == 1


def test_a_refusal_stands_at_its_field_and_keeps_what_was_typed(client, batch, member):
    client.force_login(member)
    response = order(client, batch, last="71")
    text = response.content.decode()
    assert response.status_code == 422
    assert 'value="71"' in text
    assert 'aria-invalid="true"' in text
    assert re.search(r'value="a4-65"[^>]*checked', text)
    for wrong in ({"paper": "a3"}, {"first": "x"}, {"first": "-1"}, {"last": "9" * 30}, {"first": ""}):
        assert order(client, batch, **wrong).status_code == 422
    assert not PrintRun.objects.exists()


def test_the_form_proposes_what_has_not_been_printed(client, batch, member):
    client.force_login(member)
    order(client, batch, last="65")
    text = client.get(f"/theo-doi/tem/{batch.pk}/in/").content.decode()
    assert re.search(r'name="first"[^>]*value="66"|value="66"[^>]*name="first"', text)
    assert order(client, batch, first="60").status_code == 422  # 60 to 65 are in a run
    assert order(client, batch, first="66").status_code == 302


def test_a_lost_file_can_be_made_again(client, batch, member):
    client.force_login(member)
    address = order(client, batch).url
    run = finish(PrintRun.objects.get())
    printing.file_of(run).unlink()
    assert client.get(f"{address}tep/").status_code == 404
    assert "lam-lai" in client.get(address).content.decode()
    client.post(f"{address}lam-lai/")
    assert finish(run).state == "released"
    file = client.get(f"{address}tep/")
    assert file.status_code == 200
    file.close()


def test_the_list_takes_few_queries(client, batch, member, django_assert_max_num_queries):
    client.force_login(member)
    for place in range(1, 9):
        order(client, batch, first=str(place), last=str(place))
    with django_assert_max_num_queries(15):
        assert client.get(f"/theo-doi/tem/{batch.pk}/in/").status_code == 200


def test_the_code_of_a_page_as_png(client, batch):
    code = page_code_of(batch.product).code
    response = client.get(f"/q/{code}.png")
    assert response["Content-Type"] == "image/png"
    assert response.content.startswith(b"\x89PNG")
    assert not response.cookies
    assert client.get(f"/q/{batch.stamps.first().code}.png").status_code == 404
    assert client.get("/q/unknown.png").status_code == 404
