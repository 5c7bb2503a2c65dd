from django.apps import AppConfig


class AccountsConfig(AppConfig):
    name = "storefront.accounts"

    def ready(self):
        from . import receivers, rules  # noqa: F401 - receivers of signals; the permissions
