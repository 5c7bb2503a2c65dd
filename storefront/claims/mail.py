"""Mails about a complaint: how far it is and where to read more. They hold nothing of what was written."""

from types import SimpleNamespace

from django.conf import settings
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from storefront.mail.kinds import Letter, MailKind
from storefront.mail.services import queue_mail
from storefront.notifications.services import notify
from storefront.order.telling import buyer_address

from .models import Claim, ClaimMessage, ClaimState, Kind
from .queries import claim_address


def tell(message: ClaimMessage, who: str) -> None:
    """Tell the `buyer`, the `seller` (all who act for it today) or the `office` of a message or a move."""
    claim = message.claim
    order = claim.parcel.order
    if who == "buyer":
        _queue(message, who, buyer_address(order), claim.language)
        notify(order.user, "claim_moved", claim, key=f"claim-{message.pk}")
    elif who == "office":
        _queue(message, who, settings.COMPLAINTS_EMAIL, "vi")
    elif producer := claim.parcel.partner.producer:
        members = producer.memberships.today().filter(user__is_active=True).select_related("user")
        for user in sorted({member.user for member in members}, key=lambda user: user.pk):
            _queue(message, f"{who}-{user.pk}", user.email, user.language)


def _queue(message: ClaimMessage, who: str, to: str, language: str) -> None:
    side = who.partition("-")[0]
    about = message.claim.reference
    queue_mail(
        "claim_news",
        key=f"{message.pk}-{who}",
        to=to,
        language=language,
        about=about,
        claim_id=message.claim_id,
        to_whom=side,
    )


def _news(claim_id: int, to_whom: str) -> Letter | None:
    claim = Claim.objects.select_related("parcel__order").filter(pk=claim_id).first()
    if claim is None:
        return None
    if to_whom == "buyer":
        path = claim_address(claim.parcel)
    else:
        path = reverse("portal-claim" if to_whom == "seller" else "office-claim", args=[claim.pk])
    return Letter({"claim": claim, "number": claim.parcel.reference}, path)


def _samples() -> dict[str, Letter]:
    claim = SimpleNamespace(
        reference="KN-0000000000",
        get_kind_display=Kind.choices[0][1],
        get_state_display=ClaimState.ANSWERED.label,
        due_at=timezone.now(),
    )
    return {"": Letter({"claim": claim, "number": "100123-1"}, "/tai-khoan/khieu-nai/")}


KINDS = (MailKind("claim_news", _("News of a complaint about a parcel"), "claims/mail/news", _news, _samples),)
