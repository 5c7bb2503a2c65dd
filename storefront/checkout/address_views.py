"""The address book in the account."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from catalogue.parameters import number_in

from .address_book import (
    MAX_ADDRESSES,
    AddressRefused,
    addresses_of,
    change_address,
    contact_of,
    delete_address,
    make_usual,
    save_address,
)
from .forms import AddressForm

READ_AND_WRITE = ["GET", "HEAD", "POST"]


@require_http_methods(READ_AND_WRITE)
@never_cache
@login_required
def addresses(request):
    """The own addresses; a POST deletes one (`remove`) or makes it the usual one (`usual`)."""
    if request.method == "POST":
        if pk := number_in(request.POST.get("remove")):
            delete_address(user=request.user, address_id=pk)
        elif pk := number_in(request.POST.get("usual")):
            make_usual(user=request.user, address_id=pk)
        return redirect("account-addresses")
    own = list(addresses_of(request.user))
    context = {"addresses": own, "is_full": len(own) >= MAX_ADDRESSES, "most": MAX_ADDRESSES}
    return render(request, "shop/addresses.html", context)


@require_http_methods(READ_AND_WRITE)
@never_cache
@login_required
def address_new(request):
    """One more address."""
    name = f"{request.user.last_name} {request.user.first_name}".strip()
    form = AddressForm(request.POST if request.method == "POST" else None, initial={"name": name})
    return _form(request, form, lambda contact: save_address(user=request.user, contact=contact))


@require_http_methods(READ_AND_WRITE)
@never_cache
@login_required
def address(request, pk: int):
    """Change one of the own addresses."""
    item = get_object_or_404(addresses_of(request.user), pk=pk)
    form = AddressForm(request.POST if request.method == "POST" else None, initial=vars(contact_of(item)))
    return _form(request, form, lambda contact: change_address(address=item, contact=contact))


def _form(request, form: AddressForm, save):
    if form.is_bound and form.is_valid():
        try:
            save(form.contact())
        except AddressRefused as refusal:
            form.add_error(None, refusal.message)
        else:
            messages.success(request, _("Saved."))
            return redirect("account-addresses")
    return render(request, "shop/address_form.html", {"form": form}, status=422 if form.errors else 200)
