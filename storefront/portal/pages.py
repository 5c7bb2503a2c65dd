"""What all screens of the producer share: the frame with its tabs, and how a refusal is said at its field."""

from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from catalogue.traceability.errors import StillBusy, TraceRefused
from media.decoding import RETRY_SECONDS

READ_AND_WRITE = ["GET", "HEAD", "POST"]


def page(request, name: str, context: dict, *, form=None):
    """A screen; one with errors says so in its status, and one that only came at a bad moment when to come again."""
    failed = form is not None and form.is_bound and form.errors
    context = {"form": form, "tabs": _tabs(context.get("producer"), name), **context}
    is_busy = failed and getattr(form, "is_busy", False)
    response = render(request, f"portal/{name}.html", context, status=503 if is_busy else 422 if failed else 200)
    if is_busy:
        response["Retry-After"] = str(RETRY_SECONDS)
    return response


def _tabs(producer, name: str) -> list[dict]:
    """The lists of a producer."""
    if producer is None:
        return []
    lists = (
        ("portal-lots", "lots/lots", _("Lots")),
        ("portal-batches", "stamps/batches", _("Stamps")),
        ("portal-places", "lots/places", _("Places")),
        ("portal-orders", "orders/orders", _("Orders")),
        ("portal-products", "products/list", _("Goods and stock")),
        ("portal-delivery", "delivery", _("Delivery")),
        ("portal-vouchers", "vouchers", _("Vouchers")),
        ("portal-bank-account", "bank_account", _("Bank account")),
        ("portal-claims", "claims/list", _("Complaints")),
        ("portal-feedback", "feedback/list", _("Reviews and questions")),
        ("portal-tax", "tax/taxes", _("Taxes")),
    )
    return [
        {"label": label, "url": reverse(to, args=[producer.pk]), "is_current": name == screen}
        for to, screen, label in lists
    ]


def accepted(form, act):
    """What `act` makes of the values of a form that was sent; None where a field is wrong or the rules refuse."""
    if not (form.is_bound and form.is_valid()):
        return None
    try:
        return act(form.cleaned_data)
    except TraceRefused as refusal:
        refused(form, refusal)
        return None


def refused(form, refusal: TraceRefused) -> None:
    """Say at its field why something is not allowed; what was typed stays."""
    form.add_error(refusal.field if refusal.field in form.fields else None, refusal.message)
    form.is_busy = isinstance(refusal, StillBusy)
