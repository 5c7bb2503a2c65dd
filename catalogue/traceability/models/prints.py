"""Print runs: sheets of stamps made by the worker and checked before anybody may have them."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Paper(models.TextChoices):
    """Label papers: A4 with this many stamps a sheet, or a roll with one."""

    A4_65 = "a4-65", _("A4, 65 a sheet (38.1 × 21.2 mm)")
    A4_48 = "a4-48", _("A4, 48 a sheet (45.7 × 21.2 mm)")
    A4_40 = "a4-40", _("A4, 40 a sheet (48.5 × 25.4 mm)")
    A4_24 = "a4-24", _("A4, 24 a sheet (70 × 37 mm)")
    ROLL = "roll", _("roll, 50 × 30 mm")


class PrintState(models.TextChoices):
    QUEUED = "queued", _("waiting")
    RUNNING = "running", _("being made")
    CHECKING = "checking", _("being read back")
    RELEASED = "released", _("ready")
    REFUSED = "refused", _("refused: codes could not be read")
    FAILED = "failed", _("failed")


class PrintRun(models.Model):
    """Print of a range of a batch. `decoded` of `sampled` codes were read back from the file at 300 dpi."""

    batch = models.ForeignKey("traceability.StampBatch", on_delete=models.PROTECT, related_name="print_runs")
    paper = models.CharField(_("paper"), max_length=6, choices=Paper.choices)
    first = models.PositiveIntegerField(_("from"))
    last = models.PositiveIntegerField(_("to"))
    state = models.CharField(_("state"), max_length=8, choices=PrintState.choices, default=PrintState.QUEUED)
    done = models.PositiveIntegerField(default=0, help_text=_("Stamps drawn so far."))
    sampled = models.PositiveIntegerField(default=0)
    decoded = models.PositiveIntegerField(default=0)
    file = models.CharField(max_length=200, blank=True, default="")
    problem = models.CharField(max_length=300, blank=True, default="")
    created_by = models.ForeignKey(
        "accounts.User", null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    created_at = models.DateTimeField(auto_now_add=True)
    finished_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["-id"]
        verbose_name = _("print run")
        verbose_name_plural = _("print runs")
        constraints = [
            models.CheckConstraint(
                condition=models.Q(first__gte=1, last__gte=models.F("first")), name="print_run_range"
            ),
            models.CheckConstraint(
                condition=~models.Q(state="released") | models.Q(sampled__gte=1, decoded=models.F("sampled")),
                name="print_run_released_only_if_read",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.batch_id}: {self.first}–{self.last}"
