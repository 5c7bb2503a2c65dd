"""Addresses of the GS1 resolver, without language, at the root."""

from django.urls import path, re_path

from . import resolver

urlpatterns = [
    path(".well-known/gs1resolver", resolver.description, name="gs1-resolver"),
    re_path(r"^(?P<path>[0-9]{2,4}(?:/(?s:.*))?)\Z", resolver.resolve, name="digital-link"),
]
