"""How large what is sent may be, for each address.

Kept by the gateway while a body arrives, so that nothing larger is ever in memory or on disk, and by
`refusals.Refusals` behind any other server. Beside the files a form has fields and boundaries: FORM_BYTES.
"""

from django.conf import settings
from django.urls import Resolver404, resolve
from django.utils import translation
from django.utils.translation import get_language_from_path

from catalogue.traceability.exchange.epcis.limits import MAX_BYTES as EPCIS_BYTES
from media.uploads import MAX_BYTES as PHOTO_BYTES

USUAL_BYTES = settings.DATA_UPLOAD_MAX_MEMORY_SIZE
"""Forms without files; Django reads no larger ones."""
FORM_BYTES = 500_000
DOCUMENT_BYTES = 20 * 1024 * 1024
SHOP_PICTURES_BYTES = 3 * PHOTO_BYTES

_ONE_PHOTO = PHOTO_BYTES + FORM_BYTES
_DOCUMENT = DOCUMENT_BYTES + FORM_BYTES
_SHOP_PICTURES = SHOP_PICTURES_BYTES + FORM_BYTES
_THREE_PHOTOS = 3 * PHOTO_BYTES + FORM_BYTES
_EVENT = 2 * PHOTO_BYTES + FORM_BYTES
_STATEMENT = 2_000_000 + FORM_BYTES

LIMITS = {
    # by the name of the route, or by a namespace for all in it
    "epcis-capture": EPCIS_BYTES,
    "suspicion": _ONE_PHOTO,
    "order-claim": _THREE_PHOTOS,
    "product-review": _ONE_PHOTO,
    "order-review": _ONE_PHOTO,
    "portal-event-new": _EVENT,
    "office-payments": _STATEMENT,
    "portal-event-correct": _EVENT,
    "wagtailimages": _ONE_PHOTO,
    "wagtailimages_chooser": _ONE_PHOTO,
    "wagtaildocs": _DOCUMENT,
    "wagtaildocs_chooser": _DOCUMENT,
    "wagtailadmin_account": _ONE_PHOTO,
    "dashboard:catalogue-product": _SHOP_PICTURES,
    "dashboard:catalogue-product-create": _SHOP_PICTURES,
    "dashboard:catalogue-product-create-child": _SHOP_PICTURES,
    "dashboard:catalogue-category-create": _ONE_PHOTO,
    "dashboard:catalogue-category-create-child": _ONE_PHOTO,
    "dashboard:catalogue-category-update": _ONE_PHOTO,
    "admin:catalogue_category_add": _ONE_PHOTO,
    "admin:catalogue_category_change": _ONE_PHOTO,
    "admin:media_photo_add": _ONE_PHOTO,
    "admin:media_photo_change": _ONE_PHOTO,
    "admin:wagtaildocs_document_add": _DOCUMENT,
    "admin:wagtaildocs_document_change": _DOCUMENT,
}
SMALLEST = min(USUAL_BYTES, *LIMITS.values())
"""What every address takes: up to here nobody needs to look for its route."""
MAX_NUMBER_LENGTH = 15


def is_too_large(path: str, length: str) -> bool:
    """Whether a body of this declared length is more than the path takes. `length` as it was sent, perhaps blank."""
    if not length.isdecimal():
        return False
    return len(length) > MAX_NUMBER_LENGTH or (int(length) > SMALLEST and int(length) > limit_of(path))


def limit_of(path: str) -> int:
    """Bytes that may be sent to this path (decoded, with or without language)."""
    try:
        with translation.override(get_language_from_path(path) or settings.LANGUAGE_CODE):
            match = resolve(path)
    except (Resolver404, ValueError):
        return USUAL_BYTES
    names = [match.view_name, *match.namespaces]
    return next((LIMITS[name] for name in names if name in LIMITS), USUAL_BYTES)
