"""Reports of suspicion: the form, and the page of a number."""

from django.utils.translation import gettext_lazy

from catalogue.base32 import code_in
from catalogue.parameters import text_in
from catalogue.traceability.stamps.serials import is_serial
from catalogue.traceability.suspicions import services as suspicions
from storefront.public.intake import IntakeView, ReceivedView
from storefront.public.suspicions.forms import SuspicionForm
from storefront.public.suspicions.services import receive_report


class SuspicionView(IntakeView):
    address = "suspicion"
    heading = gettext_lazy("Report a suspicious product")
    number_prefix = suspicions.PREFIX
    form_class = SuspicionForm
    template_name = "public/suspicions/form.html"
    find = staticmethod(suspicions.by_reference)
    keep = staticmethod(receive_report)

    def get_initial(self) -> dict:
        """What a link to the form already says: `code` of a stamp, or what somebody looked up and did not find."""
        looked_up = code_in(text_in(self.request.GET.get("about"), max_length=200), is_serial)
        return {"code": suspicions.code_in(self.request.GET.get("code", "")) or looked_up}


suspicion = SuspicionView.as_view()


received = ReceivedView.as_view(intake=SuspicionView, template_name="public/suspicions/received.html")
