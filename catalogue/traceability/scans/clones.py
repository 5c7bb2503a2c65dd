"""Copies of a stamp: what the pattern of its scans says, and the queue of the officer.

One scan says nothing. Several weak signs together say that one serial is on more packs than one. The score only
warns: it asks people to compare and an officer to look. Only a person may recall.
"""

import dataclasses
import datetime
from collections.abc import Iterable
from typing import Any

from django.db import transaction
from django.db.models import Count, QuerySet
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from catalogue.traceability.models import CloneAlert, Scan, ScanSummary, Stamp
from catalogue.users import User

from . import origins

THRESHOLD = 1.0
"""From this score on the page says "under check" and an alert opens."""

USUAL_DEVICES = 2
DEVICE_WEIGHT, DEVICE_CAP = 0.08, 0.48
PLACE_WEIGHT, PLACE_CAP = 0.15, 0.45
LONG_WEIGHT, LONG_FROM, LONG_TO = 0.5, 20, 110  # days; between the two the share grows evenly
LATE_WEIGHT, LATE_CAP = 0.08, 0.48
EARLY_WEIGHT = 0.05
MANY_WEIGHT, MANY_SCANS = 0.25, 30
# Chosen with simulate_clones: false alerts first (at most 0.05 % of ordinary packs), then detection. Devices, places
# and an early scan together stay below THRESHOLD: a photo of a stamp that goes round looks like that for some days.
EARLY = datetime.timedelta(days=1)
"""A consumer's scan so long before the recorded sale is odd: the pack was still in the shop."""
LATE = datetime.timedelta(days=45)
"""Most households have scanned by then, counted from the recorded sale, else from the first scan."""


@dataclasses.dataclass(frozen=True)
class Signals:
    """What the scans of one stamp by consumers look like together."""

    devices: int = 0
    places: int = 0
    far_km: float = 0.0
    days: float = 0.0
    late: int = 0
    is_early: bool = False


def weights(signals: Signals) -> dict[str, float]:
    """Name of each sign that counts → its share of the score."""
    extra_devices = max(0, signals.devices - USUAL_DEVICES)
    extra_places = max(0, signals.places - 1)
    has_company = signals.devices > 1
    shares = {
        "devices": min(DEVICE_CAP, DEVICE_WEIGHT * extra_devices),
        "places": min(PLACE_CAP, PLACE_WEIGHT * extra_places),
        "early": EARLY_WEIGHT if signals.is_early and has_company else 0.0,
        "long": LONG_WEIGHT * min(1.0, max(0.0, signals.days - LONG_FROM) / (LONG_TO - LONG_FROM)),
        "late": min(LATE_CAP, LATE_WEIGHT * signals.late) if has_company else 0.0,
        "scans": MANY_WEIGHT if signals.devices > MANY_SCANS else 0.0,
    }
    return {name: round(share, 3) for name, share in shares.items() if share}


def score(signals: Signals) -> float:
    """0 for an ordinary pack; THRESHOLD and more for a pattern that one pack hardly makes."""
    return round(sum(weights(signals).values(), 0.0), 3)


def signals_of(
    summary: ScanSummary, *, sold_at: datetime.datetime | None, points: Iterable[origins.Point] = ()
) -> Signals:
    """Signs from the running totals; `points` are places given with consent."""
    places = [*origins.points_of(summary.provinces), *points]
    days, is_early = _times(summary.consumers_from, summary.consumers_until, sold_at)
    return Signals(
        devices=summary.devices,
        places=origins.places_apart(places),
        far_km=summary.far_apart_km,
        late=summary.late,
        days=days,
        is_early=is_early,
    )


def _times(
    first: datetime.datetime | None, last: datetime.datetime | None, sold_at: datetime.datetime | None
) -> tuple[float, bool]:
    """Days from the first scan to the last one, and whether the first one lies before the sale."""
    if first is None or last is None:
        return 0.0, False
    return round((last - first).total_seconds() / 86_400, 2), bool(sold_at and first < sold_at - EARLY)


def late_from(*, first: datetime.datetime, sold_at: datetime.datetime | None) -> datetime.datetime:
    """A scan after this moment is late."""
    return (sold_at or first) + LATE


def signals_since(stamp_id: int, since: datetime.datetime, *, sold_at: datetime.datetime | None) -> Signals:
    """Signs from the scans after an officer found nothing wrong. One query, for the few stamps that were cleared."""
    rows = list(Scan.objects.filter(stamp=stamp_id, scanned_at__gt=since, is_staff_scan=False).order_by("scanned_at"))
    if not rows:
        return Signals()
    first, last = rows[0].scanned_at, rows[-1].scanned_at
    late = late_from(first=first, sold_at=sold_at)
    points = {point for row in rows for point in points_of_scan(row)}
    days, is_early = _times(first, last, sold_at)
    return Signals(
        devices=len(rows),
        places=origins.places_apart(points),
        far_km=origins.far_apart_km(points),
        late=sum(row.scanned_at > late for row in rows),
        days=days,
        is_early=is_early,
    )


def points_of_scan(scan: Scan) -> list[origins.Point]:
    """The point given with consent, else the province; none if neither is known."""
    if scan.latitude is not None and scan.longitude is not None:
        return [(scan.latitude, scan.longitude)]
    return origins.points_of([scan.province])


# -- alerts ----------------------------------------------------------------------------------------


