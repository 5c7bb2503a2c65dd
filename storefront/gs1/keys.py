"""Public keys of the stamps, at their well-known address."""

from django.http import JsonResponse
from django.views.decorators.cache import cache_control
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_safe

from catalogue.traceability.stamps import keys


@csrf_exempt
@require_safe
@cache_control(public=True, max_age=3600)
def jwks(request):
    """Public keys of the stamps (RFC 7517): for whoever wants to check a signature without asking us."""
    answer = JsonResponse(keys.jwks(), content_type="application/jwk-set+json")
    answer["Access-Control-Allow-Origin"] = "*"
    return answer
