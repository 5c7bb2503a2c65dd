"""Views of the shop office that differ from Oscar's: nothing is changed by GET, and odd input is no error of ours."""

from allauth.account.forms import ResetPasswordForm
from django.contrib import messages
from django.utils.translation import gettext as _
from oscar.apps.dashboard.catalogue import views as catalogue
from oscar.apps.dashboard.orders import forms as order_forms
from oscar.apps.dashboard.orders import views as orders
from oscar.apps.dashboard.partners import views as partners
from oscar.apps.dashboard.users import views as users

from catalogue.parameters import number_in, text_in
from storefront.order.processing import StatusRefused
from storefront.templatetags.shop import order_status


class OrderSearchForm(order_forms.OrderSearchForm):
    """With the states in words."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["status"].choices = _in_words(self.fields["status"].choices)


class MovesInWords:
    """Moves an order by our own table of moves alone, and says so in the words of our pages."""

    def move(self, request, order, new_status: str) -> None:
        """Leaves a message: what became of the order, or why nothing did."""
        if new_status not in order.available_statuses():
            messages.error(
                request, _("Order %(number)s cannot go there from where it is.") % {"number": order.number}
            )
            return
        words = {
            "number": order.number,
            "before": order_status(order.status),
            "now": order_status(new_status),
        }
        said = _("Order %(number)s: from “%(before)s” to “%(now)s”.") % words
        try:
            self.get_handler(user=request.user).handle_order_status_change(order, new_status, note_msg=said)
        except StatusRefused as refusal:
            said = _("Order %(number)s stays as it is: %(why)s")
            messages.error(request, said % {"number": order.number, "why": refusal})
        else:
            messages.success(request, said)


class OrderListView(MovesInWords, orders.OrderListView):
    form_class = OrderSearchForm

    def change_order_status(self, request, order):
        self.move(request, order, request.POST.get("new_status", "").strip())

    def get_search_filter_descriptions(self):
        """With the state in words: Oscar names what stands in the address."""
        data = getattr(self.form, "cleaned_data", {})
        if data.get("status"):
            self.form.cleaned_data = {**data, "status": order_status(data["status"])}
        return super().get_search_filter_descriptions()

    def get_row_values(self, order):
        return super().get_row_values(order) | {"status": order_status(order.status)}


class OrderDetailView(MovesInWords, orders.OrderDetailView):
    """What Oscar can do to single lines, and events of shipping and payment, are not offered: parcels are moved, and
    money is booked, by our own screens (decisions 19 and 20)."""

    order_actions = ("save_note", "delete_note", "change_order_status")
    line_actions = ()

    def get_order_status_form(self):
        """With the states in words."""
        form = super().get_order_status_form()
        form.fields["new_status"].choices = _in_words(form.fields["new_status"].choices)
        return form

    def change_order_status(self, request, order):
        self.move(request, order, request.POST.get("new_status", "").strip())
        return self.reload_page()


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
