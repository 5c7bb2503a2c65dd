"""Sales points are told of recalls: a notice on their page and a mail to everybody who works there."""

import dataclasses

from django.db import transaction
from django.db.models import Q, QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _

from catalogue.certification.models import Certificate
from catalogue.traceability.models import Recall, RecallScope
from catalogue.traceability.recalls import RecallWarning, active_recalls, product_of, warning_of, what_is_recalled
from storefront.accounts.models import User

from .models import RecallNotice, SalesPoint
from .tasks import send_recall_notice

# -- telling ---------------------------------------------------------------------------------------


def sales_points_with(product) -> QuerySet[SalesPoint]:
    """Sales points that have a product on their list, sold out or not: a pack may still lie in a drawer."""
    itself = [product.pk, product.parent_id] if product.parent_id else [product.pk]
    records = "partner__stockrecords__product"
    family = Q(**{f"{records}__in": itself}) | Q(**{f"{records}__parent": product.pk})
    return SalesPoint.objects.filter(family).distinct().order_by("pk")


@transaction.atomic
def tell_of_recall(*, recall: Recall) -> list[RecallNotice]:
    """One notice and one mail for each sales point that has the product. Told once, however often asked."""
    return _tell(sales_points_with(product_of(recall)), kind=RecallNotice.Kind.DECLARED, recall=recall)


@transaction.atomic
def tell_of_end(*, recall: Recall) -> list[RecallNotice]:
    """Whoever was told of the recall, or has the product now, is told of its end."""
    told = Q(recall_notices__recall=recall) | Q(pk__in=sales_points_with(product_of(recall)).values("pk"))
    points = SalesPoint.objects.filter(told).distinct().order_by("pk")
    return _tell(points, kind=RecallNotice.Kind.ENDED, recall=recall)


@transaction.atomic
def tell_of_revocation(*, certificate: Certificate) -> list[RecallNotice]:
    """Each sales point that has the product hears that its certificate was revoked. Once for each day.

    A recall of the certificate tells them itself.
    """
    if certificate.recalls.filter(ended_at=None).exists():
        return []
    points = sales_points_with(certificate.product)
    return _tell(points, kind=RecallNotice.Kind.REVOKED, certificate=certificate, day=certificate.revoked_on)


@transaction.atomic
def tell_of_restoration(*, certificate: Certificate) -> list[RecallNotice]:
    """Whoever was told of the revocation is told that it was taken back. Once for each day of a revocation."""
    told = RecallNotice.objects.filter(certificate=certificate, kind=RecallNotice.Kind.REVOKED)
    notices = []
    for earlier in told.select_related("sales_point").order_by("pk"):
        about = {"kind": RecallNotice.Kind.RESTORED, "certificate": certificate, "day": earlier.day}
        notices += _tell([earlier.sales_point], **about)
    return notices


def _tell(points, **about) -> list[RecallNotice]:
    notices = []
    for point in points:
        notice, is_new = RecallNotice.objects.get_or_create(sales_point=point, **about)
        if is_new:
            # The task is a row of this transaction: the mail goes out if and only if the notice stands.
            send_recall_notice.enqueue(notice_id=notice.pk)
            notices.append(notice)
    return notices


@transaction.atomic
def confirm_notice(*, notice: RecallNotice, by: User) -> RecallNotice:
    """Staff of the sales point has read it and acted. The first one counts."""
    row = RecallNotice.objects.select_for_update().get(pk=notice.pk)
    if row.confirmed_at is None:
        row.confirmed_at, row.confirmed_by = timezone.now(), by
        row.save(update_fields=["confirmed_at", "confirmed_by"])
    return row


@transaction.atomic
def note_mailed(*, notice: RecallNotice, addresses: int) -> None:
    """The mail server has taken the mail to so many addresses."""
    RecallNotice.objects.filter(pk=notice.pk).update(mailed_at=timezone.now(), mailed_to=addresses)


