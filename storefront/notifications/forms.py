from django import forms
from django.conf import settings
from django.utils.translation import gettext_lazy as _

from storefront.mail.services import optional_kinds


class MailWishesForm(forms.Form):
    """Which mails an account wants, and in which language."""

    language = forms.ChoiceField(
        label=_("Language of the mails"), choices=settings.LANGUAGES, widget=forms.RadioSelect
    )
    wanted = forms.MultipleChoiceField(
        label=_("Write to me when"), required=False, widget=forms.CheckboxSelectMultiple
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["wanted"].choices = [(kind.name, kind.label) for kind in optional_kinds()]
