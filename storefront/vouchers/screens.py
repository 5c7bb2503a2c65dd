"""What the seller's and the office's screens of vouchers do alike."""

from django.contrib import messages
from django.db.models import QuerySet
from django.http import Http404
from django.utils.translation import gettext as _

from catalogue.parameters import number_in

from .forms import VoucherForm
from .services import NewVoucher, VoucherRefused, give_voucher, pause_voucher


def handle(request, form: VoucherForm, *, own: QuerySet, new) -> bool:
    """Do what was sent: pause one of `own` (`pause`, `resume`: its key), or give the voucher that `new` makes of the
    form. Whether it was done; otherwise the form says why not. Http404 for a voucher of somebody else."""
    for name, is_paused in (("pause", True), ("resume", False)):
        if name in request.POST:
            terms = own.filter(pk=number_in(request.POST[name])).first()
            if terms is None:
                raise Http404
            pause_voucher(terms=terms, is_paused=is_paused, by=request.user)
            messages.success(request, _("Paused.") if is_paused else _("It is given again."))
            return True
    if not form.is_valid():
        return False
    wanted: NewVoucher = new()
    try:
        give_voucher(wanted, by=request.user)
    except VoucherRefused as refusal:
        form.add_error(refusal.field if refusal.field in form.fields else None, refusal.message)
        return False
    messages.success(request, _("The voucher can be used from its first day."))
    return True
