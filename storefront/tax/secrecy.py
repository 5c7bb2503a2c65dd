"""Personal numbers (số định danh cá nhân) are stored encrypted: nobody reads them who gets the database alone."""

import base64
import hashlib
import logging

from cryptography.fernet import Fernet, InvalidToken, MultiFernet
from django.conf import settings
from django.db import models

logger = logging.getLogger(__name__)


def sealed(text: str) -> str:
    """The text encrypted with a key that follows from SECRET_KEY; blank stays blank."""
    return _box().encrypt(text.encode()).decode() if text else ""


def opened(token: str) -> str:
    """What was sealed; blank where neither SECRET_KEY nor one of SECRET_KEY_FALLBACKS fits any more."""
    try:
        return _box().decrypt(token.encode()).decode() if token else ""
    except InvalidToken:
        logger.error("A personal number cannot be read: SECRET_KEY is another one than when it was written.")
        return ""


def _box() -> MultiFernet:
    secrets = [settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS]
    digests = (hashlib.sha256(f"personal numbers {secret}".encode()).digest() for secret in secrets)
    return MultiFernet([Fernet(base64.urlsafe_b64encode(digest)) for digest in digests])


class SealedField(models.TextField):
    """A text that is in clear in Python and encrypted in the database, so nothing can look for it there."""

    def from_db_value(self, value: str, expression, connection) -> str:
        return opened(value)

    def get_prep_value(self, value: str) -> str:
        return sealed(value)
