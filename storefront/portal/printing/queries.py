"""What the print screens show."""

import dataclasses

from django.utils.formats import number_format
from django.utils.translation import gettext as _

from catalogue.traceability.models import Paper, PrintRun, PrintState, StampBatch
from catalogue.traceability.stamps import printing
from catalogue.traceability.stamps.signing import DIGITS, stamp_url
from media.sheets import PAPERS, layout, sheet_count
from media.stamps import stamp_image

SCANNER_MM = 0.396
"""Smallest module that GS1 allows for scanners at a till; phones read smaller ones."""
TONES = {
    PrintState.RELEASED: "good",
    PrintState.REFUSED: "bad",
    PrintState.FAILED: "bad",
}


@dataclasses.dataclass(frozen=True)
class RunRow:
    """A print run for a list or its own page."""

    run: PrintRun
    total: int
    sheets: int
    tone: str
    has_file: bool

    @property
    def percent(self) -> int:
        return self.run.done * 100 // self.total

    @property
    def is_open(self) -> bool:
        return self.run.state in printing.OPEN_STATES

    @property
    def may_retry(self) -> bool:
        """Failed, refused, or released with its file gone."""
        return not self.is_open and not self.has_file


def run_row(run: PrintRun) -> RunRow:
    total = printing.total_of(run)
    return RunRow(
        run=run,
        total=total,
        sheets=sheet_count(printing.paper_of(run), total),
        tone=TONES.get(run.state, ""),
        has_file=run.state == PrintState.RELEASED and printing.file_of(run).is_file(),
    )


def runs_of(batch: StampBatch) -> list[RunRow]:
    """All runs of a batch, newest first. One query."""
    return [run_row(run) for run in batch.print_runs.all()]


def next_range(batch: StampBatch) -> tuple[int, int] | None:
    """First stretch of the batch that is in no run yet, as long as one run may be; None when all are. One query."""
    taken = batch.print_runs.filter(state__in=printing.TAKEN_STATES).order_by("first").values_list("first", "last")
    start = 1
    for first, last in taken:
        if first > start:
            return start, min(first - 1, start + printing.MAX_STAMPS - 1)
        start = last + 1
    return (start, min(batch.count, start + printing.MAX_STAMPS - 1)) if start <= batch.count else None


def paper_choices(batch: StampBatch) -> list[tuple[str, str]]:
    """The papers with the size that the codes of this batch get on them."""
    longest = stamp_url(host=batch.host, serial=f"{batch.prefix}77777777", s="9" * (DIGITS + 1), gtin=batch.gtin)
    modules = stamp_image(longest).width
    return [(paper.value, _paper_label(paper, modules)) for paper in Paper]


def _paper_label(paper: Paper, modules: int) -> str:
    place = layout(PAPERS[paper.value], modules)
    facts = {
        "paper": paper.label,
        "side": f"{number_format(modules * place.module_mm, 0)}\N{NO-BREAK SPACE}mm",
        "module": f"{number_format(place.module_mm, 2)}\N{NO-BREAK SPACE}mm",
    }
    if place.module_mm < SCANNER_MM:
        return (
            _("%(paper)s: code %(side)s, squares of %(module)s (for phones; too fine for scanners at a till)") % facts
        )
    return _("%(paper)s: code %(side)s, squares of %(module)s") % facts
