"""Second factor: who must have one, at every door; codes that work once; the reset by two administrators."""

import base64
import re
import threading

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.totp.internal import auth as totp
from django.contrib.auth import SESSION_KEY
from django.contrib.auth.models import Permission
from django.core.cache import cache
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, InternalError, ProgrammingError, connection, transaction
from django.test import Client

from catalogue.approvals import ApprovalRefused
from catalogue.roles import ADMINISTRATORS
from storefront.accounts import services
from storefront.accounts.models import SecondFactorReset, User
from storefront.accounts.roles import give_role
from storefront.demo.accounts import PASSWORD, ensure_demo_accounts
from tests.mails import delivered

SIGN_IN = "/tai-khoan/dang-nhap/"
SET_UP = "/tai-khoan/hai-lop/"
APP = "/tai-khoan/hai-lop/ung-dung/bat/"
SECOND_STEP = "/tai-khoan/hai-lop/xac-thuc/"
RESETS = "/theo-doi/can-bo/hai-lop/"
SECRET = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP"
REASON = "Mất điện thoại, đã gọi lại theo số cơ quan"
DOORS = (
    "/", "/en/", "/san-pham/", "/quan-tri/", "/quan-tri/pages/", "/django-admin/", "/dashboard/",
    "/dashboard/orders/",
    "/theo-doi/can-bo/thu-hoi/", "/theo-doi/can-bo/nghi-ngo/", "/theo-doi/can-bo/du-lieu/",
    "/theo-doi/can-bo/tim-kiem/", RESETS,
)  # fmt: skip


@pytest.fixture
def people(db):
    ensure_demo_accounts()


@pytest.fixture
def required(settings):
    settings.MFA_REQUIRED = True


def person(role: str) -> User:
    return User.objects.get(email=f"{role}@demo.saobuon.example")


def with_app(user: User) -> User:
    totp.TOTP.activate(user, SECRET)
    RecoveryCodes.activate(user)
    return user


def code() -> str:
    cache.clear()  # a code works once; tests are faster than codes change
    return totp.format_hotp_value(totp.hotp_value(SECRET, next(totp.yield_hotp_counters_from_time())))


def with_password_only(user: User) -> Client:
    client = Client()
    client.force_login(user)
    return client


def sign_in(user: User) -> Client:
    client = Client()
    client.post(SIGN_IN, {"login": user.email, "password": PASSWORD})
    return client


def another_administrator(mailbox: str) -> User:
    user = User.objects.create_user(f"{mailbox}@example.com", PASSWORD)
    give_role(user=user, role=ADMINISTRATORS)
    return user


# -- the requirement ----------------------------------------------------------------------------------------


@pytest.mark.parametrize("role", ["canbo", "bientap", "quantri", "staff", "editor by right", "recalls by right"])
def test_whoever_could_harm_others_gets_nowhere_without_a_second_factor(people, required, role):
    user = _somebody(role)
    client = with_password_only(user)
    for door in DOORS:
        for method in (client.get, client.post):
            answer = method(door)
            assert (answer.status_code, answer.headers["Location"].removeprefix("/en")) == (302, SET_UP), door
    assert client.get("/tai-khoan/").status_code == client.get("/en/tai-khoan/").status_code == 200
    assert "bắt buộc" in client.get(SET_UP).content.decode()
    with_app(user)  # elsewhere: this session was begun without it
    for door in (*DOORS, "/tai-khoan/", "/tai-khoan/email/"):
        client.force_login(user)
        assert client.get(door).headers["Location"].removeprefix("/en").startswith(SIGN_IN), door
        assert SESSION_KEY not in client.session


def _somebody(role: str) -> User:
    if role in ("canbo", "bientap", "quantri"):
        return person(role)
    user = User.objects.create_user("ai-do@example.com", PASSWORD, is_staff=role == "staff")
    if role == "editor by right":
        user.user_permissions.add(Permission.objects.get(codename="access_admin"))
    if role == "recalls by right":
        user.user_permissions.add(Permission.objects.get(codename="change_signingkey"))
    return user


def test_buyers_producers_and_sellers_need_none(people, required):
    for role in ("nguoimua", "htx", "diemban"):
        assert with_password_only(person(role)).get("/").status_code == 200


def test_machines_see_a_session_without_second_factor_as_a_visitor(people, required):
    client = with_password_only(person("canbo"))
    for address in ("/api/v1/products", "/epcis/v2/", "/.well-known/jwks.json", "/healthz"):
        assert client.get(address).status_code == Client().get(address).status_code == 200


def test_one_visible_setting_switches_it_off(people, settings):
    assert with_password_only(person("canbo")).get("/theo-doi/can-bo/thu-hoi/").status_code == 200
    assert "dùng thử được ngay" in Client().get(SIGN_IN).content.decode()
    settings.MFA_REQUIRED = True
    assert "dùng thử được ngay" not in Client().get(SIGN_IN).content.decode()


