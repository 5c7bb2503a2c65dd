"""The outbox: mails as rows of the transactions that they tell of."""

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class OutgoingMail(models.Model):
    """One mail to one address (thư gửi đi). It is written when it is sent, from `kind` and `arguments`.

    `kind` and `key` are unique: what happened once is told once. The address and the arguments are forgotten as soon
    as nothing is to be sent any more.
    """

    class State(models.TextChoices):
        WAITING = "waiting", _("waiting")
        SENT = "sent", _("taken by the mail server")
        FAILED = "failed", _("not sent")
        GIVEN_UP = "given_up", _("given up")

    kind = models.CharField(_("kind"), max_length=40)
    key = models.CharField(max_length=100)
    about = models.CharField(_("about"), max_length=60, blank=True)
    to = models.EmailField(_("to"), max_length=254, blank=True)
    language = models.CharField(max_length=8)
    arguments = models.JSONField(default=dict)
    state = models.CharField(_("state"), max_length=8, choices=State.choices, default=State.WAITING)
    attempts = models.PositiveSmallIntegerField(_("attempts"), default=0)
    next_attempt_at = models.DateTimeField(_("next attempt"), default=timezone.now)
    reason = models.CharField(_("reason"), max_length=300, blank=True)
    is_refused = models.BooleanField(_("refused for good"), default=False)
    created_at = models.DateTimeField(_("made"), auto_now_add=True)
    ended_at = models.DateTimeField(_("ended"), null=True, blank=True)

    class Meta:
        ordering = ["-pk"]
        verbose_name = _("mail")
        verbose_name_plural = _("mails")
        constraints = [
            models.UniqueConstraint(fields=["kind", "key"], name="mail_once"),
            models.CheckConstraint(
                condition=(models.Q(state__in=("waiting", "failed")) & ~models.Q(to="")) | models.Q(to=""),
                name="mail_address_only_while_needed",
            ),
            models.CheckConstraint(
                condition=models.Q(state__in=("waiting", "failed"), ended_at=None)
                | models.Q(state__in=("sent", "given_up"), ended_at__isnull=False),
                name="mail_ended_at_some_time",
            ),
        ]
        indexes = [
            models.Index(fields=["next_attempt_at"], condition=models.Q(state="waiting"), name="mail_waiting"),
            models.Index(fields=["-id"], condition=models.Q(state="failed"), name="mail_failed"),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.key}"


class MailOptOut(models.Model):
    """A kind of mail that an account does not want; only kinds that are optional."""

    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="mail_opt_outs")
    kind = models.CharField(_("kind"), max_length=40)

    class Meta:
        verbose_name = _("mail that is not wanted")
        verbose_name_plural = _("mails that are not wanted")
        constraints = [models.UniqueConstraint(fields=["user", "kind"], name="mail_opt_out_once")]

    def __str__(self) -> str:
        return f"{self.user_id}: {self.kind}"
