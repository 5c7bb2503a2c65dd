"""How VNPay 2.1.0 signs its messages; no Django, for the demo's bank speaks it too."""

import datetime
import hashlib
import hmac
from collections.abc import Mapping
from urllib.parse import parse_qsl, quote_plus, urlencode

CLOCK = datetime.timezone(datetime.timedelta(hours=7))
"""VNPay's times have no zone and mean GMT+7."""
TIME_FORMAT = "%Y%m%d%H%M%S"
HASH_FIELDS = ("vnp_SecureHash", "vnp_SecureHashType")
MAX_FIELDS = 100


def signature(fields: Mapping[str, str], secret: str) -> str:
    """HMAC-SHA512 in hex over the fields that have a value, sorted and encoded, without those of the hash itself."""
    signed = sorted((name, value) for name, value in fields.items() if value and name not in HASH_FIELDS)
    return hmac.new(secret.encode(), urlencode(signed, quote_via=quote_plus).encode(), hashlib.sha512).hexdigest()


def signed_query(fields: Mapping[str, str], secret: str) -> str:
    """The fields, sorted, with their signature, as they follow the question mark."""
    return f"{urlencode(sorted(fields.items()))}&vnp_SecureHash={signature(fields, secret)}"


def single_fields(query: str) -> dict[str, str] | None:
    """VNPay's own fields; None where one stands twice, because two readers would take different ones."""
    fields: dict[str, str] = {}
    if query.count("&") >= MAX_FIELDS:
        return None
    for name, value in parse_qsl(query, keep_blank_values=True, errors="surrogateescape"):
        if name in fields:
            return None
        if name.startswith("vnp_"):
            fields[name] = value
    return fields
