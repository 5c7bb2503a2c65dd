"""The outbox: nothing goes out before its transaction is kept, nothing is lost after it, nothing is told twice."""

import datetime
import os
import signal
import subprocess
import sys

import pytest
import time_machine
from django.conf import settings
from django.core import mail as django_mail
from django.db import transaction
from django.utils import timezone

from storefront.mail import sending
from storefront.mail.models import OutgoingMail
from storefront.mail.services import DEAD_DAYS, KEEP_DAYS, queue_mail, sweep_mails
from storefront.public.complaints.services import send_complaint
from storefront.runtime.pytest_plugin import ROOT
from storefront.settings import base
from tests.mails import delivered
from tests.races import all_at_once
from tests.storefront.web_process import database_url
from tests.waiting import PATIENCE_SECONDS

from .smtp import mail_server

State = OutgoingMail.State
WORKER = """
import django
django.setup()
from django.test import override_settings
from storefront.mail.sending import send_due
with override_settings(**{values}):
    send_due()
"""


def make_mail(key: str = "1", to: str = "lan@example.com") -> OutgoingMail:
    values = {"old": "a@example.com", "new": "b@example.com", "by": "c@example.com"}
    queue_mail("email_changed", key=key, to=to, language="vi", about=f"100123-{key}", **values)
    return OutgoingMail.objects.get(kind="email_changed", key=key)


def attempts_over_time() -> int:
    """Try until nothing waits any more, however long the pauses; the number of attempts."""
    tried, now = 0, timezone.now()
    while waiting := OutgoingMail.objects.filter(state=State.WAITING).order_by("next_attempt_at").first():
        now = max(now, waiting.next_attempt_at) + datetime.timedelta(seconds=1)
        with time_machine.travel(now, tick=False):
            tried += sending.send_due()
    return tried


def test_a_mail_is_a_row_of_the_transaction_once_for_each_key(committed_db):
    with pytest.raises(ZeroDivisionError), transaction.atomic():
        make_mail()
        raise ZeroDivisionError
    assert not delivered()
    queue_mail("email_changed", key="x", to=" \u200b ", language="vi")
    assert not OutgoingMail.objects.exists()

    def queue():
        with transaction.atomic():
            make_mail(to="\u200blan@example.com\u202c")

    all_at_once(queue, queue, queue)
    make_mail()
    all_at_once(sending.send_due, sending.send_due, sending.send_due)
    (message,) = delivered()
    assert message.to == ["lan@example.com"]
    row = OutgoingMail.objects.get()
    assert (row.state, row.to, row.arguments, row.attempts) == (State.SENT, "", {}, 1)


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("answers", "attempts", "ends", "reason"),
    [
        (["250"], 1, State.SENT, ""),
        (["rcpt 450", "451", "drop", "stall", "250"], 5, State.SENT, ""),
        (["rcpt 550"], 1, State.FAILED, "550 <…> is not wanted"),
        (["554"], 1, State.FAILED, "554 that is all"),
        (["421"], sending.MAX_ATTEMPTS, State.FAILED, "421 that is all"),
    ],
)
def test_what_the_mail_server_says(answers, attempts, ends, reason):
    make_mail()
    with mail_server(*answers) as server:
        assert attempts_over_time() == attempts
    row = OutgoingMail.objects.get()
    assert (row.state, row.attempts, row.reason) == (ends, attempts, reason)
    assert len(server.taken) == (ends == State.SENT)
    assert row.is_refused == (ends == State.FAILED and attempts == 1)
    for message in server.taken:
        assert [part.get_content_type() for part in message.get_payload()] == ["text/plain", "text/html"]


@pytest.mark.django_db
def test_a_server_that_takes_a_mail_and_does_not_say_so_gets_one_twin_with_the_same_number():
    make_mail()
    with mail_server("twin", "250") as server:
        assert attempts_over_time() == 2
    first, second = server.taken
    assert first["Message-ID"] == second["Message-ID"]
    assert OutgoingMail.objects.get().state == State.SENT


