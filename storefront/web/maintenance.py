"""The whole site steps aside while it is being worked on: MAINTENANCE=true in the environment."""

from django.conf import settings
from django.core.exceptions import MiddlewareNotUsed

from storefront.web.prefixes import HEALTHZ

from .error_handlers import MAINTENANCE, refuse


class Maintenance:
    """Answers 503 with Retry-After to everything but /healthz; static files are served before it.

    Touches no database, session or translation, so all of them may be down. Machines are answered in their format.
    """

    def __init__(self, get_response):
        if not settings.MAINTENANCE:
            raise MiddlewareNotUsed
        self.get_response = get_response

    def __call__(self, request):
        if request.path == f"/{HEALTHZ}":
            return self.get_response(request)
        return refuse(request, MAINTENANCE)
