"""What stands beside Oscar's review: the line that was bought, a photo, the producer's reply, the log of removals."""

import pgtrigger
from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from catalogue.long_texts import LongText
from media.storage import private_storage
from storefront.moderation import GROUNDS_OF_REVIEWS, Ground, State

MAX_REPLY = 1500


class Purchase(models.Model):
    """The delivered line of an order that gives its buyer a say; one review for each line.

    `photo` was written anew (`media.uploads`). It lies where nobody fetches it: a view shows it once the review is.
    """

    review = models.OneToOneField("reviews.ProductReview", on_delete=models.CASCADE, related_name="purchase")
    line = models.OneToOneField("order.Line", on_delete=models.CASCADE, related_name="review")
    photo = models.FileField(storage=private_storage, upload_to="reviews/%Y", max_length=120, blank=True)
    photo_width = models.PositiveIntegerField(default=0)
    photo_height = models.PositiveIntegerField(default=0)

    class Meta:
        verbose_name = _("purchase behind a review")
        verbose_name_plural = _("purchases behind reviews")

    def __str__(self) -> str:
        return f"review {self.review_id} of line {self.line_id}"


class Reply(models.Model):
    """What the producer says to a review (phản hồi); shown once it was read."""

    review = models.OneToOneField("reviews.ProductReview", on_delete=models.CASCADE, related_name="reply")
    text = LongText(_("reply"), max_length=MAX_REPLY)
    state = models.CharField(max_length=7, choices=State.choices, default=State.WAITING)
    ground = models.CharField(max_length=9, choices=Ground.choices, blank=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")
    at = models.DateTimeField(auto_now=True)

    class Meta:
        verbose_name = _("reply to a review")
        verbose_name_plural = _("replies to reviews")
        constraints = [
            models.CheckConstraint(condition=~models.Q(text=""), name="reply_has_a_text"),
            models.CheckConstraint(condition=models.Q(state__in=State.values), name="reply_state_is_known"),
            models.CheckConstraint(
                condition=models.Q(state="refused") ^ models.Q(ground=""), name="reply_refused_on_a_ground"
            ),
        ]

    def __str__(self) -> str:
        return self.text[:40]


class Removal(models.Model):
    """The log of what was taken away from reviews and given back: added, never changed or deleted.

    `review_number` is no foreign key: the log outlives the review. What was written is kept for whoever has to judge
    the removal; it is shown to nobody else.
    """

    class Act(models.TextChoices):
        REMOVED = "removed", _("removed")
        RESTORED = "restored", _("shown again")

    review_number = models.BigIntegerField()
    product = models.ForeignKey("catalogue.Product", on_delete=models.PROTECT, related_name="+")
    act = models.CharField(max_length=8, choices=Act.choices)
    ground = models.CharField(max_length=9, choices=Ground.choices, blank=True)
    reason = models.CharField(_("reason"), max_length=300, blank=True)
    score = models.PositiveSmallIntegerField()
    title = models.CharField(max_length=255)
    body = models.TextField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["-pk"]
        verbose_name = _("removal of a review")
        verbose_name_plural = _("removals of reviews")
        indexes = [models.Index(fields=["product", "review_number"], name="removal_of_product")]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(act="restored", ground="")
                | (models.Q(act="removed", ground__in=GROUNDS_OF_REVIEWS) & ~models.Q(reason="")),
                name="removal_on_a_ground_of_the_law",
            )
        ]
        triggers = [pgtrigger.Protect(name="removal_is_kept", operation=pgtrigger.Update | pgtrigger.Delete)]

    def __str__(self) -> str:
        return f"{self.act} {self.review_number}"
