"""Work on payments that the worker does."""

from django_tasks import task

from .models import Notice
from .services import notices


@task()
def book_notice(notice_id: int) -> None:
    """Book a notice that is kept and answered."""
    notices.book_notice(Notice.objects.get(pk=notice_id))
