"""Databases for tests: a template with all tables and the real register, cloned in a fraction of a second.

A template's name carries a hash of everything that decides its content, so it is built once per state of
the code; the one with the register starts as a copy of the one with the tables alone. Clones are named
after the test run (`saobuon_test_<pid>_…`) and are dropped by it; those of killed runs are dropped by the
next one.
"""

import fcntl
import json
import os
import subprocess
import sys
from collections.abc import Callable
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import quote, urlencode

import psutil
import psycopg
from psycopg import sql
from psycopg.conninfo import conninfo_to_dict, make_conninfo

from storefront import fingerprint

SCHEMA_PREFIX = "saobuon_schema_"
REGISTER_PREFIX = "saobuon_register_"
CLONE_PREFIX = "saobuon_test_"
_SERVER_PARTS = ("dbname", "user", "password", "host", "port", "sslmode", "sslrootcert")
# What load_register runs; migrations and data files have hashes of their own.
CODE_OF_THE_REGISTER = (
    *("catalogue", "cms", "media", "search"),
    *("storefront/accounts", "storefront/register", "storefront/salespoints"),
)


def template_hashes(root: Path) -> str:
    """What the templates must hold for the files below `root`, as `<schema>-<register>`."""
    code = [path for folder in CODE_OF_THE_REGISTER for path in (root / folder).rglob("*.py")]
    schema = fingerprint.schema(root)
    register = fingerprint.of_texts([schema, fingerprint.data(root), fingerprint.of_files(root, code)])
    return f"{schema[:16]}-{register[:16]}"


class CloneFactory:
    """Makes and drops test databases on the server behind `server_url` (any database on it, with CREATEDB).

    `hashes` is `template_hashes()`, taken once per run: files that change meanwhile change no database.
    `var` holds the lock under which templates are made.
    """

    def __init__(self, *, server_url: str, root: Path, var: Path, hashes: str):
        self.server_url = server_url
        self.root = root
        self.var = var
        self.schema, self.register = hashes.split("-")

    def url(self, name: str) -> str:
        """The address of database `name` on this server, in the form DATABASE_URL takes."""
        parts = conninfo_to_dict(self.server_url) | {"dbname": name}
        return address(parts)

    def clone(self, name: str) -> None:
        """Make database `name` as a copy of the template; an existing one is replaced, in use or not."""
        with self._locked():
            schema = self._template(SCHEMA_PREFIX, self.schema, self._older_schema, "migrate")
            register = self._template(REGISTER_PREFIX, self.register, lambda: schema, "load_register")
            with self._connection() as connection:
                _copy(connection, register, name)

    def is_prepared(self) -> bool:
        """Whether the template for this state of the code is there."""
        with self._connection() as connection:
            return REGISTER_PREFIX + self.register in _databases(connection, REGISTER_PREFIX)

    def drop(self, name: str) -> None:
        with self._connection() as connection:
            _drop(connection, name)

    def drop_abandoned(self) -> None:
        """Drop the clones of runs on this machine whose process is gone."""
        with self._connection() as connection:
            for name in _databases(connection, CLONE_PREFIX):
                run = name.removeprefix(CLONE_PREFIX).split("_")[0]
                if run.isdecimal() and not psutil.pid_exists(int(run)):
                    _drop(connection, name)

    def _template(self, prefix: str, digest: str, source: Callable[[], str], command: str) -> str:
        """The template `prefix + digest`: a copy of `source()` after `manage.py command`; older ones go."""
        name = prefix + digest
        with self._connection() as connection:
            if name in _databases(connection, prefix):
                return name
            building = f"{CLONE_PREFIX}{os.getpid()}_template"
            _copy(connection, source(), building)
        self._manage(command, building)
        with self._connection() as connection:
            rename = sql.SQL("ALTER DATABASE {} RENAME TO {}")
            connection.execute(rename.format(sql.Identifier(building), sql.Identifier(name)))
            close = sql.SQL("ALTER DATABASE {} ALLOW_CONNECTIONS false")
            connection.execute(close.format(sql.Identifier(name)))
            note = sql.SQL("COMMENT ON DATABASE {} IS {}")
            connection.execute(note.format(sql.Identifier(name), json.dumps(self._schema_files())))
            for old in _databases(connection, prefix):
                if old != name:
                    _drop(connection, old)
        return name

    def _older_schema(self) -> str:
        """A template to which only migrations have been added since, so that the long history is not repeated."""
        ours = self._schema_files().items()
        query = "SELECT shobj_description(oid, 'pg_database') FROM pg_database WHERE datname = %s"
        with self._connection() as connection:
            for name in _databases(connection, SCHEMA_PREFIX):
                (note,) = connection.execute(query, [name]).fetchone()
                if note and json.loads(note).items() <= ours:
                    return name
        return "template0"

    def _schema_files(self) -> dict[str, str]:
        return fingerprint.of_each(self.root, fingerprint.schema_files(self.root))

    def _manage(self, command: str, database: str) -> None:
        environment = dict(
            os.environ, DATABASE_URL=self.url(database), DJANGO_SETTINGS_MODULE="storefront.settings.test"
        )
        result = subprocess.run(  # noqa: S603
            [sys.executable, "manage.py", command], cwd=self.root, env=environment,
            stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
            text=True, check=False,
        )  # fmt: skip
        if result.returncode:
            tail = "\n".join(result.stdout.splitlines()[-25:])
            raise RuntimeError(f"`manage.py {command}` failed for the test template:\n{tail}")

    @contextmanager
    def _locked(self):
        self.var.mkdir(parents=True, exist_ok=True)
        with open(self.var / ".test-template.lock", "w") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            yield

    def _connection(self) -> psycopg.Connection:
        parts = conninfo_to_dict(self.server_url)
        return psycopg.connect(make_conninfo(**parts), autocommit=True)


