"""The one place that says which stars a product has on a day, and why.

Page, card, facet, API and stamp all ask here: for one day (`standings`), or for the whole timeline
(`state_periods`, which the search index stores). Both follow the same rule, `_state_on`.
"""

import dataclasses
import datetime
from collections import defaultdict
from collections.abc import Iterable

from django.utils.translation import gettext as _

from catalogue.dates import PartialDate

from .clock import registry_day
from .models import Certificate, RegisterEvent, ReportedStep
from .regimes import OCOP
from .states import CertificateState

ONE_DAY = datetime.timedelta(days=1)


@dataclasses.dataclass(frozen=True)
class Standing:
    """What the register says of one product on one day. `stars` only from a certificate valid that day."""

    day: datetime.date
    state: CertificateState
    stars: int | None = None
    certificate: Certificate | None = None
    step: ReportedStep | None = None

    @property
    def is_certified(self) -> bool:
        return self.stars is not None

    @property
    def label(self) -> str:
        """A few words for a card or a badge."""
        return state_label(self.state, council_stars=self.step.stars if self.step else None)

    @property
    def headline(self) -> str:
        """One plain sentence for the page."""
        if self.is_certified:
            return _("Certified OCOP, %(stars)s stars") % {"stars": self.stars}
        if self.state == CertificateState.COUNCIL_RANKED and self.step and self.step.stars is None:
            return _("A council ranked it as a five-star candidate; no decision in the data")
        return self.label[:1].upper() + self.label[1:]

    @property
    def explanation(self) -> str:
        """What this means for somebody who wants to buy."""
        return str(self.state.traits.explanation) % {"months": OCOP.validity_months}

    @property
    def last_valid_day(self) -> datetime.date | None:
        """Last day on which the certificate is certainly valid, if it has such days."""
        period = self.certificate.valid_period if self.certificate else None
        return period.upper - ONE_DAY if period and period.upper else None


def state_label(state: str, *, council_stars: int | None = None) -> str:
    """Short text of a state, in the reader's language."""
    state = CertificateState(state)  # type: ignore[call-arg]  # mypy takes a look-up for `__new__`
    if state == CertificateState.COUNCIL_RANKED and council_stars:
        return _("council ranked it %(stars)s stars, no decision in the data") % {"stars": council_stars}
    return str(state.label)


@dataclasses.dataclass(frozen=True)
class StatePeriod:
    """Days `start` to `end` (both included) on which a product's state and stars do not change."""

    start: datetime.date
    end: datetime.date
    state: CertificateState
    stars: int | None


def _is_suspended(certificate: Certificate, day: datetime.date) -> bool:
    start, end = certificate.suspended_from, certificate.suspended_until
    return bool(start and start <= day and (end is None or day <= end))


def certificate_state(certificate: Certificate, day: datetime.date) -> CertificateState:
    """State of one certificate on a day; derived, never stored."""
    issued, period = certificate.issued_date, certificate.valid_period
    if certificate.revoked_on and certificate.revoked_on <= day:
        return CertificateState.REVOKED
    if issued is None:
        return CertificateState.UNDATED
    if day < issued.earliest:
        return CertificateState.NOT_YET
    if period and not period.isempty:
        if day < period.lower:
            return CertificateState.NOT_YET
        if day in period:
            return _state_while_valid(certificate, day)
    return _state_when_over(certificate, issued, day)


def _state_while_valid(certificate: Certificate, day: datetime.date) -> CertificateState:
    if _is_suspended(certificate, day):
        return CertificateState.SUSPENDED
    days_left = (certificate.valid_period.upper - day).days
    return CertificateState.EXPIRING if days_left <= OCOP.expiring_days else CertificateState.VALID


def _state_when_over(certificate: Certificate, issued: PartialDate, day: datetime.date) -> CertificateState:
    """After the certain days: surely over once the term has passed since the latest possible day of issue."""
    is_replaced = certificate.replaced_on and certificate.replaced_on <= day
    if is_replaced or certificate.expires_on or issued.precision == "day" or day > OCOP.last_day(issued.latest):
        return CertificateState.EXPIRED
    return CertificateState.POSSIBLY_EXPIRED


def _is_issued_after(certificate: Certificate, day: datetime.date) -> bool:
    issued = certificate.issued_date
    return issued is not None and issued.earliest > day


def _speaking(certificates: list[Certificate], day: datetime.date) -> tuple[CertificateState, Certificate] | None:
    """The certificate that speaks for the product on a day; none if every one lies in the future."""
    stated = [(certificate_state(certificate, day), certificate) for certificate in certificates]
    known = [
        (state, certificate)
        for state, certificate in stated
        if not (state == CertificateState.NOT_YET and _is_issued_after(certificate, day))
    ]
    if not known:
        return None

    def rank(item: tuple[CertificateState, Certificate]) -> tuple[int, int, int, int]:
        state, certificate = item
        issued = certificate.issued_date
        newest = issued.latest.toordinal() if issued else 0
        shows = 0 if state.shows_stars else 1 if state.is_suspended else 2
        # Among those that show nothing the newest speaks: a revocation in 2024 counts more than an expiry in 2020.
        return (shows, -newest, state.precedence, certificate.pk or 0)

    return min(known, key=rank)


