"""Mails that no server took: the office tries them again or gives them up."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods

from catalogue.parameters import number_in, text_in
from storefront.mail.services import give_up_mails, retry_mails
from storefront.office.access import officer_screen, officer_view

from .queries import counts, mails_in, shown

PER_PAGE = 50
FAILED = "loi"
officer = officer_view("mail.handle_failed")


@require_http_methods(["GET", "HEAD", "POST"])
@officer
def failed_mails(request: HttpRequest) -> HttpResponse:
    text = text_in(request.GET.get("q"), max_length=100)
    if request.method == "POST":
        _act(request, text)
        return redirect(f"{request.path}?{urlencode({'q': text})}")
    numbers = counts()
    chosen = request.GET.get("muc") if request.GET.get("muc") in numbers else FAILED
    labels = {FAILED: _("not sent"), "cho": _("tried again by themselves")}
    page = Paginator(mails_in(chosen, text), PER_PAGE).get_page(request.GET.get("page"))
    context = {
        **officer_screen(request.user, "office-messages"),
        "lists": [
            {"label": labels[name], "url": f"?muc={name}", "is_current": name == chosen, "count": number}
            for name, number in numbers.items()
        ],
        "page": page,
        "rows": [shown(mail) for mail in page],
        "is_failed": chosen == FAILED,
        "muc": chosen,
        "q": text,
    }
    return render(request, "office/messages/list.html", context)


def _act(request: HttpRequest, text: str) -> None:
    """What the pressed button says, with the mails that are ticked, or with all that the search found."""
    mails = mails_in(FAILED, text)
    if request.POST.get("whole") != "1":
        ticked = [pk for pk in map(number_in, request.POST.getlist("mail")[: PER_PAGE * 2]) if pk]
        mails = mails.filter(pk__in=ticked)
    if request.POST.get("step") == "retry":
        number = retry_mails(mails=mails)
        said = ngettext("%(number)s mail is sent again.", "%(number)s mails are sent again.", number)
    elif request.POST.get("step") == "give-up":
        number = give_up_mails(mails=mails)
        said = ngettext("%(number)s mail was given up.", "%(number)s mails were given up.", number)
    else:
        return
    if number:
        messages.success(request, said % {"number": number})
    else:
        messages.info(request, _("Please choose at least one mail that was not sent."))
