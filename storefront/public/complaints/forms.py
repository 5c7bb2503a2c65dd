"""What a visitor fills in, and what an officer does."""

from django import forms
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms import WagtailAdminModelForm

from catalogue.long_texts import LongTextField
from catalogue.parameters import text_in
from catalogue.products.models import Product
from storefront.form_fields import EmailField
from storefront.phones import PhoneField
from storefront.public.intake import IntakeForm

from .models import Complaint, Kind
from .services import StepRefused, check_step, handle_complaint

MAX_LETTERS = 4000


class PublicProductField(forms.CharField):
    """Slug of a public product → Product; anything else is nothing, for the field is not the visitor's."""

    widget = forms.HiddenInput

    def clean(self, value) -> Product | None:
        return product_by_slug(super().clean(value))


def product_by_slug(slug: str) -> Product | None:
    """The public product of a slug of today or before; None for anything else."""
    slug = text_in(slug, max_length=255)
    if not slug:
        return None
    try:
        product = Product.objects.by_slug(slug)
    except Product.DoesNotExist:
        return None
    return product if product.is_public else None


class ComplaintForm(IntakeForm):
    """A complaint. Only what it is about and the text are needed."""

    kind = forms.ChoiceField(
        label=_("What is it about?"),
        choices=Kind.choices,
        widget=forms.RadioSelect,
        error_messages={
            "required": _("Please choose what it is about."),
            "invalid_choice": _("Please choose what it is about."),
        },
    )
    subject = forms.CharField(
        label=_("Which one?"),
        required=False,
        max_length=200,
        help_text=_("Name of the product, order number, or address of the page."),
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )
    text = LongTextField(
        label=_("What happened?"),
        max_length=MAX_LETTERS,
        help_text=_("When, where, and what you would like us to do."),
        error_messages={
            "required": _("Please write in a few words what happened."),
            "max_length": _("The text is too long: at most %(limit_value)d letters."),
        },
        widget=forms.Textarea(attrs={"rows": 6, "autocomplete": "off"}),
    )
    name = forms.CharField(
        label=_("Your name"),
        required=False,
        max_length=120,
        widget=forms.TextInput(attrs={"autocomplete": "name"}),
    )
    phone = PhoneField(required=False)
    email = EmailField(
        label=_("E-mail"),
        required=False,
        help_text=_("If you leave one, we send the answer there."),
        widget=forms.EmailInput(attrs={"autocomplete": "email", "inputmode": "email"}),
    )
    product = PublicProductField(required=False)

    def clean_phone(self) -> str:
        phone = self.cleaned_data["phone"]
        return phone.as_e164 if phone else ""

    @property
    def known_product(self) -> Product | None:
        """The product the form is about, while it is shown."""
        return product_by_slug(self["product"].value())


class HandlingForm(WagtailAdminModelForm):
    """State and answer, through the service; what the visitor wrote is only shown."""

    forget_sender = forms.BooleanField(
        label=_("Remove name, phone number and e-mail"),
        required=False,
        help_text=_("When the sender asks for it, or when they are no longer needed. This cannot be undone."),
    )

    def clean(self):
        data = super().clean()
        if "state" in data:
            before = Complaint.objects.values_list("state", flat=True).get(pk=self.instance.pk)
            try:
                check_step(before=before, state=data["state"], answer=data.get("answer", ""))
            except StepRefused as refusal:
                raise forms.ValidationError(refusal.message) from refusal
        return data

    def save(self, commit=True):
        return handle_complaint(
            complaint=self.instance,
            state=self.cleaned_data["state"],
            answer=self.cleaned_data["answer"],
            by=self.for_user,
            forget_sender=self.cleaned_data["forget_sender"],
        )
