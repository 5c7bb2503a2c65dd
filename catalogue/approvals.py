"""Acts under two eyes (nguyên tắc hai người): one person asks and says why, another one agrees, or somebody refuses.

A request is a row of a model that extends `ApprovalRequest`; the database itself refuses that one person does both,
two open requests for the same thing, a second answer, and the deletion of a row. What is done when the second
person agrees, and who may ask and agree, is the caller's.

    class Restoration(ApprovalRequest):
        certificate = models.ForeignKey(…)

        class Meta(ApprovalRequest.Meta):
            constraints = [*ApprovalRequest.Meta.constraints, one_open_request("certificate")]
            triggers = kept_and_answered_once("restoration")
"""

from typing import TypeVar

import pgtrigger
from django.db import models
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from .errors import Refusal
from .history import HistoryStep
from .users import User

RequestT = TypeVar("RequestT", bound="ApprovalRequest")


class ApprovalRefused(Refusal):
    """This cannot be asked for or agreed to like that; `message` says why."""


class ApprovalRequest(models.Model):
    """Asked for once, answered once, kept for ever."""

    reason = models.CharField(_("reason"), max_length=300)
    asked_by = models.ForeignKey("accounts.User", on_delete=models.PROTECT, related_name="+")
    asked_at = models.DateTimeField(auto_now_add=True)
    answered_by = models.ForeignKey(
        "accounts.User", null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    answered_at = models.DateTimeField(null=True, blank=True)
    is_agreed = models.BooleanField(default=False)

    class Meta:
        abstract = True
        ordering = ["-id"]
        constraints = [
            models.CheckConstraint(condition=~models.Q(reason=""), name="%(class)s_has_reason"),
            models.CheckConstraint(
                condition=models.Q(answered_by__isnull=True, answered_at__isnull=True, is_agreed=False)
                | models.Q(answered_by__isnull=False, answered_at__isnull=False),
                name="%(class)s_answer_whole",
            ),
            models.CheckConstraint(
                condition=models.Q(is_agreed=False) | ~models.Q(answered_by=models.F("asked_by")),
                name="%(class)s_two_people",
            ),
        ]

    @property
    def is_open(self) -> bool:
        """Nobody has answered yet."""
        return self.answered_at is None


def one_open_request(subject: str) -> models.UniqueConstraint:
    """At most one request that waits for an answer, for each value of the field `subject`."""
    return models.UniqueConstraint(
        fields=[subject], condition=models.Q(answered_at__isnull=True), name="%(class)s_one_open"
    )


def kept_and_answered_once(name: str) -> list[pgtrigger.Trigger]:
    """Triggers for a model whose requests are called `name`: no row is deleted, no answer changed."""
    return [
        pgtrigger.Protect(name=f"{name}_is_kept", operation=pgtrigger.Delete),
        pgtrigger.Protect(
            name=f"{name}_answered_once",
            operation=pgtrigger.Update,
            condition=pgtrigger.Q(old__answered_at__isnull=False),
        ),
    ]


def check_reason(reason: str, *, missing: str | Promise) -> str:
    """The reason without blanks around it. ApprovalRefused with the text `missing` where there is none."""
    reason = reason.strip()
    if not reason:
        raise ApprovalRefused(missing)
    return reason


def open_request(requests: models.Manager[RequestT]) -> RequestT | None:
    """The one of these requests that waits for an answer. One query."""
    return requests.filter(answered_at=None).select_related("asked_by").first()


def check_none_open(requests: models.Manager[RequestT], *, already: str | Promise) -> None:
    """ApprovalRefused with the text `already` where one of these requests waits for an answer."""
    if open_request(requests):
        raise ApprovalRefused(already)


def request_to_answer(requests: models.Manager[RequestT], *, nobody: str | Promise) -> RequestT:
    """The request that waits. ApprovalRefused with the text `nobody` where there is none."""
    request = open_request(requests)
    if request is None:
        raise ApprovalRefused(nobody)
    return request


def check_agreed(request: ApprovalRequest) -> None:
    """ApprovalRefused unless a second person has agreed: for acts that nobody may do alone."""
    if not request.is_agreed or request.asked_by_id == request.answered_by_id:
        raise ApprovalRefused(_("A second person has to agree first."))


def history_steps(requests: models.Manager[RequestT], *, asked: str, agreed: str, refused: str) -> list[HistoryStep]:
    """Who asked, agreed and refused, under these labels: steps ask, agree and refuse. One query."""
    steps = []
    for request in requests.all():
        steps.append(HistoryStep(request.asked_at, "ask", asked, request.asked_by_id, request.reason))
        if request.answered_at:
            step, label = ("agree", agreed) if request.is_agreed else ("refuse", refused)
            steps.append(HistoryStep(request.answered_at, step, label, request.answered_by_id))
    return steps


def answer(request: ApprovalRequest, *, by: User, is_agreed: bool) -> None:
    """Note the answer on a row that the caller has locked.

    ApprovalRefused for a second answer, and for agreeing to one's own request.
    """
    if not request.is_open:
        raise ApprovalRefused(_("This request has been answered already."))
    if is_agreed and request.asked_by_id == by.pk:
        raise ApprovalRefused(_("A second person has to agree; you asked for it yourself."))
    request.answered_by, request.answered_at, request.is_agreed = by, timezone.now(), is_agreed
    request.save()
