"""Shared fixtures: the database, the running site, the browser.

- `db` (pytest-django): a database with the real register; the test's changes are rolled back.
- `committed_db`: the same with real commits, for races, tasks and several connections; replaced afterwards.
- `index`: the embedded search with an index of the register, to read; `own_index`: a copy to change.
- `site`: the demo as a visitor meets it, real web server and worker, one per run.
- `page`: a browser page on nothing yet; a script error or a failed request fails the test.

Where chromium or Java is missing, tests that need it are skipped, and one closing line says what to install; with
CI=true that is an error.
"""

import dataclasses
import os
import re
import shutil
import signal
from pathlib import Path

import pytest
from hypothesis import HealthCheck
from hypothesis import settings as hypothesis_settings
from xdist.scheduler import LoadScopeScheduling

from storefront.runtime.pytest_plugin import clone_factory, clone_name
from tests.demo import Demo, alive
from tests.waiting import PATIENCE_SECONDS

CHROMIUM = ("chromium", "chromium-browser", "google-chrome")
TOOLS = {
    "browser": ((CHROMIUM,), "chromium", "apt-get install chromium"),
    "java": ((("javac",), ("mvn",)), "Java and Maven", "apt-get install openjdk-17-jdk-headless maven"),
}
"""For each marker the programs it needs, each under any of its names; what to call them; how to get them."""
CHROMIUM_ARGUMENTS = [
    "--headless=new",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-dev-shm-usage",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
    # Nothing outside this machine is reachable, whatever a page asks for.
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE 127.0.0.1",
]
# Draws share the fixtures of their test; how fast they are says nothing on a busy machine.
hypothesis_settings.register_profile(
    "saobuon",
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture],
)
hypothesis_settings.load_profile("saobuon")


# -- who runs what ---------------------------------------------------------------------------------

LONGEST_FIRST = ("tests/browser/", "tests/search/", "tests/runtime/", "tests/storefront/web/")
"""So that the workers end at the same time."""
SHARED = ("tests/browser/", "tests/search/")
"""Each of these folders has a running site or an Elasticsearch of its own: one worker does the whole folder."""


class _FolderOrFile(LoadScopeScheduling):
    """A worker takes a file at a time, or a shared folder. (`--dist loadgroup` groups nothing with pytest 9.2.)"""

    def _split_scope(self, nodeid: str) -> str:
        return next((folder for folder in SHARED if nodeid.startswith(folder)), nodeid.partition("::")[0])


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config, log):
    return _FolderOrFile(config, log)


def _place(item) -> int:
    return next((place for place, folder in enumerate(LONGEST_FIRST) if item.nodeid.startswith(folder)), 99)


USER_AGENT = "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/131.0.0.0 Safari/537.36"
"""Of a browser with a window: one without says so in its name, and is no person to the pages of packs."""


# -- what this machine can run ---------------------------------------------------------------------


def _program(names: tuple[str, ...]) -> str | None:
    return next(filter(None, map(shutil.which, names)), None)


def _has_tools(marker: str) -> bool:
    return all(_program(names) for names in TOOLS[marker][0])


def _is_ci() -> bool:
    return os.environ.get("CI") == "true"


def pytest_configure(config):
    if _is_ci():
        missing = [f"{name} ({how})" for marker, (_, name, how) in TOOLS.items() if not _has_tools(marker)]
        if missing:
            raise pytest.UsageError(f"CI=true allows no skipped test: install {', '.join(missing)}")


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items):
    items.sort(key=_place)
    for item in items:
        if "page" in item.fixturenames or "browser" in item.fixturenames:
            item.add_marker("browser")
        for marker, (_, name, _how) in TOOLS.items():
            if item.get_closest_marker(marker) and not _has_tools(marker):
                item.add_marker(pytest.mark.skip(reason=f"needs {name}"))
        database = item.get_closest_marker("django_db")
        if database and database.kwargs.get("transaction"):
            raise pytest.UsageError(f"{item.nodeid}: use the fixture committed_db instead of transaction=True")


@pytest.hookimpl(trylast=True)
def pytest_terminal_summary(terminalreporter):
    skipped = terminalreporter.stats.get("skipped", [])
    if skipped and _is_ci():
        terminalreporter.write_line("CI=true allows no skipped test.", red=True)
    counts, tools = [], []
    for marker, (_, name, how) in TOOLS.items():
        count = sum(f"needs {name}" in str(report.longrepr) for report in skipped)
        if count:
            counts.append(f"{count} {marker} {'test' if count == 1 else 'tests'}")
            tools.append(f"{name} ({how})")
    if counts:
        terminalreporter.write_line(f"Skipped {' and '.join(counts)}: install {', '.join(tools)}", yellow=True)


@pytest.hookimpl(trylast=True)
def pytest_sessionfinish(session):
    reporter = session.config.pluginmanager.get_plugin("terminalreporter")
    if _is_ci() and reporter and reporter.stats.get("skipped") and session.exitstatus == pytest.ExitCode.OK:
        session.exitstatus = pytest.ExitCode.TESTS_FAILED


# -- database --------------------------------------------------------------------------------------


@pytest.fixture(scope="session")
def django_db_setup(django_test_environment, django_db_blocker):
    """This process's clone of the template, instead of pytest-django's migrate in every worker."""
    clone_factory().clone(clone_name())
    yield
    with django_db_blocker.unblock():
        _close_connections()
    clone_factory().drop(clone_name())


