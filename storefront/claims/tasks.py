"""Mails about complaints, sent by the worker."""

from django_tasks import task

from storefront.mail import send_or_retry

from .mail import news
from .models import Claim


@task()
def send_claim_mail(claim_id: int, to: str, address: str = "", attempt: int = 0) -> None:
    """Tell `buyer`, `seller` or `office` that something has happened. Each mail that is not taken is tried again."""
    claim = Claim.objects.select_related("parcel__order__user", "parcel__order__guest", "parcel__partner").get(
        pk=claim_id
    )
    for message in news(claim, to=to):
        if address in ("", message.to[0]):
            send_or_retry(
                message, task=send_claim_mail, attempt=attempt, claim_id=claim_id, to=to, address=message.to[0]
            )
