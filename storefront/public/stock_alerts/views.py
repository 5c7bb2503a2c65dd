"""“Tell me when it can be bought again”: the form without cookie, and the page that a mail leads to."""

from allauth.core import ratelimit
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods
from oscar.core.loading import get_model

from catalogue.products.models import Product
from storefront.public.intake import IntakeView
from storefront.web.addresses import by_slug

from .forms import StockAlertForm
from .services import AlertRefused, can_be_bought, cancel_alert, confirm_alert, want_alert


class StockAlertView(IntakeView):
    address = "stock-alert"
    heading = _("Tell me when it can be bought again")
    form_class = StockAlertForm
    template_name = "public/stock_alerts/form.html"
    find = staticmethod(lambda number: None)

    @cached_property
    def product(self) -> Product:
        product = by_slug(Product.objects.select_related("producer"), self.kwargs["slug"])
        if not product.is_public or product.parent_id:
            raise Http404
        return product

    def form_url(self) -> str:
        return reverse(self.address, args=[self.product.slug])

    def get_form_kwargs(self) -> dict:
        return super().get_form_kwargs() | {"is_member": self.request.user.is_authenticated}

    def keep(self, *, email: str = "") -> str:
        """Whether an address waits already is told to nobody."""
        user = self.request.user if self.request.user.is_authenticated else None
        if user or ratelimit.consume(self.request, action="stock-alert_mail", key=email.lower()):
            try:
                want_alert(product=self.product, user=user, email=email, language=get_language())
            except AlertRefused:
                return self.form_url()  # says that it can be bought
        return reverse("wish-list") if user else f"{self.form_url()}?sent=1"

    def get_context_data(self, **kwargs) -> dict:
        return super().get_context_data(**kwargs) | {
            "product": self.product,
            "can_buy": can_be_bought(self.product),
            "is_sent": "sent" in self.request.GET,
        }


stock_alert = StockAlertView.as_view()


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
def chosen(request, slug: str, key: str):
    """Where a mail leads: `step` in a POST confirms the alert or cancels it. Opening the page changes nothing."""
    alerts = get_model("customer", "ProductAlert").objects.select_related("product")
    alert = get_object_or_404(alerts, key=key, user=None, product__slug=slug)
    if request.method == "POST":
        act = {"confirm": confirm_alert, "cancel": cancel_alert}.get(request.POST.get("step", ""))
        if act is None:
            raise Http404
        act(alert=alert)
        return redirect(request.path)
    return render(request, "public/stock_alerts/chosen.html", {"alert": alert, "product": alert.product})
