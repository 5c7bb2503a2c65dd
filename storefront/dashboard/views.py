"""Views of the shop office that differ from Oscar's: nothing is changed by GET, and odd input is no error of ours."""

from allauth.account.forms import ResetPasswordForm
from oscar.apps.dashboard.catalogue import views as catalogue
from oscar.apps.dashboard.orders import forms as order_forms
from oscar.apps.dashboard.orders import views as orders
from oscar.apps.dashboard.partners import views as partners
from oscar.apps.dashboard.users import views as users

from catalogue.parameters import number_in, text_in
from storefront.templatetags.shop import order_status


class OrderSearchForm(order_forms.OrderSearchForm):
    """With the states in words."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["status"].choices = _in_words(self.fields["status"].choices)


class OrderListView(orders.OrderListView):
    form_class = OrderSearchForm


class OrderDetailView(orders.OrderDetailView):
    def get_order_status_form(self):
        """With the states in words."""
        form = super().get_order_status_form()
        form.fields["new_status"].choices = _in_words(form.fields["new_status"].choices)
        return form


def _in_words(choices) -> list[tuple[str, str]]:
    return [(code, order_status(label)) for code, label in choices]


class PartnerUserLinkView(partners.PartnerUserLinkView):
    """Links an account to a seller by POST only; Oscar does it by GET too, so that a link in a page could do it."""

    http_method_names = ["post"]


class ProductLookupView(catalogue.ProductLookupView):
    """Products for the choosers. A page that is no number is the first one; ids that are no numbers name nothing."""

    MAX_PAGE_LENGTH = 100
    LAST_PAGE = 10_000

    def get_args(self):
        wanted = self.request.GET
        page = number_in(wanted.get("page"), low=1, high=self.LAST_PAGE) or 1
        page_limit = number_in(wanted.get("page_limit"), low=1, high=self.MAX_PAGE_LENGTH) or 20
        return wanted.get("initial"), text_in(wanted.get("q"), max_length=100), page, page_limit

    def initial_filter(self, qs, value):
        return qs.filter(pk__in=[pk for pk in map(number_in, value.split(",")) if pk is not None])


class PasswordResetView(users.PasswordResetView):
    """The mail of the one sign-in; Oscar's own names an address that this site does not have."""

    form_class = ResetPasswordForm

    def form_valid(self, form):
        form.save(self.request)
        return super(users.PasswordResetView, self).form_valid(form)
