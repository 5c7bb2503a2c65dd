"""Why something that people wrote is not shown."""

from django import forms
from django.utils.translation import gettext_lazy as _

from storefront.moderation import GROUNDS_OF_REVIEWS, Ground


class GroundForm(forms.Form):
    ground = forms.ChoiceField(
        label=_("Why is it not shown?"),
        choices=Ground.choices,
        widget=forms.RadioSelect,
        error_messages={"required": _("Please choose why it is not shown.")},
    )


class RemovalForm(GroundForm):
    """A review goes only on a ground of the law, and the log says why in words."""

    reason = forms.CharField(
        label=_("Why exactly?"),
        max_length=300,
        help_text=_("For the log, which is kept: name the sentence that breaks a rule."),
        error_messages={"required": _("Please say why; it is written down.")},
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["ground"].choices = [(ground.value, ground.label) for ground in GROUNDS_OF_REVIEWS]
