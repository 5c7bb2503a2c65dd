"""The office and mails that no server took."""

import pytest
from django.test import Client

from storefront.accounts.models import User
from storefront.demo.accounts import ensure_demo_accounts
from storefront.mail.models import OutgoingMail
from storefront.mail.services import queue_mail

pytestmark = pytest.mark.django_db
LIST = "/theo-doi/can-bo/thu/"


def failed(number: int, **values) -> OutgoingMail:
    arguments = {"old": "a@example.com", "new": "b@example.com", "by": "bí-mật"}
    queue_mail(
        "email_changed", key=number, to=f"lan{number}@example.com", language="vi", about=f"DH{number}", **arguments
    )
    OutgoingMail.objects.filter(key=str(number)).update(state="failed", reason="550 … no", **values)
    return OutgoingMail.objects.get(key=str(number))


@pytest.fixture
def client():
    ensure_demo_accounts()
    client = Client()
    client.force_login(User.objects.get(email__startswith="canbo@"))
    return client


def states() -> list[str]:
    return list(OutgoingMail.objects.order_by("pk").values_list("state", flat=True))


def test_officers_find_failed_mails_and_send_them_again_or_give_them_up(client, django_assert_max_num_queries):
    rows = [failed(number, attempts=9) for number in range(1, 7)]
    assert "6" in client.get("/theo-doi/can-bo/").content.decode()
    with django_assert_max_num_queries(12):
        page = client.get(LIST).content.decode()
    assert page.count('name="mail"') == 6 and "la…@example.com" in page
    assert "lan1@example.com" not in page and "bí-mật" not in page
    for text, found in (("DH3", 1), ("lan4@example.com ", 1), ("lan4", 0), ("van phong doi dia chi", 6), ("%00", 0)):
        assert client.get(LIST, {"q": text}).content.decode().count('name="mail"') == found, text

    client.post(LIST, {"step": "retry", "mail": [rows[0].pk, "x", "-3", 10**30]})
    client.post(LIST, {"step": "give-up", "mail": [rows[1].pk, rows[0].pk]})
    client.post(LIST, {"step": "give-up"})
    client.post(LIST, {"step": "nonsense", "whole": "1"})
    assert states() == ["waiting", "given_up", "failed", "failed", "failed", "failed"]
    rows[1].refresh_from_db()
    assert (rows[1].to, rows[1].arguments) == ("", {})
    assert OutgoingMail.objects.get(pk=rows[0].pk).attempts == 0
    client.post(f"{LIST}?q=DH3", {"step": "give-up", "whole": "1"})
    client.post(LIST, {"step": "retry", "whole": "1"})
    client.post(LIST, {"step": "give-up", "whole": "1"})  # nothing is left that failed
    assert states() == ["waiting", "given_up", "given_up", "waiting", "waiting", "waiting"]
