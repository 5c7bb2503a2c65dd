"""schema.org descriptions of what a page shows, as plain dicts. Pure functions: facts in, dict out.

Nothing is said here that the page does not say: no rating without reviews, no certificate that the register does
not hold, no day that is not known. Addresses are absolute.
"""

import json
import re

from django.conf import settings
from django.utils.html import strip_tags
from django.utils.translation import gettext as _

from catalogue.certification.queries import Standing
from catalogue.dates import PartialDate

SCHEMA = "https://schema.org"
CURRENCY = "VND"
_ESCAPES = {ord(">"): "\\u003E", ord("<"): "\\u003C", ord("&"): "\\u0026"}


def absolute(path: str) -> str:
    """Address with the host of the site; one that has a host stays as it is."""
    return path if path.startswith(("http://", "https://")) else f"{settings.SITE_URL}{path}"


def dumped(things: list[dict]) -> str:
    """JSON-LD of one page, safe inside a script element. Blank for none."""
    if not things:
        return ""
    graph = {"@context": SCHEMA, **things[0]} if len(things) == 1 else {"@context": SCHEMA, "@graph": things}
    return json.dumps(graph, ensure_ascii=False, separators=(",", ":")).translate(_ESCAPES)


def _known(**values) -> dict:
    """Only what is known: no empty text, list or None."""
    return {name: value for name, value in values.items() if value not in (None, "", [], {})}


def _organisation(name: str) -> dict | None:
    return {"@type": "Organization", "name": name} if name else None


def _address(street: str, locality: str = "") -> dict:
    return {
        "@type": "PostalAddress",
        "addressCountry": "VN",
        **_known(streetAddress=street, addressLocality=locality),
    }


# -- the site --------------------------------------------------------------------------------------


def operator() -> dict:
    """Who runs the site: its name, and the firm or office behind it where the operator has filled it in."""
    return {
        "@type": "Organization",
        "@id": absolute("/#organization"),
        "name": settings.OSCAR_SHOP_NAME,
        "url": absolute("/"),
        "logo": absolute(f"{settings.STATIC_URL}img/icons/icon-512.png"),
        **_known(
            legalName=settings.OPERATOR["name"],
            address=settings.OPERATOR["address"],
            telephone=settings.OPERATOR["phone"],
            email=settings.OPERATOR["email"],
            taxID=settings.OPERATOR["tax_code"],
        ),
    }


def website(*, home: str, search: str, language: str) -> dict:
    """The site with its search: `home` and `search` are paths."""
    return {
        "@type": "WebSite",
        "@id": absolute("/#website"),
        "name": settings.OSCAR_SHOP_NAME,
        "url": absolute(home),
        "inLanguage": language,
        "publisher": {"@id": absolute("/#organization")},
        "potentialAction": {
            "@type": "SearchAction",
            "target": {"@type": "EntryPoint", "urlTemplate": f"{absolute(search)}?q={{search_term_string}}"},
            "query-input": "required name=search_term_string",
        },
    }


def breadcrumb(steps: list[tuple[str, str]]) -> dict:
    """The way to a page: (label, address) pairs from the home page on; the page itself has no address."""
    return {
        "@type": "BreadcrumbList",
        "itemListElement": [
            {
                "@type": "ListItem",
                "position": position,
                "name": str(label),
                **_known(item=absolute(url) if url else ""),
            }
            for position, (label, url) in enumerate(steps, start=1)
        ],
    }


# -- products and those who make and sell them -----------------------------------------------------


def producer(item, *, place: str = "") -> dict:
    """A producer as an organisation. `item` has name, website, address, founded and an address of its page."""
    page = absolute(item.get_absolute_url())
    return {
        "@type": "Organization",
        "@id": f"{page}#organization",
        "name": item.name,
        "url": page,
        "address": _address(item.address, place),
        **_known(sameAs=[item.website] if item.website else [], foundingDate=item.founded),
    }


def certification(standing: Standing) -> dict | None:
    """The certificate that speaks for a product on this day; None where the register holds none."""
    certificate = standing.certificate
    if certificate is None:
        return None
    is_active = standing.is_certified
    return {
        "@type": "Certification",
        "name": _("OCOP, %(stars)s stars") % {"stars": certificate.stars},
        "about": {"@type": "Thing", "name": _("OCOP, the Vietnamese programme “One commune, one product”")},
        "certificationStatus": f"{SCHEMA}/Certification{'Active' if is_active else 'Inactive'}",
        "certificationRating": {
            "@type": "Rating",
            "ratingValue": certificate.stars,
            "bestRating": 5,
            "worstRating": 1,
        },
        **_known(
            issuedBy=_organisation(certificate.issuing_body),
            certificationIdentification=certificate.decision_no,
            datePublished=certificate.issued,
            validFrom=certificate.issued if len(certificate.issued) == len("2024-12-31") else "",
            expires=standing.last_valid_day.isoformat() if standing.last_valid_day else "",
        ),
    }


