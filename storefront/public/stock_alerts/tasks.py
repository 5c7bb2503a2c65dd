"""Mails about products that are back, sent by the worker."""

from django.conf import settings
from django.urls import reverse
from django.utils import translation
from django_tasks import task
from oscar.core.loading import get_model

from storefront.mail import send_or_retry, text_mail


@task()
def send_alert_mail(alert_id: int, mail: str, language: str = "vi", attempt: int = 0) -> None:
    """`confirm`: a guest has to say that it was he; `back`: the product can be bought again. Tried again."""
    alerts = get_model("customer", "ProductAlert").objects.select_related("product", "user")
    alert = alerts.filter(pk=alert_id).first()
    if alert is None or (alert.user and not alert.user.is_active):
        return
    slug = alert.product.slug
    with translation.override(language):
        key = reverse("stock-alert-chosen", args=[slug, alert.key]) if alert.key else ""
        path = key if mail == "confirm" else reverse("product", args=[slug])
    context = {"product": alert.product, "is_demo": settings.IS_DEMO}
    message = text_mail(
        f"public/stock_alerts/mail/{mail}", context, language=language, to=[alert.get_email_address()], path=path
    )
    send_or_retry(message, task=send_alert_mail, attempt=attempt, alert_id=alert_id, mail=mail, language=language)
