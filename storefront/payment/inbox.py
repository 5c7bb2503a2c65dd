"""What services send us about money: judged, kept, and answered before anything is booked."""

import datetime
from collections.abc import Mapping

from django.conf import settings
from django.db import transaction
from django.utils import timezone
from django.utils.translation import override

from .models import Notice
from .notices.notice import NoticeRefused, NoticeSource
from .tasks import book_notice

MAX_KEPT_BYTES = 4096
"""Of what is refused: enough to see what it was."""
MAX_REFUSED_A_DAY = 500
"""Everybody can send nonsense; what comes beyond is answered and forgotten."""


def receive_notice(
    *, source: NoticeSource, headers: Mapping[str, str], body: bytes, now: datetime.datetime
) -> Notice | None:
    """Keep a notice and have it booked; None for a delivery of one that is kept already.

    The task is a row of the same transaction: what was answered is booked, whatever dies meanwhile. NoticeRefused for
    what is not signed by the service, old, or not what it promises.
    """
    notice = source.read(headers=headers, body=body, now=now)
    is_money = notice.movement.amount > 0 and not notice.is_test
    with transaction.atomic():
        kept, is_new = Notice.objects.get_or_create(
            source=source.name,
            identity=notice.movement.identity,
            defaults={
                "body": body,
                "account_number": notice.account[:40],
                "state": Notice.State.RECEIVED if is_money else Notice.State.NOTHING,
            },
        )
        if not is_new:
            return None
        if is_money:
            book_notice.enqueue(notice_id=kept.pk)
    return kept


def keep_refused(*, source: str, body: bytes, refusal: NoticeRefused) -> None:
    """For the office: what came, and why it is not believed."""
    since = timezone.now() - datetime.timedelta(days=1)
    refused = Notice.objects.filter(state=Notice.State.REFUSED, received_at__gte=since)
    if refused.count() < MAX_REFUSED_A_DAY:
        with override(settings.LANGUAGE_CODE):
            reason = str(refusal.message)[:300]
        Notice.objects.create(source=source, body=body[:MAX_KEPT_BYTES], state=Notice.State.REFUSED, reason=reason)
