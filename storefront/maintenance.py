"""The whole site steps aside while it is being worked on: MAINTENANCE=true in the environment."""

from django.conf import settings
from django.core.exceptions import MiddlewareNotUsed
from django.http import HttpResponse, JsonResponse
from django.template.loader import render_to_string

RETRY_SECONDS = 600


class Maintenance:
    """Answers 503 with Retry-After to everything but /healthz; static files are served before it.

    Touches no database, session or translation, so all of them may be down. Machines (/api/) are answered in JSON.
    """

    def __init__(self, get_response):
        if not settings.MAINTENANCE:
            raise MiddlewareNotUsed
        self.get_response = get_response

    def __call__(self, request):
        if request.path == "/healthz":
            return self.get_response(request)
        if request.path.startswith("/api/"):
            response = JsonResponse({"detail": "The site is being maintained."}, status=503)
        else:
            response = HttpResponse(render_to_string("maintenance.html"), status=503)
        response["Retry-After"] = str(RETRY_SECONDS)
        response["Cache-Control"] = "no-store"
        return response
