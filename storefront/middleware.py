"""Anonymous pages are the same for everybody for a minute: said in one header, in one place."""

import datetime

from django.utils import timezone
from django.utils.cache import patch_cache_control, patch_vary_headers

PAGE_SECONDS = 60
PRIVATE_COOKIES = ("sessionid", "saobuon_basket", "csrftoken")


def seconds_to_midnight(now: datetime.datetime | None = None) -> int:
    """Seconds until the local day ends, when certificates end with it."""
    now = timezone.localtime(now)
    midnight = (now + datetime.timedelta(days=1)).replace(hour=0, minute=0, second=0, microsecond=0)
    return int((midnight - now).total_seconds())


class AnonymousPagesCacheable:
    """Lets caches keep a page that was made for a visitor without cookies and sets none.

    Never longer than a minute, and never past local midnight. Everything else is private.
    """

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        response = self.get_response(request)
        if response.has_header("Cache-Control") or request.path.startswith(("/static/", "/uploads/")):
            return response
        is_public = (
            request.method in ("GET", "HEAD")
            and response.status_code == 200
            and not response.cookies
            and not any(name in request.COOKIES for name in PRIVATE_COOKIES)
        )
        if is_public:
            patch_cache_control(response, public=True, max_age=min(PAGE_SECONDS, seconds_to_midnight()))
            patch_vary_headers(response, ["Cookie"])
        else:
            patch_cache_control(response, private=True, no_cache=True)
        return response
