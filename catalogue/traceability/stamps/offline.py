"""What the offline bundle of this hour says, read from the register. The format itself is in bundle.py."""

import datetime
import hashlib

from django.db.models import Q
from django.utils import timezone

from catalogue.certification.clock import registry_day
from catalogue.certification.queries import Standing, standings
from catalogue.traceability.models import CloneAlert, Recall, RecallScope, Stamp, StampBatch, StampState

from .keys import current_signer, public_keys
from .offline_bundle import LIFE, Contents, write_bundle

HANDED_OUT = (StampState.PRINTED, StampState.DELIVERED, StampState.APPLIED, StampState.ACTIVE, StampState.VOID)


def contents() -> Contents:
    """What holds now. Nine queries, whatever the number of batches.

    Only batches in use under a certificate that holds are named as such: whatever the bundle does not name, a sales
    point must ask about online. Single stamps that are void, recalled by range, or under check go into the filter.
    """
    recalls = list(Recall.objects.filter(ended_at=None))
    of = {scope: [recall for recall in recalls if recall.scope == scope] for scope in RecallScope.values}
    recalled_batches = (
        Q(pk__in=[recall.batch_id for recall in of[RecallScope.BATCH]])
        | Q(lot__in=[recall.lot_id for recall in of[RecallScope.LOT]])
        | Q(certificate__in=[recall.certificate_id for recall in of[RecallScope.CERTIFICATE]])
    )
    recalled = set(StampBatch.objects.filter(recalled_batches, state__in=HANDED_OUT).values_list("prefix", flat=True))
    rows = list(StampBatch.objects.filter(state=StampState.ACTIVE).exclude(prefix__in=recalled))
    known = public_keys()
    stands = standings({batch.product_id for batch in rows})
    good = [batch for batch in rows if not stands[batch.product_id].state.is_ended]
    return Contents(
        hosts=set(StampBatch.objects.order_by().values_list("host", flat=True).distinct()),
        keys=known.keys,
        withdrawn_keys=known.withdrawn,
        active={batch.prefix for batch in good},
        recalled=recalled,
        revoked=_single_stamps(good, of[RecallScope.RANGE]),
        ends=_ends(good, stands),
    )


def _single_stamps(batches: list[StampBatch], ranges: list[Recall]) -> set[str]:
    """Serials of batches in use that must not pass by themselves."""
    ids = [batch.pk for batch in batches]
    stamps = Stamp.objects.filter(batch__in=ids).order_by()
    serials = set(stamps.filter(state_override=StampState.VOID).values_list("code", flat=True))
    alerts = CloneAlert.objects.exclude(state=CloneAlert.State.CLEARED)
    serials |= set(stamps.filter(alerts__in=alerts).values_list("code", flat=True))
    places = Q()
    for recall in ranges:
        places |= Q(batch=recall.batch_id, position__range=(recall.first, recall.last))
    if places:
        serials |= set(stamps.filter(places).values_list("code", flat=True))
    return serials


def _ends(batches: list[StampBatch], stands: dict[int, Standing]) -> dict[str, datetime.date]:
    """Last good day of the certificates that end while the bundle lives, by prefix. The register may be read as of
    another day than today: what counts is how many days are left."""
    ends, today = {}, timezone.localdate()
    for batch in batches:
        last = stands[batch.product_id].last_valid_day if stands[batch.product_id].is_certified else None
        if last is not None and last - registry_day() <= LIFE:
            ends[batch.prefix] = today + (last - registry_day())
    return ends


def bundle_of_now() -> tuple[bytes, str]:
    """The bundle, and a tag that stays the same until something in it changes or the hour is over.

    KeyProblem if there is no key to sign it with.
    """
    signer = current_signer()
    made = timezone.now().replace(minute=0, second=0, microsecond=0)
    data = write_bundle(contents(), made=made, signer_number=signer.number, signer=signer.key)
    return data, f'"{hashlib.sha256(data).hexdigest()[:32]}"'
