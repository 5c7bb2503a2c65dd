"""The payments office: what waits to be paid, what came in, what goes back. Nobody decides about money alone."""

import hashlib

from django import forms
from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from catalogue.approvals import open_request
from catalogue.errors import Refusal
from storefront.office.access import officer_screen, officer_view
from storefront.payment.models import BankAccount, Notice, Payment, Receipt, Refund, Share, Sighting, Statement
from storefront.payment.queries import standing_of, surplus_of, unassigned_receipts
from storefront.payment.services import accounts, booking, notices, refunds
from storefront.payment.statements.reading import read_statement
from storefront.web.idempotency.decorators import sent_once

from . import queries
from .forms import AccountForm, AssignmentForm, NoticeForm, RefundForm, StatementForm

PER_PAGE = 30
READ_AND_WRITE = ["GET", "HEAD", "POST"]
office = officer_view("payments.manage")
LISTS = {
    "cho": (gettext_lazy("Waiting"), queries.waiting_payments),
    "la": (gettext_lazy("Money without a payment"), unassigned_receipts),
    "thua": (gettext_lazy("Too much"), queries.surplus_shares),
    "hoan": (gettext_lazy("Going back"), queries.open_refunds),
    "sao-ke": (gettext_lazy("Statements"), lambda: Statement.objects.select_related("account", "uploaded_by")),
    "thu-ho": (gettext_lazy("Cash to collect"), queries.cash_on_its_way),
    "thong-bao": (gettext_lazy("Notices"), queries.notices),
    "tai-khoan": (gettext_lazy("Accounts"), queries.accounts),
}
"""Lists by the name in the address, with what each shows."""


@require_http_methods(READ_AND_WRITE)
@office
@sent_once
def payments(request):
    """One list of the office, `muc` says which; a POST uploads a statement."""
    if request.method == "POST":
        return _upload(request)
    name = request.GET.get("muc", "")
    return _lists(request, name, AccountForm() if name == "tai-khoan" else StatementForm())


def _lists(request, name: str, form: forms.Form, *, status: int = 200):
    name = name if name in LISTS else "cho"
    own, numbers = reverse("office-payments"), queries.counts()
    context = {
        **officer_screen(request.user, "office-payments"),
        "muc": name,
        "lists": [
            {"label": label, "url": f"{own}?muc={key}", "is_current": key == name, "count": numbers[key]}
            for key, (label, _rows) in LISTS.items()
        ],
        "page": Paginator(LISTS[name][1](), PER_PAGE).get_page(request.GET.get("page")),
        "form": form,
    }
    return render(request, f"office/payments/{_TEMPLATES[name]}.html", context, status=status)


_TEMPLATES = {
    "cho": "waiting",
    "la": "unassigned",
    "thua": "surplus",
    "hoan": "refunds",
    "sao-ke": "statements",
    "thu-ho": "cash",
    "thong-bao": "notices",
    "tai-khoan": "accounts",
}


def _upload(request):
    form = StatementForm(request.POST, request.FILES)
    if not form.is_valid():
        return _lists(request, "sao-ke", form, status=422)
    account, file = form.cleaned_data["account"], form.cleaned_data["file"]
    content = file.read()
    statement, is_new = Statement.objects.get_or_create(
        account=account,
        digest=hashlib.sha256(content).hexdigest(),
        defaults={"name": file.name[:200], "content": content, "uploaded_by": request.user},
    )
    if not is_new:
        messages.info(request, _("This very file was uploaded before."))
    return redirect("office-statement", statement.pk)


@require_http_methods(READ_AND_WRITE)
@office
@sent_once
def statement(request, pk: int):
    """What was read in a statement, before anything is booked; a POST books it."""
    upload = get_object_or_404(Statement.objects.select_related("account"), pk=pk)
    read = read_statement(upload.name, bytes(upload.content))
    if request.method == "POST":
        booked = booking.book(
            account=upload.account, movements=read.movements, source=Sighting.Source.STATEMENT, by=request.user
        )
        Statement.objects.filter(pk=pk).update(booked_at=timezone.now())
        values = {"new": booked.new, "assigned": booked.assigned, "known": booked.known}
        text = _("%(new)s receipts booked, %(assigned)s of them assigned by their reference; %(known)s were known.")
        messages.success(request, text % values)
        return redirect(f"{reverse('office-payments')}?muc=la")
    known = set(
        Sighting.objects.filter(account=upload.account, source=Sighting.Source.STATEMENT).values_list(
            "identity", flat=True
        )
    )
    rows = [
        {"movement": movement, "is_known": movement.identity in known}
        for movement in read.movements
        if movement.amount > 0
    ]
    context = {
        "upload": upload,
        "read": read,
        "rows": rows,
        "new": sum(not row["is_known"] for row in rows),
        "out": len(read.movements) - len(rows),
    }
    return render(request, "office/payments/statement.html", context)


@require_http_methods(READ_AND_WRITE)
@office
def notice(request, pk: int):
    """What a service has sent, as it came; a POST says what an unexplained one is about."""
    item = get_object_or_404(Notice.objects.select_related("receipt"), pk=pk)
    form = NoticeForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        notices.settle_notice(notice=item, by=request.user, **form.cleaned_data)
        messages.success(request, _("Saved."))
        return redirect("office-notice", pk)
    context = {"notice": item, "form": form, "body": bytes(item.body).decode("utf-8", "backslashreplace")}
    return render(request, "office/payments/notice.html", context, status=422 if form.errors else 200)