def test_a_worker_killed_between_the_servers_yes_and_the_mark_sends_one_twin(committed_db):
    make_mail()
    with mail_server("250") as server:
        names = ("MAIL_TRANSPORT", "EMAIL_HOST", "EMAIL_PORT")
        values = {name: getattr(settings, name) for name in names}
        worker = subprocess.Popen(
            [sys.executable, "-c", WORKER.format(values=values)], cwd=ROOT,
            env={**os.environ, "DJANGO_SETTINGS_MODULE": "storefront.settings.test", "DATABASE_URL": database_url()},
        )  # fmt: skip
        server.when_taken = worker.kill
        assert worker.wait(PATIENCE_SECONDS) == -signal.SIGKILL
        server.when_taken = None
        row = OutgoingMail.objects.get()
        assert (row.state, row.attempts, len(server.taken)) == (State.WAITING, 1, 1)
        assert attempts_over_time() == 1
    assert OutgoingMail.objects.get().state == State.SENT
    assert len({message["Message-ID"] for message in server.taken}) == 1
    assert len(server.taken) == 2


@pytest.mark.django_db
def test_a_worker_that_dies_in_an_attempt_leaves_the_mail_waiting_and_not_for_ever():
    mail = make_mail()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(sending, "_try", lambda *_args: (_ for _ in ()).throw(SystemExit))
        for _death in range(sending.MAX_ATTEMPTS):
            OutgoingMail.objects.update(next_attempt_at=timezone.now())
            with pytest.raises(SystemExit):
                sending.send_due()
            mail.refresh_from_db()
            assert mail.state == State.WAITING
            assert mail.next_attempt_at > timezone.now()
    assert attempts_over_time() == 0
    mail.refresh_from_db()
    assert mail.state == State.FAILED


@pytest.mark.django_db
def test_what_cannot_be_written_holds_up_nothing_and_what_is_gone_is_told_to_nobody():
    complaint = send_complaint(kind="product", text="Hạt bị mốc")
    broken, good = make_mail("1"), make_mail("2")
    OutgoingMail.objects.filter(pk=broken.pk).update(arguments={"nonsense": 1})
    complaint.delete()
    (message,) = delivered()
    assert message.to == [good.to]
    states = dict(OutgoingMail.objects.values_list("kind", "state").exclude(pk=good.pk))
    assert states == {"email_changed": State.WAITING, "complaint_notice": State.GIVEN_UP}


@pytest.mark.django_db
def test_what_libraries_send_goes_into_the_outbox_too(settings):
    settings.EMAIL_BACKEND = base.EMAIL_BACKEND
    django_mail.send_mail("Bài\nviết", "Xem https://example.com/", None, ["a@example.com", "b@example.com"])
    assert not django_mail.outbox
    assert "example.com/" not in str(list(OutgoingMail.objects.values_list("arguments", flat=True)))
    assert sorted(message.to[0] for message in delivered()) == ["a@example.com", "b@example.com"]
    assert {message.subject for message in delivered()} == {"Bài viết"}
    assert "Xem https://example.com/" in delivered()[0].body


@pytest.mark.django_db
def test_old_rows_are_given_up_and_forgotten():
    make_mail("1")
    make_mail("2")
    delivered()
    OutgoingMail.objects.filter(key="2").update(state=State.FAILED, ended_at=None, to="lan@example.com")
    for days, left in (
        (DEAD_DAYS - 1, ["sent", "failed"]),
        (DEAD_DAYS + 1, ["sent", "given_up"]),
        (KEEP_DAYS + 1, ["given_up"]),
    ):
        with time_machine.travel(timezone.now() + datetime.timedelta(days=days)):
            sweep_mails()
        assert list(OutgoingMail.objects.order_by("key").values_list("state", flat=True)) == left
    assert not OutgoingMail.objects.exclude(to="").exists()
    assert len(django_mail.outbox) == 2
