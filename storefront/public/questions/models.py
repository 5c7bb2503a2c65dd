"""Questions about a product (hỏi đáp) and their answers. Both are read before anybody sees them."""

from django.conf import settings
from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from catalogue import references
from catalogue.long_texts import LongText
from storefront.moderation import Ground, State

PREFIX = "CH-"
"""Câu hỏi."""
MAX_QUESTION, MAX_ANSWER = 1000, 2000


def new_reference() -> str:
    """`CH-` and ten random characters."""
    return PREFIX + references.new_reference()


_REFUSED_ON_A_GROUND = models.Q(state="refused") ^ models.Q(ground="")


class Question(models.Model):
    """What somebody wants to know. `email` is where the answer goes; it is forgotten once it has gone there."""

    reference = models.CharField(
        _("reference number"), max_length=20, unique=True, default=new_reference, editable=False
    )
    product = models.ForeignKey("catalogue.Product", on_delete=models.CASCADE, related_name="questions")
    text = LongText(_("question"), max_length=MAX_QUESTION)
    name = models.CharField(_("name"), max_length=60, blank=True)
    email = models.EmailField(_("e-mail"), max_length=254, blank=True)
    language = models.CharField(max_length=5, default="vi")
    state = models.CharField(max_length=7, choices=State.choices, default=State.WAITING)
    ground = models.CharField(max_length=9, choices=Ground.choices, blank=True)
    judged_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    created_at = models.DateTimeField(_("received at"), auto_now_add=True)

    class Meta:
        ordering = ["-created_at", "-pk"]
        verbose_name = _("question")
        verbose_name_plural = _("questions")
        indexes = [models.Index(fields=["product", "state", "-created_at"], name="question_of_product")]
        constraints = [
            models.CheckConstraint(condition=~models.Q(text=""), name="question_has_a_text"),
            models.CheckConstraint(condition=models.Q(state__in=State.values), name="question_state_is_known"),
            models.CheckConstraint(condition=_REFUSED_ON_A_GROUND, name="question_refused_on_a_ground"),
        ]

    def __str__(self) -> str:
        return self.text[:60]

    def get_absolute_url(self) -> str:
        return reverse("product-question", args=[self.product.slug, self.reference])


class Answer(models.Model):
    """The answer of the producer or of the department."""

    class Side(models.TextChoices):
        PRODUCER = "producer", _("Producer")
        OFFICE = "office", _("Department")

    question = models.OneToOneField(Question, on_delete=models.CASCADE, related_name="answer")
    side = models.CharField(max_length=8, choices=Side.choices)
    text = LongText(_("answer"), max_length=MAX_ANSWER)
    state = models.CharField(max_length=7, choices=State.choices, default=State.WAITING)
    ground = models.CharField(max_length=9, choices=Ground.choices, blank=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")
    at = models.DateTimeField(auto_now=True)

    class Meta:
        verbose_name = _("answer")
        verbose_name_plural = _("answers")
        constraints = [
            models.CheckConstraint(condition=~models.Q(text=""), name="answer_has_a_text"),
            models.CheckConstraint(condition=models.Q(state__in=State.values), name="answer_state_is_known"),
            models.CheckConstraint(condition=_REFUSED_ON_A_GROUND, name="answer_refused_on_a_ground"),
        ]

    def __str__(self) -> str:
        return self.text[:60]
