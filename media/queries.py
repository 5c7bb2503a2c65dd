"""Photos as pages show them: looked up, never made."""

import dataclasses
from collections import defaultdict
from collections.abc import Iterable

from django.db.models import prefetch_related_objects
from wagtail.images.models import Filter

from .formats import FALLBACK, FORMATS, MIME_TYPES, MODERN, PictureFormat
from .models import Photo, Rendition


@dataclasses.dataclass(frozen=True)
class Source:
    """One `<source>`: its MIME type and `srcset`."""

    type: str
    srcset: str


@dataclasses.dataclass(frozen=True)
class Picture:
    """A photo in one format, ready for `components/picture.html`. `width` and `height` are those of `src`."""

    alt: str
    credit: str
    sources: tuple[Source, ...]
    src: str
    width: int
    height: int
    format: str


def with_renditions(photos: Iterable[Photo | None]) -> list[Photo]:
    """The same photos, their renditions loaded in one query."""
    loaded = [photo for photo in photos if photo is not None]
    prefetch_related_objects(loaded, "renditions")
    return loaded


def picture_of(photo: Photo | None, shape_name: str) -> Picture | None:
    """A photo in a format of `FORMATS`; None while not all of its renditions exist. One query at most.

    After a move of the focal point the former picture is shown until the new one is complete.
    """
    if photo is None:
        return None
    shape = FORMATS[shape_name]
    specs = shape.specs_for(photo.width, photo.height)
    by_key: dict[str, dict[str, Rendition]] = defaultdict(dict)
    for rendition in photo.renditions.all():
        by_key[rendition.focal_point_key][rendition.filter_spec] = rendition
    current = Filter(specs[0]).get_cache_key(photo)
    for key in (current, *(key for key in by_key if key != current)):
        held = by_key.get(key, {})
        if all(spec in held for spec in specs):
            return _picture(photo, shape, [held[spec] for spec in specs])
    return None


def pictures(photos: Iterable[Photo | None], shape_name: str) -> list[Picture]:
    """Those of the photos that can be shown, in their order. One query."""
    candidates = (picture_of(photo, shape_name) for photo in with_renditions(photos))
    return [picture for picture in candidates if picture]


def _picture(photo: Photo, shape: PictureFormat, renditions: list[Rendition]) -> Picture:
    fallback = next(row for row in renditions if f"format-{FALLBACK}" in row.filter_spec)
    return Picture(
        alt=_alt(photo),
        credit=photo.credit,
        sources=tuple(
            Source(MIME_TYPES[kind], _srcset(row for row in renditions if f"format-{kind}" in row.filter_spec))
            for kind in MODERN
        ),
        src=fallback.url,
        width=fallback.width,
        height=fallback.height,
        format=shape.name,
    )


def _srcset(renditions: Iterable[Rendition]) -> str:
    """Smallest first, each width once."""
    by_width = {row.width: row.url for row in renditions}
    return ", ".join(f"{url} {width}w" for width, url in sorted(by_width.items()))


def _alt(photo: Photo) -> str:
    """What the editor wrote for this place, else the description of the photo; never its title."""
    if photo.decorative:
        return ""
    alternative: str = photo.contextual_alt_text or photo.description
    return alternative
