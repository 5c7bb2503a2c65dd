"""The page of a scanned pack: what a batch shares is rendered once, the words about this pack are put in last."""

import dataclasses
import html
import re
import secrets
from collections.abc import Iterable

from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string
from django.urls import resolve, reverse
from django.utils import timezone
from django.utils.http import urlencode
from django.utils.translation import gettext as _

from catalogue.dates import display_days
from catalogue.geography.queries import place_text
from catalogue.money import quantity
from catalogue.products.illustrations import illustration_for
from catalogue.products.models import Product
from catalogue.products.offers import online_offer
from catalogue.products.photos import lead_picture
from catalogue.traceability.lots.queries import public_events, trace_back
from catalogue.traceability.models import Event, Lot, Place, PlaceKind
from catalogue.traceability.stamps.serials import grouped
from cms.queries import story_teaser
from search.cards import group_of, load_card_facts
from storefront.country_map import CountryMap, country_map
from storefront.public.register.timeline import TimelineItem

from .scanning import MAX_SERIAL_LENGTH, ScanOutcome

SHOWN_DIGITS = 2
"""Decimals of a degree at which a place is shown: about a kilometre."""


# -- words about one pack, put in last -------------------------------------------------------------


def _token() -> str:
    """Letters and digits only: no escaping, no address rule changes them."""
    return f"zq{secrets.token_hex(8)}"


HEADLINE, EXPLANATION, CODE, GROUPED, PATH, MARK = (_token() for _number in range(6))
_TOKENS = re.compile(f"({HEADLINE}|{EXPLANATION}|{CODE}|{GROUPED}|{PATH}|{MARK})")


@dataclasses.dataclass(frozen=True)
class CachedPage:
    """A rendered page, cut where the words about one pack go in: what comes before, between and after them."""

    pieces: tuple[bytes, ...]
    tokens: tuple[str, ...]
    status: int

    @classmethod
    def of(cls, text: str, *, status: int) -> "CachedPage":
        """The page cut at its tokens."""
        pieces = _TOKENS.split(text)
        return cls(tuple(piece.encode() for piece in pieces[::2]), tuple(pieces[1::2]), status)

    @property
    def size(self) -> int:
        """Bytes it takes in memory."""
        return sum(len(piece) for piece in self.pieces) + 2_000

    def response(self, outcome: ScanOutcome, mark: bytes) -> HttpResponse:
        """The page of one pack, which nobody may keep. `mark` is its second step in HTML, blank where none is due."""
        verdict, code = outcome.verdict, outcome.scan.serial[:MAX_SERIAL_LENGTH]
        words = {
            HEADLINE: verdict.headline,
            EXPLANATION: verdict.explanation,
            GROUPED: grouped(code),
            CODE: code,
            PATH: outcome.scan.path,
        }
        escaped = {token: html.escape(text).encode() for token, text in words.items()}
        escaped[MARK] = mark
        body = [self.pieces[0]]
        for token, piece in zip(self.tokens, self.pieces[1:], strict=True):
            body += (escaped[token], piece)
        return HttpResponse(b"".join(body), status=self.status, headers={"Cache-Control": "no-store"})


def render_page(
    request: HttpRequest, outcome: ScanOutcome, *, product: Product | None = None, status: int = 200
) -> CachedPage:
    """The page of such packs. `product` is what is known where there is no pack. Constant number of queries."""
    if request.resolver_match is None:  # before the view was asked; the page is described by the name of its address
        request.resolver_match = resolve(request.path_info)
    context = {
        "verdict": dataclasses.replace(outcome.verdict, headline=HEADLINE, explanation=EXPLANATION),
        "code": CODE,
        "mark": MARK,
        "grouped": GROUPED,
        "vi_path": f"/{PATH}",
        "en_path": f"/en/{PATH}",
        "query_string": "",  # PATH ends with what belongs to it
        "is_pack": outcome.pack is not None,
        "is_scanned": bool(outcome.pack and outcome.scan.signatures),
        "recall_url": reverse("recall", args=[outcome.recall.pk]) if outcome.recall else "",
        "report_url": f"{reverse('suspicion')}?code={CODE}",
    }
    if outcome.batch:
        batch = outcome.batch.batch
        context |= product_facts(batch.product, stands=outcome.batch.facts.standing, lot=batch.lot)
        context |= {"batch": batch, "gtin": batch.gtin, "status": _status(outcome)}
    elif product:
        context |= product_facts(product, stands=None, lot=None)
    return CachedPage.of(render_to_string("public/scan/verdict.html", context, request=request), status=status)


def _status(outcome: ScanOutcome) -> str:
    """What the register says of the OCOP certificate; blank where the verdict says it."""
    is_said = outcome.batch is None or outcome.verdict.key in ("revoked", "expired")
    return "" if is_said else outcome.batch.facts.standing.headline


# -- what is known of product and lot --------------------------------------------------------------


