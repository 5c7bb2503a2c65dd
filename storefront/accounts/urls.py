"""The account pages: the sign-in library's views under Vietnamese addresses, with the names it expects."""

from allauth.account import views as account
from allauth.mfa.base import views as mfa
from allauth.mfa.recovery_codes import views as recovery_codes
from allauth.mfa.totp import views as totp
from allauth.mfa.webauthn import views as webauthn
from django.urls import path, re_path
from django.views.decorators.cache import never_cache
from django.views.generic import RedirectView

from storefront.notifications import views as notifications
from storefront.web import converters  # noqa: F401  (used in addresses)

from . import views

urlpatterns = [
    path("", views.home, name="account-home"),
    path("dang-nhap/", views.sign_in, name="account_login"),
    path("dang-xuat/", account.logout, name="account_logout"),
    path("dang-ky/", account.signup, name="account_signup"),
    path("tam-khoa/", account.account_inactive, name="account_inactive"),
    path("xac-nhan-lai/", account.reauthenticate, name="account_reauthenticate"),
    path("thong-bao/", notifications.notification_list, name="account-notifications"),
    path("thong-bao/da-doc/", notifications.read, name="account-notifications-read"),
    path("thong-bao/<key:pk>/", notifications.open_one, name="account-notification"),
    path("thu/", notifications.mail_wishes, name="account-mails"),
    # e-mail addresses
    path("email/", account.email, name="account_email"),
    path("email/xac-nhan/", account.email_verification_sent, name="account_email_verification_sent"),
    re_path(r"^email/xac-nhan/(?P<key>[-:\w]+)/$", account.confirm_email, name="account_confirm_email"),
    # password
    path("mat-khau/doi/", account.password_change, name="account_change_password"),
    # An account without a password gets its first one as a forgotten one is replaced: by mail.
    path("mat-khau/dat/", RedirectView.as_view(pattern_name="account_reset_password"), name="account_set_password"),
    path("mat-khau/quen/", account.password_reset, name="account_reset_password"),
    path("mat-khau/quen/da-gui/", account.password_reset_done, name="account_reset_password_done"),
    re_path(
        r"^mat-khau/moi/(?P<uidb36>[0-9A-Za-z]+)-(?P<key>.+)/$",
        account.password_reset_from_key,
        name="account_reset_password_from_key",
    ),
    path(
        "mat-khau/moi/xong/",
        account.password_reset_from_key_done,
        name="account_reset_password_from_key_done",
    ),
    # second factor: an app (TOTP), passkeys, recovery codes
    path("hai-lop/", views.second_factor, name="mfa_index"),
    path("hai-lop/xac-thuc/", mfa.authenticate, name="mfa_authenticate"),
    path("hai-lop/ung-dung/bat/", never_cache(totp.activate_totp), name="mfa_activate_totp"),
    path("hai-lop/ung-dung/tat/", totp.deactivate_totp, name="mfa_deactivate_totp"),
    path("hai-lop/khoa/", webauthn.list_webauthn, name="mfa_list_webauthn"),
    path("hai-lop/khoa/them/", never_cache(webauthn.add_webauthn), name="mfa_add_webauthn"),
    path("hai-lop/khoa/<key:pk>/ten/", webauthn.edit_webauthn, name="mfa_edit_webauthn"),
    path("hai-lop/khoa/<key:pk>/go/", webauthn.remove_webauthn, name="mfa_remove_webauthn"),
    path("hai-lop/ma-du-phong/", never_cache(recovery_codes.view_recovery_codes), name="mfa_view_recovery_codes"),
    path("hai-lop/ma-du-phong/tao/", recovery_codes.generate_recovery_codes, name="mfa_generate_recovery_codes"),
    path(
        "hai-lop/ma-du-phong/tai-ve/",
        recovery_codes.download_recovery_codes,
        name="mfa_download_recovery_codes",
    ),
]
