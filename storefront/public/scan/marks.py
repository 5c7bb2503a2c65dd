"""The second step of a scan: a picture that the page of a pack asks for. Browsers fetch it, programs that only read
the page do not. Until it is fetched nothing is recorded, and who was told to be the first holds that place for a
moment only.

The picture carries a signed token, so that nobody marks a stamp whose page was not opened. No script is needed.
"""

import dataclasses
import functools
import hmac
import time

from django.conf import settings
from django.utils.crypto import salted_hmac

MAX_AGE_SECONDS = 600
"""How long after the page its picture is still believed; long enough for the slowest phone."""
SALT = "storefront.public.scan.marks"
MAC_LETTERS = 32


@dataclasses.dataclass(frozen=True)
class Mark:
    """What a token says: which stamp was opened, and whether the scan counts for its pack."""

    stamp_id: int
    counts: bool


def mark_html(*, code: str, mark: Mark) -> bytes:
    """The picture for the page of a pack. `code` is a serial: letters and digits."""
    address = mark_address(code=code, mark=mark)
    return f'<img class="visually-hidden" src="{address}" alt="" width="1" height="1">'.encode()


def mark_address(*, code: str, mark: Mark) -> str:
    """Where the picture lies now."""
    return f"/q/{code}/dau.gif?t={_token(code, mark.stamp_id, mark.counts, int(time.time()))}"


def read_mark(code: str, token: str) -> Mark | None:
    """What a token says, None where it is not ours, not of this serial, or too old."""
    try:
        stamp_id, counts, second = (int(part) for part in token.split(".")[:3])
    except ValueError:
        return None
    is_ours = hmac.compare_digest(token.encode(), _token(code, stamp_id, bool(counts), second).encode())
    return Mark(stamp_id, bool(counts)) if is_ours and 0 <= time.time() - second <= MAX_AGE_SECONDS else None


def _token(code: str, stamp_id: int, counts: bool, second: int) -> str:
    said = f"{stamp_id}.{counts:d}.{second}"
    mac = hmac.digest(_key(settings.SECRET_KEY), f"{code}.{said}".encode(), "sha256").hex()[:MAC_LETTERS]
    return f"{said}.{mac}"


@functools.cache
def _key(secret: str) -> bytes:
    """Made once: the page of every scan carries a token."""
    return salted_hmac(SALT, "", secret=secret, algorithm="sha256").digest()
