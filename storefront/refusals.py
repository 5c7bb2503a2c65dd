"""Answers to requests that cannot even be read."""

from django.http import HttpResponseBadRequest
from django.template.loader import render_to_string


def bad_request(_request, exception):
    """400, for an unknown host or too many parameters. Made without the request: to read it is what failed."""
    return HttpResponseBadRequest(render_to_string("400.html"))
