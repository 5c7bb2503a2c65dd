"""How shop and demo carrier sign what they say to each other; no Django, for the carrier is a process of its own."""

import hashlib
import hmac


def signature(secret: str, signed_at: str, body: bytes) -> str:
    """Hexadecimal; `signed_at` in seconds, as the header writes it."""
    return hmac.new(secret.encode(), signed_at.encode() + b"." + body, hashlib.sha256).hexdigest()
