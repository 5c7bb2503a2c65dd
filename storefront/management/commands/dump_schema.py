"""Write storefront/schema.sql anew, from a database made by all migrations one after the other (a few minutes)."""

import os

from django.core.management.base import BaseCommand, CommandError
from django.db import connection

from storefront.runtime import schema
from storefront.runtime.clones import CLONE_PREFIX, server_address


class Command(BaseCommand):
    help = __doc__

    def add_arguments(self, parser):
        parser.add_argument("--check", action="store_true", help="Only say whether a migration is not in the file.")

    def handle(self, check: bool, **options):
        if check:
            if not schema.is_current():
                raise CommandError("storefront/schema.sql was made from other migrations: run `make schema`.")
            return
        text = schema.made_by_migrations(server_address(connection), f"{CLONE_PREFIX}{os.getpid()}_dump")
        schema.SCHEMA_FILE.write_text(text, encoding="utf-8")
        self.stdout.write(f"{schema.SCHEMA_FILE.name} written.")
