"""Where a scanned or typed code leads: the verdict first, then everything else about the pack."""

import math

from django.conf import settings
from django.db import DatabaseError
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.cache import cache_control
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST, require_safe

from catalogue.base32 import code_in, normalise_code
from catalogue.certification.queries import Standing, standing
from catalogue.products.models import Product
from catalogue.traceability.gs1.uri import InvalidUri
from catalogue.traceability.models import Lot
from catalogue.traceability.recalls import services as recalls
from catalogue.traceability.scans import origins, verdicts
from catalogue.traceability.scans.services import add_place
from catalogue.traceability.stamps.queries import stamp_by_code
from catalogue.traceability.stamps.serials import PAGE_BATCH, is_serial
from catalogue.traceability.stamps.signing import signatures_in
from media.qr import qr_png, qr_svg
from storefront.gs1.raw_path import parse_scanned, scanned_address
from storefront.web.addresses import by_slug
from storefront.web.client_address import address_of
from storefront.web.origin import Sender, sender_of

from . import visitors
from .pack_page import answer_mark, answer_scan, no_pack, unknown
from .scanning import MAX_SERIAL_LENGTH, ScanRequest, item_of
from .verdict_page import page_path, product_facts


@csrf_exempt  # whoever sends something is told that this is a page to read, not that a token is missing
@require_safe
def stamp(request, code: str):
    """`/q/<code>`: the code of a page, or the serial of a pack with or without its signature."""
    code, _question_mark, more = code.partition("?")  # encoded by whoever passed the address on
    serial = code_in(code, is_serial) or normalise_code(code[:MAX_SERIAL_LENGTH])
    if serial.startswith(PAGE_BATCH) or not is_serial(serial):
        return _page_code(request, code)
    signatures = signatures_in(f"{more}&{request.META.get('QUERY_STRING', '')}")
    return answer_scan(request, ScanRequest(serial, signatures, path=page_path(f"q/{serial}", signatures)))


@csrf_exempt
@require_safe
def digital_link(request, path: str):
    """`/tem/01/…[/10/…][/21/…]`: where the resolver sends whoever scanned a GS1 Digital Link."""
    own_path, query = scanned_address(request)
    own_path = own_path.partition("/tem/")[2] or path
    try:
        link = parse_scanned(f"/{own_path}")
        if link.stem:
            raise InvalidUri("path", "two primary keys")
    except InvalidUri:
        return no_pack(request, path, status=400)
    gtin, serial, lot = link.value("01"), link.value("21"), link.value("10") or ""
    if serial:
        signatures = signatures_in(query)
        code, own_path = normalise_code(serial[:MAX_SERIAL_LENGTH]), page_path(f"tem/{own_path}", signatures)
        return answer_scan(request, ScanRequest(code, signatures, gtin or "", lot, own_path))
    item = item_of(gtin or "")
    if item is None or not (lot or item.product.is_public):
        return no_pack(request, gtin or "", status=404)
    if not lot:
        return redirect(item.product)
    return _lot(request, item.product, gtin=gtin, code=lot)


# -- pages and lots --------------------------------------------------------------------------------


def _page_code(request, code: str) -> HttpResponse:
    """A code that stands for the product, not for one pack."""
    page_stamp = stamp_by_code(code)
    if page_stamp is None or not page_stamp.is_page_code:
        return unknown(request, code)
    if page_stamp.code != code:
        return redirect(page_stamp)
    product = page_stamp.product
    stands = standing(product.pk)
    warnings = recalls.recall_warnings(product.pk) if page_stamp.has_recalls else []
    verdict = verdicts.of_page_code(page_stamp, stands, warnings)
    context = {
        "verdict": verdict,
        "code": page_stamp.code,
        **product_facts(product, stands=stands, lot=None, has_photos=page_stamp.has_photos),
        **_beside(verdict, stands, warnings),
    }
    return render(request, "public/scan/stamp.html", context)


