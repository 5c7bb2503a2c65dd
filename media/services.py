"""Making renditions and clearing away what nobody needs."""

import contextlib
import dataclasses
import time
from collections.abc import Iterator

from django.core.files.storage import Storage
from django.db import transaction
from wagtail.images.models import Filter

from .formats import specs_of
from .models import Photo, Rendition

HELD_HOURS = 1
"""A file that no row names may belong to a transaction that is still under way."""


def make_renditions(*, photo_id: int) -> int:
    """Make every rendition of a photo that does not exist yet, then remove those nobody shows any more; the
    number made. Can be repeated, also by two workers at once. A photo that is gone needs none."""
    made = 0
    while _make_next(photo_id):
        made += 1
    return made


@transaction.atomic
def _make_next(photo_id: int) -> bool:
    """One rendition for one lock, so that an editor never waits longer than for one picture. Raises OSError."""
    photo = Photo.objects.select_for_update(no_key=True).filter(pk=photo_id).first()
    if photo is None:
        return False
    if not photo.file.storage.exists(photo.file.name):
        raise FileNotFoundError(photo.file.name)
    held = {(row.filter_spec, row.focal_point_key): row for row in photo.renditions.all()}
    wanted = [Filter(spec) for spec in specs_of(photo.width, photo.height)]
    for wish in wanted:
        row = held.get((wish.spec, wish.get_cache_key(photo)))
        if row and row.file.storage.exists(row.file.name):
            continue
        if row:
            row.delete()
        with contextlib.closing(photo.generate_rendition_file(wish)) as file:
            photo.renditions.create(filter_spec=wish.spec, focal_point_key=wish.get_cache_key(photo), file=file)
        return True
    for row in _surplus(photo, wanted):
        row.delete()
    return False


def _surplus(photo: Photo, wanted: list[Filter]) -> Iterator[Rendition]:
    """Renditions of former formats or of a former focal point; those of the page editor are left alone."""
    needed = {(wish.spec, wish.get_cache_key(photo)) for wish in wanted}
    for row in photo.renditions.all():
        if "|format-" in row.filter_spec and (row.filter_spec, row.focal_point_key) not in needed:
            yield row


@dataclasses.dataclass(frozen=True)
class Tidied:
    """What `tidy` did: photos looked at, renditions made, files removed; photos that could not be read."""

    photos: int
    made: int
    removed: int
    unreadable: tuple[int, ...]


def tidy() -> Tidied:
    """Make all missing renditions of all photos and remove files that no row names."""
    made, unreadable = 0, []
    ids = list(Photo.objects.order_by("pk").values_list("pk", flat=True))
    for photo_id in ids:
        try:
            made += make_renditions(photo_id=photo_id)
        except OSError:  # the original is missing or damaged; the others go on
            unreadable.append(photo_id)
    return Tidied(len(ids), made, _remove_orphans(), tuple(unreadable))


def _remove_orphans() -> int:
    removed = 0
    for model, folder in ((Photo, "original_images"), (Rendition, "images")):
        storage = model._meta.get_field("file").storage
        # Names first, rows second: a row that comes in between keeps its file.
        names = [name for name in _names(storage, folder) if _age_hours(storage, name) > HELD_HOURS]
        known = set(model.objects.filter(file__in=names).values_list("file", flat=True))
        for name in names:
            if name not in known:
                storage.delete(name)
                removed += 1
    return removed


def _names(storage: Storage, folder: str) -> list[str]:
    try:
        return [f"{folder}/{name}" for name in storage.listdir(folder)[1]]
    except FileNotFoundError:
        return []


def _age_hours(storage: Storage, name: str) -> float:
    return (time.time() - storage.get_modified_time(name).timestamp()) / 3600
