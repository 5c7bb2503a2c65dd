"""Forms of the recall screens."""

import re

from django import forms
from django.utils.translation import gettext_lazy as _

from catalogue.base32 import code_in
from catalogue.long_texts import LongTextField
from catalogue.traceability.models import Lot, RecallScope, Stamp, StampBatch
from catalogue.traceability.recalls.services import trace_forward
from catalogue.traceability.stamps.serials import is_serial
from storefront.office.forms import ReasonForm

REASON_LETTERS = 600


class PositionField(forms.CharField):
    """A stamp by its place in the batch or by its whole number."""

    def __init__(self, **options):
        super().__init__(
            required=False, max_length=40, widget=forms.TextInput(attrs={"autocomplete": "off"}), **options
        )
        self.batch: StampBatch | None = None

    def clean(self, value) -> int | None:
        text = super().clean(value)
        if not text:
            return None
        if re.fullmatch(r"[0-9]{1,7}", text):
            return int(text)
        code = code_in(text, is_serial)
        stamp = None
        if self.batch and code:
            stamp = Stamp.objects.filter(code=code, batch=self.batch).first()
        if stamp is None:
            raise forms.ValidationError(_("This is neither a place in the batch nor a stamp of it."))
        return stamp.position


class RecallForm(forms.Form):
    """Reason and confirmation; for a batch also how much of it, for a lot also what was made from it."""

    scope = forms.ChoiceField(
        label=_("What is recalled?"),
        choices=[(RecallScope.BATCH, _("the whole batch")), (RecallScope.RANGE, _("a part of it, from … to …"))],
        widget=forms.RadioSelect,
        error_messages={"required": _("Please choose the whole batch or a part of it.")},
    )
    first = PositionField(
        label=_("First pack"), help_text=_("Place in the batch, such as 1, or the whole number of the stamp.")
    )
    last = PositionField(label=_("Last pack"))
    made_from = forms.MultipleChoiceField(
        label=_("Recall these lots too, which have it in them"), required=False, widget=forms.CheckboxSelectMultiple
    )
    reason = LongTextField(
        label=_("Reason"),
        max_length=REASON_LETTERS,
        help_text=_("Consumers and sales points read it: what is wrong, what to do with a pack."),
        widget=forms.Textarea(attrs={"rows": 4, "autocomplete": "off"}),
        error_messages={"required": _("A recall needs its reason, in words that consumers understand.")},
    )
    is_sure = forms.BooleanField(
        label=_("Yes, warn everybody now. Only two officers together can take it back."),
        error_messages={"required": _("Please confirm.")},
    )

    def __init__(self, *args, lot: Lot | None = None, batch: StampBatch | None = None, **options):
        super().__init__(*args, **options)
        self.made = trace_forward(lot) if lot else []
        if batch:
            self.fields["first"].batch = self.fields["last"].batch = batch
        else:
            for name in ("scope", "first", "last"):
                del self.fields[name]
        if self.made:
            self.fields["made_from"].choices = [
                (made.pk, f"{made.code} · {made.product.title}") for made in self.made
            ]
        else:
            del self.fields["made_from"]

    @property
    def chosen_lots(self) -> list[Lot]:
        """The lots made from this one that are to be recalled too."""
        chosen = {int(pk) for pk in self.cleaned_data.get("made_from", ())}
        return [made for made in self.made if made.pk in chosen]


class EndForm(ReasonForm):
    question, missing = _("Why may the recall end?"), _("Say why the recall may end.")