def _state_on(certificates: list[Certificate], step: ReportedStep | None, day: datetime.date) -> Standing:
    speaking = _speaking(certificates, day)
    if speaking:
        state, certificate = speaking
        stars = certificate.stars if state.shows_stars else None
        return Standing(day=day, state=state, stars=stars, certificate=certificate, step=step)
    state = CertificateState(step.event) if step else CertificateState.UNKNOWN  # type: ignore[call-arg]  # as above
    return Standing(day=day, state=state, step=step)


def step_known_on(steps: list[ReportedStep], day: datetime.date) -> ReportedStep | None:
    """The reported step to show: the register's own row, else the strongest report."""
    order = list(RegisterEvent.values)
    steps = [step for step in steps if not step.date or PartialDate.parse(step.date).earliest <= day]
    return max(steps, key=lambda step: (step.is_register_row, order.index(step.event)), default=None)


def _facts(product_ids: Iterable[int]) -> tuple[dict[int, list[Certificate]], dict[int, list[ReportedStep]]]:
    ids = list(product_ids)
    certificates: dict[int, list[Certificate]] = defaultdict(list)
    steps: dict[int, list[ReportedStep]] = defaultdict(list)
    for certificate in Certificate.objects.filter(product_id__in=ids).order_by("-issued", "-pk"):
        certificates[certificate.product_id].append(certificate)
    for step in ReportedStep.objects.filter(product_id__in=ids).order_by("date", "pk"):
        steps[step.product_id].append(step)
    return certificates, steps


@dataclasses.dataclass(frozen=True)
class History:
    """All certificates (newest first) and reported steps (oldest first) of a product, and what they mean on a day."""

    standing: Standing
    certificates: tuple[Certificate, ...]
    steps: tuple[ReportedStep, ...]


def histories(product_ids: Iterable[int], *, on: datetime.date | None = None) -> dict[int, History]:
    """History of each product with its standing on a day (default: the registry's day). Two queries."""
    day = on or registry_day()
    ids = list(product_ids)
    certificates, steps = _facts(ids)
    return {
        pk: History(
            _state_on(certificates[pk], step_known_on(steps[pk], day), day),
            tuple(certificates[pk]),
            tuple(steps[pk]),
        )
        for pk in ids
    }


def standings(product_ids: Iterable[int], *, on: datetime.date | None = None) -> dict[int, Standing]:
    """Standing of each product on a day (default: the registry's day). Two queries, whatever the number."""
    return {pk: history.standing for pk, history in histories(product_ids, on=on).items()}


def standing(product_id: int, *, on: datetime.date | None = None) -> Standing:
    """Standing of one product on a day."""
    return standings([product_id], on=on)[product_id]


def _turning_days(certificates: list[Certificate], steps: list[ReportedStep]) -> set[datetime.date]:
    """Days on which what the register says of a product may change."""
    days: set[datetime.date] = {PartialDate.parse(step.date).earliest for step in steps if step.date}
    for certificate in certificates:
        period, issued = certificate.valid_period, certificate.issued_date
        if period and not period.isempty:
            days |= {period.lower, period.upper, period.upper - datetime.timedelta(days=OCOP.expiring_days)}
        if issued:
            days |= {issued.earliest, OCOP.last_day(issued.latest) + ONE_DAY}
        days |= {day for day in (certificate.revoked_on, certificate.replaced_on, certificate.suspended_from) if day}
        if certificate.suspended_until:
            days.add(certificate.suspended_until + ONE_DAY)
    return days


def state_periods(product_ids: Iterable[int]) -> dict[int, list[StatePeriod]]:
    """The whole timeline of each product, without gap, in stretches of equal state. Two queries."""
    ids = list(product_ids)
    certificates, steps = _facts(ids)
    timeline = {}
    for pk in ids:
        starts = [datetime.date.min, *sorted(_turning_days(certificates[pk], steps[pk]))]
        periods: list[StatePeriod] = []
        for position, start in enumerate(starts):
            is_last = position + 1 == len(starts)
            end = datetime.date.max if is_last else starts[position + 1] - ONE_DAY
            now = _state_on(certificates[pk], step_known_on(steps[pk], start), start)
            if periods and (periods[-1].state, periods[-1].stars) == (now.state, now.stars):
                periods[-1] = dataclasses.replace(periods[-1], end=end)
            else:
                periods.append(StatePeriod(start, end, now.state, now.stars))
        timeline[pk] = periods
    return timeline
