"""Writes of complaints: one is sent, one is dealt with."""

from django.db import transaction
from django.utils.translation import gettext as _

from catalogue.products.models import Product
from storefront.accounts.models import User

from .mail import mail_answer, mail_notice
from .models import Complaint, State


class StepRefused(Exception):
    """The complaint cannot go there, or a closed one would have no answer; `message` says which."""

    def __init__(self, message: str):
        super().__init__(message)
        self.message = message


def check_step(*, before: str, state: str, answer: str) -> None:
    """StepRefused unless a complaint may go from `before` to `state` with this answer.

    A closed complaint can be taken up again; none becomes new again.
    """
    if State(state) == State.NEW and before != State.NEW:
        raise StepRefused(_("A complaint that was taken up does not become new again."))
    if state == State.CLOSED and not answer.strip():
        raise StepRefused(_("A closed complaint needs an answer."))


@transaction.atomic
def send_complaint(
    *,
    kind: str,
    text: str,
    subject: str = "",
    product: Product | None = None,
    name: str = "",
    phone: str = "",
    email: str = "",
    language: str = "vi",
) -> Complaint:
    """Keep a complaint and have the department told by mail (`COMPLAINTS_EMAIL`)."""
    complaint = Complaint.objects.create(
        kind=kind, text=text, subject=subject, product=product, name=name, phone=phone, email=email, language=language
    )
    mail_notice(complaint)
    return complaint


@transaction.atomic
def handle_complaint(
    *, complaint: Complaint, state: str, answer: str, by: User, forget_sender: bool = False
) -> Complaint:
    """Set state and answer; StepRefused where the step is not allowed.

    Closing mails the answer to a sender who left an e-mail. `forget_sender` removes name, phone and e-mail for
    good (no history holds them); the outbox keeps an e-mail until the answer is sent.
    """
    row = Complaint.objects.select_for_update().get(pk=complaint.pk)
    check_step(before=row.state, state=state, answer=answer)
    is_mailed = state == State.CLOSED and row.state != State.CLOSED and bool(row.email)
    row.state, row.answer, row.handled_by = state, answer.strip(), by
    if forget_sender:
        row.name = row.phone = ""
    row.save()
    if is_mailed:
        mail_answer(row)
    if forget_sender:
        row.email = ""
        row.save(update_fields=["email"])
    return row
