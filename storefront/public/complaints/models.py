"""Complaints and reports that visitors send to the department."""

import pghistory
from django.conf import settings
from django.contrib import admin
from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from catalogue import references
from catalogue.long_texts import LongText

PREFIX = "GY-"
"""Góp ý."""


def new_reference() -> str:
    """`GY-` and ten random characters."""
    return PREFIX + references.new_reference()


class Kind(models.TextChoices):
    """What a complaint is about (nội dung góp ý, phản ánh)."""

    PRODUCT = "product", _("A product: quality, label, information")
    ORDER = "order", _("An order: delivery, payment, return")
    CERTIFICATE = "certificate", _("A certificate or its stars")
    CONTENT = "content", _("Something wrong on this site")
    OTHER = "other", _("Something else")


class State(models.TextChoices):
    """How far the department is (tình trạng xử lý)."""

    NEW = "new", _("received, not yet read")
    IN_HAND = "in_hand", _("being looked into")
    CLOSED = "closed", _("answered and closed")


@pghistory.track(
    fields=["state", "answer", "handled_by"],
    model_name="ComplaintEvent",
    obj_field=pghistory.ObjForeignKey(related_name="events"),
)
class Complaint(models.Model):
    """Complaint or report (góp ý, phản ánh) of a visitor; a closed one has an answer.

    The history keeps what the department did, not who wrote: contact data can be taken out for good.
    """

    reference = models.CharField(
        _("reference number"), max_length=20, unique=True, default=new_reference, editable=False
    )
    kind = models.CharField(_("about"), max_length=12, choices=Kind.choices)
    product = models.ForeignKey(
        "catalogue.Product",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
        verbose_name=_("product"),
    )
    subject = models.CharField(_("which one"), max_length=200, blank=True)
    text = LongText(_("text"), max_length=4000)
    name = models.CharField(_("name"), max_length=120, blank=True)
    phone = models.CharField(_("phone number"), max_length=20, blank=True)
    email = models.EmailField(_("e-mail"), max_length=254, blank=True)
    language = models.CharField(max_length=5, default="vi", editable=False)
    state = models.CharField(_("state"), max_length=8, choices=State.choices, default=State.NEW)
    answer = LongText(
        _("answer"),
        max_length=4000,
        blank=True,
        help_text=_("Whoever has the reference number reads it. Write no personal data."),
    )
    handled_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        editable=False,
        verbose_name=_("handled by"),
    )
    created_at = models.DateTimeField(_("received at"), auto_now_add=True)
    updated_at = models.DateTimeField(_("last change"), auto_now=True)

    class Meta:
        ordering = ["-created_at", "-id"]
        verbose_name = _("complaint")
        verbose_name_plural = _("complaints")
        default_permissions = ("view", "change", "delete")  # nobody adds one but the sender
        indexes = [models.Index(fields=["state", "-created_at"], name="complaint_queue")]
        constraints = [
            models.CheckConstraint(condition=models.Q(kind__in=Kind.values), name="complaint_kind"),
            models.CheckConstraint(condition=models.Q(state__in=State.values), name="complaint_state"),
            models.CheckConstraint(condition=~models.Q(text=""), name="complaint_has_a_text"),
            models.CheckConstraint(
                condition=~models.Q(state="closed") | ~models.Q(answer=""),
                name="complaint_closed_has_answer",
                violation_error_message=_("A closed complaint needs an answer."),
            ),
        ]

    def __str__(self) -> str:
        return self.reference

    def get_absolute_url(self) -> str:
        return reverse("complaint-received", args=[self.reference])

    @property
    @admin.display(description=_("which one"))
    def about(self) -> str:
        """The product, and what it is about in the sender's words."""
        return " · ".join(filter(None, [self.product.title if self.product else "", self.subject]))
