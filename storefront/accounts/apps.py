from django.apps import AppConfig


class AccountsConfig(AppConfig):
    name = "storefront.accounts"

    def ready(self):
        from allauth.account.decorators import secure_admin_login
        from django.contrib import admin

        from . import rules  # noqa: F401 - registers the permissions

        # Django's admin sends people to the one sign-in of the site (rate limits, second factor).
        admin.site.login = secure_admin_login(admin.site.login)
