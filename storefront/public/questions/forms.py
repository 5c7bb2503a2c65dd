"""What a visitor asks, and what is answered."""

from django import forms
from django.utils.translation import gettext_lazy as _

from catalogue.long_texts import LongTextField
from storefront.form_fields import EmailField
from storefront.public.intake import IntakeForm

from .models import MAX_ANSWER, MAX_QUESTION


class QuestionForm(IntakeForm):
    text = LongTextField(
        label=_("Your question"),
        max_length=MAX_QUESTION,
        help_text=_("Everybody can read it once the department has read it. Please no personal data."),
        widget=forms.Textarea(attrs={"rows": 3, "autocomplete": "off"}),
        error_messages={
            "required": _("Please write your question."),
            "max_length": _("The text is too long: at most %(limit_value)d letters."),
        },
    )
    name = forms.CharField(
        label=_("Name to show"),
        required=False,
        max_length=60,
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )
    email = EmailField(
        label=_("E-mail"),
        required=False,
        help_text=_("Only for the answer; nobody sees it, and we delete it once the answer has been sent."),
        widget=forms.EmailInput(attrs={"autocomplete": "email", "inputmode": "email"}),
    )


class AnswerForm(forms.Form):
    text = LongTextField(
        label=_("Answer"),
        max_length=MAX_ANSWER,
        help_text=_("Everybody reads it. No personal data."),
        widget=forms.Textarea(attrs={"rows": 4, "autocomplete": "off"}),
        error_messages={"required": _("Please write a few words.")},
    )
