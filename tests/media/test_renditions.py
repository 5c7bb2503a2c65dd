"""Renditions: made by the worker, complete, never at view; pages look them up."""

import os
import re
import threading
import time
from pathlib import Path

import pytest
from django.core.files.base import ContentFile
from django.core.management import CommandError, call_command
from django.db import connection
from django.template.loader import render_to_string
from django_tasks_db.models import DBTaskResult
from PIL import Image

from catalogue.products.illustrations import Illustration
from media import services
from media.models import Photo, Rendition
from media.queries import picture_of, pictures
from media.tasks import RETRY_MINUTES, make_renditions
from tests.media.drawn import drawn, is_red, make_photo, upload

HOUR_AGO = time.time() - 3 * 3600


def waiting():
    return DBTaskResult.objects.filter(task_path=make_renditions.module_path)


def files(settings, folder: str = "images") -> set[str]:
    return {path.name for path in (Path(settings.MEDIA_ROOT) / folder).glob("*")}


@pytest.fixture(autouse=True)
def own_folder(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path / "uploads"


def widths(srcset: str) -> list[int]:
    return [int(width) for width in re.findall(r" (\d+)w", srcset)]


@pytest.mark.parametrize(
    ("size", "card", "wide", "text"),
    [
        ((2000, 1500), [320, 640, 960], [640, 960, 1280], [320, 640, 960, 1280]),
        ((700, 1200), [320, 640], [640], [320, 640]),
        ((200, 150), [200], [200], [200]),
    ],
)
def test_the_worker_makes_every_size_and_never_enlarges(db, size, card, wide, text):
    photo = make_photo(drawn(*size), is_ready=False)
    task = waiting().get()
    task.task.call(**task.args_kwargs["kwargs"])

    for name, expected in {"card": card, "wide": wide, "text": text}.items():
        picture = picture_of(photo, name)
        assert [source.type for source in picture.sources] == ["image/avif", "image/webp"]
        assert all(widths(source.srcset) == expected for source in picture.sources), name
    ratios = {"card": 4 / 3, "wide": 16 / 9, "text": size[0] / size[1]}
    for name, ratio in ratios.items():
        picture = picture_of(photo, name)
        assert picture.width / picture.height == pytest.approx(ratio, rel=0.02), name
    kinds = {"avif": "AVIF", "webp": "WEBP", "jpeg": "JPEG"}
    for row in photo.renditions.all():
        with Image.open(row.file.path) as made:
            assert made.format == kinds[re.search(r"format-(\w+)", row.filter_spec)[1]]
            assert made.size == (row.width, row.height)


def test_no_page_makes_a_rendition(db, django_assert_num_queries):
    photo = make_photo(is_ready=False)
    context = {"photo": picture_of(photo, "card"), "illustration": Illustration("coffee")}
    assert context["photo"] is None
    html = render_to_string("components/picture.html", context)
    assert "illustrations/coffee" in html
    assert "<figure" not in html
    assert not Rendition.objects.exists()

    services.make_renditions(photo_id=photo.pk)
    for _ in range(2):
        make_photo(drawn(320, 240))
    for number in (1, 3):
        chosen = list(Photo.objects.order_by("pk")[:number])
        with django_assert_num_queries(1):
            assert len(pictures(chosen, "card")) == number


def test_the_component_says_what_a_browser_must_know(db):
    photo = make_photo(credit="Ảnh: máy vẽ")
    html = render_to_string("components/picture.html", {"photo": picture_of(photo, "card"), "alt": "Cà phê bột"})
    assert html.index("image/avif") < html.index("image/webp") < html.index("<img")
    assert 'width="640" height="480"' in html
    assert 'alt="Cà phê bột"' in html
    assert 'loading="lazy"' in html
    assert "Ảnh: máy vẽ" in html
    eager = render_to_string("components/picture.html", {"photo": picture_of(photo, "card"), "eager": True})
    assert 'fetchpriority="high"' in eager
    assert "lazy" not in eager


def test_the_focal_point_decides_what_is_kept_and_the_old_picture_stays_until_the_new_is_there(db):
    photo = make_photo(drawn(1600, 400))

    def middle() -> tuple:
        path = Path(picture_of(Photo.objects.get(), "card").src).name
        with Image.open(Rendition.objects.get(file__endswith=path).file.path) as made:
            return made.getpixel((made.width // 3, made.height // 2))

    before = picture_of(photo, "card")
    assert not is_red(middle())
    photo.focal_point_x, photo.focal_point_y = 100, 200
    photo.focal_point_width = photo.focal_point_height = 50
    photo.save()
    assert picture_of(Photo.objects.get(), "card") == before

    services.make_renditions(photo_id=photo.pk)
    assert is_red(middle())
    keys = set(Rendition.objects.filter(filter_spec__startswith="fill-").values_list("focal_point_key", flat=True))
    assert len(keys) == 1


def test_another_file_takes_the_place_of_the_old_one_at_once(db):
    photo = make_photo()
    assert picture_of(photo, "card")
    photo.file = upload(drawn(640, 640))
    photo.save()
    assert picture_of(Photo.objects.get(), "card") is None
    services.make_renditions(photo_id=photo.pk)
    assert picture_of(Photo.objects.get(), "text").height == 640


def test_a_killed_worker_loses_nothing(db):
    photo = make_photo()
    complete = set(photo.renditions.values_list("filter_spec", flat=True))
    kept = photo.renditions.order_by("pk").first()
    photo.renditions.exclude(pk=kept.pk).delete()

    assert services.make_renditions(photo_id=photo.pk) == len(complete) - 1
    assert set(photo.renditions.values_list("filter_spec", flat=True)) == complete
    assert photo.renditions.filter(pk=kept.pk).exists()
    assert services.make_renditions(photo_id=photo.pk) == 0


def test_the_command_mends_what_is_missing_and_removes_what_nobody_names(db, settings, capsys):
    photo = make_photo()
    lost = photo.renditions.order_by("pk").first()
    Path(lost.file.path).unlink()
    stale = photo.renditions.order_by("pk").last()
    Rendition.objects.filter(pk=stale.pk).update(filter_spec="fill-10x10|format-webp|webpquality-1")
    of_editor = photo.renditions.create(filter_spec="max-165x165", file=ContentFile(drawn(165, 124), "editor.jpg"))
    folder = Path(settings.MEDIA_ROOT)
    for name in ("images/orphan.avif", "original_images/orphan.jpg"):
        (folder / name).write_bytes(b"x")
        os.utime(folder / name, (HOUR_AGO, HOUR_AGO))
    (folder / "images" / "being-made.avif").write_bytes(b"x")
    make_photo(drawn(400, 300))

    call_command("media", "renditions")
    assert "2 photos, 2 renditions made, 2 files removed" in capsys.readouterr().out
    assert not files(settings) & {"orphan.avif"}
    assert "being-made.avif" in files(settings)
    assert Rendition.objects.filter(pk=of_editor.pk).exists()
    assert not Rendition.objects.filter(filter_spec__startswith="fill-10x10").exists()
    assert all(Path(row.file.path).exists() for row in Rendition.objects.all())

    Path(photo.file.path).unlink()
    photo.renditions.all().delete()
    with pytest.raises(CommandError, match=rf"\b{photo.pk}\b"):
        call_command("media", "renditions")


def test_a_full_disk_is_tried_again_later(db, monkeypatch):
    photo = make_photo(is_ready=False)
    waiting().delete()

    def fails(**_):
        raise OSError("No space left on device")

    monkeypatch.setattr(services, "make_renditions", fails)
    make_renditions.call(photo_id=photo.pk)
    again = waiting().get()
    assert again.args_kwargs["kwargs"] == {"photo_id": photo.pk, "attempt": 1}
    assert again.run_after is not None
    with pytest.raises(OSError, match="No space"):
        make_renditions.call(photo_id=photo.pk, attempt=len(RETRY_MINUTES))


def test_two_workers_at_once_make_each_rendition_once(committed_db, settings):
    photo = make_photo(is_ready=False)
    start = threading.Barrier(2)
    made = []

    def work():
        start.wait()
        made.append(services.make_renditions(photo_id=photo.pk))
        connection.close()

    workers = [threading.Thread(target=work) for _ in range(2)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    rows = list(Rendition.objects.all())
    assert sum(made) == len(rows) == len(files(settings))


def test_a_photo_that_was_deleted_meanwhile_needs_nothing(db):
    assert services.make_renditions(photo_id=999_999) == 0
