"""Reads of the JSON API."""

from collections.abc import Iterable

from django.db.models import Q

from catalogue.certification.models import Certificate
from catalogue.certification.queries import certificate_state, standing
from catalogue.geography.models import AdminUnit, System, Tier
from catalogue.geography.queries import old_names, resolve, successors_today
from catalogue.producers.models import Producer
from catalogue.products.models import Category, Product
from catalogue.text import name_key, visible
from catalogue.traceability.models import ProductGtin
from catalogue.traceability.stamps.queries import page_code_of
from search.cards import product_hits
from search.contract import Hit


def unit_by_code_or_slug(text: str) -> AdminUnit | None:
    """Unit by slug, `system:code` or bare code.

    A bare code that exists in both maps means the unit of today, since such codes are what other
    systems use now.
    """
    text = visible(text).strip()
    system, separator, code = text.partition(":")
    if separator:
        return AdminUnit.objects.filter(system=system, code=code).first()
    units = list(AdminUnit.objects.filter(Q(code=text) | Q(slug=text) | Q(former_slugs__contains=[text[:255]])))
    return min(units, key=lambda unit: (unit.slug != text, unit.system != System.POST2025), default=None)


def district_called(name: str) -> str | None:
    """The official name of an old district, for any text that `name_key` takes for the same name."""
    names = AdminUnit.objects.filter(system=System.PRE2025, tier=Tier.DISTRICT).values_list("name", flat=True)
    return next((official for official in names if name_key(official) == name_key(name)), None)


def is_group(code: str) -> bool:
    return Category.objects.filter(code=code).exists()


def api_cards(hits: Iterable[Hit], *, site_url: str) -> list[dict]:
    """Search hits as the API shows them. One query."""
    hits = list(hits)
    gtins = {row.product_id: row for row in ProductGtin.objects.filter(product__in=[hit.id for hit in hits])}
    return [
        {
            "id": hit.id,
            "code": hit.code,
            "gtin": gtins[hit.id].gtin if hit.id in gtins else None,
            "gtin_is_illustrative": hit.id in gtins and gtins[hit.id].is_illustrative,
            "name": hit.name,
            "producer": hit.producer_name or None,
            "district": hit.district or None,
            "commune": hit.commune or None,
            "stars": hit.stars,
            "state": hit.state_label,
            "group": hit.group_code or None,
            "group_name": hit.group_name or None,
            "price": hit.price,
            "price_is_illustrative": hit.price_is_illustrative,
            "net_content": hit.net_content or None,
            "net_content_is_illustrative": hit.net_content_is_illustrative,
            "in_stock": hit.in_stock,
            "is_sale_stopped": hit.is_sale_stopped,
            "highlights": {
                name: [{"text": text, "hit": is_hit} for text, is_hit in parts] for name, parts in hit.marked.items()
            },
            "url": site_url + hit.url,
        }
        for hit in hits
    ]


def _certificate(certificate: Certificate, day) -> dict:
    period = certificate.valid_period
    issued = certificate.issued_date
    return {
        "stars": certificate.stars,
        "state": certificate_state(certificate, day),
        "score": float(certificate.score) if certificate.score is not None else None,
        "issuing_body": certificate.issuing_body,
        "council_level": certificate.council_level,
        "decision_no": certificate.decision_no,
        "issued": certificate.issued,
        "issued_precision": issued.precision if issued else None,
        "last_valid_day": period.upper.fromordinal(period.upper.toordinal() - 1) if period and period.upper else None,
    }


def product_detail(product_id: int, *, site_url: str) -> dict | None:
    """Everything the API tells of one product; None if it is not public."""
    queryset = Product.objects.filter(pk=product_id, is_public=True)
    hits = product_hits(queryset)
    if not hits:
        return None
    product = queryset.select_related("producer", "unit__parent__parent").get()
    stands = standing(product.pk)
    stamp = page_code_of(product)
    return {
        **api_cards(hits, site_url=site_url)[0],
        "standing": stands.state,
        "explanation": f"{stands.headline}. {stands.explanation}",
        "certificates": [
            _certificate(certificate, stands.day)
            for certificate in Certificate.objects.filter(product=product).order_by("-issued", "-pk")
        ],
        "producer_detail": _producer_brief(product.producer, site_url) if product.producer else None,
        "unit": product.unit.slug if product.unit else None,
        "units_today": [unit.slug for unit in successors_today([product.unit])] if product.unit else [],
        "stamp": f"{site_url}{stamp.get_absolute_url()}" if stamp else None,
        "sources": product.source_urls,
    }


def _producer_brief(producer: Producer, site_url: str) -> dict:
    return {
        "id": producer.pk,
        "name": producer.name,
        "type": producer.type,
        "url": site_url + producer.get_absolute_url(),
    }


def producer_detail(producer_id: int, *, site_url: str) -> dict | None:
    producer = Producer.objects.filter(pk=producer_id).select_related("unit__parent__parent").first()
    if producer is None:
        return None
    return {
        **_producer_brief(producer, site_url),
        "address": producer.address,
        **{name: value or None for name, value in old_names(producer.unit).items()},
        "founded": producer.founded,
        "website": producer.website,
        "facts": producer.facts,
        "sources": producer.source_urls,
        "products": api_cards(
            product_hits(Product.objects.filter(producer=producer, is_public=True).order_by("title")),
            site_url=site_url,
        ),
    }


def areas(*, system: str | None, tier: str | None, text: str, site_url: str) -> list[dict]:
    """Units of both maps. With a text: the units so called and today's units that succeed them."""
    queryset = AdminUnit.objects.select_related("parent").prefetch_related("successors")
    if text:
        area = resolve(text)
        queryset = queryset.filter(pk__in=[unit.pk for unit in [*area.units, *area.today]])
    if system:
        queryset = queryset.filter(system=system)
    if tier:
        queryset = queryset.filter(tier=tier)
    return [
        {
            "system": unit.system,
            "code": unit.code,
            "name": unit.name,
            "kind": unit.kind,
            "tier": unit.tier,
            "slug": unit.slug,
            "url": site_url + unit.get_absolute_url(),
            "parent": unit.parent.slug if unit.parent else None,
            "successors": [new.slug for new in unit.successors.all()],
        }
        for unit in queryset
    ]
