"""Questions about a product: asked by anybody, read before they show, answered by producer or department."""

import re

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from catalogue.roles import OFFICERS
from storefront.accounts.roles import ensure_roles, give_role
from storefront.public.questions.models import Answer, Question
from tests.catalogue.factories import make_product
from tests.mails import delivered
from tests.storefront.portal.people import member_of, signed_in
from tests.storefront.shop.offers import OURS, make_buyer, make_offer

pytestmark = pytest.mark.django_db
TYPED = {"text": "Hạt rang mộc <b>không</b>?", "name": "Lan", "email": "lan@example.com"}


def office() -> Client:
    ensure_roles()
    user = make_buyer("canbo@example.com")
    give_role(user=user, role=OFFICERS)
    return signed_in(user)


def judge(client: Client, kind: str, pk: int, step: str, **values):
    address = f"/theo-doi/can-bo/y-kien/{kind}/{pk}/"
    mark = re.search(r'name="mark" value="(\w+)"', client.get(address).content.decode())[1]
    return client.post(address, {"step": step, "mark": mark, **values})


def test_a_question_is_read_answered_read_again_and_mailed(client):
    offer = make_offer()
    product, reader = offer.product, office()
    page = f"{product.get_absolute_url()}hoi-dap/"
    assert not client.get(page).cookies
    assert client.post(page, TYPED, headers={"sec-fetch-site": "cross-site"}).status_code == 403
    assert client.post(page, TYPED).status_code == 200  # asked to confirm
    sent = [client.post(page, TYPED, headers=OURS)["Location"] for _again in range(2)]
    question = Question.objects.get()
    assert set(sent) == {f"{page}{question.reference}/"}
    assert client.get(sent[0]).status_code == 200
    desk, stranger = signed_in(member_of(offer)), signed_in(member_of(make_offer()))
    answer = f"/theo-doi/y-kien/cau-hoi/{question.pk}/"
    assert desk.get(answer).status_code == 404  # nobody has read it
    assert "rang mộc" not in client.get(page).content.decode()
    assert judge(reader, "cau-hoi", question.pk, "show").status_code == 302
    shown = client.get(page).content.decode()
    assert "Hạt rang mộc &lt;b&gt;không" in shown and "lan@example.com" not in shown
    assert stranger.post(answer, {"text": "Có"}).status_code == 403
    for _again in range(2):
        assert desk.post(answer, {"text": "Vâng, rang mộc"}).status_code == 302
    assert "Vâng, rang mộc" not in client.get(page).content.decode()
    assert not delivered()
    for _again in range(2):
        assert judge(reader, "tra-loi", Answer.objects.get().pk, "show").status_code == 302
    for address in (page, product.get_absolute_url()):
        assert "Vâng, rang mộc" in client.get(address).content.decode()
    assert [letter.to for letter in delivered()] == [["lan@example.com"]]
    question.refresh_from_db()
    assert question.email == ""


def test_the_department_refuses_on_a_ground_or_answers_at_once(client):
    product, reader = make_product(), office()
    page = f"{product.get_absolute_url()}hoi-dap/"
    for number in range(2):
        client.post(page, {**TYPED, "text": f"Mua ở đâu, câu số {number}?"}, headers=OURS)
    bad, good = Question.objects.order_by("pk")
    assert judge(reader, "cau-hoi", bad.pk, "refuse").status_code == 422
    assert judge(reader, "cau-hoi", bad.pk, "refuse", ground="off_topic").status_code == 302
    bad.refresh_from_db()
    assert (bad.state, bad.email) == ("refused", "")
    assert judge(reader, "cau-hoi", good.pk, "answer", text="Ở điểm bán").status_code == 302
    shown = client.get(page).content.decode()
    assert "Ở điểm bán" in shown and "câu số 1" in shown and "câu số 0" not in shown
    assert reader.get("/theo-doi/can-bo/y-kien/xyz/1/").status_code == 404


@pytest.mark.parametrize("wrong", [{"text": ""}, {"text": "a"}, {"text": "x" * 10_000}, {"email": "khong@"}])
def test_a_refused_question_keeps_what_was_typed(client, wrong):
    product = make_product()
    answer = client.post(f"{product.get_absolute_url()}hoi-dap/", {**TYPED, **wrong}, headers=OURS)
    assert answer.status_code == 422 and not Question.objects.exists()
    assert ("Lan" if "text" in wrong else "Hạt rang mộc") in answer.content.decode()


def test_a_product_without_answers_costs_no_query_more(client):
    product, reader = make_product(), office()

    def queries() -> int:
        with CaptureQueriesContext(connection) as caught:
            client.get(product.get_absolute_url())
        return len(caught)

    queries()
    before = queries()
    client.post(f"{product.get_absolute_url()}hoi-dap/", TYPED, headers=OURS)
    assert queries() <= before
    judge(reader, "cau-hoi", Question.objects.get().pk, "answer", text="Vâng, rang mộc")
    queries()
    assert queries() == before + 1
