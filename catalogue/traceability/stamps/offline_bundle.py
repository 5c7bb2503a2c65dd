"""Offline bundle: what a sales point needs to judge a stamp without a network. The format is docs/offline-bundle.md.

Pure: contents in, bytes out, and back. The bundle names the public keys, the batches that may be sold, the recalled
ones, and a filter over revoked serials. The filter answers "surely not revoked" or "ask online", wrongly for one good
serial in 8,192, never the other way round. It holds 14.6 bits of each revoked serial's hash, so that nobody can read
serials (40 random bits after a known prefix) out of it.
"""

import base64
import dataclasses
import datetime
import hashlib
import json
import math
import re
from collections.abc import Collection, Iterator, Mapping
from urllib.parse import unquote, urlsplit

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from django.utils.translation import gettext_lazy as _

from catalogue.base32 import ALPHABET, normalise_code

from . import signing
from .serials import PREFIX_LENGTH, is_serial

MAGIC = b"SBOB\x01"
DOMAIN = b"saobuon-bundle-v1"
"""Begins what is signed, so that the signature of a bundle can never be one of a stamp."""
SIGNATURE_BYTES = 64
PREFIXES = 32**PREFIX_LENGTH
FILTER_BITS = 13
"""One good serial in 2^13 is sent online for nothing."""
LIFE = datetime.timedelta(days=7)
"""An older bundle says "genuine" to nothing."""
CLOCK_LEEWAY = datetime.timedelta(hours=1)
MAX_URL_LENGTH = 2000
_PATH = re.compile(r"/(?:q|01/(?P<gtin>[0-9]{14})/21)/(?P<serial>[^/]+)/?")


class BundleProblem(Exception):
    """Not a bundle of ours: cut, changed or signed by a key that is not trusted."""


@dataclasses.dataclass(frozen=True)
class Contents:
    """What goes into a bundle. `ends`: last valid day of certificates that end while the bundle lives, by prefix."""

    hosts: Collection[str]
    keys: Mapping[int, Ed25519PublicKey]
    withdrawn_keys: Collection[int]
    active: Collection[str]
    recalled: Collection[str]
    revoked: Collection[str]
    ends: Mapping[str, datetime.date]


# -- sets of numbers ------------------------------------------------------------------------------------------------


@dataclasses.dataclass(frozen=True)
class CodedSet:
    """A set of numbers below `universe`: sorted gaps in Golomb-Rice code with `k` low bits each."""

    count: int
    k: int
    data: bytes


