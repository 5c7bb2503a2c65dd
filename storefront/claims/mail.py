"""Plain text mails about a complaint: how far it is and where to read more. They hold nothing of what was written."""

from django.conf import settings
from django.core.mail import EmailMessage
from django.urls import reverse
from django.utils import translation

from storefront.mail import text_mail

from .models import Claim
from .queries import claim_address


def news(claim: Claim, *, to: str) -> list[EmailMessage]:
    """One mail to each person of a side: `buyer`, `seller` (all who act for it today) or `office`."""
    order, partner = claim.parcel.order, claim.parcel.partner
    language = claim.language if to == "buyer" else settings.LANGUAGE_CODE
    with translation.override(language):
        if to == "buyer":
            people = [order.guest_email or order.email]
            path = claim_address(claim.parcel)
        elif to == "seller":
            people = _members(partner.producer)
            path = reverse("portal-claim", args=[claim.pk])
        else:
            people = [settings.COMPLAINTS_EMAIL]
            path = reverse("office-claim", args=[claim.pk])
    context = {"claim": claim, "number": claim.parcel.reference, "to": to, "is_demo": settings.IS_DEMO}
    return [
        text_mail("claims/mail/news", context, language=language, to=[person], path=path)
        for person in people
        if person
    ]


def _members(producer) -> list[str]:
    if producer is None:
        return []
    members = producer.memberships.today().filter(user__is_active=True)
    return list(members.values_list("user__email", flat=True).order_by("user__email").distinct())
