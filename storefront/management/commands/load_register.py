"""`manage.py load_register`: the one importer. Can be rerun; reports row by row."""

import sys
from pathlib import Path

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from storefront.public.register.loading import IMPORTS, load, prepare_site


class Command(BaseCommand):
    help = (
        "Load the register from CSV files. Without arguments all files of the data folder; "
        "with --file KIND=PATH only that file. Good rows go in, a bad row is named with file, line and column."
    )

    def add_arguments(self, parser):
        parser.add_argument("--data", type=Path, default=settings.DATA_DIR, help="folder with the CSV files")
        parser.add_argument(
            "--file",
            action="append",
            default=[],
            metavar="KIND=PATH",
            help=f"one file of a kind ({', '.join(IMPORTS)}); may be repeated",
        )
        parser.add_argument("--quiet", action="store_true", help="only totals and refused rows")

    def handle(self, *args, data: Path, file: list[str], quiet: bool, verbosity: int, **options):
        jobs = [self._job(text) for text in file] or [(name, data / f"{name}.csv") for name in IMPORTS]
        prepare_site()
        refused = 0
        for number, (name, path) in enumerate(jobs, 1):
            if sys.stdout.isatty() and verbosity:
                self.stdout.write(f"[{number}/{len(jobs)}] {path.name} …", ending="\r")
            report = load(name, file=path, folder=data)
            if not quiet and verbosity:
                for action, source, line, what in report.lines:
                    self.stdout.write(f"{source}:{line}: {action}: {what}")
                for note in report.notes:
                    self.stdout.write(f"note: {note}")
            for fault in report.faults:
                self.stderr.write(f"refused: {fault}")
            refused += len(report.faults)
            if verbosity:
                totals = ", ".join(f"{count} {action}" for action, count in sorted(report.counts.items()) if count)
                self.stdout.write(f"{path.name}: {totals or 'no rows'}")
        if refused:
            raise CommandError(f"{refused} rows or files were refused; everything else is in the register.")

    def _job(self, text: str) -> tuple[str, Path]:
        name, separator, path = text.partition("=")
        if not separator or name not in IMPORTS:
            raise CommandError(f"--file wants KIND=PATH with KIND one of {', '.join(IMPORTS)}, not {text!r}")
        return name, Path(path)
