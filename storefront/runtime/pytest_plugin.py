"""The part of the test set-up that must come before Django reads its settings (`-p` in pyproject.toml).

The controlling process starts the test cluster (or takes the server of DATABASE_URL) and stops it at the end;
every process of the run gets a database name of its own in DATABASE_URL. The database itself is made by the
fixtures in `tests/conftest.py`, when the first test asks for it.
"""

import os
from pathlib import Path

import pytest

from . import messages
from .clones import CLONE_PREFIX, CloneFactory, template_hashes
from .postgres import Server, ServerError

ROOT = Path(__file__).resolve().parents[2]
_server: Server | None = None


@pytest.hookimpl(wrapper=True, tryfirst=True)
def pytest_load_initial_conftests(early_config):
    """Runs before pytest-django loads the settings."""
    global _server  # noqa: PLW0603 - released in pytest_unconfigure
    if "PYTEST_XDIST_WORKER" not in os.environ:
        os.environ["SAOBUON_TEST_RUN"] = str(os.getpid())
        os.environ["SAOBUON_TEST_HASHES"] = template_hashes(ROOT)
        messages.compile_catalogs(ROOT)
        if os.environ.get("DATABASE_URL"):
            os.environ["SAOBUON_TEST_SERVER"] = os.environ["DATABASE_URL"]
        else:
            try:
                _server = Server(_var() / "test-postgres", durable=False).acquire()
            except ServerError as error:
                raise pytest.UsageError(str(error)) from None
            os.environ["SAOBUON_TEST_SERVER"] = _server.url("postgres")
            clone_factory().drop_abandoned()
    os.environ["DATABASE_URL"] = clone_factory().url(clone_name())
    return (yield)


def pytest_report_header():
    """Says why the first test that needs a database takes long."""
    if clone_factory().is_prepared():
        return None
    return "database: tables or register have changed, they are made first (up to a minute)"


@pytest.hookimpl(trylast=True)
def pytest_unconfigure(config):
    """The controlling process stops the cluster when nobody else uses it."""
    if _server is not None:
        _server.release()


def clone_factory() -> CloneFactory:
    """Makes databases on the server of this run."""
    return CloneFactory(
        server_url=os.environ["SAOBUON_TEST_SERVER"],
        root=ROOT,
        var=_var(),
        hashes=os.environ["SAOBUON_TEST_HASHES"],
    )


def clone_name(suffix: str = "") -> str:
    """A database name that belongs to this process of this run."""
    worker = os.environ.get("PYTEST_XDIST_WORKER", "main")
    return f"{CLONE_PREFIX}{os.environ['SAOBUON_TEST_RUN']}_{worker}{suffix}"


def _var() -> Path:
    return Path(os.environ.get("SAOBUON_VAR") or ROOT / "var").resolve()
