"""Mails about products that are back."""

from types import SimpleNamespace

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from oscar.core.loading import get_model

from storefront.mail.kinds import Letter, MailKind
from storefront.mail.services import queue_mail
from storefront.notifications.services import notify

ProductAlert = get_model("customer", "ProductAlert")


def mail_confirmation(alert, *, language: str) -> None:
    """A guest has to say that it was he; one mail an hour at most, however often he asks."""
    key = f"{alert.pk}-{timezone.now():%Y%m%d%H}"
    queue_mail("stock_alert_confirm", key=key, to=alert.get_email_address(), language=language, alert_id=alert.pk)


def tell_back(alert) -> None:
    """The product can be bought again: once."""
    user = alert.user
    language = user.language if user else "vi"
    if user is None or user.is_active:
        queue_mail(
            "stock_alert_back",
            key=alert.pk,
            to=alert.get_email_address(),
            language=language,
            user=user,
            alert_id=alert.pk,
        )
    notify(user, "stock_alert_back", alert.product, key=f"alert-{alert.pk}")


def _confirm(alert_id: int) -> Letter | None:
    alert = _alert(alert_id)
    return alert and Letter(
        {"product": alert.product}, reverse("stock-alert-chosen", args=[alert.product.slug, alert.key])
    )


def _back(alert_id: int) -> Letter | None:
    alert = _alert(alert_id)
    return alert and Letter({"product": alert.product}, reverse("product", args=[alert.product.slug]))


def _alert(alert_id: int):
    return ProductAlert.objects.select_related("product").filter(pk=alert_id).first()


def _samples() -> dict[str, Letter]:
    product = SimpleNamespace(title="Cà phê bột Ea H'leo Coffee sạch – nguyên chất 100%")
    return {"": Letter({"product": product}, "/san-pham/")}


_FOLDER = "public/stock_alerts/mail"
KINDS = (
    MailKind("stock_alert_confirm", _("Please confirm: back in stock"), f"{_FOLDER}/confirm", _confirm, _samples),
    MailKind("stock_alert_back", _("Back in stock"), f"{_FOLDER}/back", _back, _samples),
)
