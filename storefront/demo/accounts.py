"""Accounts to try the demo with. They exist in the demo only."""

import dataclasses
import datetime

from allauth.account.models import EmailAddress
from django.conf import settings
from django.core.exceptions import ImproperlyConfigured
from django.db import transaction
from django.utils.translation import gettext_lazy as _

from catalogue.producers.models import Producer
from catalogue.roles import ADMINISTRATORS, EDITORS, OFFICERS, PRODUCERS, SALES_POINTS
from storefront.accounts.models import User
from storefront.accounts.roles import ROLE_LABELS, ensure_roles, give_role
from storefront.salespoints.models import SalesPoint

from .sign_in import DOMAIN, PASSWORD

MEMBER_OF = "Hợp tác xã Nông nghiệp Dịch vụ Công Bằng Ea Tu"
STAFF_OF = "Cửa hàng OCOP Đắk Lắk"
SINCE = datetime.date(2024, 1, 1)


@dataclasses.dataclass(frozen=True)
class DemoAccount:
    """One account of the demo: how to sign in, its role (blank: a buyer) and what to try with it."""

    mailbox: str
    role: str
    name: str
    what_to_try: object
    password: str = PASSWORD

    @property
    def email(self) -> str:
        return f"{self.mailbox}@{DOMAIN}"

    @property
    def label(self):
        return ROLE_LABELS.get(self.role, _("Buyer"))


DEMO_ACCOUNTS = (
    DemoAccount("nguoimua", "", "Người mua", _("Order something and find it under “My orders”.")),
    DemoAccount("htx", PRODUCERS, "Xã viên", _("Call the buyers whose orders wait on the account page.")),
    DemoAccount("diemban", SALES_POINTS, "Nhân viên điểm bán", _("See what the sales point stocks.")),
    DemoAccount("canbo", OFFICERS, "Cán bộ", _("Correct a certificate in the register at /django-admin/.")),
    DemoAccount("bientap", EDITORS, "Biên tập viên", _("Write and publish a story at /quan-tri/.")),
    DemoAccount("quantri", ADMINISTRATORS, "Quản trị viên", _("See the orders at /dashboard/.")),
    DemoAccount(
        "quantri2",
        ADMINISTRATORS,
        "Quản trị viên 2",
        _("Agree to what the other one asks at /theo-doi/can-bo/hai-lop/."),
    ),
)


@transaction.atomic
def ensure_demo_accounts() -> int:
    """Make the accounts that are missing; those that exist stay as they are. Returns the number of new ones.

    ImproperlyConfigured outside the demo. Needs the register (for the cooperative and the sales point).
    """
    if not settings.IS_DEMO:
        raise ImproperlyConfigured("demo accounts are made in the demo only")
    ensure_roles()
    known = set(User.objects.filter(email__endswith=f"@{DOMAIN}").values_list("email", flat=True))
    missing = [account for account in DEMO_ACCOUNTS if account.email not in known]
    for account in missing:
        user = User.objects.create_user(
            account.email,
            account.password,
            first_name=account.name,
            is_superuser=account.role == ADMINISTRATORS,
        )
        EmailAddress.objects.create(user=user, email=account.email, verified=True, primary=True)
        if account.role:
            give_role(user=user, role=account.role)
        if account.role == PRODUCERS:
            Producer.objects.get(name=MEMBER_OF).memberships.create(user=user, since=SINCE)
        if account.role == SALES_POINTS:
            SalesPoint.objects.get(name=STAFF_OF).memberships.create(user=user, since=SINCE)
    return len(missing)
