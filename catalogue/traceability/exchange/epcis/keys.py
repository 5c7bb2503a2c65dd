"""Keys with which companies' systems send and read events. Only a digest of a key is kept."""

import hashlib
import secrets

from django.db import transaction
from django.utils import timezone

from catalogue.producers.models import Producer
from catalogue.traceability.models import CaptureKey

PREFIX = "sbe_"


def _digest(plain: str) -> str:
    return hashlib.sha256(plain.encode()).hexdigest()


@transaction.atomic
def create_key(*, producer: Producer, label: str) -> tuple[CaptureKey, str]:
    """A new key and its plain text, which is shown once and kept nowhere."""
    plain = PREFIX + secrets.token_urlsafe(32)
    return CaptureKey.objects.create(producer=producer, label=label.strip()[:80], digest=_digest(plain)), plain


@transaction.atomic
def withdraw_key(*, key: CaptureKey) -> CaptureKey:
    """The key opens nothing any more; what came through it stays."""
    if key.withdrawn_at is None:
        key.withdrawn_at = timezone.now()
        key.save(update_fields=["withdrawn_at"])
    return key


def key_of(plain: str) -> CaptureKey | None:
    """The key in force behind a plain text. One query."""
    if not plain.startswith(PREFIX) or len(plain) > 100:
        return None
    return CaptureKey.objects.select_related("producer").filter(digest=_digest(plain), withdrawn_at=None).first()
