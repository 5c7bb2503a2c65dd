"""One sign-in for everything, roles, and the accounts of the demo."""

import re

import pytest
from allauth.account.models import EmailAddress
from allauth.mfa.totp.internal import auth as totp
from django.core.exceptions import ImproperlyConfigured
from django.test import Client
from django.urls import reverse
from django.utils import translation

from catalogue.roles import ADMINISTRATORS, OFFICERS
from storefront.accounts.models import User
from storefront.accounts.roles import ROLE_LABELS, ensure_roles, give_role
from storefront.demo.accounts import DEMO_ACCOUNTS, ensure_demo_accounts
from tests.mails import delivered

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


def link_in(message, page: str) -> str:
    """The path of the link to this page in a mail, which begins with the site's own address."""
    return re.search(rf"http://localhost:8000({page}\S+)", message.body)[1]


def test_signing_up_gives_an_account_without_any_role_once_the_address_is_confirmed():
    client = Client()
    fields = {"email": "moi@example.com", "password1": PASSWORD, "password2": PASSWORD}
    assert client.post("/tai-khoan/dang-ky/", fields).headers["Location"] == "/tai-khoan/email/xac-nhan/"
    assert sign_in(client, "moi@example.com").status_code == 200
    client.post(link_in(delivered()[0], "/tai-khoan/email/xac-nhan/"))
    assert sign_in(client, "moi@example.com").headers["Location"] == "/tai-khoan/"
    user = User.objects.get(email="moi@example.com")
    assert not (user.is_staff or user.is_superuser or user.groups.exists())


def test_nothing_tells_whether_an_address_has_an_account(user):
    """Signing up, signing in afterwards, a forgotten password, another address for one's account."""

    def seen(answer) -> tuple:
        page = re.sub(r'name="csrfmiddlewaretoken" value="\w+"', "", answer.content.decode())
        page = re.sub(r"[\w.+-]+@example\.com", "", page)
        return answer.status_code, answer.headers.get("Location"), sorted(answer.cookies), page

    def steps(email: str) -> list:
        visitor, member = Client(), Client()
        member.force_login(member_account)
        new_password = {"password1": "mat-khau-moi-22", "password2": "mat-khau-moi-22"}
        member.post("/tai-khoan/xac-nhan-lai/", {"password": PASSWORD})
        return [
            seen(visitor.post("/tai-khoan/dang-ky/", {"email": email, **new_password}, follow=True)),
            seen(sign_in(Client(), email, "mat-khau-moi-22")),
            seen(visitor.post("/tai-khoan/dang-ky/", {"email": email, **new_password}, follow=True)),
            seen(Client().post("/tai-khoan/mat-khau/quen/", {"email": email}, follow=True)),
            seen(member.post("/tai-khoan/email/", {"email": email, "action_add": "1"}, follow=True)),
        ]

    member_account = User.objects.create_user("thanh-vien@example.com", PASSWORD)
    EmailAddress.objects.create(user=member_account, email=member_account.email, verified=True, primary=True)
    assert steps(user.email) == steps("chua-co@example.com")
    assert {sent.to[0] for sent in delivered()} == {user.email, "chua-co@example.com"}


def test_signing_up_takes_as_long_for_an_address_that_has_an_account(user, monkeypatch):
    hashed = []
    monkeypatch.setattr(User, "set_password", lambda self, password: hashed.append(password))
    for email in (user.email, "moi@example.com"):
        Client().post("/tai-khoan/dang-ky/", {"email": email, "password1": PASSWORD, "password2": PASSWORD})
    assert len(hashed) == 2


@pytest.mark.parametrize("host", ["evil.example", "localhost:1234", "testserver"])
def test_links_in_mails_never_follow_a_foreign_host(user, host):
    client = Client(headers={"host": host})
    fields = {"password1": PASSWORD, "password2": PASSWORD}
    client.post("/tai-khoan/mat-khau/quen/", {"email": user.email})
    client.post("/tai-khoan/mat-khau/quen/", {"email": "chua-co@example.com"})
    client.post("/tai-khoan/dang-ky/", {"email": user.email, **fields})
    client.post("/tai-khoan/dang-ky/", {"email": "moi@example.com", **fields})
    client.force_login(user)
    client.post("/tai-khoan/xac-nhan-lai/", {"password": PASSWORD})
    client.post("/tai-khoan/email/", {"email": "khac@example.com", "action_add": "1"})
    assert len(delivered()) == 5
    for sent in delivered():
        assert host not in sent.subject + sent.body
        assert set(re.findall(r"https?://[^/\s]+", sent.body)) == {"http://localhost:8000"}


