"""One sign-in for everything, roles, and the accounts of the demo."""

import re

import pytest
from allauth.account.models import EmailAddress
from allauth.mfa.totp.internal import auth as totp
from django.core import mail
from django.core.exceptions import ImproperlyConfigured
from django.test import Client
from django.urls import reverse
from django.utils import translation

from storefront.accounts.demo import DEMO_ACCOUNTS, ensure_demo_accounts
from storefront.accounts.models import User
from storefront.accounts.roles import ADMINISTRATORS, OFFICERS, ROLE_LABELS, ensure_roles, give_role

pytestmark = pytest.mark.django_db
PASSWORD = "mat-khau-rieng-1"
SIGN_IN = "/tai-khoan/dang-nhap/"


@pytest.fixture
def user():
    user = User.objects.create_user("lan@example.com", PASSWORD)
    EmailAddress.objects.create(user=user, email=user.email, verified=True, primary=True)
    return user


def sign_in(client, email="lan@example.com", password=PASSWORD, **more):
    return client.post(SIGN_IN, {"login": email, "password": password, **more})


@pytest.mark.parametrize(
    "office", ["/quan-tri/", "/dashboard/", "/dashboard/orders/", "/django-admin/", "/tai-khoan/"]
)
def test_every_office_asks_for_the_one_sign_in_and_comes_back(office):
    ensure_demo_accounts()
    client = Client()
    path = office
    for _step in range(3):
        path = client.get(path).headers["Location"]
        if path.startswith(SIGN_IN):
            break
    page = client.get(path).content.decode()
    back = re.search(r'name="next" value="([^"]+)"', page)[1]
    answer = sign_in(client, "quantri@demo.saobuon.example", DEMO_ACCOUNTS[-1].password, next=back)
    assert answer.headers["Location"] == office
    assert client.get(office).status_code == 200


def test_somebody_without_rights_is_told_so_and_not_sent_in_circles(user):
    client = Client()
    client.force_login(user)
    for office in ("/quan-tri/", "/dashboard/", "/django-admin/"):
        assert client.get(office, follow=True).status_code == 403


def test_sign_in_goes_nowhere_else(user):
    answer = sign_in(Client(), next="https://evil.example/")
    assert answer.headers["Location"] == "/tai-khoan/"


def test_sign_in_is_the_same_whatever_the_case_of_the_address(user):
    assert sign_in(Client(), "LAN@Example.com").status_code == 302


def test_wrong_passwords_are_slowed_down(user, settings):
    settings.ACCOUNT_RATE_LIMITS = {}
    client = Client()
    for _attempt in range(6):
        answer = sign_in(client, password="sai-mat-khau")
    assert "quá nhiều lần" in answer.content.decode()
    assert sign_in(client).status_code == 200  # even the right one has to wait


def test_signing_up_gives_an_account_without_any_role():
    client = Client()
    fields = {"email": "moi@example.com", "password1": PASSWORD, "password2": PASSWORD}
    assert client.post("/tai-khoan/dang-ky/", fields).headers["Location"] == "/tai-khoan/"
    user = User.objects.get(email="moi@example.com")
    assert not (user.is_staff or user.is_superuser or user.groups.exists())
    assert "/tai-khoan/email/xac-nhan/" in mail.outbox[0].body


def test_a_forgotten_password_is_replaced_by_mail(user):
    client = Client()
    assert client.post("/tai-khoan/mat-khau/quen/", {"email": user.email}).status_code == 302
    path = re.search(r"/tai-khoan/mat-khau/moi/\S+", mail.outbox[0].body)[0]
    form = client.get(path, follow=True).redirect_chain[-1][0]
    fields = {"password1": "mat-khau-moi-22", "password2": "mat-khau-moi-22"}
    assert client.post(form, fields).status_code == 302
    assert sign_in(Client(), password="mat-khau-moi-22").status_code == 302
    assert sign_in(Client()).status_code == 200


