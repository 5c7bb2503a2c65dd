"""The mail to who asked."""

from types import SimpleNamespace

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from storefront.mail.kinds import Letter, MailKind
from storefront.mail.services import queue_mail

from .models import Question


def mail_answer(question: Question) -> None:
    """Once, in the language in which it was asked; nothing where no address was left."""
    queue_mail(
        "question_answered",
        key=question.pk,
        to=question.email,
        language=question.language,
        about=question.reference,
        question_id=question.pk,
    )


def _answer(question_id: int) -> Letter | None:
    question = Question.objects.select_related("product", "answer").filter(pk=question_id).first()
    if question is None or not hasattr(question, "answer"):
        return None
    context = {"question": question, "answer": question.answer, "product": question.product}
    return Letter(context, reverse("product-questions", args=[question.product.slug]))


def _forget_address(question_id: int) -> None:
    Question.objects.filter(pk=question_id).update(email="")


def _samples() -> dict[str, Letter]:
    sample = SimpleNamespace(text=_("A sample, not a real case"))
    product = SimpleNamespace(title="Cà phê bột Ea H'leo Coffee sạch – nguyên chất 100%")
    return {"": Letter({"question": sample, "answer": sample, "product": product}, "/san-pham/")}


KINDS = (
    MailKind(
        "question_answered",
        gettext_lazy("Answer to a question about a product"),
        "public/questions/mail/answer",
        _answer,
        _samples,
        after_sending=_forget_address,
    ),
)
