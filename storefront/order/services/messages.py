"""Seller and buyer write to each other about a parcel. The mails about it are rows of the same transaction."""

import datetime
import re

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from catalogue.parameters import storable
from catalogue.text import without_invisible
from catalogue.users import User
from storefront.order.models import Parcel, ParcelMessage
from storefront.order.models.messages import MAX_MESSAGE
from storefront.order.telling import tell_of_message

from .parcels import ParcelRefused, lock_order

MAX_A_DAY = 20
"""Messages of one side about one parcel within 24 hours."""
_BLANK_LINES = re.compile(r"\n\s*\n\s*\n+")


def plain_message(text: str) -> str:
    """A message as it is kept: no letters that nobody sees, at most one blank line between lines."""
    lines = storable(without_invisible(text)).replace("\r\n", "\n").replace("\r", "\n")
    return _BLANK_LINES.sub("\n\n", lines).strip()


@transaction.atomic
def write_message(*, parcel: Parcel, sender: ParcelMessage.Sender, text: str, by: User | None) -> ParcelMessage:
    """Add a message, and have the other side told by mail where it can be.

    ParcelRefused for an empty or too long text, and after `MAX_A_DAY` messages of this side in a day.
    """
    text = plain_message(text)
    if not text:
        raise ParcelRefused(_("Please write something."), field="text")
    if len(text) > MAX_MESSAGE:
        raise ParcelRefused(_("Please write at most %(most)s letters.") % {"most": MAX_MESSAGE}, field="text")
    lock_order(parcel.order_id)
    since = timezone.now() - datetime.timedelta(hours=24)
    if parcel.messages.filter(sender=sender, created_at__gt=since).count() >= MAX_A_DAY:
        raise ParcelRefused(
            _("This is enough for a day: %(most)s messages about one parcel. Please call.") % {"most": MAX_A_DAY}
        )
    message = ParcelMessage.objects.create(parcel=parcel, sender=sender, text=text, by=by)
    tell_of_message(message)
    return message
