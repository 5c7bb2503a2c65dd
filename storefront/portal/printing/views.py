"""Screens of the producer for printing stamps: order a run, follow it, fetch its file."""

from django.contrib.auth.decorators import login_required
from django.http import FileResponse, Http404
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from catalogue.traceability.errors import TraceRefused
from catalogue.traceability.stamps import printing
from storefront.portal.access import batch_for, print_run_for
from storefront.portal.pages import READ_AND_WRITE, accepted
from storefront.web.idempotency.decorators import sent_once

from .forms import PrintForm
from .queries import next_range, run_row, runs_of


@require_http_methods(READ_AND_WRITE)
@never_cache
@login_required
@sent_once(by_content=True)
def batch_runs(request, pk: int):
    """Order a run of a batch, and see the ones there are."""
    batch = batch_for(request.user, pk)
    form = PrintForm(request.POST or None, batch=batch)
    if started := accepted(form, lambda values: printing.start_run(batch=batch, by=request.user, **values)):
        return redirect("portal-print-run", started.pk)
    context = {"batch": batch, "form": form, "runs": runs_of(batch), "is_left": next_range(batch) is not None}
    status = 422 if form.is_bound and form.errors else 200
    return render(request, "portal/printing/batch.html", context, status=status)


@require_safe
@never_cache
@login_required
def run(request, pk: int):
    """How far a run is; the file once it has been read back."""
    print_run = print_run_for(request.user, pk)
    return render(request, "portal/printing/run.html", {"row": run_row(print_run), "batch": print_run.batch})


@require_safe
@never_cache
@login_required
def run_file(request, pk: int):
    """The file of a released run."""
    print_run = print_run_for(request.user, pk)
    if not run_row(print_run).has_file:
        raise Http404
    path = printing.file_of(print_run)
    try:
        file = path.open("rb")
    except FileNotFoundError as error:
        raise Http404 from error
    return FileResponse(file, as_attachment=True, filename=path.name, content_type="application/pdf")


@require_POST
@never_cache
@login_required
def run_retry(request, pk: int):
    """Have a run go on that has stopped."""
    print_run = print_run_for(request.user, pk)
    try:
        printing.retry_run(run=print_run, by=request.user)
    except TraceRefused as refusal:
        context = {"row": run_row(print_run), "batch": print_run.batch, "problem": refusal.message}
        return render(request, "portal/printing/run.html", context, status=422)
    return redirect("portal-print-run", print_run.pk)
