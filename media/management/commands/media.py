"""`manage.py media renditions`: make what is missing of every photo, remove what nobody needs."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from media import services


class Command(BaseCommand):
    help = "Look after the photos: `renditions` makes missing renditions and removes orphaned files."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("act", choices=["renditions"])

    def handle(self, *args: Any, **options: Any) -> None:
        done = services.tidy()
        self.stdout.write(f"{done.photos} photos, {done.made} renditions made, {done.removed} files removed")
        if done.unreadable:
            raise CommandError(f"photos that cannot be read: {', '.join(map(str, done.unreadable))}")
