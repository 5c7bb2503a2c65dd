from django.urls import path, reverse_lazy
from django.views.generic import RedirectView
from oscar.apps.dashboard import apps


class DashboardConfig(apps.DashboardConfig):
    """Oscar's shop office behind one more door: only administrators, and by the one sign-in of the site.

    Oscar itself lets every account with `is_staff` in, and partner users see the lines of all partners.
    """

    name = "storefront.dashboard"
    login_url = reverse_lazy("account_login")
    default_permissions = ["is_staff", "shop.enter_office"]

    def configure_permissions(self):
        self.permissions_map = {}

    def get_urls(self):
        sign_in = RedirectView.as_view(pattern_name="account_login", query_string=True)
        own = {"login": path("login/", sign_in, name="login")}
        return [own.get(getattr(pattern, "name", None), pattern) for pattern in super().get_urls()]
