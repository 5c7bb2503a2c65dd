"""What accounts are told of their complaints."""

from django.core.exceptions import PermissionDenied
from django.utils.translation import gettext_lazy as _

from catalogue.users import User
from storefront.notifications.kinds import NotificationKind

from .models import Claim
from .queries import claim_address


def _address(user: User, pk: int) -> str:
    claim = Claim.objects.select_related("parcel__order").get(pk=pk)
    if claim.parcel.order.user_id != user.pk:
        raise PermissionDenied
    return claim_address(claim.parcel)


KINDS = (
    NotificationKind(
        "claim_moved",
        _("Something new about complaint %(about)s"),
        about=lambda claim: claim.reference,
        address=_address,
    ),
)
