"""Asking, answering and moderating."""

from django.db import transaction
from django.utils.translation import gettext as _

from catalogue.errors import Refusal
from catalogue.products.models import Product
from catalogue.users import User
from storefront.moderation import ChangedMeanwhile, State, mark_of

from .mail import mail_answer
from .models import Answer, Question


class QuestionRefused(Refusal):
    """This cannot be asked, answered or shown; `message` says why."""


@transaction.atomic
def ask(*, product: Product, text: str, name: str = "", email: str = "", language: str = "vi") -> Question:
    """Keep a question; it waits to be read."""
    return Question.objects.create(product=product, text=text, name=name, email=email, language=language)


@transaction.atomic
def answer_question(*, question: Question, text: str, side: str, by: User) -> Answer:
    """The producer's answer waits to be read; the department's shows at once, and its question with it.

    QuestionRefused while the question is not shown, for a producer, and where an answer shows already.
    """
    question = _locked(question)
    text = text.strip()
    if not text:
        raise QuestionRefused(_("Please write a few words."))
    before = Answer.objects.filter(question=question).first()
    if before and (before.text, before.side) == (text, side):
        return before  # a second click
    if before and before.state == State.SHOWN:
        raise QuestionRefused(_("This question has been answered already."))
    is_office = side == Answer.Side.OFFICE
    if is_office and question.state == State.WAITING:
        _enter_question(question, State.SHOWN, by=by)
    elif question.state != State.SHOWN:
        raise QuestionRefused(_("This question is not shown, so nobody can answer it."))
    values = {"text": text, "side": side, "by": by, "ground": ""}
    values["state"] = State.SHOWN if is_office else State.WAITING
    answer, _is_new = Answer.objects.update_or_create(question=question, defaults=values)
    if is_office:
        mail_answer(question)
    return answer


@transaction.atomic
def judge_question(*, question: Question, is_shown: bool, by: User, ground: str = "") -> Question:
    """Show a question to everybody, or refuse it on a ground."""
    question = _locked(question)
    if not is_shown and not ground:
        raise QuestionRefused(_("Please choose why it is not shown."))
    return _enter_question(question, State.SHOWN if is_shown else State.REFUSED, by=by, ground=ground)


@transaction.atomic
def judge_answer(*, answer: Answer, is_shown: bool, by: User, ground: str = "", mark: str | None = None) -> Answer:
    """Show an answer and mail it to who asked, or refuse it on a ground. ChangedMeanwhile."""
    question = _locked(answer.question)
    answer = Answer.objects.get(pk=answer.pk)
    if mark is not None and mark != mark_of(answer.text):
        raise ChangedMeanwhile
    if not is_shown and not ground:
        raise QuestionRefused(_("Please choose why it is not shown."))
    was_shown = answer.state == State.SHOWN
    answer.state, answer.ground = (State.SHOWN, "") if is_shown else (State.REFUSED, ground)
    answer.save(update_fields=["state", "ground"])
    if is_shown and not was_shown:
        mail_answer(question)
    return answer


def _locked(question: Question) -> Question:
    return Question.objects.select_for_update(of=("self",)).select_related("product").get(pk=question.pk)


def _enter_question(question: Question, state: State, *, by: User, ground: str = "") -> Question:
    question.state, question.ground, question.judged_by = state, "" if state == State.SHOWN else ground, by
    if state == State.REFUSED:
        question.email = ""
    question.save(update_fields=["state", "ground", "judged_by", "email"])
    return question
