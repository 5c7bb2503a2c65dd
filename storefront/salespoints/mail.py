"""The plain text mail that tells a sales point of a recall."""

from django.core.mail import EmailMessage
from django.urls import reverse
from django.utils import translation

from storefront.mail import text_mail

from .models import RecallNotice
from .notices import present


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
