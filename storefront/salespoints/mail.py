"""The plain text mail that tells a sales point of a recall."""

from django.conf import settings
from django.core.mail import EmailMessage
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone, translation

from .models import RecallNotice
from .notices import shown


def recall_notice(notice: RecallNotice) -> EmailMessage | None:
    """In Vietnamese, to everybody who works there today; None where nobody does."""
    day = timezone.localdate()
    staff = notice.sales_point.memberships.filter(since__lte=day, user__is_active=True)
    staff = staff.filter(until=None) | staff.filter(until__gte=day)
    addresses = sorted(set(staff.values_list("user__email", flat=True)))
    if not addresses:
        return None
    with translation.override("vi"):
        path = reverse("sales-point-notices", args=[notice.sales_point_id])
        context = {"item": shown(notice), "point": notice.sales_point, "url": f"{settings.SITE_URL}{path}"}
        subject = render_to_string("salespoints/mail/recall_subject.txt", context)
        body = render_to_string("salespoints/mail/recall.txt", context)
    return EmailMessage(
        subject=" ".join(subject.split()),
        body=body.strip() + "\n",
        from_email=settings.DEFAULT_FROM_EMAIL,
        to=addresses,
        headers={"Auto-Submitted": "auto-generated"},
    )