def server_address(connection) -> str:
    """The libpq address behind a Django connection."""
    parts = connection.get_connection_params()
    return make_conninfo(**{name: str(parts[name]) for name in _SERVER_PARTS if name in parts})


@contextmanager
def empty_database(server_url: str, name: str):
    """The address of a new, empty database on the server behind `server_url`; it is dropped at the end."""
    parts = conninfo_to_dict(server_url)
    with psycopg.connect(make_conninfo(**parts), autocommit=True) as connection:
        _copy(connection, "template0", name)
        try:
            yield address(parts | {"dbname": name})
        finally:
            _drop(connection, name)


def address(parts: dict) -> str:
    """A libpq URL; host and port come as parameters, so that socket folders need no special case."""
    parts = dict(parts)
    user, password = quote(parts.pop("user", ""), safe=""), quote(parts.pop("password", ""), safe="")
    name = quote(parts.pop("dbname"), safe="")
    credentials = f"{user}:{password}@" if password else f"{user}@" if user else ""
    return f"postgresql://{credentials}/{name}?{urlencode(parts, quote_via=quote)}"


def _databases(connection: psycopg.Connection, prefix: str) -> list[str]:
    rows = connection.execute("SELECT datname FROM pg_database WHERE starts_with(datname, %s)", [prefix])
    return [name for (name,) in rows]


def _copy(connection: psycopg.Connection, source: str, name: str) -> None:
    _drop(connection, name)
    locale = " ENCODING 'UTF8' LOCALE_PROVIDER builtin BUILTIN_LOCALE 'C.UTF-8' LOCALE 'C'"
    create = sql.SQL("CREATE DATABASE {} TEMPLATE {}" + locale)
    connection.execute(create.format(sql.Identifier(name), sql.Identifier(source)))


def _drop(connection: psycopg.Connection, name: str) -> None:
    connection.execute(sql.SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)").format(sql.Identifier(name)))
