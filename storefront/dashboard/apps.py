from django.urls import include, path, reverse_lazy
from django.views.generic import RedirectView
from oscar.apps.dashboard import apps


class DashboardConfig(apps.DashboardConfig):
    """Oscar's shop office behind one more door: only administrators, and by the one sign-in of the site.

    Oscar itself lets every account with `is_staff` in, and partner users see the lines of all partners.
    """

    name = "storefront.dashboard"
    login_url = reverse_lazy("account_login")
    default_permissions = ["is_staff", "shop.enter_office"]

    def ready(self):
        from .names import translate_names

        super().ready()
        translate_names()

    def configure_permissions(self):
        self.permissions_map = {}

    def get_urls(self):
        """The parts this shop uses; offers, vouchers, pages and mails of Oscar are not among them."""
        from django.contrib.auth.views import LogoutView

        from . import views

        self.orders_app.order_list_view = views.OrderListView
        self.orders_app.order_detail_view = views.OrderDetailView
        self.catalogue_app.product_lookup_view = views.ProductLookupView
        self.partners_app.user_link_view = views.PartnerUserLinkView
        self.users_app.password_reset_view = views.PasswordResetView
        sign_in = RedirectView.as_view(pattern_name="account_login", query_string=True)
        parts = {
            "catalogue/": self.catalogue_app,
            "orders/": self.orders_app,
            "partners/": self.partners_app,
            "users/": self.users_app,
            "reports/": self.reports_app,
        }
        urls = [path("", self.index_view.as_view(), name="index")]
        urls += [path(prefix, include(app.urls[0])) for prefix, app in parts.items()]
        self.post_process_urls(urls)
        return [
            *urls,
            path("login/", sign_in, name="login"),
            path("logout/", LogoutView.as_view(next_page="/"), name="logout"),
        ]
