"""What lies below each address, in one table: URLs, page cache, robots.txt, headers and error pages read it here.

An address without an entry fails a test (`tests/storefront/web/test_prefixes.py`). Nothing of Django is imported, for
settings read the table too.
"""

import enum
from collections.abc import Mapping
from typing import Final

LANGUAGE_PREFIX: Final = "en/"
"""Pages have a Vietnamese address without prefix and an English one below this."""


class Kind(enum.Enum):
    """Who reads what lies there, and so who may keep it."""

    PUBLIC = "pages for everybody: caches keep them, crawlers read them"
    UNLISTED = "pages for everybody that crawlers need not read"
    PRIVATE = "pages of one visitor or account: nobody keeps them, crawlers stay out"
    OFFICE = "programs of the offices: nobody keeps them, crawlers stay out, a policy of their own"
    DATA = "answers for programs, which know keys and no sessions: crawlers stay out"
    MACHINE = "small answers at addresses that standards fix: they say themselves who may keep them"
    FILE = "files: served before everything else"


PAGES: Final[Mapping[str, Kind]] = {
    # in both languages; what is named nowhere is a page of the editors (news, stories, fairs, information)
    "": Kind.PUBLIC,
    "san-pham/": Kind.PUBLIC,
    "nhom/": Kind.PUBLIC,
    "chu-the/": Kind.PUBLIC,
    "vung/": Kind.PUBLIC,
    "diem-ban/": Kind.PUBLIC,
    "tra-cuu/": Kind.PUBLIC,
    "thu-hoi/": Kind.PUBLIC,
    "q/": Kind.PUBLIC,
    "tem/": Kind.PUBLIC,
    "gop-y/": Kind.PUBLIC,
    "bao-nghi-ngo/": Kind.PUBLIC,
    "goi-y/": Kind.PUBLIC,
    "tin-tuc/": Kind.PUBLIC,
    "anh-chia-se/": Kind.PUBLIC,
    "manifest.webmanifest": Kind.PUBLIC,
    "tim-kiem/": Kind.UNLISTED,
    "design/": Kind.UNLISTED,
    "gio-hang/": Kind.PRIVATE,
    "thanh-toan/": Kind.PRIVATE,
    "don-hang/": Kind.PRIVATE,
    "tai-khoan/": Kind.PRIVATE,
    "theo-doi/": Kind.PRIVATE,
    "_util/": Kind.PRIVATE,
}
EDITORS_OFFICE: Final = "quan-tri/"
DOCUMENTS: Final = "tai-lieu/"
SHOP_OFFICE: Final = "dashboard/"
REGISTER_OFFICE: Final = "django-admin/"
API: Final = "api/"
EPCIS: Final = "epcis/"
PAYMENTS: Final = "payments/"
CARRIERS: Final = "carriers/"
HEALTHZ: Final = "healthz"
READYZ: Final = "readyz"
WELL_KNOWN: Final = ".well-known/"
STATIC: Final = "static/"
UPLOADS: Final = "uploads/"

OTHERS: Final[Mapping[str, Kind]] = {
    # without language
    EDITORS_OFFICE: Kind.OFFICE,
    DOCUMENTS: Kind.PUBLIC,
    SHOP_OFFICE: Kind.OFFICE,
    REGISTER_OFFICE: Kind.OFFICE,
    API: Kind.DATA,
    EPCIS: Kind.DATA,
    PAYMENTS: Kind.DATA,
    CARRIERS: Kind.DATA,
    "offline/": Kind.DATA,
    HEALTHZ: Kind.MACHINE,
    READYZ: Kind.MACHINE,
    WELL_KNOWN: Kind.MACHINE,
    "robots.txt": Kind.MACHINE,
    "favicon.ico": Kind.MACHINE,
    "sitemap": Kind.MACHINE,
    STATIC: Kind.FILE,
    UPLOADS: Kind.FILE,
}
RESOLVER_DIGITS: Final = (2, 3, 4)
"""Identifiers of GS1 at the root, such as /01/: as many digits before the first slash. They are of kind MACHINE."""


def kind_of(path: str) -> Kind:
    """What lies at this path (with its first slash, with or without language)."""
    path = path.removeprefix("/")
    first, slash, _rest = path.partition("/")
    if slash and first.isascii() and first.isdecimal() and len(first) in RESOLVER_DIGITS:
        return Kind.MACHINE
    entry = _entry(path, OTHERS)
    if entry is not None:
        return OTHERS[entry]
    return PAGES[_entry(path.removeprefix(LANGUAGE_PREFIX), PAGES) or ""]


def begins(*kinds: Kind) -> tuple[str, ...]:
    """How all paths of these kinds begin, in every language, for `str.startswith`."""
    pages = [name for name, kind in PAGES.items() if kind in kinds]
    others = [name for name, kind in OTHERS.items() if kind in kinds]
    in_languages = [f"/{language}{name}" for language in ("", LANGUAGE_PREFIX) for name in pages]
    return (*in_languages, *(f"/{name}" for name in others))


def _entry(path: str, table: Mapping[str, Kind]) -> str | None:
    return max((name for name in table if name and path.startswith(name)), key=len, default=None)
