"""What somebody fills in to give a voucher."""

import datetime

from django import forms
from django.utils import timezone
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from cms.models import FairPage
from storefront.form_fields import AmountField
from storefront.partner.models import Partner

from .models import MAX_PERCENT, Payer, Scope
from .services import MAX_LETTERS, NewVoucher
from .sharing import Kind

MAX_USES = 1_000_000
MAX_DAYS = 366


class DayField(forms.DateField):
    def __init__(self, **options):
        super().__init__(
            widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
            input_formats=["%Y-%m-%d", "%d/%m/%Y"],
            error_messages={"invalid": _("Write a day like 24/11/2026."), "required": _("Please enter the day.")},
            **options,
        )


class VoucherForm(forms.Form):
    """Terms that everybody gives in the same way."""

    name = forms.CharField(label=_("What it is for"), max_length=80, help_text=_("Only you see it."))
    code = forms.CharField(
        label=_("Code"),
        max_length=MAX_LETTERS * 2,
        help_text=_("Buyers type it. Capitals, spaces and marks do not count; O and 0, I, L and 1 are the same."),
    )
    kind = forms.ChoiceField(label=_("What it gives"), choices=Kind.choices)
    percent = forms.IntegerField(
        label=_("Percent"),
        required=False,
        min_value=1,
        max_value=MAX_PERCENT,
        widget=forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "off"}),
    )
    amount = AmountField(label=_("Amount (đồng)"))
    most = AmountField(
        label=_("At most for one order (đồng)"), min_value=1, help_text=_("Leave it empty for no limit.")
    )
    minimum = AmountField(label=_("Least value of the goods (đồng)"), help_text=_("Leave it empty for none."))
    first_day = DayField(label=_("First day"))
    last_day = DayField(label=_("Last day"))
    max_uses = forms.IntegerField(
        label=_("Uses in all"), required=False, min_value=1, max_value=MAX_USES,
        help_text=_("Leave it empty for no limit."),
    )  # fmt: skip
    max_uses_per_buyer = forms.IntegerField(
        label=_("Uses of one buyer"), required=False, min_value=1, max_value=MAX_USES, initial=1,
        help_text=_("Guests are known by phone number and e-mail address. Leave it empty for no limit."),
    )  # fmt: skip

    def clean(self) -> dict:
        data = super().clean()
        needed = {Kind.PERCENT: "percent", Kind.FIXED: "amount"}.get(data.get("kind"))
        if needed and not data.get(needed) and needed not in self.errors:
            self.add_error(needed, _now("Please say how much it gives."))
        first, last = data.get("first_day"), data.get("last_day")
        if first and last:
            if last < first:
                self.add_error("last_day", _now("The last day lies before the first one."))
            elif first > timezone.localdate() + datetime.timedelta(days=MAX_DAYS):
                self.add_error("first_day", _now("This day is too far away."))
            elif last < timezone.localdate():
                self.add_error("last_day", _now("This day is over."))
            elif last - first > datetime.timedelta(days=MAX_DAYS):
                self.add_error("last_day", _now("A voucher can be used for a year at most."))
        return data

    def given_by(self, seller: Partner) -> NewVoucher:
        """The seller's own, at its cost, for its goods."""
        return self._new(scope=Scope.SELLER, payer=Payer.SELLER, seller=seller)

    def _new(self, **whose) -> NewVoucher:
        data = self.cleaned_data
        value = {Kind.PERCENT: data["percent"], Kind.FIXED: data["amount"]}.get(data["kind"], 0)
        start, end = (_midnight(data["first_day"]), _midnight(data["last_day"] + datetime.timedelta(days=1)))
        limits = {name: data[name] for name in ("most", "max_uses", "max_uses_per_buyer")}
        return NewVoucher(
            name=data["name"], code=data["code"], kind=data["kind"], value=value, minimum=data["minimum"] or 0,
            start=start, end=end - datetime.timedelta(seconds=1), **limits, **whose,
        )  # fmt: skip


class ProgrammeVoucherForm(VoucherForm):
    """A voucher that the programme pays for: for a fair, or for everything."""

    fair = forms.ModelChoiceField(
        label=_("Products of the fair"),
        queryset=FairPage.objects.none(),
        required=False,
        empty_label=_("everything in the shop"),
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["fair"].queryset = FairPage.objects.filter(live=True).order_by("-starts", "-pk")

    def given(self) -> NewVoucher:
        fair = self.cleaned_data["fair"]
        return self._new(scope=Scope.FAIR if fair else Scope.ALL, payer=Payer.PROGRAMME, fair=fair)


def _midnight(day: datetime.date) -> datetime.datetime:
    return datetime.datetime.combine(day, datetime.time.min, timezone.get_default_timezone())
