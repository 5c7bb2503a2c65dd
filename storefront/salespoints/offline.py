"""The offline bundle for sales points: for those who work there, and for a device of theirs by its key."""

from django.contrib.auth import get_user_model
from django.contrib.auth.decorators import login_required
from django.core import signing
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils.cache import get_conditional_response
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from catalogue.traceability.stamps.keys import KeyProblem
from catalogue.traceability.stamps.offline import bundle_of_now
from storefront.accounts.rules import is_administrator
from storefront.salespoints.access import sales_point_for
from storefront.salespoints.models import SalesPoint

SALT = "offline-bundle"
KEY_DAYS = 365


def device_key(user, point: SalesPoint) -> str:
    """A key for a device of a sales point. It works as long as this person works there, and a year at most."""
    return signing.dumps([user.pk, point.pk], salt=SALT)


def holder_of(key: str) -> SalesPoint | None:
    """The sales point that a device's key belongs to; None for a key that is wrong, old, or of somebody who left."""
    try:
        user_pk, point_pk = signing.loads(key, salt=SALT, max_age=KEY_DAYS * 86_400)
    except (signing.BadSignature, ValueError, TypeError):
        return None
    user = get_user_model().objects.filter(pk=user_pk, is_active=True).first()
    try:
        return sales_point_for(user, point_pk) if user else None
    except (Http404, PermissionDenied):
        return None


def _may_have(request) -> bool:
    """By the key of a device where one is sent; else as one who works at a sales point today."""
    kind, _space, key = request.headers.get("Authorization", "").partition(" ")
    if kind.lower() == "bearer":
        return holder_of(key.strip()) is not None
    user = request.user
    return (
        user.is_authenticated
        and user.is_active
        and (is_administrator(user) or user.sales_point_memberships.today().exists())
    )


@require_safe
def bundle(request):
    """The signed file. 401 without a right to it; 304 if the device has this very file."""
    if not _may_have(request):
        response = HttpResponse(_("For sales points: sign in, or send the key of a device."), status=401)
        response["WWW-Authenticate"] = 'Bearer realm="offline"'
        response["Content-Type"] = "text/plain; charset=utf-8"
        response["Cache-Control"] = "no-store"
        return response
    try:
        data, tag = bundle_of_now()
    except KeyProblem as problem:
        response = HttpResponse(str(problem), status=503, content_type="text/plain; charset=utf-8")
        response["Cache-Control"] = "no-store"
        return response
    response = HttpResponse(data, content_type="application/octet-stream")
    response["Content-Disposition"] = 'attachment; filename="saobuon-offline.bin"'
    response["ETag"] = tag
    response["Cache-Control"] = "private, no-cache"
    response["Vary"] = "Authorization, Cookie"
    return get_conditional_response(request, etag=tag, response=response)


@require_safe
@never_cache
@login_required
def offline(request, pk: int):
    """How a sales point gets the file, and the key for its devices."""
    point = sales_point_for(request.user, pk)
    context = {"point": point, "device_key": device_key(request.user, point), "days": KEY_DAYS}
    return render(request, "salespoints/offline.html", context)
