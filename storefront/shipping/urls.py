"""Where carriers call."""

from django.urls import path

from storefront.web import converters, prefixes  # noqa: F401  (the converters are used in addresses)

from .carriers import views

without_language = [path(f"{prefixes.CARRIERS}notices/<slug:carrier>", views.notice, name="carrier-notice")]
