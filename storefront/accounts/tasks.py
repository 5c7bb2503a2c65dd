"""Mails about accounts, sent by the worker. Their arguments hold no secret: administrators can read them."""

from django_tasks import task

from storefront.mail import send_or_retry

from . import mail
from .models import SecondFactorReset


@task()
def send_email_changed(to: str, old: str, new: str, by: str, attempt: int = 0) -> None:
    """Tell one address that an administrator has changed the address of an account."""
    arguments = {"to": to, "old": old, "new": new, "by": by}
    send_or_retry(mail.email_changed(**arguments), task=send_email_changed, attempt=attempt, **arguments)


@task()
def send_reset_notice(request_id: int, step: str, to: str = "", attempt: int = 0) -> None:
    """Tell the person and all administrators of a request; each mail that is not taken is tried again by itself."""
    request = SecondFactorReset.objects.select_related("person", "asked_by", "answered_by").get(pk=request_id)
    for message in mail.reset_notices(request, step):
        if to in ("", message.to[0]):
            send_or_retry(
                message,
                task=send_reset_notice,
                attempt=attempt,
                request_id=request_id,
                step=step,
                to=message.to[0],
            )