def test_signing_out_takes_a_click_and_forgets_everything(user):
    client = Client()
    client.force_login(user)
    assert client.get("/tai-khoan/dang-xuat/").status_code == 200
    assert client.get("/tai-khoan/").status_code == 200
    client.post("/tai-khoan/dang-xuat/")
    assert client.get("/tai-khoan/").headers["Location"].startswith(SIGN_IN)


@pytest.mark.parametrize("language", ["", "/en"])
@pytest.mark.parametrize(
    "name",
    [
        "account_login", "account_signup", "account_reset_password", "account_reset_password_done",
        "account_reset_password_from_key_done", "account_inactive", "account_email_verification_sent",
    ],
)  # fmt: skip
def test_pages_before_sign_in_stand_in_our_design(name, language):
    with translation.override("vi"):
        path = reverse(name)
    answer = Client().get(language + path)
    page = answer.content.decode()
    assert answer.status_code == 200
    assert 'class="site-header"' in page
    assert "noindex" in page


@pytest.mark.parametrize(
    "name",
    [
        "account-home", "account_logout", "account_email", "account_change_password", "mfa_index",
        "account_reauthenticate",
    ],
)  # fmt: skip
def test_pages_after_sign_in_stand_in_our_design(user, name):
    client = Client()
    sign_in(client)
    with translation.override("vi"):
        path = reverse(name)
    answer = client.get(path)
    page = answer.content.decode()
    assert answer.status_code == 200
    assert 'class="site-header"' in page
    assert "noindex" in page
    assert "Menu:" not in page  # of the sign-in library's own design


def test_a_second_step_at_sign_in(user):
    client = Client()
    sign_in(client)
    app = "/tai-khoan/hai-lop/ung-dung/bat/"
    ask_again = client.get(app).headers["Location"]
    client.post(ask_again, {"password": PASSWORD, "next": app})
    page = client.get(app).content.decode()
    secret = re.search(r'id="authenticator_secret"[^>]*value="(\w+)"', page)[1]
    code = totp.format_hotp_value(totp.hotp_value(secret, next(totp.yield_hotp_counters_from_time())))
    assert client.post(app, {"code": code}).status_code == 302
    assert "Đang dùng ứng dụng xác thực" in client.get("/tai-khoan/hai-lop/").content.decode()
    newcomer = Client()
    assert sign_in(newcomer).headers["Location"].startswith("/tai-khoan/hai-lop/xac-thuc/")
    assert newcomer.get("/tai-khoan/").headers["Location"].startswith(SIGN_IN)


def test_roles_can_be_made_again_and_take_nothing_away():
    groups = ensure_roles()
    assert set(groups) == set(ROLE_LABELS)
    officers = groups[OFFICERS].permissions
    assert officers.filter(codename="change_certificate").exists()
    assert {right.codename for right in officers.filter(codename__startswith="delete_")} <= {"delete_productphoto"}
    extra = groups[ADMINISTRATORS].permissions.get(codename="delete_order")
    officers.add(extra)
    ensure_roles()
    assert officers.filter(pk=extra.pk).exists()


def test_only_some_roles_enter_the_back_office():
    ensure_roles()
    for number, role in enumerate(ROLE_LABELS):
        person = User.objects.create_user(f"{number}@example.com")
        give_role(user=person, role=role)
        assert person.is_staff is (role in (OFFICERS, ADMINISTRATORS))


def test_demo_accounts_sign_in_and_a_second_run_changes_nothing():
    assert ensure_demo_accounts() == len(DEMO_ACCOUNTS) == 6
    assert ensure_demo_accounts() == 0
    for account in DEMO_ACCOUNTS:
        client = Client()
        assert sign_in(client, account.email, account.password).headers["Location"] == "/tai-khoan/"
        page = client.get("/tai-khoan/").content.decode()
        if account.role:
            assert str(account.label) in page
    member = User.objects.get(email="htx@demo.saobuon.example")
    assert member.producer_memberships.get().producer.type == "cooperative"


def test_no_demo_account_outside_the_demo(settings):
    settings.IS_DEMO = False
    with pytest.raises(ImproperlyConfigured):
        ensure_demo_accounts()
    assert not User.objects.exists()
