"""Stamps: codes that lead from a pack or a page to the product and its verdict."""

from django.core.validators import RegexValidator
from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

SERIAL_PATTERN = r"^[0-9A-HJKMNP-TV-Z]{12}$"


class Stamp(models.Model):
    """Stamp (tem truy xuất) of a product: 12 characters of Crockford base32, unique, never reused.

    One stamp of a product is its page code (`is_page_code`), shown as a QR code on the product page.
    """

    code = models.CharField(max_length=12, unique=True, validators=[RegexValidator(SERIAL_PATTERN)])
    product = models.ForeignKey("catalogue.Product", on_delete=models.PROTECT, related_name="stamps")
    is_page_code = models.BooleanField(default=False)
    withdrawn_at = models.DateTimeField(null=True, blank=True)
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        verbose_name = _("stamp")
        verbose_name_plural = _("stamps")
        constraints = [
            models.CheckConstraint(condition=models.Q(code__regex=SERIAL_PATTERN), name="stamp_code_shape"),
            models.UniqueConstraint(
                fields=["product"], condition=models.Q(is_page_code=True), name="stamp_one_page_code"
            ),
        ]

    def __str__(self) -> str:
        return self.code

    def get_absolute_url(self) -> str:
        return reverse("stamp", args=[self.code])
