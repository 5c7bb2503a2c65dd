from django import forms
from django.utils.translation import gettext_lazy as _

from storefront.form_fields import EmailField
from storefront.public.intake import IntakeForm


class StockAlertForm(IntakeForm):
    """Where a guest is told; members need not say it."""

    email = EmailField(
        label=_("E-mail"),
        help_text=_("We send one mail to confirm and one when it can be bought, and delete the address afterwards."),
        widget=forms.EmailInput(attrs={"autocomplete": "email", "inputmode": "email"}),
        error_messages={"required": _("Please enter your e-mail address.")},
    )

    def __init__(self, *args, is_member: bool = False, **kwargs):
        super().__init__(*args, **kwargs)
        if is_member:
            del self.fields["email"]
