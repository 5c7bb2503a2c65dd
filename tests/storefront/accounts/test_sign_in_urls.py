"""One door: whatever takes a password leads to the one sign-in, and no form of a package changes accounts."""

import base64
import re

import pytest
from django.contrib.auth import SESSION_KEY, authenticate
from django.core.cache import cache
from django.db import transaction
from django.test import Client, RequestFactory
from django.urls import reverse

from storefront.accounts.models import User
from storefront.demo.accounts import PASSWORD, ensure_demo_accounts
from tests.mails import delivered
from tests.url_table import routes

pytestmark = pytest.mark.django_db
# Django's own notice about the forms of its admin and of Oscar; it goes with Django 6.
url_scheme = pytest.mark.filterwarnings("ignore:The default scheme will be changed")

SIGN_IN = "/tai-khoan/dang-nhap/"
RESET = "/tai-khoan/mat-khau/quen/"
OFFICER = "canbo@demo.saobuon.example"
NEW_PASSWORD = "mat-khau-cua-ke-la-9"
NAMES_OF_THE_PASSWORD = ("password", "pass", "password1")
CREDENTIALS = dict.fromkeys(("email", "username", "login", "user"), OFFICER) | dict.fromkeys(
    NAMES_OF_THE_PASSWORD, PASSWORD
)
RESET_LINK = re.compile(r"password_reset|mat-khau/moi")
OURS = {"account_login", "account_reset_password"}
"""The doors that may sign in and mail a link for a new password."""


@pytest.fixture
def people():
    ensure_demo_accounts()


def person(role: str) -> User:
    return User.objects.get(email=f"{role}@demo.saobuon.example")


def signed_in(role: str) -> Client:
    client = Client()
    client.force_login(person(role))
    return client


def addresses() -> list[tuple[str, str]]:
    """Each row of the URL table with an address that leads to it, those with two languages twice."""
    plain = [(route.name, route.address()) for route in routes()]
    return plain + [
        (name, f"/en{address}") for name, address in plain if address.startswith(("/tai-khoan/", "/_util/"))
    ]


@url_scheme
def test_the_right_password_opens_nothing_but_the_one_sign_in(people):
    """Every row of the URL table, by POST and with HTTP Basic, with the password under all its names."""
    basic = {"authorization": "Basic " + base64.b64encode(f"{OFFICER}:{PASSWORD}".encode()).decode()}
    client, opened = Client(raise_request_exception=False), set()
    for name, address in addresses():
        client.cookies.clear()
        client.post(address, CREDENTIALS, headers=basic)
        if SESSION_KEY in client.session:
            opened.add(name)
        if name not in OURS and delivered():
            assert not [sent.subject for sent in delivered() if RESET_LINK.search(sent.body)], address
        delivered().clear()
    assert opened == {"account_login"}


@pytest.mark.parametrize(
    ("door", "office"),
    [
        ("/quan-tri/login/", "/quan-tri/"),
        ("/django-admin/login/", "/django-admin/"),
        ("/dashboard/login/", "/dashboard/"),
        ("/_util/login/", ""),
        ("/en/_util/login/", ""),
        ("/_util/authenticate_with_password/1/1/", ""),
        ("/en/_util/authenticate_with_password/1/1/", ""),
        ("/tai-lieu/authenticate_with_password/1/", ""),
    ],
)
def test_side_doors_lead_to_the_sign_in_and_keep_where_one_was_going(client, door, office):
    language = "/en" if door.startswith("/en/") else ""
    for method in (client.get, client.post, client.put):
        answer = method(f"{door}?next=/theo-doi/")
        assert answer.headers["Location"] == f"{language}{SIGN_IN}?next=/theo-doi/"
        foreign = method(f"{door}?next=https://evil.example/").headers["Location"]
        assert foreign == f"{language}{SIGN_IN}" + (f"?next={office}" if office else "")


@pytest.mark.parametrize("step", ["", "done/", "confirm/MQ/set-password/", "confirm/MQ/abc-def/", "complete/", "x"])
def test_wagtails_password_reset_leads_to_the_one_that_counts(people, client, step):
    for method in (client.get, client.post):
        assert method(f"/quan-tri/password_reset/{step}", {"email": OFFICER}).headers["Location"] == RESET
    assert delivered() == []


def test_somebody_signed_in_changes_into_nobody_else_at_a_side_door(people):
    """Django's admin takes credentials of people who are signed in already."""
    client = signed_in("canbo")
    stronger = {"username": "quantri@demo.saobuon.example", "password": PASSWORD, "next": "/django-admin/"}
    for door in ("/django-admin/login/", "/quan-tri/login/", "/dashboard/login/", "/_util/login/"):
        client.post(door, stronger)
    assert client.session[SESSION_KEY] == str(person("canbo").pk)


def test_no_code_but_the_sign_in_checks_a_password(people):
    request = RequestFactory().post("/")
    assert authenticate(request, username=OFFICER, password=PASSWORD) is None
    assert authenticate(request, email=OFFICER, password=PASSWORD) is None
    assert authenticate(None, email=OFFICER, password=PASSWORD) is None


def test_the_sign_in_counts_wrong_passwords_from_every_door(people, settings):
    settings.ACCOUNT_RATE_LIMITS = {}
    cache.clear()
    client = Client()
    for door in (SIGN_IN, "/quan-tri/login/", "/_util/login/", "/django-admin/login/") * 3:
        client.post(door, {**CREDENTIALS, "password": "sai-mat-khau"}, follow=True)
    for _attempt in range(3):
        client.post(SIGN_IN, {"login": OFFICER, "password": "sai-mat-khau"})
    client.post(SIGN_IN, {"login": OFFICER, "password": PASSWORD})
    assert SESSION_KEY not in client.session


