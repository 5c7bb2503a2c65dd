"""The roles of the site as Django groups. Buyers have none.

What one person may do for one organisation is a dated membership (see rules.py).
"""

from django.contrib.auth.models import Group, Permission
from django.db import transaction
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from catalogue.roles import ADMINISTRATORS, EDITORS, OFFICERS, PRODUCERS, SALES_POINTS

from .models import User

ROLE_LABELS = {
    PRODUCERS: _("OCOP producer"),
    SALES_POINTS: _("Sales point"),
    OFFICERS: _("Province officer"),
    EDITORS: _("Editor"),
    ADMINISTRATORS: _("Administrator"),
}
BACK_OFFICE_ROLES = (OFFICERS, ADMINISTRATORS)

# The register for the department; nobody but an administrator deletes from it.
OFFICER_PERMISSIONS = {
    "catalogue": (
        "view_product", "change_product", "view_category",
        "view_productphoto", "add_productphoto", "change_productphoto", "delete_productphoto",
    ),
    "media": ("view_photo", "add_photo", "change_photo"),
    "producers": ("view_producer", "change_producer"),
    "certification": (
        "view_certificate", "add_certificate", "change_certificate",
        "view_reportedstep", "add_reportedstep", "change_reportedstep",
    ),
    "salespoints": ("view_salespoint", "change_salespoint"),
    "geography": ("view_adminunit",),
    "complaints": ("view_complaint", "change_complaint"),
    "traceability": (
        "view_productgtin", "add_productgtin", "change_productgtin", "view_lot", "view_event", "view_place",
        "view_stampbatch", "view_stamp", "view_signingkey",
    ),
}  # fmt: skip


@transaction.atomic
def ensure_roles() -> dict[str, Group]:
    """Make the groups and give them their Django permissions. Adds what is missing, takes nothing away."""
    groups = {name: Group.objects.get_or_create(name=name)[0] for name in ROLE_LABELS}
    wanted = Q()
    for app_label, codenames in OFFICER_PERMISSIONS.items():
        wanted |= Q(content_type__app_label=app_label, codename__in=codenames)
    groups[OFFICERS].permissions.add(*Permission.objects.filter(wanted))
    groups[ADMINISTRATORS].permissions.add(*Permission.objects.all())
    return groups


@transaction.atomic
def give_role(*, user: User, role: str) -> None:
    """Put an account into a role; officers and administrators may then enter the back office."""
    user.groups.add(Group.objects.get(name=role))
    if role in BACK_OFFICE_ROLES and not user.is_staff:
        user.is_staff = True
        user.save(update_fields=["is_staff"])
