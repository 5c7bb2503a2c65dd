"""What an account was told, and which mails it wants."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from catalogue.parameters import number_in
from storefront.mail.services import optional_kinds, set_mail_wishes

from .forms import MailWishesForm
from .models import Notification
from .queries import in_words, notifications_of, unread_number
from .services import open_notification, read_all

PER_PAGE = 30


@require_safe
@never_cache
@login_required
def notification_list(request: HttpRequest) -> HttpResponse:
    page = Paginator(notifications_of(request.user), PER_PAGE).get_page(request.GET.get("page"))
    rows = list(page)
    latest = notifications_of(request.user).first()
    context = {
        "page": page,
        "rows": [in_words(row) for row in rows],
        "unread": unread_number(request.user),
        "latest": latest.pk if latest else 0,
    }
    return render(request, "account/notifications.html", context)


@require_POST
@never_cache
@login_required
def open_one(request: HttpRequest, pk: int) -> HttpResponse:
    try:
        address = open_notification(user=request.user, pk=pk)
    except Notification.DoesNotExist:
        raise Http404 from None
    if not address:
        messages.info(request, _("What this was about is not there any more."))
    return redirect(address or "account-notifications")


@require_POST
@never_cache
@login_required
def read(request: HttpRequest) -> HttpResponse:
    """All up to the newest one that the page has shown."""
    up_to = number_in(request.POST.get("up_to"))
    if up_to:
        read_all(user=request.user, up_to=up_to)
    return redirect("account-notifications")


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
@login_required
def mail_wishes(request: HttpRequest) -> HttpResponse:
    """Which mails the account wants."""
    form = MailWishesForm(request.POST or None, initial=_wishes(request.user))
    if form.is_valid():
        set_mail_wishes(user=request.user, **form.cleaned_data)
        messages.success(request, _("Saved."))
        return redirect("account-mails")
    status = 422 if form.is_bound else 200
    return render(request, "account/mails.html", {"form": form}, status=status)


def _wishes(user) -> dict:
    unwanted = set(user.mail_opt_outs.values_list("kind", flat=True))
    wanted = [kind.name for kind in optional_kinds() if kind.name not in unwanted]
    return {"language": user.language, "wanted": wanted}
