"""Indexes for the search tests: one of the real register for reading, and copies of it to change."""

import shutil

import pytest

from search import services
from search.engines import engine
from search.models import OutboxEntry


@pytest.fixture(scope="session")
def _index_of_the_register(tmp_path_factory):
    return tmp_path_factory.mktemp("register-index") / "search"


@pytest.fixture
def index(db, settings, _index_of_the_register):
    """The engine with an index of the real register. Only for tests that change nothing."""
    settings.SEARCH_INDEX_DIR = _index_of_the_register
    if not _index_of_the_register.exists():
        services.rebuild()
    return engine()


@pytest.fixture
def own_index(index, settings, tmp_path):
    """The engine with a copy of that index, and an empty outbox."""
    OutboxEntry.objects.all().delete()
    settings.SEARCH_INDEX_DIR = tmp_path / "search"
    shutil.copytree(index.files.root, settings.SEARCH_INDEX_DIR, symlinks=True)
    yield engine()
    engine().close()