def raise_alert(*, stamp_id: int, signals: Signals) -> None:
    """Open an alert, or bring the open one up to date. One statement; called in the transaction of the scans."""
    reasons = {**weights(signals), "facts": dataclasses.asdict(signals)}
    CloneAlert.objects.bulk_create(
        [CloneAlert(stamp_id=stamp_id, score=score(signals), reasons=reasons)], ignore_conflicts=True
    )
    CloneAlert.objects.filter(stamp=stamp_id, state__in=OPEN, score__lt=score(signals)).update(
        score=score(signals), reasons=reasons
    )


OPEN = (CloneAlert.State.NEW, CloneAlert.State.IN_HAND)


class AlertRefused(Exception):
    """The alert cannot be judged like that; the text says why."""


def queue(state: str = "") -> QuerySet[CloneAlert]:
    """Alerts, the open ones with the highest score first; or those of one state."""
    alerts = CloneAlert.objects.select_related("stamp__product__producer", "stamp__seen", "officer")
    if state in CloneAlert.State.values:
        return alerts.filter(state=state).order_by("-opened_at", "-pk")
    return alerts.filter(state__in=OPEN).order_by("-score", "pk")


def counts() -> dict[str, int]:
    """State → alerts. One query."""
    rows = CloneAlert.objects.values_list("state").annotate(Count("pk")).order_by()
    return dict.fromkeys(CloneAlert.State.values, 0) | dict(rows)


def _locked(alert: CloneAlert) -> CloneAlert:
    row = CloneAlert.objects.select_for_update().get(pk=alert.pk)
    if row.state not in OPEN:
        raise AlertRefused(_("Another officer has decided on this alert already."))
    return row


@transaction.atomic
def take_in_hand(*, alert: CloneAlert, by: User) -> CloneAlert:
    """An officer looks into it."""
    row = _locked(alert)
    row.state, row.officer = CloneAlert.State.IN_HAND, by
    row.save(update_fields=["state", "officer"])
    return row


@transaction.atomic
def clear_alert(*, alert: CloneAlert, by: User, note: str) -> CloneAlert:
    """Nothing wrong: the page warns no more, and only later scans count towards a new alert."""
    row = _close(alert, by=by, note=note, state=CloneAlert.State.CLEARED)
    ScanSummary.objects.filter(stamp=row.stamp_id).update(cleared_at=row.closed_at, score=0)
    return row


@transaction.atomic
def confirm_alert(*, alert: CloneAlert, by: User, note: str) -> CloneAlert:
    """Copies were found: the page goes on warning, in plainer words. A recall is a decision of its own."""
    return _close(alert, by=by, note=note, state=CloneAlert.State.CONFIRMED)


def _close(alert: CloneAlert, *, by: User, note: str, state: str) -> CloneAlert:
    note = note.strip()
    if not note:
        raise AlertRefused(_("Say what you found."))
    row = _locked(alert)
    row.state, row.officer, row.note, row.closed_at = state, by, note, timezone.now()
    row.save(update_fields=["state", "officer", "note", "closed_at"])
    return row


# -- what the officer sees -------------------------------------------------------------------------


@dataclasses.dataclass(frozen=True)
class SeenPlace:
    """Scans at one place: a province, or a point given with consent (then `code` is blank)."""

    code: str
    name: str
    point: origins.Point | None
    scans: int


def history(stamp: Stamp, *, limit: int = 200) -> list[Scan]:
    """The latest scans of a stamp, newest first. One query."""
    return list(Scan.objects.filter(stamp=stamp).order_by("-scanned_at", "-pk")[:limit])


def places_of(scans: Iterable[Scan]) -> list[SeenPlace]:
    """Where consumers scanned, most scans first; the unknown last."""
    known = origins.provinces()
    counts: dict[tuple[str, origins.Point | None], int] = {}
    for scan in scans:
        if scan.is_staff_scan:
            continue
        key: tuple[str, origins.Point | None]
        if scan.latitude is not None and scan.longitude is not None:
            key = ("", (scan.latitude, scan.longitude))
        else:
            province = known.get(scan.province)
            key = (province.code, province.point) if province else ("", None)
        counts[key] = counts.get(key, 0) + 1
    places = [
        SeenPlace(code, known[code].name if code else _point_text(point), point, number)
        for (code, point), number in counts.items()
    ]
    return sorted(places, key=lambda place: (place.point is None, -place.scans, place.name))


def _point_text(point: origins.Point | None) -> str:
    return f"{point[0]:.1f}, {point[1]:.1f}" if point else str(_("place not known"))


def reasons_in_words(reasons: dict[str, Any]) -> list[str]:
    """The signs of an alert as sentences."""
    facts = reasons.get("facts", {})
    devices, places, late = (facts.get(name, 0) for name in ("devices", "places", "late"))
    sentences = {
        "devices": ngettext("%(n)s device scanned it", "%(n)s different devices scanned it", devices)
        % {"n": devices},
        "places": ngettext("%(n)s place", "%(n)s places more than %(km)s km from each other", places)
        % {"n": places, "km": origins.FAR_KM},
        "early": _("a consumer scanned it more than a day before it was recorded as sold"),
        "long": _("scans go on for more than %(days)s days") % {"days": int(facts.get("days", 0))},
        "late": ngettext(
            "%(n)s device more than %(days)s days after the sale or the first scan",
            "%(n)s devices more than %(days)s days after the sale or the first scan",
            late,
        )
        % {"n": late, "days": LATE.days},
        "scans": _("more than %(n)s scans") % {"n": MANY_SCANS},
    }
    return [str(sentence) for name, sentence in sentences.items() if name in reasons]
