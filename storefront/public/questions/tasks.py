"""The mail to who asked, sent by the worker."""

from django.urls import reverse
from django.utils import translation
from django_tasks import task

from storefront.mail import send_or_retry, text_mail

from .models import Question


@task()
def send_answer_mail(question_id: int, attempt: int = 0) -> None:
    """Mail the answer; the address is forgotten once it has gone. Tried again, four times."""
    question = Question.objects.select_related("product", "answer").filter(pk=question_id).first()
    if question is None or not question.email or not hasattr(question, "answer"):
        return
    with translation.override(question.language):
        path = reverse("product-questions", args=[question.product.slug])
    context = {"question": question, "answer": question.answer, "product": question.product}
    message = text_mail(
        "public/questions/mail/answer", context, language=question.language, to=[question.email], path=path
    )
    if send_or_retry(message, task=send_answer_mail, attempt=attempt, question_id=question_id):
        Question.objects.filter(pk=question_id).update(email="")
