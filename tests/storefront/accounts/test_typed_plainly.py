"""Addresses and passwords as keyboards, messengers and browsers hand them over."""

import unicodedata

import pytest
from allauth.account.models import EmailAddress
from django.forms import ValidationError
from django.urls import reverse
from django_tasks.base import TaskResultStatus
from django_tasks_db.models import DBTaskResult

from storefront.accounts.models import User
from storefront.demo.accounts import DEMO_ACCOUNTS, ensure_demo_accounts
from storefront.form_fields import EmailField
from storefront.mail.composing import compose
from storefront.mail.kinds import Letter
from tests.mails import delivered

ADDRESSES = {
    "lan@example.com\u202c": "lan@example.com",
    "\u202alan@example.com\u202c": "lan@example.com",
    "\ufefflan@example.com": "lan@example.com",
    "lan\u200b@exam\u00adple.com": "lan@example.com",
    "lan@exa\u202emple.com": "lan@example.com",
    "lan@example.com\ufe0f\u2060": "lan@example.com",
    "\u00a0lan@example.com\u3000": "lan@example.com",
    "ｌａｎ＠ｅｘａｍｐｌｅ．ｃｏｍ": "lan@example.com",
    "lan@đắklắk.vn": "lan@đắklắk.vn",
}
UNDELIVERABLE = ["lan@אa.com", f"lan@{'đ' * 60}.vn", "lan@\u0301\u05d0x1.vn", "\u202c", "lan@\u202c.com"]
PASSWORD = "mật khẩu của bà Tuyết"
TYPED = [unicodedata.normalize(form, PASSWORD) for form in ("NFC", "NFD", "NFKC", "NFKD")]
TYPED += [PASSWORD.replace(" ", "\u00a0")]


@pytest.mark.parametrize(("typed", "read"), ADDRESSES.items())
def test_an_address_is_read_without_what_copying_puts_around_it(typed, read):
    assert EmailField().clean(typed) == read
    message = compose("account/email/changed_by_office", Letter({}), language="vi", to=typed)
    assert message.message()["To"].startswith("lan@")


@pytest.mark.parametrize("typed", UNDELIVERABLE)
def test_an_address_that_no_mail_can_reach_is_refused_in_words(typed):
    with pytest.raises(ValidationError):
        EmailField().clean(typed)


@pytest.mark.django_db
@pytest.mark.parametrize("typed", [*ADDRESSES, *UNDELIVERABLE])
def test_signing_up_and_asking_for_a_password_never_break(client, typed):
    passwords = {"password1": TYPED[0], "password2": TYPED[1]}
    expected = 302 if typed in ADDRESSES else 200
    assert client.post(reverse("account_signup"), {"email": typed, **passwords}).status_code == expected
    assert client.post(reverse("account_reset_password"), {"email": typed}).status_code == expected
    assert len(delivered()) == (2 if typed in ADDRESSES else 0)


@pytest.mark.django_db
def test_a_password_opens_the_account_in_every_way_of_writing_its_letters(client):
    for number, was_set in enumerate(TYPED):
        user = User.objects.create_user(f"{number}@example.com", was_set)
        EmailAddress.objects.create(user=user, email=user.email, verified=True, primary=True)
        assert all(user.check_password(typed) for typed in TYPED)
        assert not user.check_password(PASSWORD.replace("ậ", "a"))
        answer = client.post(reverse("account_login"), {"login": f"{user.email}\u202c", "password": TYPED[1]})
        assert answer.status_code == 302
        change = {"oldpassword": TYPED[1], "password1": TYPED[0], "password2": TYPED[1]}
        assert client.post(reverse("account_change_password"), change).status_code == 302
        client.logout()


@pytest.mark.django_db
def test_a_task_that_failed_is_listed_and_done_again(client):
    ensure_demo_accounts()
    client.force_login(User.objects.get(email=DEMO_ACCOUNTS[-1].email))
    task = DBTaskResult.objects.create(
        status=TaskResultStatus.FAILED,
        task_path="media.tasks.make_renditions",
        args_kwargs={"args": [], "kwargs": {"photo_id": 1, "attempt": 4}},
        backend_name="default",
        run_after="2026-01-01T00:00Z",
        exception_class_path="builtins.UnicodeError",
        traceback="UnicodeError: Invalid character",
        worker_ids=["saobuon-1"] * 3,
    )
    queue = reverse("admin:django_tasks_database_dbtaskresult_changelist")
    assert str(task.pk) in client.get(f"{queue}?status__exact=FAILED").content.decode()
    for _time in range(2):  # the second time there is nothing to do
        client.post(queue, {"action": "do_again", "_selected_action": [task.pk]})
    task.refresh_from_db()
    assert (task.status, task.worker_ids, task.args_kwargs["kwargs"]["attempt"]) == (TaskResultStatus.READY, [], 0)
    assert DBTaskResult.objects.ready().contains(task)