@pytest.fixture
def committed_db(request, django_db_setup, django_db_blocker):
    """Real commits, visible to other connections and processes; the database is replaced afterwards."""
    if "db" in request.fixturenames:
        pytest.fail("`db` rolls back and `committed_db` commits: choose one of them.")
    with django_db_blocker.unblock():
        yield
        _close_connections()
        clone_factory().clone(clone_name())
        _forget_cached_rows()


@pytest.fixture
def transactional_db():
    pytest.fail("`transactional_db` would truncate the register: use `committed_db`.")


@pytest.fixture(autouse=True)
def _default_language():
    """Each test starts in the default language, whatever the page of the one before was in."""
    from django.utils import translation

    translation.deactivate()


@pytest.fixture(autouse=True)
def _no_kept_pages():
    """What a test changes outside of the database (settings, patched parts) shows on no page of the next one."""
    from storefront.web.caching.store import page_store

    page_store.clear()


def _close_connections() -> None:
    from django.db import connections

    connections.close_all()


def _forget_cached_rows() -> None:
    from django.contrib.contenttypes.models import ContentType
    from django.contrib.sites.models import Site
    from django.core.cache import cache

    ContentType.objects.clear_cache()
    Site.objects.clear_cache()
    cache.clear()


# -- search ----------------------------------------------------------------------------------------


@pytest.fixture(scope="session")
def _index_of_the_register(tmp_path_factory):
    return tmp_path_factory.mktemp("register-index") / "search"


@pytest.fixture
def index(db, settings, _index_of_the_register):
    """The engine with an index of the real register. Only for tests that change nothing."""
    from search import services
    from search.engines import engine

    settings.SEARCH_INDEX_DIR = _index_of_the_register
    if not _index_of_the_register.exists():
        services.rebuild()
    return engine()


@pytest.fixture
def own_index(index, settings, tmp_path):
    """The engine with a copy of that index and of its suggestions, and nothing that waits for them."""
    from search.content_index import content_index
    from search.engines import engine
    from search.models import OutboxEntry, SuggestionChange
    from search.suggestions.index import suggestion_index

    OutboxEntry.objects.all().delete()
    SuggestionChange.objects.all().delete()
    suggestions, others = suggestion_index().files.root, content_index().files.root
    settings.SEARCH_INDEX_DIR = tmp_path / "search"
    shutil.copytree(index.files.root, settings.SEARCH_INDEX_DIR, symlinks=True)
    shutil.copytree(suggestions, suggestion_index().files.root, symlinks=True)
    shutil.copytree(others, content_index().files.root, symlinks=True)
    yield engine()
    engine().close()
    suggestion_index().close()
    content_index().close()


# -- the running site ------------------------------------------------------------------------------


@dataclasses.dataclass(frozen=True)
class RunningSite:
    """`database` is a libpq address, `mail_dir` holds a file per mail."""

    demo: Demo
    database: str
    var: Path

    @property
    def url(self) -> str:
        """Without a slash at the end."""
        return self.demo.url

    @property
    def mail_dir(self) -> Path:
        return self.var / "mail"


@pytest.fixture(scope="session")
def site(tmp_path_factory):
    """The demo, started by its own launcher on a fresh clone with folders of its own."""
    var = tmp_path_factory.mktemp("site")
    name = clone_name("_site")
    factory = clone_factory()
    factory.clone(name)
    demo = Demo(DATABASE_URL=factory.url(name), SAOBUON_VAR=str(var))
    try:
        demo.start()
        yield RunningSite(demo=demo, database=factory.url(name), var=var)
    finally:
        demo.end(signal.SIGINT)
        factory.drop(name)
    assert demo.process.returncode == 0
    assert alive(demo.family) == []


# -- the browser -----------------------------------------------------------------------------------


@pytest.fixture(scope="session")
def browser():
    """Debian's chromium, without a network."""
    from playwright.sync_api import sync_playwright

    # Playwright keeps an event loop in this thread; Django would refuse the ORM beside it.
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=_program(CHROMIUM), args=CHROMIUM_ARGUMENTS)
        yield chromium
        chromium.close()


@pytest.fixture
def page(request, browser):
    """A fresh page, 1280 × 800, Vietnamese. Script and console errors and failed requests fail the test.

    `@pytest.mark.allow_browser_errors("404")` names, as regular expressions, what the test provokes on
    purpose.
    """
    marker = request.node.get_closest_marker("allow_browser_errors")
    allowed = [re.compile(pattern) for pattern in (marker.args if marker else ())]
    errors: list[str] = []

    def note(text: str) -> None:
        if not any(pattern.search(text) for pattern in allowed):
            errors.append(text)

    def note_failed(failed) -> None:
        if failed.failure != "net::ERR_ABORTED":  # the page was left while loading
            note(f"request failed: {failed.url} ({failed.failure})")

    context = browser.new_context(locale="vi-VN", viewport={"width": 1280, "height": 800}, user_agent=USER_AGENT)
    context.set_default_timeout(PATIENCE_SECONDS * 1000)
    context.on("console", lambda message: message.type == "error" and note(f"console: {message.text}"))
    context.on("weberror", lambda error: note(f"script: {error.error}"))
    context.on("requestfailed", note_failed)
    yield context.new_page()
    context.close()
    assert not errors, "The browser reported:\n" + "\n".join(errors)


@pytest.fixture
def rendered_anew(settings):
    """Each request renders its page, also where the suite runs with the page cache on (PAGE_CACHE_MB=16).

    For tests that change settings, count queries or go without a database.
    """
    settings.PAGE_CACHE_MB = 0
