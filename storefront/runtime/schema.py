"""The tables of an empty database come from one file, as Rails does it with `structure.sql`.

`storefront/schema.sql` is what a database holds after all migrations: tables, functions, triggers, and the rows
that migrations make. `manage.py dump_schema` writes it, `manage.py migrate` reads it where a database is empty. Its
heading tells what it was made from, and what it held then. A database that holds anything migrates as usual.
"""

import os
import re
import subprocess
import sys
from pathlib import Path

import psycopg
from django.apps import apps
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.recorder import MigrationRecorder

from storefront.fingerprint import OUR_PACKAGES, of_files, of_texts

from .clones import empty_database
from .postgres import binary

SCHEMA_FILE = Path(__file__).resolve().parents[1] / "schema.sql"
_HEADING = "-- What a database holds after all migrations; written by `manage.py dump_schema`.\n"
_NOISE = re.compile(r"^(?:--|SET |\\|SELECT pg_catalog\.set_config|CREATE SCHEMA public|COMMENT ON |\s*$)")
_MADE_ANEW = (
    (re.compile(r"'\d{4}-\d\d-\d\d \d\d:\d\d:\d\d(?:\.\d+)?\+\d\d'"), "now()"),
    (re.compile(r"'[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}'"), "gen_random_uuid()"),
)
"""Moments and random identities of rows are each database's own."""


class OtherHistory(Exception):
    """The database was made by migrations of our apps that are not among the files; the text is for the terminal."""

    def __init__(self, unknown: list[str]):
        super().__init__(
            f"This database was made by other migrations than those of this version ({len(unknown)} unknown, the"
            f" first is {unknown[0]}); nothing was changed. A demo starts anew after `make clean`; a database of your"
            " own has to be dropped, created and loaded again, or used with the version that made it."
        )


def check_history(connection) -> None:
    """Raise OtherHistory if the database of this Django connection cannot be brought up to date by our migrations."""
    ours = {config.label for config in apps.get_app_configs() if config.name.split(".")[0] in OUR_PACKAGES}
    files = MigrationLoader(None).disk_migrations
    known = set(files) | {replaced for migration in files.values() for replaced in migration.replaces}
    applied = set(MigrationRecorder(connection).applied_migrations())
    unknown = sorted(f"{app}.{name}" for app, name in applied - known if app in ours)
    if unknown:
        raise OtherHistory(unknown)


def migrations_digest() -> str:
    """Hash of the names of all installed migrations, those of libraries included, and of what stands in ours."""
    names = sorted(".".join(key) for key in MigrationLoader(None).disk_migrations)
    root = SCHEMA_FILE.parents[1]
    ours = [path for package in OUR_PACKAGES for path in (root / package).rglob("migrations/*.py")]
    return of_texts([*names, of_files(root, ours)])


def is_current() -> bool:
    """Whether the file was made from just these migrations, and nobody has written or merged into it since."""
    heading, _end, content = SCHEMA_FILE.read_text(encoding="utf-8").partition("\n\n")
    return heading == _heading(content)


def _heading(content: str) -> str:
    return f"{_HEADING}-- Migrations: {migrations_digest()}\n-- Content: {of_texts([content])}"


def is_empty(connection) -> bool:
    """Whether the database of this Django connection holds no table of anybody."""
    with connection.cursor() as cursor:
        return not connection.introspection.table_names(cursor)


def load(connection) -> None:
    """Fill the empty database of this Django connection from the file, in one transaction."""
    with connection.cursor() as cursor:
        cursor.execute(SCHEMA_FILE.read_text(encoding="utf-8"))


def made_by_migrations(server_url: str, name: str) -> str:
    """The text of the file as the migrations make it (a few minutes), with databases `name` and `name_again`.

    Read back once, because PostgreSQL writes some conditions in another way than they were given to it.
    """
    with empty_database(server_url, name) as address:
        _migrate_one_by_one(address)
        text = dump(address)
    with empty_database(server_url, f"{name}_again") as address:
        with psycopg.connect(address) as connection:
            connection.execute(text)
        return dump(address)


def _migrate_one_by_one(address: str) -> None:
    """Apply all migrations to the database at `address`, in a process of its own (a few minutes)."""
    environment = dict(os.environ, DATABASE_URL=address)
    command = [sys.executable, "manage.py", "migrate", "--one-by-one", "--no-input", "--verbosity=0"]
    subprocess.run(command, check=True, cwd=SCHEMA_FILE.parents[1], env=environment)  # noqa: S603


def dump(address: str) -> str:
    """The text of the file for the migrated database at `address` (a libpq URL).

    What depends on server or owner is left out.
    """
    command = [
        str(binary("pg_dump")), "--dbname", address, "--inserts", "--no-owner", "--no-privileges", "--no-comments",
        "--encoding=UTF8", "--exclude-table-data=public.caching_publicchange*",  # changes, not schema
        "--exclude-table-data=public.django_migrations*",
    ]  # fmt: skip
    result = subprocess.run(command, check=True, capture_output=True, text=True)  # noqa: S603
    statements = "".join(_telling_lines(result.stdout))
    for pattern, expression in _MADE_ANEW:
        statements = pattern.sub(expression, statements)
    applied = "".join(_applied_migrations(address))
    content = f"SET check_function_bodies = false;\n{statements}{applied}"
    return f"{_heading(content)}\n\n{content}"


def _applied_migrations(address: str):
    """Sorted: migrations that do not need each other are applied in any order."""
    with psycopg.connect(address) as connection:
        for app, name in connection.execute("SELECT app, name FROM django_migrations ORDER BY app, name"):
            row = f"('{app}', '{name}', now())"
            yield f"INSERT INTO public.django_migrations (app, name, applied) VALUES {row};\n"  # noqa: S608


def _telling_lines(text: str):
    """Everything but comments, session settings and empty lines outside functions and texts."""
    is_inside = False
    for line in text.splitlines(keepends=True):
        if is_inside or not _NOISE.match(line):
            yield line
        is_inside ^= bool((line.count("$$") + line.count("$_$")) % 2)
