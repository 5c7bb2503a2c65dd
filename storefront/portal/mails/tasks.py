"""The mail of the morning, sent by the worker."""

from django.conf import settings
from django.urls import reverse
from django.utils import translation
from django_tasks import task

from storefront.mail import send_or_retry, text_mail
from storefront.order.models import SellerMails
from storefront.order.people import language_of, recipients
from storefront.portal.home.queries import orders_of


@task()
def send_daily_mail(wishes_id: int, attempt: int = 0) -> None:
    """What waits now; nothing where nothing waits any more, or where the person does not act for the producer now."""
    wishes = SellerMails.objects.select_related("producer").get(pk=wishes_id)
    person = next((one for one in recipients([wishes.producer]) if one.wishes == wishes), None)
    if person is None or not wishes.has_daily:
        return
    language = language_of(person)
    with translation.override(language):
        items = [item for item in orders_of([wishes.producer])[0].items if item.count]
        path = reverse("portal-orders", args=[wishes.producer_id])
        own = reverse("portal-mails", args=[wishes.producer_id])
    if items:
        context = {"producer": wishes.producer, "items": items, "wishes_url": f"{settings.SITE_URL}{own}"}
        message = text_mail("portal/mail/daily", context, language=language, to=[person.user.email], path=path)
        send_or_retry(message, task=send_daily_mail, attempt=attempt, wishes_id=wishes_id)
