"""The file an empty database is filled from holds what the migrations make."""

import os
import subprocess
import sys

from storefront.runtime import schema
from storefront.runtime.clones import empty_database
from storefront.runtime.pytest_plugin import ROOT, clone_factory, clone_name


def test_the_schema_file_is_what_the_migrations_make(django_db_setup):
    server = clone_factory().server_url
    made = schema.made_by_migrations(server, clone_name("_migrated"))
    # Compared as lines: a difference of two long texts would take pytest minutes to show.
    missing = set(made.splitlines()) ^ set(schema.SCHEMA_FILE.read_text().splitlines())
    assert not missing, "run `manage.py dump_schema`: " + "\n".join(sorted(missing)[:10])
    assert made == schema.SCHEMA_FILE.read_text()


def test_migrate_fills_an_empty_database_from_the_file_and_leaves_any_other_alone(django_db_setup):
    factory = clone_factory()
    with empty_database(factory.server_url, clone_name("_empty")) as address:
        assert "schema.sql" in migrate(address)
        assert schema.dump(address) == schema.SCHEMA_FILE.read_text()
        assert "No migrations to apply" in migrate(address)


def migrate(address: str) -> str:
    command = [sys.executable, "manage.py", "migrate", "--no-input"]
    environment = dict(os.environ, DATABASE_URL=address)
    return subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=True).stdout
