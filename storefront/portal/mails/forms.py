"""Which mails a person wants to get about a producer."""

from django import forms
from django.utils.translation import gettext_lazy as _

from storefront.order.models import SellerMails


class MailsForm(forms.ModelForm):
    class Meta:
        model = SellerMails
        fields = ("has_new_parcels", "has_messages", "has_daily")
        labels = {
            "has_new_parcels": _("A mail for each new order"),
            "has_messages": _("A mail when a buyer writes"),
            "has_daily": _("Each morning what waits, if something does"),
        }
