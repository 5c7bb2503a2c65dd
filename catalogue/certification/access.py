"""Who may revoke, suspend, reinstate and restore: asked here, by every service that does it."""

from django.core.exceptions import PermissionDenied

from catalogue.users import User

MANAGE = "traceability.manage_recalls"
"""Permission of the officers: what is taken from a certificate and what is recalled is in the same hands."""


def check_officer(by: User) -> None:
    """PermissionDenied for all but officers."""
    if not by.has_perm(MANAGE):
        raise PermissionDenied
