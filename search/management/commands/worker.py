"""`manage.py worker`: background tasks and the search outbox, until SIGTERM or Ctrl-C."""

from typing import Any

from django.core.management.base import BaseCommand

from search.worker import Worker


class Command(BaseCommand):
    help = "Do background tasks and keep the search index up to date."

    def handle(self, *args: Any, **options: Any) -> None:
        Worker().run()
