"""Where the work of an account begins, and what a page asks for that does not let somebody in."""

import dataclasses

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from catalogue.roles import ADMINISTRATORS, EDITORS, OFFICERS
from storefront.web.prefixes import EDITORS_OFFICE, LANGUAGE_PREFIX, REGISTER_OFFICE, SHOP_OFFICE

from .roles import ROLE_LABELS

ENTER = "accounts.enter_workplace"
"""Permission of officers, editors and administrators: the page with what waits for them."""


@dataclasses.dataclass(frozen=True)
class Waiting:
    """Something to do: how many of it, and where."""

    label: str | Promise
    count: int
    url: str


def landing_address(user) -> str:
    """Where a person arrives who has just signed in and asked for no page. Three queries at most."""
    if user.has_perm(ENTER):
        return reverse("office-home")
    if user.producer_memberships.today().exists():
        return reverse("portal-home")
    if user.sales_point_memberships.today().exists():
        return reverse("sales-point-home")
    return reverse("account-home")


def workplaces(user) -> dict:
    """Which offices this person may enter, for `account/workplaces.html`."""
    return {
        "may_see_what_waits": user.has_perm(ENTER),
        "may_edit_pages": user.has_perm("wagtailadmin.access_admin"),
        "may_enter_shop_office": user.is_staff and user.has_perm("shop.enter_office"),
        "may_enter_register": user.is_staff,
        "may_manage_payments": user.has_perm("payments.manage"),
        "may_recall": user.has_perm("traceability.manage_recalls"),
        "may_reset_second_factors": user.has_perm("accounts.reset_second_factor"),
        "may_read_searches": user.has_perm("search_usage.read_report"),
    }


# -- who is let in ---------------------------------------------------------------------------------

_EDITORS = (EDITORS, OFFICERS, ADMINISTRATORS)
_OFFICERS = (OFFICERS, ADMINISTRATORS)
_NEEDED: dict[str, tuple[str, ...] | Promise] = {
    EDITORS_OFFICE: _EDITORS,
    SHOP_OFFICE: (ADMINISTRATORS,),
    REGISTER_OFFICE: _OFFICERS,
    "theo-doi/can-bo/hai-lop/": (ADMINISTRATORS,),
    "theo-doi/can-bo/thanh-toan/": (ADMINISTRATORS,),
    "theo-doi/can-bo/ban-hang/": (ADMINISTRATORS,),
    "theo-doi/can-bo/thue/": (ADMINISTRATORS,),
    "theo-doi/can-bo/ma-giam-gia/": (ADMINISTRATORS,),
    "theo-doi/can-bo/": _OFFICERS,
    "theo-doi/diem-ban/": _("people who work at this sales point"),
    "theo-doi/": _("people who act for this producer"),
}
"""By the begin of the address, the longest one counts."""


def needed_for(path: str) -> list[str]:
    """The roles that get in at a path, in words; empty where it is not a matter of roles."""
    path = path.removeprefix("/").removeprefix(LANGUAGE_PREFIX)
    entry = max((begin for begin in _NEEDED if path.startswith(begin)), key=len, default=None)
    if entry is None:
        return []
    needed = _NEEDED[entry]
    return [str(ROLE_LABELS[role]) for role in needed] if isinstance(needed, tuple) else [str(needed)]
