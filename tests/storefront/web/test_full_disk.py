"""A disk that is full is told in words wherever a file is sent, and nothing half is left behind."""

import pytest
from django.core.files.storage import FileSystemStorage
from django.core.files.uploadhandler import TemporaryFileUploadHandler
from django.db import transaction
from django.test import Client
from django.utils import timezone
from wagtail.documents import get_document_model

from catalogue.traceability.models import SuspicionReport
from cms.services import ensure_roles
from media.models import Evidence, Photo
from storefront.accounts.models import User
from tests.catalogue.traceability.recalled import make_lot, officers, person
from tests.media.drawn import drawn, upload
from tests.storefront.shop.offers import OURS

pytestmark = pytest.mark.django_db


def onto_a_full_disk(*_args, **_kwargs):
    """What the kernel says when nothing fits any more."""
    with open("/dev/full", "wb") as file:
        file.write(b"x")


def as_it_arrives(handler, *_args):
    handler.file.close()
    onto_a_full_disk()


@pytest.fixture
def clients(settings, tmp_path) -> dict[str, Client]:
    settings.MEDIA_ROOT, settings.EVIDENCE_DIR = tmp_path / "uploads", tmp_path / "evidence"
    ensure_roles()
    officers()
    User.objects.filter(email__startswith="quantri@").update(is_superuser=True, is_staff=True)
    clients = {"visitor": Client(raise_request_exception=False)}
    for role in ("htx", "bientap", "canbo", "quantri"):
        clients[role] = Client(raise_request_exception=False)
        clients[role].force_login(person(role))
    return clients


def uploads() -> list[tuple[str, str, dict]]:
    """Who sends what file where."""
    lot = make_lot()
    lot.product.producer.memberships.create(user=person("htx"), since="2020-01-01")
    event = {"kind": "harvest", "quantity_unit": "kg", "started_at": f"{timezone.localtime():%Y-%m-%dT00:00}"}
    titled = {"title": "Ảnh", "collection": 1}
    return [
        ("visitor", "/bao-nghi-ngo/", {"text": "Tem mờ", "photo": upload(drawn())}),
        ("htx", f"/theo-doi/lo/{lot.pk}/su-kien/", {**event, "photo_file": upload(drawn())}),
        ("htx", f"/theo-doi/lo/{lot.pk}/su-kien/", {**event, "evidence": upload(drawn())}),
        ("bientap", "/quan-tri/images/add/", {**titled, "file": upload(drawn())}),
        ("bientap", "/quan-tri/images/multiple/add/", {**titled, "files[]": upload(drawn())}),
        ("canbo", "/django-admin/media/photo/add/", {**titled, "file": upload(drawn())}),
        ("quantri", "/quan-tri/documents/add/", {**titled, "file": upload(b"x", "a.txt")}),
        ("quantri", "/quan-tri/documents/multiple/add/", {**titled, "files[]": upload(b"x", "a.txt")}),
    ]


@pytest.mark.parametrize("where", ["while it arrives", "while it is kept"])
def test_everybody_is_told(clients, settings, monkeypatch, tmp_path, where):
    if where == "while it arrives":
        settings.FILE_UPLOAD_MAX_MEMORY_SIZE = 0
        monkeypatch.setattr(TemporaryFileUploadHandler, "receive_data_chunk", as_it_arrives)
    else:
        monkeypatch.setattr(FileSystemStorage, "_save", onto_a_full_disk)
    for who, path, data in uploads():
        with transaction.atomic():  # what a request leaves undone
            answer = clients[who].post(path, data, headers=OURS)
        assert answer.status_code == 507, (path, answer.status_code)
        assert "hết chỗ lưu" in answer.content.decode()
    for model in (SuspicionReport, Evidence, Photo, get_document_model()):
        assert not model.objects.exists()
    assert not [path for path in tmp_path.rglob("*") if path.is_file()]
