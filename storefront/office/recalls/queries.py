"""What an officer can do something about: found by what is printed on a pack or known of the product."""

import dataclasses

from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext as _

from catalogue.base32 import code_in, normalise_code
from catalogue.certification.clock import registry_day
from catalogue.certification.models import Certificate
from catalogue.certification.queries import Standing, certificate_state
from catalogue.traceability.models import Lot, Stamp, StampBatch
from catalogue.traceability.recalls.services import taken_away_alone
from catalogue.traceability.stamps.serials import PREFIX_LENGTH, is_serial
from search.contract import SearchQuery
from search.queries import search

MOST = 20


@dataclasses.dataclass(frozen=True)
class Target:
    """Something that can be recalled; `url` opens the form for it, for a certificate the page of all measures."""

    product_name: str
    producer_name: str
    label: str
    url: str


def targets(text: str) -> list[Target]:
    """Lots, batches of stamps and certificates for a lot number, a stamp number or the name of a product.

    Without a text the newest lots and batches. A constant number of queries.
    """
    lots, batches = Lot.objects.all(), StampBatch.objects.all()
    certificates = Certificate.objects.none()
    extra = ""
    if text:
        stamp = _stamp(text)
        ids = _products(text, stamp)
        lots = lots.filter(Q(code__icontains=text) | Q(product__in=ids))
        prefix = normalise_code(text)[:PREFIX_LENGTH]
        batches = batches.filter(Q(pk=stamp.batch_id) if stamp else Q(prefix=prefix) | Q(product__in=ids))
        certificates = Certificate.objects.filter(product__in=ids, revoked_on=None)
        extra = f"&first={stamp.position}&last={stamp.position}" if stamp else ""
    return [
        *(
            _target(lot.product, _("Lot %(lot)s") % {"lot": lot.code}, _form(f"lot={lot.pk}"))
            for lot in lots.select_related("product__producer").order_by("-pk")[:MOST]
        ),
        *(
            _target(
                batch.product,
                _("%(count)s stamps that begin with %(prefix)s") % {"count": batch.count, "prefix": batch.prefix},
                _form(f"batch={batch.pk}{extra}"),
            )
            for batch in batches.select_related("product__producer").order_by("-pk")[:MOST]
        ),
        *(
            _target(
                certificate.product,
                _("Certificate of %(stars)s stars, decision %(decision)s")
                % {"stars": certificate.stars, "decision": certificate.decision_no or _("not in the data")},
                reverse("office-certificate", args=[certificate.pk]),
            )
            for certificate in certificates.select_related("product__producer").order_by("-issued", "-pk")[:MOST]
        ),
    ]


def taken_away(text: str) -> list[Standing]:
    """Certificates suspended, or revoked without a recall, for the same text; without one the newest."""
    rows, day = taken_away_alone(), registry_day()
    if text:
        rows = rows.filter(product__in=_products(text, _stamp(text)))
    return [
        Standing(day=day, state=certificate_state(certificate, day), certificate=certificate)
        for certificate in rows[:MOST]
    ]


def _products(text: str, stamp: Stamp | None) -> list[int]:
    """Numbers of the products that a text speaks of."""
    return [stamp.product_id] if stamp else [hit.id for hit in search(SearchQuery(text=text, page_size=MOST)).hits]


def _stamp(text: str) -> Stamp | None:
    code = code_in(text, is_serial)
    if not code:
        return None
    return Stamp.objects.filter(code=code, batch__isnull=False).first()


def _form(parameters: str) -> str:
    return f"{reverse('office-recall-new')}?{parameters}"


def _target(product, label: str, url: str) -> Target:
    return Target(product.title, product.producer.name if product.producer else "", label, url)