def product_facts(product: Product, *, stands, lot: Lot | None, has_photos: bool = True) -> dict:
    """Product, producer, certificate, story; lot, events and raw-material areas. About ten queries.

    `has_photos` is false where the product is known to have none.
    """
    load_card_facts([product], placed=[product.producer] if product.producer else [])
    offer = online_offer(product)
    group = group_of(product)
    lots = trace_back(lot) if lot else []
    events = public_events(lots) if lots else []
    areas = raw_material_areas(lots) if lots else []
    return {
        "product": product,
        "producer": product.producer,
        "producer_place": place_text(product.producer.unit) if product.producer else "",
        "place": place_text(product.unit, product.former_commune),
        "standing": stands,
        "group": group,
        "illustration": illustration_for(product.title, group.code if group else "", key=product.slug),
        "photo": lead_picture(product, "card") if has_photos else None,
        "story": story_teaser(product),
        "can_buy": offer is not None and offer.can_buy,
        "lot": lot,
        "events": timeline_of_events(events, of_illustrative_lot=bool(lot and lot.is_illustrative)),
        "has_other_producers": any(event.lot.product.producer_id != product.producer_id for event in events),
        "standards": _standards(stands),
        "areas": [area_text(area) for area in areas],
        "area_map": area_map(areas),
        "updated_at": timezone.localtime(last_update(product, lot, events)),
    }


def _standards(stands) -> str:
    """What the product was examined against, as far as the register says."""
    if stands is None or stands.certificate is None:
        return ""
    stars, number = stands.certificate.stars, stands.certificate.decision_no
    if not number:
        return _("OCOP criteria, %(stars)s stars") % {"stars": stars}
    return _("OCOP criteria, %(stars)s stars, decision %(number)s") % {"stars": stars, "number": number}


def last_update(product: Product, lot: Lot | None, events: Iterable[Event]):
    """When something on this page was last entered."""
    moments = [product.date_updated, *(event.recorded_at for event in events)]
    if lot:
        moments.append(lot.created_at)
    return max(moments)


def raw_material_areas(lots: list[int]) -> list[Place]:
    """Areas and farms from which these lots come. One query."""
    kinds = (PlaceKind.RAW_MATERIAL_AREA, PlaceKind.FARM)
    areas = Place.objects.filter(kind__in=kinds, lot_inputs__lot__in=lots) | Place.objects.filter(
        kind__in=kinds, events__lot__in=lots
    )
    return list(areas.select_related("unit__parent").distinct())


def _point(place: Place) -> tuple[float, float] | None:
    if place.latitude is None or place.longitude is None:
        return None
    return round(float(place.latitude), SHOWN_DIGITS), round(float(place.longitude), SHOWN_DIGITS)


@dataclasses.dataclass(frozen=True)
class AreaText:
    """A raw-material area in words; `point` is blank where it is not known."""

    name: str
    where: str
    point: str
    is_illustrative: bool


def area_text(place: Place) -> AreaText:
    point = _point(place)
    text = _("about %(lat)s° N, %(lon)s° E") % {"lat": f"{point[0]:.2f}", "lon": f"{point[1]:.2f}"} if point else ""
    return AreaText(place.name, place_text(place.unit), text, place.is_illustrative)


def area_map(places: Iterable[Place]) -> CountryMap | None:
    """Where the raw material grows; None if no point is known."""
    marks = [(point, 1, place.name) for place in places if (point := _point(place))]
    names = ", ".join(name for _at, _number, name in marks)
    return country_map(marks, label=_("Where it lies in Vietnam: %(names)s") % {"names": names}) if marks else None


def timeline_of_events(events: Iterable[Event], *, of_illustrative_lot: bool = False) -> list[TimelineItem]:
    """Events of the lot as components/timeline.html takes them: what, when, where, who, how much.

    Of an illustrative lot the page says once that all is made up.
    """
    return [_item(event, is_marked=event.is_illustrative and not of_illustrative_lot) for event in events]


def _item(event: Event, *, is_marked: bool) -> TimelineItem:
    title = event.get_kind_display()
    facts = [
        event.actor,
        event.place.name if event.place else "",
        place_text(event.place.unit) if event.place else "",
        f"{quantity(event.quantity)} {event.get_quantity_unit_display()}" if event.quantity is not None else "",
        _("lot %(lot)s") % {"lot": event.lot.code},
        _("illustrative") if is_marked else "",
    ]
    return TimelineItem(
        date=_days(event),
        title=title[:1].upper() + title[1:],
        text=" · ".join(fact for fact in facts if fact),
        note=event.note,
    )


def _days(event: Event) -> str:
    return display_days(event.started_at, event.ended_at or event.started_at)


def page_path(path: str, signatures: Iterable[str]) -> str:
    """Address without language and first slash, with its signature, for the switch of languages."""
    query = urlencode([("s", value) for value in signatures])
    return path.lstrip("/") + (f"?{query}" if query else "")