def offer(item, *, url: str, seller: dict | None = None, name: str = "") -> dict | None:
    """What can be bought online. `item` has price (đồng), can_buy and is_illustrative; None without a price.

    What one unit holds is said of the product (`size`). An illustrative price belongs to the demo and says so;
    elsewhere it is not offered to machines.
    """
    if item is None or item.price is None or (item.is_illustrative and not settings.IS_DEMO):
        return None
    return {
        "@type": "Offer",
        "price": item.price,
        "priceCurrency": CURRENCY,
        "availability": f"{SCHEMA}/{'InStock' if item.can_buy else 'OutOfStock'}",
        "itemCondition": f"{SCHEMA}/NewCondition",
        "url": absolute(url),
        **_known(
            name=name,
            seller=seller,
            description=_("Illustrative price and net content of the demonstration") if item.is_illustrative else "",
        ),
    }


def aggregate_offer(offers: list[dict]) -> dict | None:
    """Offers of the variants of one product, with the lowest and the highest price; None without any."""
    if not offers:
        return None
    prices = [offer["price"] for offer in offers]
    return {
        "@type": "AggregateOffer",
        "priceCurrency": CURRENCY,
        "lowPrice": min(prices),
        "highPrice": max(prices),
        "offerCount": len(offers),
        "offers": offers,
    }


def aggregate_rating(*, count: int, average: float | None) -> dict | None:
    """Average of the approved reviews; None without any."""
    if not count or not average:
        return None
    return {
        "@type": "AggregateRating",
        "ratingValue": round(float(average), 1),
        "reviewCount": count,
        "bestRating": 5,
        "worstRating": 1,
    }


def product(
    item,
    *,
    description: str,
    images: list[str],
    standing: Standing,
    group: str = "",
    place: str = "",
    size: str = "",
    offers: dict | None = None,
    rating: dict | None = None,
) -> dict:
    """A product: `item` has title, code, producer and an address; addresses in `images` may be paths."""
    page = absolute(item.get_absolute_url())
    producer = item.producer
    organisation = (
        {"@type": "Organization", "name": producer.name, "url": absolute(producer.get_absolute_url())}
        if producer
        else None
    )
    return {
        "@type": "Product",
        "@id": f"{page}#product",
        "name": item.title,
        "description": description,
        "url": page,
        "image": [absolute(image) for image in images],
        **_known(
            sku=item.code,
            category=group,
            size=size,
            brand={"@type": "Brand", "name": producer.name} if producer else None,
            manufacturer=organisation,
            countryOfOrigin={"@type": "Country", "name": "VN"},
            hasCertification=certification(standing),
            additionalProperty={"@type": "PropertyValue", "name": _("Origin"), "value": place} if place else None,
            offers=offers,
            aggregateRating=rating,
        ),
    }


def sales_point(point, *, place: str = "") -> dict:
    """A shop or market where products stand on a shelf."""
    page = absolute(point.get_absolute_url())
    return {
        "@type": "Store",
        "@id": f"{page}#store",
        "name": point.name,
        "url": page,
        "address": _address(point.address, place),
    }


# -- pages of the editors --------------------------------------------------------------------------


def article(
    *,
    kind: str,
    headline: str,
    description: str,
    url: str,
    images: list[str],
    published=None,
    modified=None,
    about: dict | None = None,
    based_on: list[str] | None = None,
) -> dict:
    """A story (`Article`) or a piece of news (`NewsArticle`), always in Vietnamese."""
    page = absolute(url)
    return {
        "@type": kind,
        "@id": f"{page}#article",
        "headline": headline[:110],
        "mainEntityOfPage": page,
        "image": [absolute(image) for image in images],
        "inLanguage": "vi",
        "author": operator_reference(),
        "publisher": operator_reference(),
        **_known(
            description=description,
            datePublished=published.isoformat() if published else "",
            dateModified=modified.isoformat() if modified else "",
            about=about,
            isBasedOn=based_on,
        ),
    }


def operator_reference() -> dict:
    """The operator by name and address, for pages that do not describe it."""
    return {"@type": "Organization", "name": settings.OSCAR_SHOP_NAME, "url": absolute("/")}


def event(
    *, name: str, url: str, starts: str, ends: str, venue: str, organiser: str, images: list[str], description: str
) -> dict | None:
    """A fair; None unless its first day and its place are known, which machines require.

    `starts` and `ends` are as precise as known (`2024-08-31`, `2024-08`, blank); a vague last day is left out.
    """
    if not venue or not starts or PartialDate.parse(starts).precision != "day":
        return None
    ends_on_a_day = ends and PartialDate.parse(ends).precision == "day"
    return {
        "@type": "Event",
        "name": name,
        "url": absolute(url),
        "startDate": starts,
        "eventAttendanceMode": f"{SCHEMA}/OfflineEventAttendanceMode",
        "location": {
            "@type": "Place",
            "name": venue,
            "address": _address(venue),
        },
        "image": [absolute(image) for image in images],
        "inLanguage": "vi",
        **_known(
            endDate=ends if ends_on_a_day else "",
            description=description,
            organizer=_organisation(organiser),
        ),
    }


def faq(pairs: list[tuple[str, str]]) -> dict | None:
    """Questions with their answers (plain text or simple HTML); None for no pair."""
    questions = [
        {
            "@type": "Question",
            "name": plain(question),
            "acceptedAnswer": {"@type": "Answer", "text": plain(answer)},
        }
        for question, answer in pairs
        if plain(question) and plain(answer)
    ]
    return {"@type": "FAQPage", "mainEntity": questions} if questions else None


def plain(html: str) -> str:
    """Text of simple HTML, blocks separated by a space."""
    return " ".join(strip_tags(re.sub(r"<(/p|br|/li|/h\d)\b", r" <\1", str(html))).split())
