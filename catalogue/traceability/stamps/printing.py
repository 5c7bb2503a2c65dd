"""Print runs: sheets of a range of a batch, drawn by the worker part by part and read back before anybody has them.

A run goes queued → running → checking → released, or ends as refused or failed. Each step is one transaction under
the lock of the run, and names the next one in the same transaction: a killed worker costs one part, which is drawn
again into the same file. Places in the batch decide what a part holds, so nothing can be there twice or be missing.
"""

import errno
import io
import logging
import math
import os
import random
from collections.abc import Iterator
from pathlib import Path

import pypdfium2
from django.conf import settings
from django.db import transaction
from django.utils import timezone, translation
from django.utils.translation import gettext as _
from django_tasks import task
from PIL import Image

from catalogue.traceability.errors import TraceRefused
from catalogue.traceability.models import PrintRun, PrintState, StampBatch, StampState
from catalogue.traceability.stamps.batches import claim_at_print, mark_printed
from catalogue.traceability.stamps.keys import KeyProblem, Signer, signer_for
from catalogue.traceability.stamps.queries import generated_count
from catalogue.users import User
from media.sheets import DOTS_AN_INCH, PAPERS, Paper, StampText, Words, sheets_pdf
from media.stamps import read_stamp

logger = logging.getLogger(__name__)

MAX_STAMPS = 100_000
"""Stamps in one run: a file of about 35 MB."""
STAMPS_A_PART = 650
"""Stamps drawn in one step, about a second: how far a kill sets a run back."""
SAMPLED_STAMPS = 200
"""Stamps read back before release: all of the first and last sheet, and of others until there are so many."""
OPEN_STATES = (PrintState.QUEUED, PrintState.RUNNING, PrintState.CHECKING)
TAKEN_STATES = (*OPEN_STATES, PrintState.RELEASED)


# -- asking for a run ----------------------------------------------------------------------------------------------


@transaction.atomic
def start_run(*, batch: StampBatch, paper: str, first: int, last: int, by: User | None = None) -> PrintRun:
    """Ask for the stamps `first` to `last` of a batch on a paper. TraceRefused if they cannot be printed (again)."""
    locked = StampBatch.objects.select_for_update().get(pk=batch.pk)
    if locked.state == StampState.VOID:
        raise TraceRefused(_("This batch is void; its stamps are not printed any more."))
    if paper not in PAPERS:
        raise TraceRefused(_("Choose one of the papers."), field="paper")
    if not 1 <= first <= last <= locked.count:
        raise TraceRefused(
            _("The stamps must lie within 1 and %(count)s, from the lower number to the higher one.")
            % {"count": locked.count},
            field="last",
        )
    if last - first >= MAX_STAMPS:
        raise TraceRefused(
            _("Print at most %(most)s stamps at once; take the others in further runs.") % {"most": MAX_STAMPS},
            field="last",
        )
    if generated_count(locked) < last:
        raise TraceRefused(_("These stamps are still being made. Try again in a moment."))
    printed = locked.print_runs.filter(state__in=TAKEN_STATES, first__lte=last, last__gte=first).first()
    if printed:
        raise TraceRefused(
            _("Stamps %(first)s to %(last)s are in a run already; download its file again.")
            % {"first": printed.first, "last": printed.last},
            field="first",
        )
    try:
        signer_for(locked)
    except KeyProblem as problem:
        raise TraceRefused(str(problem)) from problem
    claim_at_print(batch=locked, by=by)
    run = PrintRun.objects.create(batch=locked, paper=paper, first=first, last=last, created_by=by)
    continue_run.enqueue(run_id=run.pk)
    return run


@transaction.atomic
def retry_run(*, run: PrintRun, by: User | None = None) -> PrintRun:
    """Go on with a run that failed, was refused, or whose worker is gone. A refused one is drawn anew, and so is one
    whose finished file is gone from the disk."""
    locked = PrintRun.objects.select_for_update().get(pk=run.pk)
    if locked.state == PrintState.RELEASED and file_of(locked).exists():
        return locked
    taken = PrintRun.objects.filter(batch=locked.batch_id, state__in=TAKEN_STATES).exclude(pk=locked.pk)
    if taken.filter(first__lte=locked.last, last__gte=locked.first).exists():
        raise TraceRefused(_("These stamps have been printed in another run meanwhile."))
    if locked.state not in OPEN_STATES:
        said = locked.batch.stars_at_print
        if locked.state != PrintState.FAILED or claim_at_print(batch=locked.batch, by=by).stars != said:
            locked.done = 0
        locked.state, locked.problem, locked.sampled, locked.decoded = PrintState.QUEUED, "", 0, 0
        locked.finished_at = None
        locked.save()
    continue_run.enqueue(run_id=locked.pk)
    return locked