def test_a_new_address_needs_the_password_and_the_old_one_is_told(user):
    client = Client()
    client.force_login(user)
    for wanted in ({"action_add": "1"}, {"action_primary": "1"}, {"action_remove": "1"}):
        answer = client.post("/tai-khoan/email/", {"email": "moi@example.com", **wanted})
        assert answer.headers["Location"].startswith("/tai-khoan/xac-nhan-lai/") or wanted != {"action_add": "1"}
    assert list(EmailAddress.objects.values_list("email", flat=True)) == [user.email]
    assert client.post("/tai-khoan/xac-nhan-lai/", {"password": "sai"}).status_code == 200
    client.post("/tai-khoan/xac-nhan-lai/", {"password": PASSWORD, "next": "/tai-khoan/email/"})
    client.post("/tai-khoan/email/", {"email": "moi@example.com", "action_add": "1"})
    user.refresh_from_db()
    assert user.email == "lan@example.com"  # until the link is opened
    Client().post(link_in(delivered()[-1], "/tai-khoan/email/xac-nhan/"))
    user.refresh_from_db()
    assert user.email == "moi@example.com"
    assert delivered()[-1].to == ["lan@example.com"]
    assert "moi@example.com" in delivered()[-1].body
    assert list(EmailAddress.objects.values_list("email", "verified", "primary")) == [("moi@example.com", True, True)]


def test_an_address_that_somebody_else_has_taken_meanwhile_is_not_confirmed(user):
    client = Client()
    client.force_login(user)
    client.post("/tai-khoan/xac-nhan-lai/", {"password": PASSWORD})
    client.post("/tai-khoan/email/", {"email": "moi@example.com", "action_add": "1"})
    User.objects.create_user("Moi@example.com")
    link = link_in(delivered()[-1], "/tai-khoan/email/xac-nhan/")
    assert "moi@example.com" in client.post(link, follow=True).content.decode()
    user.refresh_from_db()
    assert user.email == "lan@example.com"


@pytest.mark.filterwarnings("ignore:The default scheme will be changed")
def test_an_address_that_an_administrator_changes_is_told_to_both_and_ends_the_sessions(user):
    administrator = User.objects.create_superuser("quan-tri@example.com", PASSWORD)
    office, owner = Client(), Client()
    office.force_login(administrator)
    owner.force_login(user)
    address = f"/django-admin/accounts/user/{user.pk}/change/"
    fields = {"first_name": "Lan", "last_name": "", "is_active": "on"}
    office.post(address, {**fields, "email": "Lan@example.com"})
    assert owner.get("/tai-khoan/").status_code == 200  # the same address
    assert office.post(address, {**fields, "email": "quan-tri@example.com"}).status_code == 200  # somebody's
    assert office.post(address, {**fields, "email": "ke-la@example.com"}).status_code == 302
    assert {message.to[0] for message in delivered()} == {"lan@example.com", "ke-la@example.com"}
    for message in delivered():
        assert all(name in message.body for name in ("quan-tri@example.com", "lan@example.com", "ke-la@example.com"))
    assert owner.get("/tai-khoan/").headers["Location"].startswith(SIGN_IN)
    assert sign_in(Client(), "ke-la@example.com").status_code == 200  # not confirmed
    assert sign_in(Client()).status_code == 200


def test_a_forgotten_password_is_replaced_by_mail(user):
    client = Client()
    assert client.post("/tai-khoan/mat-khau/quen/", {"email": user.email}).status_code == 302
    path = link_in(delivered()[0], "/tai-khoan/mat-khau/moi/")
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
    secret = re.search(r'id="authenticator_secret">([A-Z2-7 ]+)<', page)[1].replace(" ", "")
    code = totp.format_hotp_value(totp.hotp_value(secret, next(totp.yield_hotp_counters_from_time())))
    assert client.post(app, {"code": code}).status_code == 302
    assert "Ngừng dùng ứng dụng" in client.get("/tai-khoan/hai-lop/").content.decode()
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
    assert ensure_demo_accounts() == len(DEMO_ACCOUNTS) == 7
    assert ensure_demo_accounts() == 0
    for account in DEMO_ACCOUNTS:
        client = Client()
        assert sign_in(client, account.email, account.password).status_code == 302
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
