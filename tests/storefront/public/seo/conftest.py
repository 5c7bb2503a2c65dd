"""The tests of this folder may ask for an index."""

import pytest
from django.core.management import call_command


@pytest.fixture
def index(db):
    call_command("search", "rebuild", verbosity=0)