# -- the worker's steps --------------------------------------------------------------------------------------------


@task()
def continue_run(run_id: int) -> None:
    """One step of a run; the step names the next."""
    advance(run_id=run_id)


def advance(*, run_id: int) -> PrintRun:
    """Do the next step of a run. What goes wrong is written to the run, in words."""
    try:
        with transaction.atomic():
            run = PrintRun.objects.select_for_update(of=("self",)).select_related(*_WHOLE).get(pk=run_id)
            if run.state in OPEN_STATES:
                _step(run)
                run.save()
                if run.state in OPEN_STATES:
                    continue_run.enqueue(run_id=run.pk)
            return run
    except (TraceRefused, KeyProblem) as refusal:
        return _fail(run_id, str(refusal))
    except OSError as error:
        logger.exception("print run %s", run_id)
        is_full = error.errno in (errno.ENOSPC, errno.EDQUOT)
        return _fail(run_id, _("The disk of the server is full.") if is_full else _("The file could not be written."))
    except Exception:
        _fail(run_id, _("An error of the program; it has been written to the log."))
        raise


_WHOLE = ("batch__product", "batch__key")


@transaction.atomic
def _fail(run_id: int, problem: str) -> PrintRun:
    run = PrintRun.objects.select_for_update().get(pk=run_id)
    run.state, run.problem, run.finished_at = PrintState.FAILED, problem[:300], timezone.now()
    run.save(update_fields=["state", "problem", "finished_at"])
    return run


def _step(run: PrintRun) -> None:
    """Draw the next part, or put all together and read it back; changes the run without saving it."""
    if run.batch.state == StampState.VOID:
        raise TraceRefused(_("This batch is void; its stamps are not printed any more."))
    if run.state != PrintState.CHECKING:
        if run.done < total_of(run):
            _draw_part(run)
        run.state = PrintState.CHECKING if run.done >= total_of(run) else PrintState.RUNNING
        return
    missing = next((number for number in range(_parts_of(run)) if not _part_path(run, number).exists()), None)
    if missing is not None:
        run.done, run.state = missing * _part_size(run), PrintState.RUNNING
        return
    _assemble(run)
    _check(run)


def total_of(run: PrintRun) -> int:
    """Stamps in a run."""
    return run.last - run.first + 1


def paper_of(run: PrintRun) -> Paper:
    return PAPERS[run.paper]


