"""Vouchers that the programme pays for, and all that sellers give."""

from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from storefront.office.access import officer_screen, officer_view
from storefront.vouchers.forms import ProgrammeVoucherForm
from storefront.vouchers.models import Terms
from storefront.vouchers.queries import given
from storefront.vouchers.screens import handle
from storefront.web.idempotency.decorators import sent_once


@require_http_methods(["GET", "HEAD", "POST"])
@officer_view("payments.manage")
@sent_once
def vouchers(request):
    """The list, and the form for a new one; a POST gives or pauses one."""
    own = Terms.objects.all()
    is_new = request.method == "POST" and not {"pause", "resume"} & set(request.POST)
    form = ProgrammeVoucherForm(request.POST if is_new else None)
    if request.method == "POST" and handle(request, form, own=own, new=form.given):
        return redirect("office-vouchers")
    context = {**officer_screen(request.user, "office-vouchers"), "form": form, "vouchers": given(own)}
    return render(request, "office/vouchers/list.html", context, status=422 if form.errors else 200)
