"""Everything between an installed `.venv` and a running site, each step only when it is needed.

When nothing has changed since the last start, Django is not even loaded here: one query to the database and
the hashes of a few hundred small files decide. Otherwise all steps run in this one process.
"""

import contextlib
import os
import subprocess
import sys
import threading
import time
import traceback
from pathlib import Path

import psycopg

from storefront import fingerprint

from . import messages


class StepFailed(RuntimeError):
    """A step ended with an error; the text is for the terminal."""


class Progress:
    """One line per step for the person at the terminal, also while the step's own output goes into a log."""

    def __enter__(self):
        encoding = sys.stdout.encoding
        self._terminal = open(os.dup(1), "w", encoding=encoding, errors="replace")
        return self

    def __exit__(self, *error):
        self._terminal.close()

    @contextlib.contextmanager
    def step(self, label: str):
        """Print the label at once, on a terminal count the seconds beside it, and close the line at the end."""
        began = time.monotonic()
        finished = threading.Event()
        is_terminal = self._terminal.isatty()

        def count() -> None:
            while not finished.wait(1):
                self._print(f"\r  {label} … {time.monotonic() - began:.0f} s", end="")

        self._print(f"  {label} … ", end="")
        counter = threading.Thread(target=count, daemon=True)
        if is_terminal:
            counter.start()
        outcome = "stopped"
        try:
            yield
            outcome = f"{time.monotonic() - began:.1f} s"
        except Exception:
            outcome = "failed"
            raise
        finally:
            finished.set()
            if is_terminal:
                counter.join()
            self._print((f"\r  {label} … " if is_terminal else "") + outcome)

    def _print(self, text: str, end: str = "\n") -> None:
        print(text, end=end, file=self._terminal, flush=True)


def prepare(root: Path, var: Path, database: dict) -> None:
    """Bring messages, schema, static files, demo data and search index up to date.

    `database` is the Django settings entry of the database. Raises StepFailed.
    """
    if messages.needs_compile(root):
        with Progress() as progress, progress.step("Compiling translations"):
            messages.compile_catalogs(root)
    stamps = fingerprint.Stamps(var / "prepared.json")
    current = {
        "database": _identity(database),
        "schema": fingerprint.schema(root),
        "static": fingerprint.static(root),
        "data": fingerprint.data(root),
    }
    if stamps.has(**current) and _static_manifest(var).exists() and any((var / "search").glob("*")):
        return
    with Progress() as progress:
        _prepare_with_django(root, var, stamps, current, progress)


def _prepare_with_django(
    root: Path, var: Path, stamps: fingerprint.Stamps, current: dict[str, str], progress: Progress
) -> None:
    static_is_current = stamps.has(static=current["static"]) and _static_manifest(var).exists()
    with contextlib.nullcontext() if static_is_current else _collecting_static(root, var, progress):
        _prepare_database(var, stamps, current, progress)
    stamps.save(static=current["static"])


def _prepare_database(var: Path, stamps: fingerprint.Stamps, current: dict[str, str], progress: Progress) -> None:
    with progress.step("Loading the application"):
        import django

        django.setup()
        from django.core.management import call_command
        from django.db import connection
        from django.db.migrations.executor import MigrationExecutor

        from .schema import OtherHistory, check_history

    log = var / "log" / "prepare.log"

    def run(label: str, *command: str) -> None:
        with progress.step(label), _recorded(log):
            call_command(*command)

    same_database = stamps.has(database=current["database"])
    try:
        check_history(connection)
    except OtherHistory as error:
        raise StepFailed(str(error)) from None
    executor = MigrationExecutor(connection)
    if executor.migration_plan(executor.loader.graph.leaf_nodes()):
        run("Bringing the database tables up to date (5 to 20 s)", "migrate", "--no-input")
    stamps.save(database=current["database"], schema=current["schema"])
    if not (same_database and stamps.has(data=current["data"])) or _is_empty():
        run("Loading the register, news and fairs", "load_register")
        run("Loading prices, accounts and stories", "load_demo")
        stamps.save(data=current["data"])
    run("Checking the search index", "search", "rebuild", "--if-needed")
    connection.close()


@contextlib.contextmanager
def _collecting_static(root: Path, var: Path, progress: Progress):
    """Collect and compress the static files in a second process while the block runs."""
    log = var / "log" / "static.log"
    log.parent.mkdir(parents=True, exist_ok=True)
    with open(log, "w") as out:
        process = subprocess.Popen(
            [sys.executable, "manage.py", "collectstatic", "--no-input", "--verbosity=0"],
            cwd=root, stdin=subprocess.DEVNULL, stdout=out, stderr=out,
        )  # fmt: skip
    try:
        yield
        with progress.step("Collecting static files"):
            if process.wait():
                raise StepFailed(f"manage.py collectstatic failed.{os.linesep}Details: {log}")
    finally:
        if process.poll() is None:
            process.kill()
            process.wait()


def _static_manifest(var: Path) -> Path:
    return var / "static" / "staticfiles.json"


def _identity(database: dict) -> str:
    """Tells one database from another, and from one dropped and made again under the same name."""
    parts = {name: database[name.upper()] or None for name in ("user", "password", "host", "port")}
    parts |= {"dbname": database["NAME"], "connect_timeout": 10} | database.get("OPTIONS", {})
    try:
        with psycopg.connect(**parts) as connection:
            query = "SELECT oid, current_database() FROM pg_database WHERE datname = current_database()"
            oid, name = connection.execute(query).fetchone()
    except psycopg.OperationalError as error:
        raise StepFailed(f"The database does not answer: {str(error).strip().splitlines()[0]}") from None
    return f"{database['HOST']}:{database['PORT']}/{name}#{oid}"


def _is_empty() -> bool:
    from django.apps import apps

    return not apps.get_model("catalogue", "Product").objects.exists()


@contextlib.contextmanager
def _recorded(log: Path):
    """Everything the block writes goes into `log`; an error becomes StepFailed naming the log.

    On the level of file descriptors, because log handlers keep the stream they were made with.
    """
    log.parent.mkdir(parents=True, exist_ok=True)
    sys.stdout.flush()
    kept = os.dup(1), os.dup(2)
    with open(log, "a", encoding="utf-8") as out:
        os.dup2(out.fileno(), 1)
        os.dup2(out.fileno(), 2)
        try:
            yield
        except Exception as error:
            traceback.print_exc()
            raise StepFailed(f"{type(error).__name__}: {error}{os.linesep}Details: {log}") from error
        finally:
            sys.stdout.flush()
            sys.stderr.flush()
            for number, copy in enumerate(kept, start=1):
                os.dup2(copy, number)
                os.close(copy)
