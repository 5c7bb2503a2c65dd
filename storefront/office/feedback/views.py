"""What buyers, visitors and producers write for everybody: the department reads it before it is shown."""

import dataclasses
from collections.abc import Callable

from django import forms
from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_safe

from catalogue.errors import Refusal
from storefront.moderation import mark_of
from storefront.office.access import officer_screen, officer_view
from storefront.public.questions import queries as questions
from storefront.public.questions.forms import AnswerForm
from storefront.public.questions.models import Answer, Question
from storefront.public.questions.services import answer_question, judge_answer, judge_question
from storefront.reviews import queries as reviews
from storefront.reviews.models import Removal, Reply
from storefront.reviews.services import approve_review, judge_reply, mark_of_review, remove_review
from storefront.web.idempotency.decorators import sent_once

from .forms import GroundForm, RemovalForm

PER_PAGE = 30
moderator = officer_view("reviews.moderate")
ProductReview = reviews.ProductReview


@dataclasses.dataclass(frozen=True)
class Kind:
    """Something that is read: its list, its rows by number, what the reader has seen, showing and refusing it."""

    label: str | Promise
    waiting: Callable
    rows: Callable
    mark: Callable
    show: Callable
    refuse: Callable
    form: type[forms.Form] = GroundForm


def _refuse_review(item, *, by, mark, ground, reason) -> None:
    remove_review(review_id=item.pk, ground=ground, reason=reason, by=by, mark=mark)


KINDS = {
    "danh-gia": Kind(
        gettext_lazy("Reviews"),
        reviews.waiting_reviews,
        lambda: ProductReview.objects.select_related("product", "purchase"),
        mark_of_review,
        lambda item, by, mark: approve_review(review_id=item.pk, by=by, mark=mark),
        _refuse_review,
        RemovalForm,
    ),
    "phan-hoi": Kind(
        gettext_lazy("Replies to reviews"),
        reviews.waiting_replies,
        lambda: Reply.objects.select_related("review__product"),
        lambda item: mark_of(item.text),
        lambda item, by, mark: judge_reply(reply=item, is_shown=True, by=by, mark=mark),
        lambda item, by, mark, ground: judge_reply(reply=item, is_shown=False, by=by, mark=mark, ground=ground),
    ),
    "cau-hoi": Kind(
        gettext_lazy("Questions"),
        questions.waiting_questions,
        lambda: Question.objects.select_related("product", "answer"),
        lambda item: mark_of(item.text),
        lambda item, by, mark: judge_question(question=item, is_shown=True, by=by),
        lambda item, by, mark, ground: judge_question(question=item, is_shown=False, by=by, ground=ground),
    ),
    "tra-loi": Kind(
        gettext_lazy("Answers"),
        questions.waiting_answers,
        lambda: Answer.objects.select_related("question__product"),
        lambda item: mark_of(item.text),
        lambda item, by, mark: judge_answer(answer=item, is_shown=True, by=by, mark=mark),
        lambda item, by, mark, ground: judge_answer(answer=item, is_shown=False, by=by, mark=mark, ground=ground),
    ),
}
"""By the name in the address."""
UNANSWERED, LOG = "chua-tra-loi", "nhat-ky"
OTHER_LISTS = {
    UNANSWERED: (gettext_lazy("Questions without an answer"), questions.unanswered),
    LOG: (gettext_lazy("Log of removed reviews"), lambda: Removal.objects.select_related("product", "by")),
}


@require_safe
@moderator
def feedback(request):
    """One list, `muc` says which."""
    lists = {name: (kind.label, kind.waiting) for name, kind in KINDS.items()} | OTHER_LISTS
    name = request.GET.get("muc", "")
    name = name if name in lists else "danh-gia"
    own = reverse("office-feedback")
    context = {
        **officer_screen(request.user, "office-feedback"),
        "muc": name,
        "kind": "cau-hoi" if name == UNANSWERED else name,
        "lists": [
            {
                "label": label,
                "url": f"{own}?muc={key}",
                "is_current": key == name,
                "count": "" if key == LOG else rows().count(),
            }
            for key, (label, rows) in lists.items()
        ],
        "page": Paginator(lists[name][1](), PER_PAGE).get_page(request.GET.get("page")),
    }
    return render(request, "office/feedback/list.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@moderator
@sent_once
def item(request, kind: str, pk: int):
    """One thing to read; `step` in a POST: show, refuse, or answer a question at once."""
    if kind not in KINDS:
        raise Http404(kind)
    row = KINDS[kind].rows().filter(pk=pk).first()
    if row is None:  # withdrawn meanwhile
        raise Http404
    if request.method != "POST":
        return _page(request, kind, row)
    step = request.POST.get("step", "")
    form = _form(kind, step, request.POST)
    if form is not None and not form.is_valid():
        return _page(request, kind, row, {step: form}, status=422)
    try:
        _act(kind, step, row, form, request)
    except Refusal as refusal:
        return _page(request, kind, row, {step: form}, refusal=refusal.message, status=409)
    messages.success(request, _("Saved."))
    return redirect(f"{reverse('office-feedback')}?muc={kind}")


def _form(kind: str, step: str, data=None) -> forms.Form | None:
    if step == "show":
        return None
    if step == "answer" and kind == "cau-hoi":
        return AnswerForm(data, auto_id="id_answer_%s")
    if step != "refuse":
        raise Http404(step)
    return KINDS[kind].form(data, auto_id="id_refuse_%s")


def _act(kind: str, step: str, row, form, request) -> None:
    mark = request.POST.get("mark", "")
    if step == "answer":
        answer_question(question=row, text=form.cleaned_data["text"], side=Answer.Side.OFFICE, by=request.user)
    elif step == "show":
        KINDS[kind].show(row, by=request.user, mark=mark)
    else:
        KINDS[kind].refuse(row, by=request.user, mark=mark, **form.cleaned_data)


def _page(request, kind: str, row, sent: dict | None = None, *, refusal: str = "", status: int = 200):
    sent = sent or {}
    context = {
        "kind": kind,
        "heading": KINDS[kind].label,
        "item": row,
        "mark": KINDS[kind].mark(row),
        "refuse_form": sent.get("refuse") or _form(kind, "refuse"),
        "answer_form": (sent.get("answer") or _form(kind, "answer")) if kind == "cau-hoi" else None,
        "sent": next(iter(sent), ""),
        "refusal": refusal,
        "is_refused": status >= 400,
    }
    return render(request, "office/feedback/item.html", context, status=status)