def test_setting_up_an_app_opens_the_offices_and_ends_older_sessions(committed_db, required):
    ensure_demo_accounts()
    officer = person("canbo")
    older, client = with_password_only(officer), sign_in(officer)
    assert client.get("/quan-tri/", follow=True).redirect_chain[-1][0] == SET_UP
    ask_again = client.get(APP).headers["Location"]
    client.post(ask_again, {"password": PASSWORD, "next": APP})
    page = client.get(APP)
    assert "<path" in _qr_code(page.content.decode())
    secret = page.context["form"].secret
    right = totp.format_hotp_value(totp.hotp_value(secret, next(totp.yield_hotp_counters_from_time())))
    answer = client.post(APP, {"code": right})
    codes = client.get(answer.headers["Location"]).content.decode()
    assert all(code in codes for code in Authenticator.objects.get(type="recovery_codes").wrap().generate_codes())
    assert client.get("/quan-tri/").status_code == 200
    assert older.get("/tai-khoan/").headers["Location"].startswith(SIGN_IN)
    assert [sent.to for sent in delivered()] == [[officer.email]]


def _qr_code(page: str) -> str:
    return base64.b64decode(re.search(r"data:image/svg\+xml;base64,([^\"]+)", page)[1]).decode()


def test_after_the_password_the_second_step_is_asked_and_opens_the_offices(people, required):
    officer = with_app(person("canbo"))
    client = sign_in(officer)
    assert SESSION_KEY not in client.session
    assert client.get("/quan-tri/").headers["Location"].startswith(SIGN_IN)
    client.post(SECOND_STEP, {"code": "000000"})
    assert SESSION_KEY not in client.session
    assert client.post(SECOND_STEP, {"code": code()}).headers["Location"] == "/theo-doi/can-bo/"
    assert client.get("/quan-tri/").status_code == 200


def test_a_recovery_code_works_once(people, required):
    officer = with_app(person("canbo"))
    spare = Authenticator.objects.get(user=officer, type="recovery_codes").wrap().get_unused_codes()[3]
    first, second = sign_in(officer), sign_in(officer)
    first.post(SECOND_STEP, {"code": spare})
    second.post(SECOND_STEP, {"code": spare})
    assert SESSION_KEY in first.session
    assert SESSION_KEY not in second.session
    assert first.get("/quan-tri/").status_code == 200


def test_guesses_of_the_second_step_are_counted_for_the_account(people, settings):
    settings.ACCOUNT_RATE_LIMITS = {}
    cache.clear()
    officer = with_app(person("canbo"))
    clients = [sign_in(officer) for _client in range(6)]
    right = totp.format_hotp_value(totp.hotp_value(SECRET, next(totp.yield_hotp_counters_from_time())))
    for client in clients[:5]:
        client.post(SECOND_STEP, {"code": "000000"})
    assert "quá nhiều lần" in clients[5].post(SECOND_STEP, {"code": right}).content.decode()
    assert SESSION_KEY not in clients[5].session


# -- passwords and sessions ---------------------------------------------------------------------------------


def test_a_new_password_ends_all_other_sessions(people):
    buyer = person("nguoimua")
    here, elsewhere = with_password_only(buyer), with_password_only(buyer)
    fields = {"oldpassword": "sai", "password1": "mat-khau-moi-22", "password2": "mat-khau-moi-22"}
    here.post("/tai-khoan/mat-khau/doi/", fields)
    assert elsewhere.get("/tai-khoan/").status_code == 200
    here.post("/tai-khoan/mat-khau/doi/", {**fields, "oldpassword": PASSWORD})
    assert here.get("/tai-khoan/").status_code == 200
    assert elsewhere.get("/tai-khoan/").headers["Location"].startswith(SIGN_IN)
    assert [sent.to for sent in delivered()] == [[buyer.email]]


@pytest.mark.parametrize(
    "act",
    [APP, "/tai-khoan/hai-lop/ung-dung/tat/", "/tai-khoan/hai-lop/khoa/them/", "/tai-khoan/hai-lop/ma-du-phong/",
     "/tai-khoan/hai-lop/ma-du-phong/tao/", "/tai-khoan/hai-lop/ma-du-phong/tai-ve/"],
)  # fmt: skip
def test_a_session_alone_neither_adds_nor_removes_nor_shows_a_second_factor(people, act):
    user = person("nguoimua") if act == APP else with_app(person("nguoimua"))
    client = with_password_only(user)
    for answer in (client.get(act), client.post(act)):
        assert answer.status_code == 405 or answer.headers["Location"].startswith("/tai-khoan/xac-nhan-lai/")


# -- the reset by two administrators ------------------------------------------------------------------------


@pytest.fixture
def two(people):
    return person("quantri"), person("quantri2")


