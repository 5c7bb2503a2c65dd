"""The frame of the site with its roles, and people in them."""

import pytest
from django.contrib.auth.models import Group
from django.test import Client
from django.utils import translation

from catalogue.roles import EDITORS, OFFICERS
from cms.models import StoryIndexPage
from cms.services import ensure_roles
from storefront.accounts.models import User


@pytest.fixture(autouse=True)
def vietnamese():
    """A request leaves its language behind; each test starts in the site's own."""
    with translation.override("vi"):
        yield


@pytest.fixture
def stories(db) -> StoryIndexPage:
    """The list of stories of a site that is set up."""
    ensure_roles()
    return StoryIndexPage.objects.get()


@pytest.fixture
def sign_in(stories):
    """`sign_in("Editors")`: a browser session of a new member of a group."""

    def session(group: str) -> Client:
        number = User.objects.count()
        user = User.objects.create_user(f"nguoi{number}@example.com", "x", first_name="Người", last_name=str(number))
        user.groups.add(Group.objects.get(name=group))
        client = Client()
        client.force_login(user)
        client.user = user
        return client

    return session


@pytest.fixture
def writer(sign_in) -> Client:
    """Somebody who writes and submits, but cannot publish (Wagtail's own group)."""
    return sign_in("Editors")


@pytest.fixture
def editor(sign_in) -> Client:
    return sign_in(EDITORS)


@pytest.fixture
def officer(sign_in) -> Client:
    return sign_in(OFFICERS)
