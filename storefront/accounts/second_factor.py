"""The second factor (xác thực hai lớp): who must have one, and whether it was used in this session."""

from allauth.account.authentication import get_authentication_records
from allauth.mfa.models import Authenticator
from allauth.mfa.utils import is_mfa_enabled

from catalogue.roles import ADMINISTRATORS, EDITORS, OFFICERS

ROLES = (OFFICERS, EDITORS, ADMINISTRATORS)
PERMISSIONS = (
    "wagtailadmin.access_admin",
    "shop.enter_office",
    "accounts.reset_second_factor",
    "traceability.manage_recalls",
    "traceability.handle_suspicions",
    "traceability.export",
    "traceability.add_signingkey",
    "traceability.change_signingkey",
    "traceability.delete_signingkey",
    "search_usage.read_report",
)
"""Whoever may do one of these could do harm to others than himself."""
FACTORS = (Authenticator.Type.TOTP, Authenticator.Type.WEBAUTHN)


def must_have_second_factor(user) -> bool:
    """Whether this account may enter offices, edit what all read, or act on recalls and keys."""
    if user.is_staff or user.is_superuser:
        return True
    return user.groups.filter(name__in=ROLES).exists() or any(user.has_perm(name) for name in PERMISSIONS)


def has_second_factor(user) -> bool:
    """Whether an app or a passkey is set up. One query."""
    return is_mfa_enabled(user, list(FACTORS))


def used_second_factor(request) -> bool:
    """Whether the person signed in has proved a second factor in this session. No query."""
    records = get_authentication_records(request, request.user)
    return any(record.get("method") == "mfa" for record in records)