@require_POST
@office
@sent_once
def account_new(request):
    """Enter an account of the shop or of a seller; another person takes it into use."""
    form = AccountForm(request.POST)
    if form.is_valid():
        try:
            accounts.enter_account(by=request.user, **form.cleaned_data)
        except Refusal as refusal:
            form.add_error("number", refusal.message)
        else:
            messages.success(request, _("Somebody else can take it into use now. Buyers are not told of it before."))
            return redirect(f"{reverse('office-payments')}?muc=tai-khoan")
    return _lists(request, "tai-khoan", form, status=422)


@require_POST
@office
@sent_once
def account(request, pk: int):
    """`step` of the POST: take the account into use, refuse it, or take it out of use."""
    item = get_object_or_404(BankAccount, pk=pk)
    acts = {
        "activate": accounts.activate_account,
        "refuse": accounts.close_account,
        "retire": accounts.retire_account,
    }
    act = acts.get(request.POST.get("step", ""))
    if act is None:
        raise Http404
    try:
        act(account=item, by=request.user)
    except Refusal as refusal:
        messages.error(request, refusal.message)
    else:
        messages.success(request, _("Saved."))
    return redirect(f"{reverse('office-payments')}?muc=tai-khoan")


@require_safe
@office
def payment(request, pk: int):
    """One payment: what was asked for, what came in, for which parcels."""
    item = get_object_or_404(Payment.objects.select_related("order", "account"), pk=pk)
    context = {
        "payment": item,
        "standing": standing_of(item),
        "parcels": item.parcels.select_related("order", "partner").order_by("number"),
        "receipts": item.receipts.prefetch_related("shares__parcel__order"),
        "attempts": item.vnpay_attempts.all(),
    }
    return render(request, "office/payments/payment.html", context)


@require_http_methods(READ_AND_WRITE)
@office
@sent_once
def receipt(request, pk: int):
    """Money that came in; `step` in a POST proposes what it is for, agrees, refuses, or sends it back."""
    item = get_object_or_404(Receipt.objects.select_related("account", "payment__order"), pk=pk)
    form, back = AssignmentForm(), RefundForm(auto_id="back_%s")
    if request.method == "POST" and request.POST.get("step") == "back":
        back = RefundForm(request.POST, auto_id="back_%s")
        if back.is_valid():
            return _send_back(item, request, back.cleaned_data["reason"])
    elif request.method == "POST":
        form = AssignmentForm(request.POST if request.POST.get("step") == "ask" else None)
        if not form.is_bound or form.is_valid():
            try:
                messages.success(request, _act_on(item, request, form))
            except Refusal as refusal:
                messages.error(request, refusal.message)
            return redirect("office-receipt", pk)
    request_ = open_request(item.assignments)
    context = {
        "receipt": item,
        "form": form,
        "back": back,
        "proposal": request_,
        "is_own": bool(request_ and request_.asked_by_id == request.user.pk),
        "likely": [] if item.payment_id else queries.likely_payments(item),
        "shares": item.shares.select_related("parcel__order"),
        "answered": item.assignments.exclude(answered_at=None).select_related("asked_by", "answered_by", "payment"),
    }
    return render(request, "office/payments/receipt.html", context, status=422 if form.errors or back.errors else 200)


def _send_back(item: Receipt, request, reason: str):
    try:
        refunds.send_back(receipt=item, reason=reason, by=request.user)
    except Refusal as refusal:
        messages.error(request, refusal.message)
        return redirect("office-receipt", item.pk)
    messages.success(request, _("Somebody else can send it now."))
    return redirect(f"{reverse('office-payments')}?muc=hoan")


def _act_on(item: Receipt, request, form: AssignmentForm) -> str:
    if form.is_bound:
        booking.propose_assignment(receipt=item, by=request.user, **form.cleaned_data)
        return _("Somebody else can agree now. Until then the money is for nothing.")
    step, proposal = request.POST.get("step"), open_request(item.assignments)
    if step not in ("agree", "refuse") or proposal is None:
        raise Http404(step)
    booking.answer_assignment(assignment=proposal, is_agreed=step == "agree", by=request.user)
    return _("The money is assigned.") if step == "agree" else _("The money stays without a payment.")


@require_http_methods(READ_AND_WRITE)
@office
@sent_once
def surplus(request, pk: int):
    """Money that nothing needs; a POST asks to pay it back."""
    share = get_object_or_404(
        Share.objects.select_related("receipt__payment__order__shipping_address", "parcel__order"), pk=pk
    )
    form = RefundForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            refunds.ask_for_refund(share=share, reason=form.cleaned_data["reason"], by=request.user)
        except Refusal as refusal:
            messages.error(request, refusal.message)
        else:
            messages.success(request, _("Somebody else can send it now."))
            return redirect(f"{reverse('office-payments')}?muc=hoan")
    context = {"share": share, "surplus": surplus_of(share), "form": form, "refunds": share.refunds.all()}
    return render(request, "office/payments/share.html", context, status=422 if form.errors else 200)


@require_POST
@office
@sent_once
def refund(request, pk: int):
    """`step` of the POST is what became of a refund: sent, confirmed, failed."""
    item = get_object_or_404(Refund.objects.select_related("share__receipt__payment"), pk=pk)
    step = request.POST.get("step")
    if step not in (Refund.State.SENT, Refund.State.CONFIRMED, Refund.State.FAILED):
        raise Http404(step)
    try:
        refunds.move_refund(refund=item, state=step, by=request.user)
    except Refusal as refusal:
        messages.error(request, refusal.message)
    else:
        messages.success(request, _("Saved."))
    return redirect(f"{reverse('office-payments')}?muc=hoan")
