"""How long an empty database takes to get its tables: from the schema file, and by all migrations one by one."""

import os
import subprocess
import sys
import time

from django.core.management.base import BaseCommand, CommandError
from django.db import connection

from storefront.runtime.clones import CLONE_PREFIX, empty_database, server_address
from storefront.runtime.schema import SCHEMA_FILE, made_by_migrations


class Command(BaseCommand):
    help = __doc__

    def handle(self, **options):
        from_file = _seconds()
        one_by_one = _seconds("--one-by-one")
        self.stdout.write(f"from the schema file   {from_file:6.1f} s")
        self.stdout.write(f"migrations one by one  {one_by_one:6.1f} s")
        name = f"{CLONE_PREFIX}{os.getpid()}_compared"
        if made_by_migrations(server_address(connection), name) != SCHEMA_FILE.read_text(encoding="utf-8"):
            raise CommandError("The file is not what the migrations make: run `make schema`.")
        self.stdout.write("the file is what the migrations make")
        self.stdout.write(f"share                  {from_file / one_by_one:6.1%}   (bar: 10 %)")


def _seconds(*arguments: str) -> float:
    """A whole `manage.py migrate`, with the start of Python."""
    with empty_database(server_address(connection), f"{CLONE_PREFIX}{os.getpid()}_bench") as address:
        began = time.monotonic()
        command = [sys.executable, "manage.py", "migrate", "--no-input", "--verbosity=0", *arguments]
        environment = dict(os.environ, DATABASE_URL=address)
        subprocess.run(command, check=True, cwd=SCHEMA_FILE.parents[1], env=environment)  # noqa: S603
        return time.monotonic() - began
