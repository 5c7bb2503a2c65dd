"""Caches in front of the site (FRONT_CACHE_URLS): told by the worker when something public has changed."""

from urllib.parse import urlsplit
from urllib.request import urlopen

from django.conf import settings
from wagtail.contrib.frontend_cache.backends import HTTPBackend
from wagtail.contrib.frontend_cache.backends.http import PurgeRequest

from .models import prune, revision

WATCH_SECONDS = 0.3
IDLE_SECONDS = 30
TIMEOUT_SECONDS = 5


class WholeSite(HTTPBackend):
    """`purge("https://site/*")` sends one PURGE for everything of a host. Raises OSError when it does not
    get through, so that it is sent again (Wagtail's own backend forgets it)."""

    def purge(self, url):
        parts = urlsplit(url)
        address = f"{self.cache_scheme}://{self.cache_netloc}{parts.path}"
        with urlopen(PurgeRequest(address, headers={"Host": parts.netloc}), timeout=TIMEOUT_SECONDS):  # noqa: S310
            pass


class Watch:
    """A periodic job of the worker (`settings.PERIODIC_JOBS`): purge after changes, keep the log of changes short."""

    def __init__(self):
        self.purged = ""

    def __call__(self) -> float:
        """Look once; seconds until the next look."""
        prune()
        if not settings.FRONT_CACHE_URLS:
            return IDLE_SECONDS
        current = revision()
        if current != self.purged:
            for location in settings.FRONT_CACHE_URLS:
                WholeSite({"LOCATION": location}).purge(f"{settings.SITE_URL}/*")
            self.purged = current
        return WATCH_SECONDS


watch = Watch()
