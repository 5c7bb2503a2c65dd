"""Arguments of mails that open something, such as a link for a new password: unreadable in the table of mails."""

import base64
import functools
import hashlib
import json

from cryptography.fernet import Fernet, InvalidToken
from django.conf import settings


class SealBroken(ValueError):
    """Sealed with another key: the site's secret has changed since."""


def seal(content: dict) -> str:
    return _box(settings.SECRET_KEY).encrypt(json.dumps(content).encode()).decode()


def unseal(sealed: str) -> dict:
    """What was sealed. SealBroken where nobody can read it any more."""
    try:
        return json.loads(_box(settings.SECRET_KEY).decrypt(sealed.encode()))
    except InvalidToken as error:
        raise SealBroken from error


@functools.lru_cache(maxsize=4)
def _box(secret: str) -> Fernet:
    digest = hashlib.sha256(b"storefront.mail.sealing" + secret.encode()).digest()
    return Fernet(base64.urlsafe_b64encode(digest))
