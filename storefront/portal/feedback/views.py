"""What buyers and visitors say of a producer's products: reviews to reply to, questions to answer."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from catalogue.errors import Refusal
from storefront.accounts.access import producer_for
from storefront.portal.access import question_for, review_for
from storefront.portal.pages import READ_AND_WRITE, page
from storefront.public.questions.forms import AnswerForm
from storefront.public.questions.models import Answer
from storefront.public.questions.queries import unanswered
from storefront.public.questions.services import answer_question
from storefront.reviews.forms import ReplyForm
from storefront.reviews.queries import reviews_of_producer
from storefront.reviews.services import reply_to_review
from storefront.web.idempotency.decorators import sent_once

PER_PAGE, MOST_QUESTIONS = 20, 50


@require_safe
@never_cache
@login_required
def feedback(request, producer_pk: int):
    """Questions without an answer first, then the reviews."""
    producer = producer_for(request.user, producer_pk)
    reviews = Paginator(reviews_of_producer(producer), PER_PAGE).get_page(request.GET.get("page"))
    questions = unanswered().filter(product__producer=producer)[:MOST_QUESTIONS]
    return page(request, "feedback/list", {"producer": producer, "page": reviews, "questions": questions})


@require_http_methods(READ_AND_WRITE)
@never_cache
@login_required
@sent_once
def review(request, pk: int):
    """One review with the reply."""
    item = review_for(request.user, pk)
    reply = getattr(item, "reply", None)
    form = ReplyForm(request.POST or None, initial={"text": reply.text if reply else ""})
    told = _("Thank you. The department reads your reply before it is shown.")
    done = _sent(request, form, lambda text: reply_to_review(review=item, text=text, by=request.user), told)
    if done:
        return redirect("portal-feedback", item.product.producer_id)
    context = {"producer": item.product.producer, "review": item, "reply": reply}
    return page(request, "feedback/review", context, form=form)


@require_http_methods(READ_AND_WRITE)
@never_cache
@login_required
@sent_once
def question(request, pk: int):
    """One question with the answer."""
    item = question_for(request.user, pk)
    answer = getattr(item, "answer", None)
    form = AnswerForm(request.POST or None, initial={"text": answer.text if answer else ""})
    told = _("Thank you. The department reads your answer before it is shown.")
    side = Answer.Side.PRODUCER
    done = _sent(
        request, form, lambda text: answer_question(question=item, text=text, side=side, by=request.user), told
    )
    if done:
        return redirect("portal-feedback", item.product.producer_id)
    context = {"producer": item.product.producer, "question": item, "answer": answer}
    return page(request, "feedback/question", context, form=form)


def _sent(request, form, act, told: str) -> bool:
    """Whether a form was sent and kept; what is wrong is said in it."""
    if request.method != "POST" or not form.is_valid():
        return False
    try:
        act(form.cleaned_data["text"])
    except Refusal as refusal:
        form.add_error(None, refusal.message)
        return False
    messages.success(request, told)
    return True
