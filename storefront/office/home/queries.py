"""What waits for an officer, an editor or an administrator: numbers, each with the way to its list."""

import dataclasses
from collections.abc import Callable, Iterable
from urllib.parse import urlencode

from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext as _
from django_tasks_db.models import DBTaskResult
from oscar.core.loading import get_model
from wagtail.models import TaskState

from catalogue.certification import access
from catalogue.certification.models import Restoration
from catalogue.products.models import ListingChange
from catalogue.traceability.models import CloneAlert, PortalDelivery, RecallEnd
from catalogue.traceability.scans import clones
from catalogue.traceability.suspicions import services as suspicions
from storefront.accounts.models import SecondFactorReset
from storefront.accounts.services import RESET
from storefront.accounts.workplaces import Waiting
from storefront.claims import queries as claims
from storefront.claims.models import ClaimState
from storefront.mail.models import OutgoingMail
from storefront.office.payments import queries as payments
from storefront.order.models import Confirmation, Order, ParcelState
from storefront.payment.models import Assignment, BankAccount, Refund
from storefront.public.complaints.models import Complaint
from storefront.public.complaints.models import State as ComplaintState
from storefront.public.questions import queries as questions
from storefront.reviews import queries as reviews
from storefront.salespoints.models import RecallNotice

StockAlert = get_model("partner", "StockAlert")


@dataclasses.dataclass(frozen=True)
class Section:
    """Things to do of one kind."""

    title: str
    items: list[Waiting]


def waiting_for(user) -> list[Section]:
    """Only what this person may do. One query for each kind of thing."""
    sections = []
    for title, parts in _sections():
        items = [item for may, find in parts if may(user) for item in find(user)]
        if items:
            sections.append(Section(title, items))
    return sections


def _sections() -> Iterable[tuple[str, list[tuple[Callable, Callable]]]]:
    return (
        (_("Stamps, suspicions and recalls"), [
            (_may(suspicions.HANDLE), _suspicions),
            (_may(suspicions.HANDLE), _alerts),
            (_may(access.MANAGE), _second_officer),
            (_may(access.MANAGE), _not_confirmed),
            (_may("traceability.export"), _refused_deliveries),
        ]),
        (_("Letters from visitors and producers"), [
            (_may("claims.decide"), _claims),
            (_may("complaints.change_complaint"), _complaints),
            (_may("reviews.moderate"), _feedback),
            (_may("catalogue.change_product"), _listings),
        ]),
        (_("Pages"), [(_may("wagtailadmin.access_admin"), _pages)]),
        (_("Shop"), [(_may("shop.enter_office"), _orders), (_may("payments.manage"), _payments)]),
        (_("Running the site"), [
            (_may("mail.handle_failed"), _failed_mails),
            (_may(RESET), _resets),
            (_may("django_tasks_database.change_dbtaskresult"), _failed_tasks),
        ]),
    )  # fmt: skip


def _may(permission: str) -> Callable:
    return lambda user: user.has_perm(permission)


def _at(name: str, **query: object) -> str:
    return reverse(name) + (f"?{urlencode(query)}" if query else "")


def _suspicions(_user) -> list[Waiting]:
    numbers, state = suspicions.counts(), suspicions.State
    return [
        Waiting(_("Reports of suspicion, new"), numbers[state.NEW], _at("office-suspicions", state=state.NEW)),
        Waiting(
            _("Reports of suspicion, being looked into"), numbers[state.IN_HAND],
            _at("office-suspicions", state=state.IN_HAND),
        ),
    ]  # fmt: skip


def _alerts(_user) -> list[Waiting]:
    number = CloneAlert.objects.filter(state__in=clones.OPEN).count()
    return [Waiting(_("Alerts of copied stamps"), number, _at("office-alerts"))]


def _second_officer(user) -> list[Waiting]:
    """What other officers have asked for: nobody agrees to his own request."""
    ends, restorations = (
        model.objects.filter(answered_at=None).exclude(asked_by=user).count() for model in (RecallEnd, Restoration)
    )
    return [
        Waiting(_("Recalls whose end another officer has asked for"), ends, _at("office-recalls") + "#all"),
        Waiting(
            _("Revoked certificates that another officer wants to restore"), restorations,
            _at("office-recalls") + "#taken-away",
        ),
    ]  # fmt: skip


def _not_confirmed(_user) -> list[Waiting]:
    kinds = RecallNotice.Kind
    in_force = Q(kind=kinds.DECLARED, recall__ended_at=None) | Q(
        kind__in=(kinds.REVOKED, kinds.SUSPENDED), taken_back_at=None
    )
    number = RecallNotice.objects.filter(in_force, confirmed_at=None).count()
    return [Waiting(_("Notices that sales points have not confirmed"), number, _at("office-recalls") + "#all")]


