"""What other records rest on stays, and every back office says so in words."""

import pytest
from django.contrib.auth.models import Group
from django.test import Client
from django.utils import timezone
from wagtail.models import Collection

from catalogue.traceability.lots.events import EventFacts, record_event
from catalogue.traceability.models import Event
from cms.services import ensure_roles
from storefront.accounts.models import User
from storefront.public.complaints.services import send_complaint
from tests.catalogue.traceability.recalled import make_lot, officers
from tests.media.drawn import make_photo

pytestmark = pytest.mark.django_db


@pytest.fixture
def administrator(settings, tmp_path) -> Client:
    settings.MEDIA_ROOT = tmp_path
    ensure_roles()
    _canbo, quantri = officers()
    User.objects.filter(pk=quantri.pk).update(is_superuser=True, is_staff=True)
    client = Client()
    client.force_login(quantri)
    return client


def test_every_view_that_deletes_says_what_rests_on_it(administrator):
    officer = User.objects.get(email__startswith="canbo@")
    lot = make_lot()
    product, producer = lot.product, lot.product.producer
    record_event(lot=lot, facts=EventFacts(kind="harvest", started_at=timezone.now()), by=officer)
    send_complaint(kind="product", text="Hạt bị mốc", product=product)
    collection = Collection.get_first_root_node().add_child(name="Ảnh hội chợ")
    make_photo(is_ready=False, collection=collection)
    confirmed = {"post": "yes"}
    selected = {"action": "delete_selected", "post": "yes"}
    for path, data, row in (
        (f"/django-admin/accounts/user/{officer.pk}/delete/", confirmed, officer),
        ("/django-admin/accounts/user/", {**selected, "_selected_action": [officer.pk]}, officer),
        (f"/dashboard/catalogue/products/{product.pk}/delete/", {}, product),
        (f"/django-admin/catalogue/product/{product.pk}/delete/", confirmed, product),
        ("/django-admin/catalogue/product/", {**selected, "_selected_action": [product.pk]}, product),
        (f"/django-admin/producers/producer/{producer.pk}/delete/", confirmed, producer),
        (f"/quan-tri/collections/{collection.pk}/delete/", {}, collection),
    ):
        answer = administrator.post(path, data, headers={"referer": f"http://testserver{path}"})
        assert answer.status_code in (200, 403, 409), path
        if answer.status_code == 409:
            page = answer.content.decode()
            assert "Không xóa được" in page and f'href="http://testserver{path.partition("&")[0]}' in page, path
            assert "<li>" in page.partition("<main")[2], path
        assert type(row)._default_manager.filter(pk=row.pk).exists(), path


def test_a_reference_to_another_site_is_no_way_back(administrator):
    product = make_lot().product
    path = f"/dashboard/catalogue/products/{product.pk}/delete/"
    answer = administrator.post(path, headers={"referer": "https://evil.example/delete"})
    assert answer.status_code == 409
    assert "evil.example" not in answer.content.decode()


def test_the_databases_own_no_is_told_in_words_too(administrator, monkeypatch):
    """Rows that stay for ever, met by a view that does not know it."""
    officer = User.objects.get(email__startswith="canbo@")
    event = record_event(lot=make_lot(), facts=EventFacts(kind="harvest", started_at=timezone.now()), by=officer)
    group = Group.objects.create(name="Nhóm thử")
    monkeypatch.setattr(Group, "delete", lambda self, *args, **kwargs: event.delete())
    answer = administrator.post(f"/quan-tri/groups/delete/{group.pk}/")
    assert answer.status_code == 409
    assert "Không xóa được" in answer.content.decode()


def test_other_faults_are_still_faults(administrator, monkeypatch):
    group = Group.objects.create(name="Nhóm thử")

    def broken(self, *args, **kwargs):
        raise ValueError("a fault")

    monkeypatch.setattr(Group, "delete", broken)
    administrator.raise_request_exception = False
    assert administrator.post(f"/quan-tri/groups/delete/{group.pk}/").status_code == 500
    assert not Event.objects.exists()
