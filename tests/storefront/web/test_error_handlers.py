"""What is too large, too slow or fails is told in words, to people and to machines."""

import errno

import pytest
from django import forms
from django.contrib import admin
from django.db import models
from django.test import Client, RequestFactory

from storefront.accounts.models import User
from storefront.web import body_limits
from storefront.web import error_handlers as refusals
from tests.url_table import routes

REQUESTS = [
    ("/gop-y/", {}, "text/html"),
    ("/en/gop-y/", {}, "text/html"),
    ("/api/v1/products", {}, "application/json"),
    ("/epcis/v2/capture", {}, "application/problem+json"),
    ("/gio-hang/them/1/", {"Accept": "application/json"}, "application/json"),
]


@pytest.mark.parametrize(("path", "headers", "media_type"), REQUESTS)
def test_a_body_that_is_too_large_is_refused_unread_behind_any_server(path, headers, media_type):
    limit = body_limits.limit_of(path)
    answer = Client().generic("POST", path, headers=headers, CONTENT_LENGTH=str(limit + 1))  # no database here
    assert answer.status_code == 413
    assert answer["Content-Type"].startswith(media_type)
    assert "no-store" in answer["Cache-Control"]
    if media_type == "text/html":
        page = answer.content.decode()
        assert "quá lớn" in page and "too large" in page and "2.5 MB" in page
    else:
        assert str(limit) in answer.content.decode()


@pytest.mark.parametrize("length", ["9" * 5000, "9" * 20])
def test_lengths_beyond_all_numbers_are_too_large(length):
    assert Client().generic("POST", "/", CONTENT_LENGTH=length).status_code == 413


@pytest.mark.parametrize("status", sorted(refusals.FROM_GATEWAY))
def test_what_the_gateway_refused_is_told_in_both_languages_without_a_database(status):
    answer = Client().get("/vung/", **{refusals.REFUSED: status})
    page = answer.content.decode()
    assert answer.status_code == status
    assert '<html lang="vi">' in page and 'lang="en"' in page and "<h1>" in page and "<h2>" in page
    assert answer["Content-Security-Policy"]


def test_a_full_disk_is_told_as_such(rf: RequestFactory):
    def answer_to(error: Exception):
        try:
            try:
                raise error
            except OSError as cause:
                raise ValueError("the form") from cause
        except ValueError:
            return refusals.server_error(rf.post("/bao-nghi-ngo/"))

    assert answer_to(OSError(errno.ENOSPC, "full")).status_code == 507
    assert answer_to(OSError(errno.EACCES, "forbidden")).status_code == 500


def test_names_of_limits_are_names_of_routes():
    names = {route.name for route in routes()} | {route.name.rpartition(":")[0] for route in routes()}
    assert set(body_limits.LIMITS) <= names


def test_addresses_have_the_limits_of_their_routes():
    wanted = {
        "/": body_limits.USUAL_BYTES,
        "/khong-co/": body_limits.USUAL_BYTES,
        "/epcis/v2/capture": body_limits.EPCIS_BYTES,
        "/bao-nghi-ngo/": body_limits.PHOTO_BYTES + body_limits.FORM_BYTES,
        "/en/bao-nghi-ngo/": body_limits.PHOTO_BYTES + body_limits.FORM_BYTES,
        "/quan-tri/images/multiple/add/": body_limits.PHOTO_BYTES + body_limits.FORM_BYTES,
        "/quan-tri/pages/1/edit/": body_limits.USUAL_BYTES,
        "/\x00/\udcff": body_limits.USUAL_BYTES,
    }
    assert {path: body_limits.limit_of(path) for path in wanted} == wanted


def test_every_form_that_takes_files_has_room_for_them(rf: RequestFactory):
    """As far as forms can be told from outside: those of Django's administration and of views with a form class."""
    request = rf.get("/")
    request.user = User(is_superuser=True, is_active=True)
    taking = set()
    for model, options in admin.site._registry.items():
        shown = [model, *(inline.model for inline in options.inlines)]
        if options.has_add_permission(request) and any(map(_has_files, shown)):
            taking |= {f"admin:{model._meta.app_label}_{model._meta.model_name}_{act}" for act in ("add", "change")}
    for route in routes():
        form = getattr(getattr(route.view, "view_class", None), "form_class", None)
        fields = getattr(form, "base_fields", {}).values()
        if any(isinstance(field, forms.FileField) for field in fields):
            taking.add(route.name)
    assert "suspicion" in taking and "admin:media_photo_add" in taking
    assert taking <= set(body_limits.LIMITS)


def _has_files(model) -> bool:
    return any(isinstance(field, models.FileField) for field in model._meta.fields)
