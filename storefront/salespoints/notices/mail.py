"""The mail that tells everybody at a sales point of a recall, and the note that it went out."""

from types import SimpleNamespace

from django.db.models import F
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from storefront.mail.kinds import Letter, MailKind
from storefront.mail.services import queue_mail
from storefront.salespoints.models import RecallNotice

from .queries import present, with_names


def mail_notice(notice: RecallNotice) -> None:
    """One mail for each person who works there today."""
    staff = notice.sales_point.memberships.today().filter(user__is_active=True).select_related("user")
    for user in {membership.user for membership in staff}:
        queue_mail(
            "recall_notice",
            key=f"{notice.pk}-{user.pk}",
            to=user.email,
            language=user.language,
            about=notice.sales_point.name,
            notice_id=notice.pk,
        )


def _notice(notice_id: int) -> Letter | None:
    notice = with_names(RecallNotice.objects.filter(pk=notice_id)).first()
    if notice is None:
        return None
    path = reverse("sales-point-notices", args=[notice.sales_point_id])
    return Letter({"item": present(notice), "point": notice.sales_point}, path)


def _note_mailed(notice_id: int) -> None:
    """The mail server has taken the mail for one more address."""
    RecallNotice.objects.filter(pk=notice_id).update(mailed_at=timezone.now(), mailed_to=F("mailed_to") + 1)


def _samples() -> dict[str, Letter]:
    item = SimpleNamespace(
        headline=_("Recall of a lot"),
        product_name="Cà phê bột Ea H'leo Coffee sạch – nguyên chất 100%",
        text=_("A sample, not a real case"),
    )
    return {"": Letter({"item": item, "point": SimpleNamespace(name="Điểm bán mẫu")}, "/theo-doi/diem-ban/")}


KINDS = (
    MailKind(
        "recall_notice",
        gettext_lazy("Recall notice to a sales point"),
        "salespoints/mail/recall",
        _notice,
        _samples,
        after_sending=_note_mailed,
    ),
)
