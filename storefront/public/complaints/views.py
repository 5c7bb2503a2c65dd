"""The complaints channel: the form, and the page of a number."""

from urllib.parse import urlencode

from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from catalogue.parameters import text_in
from storefront.public.intake import IntakeView, ReceivedView

from .forms import ComplaintForm
from .models import PREFIX, Complaint, Kind
from .queries import by_reference
from .services import send_complaint


class ComplaintView(IntakeView):
    address = "complaint"
    heading = _("Complaints and reports")
    number_prefix = PREFIX
    form_class = ComplaintForm
    template_name = "public/complaints/form.html"
    find = staticmethod(by_reference)

    @staticmethod
    def keep(**values) -> Complaint:
        return send_complaint(**values, language=get_language())

    def get(self, request, *args, **kwargs):
        """A code of a stamp leads to the one form for suspicions."""
        if "code" in request.GET:
            return redirect(
                f"{reverse('suspicion')}?{urlencode({'code': text_in(request.GET['code'], max_length=200)})}"
            )
        return super().get(request, *args, **kwargs)

    def get_initial(self) -> dict:
        """What a link to the form already says: `product` (slug), `about`, `kind`."""
        parameters = self.request.GET
        kind = parameters.get("kind", "")
        if kind not in Kind.values:
            kind = Kind.PRODUCT if parameters.get("product") else ""
        return {
            "kind": kind,
            "subject": text_in(parameters.get("about"), max_length=200),
            "product": text_in(parameters.get("product"), max_length=255),
        }


complaint = ComplaintView.as_view()
received = ReceivedView.as_view(intake=ComplaintView, template_name="public/complaints/received.html")
