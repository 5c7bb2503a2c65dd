"""Forms of the officers' screen of a certificate."""

from django import forms
from django.utils.translation import gettext_lazy as _

from catalogue.certification.clock import registry_day
from catalogue.long_texts import LongTextField
from storefront.office.recalls.forms import REASON_LETTERS, ReasonForm
from storefront.portal.lots.forms import DayField


class MeasureForm(forms.Form):
    """Day and reason of what is done to a certificate."""

    on = DayField(label=_("From which day?"), initial=registry_day, required=True)
    reason = LongTextField(
        label=_("Reason"), max_length=REASON_LETTERS, widget=forms.Textarea(attrs={"rows": 3, "autocomplete": "off"})
    )


class SuspendForm(MeasureForm):
    until = DayField(label=_("Last day of the suspension"), help_text=_("Empty: until further notice."))
    field_order = ["on", "until", "reason"]

    def __init__(self, *args, **options):
        super().__init__(*args, **options)
        self.fields["reason"].help_text = _("Consumers and sales points read it.")


class RevokeForm(MeasureForm):
    is_sure = forms.BooleanField(
        label=_("Yes, take the stars away. Only two officers together can take it back."),
        error_messages={"required": _("Please confirm.")},
    )

    def __init__(self, *args, **options):
        super().__init__(*args, **options)
        self.fields["reason"].help_text = _("Consumers and sales points read it.")


class ReinstateForm(MeasureForm):
    def __init__(self, *args, **options):
        super().__init__(*args, **options)
        self.fields["on"].label = _("From which day does the certificate count again?")
        self.fields["reason"].label = _("Why does the suspension end?")


class RestoreForm(ReasonForm):
    question, missing = _("Why may the certificate be restored?"), _("Say why the certificate may be restored.")
