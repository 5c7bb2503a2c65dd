"""Signing keys: private halves in files of the server, public halves in the register.

A key file is `stamp-<number>.pem` in STAMP_KEYS_DIR, readable by its owner only. Private keys are never written to
the database, to a log or to the screen.
"""

import base64
import dataclasses
import os
import re
import stat
from collections.abc import Collection, Mapping
from functools import lru_cache
from pathlib import Path

from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from django.conf import settings
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from catalogue.history import acting
from catalogue.traceability.models import SigningKey, StampBatch
from catalogue.users import User

from . import signing

HOST_LENGTH = 18
HIGHEST_NUMBER = 9
_HOST = re.compile(r"[a-z0-9]([a-z0-9.-]*[a-z0-9])?(:[0-9]{1,5})?")


class KeyProblem(Exception):
    """A key cannot be made or used; the text says why, without anything secret."""


@dataclasses.dataclass(frozen=True)
class Signer:
    """The key that signs today, or that of a batch."""

    number: int
    key: Ed25519PrivateKey = dataclasses.field(repr=False)

    def url(self, *, host: str, serial: str, gtin: str = "") -> str:
        """The signed address of one stamp."""
        s = signing.sign(self.key, number=self.number, host=host, serial=serial, gtin=gtin)
        return signing.stamp_url(host=host, serial=serial, s=s, gtin=gtin)


def stamp_host() -> str:
    """Host of new stamps, checked: at most 18 characters, or the code gets larger than the label."""
    host: str = settings.STAMP_HOST.lower()
    if len(host) > HOST_LENGTH or not _HOST.fullmatch(host):
        raise KeyProblem(_("STAMP_HOST must be a host name of at most 18 characters."))
    if host.endswith(".example") and not settings.IS_DEMO:
        raise KeyProblem(
            _("Set STAMP_HOST to the host of this site before stamps are made: it is printed and signed.")
        )
    return host


# -- checking -----------------------------------------------------------------------------------------------------


@lru_cache(maxsize=32)
def _public(text: str) -> Ed25519PublicKey:
    return Ed25519PublicKey.from_public_bytes(bytes.fromhex(text))


@dataclasses.dataclass(frozen=True)
class PublicKeys:
    """Public keys by number, and the numbers of the withdrawn ones."""

    keys: Mapping[int, Ed25519PublicKey]
    withdrawn: Collection[int] = ()


def public_keys() -> PublicKeys:
    """All public keys ever used: retired ones keep verifying, withdrawn ones need the register too. One query."""
    rows = list(SigningKey.objects.values_list("number", "public_key", "withdrawn_at"))
    return PublicKeys(
        keys={number: _public(text) for number, text, _withdrawn_at in rows},
        withdrawn=frozenset(number for number, _text, withdrawn_at in rows if withdrawn_at),
    )


def jwks() -> dict[str, list[dict[str, str]]]:
    """Public keys as a JSON Web Key Set (RFC 7517, RFC 8037) with the state of each."""
    return {
        "keys": [
            {
                "kty": "OKP",
                "crv": "Ed25519",
                "use": "sig",
                "alg": "EdDSA",
                "kid": str(key.number),
                "x": base64.urlsafe_b64encode(bytes.fromhex(key.public_key)).rstrip(b"=").decode(),
                "state": state_of(key),
            }
            for key in SigningKey.objects.all()
        ]
    }


def state_of(key: SigningKey) -> str:
    """`current`, `retired` (signs no more, its stamps stay good) or `withdrawn` (ask the register)."""
    if key.withdrawn_at:
        return "withdrawn"
    return "retired" if key.retired_at else "current"


# -- signing ------------------------------------------------------------------------------------------------------


def current_signer() -> Signer:
    """The key that signs new batches."""
    row = SigningKey.objects.filter(retired_at=None, withdrawn_at=None).first()
    if row is None:
        raise KeyProblem(_("There is no key to sign stamps with. Make one: manage.py stamp_keys create"))
    return _signer(row)


