"""Pictures for networks: drawn once, with the stars of the day."""

import datetime

import pytest
from PIL import Image

from tests.catalogue.factories import make_certificate, make_product

from .pages import local, meta, page_of

pytestmark = pytest.mark.django_db


def picture_path(client, product) -> str:
    return local(meta(page_of(client, product.get_absolute_url()), "og:image"))


def test_a_picture_is_drawn_once_and_kept_for_good(client, settings, tmp_path):
    settings.SOCIAL_DIR = tmp_path / "social"
    product = make_certificate().product
    path = picture_path(client, product)
    response = client.get(path)
    assert response["Content-Type"] == "image/png"
    assert "immutable" in response["Cache-Control"]
    assert not response.cookies
    assert len(response.content) <= 60_000
    (kept,) = settings.SOCIAL_DIR.iterdir()
    with Image.open(kept) as image:
        assert image.size == (1200, 630)
    kept.write_bytes(b"kept")
    assert client.get(path).content == b"kept"


def test_when_the_stars_end_at_midnight_the_page_names_another_picture(client, settings, tmp_path):
    settings.SOCIAL_DIR = tmp_path / "social"
    product = make_certificate(issued="2024-03-15").product
    settings.REGISTRY_DATE = datetime.date(2027, 3, 15)
    with_stars = picture_path(client, product)
    before = client.get(with_stars).content
    settings.REGISTRY_DATE = datetime.date(2027, 3, 16)
    without = picture_path(client, product)
    assert without != with_stars
    assert client.get(without).content != before
    moved = client.get(with_stars)
    assert (moved.status_code, moved["Location"]) == (302, without)
    assert "immutable" not in moved["Cache-Control"]
    assert len(list(settings.SOCIAL_DIR.iterdir())) == 1  # the old one goes


def test_a_disk_that_takes_nothing_costs_no_picture(client, settings, tmp_path, caplog):
    (tmp_path / "full").write_text("not a folder")
    settings.SOCIAL_DIR = tmp_path / "full" / "social"
    response = client.get(picture_path(client, make_product()))
    assert response.status_code == 200
    assert response.content.startswith(b"\x89PNG")
    assert "could not be kept" in caplog.text


def test_pictures_of_hidden_products_and_unknown_kinds_do_not_exist(client):
    hidden = make_product(is_public=False)
    assert client.get(f"/anh-chia-se/{hidden.slug}-0123456789ab.png").status_code == 404
    assert client.get("/anh-chia-se/khong-co-0123456789ab.png").status_code == 404
    assert client.get("/anh-chia-se/trang/khong-0123456789ab.png").status_code == 404


def test_a_former_address_of_a_product_leads_to_its_picture(client):
    product = make_product(slug="ten-cu-cua-no")
    old = picture_path(client, product)
    product.slug = "ten-moi-cua-no"
    product.save()
    assert client.get(old)["Location"] == picture_path(client, product)
