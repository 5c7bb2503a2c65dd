"""What consumers report, and what was sent to the national portal."""

import pgtrigger
from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _


class SuspicionReport(models.Model):
    """Report of a suspicious product by a consumer. No name is asked; a contact is voluntary."""

    class State(models.TextChoices):
        NEW = "new", _("new")
        IN_HAND = "in_hand", _("in hand")
        CLOSED = "closed", _("closed")

    reference = models.CharField(max_length=10, unique=True, editable=False)
    code = models.CharField(_("code on the stamp"), max_length=64, blank=True)
    stamp = models.ForeignKey("traceability.Stamp", null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    text = models.TextField(_("what is wrong"), max_length=2000)
    where = models.CharField(_("where it was seen"), max_length=200, blank=True)
    contact = models.CharField(_("how to reach you"), max_length=120, blank=True)
    photo = models.ForeignKey("media.Evidence", null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    state = models.CharField(_("state"), max_length=7, choices=State.choices, default=State.NEW)
    note = models.TextField(_("note of the inspector"), blank=True)
    inspector = models.ForeignKey("accounts.User", null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    created_at = models.DateTimeField(auto_now_add=True)
    closed_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["-id"]
        verbose_name = _("report of a suspicious product")
        verbose_name_plural = _("reports of suspicious products")
        triggers = [
            pgtrigger.Protect(
                name="photo_stays", operation=pgtrigger.UpdateOf("photo_id"), condition=pgtrigger.AnyChange("photo")
            ),
        ]

    def __str__(self) -> str:
        return self.reference

    def get_absolute_url(self) -> str:
        """The page of the number, for whoever sent the report."""
        return reverse("suspicion-received", args=[self.reference])


class PortalDelivery(models.Model):
    """One document for the national portal (Decree 37/2026/NĐ-CP, Art. 27): waiting, delivered or given up."""

    class State(models.TextChoices):
        WAITING = "waiting", _("waiting")
        DELIVERED = "delivered", _("delivered")
        REFUSED = "refused", _("refused")

    adapter = models.CharField(max_length=20)
    product = models.ForeignKey("catalogue.Product", on_delete=models.CASCADE, related_name="portal_deliveries")
    digest = models.CharField(max_length=64)
    document = models.JSONField()
    state = models.CharField(max_length=9, choices=State.choices, default=State.WAITING)
    attempts = models.PositiveSmallIntegerField(default=0)
    next_attempt_at = models.DateTimeField(null=True, blank=True)
    answer = models.TextField(blank=True)
    created_at = models.DateTimeField(auto_now_add=True)
    delivered_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["id"]
        verbose_name = _("delivery to the portal")
        verbose_name_plural = _("deliveries to the portal")
        constraints = [
            models.UniqueConstraint(fields=["adapter", "product", "digest"], name="portal_delivery_once"),
        ]

    def __str__(self) -> str:
        return f"{self.adapter} {self.product_id}"
