"""Where carriers call."""

from http import HTTPStatus

from allauth.core import ratelimit
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST

from .carrier import NoticeRefused
from .registry import carriers
from .services import book_notice

MAX_BODY = 64_000


@csrf_exempt  # programs call here: they sign what they say
@never_cache
@require_POST
def notice(request: HttpRequest, carrier: str) -> HttpResponse:
    """News of a shipment, booked before the answer: what was not answered is told again, and harmless twice."""
    service = carriers().get(carrier)
    if service is None:
        raise Http404(carrier)
    body = request.read(MAX_BODY + 1)
    try:
        if len(body) > MAX_BODY:
            return JsonResponse({"message": "too long"}, status=HTTPStatus.REQUEST_ENTITY_TOO_LARGE)
        told = service.read_notice(headers=request.headers, body=body, now=timezone.now())
    except NoticeRefused as refusal:
        if not ratelimit.consume(request, action="refused_notice"):
            return HttpResponse(status=HTTPStatus.TOO_MANY_REQUESTS)
        status = HTTPStatus.UNPROCESSABLE_ENTITY if refusal.is_signed else HTTPStatus.UNAUTHORIZED
        return JsonResponse({"message": str(refusal.message)}, status=status)
    return JsonResponse({"is_known": book_notice(carrier=service, notice=told) is not None})
