"""The file an empty database is filled from holds what the migrations make."""

import os
import subprocess
import sys

import psycopg

from storefront.runtime import schema
from storefront.runtime.clones import empty_database
from storefront.runtime.elasticsearch import free_port
from storefront.runtime.pytest_plugin import ROOT, clone_factory, clone_name


def test_the_schema_file_was_made_from_these_migrations_and_is_as_it_was_made(tmp_path, monkeypatch):
    assert schema.is_current(), "run `make schema`"
    root = tmp_path / "project"
    for package in ("catalogue/products/migrations", "storefront"):
        (root / package).mkdir(parents=True, exist_ok=True)
    copy = root / "storefront" / "schema.sql"
    whole = schema.SCHEMA_FILE.read_text()
    monkeypatch.setattr(schema, "SCHEMA_FILE", copy)
    content = whole.partition("\n\n")[2]
    copy.write_text(f"{schema._heading(content)}\n\n{content}")
    assert schema.is_current()
    for changed in (copy.read_text() + " ", copy.read_text().replace("CREATE TABLE", "CREATE  TABLE", 1), "", "\n\n"):
        kept = copy.read_text()
        copy.write_text(changed)
        assert not schema.is_current()
        copy.write_text(kept)
    (root / "catalogue/products/migrations/0001_initial.py").write_text("# another one")
    assert not schema.is_current()


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