def _part_size(run: PrintRun) -> int:
    """Stamps in a part: whole sheets."""
    return max(1, STAMPS_A_PART // paper_of(run).labels) * paper_of(run).labels


def _parts_of(run: PrintRun) -> int:
    return math.ceil(total_of(run) / _part_size(run))


def _draw_part(run: PrintRun) -> None:
    number = run.done // _part_size(run)
    first = run.first + number * _part_size(run)
    last = min(run.last, first + _part_size(run) - 1)
    stamps = list(_stamps(run, first, last, signer_for(run.batch)))
    if len(stamps) != last - first + 1:
        raise TraceRefused(_("Some stamps of this range are missing in the register."))
    pdf = sheets_pdf(paper_of(run), words_of(run.batch), stamps, _notes(run, first, last))
    _write(_part_path(run, number), pdf)
    run.done = last - run.first + 1


def _stamps(run: PrintRun, first: int, last: int, signer: Signer) -> Iterator[StampText]:
    """The stamps at some places of the batch, in order; signatures are made here and stored nowhere."""
    codes = run.batch.stamps.filter(position__range=(first, last)).order_by("position").values_list("code", flat=True)
    for code in codes:
        url = signer.url(host=run.batch.host, serial=code, gtin=run.batch.gtin)
        yield StampText(url=url, serial=code)


def words_of(batch: StampBatch) -> Words:
    """What the stamps say beside their code, in the site's language: the name, and the stars certified at print."""
    with translation.override(settings.LANGUAGE_CODE):
        stars = _("OCOP %(stars)s stars") % {"stars": batch.stars_at_print} if batch.stars_at_print else ""
    return Words(name=batch.product.title, stars=stars)


def _notes(run: PrintRun, first: int, last: int) -> list[str]:
    """A line below each sheet, so that a sheet on the floor finds its pile again."""
    labels = paper_of(run).labels
    with translation.override(settings.LANGUAGE_CODE):
        mark = " · " + _("illustrative data") if run.batch.is_illustrative else ""
        return [
            _("Batch %(prefix)s · sheet %(sheet)s · stamps %(first)s–%(last)s")
            % {
                "prefix": run.batch.prefix,
                "sheet": (start - run.first) // labels + 1,
                "first": start,
                "last": min(last, start + labels - 1),
            }
            + mark
            for start in range(first, last + 1, labels)
        ]


# -- files ---------------------------------------------------------------------------------------------------------


def _folder(run: PrintRun) -> Path:
    return Path(settings.PRINTS_DIR) / str(run.pk)


def _part_path(run: PrintRun, number: int) -> Path:
    return _folder(run) / f"part-{number:05d}.pdf"


def file_of(run: PrintRun) -> Path:
    """Where the finished file of a run lies."""
    return Path(settings.PRINTS_DIR) / run.file


def _write(path: Path, data: bytes) -> None:
    """The whole file or none: written beside, brought to disk, then renamed."""
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    temporary = path.with_suffix(".tmp")
    try:
        with temporary.open("wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        temporary.replace(path)
    except OSError:
        temporary.unlink(missing_ok=True)
        raise


def _assemble(run: PrintRun) -> None:
    """One file from all parts, in order."""
    whole = pypdfium2.PdfDocument.new()
    try:
        for number in range(_parts_of(run)):
            with pypdfium2.PdfDocument(_part_path(run, number)) as part:
                whole.import_pages(part)
        buffer = io.BytesIO()
        whole.save(buffer)
    finally:
        whole.close()
    run.file = f"{run.pk}/tem-{run.batch.prefix}-{run.first}-{run.last}.pdf"
    _write(file_of(run), buffer.getvalue())


# -- reading back --------------------------------------------------------------------------------------------------


def _check(run: PrintRun) -> None:
    """Read a sample of the file as a phone would, at 300 dpi. Released only if every code says what it should."""
    paper, signer = paper_of(run), signer_for(run.batch)
    run.sampled = run.decoded = 0
    with pypdfium2.PdfDocument(file_of(run)) as document:
        for page in _sampled_pages(len(document), paper.labels):
            picture = document[page].render(scale=DOTS_AN_INCH / 72, grayscale=True).to_pil()
            first = run.first + page * paper.labels
            last = min(run.last, first + paper.labels - 1)
            for index, stamp in enumerate(_stamps(run, first, last, signer)):
                run.sampled += 1
                run.decoded += read_stamp(label_picture(picture, paper, index)) == stamp.url
    run.finished_at = timezone.now()
    if run.decoded < run.sampled or not run.sampled:
        run.state = PrintState.REFUSED
        run.problem = _("Only %(decoded)s of %(sampled)s sampled codes could be read.") % {
            "decoded": run.decoded,
            "sampled": run.sampled,
        }
        file_of(run).unlink(missing_ok=True)
        return
    run.state = PrintState.RELEASED
    transaction.on_commit(lambda: _tidy(run))
    _mark_printed_when_whole(run)


def _sampled_pages(pages: int, labels: int) -> list[int]:
    """First and last page, and others by chance until the sample is large enough."""
    wanted = min(pages, max(2, math.ceil(SAMPLED_STAMPS / labels)))
    ends = {0, pages - 1}
    others = [page for page in range(pages) if page not in ends]
    chosen = random.SystemRandom().sample(others, max(0, min(len(others), wanted - len(ends))))
    return sorted(ends | set(chosen))


def label_picture(page: Image.Image, paper: Paper, index: int) -> Image.Image:
    """One label cut out of the picture of a page at 300 dpi."""
    x, y = paper.corner(index)
    width, height = paper.label
    return page.crop((x, page.height - y - height, x + width, page.height - y))


def _mark_printed_when_whole(run: PrintRun) -> None:
    """The batch counts as printed once each of its stamps is in a released run."""
    ranges = [(run.first, run.last), *run.batch.print_runs.filter(state="released").values_list("first", "last")]
    if run.batch.state == StampState.GENERATED and sum(b - a + 1 for a, b in set(ranges)) >= run.batch.count:
        mark_printed(batch=run.batch, by=run.created_by)


def _tidy(run: PrintRun) -> None:
    """Parts are not needed any more; what cannot be removed does no harm."""
    for number in range(_parts_of(run)):
        try:
            _part_path(run, number).unlink(missing_ok=True)
        except OSError:
            logger.warning("print run %s: part %s was not removed", run.pk, number)
