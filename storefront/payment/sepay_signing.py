"""How SePay signs its notices; no Django, for the demo's bank speaks it too."""

import hashlib
import hmac


def signature(secret: str, signed_at: str, body: bytes) -> str:
    """The hexadecimal signature; `signed_at` in seconds, as the header writes it."""
    return hmac.new(secret.encode(), signed_at.encode() + b"." + body, hashlib.sha256).hexdigest()
