"""The mail of the morning."""

import datetime
from types import SimpleNamespace

from django.conf import settings
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from storefront.mail.kinds import Letter, MailKind
from storefront.mail.services import queue_mail
from storefront.order.mail_samples import LONG_SELLER
from storefront.order.models import SellerMails
from storefront.order.people import recipients
from storefront.portal.home.queries import orders_of


def mail_daily(wishes: SellerMails, *, today: datetime.date) -> None:
    user = wishes.user
    about = wishes.producer.name
    queue_mail(
        "seller_daily",
        key=f"{wishes.pk}-{today}",
        to=user.email,
        language=user.language,
        about=about,
        wishes_id=wishes.pk,
    )


def _daily(wishes_id: int) -> Letter | None:
    """What waits now; None where nothing waits any more, or where the person does not act for the producer now."""
    wishes = SellerMails.objects.select_related("producer").filter(pk=wishes_id).first()
    if wishes is None or not wishes.has_daily:
        return None
    if not any(person.wishes == wishes for person in recipients([wishes.producer])):
        return None
    items = [item for item in orders_of([wishes.producer])[0].items if item.count]
    if not items:
        return None
    own = reverse("portal-mails", args=[wishes.producer_id])
    context = {"producer": wishes.producer, "items": items, "wishes_url": f"{settings.SITE_URL}{own}"}
    return Letter(context, reverse("portal-orders", args=[wishes.producer_id]))


def _samples() -> dict[str, Letter]:
    context = {
        "producer": SimpleNamespace(name=LONG_SELLER),
        "items": [SimpleNamespace(label=_("Orders to be confirmed"), count=3)],
        "wishes_url": f"{settings.SITE_URL}/theo-doi/1/thu/",
    }
    return {"": Letter(context, "/theo-doi/1/don-hang/")}


KINDS = (MailKind("seller_daily", _("What waits, each morning"), "portal/mail/daily", _daily, _samples),)
