"""What an administrator fills in to have somebody's second factor reset."""

from django import forms
from django.utils.translation import gettext_lazy as _

from catalogue.long_texts import LongTextField
from storefront.accounts.models import User
from storefront.form_fields import EmailField


class ResetForm(forms.Form):
    """Whose second step, and why. `person` after validation is an account."""

    person = EmailField(label=_("E-mail of the account"), widget=forms.EmailInput(attrs={"autocomplete": "off"}))
    reason = LongTextField(
        label=_("Why does the second step have to be reset?"),
        help_text=_("And how you know that it is really this person who asks. It is kept for ever."),
        max_length=300,
        widget=forms.Textarea(attrs={"rows": 3, "autocomplete": "off"}),
        error_messages={"required": _("Say why the second step has to be reset.")},
    )

    def clean_person(self) -> User:
        person = User.objects.filter(email__iexact=self.cleaned_data["person"], is_active=True).first()
        if person is None:
            raise forms.ValidationError(_("There is no active account with this address."))
        return person