def _refused_deliveries(_user) -> list[Waiting]:
    number = PortalDelivery.objects.filter(state="refused").count()
    return [Waiting(_("Deliveries that the national portal refused"), number, _at("office-exports") + "#log")]


def _complaints(_user) -> list[Waiting]:
    address = Complaint.snippet_viewset.get_url_name("list")
    return [
        Waiting(
            _("Complaints, new"), Complaint.objects.filter(state=ComplaintState.NEW).count(),
            _at(address, state=ComplaintState.NEW),
        ),
        Waiting(
            _("Complaints, being looked into"), Complaint.objects.filter(state=ComplaintState.IN_HAND).count(),
            _at(address, state=ComplaintState.IN_HAND),
        ),
    ]  # fmt: skip


def _claims(_user) -> list[Waiting]:
    numbers = claims.counts()
    return [
        Waiting(
            _("Complaints about parcels to decide"), numbers[ClaimState.ESCALATED],
            _at("office-claims", muc=ClaimState.ESCALATED),
        ),
        Waiting(_("Complaints that sellers have not answered in time"), numbers["late"],
                _at("office-claims", muc="late")),
    ]  # fmt: skip


def _feedback(_user) -> list[Waiting]:
    to_read = (
        (_("Reviews to read"), "danh-gia", reviews.waiting_reviews),
        (_("Replies of producers to read"), "phan-hoi", reviews.waiting_replies),
        (_("Questions to read"), "cau-hoi", questions.waiting_questions),
        (_("Answers to read"), "tra-loi", questions.waiting_answers),
    )
    return [Waiting(label, rows().count(), _at("office-feedback", muc=name)) for label, name, rows in to_read]


def _listings(user) -> list[Waiting]:
    number = ListingChange.objects.waiting().exclude(asked_by=user).count()
    return [Waiting(_("Changes of listings that producers ask for"), number, _at("office-listings"))]


def _pages(user) -> list[Waiting]:
    number = TaskState.objects.reviewable_by(user).count()
    return [Waiting(_("Stories to review"), number, _at("wagtailadmin_home"))]


def _orders(_user) -> list[Waiting]:
    calls = Confirmation.objects.filter(parcel__state=ParcelState.UNCONFIRMED)
    return [
        Waiting(
            _("Orders that wait for the seller's call"), calls.in_time().values("parcel__order").distinct().count(),
            _at("dashboard:order-list", status=ParcelState.UNCONFIRMED),
        ),
        Waiting(
            _("Orders whose seller did not call in time"), calls.overdue().values("parcel__order").distinct().count(),
            _at("dashboard:order-list", status=ParcelState.UNCONFIRMED),
        ),
        Waiting(
            _("Orders received and not confirmed yet"), Order.objects.filter(status=ParcelState.NEW).count(),
            _at("dashboard:order-list", status=ParcelState.NEW),
        ),
        Waiting(
            _("Offers that run out of stock"), StockAlert.objects.filter(status=StockAlert.OPEN).count(),
            _at("dashboard:stock-alert-list"),
        ),
    ]  # fmt: skip


def _payments(user) -> list[Waiting]:
    numbers = payments.counts()
    proposals = Assignment.objects.filter(answered_at=None).exclude(asked_by=user).count()
    entered = BankAccount.objects.waiting().exclude(entered_by=user).count()
    refunds = Refund.objects.filter(state=Refund.State.REQUESTED).exclude(asked_by=user).count()
    return [
        Waiting(_("Money that no payment explains"), numbers["la"], _at("office-payments", muc="la")),
        Waiting(_("Payments that another person proposes for it"), proposals, _at("office-payments", muc="la")),
        Waiting(
            _("Notices of money that we cannot place"),
            payments.unexplained_notices().count(),
            _at("office-payments", muc="thong-bao"),
        ),
        Waiting(_("Money that has to go back"), numbers["thua"], _at("office-payments", muc="thua")),
        Waiting(_("Bank accounts that another person has entered"), entered, _at("office-payments", muc="tai-khoan")),
        Waiting(_("Refunds that another person has asked for"), refunds, _at("office-payments", muc="hoan")),
    ]


def _resets(user) -> list[Waiting]:
    number = SecondFactorReset.objects.filter(answered_at=None).exclude(asked_by=user).exclude(person=user).count()
    return [Waiting(_("Lost second steps that another administrator wants to reset"), number,
                    _at("office-second-factor-resets"))]  # fmt: skip


def _failed_mails(_user) -> list[Waiting]:
    number = OutgoingMail.objects.filter(state=OutgoingMail.State.FAILED).count()
    return [Waiting(_("Mails that were not sent"), number, _at("office-messages"))]


def _failed_tasks(_user) -> list[Waiting]:
    number = DBTaskResult.objects.failed().count()
    address = _at("admin:django_tasks_database_dbtaskresult_changelist", status__exact="FAILED")
    return [Waiting(_("Work in the background that failed"), number, address)]
