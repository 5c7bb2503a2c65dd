"""Addresses of GS1's standards: resolver, keys, EPCIS. Without language, at the root."""

from django.urls import path, re_path

from . import keys, resolver
from .epcis import urls as epcis

urlpatterns = [
    path(".well-known/gs1resolver", resolver.description, name="gs1-resolver"),
    path(".well-known/jwks.json", keys.jwks, name="jwks"),
    re_path(r"^(?P<path>[0-9]{2,4}(?:/(?s:.*))?)\Z", resolver.resolve, name="digital-link"),
    *epcis.urlpatterns,
]
