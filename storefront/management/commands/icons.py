"""`manage.py icons`: draws the icons of the site from static/img/mark.svg. Run it after the mark has changed."""

from pathlib import Path

from django.conf import settings
from django.core.management.base import BaseCommand

from media.icons import favicon_ico, icon_png

FOLDER = settings.BASE_DIR / "storefront" / "static" / "img"


class Command(BaseCommand):
    help = "Draw the icons of the site from static/img/mark.svg (they are kept in the repository)."

    def handle(self, *args, **options):
        mark = (FOLDER / "mark.svg").read_text()
        files = {
            "icon-192.png": icon_png(mark, 192),
            "icon-512.png": icon_png(mark, 512),
            "icon-maskable-512.png": icon_png(mark, 512, is_full_bleed=True),
            "apple-touch-icon.png": icon_png(mark, 180, is_full_bleed=True),
            "favicon.ico": favicon_ico(mark),
        }
        folder = Path(FOLDER) / "icons"
        folder.mkdir(exist_ok=True)
        for name, content in files.items():
            (folder / name).write_bytes(content)
            self.stdout.write(f"{name}: {len(content):,} bytes")
