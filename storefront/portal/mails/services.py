"""Which mails the people of a producer get, and the one of the morning."""

import datetime

from django.db import transaction
from django.utils import timezone

from catalogue.producers.models import Producer
from catalogue.users import User
from storefront.order.models import SellerMails
from storefront.order.people import recipients
from storefront.portal.home.queries import orders_of

from .mail import mail_daily

MORNING_HOURS = range(7, 9)
"""Local hours in which the daily mail goes out; a worker that was down all that time lets a day pass."""


def set_mails(*, user: User, producer: Producer, **wishes: bool) -> SellerMails:
    """Keep what a person wants to get about a producer."""
    row, _created = SellerMails.objects.update_or_create(user=user, producer=producer, defaults=wishes)
    return row


def sum_up(*, now: datetime.datetime | None = None) -> int:
    """Queue the daily mail of each person for whom something waits and who did not get it today; how many."""
    moment = timezone.localtime(now)
    if moment.hour not in MORNING_HOURS:
        return 0
    today = moment.date()
    people = [one for one in recipients() if one.wishes.has_daily and one.wishes.summed_up_on != today]
    work = orders_of({one.producer for one in people})
    waiting = {row.producer.pk for row in work if any(item.count for item in row.items)}
    return sum(_queue(one.user, one.producer, today) for one in people if one.producer.pk in waiting)


@transaction.atomic
def _queue(user: User, producer: Producer, today: datetime.date) -> bool:
    """One mail a day, however many workers look: the row is taken before the mail is queued."""
    row, _created = SellerMails.objects.get_or_create(user=user, producer=producer)
    if not SellerMails.objects.filter(pk=row.pk).exclude(summed_up_on=today).update(summed_up_on=today):
        return False
    mail_daily(row, today=today)
    return True
