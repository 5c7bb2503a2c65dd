"""Giving out stamp codes."""

import secrets

from django.db import IntegrityError, transaction

from .models import Stamp

ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
"""Crockford's base32: no I, L, O, U."""
SERIAL_LENGTH = 12
PAGE_BATCH = "0000"
"""The first four characters of a serial are its batch; pages have batch zero."""


def new_serial(batch: str = PAGE_BATCH) -> str:
    """Batch (4 characters) and 40 random bits (8 characters)."""
    return batch + "".join(secrets.choice(ALPHABET) for _ in range(SERIAL_LENGTH - len(batch)))


def ensure_page_code(*, product) -> Stamp:
    """The code of a product's page; made once, kept for ever."""
    stamp = Stamp.objects.filter(product=product, is_page_code=True).first()
    while stamp is None:
        try:
            with transaction.atomic():
                stamp = Stamp.objects.create(product=product, code=new_serial(), is_page_code=True)
        except IntegrityError:
            stamp = Stamp.objects.filter(product=product, is_page_code=True).first()
    return stamp