@require_safe
def product_lot(request, slug: str, code: str):
    """`/san-pham/<slug>/lo/<code>/`: the page of a lot, whether or not its product has a GTIN."""
    product = by_slug(Product.objects.select_related("producer", "trade_item"), slug)
    lot = Lot.objects.filter(product=product, code=code).first()
    if lot is None or not product.is_public:
        raise Http404(code)
    item = getattr(product, "trade_item", None)
    return _lot_page(request, product, lot, gtin=item.gtin if item else "", code=code)


def _lot(request, product, *, gtin: str, code: str) -> HttpResponse:
    """A lot as a GS1 Digital Link names it; it may be one that nobody has entered."""
    lot = Lot.objects.filter(product=product, code=code).first()
    return _lot_page(request, product, lot, gtin=gtin, code=code)


def _lot_page(request, product, lot: Lot | None, *, gtin: str, code: str) -> HttpResponse:
    """The page of a lot: no verdict on one pack, but warnings, certificate and events."""
    stands = standing(product.pk)
    warnings = recalls.warnings_of(product_id=product.pk, lot=lot, stands=stands)
    verdict = verdicts.of_product(stands, warnings) if lot else verdicts.unknown()
    context = {
        "verdict": verdict,
        "code": code,
        "gtin": gtin,
        **product_facts(product, stands=stands, lot=lot),
        **_beside(verdict, stands, warnings),
    }
    response = render(request, "public/scan/lot.html", context)
    response["Cache-Control"] = "no-store"
    return response


def _beside(verdict: verdicts.Verdict, stands: Standing, warnings: list[recalls.RecallWarning]) -> dict:
    """The OCOP status where the verdict does not say it, the recalls that it says, and what else to warn of."""
    said = [warning for warning in warnings if verdict.key == "recalled" and warning.is_recall]
    return {
        "status": stands.headline if verdict.key in ("recalled", "withdrawn") else "",
        "notices": said,
        "warnings": [warning for warning in warnings if warning not in said],
    }


# -- pictures --------------------------------------------------------------------------------------


@require_safe
@cache_control(public=True, max_age=86_400)
def stamp_svg(request, code: str):
    """QR code of a page as SVG."""
    return HttpResponse(qr_svg(_page_address(code)), content_type="image/svg+xml")


@require_safe
@cache_control(public=True, max_age=86_400)
def stamp_png(request, code: str):
    """QR code of a page as PNG, for a flyer or a label of one's own."""
    return HttpResponse(qr_png(_page_address(code)), content_type="image/png")


def _page_address(code: str) -> str:
    page_stamp = stamp_by_code(code)
    if page_stamp is None or not page_stamp.is_page_code:
        raise Http404(code)
    return f"{settings.SITE_URL}/q/{page_stamp.code}"


# -- the second step of a scan ---------------------------------------------------------------------


@require_safe
def scan_mark(request, code: str):
    """The picture that the page of a pack asks for, for visitors with a session (others: middleware)."""
    return answer_mark(request, code)


# -- the place of a scan, with consent -------------------------------------------------------------


@csrf_exempt
@require_POST
def scan_place(request, code: str):
    """A visitor says where the pack is, to 0.1 degrees. The page carries no token, so the sender is judged here."""
    serial = normalise_code(code[:MAX_SERIAL_LENGTH])
    page_stamp = stamp_by_code(serial) if is_serial(serial) else None
    if sender_of(request) is not Sender.OURS or not visitors.is_browser(request):
        return HttpResponse(status=403)
    if page_stamp is None or page_stamp.is_page_code:
        raise Http404(code)
    try:
        latitude, longitude = float(request.POST.get("lat", "")), float(request.POST.get("lon", ""))
        point = origins.rounded(latitude, longitude) if math.isfinite(latitude + longitude) else None
    except ValueError:
        point = None
    if point is None:
        return HttpResponse(status=400)
    at, address = timezone.now(), address_of(request)
    device = visitors.device_of(request, code=serial, at=at, address=address)
    try:
        add_place(stamp_id=page_stamp.pk, device=device, point=point, at=at)
    except DatabaseError:
        return HttpResponse(status=503)
    response = HttpResponse(status=204)
    response["Cache-Control"] = "no-store"
    return response
