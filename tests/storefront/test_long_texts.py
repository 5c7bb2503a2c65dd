"""What a browser lets through must not be too long for us."""

import pytest
from django import forms
from django.forms import ValidationError

from catalogue.long_texts import LongTextField
from cms.models import NewsPage
from storefront.checkout.forms import ContactForm
from storefront.office.alerts.forms import DecisionForm
from storefront.office.certificates.forms import RevokeForm
from storefront.office.forms import ReasonForm
from storefront.office.recalls.forms import RecallForm
from storefront.office.second_factor.forms import ResetForm
from storefront.office.suspicions.forms import HandlingForm
from storefront.portal.events.forms import EventForm, VoidForm
from storefront.public.complaints.forms import ComplaintForm
from storefront.public.complaints.models import Complaint
from storefront.public.suspicions.forms import SuspicionForm
from storefront.reviews.forms import ReviewForm

FORMS = (
    ContactForm, DecisionForm, RevokeForm, ReasonForm, RecallForm, ResetForm, HandlingForm, EventForm, VoidForm,
    ComplaintForm, SuspicionForm, ReviewForm,
)  # fmt: skip
FIELDS = [
    pytest.param(field, id=f"{form.__module__}.{name}")
    for form in FORMS
    for name, field in form.base_fields.items()
    if isinstance(field.widget, forms.Textarea)
]
FIELDS += [Complaint._meta.get_field("answer").formfield(), NewsPage._meta.get_field("summary").formfield()]


@pytest.mark.parametrize("field", FIELDS)
def test_a_line_break_counts_as_one_letter(field):
    assert isinstance(field, LongTextField)
    lines = "a\r\n" * (field.max_length // 2 - 1) + "a"  # as long as the browser allows
    assert len(field.clean(lines)) == lines.count("a") + lines.count("\n")
    assert "\r" not in field.clean("a\rb\r\nc")
    with pytest.raises(ValidationError):
        field.clean("a" + "\n" * field.max_length + "b")