def signer_for(batch: StampBatch) -> Signer:
    """The key of a batch. A retired key still prints its own batches again; a withdrawn one signs nothing."""
    if batch.key.withdrawn_at:
        raise KeyProblem(_("The key of this batch has been withdrawn; make a new batch."))
    return _signer(batch.key)


def _signer(row: SigningKey) -> Signer:
    return Signer(number=row.number, key=_private(key_path(row.number), row.public_key))


def key_path(number: int) -> Path:
    return Path(settings.STAMP_KEYS_DIR) / f"stamp-{number}.pem"


def has_file(number: int) -> bool:
    return key_path(number).exists()


def _private(path: Path, public_key: str) -> Ed25519PrivateKey:
    try:
        with path.open("rb") as file:
            mode = stat.S_IMODE(os.fstat(file.fileno()).st_mode)
            pem = file.read()
    except OSError:
        raise KeyProblem(_("The file of key %(name)s cannot be read.") % {"name": path.name}) from None
    if mode & 0o077:
        raise KeyProblem(_("Others can read the file of key %(name)s; set its mode to 600.") % {"name": path.name})
    try:
        key = serialization.load_pem_private_key(pem, password=None)
    except ValueError:
        key = None
    if not isinstance(key, Ed25519PrivateKey) or key.public_key().public_bytes_raw().hex() != public_key:
        raise KeyProblem(
            _("The file of key %(name)s does not belong to the key of the register.") % {"name": path.name}
        )
    return key


# -- create, rotate, withdraw -------------------------------------------------------------------------------------


@transaction.atomic
def create_key(*, by: User | None = None) -> SigningKey:
    """The first key, or the next one where none is current."""
    numbers = set(SigningKey.objects.select_for_update().values_list("number", flat=True))
    if SigningKey.objects.filter(retired_at=None, withdrawn_at=None).exists():
        raise KeyProblem(_("There is a current key already; rotate it."))
    number = max(numbers, default=-1) + 1
    if number > HIGHEST_NUMBER:
        raise KeyProblem(_("All ten key numbers are used. Stamps of a new form are needed."))
    key = Ed25519PrivateKey.generate()
    with acting(by):
        row = SigningKey.objects.create(number=number, public_key=key.public_key().public_bytes_raw().hex())
    _write(key_path(number), key)  # last: if it fails, the row goes with the transaction
    return row


def _write(path: Path, key: Ed25519PrivateKey) -> None:
    """Write the key for its owner only. A file that is there already is never overwritten but moved aside."""
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    path.parent.chmod(0o700)
    pem = key.private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )
    if path.exists():
        path.rename(path.with_suffix(f".{timezone.now():%Y%m%dT%H%M%S%f}.pem"))
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(descriptor, "wb") as file:
        file.write(pem)
        file.flush()
        os.fsync(file.fileno())


@transaction.atomic
def rotate_key(*, by: User | None = None) -> SigningKey:
    """Retire the current key (its stamps stay good) and make the next one."""
    current = SigningKey.objects.select_for_update().filter(retired_at=None, withdrawn_at=None).first()
    if current is None:
        raise KeyProblem(_("There is no key to rotate. Make one: manage.py stamp_keys create"))
    current.retired_at = timezone.now()
    with acting(by):
        current.save(update_fields=["retired_at"])
    return create_key(by=by)


@transaction.atomic
def withdraw_key(*, number: int, reason: str, by: User | None = None) -> SigningKey:
    """The key may be in wrong hands: from now on only serials of the register pass. Cannot be undone."""
    row = SigningKey.objects.select_for_update().filter(number=number).first()
    if row is None:
        raise KeyProblem(_("There is no key %(number)s.") % {"number": number})
    if row.withdrawn_at is None:
        with acting(by, reason=reason):
            row.withdrawn_at = timezone.now()
            row.save(update_fields=["withdrawn_at"])
    return row


def ensure_current_key() -> SigningKey:
    """A current key whose file is here. A copied database comes without files: then the key is rotated."""
    row = SigningKey.objects.filter(retired_at=None, withdrawn_at=None).first()
    if row is None:
        return create_key()
    return row if has_file(row.number) else rotate_key()