# -- nobody but its owner changes an account's password or address ------------------------------------------

TAKE_OVER = {
    **dict.fromkeys(("email", "name_email-email", "to_email", "login", "username"), "ke-la@evil.example"),
    **dict.fromkeys(
        (
            "password", "password1", "password2", "new_password1", "new_password2", "password-new_password1",
            "password-new_password2", "password-old_password", "old_password", "oldpassword",
        ),
        NEW_PASSWORD,
    ),
    "action_add": "1", "action_primary": "1", "action_remove": "1", "first_name": "A", "last_name": "B",
    "name_email-first_name": "A", "name_email-last_name": "B", "locale-preferred_language": "vi",
    "locale-current_time_zone": "Asia/Ho_Chi_Minh", "theme-theme": "system", "theme-density": "default",
    "theme-contrast": "system", "theme-keyboard_shortcuts": "true", "role": "all", "is_active": "on",
    "code": "000000",
}  # fmt: skip
"""What the forms of all packages call address and password."""
TAKE_OVER_THE_ADDRESS = {name: value for name, value in TAKE_OVER.items() if "passw" not in name}

ABOUT_ACCOUNTS = re.compile(r"account|user|passw|mat-khau|mail|login|mfa|partner|tai-khoan|factor|hai-lop")


@url_scheme
def test_a_session_alone_takes_no_account_over(people):
    """Every row that speaks of accounts, with an administrator's stolen session: no password changes, and no address
    but where the change is told."""
    thief, victim, client = person("quantri"), person("canbo"), Client(raise_request_exception=False)
    before = _secrets()
    numbers = dict.fromkeys(("pk", "user_pk", "object_id", "id", "user_id"), victim.pk)
    rows = [route for route in routes() if ABOUT_ACCOUNTS.search(f"{route.pattern} {route.name}")]
    assert len(rows) > 80
    for route in rows:
        for fields in (TAKE_OVER, TAKE_OVER_THE_ADDRESS):
            with transaction.atomic():
                client.cookies.clear()
                client.force_login(thief)
                client.post(route.address(**numbers), fields)
                after = _secrets()
                transaction.set_rollback(True)
            changed = {pk: after[pk] for pk in before.keys() & after.keys() if before[pk] != after[pk]}
            assert not changed or route.name == "admin:accounts_user_change", route.pattern
            assert all(before[pk][0] == password for pk, (password, _email) in changed.items())


def _secrets() -> dict[int, tuple[str, str]]:
    return {user.pk: (user.password, user.email) for user in User.objects.all()}


@url_scheme
def test_the_editors_account_page_keeps_address_and_password(people):
    client = signed_in("bientap")
    page = client.get("/quan-tri/account/").content.decode()
    assert "name_email-email" not in page and "new_password" not in page
    assert reverse("account-home") in page
    assert client.post("/quan-tri/account/", TAKE_OVER).status_code == 302
    editor = person("bientap")
    assert (editor.first_name, editor.email) == ("A", "bientap@demo.saobuon.example")
    assert editor.check_password(PASSWORD)


@url_scheme
def test_administrators_invite_and_never_set_a_password(people):
    client = signed_in("quantri")
    fields = {
        "email": "Moi@Example.com",
        "first_name": "Mới",
        "last_name": "Nguyễn",
        **dict.fromkeys(("password1", "password2"), NEW_PASSWORD),
    }
    assert client.post("/django-admin/accounts/user/add/", fields).status_code == 302
    invited = User.objects.get(email="moi@example.com")
    assert not invited.has_usable_password()
    [sent] = delivered()
    assert sent.to == ["moi@example.com"]
    path = re.search(r"http://localhost:8000(/tai-khoan/mat-khau/moi/\S+)", sent.body)[1]
    assert client.get(f"/django-admin/accounts/user/{invited.pk}/password/").status_code in (302, 404)
    newcomer = Client()
    form = newcomer.get(path, follow=True).redirect_chain[-1][0]
    newcomer.post(form, {"password1": NEW_PASSWORD, "password2": NEW_PASSWORD})
    newcomer.post(SIGN_IN, {"login": "moi@example.com", "password": NEW_PASSWORD})
    assert newcomer.session[SESSION_KEY] == str(invited.pk)  # the mail was proof enough of the address


@pytest.mark.parametrize(
    "address",
    [
        "/quan-tri/users/",
        "/quan-tri/users/new/",
        "/quan-tri/bulk/accounts/user/delete/",
        "/dashboard/partners/1/users/add/",
        "/dashboard/partners/1/users/1/update/",
    ],
)
def test_accounts_are_managed_in_one_place(people, address):
    client = signed_in("quantri")
    for method in (client.get, client.post):
        assert method(address).headers["Location"] == "/django-admin/accounts/user/"


def test_the_shop_office_mails_a_link_of_the_one_reset(people, settings):
    settings.ACCOUNT_RATE_LIMITS = {}
    cache.clear()
    buyer = person("nguoimua")
    address = f"/dashboard/users/{buyer.pk}/password-reset/"
    office = signed_in("quantri")
    for _attempt in range(7):
        office.post(address)
    assert [sent.to for sent in delivered()] == [[buyer.email]] * 5  # then the limit holds
    assert all("/tai-khoan/mat-khau/moi/" in sent.body for sent in delivered())
    assert signed_in("canbo").post(address).status_code == 403
    assert Client().post(address).headers["Location"].startswith(SIGN_IN)
