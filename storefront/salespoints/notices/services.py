"""Sales points are told of recalls: a notice on their page and a mail to everybody who works there."""

from django.db import transaction
from django.db.models import Q, QuerySet
from django.utils import timezone

from catalogue.certification.models import Certificate
from catalogue.traceability.models import Recall
from catalogue.traceability.recalls.services import (
    product_of,
)
from storefront.accounts.models import User
from storefront.salespoints.models import RecallNotice, SalesPoint

from .mail import mail_notice


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
    """Each sales point that has the product hears that its certificate was revoked.

    A recall of the certificate tells them itself.
    """
    if certificate.recalls.filter(ended_at=None).exists():
        return []
    points = sales_points_with(certificate.product)
    return _tell_of_measure(points, RecallNotice.Kind.REVOKED, certificate, day=certificate.revoked_on)


@transaction.atomic
def tell_of_restoration(*, certificate: Certificate) -> list[RecallNotice]:
    """Whoever was told of the revocation is told that it was taken back."""
    return _tell_of_return(certificate, RecallNotice.Kind.REVOKED, RecallNotice.Kind.RESTORED)


@transaction.atomic
def tell_of_suspension(*, certificate: Certificate) -> list[RecallNotice]:
    """Each sales point that has the product hears that its certificate is suspended."""
    _in_force(certificate, RecallNotice.Kind.SUSPENDED).update(taken_back_at=timezone.now())  # it has run out
    points = sales_points_with(certificate.product)
    return _tell_of_measure(points, RecallNotice.Kind.SUSPENDED, certificate, day=certificate.suspended_from)


@transaction.atomic
def tell_of_reinstatement(*, certificate: Certificate) -> list[RecallNotice]:
    """Whoever was told of the suspension is told that it was lifted."""
    return _tell_of_return(certificate, RecallNotice.Kind.SUSPENDED, RecallNotice.Kind.REINSTATED)


def _in_force(certificate: Certificate, kind: str) -> QuerySet[RecallNotice]:
    return RecallNotice.objects.filter(certificate=certificate, kind=kind, taken_back_at=None)


def _tell_of_measure(points, kind: str, certificate: Certificate, *, day) -> list[RecallNotice]:
    """Told once while the measure lasts; a second one on the same day is told again."""
    return _tell(points, kind=kind, certificate=certificate, taken_back_at=None, defaults={"day": day})


def _tell_of_return(certificate: Certificate, measure: str, kind: str) -> list[RecallNotice]:
    earlier = list(_in_force(certificate, measure).select_related("sales_point").order_by("pk"))
    _in_force(certificate, measure).update(taken_back_at=timezone.now())
    notices = [
        RecallNotice(sales_point=notice.sales_point, kind=kind, certificate=certificate, day=notice.day)
        for notice in earlier
    ]
    for notice in notices:
        notice.save(force_insert=True)
        mail_notice(notice)
    return notices


def _tell(points, **about) -> list[RecallNotice]:
    notices = []
    for point in points:
        notice, is_new = RecallNotice.objects.get_or_create(sales_point=point, **about)
        if is_new:
            mail_notice(notice)
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
