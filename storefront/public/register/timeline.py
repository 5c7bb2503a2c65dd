"""The way of a product in time: what sources report, its certificates and how they ended, oldest first."""

import dataclasses
import datetime

from django.utils.formats import number_format
from django.utils.translation import gettext as _

from catalogue.certification.models import Certificate, RegisterEvent, ReportedStep
from catalogue.certification.queries import ONE_DAY, History, certificate_state
from catalogue.certification.states import CertificateState
from catalogue.dates import PartialDate, display_day, display_partial
from cms.queries import source_of


@dataclasses.dataclass(frozen=True)
class TimelineItem:
    """One event; the names are those of components/timeline.html. `note` is Vietnamese in any language."""

    date: str
    title: str
    text: str = ""
    note: str = ""
    tone: str = ""
    source: str = ""
    order: tuple = ()

    @property
    def source_label(self) -> str:
        return source_of(self.source).host if self.source else ""


def timeline_of(history: History) -> list[TimelineItem]:
    """Reported steps and the life of each certificate as known on the day of the standing; no query.

    The end of a term may lie ahead. A report that says the same as a certificate is not told twice.
    """
    day = history.standing.day
    certificates = [
        certificate
        for certificate in history.certificates
        if not certificate.issued or certificate.issued_date.earliest <= day
    ]
    told = {(certificate.issued, certificate.stars) for certificate in certificates}
    items = [
        _step(step) for step in _steps(history, day) if (step.date, step.stars) not in told or not _is_award(step)
    ]
    for certificate in certificates:
        items += _life(certificate, day)
    return sorted(items, key=lambda item: item.order)


def _steps(history: History, day: datetime.date) -> list[ReportedStep]:
    """The reports known on the day; the register's own row is left out where a dated report says the same."""
    steps = [step for step in history.steps if not step.date or PartialDate.parse(step.date).earliest <= day]
    dated = {(step.event, step.date[:4], step.stars) for step in steps if not step.is_register_row}
    return [step for step in steps if not (step.is_register_row and (step.event, step.date[:4], step.stars) in dated)]


def _is_award(step: ReportedStep) -> bool:
    return step.event == RegisterEvent.RECOGNISED


def _when(date: str) -> tuple[datetime.date, str]:
    """When to list it and what to write; a bare year stands at its end, an unknown day before all others."""
    if not date:
        return datetime.date.min, _("date not known")
    return PartialDate.parse(date).latest, display_partial(date)


def _step(step: ReportedStep) -> TimelineItem:
    order, date = _when(step.date)
    event = step.get_event_display()
    facts = [
        _("%(level)s level") % {"level": step.get_council_level_display()} if step.council_level else "",
        _("%(stars)s stars in the report") % {"stars": step.stars} if step.stars else "",
        _("%(score)s of 100 points") % {"score": _number(step.score)} if step.score is not None else "",
    ]
    return TimelineItem(
        date=date,
        title=event[:1].upper() + event[1:],
        text=_joined(facts),
        note=step.note,
        source=step.source_urls[0] if step.source_urls else "",
        order=(order, 0, step.pk),
    )


def _life(certificate: Certificate, day: datetime.date) -> list[TimelineItem]:
    """A certificate's issue, suspension, revocation, replacement and end, as far as they are known."""
    issued_on, issued_text = _when(certificate.issued)
    level = certificate.get_council_level_display() if certificate.council_level else ""
    facts = [
        certificate.issuing_body or (_("%(level)s level") % {"level": level} if level else ""),
        _("decision %(number)s") % {"number": certificate.decision_no} if certificate.decision_no else "",
    ]
    items = [
        TimelineItem(
            date=issued_text,
            title=_("Certificate: %(stars)s stars") % {"stars": certificate.stars},
            text=_joined(facts),
            tone="good",
            source=certificate.source_urls[0] if certificate.source_urls else "",
            order=(issued_on, 1, certificate.pk),
        )
    ]
    if certificate.suspended_from and certificate.suspended_from <= day:
        until = certificate.suspended_until
        text = _("until %(day)s") % {"day": display_day(until)} if until else _("until further notice")
        items.append(_event(certificate, certificate.suspended_from, _("Certificate suspended"), text, "bad"))
    if certificate.revoked_on and certificate.revoked_on <= day:
        title = _("Certificate revoked")
        items.append(
            _event(certificate, certificate.revoked_on, title, "", "bad", note=certificate.revocation_reason)
        )
    elif certificate.replaced_on and certificate.replaced_on <= day:
        title = _("Replaced by a new certificate")
        items.append(_event(certificate, certificate.replaced_on, title, "", ""))
    else:
        items += _end(certificate, day)
    return items


def _end(certificate: Certificate, day: datetime.date) -> list[TimelineItem]:
    """The last certain day: past or still ahead. Nothing where the day of issue gives no certain day."""
    period = certificate.valid_period
    if not period or period.isempty or period.upper is None:
        return []
    last = period.upper - ONE_DAY
    if day < period.upper:
        is_exact = certificate.issued_date.precision == "day" or certificate.expires_on
        title = _("Valid until this day") if is_exact else _("Certainly valid until this day")
        return [_event(certificate, last, title, "", "")]
    if certificate_state(certificate, day) == CertificateState.POSSIBLY_EXPIRED:
        text = _("Only the year or month of issue is known, so the last day is not.")
        return [_event(certificate, last, _("May have expired after this day"), text, "warn")]
    return [_event(certificate, last, _("Last day of validity"), _("The certificate has expired."), "warn")]


def _event(certificate, on: datetime.date, title: str, text: str, tone: str, note: str = "") -> TimelineItem:
    return TimelineItem(
        date=display_day(on), title=title, text=text, note=note, tone=tone, order=(on, 2, certificate.pk)
    )


def _number(score) -> str:
    """95.60 → `95.6` (Vietnamese `95,6`)."""
    return number_format(score.normalize(), use_l10n=True)


def _joined(facts: list[str]) -> str:
    """Facts as one line, with a capital."""
    text = "; ".join(fact for fact in facts if fact)
    return text[:1].upper() + text[1:]
