"""Reading questions and answers."""

from django.db.models import Exists, OuterRef, QuerySet

from catalogue.products.models import Product
from catalogue.references import typed_reference
from storefront.moderation import State

from .models import PREFIX, Answer, Question

LATEST = 3
"""On the product's own page; its page of questions shows all."""


def has_answers() -> Exists:
    """Whether an answer shows, for a query of products."""
    return Exists(Answer.objects.filter(question__product=OuterRef("pk"), state=State.SHOWN, question__state="shown"))


def latest_answers(product: Product) -> list[Answer]:
    """The newest answers that show, with their questions. One query."""
    answers = Answer.objects.filter(question__product=product, state=State.SHOWN, question__state=State.SHOWN)
    return list(answers.select_related("question").order_by("-question__created_at", "-pk")[:LATEST])


def shown_questions(product: Product) -> QuerySet[Question]:
    """Questions that show, newest first, with their answers (look at their state)."""
    return Question.objects.filter(product=product, state=State.SHOWN).select_related("answer")


def by_reference(text: str) -> Question | None:
    """The question of a number as people type it. One query at most."""
    letters = typed_reference(text, prefix=PREFIX)
    questions = Question.objects.select_related("product", "answer")
    return questions.filter(reference=f"{PREFIX}{letters}").first() if letters else None


def waiting_questions() -> QuerySet[Question]:
    """Questions that nobody has read, oldest first."""
    return Question.objects.filter(state=State.WAITING).select_related("product__producer").order_by("pk")


def waiting_answers() -> QuerySet[Answer]:
    """Answers that nobody has read, oldest first."""
    return Answer.objects.filter(state=State.WAITING).select_related("question__product__producer").order_by("at")


def unanswered() -> QuerySet[Question]:
    """Questions that show and have no answer, or one that was refused; oldest first."""
    open_questions = Question.objects.filter(state=State.SHOWN).exclude(
        answer__state__in=(State.SHOWN, State.WAITING)
    )
    return open_questions.select_related("product__producer", "answer").order_by("pk")
