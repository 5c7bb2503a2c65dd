"""`manage.py load_pages`: the frame of the site, its roles, and the real news and fairs. Can be rerun."""

from pathlib import Path

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from catalogue.importing import Report
from cms.services import ensure_roles, ensure_site, import_fairs, import_news

FILES = {"news.csv": import_news, "fairs.csv": import_fairs}


class Command(BaseCommand):
    help = (
        "Make the home page, the sections and the editors' roles, and load news.csv and fairs.csv as pages."
    )

    def add_arguments(self, parser):
        parser.add_argument("--data", type=Path, default=settings.DATA_DIR, help="folder with the CSV files")

    def handle(self, *args, data: Path, **options):
        ensure_site()
        ensure_roles()
        refused = 0
        for name, import_file in FILES.items():
            report = Report()
            import_file(data / name, report=report)
            for note in report.notes:
                self.stdout.write(f"note: {note}")
            for fault in report.faults:
                self.stderr.write(f"refused: {fault}")
            refused += len(report.faults)
            totals = ", ".join(
                f"{count} {action}" for action, count in sorted(report.counts.items()) if count
            )
            self.stdout.write(f"{name}: {totals or 'no rows'}")
        if refused:
            raise CommandError(f"{refused} rows or files were refused; everything else is on the site.")
