"""Evidence: out of everybody's reach but the inspectors', and never another than it was."""

import stat

import pytest
from django.core.exceptions import ImproperlyConfigured
from django.db import DatabaseError, IntegrityError, connection, transaction
from django.db.models import ProtectedError
from django.test import Client

from catalogue.traceability.suspicions.services import report_suspicion
from cms.services import ensure_roles
from media.evidence import keep, take_in
from media.models import Evidence, Photo
from media.storage import check_folder
from storefront.demo.accounts import ensure_demo_accounts
from tests.catalogue.traceability.recalled import person
from tests.media.drawn import drawn, upload


@pytest.fixture(autouse=True)
def folders(settings, tmp_path):
    settings.MEDIA_ROOT, settings.EVIDENCE_DIR = tmp_path / "uploads", tmp_path / "evidence"


@pytest.fixture
def report(db):
    return report_suspicion(text="Tem in mờ", photo=take_in(upload(drawn())))


def test_no_role_but_inspectors_meets_it_anywhere(report):
    ensure_roles()
    ensure_demo_accounts()
    evidence = report.photo
    assert not Photo.objects.exists()
    views = [f"/theo-doi/can-bo/bang-chung/{evidence.pk}/{part}" for part in ("", "ban-sao/", "ban-goc/")]
    for role in ("canbo", "quantri"):
        client = Client()
        client.force_login(person(role))
        assert [client.get(view).status_code for view in views] == [200, 200, 200]
        assert [client.post(view).status_code for view in views] == [405, 405, 405]
    assert [Client().get(view).status_code for view in views] == [302, 302, 302]
    for role in ("bientap", "htx", "diemban", "nguoimua"):
        client = Client()
        client.force_login(person(role))
        assert [client.get(view).status_code for view in views] == [403, 403, 403]
    client.force_login(person("bientap"))
    for address in (
        "/quan-tri/images/", "/quan-tri/images/results/", "/quan-tri/images/chooser/",
        "/quan-tri/images/chooser/results/?q=NN", "/quan-tri/api/main/images/",
    ):  # fmt: skip
        answer = client.get(address)
        assert answer.status_code == 200
        assert evidence.sha256[:12] not in answer.content.decode() and report.reference not in answer.content.decode()
    for act in ("", "delete/", "multiple/", "preview/original/", "generate_url/"):
        address = (
            f"/quan-tri/images/{act}{evidence.pk}/" if act == "multiple/" else f"/quan-tri/images/{evidence.pk}/{act}"
        )
        for answer in (client.get(address), client.post(address, {"title": "x", "file": upload(drawn())})):
            assert answer.status_code in (302, 403, 404, 405)
    evidence.refresh_from_db()
    assert not Photo.objects.exists()


def test_its_files_have_no_address_and_only_our_account_reads_them(report, settings):
    for file in (report.photo.original, report.photo.private_copy):
        with pytest.raises(ValueError, match="no address"):
            assert file.url
        assert stat.S_IMODE((settings.EVIDENCE_DIR / file.name).stat().st_mode) == 0o600
        assert Client().get(f"/uploads/{file.name}").status_code == 404
    assert not settings.MEDIA_ROOT.exists()


def test_the_database_never_lets_it_be_another(report):
    other = keep(take_in(upload(drawn(300, 200))), is_public=False)
    for act in (
        lambda: Evidence.objects.filter(pk=report.photo_id).update(sha256=other.sha256),
        lambda: type(report).objects.filter(pk=report.pk).update(photo=other),
        lambda: type(report).objects.filter(pk=report.pk).update(photo=None),
    ):
        with pytest.raises(DatabaseError, match="pgtrigger"), transaction.atomic():
            act()
    with pytest.raises(ProtectedError):
        report.photo.delete()
    with pytest.raises(IntegrityError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("DELETE FROM media_evidence WHERE id = %s", [report.photo_id])
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
    type(report).objects.filter(pk=report.pk).update(state="in_hand")  # all else may go on


def test_evidence_that_cannot_be_kept_leaves_no_file(db, settings, monkeypatch):
    taken = take_in(upload(drawn()))

    def full(*_args, **_kwargs):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Evidence, "save", full)
    with pytest.raises(OSError, match="No space"):
        keep(taken, is_public=True)
    assert not [path for path in settings.EVIDENCE_DIR.parent.rglob("*") if path.is_file()]


@pytest.mark.parametrize("folder", ["uploads", "uploads/private", "."])
def test_the_site_does_not_start_with_evidence_in_a_public_folder(settings, tmp_path, folder):
    check_folder()
    settings.EVIDENCE_DIR = tmp_path / folder
    with pytest.raises(ImproperlyConfigured, match="EVIDENCE_DIR"):
        check_folder()