def test_the_screen_resets_with_two_administrators_and_tells_everybody(two):
    first, second = map(with_password_only, two)
    lost = with_app(person("canbo"))
    session = with_password_only(lost)
    assert first.post(RESETS, {"person": lost.email, "reason": " "}).status_code == 422
    assert first.post(RESETS, {"person": "khong-co@example.com", "reason": REASON}).status_code == 422
    first.post(RESETS, {"person": lost.email.upper(), "reason": REASON})
    reset = SecondFactorReset.objects.get()
    answer = f"{RESETS}{reset.pk}/"
    assert 'value="agree"' not in first.get(RESETS).content.decode()
    first.post(answer, {"step": "agree"})  # oneself
    assert Authenticator.objects.filter(user=lost).exists()
    assert session.get("/tai-khoan/").status_code == 200
    page = second.get(RESETS).content.decode()
    assert 'value="agree"' in page and REASON in page
    assert second.get(answer).status_code == 405
    second.post(answer, {"step": "agree"})
    assert not Authenticator.objects.filter(user=lost).exists()
    assert session.get("/tai-khoan/").headers["Location"].startswith(SIGN_IN)
    assert "quantri2" in first.get(RESETS).content.decode()
    about_it = [message.to[0] for message in delivered() if REASON in message.body]
    assert sorted(about_it) == sorted(2 * [lost.email, *(user.email for user in two)])


def test_the_person_concerned_takes_no_part_and_nobody_but_administrators(two):
    first, second = two
    with_app(first)
    with pytest.raises(ApprovalRefused):
        services.ask_second_factor_reset(person=first, by=first, reason=REASON)
    reset = services.ask_second_factor_reset(person=first, by=second, reason=REASON)
    for helper in (first, second):
        with pytest.raises(ApprovalRefused):
            services.agree_second_factor_reset(request=reset, by=helper)
    for stranger in (person("canbo"), person("bientap"), person("nguoimua")):
        with pytest.raises(PermissionDenied):
            services.agree_second_factor_reset(request=reset, by=stranger)
        with pytest.raises(PermissionDenied):
            services.ask_second_factor_reset(person=first, by=stranger, reason=REASON)
        assert with_password_only(stranger).get(RESETS).status_code == 403
    with pytest.raises(ApprovalRefused):  # somebody has asked already
        services.ask_second_factor_reset(person=first, by=another_administrator("quantri3"), reason=REASON)
    second.is_active = False  # whoever asked has left
    second.save()
    with pytest.raises(ApprovalRefused):
        services.agree_second_factor_reset(request=reset, by=User.objects.get(email="quantri3@example.com"))
    services.refuse_second_factor_reset(request=reset, by=first)
    assert Authenticator.objects.filter(user=first).exists()
    with pytest.raises(ApprovalRefused):  # answered
        services.refuse_second_factor_reset(request=reset, by=first)
    with pytest.raises(ApprovalRefused):
        services.ask_second_factor_reset(person=person("canbo"), by=first, reason=REASON)  # has none


def test_the_database_refuses_what_the_services_refuse(two):
    first, second = two
    lost = person("canbo")

    def row(**fields) -> SecondFactorReset:
        with transaction.atomic():
            return SecondFactorReset.objects.create(**{"person": lost, "reason": REASON, "asked_by": first} | fields)

    answered = {"answered_at": "2026-01-01T00:00:00Z", "is_agreed": True}
    for fault in (
        {"reason": ""},
        {"asked_by": lost},
        {"answered_by": first, **answered},
        {"answered_by": lost, **answered},
        {"answered_at": "2026-01-01T00:00:00Z"},
    ):
        with pytest.raises(IntegrityError):
            row(**fault)
    kept = row()
    with pytest.raises(IntegrityError):
        row(asked_by=second)  # one open request
    SecondFactorReset.objects.filter(pk=kept.pk).update(answered_by=second, **answered)
    for change in (lambda rows: rows.update(is_agreed=False), lambda rows: rows.delete()):
        with pytest.raises((InternalError, ProgrammingError)), transaction.atomic():
            change(SecondFactorReset.objects.filter(pk=kept.pk))


def test_two_answers_at_once_are_one_answer(committed_db):
    ensure_demo_accounts()
    lost, helpers = with_app(person("canbo")), [another_administrator(f"a{number}") for number in range(4)]
    reset = services.ask_second_factor_reset(person=lost, by=person("quantri"), reason=REASON)
    done, refused = [], []

    def agree(by):
        try:
            services.agree_second_factor_reset(request=reset, by=by)
            done.append(by)
        except ApprovalRefused:
            refused.append(by)
        finally:
            connection.close()

    threads = [threading.Thread(target=agree, args=[by]) for by in helpers]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert (len(done), len(refused)) == (1, 3)


@pytest.mark.filterwarnings("ignore:The default scheme will be changed")
def test_no_administrator_removes_a_second_factor_alone(two):
    client = with_password_only(two[0])
    factor = Authenticator.objects.get(user=with_app(person("canbo")), type="totp")
    address = f"/django-admin/mfa/authenticator/{factor.pk}/delete/"
    assert client.post(address, {"post": "yes"}).status_code == 404
    assert Authenticator.objects.filter(pk=factor.pk).exists()
