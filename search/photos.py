"""Photos for cards: whether a product has one is in the index, the photo itself is read when a page shows it."""

import dataclasses
from collections.abc import Iterable

from catalogue.products.photos import first_pictures

from .contract import Hit


def with_photos(hits: Iterable[Hit]) -> tuple[Hit, ...]:
    """The same hits with their photos. Two queries; none where no product has a photo."""
    hits = tuple(hits)
    photos = first_pictures([hit.id for hit in hits if hit.has_photos])
    if not photos:
        return hits
    return tuple(dataclasses.replace(hit, photo=photos.get(hit.id)) for hit in hits)
