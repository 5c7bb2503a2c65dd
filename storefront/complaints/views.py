"""The complaints channel: a form that works without cookie and without JavaScript, and the page of a number."""

from allauth.core import ratelimit
from django.http import Http404
from django.middleware.csrf import CsrfViewMiddleware
from django.shortcuts import redirect, render
from django.utils.translation import get_language
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods, require_safe

from storefront.basket.origin import Sender, sender_of

from .forms import ComplaintForm
from .models import Kind
from .queries import by_reference
from .services import send_complaint


class _TokenCheck(CsrfViewMiddleware):
    """Django's check of the token as a question: what was typed must survive a wrong one."""

    def _reject(self, request, reason):
        return reason


def _has_token(request) -> bool:
    check = _TokenCheck(lambda request: None)
    check.process_request(request)
    return "csrfmiddlewaretoken" in request.POST and not check.process_view(request, _has_token, (), {})


@csrf_exempt
@require_http_methods(["GET", "HEAD", "POST"])
def complaint(request):
    """The form is the same for everybody and carries no CSRF token, so the sender is judged here."""
    if request.method == "POST":
        return _receive(request)
    number = request.GET.get("reference", "").strip()
    if number:
        found = by_reference(number)
        if found:
            return redirect(found)
    form = ComplaintForm(initial=_preset(request.GET))
    context = {"number": number[:40], "has_preset": bool(request.GET)}
    return _page(request, form, status=404 if number else 200, **context)


def _preset(parameters) -> dict:
    """What a link to the form already says: `product` (slug), `code` of a stamp, `about`, `kind`."""
    kind = parameters.get("kind", "")
    subject = parameters.get("code") or parameters.get("about") or ""
    if kind not in Kind.values:
        kind = Kind.CERTIFICATE if parameters.get("code") else Kind.PRODUCT if parameters.get("product") else ""
    return {
        "kind": kind,
        "subject": subject.replace("\x00", "").strip()[:200],
        "product": parameters.get("product", "")[:255],
    }


def _receive(request):
    form = ComplaintForm(request.POST)
    sender = sender_of(request)
    if sender is Sender.FOREIGN:
        return render(request, "pages/complaint_foreign.html", status=403)
    if not form.is_valid():
        return _page(request, form, status=422)
    if sender is Sender.UNKNOWN and not _has_token(request):
        return _page(request, form, status=200, must_confirm=True)
    if not ratelimit.consume(request, action="complaint"):
        return _page(request, form, status=429, is_limited=True)
    return redirect(send_complaint(**form.complaint(), language=get_language()))


def _page(request, form: ComplaintForm, *, status: int, **context):
    return render(request, "pages/complaint.html", {"form": form, **context}, status=status)


@require_safe
@never_cache
def received(request, reference: str):
    """What became of a complaint, for whoever has its number: never what was written, nor by whom."""
    found = by_reference(reference)
    if found is None:
        raise Http404(reference)
    if found.reference != reference:
        return redirect(found)
    return render(request, "pages/complaint_received.html", {"complaint": found})
