"""The file an empty database is filled from holds what the migrations make."""

import os
import subprocess
import sys

import psycopg

from storefront.runtime import schema
from storefront.runtime.clones import empty_database
from storefront.runtime.elasticsearch import free_port
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


def test_a_database_of_an_earlier_line_of_migrations_is_refused_in_words(django_db_setup, tmp_path):
    factory = clone_factory()
    factory.clone(name := clone_name("_earlier"))
    with psycopg.connect(factory.url(name)) as connection:
        connection.execute("INSERT INTO django_migrations (app, name, applied) VALUES ('order', '0099_gone', now())")
    by_hand = manage(factory.url(name), "manage.py", "migrate", "--no-input")
    folder = {"SAOBUON_VAR": str(tmp_path), "PORT": str(free_port())}
    at_start = manage(factory.url(name), "-m", "storefront.runtime.launcher", "demo", **folder)
    factory.drop(name)
    for result in (by_hand, at_start):
        assert result.returncode == 1
        assert "the first is order.0099_gone" in result.stderr and "make clean" in result.stderr
        assert "Traceback" not in result.stderr


def migrate(address: str) -> str:
    result = manage(address, "manage.py", "migrate", "--no-input")
    result.check_returncode()
    return result.stdout


def manage(address: str, *command: str, **settings: str) -> subprocess.CompletedProcess:
    environment = os.environ | {"DATABASE_URL": address} | settings
    return subprocess.run(
        [sys.executable, *command], cwd=ROOT, env=environment, capture_output=True, text=True, check=False
    )
