"""`manage.py worker`: background tasks and periodic jobs, until SIGTERM or Ctrl-C."""

from typing import Any

from django.core.management.base import BaseCommand

from storefront.runtime.worker import Worker


class Command(BaseCommand):
    help = "Do background tasks and periodic jobs, such as keeping the search index up to date."

    def handle(self, *args: Any, **options: Any) -> None:
        Worker().run()
