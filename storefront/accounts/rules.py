"""Who may do what, as predicates. Memberships count for the day."""

import rules
from allauth.account.models import EmailAddress

from catalogue.producers.models import Producer
from catalogue.roles import ADMINISTRATORS, EDITORS, OFFICERS


def _in_group(name: str):
    return rules.is_group_member(name)


is_administrator = rules.is_superuser | _in_group(ADMINISTRATORS)
is_officer = _in_group(OFFICERS)
is_editor = _in_group(EDITORS)


@rules.predicate
def acts_for_producer(user, producer: Producer) -> bool:
    """A member of the producer today."""
    return producer is not None and user.producer_memberships.today().filter(producer=producer).exists()


@rules.predicate
def has_confirmed_email(user) -> bool:
    """Whoever reads the account's mail has said so: somebody vouches for what is ordered with it."""
    return EmailAddress.objects.filter(user=user, verified=True, email__iexact=user.email).exists()


rules.add_perm("shop.order_at_once", rules.is_active & has_confirmed_email)
rules.add_perm("shop.enter_office", rules.is_active & is_administrator)
rules.add_perm("accounts.enter_workplace", rules.is_active & (is_administrator | is_officer | is_editor))
rules.add_perm("payments.manage", rules.is_active & is_administrator)
rules.add_perm("mail.handle_failed", rules.is_active & (is_administrator | is_officer))
rules.add_perm("tax.read_reports", rules.is_active & is_administrator)
rules.add_perm("accounts.reset_second_factor", rules.is_active & is_administrator)
rules.add_perm("producers.act_for", rules.is_active & (is_administrator | acts_for_producer))
rules.add_perm("traceability.manage_recalls", rules.is_active & (is_administrator | is_officer))
rules.add_perm("traceability.handle_suspicions", rules.is_active & (is_administrator | is_officer))
rules.add_perm("claims.decide", rules.is_active & (is_administrator | is_officer))
rules.add_perm("reviews.moderate", rules.is_active & (is_administrator | is_officer))
rules.add_perm("media.view_evidence", rules.is_active & (is_administrator | is_officer))
rules.add_perm("search_usage.read_report", rules.is_active & (is_administrator | is_officer))
rules.add_perm("traceability.export", rules.is_active & (is_administrator | is_officer))