# -- reading ---------------------------------------------------------------------------------------


@dataclasses.dataclass(frozen=True)
class ShownNotice:
    """A notice in words. `tone` is bad, or good for the end of a recall or a revocation."""

    notice: RecallNotice
    product_name: str
    product_url: str
    headline: str
    text: str
    tone: str


def with_names(rows: QuerySet[RecallNotice]) -> QuerySet[RecallNotice]:
    """Notices with everything that their words name."""
    things = [f"recall__{thing}__product" for thing in ("lot", "batch", "certificate")]
    return rows.select_related(*things, "certificate__product", "sales_point", "confirmed_by")


def notices_of(point: SalesPoint, *, most: int = 50) -> list[ShownNotice]:
    """What a sales point was told, newest first. One query."""
    rows = with_names(RecallNotice.objects.filter(sales_point=point))
    return [shown(row) for row in rows[:most]]


def shown(notice: RecallNotice) -> ShownNotice:
    """One notice as its page and its mail say it."""
    recall = notice.recall
    if recall is None:
        certificate = notice.certificate
        if notice.kind == RecallNotice.Kind.RESTORED:
            return _shown(notice, certificate.product, _("The certificate was restored"), _restored())
        if certificate.revoked_on != notice.day:  # taken back since, and its reason with it
            return _shown(notice, certificate.product, _revoked("")[0], _restored())
        return _shown(notice, certificate.product, *_revoked(certificate.revocation_reason))
    product = product_of(recall)
    if notice.kind == RecallNotice.Kind.ENDED:
        headline = _("The recall has ended")
        text = _("Two officers have ended the recall of %(packs)s. Reason: %(reason)s")
        return _shown(
            notice, product, headline, text % {"packs": what_is_recalled(recall), "reason": recall.end_reason}
        )
    if recall.scope == RecallScope.CERTIFICATE:
        return _shown(notice, product, *_revoked(recall.reason))
    headline = _("Recalled: take it off the shelf at once")
    text = _("Sell no more of %(packs)s and keep them apart. Reason: %(reason)s")
    return _shown(notice, product, headline, text % {"packs": what_is_recalled(recall), "reason": recall.reason})


def _revoked(reason: str) -> tuple[str, str]:
    return (
        _("The certificate was revoked: sell it no more as an OCOP product"),
        _("Take the product and its stars off the OCOP shelf. Reason: %(reason)s") % {"reason": reason},
    )


def _restored() -> str:
    return _("The authority has taken the revocation back. The page of the product says which stars it has now.")


def _shown(notice: RecallNotice, product, headline: str, text: str) -> ShownNotice:
    tone = "good" if notice.kind in (RecallNotice.Kind.ENDED, RecallNotice.Kind.RESTORED) else "bad"
    return ShownNotice(notice, product.title, product.get_absolute_url(), headline, text, tone)


@dataclasses.dataclass(frozen=True)
class ShelfWarning:
    """A recall in force of something that a sales point has."""

    product_name: str
    product_url: str
    warnings: tuple[RecallWarning, ...]


def recalled_on_shelf(point: SalesPoint) -> list[ShelfWarning]:
    """Recalls in force of products on a sales point's list. One query."""
    on_list = Q()
    for side in ("lot__product", "batch__product", "certificate__product"):
        for way in ("", "parent__", "children__"):
            on_list |= Q(**{f"{side}__{way}stockrecords__partner__sales_point": point})
    found = []
    for recall in active_recalls().filter(on_list).distinct():
        product = product_of(recall)
        found.append(ShelfWarning(product.title, product.get_absolute_url(), (warning_of(recall),)))
    return found


def told_of(recall: Recall) -> list[RecallNotice]:
    """Who was told of a recall and its end, by name. One query."""
    rows = RecallNotice.objects.filter(recall=recall).select_related("sales_point", "confirmed_by")
    return list(rows.order_by("sales_point__name", "pk"))
