"""Mails that wait for the office, as far as officers need to see them."""

import dataclasses

from django.db.models import Q, QuerySet
from django.db.models.functions import Now
from django.utils.functional import Promise

from catalogue.text import fold
from storefront.mail import plain_address
from storefront.mail.kinds import mail_kinds
from storefront.mail.models import OutgoingMail

State = OutgoingMail.State
LISTS = {
    "loi": Q(state=State.FAILED),
    "cho": Q(state=State.WAITING, attempts__gt=0, next_attempt_at__gt=Now()),
}
"""By the word in the address: failed for good, and tried without success but tried again by itself."""


@dataclasses.dataclass(frozen=True)
class ShownMail:
    """A mail without its content; of its address only what its owner would recognise."""

    mail: OutgoingMail
    label: str | Promise
    address: str


def mails_in(name: str, text: str = "") -> QuerySet[OutgoingMail]:
    """The mails of a list, newest first; of these the ones about, of the kind, or to the whole address of a text."""
    mails = OutgoingMail.objects.filter(LISTS[name])
    if not text:
        return mails
    kinds = [kind.name for kind in mail_kinds().values() if fold(text) in fold(str(kind.label))]
    return mails.filter(Q(about__icontains=text) | Q(to__iexact=plain_address(text)) | Q(kind__in=kinds))


def counts() -> dict[str, int]:
    """Mails in each list."""
    return {name: mails_in(name).count() for name in LISTS}


def shown(mail: OutgoingMail) -> ShownMail:
    kind = mail_kinds().get(mail.kind)
    return ShownMail(mail, kind.label if kind else mail.kind, masked(mail.to))


def masked(address: str) -> str:
    """`lan.nguyen@example.com` → `la…@example.com`."""
    name, _at, domain = address.rpartition("@")
    return f"{name[:2]}…@{domain}"