def encode_set(values: Collection[int], universe: int) -> CodedSet:
    """Gap to the number before (less one), its bits above `k` in unary (ones, then a zero), its `k` low bits."""
    numbers = sorted(set(values))
    gaps = [number - before - 1 for before, number in zip([-1, *numbers], numbers, strict=False)]
    mean = universe / max(1, len(numbers))
    guess = max(0, int(math.log2(max(1.0, mean * math.log(2)))))
    k = min((guess, guess + 1), key=lambda bits: sum(gap >> bits for gap in gaps) + len(gaps) * (bits + 1))
    mask = (1 << k) - 1
    text = "".join(
        f"{'1' * (gap >> k)}0{gap & mask:0{k}b}" if k else f"{'1' * gap}0"  # no low bits at all
        for gap in gaps
    )
    text += "0" * (-len(text) % 8)
    return CodedSet(len(numbers), k, int(f"1{text}", 2).to_bytes(len(text) // 8 + 1, "big")[1:])


def decode_set(coded: CodedSet) -> frozenset[int]:
    """The numbers again. BundleProblem if the data ends too early."""
    return frozenset(_numbers(coded))


def _numbers(coded: CodedSet) -> Iterator[int]:
    bits = "".join(f"{byte:08b}" for byte in coded.data)
    place, number = 0, -1
    for _index in range(coded.count):
        zero = bits.find("0", place)
        end = zero + 1 + coded.k
        if zero < 0 or end > len(bits):
            raise BundleProblem("a list in the bundle ends too early")
        low = int(bits[zero + 1 : end], 2) if coded.k else 0
        number += ((zero - place) << coded.k) + low + 1
        place = end
        yield number


def prefix_number(prefix: str) -> int:
    """A prefix of four characters as a number below 2^20."""
    number = 0
    for character in prefix:
        number = number * 32 + ALPHABET.index(character)
    return number


def filter_number(serial: str, made: int, count: int) -> int:
    """Where a serial falls in a filter of `count` serials: a number below count × 2^13.

    The time of the bundle goes into the hash: a good serial that is unlucky today is not so tomorrow.
    """
    digest = hashlib.sha256(f"{made}:{serial}".encode()).digest()
    return (int.from_bytes(digest[:8], "big") * (count << FILTER_BITS)) >> 64


# -- writing and reading --------------------------------------------------------------------------------------------


def write_bundle(
    contents: Contents, *, made: datetime.datetime, signer_number: int, signer: Ed25519PrivateKey
) -> bytes:
    """The signed bundle. The same contents and time give the same bytes."""
    stamp = int(made.timestamp())
    revoked_count = len(set(contents.revoked))
    sets = {
        "active": encode_set([prefix_number(prefix) for prefix in contents.active], PREFIXES),
        "recalled": encode_set([prefix_number(prefix) for prefix in contents.recalled], PREFIXES),
        "revoked": encode_set(
            [filter_number(serial, stamp, revoked_count) for serial in contents.revoked],
            revoked_count << FILTER_BITS,
        ),
    }
    head = {
        "made": stamp,
        "hosts": sorted(contents.hosts),
        "signer": signer_number,
        "keys": {str(number): _text(contents.keys[number].public_bytes_raw()) for number in sorted(contents.keys)},
        "withdrawn": sorted(contents.withdrawn_keys),
        "ends": {prefix: day.isoformat() for prefix, day in sorted(contents.ends.items())},
        "filter": revoked_count,
        "sets": {name: [coded.count, coded.k, len(coded.data)] for name, coded in sets.items()},
    }
    packed = json.dumps(head, separators=(",", ":")).encode()
    body = MAGIC + len(packed).to_bytes(4, "big") + packed + b"".join(coded.data for coded in sets.values())
    return body + signer.sign(_signed(body))


def _text(raw: bytes) -> str:
    return base64.urlsafe_b64encode(raw).rstrip(b"=").decode()


def _signed(body: bytes) -> bytes:
    return len(DOMAIN).to_bytes(2, "big") + DOMAIN + body


@dataclasses.dataclass(frozen=True)
class Bundle:
    """A bundle whose signature was found right."""

    made: datetime.datetime
    hosts: frozenset[str]
    keys: Mapping[int, Ed25519PublicKey]
    withdrawn_keys: frozenset[int]
    active: frozenset[int]
    recalled: frozenset[int]
    revoked: frozenset[int]
    filter_count: int
    ends: Mapping[str, datetime.date]

    def may_be_revoked(self, serial: str) -> bool:
        """Whether the filter has the serial: always for a revoked one, for one good serial in 8,192 as well."""
        return filter_number(serial, int(self.made.timestamp()), self.filter_count) in self.revoked


def read_bundle(data: bytes, trusted: Mapping[int, Ed25519PublicKey]) -> Bundle:
    """The bundle, once a trusted key has signed exactly these bytes. BundleProblem for anything else."""
    if not data.startswith(MAGIC) or len(data) < len(MAGIC) + 4 + SIGNATURE_BYTES:
        raise BundleProblem("this is not a bundle")
    body, signature = data[:-SIGNATURE_BYTES], data[-SIGNATURE_BYTES:]
    start = len(MAGIC) + 4
    end = start + int.from_bytes(body[len(MAGIC) : start], "big")
    try:
        head = json.loads(body[start:end])
        trusted[head["signer"]].verify(signature, _signed(body))
    except (ValueError, KeyError, TypeError, InvalidSignature):
        raise BundleProblem("no trusted key has signed this bundle") from None
    sets, place = {}, end
    for name, (count, k, length) in head["sets"].items():
        sets[name] = decode_set(CodedSet(count, k, body[place : place + length]))
        place += length
    return Bundle(
        made=datetime.datetime.fromtimestamp(head["made"], tz=datetime.UTC),
        hosts=frozenset(head["hosts"]),
        keys={
            int(number): Ed25519PublicKey.from_public_bytes(base64.urlsafe_b64decode(f"{text}="))
            for number, text in head["keys"].items()
        },
        withdrawn_keys=frozenset(head["withdrawn"]),
        filter_count=head["filter"],
        ends={prefix: datetime.date.fromisoformat(day) for prefix, day in head["ends"].items()},
        **sets,
    )


# -- judging --------------------------------------------------------------------------------------------------------

REASONS = {
    "genuine": _(
        "We issued this code, and nothing spoke against it when this file was made. Whether the pack was sold or "
        "scanned before, only the online page knows."
    ),
    "recalled": _("This product has been recalled. Do not sell it, do not use it."),
    "bad-signature": _("The signature in this code is wrong: we did not issue it like this."),
    "not-ours": _("This is not the address of one of our stamps."),
    "no-signature": _("A typed number has no signature. Check it online."),
    "outdated": _("The offline file is older than 7 days. Fetch a new one, or check online."),
    "clock": _("The offline file is from the future: the clock of this device is wrong. Check online."),
    "new-key": _("The code was signed with a key that this file does not know yet. Check online."),
    "withdrawn-key": _("The key of this stamp has been withdrawn. Check online."),
    "not-active": _("This stamp was not in use when the file was made. Check online."),
    "certificate": _("The certificate of this product is no longer valid. Check online."),
    "revoked": _("This stamp may have been revoked. Check online before you sell."),
}
"""Why a verdict was given, in plain words."""


@dataclasses.dataclass(frozen=True)
class OfflineVerdict:
    """`key`: genuine, recalled, bad-signature, unknown or check-online; `reason`: a key of REASONS."""

    key: str
    reason: str

    @property
    def text(self) -> str:
        return str(REASONS[self.reason])


def verify_offline(bundle: Bundle, url: str, now: datetime.datetime) -> OfflineVerdict:
    """What can be said of a scanned code without a network. Whenever in doubt: check online, never genuine."""
    address = _parse(url)
    if address is None or address.host not in bundle.hosts:
        return OfflineVerdict("unknown", "not-ours")
    number = signing.key_number(address.s)
    if number in bundle.keys and not _is_signed(bundle, address):
        return OfflineVerdict("bad-signature", "bad-signature")
    if address.s and number is None:
        return OfflineVerdict("bad-signature", "bad-signature")
    prefix = address.serial[:PREFIX_LENGTH]
    if prefix_number(prefix) in bundle.recalled:
        return OfflineVerdict("recalled", "recalled")
    doubts = (
        ("no-signature", not address.s),
        ("new-key", number not in bundle.keys),
        ("outdated", now - bundle.made > LIFE),
        ("clock", bundle.made - now > CLOCK_LEEWAY),
        ("withdrawn-key", number in bundle.withdrawn_keys),
        ("not-active", prefix_number(prefix) not in bundle.active),
        ("certificate", prefix in bundle.ends and _local_day(now) > bundle.ends[prefix]),
        ("revoked", bundle.may_be_revoked(address.serial)),
    )
    for reason, holds in doubts:
        if holds:
            return OfflineVerdict("check-online", reason)
    return OfflineVerdict("genuine", "genuine")


HANOI = datetime.timezone(datetime.timedelta(hours=7))


def _local_day(now: datetime.datetime) -> datetime.date:
    """Certificates end at midnight in Vietnam, wherever the device thinks it is."""
    return now.astimezone(HANOI).date()


@dataclasses.dataclass(frozen=True)
class _Address:
    host: str
    serial: str
    gtin: str
    s: str


def _parse(url: str) -> _Address | None:
    """The parts of a stamp's address; None for everything else."""
    if len(url) > MAX_URL_LENGTH:
        return None
    try:
        parts = urlsplit(url.strip())
        path = unquote(parts.path, errors="strict")
    except ValueError:
        return None
    match = _PATH.fullmatch(path)
    if match is None or parts.scheme not in ("https", "http"):
        return None
    serial = normalise_code(match["serial"])
    if not is_serial(serial):
        return None
    signatures = signing.signatures_in(parts.query)
    # Two different signatures are none: together they have not the shape of one.
    return _Address(parts.netloc.lower(), serial, match["gtin"] or "", "&".join(signatures))


def _is_signed(bundle: Bundle, address: _Address) -> bool:
    signed_by = signing.verify(bundle.keys, s=address.s, host=address.host, serial=address.serial, gtin=address.gtin)
    return signed_by is not None
