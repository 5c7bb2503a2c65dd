"""The wish list in the account, with the alerts that wait; and the way onto it from pages that know no visitor."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.contrib.auth.views import redirect_to_login
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt, csrf_protect
from django.views.decorators.http import require_http_methods
from oscar.core.loading import get_model

from catalogue.parameters import number_in
from catalogue.products.models import Product
from storefront.public.stock_alerts.services import cancel_alert
from storefront.web.origin import Sender, sender_of

from .services import WishRefused, add_wish, remove_wish, wishes_of

ProductAlert = get_model("customer", "ProductAlert")


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
@login_required
def wish_list(request):
    """The list; a POST takes something off it (`remove`), or an alert (`cancel`)."""
    alerts = ProductAlert.objects.filter(user=request.user, status=ProductAlert.ACTIVE).select_related("product")
    if request.method == "POST":
        if line := number_in(request.POST.get("remove")):
            remove_wish(user=request.user, line_id=line)
        elif alert := alerts.filter(pk=number_in(request.POST.get("cancel"))).first():
            cancel_alert(alert=alert)
        return redirect("wish-list")
    return render(request, "wishlists/list.html", {"wishes": wishes_of(request.user), "alerts": alerts})


@csrf_exempt
@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
def add(request, product_id: int):
    """Pages of products carry no CSRF token, so the sender is judged here; who signs in first comes back to a page
    with a button."""
    product = get_object_or_404(Product, pk=product_id, is_public=True, parent=None)
    if not request.user.is_authenticated:
        return redirect_to_login(request.path)
    if request.method == "POST":
        sender = sender_of(request)
        if sender is Sender.OURS:
            return _add(request, product)
        if sender is Sender.FOREIGN:
            return render(request, "shop/foreign_form.html", {"product": product}, status=403)
        if "csrfmiddlewaretoken" in request.POST:
            return csrf_protect(_add)(request, product)
    return render(request, "wishlists/confirm.html", {"product": product})


def _add(request, product: Product):
    try:
        add_wish(user=request.user, product=product)
    except WishRefused as refusal:
        messages.error(request, refusal.message)
    else:
        messages.success(request, _("“%(product)s” is on your wish list.") % {"product": product.title})
    return redirect("wish-list")
