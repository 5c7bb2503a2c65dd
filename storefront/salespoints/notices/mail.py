"""The plain text mail that tells a sales point of a recall, and the note that it went out."""

from django.core.mail import EmailMessage
from django.db import transaction
from django.urls import reverse
from django.utils import timezone, translation

from storefront.mail import text_mail
from storefront.salespoints.models import RecallNotice

from .queries import present


def recall_notice(notice: RecallNotice) -> EmailMessage | None:
    """In Vietnamese, to everybody who works there today; None where nobody does."""
    staff = notice.sales_point.memberships.today().filter(user__is_active=True)
    addresses = sorted(set(staff.values_list("user__email", flat=True)))
    if not addresses:
        return None
    with translation.override("vi"):
        path = reverse("sales-point-notices", args=[notice.sales_point_id])
        context = {"item": present(notice), "point": notice.sales_point}
    return text_mail("salespoints/mail/recall", context, language="vi", to=addresses, path=path)


@transaction.atomic
def note_mailed(*, notice: RecallNotice, addresses: int) -> None:
    """The mail server has taken the mail to so many addresses."""
    RecallNotice.objects.filter(pk=notice.pk).update(mailed_at=timezone.now(), mailed_to=addresses)
