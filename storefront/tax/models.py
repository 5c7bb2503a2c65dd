"""What is known of taxes: of products and sellers for orders to come, and as it was at ordering for each line."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from .codes import is_personal, masked
from .rates import RATED, VatKind
from .secrecy import SealedField


class OfferVat(models.Model):
    """Value added tax of what a seller sells, as it says itself. No row: not known.

    Of the offer and not of the product: the same goods bear a rate from a company, and none from a household.
    """

    stock_record = models.OneToOneField("partner.StockRecord", on_delete=models.CASCADE, related_name="vat")
    kind = models.CharField(_("value added tax"), max_length=8, choices=VatKind.choices)
    set_at = models.DateTimeField(auto_now=True)
    set_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )

    class Meta:
        verbose_name = _("value added tax of an offer")
        verbose_name_plural = _("value added tax of offers")
        constraints = [models.CheckConstraint(condition=Q(kind__in=VatKind.values), name="offer_vat_is_known_kind")]

    def __str__(self) -> str:
        return f"{self.stock_record_id}: {self.kind}"


class Taxpayer(models.Model):
    """Somebody's tax code. A code that is a personal number is private: encrypted, and without history, so that it
    can be forgotten."""

    published_code = models.CharField(_("tax code"), max_length=14, blank=True)
    personal_number = SealedField(_("personal number"), blank=True, default="")

    class Meta:
        abstract = True
        constraints = [
            models.CheckConstraint(
                condition=Q(published_code="") | Q(published_code__regex=r"^[0-9]{10}(-[0-9]{3})?$"),
                name="%(class)s_code_is_written_one_way",
            )
        ]

    @property
    def tax_code(self) -> str:
        """In full: for those whom it concerns (decision 28)."""
        return self.personal_number or self.published_code

    @tax_code.setter
    def tax_code(self, code: str) -> None:
        """`code` as `clean_tax_code` gives it."""
        is_private = is_personal(code)
        self.published_code, self.personal_number = ("", code) if is_private else (code, "")

    @property
    def shown_code(self) -> str:
        """For lists."""
        return masked(self.tax_code)


class SellerTax(Taxpayer):
    """Tax code of a seller, and the tax on its delivery."""

    partner = models.OneToOneField("partner.Partner", on_delete=models.CASCADE, related_name="tax")
    delivery_kind = models.CharField(
        _("value added tax of delivery"), max_length=8, choices=VatKind.choices, default=VatKind.UNKNOWN
    )
    set_at = models.DateTimeField(auto_now=True)
    set_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )

    class Meta(Taxpayer.Meta):
        abstract = False
        verbose_name = _("taxes of a seller")
        verbose_name_plural = _("taxes of sellers")

    def __str__(self) -> str:
        return str(self.partner_id)


class InvoiceRequest(Taxpayer):
    """To whom the sellers of an order make out their invoices, where the buyer wants any."""

    order = models.OneToOneField("order.Order", on_delete=models.CASCADE, related_name="invoice_request")
    name = models.CharField(_("name on the invoice"), max_length=200)
    address = models.CharField(_("address on the invoice"), max_length=300)

    class Meta(Taxpayer.Meta):
        abstract = False
        verbose_name = _("request for an invoice")
        verbose_name_plural = _("requests for invoices")

    def __str__(self) -> str:
        return str(self.order_id)


class Snapshot(models.Model):
    """Kind and rate at ordering; later changes do not touch them."""

    kind = models.CharField(max_length=8, choices=VatKind.choices)
    percent = models.PositiveSmallIntegerField(null=True, blank=True)

    class Meta:
        abstract = True
        constraints = [
            models.CheckConstraint(
                condition=Q(percent=None) | Q(kind__in=RATED, percent__lte=100), name="%(class)s_rate_fits_its_kind"
            )
        ]


class LineVat(Snapshot):
    """Value added tax of a line of an order."""

    line = models.OneToOneField("order.Line", on_delete=models.CASCADE, related_name="vat")

    class Meta(Snapshot.Meta):
        abstract = False
        verbose_name = _("value added tax of an order line")
        verbose_name_plural = _("value added tax of order lines")

    def __str__(self) -> str:
        return f"{self.line_id}: {self.kind}"


class DeliveryVat(Snapshot):
    """Value added tax of the delivery of a parcel."""

    parcel = models.OneToOneField("order.Parcel", on_delete=models.CASCADE, related_name="delivery_vat")

    class Meta(Snapshot.Meta):
        abstract = False
        verbose_name = _("value added tax of a delivery")
        verbose_name_plural = _("value added tax of deliveries")

    def __str__(self) -> str:
        return f"{self.parcel_id}: {self.kind}"
