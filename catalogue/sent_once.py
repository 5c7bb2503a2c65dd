"""One form, one row: what came a moment ago is not made again, whether by a second click or by going back."""

import datetime
import hashlib
from typing import Any, TypeVar

from django.db import connection, models
from django.utils import timezone

RowT = TypeVar("RowT", bound=models.Model)

AGAIN_MINUTES = 10
"""So long an equal form is the same one sent again; later it is meant."""


def made_before(
    model: type[RowT], *, minutes: int = AGAIN_MINUTES, moment: str = "created_at", **values: Any
) -> RowT | None:
    """The row that an equal form made within the last minutes. `values` are all that the form said, `moment` the
    field that tells when, of the row or of its history.

    Must be asked in the transaction that would make the row: until its end an equal form waits here.
    """
    said = sorted((name, str(getattr(value, "pk", value))) for name, value in values.items())
    digest = hashlib.sha256(repr((model._meta.label, said)).encode()).digest()
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(%s)", [int.from_bytes(digest[:8], signed=True)])
    since = timezone.now() - datetime.timedelta(minutes=minutes)
    return model._default_manager.filter(**{f"{moment}__gt": since}, **values).order_by("pk").first()
